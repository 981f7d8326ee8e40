# Alerts: a session has changed. $at is "14:00" or "tomorrow at 14:00"; $before and $after are old and new.

alert-moved = 🔁 <i>{ $title }</i> har flyttats: <s>{ $before }</s> → <b>{ $after }</b>.
alert-room = 🔁 <i>{ $title }</i> { $at } har fått ny lokal: <s>{ $before }</s> → <b>{ $after }</b>.
alert-length = 🔁 <i>{ $title }</i> { $at } har fått ny sluttid: <s>{ $before }</s> → <b>{ $after }</b>.
alert-cancelled = ❌ <i>{ $title }</i> { $at } är inställd.
alert-back = ✅ <i>{ $title }</i> blir av ändå: <b>{ $after }</b>.
alert-renamed = 🔁 <s>{ $before }</s> heter nu <i>{ $after }</i>.
alert-speakers = 🎤 <i>{ $title }</i> { $at } har fått nya talare: <s>{ $before }</s> → <b>{ $after }</b>.
alert-new = 🔔 Nytt i { $track }: <i>{ $title }</i>, <b>{ $at } · { $room }</b>.
alert-new-untracked = 🔔 Ny session: <i>{ $title }</i>, <b>{ $at } · { $room }</b>.
alert-no-time = ingen tid än
alert-reminder = Jag påminner dig { $at }.
alert-same-track = I samma spår:
alert-repeats = Den ges också:
alert-instead = <b>{ $number }</b> { $at } · { $room } – <i>{ $title }</i>
alert-numbered = <b>{ $number }</b> { $what }
alert-digest =
    { $count ->
        [one] <b>1 ändring i ditt program</b>
       *[other] <b>{ $count } ändringar i ditt program</b>
    }
alert-digest-new =
    { $count ->
        [one] <b>1 ny session i det du följer</b>
       *[other] <b>{ $count } nya sessioner i det du följer</b>
    }
button-keep = Behåll
button-remove = Ta bort
button-no-alerts = Inga fler sådana aviseringar
button-alerts-again = Avisera mig igen
alert-kept = ★ Den är kvar i din agenda
alert-switched-off = 🔕 Inga fler aviseringar. Du kan slå på dem igen i /settings.
alert-switched-on = 🔔 Du får aviseringar igen.
