# The chat page of `expobot demo`: what stands around the conversation. The expo is "messen" here.

playground-tagline = Prøv boten på en oppdiktet messe. Ingenting forlater denne maskinen.
playground-conversation = Samtale med { $name }
playground-bot = bot
playground-typing = skriver …
playground-connecting = kobler til …
playground-intro = Spør om programmet med egne ord, eller trykk Start.
playground-start = Start
playground-suggestions = Forslag
playground-suggestion-1 = hva skjer kl 14
playground-suggestion-2 = hva skjer i morgen etter lunsj om mobilitet?
playground-suggestion-3 = når snakker Ingrid Solheim?
playground-organiser-suggestion-1 = /broadcast Lunsjen er klar på Torget fra kl. 11:45.
playground-organiser-suggestion-2 = hva skjer nå?
playground-organiser-suggestion-3 = /help

playground-write = Skriv en melding
playground-send = Send
playground-attach = Legg ved
playground-attach-file = Fil eller bilde
playground-attach-location = Posisjon
playground-remove-file = Fjern vedlegget
playground-commands = Kommandoer
playground-to-newest = Nye meldinger
playground-edited = redigert
playground-you = Du
playground-sending = sendes
playground-not-sent = Meldingen kom ikke fram. Prøv igjen.
playground-too-large = Filen er for stor: Telegram tar imot høyst 50 MB.
playground-copied = Kopiert
playground-reveal = Vis skjult tekst
playground-location = Posisjon
playground-open-map = Åpne i kart
playground-download = Last ned { $name }
playground-photo = Bilde
playground-ok = OK
playground-close = Lukk

playground-clock = Messens klokke
playground-clock-help = Boten går etter denne klokka. Spol fram, og se påminnelsene komme.
playground-ten-minutes = 10 min
# One hour, as on a button: as short as it can be
playground-one-hour = 1 t
playground-next-message = til neste melding
playground-nothing-due = Ingen meldinger venter.
playground-speed = Fart
playground-people = Hvem er du?
playground-attendee = deltaker
playground-organiser = arrangør
playground-unread = { $count } uleste
# The language the person's Telegram app is set to
playground-language = Telegram på
playground-language-nb = Norsk
playground-language-en = English
playground-language-sv = Svenska
playground-language-da = Dansk
playground-theme = Bytt mellom lyst og mørkt
playground-block = Blokker boten
playground-unblock = Opphev blokkeringen
playground-blocked = Du har blokkert boten.
playground-panel = Klokke, personer og tips
playground-tips = Prøv dette
playground-tip-1 = Lagre en sesjon med ☆ og spol fram: påminnelsen kommer et kvarter før.
playground-tip-2 = Bytt til arrangøren og send noe til alle. Det dukker opp hos deltakeren.
playground-tip-3 = Skriv / for å se alle kommandoene.
