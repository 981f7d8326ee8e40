"""Cards: everything about one session or one speaker."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from telegram import InlineKeyboardButton

from bot.domain.keys import key
from bot.domain.localised import in_language
from bot.domain.models import Session, Speaker, Track
from bot.domain.programme import Index
from bot.texts import Markup, Texts, escaped
from handlers.buttons import Follow, Save, Unfollow, Unsave, Where, Who
from handlers.views import when
from handlers.views.reply import (
    FOLLOW,
    SAVE,
    SAVED,
    SPEAKER,
    UNFOLLOW,
    WHERE,
    Reply,
    Row,
    button,
    clip,
    dotted,
    keyboard,
    lines,
)
from handlers.views.sessions import name_of, rooms_of, title_of, without_time
from handlers.views.understood import language_name

_ABSTRACT: Final = 1200
_SPEAKERS: Final = 4
_LABEL: Final = 40


def card(
    texts: Texts,
    index: Index,
    session: Session,
    username: str,
    favourites: frozenset[str],
    followed: frozenset[str] | None,
    now: datetime,
) -> Reply:
    """A session's card, its title the link to share. `followed`: the person's tracks; None leaves that button out."""
    speakers = [index.speakers[one] for one in session.speakers if one in index.speakers]
    text = "\n\n".join(
        part
        for part in (
            lines(
                texts("card-title", title=title_of(session, username)),
                escaped(session.subtitle) if session.subtitle else "",
                dotted(_time(texts, index, session, now), _room(texts, index, session)),
                _kind(texts, index, session),
                *(texts("card-speaker", speaker=_credit(one)) for one in speakers[:_SPEAKERS]),
                texts("card-more-speakers", count=len(speakers) - _SPEAKERS) if len(speakers) > _SPEAKERS else "",
            ),
            escaped(clip(session.abstract, _ABSTRACT)) if session.abstract else "",
            _repeats(texts, index, session, now),
        )
        if part
    )
    rows = [_saving(texts, session, favourites), *_speakers(speakers), _track(texts, index, session, followed)]
    return Reply(text, keyboard(rows))


def _time(texts: Texts, index: Index, session: Session, now: datetime) -> Markup:
    if missing := without_time(texts, session):
        return missing
    start = index.local(index.start(session))
    return texts(
        "card-time",
        day=when.day(texts, start.date(), index.local(now).date()),
        span=when.span(texts, index, index.start(session), index.end(session)),
    )


def _room(texts: Texts, index: Index, session: Session) -> Markup:
    room = rooms_of(texts, index, session)
    return texts("card-room", room=room) if room else Markup("")


def _kind(texts: Texts, index: Index, session: Session) -> Markup:
    audiences = ", ".join(name_of(index.audiences, one, texts) for one in session.audiences)
    languages = ", ".join(language_name(texts, code) for code in session.languages)
    names = (name_of(index.tracks, session.track, texts), name_of(index.formats, session.format, texts), languages)
    return dotted(
        *(escaped(name) for name in names if name),
        texts("card-audience", audience=audiences) if audiences else "",
    )


def _credit(speaker: Speaker) -> str:
    return ", ".join(part for part in (speaker.name, speaker.role, speaker.organisation) if part)


def _repeats(texts: Texts, index: Index, session: Session, now: datetime) -> Markup:
    times = [when.at(texts, index, index.start(other), now) for other in index.repeats(session)]
    return texts("card-repeats", times=", ".join(times)) if times else Markup("")


def _saving(texts: Texts, session: Session, favourites: frozenset[str]) -> Row:
    its_key = key(session.id)
    saved = session.id in favourites
    save = button(f"{SAVE} {texts.plain('button-save')}", Save(its_key))
    unsave = button(f"{SAVED} {texts.plain('button-saved')}", Unsave(its_key))
    where = [button(f"{WHERE} {texts.plain('button-where')}", Where(key(session.room)))] if session.room else []
    return [unsave if saved else save, *where]


def _speakers(speakers: Sequence[Speaker]) -> list[Row]:
    return [[button(f"{SPEAKER} {clip(one.name, _LABEL)}", Who(key(one.id)))] for one in speakers[:_SPEAKERS]]


def _track(texts: Texts, index: Index, session: Session, followed: frozenset[str] | None) -> Row:
    track = index.tracks.get(session.track or "")
    return [] if track is None or followed is None else [follow_button(texts, track, followed)]


def follow_button(texts: Texts, track: Track, followed: frozenset[str]) -> InlineKeyboardButton:
    """🔔 to follow a track or 🔕 to follow it no more."""
    name = clip(in_language(track.name, texts.language), _LABEL)
    if track.id in followed:
        return button(f"{UNFOLLOW} {texts.plain('button-unfollow', track=name)}", Unfollow(key(track.id)))
    return button(f"{FOLLOW} {texts.plain('button-follow', track=name)}", Follow(key(track.id)))


def speaker_card(texts: Texts, speaker: Speaker) -> Markup:
    """Who a speaker is."""
    credit = ", ".join(part for part in (speaker.role, speaker.organisation) if part)
    biography = in_language(speaker.biography, texts.language)
    return lines(
        texts("speaker-name", name=speaker.name, credit=credit)
        if credit
        else texts("speaker-name-only", name=speaker.name),
        escaped(clip(biography, _ABSTRACT)) if biography else "",
    )
