"""Pictures of a rehearsal: how early reminders came, and the messages of each second."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

_WIDTH, _HEIGHT, _MARGIN = 1000, 420, 60
_PAPER: Final = "#ffffff"
_INK: Final = "#1f2933"
_BARS: Final = "#2a6f97"
_MARKS: Final = "#c8553d"
_BINS: Final = 120


def draw(folder: Path, early: Sequence[float], times: Sequence[float], kills: Sequence[float]) -> list[Path]:
    """Write lateness.png and rate.png into the folder; where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    minutes = Counter(round(one / 60) for one in early)
    rate = Counter(int(one) for one in times)
    lateness = folder / "lateness.png"
    _bars(minutes, [0], "Reminders by minutes before their promised minute (red: the minute itself)").save(lateness)
    pace = folder / "rate.png"
    _bars(rate, kills, "Messages of each real second (red: kill -9)").save(pace)
    return [lateness, pace]


def _bars(counts: Mapping[int, int], marks: Sequence[float], title: str) -> Image.Image:
    """One bar a whole number; where there are many, one for several, as high as they are on average."""
    picture = Image.new("RGB", (_WIDTH, _HEIGHT), _PAPER)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(16)
    low, high = min([*counts, 0]), max([*counts, 1]) + 1
    step = max(1, (high - low) // _BINS)
    bins = dict.fromkeys(range(low, high, step), 0.0)
    for number, count in counts.items():
        bins[low + (number - low) // step * step] += count / step
    top = max(1.0, *bins.values())
    across, up = (_WIDTH - 2 * _MARGIN) / (high - low), (_HEIGHT - 2 * _MARGIN) / top
    floor = _HEIGHT - _MARGIN
    for place, tall in bins.items():
        left = _MARGIN + (place - low) * across
        pen.rectangle((left, floor - tall * up, left + max(1, step * across - 1), floor), fill=_BARS)
    for mark in marks:
        at = _MARGIN + (mark - low) * across
        pen.line((at, _MARGIN, at, floor), fill=_MARKS, width=2)
    pen.text((_MARGIN, 20), title, fill=_INK, font=font)
    pen.line((_MARGIN, floor, _WIDTH - _MARGIN, floor), fill=_INK)
    pen.text((_MARGIN, floor + 10), str(low), fill=_INK, font=font)
    pen.text((_WIDTH - _MARGIN, floor + 10), str(high - 1), fill=_INK, font=font, anchor="ra")
    pen.text((_MARGIN - 8, _MARGIN), f"{top:,.0f}", fill=_INK, font=font, anchor="rm")
    return picture
