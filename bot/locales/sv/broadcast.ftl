# Organisers' messages. People are attendees who can be reached.

broadcast-write = Skriv meddelandet, så väljer du sedan vem som ska få det.
broadcast-audience = Vem ska få det?
broadcast-everybody = Alla
broadcast-to-all = Alla · { $count }
broadcast-to-language = { $language } · { $count }
broadcast-to-track = Följer { $track } · { $count }
broadcast-preview =
    Så här kommer det. { $audience } · { $count ->
        [one] 1 person
       *[other] { $count } personer
    }
button-send = Skicka nu
button-stop = Stoppa
broadcast-sending = Skickar … { $bar } { $done } av { $audience }
broadcast-held = Resten skickas när de tysta timmarna är slut, { $at }.
broadcast-done = <b>Skickat.</b>
broadcast-stopped = <b>Stoppat.</b>
broadcast-delivered = { $count } levererade
broadcast-blocked = { $count } har blockerat boten
broadcast-failed = { $count } misslyckades
broadcast-expired = { $count } hann inte fram i tid
broadcast-cancelled = { $count } inte skickade
broadcast-unknown = { $count } okända
broadcast-sum = = { $count } totalt
broadcast-dropped = Meddelandet har tagits bort. Ingen har fått det.
broadcast-too-long = Meddelandet är för långt: högst { $limit } tecken.
