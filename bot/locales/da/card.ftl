# The card of a session or a speaker, and the buttons under it (behind a symbol).

card-title = <b>{ $title }</b>
card-time = 🕑 { $day } { $span }
card-room = 📍 { $room }
card-speaker = 🎤 { $speaker }
card-more-speakers =
    { $count ->
        [one] … og 1 mere
       *[other] … og { $count } mere
    }
card-audience = for { $audience }
card-cancelled = ❌ aflyst
card-unscheduled = 🕑 tidspunktet er ikke fastlagt endnu
card-repeats = Holdes også { $times }.
speaker-name = 🎤 <b>{ $name }</b>, { $credit }
speaker-name-only = 🎤 <b>{ $name }</b>
button-save = Gem
button-saved = Gemt
button-where = Find vej
button-follow = Følg { $track }
button-unfollow = Følg ikke længere { $track }
button-cancel = Annuller
