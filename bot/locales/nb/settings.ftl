# /settings and /language.

language-name = Norsk (bokmål)
settings-heading = <b>Innstillinger</b>
# Stands before the settings as they are after a change asked for in words.
settings-changed = <b>Endret.</b> Nå gjelder:
settings-lead =
    { $minutes ->
        [0] 🕑 Ingen påminnelser
       *[other] 🕑 Påminnelse { $minutes } minutter før
    }
settings-quiet = 🌙 Stille timer { $hours } (påminnelser kommer likevel)
settings-loud = 🌙 Ingen stille timer
settings-alerts = 🔔 Varsler når noe du har lagret eller følger, endres
settings-no-alerts = 🔕 Ingen varsler om endringer
settings-language = 💬 { $language }
button-lead = Påminnelser
button-quiet = Stille timer
button-alerts = Varsler
button-language = Språk
settings-lead-question = Hvor lenge før en sesjon vil du bli minnet på den?
settings-minutes = { $minutes } min
settings-off = Av
settings-quiet-question = Når skal jeg være stille? Påminnelser om det du har lagret, kommer likevel.
settings-no-quiet = Aldri
settings-alerts-question = Skal jeg si fra når en sesjon du har lagret, eller i et spor du følger, flyttes eller avlyses?
settings-alerts-on = Ja
settings-alerts-off = Nei
settings-language-question = Hvilket språk skal jeg snakke?
settings-saved = Lagret
