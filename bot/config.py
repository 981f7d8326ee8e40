"""Settings from the environment and `.env`; every fault is told at once."""

import re
from datetime import datetime, time
from typing import Annotated, Final, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.models import Zone
from bot.domain.quiet import QuietHours, read_hours

TELEGRAM: Final = "https://api.telegram.org"

T = TypeVar("T")


class Address(NamedTuple):
    """Where a server of ours listens."""

    host: str
    port: int


def _hours(value: object) -> object:
    return read_hours(value) if isinstance(value, str) else value


def _ids(value: object) -> object:
    return tuple(part for part in re.split(r"[,\s]+", value) if part) if isinstance(value, str) else value


def _address(value: object) -> object:
    if not isinstance(value, str):
        return value
    host, _, port = value.rpartition(":")
    if not 0 <= int(port) < 1 << 16:
        raise ValueError(port)
    return Address(host.strip("[]") or "127.0.0.1", int(port))


def _moment(value: object) -> object:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def _host(value: str) -> str:
    return value.rstrip("/")


def _none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _matching(pattern: str) -> AfterValidator:
    def check(value: str | None) -> str | None:
        if value is not None and not re.fullmatch(pattern, value):
            raise ValueError(pattern)
        return value

    return AfterValidator(check)


Maybe = Annotated[T | None, BeforeValidator(_none)]
Seconds = Annotated[int, Field(ge=1)]
Listen = Annotated[Address | None, NoDecode, BeforeValidator(_address), BeforeValidator(_none)]


class Settings(BaseSettings):
    """What the environment says. A field's description says what its variable takes."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8-sig", frozen=True, extra="ignore")

    telegram_bot_token: Annotated[Maybe[SecretStr], Field(description="a token from BotFather")] = None
    telegram_api_url: Annotated[
        str,
        _matching(r"https?://[^/\s]+/?"),
        AfterValidator(_host),
        Field(description="a scheme and a host, such as https://api.telegram.org"),
    ] = TELEGRAM
    database_url: Annotated[str, _matching(r"sqlite:///.+"), Field(description="sqlite:///path")] = "sqlite:///expo.db"
    programme: Annotated[Maybe[str], Field(description="a file or an address")] = None
    programme_refresh: Annotated[Seconds, Field(description="whole seconds, at least 1")] = 60
    expo_timezone: Annotated[Zone, Field(description="an IANA time zone, such as Europe/Oslo")] = "Europe/Oslo"
    organiser_ids: Annotated[
        tuple[int, ...], NoDecode, BeforeValidator(_ids), Field(description="Telegram user ids with commas between")
    ] = ()
    reminder_minutes: Annotated[int, Field(ge=0, le=1440, description="whole minutes, 0 (off) to 1440")] = 15
    quiet_hours: Annotated[
        QuietHours | None, NoDecode, BeforeValidator(_hours), Field(description="hours such as 22:00-07:00, or nothing")
    ] = QuietHours(time(22), time(7))
    messages_per_second: Annotated[float, Field(gt=0, le=1000, description="a number above 0, at most 1000")] = 30
    paid_broadcast_per_second: Annotated[float, Field(ge=0, le=1000, description="a number from 0 (off) to 1000")] = 0
    webhook_url: Annotated[Maybe[str], _matching(r"https?://\S+"), Field(description="an https address")] = None
    webhook_listen: Annotated[Listen, Field(description="host:port")] = Address("127.0.0.1", 8443)
    webhook_secret: Annotated[
        Maybe[SecretStr], Field(description="1 to 256 of A-Z a-z 0-9 _ -; needed where WEBHOOK_URL is set")
    ] = None
    status_listen: Annotated[Listen, Field(description="host:port, or nothing")] = None
    clock_start: Annotated[
        datetime | None,
        BeforeValidator(_moment),
        BeforeValidator(_none),
        Field(description="an ISO moment, such as 2019-09-24T11:20"),
    ] = None
    clock_speed: Annotated[
        float, Field(gt=0, le=100_000, description="expo seconds a real second, above 0, at most 100000")
    ] = 1
    retention_days: Annotated[int, Field(ge=0, description="whole days, at least 0")] = 30
    log_level: Annotated[
        str, _matching("DEBUG|INFO|WARNING|ERROR"), Field(description="DEBUG, INFO, WARNING or ERROR")
    ] = "INFO"

    @property
    def database_path(self) -> str:
        """The SQLite file's path."""
        return self.database_url.removeprefix("sqlite:///")

    @property
    def clock_begins(self) -> datetime | None:
        """CLOCK_START as an instant; a naive one is expo time."""
        start = self.clock_start
        return start.replace(tzinfo=ZoneInfo(self.expo_timezone)) if start and start.tzinfo is None else start


class SettingsError(ValueError):
    """Faulty settings: `faults` holds one line a fault, naming the variable and what it takes."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def load_settings() -> Settings:
    """Read the environment and `.env`; raises SettingsError with every fault."""
    faulty: set[str] = set()
    try:
        settings = Settings()
    except ValidationError as error:
        faulty = {str(detail["loc"][0]) for detail in error.errors()}
    else:
        faulty = _unfit_for_webhook(settings) if settings.webhook_url else faulty
    if faulty:
        raise SettingsError([_fault(name) for name in Settings.model_fields if name in faulty])
    return settings


def _unfit_for_webhook(settings: Settings) -> set[str]:
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    fits = {
        "webhook_listen": settings.webhook_listen is not None,
        "webhook_secret": re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret) is not None,
    }
    return {name for name, fit in fits.items() if not fit}


def _fault(name: str) -> str:
    return f"{name.upper()} takes {Settings.model_fields[name].description}"
