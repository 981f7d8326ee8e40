# The very thing that was asked, in one line before the card or the list.

asked-length = <b>{ $minutes } minutter</b>
asked-hours =
    <b>{ $hours ->
        [one] 1 time
       *[other] { $hours } timer
    }</b>
# $language stands inside a sentence, small: norsk, engelsk.
asked-language = På <b>{ $language }</b>.
asked-language-unknown = Programmet sier ikke hvilket språk.
asked-who = 🎤 <b>{ $names }</b>
asked-who-unknown = Programmet nevner ingen navn.
asked-where = 📍 <b>{ $room }</b> · { $title }, { $at }
asked-where-unknown = Programmet sier ikke hvor.
# $at is a day and a time: I morgen kl. 14:00.
asked-when = <b>{ $at }</b>
asked-ends = Slutter <b>{ $at }</b>.
asked-changes = Blir noe du har lagret eller følger, flyttet eller avlyst, sier jeg fra av meg selv.
asked-now = Slik er programmet nå:
asked-count =
    <b>{ $count ->
        [one] 1 sesjon
       *[other] { $count } sesjoner
    }</b> – { $understood }
asked-cancelled-none = Ingenting er avlyst.
asked-none = Programmet sier ikke noe om det.
asked-listed =
    · { $name } – { $count ->
        [one] 1 sesjon
       *[other] { $count } sesjoner
    }
asked-all-tracks =
    { $count ->
        [one] <b>1 spor</b>
       *[other] <b>{ $count } spor</b>
    }
asked-all-rooms =
    { $count ->
        [one] <b>1 rom</b>
       *[other] <b>{ $count } rom</b>
    }
asked-all-formats =
    { $count ->
        [one] <b>1 format</b>
       *[other] <b>{ $count } formater</b>
    }
asked-all-audiences =
    { $count ->
        [one] <b>1 målgruppe</b>
       *[other] <b>{ $count } målgrupper</b>
    }
