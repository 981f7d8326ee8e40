# Parts of the line that says what a question was understood as; they stand with dots between.

understood-audience = for { $audience }
understood-language = på { $language }
understood-topic = «{ $topic }»
understood-longer = lengre enn { $minutes } min
understood-shorter = kortere enn { $minutes } min
understood-at-least = minst { $minutes } min
understood-at-most = høyst { $minutes } min
understood-free = uten krasj i agendaen
understood-without = unntatt { $what }
understood-cancelled = avlyst
