"""What is kept about a person, in full, and how to erase it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from bot.domain.localised import in_language
from bot.domain.outbox import GATHERED, Kind, State
from bot.domain.people import Favourite
from bot.domain.programme import Index
from bot.questions.model import Query
from bot.services import Defaults
from bot.services.privacy import Kept
from bot.texts import Markup, Texts, escaped
from handlers.buttons import Dismiss, Forget
from handlers.views import when
from handlers.views.reply import ERASE, NO, UNFOLLOW, Reply, button, clip, dotted, keyboard
from handlers.views.settings import chosen
from handlers.views.understood import understood

_TITLE: Final = 60
_LONGEST: Final = 3500
"""Characters of one message, its formatting included; Telegram takes 4,096."""


def kept(texts: Texts, index: Index, everything: Kept, defaults: Defaults, now: datetime) -> Reply:
    """Everything the store holds about the person, in as many messages as it takes."""
    *others, last = _messages("\n\n".join(_parts(texts, index, everything, defaults, now)))
    erase = keyboard([[button(f"{ERASE} {texts.plain('button-forget')}", Forget(0))]])
    first, *then = [*map(Reply, others), Reply(last, erase)]
    return replace(first, then=tuple(then))


def _messages(text: str) -> list[str]:
    messages = [""]
    for line in text.splitlines():
        if len(messages[-1]) + len(line) > _LONGEST:
            messages.append("")
        messages[-1] += line + "\n"
    return messages


def _parts(texts: Texts, index: Index, everything: Kept, defaults: Defaults, now: datetime) -> list[Markup]:
    attendee, messages = everything.attendee, everything.messages
    sent = [one for one in messages if one[-1] is State.SENT]
    planned = [one for one in messages if one[-1] is State.PLANNED]
    others = [one for one in messages if one not in sent and one not in planned]
    return [
        texts("mydata-heading"),
        texts("mydata-chat", chat=str(attendee.chat_id), since=_at(texts, index, attendee.met_at, now)),
        texts("mydata-language", language=texts.plain("language-name"), chosen=str(attendee.language_chosen).lower()),
        chosen(texts, attendee, defaults.lead, defaults.quiet),
        _list(texts, "mydata-favourites", (_favourite(texts, index, one) for one in everything.favourites)),
        _list(texts, "mydata-tracks", (_track(texts, index, one) for one in everything.tracks)),
        _list(texts, "mydata-questions", (_question(texts, index, *one, now) for one in everything.questions)),
        _list(texts, "mydata-waiting", everything.waiting),
        _list(texts, "mydata-planned", (_message(texts, index, *one, now) for one in planned)),
        _list(texts, "mydata-sent", (_message(texts, index, *one, now) for one in sent)),
        _list(texts, "mydata-unsent", (_message(texts, index, *one, now) for one in others)),
    ]


def _list(texts: Texts, text_id: str, items: Iterable[str]) -> Markup:
    listed = ["· " + (item if isinstance(item, Markup) else escaped(clip(item, _TITLE))) for item in items]
    return Markup("\n".join([texts(text_id, count=len(listed)), *listed]))


def _favourite(texts: Texts, index: Index, favourite: Favourite) -> str:
    own = texts.plain("settings-minutes", minutes=favourite.lead) if favourite.lead else UNFOLLOW
    if favourite.lead is None:
        return clip(_title(index, favourite.session_id), _TITLE)
    return f"{clip(_title(index, favourite.session_id), _TITLE - len(own) - 3)} · {own}"


def _question(texts: Texts, index: Index, asked_at: int, query: Query | None, now: datetime) -> Markup:
    what = understood(texts, index, query, now) if query else ""
    title = _title(index, query.sessions[0]) if query and query.sessions and not what else ""
    return dotted(escaped(_at(texts, index, asked_at, now)), what, escaped(title))


def _message(texts: Texts, index: Index, kind: Kind, subject: str, due: int, _: State, now: datetime) -> str:
    about = _title(index, subject) if kind in GATHERED else texts.plain("mydata-message")
    return f"{_at(texts, index, due, now)}: {about}"


def _at(texts: Texts, index: Index, seconds: int, now: datetime) -> str:
    return when.dated(texts, index, datetime.fromtimestamp(seconds, UTC), now)


def _title(index: Index, session_id: str) -> str:
    session = index.all_sessions.get(session_id)
    return session.title if session else session_id


def _track(texts: Texts, index: Index, track_id: str) -> str:
    track = index.tracks.get(track_id)
    return in_language(track.name, texts.language) if track else track_id


def forget_question(texts: Texts) -> Reply:
    """Ask whether they are sure."""
    rows = [
        [button(f"{ERASE} {texts.plain('button-forget-sure')}", Forget(1))],
        [button(f"{NO} {texts.plain('button-cancel')}", Dismiss())],
    ]
    return Reply(texts("forget-question"), keyboard(rows))
