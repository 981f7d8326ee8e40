"""The same message again, in another chat or in this one."""

from typing import Any, Final

from bot.playground.botapi.chats import Message
from bot.playground.botapi.errors import refuse
from bot.playground.botapi.methods.media import CAPTION, caption_of
from bot.playground.botapi.methods.method import Method
from bot.playground.botapi.methods.sending import OPTIONS, send
from bot.playground.botapi.parameters import Call
from bot.playground.botapi.server import Server

_CONTENT: Final = (
    "text", "entities", "link_preview_options", "photo", "document", "voice", "sticker", "location", "venue",
    "contact", "caption", "caption_entities", "show_caption_above_media", "has_media_spoiler",
)  # fmt: skip


def copy_message(server: Server, call: Call) -> dict[str, Any]:
    """Send its content anew, without saying where it is from."""
    content = _content(server, call, "message to copy")
    if "caption" in call.parameters and not {"text", "sticker"} & content.keys():
        content = {key: value for key, value in content.items() if "caption" not in key} | caption_of(server, call)
    return {"message_id": send(server, call, content)["message_id"]}


def forward_message(server: Server, call: Call) -> Message:
    """Send it on, saying whose it is."""
    content = _content(server, call, "message to forward")
    original = _original(server, call, "message to forward")
    if original.get("has_protected_content"):
        refuse("message has protected content and can't be forwarded")
    origin = {"type": "user", "sender_user": original["from"], "date": original["date"]}
    return send(server, call, {**content, "forward_origin": origin})


def _original(server: Server, call: Call, purpose: str) -> Message:
    return server.chat(call.value("from_chat_id")).message(call.number("message_id"), purpose)


def _content(server: Server, call: Call, purpose: str) -> dict[str, Any]:
    return {key: value for key, value in _original(server, call, purpose).items() if key in _CONTENT}


METHODS: Final = (
    Method("copyMessage", copy_message, "chat_id from_chat_id message_id", f"{CAPTION} {OPTIONS}"),
    Method(
        "forwardMessage",
        forward_message,
        "chat_id from_chat_id message_id",
        "disable_notification protect_content message_effect_id",
    ),
)
