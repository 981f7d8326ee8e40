# What saving answers; mostly in a small note over the chat.

saved-plain = ★ Sparad
saved-reminder = ★ Sparad. Jag säger till { $at }.
saved-clash = ★ Sparad. Den krockar med ”{ $title }”, som du också har.
saved-removed = ☆ Borttagen ur agendan
saved-session =
    <b>{ $title }</b>
    { $at } · { $room }
