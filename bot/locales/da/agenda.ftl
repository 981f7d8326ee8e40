# /agenda.

agenda-heading =
    <b>Din agenda</b> – { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
agenda-empty = Du har ikke gemt noget endnu. Spørg om noget, du gerne vil se, og tryk på ☆.
agenda-clash = ⚠ <i>overlapper</i>
agenda-repeat = <i>holdes også { $at }</i>
agenda-missed = ⏰ <i>påmindelsen nåede ikke frem</i>
agenda-heading-then =
    <b>Din agenda · { $understood }</b> – { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
agenda-none-then = Du har ikke gemt noget her: <b>{ $understood }</b>.
