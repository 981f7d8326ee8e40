"""The very thing that was asked, in one line before the rest: how long, in which language, who, where, when."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Final

from bot.domain.localised import in_language
from bot.domain.models import Named, Session
from bot.domain.programme import Index
from bot.questions.model import Asks, Listed
from bot.services.ask import Asked
from bot.texts import Markup, Texts, escaped
from handlers.views import when
from handlers.views.reply import lines
from handlers.views.sessions import rooms_of
from handlers.views.understood import language_name

_MINUTE: Final = timedelta(minutes=1)

Line = Callable[[Texts, Asked, Session], Markup]


def asked_first(texts: Texts, asked: Asked) -> Markup:
    """The line; "" where nothing about one session was asked, or where its card answers as well."""
    found = asked.answer
    if found.query.asks == "changes" and not found.query.cancelled:
        return lines(texts("asked-changes"), texts("asked-now") if found.sessions else "")
    line = _LINES.get(found.query.asks)
    if line is None:
        return Markup("")
    alone = len({session.title for session in found.sessions}) == 1
    alone = alone or (found.query.asks == "ends" and bool(found.query.only and found.sessions))
    one = found.sessions[0] if alone else None
    return line(texts, asked, one) if one and one.start else Markup("")


def speakers_of(index: Index, session: Session) -> Markup:
    """Their names, "" for none."""
    return escaped(", ".join(index.speakers[one].name for one in session.speakers if one in index.speakers))


def _length(texts: Texts, asked: Asked, session: Session) -> Markup:
    length = asked.index.end(session) - asked.index.start(session)
    hours, rest = divmod(int(length / _MINUTE), 60)
    return texts("asked-length", minutes=hours * 60 + rest) if rest else texts("asked-hours", hours=hours)


def _language(texts: Texts, _: Asked, session: Session) -> Markup:
    names = ", ".join(language_name(texts, code) for code in session.languages)
    return texts("asked-language", language=names) if names else texts("asked-language-unknown")


def _who(texts: Texts, asked: Asked, session: Session) -> Markup:
    names = speakers_of(asked.index, session)
    return texts("asked-who", names=names) if names else texts("asked-who-unknown")


def _where(texts: Texts, asked: Asked, session: Session) -> Markup:
    room = rooms_of(texts, asked.index, session)
    at = when.at(texts, asked.index, asked.index.start(session), asked.answer.asked_at)
    return texts("asked-where", room=room, title=session.title, at=at) if room else texts("asked-where-unknown")


def _when(texts: Texts, asked: Asked, session: Session) -> Markup:
    at = when.at(texts, asked.index, asked.index.start(session), asked.answer.asked_at)
    return texts("asked-when", at=when.capital(at))


def _ends(texts: Texts, asked: Asked, session: Session) -> Markup:
    return texts("asked-ends", at=when.at(texts, asked.index, asked.index.end(session), asked.answer.asked_at))


_LINES: Final[Mapping[Asks, Line]] = {
    "length": _length,
    "language": _language,
    "who": _who,
    "where": _where,
    "when": _when,
    "ends": _ends,
}


def listed(texts: Texts, index: Index, kind: Listed) -> Markup:
    """The programme's tracks, rooms, formats or audiences, each with how many sessions it has; those without left out.

    "" where the programme has none.
    """
    things, of = _kinds(index)[kind]
    counts = Counter(one for session in index.sessions for one in of(session) if not index.is_break(session))
    rows = [
        texts("asked-listed", name=in_language(thing.name, texts.language), count=counts[thing.id])
        for thing in things.values()
        if counts[thing.id]
    ]
    return lines(texts(f"asked-all-{kind}", count=len(rows)), *rows) if rows else Markup("")


def _kinds(index: Index) -> Mapping[Listed, tuple[Mapping[str, Named], Callable[[Session], Iterable[str | None]]]]:
    return {
        "tracks": (index.tracks, lambda session: (session.track,)),
        "rooms": (index.rooms, lambda session: session.rooms),
        "formats": (index.formats, lambda session: (session.format,)),
        "audiences": (index.audiences, lambda session: session.audiences),
    }
