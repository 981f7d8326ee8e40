from telegram import InlineKeyboardMarkup

from handlers.buttons import Card, Save, Unsave
from handlers.views.reply import button
from handlers.views.toggles import in_its_row, toggled


def labels(markup: InlineKeyboardMarkup | None) -> list[list[tuple[str, object]]]:
    assert markup
    return [[(one.text, one.callback_data) for one in row] for row in markup.inline_keyboard]


def test_pressed_button_becomes_its_counterpart_and_the_others_stay() -> None:
    markup = InlineKeyboardMarkup(
        [[button("☆ Lagre", Save("a")), button("Åpne", Card("a"))], [button("☆ b", Save("b"))]]
    )
    assert labels(toggled(markup, Save("a"), "★ Lagret", Unsave("a"))) == [
        [("★ Lagret", "u:a"), ("Åpne", "c:a")],
        [("☆ b", "f:b")],
    ]


def test_numbered_button_of_a_list_keeps_its_number() -> None:
    markup = InlineKeyboardMarkup([[button("☆ 1", Save("a")), button("☆ 2", Save("b"))]])
    assert labels(toggled(markup, Save("b"), "★ Lagret", Unsave("b"))) == [[("☆ 1", "f:a"), ("★ 2", "u:b")]]


def test_message_without_buttons_gets_none() -> None:
    assert toggled(None, Save("a"), "★ Lagret", Unsave("a")) is None


def test_button_of_another_message_changes_nothing() -> None:
    markup = InlineKeyboardMarkup([[button("☆ 1", Save("a"))]])
    assert toggled(markup, Save("gone"), "★ Lagret", Unsave("gone")) == markup


def test_button_may_take_the_place_of_its_whole_row() -> None:
    row = [button("★ Behold", Save("a")), button("✖ Fjern", Unsave("a"))]
    markup = InlineKeyboardMarkup([row, [button("Åpne", Card("a"))]])
    only = button("★ Lagret", Unsave("a"))
    assert labels(in_its_row(markup, Save("a"), only)) == [[("★ Lagret", "u:a")], [("Åpne", "c:a")]]
    assert in_its_row(None, Save("a"), only) is None
