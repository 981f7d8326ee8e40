"""Counts what became of questions: exact, wrong, asked back, nothing understood."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from rich.console import Console
from rich.table import Table

Outcome = Literal["exact", "wrong", "asked back", "unknown"]

OUTCOMES: Final[tuple[Outcome, ...]] = ("exact", "wrong", "asked back", "unknown")


@dataclass(frozen=True, slots=True)
class Case:
    """A question and how to judge what is made of it; `shown`: part of the half one may look at."""

    language: str
    text: str
    judge: Callable[[], Outcome]
    shown: bool = True


def print_table(title: str, cases: Iterable[Case], *, misses: bool = False) -> None:
    """One row a language: the share of each outcome; with `misses` also the shown cases that are not exact."""
    table = Table("language", "questions", *OUTCOMES, title=title, title_justify="left")
    by_language: dict[str, Counter[Outcome]] = {}
    console = Console()
    for case in cases:
        outcome = case.judge()
        by_language.setdefault(case.language, Counter())[outcome] += 1
        if misses and case.shown and outcome != "exact":
            console.print(f"{case.language} {outcome}: {case.text}", markup=False)
    for language, counts in by_language.items():
        total = counts.total()
        table.add_row(language, str(total), *(f"{counts[outcome] / total:.1%}" for outcome in OUTCOMES))
    console.print(table)
