# /privacy, /mydata, /forget.

privacy =
    <b>Personvern</b>
    Jeg lagrer chat-id-en din, språket, innstillingene, sesjonene du har lagret og sporene du følger, så jeg kan svare, minne deg på det i tide og varsle når noe av det endres (varsler slås av i /settings). Det du sist spurte om (tid, sted, tema) huskes i ett døgn, så «og i morgen?» virker. Teksten i meldingene dine lagres ikke, bortsett fra spørsmål jeg ikke kan svare på: de går uten navn videre til arrangøren.
    
    Alt slettes av seg selv { $days } dager etter messen. /mydata viser alt, /forget sletter det med en gang.
mydata-heading = <b>Alt jeg har om deg</b>
mydata-chat = Chat-id { $chat }, siden { $since }
mydata-language =
    { $chosen ->
        [true] Språk: { $language }, valgt av deg
       *[other] Språk: { $language }, fra Telegram
    }
mydata-favourites = Lagrede sesjoner: { $count }
mydata-tracks = Spor du følger: { $count }
mydata-questions = Spørsmål det siste døgnet, som tid, sted og tema: { $count }
mydata-waiting = Spørsmål du venter på svar på: { $count }
mydata-planned = Planlagte meldinger: { $count }
mydata-message = en melding fra arrangøren
mydata-sent = Sendte påminnelser og fellesmeldinger: { $count }
mydata-unsent = Meldinger som ikke gikk ut: { $count }
button-forget = Slett alt
button-forget-sure = Ja, slett alt
forget-question = Skal jeg slette alt jeg har om deg, også lagrede sesjoner og påminnelser? Det kan ikke angres.
forget-done = Alt er slettet. Skriver du igjen, begynner vi på nytt.
forget-kept = Da lar jeg alt være som det er.
