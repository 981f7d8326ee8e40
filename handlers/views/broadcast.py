"""A broadcast on its way: to whom, exactly as it arrives, how far it is, what became of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from telegram import InlineKeyboardButton

from bot.domain.broadcasts import EVERYBODY, Audience, Broadcast, Choices, Report, Whom
from bot.domain.keys import key
from bot.domain.localised import in_language
from bot.domain.outbox import State
from bot.domain.programme import Index
from bot.texts import Texts, texts_in
from handlers.organiser.buttons import Aim, Send, Stop
from handlers.views import when
from handlers.views.outbox import broadcast
from handlers.views.reply import NO, YES, Reply, button, clip, in_rows, keyboard, lines

_BLOCKS: Final = 16
_TRACKS: Final = 20


def write(texts: Texts, number: int) -> Reply:
    """Ask for the text."""
    return Reply(texts("broadcast-write"), keyboard([[_cancel(texts, number)]]))


def under_way(texts: Texts, index: Index, reports: Sequence[Report], now: datetime) -> list[Reply]:
    """What others send: each exactly as it arrives, and below it how far it is, with ✖."""
    shown = ((Reply(broadcast(one.broadcast.html)), progress(texts, index, one, now)) for one in reports)
    return [reply for both in shown for reply in both]


def aim(texts: Texts, index: Index, number: int, choices: Choices) -> Reply:
    """Ask for the audience, each with its number of people."""
    buttons = [button(texts.plain("broadcast-to-all", count=choices.everybody), _aim(number, EVERYBODY))]
    buttons += [
        button(
            texts.plain("broadcast-to-language", language=texts_in(code).plain("language-name"), count=people),
            _aim(number, Audience(Whom.LANGUAGE, code)),
        )
        for code, people in choices.languages.items()
    ]
    tracks = [one for one in choices.tracks.items() if one[0] in index.tracks][:_TRACKS]
    buttons += [_followers(texts, index, number, track, people) for track, people in tracks]
    return Reply(texts("broadcast-audience"), keyboard([*in_rows(buttons, 1), [_cancel(texts, number)]]))


def _followers(texts: Texts, index: Index, number: int, track: str, people: int) -> InlineKeyboardButton:
    name = clip(in_language(index.tracks[track].name, texts.language), 30)
    label = texts.plain("broadcast-to-track", track=name, count=people)
    return button(label, _aim(number, Audience(Whom.TRACK, key(track))))


def _aim(number: int, audience: Audience) -> Aim:
    return Aim(number, audience.whom, audience.which)


def preview(texts: Texts, index: Index, draft: Broadcast, people: int) -> Reply:
    """The message exactly as it arrives; below it to how many, and ✅."""
    text = texts("broadcast-preview", audience=audience_name(texts, index, draft.audience), count=people)
    send = [button(f"{YES} {texts.plain('button-send')}", Send(draft.id))] if people else []
    control = Reply(text, keyboard([send, [_cancel(texts, draft.id)]]))
    return Reply(broadcast(draft.html), then=(control,))


def audience_name(texts: Texts, index: Index, audience: Audience) -> str:
    """Whom it is for, in words."""
    if audience.whom is Whom.LANGUAGE:
        return texts_in(audience.which).plain("language-name")
    if audience.whom is Whom.TRACK:
        track = index.tracks.get(audience.which)
        return in_language(track.name, texts.language) if track else audience.which
    return texts.plain("broadcast-everybody")


def progress(texts: Texts, index: Index, report: Report, now: datetime) -> Reply:
    """How far it is while under way, then the report whose numbers add up."""
    if report.open:
        return _under_way(texts, index, report, now)
    return _finished(texts, report)


def _under_way(texts: Texts, index: Index, report: Report, now: datetime) -> Reply:
    settled = report.audience - report.open
    bar = "▓" * (_BLOCKS * settled // max(1, report.audience))
    held = report.waiting_until and report.waiting_until > now
    text = lines(
        texts("broadcast-sending", done=settled, audience=report.audience, bar=bar.ljust(_BLOCKS, "░")),
        texts("broadcast-held", at=when.at(texts, index, report.waiting_until, now))
        if held and report.waiting_until
        else "",
    )
    stop = [] if report.stopped else [button(f"{NO} {texts.plain('button-stop')}", Stop(report.broadcast.id))]
    return Reply(text, keyboard([stop]))


def _finished(texts: Texts, report: Report) -> Reply:
    rows = [
        ("broadcast-delivered", report.count(State.SENT)),
        ("broadcast-blocked", report.count(State.BLOCKED)),
        ("broadcast-failed", report.count(State.FAILED)),
        ("broadcast-expired", report.count(State.EXPIRED)),
        ("broadcast-cancelled", report.count(State.CANCELLED)),
        ("broadcast-unknown", report.count(State.UNKNOWN)),
    ]
    always = {"broadcast-delivered", "broadcast-blocked", "broadcast-failed"}
    head = "broadcast-stopped" if report.stopped else "broadcast-done"
    counted = [texts(text_id, count=count) for text_id, count in rows if count or text_id in always]
    return Reply(lines(texts(head), *counted, texts("broadcast-sum", count=report.audience)))


def dropped(texts: Texts) -> Reply:
    """A draft that is no more."""
    return Reply(texts("broadcast-dropped"))


def _cancel(texts: Texts, number: int) -> InlineKeyboardButton:
    return button(f"{NO} {texts.plain('button-cancel')}", Stop(number))
