# The chat page of `expobot demo`: what stands around the conversation. The expo is "mässan" here.

playground-tagline = Prova boten på en påhittad mässa. Inget lämnar den här datorn.
playground-conversation = Chatt med { $name }
playground-bot = bot
playground-typing = skriver …
playground-connecting = ansluter …
playground-intro = Fråga om programmet med egna ord, eller tryck på Starta.
playground-start = Starta
playground-suggestions = Förslag
playground-suggestion-1 = vad händer kl 14
playground-suggestion-2 = vad händer i morgon efter lunch om mobilitet?
playground-suggestion-3 = när talar Ingrid Solheim?
playground-organiser-suggestion-1 = /broadcast Lunchen serveras på Torget från kl. 11.45.
playground-organiser-suggestion-2 = vad händer nu?
playground-organiser-suggestion-3 = /help

playground-write = Skriv ett meddelande
playground-send = Skicka
playground-attach = Bifoga
playground-attach-file = Fil eller bild
playground-attach-location = Plats
playground-remove-file = Ta bort bilagan
playground-commands = Kommandon
playground-to-newest = Nya meddelanden
playground-edited = redigerat
playground-you = Du
playground-sending = skickas
playground-not-sent = Meddelandet kom inte fram. Försök igen.
playground-too-large = Filen är för stor: Telegram tar emot högst 50 MB.
playground-copied = Kopierat
playground-reveal = Visa dold text
playground-location = Plats
playground-open-map = Öppna i en karta
playground-download = Ladda ner { $name }
playground-photo = Bild
playground-ok = OK
playground-close = Stäng

playground-clock = Mässans klocka
playground-clock-help = Boten går efter den här klockan. Spola framåt och se påminnelserna komma.
playground-ten-minutes = 10 min
# One hour, as on a button: as short as it can be
playground-one-hour = 1 tim
playground-next-message = till nästa meddelande
playground-nothing-due = Inga meddelanden väntar.
playground-speed = Hastighet
playground-people = Vem är du?
playground-attendee = deltagare
playground-organiser = arrangör
playground-unread = { $count } olästa
# The language the person's Telegram app is set to
playground-language = Telegram på
playground-language-nb = Norsk
playground-language-en = English
playground-language-sv = Svenska
playground-language-da = Dansk
playground-theme = Växla mellan ljust och mörkt
playground-block = Blockera boten
playground-unblock = Sluta blockera boten
playground-blocked = Du har blockerat boten.
playground-panel = Klocka, personer och tips
playground-tips = Prova det här
playground-tip-1 = Spara en session med ☆ och spola framåt: påminnelsen kommer en kvart innan.
playground-tip-2 = Byt till arrangören och skicka något till alla. Det dyker upp hos deltagaren.
playground-tip-3 = Skriv / för att se alla kommandon.
