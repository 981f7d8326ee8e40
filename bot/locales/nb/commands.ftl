# The command menu and what Telegram shows of the bot before the first message.

command-now = hva som skjer nå
command-next = hva som begynner snart
command-programme = hele programmet, dag for dag
command-agenda = sesjonene du har lagret
command-tracks = følg et spor
command-settings = påminnelser, stille timer og språk
command-language = bytt språk
command-mydata = alt jeg har lagret om deg
command-forget = slett alt om deg
command-privacy = hva jeg lagrer, og hvorfor
command-help = hva jeg kan
command-broadcast = send en melding til deltakerne
command-move = flytt en sesjon
command-cancel = avlys en sesjon
command-restore = hent en avlyst sesjon tilbake
command-add = legg til en sesjon
command-inbox = spørsmål ingen har svart på
bot-description = Spør om programmet med dine egne ord: «hva skjer kl. 14?», «noe om mobilitet i morgen etter lunsj?». Lagre det du vil på, så sier jeg fra i tide.
bot-short-description = Messens program i lomma: spør, lagre, få påminnelser.
