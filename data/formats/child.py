"""The process that reads a large file: `apart.read` hands it the file and takes the outcome."""

import pickle
import sys

from data.formats import detect
from data.formats.apart import MEMORY, SECONDS, TOO_MUCH
from data.formats.errors import ProgrammeError
from data.formats.reading import Reading


def main() -> int:
    """Read what comes in, write the reading or the refusal; returns the exit status."""
    _bound()
    try:
        content, options, wanted = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own parent's
        outcome: Reading | ProgrammeError = detect.read_here(content, options, wanted)
    except ProgrammeError as error:
        outcome = error
    except MemoryError:
        return TOO_MUCH
    pickle.dump(outcome, sys.stdout.buffer)
    return 0


def _bound() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on every platform

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main())
