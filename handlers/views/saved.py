"""What saving a session answers."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.keys import key
from bot.domain.models import Session
from bot.domain.programme import Index
from bot.services.agenda import Saved
from bot.texts import Markup, Texts, escaped
from handlers.buttons import Dismiss, Swap
from handlers.views import when
from handlers.views.reply import NO, YES, Reply, button, keyboard, lines
from handlers.views.sessions import numbers, rooms_of, stars


def toast(texts: Texts, index: Index, saved: Saved, now: datetime) -> str:
    """What the press answers: the reminder's time, or what it clashes with."""
    if saved.clashes:
        return texts.plain("saved-clash", title=saved.clashes[0].title)
    if saved.reminder:
        return texts.plain("saved-reminder", at=when.at(texts, index, saved.reminder, now))
    return texts.plain("saved-plain")


def saved(texts: Texts, index: Index, sessions: Sequence[Saved], now: datetime) -> Reply:
    """The reply to "remind me of it"."""
    shown = [one.session for one in sessions]
    favourites = frozenset(one.id for one in shown)
    rows = [*stars(shown, favourites), *numbers(shown)]
    offers = tuple(offer for one in sessions for offer in offered(texts, index, one, now))
    return Reply("\n\n".join(_one(texts, index, one, now) for one in sessions), keyboard(rows), then=offers)


def offered(texts: Texts, index: Index, done: Saved, now: datetime) -> tuple[Reply, ...]:
    """The same at another time, where it clashes and that would not."""
    if done.instead is None:
        return ()
    at = when.at(texts, index, index.start(done.instead), now)
    rows = [
        [button(f"{YES} {texts.plain('button-swap', at=at)}", Swap(key(done.instead.id)))],
        [button(f"{NO} {texts.plain('button-keep-both')}", Dismiss())],
    ]
    return (Reply(texts("saved-instead", title=done.session.title, at=at), keyboard(rows)),)


def undone(texts: Texts, index: Index, sessions: Sequence[Session], favourites: frozenset[str], now: datetime) -> Reply:
    """The reply to "remove it" and to "don't remind me of it", which stays saved."""
    told = (texts("reminder-silenced" if one.id in favourites else "saved-removed") for one in sessions)
    text = "\n\n".join(lines(_named(texts, index, one, now), said) for one, said in zip(sessions, told, strict=True))
    return Reply(text, keyboard([*stars(sessions, favourites), *numbers(sessions)]))


def _one(texts: Texts, index: Index, saved_: Saved, now: datetime) -> Markup:
    return lines(_named(texts, index, saved_.session, now), escaped(toast(texts, index, saved_, now)))


def _named(texts: Texts, index: Index, session: Session, now: datetime) -> Markup:
    return texts(
        "saved-session",
        title=session.title,
        at=when.at(texts, index, index.start(session), now) if session.start else "",
        room=rooms_of(texts, index, session),
    )
