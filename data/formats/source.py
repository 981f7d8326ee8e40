"""A programme file's bytes, parsed safely and at most once."""

import codecs
import json
import re
from functools import cached_property
from typing import Final

from charset_normalizer import from_bytes
from lxml import etree

from data.formats import packed
from data.formats.errors import ProgrammeError

LARGEST: Final = 20_000_000
MOST_VALUES: Final = 1_000_000
"""Values of a JSON file, counted by its commas and brackets; the largest real programme seen has 21,000."""

MOST_MARKS: Final = 1_000_000
"""Tags and attributes of an XML file, counted by < and =; the largest real programme seen has 43,000."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_ENCODINGS: Final = ["cp1252", "mac_roman"]
_PAGE: Final = ("<html", "<!doctype html", "<head", "<body", "<script", "<div", "<meta")
DTD: Final = "it declares a document type (DTD), which a programme never needs; remove that line"

_HALF: Final = re.compile(r"[\ud800-\udfff]")

Json = object


class Source:
    """The content of a file. Raises ProgrammeError for one that is empty or larger than 20 MB."""

    def __init__(self, raw: bytes) -> None:
        if len(raw) > LARGEST:
            message = f"the file is {len(raw) / 1e6:.0f} MB; a programme is at most {LARGEST / 1e6:.0f} MB"
            raise ProgrammeError(message)
        if not raw.strip(b"\x00 \t\r\n"):
            message = "the file is empty"
            raise ProgrammeError(message)
        self.raw = raw

    @cached_property
    def encoding(self) -> str:
        """By its byte order mark, else UTF-8."""
        return next((name for bom, name in _BOMS if self.raw.startswith(bom)), "utf-8")

    @cached_property
    def text(self) -> str:
        """As text. Raises ProgrammeError where it is not in the encoding it should be in."""
        try:
            return self.raw.decode(self.encoding)
        except UnicodeDecodeError as error:
            line = self.raw.count(b"\n", 0, error.start) + 1
            message = f"not {error.encoding.upper()} text: byte {error.start} cannot be read; save it as UTF-8"
            raise ProgrammeError(message, f"line {line}") from error

    @cached_property
    def loose_text(self) -> str:
        """As text in the likeliest encoding; for formats of which many are not in UTF-8."""
        try:
            return self.text
        except ProgrammeError:
            guess = from_bytes(self.raw, cp_isolation=_OLD_ENCODINGS).best()
            if guess is None:
                raise
            return str(guess)

    @cached_property
    def head(self) -> str:
        """The first few kilobytes, whatever they are."""
        return self.raw[:4096].decode(self.encoding, errors="replace").lstrip("\ufeff \t\r\n")

    @cached_property
    def is_binary(self) -> bool:
        """Whether it cannot be text."""
        return self.encoding == "utf-8" and b"\x00" in self.raw[:4096]

    @cached_property
    def is_json(self) -> bool:
        """Whether it looks like JSON."""
        return self.head.startswith(("{", "["))

    @cached_property
    def is_xml(self) -> bool:
        """Whether it looks like XML and not like HTML."""
        start = self.head[_first_tag(self.head) :].lower()
        return self.head.startswith("<") and start.startswith("<") and not start.startswith(_PAGE)

    @cached_property
    def files(self) -> list[str]:
        """The names of the files in it where it is a zip file, which .xlsx is too."""
        return packed.names(self.raw) if packed.is_packed(self.raw) else []

    @cached_property
    def json(self) -> Json:
        """Parsed as JSON. Lists under a key that occurs twice are joined. Raises ProgrammeError."""
        text = self.text
        check_values(text)
        try:
            return loads(text)
        except json.JSONDecodeError as error:
            message = f"not valid JSON: {error.msg} at column {error.colno}"
            raise ProgrammeError(message, f"line {error.lineno}") from error
        except (RecursionError, ValueError) as error:
            reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
            reason = "a number is too long" if "digits" in reason else reason
            message = f"not JSON of a programme: {reason}"
            raise ProgrammeError(message) from error

    @cached_property
    def xml(self) -> etree._Element:
        """The root element; nothing outside the file is read. Raises ProgrammeError."""
        if self.raw.count(b"<") + self.raw.count(b"=") > MOST_MARKS:
            message = f"more than {MOST_MARKS:,} tags and attributes are in it; no programme has so many"
            raise ProgrammeError(message)
        text = self.raw.decode("utf-16" if self.encoding == "utf-16" else "latin-1", errors="replace")
        if text.startswith("<!", _first_tag(text)):
            raise ProgrammeError(DTD)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(self.raw.strip(), parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            line = getattr(error, "lineno", None)
            message = f"not valid XML: {str(error).split(', line ')[0]}"
            raise ProgrammeError(message, f"line {line}" if line else "") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise ProgrammeError(DTD)
        return root


def loads(text: str, *, strict: bool = True) -> Json:
    """As json.loads, with whole characters, numbers that are some, and lists under one key joined."""
    return json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant, strict=strict)


def check_values(text: str) -> None:
    """Raise ProgrammeError where JSON holds more values than any programme."""
    if sum(map(text.count, ",[{")) > MOST_VALUES:
        message = f"more than {MOST_VALUES:,} values are in it; no programme has so many"
        raise ProgrammeError(message)


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for name, told in pairs:
        key, value = str(_whole(name)), _whole(told)
        earlier = found.get(key)
        found[key] = [*earlier, *value] if isinstance(earlier, list) and isinstance(value, list) else value
    return found


def _whole(value: Json) -> Json:
    """The value with whole characters only: JSON's escapes may write halves of pairs, which nothing can store."""
    if isinstance(value, list):
        return [_whole(part) for part in value]
    return _HALF.sub("\ufffd", value) if isinstance(value, str) else value


def _no_constant(name: str) -> Json:
    message = f"{name} is not a number"
    raise ValueError(message)


def _first_tag(text: str) -> int:
    """Where the first element or <!DOCTYPE of an XML text begins; past its end where there is none."""
    at = text.find("<")
    while text.startswith(("<?", "<!--"), at):
        end = text.find("?>" if text[at + 1] == "?" else "-->", at)
        at = text.find("<", end) if end >= 0 else -1
    return at if at >= 0 else len(text)
