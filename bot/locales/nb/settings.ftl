# /settings and /language.

language-name = Norsk (bokmål)
settings-heading = <b>Innstillinger</b>
settings-lead =
    { $minutes ->
        [0] 🕑 Ingen påminnelser
       *[other] 🕑 Påminnelse { $minutes } minutter før
    }
settings-quiet = 🌙 Stille timer { $hours } (påminnelser kommer likevel)
settings-loud = 🌙 Ingen stille timer
settings-language = 💬 { $language }
button-lead = Påminnelser
button-quiet = Stille timer
button-language = Språk
settings-lead-question = Hvor lenge før en sesjon vil du bli minnet på den?
settings-minutes = { $minutes } min
settings-off = Av
settings-quiet-question = Når skal jeg være stille? Påminnelser om det du har lagret, kommer likevel.
settings-no-quiet = Aldri
settings-language-question = Hvilket språk skal jeg snakke?
settings-saved = Lagret
