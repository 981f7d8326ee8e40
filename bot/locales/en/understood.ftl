# Parts of the line that says what a question was understood as; they stand with dots between.

understood-audience = for { $audience }
understood-language = in { $language }
understood-topic = “{ $topic }”
understood-longer = longer than { $minutes } min
understood-shorter = shorter than { $minutes } min
understood-at-least = at least { $minutes } min
understood-at-most = at most { $minutes } min
understood-free = free in your agenda
understood-without = except { $what }
understood-cancelled = cancelled
