"""The command menu, by scope and language, and the button beside the input field."""

import re
from typing import Any, Final

from bot.playground.botapi.errors import refuse
from bot.playground.botapi.methods.method import Method
from bot.playground.botapi.parameters import Call
from bot.playground.botapi.server import Server

_COMMANDS: Final = 100
_DESCRIPTION: Final = 256
_NAME: Final = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE: Final = re.compile(r"[a-z]{2}|")
_SCOPES: Final = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_DEFAULT: Final = {"type": "default"}
_BUTTONS: Final = ("default", "commands", "web_app")


def set_my_commands(server: Server, call: Call) -> bool:
    """Set the menu of a scope and language."""
    commands = [_command(command) for command in call.objects("commands", "can't parse BotCommand: expected an Object")]
    if len(commands) > _COMMANDS:
        refuse("BOT_COMMANDS_TOO_MUCH")
    server.commands[_place(server, call)] = commands
    server.events.tell("commands", None)
    return True


def get_my_commands(server: Server, call: Call) -> list[dict[str, Any]]:
    """The menu of exactly that scope and language."""
    return server.commands.get(_place(server, call), [])


def delete_my_commands(server: Server, call: Call) -> bool:
    """Take it away, so that the next wider one shows."""
    server.commands.pop(_place(server, call), None)
    server.events.tell("commands", None)
    return True


def language(call: Call) -> str:
    """The call's language code, "" for everybody."""
    code = call.text("language_code")
    if not _LANGUAGE.fullmatch(code):
        refuse("invalid language code specified")
    return code


def _place(server: Server, call: Call) -> tuple[str, str]:
    scope = call.mapping("scope", "can't parse BotCommandScope: BotCommandScope must be an Object") or _DEFAULT
    kind = scope.get("type")
    if kind == "chat":
        return f"chat {server.chat(scope.get('chat_id')).id}", language(call)
    if kind not in _SCOPES:
        refuse("can't parse BotCommandScope: Unsupported type specified")
    return kind, language(call)


def _command(command: dict[str, Any]) -> dict[str, str]:
    for field in ("command", "description"):
        if not isinstance(command.get(field), str):
            refuse(f"can't parse BotCommand: Can't find field \"{field}\"")
    name, description = command["command"].removeprefix("/"), command["description"].strip()
    if not name:
        refuse("command must be non-empty")
    if not description:
        refuse("command description must be non-empty")
    if not _NAME.fullmatch(name):
        refuse("BOT_COMMAND_INVALID")
    if len(description) > _DESCRIPTION:
        refuse("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def set_chat_menu_button(server: Server, call: Call) -> bool:
    """Set the button of one chat, or of all that have none of their own."""
    button = call.mapping("menu_button", "can't parse menu button: MenuButton must be an Object") or _DEFAULT
    if button.get("type") not in _BUTTONS:
        refuse("can't parse menu button: MenuButton has unsupported type")
    if "chat_id" in call.parameters:
        server.chat(call.value("chat_id")).menu_button = button
    else:
        server.menu_button = button
    return True


def get_chat_menu_button(server: Server, call: Call) -> dict[str, Any]:
    """The button of a chat."""
    own = server.chat(call.value("chat_id")).menu_button if "chat_id" in call.parameters else None
    return own or server.menu_button


_PLACE: Final = "scope language_code"

METHODS: Final = (
    Method("setMyCommands", set_my_commands, "commands", _PLACE),
    Method("getMyCommands", get_my_commands, optional=_PLACE),
    Method("deleteMyCommands", delete_my_commands, optional=_PLACE),
    Method("setChatMenuButton", set_chat_menu_button, optional="chat_id menu_button"),
    Method("getChatMenuButton", get_chat_menu_button, optional="chat_id"),
)
