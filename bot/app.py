"""The composition root: wires everything, starts it and stops it. The one file that sees every layer."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any, Final

from telegram.error import InvalidToken, NetworkError
from telegram.ext import Application, ExtBot
from telegram.request import BaseRequest

from bot import services as use_cases
from bot.clock import Clock
from bot.config import Settings
from bot.delivery.backoff import backoff
from bot.delivery.ingest import Ingest
from bot.delivery.pacer import Pacer, Priority
from bot.delivery.sender import Sender
from bot.services.feed import FeedService
from bot.services.reminders import Planner
from bot.timers import Timers
from data.database import Database
from handlers import FEATURES, register
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
        self._pacer = Pacer(settings.messages_per_second, settings.paid_broadcast_per_second)
        self.timers = Timers(clock)
        self.bot = self._make_bot(token, transport)
        self.services = self._make_services(clock)
        self._feed = FeedService(self.services.programme, settings.programme, settings.expo_timezone)
        self.sender = Sender(
            database,
            self.bot,
            self._pacer,
            clock,
            renderer(lambda: self.services.programme.index),
            lambda moment: self.timers.wake_at(moment, self.sender.wake),
        )
        self.application: Application[Any, Any, Any, Any, Any, Any] = (
            Application.builder().bot(self.bot).updater(None).job_queue(None).build()
        )
        self.application.bot_data["services"] = self.services
        register(self.application)
        self._ingest = Ingest(self.bot, transport(), self.application.process_update)
        self._tasks: list[asyncio.Task[None]] = []

    def _make_bot(self, token: str, transport: Callable[[], BaseRequest]) -> ExtBot[Priority]:
        server = self._settings.telegram_api_url
        return ExtBot(
            token,
            base_url=f"{server}/bot",
            base_file_url=f"{server}/file/bot",
            request=transport(),
            get_updates_request=transport(),
            rate_limiter=self._pacer,
        )

    def _make_services(self, clock: Clock) -> use_cases.Services:
        settings, database = self._settings, self._database
        planner = Planner(settings.reminder_minutes)
        programme = use_cases.ProgrammeService(database, clock, planner)
        agenda = use_cases.AgendaService(database, clock, programme, planner, self._changed)
        retention = timedelta(days=settings.retention_days)
        return use_cases.Services(
            clock=clock,
            programme=programme,
            attendees=use_cases.AttendeeService(database, clock, programme, planner, self._changed),
            agenda=agenda,
            ask=use_cases.AskService(database, clock, programme, agenda),
            subscriptions=use_cases.SubscriptionService(database, clock, programme, planner, self._changed),
            broadcasts=use_cases.BroadcastService(database, clock, programme, settings.quiet_hours, self._changed),
            privacy=use_cases.PrivacyService(database, clock, programme, retention, self._changed),
            organisers=frozenset(settings.organiser_ids),
            defaults=use_cases.Defaults(settings.reminder_minutes, settings.quiet_hours, settings.retention_days),
        )

    def _changed(self) -> None:
        self.sender.wake()

    async def start(self) -> None:
        """Load the programme, greet Telegram (again and again until it answers), begin. Raises InvalidToken."""
        await self._feed.look()
        await self._initialize()
        await self._greet()
        self.timers.start()
        self.timers.every(self._settings.programme_refresh, self._feed.look)
        self.timers.every(_PROGRESS_SECONDS, partial(show_progress, self.bot, self.services))
        self.timers.every(_HOUSEKEEPING_SECONDS, self._tidy)
        self._tasks = [
            asyncio.create_task(self.sender.run(), name="sender"),
            asyncio.create_task(self._ingest.run(), name="ingest"),
        ]

    async def _initialize(self) -> None:
        failures = 0
        while True:
            try:
                await self.application.initialize()
            except InvalidToken:
                raise
            except NetworkError as error:
                failures += 1
                pause = backoff(failures, _LONGEST_PAUSE)
                _log.warning("Telegram can't be reached (%s); trying again in %.1f s", error.message, pause)
                await asyncio.sleep(pause)
            else:
                return

    async def _greet(self) -> None:
        try:
            await self.bot.delete_webhook()
            await set_menu(self.bot, FEATURES, self.services.organisers)
        except NetworkError as error:  # also a server that lacks one of the methods
            _log.warning("the command menu could not be set: %s", error.message)

    async def _tidy(self) -> None:
        await self.services.ask.forget_old()
        erased = await self.services.privacy.forget_after_expo()
        if erased:
            _log.info("the retention is over: %d attendees erased", erased)

    async def run(self) -> None:
        """Until one of the parts gives up, whose error this raises, or cancelled."""
        done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()

    async def stop(self) -> None:
        """Let what is in hand end within the deadline, then close everything."""
        for task in self._tasks:
            task.cancel()
        await asyncio.wait(self._tasks, timeout=DRAIN_SECONDS) if self._tasks else None
        self.timers.stop()
        await self.application.shutdown()
        await self._ingest.close()
        await self._database.close()
