# Questions nobody could answer yet, and the organisers' answers.

inbox-heading = <b>Ubesvarte spørsmål</b>: { $count }
inbox-empty = Ingen ubesvarte spørsmål.
inbox-question =
    <b>{ $number }</b> { $question } ({ $count ->
        [one] 1 gang
       *[other] { $count } ganger
    })
inbox-write =
    <b>{ $question }</b>
    Skriv svaret. Alle som ba om det, får det, og neste som spør, får det med en gang.
inbox-done =
    «{ $question }» er besvart. { $count ->
        [one] 1 person får svaret nå.
       *[other] { $count } personer får svaret nå.
    }
inbox-dropped = Tatt ut av listen
inbox-answered-already = Det spørsmålet er allerede besvart.
inbox-too-long = Svaret er for langt: høyst { $limit } tegn.
inbox-answer =
    Du spurte: <i>{ $question }</i>
    { $answer }
inbox-passed-on = Jeg har sendt spørsmålet videre til arrangørene, uten navnet ditt.
button-tell-me = Si fra når de svarer
inbox-waiting = 🔔 Jeg sier fra når de svarer.
