"""Takes the pictures of the docs anew: starts the demo for each and uses it as a person would.

Needs Chromium and looks best with the Inter font: `.venv/bin/python docs/pictures/shoot.py`.
"""

import asyncio
import re
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Page, ViewportSize, async_playwright

HERE = Path(__file__).parent
DESKTOP: ViewportSize = {"width": 1180, "height": 900}
TALL: ViewportSize = {"width": 1180, "height": 1240}
PHONE: ViewportSize = {"width": 390, "height": 844}


@dataclass(frozen=True)
class Words:
    """What is said in one language."""

    language: str
    question: str
    broadcast: str
    all: str
    send: str


NB = Words("nb", "hva skjer kl 14?", "Lunsjen er klar på Torget fra kl. 11:45.", "Alle", "Send nå")
EN = Words("en", "what's on at 14:00?", "Lunch is served on the Square from 11:45.", "All", "Send now")
SV = Words("sv", "vad händer kl 14?", "Lunchen är klar på Torget från kl. 11.45.", "Alla", "Skicka nu")
DA = Words("da", "hvad sker der kl 14?", "Frokosten er klar på Torvet fra kl. 11:45.", "Alle", "Send nu")


async def say(page: Page, text: str) -> None:
    """Write a message and wait for the answer."""
    await page.locator("#text").fill(text)
    await page.keyboard.press("Enter")
    await page.wait_for_timeout(900)


async def tap(page: Page, label: str) -> None:
    """Tap the newest button that says so."""
    await page.locator("#log button", has_text=label).last.click()
    await page.wait_for_timeout(800)


async def become(page: Page, number: int) -> None:
    """The attendee (0) or the organiser (1)."""
    await page.locator("#people > *").nth(number).click()
    await page.wait_for_timeout(500)


async def choose_language(page: Page, language: str) -> None:
    """What the person's Telegram is in."""
    if language != "nb":
        await page.locator(f"#language label:has(input[value={language}])").click()
        await say(page, "/start")


async def toast_gone(page: Page) -> None:
    """Wait until nothing covers the chat."""
    await page.wait_for_timeout(4500)


async def question(page: Page, words: Words) -> None:
    """What runs at 14:00, the first of it saved."""
    await say(page, words.question)
    await tap(page, "☆ 1")
    await toast_gone(page)


async def reminder(page: Page, words: Words) -> None:
    """Saved, and ⏩ to the reminder."""
    await question(page, words)
    await page.locator("#next-due").click()
    await page.wait_for_timeout(1500)


async def broadcast(page: Page, words: Words) -> None:
    """An organiser's broadcast, sent, with its report."""
    await become(page, 1)
    await choose_language(page, words.language)
    await say(page, f"/broadcast {words.broadcast}")
    await tap(page, words.all)
    await tap(page, words.send)
    await page.wait_for_timeout(3500)


async def story(page: Page, words: Words) -> None:
    """Question, ☆, reminder and the organiser's broadcast, all in the attendee's chat."""
    await choose_language(page, words.language)
    await broadcast(page, words)
    await become(page, 0)
    await reminder(page, words)


Scene = Callable[[Page, Words], Awaitable[None]]

PICTURES: dict[str, tuple[Scene, Words, ViewportSize, bool]] = {
    "question": (question, NB, DESKTOP, False),
    "reminder": (reminder, NB, DESKTOP, False),
    "broadcast": (broadcast, NB, DESKTOP, False),
    "phone": (question, NB, PHONE, True),
    "story-en": (story, EN, TALL, False),
    "story-sv": (story, SV, TALL, False),
    "story-da": (story, DA, TALL, False),
}


async def shoot(address: str, name: str) -> None:
    """Take one picture."""
    scene, words, size, dark = PICTURES[name]
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = await browser.new_page(viewport=size, color_scheme="dark" if dark else "light", device_scale_factor=1.5)
        await page.goto(address)
        await page.wait_for_timeout(1200)
        await scene(page, words)
        await page.screenshot(path=HERE / f"{name}.png")
        await browser.close()


def main() -> None:
    """A fresh demo for each picture named, or for all."""
    for name in sys.argv[1:] or PICTURES:
        command = [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "8765"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as demo:  # noqa: S603 - our own command
            address = re.search(r"http://\S+", demo.stdout.readline() if demo.stdout else "")
            if address:
                asyncio.run(shoot(address[0], name))
            demo.terminate()


if __name__ == "__main__":
    main()
