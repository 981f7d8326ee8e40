"""What columns of sheets are called, in five languages; the likelier name first."""

from collections.abc import Mapping
from typing import Final

SYNONYMS: Final[Mapping[str, str]] = {
    "title": """
        session title|panel title|title|tittel|titel|name|navn|namn|session name|paper title|rubrik|programpost|session|
        topic|overskrift|arrangement|event|event name|foredrag""",
    "part": "paper title|title|tittel|titel",
    "subtitle": "subtitle|undertittel|undertitel|untertitel|underrubrik",
    "date": "date|dato|datum|day|dag|tag|session date|start date",
    "start": """
        start|starts|start time|starttid|starttidspunkt|begins|from|fra|från|von|beginn|startzeit|start at|starts at|
        time|tid|tidspunkt|klokkeslett|klokkeslæt|klockslag|uhrzeit|zeit|time slot|timeslot""",
    "end": "end|ends|end time|slutt|slut|sluttid|sluttidspunkt|ende|endzeit|to|til|till|bis|end at|ends at|finish",
    "length": "duration|length|varighet|varighed|längd|dauer|minutes|minutter",
    "room": "room|rom|sal|raum|lokale|lokal|stage|scene|scen|bühne|location|sted|plats|place|venue|ort|hall|rooms",
    "track": """
        track|spor|spår|tracks|session tracks|theme|tema|thema|topic|topic 1|section|sektion|stream|
        category|kategori""",
    "format": "format|type|session type|kategori|category|arrangementstype|art|sessionstype|typ",
    "languages": "language|språk|sprog|sprache|languages",
    "speakers": """
        speakers|speaker|foredragsholdere|foredragsholder|medvirkende|talare|oplægsholder|oplægsholdere|vortragende|
        vortragender|presenter|presenters|presenter name|coauthor|coauthors|
        lead speaker moderator|speaker 1|speaker 2|speaker 3|speaker 4|speaker 5|speaker names|innledere|talere|
        referent|author|authors|author names""",
    "hosts": "moderator|moderators|chair|chairs|discussants|ordstyrer|møteleder|konferansier|host|hosts|moderation",
    "organisation": "presenter affiliation|affiliation|organisation|organization|company|bedrift|virksomhet|firma",
    "abstract": """
        description|abstract|beskrivelse|beskrivning|beschreibung|om arrangementet|summary|sammendrag|omtale|content|
        innhold|more info|zusammenfassung""",
    "tags": """
        tags|tag|categories|keywords|topic 2|nøkkelord|emneord|stikkord|arrangor|arrangør|arrangör|organiser|
        hashtags""",
    "id": "id|session id|code|nr|guid|uid",
    "cancelled": "cancelled|canceled|avlyst|inställd|aflyst|abgesagt",
    "series": "repeat of",
    "url": "url|link|lenke|länk|website|webside",
}
