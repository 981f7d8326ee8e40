# What saving answers; mostly in a small note over the chat.

saved-plain = ★ Sparad
saved-reminder = ★ Sparad. Jag säger till { $at }.
saved-clash = ★ Sparad. Den krockar med ”{ $title }”, som du också har.
# Offered where a session clashes; $at is "14:00" or "tomorrow at 14:00".
saved-instead = ”{ $title }” ges också { $at }.
button-swap = Byt till { $at }
button-keep-both = Behåll båda
saved-removed = ☆ Borttagen ur agendan
saved-session =
    <b>{ $title }</b>
    { $at } · { $room }
