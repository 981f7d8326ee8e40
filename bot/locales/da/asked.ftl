# The very thing that was asked, in one line before the card or the list.

asked-length = <b>{ $minutes } minutter</b>
asked-hours =
    <b>{ $hours ->
        [one] 1 time
       *[other] { $hours } timer
    }</b>
# $language stands inside a sentence, small: norsk, engelsk.
asked-language = På <b>{ $language }</b>.
asked-language-unknown = Programmet siger ikke hvilket sprog.
asked-who = 🎤 <b>{ $names }</b>
asked-who-unknown = Programmet nævner ingen navne.
asked-where = 📍 <b>{ $room }</b> · { $title }, { $at }
asked-where-unknown = Programmet siger ikke hvor.
# $at is a day and a time: I morgen kl. 14:00.
asked-when = <b>{ $at }</b>
asked-ends = Slutter <b>{ $at }</b>.
asked-changes = Bliver noget, du har gemt eller følger, flyttet eller aflyst, siger jeg selv til.
asked-now = Sådan ser programmet ud nu:
asked-count =
    <b>{ $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }</b> – { $understood }
asked-cancelled-none = Intet er aflyst.
asked-none = Det siger programmet ikke noget om.
asked-listed =
    · { $name } – { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
asked-all-tracks =
    { $count ->
        [one] <b>1 spor</b>
       *[other] <b>{ $count } spor</b>
    }
asked-all-rooms =
    { $count ->
        [one] <b>1 lokale</b>
       *[other] <b>{ $count } lokaler</b>
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
