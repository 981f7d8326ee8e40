# The chat page of `expobot demo`: what stands around the conversation. The expo is "messen" here.

playground-tagline = Prøv botten på en opdigtet messe. Intet forlader denne computer.
playground-conversation = Chat med { $name }
playground-bot = bot
playground-typing = skriver …
playground-connecting = forbinder …
playground-intro = Spørg om programmet med dine egne ord, eller tryk på Start.
playground-start = Start
playground-suggestions = Forslag
playground-suggestion-1 = hvad sker der kl. 14
playground-suggestion-2 = hvad sker der i morgen efter frokost om mobilitet?
playground-suggestion-3 = hvornår taler Ingrid Solheim?
playground-organiser-suggestion-1 = /broadcast Frokosten serveres på Torvet fra kl. 11:45.
playground-organiser-suggestion-2 = hvad sker der nu?
playground-organiser-suggestion-3 = /help

playground-write = Skriv en besked
playground-send = Send
playground-attach = Vedhæft
playground-attach-file = Fil eller billede
playground-attach-location = Placering
playground-remove-file = Fjern den vedhæftede fil
playground-commands = Kommandoer
playground-to-newest = Nye beskeder
playground-edited = redigeret
playground-you = Du
playground-sending = sendes
playground-not-sent = Beskeden kom ikke frem. Prøv igen.
playground-too-large = Filen er for stor: Telegram tager højst imod 50 MB.
playground-copied = Kopieret
playground-reveal = Vis skjult tekst
playground-location = Placering
playground-open-map = Åbn i et kort
playground-download = Hent { $name }
playground-photo = Billede
playground-ok = OK
playground-close = Luk

playground-clock = Messens ur
playground-clock-help = Botten går efter dette ur. Spol frem, og se påmindelserne komme.
playground-ten-minutes = 10 min.
# One hour, as on a button: as short as it can be
playground-one-hour = 1 t.
playground-next-message = til næste besked
playground-nothing-due = Ingen beskeder venter.
playground-speed = Fart
playground-people = Hvem er du?
playground-attendee = deltager
playground-organiser = arrangør
playground-unread = { $count } ulæste
# The language the person's Telegram app is set to
playground-language = Telegram på
playground-language-nb = Norsk
playground-language-en = English
playground-language-sv = Svenska
playground-language-da = Dansk
playground-theme = Skift mellem lyst og mørkt
playground-block = Bloker botten
playground-unblock = Fjern blokeringen af botten
playground-blocked = Du har blokeret botten.
playground-panel = Ur, personer og tips
playground-tips = Prøv dette
playground-tip-1 = Gem en session med ☆, og spol frem: påmindelsen kommer et kvarter før.
playground-tip-2 = Skift til arrangøren, og send noget til alle. Det dukker op hos deltageren.
playground-tip-3 = Skriv / for at se alle kommandoer.
