# Alerts: a session has changed. $at is "14:00" or "tomorrow at 14:00"; $before and $after are old and new.

alert-moved = 🔁 <i>{ $title }</i> has moved: <s>{ $before }</s> → <b>{ $after }</b>.
alert-room = 🔁 <i>{ $title }</i>, { $at }, has a new room: <s>{ $before }</s> → <b>{ $after }</b>.
alert-length = 🔁 <i>{ $title }</i>, { $at }, has a new end time: <s>{ $before }</s> → <b>{ $after }</b>.
alert-cancelled = ❌ <i>{ $title }</i>, { $at }, is cancelled.
alert-back = ✅ <i>{ $title }</i> takes place after all: <b>{ $after }</b>.
alert-renamed = 🔁 <s>{ $before }</s> is now called <i>{ $after }</i>.
alert-speakers = 🎤 New speakers for <i>{ $title }</i>, { $at }: <s>{ $before }</s> → <b>{ $after }</b>.
alert-new = 🔔 New in { $track }: <i>{ $title }</i>, <b>{ $at } · { $room }</b>.
alert-new-untracked = 🔔 New session: <i>{ $title }</i>, <b>{ $at } · { $room }</b>.
alert-no-time = no time yet
alert-reminder = Reminder: { $at }.
alert-same-track = In the same track:
alert-repeats = It is also held:
alert-instead = <b>{ $number }</b> { $at } · { $room } – <i>{ $title }</i>
alert-numbered = <b>{ $number }</b> { $what }
alert-digest =
    { $count ->
        [one] <b>1 change in your programme</b>
       *[other] <b>{ $count } changes in your programme</b>
    }
alert-digest-new =
    { $count ->
        [one] <b>1 new session in what you follow</b>
       *[other] <b>{ $count } new sessions in what you follow</b>
    }
button-keep = Keep
button-remove = Remove
button-no-alerts = No more alerts like this
button-alerts-again = Alert me again
alert-kept = ★ It stays in your agenda
alert-switched-off = 🔕 No more alerts. You can switch them on again in /settings.
alert-switched-on = 🔔 You'll get alerts again.
