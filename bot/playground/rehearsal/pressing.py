"""The buttons under a message, as the bot's own handlers would understand them."""

from typing import Any, TypeVar

from handlers.callback_data import BadButtonError, Button, decode

B = TypeVar("B", bound=Button)


def buttons(message: dict[str, Any], kind: type[B]) -> list[tuple[B, str]]:
    """Those of one kind, each with its data."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    data = [button["callback_data"] for row in rows for button in row if "callback_data" in button]
    return [(found, one) for one in data if isinstance(found := _decoded(one), kind)]


def _decoded(data: str) -> Button | None:
    try:
        return decode(data)
    except BadButtonError:
        return None
