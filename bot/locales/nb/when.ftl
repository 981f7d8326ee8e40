# Days and times inside other sentences; they begin small. $day is "today", "tomorrow" or a weekday with its date.

when-today = i dag
when-tomorrow = i morgen
when-next = neste
when-at = kl. { $time }
when-day-at = { $day } kl. { $time }
when-now = nå, kl. { $start }
when-moment = { $day } kl. { $start }
when-day = { $day }
when-days = fra { $day } til { $last }
when-before = { $day } før kl. { $end }
when-after = { $day } fra kl. { $start }
when-between = { $day } kl. { $start }–{ $end }
