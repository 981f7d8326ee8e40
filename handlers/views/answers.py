"""An answer: what was understood in one line, the sessions, the next step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.localised import in_language
from bot.domain.models import Exhibitor
from bot.domain.programme import Index
from bot.questions.model import Action, Answer, Reading
from bot.services.ask import Asked
from bot.texts import Markup, Texts, escaped, texts_in
from handlers.buttons import Choose, Page, TellMe
from handlers.views import places, saved, when
from handlers.views.asked import asked_first, listed, speakers_of
from handlers.views.cards import card, speaker_card
from handlers.views.nothing import nothing
from handlers.views.reply import BACK, FOLLOW, ON, Reply, Row, button, clip, dotted, keyboard, lines
from handlers.views.sessions import SHOWN, listing, numbers, stars
from handlers.views.understood import understood

_MINUTE: Final = timedelta(minutes=1)
_DESCRIPTION: Final = 300

_COMMANDS: Final[dict[Action, str]] = {
    "follow": "tracks", "unfollow": "tracks", "language": "language", "mydata": "mydata", "privacy": "privacy",
    "forget": "forget",
}  # fmt: skip
"""Where to do what was asked for, other than in the settings."""

View = Callable[[Texts, Asked, str, int], Reply]


def answer(asked: Asked, username: str, page: int = 0) -> Reply:
    """The reply to a question, in the question's language."""
    texts = texts_in(asked.answer.query.language)
    if asked.saved:
        return saved.saved(texts, asked.index, asked.saved, asked.answer.asked_at)
    if asked.undone:
        return saved.undone(texts, asked.index, asked.undone, asked.favourites, asked.answer.asked_at)
    if asked.answer.clarify:
        return _clarify(texts, asked)
    reply = _VIEWS.get(asked.answer.query.intent, _sessions)(texts, asked, username, page)
    first = asked_first(texts, asked)
    if not first or page:
        return reply
    return replace(reply, text="\n\n".join(part for part in (first, reply.text) if part))


def _clarify(texts: Texts, asked: Asked) -> Reply:
    choices = [
        button(label, Choose(asked.number, n)) for n, label in enumerate(labels(texts, asked.index, asked.answer))
    ]
    return Reply(texts("answer-which"), keyboard([choice] for choice in choices))


def labels(texts: Texts, index: Index, found: Answer) -> list[str]:
    """What the readings are called, with the time first where several bear the same label."""
    return [_label(texts, index, found, reading) for reading in found.clarify]


def _label(texts: Texts, index: Index, found: Answer, reading: Reading) -> str:
    session = index.all_sessions.get(reading.query.sessions[0]) if reading.query.sessions else None
    alike = sum(other.label == reading.label for other in found.clarify) > 1
    if not alike or session is None or session.start is None:
        return reading.label
    return f"{when.capital(when.at(texts, index, session.start, found.asked_at))} · {reading.label}"


def _sessions(texts: Texts, asked: Asked, username: str, page: int) -> Reply:
    found = asked.answer
    if not found.sessions:
        return _nothing(texts, asked, username)
    heading = "asked-count" if found.query.asks == "count" else "answer-heading"
    head = texts(heading, understood=_what(texts, asked), count=len(found.sessions))
    return _listed(texts, asked, username, page, head)


