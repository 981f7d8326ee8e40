# Alerts: a session has changed. $at is "14:00" or "tomorrow at 14:00"; $before and $after are old and new.

alert-moved = 🔁 <i>{ $title }</i> er flyttet: <s>{ $before }</s> → <b>{ $after }</b>.
alert-room = 🔁 <i>{ $title }</i> { $at } har fått nytt rom: <s>{ $before }</s> → <b>{ $after }</b>.
alert-length = 🔁 <i>{ $title }</i> { $at } har fått ny sluttid: <s>{ $before }</s> → <b>{ $after }</b>.
alert-cancelled = ❌ <i>{ $title }</i> { $at } er avlyst.
alert-back = ✅ <i>{ $title }</i> blir noe av likevel: <b>{ $after }</b>.
alert-renamed = 🔁 <s>{ $before }</s> heter nå <i>{ $after }</i>.
alert-speakers = 🎤 <i>{ $title }</i> { $at } har fått nye foredragsholdere: <s>{ $before }</s> → <b>{ $after }</b>.
alert-new = 🔔 Nytt i { $track }: <i>{ $title }</i>, <b>{ $at } · { $room }</b>.
alert-new-untracked = 🔔 Ny sesjon: <i>{ $title }</i>, <b>{ $at } · { $room }</b>.
alert-no-time = uten tid ennå
alert-reminder = Jeg minner deg på den { $at }.
alert-same-track = I samme spor:
alert-repeats = Den holdes også:
alert-instead = <b>{ $number }</b> { $at } · { $room } – <i>{ $title }</i>
alert-numbered = <b>{ $number }</b> { $what }
alert-digest =
    { $count ->
        [one] <b>1 endring i programmet ditt</b>
       *[other] <b>{ $count } endringer i programmet ditt</b>
    }
alert-digest-new =
    { $count ->
        [one] <b>1 ny sesjon i det du følger</b>
       *[other] <b>{ $count } nye sesjoner i det du følger</b>
    }
button-keep = Behold
button-remove = Fjern
button-no-alerts = Ikke flere slike varsler
button-alerts-again = Varsle meg igjen
alert-kept = ★ Den blir i agendaen din
alert-switched-off = 🔕 Ingen flere varsler. Du kan slå dem på igjen i /settings.
alert-switched-on = 🔔 Du får varsler igjen.
