# Organisers: the programme in chat. A file's difference, changes by hand, the source's troubles.

upload-read =
    <b>{ $name }</b>: { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
upload-remark = ⚠ { $remark }
upload-same = Filen er magen til det program, der gælder.
upload-too-large = Filen er for stor: Telegram lader mig hente højst { $limit } MB.
upload-broken = Jeg kan ikke læse { $name }; programmet forbliver, som det er. { $reason }
upload-doubt-gone = ⚠ Mere end en tredjedel af programmet ville forsvinde. Er det den rigtige fil?
upload-doubt-shifted = ⚠ De fleste sessioner ville blive flyttet lige mange timer. Har filen den rigtige tidszone?
upload-sure = Vil du tage den i brug alligevel?
upload-done = ✅ Nu gælder det nye program. Ændringer: { $changes }. Personer, der får besked: { $people }.
upload-declined = Programmet forbliver, som det er.
button-put-in-force = Tag i brug
changes-new = { $count } nye
changes-cancelled = { $count } aflyst
changes-back = { $count } tilbage igen
changes-moved = { $count } flyttet
changes-length = { $count } med nyt sluttidspunkt
changes-room = { $count } i nyt lokale
changes-renamed = { $count } med nyt navn
changes-speakers = { $count } med nye oplægsholdere
changes-text = { $count } kun med ny tekst
changes-people =
    { $count ->
        [one] Vedrører 1 person.
       *[other] Vedrører { $count } personer.
    }
changes-all =
    { $count ->
        [one] I alt vedrører det 1 person.
       *[other] I alt vedrører det { $count } personer.
    }
changes-only-text = ✏ <i>{ $title }</i>: kun tekst
manual-move-how = Skriv /move, sessionens nøgle eller titel, et klokkeslæt og eventuelt et lokale: <code>/move åbning 15:30 Sal 1</code>
manual-cancel-how = Skriv /cancel og sessionens nøgle eller titel.
manual-restore-how = Skriv /restore og nøglen eller titlen på en aflyst session.
manual-no-session = Jeg kender ingen session, der hedder »{ $name }«.
manual-no-room = Jeg kan ikke finde et lokale, der hedder »{ $room }«, eller flere passer.
manual-no-time = Jeg skal bruge et klokkeslæt, for eksempel 15:30 eller 15:30–16:15.
manual-no-day = Hvilken dag? Skriv datoen først: 2027-05-05 15:30.
manual-same = Intet er ændret.
manual-title = Hvad hedder sessionen? Skriv titlen.
manual-time = Hvornår er »{ $title }«? Skriv et klokkeslæt, for eksempel 15:30–16:15, med datoen først, hvis det ikke er i dag.
manual-room = Hvor er »{ $title }«?
manual-without-room = Uden lokale
manual-add =
    <b>{ $title }</b>
    { $at } · { $room }
    Skal jeg tilføje den?
button-add = Tilføj
manual-dropped = Så forbliver alt, som det er.
conflict =
    ⚠ Kilden har ændret <i>{ $title }</i>, som er ændret manuelt her.
    Her: <b>{ $mine }</b>
    Kilden: <b>{ $theirs }</b>
button-keep-mine = Behold vores
button-take-theirs = Tag kildens
conflict-cancelled = aflyst
conflict-kept = Vores ændring gælder fortsat.
source-fails = ⚠ Programmet kan ikke læses fra { $source }: { $reason }. Det nuværende program gælder fortsat; jeg prøver igen.
source-works = ✅ Programmet kan læses fra { $source } igen.
