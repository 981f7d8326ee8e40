"""Every word a person reads: Fluent messages in the four languages, escaped and strict."""

import html
from functools import lru_cache
from importlib.resources import files
from typing import Final

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource

from bot.domain.localised import LANGUAGES

LOCALES: Final = files("bot").joinpath("locales")

_REMEMBERED: Final = 4096
"""Texts a language keeps formatted: the same ones are sent over and over."""

Argument = str | int | float


class Markup(str):
    """HTML that is already safe: an argument of this type is not escaped again."""

    __slots__ = ()


def escaped(text: str) -> Markup:
    """Any text as HTML that shows it as it is."""
    return Markup(html.escape(text, quote=False))


class TextError(LookupError):
    """A message that does not exist or cannot be formatted: a fault of ours, never of the person's."""


class Texts:
    """The messages of one language. `texts("id", name=value)` gives HTML with its arguments escaped."""

    def __init__(self, language: str, bundle: FluentBundle) -> None:
        self.language = language
        self.locale = Locale.parse(language)
        self._bundle = bundle
        # Typed, since 1 == 1.0 == True, and since what is Markup already is not escaped again.
        self._markup = lru_cache(maxsize=_REMEMBERED, typed=True)(self._escaped_anew)
        self._plain = lru_cache(maxsize=_REMEMBERED, typed=True)(self._format)

    def __call__(self, message_id: str, /, **arguments: Argument) -> Markup:
        """Format for a message body: arguments are escaped, the message itself may hold Telegram's HTML."""
        return self._markup(message_id, **arguments)

    def plain(self, message_id: str, /, **arguments: Argument) -> str:
        """Format for where Telegram reads no HTML: buttons, callback answers, command descriptions."""
        return self._plain(message_id, **arguments)

    def has(self, message_id: str) -> bool:
        """Whether the language has that message."""
        return bool(self._bundle.has_message(message_id))

    def _escaped_anew(self, message_id: str, /, **arguments: Argument) -> Markup:
        return Markup(self._format(message_id, **{name: _escape(value) for name, value in arguments.items()}))

    def _format(self, message_id: str, /, **arguments: Argument) -> str:
        if not self.has(message_id):
            message = f"no text {message_id!r} in {self.language!r}"
            raise TextError(message)
        pattern = self._bundle.get_message(message_id).value
        if pattern is None:
            message = f"text {message_id!r} in {self.language!r} has no value"
            raise TextError(message)
        formatted, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            message = f"text {message_id!r} in {self.language!r}: {errors[0]}"
            raise TextError(message) from errors[0]
        return str(formatted)


def _escape(value: Argument) -> Argument:
    if isinstance(value, Markup):
        return str(value)
    return str(escaped(value)) if isinstance(value, str) else value


@lru_cache
def texts_in(language: str) -> Texts:
    """The texts of one of the four languages, loaded once."""
    if language not in LANGUAGES:
        message = f"no texts in {language!r}"
        raise TextError(message)
    bundle = FluentBundle([language], use_isolating=False)
    for resource in sorted(LOCALES.joinpath(language).iterdir(), key=lambda path: path.name):
        bundle.add_resource(FluentResource(resource.read_text(encoding="utf-8")))
    return Texts(language, bundle)


def nearest_language(code: str | None) -> str:
    """Ours that fits a language code of Telegram's best: no, nn and nb-NO are nb; an unknown one is en."""
    short = (code or "").lower().replace("_", "-").split("-")[0]
    if short in {"no", "nn"}:
        return "nb"
    return short if short in LANGUAGES else "en"
