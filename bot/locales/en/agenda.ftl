# /agenda.

agenda-heading =
    <b>Your agenda</b> – { $count ->
        [one] 1 session
       *[other] { $count } sessions
    }
agenda-empty = You haven't saved anything yet. Ask about something you'd like to see and tap ☆.
agenda-clash = ⚠ <i>clashes</i>
agenda-repeat = <i>also held: { $at }</i>
agenda-missed = ⏰ <i>its reminder didn't make it in time</i>
agenda-heading-then =
    <b>Your agenda · { $understood }</b> – { $count ->
        [one] 1 session
       *[other] { $count } sessions
    }
agenda-none-then = You have saved nothing here: <b>{ $understood }</b>.
