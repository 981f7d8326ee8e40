# /settings and /language.

language-name = Svenska
settings-heading = <b>Inställningar</b>
# Stands before the settings as they are after a change asked for in words.
settings-changed = <b>Ändrat.</b> Nu gäller:
settings-lead =
    { $minutes ->
        [0] 🕑 Inga påminnelser
       *[other] 🕑 Påminnelse { $minutes } minuter innan
    }
settings-quiet = 🌙 Tysta timmar { $hours } (påminnelser kommer ändå)
settings-loud = 🌙 Inga tysta timmar
settings-alerts = 🔔 Aviseringar när något du har sparat eller följer ändras
settings-no-alerts = 🔕 Inga aviseringar om ändringar
settings-language = 💬 { $language }
button-lead = Påminnelser
button-quiet = Tysta timmar
button-alerts = Aviseringar
button-language = Språk
settings-lead-question = Hur lång tid före en session vill du bli påmind?
settings-minutes = { $minutes } min
settings-off = Av
settings-quiet-question = När ska jag vara tyst? Påminnelser om det du har sparat kommer ändå.
settings-no-quiet = Aldrig
settings-alerts-question = Ska jag säga till när en session du har sparat, eller i ett spår du följer, flyttas eller ställs in?
settings-alerts-on = Ja
settings-alerts-off = Nej
settings-language-question = Vilket språk ska jag tala?
settings-saved = Sparat
