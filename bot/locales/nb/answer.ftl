# Answers to questions. $understood says what the question was understood as: time, place, subject …

answer-heading =
    <b>{ $understood }</b> – { $count ->
        [one] 1 sesjon
       *[other] { $count } sesjoner
    }
answer-everything = Hele programmet
answer-none = Jeg fant ingenting for: <b>{ $understood }</b>.
# Said where a day outside the expo was asked for; the days are weekdays with their dates.
answer-expo-day = Messen er { $day }.
answer-expo-days = Messen varer fra { $first } til { $last }.
answer-nearest = Det nærmeste jeg har:
answer-more =
    { $count ->
        [one] … og 1 til
       *[other] … og { $count } til
    }
answer-which = Hvilken mener du?
answer-exhibitors =
    { $count ->
        [one] 1 utstiller
       *[other] { $count } utstillere
    }
answer-exhibitor = <b>{ $name }</b>
answer-unknown =
    Det forsto jeg ikke. Prøv for eksempel:
    · hva skjer kl. 14
    · hva skjer i morgen etter lunsj om mobilitet?
    · når snakker … og hvor er …?
answer-help = Spør om tid, sted, spor, tema eller foredragsholder, for eksempel «paneldebatter om mobilitet på onsdag». ☆ lagrer en sesjon, 🔔 følger et spor. Alle kommandoene står i /help.
# Said only where there is no chat; $command is /settings or the like.
answer-command = Det gjør jeg i chatten: { $command }
smalltalk-hello = Hei! Hva vil du vite om programmet?
smalltalk-thanks = Bare hyggelig.
smalltalk-bye = Ha det bra.
smalltalk-ok = Fint.
smalltalk-who = Jeg er en bot som kan programmet. Spør meg hva som skjer, hvor og når.
