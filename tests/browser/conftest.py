"""A headless Chromium for the session, and a page of it for each test."""

import shutil
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright

from tests.playground.page_support import Demo

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine's PATH")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def demo() -> AsyncIterator[Demo]:
    """A served page of Kari, who has started the bot, and Ola."""
    demo = Demo()
    demo.kari.start()
    await demo.update()
    async with demo.served():
        yield demo


def _is_fault(message: ConsoleMessage) -> bool:
    return message.type == "error" and not message.text.startswith("Failed to load resource")


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, demo: Demo) -> AsyncIterator[Page]:
    """Kari's chat on a desktop. A fault in the page's scripts fails the test."""
    faults: list[str] = []
    page = await browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if _is_fault(message) else None)
    page.set_default_timeout(30_000)
    await page.goto(demo.address)
    await page.locator("#people button").first.wait_for()
    yield page
    await page.close()
    assert faults == []
