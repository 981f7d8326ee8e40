"""A small expo, and an engine that answers from it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

import pytest

from bot.domain.models import (
    Audience,
    Exhibitor,
    Expo,
    Format,
    Practical,
    Programme,
    Room,
    Session,
    Speaker,
    Stand,
    Track,
)  # fmt: skip
from bot.domain.programme import Index
from bot.questions.engine import Engine
from bot.questions.model import Answer, Query

NOW = datetime.fromisoformat("2019-09-24T11:20:00+02:00")

_NUMBERS = count(1)


def _session(title: str, start: str, minutes: int = 45, **fields: object) -> Session:
    begins = datetime.fromisoformat(f"2019-09-{start}:00+02:00")
    ends = begins + timedelta(minutes=minutes)
    identifier = str(fields.pop("id", f"s{next(_NUMBERS)}"))
    return Session.model_validate({"id": identifier, "title": title, "start": begins, "end": ends, **fields})


_ROOMS = (
    Room(id="main", name={"nb": "Hovedscenen", "en": "Main Stage"}),
    Room(id="hall-1", name={"nb": "Sal 1", "en": "Hall 1"}),
    Room(id="k", name={"any": "K.1.105 (La Fontaine)"}),
)
_TRACKS = (
    Track(id="mobility", name={"nb": "Mobilitet", "en": "Mobility"}),
    Track(id="democracy", name={"nb": "Demokrati", "en": "Democracy"}),
)
_FORMATS = (
    Format(id="talk", name={"nb": "Foredrag", "en": "Talk"}),
    Format(id="panel", name={"nb": "Paneldebatt", "en": "Panel discussion"}),
    Format(id="lunch", name={"nb": "Lunsj", "en": "Lunch"}, is_break=True),
)
_AUDIENCES = (Audience(id="mayors", name={"nb": "Ordførere", "en": "Mayors"}),)
_SPEAKERS = (
    Speaker(id="ingrid", name="Ingrid Solheim"),
    Speaker(id="per", name="Per Solheim"),
    Speaker(id="jan", name="Jan Tveitane"),
    Speaker(id="bjorn", name="Bjørn Ærlig-Åsen"),
)
_STANDS = (Stand(id="st-14", label="14"), Stand(id="st-p2", label="P2"))
_EXHIBITORS = (
    Exhibitor(id="warm", name="Glødevarme AS", offers=("energi", "fjernvarme"), stand="st-14"),
    Exhibitor(id="innovation", name="Innovasjon Norge", offers=("finansiering",), stand="st-p2"),
)
_PRACTICAL = (
    Practical(id="wifi", question={"nb": "Finnes det trådløst nett?"}, answer={"nb": "Ja."}, keywords=("wifi", "nett")),
)
_SESSIONS = (
    _session("Åpning", "24T09:00", id="opening", room="main", format="talk", languages=("nb",)),
    _session("Bussen som kommer", "24T11:00", id="bus", room="hall-1", track="mobility", format="talk",
             languages=("nb",), speakers=("per",)),
    _session("Lunsj på Torget", "24T12:00", 60, id="lunch", format="lunch"),
    _session("Byen uten kø", "24T14:00", id="queue", room="main", track="mobility", format="talk",
             languages=("nb",), speakers=("ingrid",), audiences=("mayors",)),
    _session("Who owns the data?", "24T13:30", 60, id="data", room="hall-1", track="democracy", format="panel",
             languages=("en",), audiences=("mayors",), abstract="About sensors and trust."),
    _session("Sensorer i alle lyktestolper", "24T15:00", 20, id="sensors", room="hall-1", format="talk",
             languages=("nb",), speakers=("jan",)),
    _session("Night trains", "25T10:00", id="trains", room="main", track="mobility", format="panel",
             languages=("en",), speakers=("bjorn",)),
    _session("Strøm nok til alle", "25T13:00", id="power", room="main", format="talk", languages=("nb",),
             tags=("energi",)),
    _session("Varme fra datasenteret", "26T10:00", 90, id="heat", room="k", format="talk", languages=("nb",),
             abstract="Om energi og fjernvarme."),
)  # fmt: skip


def _programme() -> Programme:
    return Programme(
        expo=Expo(name="Expo", timezone="Europe/Oslo"),
        rooms=_ROOMS,
        tracks=_TRACKS,
        formats=_FORMATS,
        audiences=_AUDIENCES,
        speakers=_SPEAKERS,
        stands=_STANDS,
        exhibitors=_EXHIBITORS,
        practical=_PRACTICAL,
        sessions=_SESSIONS,
    )


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(Index(_programme()))


@pytest.fixture
def ask(engine: Engine) -> Callable[..., Answer]:
    """Ask one question at 11:20 on the first day."""

    def _ask(text: str, language: str = "nb", thread: Query | None = None, favourites: tuple[str, ...] = ()) -> Answer:
        return engine.ask(text, now=NOW, language=language, thread=thread, favourites=favourites)

    return _ask


@pytest.fixture
def talk(ask: Callable[..., Answer]) -> Callable[..., Answer]:
    """Ask one question after the other, each with the one before as its thread; the last answer."""

    def _talk(*texts: str, language: str = "nb") -> Answer:
        answer = ask(texts[0], language)
        for text in texts[1:]:
            answer = ask(text, language, thread=answer.query)
        return answer

    return _talk
