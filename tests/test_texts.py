"""Every word a person reads, in each of the four languages."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain.browse import By
from bot.domain.changes import Kind
from bot.domain.localised import LANGUAGES
from bot.questions.model import Listed, Smalltalk
from bot.texts import Markup, TextError, escaped, nearest_language, texts_in
from handlers import FEATURES
from handlers.feature import Command

ROOT = Path(__file__).parents[1]
LOCALES = ROOT / "bot" / "locales"
SHAPES = ("now", "moment", "day", "days", "before", "after", "between")
NOT_COUNTED = {"true", "0"}
"""Selectors with such a variant tell cases apart, not numbers."""

Messages = dict[str, ftl.Message]


@cache
def parsed(language: str) -> dict[str, Messages]:
    """The messages of each file."""
    resources = {
        path.name: FluentParser().parse(path.read_text("utf-8")) for path in LOCALES.joinpath(language).iterdir()
    }
    return {name: {one.id.name: one for one in _messages(resource)} for name, resource in resources.items()}


def _messages(resource: ftl.Resource) -> Iterator[ftl.Message]:
    for entry in resource.body:
        assert isinstance(entry, (ftl.Message, ftl.Comment, ftl.GroupComment, ftl.ResourceComment)), entry
        if isinstance(entry, ftl.Message):
            yield entry


@cache
def messages(language: str) -> Messages:
    return {text_id: message for file in parsed(language).values() for text_id, message in file.items()}


class Parts(Visitor):
    """What a message is made of: its words, its variables, the variants of its selectors."""

    def __init__(self, message: ftl.Message) -> None:
        self.words = ""
        self.variables = set[str]()
        self.variants = list[tuple[list[str], str]]()
        self.visit(message.value)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802 - the visitor's way of naming
        self.words += node.value

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - likewise
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 - likewise
        names = [key.name if isinstance(key := one.key, ftl.Identifier) else key.value for one in node.variants]
        self.variants.append((names, next(n for n, one in zip(names, node.variants, strict=True) if one.default)))
        self.generic_visit(node)


@cache
def sources() -> tuple[set[str], set[str]]:
    """The strings of the code that speaks to people, and what its f-strings begin with."""
    constants, beginnings = set(), set()
    for path in (path for folder in ("bot", "handlers") for path in ROOT.joinpath(folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(first := node.values[0], ast.Constant):
                beginnings.add(str(first.value))
    return constants, beginnings


def commands() -> list[Command]:
    return [command for feature in FEATURES for command in feature.commands if command.in_menu]


FAMILIES = {
    "when-": SHAPES,
    "asked-all-": tuple(filter(None, get_args(Listed))),
    "alert-": ("room", "length", "speakers"),
    "changes-": get_args(Kind),
    "upload-doubt-": ("gone", "shifted"),
    "browse-by-": tuple(By),
    "smalltalk-": tuple(filter(None, get_args(Smalltalk))),
    "command-": tuple(command.name for command in commands()),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_have_the_same_files_ids_and_variables(language: str) -> None:
    def shape(of: str) -> dict[str, dict[str, set[str]]]:
        return {
            file: {text_id: Parts(message).variables for text_id, message in found.items()}
            for file, found in parsed(of).items()
        }

    assert shape(language) == shape("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_stand_once_and_have_no_attributes(language: str) -> None:
    files = [FluentParser().parse(path.read_text("utf-8")) for path in LOCALES.joinpath(language).iterdir()]
    everything = [message for resource in files for message in _messages(resource)]
    assert len(everything) == len(messages(language))
    assert [message.id.name for message in everything if message.attributes] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_counted_selectors_have_one_and_other(language: str) -> None:
    selectors = {text_id: Parts(message).variants for text_id, message in messages(language).items()}
    counted = {text_id: found for text_id, found in selectors.items() if not _tells_cases_apart(found)}
    assert {text_id: found for text_id, found in counted.items() if found != [(["one", "other"], "other")]} == {}


def _tells_cases_apart(found: list[tuple[list[str], str]]) -> bool:
    return all(NOT_COUNTED.intersection(names) and default == "other" for names, default in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_selectors_are_the_same_in_every_language(language: str) -> None:
    def variants(of: str) -> dict[str, list[tuple[list[str], str]]]:
        return {text_id: Parts(message).variants for text_id, message in messages(of).items()}

    assert variants(language) == variants("en")


def test_each_text_is_used() -> None:
    constants, beginnings = sources()
    mine = {one for file, found in parsed("en").items() if file != "playground.ftl" for one in found}
    families = {f"{family}{member}" for family, members in FAMILIES.items() for member in members}
    assert mine - constants - families == set()
    assert FAMILIES.keys() - beginnings == set()


def test_each_text_that_is_used_exists() -> None:
    constants, beginnings = sources()
    features = {text_id.partition("-")[0] for text_id in messages("en")}
    looks = {
        one for one in constants if re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", one) and one.partition("-")[0] in features
    }
    families = {f"{family}{member}" for family, members in FAMILIES.items() for member in members}
    assert (looks | families) - messages("en").keys() == set()
    prefixes = {
        one for one in beginnings if re.fullmatch(r"[a-z]+(-[a-z]+)*-", one) and one.partition("-")[0] in features
    }
    assert prefixes - FAMILIES.keys() == set()


@pytest.mark.parametrize(("one", "other"), [*combinations(LANGUAGES, 2)])
def test_sentences_are_translated(one: str, other: str) -> None:
    """Kin languages share words and short phrases, but no sentence of six words."""
    words = {
        language: {text_id: Parts(found).words for text_id, found in messages(language).items()}
        for language in (one, other)
    }
    same = [text_id for text_id, said in words[one].items() if said == words[other][text_id]]
    assert [text_id for text_id in same if len(re.findall(r"[^\W\d_]+(?![^<]*>)", words[one][text_id])) >= 6] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_and_descriptions_fit_telegram(language: str) -> None:
    texts = texts_in(language)
    assert [one.name for one in commands() if not 1 <= len(texts.plain(f"command-{one.name}")) <= 256] == []
    assert len(texts.plain("bot-description")) <= 512
    assert len(texts.plain("bot-short-description")) <= 120


@pytest.mark.parametrize(
    ("language", "count", "sentence"),
    [
        ("nb", 1, "<b>Din agenda</b> – 1 sesjon"),
        ("nb", 2, "<b>Din agenda</b> – 2 sesjoner"),
        ("en", 0, "<b>Your agenda</b> – 0 sessions"),
        ("sv", 3, "<b>Din agenda</b> – 3 sessioner"),
        ("da", 1, "<b>Din agenda</b> – 1 session"),
    ],
)
def test_numbers_have_their_plural(language: str, count: int, sentence: str) -> None:
    assert texts_in(language)("agenda-heading", count=count) == sentence


def test_arguments_are_escaped_but_markup_is_not() -> None:
    texts = texts_in("en")
    assert texts("card-title", title="<i>R&D</i>") == "<b>&lt;i&gt;R&amp;D&lt;/i&gt;</b>"
    assert texts("card-title", title=Markup("<i>R&amp;D</i>")) == "<b><i>R&amp;D</i></b>"
    assert texts("card-title", title=escaped('"R&D"')) == '<b>"R&amp;D"</b>'
    assert type(texts("card-title", title="")) is Markup


def test_plain_text_is_not_escaped() -> None:
    texts = texts_in("en")
    assert texts.plain("button-follow", track="R&D <3") == "Follow R&D <3"
    assert type(texts.plain("button-save")) is str


@pytest.mark.parametrize(
    ("text_id", "arguments", "message"),
    [
        ("no-such-text", {}, r"^no text 'no-such-text' in 'nb'$"),
        ("card-title", {}, r"^text 'card-title' in 'nb': Unknown external: title$"),
    ],
)
def test_fault_of_ours_is_raised(text_id: str, arguments: dict[str, str], message: str) -> None:
    texts = texts_in("nb")
    assert texts.has(text_id) is (text_id == "card-title")
    with pytest.raises(TextError, match=message):
        texts(text_id, **arguments)
    with pytest.raises(TextError, match=message):
        texts.plain(text_id, **arguments)


def test_other_languages_have_no_texts() -> None:
    with pytest.raises(TextError, match=r"^no texts in 'fi'$"):
        texts_in("fi")


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("nb", "nb"), ("no", "nb"), ("nn", "nb"), ("nb-NO", "nb"), ("nn_NO", "nb"), ("NO", "nb"), ("en-GB", "en"),
        ("sv", "sv"), ("da-DK", "da"), ("fi", "en"), ("", "en"), (None, "en"),
    ],
)  # fmt: skip
def test_nearest_language_is_found(code: str | None, language: str) -> None:
    assert nearest_language(code) == language
