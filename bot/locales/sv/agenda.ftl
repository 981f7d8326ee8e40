# /agenda.

agenda-heading =
    <b>Din agenda</b> – { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
agenda-empty = Du har inte sparat något än. Fråga om något du vill se och tryck på ☆.
agenda-clash = ⚠ <i>krockar</i>
agenda-repeat = <i>ges också { $at }</i>
agenda-missed = ⏰ <i>påminnelsen hann inte fram</i>
agenda-heading-then =
    <b>Din agenda · { $understood }</b> – { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
agenda-none-then = Du har inte sparat något här: <b>{ $understood }</b>.
