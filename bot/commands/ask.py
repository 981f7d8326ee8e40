"""`expobot ask`: answers in the terminal, as a person reads it or as JSON."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from bot.commands.console import CommandError
from bot.domain.localised import LANGUAGES, in_language
from bot.domain.models import Named, Session
from bot.domain.programme import Index
from bot.questions.engine import Explained
from bot.questions.model import Answer, Query
from bot.services.ask import Asked
from bot.services.programme import InForce
from bot.texts import nearest_language, texts_in
from handlers.views.answers import answer, labels
from handlers.views.outbox import plain

_USERNAME: Final = "expobot"


class Asker:
    """Answers from one programme; `thread` makes the questions one conversation."""

    def __init__(self, programme: InForce, language: str, *, thread: bool) -> None:
        self._programme = programme
        self._language = language
        self._keeps_thread = thread
        self._last: Query | None = None

    def ask(self, question: str, now: datetime) -> Answer:
        """Understand and answer one question."""
        found = self._programme.engine.ask(question, now=now, language=self._language, thread=self._last)
        self._last = found.query if self._keeps_thread else None
        return found

    def explain(self, question: str, now: datetime) -> list[Explained]:
        """How a question is understood; to be called before it is asked."""
        return self._programme.engine.explain(question, now=now, language=self._language, thread=self._last)

    def text(self, found: Answer) -> str:
        """The answer as a person reads it."""
        return "\n\n".join(self._text(one) for one in (found, *found.more))

    def _text(self, found: Answer) -> str:
        asked = Asked(0, found, self._programme.index, frozenset())
        return plain(answer(asked, _USERNAME).text)

    def document(self, question: str, found: Answer) -> dict[str, Any]:
        """The answer as `--json` prints it."""
        index, query = self._programme.index, found.query
        return {
            "question": question,
            "language": query.language,
            "intent": "help" if query.intent == "smalltalk" else query.intent,
            "when": _when(index, query),
            "filters": _filters(index, query),
            "sessions": [_session(index, one, query.language) for one in found.sessions],
            "clarify": labels(texts_in(query.language), index, found),
            "answer": self.text(found),
        }


def chat_language(code: str) -> str:
    """The chat's language as `--language` names it."""
    language = nearest_language(code)
    if language == "en" and not code.lower().startswith("en"):
        message = f"--language takes {', '.join(LANGUAGES)}, not {code!r}"
        raise CommandError(message)
    return language


def moment(text: str | None, index: Index, default: datetime) -> datetime:
    """The moment of asking; a naive one is expo time."""
    if text is None:
        return default
    try:
        given = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(f"--now takes an ISO moment such as 2019-09-24T11:20, not {text!r}") from None
    return given if given.tzinfo else given.replace(tzinfo=index.zone)


def _when(index: Index, query: Query) -> dict[str, str] | None:
    if query.when is None:
        return None
    return {"start": _iso(index, query.when.start), "end": _iso(index, query.when.end)}


def _iso(index: Index, instant: datetime) -> str:
    return index.local(instant).isoformat()


def _filters(index: Index, query: Query) -> dict[str, str | list[str]]:
    language = query.language
    speakers = [index.speakers[one].name for one in query.speakers if one in index.speakers]
    found: dict[str, list[str]] = {
        "room": _names(index.rooms, query.rooms, language),
        "track": _names(index.tracks, query.tracks, language),
        "format": _names(index.formats, query.formats, language),
        "speaker": speakers,
        "audience": _names(index.audiences, query.audiences, language),
        "language": list(query.languages),
        "topic": [query.topic] if query.topic else [],
    }
    return {name: values[0] if len(values) == 1 else values for name, values in found.items() if values}


def _names(things: Mapping[str, Named], ids: Iterable[str], language: str) -> list[str]:
    return [in_language(things[one].name, language) for one in ids if one in things]


def _session(index: Index, session: Session, language: str) -> dict[str, str | None]:
    rooms = _names(index.rooms, session.rooms, language)
    track = _names(index.tracks, [session.track] if session.track else [], language)
    return {
        "id": session.id,
        "title": session.title,
        "start": _iso(index, index.start(session)) if session.start else None,
        "end": _iso(index, index.end(session)) if session.start else None,
        "room": ", ".join(rooms) or None,
        "track": track[0] if track else None,
    }


def to_json(document: dict[str, Any]) -> str:
    """One line."""
    return json.dumps(document, ensure_ascii=False)
