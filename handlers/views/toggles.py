"""Turns a pressed button of a message into its counterpart, wherever the message came from."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.callback_data import Button, encode


def toggled(
    markup: InlineKeyboardMarkup | None, pressed: Button, label: str, action: Button
) -> InlineKeyboardMarkup | None:
    """The message's buttons with the pressed one exchanged; None where there are none."""
    if markup is None:
        return None
    data = encode(pressed)
    return InlineKeyboardMarkup(
        [
            [_counterpart(one, label, action) if one.callback_data == data else one for one in row]
            for row in markup.inline_keyboard
        ]
    )


def in_its_row(
    markup: InlineKeyboardMarkup | None, pressed: Button, only: InlineKeyboardButton
) -> InlineKeyboardMarkup | None:
    """The message's buttons with that one alone in the row of the pressed one; None where there are none."""
    if markup is None:
        return None
    data = encode(pressed)
    rows = [[only] if any(one.callback_data == data for one in row) else row for row in markup.inline_keyboard]
    return InlineKeyboardMarkup(rows)


def _counterpart(old: InlineKeyboardButton, label: str, action: Button) -> InlineKeyboardButton:
    # In a list only the symbol changes: "☆ 3" is "★ 3".
    symbol = label.split(" ", 1)[0]
    rest = old.text.partition(" ")[2]
    return InlineKeyboardButton(f"{symbol} {rest}" if rest.isdecimal() else label, callback_data=encode(action))
