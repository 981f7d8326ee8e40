"""/privacy, /mydata and /forget."""

import sqlite3

import pytest

from bot.domain.errors import PersonError
from handlers.organiser.progress import show_progress
from tests.scenarios.conftest import ORGANISER, Conversation, Start, World, labels, lines_of


def everything(db: sqlite3.Connection) -> dict[str, list[str]]:
    """Every row of every table, as text."""
    tables = [row["name"] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: [str(row) for row in db.execute(f'SELECT * FROM "{table}"')] for table in tables}  # noqa: S608 - its own names


def everything_planned(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) AS number FROM outbox").fetchone()["number"])


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
        "Chat-id 1001, siden i dag kl. 11:20",
        "Språk: Norsk (bokmål), fra Telegram",
    ]
    assert kari.lines[3:12] == [
        "🕑 Påminnelse 15 minutter før",
        "🌙 Stille timer 22:00–07:00 (påminnelser kommer likevel)",
        "🔔 Varsler når noe du har lagret eller følger, endres",
        "Lagrede sesjoner: 1",
        "· Byen uten kø",
        "Spor du følger: 1",
        "· mobilitet",
        "Spørsmål det siste døgnet, som tid, sted og tema: 1",
        "· i dag kl. 11:20 · I dag kl. 14:00",
    ]
    assert "· i dag kl. 13:45: Byen uten kø" in kari.lines


async def test_mydata_takes_as_many_messages_as_it_needs(world: World, kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    await kari.presses("☆ 1")
    await kari.says("/tracks")
    for _ in range(5):
        await kari.presses("🔔")
    await kari.says("/mydata")
    first, *between, last = kari.messages[2:]
    assert [labels(one) for one in (first, *between, last)] == [*[[]] * (len(between) + 1), [["🗑 Slett alt"]]]
    planned = next(line for line in lines_of(first) if line.startswith("Planlagte"))
    everything = [line for one in (first, *between, last) for line in lines_of(one)]
    listed = everything[everything.index(planned) + 1 : everything.index("Sendte påminnelser og fellesmeldinger: 0")]
    assert planned == f"Planlagte meldinger: {len(listed)}"
    assert await world.database.read(everything_planned) == len(listed)


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


async def test_who_waited_for_an_answer_is_not_kept(world: World, kari: Conversation, ola: Conversation) -> None:
    await kari.says("xyzzy plugh quux")
    await kari.presses("🔔")
    assert "waiting" in await holds(world, "1001")
    await ola.says("/inbox")
    await ola.presses("✏ 1")
    await ola.says("Ved vestibylen.")
    await world.sent()
    assert "waiting" not in await holds(world, "1001")
    await kari.presses("🔔")
    assert "waiting" not in await holds(world, "1001")


@pytest.mark.parametrize("html", ["", "Lunsjen er klar."])
async def test_forget_erases_what_an_organiser_had_not_sent(start: Start, html: str) -> None:
    world = await start(organiser_ids=(4711,))
    kari, ola = world.meets(1001, "Kari"), world.meets(4711, "Ola")
    await kari.says("xyzzy plugh quux")
    await ola.says("/inbox")
    await ola.presses("✏ 1")
    await world.app.services.broadcasts.begin(4711, html)
    assert await holds(world, "4711") == ["attendees", "broadcasts", "questions"]
    await world.app.services.privacy.forget(4711)
    assert await holds(world, "4711") == []


async def test_forget_erases_who_sent_a_broadcast(start: Start) -> None:
    world = await start(organiser_ids=(4711,))
    kari, ola = world.meets(1001, "Kari"), world.meets(4711, "Ola")
    await kari.says("/start")
    await ola.says("/broadcast Lunsjen er klar.")
    await ola.presses("Alle")
    await ola.presses("✅")
    await world.sent()
    await world.app.services.privacy.forget(4711)
    assert await holds(world, "4711") == []
    await show_progress(world.app.bot, world.app.services)
    assert (kari.unasked, await world.app.services.broadcasts.reports()) == (["📣 Lunsjen er klar."], [])


async def test_broadcasts_say_nothing_any_more_after_retention(world: World, ola: Conversation) -> None:
    await ola.says("/broadcast Xyzzy er klar.")
    await ola.presses("Alle")
    await ola.presses("✅")
    await world.sent()
    await ola.says("/broadcast Xyzzy er over.")
    assert await holds(world, "Xyzzy") == ["broadcasts"]
    await world.moves_to("2019-11-30T12:00:00")
    await world.app.services.privacy.forget_after_expo()
    assert await holds(world, "Xyzzy") == []
    with pytest.raises(PersonError, match="error-stale-button"):
        await world.app.services.broadcasts.start(ORGANISER, 2, 1)
