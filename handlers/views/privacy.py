"""What is kept about a person, in full, and how to erase it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from bot.domain.localised import in_language
from bot.domain.outbox import GATHERED, Kind, State
from bot.domain.programme import Index
from bot.services.privacy import Kept
from bot.texts import Markup, Texts, escaped
from handlers.buttons import Dismiss, Forget
from handlers.views import when
from handlers.views.reply import ERASE, NO, Reply, button, clip, keyboard

_SHOWN: Final = 20
_TITLE: Final = 60


def kept(texts: Texts, index: Index, everything: Kept, now: datetime) -> Reply:
    """Everything the store holds about the person."""
    attendee = everything.attendee
    parts = [
        texts("mydata-heading"),
        texts("mydata-chat", chat=str(attendee.chat_id), since=_at(texts, index, attendee.met_at, now)),
        texts("mydata-language", language=texts.plain("language-name"), chosen=str(attendee.language_chosen).lower()),
        _list(texts, "mydata-favourites", (_title(index, one.session_id) for one in everything.favourites)),
        _list(texts, "mydata-tracks", (_track(texts, index, one) for one in everything.tracks)),
        texts("mydata-questions", count=len(everything.questions)),
        _list(texts, "mydata-waiting", everything.waiting),
        _list(texts, "mydata-planned", _planned(texts, index, everything, now)),
        texts("mydata-sent", count=sum(state is State.SENT for *_, state in everything.messages)),
    ]
    return Reply("\n\n".join(parts), keyboard([[button(f"{ERASE} {texts.plain('button-forget')}", Forget(0))]]))


def _list(texts: Texts, text_id: str, items: Iterable[str]) -> Markup:
    everything = list(items)
    shown = ["· " + escaped(clip(item, _TITLE)) for item in everything[:_SHOWN]]
    if len(everything) > _SHOWN:
        shown.append(texts("answer-more", count=len(everything) - _SHOWN))
    return Markup("\n".join([texts(text_id, count=len(everything)), *shown]))


def _planned(texts: Texts, index: Index, everything: Kept, now: datetime) -> list[str]:
    return [
        f"{_at(texts, index, due, now)}: {_about(texts, index, kind, subject)}"
        for kind, subject, due, state in everything.messages
        if state is State.PLANNED
    ]


def _about(texts: Texts, index: Index, kind: Kind, subject: str) -> str:
    return _title(index, subject) if kind in GATHERED else texts.plain("mydata-message")


def _at(texts: Texts, index: Index, seconds: int, now: datetime) -> str:
    return when.at(texts, index, datetime.fromtimestamp(seconds, UTC), now)


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
