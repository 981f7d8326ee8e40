from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bot.config import Address, Settings, SettingsError, load_settings
from bot.domain.quiet import QuietHours

TOKEN = "123456:AAH-secret-secret"  # noqa: S105 - nobody's


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def faults(monkeypatch: pytest.MonkeyPatch, **values: str) -> list[str]:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert str(raised.value) == "\n".join(raised.value.faults)
    return raised.value.faults


def test_defaults_need_nothing() -> None:
    settings = load_settings()
    assert settings.model_dump() == {
        "telegram_bot_token": None,
        "telegram_api_url": "https://api.telegram.org",
        "database_url": "sqlite:///expo.db",
        "programme": None,
        "programme_refresh": 60,
        "expo_timezone": "Europe/Oslo",
        "organiser_ids": (),
        "reminder_minutes": 15,
        "quiet_hours": QuietHours(time(22), time(7)),
        "messages_per_second": 30,
        "paid_broadcast_per_second": 0,
        "webhook_url": None,
        "webhook_listen": Address("127.0.0.1", 8443),
        "webhook_secret": None,
        "status_listen": None,
        "clock_start": None,
        "clock_speed": 1,
        "retention_days": 30,
        "log_level": "INFO",
    }
    assert settings.database_path == "expo.db"
    assert settings.clock_begins is None


def test_example_file_gives_the_defaults(tmp_path: Path) -> None:
    example = Path(__file__).parents[1] / ".env.example"
    before = load_settings()
    (tmp_path / ".env").write_bytes(example.read_bytes())
    assert load_settings() == before


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("telegram_api_url", "http://127.0.0.1:8081/", "http://127.0.0.1:8081"),
        ("database_url", "sqlite:////var/expo.db", "sqlite:////var/expo.db"),
        ("programme", "https://fjordby.no/schedule.xml", "https://fjordby.no/schedule.xml"),
        ("programme", "  ", None),
        ("organiser_ids", "12, 34 56,", (12, 34, 56)),
        ("organiser_ids", "", ()),
        ("reminder_minutes", "0", 0),
        ("quiet_hours", "", None),
        ("quiet_hours", " 23:30 - 6:05 ", QuietHours(time(23, 30), time(6, 5))),
        ("messages_per_second", "0.5", 0.5),
        ("webhook_listen", ":80", Address("127.0.0.1", 80)),
        ("status_listen", "[::1]:9090", Address("::1", 9090)),
        ("status_listen", "", None),
        ("clock_start", "2019-09-24T11:20Z", datetime(2019, 9, 24, 11, 20, tzinfo=UTC)),
        ("clock_start", "", None),
        ("clock_speed", "60", 60),
    ],
)
def test_setting_is_read(monkeypatch: pytest.MonkeyPatch, name: str, value: str, read: object) -> None:
    monkeypatch.setenv(name.upper(), value)
    assert getattr(load_settings(), name) == read


