"""What stands in the chat."""

import pytest
from playwright.async_api import Page, expect

from bot.playground.botapi import UploadedFile
from tests.playground.page_support import Demo

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_message_appears_with_the_expos_time_on_the_bots_side(demo: Demo, page: Page) -> None:
    await demo.say("Byen uten kø")
    bubble = page.locator(".theirs")
    await expect(bubble.locator(".words")).to_have_text("Byen uten kø")
    await expect(bubble.locator("time")).to_have_text("11:20")
    await expect(page.locator(".day")).to_have_text("tirsdag 24. september")


async def test_each_entity_is_shown_in_its_form(demo: Demo, page: Page) -> None:
    await demo.say(
        "🕑 <b>fet <i>og kursiv</i></b> <u>under</u> <s>borte</s> <code>kode</code>\n<pre>linje</pre>\n"
        '<blockquote>sitat</blockquote>\n<a href="https://example.org/">her</a> /now',
        parse_mode="HTML",
    )
    words = page.locator(".theirs .words")
    assert await words.inner_html() == (
        "🕑 <strong>fet <em>og kursiv</em></strong> <u>under</u> <s>borte</s> <code>kode</code>\n<pre>linje</pre>"
        '<blockquote>sitat</blockquote><a href="https://example.org/" target="_blank" rel="noopener noreferrer" '
        'title="https://example.org/">her</a> <button type="button" class="link">/now</button>'
    )


async def test_markup_in_a_message_stays_text(demo: Demo, page: Page) -> None:
    attack = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    await demo.say(attack)
    demo.kari.send(attack)
    await expect(page.locator(".theirs .words")).to_have_text(attack)
    await expect(page.locator(".mine .words").last).to_have_text(attack)
    assert await page.locator("#log :is(.words img, script)").count() == 0


async def test_spoiler_shows_when_tapped(demo: Demo, page: Page) -> None:
    await demo.say("svar: <tg-spoiler>42</tg-spoiler>", parse_mode="HTML")
    spoiler = page.locator(".spoiler")
    await expect(spoiler).to_have_attribute("aria-label", "Vis skjult tekst")
    await spoiler.press("Enter")
    await expect(spoiler).to_have_class("spoiler open")


async def test_command_in_a_message_is_sent_when_tapped(demo: Demo, page: Page) -> None:
    await demo.say("Skriv /agenda")
    await page.get_by_role("button", name="/agenda").click()
    assert (await demo.update())["message"]["text"] == "/agenda"


async def test_link_to_the_bot_opens_in_the_same_chat(demo: Demo, page: Page) -> None:
    await demo.say('<a href="https://t.me/expobot_demo_bot?start=s_12">Byen uten kø</a>', parse_mode="HTML")
    await page.get_by_role("link", name="Byen uten kø").click()
    assert (await demo.update())["message"]["text"] == "/start s_12"
    assert len(page.context.pages) == 1


async def test_edited_message_changes_in_place(demo: Demo, page: Page) -> None:
    first = await demo.say("14:00 Hovedscenen")
    await demo.say("15:00 Sal 1")
    await demo.call("editMessageText", chat_id=1001, message_id=first, text="15:30 Sal 2")
    await expect(page.locator(".theirs .words")).to_have_text(["15:30 Sal 2", "15:00 Sal 1"])
    await expect(page.locator(".theirs").first.locator(".stamp")).to_have_text("redigert 11:20")


async def test_deleted_message_goes(demo: Demo, page: Page) -> None:
    message_id = await demo.say("trykkfeil")
    await expect(page.locator(".theirs")).to_have_count(1)
    await demo.call("deleteMessage", chat_id=1001, message_id=message_id)
    await expect(page.locator(".theirs")).to_have_count(0)


async def test_document_is_downloaded_under_its_name(demo: Demo, page: Page) -> None:
    calendar = UploadedFile("byen.ics", b"BEGIN:VCALENDAR", "text/calendar")
    await demo.api.call("sendDocument", {"chat_id": 1001, "document": "attach://document"}, {"document": calendar})
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Last ned byen.ics").click()
    saved = await download.value
    assert saved.suggested_filename == "byen.ics"
    assert (await saved.path()).read_bytes() == b"BEGIN:VCALENDAR"


async def test_venue_is_a_card_with_its_name(demo: Demo, page: Page) -> None:
    await demo.call("sendVenue", chat_id=1001, latitude=58.95, longitude=5.69, title="Sal 2", address="1. etasje")
    await expect(page.locator(".place b")).to_have_text("Sal 2")
    await expect(page.locator(".place small")).to_have_text("1. etasje")


async def test_typing_shows_until_the_message(demo: Demo, page: Page) -> None:
    await expect(page.locator("#status")).to_have_text("bot")
    await demo.call("sendChatAction", chat_id=1001, action="typing")
    await expect(page.locator("#status")).to_have_text("skriver …")
    await demo.say("ferdig")
    await expect(page.locator("#status")).to_have_text("bot")


async def test_answer_taller_than_the_window_shows_from_its_top(demo: Demo, page: Page) -> None:
    await demo.say("kort")
    await demo.say("<b>først</b>\n" + "linje\n" * 60 + "<i>sist</i>", parse_mode="HTML")
    await expect(page.locator(".words strong")).to_be_in_viewport()
    await expect(page.locator(".words em")).not_to_be_in_viewport()


async def test_log_stays_where_one_reads_and_tells_of_new_messages(demo: Demo, page: Page) -> None:
    for number in range(40):
        await demo.say(f"melding {number}")
    await expect(page.get_by_text("melding 39")).to_be_in_viewport()
    await page.locator("#log").evaluate("log => log.scrollTo(0, 0)")
    await demo.say("nyest")
    await expect(page.locator("#newest")).to_have_text("Nye meldinger1")
    await page.locator("#newest").click()
    await expect(page.get_by_text("nyest")).to_be_in_viewport()
    await expect(page.locator("#newest")).to_be_hidden()
