# Organisers: the programme in chat. A file's difference, changes by hand, the source's troubles.

upload-read =
    <b>{ $name }</b>: { $count ->
        [one] 1 session
       *[other] { $count } sessioner
    }
upload-remark = ⚠ { $remark }
upload-same = Filen är likadan som programmet som gäller.
upload-too-large = Filen är för stor: Telegram låter mig hämta högst { $limit } MB.
upload-broken = Jag kan inte läsa { $name }; programmet förblir som det är. { $reason }
upload-doubt-gone = ⚠ Mer än en tredjedel av programmet skulle försvinna. Är det rätt fil?
upload-doubt-shifted = ⚠ De flesta sessionerna skulle flyttas lika många timmar. Har filen rätt tidszon?
upload-sure = Vill du ta den i bruk ändå?
upload-done = ✅ Nu gäller det nya programmet. Ändringar: { $changes }. Personer som får veta det: { $people }.
upload-declined = Programmet förblir som det är.
button-put-in-force = Ta i bruk
changes-new = { $count } nya
changes-cancelled = { $count } inställda
changes-back = { $count } tillbaka igen
changes-moved = { $count } flyttade
changes-length = { $count } med ny sluttid
changes-room = { $count } i ny lokal
changes-renamed = { $count } med nytt namn
changes-speakers = { $count } med andra talare
changes-text = { $count } med bara ny text
changes-people =
    { $count ->
        [one] Berör 1 person.
       *[other] Berör { $count } personer.
    }
changes-all =
    { $count ->
        [one] Sammanlagt berör det 1 person.
       *[other] Sammanlagt berör det { $count } personer.
    }
changes-only-text = ✏ <i>{ $title }</i>: bara text
manual-move-how = Skriv /move, sessionens nyckel eller titel, en tid och gärna en lokal: <code>/move invigning 15.30 Sal 1</code>
manual-cancel-how = Skriv /cancel och sessionens nyckel eller titel.
manual-restore-how = Skriv /restore och nyckeln eller titeln till en inställd session.
manual-no-session = Jag känner inte till någon session som heter ”{ $name }”.
manual-no-room = Jag hittar ingen lokal som heter ”{ $room }”, eller så passar flera.
manual-no-time = Jag behöver en tid, som 15.30 eller 15.30–16.15.
manual-no-day = Vilken dag? Skriv datumet först: 2027-05-05 15.30.
manual-same = Inget har ändrats.
manual-title = Vad heter sessionen? Skriv titeln.
manual-time = När är ”{ $title }”? Skriv en tid, som 15.30–16.15, med datumet först om det inte är i dag.
manual-room = Var är ”{ $title }”?
manual-without-room = Utan lokal
manual-add =
    <b>{ $title }</b>
    { $at } · { $room }
    Ska jag lägga till den?
button-add = Lägg till
manual-dropped = Då förblir allt som det är.
conflict =
    ⚠ Källan har ändrat <i>{ $title }</i>, som har ändrats manuellt här.
    Här: <b>{ $mine }</b>
    Källan: <b>{ $theirs }</b>
button-keep-mine = Behåll vår
button-take-theirs = Ta källans
conflict-cancelled = inställd
conflict-kept = Vår ändring gäller fortfarande.
source-fails = ⚠ Programmet går inte att läsa från { $source }: { $reason }. Det som gäller ligger kvar; jag försöker igen.
source-works = ✅ Programmet går att läsa från { $source } igen.
