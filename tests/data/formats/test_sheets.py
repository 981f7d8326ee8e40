import io
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from bot.domain.models import Session
from data.formats.cells import read as cell
from data.formats.detect import read
from data.formats.errors import ProgrammeError
from data.formats.reading import Reading

OSLO = "Europe/Oslo"


def csv(text: str, encoding: str = "utf-8", **options: object) -> Reading:
    mapping = {str(key): str(value) for key, value in options.items()}
    return read(text.encode(encoding), timezone=OSLO, mapping=mapping)


def xlsx(
    *sheets: list[list[object]], merge: str = "", name: str = "", mapping: dict[str, str] | None = None
) -> Reading:
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Ark {number}")
        for row in rows:
            sheet.append(row)
        if merge:
            sheet.merge_cells(merge)
    file = io.BytesIO()
    book.save(file)
    return read(file.getvalue(), name=name, timezone=OSLO, mapping=mapping)


def shown(session: Session) -> str:
    start = f"{session.start:%d.%m. %H:%M}" if session.start else "–"
    return f"{start}–{session.end:%H:%M} {session.title}" if session.end else f"{start} {session.title}"


def lines(reading: Reading) -> list[str]:
    return [shown(session) for session in reading.programme.sessions]


@pytest.mark.parametrize(
    ("text", "day", "start", "end"),
    [
        ("24.09.2024", date(2024, 9, 24), None, None),
        ("2024-09-24", date(2024, 9, 24), None, None),
        ("24/9/24", date(2024, 9, 24), None, None),
        ("tirsdag 24. september 2024", date(2024, 9, 24), None, None),
        ("Thursday, Sep 4", date(2014, 9, 4), None, None),
        ("May 5, 2027 kl. 14:30", date(2027, 5, 5), time(14, 30), None),
        ("2024-08-12T11:00", date(2024, 8, 12), time(11), None),
        ("14:00-15:30 Uhr", None, time(14), time(15, 30)),
        ("9.30–10.15", None, time(9, 30), time(10, 15)),
        ("kl. 9 til 10", None, time(9), time(10)),
        ("kl 14", None, time(14), None),
        ("0930", None, time(9, 30), None),
        ("7:00 a.m.", None, time(7), None),
        ("4:00 - 5:30pm", None, time(16), time(17, 30)),
        ("11:00 - 1:00pm", None, time(11), time(13)),
        ("12:00 am", None, time(0), None),
        ("24:00", None, time(0), None),
        ("5:15 on", None, time(5, 15), None),
        ("25:61", None, None, None),
        ("31.02.2024", None, None, None),
        ("TBA", None, None, None),
    ],
)
def test_a_cell_says_when(text: str, day: date | None, start: time | None, end: time | None) -> None:
    when = cell(text, year=2014)
    assert (when.day, when.start, when.end) == (day, start, end)


@pytest.mark.parametrize(
    ("typed", "day", "start"),
    [
        (datetime(2027, 5, 5, 10, 0), date(2027, 5, 5), time(10)),  # noqa: DTZ001 - as Excel writes it
        (date(2027, 5, 5), date(2027, 5, 5), None),
        (time(10, 0), None, time(10)),
        (46512, date(2027, 5, 5), None),
        (46512.4375, date(2027, 5, 5), time(10, 30)),
        (0.4375, None, time(10, 30)),
        (101.0, None, None),
    ],
)
def test_a_typed_cell_says_when(typed: object, day: date | None, start: time | None) -> None:
    when = cell(typed)
    assert (when.day, when.start) == (day, start)


