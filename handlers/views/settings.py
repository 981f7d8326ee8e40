"""The settings: reminder lead, quiet hours, alerts, language."""

from typing import Final

from telegram import InlineKeyboardButton

from bot.domain.localised import LANGUAGES
from bot.domain.people import LEADS, Attendee
from bot.domain.quiet import QuietHours
from bot.texts import Markup, Texts, texts_in
from handlers.buttons import Alerts, Language, Lead, Open, Quiet
from handlers.callback_data import Button
from handlers.views import when
from handlers.views.reply import FOLLOW, SETTINGS, TIME, YES, Reply, button, in_rows, keyboard, lines

HOURS: Final = ((22, 7), (23, 7), (23, 8), (21, 8))


def settings(
    texts: Texts, attendee: Attendee, lead: int, quiet: QuietHours | None, heading: str = "settings-heading"
) -> Reply:
    """What is set, and a button for each to change it."""
    text = lines(
        texts(heading),
        chosen(texts, attendee, lead, quiet),
        texts("settings-language", language=texts.plain("language-name")),
    )
    rows = [
        [button(f"{TIME} {texts.plain('button-lead')}", Open("lead"))],
        [button(f"{SETTINGS} {texts.plain('button-quiet')}", Open("quiet"))],
        [button(f"{FOLLOW} {texts.plain('button-alerts')}", Open("alerts"))],
        [button(f"{SETTINGS} {texts.plain('button-language')}", Open("language"))],
    ]
    return Reply(text, keyboard(rows))


def chosen(texts: Texts, attendee: Attendee, lead: int, quiet: QuietHours | None) -> Markup:
    """What holds for the person, a line each, but for the language."""
    return lines(
        texts("settings-lead", minutes=attendee.lead(lead)),
        _quiet(texts, attendee.quiet(quiet)),
        texts("settings-alerts" if attendee.alerts else "settings-no-alerts"),
    )


def _quiet(texts: Texts, hours: QuietHours | None) -> Markup:
    if hours is None:
        return texts("settings-loud")
    return texts("settings-quiet", hours=f"{when.clock(texts, hours.start)}–{when.clock(texts, hours.end)}")


def lead_choice(texts: Texts, chosen: int, default: int) -> Reply:
    """How long before a session its reminder comes; the expo's own lead is among them."""
    leads = sorted({*LEADS, default, chosen} - {0})
    labels = [(texts.plain("settings-minutes", minutes=minutes), Lead(minutes), minutes == chosen) for minutes in leads]
    labels.append((texts.plain("settings-off"), Lead(0), chosen == 0))
    return Reply(texts("settings-lead-question"), keyboard(in_rows([_choice(*label) for label in labels], 3)))


def offered(*hours: QuietHours | None) -> list[tuple[int, int]]:
    """The quiet hours on offer, from and to; among them these others that are full hours."""
    full = [(one.start.hour, one.end.hour) for one in hours if one and not one.start.minute and not one.end.minute]
    return [*dict.fromkeys((*HOURS, *full))]


def quiet_choice(texts: Texts, chosen: QuietHours | None, default: QuietHours | None) -> Reply:
    """When nothing unasked but reminders comes; the expo's own hours are among them."""
    hours = offered(default, chosen)
    spans = [(f"{start:02}–{end:02}", Quiet(start, end), _is(chosen, start, end)) for start, end in hours]
    spans.append((texts.plain("settings-no-quiet"), Quiet(-1, -1), chosen is None))
    return Reply(texts("settings-quiet-question"), keyboard(in_rows([_choice(*label) for label in spans], 2)))


def _is(hours: QuietHours | None, start: int, end: int) -> bool:
    return hours is not None and (hours.start.hour, hours.end.hour) == (start, end)


def alerts_choice(texts: Texts, *, on: bool) -> Reply:
    """Whether changes of what one has saved or follows are told."""
    choices = [
        _choice(texts.plain("settings-alerts-on"), Alerts(1, 0), on),
        _choice(texts.plain("settings-alerts-off"), Alerts(0, 0), not on),
    ]
    return Reply(texts("settings-alerts-question"), keyboard([choices]))


def language_choice(texts: Texts) -> Reply:
    """The four languages, each under its own name."""
    choices = [
        _choice(texts_in(code).plain("language-name"), Language(code), code == texts.language) for code in LANGUAGES
    ]
    return Reply(texts("settings-language-question"), keyboard(in_rows(choices, 2)))


def _choice(label: str, action: Button, chosen: bool) -> InlineKeyboardButton:  # noqa: FBT001 - one of a row of pairs
    return button(f"{YES} {label}" if chosen else label, action)
