# /programme.

browse-days =
    <b>{ $expo }</b>
    Hvilken dag?
browse-day =
    <b>{ $day }</b> – { $count ->
        [one] 1 sesjon
       *[other] { $count } sesjoner
    }
browse-choose = <b>{ $day }</b> etter { $by }
browse-choice = { $name } ({ $count })
browse-by-time = Tid
browse-by-track = Spor
browse-by-room = Rom
browse-by-format = Format
browse-empty = Programmet er foreløpig tomt.
