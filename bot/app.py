"""The composition root: wires everything, starts it and stops it. The one file that sees every layer."""

import asyncio
import itertools
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final

from telegram import Update
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import Application
from telegram.request import BaseRequest

from bot.clock import Clock
from bot.config import Settings
from bot.delivery.backoff import backoff
from bot.delivery.ingest import Ingest
from bot.delivery.pacer import Pacer
from bot.delivery.polling import Polling
from bot.delivery.sender import Sender
from bot.delivery.webhook import webhook
from bot.domain.quiet import seconds_after_quiet
from bot.services.feed import LOOK_SECONDS, FeedService
from bot.services.notices import Notices
from bot.status import Status
from bot.timers import Timers
from bot.web import WebServer
from bot.wiring import make_bot, make_services
from data.database import Database
from handlers import FEATURES, register
from handlers.errors import apologise
from handlers.menu import set_menu
from handlers.organiser.progress import show_progress
from handlers.views.outbox import renderer

DRAIN_SECONDS: Final = 8.0
_PROGRESS_SECONDS: Final = 2.0
_HOUSEKEEPING_SECONDS: Final = 600.0
_LONGEST_PAUSE: Final = 30.0

_log = logging.getLogger(__name__)


class App:
    """The bot with its store, its clock and one way to Telegram (`transport` makes one each for calls and polling)."""

    def __init__(
        self, settings: Settings, token: str, clock: Clock, database: Database, transport: Callable[[], BaseRequest]
    ) -> None:
        self._settings = settings
        self._database = database
        self._ways: list[BaseRequest] = []
        pacer = Pacer(settings.messages_per_second, settings.paid_broadcast_per_second)
        self.timers = Timers(clock)
        self.bot = make_bot(settings, token, partial(self._way, transport), pacer)
        self.services = make_services(settings, database, clock, self._changed)
        self._feed = FeedService(
            database, clock, self.services.programme, self.services.updates, Notices(settings.organiser_ids),
            settings.programme, settings.expo_timezone, settings.programme_refresh,
        )  # fmt: skip
        self.sender = Sender(
            database,
            self.bot,
            pacer,
            clock,
            renderer(lambda: self.services.programme.current),
            lambda moment: self.timers.wake_at(moment, self.sender.wake),
            self._later,
        )
        self.application: Application[Any, Any, Any, Any, Any, Any] = (
            Application.builder().bot(self.bot).updater(None).job_queue(None).build()
        )
        self.application.bot_data["services"] = self.services
        register(self.application)
        self._status = Status(self.services, lambda: not any(task.done() for task in self._tasks))
        self.ingest = Ingest(
            self.bot, database, clock, self._handle, partial(apologise, self.bot, self.services.attendees)
        )
        self._polling = Polling(self.bot, self._way(transport), self.ingest)
        self._servers: list[WebServer] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._greeting: asyncio.Task[None] | None = None

    def _way(self, transport: Callable[[], BaseRequest]) -> BaseRequest:
        """Opens a way to Telegram; python-telegram-bot closes none before it was let in."""
        self._ways.append(transport())
        return self._ways[-1]

    def _changed(self) -> None:
        self.sender.wake()

    def _later(self, at: int, own: str | None) -> int:
        zone = self.services.programme.index_so_far.zone
        return seconds_after_quiet(at, own, zone=zone, default=self._settings.quiet_hours)

    async def _handle(self, update: Update) -> None:
        with self._status.updates.time():
            await self.application.process_update(update)

    async def start(self) -> None:
        """Load the programme, find Telegram (again and again until it answers), begin. Raises InvalidToken."""
        await self._feed.look()
        if self.services.programme.loaded is None:
            _log.warning("no programme yet: name one in PROGRAMME, or import one with: expobot import SOURCE")
        await self._insist(self.application.initialize)
        self.timers.start()
        self.timers.every(LOOK_SECONDS, self._look)
        self.timers.every(_PROGRESS_SECONDS, partial(show_progress, self.bot, self.services))
        self.timers.every(_HOUSEKEEPING_SECONDS, self._tidy)
        self._tasks.append(asyncio.create_task(self._check_store(), name="check"))
        self._tasks.append(asyncio.create_task(self.sender.run(), name="sender"))
        await self.ingest.resume()
        await self._open_ways_in()
        self._greeting = asyncio.create_task(set_menu(self.bot, FEATURES, self.services.organisers))

    async def _check_store(self) -> None:
        """A part of the bot that gives up where the store is damaged; beside the rest, since a large one takes long."""
        await self._database.check()
        await asyncio.Event().wait()

    async def _insist(self, call: Callable[[], Awaitable[object]], final: tuple[type[NetworkError], ...] = ()) -> None:
        """Call until Telegram can be reached; an error of a `final` kind is an answer and is raised."""
        for failures in itertools.count(1):
            try:
                await call()
            except final:
                raise
            except NetworkError as error:
                pause = backoff(failures, _LONGEST_PAUSE)
                _log.warning("Telegram can't be reached (%s); trying again in %.1f s", error.message, pause)
                await asyncio.sleep(pause)
            else:
                return

    async def _open_ways_in(self) -> None:
        settings = self._settings
        if settings.status_listen:
            await self._serve(WebServer(self._status.app(), settings.status_listen))
        if settings.webhook_url and settings.webhook_listen and settings.webhook_secret:
            secret = settings.webhook_secret.get_secret_value()
            await self._serve(WebServer(webhook(self.ingest, secret), settings.webhook_listen))
            await self._set_webhook(settings.webhook_url, secret)
        else:
            await self._forget_webhook()
            self._tasks.append(asyncio.create_task(self._polling.run(), name="polling"))

    async def _serve(self, server: WebServer) -> None:
        await server.open()
        self._servers.append(server)

    async def _set_webhook(self, url: str, secret: str) -> None:
        call = partial(self.bot.set_webhook, url, secret_token=secret, allowed_updates=Update.ALL_TYPES)
        await self._insist(call, final=(BadRequest,))

    async def _forget_webhook(self) -> None:
        try:
            await self.bot.delete_webhook()
        except TelegramError as error:
            _log.warning("a webhook of earlier could not be taken away: %s", error.message)

    async def _look(self) -> None:
        if await self._feed.look():
            self._changed()

    async def _tidy(self) -> None:
        await self.services.ask.forget_old()
        await self.ingest.forget_old()
        await self.services.uploads.forget_old()
        erased = await self.services.privacy.forget_after_expo()
        if erased:
            _log.info("the retention is over: %d attendees erased", erased)

    async def run(self) -> None:
        """Until one of the parts gives up, whose error this raises, or cancelled."""
        done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()

    async def _ended(self, seconds: float) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)

    async def stop(self) -> None:
        """Take in nothing more, let what is in hand end within the deadline, close everything."""
        for server in self._servers:
            await server.close()
        for task in (*self._tasks, *filter(None, [self._greeting])):
            task.cancel()
        await asyncio.gather(self.ingest.drain(DRAIN_SECONDS), self._ended(DRAIN_SECONDS))
        self.timers.stop()
        await self.application.shutdown()
        for way in self._ways:
            await way.shutdown()
        await self._database.close()
