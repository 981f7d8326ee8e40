"""Browsing the programme: day, then time, track, room or format."""

from datetime import date, datetime, time
from typing import Final

from telegram import InlineKeyboardButton

from bot.domain.browse import By, counts, hours, things
from bot.domain.keys import key
from bot.domain.localised import in_language
from bot.domain.programme import Index
from bot.texts import Texts
from handlers.buttons import Browse
from handlers.views import when
from handlers.views.reply import BACK, ON, SETTINGS, TIME, Reply, button, clip, in_rows, keyboard

_SHOWN: Final = 10
_LABEL: Final = 40


def days(texts: Texts, index: Index, now: datetime) -> Reply:
    """Which day."""
    if not index.sessions:
        return Reply(texts("browse-empty"))
    today = index.local(now).date()
    rows = [
        [button(texts.plain("browse-choice", name=_day(texts, one, today), count=count), Browse(str(one), "", "", 0))]
        for one in index.days
        if (count := len(index.on_day(one)))
    ]
    return Reply(texts("browse-days", expo=index.programme.expo.name), keyboard(rows))


def _day(texts: Texts, day: date, today: date) -> str:
    return when.capital(when.short_day(texts, day) if day != today else when.day(texts, day, today))


def ways(texts: Texts, index: Index, day: date) -> Reply:
    """Narrow the day by what."""
    symbols = {By.TIME: TIME, By.TRACK: SETTINGS, By.ROOM: SETTINGS, By.FORMAT: SETTINGS}
    offered = [by for by in By if by is By.TIME or counts(index, day, by)]
    rows = in_rows([button(f"{symbols[by]} {_by(texts, by)}", Browse(str(day), by, "", 0)) for by in offered], 2)
    text = texts("browse-day", day=when.capital(when.long_day(texts, day)), count=len(index.on_day(day)))
    return Reply(text, keyboard(rows))


def _by(texts: Texts, by: By) -> str:
    return texts.plain(f"browse-by-{by}")


def choices(texts: Texts, index: Index, day: date, by: By, page: int) -> Reply:
    """Which hour, track, room or format."""
    if by is By.TIME:
        buttons = [_hour(texts, day, hour, count) for hour, count in hours(index, day).items()]
        rows, last = in_rows(buttons, 3), 0
    else:
        found = list(counts(index, day, by).items())
        last = max(0, (len(found) - 1) // _SHOWN)
        page = min(max(page, 0), last)
        shown = found[page * _SHOWN : (page + 1) * _SHOWN]
        rows = in_rows([_thing(texts, index, day, by, one, count) for one, count in shown], 1)
    back = [button(BACK, Browse(str(day), by, "", page - 1) if page else Browse(str(day), "", "", 0))]
    on = [button(ON, Browse(str(day), by, "", page + 1))] if page < last else []
    text = texts("browse-choose", day=when.capital(when.long_day(texts, day)), by=_by(texts, by).lower())
    return Reply(text, keyboard([*rows, [*back, *on]]))


def _hour(texts: Texts, day: date, hour: int, count: int) -> InlineKeyboardButton:
    name = when.clock(texts, time(hour))
    return button(texts.plain("browse-choice", name=name, count=count), Browse(str(day), By.TIME, str(hour), 0))


def _thing(texts: Texts, index: Index, day: date, by: By, identifier: str, count: int) -> InlineKeyboardButton:
    name = clip(in_language(things(index, by)[identifier].name, texts.language), _LABEL)
    return button(texts.plain("browse-choice", name=name, count=count), Browse(str(day), by, key(identifier), 0))
