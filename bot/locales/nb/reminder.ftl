# A saved session is about to begin.

reminder = ⏰ <b>{ $at } · { $room }</b> – { $title }
reminder-no-room = rom ikke satt
button-silence = Ikke minn meg på denne
reminder-silenced = Greit, ingen flere påminnelser om denne. Den er fortsatt lagret.
