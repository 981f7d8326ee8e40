"""What has become of a session, in a sentence: old → new in one glance."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.alerts import News, Told
from bot.domain.localised import in_language
from bot.domain.models import Session
from bot.domain.programme import Index
from bot.texts import Markup, Texts
from handlers.views import when
from handlers.views.reply import clip
from handlers.views.sessions import name_of, rooms_of

_TITLE: Final = 100
_NAMES: Final = 100
_BESIDE: Final = frozenset({"renamed", "speakers"})
"""What is told beside another change."""


def sentence(
    texts: Texts, index: Index, session: Session, before: Told | None, kinds: Sequence[News], now: datetime
) -> Markup:
    """All of it: what became of time and place, then of title and speakers."""
    if before is None:
        return _new(texts, index, session, now)
    told = _Told(texts, index, session, before, now)
    main = [kind for kind in kinds if kind not in _BESIDE][:1]
    beside = [] if session.cancelled else [kind for kind in kinds if kind in _BESIDE]
    return Markup(" ".join(told.of(kind) for kind in (*main, *beside)))


def _new(texts: Texts, index: Index, session: Session, now: datetime) -> Markup:
    track = name_of(index.tracks, session.track, texts)
    at = when.at(texts, index, session.start, now) if session.start else texts.plain("alert-no-time")
    told = {"title": clip(session.title, _TITLE), "at": at, "room": _rooms(texts, index, session)}
    return texts("alert-new", track=track, **told) if track else texts("alert-new-untracked", **told)


def _rooms(texts: Texts, index: Index, session: Session) -> str:
    return rooms_of(texts, index, session) or texts.plain("reminder-no-room")


class _Told:
    """The sentences about one session."""

    def __init__(self, texts: Texts, index: Index, session: Session, before: Told, now: datetime) -> None:
        self._texts = texts
        self._index = index
        self._session = session
        self._before = before
        self._now = now
        self._title = clip(session.title, _TITLE)

    def of(self, kind: News) -> Markup:
        """One of them."""
        if kind == "cancelled":
            return self._texts("alert-cancelled", title=self._title, at=self._at(self._before.start))
        if kind in {"moved", "back"}:
            return self._placed(kind)
        if kind == "renamed":
            return self._texts("alert-renamed", before=clip(self._before.title, _TITLE), after=self._title)
        changed = {"room": self._room, "length": self._end, "speakers": self._speakers}[kind]
        before, after = changed()
        return self._texts(
            f"alert-{kind}", title=self._title, at=self._at(self._session.start), before=before, after=after
        )

    def _placed(self, kind: News) -> Markup:
        after = self._slot(self._session.start, _rooms(self._texts, self._index, self._session))
        if kind == "back":
            return self._texts("alert-back", title=self._title, after=after)
        return self._texts(
            "alert-moved", title=self._title, before=self._slot(self._before.start, self._old_rooms()), after=after
        )

    def _slot(self, start: datetime | None, room: str) -> str:
        """Time and room; the day too where it isn't today."""
        if start is None:
            return self._texts.plain("alert-no-time")
        local = self._index.local(start)
        today = local.date() == self._index.local(self._now).date()
        return f"{when.clock(self._texts, local) if today else self._at(start)} {room}"

    def _at(self, start: datetime | None) -> str:
        return when.at(self._texts, self._index, start, self._now) if start else self._texts.plain("alert-no-time")

    def _old_rooms(self) -> str:
        names = ", ".join(in_language(name, self._texts.language) for name in self._before.rooms)
        return names or self._texts.plain("reminder-no-room")

    def _room(self) -> tuple[str, str]:
        return self._old_rooms(), _rooms(self._texts, self._index, self._session)

    def _end(self) -> tuple[str, str]:
        ends = (self._before.end, self._session.end)
        old, new = (when.clock(self._texts, self._index.local(end)) if end else "–" for end in ends)
        return old, new

    def _speakers(self) -> tuple[str, str]:
        known = self._index.speakers
        now = ", ".join(known[one].name for one in self._session.speakers if one in known)
        return clip(", ".join(self._before.speakers), _NAMES) or "–", clip(now, _NAMES) or "–"