@pytest.mark.parametrize(
    "header",
    [
        "Tittel,Dato,Start,Slutt,Rom,Spor,Foredragsholdere",
        "TITEL,Datum,Starttid,Sluttid,Sal,Spår,Talare",
        "Titel;Dato;Start;Slut;Lokale;Spor;Oplægsholdere",
        "Titel\tDatum\tBeginn\tEnde\tRaum\tThema\tVortragende",
        "Name (required),Day,Start Time,End_Time,Location,Track,Speakers",
    ],
)
def test_headers_are_known_in_five_languages(header: str) -> None:
    apart = next(sign for sign in ",;\t" if sign in header)
    row = apart.join(["Busser", "05.05.2027", "10:00", "10:45", "Hall A", "Mobilitet", "Kari Nordmann"])
    reading = csv(f"{header}\n{row}\n")
    (session,) = reading.programme.sessions
    assert shown(session) == "05.05. 10:00–10:45 Busser"
    assert (session.room, session.track, session.speakers) == ("Hall A", "Mobilitet", ("Kari Nordmann",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_encoding_and_line_end_is_read(encoding: str, end: str) -> None:
    text = end.join(
        ["Tittel;Tid;Rom", "Smørbrød på Ål;2027-05-05 10:00;Blå sal", "Grønn øl;2027-05-05 11:00;Blå sal", ""]
    )
    assert lines(csv(text, encoding)) == ["05.05. 10:00–11:00 Smørbrød på Ål", "05.05. 11:00 Grønn øl"]


def test_times_to_twelve_rise_through_the_day() -> None:
    rows = "Dag,Tid,Tittel\n5.5.2027,8:30-10:00,A\n,12:15-1.45,B\n,1:45-3:15,C\n,6:30 - 10:00,D\n6.5.2027,8:30-9:45,E\n"
    assert lines(csv(rows)) == [
        "05.05. 08:30–10:00 A",
        "05.05. 12:15–13:45 B",
        "05.05. 13:45–15:15 C",
        "05.05. 18:30–22:00 D",
        "06.05. 08:30–09:45 E",
    ]


def test_an_end_at_or_after_midnight_is_on_the_next_day() -> None:
    rows = "Dato,Start,Slutt,Tittel\n5.5.2027,21:00,00:00,A\n5.5.2027,23:30,01:00,B\n"
    assert [str(session.duration) for session in csv(rows).programme.sessions] == ["3:00:00", "1:30:00"]


def test_american_dates_are_known_by_what_makes_the_expo_short() -> None:
    rows = "Name,Start Time,End Time\nA,4/3/16 14:00,4/3/16 17:00\nB,4/4/16 7:00,4/4/16 18:00\n"
    assert lines(csv(rows)) == ["03.04. 14:00–17:00 A", "04.04. 07:00–18:00 B"]
    norwegian = "Navn,Start\nA,3/4/16 14:00\nB,4/4/16 07:00\n"
    assert lines(csv(norwegian)) == ["03.04. 14:00 A", "04.04. 07:00 B"]


def test_a_day_without_a_date_is_unscheduled_until_its_date_is_told() -> None:
    rows = "Day,Time,Title\nDay 1,10:00,A\n,11:00,B\nDay 2,10:00,C\n"
    reading = csv(rows)
    assert lines(reading) == ["– A", "– B", "– C"]
    assert [(remark.defect, remark.count) for remark in reading.remarks] == [("no-date", 3), ("no-start", 3)]
    told = csv(rows, **{"Day 1": "2027-05-05", "Day 2": "2027-05-06"})
    assert lines(told) == ["05.05. 10:00 A", "05.05. 11:00 B", "06.05. 10:00 C"]


def test_a_row_without_a_title_is_called_by_its_type_and_a_sentence_is_no_speaker() -> None:
    rows = "day,time,type,author,title\n1,9:00,Keynote,Kari Nordmann,A\n1,10:15,Break,,\n"
    rows += "1,11:00,Short talks,Made from what was sent,\n"
    reading = csv(rows, **{"Day 1": "2027-05-05"})
    assert lines(reading) == ["05.05. 09:00 A", "05.05. 10:15 Break", "05.05. 11:00 Short talks"]
    assert [speaker.name for speaker in reading.programme.speakers] == ["Kari Nordmann"]


def test_speakers_are_found_in_each_way_they_are_listed() -> None:
    cells = {
        "Kari Nordmann, Ola Nordmann": [("Kari Nordmann", "", ""), ("Ola Nordmann", "", "")],
        "Kari Nordmann, rådmann, KS\nOla Nordmann, KS": [
            ("Kari Nordmann", "rådmann", "KS"),
            ("Ola Nordmann", "", "KS"),
        ],
        "Kari Nordmann (KS) & Ola Nordmann": [("Kari Nordmann", "", "KS"), ("Ola Nordmann", "", "")],
        "['Kari Nordmann, rådmann, KS']": [("Kari Nordmann", "rådmann", "KS")],
        "Kari Nordmann <kari@example.org>; TBA": [("Kari Nordmann", "", "")],
    }
    for told, people in cells.items():
        reading = csv(f'Title,Time,Speakers\nA,10:00,"{told}"\nB,11:00,\n')
        assert [(who.name, who.role, who.organisation) for who in reading.programme.speakers] == people


def test_several_speaker_columns_hold_one_each() -> None:
    reading = csv('Title,Time,Speaker 1,Speaker 2,Moderator\nA,10:00,"Kari, KS",Ola (NHO),Per\n')
    assert [(who.name, who.organisation) for who in reading.programme.speakers] == [
        ("Kari", "KS"),
        ("Ola", "NHO"),
        ("Per", ""),
    ]


def test_one_row_an_author_is_one_session_with_its_papers() -> None:
    rows = (
        "date,time,panel_title,title,presenter,presenter_affiliation\n"
        "24.09.2024,14:00-15:30 Uhr,Panel,Paper 1,Kari,UiO\n"
        "24.09.2024,14:00-15:30 Uhr,Panel,Paper 1,Ola,NTNU\n"
        "24.09.2024,14:00-15:30 Uhr,Panel,Paper 2,Per,NA\n"
    )
    (session,) = (reading := csv(rows)).programme.sessions
    assert shown(session) == "24.09. 14:00–15:30 Panel"
    assert session.abstract == "• Paper 1 – Kari, Ola\n• Paper 2 – Per"
    assert [(who.name, who.organisation) for who in reading.programme.speakers] == [
        ("Kari", "UiO"),
        ("Ola", "NTNU"),
        ("Per", ""),
    ]


def test_a_column_is_mapped_by_its_header_or_its_letter() -> None:
    rows = "Hva,Når,Hvor\nA,2027-05-05 10:00,Hall A\n"
    with pytest.raises(
        ProgrammeError, match=r"no row of headers with a title .* the first row is: Hva, Når, Hvor – give"
    ):
        csv(rows)
    assert lines(csv(rows, Hva="title", Når="start", hvor="room")) == ["05.05. 10:00 A"]
    bare = "10:00-11:00,A\n11:00-12:00,B\n"
    assert lines(csv(bare, A="start", B="title", day="2027-05-05")) == ["05.05. 10:00–11:00 A", "05.05. 11:00–12:00 B"]
    with pytest.raises(ProgrammeError, match="--map Hva=titel: a column is one of title, part"):
        csv(rows, Hva="titel")


def test_columns_of_contacts_are_not_kept() -> None:
    reading = csv("Tittel,Tid,E-post,Telefon\nA,2027-05-05 10:00,kari@example.org,+47 900 00 000\n")
    assert "example.org" not in (kept := reading.programme.model_dump_json())
    assert "900 00" not in kept


def test_an_excel_sheet_has_typed_dates_two_header_rows_and_formulas() -> None:
    day = datetime(2027, 5, 5)  # noqa: DTZ001 - as Excel writes it
    reading = xlsx(
        [
            ["<Navn>", None, None, None, "Foredragsholdere", None],
            ["Rom", "Dato", "Tid", "Tittel", 1, 2],
            ["Hall A", day, time(9, 0), "A", "Kari, KS", "Ola"],
            ["=A3", "=B3", time(9, 20), "B", None, None],
        ],
        merge="E1:F1",
    )
    assert lines(reading) == ["05.05. 09:00–09:20 A", "05.05. 09:20 B"]
    assert [session.room for session in reading.programme.sessions] == ["Hall A", "Hall A"]
    assert reading.programme.sessions[0].speakers == ("Kari", "Ola")


def test_a_grid_has_rooms_across_times_down_and_merged_cells() -> None:
    grid: list[list[object]] = [
        ["Thursday, Sep 4"],
        ["Time", "Crystal", "Diamond", "Pearl"],
        ["8:30-10:00", "Plenary", None, None],
        ["10:00-10:30", "Coffee break"],
        ["12:15-1.45", "Papers 1", "Papers 2\nabout graphs", None],
    ]
    reading = xlsx(grid, merge="B4:D4", name="vldb-2014.xlsx")
    assert [(shown(session), session.rooms) for session in reading.programme.sessions] == [
        ("04.09. 08:30–10:00 Plenary", ("Crystal",)),
        ("04.09. 10:00–10:30 Coffee break", ("Crystal", "Diamond", "Pearl")),
        ("04.09. 12:15–13:45 Papers 1", ("Crystal",)),
        ("04.09. 12:15–13:45 Papers 2", ("Diamond",)),
    ]


def test_a_hidden_sheet_is_left_out_and_whole_numbers_stay_whole() -> None:
    book = Workbook()
    sheet, hidden = book.worksheets[0], book.create_sheet("Skjult")
    for row in (["Id", "Tittel", "Tid"], [101.0, "A", "2027-05-05 10:00"]):
        sheet.append(row)
        hidden.append(row)
    hidden.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    assert [session.id for session in read(file.getvalue(), timezone=OSLO).programme.sessions] == ["101"]


def test_a_list_without_times_is_left_where_another_sheet_has_them() -> None:
    timed: list[list[object]] = [["Title", "Start"], ["A", "2027-05-05 10:00"]]
    papers: list[list[object]] = [["Paper title", "Author names"], ["P", "Kari"]]
    assert lines(xlsx(papers, timed)) == ["05.05. 10:00 A"]
    assert lines(xlsx(papers)) == ["– P"]


def test_blank_cells_beside_each_other_are_no_session() -> None:
    grid: list[list[object]] = [["Time", "A", "B", "C"], ["9:00", " ", " ", "Åpning"], ["10:00", "Panel", " ", " "]]
    reading = xlsx(grid, mapping={"day": "2027-05-05"})
    assert [(shown(session), session.rooms) for session in reading.programme.sessions] == [
        ("05.05. 09:00 Åpning", ("C",)),
        ("05.05. 10:00 Panel", ("A",)),
    ]


def test_formulas_are_followed_however_far_and_a_circle_leads_to_nothing() -> None:
    chain: list[list[object]] = [[f"=A{number - 1}", f"=B{number - 1}"] for number in range(3, 3003)]
    sessions = xlsx([["Tittel", "Tid"], ["A", "2027-05-05 10:00"], *chain]).programme.sessions
    assert {session.title for session in sessions} == {"A"}
    circle: list[list[object]] = [
        ["Tittel", "Tid", "Rom"],
        ["A", "2027-05-05 10:00", "=C3"],
        ["B", "2027-05-05 11:00", "=C2"],
    ]
    assert [session.room for session in xlsx(circle).programme.sessions] == [None, None]


def test_a_day_that_no_expo_is_on_is_no_time() -> None:
    reading = csv("Tittel,Start,Slutt\nA,9999-12-31 23:00,22:00\nB,2027-05-05 10:00,\n")
    assert lines(reading) == ["– A", "05.05. 10:00 B"]
    assert [remark.defect for remark in reading.remarks] == ["bad-time", "no-start"]
