# A saved session is about to begin.

reminder = ⏰ <b>{ $at } · { $room }</b> – { $title }
reminder-no-room = lokal ej bestämd
button-silence = Påminn mig inte om den här
reminder-silenced = Okej, inga fler påminnelser om den här. Den är fortfarande sparad.
