# The very thing that was asked, in one line before the card or the list.

asked-length = <b>{ $minutes } minutes</b>
asked-hours =
    <b>{ $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    }</b>
# $language stands inside a sentence: Norwegian, English.
asked-language = In <b>{ $language }</b>.
asked-language-unknown = The programme doesn't say in which language.
asked-who = 🎤 <b>{ $names }</b>
asked-who-unknown = The programme doesn't name anybody.
asked-where = 📍 <b>{ $room }</b> · { $title }, { $at }
asked-where-unknown = The programme doesn't say where.
# $at is a day and a time: Tomorrow at 14:00.
asked-when = <b>{ $at }</b>
asked-ends = Ends: <b>{ $at }</b>
asked-changes = If something you've saved or follow is moved or cancelled, I'll tell you without being asked.
asked-now = This is the programme as it is now:
asked-count =
    <b>{ $count ->
        [one] 1 session
       *[other] { $count } sessions
    }</b> – { $understood }
asked-cancelled-none = Nothing is cancelled.
asked-none = The programme doesn't say.
asked-listed =
    · { $name } – { $count ->
        [one] 1 session
       *[other] { $count } sessions
    }
asked-all-tracks =
    { $count ->
        [one] <b>1 track</b>
       *[other] <b>{ $count } tracks</b>
    }
asked-all-rooms =
    { $count ->
        [one] <b>1 room</b>
       *[other] <b>{ $count } rooms</b>
    }
asked-all-formats =
    { $count ->
        [one] <b>1 format</b>
       *[other] <b>{ $count } formats</b>
    }
asked-all-audiences =
    { $count ->
        [one] <b>1 audience</b>
       *[other] <b>{ $count } audiences</b>
    }
