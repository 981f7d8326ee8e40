"""Faults that strike calls at random, a given share of them."""

import random
from collections import Counter
from typing import Final

from bot.playground.botapi.faults import Faults, Outcome, Reset, ServerFault, Slow, TooManyRequests
from bot.playground.rehearsal.options import Options

_STRUCK: Final = ("send", "edit", "answer", "getUpdates")
_WRITING: Final = ("send", "edit")


class Chance(Faults):
    """`counts` says how many of each were met, `doubtful` how many messages each chat got without a reply."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self._options = options
        self._dice = random.Random(options.seed)  # noqa: S311 - a rehearsal can be repeated
        self.counts: Counter[str] = Counter()
        self.doubtful: Counter[int] = Counter()

    def meet(self, method: str, chat_id: object) -> list[Outcome]:
        """The planned ones, then what chance brings."""
        met = super().meet(method, chat_id)
        if not method.startswith(_STRUCK):
            return met
        slow: list[Outcome] = [Slow(self._options.slow)] if self._options.slow and method != "getUpdates" else []
        return [*slow, *met, *self._struck(method, chat_id)]

    def _struck(self, method: str, chat_id: object) -> list[Outcome]:
        throw, options = self._dice.random(), self._options
        writes = method.startswith(_WRITING)
        for name, share, outcome in (
            ("429", options.too_many if writes else 0, TooManyRequests(1)),
            ("5xx", options.server_faults / 2, ServerFault()),
            ("5xx", options.server_faults / 2, ServerFault(delivered=True)),
            ("reset", options.lost_replies / 2, Reset(delivered=False)),
            ("lost reply", options.lost_replies / 2, Reset(delivered=True)),
        ):
            if throw < share:
                self.counts[name] += 1
                if writes and getattr(outcome, "delivered", False):
                    self.doubtful[int(str(chat_id))] += 1
                return [outcome]
            throw -= share
        return []
