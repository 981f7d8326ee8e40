# Organisers: the programme in chat. A file's difference, changes by hand, the source's troubles.

upload-read =
    <b>{ $name }</b>: { $count ->
        [one] 1 session
       *[other] { $count } sessions
    }
upload-remark = ⚠ { $remark }
upload-same = The file is the same as the programme in force.
upload-too-large = The file is too large: Telegram lets me fetch at most { $limit } MB.
upload-broken = I can't read { $name }; the programme stays as it is. { $reason }
upload-doubt-gone = ⚠ More than a third of the programme would be gone. Is it the right file?
upload-doubt-shifted = ⚠ Most sessions would move by the same number of hours. Does the file have the right time zone?
upload-sure = Put it in force all the same?
upload-done = ✅ The new programme is in force. Changes: { $changes }. People who hear of them: { $people }.
upload-declined = The programme stays as it is.
button-put-in-force = Put in force
changes-new = { $count } new
changes-cancelled = { $count } cancelled
changes-back = { $count } back again
changes-moved = { $count } moved
changes-length = { $count } with a new end time
changes-room = { $count } in another room
changes-renamed = { $count } renamed
changes-speakers = { $count } with other speakers
changes-text = { $count } with new text only
changes-people =
    { $count ->
        [one] Concerns 1 person.
       *[other] Concerns { $count } people.
    }
changes-all =
    { $count ->
        [one] In all it concerns 1 person.
       *[other] In all it concerns { $count } people.
    }
changes-only-text = ✏ <i>{ $title }</i>: text only
manual-move-how = Write /move, the session's key or title, a time and perhaps a room: <code>/move opening 15:30 Hall 1</code>
manual-cancel-how = Write /cancel and the session's key or title.
manual-restore-how = Write /restore and the key or title of a cancelled session.
manual-no-session = I don't know any session called “{ $name }”.
manual-no-room = I can't find a room called “{ $room }”, or several fit.
manual-no-time = I need a time such as 15:30 or 15:30–16:15.
manual-no-day = On which day? Write the date first: 2027-05-05 15:30.
manual-same = Nothing has changed.
manual-title = What is the session called? Write its title.
manual-time = When is “{ $title }”? Write a time such as 15:30–16:15, with the date first if it isn't today.
manual-room = Where is “{ $title }”?
manual-without-room = Without a room
manual-add =
    <b>{ $title }</b>
    { $at } · { $room }
    Shall I add it?
button-add = Add
manual-dropped = Then everything stays as it is.
conflict =
    ⚠ The source has changed <i>{ $title }</i>, which was changed here by hand.
    Here: <b>{ $mine }</b>
    The source: <b>{ $theirs }</b>
button-keep-mine = Keep ours
button-take-theirs = Take the source's
conflict-cancelled = cancelled
conflict-kept = Our change still applies.
source-fails = ⚠ The programme can't be read from { $source }: { $reason }. The one in force stays; I'll keep trying.
source-works = ✅ The programme can be read from { $source } again.
