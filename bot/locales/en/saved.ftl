# What saving answers; mostly in a small note over the chat.

saved-plain = ★ Saved
saved-reminder = ★ Saved. Reminder: { $at }.
saved-clash = ★ Saved. It clashes with “{ $title }”, which you have too.
saved-removed = ☆ Removed from your agenda
saved-session =
    <b>{ $title }</b>
    { $at } · { $room }
