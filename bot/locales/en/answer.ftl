# Answers to questions. $understood says what the question was understood as: time, place, subject …

answer-heading =
    <b>{ $understood }</b> – { $count ->
        [one] 1 session
       *[other] { $count } sessions
    }
answer-everything = The whole programme
answer-none = I found nothing for: <b>{ $understood }</b>.
# Said where a day outside the expo was asked for; the days are weekdays with their dates.
answer-expo-day = The expo is on { $day }.
answer-expo-days = The expo is from { $first } to { $last }.
answer-nearest = The nearest I have:
answer-more =
    { $count ->
        [one] … and 1 more
       *[other] … and { $count } more
    }
answer-which = Which one do you mean?
answer-exhibitors =
    { $count ->
        [one] 1 exhibitor
       *[other] { $count } exhibitors
    }
answer-exhibitor = <b>{ $name }</b>
answer-unknown =
    I didn't understand that. These work:
    · what's on at 14:00
    · anything on mobility tomorrow after lunch?
    · when does … speak, and where is …?
answer-help = Ask about time, place, track, topic or speaker, for example “panels on mobility on Wednesday”. ☆ saves a session, 🔔 follows a track. All commands are in /help.
# Said only where there is no chat; $command is /settings or the like.
answer-command = I do that in the chat: { $command }
smalltalk-hello = Hi! What would you like to know about the programme?
smalltalk-thanks = You're welcome.
smalltalk-bye = Enjoy the expo.
smalltalk-ok = Good.
smalltalk-who = I'm a bot that knows the programme. Ask me what is on, where and when.
