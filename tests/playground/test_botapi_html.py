"""Telegram's HTML: what it becomes, and what is said of faulty markup."""

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.botapi.entities import Entity, utf16_length
from bot.playground.botapi.errors import RefusedError
from bot.playground.botapi.html import parse_html


def entity(kind: str, offset: int, length: int, **more: object) -> Entity:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"), ("strong", "bold"), ("i", "italic"), ("em", "italic"), ("u", "underline"), ("ins", "underline"),
        ("s", "strikethrough"), ("strike", "strikethrough"), ("del", "strikethrough"), ("tg-spoiler", "spoiler"),
        ("code", "code"), ("pre", "pre"), ("blockquote", "blockquote"),
    ],
)  # fmt: skip
def test_tag_becomes_its_entity(tag: str, kind: str) -> None:
    assert parse_html(f"a <{tag}>bc</{tag}> d") == ("a bc d", [entity(kind, 2, 2)])


@pytest.mark.parametrize(
    ("source", "entities"),
    [
        ('<span class="tg-spoiler">x</span>', [entity("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", [entity("expandable_blockquote", 0, 1)]),
        ('<a href="https://a.no/b?c=1&amp;d">x</a>', [entity("text_link", 0, 1, url="https://a.no/b?c=1&d")]),
        ("<a href='fjordby.no'>x</a>", [entity("text_link", 0, 1, url="http://fjordby.no/")]),
        ("<a>fjordby.no</a>", [entity("text_link", 0, 10, url="http://fjordby.no/")]),
        ('<a href="tg://user?id=7">x</a>', [entity("text_mention", 0, 1, user={"id": 7})]),
        ('<a href="http://localhost:80/">x</a>', []),
        ('<a href="http://[a.no/">x</a>', []),
        ('<a href="tg://resolve?domain=x">x</a>', [entity("text_link", 0, 1, url="tg://resolve?domain=x")]),
        ("<a href=fjordby.no title>x</a>", [entity("text_link", 0, 1, url="http://fjordby.no/")]),
        ('<code class="py">x</code>', [entity("code", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', [entity("pre", 0, 1, language="py")]),
        ("<pre><code>x</code></pre>", [entity("code", 0, 1), entity("pre", 0, 1)]),
        ('<code class="language-py">x</code>', [entity("code", 0, 1)]),
        ('<tg-emoji emoji-id="536">👍</tg-emoji>', [entity("custom_emoji", 0, 2, custom_emoji_id="536")]),
        ("<b></b>x", []),
        ("<B>x</B >", [entity("bold", 0, 1)]),
        ("<b>x</>", [entity("bold", 0, 1)]),
    ],
)  # fmt: skip
def test_attributes_and_nesting(source: str, entities: list[Entity]) -> None:
    assert parse_html(source)[1] == entities


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;b&gt; &amp; &quot;x&quot;", '<b> & "x"'),
        ("&lt b", "< b"),
        ("&#229;&#xe5;&#128077;", "åå👍"),
        ("&nbsp;&copy; & &; &#; &#0;", "&nbsp;&copy; & &; &#; &#0;"),
        ("&#1234567890;", "&#1234567890;"),
    ],
)
def test_references_are_decoded_where_telegram_does(source: str, text: str) -> None:
    assert parse_html(source) == (text, [])


SURROGATES = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("æ <x>", 'Unsupported start tag "x" at byte offset 3'),
        ("a<br/>b", 'Unsupported start tag "br/" at byte offset 1'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ('<a "x">', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href=x", "Unclosed start tag at byte offset 0"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>x</i>", 'Can\'t find end tag corresponding to start tag "b"'),
        ('<tg-emoji emoji-id="x">👍</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("&#xd83d;", SURROGATES),
    ],
)
def test_faulty_markup_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


WORDS = st.text(st.sampled_from("ab æ&<>\"'👍🇳🇴\n"), min_size=1, max_size=5)
TAGS = st.sampled_from(["b", "i", "u", "s", "code", "tg-spoiler", "blockquote"])
Piece = str | tuple[str, list["Piece"]]
PIECES: st.SearchStrategy[list[Piece]] = st.recursive(
    st.lists(WORDS, max_size=3), lambda inner: st.lists(WORDS | st.tuples(TAGS, inner), max_size=3), max_leaves=8
)


def written(pieces: list[Piece]) -> str:
    return "".join(
        escape(piece, quote=False) if isinstance(piece, str) else f"<{piece[0]}>{written(piece[1])}</{piece[0]}>"
        for piece in pieces
    )


def read(pieces: list[Piece]) -> str:
    return "".join(piece if isinstance(piece, str) else read(piece[1]) for piece in pieces)


def stretches(pieces: list[Piece]) -> list[str]:
    """The text inside each tag, inner ones first, as the parser closes them."""
    tags = [piece for piece in pieces if not isinstance(piece, str)]
    return [text for _, inner in tags for text in [*stretches(inner), read(inner)] if text]


@settings(deadline=None)  # the machine may be busy
@given(PIECES)
def test_entities_cover_exactly_what_the_tags_did(pieces: list[Piece]) -> None:
    text, entities = parse_html(written(pieces))
    units = text.encode("utf-16-le")
    covered = [units[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le") for one in entities]
    assert (text, covered) == (read(pieces), stretches(pieces))


@settings(deadline=None)  # the machine may be busy
@given(st.text())
def test_any_text_is_parsed_or_refused(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except RefusedError:
        return
    assert all(0 <= one["offset"] < one["offset"] + one["length"] <= utf16_length(text) for one in entities)


@settings(deadline=None)  # the machine may be busy
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_escaped_text_comes_back(text: str) -> None:
    assert parse_html(escape(text, quote=False)) == (text, [])
