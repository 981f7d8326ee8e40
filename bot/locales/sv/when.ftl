# Days and times inside other sentences; they begin small. $day is "today", "tomorrow" or a weekday with its date.

when-today = i dag
when-tomorrow = i morgon
when-next = härnäst
when-at = kl. { $time }
when-day-at = { $day } kl. { $time }
when-now = nu, kl. { $start }
when-moment = { $day } kl. { $start }
when-day = { $day }
when-days = från { $day } till { $last }
when-before = { $day } före kl. { $end }
when-after = { $day } från kl. { $start }
when-between = { $day } kl. { $start }–{ $end }
