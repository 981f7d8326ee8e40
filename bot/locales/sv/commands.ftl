# The command menu and what Telegram shows of the bot before the first message.

command-now = vad som händer nu
command-next = vad som börjar snart
command-programme = hela programmet, dag för dag
command-agenda = sessionerna du har sparat
command-tracks = följ ett spår
command-settings = påminnelser, tysta timmar och språk
command-language = byt språk
command-mydata = allt jag har sparat om dig
command-forget = radera allt om dig
command-privacy = vad jag sparar, och varför
command-help = vad jag kan
command-broadcast = skicka ett meddelande till deltagarna
command-move = flytta en session
command-cancel = ställ in en session
command-restore = ta tillbaka en inställd session
command-add = lägg till en session
command-inbox = frågor som ingen har svarat på
bot-description = Fråga om programmet med egna ord: ”vad händer kl. 14?”, ”något om mobilitet i morgon efter lunch?”. Spara det du vill se, så säger jag till i tid.
bot-short-description = Mässans program i fickan: fråga, spara, bli påmind.
