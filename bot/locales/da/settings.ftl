# /settings and /language.

language-name = Dansk
settings-heading = <b>Indstillinger</b>
# Stands before the settings as they are after a change asked for in words.
settings-changed = <b>Ændret.</b> Nu gælder:
settings-lead =
    { $minutes ->
        [0] 🕑 Ingen påmindelser
       *[other] 🕑 Påmindelse { $minutes } minutter før
    }
settings-quiet = 🌙 Stille timer { $hours } (påmindelser kommer alligevel)
settings-loud = 🌙 Ingen stille timer
settings-alerts = 🔔 Besked, når noget, du har gemt eller følger, ændres
settings-no-alerts = 🔕 Ingen besked om ændringer
settings-language = 💬 { $language }
button-lead = Påmindelser
button-quiet = Stille timer
button-alerts = Ændringer
button-language = Sprog
settings-lead-question = Hvor lang tid før en session vil du have en påmindelse?
settings-minutes = { $minutes } min
settings-off = Fra
settings-quiet-question = Hvornår skal jeg være stille? Påmindelser om det, du har gemt, kommer alligevel.
settings-no-quiet = Aldrig
settings-alerts-question = Skal jeg sige til, når en session, du har gemt, eller en session i et spor, du følger, flyttes eller aflyses?
settings-alerts-on = Ja
settings-alerts-off = Nej
settings-language-question = Hvilket sprog skal jeg tale?
settings-saved = Gemt
