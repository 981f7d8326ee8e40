# /programme.

browse-days =
    <b>{ $expo }</b>
    Which day?
browse-day =
    <b>{ $day }</b> – { $count ->
        [one] 1 session
       *[other] { $count } sessions
    }
browse-choose = <b>{ $day }</b> by { $by }
browse-choice = { $name } ({ $count })
browse-by-time = Time
browse-by-track = Track
browse-by-room = Room
browse-by-format = Format
browse-empty = The programme is still empty.
