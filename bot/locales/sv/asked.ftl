# The very thing that was asked, in one line before the card or the list.

asked-length = <b>{ $minutes } minuter</b>
asked-hours =
    <b>{ $hours ->
        [one] 1 timme
       *[other] { $hours } timmar
    }</b>
# $language stands inside a sentence, small: norska, engelska.
asked-language = På <b>{ $language }</b>.
asked-language-unknown = Programmet anger inte vilket språk.
asked-who = 🎤 <b>{ $names }</b>
asked-who-unknown = Programmet nämner inga namn.
asked-where = 📍 <b>{ $room }</b> · { $title }, { $at }
asked-where-unknown = Programmet anger inte var.
# $at is a day and a time: I morgon kl. 14.00.
asked-when = <b>{ $at }</b>
asked-ends = Slutar <b>{ $at }</b>.
asked-changes = Om något du har sparat eller följer flyttas eller ställs in säger jag till utan att du behöver fråga.
asked-now = Så här ser programmet ut nu:
asked-count =
    <b>{ $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }</b> – { $understood }
asked-cancelled-none = Inget är inställt.
asked-none = Det säger programmet inget om.
asked-listed =
    · { $name } – { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
asked-all-tracks =
    { $count ->
        [one] <b>1 spår</b>
       *[other] <b>{ $count } spår</b>
    }
asked-all-rooms =
    { $count ->
        [one] <b>1 lokal</b>
       *[other] <b>{ $count } lokaler</b>
    }
asked-all-formats =
    { $count ->
        [one] <b>1 format</b>
       *[other] <b>{ $count } format</b>
    }
asked-all-audiences =
    { $count ->
        [one] <b>1 målgrupp</b>
       *[other] <b>{ $count } målgrupper</b>
    }
