# Organisers' messages. People are attendees who can be reached.

broadcast-write = Write the message; you choose afterwards who gets it.
broadcast-audience = Who should get it?
broadcast-everybody = All
broadcast-to-all = All · { $count }
broadcast-to-language = { $language } · { $count }
broadcast-to-track = Followers of { $track } · { $count }
broadcast-preview =
    This is how it arrives. { $audience } · { $count ->
        [one] 1 person
       *[other] { $count } people
    }
button-send = Send now
button-stop = Stop
broadcast-sending = Sending … { $bar } { $done } of { $audience }
broadcast-held = The rest waits for quiet hours to end, { $at }.
broadcast-done = <b>Done.</b>
broadcast-stopped = <b>Stopped.</b>
broadcast-delivered = { $count } delivered
broadcast-blocked = { $count } blocked the bot
broadcast-failed = { $count } failed
broadcast-expired = { $count } expired
broadcast-cancelled = { $count } not sent
broadcast-unknown = { $count } unknown
broadcast-sum = = { $count } in all
broadcast-dropped = The message has been dropped. Nobody got it.
broadcast-too-long = The message is too long: at most { $limit } characters.
