"""The command menu, names and descriptions."""

import pytest

from tests.playground.botapi_support import KARI, Stage

NOW = [{"command": "now", "description": "Hva som pågår"}]
HELP = [{"command": "help", "description": "What I can do"}]


async def test_person_gets_the_nearest_menu() -> None:
    stage = Stage()
    assert stage.kari.commands == []
    await stage.ok("setMyCommands", commands=HELP)
    assert stage.kari.commands == HELP
    await stage.ok("setMyCommands", commands=NOW, scope={"type": "all_private_chats"}, language_code="nb")
    assert stage.kari.commands == NOW
    own = {"type": "chat", "chat_id": KARI}
    await stage.ok("setMyCommands", commands=HELP, scope=own)
    assert stage.kari.commands == HELP
    await stage.ok("deleteMyCommands", scope=own)
    assert (stage.kari.commands, await stage.ok("getMyCommands")) == (NOW, HELP)


@pytest.mark.parametrize(
    ("commands", "refusal"),
    [
        (NOW * 101, "BOT_COMMANDS_TOO_MUCH"),
        ([{"command": "Now", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "/", "description": "x"}], "command must be non-empty"),
        ([{"command": "now", "description": " "}], "command description must be non-empty"),
        ([{"command": "now", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "now"}], "can't parse BotCommand: Can't find field \"description\""),
        (["now"], "can't parse BotCommand: expected an Object"),
    ],
)
async def test_faulty_commands_are_refused(commands: list[object], refusal: str) -> None:
    assert await Stage().refused("setMyCommands", commands=commands) == f"400 Bad Request: {refusal}"


async def test_place_of_a_menu_is_checked() -> None:
    stage = Stage()
    refusal = await stage.refused("setMyCommands", commands=NOW, scope={"type": "everywhere"})
    assert refusal == "400 Bad Request: can't parse BotCommandScope: Unsupported type specified"
    refusal = await stage.refused("setMyCommands", commands=NOW, language_code="nob")
    assert refusal == "400 Bad Request: invalid language code specified"


async def test_descriptions_differ_by_language() -> None:
    stage = Stage()
    await stage.ok("setMyDescription", description="I answer")
    await stage.ok("setMyDescription", description="Jeg svarer", language_code="nb")
    assert stage.kari.description == "Jeg svarer"
    assert await stage.ok("getMyDescription", language_code="sv") == {"description": "I answer"}
    await stage.ok("setMyDescription", description="", language_code="nb")
    assert stage.kari.description == "I answer"


@pytest.mark.parametrize(("field", "most"), [("name", 64), ("description", 512), ("short_description", 120)])
async def test_names_and_descriptions_have_their_limits(field: str, most: int) -> None:
    stage = Stage()
    method = "setMy" + field.title().replace("_", "")
    assert await stage.ok(method, **{field: "x" * most}) is True
    refusal = await stage.refused(method, **{field: "x" * (most + 1)})
    assert refusal == f"400 Bad Request: bot {field.replace('_', ' ')} is too long"


async def test_menu_button_is_a_chats_own_or_everybodys() -> None:
    stage = Stage()
    await stage.ok("setChatMenuButton", menu_button={"type": "commands"})
    assert await stage.ok("getChatMenuButton", chat_id=KARI) == {"type": "commands"}
    await stage.ok("setChatMenuButton", chat_id=KARI, menu_button={"type": "default"})
    assert await stage.ok("getChatMenuButton", chat_id=KARI) == {"type": "default"}
    refusal = await stage.refused("setChatMenuButton", menu_button={"type": "x"})
    assert refusal == "400 Bad Request: can't parse menu button: MenuButton has unsupported type"
