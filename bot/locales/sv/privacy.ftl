# /privacy, /mydata, /forget.

privacy =
    <b>Integritet</b>
    Jag sparar ditt chatt-id, språket, dina inställningar, sessionerna du sparar och spåren du följer, så att jag kan svara, påminna i tid och säga till när något av det ändras (aviseringar stängs av i /settings). Det du senast frågade om (tid, plats, ämne) minns jag i ett dygn, så att ”och i morgon?” fungerar. Texten i dina meddelanden sparas inte, utom frågor som jag inte kan svara på: de går utan namn vidare till arrangören.
    
    Allt raderas av sig självt { $days } dagar efter mässan. /mydata visar allt, /forget raderar det direkt.
mydata-heading = <b>Allt jag har om dig</b>
mydata-chat = Chatt-id { $chat }, sedan { $since }
mydata-language =
    { $chosen ->
        [true] Språk: { $language }, valt av dig
       *[other] Språk: { $language }, från Telegram
    }
mydata-favourites = Sparade sessioner: { $count }
mydata-tracks = Spår du följer: { $count }
mydata-questions = Frågor det senaste dygnet, som tid, plats och ämne: { $count }
mydata-waiting = Frågor du väntar på svar på: { $count }
mydata-planned = Planerade meddelanden: { $count }
mydata-message = ett meddelande från arrangören
mydata-sent = Skickade påminnelser och utskick: { $count }
mydata-unsent = Meddelanden som inte gick ut: { $count }
button-forget = Radera allt
button-forget-sure = Ja, radera allt
forget-question = Ska jag radera allt jag har om dig, även sparade sessioner och påminnelser? Det går inte att ångra.
forget-done = Allt är raderat. Skriver du igen börjar vi om från början.
forget-kept = Då låter jag allt vara som det är.
