"""What stands around the chat: people, language, clock, theme, phone."""

from datetime import timedelta

import pytest
from playwright.async_api import Browser, Page, expect

from tests.playground.page_support import START, Demo

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_other_person_has_a_badge_and_another_chat(demo: Demo, page: Page) -> None:
    demo.ola.start()
    await demo.call("sendMessage", chat_id=1, text="Good morning")
    ola = page.get_by_role("radio", name="Ola")
    await expect(ola).to_contain_text("1")
    await expect(page).to_have_title("(1) Expobot")
    await ola.click()
    await expect(page.locator(".theirs .words")).to_have_text("Good morning")
    await expect(page.locator("#text")).to_have_attribute("placeholder", "Write a message")
    await expect(page).to_have_title("Expobot")


async def test_people_are_switched_with_arrow_keys(demo: Demo, page: Page) -> None:
    await page.get_by_role("radio", name="Kari").press("ArrowRight")
    await expect(page.get_by_role("radio", name="Ola")).to_be_focused()
    await expect(page.locator(".intro")).to_contain_text("Ask about the programme in your own words")
    await page.get_by_role("button", name="Start", exact=True).click()
    assert (await demo.update())["message"]["from"]["first_name"] == "Ola"


async def test_language_of_telegram_changes_page_and_person(demo: Demo, page: Page) -> None:
    await page.get_by_text("Svenska").click()
    await expect(page.locator("#text")).to_have_attribute("placeholder", "Skriv ett meddelande")
    await expect(page.locator("html")).to_have_attribute("lang", "sv")
    assert demo.kari.user["language_code"] == "sv"


async def test_clock_shows_the_expos_time_and_moves(page: Page) -> None:
    await expect(page.locator("#clock-time")).to_have_text("11:20")
    await expect(page.locator("#clock-date .long")).to_have_text("tirsdag 24. september")
    await page.get_by_role("button", name="10 min").click()
    await expect(page.locator("#clock-time")).to_have_text("11:30")
    await page.get_by_role("button", name="1 t").click()
    await expect(page.locator("#clock-time")).to_have_text("12:30")
    await page.get_by_text("600×").click()
    await expect(page.get_by_role("radio", name="600×")).to_be_checked()


async def test_clock_moves_to_the_next_message(demo: Demo, page: Page) -> None:
    demo.due = START + timedelta(days=1)
    await page.reload()
    await expect(page.locator("#due-time")).to_have_text("11:20")
    await page.get_by_role("button", name="til neste melding").click()
    await expect(page.locator("#clock-date .long")).to_have_text("onsdag 25. september")
    demo.due = None
    await page.get_by_role("button", name="til neste melding").click()
    await expect(page.locator("#toast")).to_have_text("Ingen meldinger venter.")


async def test_clock_follows_a_jump_made_elsewhere(demo: Demo, page: Page) -> None:
    await expect(page.locator("#clock-time")).to_have_text("11:20")
    demo.clock.jump(timedelta(hours=3))
    await expect(page.locator("#clock-time")).to_have_text("14:20")


async def test_theme_follows_the_system_until_it_is_chosen(page: Page) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    light = await page.evaluate(background)
    await page.emulate_media(color_scheme="dark")
    dark = await page.evaluate(background)
    assert light != dark
    await page.locator("#theme").click()
    assert await page.evaluate(background) == light
    await page.reload()
    assert await page.evaluate(background) == light


async def test_phone_shows_the_chat_in_full_and_the_panel_as_a_sheet(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    box = await page.locator("#chat").bounding_box()
    assert box is not None
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await expect(page.locator("#side")).to_be_hidden()
    await page.locator("#more").click()
    await expect(page.get_by_role("radio", name="60×", exact=True)).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator("#side")).to_be_hidden()


async def test_page_finds_its_way_when_the_server_starts_anew(browser: Browser) -> None:
    before, after = Demo(), Demo()
    async with before.served():
        page = await browser.new_page()
        await page.goto(before.address)
        await page.get_by_role("button", name="Start", exact=True).click()
        await expect(page.locator(".mine .words")).to_have_text("/start")
    await expect(page.locator("#status")).to_have_text("kobler til …")
    after.kari.send("hei igjen")
    async with after.served(int(before.address.split(":")[-1].strip("/"))):
        await expect(page.locator(".mine .words")).to_have_text("hei igjen")
        await expect(page.locator("#status")).to_have_text("bot")
        await page.close()
