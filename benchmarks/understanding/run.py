"""Measures understanding: `python -m benchmarks.understanding.run [--misses]` prints one table a set."""

import json
import sys
import time
from pathlib import Path
from typing import Final

from benchmarks.understanding import times
from benchmarks.understanding.questions import Questions
from benchmarks.understanding.scoring import print_table
from bot.domain.models import Programme
from data.formats.detect import read

_PROJECT: Final = Path(__file__).parents[2]
_SHARED: Final = _PROJECT.parent / "shared"
_SAMPLE: Final = _PROJECT / "data" / "sample"


def main() -> None:
    """Every set that is there; the shared ones are beside the checkout."""
    misses = "--misses" in sys.argv
    questions = _SHARED / "questions"
    if questions.exists():
        print_table("Time, when.jsonl", times.shared(questions), misses=misses)
        print_table("The same, a slip in each", times.slipped(questions), misses=misses)
        print_table("The same with dateparser (right start is enough)", times.with_dateparser(questions))
        print_table("Time, Duckling's corpora within a fortnight", times.duckling(questions), misses=misses)
    for name, programme, glossary in _programmes():
        cases = list(Questions(programme, glossary).cases())
        started = time.process_time()
        print_table(f"{name}, looked at", (case for case in cases if case.shown), misses=misses)
        print_table(f"{name}, scored only", (case for case in cases if not case.shown))
        print(f"{(time.process_time() - started) / max(len(cases), 1) * 1000:.2f} ms a question\n")


def _programmes() -> list[tuple[str, Programme, list[list[str]]]]:
    sample = Programme.model_validate_json((_SAMPLE / "programme.json").read_text(encoding="utf-8"))
    glossary = json.loads((_SAMPLE / "glossary.json").read_text(encoding="utf-8"))
    found = [("The sample", sample, glossary)]
    for name, file in (("FOSDEM 2025", "fosdem-2025.schedule.xml"), ("Arendalsuka 2024", "arendalsuka-2024.csv")):
        path = _SHARED / "programmes" / file
        if path.exists():
            found.append((name, read(path.read_bytes(), name=file, timezone="Europe/Oslo").programme, []))
    return found


if __name__ == "__main__":
    main()
