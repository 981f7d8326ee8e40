"""A programme's difference, for organisers: how many of each kind, the first rows, how many people each concerns."""

from datetime import datetime
from typing import Final, get_args

from telegram import InlineKeyboardButton

from bot.domain.alerts import news, told
from bot.domain.changes import Kind
from bot.domain.excerpt import Excerpt
from bot.domain.excerpt import Row as Changed
from bot.domain.programme import Index
from bot.services.uploads import Proposed
from bot.texts import Markup, Texts
from handlers.organiser.buttons import Accept, Decline
from handlers.views.news import sentence
from handlers.views.reply import NO, YES, Reply, button, clip, fitting, keyboard, lines

_REMARKS: Final = 3
_REMARK: Final = 160
_TITLE: Final = 100


def proposal(texts: Texts, proposed: Proposed, name: str, now: datetime) -> Reply:
    """What a file would change, with ✅."""
    head = texts("upload-read", name=clip(name, _TITLE), count=proposed.sessions)
    remarks = [texts("upload-remark", remark=clip(one, _REMARK)) for one in proposed.remarks[:_REMARKS]]
    if not proposed.excerpt.changes:
        return Reply(lines(head, texts("upload-same"), *remarks), keyboard([_choice(texts, proposed.number)]))
    doubt = _doubt(texts, proposed.excerpt.suspicion)
    parts = [lines(head, *remarks), _difference(texts, proposed.excerpt, now), doubt]
    return Reply("\n\n".join(filter(None, parts)), keyboard([_choice(texts, proposed.number)]))


def sure(texts: Texts, number: int, suspicion: str) -> Reply:
    """Ask a second time where it looks like a mistake."""
    return Reply(lines(_doubt(texts, suspicion), texts("upload-sure")), keyboard([_choice(texts, number, sure=1)]))


def _choice(texts: Texts, number: int, sure: int = 0) -> list[InlineKeyboardButton]:
    return [
        button(f"{YES} {texts.plain('button-put-in-force')}", Accept(number, sure)),
        button(f"{NO} {texts.plain('button-cancel')}", Decline(number)),
    ]


def _doubt(texts: Texts, suspicion: str) -> str:
    return texts(f"upload-doubt-{suspicion}") if suspicion else ""


def _difference(texts: Texts, excerpt: Excerpt, now: datetime) -> Markup:
    """Counts, then rows."""
    counts = excerpt.counts
    counted = [texts(f"changes-{kind}", count=counts[kind]) for kind in get_args(Kind) if kind in counts]
    index = Index(excerpt.programme)
    shown = fitting([_row(texts, index, row, now) for row in excerpt.rows])
    left = excerpt.changes - len(shown)
    more = [texts("answer-more", count=left)] if left else []
    everybody = texts("changes-all", count=excerpt.everybody)
    return Markup("\n\n".join([Markup(" · ".join(counted)), *shown, *more, everybody]))


def _row(texts: Texts, index: Index, row: Changed, now: datetime) -> Markup:
    return lines(_what(texts, index, row, now), texts("changes-people", count=row.people))


def _what(texts: Texts, index: Index, row: Changed, now: datetime) -> Markup:
    kinds = news(row.before, told(index, row.after))
    if not kinds:
        return texts("changes-only-text", title=clip(row.after.title, _TITLE))
    return sentence(texts, index, row.after, row.before, kinds, now)
