"""Makes the services and the bot from the settings."""

from collections.abc import Callable
from datetime import timedelta

from telegram.ext import ExtBot
from telegram.request import BaseRequest

from bot import services as use_cases
from bot.clock import Clock
from bot.config import Settings
from bot.delivery.gate import Turn
from bot.delivery.pacer import Pacer
from bot.services.alerts import AlertPlanner
from bot.services.reminders import Planner
from bot.services.replanning import Replanning
from data.database import Database


def make_bot(settings: Settings, token: str, transport: Callable[[], BaseRequest], pacer: Pacer) -> ExtBot[Turn]:
    """python-telegram-bot's bot over a transport of ours, every call of which the pacer lets through."""
    server = settings.telegram_api_url
    return ExtBot(
        token,
        base_url=f"{server}/bot",
        base_file_url=f"{server}/file/bot",
        request=transport(),
        get_updates_request=transport(),
        rate_limiter=pacer,
    )


def make_services(
    settings: Settings, database: Database, clock: Clock, changed: Callable[[], None]
) -> use_cases.Services:
    """Every service; `changed` is called when messages were planned."""
    planner = Planner(settings.reminder_minutes)
    programme = use_cases.ProgrammeService(database)
    updates = use_cases.UpdateService(database, clock, programme, planner, AlertPlanner(settings.quiet_hours), changed)
    replanning = Replanning(clock, programme, planner, changed)
    agenda = use_cases.AgendaService(database, clock, programme, replanning)
    inbox = use_cases.InboxService(database, clock, changed)
    retention = timedelta(days=settings.retention_days)
    return use_cases.Services(
        clock=clock,
        programme=programme,
        updates=updates,
        uploads=use_cases.UploadService(database, clock, updates, settings.expo_timezone),
        manual=use_cases.ManualService(database, clock, programme, updates),
        attendees=use_cases.AttendeeService(database, clock, replanning),
        agenda=agenda,
        ask=use_cases.AskService(database, clock, programme, agenda, inbox),
        inbox=inbox,
        subscriptions=use_cases.SubscriptionService(database, clock, programme, replanning),
        broadcasts=use_cases.BroadcastService(database, clock, programme, settings.quiet_hours, changed),
        privacy=use_cases.PrivacyService(database, clock, programme, retention, changed),
        figures=use_cases.FigureService(database),
        organisers=frozenset(settings.organiser_ids),
        defaults=use_cases.Defaults(settings.reminder_minutes, settings.quiet_hours, settings.retention_days),
    )
