"""Text of files as plain text: one line for names and titles, paragraphs for abstracts."""

import html
import re
import unicodedata
from typing import Final

from data.formats.markup import from_html, from_markdown, is_html

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b\ufffe\uffff]|_x000D_")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_ENTITY: Final = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_LONGEST: Final = 100_000
_LONGEST_LINE: Final = 2_000
_BLANKS: Final = re.compile(r"[ \t\xa0]+")
_GAPS: Final = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """The text as one may write it into any file: no control characters, line ends as LF, NFC."""
    text = _SURROGATE.sub("�", _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return unicodedata.normalize("NFC", text)


def _plain(value: object, longest: int = _LONGEST) -> str:
    return "" if value is None else clean(str(value)[:longest])


def _unescaped(text: str) -> str:
    return html.unescape(text) if _ENTITY.search(text) else text


def line(value: object) -> str:
    """The value as one line, entities resolved, white space collapsed; "" for None."""
    return " ".join(_plain(_unescaped(_plain(value, _LONGEST_LINE))).split())


def paragraphs(value: object) -> str:
    """HTML, Markdown or plain text as plain text with line breaks."""
    text = _plain(value)
    if not text.strip():
        return ""
    text = from_html(text) if is_html(text) else from_markdown(_unescaped(text))
    tidy = "\n".join(_BLANKS.sub(" ", row).strip() for row in _GAPS.sub("\n\n", _plain(text)).split("\n"))
    return _GAPS.sub("\n\n", tidy).strip()


def joined(*values: object) -> str:
    """Abstract and description as one text, without the one that the other repeats."""
    texts: list[str] = []
    for text in map(paragraphs, values):
        if text and not any(text in other for other in texts):
            texts = [other for other in texts if other not in text]
            texts.append(text)
    return "\n\n".join(texts)
