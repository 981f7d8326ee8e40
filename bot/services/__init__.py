"""Use cases: each area one class that decides and changes the store."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.domain.quiet import QuietHours
from bot.services.agenda import AgendaService
from bot.services.ask import AskService
from bot.services.attendees import AttendeeService
from bot.services.broadcasts import BroadcastService
from bot.services.figures import FigureService
from bot.services.inbox import InboxService
from bot.services.manual import ManualService
from bot.services.privacy import PrivacyService
from bot.services.programme import ProgrammeService
from bot.services.subscriptions import SubscriptionService
from bot.services.updates import UpdateService
from bot.services.uploads import UploadService

__all__ = [
    "AgendaService",
    "AskService",
    "AttendeeService",
    "BroadcastService",
    "Defaults",
    "FigureService",
    "InboxService",
    "ManualService",
    "PrivacyService",
    "ProgrammeService",
    "Services",
    "SubscriptionService",
    "UpdateService",
    "UploadService",
]


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for whoever has chosen nothing else; `lead` in minutes."""

    lead: int
    quiet: QuietHours | None
    retention_days: int


@dataclass(frozen=True, slots=True)
class Services:
    """All of them, made in app.py and handed to every handler."""

    clock: Clock
    programme: ProgrammeService
    updates: UpdateService
    uploads: UploadService
    manual: ManualService
    attendees: AttendeeService
    agenda: AgendaService
    ask: AskService
    inbox: InboxService
    subscriptions: SubscriptionService
    broadcasts: BroadcastService
    privacy: PrivacyService
    figures: FigureService
    organisers: frozenset[int]
    defaults: Defaults
