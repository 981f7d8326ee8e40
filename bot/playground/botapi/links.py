"""Addresses as Telegram takes them in links and buttons."""

import re
from typing import Final
from urllib.parse import urlsplit

START_PARAMETER: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What may stand behind `?start=` in a link to the bot."""

_USER: Final = re.compile(r"tg:(?://)?user\?id=([1-9][0-9]*)", re.IGNORECASE)
_OWN_SCHEME: Final = re.compile(r"(tg|ton|tonsite):(?://)?([\w.-]+)(.*)", re.IGNORECASE)
_HAS_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def linked_user(link: str) -> int:
    """The id in a `tg://user?id=…` link, 0 where it is none."""
    match = _USER.match(link)
    return int(match.group(1)) if match else 0


def checked_link(link: str) -> str:
    """The address with scheme and path, "" where Telegram takes it for none: a host needs a dot."""
    own = _OWN_SCHEME.fullmatch(link)
    if own:
        return f"{own.group(1).lower()}://{own.group(2)}{own.group(3)}"
    if not _HAS_SCHEME.match(link):
        link = f"http://{link}"
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or "." not in host.strip(".") or re.search(r"\s", link):
        return ""
    return link if parts.path else parts._replace(path="/").geturl()
