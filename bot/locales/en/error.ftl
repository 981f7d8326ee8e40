# What is said when something cannot be done.

error-unexpected = Something went wrong on my side. It has been noted; please try again.
error-stale-button = That button is too old. Ask again and you'll get new ones.
error-session-gone = That session is no longer in the programme.
error-track-gone = That track is no longer in the programme.
error-room-gone = That room is no longer in the programme.
error-speaker-gone = That speaker is no longer in the programme.
error-link = That link points to something no longer in the programme. Ask me what is on instead.
error-unknown-command = I don't know that command. /help shows what I can do – or just ask.
error-not-text = I only read text. Write what you'd like to know, for example “what's on at 14:00”.
error-no-programme = The programme is not in place yet. Please try again in a while.
