# Parts of the line that says what a question was understood as; they stand with dots between.

understood-audience = for { $audience }
understood-language = på { $language }
understood-topic = »{ $topic }«
understood-longer = længere end { $minutes } min
understood-shorter = kortere end { $minutes } min
understood-at-least = mindst { $minutes } min
understood-at-most = højst { $minutes } min
understood-free = uden overlap i din agenda
understood-without = undtagen { $what }
understood-cancelled = aflyst
