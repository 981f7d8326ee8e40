# The chat page of `expobot demo`: what stands around the conversation.

playground-tagline = Try the bot on a sample expo. Nothing leaves this machine.
playground-conversation = Chat with { $name }
playground-bot = bot
playground-typing = typing …
playground-connecting = connecting …
playground-intro = Ask about the programme in your own words, or press Start.
playground-start = Start
playground-suggestions = Suggestions
playground-suggestion-1 = what's on at 14:00
playground-suggestion-2 = what's on tomorrow after lunch about mobility?
playground-suggestion-3 = when does Ingrid Solheim speak?
playground-organiser-suggestion-1 = /broadcast Lunch is served in The Square from 11:45.
playground-organiser-suggestion-2 = what's on now?
playground-organiser-suggestion-3 = /help

playground-write = Write a message
playground-send = Send
playground-attach = Attach
playground-attach-file = File or photo
playground-attach-location = Location
playground-remove-file = Remove the attachment
playground-commands = Commands
playground-to-newest = New messages
playground-edited = edited
playground-you = You
playground-sending = sending
playground-not-sent = The message did not get through. Try again.
playground-too-large = The file is too large: Telegram takes at most 50 MB.
playground-copied = Copied
playground-reveal = Show hidden text
playground-location = Location
playground-open-map = Open in a map
playground-download = Download { $name }
playground-photo = Photo
playground-ok = OK
playground-close = Close

playground-clock = Expo clock
playground-clock-help = The bot goes by this clock. Move it on and watch the reminders come.
playground-ten-minutes = 10 min
# One hour, as on a button: as short as it can be
playground-one-hour = 1 h
playground-next-message = to the next message
playground-nothing-due = No message is waiting.
playground-speed = Speed
playground-people = Who are you?
playground-attendee = attendee
playground-organiser = organiser
playground-unread = { $count } unread
# The language the person's Telegram app is set to
playground-language = Telegram in
playground-language-nb = Norsk
playground-language-en = English
playground-language-sv = Svenska
playground-language-da = Dansk
playground-theme = Switch between light and dark
playground-block = Block the bot
playground-unblock = Unblock the bot
playground-blocked = You have blocked the bot.
playground-panel = Clock, people and tips
playground-tips = Try this
playground-tip-1 = Save a session with ☆ and move the clock on: the reminder comes fifteen minutes before.
playground-tip-2 = Become the organiser and send something to everybody. It turns up with the attendee.
playground-tip-3 = Type / to see all commands.
