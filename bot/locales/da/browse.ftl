# /programme.

browse-days =
    <b>{ $expo }</b>
    Hvilken dag?
browse-day =
    <b>{ $day }</b> – { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
browse-choose = <b>{ $day }</b> efter { $by }
browse-choice = { $name } ({ $count })
browse-by-time = Tid
browse-by-track = Spor
browse-by-room = Lokale
browse-by-format = Format
browse-empty = Programmet er foreløbig tomt.
