# The card of a session or a speaker, and the buttons under it (behind a symbol).

card-title = <b>{ $title }</b>
card-time = 🕑 { $day } { $span }
card-room = 📍 { $room }
card-speaker = 🎤 { $speaker }
card-more-speakers =
    { $count ->
        [one] … och 1 till
       *[other] … och { $count } till
    }
card-audience = för { $audience }
card-cancelled = ❌ inställd
card-unscheduled = 🕑 ingen tid bestämd än
card-repeats = Ges också { $times }.
speaker-name = 🎤 <b>{ $name }</b>, { $credit }
speaker-name-only = 🎤 <b>{ $name }</b>
button-save = Spara
button-saved = Sparad
button-where = Hitta dit
button-follow = Följ { $track }
button-unfollow = Sluta följa { $track }
button-cancel = Avbryt
