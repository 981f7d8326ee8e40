# Answers to questions. $understood says what the question was understood as: time, place, subject …

answer-heading =
    <b>{ $understood }</b> – { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
answer-everything = Hele programmet
answer-none = Jeg fandt ingenting for: <b>{ $understood }</b>.
# Said where a day outside the expo was asked for; the days are weekdays with their dates.
answer-expo-day = Messen er { $day }.
answer-expo-days = Messen varer fra { $first } til { $last }.
answer-nearest = Det nærmeste, jeg har:
answer-more =
    { $count ->
        [one] … og 1 mere
       *[other] … og { $count } mere
    }
answer-which = Hvilken mener du?
answer-exhibitors =
    { $count ->
        [one] 1 udstiller
       *[other] { $count } udstillere
    }
answer-exhibitor = <b>{ $name }</b>
answer-unknown =
    Det forstod jeg ikke. Dette kan jeg svare på:
    · hvad sker der kl. 14
    · hvad sker der i morgen efter frokost om mobilitet?
    · hvornår taler … og hvor er …?
answer-help = Spørg om tid, sted, spor, emne eller oplægsholder, for eksempel »paneldebatter om mobilitet på onsdag«. ☆ gemmer en session, 🔔 følger et spor. Alle kommandoer står i /help.
# Said only where there is no chat; $command is /settings or the like.
answer-command = Det gør jeg i chatten: { $command }
smalltalk-hello = Hej! Hvad vil du vide om programmet?
smalltalk-thanks = Selv tak.
smalltalk-bye = Hav det godt.
smalltalk-ok = Fint.
smalltalk-who = Jeg er en bot, der kan programmet. Spørg mig, hvad der sker, hvor og hvornår.
