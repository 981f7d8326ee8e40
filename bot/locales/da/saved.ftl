# What saving answers; mostly in a small note over the chat.

saved-plain = ★ Gemt
saved-reminder = ★ Gemt. Jeg siger til { $at }.
saved-clash = ★ Gemt. Den overlapper med »{ $title }«, som du også har.
saved-removed = ☆ Fjernet fra agendaen
saved-session =
    <b>{ $title }</b>
    { $at } · { $room }
