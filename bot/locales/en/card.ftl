# The card of a session or a speaker, and the buttons under it (behind a symbol).

card-title = <b>{ $title }</b>
card-time = 🕑 { $day } { $span }
card-room = 📍 { $room }
card-speaker = 🎤 { $speaker }
card-more-speakers =
    { $count ->
        [one] … and 1 more
       *[other] … and { $count } more
    }
card-audience = for { $audience }
card-cancelled = ❌ cancelled
card-unscheduled = 🕑 not scheduled yet
card-repeats = Also held { $times }.
speaker-name = 🎤 <b>{ $name }</b>, { $credit }
speaker-name-only = 🎤 <b>{ $name }</b>
button-save = Save
button-saved = Saved
button-where = Find it
button-follow = Follow { $track }
button-unfollow = Unfollow { $track }
button-cancel = Cancel
