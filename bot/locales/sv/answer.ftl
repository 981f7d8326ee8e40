# Answers to questions. $understood says what the question was understood as: time, place, subject …

answer-heading =
    <b>{ $understood }</b> – { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
answer-everything = Hela programmet
answer-none = Jag hittade ingenting för: <b>{ $understood }</b>.
# Said where a day outside the expo was asked for; the days are weekdays with their dates.
answer-expo-day = Mässan är { $day }.
answer-expo-days = Mässan pågår från { $first } till { $last }.
answer-nearest = Det närmaste jag har:
answer-more =
    { $count ->
        [one] … och 1 till
       *[other] … och { $count } till
    }
answer-which = Vilken menar du?
answer-exhibitors =
    { $count ->
        [one] 1 utställare
       *[other] { $count } utställare
    }
answer-exhibitor = <b>{ $name }</b>
answer-unknown =
    Det förstod jag inte. Prova till exempel:
    · vad händer kl. 14
    · vad händer i morgon efter lunch om mobilitet?
    · när talar … och var är …?
answer-help = Fråga om tid, plats, spår, ämne eller talare, till exempel ”paneldebatter om mobilitet på onsdag”. ☆ sparar en session, 🔔 följer ett spår. Alla kommandon finns i /help.
# Said only where there is no chat; $command is /settings or the like.
answer-command = Det gör jag i chatten: { $command }
smalltalk-hello = Hej! Vad vill du veta om programmet?
smalltalk-thanks = Varsågod.
smalltalk-bye = Ha det så bra.
smalltalk-ok = Bra.
smalltalk-who = Jag är en bot som kan programmet. Fråga mig vad som händer, var och när.
