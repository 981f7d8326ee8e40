# /agenda.

agenda-heading =
    <b>Din agenda</b> – { $count ->
        [one] 1 sesjon
       *[other] { $count } sesjoner
    }
agenda-empty = Du har ikke lagret noe ennå. Spør om noe du vil se, og trykk ☆.
agenda-clash = ⚠ <i>krasjer</i>
agenda-repeat = <i>holdes også { $at }</i>
agenda-missed = ⏰ <i>påminnelsen rakk ikke fram</i>
agenda-heading-then =
    <b>Din agenda · { $understood }</b> – { $count ->
        [one] 1 sesjon
       *[other] { $count } sesjoner
    }
agenda-none-then = Du har ikke lagret noe her: <b>{ $understood }</b>.
