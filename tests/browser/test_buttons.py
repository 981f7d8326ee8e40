"""The buttons under messages."""

from collections.abc import Mapping

import pytest
from playwright.async_api import Page, expect

from tests.playground.page_support import Demo

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def keyboard(*buttons: Mapping[str, object]) -> dict[str, object]:
    return {"inline_keyboard": [list(buttons)]}


SAVE = {"text": "☆ Lagre", "callback_data": "1:s"}
SAVED = {"text": "★ Lagret", "callback_data": "1:d"}


async def test_press_changes_the_message_in_place_and_keeps_the_focus(demo: Demo, page: Page) -> None:
    message_id = await demo.say("Byen uten kø", reply_markup=keyboard(SAVE))
    button = page.get_by_role("button", name="☆ Lagre")
    await button.focus()
    await button.press("Enter")
    query = (await demo.update())["callback_query"]
    await expect(button).to_have_attribute("aria-busy", "true")
    await demo.call("answerCallbackQuery", callback_query_id=query["id"])
    await expect(button).not_to_have_attribute("aria-busy", "true")
    await demo.call("editMessageReplyMarkup", chat_id=1001, message_id=message_id, reply_markup=keyboard(SAVED))
    await expect(page.get_by_role("button", name="★ Lagret")).to_be_focused()
    await expect(page.locator(".theirs")).to_have_count(1)


async def test_answer_to_a_press_is_a_toast(demo: Demo, page: Page) -> None:
    await demo.say("Byen uten kø", reply_markup=keyboard(SAVE))
    await page.get_by_role("button", name="☆ Lagre").click()
    query = (await demo.update())["callback_query"]
    await demo.call("answerCallbackQuery", callback_query_id=query["id"], text="Lagret.")
    await expect(page.locator("#toast")).to_have_text("Lagret.")


async def test_alert_is_a_dialog_that_escape_closes(demo: Demo, page: Page) -> None:
    await demo.say("Byen uten kø", reply_markup=keyboard(SAVE))
    await page.get_by_role("button", name="☆ Lagre").click()
    query = (await demo.update())["callback_query"]
    await demo.call("answerCallbackQuery", callback_query_id=query["id"], text="Krasjer.", show_alert=True)
    await expect(page.get_by_role("dialog")).to_contain_text("Krasjer.")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_be_hidden()


async def test_address_button_opens_elsewhere(demo: Demo, page: Page) -> None:
    await demo.say("Kart", reply_markup=keyboard({"text": "Kart", "url": "https://example.org/kart"}))
    link = page.get_by_role("link", name="Kart")
    await expect(link).to_have_attribute("href", "https://example.org/kart")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


async def test_inline_button_writes_the_query(demo: Demo, page: Page) -> None:
    button = {"text": "Søk", "switch_inline_query_current_chat": "mobilitet"}
    await demo.say("Søk", reply_markup=keyboard(button))
    await page.get_by_role("button", name="Søk").click()
    await expect(page.locator("#text")).to_have_value("@expobot_demo_bot mobilitet")


async def test_copy_button_copies(demo: Demo, page: Page) -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await demo.say("Lenke", reply_markup=keyboard({"text": "Kopier", "copy_text": {"text": "t.me/x"}}))
    await page.get_by_role("button", name="Kopier").click()
    await expect(page.locator("#toast")).to_have_text("Kopiert")
    assert await page.evaluate("navigator.clipboard.readText()") == "t.me/x"
