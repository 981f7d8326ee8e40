"""What a question was understood as, in one short line."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.localised import in_language
from bot.domain.models import Named
from bot.domain.programme import Index
from bot.questions.model import Interval, Query
from bot.texts import Markup, Texts, escaped
from handlers.views import when
from handlers.views.reply import dotted


def understood(texts: Texts, index: Index, query: Query, now: datetime, answered: Interval | None = None) -> Markup:
    """Time, place, subject and so on with dots between, the first letter large; "" where nothing was asked for.

    `answered` is the interval that the answer is for, where that isn't the query's.
    """
    time = _time(texts, index, query, answered or query.when, now)
    line = dotted(time, *_filters(texts, index, query), *_without(texts, index, query))
    return Markup(when.capital(line))


def _time(texts: Texts, index: Index, query: Query, interval: Interval | None, now: datetime) -> Markup:
    if interval:
        return when.interval(texts, index, interval, now)
    return texts("when-next") if query.order == "next" else Markup("")


def _filters(texts: Texts, index: Index, query: Query) -> list[Markup]:
    groups: list[tuple[Mapping[str, Named], tuple[str, ...]]] = [
        (index.rooms, query.rooms),
        (index.tracks, query.tracks),
        (index.formats, query.formats),
    ]
    parts = [_names(texts, things, ids) for things, ids in groups]
    speakers = [index.speakers[one].name for one in query.speakers if one in index.speakers]
    parts.append(escaped(", ".join(speakers)) if speakers else Markup(""))
    audiences = _names(texts, index.audiences, query.audiences)
    parts.append(texts("understood-audience", audience=audiences) if audiences else Markup(""))
    parts.extend(texts("understood-language", language=language_name(texts, code)) for code in query.languages)
    # With `either` the topic is what the track was heard from: saying both would say it twice.
    topic = query.topic and not (query.either and query.tracks)
    parts.append(texts("understood-topic", topic=query.topic) if topic else Markup(""))
    return [*parts, *_lengths(texts, query)]


def _lengths(texts: Texts, query: Query) -> list[Markup]:
    parts = []
    if query.longer_than is not None:
        parts.append(texts("understood-longer", minutes=query.longer_than))
    if query.shorter_than is not None:
        parts.append(texts("understood-shorter", minutes=query.shorter_than))
    if query.at_least is not None:
        parts.append(texts("understood-at-least", minutes=query.at_least))
    if query.at_most is not None:
        parts.append(texts("understood-at-most", minutes=query.at_most))
    if query.cancelled:
        parts.append(texts("understood-cancelled"))
    if query.free:
        parts.append(texts("understood-free"))
    return parts


def _without(texts: Texts, index: Index, query: Query) -> list[Markup]:
    names = [
        _names(texts, index.rooms, query.without_rooms),
        _names(texts, index.tracks, query.without_tracks),
        _names(texts, index.formats, query.without_formats),
        *(Markup(language_name(texts, code)) for code in query.without_languages),
        escaped(query.without_topic) if query.without_topic else "",
    ]
    return [texts("understood-without", what=Markup(name)) for name in names if name]


def _names(texts: Texts, things: Mapping[str, Named], ids: tuple[str, ...]) -> Markup:
    if not ids:
        return Markup("")
    found = [in_language(things[one].name, texts.language) for one in ids if one in things]
    return escaped(", ".join(found)) if found else Markup("")


def language_name(texts: Texts, code: str) -> str:
    """A language's name in the reader's language; its code where nobody knows it."""
    return str(texts.locale.languages.get("no" if code in {"nb", "nn"} else code, code))
