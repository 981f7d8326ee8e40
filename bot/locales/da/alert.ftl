# Alerts: a session has changed. $at is "14:00" or "tomorrow at 14:00"; $before and $after are old and new.

alert-moved = 🔁 <i>{ $title }</i> er flyttet: <s>{ $before }</s> → <b>{ $after }</b>.
alert-room = 🔁 <i>{ $title }</i> { $at } har fået nyt lokale: <s>{ $before }</s> → <b>{ $after }</b>.
alert-length = 🔁 <i>{ $title }</i> { $at } har fået nyt sluttidspunkt: <s>{ $before }</s> → <b>{ $after }</b>.
alert-cancelled = ❌ <i>{ $title }</i> { $at } er aflyst.
alert-back = ✅ <i>{ $title }</i> gennemføres alligevel: <b>{ $after }</b>.
alert-renamed = 🔁 <s>{ $before }</s> hedder nu <i>{ $after }</i>.
alert-speakers = 🎤 <i>{ $title }</i> { $at } har fået nye oplægsholdere: <s>{ $before }</s> → <b>{ $after }</b>.
alert-new = 🔔 Nyt i { $track }: <i>{ $title }</i>, <b>{ $at } · { $room }</b>.
alert-new-untracked = 🔔 Ny session: <i>{ $title }</i>, <b>{ $at } · { $room }</b>.
alert-no-time = intet tidspunkt endnu
alert-reminder = Jeg minder dig om den { $at }.
alert-same-track = I samme spor:
alert-repeats = Den holdes også:
alert-instead = <b>{ $number }</b> { $at } · { $room } – <i>{ $title }</i>
alert-numbered = <b>{ $number }</b> { $what }
alert-digest =
    { $count ->
        [one] <b>1 ændring i dit program</b>
       *[other] <b>{ $count } ændringer i dit program</b>
    }
alert-digest-new =
    { $count ->
        [one] <b>1 ny session i det, du følger</b>
       *[other] <b>{ $count } nye sessioner i det, du følger</b>
    }
button-keep = Behold
button-remove = Fjern
button-no-alerts = Ikke flere af den slags
button-alerts-again = Giv mig besked igen
alert-kept = ★ Den bliver i din agenda
alert-switched-off = 🔕 Ikke mere besked om ændringer. Du kan slå det til igen i /settings.
alert-switched-on = 🔔 Du får igen besked om ændringer.