@pytest.mark.parametrize(
    ("name", "value", "takes"),
    [
        ("TELEGRAM_API_URL", "api.telegram.org", "a scheme and a host, such as https://api.telegram.org"),
        ("TELEGRAM_API_URL", "https://api.telegram.org/bot", "a scheme and a host, such as https://api.telegram.org"),
        ("DATABASE_URL", "expo.db", "sqlite:///path"),
        ("PROGRAMME_REFRESH", "0", "whole seconds, at least 1"),
        ("PROGRAMME_REFRESH", "1.5", "whole seconds, at least 1"),
        ("EXPO_TIMEZONE", "Oslo", "an IANA time zone, such as Europe/Oslo"),
        ("EXPO_TIMEZONE", "", "an IANA time zone, such as Europe/Oslo"),
        ("ORGANISER_IDS", "12,kari", "Telegram user ids with commas between"),
        ("REMINDER_MINUTES", "-1", "whole minutes, 0 (off) to 1440"),
        ("REMINDER_MINUTES", "1441", "whole minutes, 0 (off) to 1440"),
        ("QUIET_HOURS", "22-07", "hours such as 22:00-07:00, or nothing"),
        ("QUIET_HOURS", "22:00-24:00", "hours such as 22:00-07:00, or nothing"),
        ("QUIET_HOURS", "22:00+01:00-07:00", "hours such as 22:00-07:00, or nothing"),
        ("MESSAGES_PER_SECOND", "0", "a number above 0, at most 1000"),
        ("MESSAGES_PER_SECOND", "nan", "a number above 0, at most 1000"),
        ("PAID_BROADCAST_PER_SECOND", "-1", "a number from 0 (off) to 1000"),
        ("WEBHOOK_URL", "fjordby.no", "an https address"),
        ("WEBHOOK_LISTEN", "localhost", "host:port"),
        ("STATUS_LISTEN", ":65536", "host:port, or nothing"),
        ("STATUS_LISTEN", ":-1", "host:port, or nothing"),
        ("CLOCK_START", "at noon", "an ISO moment, such as 2019-09-24T11:20"),
        ("CLOCK_START", "2019", "an ISO moment, such as 2019-09-24T11:20"),
        ("CLOCK_SPEED", "0", "expo seconds a real second, above 0, at most 100000"),
        ("CLOCK_SPEED", "inf", "expo seconds a real second, above 0, at most 100000"),
        ("RETENTION_DAYS", "a month", "whole days, at least 0"),
        ("LOG_LEVEL", "loud", "DEBUG, INFO, WARNING or ERROR"),
    ],
)
def test_fault_names_the_variable_and_what_it_takes(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, takes: str
) -> None:
    assert faults(monkeypatch, **{name: value}) == [f"{name} takes {takes}"]


def test_all_faults_are_told_at_once_without_what_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    told = faults(
        monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN, LOG_LEVEL=TOKEN, DATABASE_URL=TOKEN, ORGANISER_IDS=TOKEN, CLOCK_SPEED="0"
    )
    assert told == [
        "DATABASE_URL takes sqlite:///path",
        "ORGANISER_IDS takes Telegram user ids with commas between",
        "CLOCK_SPEED takes expo seconds a real second, above 0, at most 100000",
        "LOG_LEVEL takes DEBUG, INFO, WARNING or ERROR",
    ]


@pytest.mark.parametrize("secret", ["", "with space", "å", "x" * 257])
def test_webhook_needs_a_fit_secret(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    assert faults(monkeypatch, WEBHOOK_URL="https://fjordby.no/hook", WEBHOOK_SECRET=secret) == [
        "WEBHOOK_SECRET takes 1 to 256 of A-Z a-z 0-9 _ -; needed where WEBHOOK_URL is set"
    ]


def test_webhook_needs_somewhere_to_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    told = faults(monkeypatch, WEBHOOK_URL="https://fjordby.no/hook", WEBHOOK_SECRET="s", WEBHOOK_LISTEN="")  # noqa: S106 - nobody's
    assert told == ["WEBHOOK_LISTEN takes host:port"]


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("WEBHOOK_SECRET", TOKEN)
    settings = load_settings()
    assert settings.telegram_bot_token is not None
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert TOKEN not in repr(settings)


def test_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("REMINDER_MINUTES=5\nRETENTION_DAYS=5\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("RETENTION_DAYS", "6")
    settings = load_settings()
    assert (settings.reminder_minutes, settings.retention_days) == (5, 6)


def test_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=DEBUG\n", encoding="utf-8-sig")
    assert load_settings().log_level == "DEBUG"


def test_naive_start_of_the_clock_is_expo_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOCK_START", "2019-09-24T11:20")
    monkeypatch.setenv("EXPO_TIMEZONE", "Europe/Helsinki")
    assert load_settings().clock_begins == datetime(2019, 9, 24, 8, 20, tzinfo=UTC)
