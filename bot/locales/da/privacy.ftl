# /privacy, /mydata, /forget.

privacy =
    <b>Privatliv</b>
    Jeg gemmer dit chat-id, sproget, dine indstillinger, de sessioner, du gemmer, og de spor, du følger, så jeg kan svare, minde dig om det i tide og sige til, når noget af det ændres (besked om ændringer slås fra i /settings). Det, du sidst spurgte om (tid, sted, emne), husker jeg i et døgn, så »og i morgen?« virker. Teksten i dine beskeder gemmes ikke, undtagen spørgsmål, som jeg ikke kan svare på: de går uden navn videre til arrangøren.
    
    Alt slettes af sig selv { $days } dage efter messen. /mydata viser det hele, /forget sletter det med det samme.
mydata-heading = <b>Alt, hvad jeg har om dig</b>
mydata-chat = Chat-id { $chat }, siden { $since }
mydata-language =
    { $chosen ->
        [true] Sprog: { $language }, valgt af dig
       *[other] Sprog: { $language }, fra Telegram
    }
mydata-favourites = Gemte sessioner: { $count }
mydata-tracks = Spor, du følger: { $count }
mydata-questions = Spørgsmål det seneste døgn, som tid, sted og emne: { $count }
mydata-waiting = Spørgsmål, du venter svar på: { $count }
mydata-planned = Planlagte beskeder: { $count }
mydata-message = en besked fra arrangøren
mydata-sent = Sendte påmindelser og fællesbeskeder: { $count }
mydata-unsent = Beskeder, der ikke blev sendt: { $count }
button-forget = Slet alt
button-forget-sure = Ja, slet alt
forget-question = Skal jeg slette alt, hvad jeg har om dig, også gemte sessioner og påmindelser? Det kan ikke fortrydes.
forget-done = Alt er slettet. Skriver du igen, begynder vi forfra.
forget-kept = Så lader jeg alt være, som det er.
