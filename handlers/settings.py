"""/settings and /language."""

from dataclasses import replace
from datetime import time
from typing import Final

from bot.domain.errors import PersonError
from bot.domain.localised import LANGUAGES
from bot.domain.people import LEADS
from bot.domain.quiet import QuietHours, write_hours
from bot.questions.model import Action, Query
from bot.texts import texts_in
from handlers.buttons import Alerts, Language, Lead, Open, Quiet
from handlers.feature import Command, Feature
from handlers.request import Request
from handlers.views import settings as views
from handlers.views.alerts import alerts_button
from handlers.views.reply import Reply
from handlers.views.toggles import toggled


async def settings(request: Request) -> Reply:
    """What is set."""
    defaults = request.services.defaults
    return views.settings(request.texts, request.attendee, defaults.lead, defaults.quiet)


async def language(request: Request) -> Reply:
    """Which language."""
    return views.language_choice(request.texts)


async def open_part(request: Request, button: Open) -> Reply:
    """One of the settings, to change it."""
    defaults, attendee = request.services.defaults, request.attendee
    if button.part == "lead":
        return views.lead_choice(request.texts, attendee.lead(defaults.lead), defaults.lead)
    if button.part == "quiet":
        return views.quiet_choice(request.texts, attendee.quiet(defaults.quiet), defaults.quiet)
    if button.part == "alerts":
        return views.alerts_choice(request.texts, on=attendee.alerts)
    if button.part == "language":
        return views.language_choice(request.texts)
    raise PersonError("error-stale-button")


async def set_lead(request: Request, button: Lead) -> Reply:
    """Remind so long before."""
    offered = (request.services.defaults.lead, request.attendee.reminder_minutes)
    if button.minutes not in {0, *LEADS, *offered}:
        raise PersonError("error-stale-button")
    return await _changed(await _with_lead(request, button.minutes))


async def _with_lead(request: Request, minutes: int) -> Request:
    await request.services.attendees.set_reminder_minutes(request.chat_id, minutes)
    return replace(request, attendee=replace(request.attendee, reminder_minutes=minutes))


async def set_quiet(request: Request, button: Quiet) -> Reply:
    """Keep quiet in these hours."""
    default = request.services.defaults.quiet
    if (button.start, button.end) not in {(-1, -1), *views.offered(default, request.attendee.quiet(default))}:
        raise PersonError("error-stale-button")
    chosen = QuietHours(time(button.start), time(button.end)) if button.start >= 0 else None
    hours = write_hours(chosen)
    await request.services.attendees.set_quiet_hours(request.chat_id, hours)
    return await _changed(replace(request, attendee=replace(request.attendee, quiet_hours=hours)))


async def set_alerts(request: Request, button: Alerts) -> Reply:
    """Tell of changes or don't, from the settings and from where an alert arrived."""
    on, texts = button.on == 1, request.texts
    request = await _with_alerts(request, on=on)
    if button.here != 1:
        return await _changed(request)
    other = alerts_button(texts, on=on)
    toast = texts.plain("alert-switched-on" if on else "alert-switched-off")
    return Reply("", toggled(request.markup, button, other.text, Alerts(int(not on), 1)), toast=toast)


async def _with_alerts(request: Request, *, on: bool) -> Request:
    await request.services.attendees.set_alerts(request.chat_id, on=on)
    return replace(request, attendee=replace(request.attendee, alerts=on))


async def set_language(request: Request, button: Language) -> Reply:
    """Speak this language."""
    if button.language not in LANGUAGES:
        raise PersonError("error-stale-button")
    await request.services.attendees.choose_language(request.chat_id, button.language)
    return await _changed(replace(request, texts=texts_in(button.language)))


async def _changed(request: Request) -> Reply:
    return replace(await settings(request), toast=request.texts.plain("settings-saved"))


async def in_words(request: Request, query: Query) -> Reply:
    """Turn off reminders, remind me half an hour before, speak Danish: what then holds."""
    default = request.services.defaults.lead
    if query.action == "language" and query.languages:
        await request.services.attendees.choose_language(request.chat_id, query.languages[0])
        changed = replace(request, texts=texts_in(query.languages[0]))
    elif query.action in {"alerts_off", "alerts_on"}:
        changed = await _with_alerts(request, on=query.action == "alerts_on")
    else:
        leads = {"reminders_off": 0, "reminders_on": default or LEADS[0], "remind": query.lead or 0}
        changed = await _with_lead(request, leads[query.action])
    defaults = request.services.defaults
    return views.settings(changed.texts, changed.attendee, defaults.lead, defaults.quiet, "settings-changed")


async def choose_in_words(request: Request, query: Query) -> Reply:
    """Change the language, reminders: the choice."""
    if query.action == "language" and query.languages:
        return await in_words(request, query)
    if query.action == "language":
        return await language(request)
    return await (open_part(request, Open("lead")) if query.action == "reminders" else settings(request))


_CHANGES: Final[tuple[Action, ...]] = ("remind", "reminders_off", "reminders_on", "alerts_off", "alerts_on")
_CHOICES: Final[tuple[Action, ...]] = ("settings", "reminders", "language")

FEATURE = Feature(
    commands=(Command("settings", settings), Command("language", language)),
    buttons={Open: open_part, Lead: set_lead, Quiet: set_quiet, Alerts: set_alerts, Language: set_language},
    words={**dict.fromkeys(_CHANGES, in_words), **dict.fromkeys(_CHOICES, choose_in_words)},
)
