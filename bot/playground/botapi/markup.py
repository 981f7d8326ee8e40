"""Keyboards: checked as Telegram checks them, kept as it gives them back."""

from collections.abc import Sequence
from typing import Any, Final

from bot.playground.botapi.errors import refuse
from bot.playground.botapi.links import checked_link, linked_user

Markup = dict[str, Any]

DATA_LIMIT: Final = 64
_BUTTONS: Final = 100
_ROW: Final = 8
_COPY_LIMIT: Final = 256
_STYLES: Final = ("danger", "success", "primary")
_ACTIONS: Final = (
    "url", "callback_data", "switch_inline_query", "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat", "login_url", "web_app", "copy_text",
)  # fmt: skip
_FILLED: Final = ("url", "callback_data")


def checked_markup(markup: object, *, inline_only: bool = False) -> Markup | None:
    """The markup as a message will carry it; None for none. Raises what Telegram says of a faulty one."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        refuse("object expected as reply markup")
    if markup.get("inline_keyboard"):
        return {"inline_keyboard": _inline(markup["inline_keyboard"])}
    if inline_only and (markup.keys() - {"inline_keyboard"}):
        refuse("inline keyboard expected")
    if markup.get("keyboard"):
        return {**markup, "keyboard": _reply(markup["keyboard"])}
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    return None


def buttons(markup: Markup | None) -> list[dict[str, Any]]:
    """All buttons of an inline keyboard, in reading order."""
    return [button for row in (markup or {}).get("inline_keyboard", []) for button in row]


def _inline(rows: object) -> list[list[dict[str, Any]]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        refuse('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    checked = [[_inline_button(button) for button in row] for row in rows if row]
    _count(checked)
    return checked


def _count(rows: Sequence[Sequence[object]]) -> None:
    # Beyond these numbers Telegram refuses, or shows a part; nobody may come to rely on either.
    if sum(map(len, rows)) > _BUTTONS:
        refuse("reply markup is too long")
    if any(len(row) > _ROW for row in rows):
        refuse("BUTTON_ROW_TOO_LONG")


def _inline_button(button: object) -> dict[str, Any]:
    if not isinstance(button, dict):
        refuse("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        refuse("can't parse inline keyboard button: Can't find field \"text\"")
    if not button["text"].strip():
        refuse("inline keyboard button text must be non-empty")
    if button.get("style") not in (None, *_STYLES):
        refuse("can't parse inline keyboard button: Invalid button style specified")
    unknown = button.keys() - {"text", "style", "icon_custom_emoji_id", *_ACTIONS}
    if unknown:
        refuse(f"can't parse inline keyboard button: field {min(unknown)!r} is unknown here")
    actions = [action for action in _ACTIONS if button.get(action) not in (None, *([""] if action in _FILLED else []))]
    if len(actions) != 1:
        refuse("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    return {**button, actions[0]: _action(actions[0], button[actions[0]])}


def _action(action: str, value: object) -> object:
    match action:
        case "callback_data" if not isinstance(value, str) or len(value.encode()) > DATA_LIMIT:
            refuse("BUTTON_DATA_INVALID")
        case "url":
            return _url(str(value))
        case "copy_text" if not 1 <= len(_field(value, "text")) <= _COPY_LIMIT:
            refuse("BUTTON_COPY_TEXT_INVALID")
        case "web_app":
            return {"url": _url(_field(value, "url"), https=True)}
    return value


def _field(value: object, name: str) -> str:
    if not isinstance(value, dict) or not isinstance(value.get(name), str):
        refuse(f"can't parse inline keyboard button: Can't find field \"{name}\"")
    return str(value[name])


def _url(url: str, *, https: bool = False) -> str:
    checked = url if linked_user(url) else checked_link(url)
    if https and not checked.startswith("https://"):
        refuse(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")
    if not checked:
        refuse(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return checked


def _reply(rows: object) -> list[list[dict[str, Any]]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        refuse('field "keyboard" must be an Array of Arrays')
    return [[_reply_button(button) for button in row] for row in rows if row]


def _reply_button(button: object) -> dict[str, Any]:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        refuse("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not button.get("text"):
        refuse("can't parse keyboard button: Can't find field \"text\"")
    return button
