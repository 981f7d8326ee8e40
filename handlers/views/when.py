"""Days and times as each language writes them, always in the expo's zone."""

from datetime import date, datetime, time, timedelta
from typing import Final

from babel.dates import format_date

from bot.domain.programme import DAY_CHANGE, Index
from bot.questions.model import Interval
from bot.texts import Markup, Texts

_MINUTE: Final = timedelta(minutes=1)
_DAY: Final = {"nb": "d.", "en": "d", "sv": "d", "da": "d."}
"""The day of the month in a CLDR date pattern; Babel's own patterns put it elsewhere in English."""


def clock(texts: Texts, moment: datetime | time) -> str:
    """14:00; Swedish writes 14.00."""
    return f"{moment:%H.%M}" if texts.language == "sv" else f"{moment:%H:%M}"


def span(texts: Texts, index: Index, start: datetime, end: datetime) -> str:
    """14:00–14:45."""
    return f"{clock(texts, index.local(start))}–{clock(texts, index.local(end))}"


def day(texts: Texts, day_: date, today: date) -> str:
    """Today and tomorrow by name, else tirsdag 24. september."""
    if day_ == today:
        return texts.plain("when-today")
    if day_ == today + timedelta(days=1):
        return texts.plain("when-tomorrow")
    return long_day(texts, day_)


def long_day(texts: Texts, day_: date) -> str:
    """Tirsdag 24. september, without the year."""
    return format_date(day_, f"EEEE {_DAY[texts.language]} MMMM", locale=texts.locale)


def short_day(texts: Texts, day_: date) -> str:
    """Tir. 24. sep."""
    return format_date(day_, f"EEE {_DAY[texts.language]} MMM", locale=texts.locale)


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def at(texts: Texts, index: Index, moment: datetime, now: datetime) -> str:
    """Kl. 14:00 today, i morgen kl. 14:00, onsdag 25. september kl. 14:00."""
    local, today = index.local(moment), index.local(now).date()
    time_ = clock(texts, local)
    if local.date() == today:
        return texts.plain("when-at", time=time_)
    return texts.plain("when-day-at", day=day(texts, local.date(), today), time=time_)


def dated(texts: Texts, index: Index, moment: datetime, now: datetime) -> str:
    """Also today with its day: i dag kl. 14:00."""
    local = index.local(moment)
    return texts.plain("when-day-at", day=day(texts, local.date(), index.local(now).date()), time=clock(texts, local))


def interval(texts: Texts, index: Index, when: Interval, now: datetime) -> Markup:
    """What an interval is, in words."""
    today = index.local(now).date()
    start, end = index.local(when.start), index.local(when.end)
    first, last = day(texts, start.date(), today), day(texts, (end - _MINUTE).date(), today)
    return texts(
        f"when-{_shape(start, end, now)}", day=first, last=last, start=clock(texts, start), end=clock(texts, end)
    )


def _shape(start: datetime, end: datetime, now: datetime) -> str:
    """Which of the sentences fits: a moment, a day, from or up to a time, between two, or over several days."""
    from_midnight, to_midnight = start.time() == time(0), end.time() == time(0)
    if end - start <= _MINUTE:
        return "now" if start <= now < end else "moment"
    if timedelta(hours=start.hour, minutes=start.minute) == DAY_CHANGE and _is_day_later(start, end):
        return "day"
    if (end - _MINUTE).date() != start.date():
        return "days"
    if from_midnight or to_midnight:
        return "day" if from_midnight and to_midnight else "before" if from_midnight else "after"
    return "between"


def _is_day_later(start: datetime, end: datetime) -> bool:
    return end.time() == start.time() and (end.date() - start.date()).days == 1
