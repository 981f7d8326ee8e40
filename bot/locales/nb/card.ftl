# The card of a session or a speaker, and the buttons under it (behind a symbol).

card-title = <b>{ $title }</b>
card-time = 🕑 { $day } { $span }
card-room = 📍 { $room }
card-speaker = 🎤 { $speaker }
card-more-speakers =
    { $count ->
        [one] … og 1 til
       *[other] … og { $count } til
    }
card-audience = for { $audience }
card-cancelled = ❌ avlyst
card-unscheduled = 🕑 tidspunktet er ikke satt ennå
card-repeats = Holdes også { $times }.
speaker-name = 🎤 <b>{ $name }</b>, { $credit }
speaker-name-only = 🎤 <b>{ $name }</b>
button-save = Lagre
button-saved = Lagret
button-where = Finn fram
button-follow = Følg { $track }
button-unfollow = Slutt å følge { $track }
button-cancel = Avbryt
