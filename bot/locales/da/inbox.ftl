# Questions nobody could answer yet, and the organisers' answers.

inbox-heading = <b>Ubesvarede spørgsmål</b>: { $count }
inbox-empty = Ingen ubesvarede spørgsmål.
inbox-question =
    <b>{ $number }</b> { $question } ({ $count ->
        [one] 1 gang
       *[other] { $count } gange
    })
inbox-write =
    <b>{ $question }</b>
    Skriv svaret. Alle, der bad om det, får det, og den næste, der spørger, får det med det samme.
inbox-done =
    »{ $question }« er besvaret. { $count ->
        [one] 1 person får svaret nu.
       *[other] { $count } personer får svaret nu.
    }
inbox-dropped = Taget af listen
inbox-answered-already = Det spørgsmål er allerede besvaret.
inbox-too-long = Svaret er for langt: højst { $limit } tegn.
inbox-answer =
    Du spurgte: <i>{ $question }</i>
    { $answer }
inbox-passed-on = Jeg har sendt spørgsmålet videre til arrangørerne, uden dit navn.
button-tell-me = Sig til, når de svarer
inbox-waiting = 🔔 Jeg siger til, når de svarer.
