# The command menu and what Telegram shows of the bot before the first message.

command-now = what's on now
command-next = what starts next
command-programme = the whole programme, day by day
command-agenda = the sessions you have saved
command-tracks = follow a track
command-settings = reminders, quiet hours and language
command-language = change language
command-mydata = everything I keep about you
command-forget = erase everything about you
command-privacy = what I keep, and why
command-help = what I can do
command-broadcast = send a message to attendees
command-move = move a session
command-cancel = cancel a session
command-restore = bring a cancelled session back
command-add = add a session
command-inbox = questions nobody has answered
bot-description = Ask about the programme in your own words: “what's on at 14:00?”, “anything on mobility tomorrow after lunch?”. Save what you want to see and I'll remind you in time.
bot-short-description = The expo's programme in your pocket: ask, save, be reminded.
