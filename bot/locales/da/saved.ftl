# What saving answers; mostly in a small note over the chat.

saved-plain = ★ Gemt
saved-reminder = ★ Gemt. Jeg siger til { $at }.
saved-clash = ★ Gemt. Den overlapper med »{ $title }«, som du også har.
# Offered where a session clashes; $at is "14:00" or "tomorrow at 14:00".
saved-instead = »{ $title }« holdes også { $at }.
button-swap = Skift til { $at }
button-keep-both = Behold begge
saved-removed = ☆ Fjernet fra agendaen
saved-session =
    <b>{ $title }</b>
    { $at } · { $room }
