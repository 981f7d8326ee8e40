# Questions nobody could answer yet, and the organisers' answers.

inbox-heading = <b>Unanswered questions</b>: { $count }
inbox-empty = No unanswered questions.
inbox-question =
    <b>{ $number }</b> { $question } ({ $count ->
        [one] once
       *[other] { $count } times
    })
inbox-write =
    <b>{ $question }</b>
    Write the answer. Everybody who asked for it gets it, and the next who asks gets it at once.
inbox-done =
    “{ $question }” is answered. { $count ->
        [one] 1 person gets it now.
       *[other] { $count } people get it now.
    }
inbox-dropped = Taken off the list
inbox-answered-already = That question has been answered already.
inbox-too-long = The answer is too long: at most { $limit } characters.
inbox-answer =
    You asked: <i>{ $question }</i>
    { $answer }
inbox-passed-on = I've put the question to the organisers, without your name.
button-tell-me = Tell me when they answer
inbox-waiting = 🔔 I'll tell you when they answer.
