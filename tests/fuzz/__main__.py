"""Feeds a reader files a little wrong, and follows what it reads the whole way; see CONTRIBUTING.md."""

import argparse
import faulthandler
import random
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn

from data.formats.detect import NAMES
from tests.fuzz.journey import go
from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import Seed, seeds

_SLOW: Final = 5.0
"""CPU seconds after which a file is a find."""

_STUCK: Final = 900.0
_MEMORY: Final = 2_000_000_000


class SlowError(BaseException):
    """A file takes too long; no reader may catch that."""


def file_of(reader: str, seed: int, number: int, *, real: bool) -> tuple[Seed, bytes, random.Random]:
    """The file with that number: what it was made of, its content, and the dice for its way."""
    dice = random.Random(f"{reader} {seed} {number}")
    basis = dice.choice(seeds(reader, real=real))
    return basis, mutated(basis.content, basis.kind, dice), dice


def run_one(reader: str, basis: Seed, content: bytes, dice: random.Random) -> bool:
    """Whether the file could be read."""
    return go(content, basis.programme, dice.choice((reader, None)), dice)


def main() -> int:
    """Run for so long, or one file again; 1 where something was found."""
    options = _options()
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.signal(signal.SIGPROF, _too_slow)
    print(f"{options.reader}: {len(seeds(options.reader, real=True))} seeds, --seed {options.seed}", flush=True)
    found: Counter[str] = Counter()
    count, read, began = 0, 0, time.monotonic()
    for number in [options.at] if options.at is not None else _numbers(options.minutes):
        basis, content, dice = file_of(options.reader, options.seed, number, real=True)
        try:
            with _timed():
                read += run_one(options.reader, basis, content, dice)
        except (Exception, SlowError) as error:  # noqa: BLE001 - any error is what is looked for
            found[_place(error)] += 1
            if found[_place(error)] == 1:
                _report(options, basis, content, number)
        count += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    minutes = (time.monotonic() - began) / 60
    print(f"{options.reader}: {count} files in {minutes:.1f} min, {read} read, peak {peak} MB, {len(found)} finds")
    return bool(found)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("reader", choices=NAMES)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--at", type=int, help="only the file with this number, as a find names it")
    parser.add_argument("--finds", type=Path, default=Path("fuzz-finds"), help="folder for the files found")
    return parser.parse_args()


def _numbers(minutes: float) -> Iterator[int]:
    end, number = time.monotonic() + minutes * 60, 0
    while time.monotonic() < end:
        yield number
        number += 1


@contextmanager
def _timed() -> Iterator[None]:
    faulthandler.dump_traceback_later(_STUCK, exit=True)
    signal.setitimer(signal.ITIMER_PROF, _SLOW)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()


def _too_slow(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SlowError


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        frame for frame in frames if "/site-packages/" not in frame.filename and "/lib/python" not in frame.filename
    ]
    return f"{type(error).__name__} {ours[-1].filename}:{ours[-1].lineno if not isinstance(error, SlowError) else ''}"


def _report(options: argparse.Namespace, basis: Seed, content: bytes, number: int) -> None:
    options.finds.mkdir(exist_ok=True)
    file = options.finds / f"{options.reader}-{options.seed}-{number}{basis.kind}"
    file.write_bytes(content)
    traceback.print_exc()
    print(f"{file}; again: python -m tests.fuzz {options.reader} --seed {options.seed} --at {number}\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
