# /programme.

browse-days =
    <b>{ $expo }</b>
    Vilken dag?
browse-day =
    <b>{ $day }</b> – { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
browse-choose = <b>{ $day }</b> efter { $by }
browse-choice = { $name } ({ $count })
browse-by-time = Tid
browse-by-track = Spår
browse-by-room = Lokal
browse-by-format = Format
browse-empty = Programmet är tomt än så länge.
