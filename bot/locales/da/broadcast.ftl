# Organisers' messages. People are attendees who can be reached.

broadcast-write = Skriv beskeden, så vælger du bagefter, hvem der skal have den.
broadcast-audience = Hvem skal have den?
broadcast-everybody = Alle
broadcast-to-all = Alle · { $count }
broadcast-to-language = { $language } · { $count }
broadcast-to-track = Følger { $track } · { $count }
broadcast-preview =
    Sådan kommer den. { $audience } · { $count ->
        [one] 1 person
       *[other] { $count } personer
    }
button-send = Send nu
button-stop = Stop
broadcast-sending = Sender … { $bar } { $done } af { $audience }
broadcast-held = Resten sendes, når de stille timer slutter, { $at }.
broadcast-done = <b>Sendt.</b>
broadcast-stopped = <b>Stoppet.</b>
broadcast-delivered = { $count } leveret
broadcast-blocked = { $count } har blokeret botten
broadcast-failed = { $count } mislykkedes
broadcast-expired = { $count } nåede ikke frem i tide
broadcast-cancelled = { $count } ikke sendt
broadcast-unknown = { $count } ukendt
broadcast-sum = = { $count } i alt
broadcast-dropped = Beskeden er slettet. Ingen har fået den.
broadcast-too-long = Beskeden er for lang: højst { $limit } tegn.
