"""The welcome."""

from bot.domain.localised import in_language
from bot.domain.models import Expo
from bot.texts import Texts
from handlers.views.reply import Reply


def welcome(texts: Texts, expo: Expo) -> Reply:
    """What the bot is and three things to ask."""
    parts = [
        texts("start-welcome", expo=expo.name),
        texts("start-theme", theme=in_language(expo.theme, texts.language)) if expo.theme else "",
        texts("start-demo") if expo.demo else "",
        texts("start-examples"),
        texts("start-more"),
    ]
    return Reply("\n\n".join(part for part in parts if part))
