"""HTML and Markdown to plain text."""

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

_TAG: Final = re.compile(
    r"</?(p|br|a|b|i|u|em|strong|ul|ol|li|div|span|h[1-6]|blockquote|pre|code|hr|img|table|tr|td|font)\b[^<>]*>",
    re.IGNORECASE,
)
_BLOCKS: Final = frozenset(
    {"p", "div", "ul", "ol", "blockquote", "pre", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_SILENT: Final = frozenset({"script", "style", "head", "title"})

_IMAGE: Final = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,500}\)")
_LINK: Final = re.compile(r"\[([^\[\]\n]{1,300})\]\(<?(https?://[^()\s<>]{1,500}|mailto:[^()\s<>]{1,200})>?\)")
_STRONG: Final = re.compile(r"(?<!\\)(\*\*|__)(?=\S)([^*_\n]{1,500})(?<![\s\\])\1")
_EMPHASIS: Final = re.compile(r"(?<![\w*\\])([*_])(?=\S)([^*_\n]{1,500})(?<![\s\\])\1(?![\w*])")
_HEADING: Final = re.compile(r"^#{1,6} +", re.MULTILINE)
_BULLET: Final = re.compile(r"^( *)[*+-] +(?=\S)", re.MULTILINE)
_FENCE: Final = re.compile(r"^```.*$\n?", re.MULTILINE)
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")


def is_html(text: str) -> bool:
    """Whether the text holds HTML tags; a lone "<" does not make it HTML."""
    return _TAG.search(text) is not None


def _shown(text: str, address: str) -> str:
    bare = address.removeprefix("mailto:")
    return text if bare.rstrip("/") in text or not text else f"{text} ({bare})"


class _Writer:
    """Gathers text from a parser's events."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._silent = 0
        self._links: list[tuple[str, int]] = []

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        """Open a tag."""
        self._silent += tag in _SILENT
        if tag == "br":
            self._parts.append("\n")
        elif tag == "li":
            self._parts.append("\n• ")
        elif tag in _BLOCKS:
            self._parts.append("\n\n")
        elif tag == "a":
            self._links.append((str(attrib.get("href") or ""), len(self._parts)))

    def end(self, tag: str | bytes) -> None:
        """Close a tag."""
        self._silent -= tag in _SILENT
        if tag in _BLOCKS:
            self._parts.append("\n\n")
        elif tag == "a" and self._links:
            address, first = self._links.pop()
            if address.startswith(("http://", "https://")):
                self._parts[first:] = [_shown("".join(self._parts[first:]), address)]

    def data(self, data: str | bytes) -> None:
        """Take text; line breaks in it are only white space."""
        if not self._silent:
            self._parts.append(re.sub(r"\s+", " ", str(data)))

    def comment(self, text: str | bytes) -> None:
        """Leave comments out."""

    def close(self) -> str:
        """Everything gathered."""
        return "".join(self._parts)


def from_html(text: str) -> str:
    """The text without tags: paragraphs apart, list items with a bullet, addresses behind their links."""
    if "<p" not in text.lower() and "<br" not in text.lower():
        text = text.replace("\n", "<br>")
    writer = _Writer()
    etree.fromstring(f"<div>{text}</div>", etree.HTMLParser(target=writer))
    return re.sub(r"(• ?)\s*\n+", r"\1", writer.close())


def from_markdown(text: str) -> str:
    """The text without Markdown's marks; what merely looks like one is left."""
    text = _LINK.sub(lambda found: _shown(found[1], found[2]), _IMAGE.sub("", _FENCE.sub("", text)))
    text = _BULLET.sub(r"\1• ", _HEADING.sub("", text))
    text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    return _ESCAPE.sub(r"\1", text)
