# /settings and /language.

language-name = English
settings-heading = <b>Settings</b>
# Stands before the settings as they are after a change asked for in words.
settings-changed = <b>Changed.</b> This is what holds now:
settings-lead =
    { $minutes ->
        [0] 🕑 No reminders
       *[other] 🕑 Reminder { $minutes } minutes before
    }
settings-quiet = 🌙 Quiet hours { $hours } (reminders still come)
settings-loud = 🌙 No quiet hours
settings-alerts = 🔔 Alerts when something you've saved or follow changes
settings-no-alerts = 🔕 No alerts about changes
settings-language = 💬 { $language }
button-lead = Reminders
button-quiet = Quiet hours
button-alerts = Alerts
button-language = Language
settings-lead-question = How long before a session would you like its reminder?
settings-minutes = { $minutes } min
settings-off = Off
settings-quiet-question = When should I keep quiet? Reminders of what you have saved still come.
settings-no-quiet = Never
settings-alerts-question = Shall I tell you when a session you saved or whose track you follow is moved or cancelled?
settings-alerts-on = Yes
settings-alerts-off = No
settings-language-question = Which language shall I speak?
settings-saved = Saved
