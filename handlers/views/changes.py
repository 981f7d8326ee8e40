"""A programme's difference, for organisers: how many of each kind, the first rows, how many people each concerns."""

from collections import Counter
from datetime import datetime
from typing import Final, get_args

from telegram import InlineKeyboardButton

from bot.domain.alerts import news, told
from bot.domain.changes import Change, Kind
from bot.domain.programme import Index
from bot.services.updates import Outlook
from bot.services.uploads import Proposed
from bot.texts import Markup, Texts
from handlers.organiser.buttons import Accept, Decline
from handlers.views.news import sentence
from handlers.views.reply import NO, YES, Reply, button, clip, fitting, keyboard, lines

_ROWS: Final = 8
_REMARKS: Final = 3
_REMARK: Final = 160
_TITLE: Final = 100


def proposal(texts: Texts, index: Index, proposed: Proposed, name: str, now: datetime) -> Reply:
    """What a file would change, with ✅."""
    head = texts("upload-read", name=clip(name, _TITLE), count=proposed.sessions)
    remarks = [texts("upload-remark", remark=clip(one, _REMARK)) for one in proposed.remarks[:_REMARKS]]
    if not proposed.outlook.changes:
        return Reply(lines(head, texts("upload-same"), *remarks), keyboard([_choice(texts, proposed.number)]))
    body = difference(texts, index, proposed.outlook, now)
    parts = [lines(head, *remarks), body, _doubt(texts, proposed.outlook)]
    return Reply("\n\n".join(filter(None, parts)), keyboard([_choice(texts, proposed.number)]))


def sure(texts: Texts, number: int, outlook: Outlook) -> Reply:
    """Ask a second time where it looks like a mistake."""
    return Reply(lines(_doubt(texts, outlook), texts("upload-sure")), keyboard([_choice(texts, number, sure=1)]))


def _choice(texts: Texts, number: int, sure: int = 0) -> list[InlineKeyboardButton]:
    return [
        button(f"{YES} {texts.plain('button-put-in-force')}", Accept(number, sure)),
        button(f"{NO} {texts.plain('button-cancel')}", Decline(number)),
    ]


def _doubt(texts: Texts, outlook: Outlook) -> str:
    return texts(f"upload-doubt-{outlook.suspicion}") if outlook.suspicion else ""


def difference(texts: Texts, index: Index, outlook: Outlook, now: datetime) -> Markup:
    """Counts, then rows: what concerns most people first, of that the gravest; `index` is of the programme in force."""
    counts = Counter(change.kinds[0] for change in outlook.changes)
    counted = [texts(f"changes-{kind}", count=counts[kind]) for kind in get_args(Kind) if counts[kind]]
    after = outlook.index or index
    found = sorted(zip(outlook.changes, outlook.people, strict=True), key=lambda row: (-row[1], _gravity(row[0])))
    rows = [
        lines(_row(texts, index, after, change, now), texts("changes-people", count=people))
        for change, people in found[:_ROWS]
    ]
    shown = fitting(rows)
    left = len(outlook.changes) - len(shown)
    more = [texts("answer-more", count=left)] if left else []
    return Markup(
        "\n\n".join([Markup(" · ".join(counted)), *shown, *more, texts("changes-all", count=outlook.everybody)])
    )


def _gravity(change: Change) -> tuple[bool, int]:
    return change.before is None, get_args(Kind).index(change.kinds[0])


def _row(texts: Texts, old: Index, new: Index, change: Change, now: datetime) -> Markup:
    before = told(old, change.before) if change.before else None
    kinds = news(before, told(new, change.after))
    if not kinds:
        return texts("changes-only-text", title=clip(change.after.title, _TITLE))
    return sentence(texts, new, change.after, before, kinds, now)
