# The command menu and what Telegram shows of the bot before the first message.

command-now = hvad der sker nu
command-next = hvad der snart begynder
command-programme = hele programmet, dag for dag
command-agenda = de sessioner, du har gemt
command-tracks = følg et spor
command-settings = påmindelser, stille timer og sprog
command-language = skift sprog
command-mydata = alt, hvad jeg har gemt om dig
command-forget = slet alt om dig
command-privacy = hvad jeg gemmer, og hvorfor
command-help = hvad jeg kan
command-broadcast = send en besked til deltagerne
command-move = flyt en session
command-cancel = aflys en session
command-restore = hent en aflyst session tilbage
command-add = tilføj en session
command-inbox = spørgsmål, ingen har svaret på
bot-description = Spørg om programmet med dine egne ord: »hvad sker der kl. 14?«, »noget om mobilitet i morgen efter frokost?«. Gem det, du vil se, så siger jeg til i god tid.
bot-short-description = Messens program i lommen: spørg, gem, få påmindelser.
