# What saving answers; mostly in a small note over the chat.

saved-plain = ★ Lagret
saved-reminder = ★ Lagret. Jeg sier fra { $at }.
saved-clash = ★ Lagret. Den krasjer med «{ $title }», som du også har.
saved-removed = ☆ Fjernet fra agendaen
saved-session =
    <b>{ $title }</b>
    { $at } · { $room }
