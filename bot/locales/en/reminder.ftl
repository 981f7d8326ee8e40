# A saved session is about to begin.

reminder = ⏰ <b>{ $at } · { $room }</b> – { $title }
reminder-no-room = room not set yet
button-silence = Don't remind me of this one
reminder-silenced = All right, no more reminders of this one. It's still saved.
