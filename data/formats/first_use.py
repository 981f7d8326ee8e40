"""Reads a programme file; what knows the formats takes 20 MB and is loaded with the first one."""

from data.formats.reading import Reading


def read(content: bytes, *, name: str, timezone: str | None) -> Reading:
    """As `detect.read`; raises ProgrammeError."""
    from data.formats import detect  # noqa: PLC0415 - a bot whose programme is in the store reads none

    return detect.read(content, name=name, timezone=timezone)
