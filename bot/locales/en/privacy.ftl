# /privacy, /mydata, /forget.

privacy =
    <b>Privacy</b>
    I keep your chat id, your language, your settings, the sessions you save and the tracks you follow, so that I can answer, remind you in time and alert you when any of it changes (/settings switches alerts off). What you last asked about (time, place, topic) is remembered for a day, so that “and tomorrow?” works. The text of your messages is not kept, except for questions I can't answer: those go to the organisers, without your name.
    
    Everything is erased automatically { $days } days after the expo. /mydata shows it all, /forget erases it at once.
mydata-heading = <b>Everything I keep about you</b>
mydata-chat = Chat id { $chat }, since { $since }
mydata-language =
    { $chosen ->
        [true] Language: { $language }, chosen by you
       *[other] Language: { $language }, from Telegram
    }
mydata-favourites = Saved sessions: { $count }
mydata-tracks = Tracks you follow: { $count }
mydata-questions = Questions in the last day, kept as time, place and topic: { $count }
mydata-waiting = Questions you're waiting to have answered: { $count }
mydata-planned = Planned messages: { $count }
mydata-message = a message from the organisers
mydata-sent = Reminders and broadcasts sent: { $count }
mydata-unsent = Messages that did not go out: { $count }
button-forget = Erase everything
button-forget-sure = Yes, erase everything
forget-question = Shall I erase everything I keep about you, saved sessions and reminders too? This cannot be undone.
forget-done = Everything is erased. If you write again, we start afresh.
forget-kept = Then everything stays as it is.
