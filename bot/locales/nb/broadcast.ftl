# Organisers' messages. People are attendees who can be reached.

broadcast-write = Skriv meldingen, så velger du etterpå hvem som skal få den.
broadcast-audience = Hvem skal få den?
broadcast-everybody = Alle
broadcast-to-all = Alle · { $count }
broadcast-to-language = { $language } · { $count }
broadcast-to-track = Følger { $track } · { $count }
broadcast-preview =
    Slik kommer den. { $audience } · { $count ->
        [one] 1 person
       *[other] { $count } personer
    }
button-send = Send nå
button-stop = Stopp
broadcast-sending = Sender … { $bar } { $done } av { $audience }
broadcast-held = Resten sendes når de stille timene er over, { $at }.
broadcast-done = <b>Sendt.</b>
broadcast-stopped = <b>Stoppet.</b>
broadcast-delivered = { $count } levert
broadcast-blocked = { $count } har blokkert boten
broadcast-failed = { $count } feilet
broadcast-expired = { $count } rakk ikke fram i tide
broadcast-cancelled = { $count } ikke sendt
broadcast-unknown = { $count } ukjent
broadcast-sum = = { $count } i alt
broadcast-dropped = Meldingen er forkastet. Ingen har fått den.
broadcast-too-long = Meldingen er for lang: høyst { $limit } tegn.
