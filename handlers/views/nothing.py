"""Nothing fits: what was understood, when the expo is, what is nearest."""

from datetime import date, timedelta

from bot.domain.programme import Index
from bot.questions.model import Interval
from bot.services.ask import Asked
from bot.texts import Markup, Texts
from handlers.buttons import Browse
from handlers.views import when
from handlers.views.reply import Reply, Row, button, keyboard, lines
from handlers.views.sessions import listing, numbers, stars

_MINUTE = timedelta(minutes=1)


def nothing(texts: Texts, asked: Asked, understood: Markup, username: str) -> Reply:
    """The answer where no session fits."""
    found, index = asked.answer, asked.index
    head = texts("answer-none", understood=understood)
    day = _expo_day(index, found.query.when) if found.query.when else None
    if day:
        head = lines(head, _expo(texts, index))
    if not found.nearest:
        return Reply(head, keyboard([_to(texts, day)]))
    body = listing(texts, index, found.nearest, username, now=found.asked_at)
    rows = [*stars(found.nearest, asked.favourites), *numbers(found.nearest), _to(texts, day)]
    return Reply("\n\n".join((head, texts("answer-nearest"), body)), keyboard(rows))


def _expo_day(index: Index, asked: Interval) -> date | None:
    """The expo's day nearest to the days asked for; None where those are days of the expo, or it has none."""
    first, last = index.local(asked.start).date(), index.local(asked.end - _MINUTE).date()
    if any(first <= day <= last for day in index.days):
        return None
    return min(index.days, key=lambda day: abs(day - first), default=None)


def _expo(texts: Texts, index: Index) -> Markup:
    first, last = (when.long_day(texts, day) for day in (index.days[0], index.days[-1]))
    return texts("answer-expo-day", day=first) if first == last else texts("answer-expo-days", first=first, last=last)


def _to(texts: Texts, day: date | None) -> Row:
    """To the programme of that day."""
    return [button(when.capital(when.long_day(texts, day)), Browse(day.isoformat(), "", "", 0))] if day else []
