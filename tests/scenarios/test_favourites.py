"""☆, ★ and the agenda."""

from tests.scenarios.conftest import Conversation, World


async def test_star_saves_and_turns(kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    assert (await kari.presses("☆ 1"))["text"] == "★ Lagret. Jeg sier fra kl. 13:45."
    assert kari.buttons[0] == ["★ 1", "☆ 2", "☆ 3", "☆ 4"]
    assert (await kari.presses("★ 1"))["text"] == "☆ Fjernet fra agendaen"
    assert kari.buttons[0] == ["☆ 1", "☆ 2", "☆ 3", "☆ 4"]
    await kari.says("/agenda")
    assert kari.text == "Du har ikke lagret noe ennå. Spør om noe du vil se, og trykk ☆."


async def test_star_pressed_twice_saves_once(kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    data = kari.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await kari.forges(data)
    await kari.forges(data)
    await kari.says("/agenda")
    assert kari.lines[0] == "Din agenda – 1 sesjon"


async def test_star_of_what_has_begun_promises_no_reminder(kari: Conversation) -> None:
    await kari.says("/now")
    assert (await kari.presses("☆ 1"))["text"] == "★ Lagret"


async def test_agenda_marks_clashes_until_one_is_removed(kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    await kari.presses("☆ 1")
    clash = await kari.presses("☆ 8")
    assert clash["text"] == "★ Lagret. Den krasjer med «Byen uten kø», som du også har."
    await kari.says("/agenda")
    assert kari.lines == [
        "Din agenda – 2 sesjoner",
        "I dag",
        "1 13:30–14:30 · Sal 2 · ⚠ krasjer",
        "Hvem eier dataene? · paneldebatt · demokrati under press · 🇬🇧",
        "2 14:00–14:45 · Hovedscenen · ⚠ krasjer · holdes også i morgen kl. 11:00",
        "Byen uten kø · foredrag · mobilitet",
    ]
    await kari.presses("★ 1")
    await kari.says("/agenda")
    assert kari.lines == [
        "Din agenda – 1 sesjon",
        "I dag",
        "1 14:00–14:45 · Hovedscenen",
        "Byen uten kø · foredrag · mobilitet",
    ]


async def test_clash_offers_the_same_at_another_time(world: World, kari: Conversation) -> None:
    await kari.says("lagre Hvem eier dataene")
    await kari.says("hva skjer kl 14?")
    await kari.presses("☆ 1")
    assert kari.text == "«Byen uten kø» holdes også i morgen kl. 11:00."
    assert kari.buttons == [["✅ Bytt til i morgen kl. 11:00"], ["✖ Behold begge"]]
    await kari.presses("✅")
    assert kari.lines[1:] == ["i morgen kl. 11:00 · Hovedscenen", "★ Lagret. Jeg sier fra i morgen kl. 10:45."]
    assert await world.app.services.agenda.favourites(1001) == {"hvem-eier-dataene", "byen-uten-ko-onsdag"}


async def test_clash_may_be_kept(world: World, kari: Conversation) -> None:
    await kari.says("lagre Hvem eier dataene")
    await kari.says("lagre Byen uten kø i dag")
    assert kari.text == "«Byen uten kø» holdes også i morgen kl. 11:00."
    await kari.presses("✖ Behold begge")
    assert kari.text == "Da lar jeg alt være som det er."
    assert await world.app.services.agenda.favourites(1001) == {"hvem-eier-dataene", "byen-uten-ko"}


async def test_agenda_turns_its_pages(kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    await kari.presses("☆ 1")
    await kari.says("hva skjer i morgen?")
    for number in range(1, 9):
        await kari.presses(f"☆ {number}")
    await kari.says("/agenda")
    assert (kari.lines[0], kari.buttons[-1]) == ("Din agenda – 9 sesjoner", ["▶"])
    await kari.presses("▶")
    assert kari.lines == [
        "Din agenda – 9 sesjoner",
        "I morgen",
        "9 09:00–11:00 · Verkstedet · ⚠ krasjer",
        "Design for bestemor · interaktiv sesjon · sosial bærekraft",
    ]
    assert kari.buttons == [["★ 9"], ["9"], ["◀"]]
    await kari.presses("◀")
    assert kari.lines[1] == "I dag"


async def test_agenda_can_be_asked_for_in_words(kari: Conversation) -> None:
    await kari.says("hva skjer i morgen kl 10?")
    await kari.presses("☆ 1")
    await kari.says("min agenda i morgen")
    assert kari.lines[:2] == ["Din agenda · I morgen – 1 sesjon", "1 10:00–10:45 · Hovedscenen"]


async def test_agenda_asked_for_in_words_tells_where_nothing_is_saved(kari: Conversation) -> None:
    await kari.says("min agenda")
    assert kari.text == "Du har ikke lagret noe ennå. Spør om noe du vil se, og trykk ☆."
    await kari.says("min agenda i morgen")
    assert kari.text == "Du har ikke lagret noe her: I morgen."


async def test_agenda_is_nobody_elses(world: World, kari: Conversation) -> None:
    per = world.meets(1002, "Per")
    await kari.says("hva skjer kl 14?")
    await kari.presses("☆ 1")
    await per.says("/agenda")
    assert per.text == "Du har ikke lagret noe ennå. Spør om noe du vil se, og trykk ☆."
    await per.says("hva skjer kl 14?")
    assert per.buttons[0] == ["☆ 1", "☆ 2", "☆ 3", "☆ 4"]
