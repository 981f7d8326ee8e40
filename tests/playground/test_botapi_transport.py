"""The local Bot API through python-telegram-bot, in-process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaDocument
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.ext import ExtBot

from bot.delivery.transport import NotSentError
from bot.playground.botapi.faults import NoReply, ServerFault, Slow, TooManyRequests, Unreachable
from tests.playground.botapi_support import KARI, Stage

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("☆", callback_data="x")]])


@asynccontextmanager
async def on_stage(key: str = "1:local") -> AsyncIterator[tuple[Stage, ExtBot[None]]]:
    stage = Stage()
    async with ExtBot(key, request=stage.api.request(), get_updates_request=stage.api.request()) as bot:
        yield stage, bot


async def test_message_is_sent_and_its_markup_comes_back() -> None:
    async with on_stage() as (stage, bot):
        sent = await bot.send_message(KARI, "👍 <b>Byen &amp; køen</b>", parse_mode="HTML", reply_markup=BUTTONS)
        assert sent.text_html == "👍 <b>Byen &amp; køen</b>"
        assert sent.reply_markup == BUTTONS
        assert stage.kari.last["text"] == "👍 Byen & køen"


async def test_press_is_answered_and_the_message_edited() -> None:
    async with on_stage() as (stage, bot):
        sent = await bot.send_message(KARI, "a", reply_markup=BUTTONS)
        query_id = stage.kari.press(sent.message_id, "☆")
        query = (await bot.get_updates())[-1].callback_query
        assert query is not None
        await query.answer("★ Lagret")
        await query.edit_message_text("b")
        assert stage.kari.answered(query_id) == {"text": "★ Lagret", "show_alert": False, "url": ""}
        assert (stage.kari.last["text"], "reply_markup" in stage.kari.last) == ("b", False)


async def test_documents_go_both_ways() -> None:
    async with on_stage() as (stage, bot):
        await bot.send_document(KARI, b"BEGIN:VCALENDAR", filename="min.ics", caption="<i>Din</i>", parse_mode="HTML")
        assert stage.kari.last["document"]["mime_type"] == "text/calendar"
        stage.kari.upload("program.csv", b"a,b", "text/csv")
        document = (await bot.get_updates())[-1].effective_message
        assert document is not None
        assert document.document is not None
        file = await document.document.get_file()
        assert bytes(await file.download_as_bytearray()) == b"a,b"


async def test_album_is_sent() -> None:
    async with on_stage() as (stage, bot):
        await bot.send_media_group(KARI, [InputMediaDocument(name.encode(), filename=f"{name}.txt") for name in "ab"])
        assert [message["document"]["file_name"] for message in stage.kari.replies] == ["a.txt", "b.txt"]


async def test_profile_is_set() -> None:
    async with on_stage() as (stage, bot):
        await bot.set_my_commands([BotCommand("now", "Hva som pågår")])
        await bot.set_my_short_description("Svarer", language_code="nb")
        assert stage.kari.commands == [{"command": "now", "description": "Hva som pågår"}]
        assert (await bot.get_my_short_description("nb")).short_description == "Svarer"
        assert (await bot.get_chat(KARI)).first_name == "Kari"


async def test_refusals_become_the_librarys_errors() -> None:
    async with on_stage() as (stage, bot):
        with pytest.raises(BadRequest, match=r"^Chat not found$"):
            await bot.send_message(8, "a")
        stage.kari.block()
        with pytest.raises(Forbidden, match=r"^Forbidden: bot was blocked by the user$"):
            await bot.send_message(KARI, "a")


async def test_wrong_token_is_unauthorised() -> None:
    with pytest.raises(InvalidToken):
        async with on_stage("1:other"):
            pass


async def test_second_poll_ends_the_first() -> None:
    async with on_stage() as (stage, bot):
        first = asyncio.create_task(bot.get_updates(offset=2, timeout=50))
        await asyncio.sleep(0.01)
        second = asyncio.create_task(bot.get_updates(offset=2, timeout=50))
        with pytest.raises(Conflict):
            await first
        stage.kari.send("a")
        assert [update.update_id for update in await second] == [2]


async def test_cancelled_poll_is_no_longer_there() -> None:
    async with on_stage() as (stage, bot):
        poll = asyncio.create_task(bot.get_updates(offset=2, timeout=50))
        await asyncio.sleep(0.01)
        poll.cancel()
        with pytest.raises(asyncio.CancelledError):
            await poll
        stage.kari.send("a")
        assert [update.update_id for update in await bot.get_updates(offset=2)] == [2]


async def test_faults_become_the_librarys_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # otherwise the library warns of its own change
    async with on_stage() as (stage, bot):
        faults = stage.api.faults
        faults.add("sendMessage", TooManyRequests(7))
        with pytest.raises(RetryAfter):
            await bot.send_message(KARI, "a")
        faults.add("sendMessage", ServerFault())
        with pytest.raises(NetworkError, match="Bad Gateway"):
            await bot.send_message(KARI, "b")
        faults.add("sendMessage", Unreachable())
        with pytest.raises(NotSentError):
            await bot.send_message(KARI, "c")
        assert stage.kari.replies == []


async def test_lost_reply_times_out_though_delivered() -> None:
    async with on_stage() as (stage, bot):
        stage.api.faults.add("sendMessage", NoReply(delivered=True))
        with pytest.raises(TimedOut):
            await bot.send_message(KARI, "a")
        assert [message["text"] for message in stage.kari.replies] == ["a"]


async def test_reply_that_takes_too_long_is_given_up_while_the_call_goes_on() -> None:
    async with on_stage() as (stage, bot):
        stage.api.faults.add("sendMessage", Slow(0.05))
        with stage.api.subscribe() as events:
            with pytest.raises(TimedOut):
                await bot.send_message(KARI, "a", read_timeout=0.01)
            assert (await anext(events))["message"]["text"] == "a"
