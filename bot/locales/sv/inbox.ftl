# Questions nobody could answer yet, and the organisers' answers.

inbox-heading = <b>Obesvarade frågor</b>: { $count }
inbox-empty = Inga obesvarade frågor.
inbox-question =
    <b>{ $number }</b> { $question } ({ $count ->
        [one] 1 gång
       *[other] { $count } gånger
    })
inbox-write =
    <b>{ $question }</b>
    Skriv svaret. Alla som bad om det får det, och nästa som frågar får det direkt.
inbox-done =
    ”{ $question }” är besvarad. { $count ->
        [one] 1 person får svaret nu.
       *[other] { $count } personer får svaret nu.
    }
inbox-dropped = Borttagen från listan
inbox-answered-already = Den frågan är redan besvarad.
inbox-too-long = Svaret är för långt: högst { $limit } tecken.
inbox-answer =
    Du frågade: <i>{ $question }</i>
    { $answer }
inbox-passed-on = Jag har skickat frågan vidare till arrangörerna, utan ditt namn.
button-tell-me = Säg till när de svarar
inbox-waiting = 🔔 Jag säger till när de svarar.
