"""The floor plan with one place marked. Slow enough (tens of milliseconds) to belong on a thread."""

import io
from functools import lru_cache
from typing import Final

from bot.domain.models import Point

_RED: Final = (214, 40, 57)
_WHITE: Final = (255, 255, 255)
_SIZE: Final = 28
"""The plan's width holds so many pins."""


@lru_cache(maxsize=64)
def marked(plan: bytes, point: Point) -> bytes:
    """A PNG of the plan (any picture Pillow reads) with a pin whose tip is at the point."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only a demo's or an expo's first 📍 needs it

    with Image.open(io.BytesIO(plan)) as picture:
        canvas = picture.convert("RGB")
    draw = ImageDraw.Draw(canvas)
    radius = canvas.width / _SIZE / 2
    x, y = point.x * canvas.width, point.y * canvas.height
    middle = y - 2 * radius
    draw.polygon([(x, y), (x - 0.85 * radius, middle + radius / 2), (x + 0.85 * radius, middle + radius / 2)], _RED)
    draw.ellipse(_round(x, middle, radius), fill=_RED)
    draw.ellipse(_round(x, middle, radius / 2.4), fill=_WHITE)
    out = io.BytesIO()
    canvas.save(out, "PNG", optimize=True)
    return out.getvalue()


def _round(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    return x - radius, y - radius, x + radius, y + radius
