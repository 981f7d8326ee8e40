# A saved session is about to begin.

reminder = ⏰ <b>{ $at } · { $room }</b> – { $title }
reminder-no-room = lokale ikke fastlagt
button-silence = Mind mig ikke om denne
reminder-silenced = I orden, ingen flere påmindelser om denne. Den er stadig gemt.
