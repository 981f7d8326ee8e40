# Days and times inside other sentences; they begin small. $day is "today", "tomorrow" or a weekday with its date.

when-today = today
when-tomorrow = tomorrow
when-next = up next
when-at = { $time }
when-day-at = { $day } at { $time }
when-now = now, { $start }
when-moment = { $day } at { $start }
when-day = { $day }
when-days = from { $day } to { $last }
when-before = { $day } before { $end }
when-after = { $day } from { $start }
when-between = { $day } { $start }–{ $end }
