# Lists of sessions.

sessions-number = <b>{ $number }</b>
sessions-day = <b>{ $day }</b>
sessions-running = <i>er i gang</i>
