"""Sessions as lines of a list: time · room, then title · format · track, the same order everywhere."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from telegram import InlineKeyboardButton
from telegram.helpers import create_deep_linked_url

from bot.domain.keys import key
from bot.domain.localised import in_language
from bot.domain.models import Named, Session
from bot.domain.programme import Index
from bot.texts import Markup, Texts, escaped
from handlers.buttons import Card, Save, Unsave
from handlers.views import when
from handlers.views.reply import REMEMBERED, SAVE, SAVED, Row, button, clip, dotted, in_rows

K = TypeVar("K")
V = TypeVar("V")

SHOWN: Final = 8
"""Sessions on one page of a list."""

_WIDTH: Final = 4
_TITLE: Final = 200
_NORWEGIAN: Final = {"no", "nn"}
_FLAGS: Final = {"nb": "🇳🇴", "en": "🇬🇧", "sv": "🇸🇪", "da": "🇩🇰", "fi": "🇫🇮", "is": "🇮🇸", "de": "🇩🇪", "fr": "🇫🇷"}


def name_of(things: Mapping[str, Named], identifier: str | None, texts: Texts) -> str:
    """The name of a track, room, format or audience in the reader's language; "" for none."""
    thing = things.get(identifier or "")
    return in_language(thing.name, texts.language) if thing else ""


def rooms_of(texts: Texts, index: Index, session: Session) -> str:
    """Where it is, all rooms where it has several."""
    return ", ".join(name_of(index.rooms, room, texts) for room in session.rooms)


def title_of(session: Session, username: str) -> Markup:
    """The title as a link to its card."""
    link = create_deep_linked_url(username, f"s_{key(session.id)}")
    return Markup(f'<a href="{link}">{escaped(clip(session.title, _TITLE))}</a>')


def flag(texts: Texts, session: Session) -> str:
    """The flag of the language it is held in, where that isn't the reader's."""
    spoken = ["nb" if code in _NORWEGIAN else code for code in session.languages]
    if not spoken or texts.language in spoken:
        return ""
    return _FLAGS.get(spoken[0], spoken[0].upper())


def without_time(texts: Texts, session: Session) -> Markup:
    """What stands in its time's place where it is cancelled or not scheduled yet; empty for any other."""
    if session.cancelled:
        return texts("card-cancelled")
    return Markup("") if session.start else texts("card-unscheduled")


class _Described(NamedTuple):
    """What is the same in every list: day, time, rooms, and the line with the title."""

    day: date | None
    time: Markup
    rooms: Markup
    tail: Markup


_descriptions: Final[WeakKeyDictionary[Index, dict[tuple[str, str, str], _Described]]] = WeakKeyDictionary()
"""By language, bot and session: as long as a programme is in force its lists have the same ones all day."""


_listings: Final[WeakKeyDictionary[Index, dict[Hashable, Markup]]] = WeakKeyDictionary()
"""Whole lists: what is on at two is the same for everybody who asks."""

_LISTS: Final = 512
"""Lists of one programme that are remembered; beyond, all are made anew."""


def _known(store: WeakKeyDictionary[Index, dict[K, V]], index: Index, sessions: Iterable[Session]) -> dict[K, V]:
    """What is remembered of the programme; nothing for sessions of the one before, asked for while this one came."""
    own = all(index.all_sessions.get(session.id) is session for session in sessions)
    return store.setdefault(index, {}) if own else {}


def _described(texts: Texts, index: Index, sessions: Sequence[Session], username: str) -> Iterator[_Described]:
    known = _known(_descriptions, index, sessions)
    for one in sessions:
        which = texts.language, username, one.id
        yield known.get(which) or known.setdefault(which, _describe(texts, index, one, username))


def _describe(texts: Texts, index: Index, session: Session, username: str) -> _Described:
    day = index.local(session.start).date() if session.start else None
    time = without_time(texts, session) or Markup(when.span(texts, index, index.start(session), index.end(session)))
    kind, track = name_of(index.formats, session.format, texts), name_of(index.tracks, session.track, texts)
    tail = dotted(title_of(session, username), escaped(kind), escaped(track), flag(texts, session))
    return _Described(day, time, escaped(rooms_of(texts, index, session)), tail)


def listing(
    texts: Texts,
    index: Index,
    sessions: Sequence[Session],
    username: str,
    *,
    now: datetime,
    first: int = 1,
    shown_day: date | None = None,
    notes: Callable[[Session], str] = lambda _: "",
) -> Markup:
    """Lines for sessions, numbered from `first`, under a heading where the day changes from `shown_day`.

    `notes` gives what is to be said of a session beside its time and room.
    """
    said, today = tuple(map(notes, sessions)), index.local(now).date()
    which = texts.language, username, tuple(session.id for session in sessions), said, first, shown_day, today
    known = _known(_listings, index, sessions)
    if which not in known:
        if len(known) >= _LISTS:
            known.clear()
        described = _described(texts, index, sessions, username)
        known[which] = Markup("\n".join(_lines(texts, zip(described, said, strict=True), first, shown_day, today)))
    return known[which]


def _lines(
    texts: Texts, sessions: Iterable[tuple[_Described, str]], first: int, shown_day: date | None, today: date
) -> Iterator[str]:
    for number, (its, said) in enumerate(sessions, first):
        if its.day and its.day != shown_day:
            if number > first:
                yield ""
            yield texts("sessions-day", day=when.capital(when.day(texts, its.day, today)))
            shown_day = its.day
        yield dotted(f"{texts('sessions-number', number=number)} {its.time}", its.rooms, said)
        yield its.tail


def star(session: Session, favourites: frozenset[str], label: str) -> InlineKeyboardButton:
    """☆ or ★ with a label behind it."""
    return _star(session.id, label, saved=session.id in favourites)


@lru_cache(maxsize=REMEMBERED)
def _star(identifier: str, label: str, *, saved: bool) -> InlineKeyboardButton:
    if saved:
        return button(f"{SAVED} {label}", Unsave(key(identifier)))
    return button(f"{SAVE} {label}", Save(key(identifier)))


def stars(sessions: Sequence[Session], favourites: frozenset[str], first: int = 1) -> Sequence[Row]:
    """A row of ☆ or ★ for the numbered sessions."""
    return _stars(tuple((one.id, one.id in favourites) for one in sessions), first)


@lru_cache(maxsize=REMEMBERED)
def _stars(sessions: tuple[tuple[str, bool], ...], first: int) -> Sequence[Row]:
    buttons = tuple(_star(one, str(number), saved=saved) for number, (one, saved) in enumerate(sessions, first))
    return tuple(in_rows(buttons, _WIDTH))


def numbers(sessions: Sequence[Session], first: int = 1) -> Sequence[Row]:
    """A button with its number for each session, to open its card."""
    return _numbers(tuple(one.id for one in sessions), first)


@lru_cache(maxsize=REMEMBERED)
def _numbers(sessions: tuple[str, ...], first: int) -> Sequence[Row]:
    return tuple(in_rows(tuple(button(str(nr), Card(key(one))) for nr, one in enumerate(sessions, first)), SHOWN))