def _listed(texts: Texts, asked: Asked, username: str, page: int, head: Markup) -> Reply:
    found, index = asked.answer, asked.index
    last = max(0, (len(found.sessions) - 1) // SHOWN)
    page = min(max(0, page), last)
    first = page * SHOWN
    shown = found.sessions[first : first + SHOWN]
    moment, running = _moment(found), texts("sessions-running")
    body = listing(
        texts, index, shown, username, now=found.asked_at, first=first + 1, shown_day=_day(asked),
        notes=lambda one: dotted(
            running if moment and index.start(one) < moment else "",
            speakers_of(index, one) if found.query.asks == "who" else "",
        ),
    )  # fmt: skip
    left = len(found.sessions) - first - len(shown)
    text = "\n\n".join(part for part in (head, body, texts("answer-more", count=left) if left else "") if part)
    rows = [*stars(shown, asked.favourites, first + 1), *numbers(shown, first + 1), _pages(asked.number, page, last)]
    return Reply(text, keyboard(rows))


def _nothing(texts: Texts, asked: Asked, username: str) -> Reply:
    if asked.answer.query.cancelled:
        return Reply(texts("asked-cancelled-none"))
    return nothing(texts, asked, _what(texts, asked), username)


def _pages(number: int, page: int, last: int) -> Row:
    back = [button(BACK, Page(number, page - 1))] if page else []
    on = [button(ON, Page(number, page + 1))] if page < last else []
    return [*back, *on]


def _what(texts: Texts, asked: Asked) -> Markup:
    return _understood(texts, asked) or texts("answer-everything")


def _understood(texts: Texts, asked: Asked) -> Markup:
    found = asked.answer
    return understood(texts, asked.index, found.query, found.asked_at, found.when)


def _moment(found: Answer) -> datetime | None:
    """The moment asked for, unless it is now, when all that is listed runs."""
    interval = found.query.when
    if interval is None or interval.end - interval.start > _MINUTE or interval.start <= found.asked_at < interval.end:
        return None
    return interval.start


def _day(asked: Asked) -> date | None:
    """The day the heading has already named."""
    interval = asked.answer.query.when
    if interval is None or interval.end - interval.start > timedelta(days=1):
        return None
    return asked.index.local(interval.start).date()


def _session(texts: Texts, asked: Asked, username: str, page: int) -> Reply:
    found = asked.answer.sessions
    if not found:
        return _nothing(texts, asked, username)
    if len(found) > 1:
        head = texts("answer-heading", understood=found[0].title, count=len(found))
        return _listed(texts, asked, username, page, head)
    return card(texts, asked.index, found[0], username, asked.favourites, None, asked.answer.asked_at)


def _speaker(texts: Texts, asked: Asked, username: str, page: int) -> Reply:
    if not asked.answer.speakers:
        return _nothing(texts, asked, username)
    head = lines(*(speaker_card(texts, one) for one in asked.answer.speakers))
    return _listed(texts, asked, username, page, head) if asked.answer.sessions else Reply(head)


def _place(texts: Texts, asked: Asked, username: str, page: int) -> Reply:
    found = asked.answer
    if found.exhibitors:
        return _exhibitors(texts, asked, username, page)
    if found.rooms:
        return places.room(texts, asked.index, found.rooms[0], found.asked_at)
    if found.stands:
        return Reply(lines(*(places.stand(texts, asked.index, stand) for stand in found.stands)))
    return _session(texts, asked, username, page)


def _exhibitors(texts: Texts, asked: Asked, username: str, page: int) -> Reply:
    del username
    found = asked.answer.exhibitors
    if not found:
        return Reply(texts("answer-none", understood=_what(texts, asked)))
    last = (len(found) - 1) // SHOWN
    page = min(max(0, page), last)
    head = texts("answer-exhibitors", count=len(found))
    listed = [_exhibitor(texts, asked.index, one) for one in found[page * SHOWN : (page + 1) * SHOWN]]
    left = max(0, len(found) - (page + 1) * SHOWN)
    more = texts("answer-more", count=left) if left else ""
    text = "\n\n".join(part for part in (head, *listed, more) if part)
    return Reply(text, keyboard([_pages(asked.number, page, last)]))


def _exhibitor(texts: Texts, index: Index, exhibitor: Exhibitor) -> Markup:
    stand = index.stands.get(exhibitor.stand or "")
    where = texts("place-stand", label=stand.label) if stand else ""
    return lines(
        dotted(texts("answer-exhibitor", name=exhibitor.name), where),
        escaped(clip(in_language(exhibitor.description, texts.language), _DESCRIPTION)),
    )


def _agenda(texts: Texts, asked: Asked, username: str, page: int) -> Reply:
    if not asked.answer.sessions:
        said = _understood(texts, asked)
        return Reply(texts("agenda-none-then", understood=said) if said else texts("agenda-empty"))
    head = texts("agenda-heading-then", understood=_what(texts, asked), count=len(asked.answer.sessions))
    return _listed(texts, asked, username, page, head)


def _practical(texts: Texts, asked: Asked, username: str, page: int) -> Reply:
    del username, page
    found = asked.answer.practical
    if found is None:
        return Reply(texts("answer-unknown"))
    return Reply(escaped(in_language(found.answer, texts.language)))


def _help(texts: Texts, asked: Asked, username: str, page: int) -> Reply:
    del username, page
    query = asked.answer.query
    if query.listed:
        return Reply(listed(texts, asked.index, query.listed) or texts("asked-none"))
    if query.action:
        return Reply(texts("answer-command", command=f"/{_COMMANDS.get(query.action, 'settings')}"))
    return Reply("" if query.asks == "changes" else texts("answer-help"))


def _smalltalk(texts: Texts, asked: Asked, username: str, page: int) -> Reply:
    del username, page
    return Reply(texts(f"smalltalk-{asked.answer.query.smalltalk or 'hello'}"))


def _unknown(texts: Texts, asked: Asked, username: str, page: int) -> Reply:
    del username, page
    if asked.told:
        return Reply(asked.told)
    if asked.question is None:
        return Reply(texts("answer-unknown"))
    tell_me = [button(f"{FOLLOW} {texts.plain('button-tell-me')}", TellMe(asked.question))]
    return Reply(f"{texts('answer-unknown')}\n\n{texts('inbox-passed-on')}", keyboard([tell_me]))


_VIEWS: Final[dict[str, View]] = {
    "sessions": _sessions,
    "session": _session,
    "speaker": _speaker,
    "place": _place,
    "exhibitors": _exhibitors,
    "agenda": _agenda,
    "practical": _practical,
    "help": _help,
    "smalltalk": _smalltalk,
    "unknown": _unknown,
}
