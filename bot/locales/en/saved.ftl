# What saving answers; mostly in a small note over the chat.

saved-plain = ★ Saved
saved-reminder = ★ Saved. Reminder: { $at }.
saved-clash = ★ Saved. It clashes with “{ $title }”, which you have too.
# Offered where a session clashes; $at is "14:00" or "tomorrow at 14:00".
saved-instead = “{ $title }” is also held: { $at }.
button-swap = Switch: { $at }
button-keep-both = Keep both
saved-removed = ☆ Removed from your agenda
saved-session =
    <b>{ $title }</b>
    { $at } · { $room }
