# Parts of the line that says what a question was understood as; they stand with dots between.

understood-audience = för { $audience }
understood-language = på { $language }
understood-topic = ”{ $topic }”
understood-longer = längre än { $minutes } min
understood-shorter = kortare än { $minutes } min
understood-at-least = minst { $minutes } min
understood-at-most = högst { $minutes } min
understood-free = utan krock i din agenda
understood-without = utom { $what }
understood-cancelled = inställt
