"""/privacy, /mydata and /forget."""

import sqlite3

from tests.scenarios.conftest import Conversation, World


def everything(db: sqlite3.Connection) -> dict[str, list[str]]:
    """Every row of every table, as text."""
    tables = [row["name"] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: [str(row) for row in db.execute(f'SELECT * FROM "{table}"')] for table in tables}  # noqa: S608 - its own names


async def holds(world: World, what: str) -> list[str]:
    """The tables in which it occurs."""
    found = await world.database.read(everything)
    return sorted(table for table, rows in found.items() if any(what in row for row in rows))


async def lives(world: World, kari: Conversation) -> None:
    """Saves, follows, asks, is reminded."""
    await kari.says("hva skjer kl 14?")
    await kari.presses("☆ 1")
    await kari.says("/tracks")
    await kari.presses("🔔 Følg mobilitet")
    await world.moves_to("2019-09-24T13:45:00")


async def test_privacy_says_what_is_kept(kari: Conversation) -> None:
    await kari.says("/privacy")
    assert kari.lines[0] == "Personvern"
    assert kari.lines[-1] == (
        "Alt slettes av seg selv 30 dager etter messen. /mydata viser alt, /forget sletter det med en gang."
    )


async def test_mydata_shows_what_is_kept(world: World, kari: Conversation) -> None:
    await lives(world, kari)
    await kari.says("/mydata")
    assert kari.lines[:3] == [
        "Alt jeg har om deg",
        "Chat-id 1001, siden kl. 11:20",
        "Språk: Norsk (bokmål), fra Telegram",
    ]
    for expected in ("Lagrede sesjoner: 1", "· Byen uten kø", "Spor du følger: 1", "· mobilitet"):
        assert expected in kari.lines


async def test_forget_asks_first(world: World, kari: Conversation) -> None:
    await lives(world, kari)
    await kari.says("/forget")
    assert kari.buttons == [["🗑 Ja, slett alt"], ["✖ Avbryt"]]
    await kari.presses("✖ Avbryt")
    assert kari.text == "Da lar jeg alt være som det er."
    await kari.says("/agenda")
    assert kari.lines[0] == "Din agenda – 1 sesjon"


async def test_forget_erases_every_trace(world: World, kari: Conversation) -> None:
    await lives(world, kari)
    assert await holds(world, "1001") == ["attendees", "favourites", "outbox", "subscriptions", "threads"]
    await kari.says("/mydata")
    await kari.presses("🗑")
    await kari.presses("🗑 Ja, slett alt")
    assert kari.text == "Alt er slettet. Skriver du igjen, begynner vi på nytt."
    assert await holds(world, "1001") == []
    await world.moves_to("2019-09-24T14:45:00")
    assert kari.unasked == ["⏰ kl. 14:00 · Hovedscenen – Byen uten kø"]


async def test_forgotten_person_begins_anew(world: World, kari: Conversation) -> None:
    await lives(world, kari)
    await kari.says("/language")
    await kari.presses("English")
    await kari.says("/forget")
    await kari.presses("🗑")
    await kari.says("/agenda")
    assert kari.text == "Du har ikke lagret noe ennå. Spør om noe du vil se, og trykk ☆."
