"""All there is to judge a rehearsal by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

from bot.domain.keys import key
from bot.domain.outbox import Kind
from bot.domain.programme import Index
from bot.playground.rehearsal.crowd import Memory
from bot.playground.rehearsal.record import Record
from bot.playground.rehearsal.watch import Delivery, Watch
from data.ledger import Entry
from handlers.views.outbox import MEGAPHONE

_SECONDS: Final = 0.25
"""Real seconds by which the two clocks, and a message on its way, may differ on a machine that is never late."""

Thing = tuple[int, str]
"""A person and a session's key or a broadcast's text."""


@dataclass(frozen=True)
class Evidence:
    """The ledger, what the people saw and were promised, and what was done to the bot.

    `doubtful` is how many messages each chat got without the bot being told so.
    """

    entries: Sequence[Entry]
    watch: Watch
    memories: Mapping[int, Memory]
    index: Index
    record: Record
    end: datetime
    speed: float
    doubtful: Mapping[int, int]

    @property
    def tolerance(self) -> timedelta:
        """Of the expo's time, how much the two clocks may differ."""
        return timedelta(seconds=(_SECONDS + self.record.lag) * self.speed)

    @cached_property
    def rows(self) -> Mapping[Kind, Mapping[Thing, Sequence[Entry]]]:
        """The ledger by kind and by what a message is about; without those who had themselves forgotten."""
        found: dict[Kind, dict[Thing, list[Entry]]] = {kind: {} for kind in Kind}
        for entry in self.entries:
            if entry.chat_id is not None:
                found[entry.kind].setdefault((entry.chat_id, _subject(entry)), []).append(entry)
        return found

    @cached_property
    def deliveries(self) -> Mapping[tuple[int, int | None], Delivery]:
        """What was not asked for, by chat and message."""
        return {(one.person, one.message_id): one for one in self.watch.unasked}

    def delivery(self, entry: Entry) -> Delivery | None:
        """The message that told of this row, where people saw it."""
        return self.deliveries.get((entry.chat_id or 0, entry.message_id))


def things(delivery: Delivery) -> Iterable[Thing]:
    """What a reminder or a broadcast tells."""
    yield from ((delivery.person, told) for told in delivery.tells)
    if delivery.kind is Kind.BROADCAST:
        yield delivery.person, delivery.text


def _subject(entry: Entry) -> str:
    return f"{MEGAPHONE} {entry.html}" if entry.kind is Kind.BROADCAST else key(entry.subject)
