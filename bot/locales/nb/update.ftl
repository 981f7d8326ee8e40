# Organisers: the programme in chat. A file's difference, changes by hand, the source's troubles.

upload-read =
    <b>{ $name }</b>: { $count ->
        [one] 1 sesjon
       *[other] { $count } sesjoner
    }
upload-remark = ⚠ { $remark }
upload-same = Filen er lik programmet som gjelder.
upload-too-large = Filen er for stor: Telegram lar meg hente høyst { $limit } MB.
upload-broken = Jeg klarer ikke å lese { $name }; programmet blir som det er. { $reason }
upload-doubt-gone = ⚠ Mer enn en tredel av programmet ville bli borte. Er det riktig fil?
upload-doubt-shifted = ⚠ De fleste sesjonene ville flyttes like mange timer. Har filen riktig tidssone?
upload-sure = Vil du ta den i bruk likevel?
upload-done = ✅ Nå gjelder det nye programmet. Endringer: { $changes }. Personer som får vite om dem: { $people }.
upload-declined = Programmet blir som det er.
button-put-in-force = Ta i bruk
changes-new = { $count } nye
changes-cancelled = { $count } avlyst
changes-back = { $count } tilbake igjen
changes-moved = { $count } flyttet
changes-length = { $count } med ny sluttid
changes-room = { $count } i nytt rom
changes-renamed = { $count } med nytt navn
changes-speakers = { $count } med nye foredragsholdere
changes-text = { $count } bare med ny tekst
changes-people =
    { $count ->
        [one] Gjelder 1 person.
       *[other] Gjelder { $count } personer.
    }
changes-all =
    { $count ->
        [one] Til sammen gjelder det 1 person.
       *[other] Til sammen gjelder det { $count } personer.
    }
changes-only-text = ✏ <i>{ $title }</i>: bare tekst
manual-move-how = Skriv /move, sesjonens nøkkel eller tittel, et klokkeslett og gjerne et rom: <code>/move åpning 15:30 Sal 1</code>
manual-cancel-how = Skriv /cancel og sesjonens nøkkel eller tittel.
manual-restore-how = Skriv /restore og nøkkelen eller tittelen til en avlyst sesjon.
manual-no-session = Jeg kjenner ingen sesjon som heter «{ $name }».
manual-no-room = Jeg finner ikke noe rom som heter «{ $room }», eller flere passer.
manual-no-time = Jeg trenger et klokkeslett, som 15:30 eller 15:30–16:15.
manual-no-day = Hvilken dag? Skriv datoen først: 2027-05-05 15:30.
manual-same = Ingenting er endret.
manual-title = Hva heter sesjonen? Skriv tittelen.
manual-time = Når er «{ $title }»? Skriv et klokkeslett, som 15:30–16:15, med datoen først om det ikke er i dag.
manual-room = Hvor er «{ $title }»?
manual-without-room = Uten rom
manual-add =
    <b>{ $title }</b>
    { $at } · { $room }
    Skal jeg legge den til?
button-add = Legg til
manual-dropped = Da blir alt som det er.
conflict =
    ⚠ Kilden har endret <i>{ $title }</i>, som er endret for hånd her.
    Her: <b>{ $mine }</b>
    Kilden: <b>{ $theirs }</b>
button-keep-mine = Behold vår
button-take-theirs = Ta kildens
conflict-cancelled = avlyst
conflict-kept = Endringen vår gjelder fortsatt.
source-fails = ⚠ Programmet kan ikke leses fra { $source }: { $reason }. Det som gjelder, blir stående; jeg prøver igjen.
source-works = ✅ Programmet kan leses fra { $source } igjen.
