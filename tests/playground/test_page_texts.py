"""The page's words and the page fit each other."""

import re
from pathlib import Path

from bot.playground.page_texts import page_texts

PLAYGROUND = Path(__file__).parents[2] / "bot" / "playground"
SOURCES = [
    path.read_text(encoding="utf-8")
    for pattern in ("*.py", "page/*.html", "page/*.js")
    for path in PLAYGROUND.glob(pattern)
]


def test_page_names_each_text_and_no_other() -> None:
    named = {name for source in SOURCES for name in re.findall(r"playground-[a-z0-9-]+", source)}
    assert named == page_texts("nb").keys()


def test_page_has_no_words_of_its_own() -> None:
    page = (PLAYGROUND / "page" / "index.html").read_text(encoding="utf-8")
    words = [word.strip() for word in re.findall(r">([^<>]+)<", page) if word.strip()]
    assert words == ["Expobot", "Expobot", "1×", "60×", "600×", "/"]
