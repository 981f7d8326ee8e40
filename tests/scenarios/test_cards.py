"""A session's card and where its buttons lead."""

from tests.scenarios.conftest import Conversation

ABSTRACT = (
    "Tre byer viser hva som skjer når bilen ikke lenger har førsterett. "
    "To av dem angrer ikke, og den tredje forteller hvorfor den snudde."
)
CARD = [
    "Byen uten kø",
    "🕑 i dag 14:00–14:45 · 📍 Hovedscenen",
    "mobilitet · foredrag · norsk · for smartbyansvarlige, byplanleggere",
    "🎤 Ingrid Solheim, leder for bymobilitet, Fjordby kommune",
    ABSTRACT,
    "Holdes også i morgen kl. 11:00.",
]


async def opened(kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    await kari.presses("1")


async def test_number_opens_the_card_and_leaves_the_list(kari: Conversation) -> None:
    await opened(kari)
    assert kari.lines == CARD
    assert kari.buttons == [["☆ Lagre", "📍 Finn fram"], ["🎤 Ingrid Solheim"], ["🔔 Følg mobilitet"]]
    assert len(kari.messages) == 2


async def test_title_of_a_card_is_its_link(kari: Conversation) -> None:
    await opened(kari)
    links = [entity["url"] for entity in kari.last["entities"] if entity["type"] == "text_link"]
    assert [link.partition("?")[2] for link in links] == ["start=s_byen-uten-ko"]


async def test_card_saves_and_takes_out(kari: Conversation) -> None:
    await opened(kari)
    assert (await kari.presses("☆ Lagre"))["text"] == "★ Lagret. Jeg sier fra kl. 13:45."
    assert kari.buttons[0] == ["★ Lagret", "📍 Finn fram"]
    assert (await kari.presses("★ Lagret"))["text"] == "☆ Fjernet fra agendaen"
    assert kari.buttons[0] == ["☆ Lagre", "📍 Finn fram"]
    assert kari.lines == CARD


async def test_card_follows_and_unfollows_its_track(kari: Conversation) -> None:
    await opened(kari)
    assert (await kari.presses("🔔"))["text"] == "🔔 Du følger mobilitet."
    assert kari.buttons[2] == ["🔕 Slutt å følge mobilitet"]
    assert (await kari.presses("🔕"))["text"] == "🔕 Du følger ikke lenger mobilitet."
    assert kari.buttons[2] == ["🔔 Følg mobilitet"]


async def test_card_shows_the_way_and_what_runs_there(kari: Conversation) -> None:
    await opened(kari)
    await kari.presses("📍")
    assert kari.lines[:2] == ["📍 Hovedscenen", "Rett fram fra inngangen, gjennom Torget og inn til venstre."]
    assert kari.buttons == [["11:00 Hvem blir igjen på kaia?"], ["13:00 Hva skal vi leve av etterpå?"]]
    await kari.presses("13:00")
    assert kari.lines[0] == "Hva skal vi leve av etterpå?"


async def test_card_leads_to_its_speaker(kari: Conversation) -> None:
    await opened(kari)
    await kari.presses("🎤")
    assert kari.lines == [
        "🎤 Ingrid Solheim, leder for bymobilitet, Fjordby kommune",
        "Byplanlegger som sluttet å telle biler og begynte å telle mennesker.",
        "I dag",
        "1 14:00–14:45 · Hovedscenen",
        "Byen uten kø · foredrag · mobilitet",
        "I morgen",
        "2 11:00–11:45 · Hovedscenen",
        "Byen uten kø · foredrag · mobilitet",
    ]


async def test_card_of_a_saved_session_shows_it_saved(kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    await kari.presses("☆ 1")
    await kari.presses("1")
    assert kari.buttons[0] == ["★ Lagret", "📍 Finn fram"]
