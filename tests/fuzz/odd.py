"""Values nobody expects in a programme file, and texts a little wrong."""

import random
from typing import Final

TIMES: Final = (
    "2027-05-05", "2027-05-05T09:00:00", "2027-03-28T02:30:00", "2027-10-31T02:30", "2027-02-30T09:00",
    "0001-01-01T00:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "1969-12-31T23:59:59Z",
    "2199-12-31T23:59:59-23:59", "2027-05-05T09:00:00+99:99", "2027-05-05T09:00:00.123456789Z", "2027-W18-3T09",
    "٢٠٢٧-٠٥-٠٥T٠٩:٠٠", "20270505T090000Z", "24:00", "09:60", "9.30", "99999:999:99", "-1:00", "1:02:00", "P999DT9999H",
    "PT0S", "noon", "5/5/27", "31.12.9999 24:00", "9:00 p.m.", "Thursday", "Day 1",
)  # fmt: skip

TEXTS: Final = (
    *TIMES, "", " ", "\x00", "\ud800", "\udfff\ud800", "\ufeff", "\u202e", "\u2028", "e\u0301", "🎤" * 50, "=1+1",
    "=A1", "@import", "'", '"', "a" * 3_000, "[" * 2_000, "<p>" * 500, "&#x110000;", "&#0;", "&amp;lt;", "</script>",
    "]]>", "**__*_", "[a](https://x.example)", "https://", "mailto:a@b.example", "null", "NaN", "²", "٣", "TZID", "nb",
    "no-NO", "de, en", "Europe/Oslo", "Etc/GMT+99", "../../etc/localtime", "/etc/passwd", "accepted", "confirmed",
    "Break", "Kari Nordmann", "{}", "[]", "['a', 1]", "[1, (2,", "%s", "\\", "\\n", "\r", "BEGIN:VEVENT",
)  # fmt: skip

VALUES: Final[tuple[object, ...]] = (
    None, True, False, 0, 1, -1, 0.5, 1e308, -0.0, 46_000, 46_000.999999, 2**63, 10**40, float("nan"), float("inf"), [],
    {}, [[]], [None], [{}], {"": ""}, {"en": "a", "nb": None}, {"name": []}, {"id": {}}, [[[[[[[[[[{}]]]]]]]]]],
)  # fmt: skip


def value(dice: random.Random) -> object:
    """Anything JSON may hold."""
    return dice.choice(VALUES) if dice.random() < 0.5 else dice.choice(TEXTS)


def garbled(text: str, dice: random.Random) -> str:
    """The text with one slip."""
    start, end = sorted((dice.randint(0, len(text)), dice.randint(0, len(text))))
    slips = (
        text[:start] + text[end:],
        text[:start] + dice.choice(TEXTS) + text[start:],
        text[:start] + text[start:end] * dice.randint(2, 9) + text[end:],
        text[:start] + "".join(dice.choice("0123456789:-TZ") for _ in text[start : start + 3]) + text[start + 3 :],
        text[:start] + text[start:end].swapcase() + text[end:],
        text[start:end],
        dice.choice(TEXTS),
    )
    return dice.choice(slips)


def broken(content: bytes, dice: random.Random) -> bytes:
    """The bytes with one slip."""
    start, end = sorted((dice.randint(0, len(content)), dice.randint(0, len(content))))
    few = min(start + dice.randint(1, 40), len(content))
    slips = (
        content[:start] + content[few:],
        content[:start] + content[start:few] * dice.randint(2, 60) + content[few:],
        content[:start] + dice.randbytes(dice.randint(1, 4)) + content[start:],
        content[:start] + bytes([content[start] ^ 1 << dice.randrange(8)]) + content[start + 1 :]
        if start < len(content)
        else content,
        content[:start] + dice.choice(TEXTS).encode("utf-8", "surrogatepass") + content[start:],
        content[:end],
        content[start:],
        content[:start] + content[end:] + content[start:few],
    )
    return dice.choice(slips)
