"""Writing: text, commands, suggestions, files, a place."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.playground.page_support import Demo

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

COMMANDS = [
    {"command": "now", "description": "hva skjer nå"},
    {"command": "next", "description": "hva som kommer"},
    {"command": "agenda", "description": "det du har lagret"},
]


async def test_enter_sends_and_shift_enter_breaks_the_line(demo: Demo, page: Page) -> None:
    field = page.locator("#text")
    await field.fill("hva skjer")
    await field.press("Shift+Enter")
    await field.press_sequentially("kl 14")
    await field.press("Enter")
    assert (await demo.update())["message"]["text"] == "hva skjer\nkl 14"
    await expect(page.locator(".mine .words").last).to_have_text("hva skjer\nkl 14")
    await expect(page.locator(".mine")).to_have_count(2)
    await expect(field).to_have_value("")


async def test_commands_are_chosen_by_keyboard(demo: Demo, page: Page) -> None:
    await demo.call("setMyCommands", commands=COMMANDS)
    await expect(page.locator("#slash")).to_be_visible()
    field, options = page.locator("#text"), page.get_by_role("option")
    await field.press_sequentially("/n")
    await expect(options).to_have_text(["/nowhva skjer nå", "/nexthva som kommer"])
    await field.press("ArrowDown")
    await expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    await field.press("Enter")
    assert (await demo.update())["message"]["text"] == "/next"
    await expect(options).to_have_count(0)
    await expect(field).to_have_value("")


async def test_escape_closes_the_commands_and_tab_completes(demo: Demo, page: Page) -> None:
    await demo.call("setMyCommands", commands=COMMANDS)
    await page.locator("#slash").click()
    await expect(page.get_by_role("option")).to_have_count(3)
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("listbox")).to_be_hidden()
    await page.locator("#text").press_sequentially("/ag")
    await page.keyboard.press("Tab")
    await expect(page.locator("#text")).to_have_value("/agenda ")


async def test_suggestions_stand_until_the_first_question(demo: Demo, page: Page) -> None:
    chips = page.locator("#chips button")
    await expect(chips).to_have_text(
        ["hva skjer kl 14", "hva skjer i morgen etter lunsj om mobilitet?", "når snakker Ingrid Solheim?"]
    )
    await chips.first.click()
    assert (await demo.update())["message"]["text"] == "hva skjer kl 14"
    await expect(page.locator("#chips")).to_be_hidden()


async def test_file_goes_with_what_is_written(demo: Demo, page: Page, tmp_path: Path) -> None:
    programme = tmp_path / "program.csv"
    programme.write_text("title\n", encoding="utf-8")
    await page.locator("#file").set_input_files(programme)
    await expect(page.locator("#attachment")).to_contain_text("program.csv")
    await page.locator("#text").fill("nytt program")
    await page.locator("#text").press("Enter")
    message = (await demo.update())["message"]
    assert (message["document"]["file_name"], message["caption"]) == ("program.csv", "nytt program")
    await expect(page.locator("#attachment")).to_be_hidden()
    await expect(page.locator(".mine .document b")).to_have_text("program.csv")


async def test_place_is_sent_from_the_menu_by_keyboard(demo: Demo, page: Page) -> None:
    await page.locator("#attach").press("Enter")
    await expect(page.get_by_role("menuitem").first).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    assert (await demo.update())["message"]["location"] == {"latitude": 58.9531, "longitude": 5.6912}
    await expect(page.get_by_role("menu")).to_be_hidden()


async def test_message_that_fails_stays_in_the_field(demo: Demo, page: Page) -> None:
    demo.kari.block()
    await page.locator("#text").fill("hei")
    await page.locator("#text").press("Enter")
    await expect(page.locator("#toast")).to_have_text("Du har blokkert boten.")
    await expect(page.locator("#text")).to_have_value("hei")
    await expect(page.locator(".mine")).to_have_count(1)
