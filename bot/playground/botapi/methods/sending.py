"""Messages out of words and places."""

from collections.abc import Mapping
from typing import Any, Final

from bot.playground.botapi.chats import Chat, Message
from bot.playground.botapi.errors import refuse
from bot.playground.botapi.markup import checked_markup
from bot.playground.botapi.methods.method import Method
from bot.playground.botapi.parameters import Call
from bot.playground.botapi.server import Server
from bot.playground.botapi.text import message_text

OPTIONS: Final = (
    "disable_notification protect_content allow_paid_broadcast message_effect_id reply_parameters reply_markup"
)
_POLE: Final = 90
_DATE_LINE: Final = 180
_TYPING_SECONDS: Final = 5.0
_ACTIONS: Final = (
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
)  # fmt: skip


def send(server: Server, call: Call, content: Mapping[str, Any]) -> Message:
    """Post what the call is about into its chat, with what every sending method can say."""
    markup = checked_markup(call.value("reply_markup"))
    chat = server.open_chat(call.value("chat_id"))
    extras = {**_replied(chat, call), **content}
    if call.flag("protect_content"):
        extras["has_protected_content"] = True
    if call.text("message_effect_id"):
        extras["effect_id"] = call.text("message_effect_id")
    if markup and "inline_keyboard" in markup:
        extras["reply_markup"] = markup
    elif markup:
        chat.keyboard = None if "remove_keyboard" in markup else markup
    return server.post(chat, _author(server), extras, silent=call.flag("disable_notification"))


def _author(server: Server) -> dict[str, Any]:
    return {key: server.bot[key] for key in ("id", "is_bot", "first_name", "username")}


def _replied(chat: Chat, call: Call) -> dict[str, Any]:
    reply = call.mapping("reply_parameters", "object expected as reply parameters")
    message_id = reply.get("message_id")
    original = chat.messages.get(message_id) if isinstance(message_id, int) else None
    if reply and original is None and not reply.get("allow_sending_without_reply"):
        refuse("message to be replied not found")
    if original is None:
        return {}
    return {"reply_to_message": {key: value for key, value in original.items() if key != "reply_to_message"}}


def send_message(server: Server, call: Call) -> Message:
    """Send a text."""
    content = message_text(call.text("text"), call.text("parse_mode"), call.items("entities"), server.user)
    return send(server, call, {**content, **preview(call)})


def preview(call: Call) -> dict[str, Any]:
    """How links are previewed, where the call says so."""
    options = call.mapping("link_preview_options", "object expected as link preview options")
    return {"link_preview_options": options} if options else {}


def send_location(server: Server, call: Call) -> Message:
    """Send a point on the map."""
    return send(server, call, {"location": _point(call)})


def send_venue(server: Server, call: Call) -> Message:
    """Send a named place."""
    place = {"location": _point(call), "title": call.text("title"), "address": call.text("address")}
    return send(server, call, {"location": place["location"], "venue": place})


def _point(call: Call) -> dict[str, float]:
    latitude, longitude = call.value("latitude"), call.value("longitude")
    if not (abs(latitude) <= _POLE and abs(longitude) <= _DATE_LINE):
        refuse("invalid location specified")
    return {"latitude": latitude, "longitude": longitude}


def send_chat_action(server: Server, call: Call) -> bool:
    """Show for a while that an answer is on its way."""
    if call.text("action") not in _ACTIONS:
        refuse("wrong parameter action in request")
    chat = server.open_chat(call.value("chat_id"))
    chat.typing_until = server.clock.monotonic() + _TYPING_SECONDS
    server.events.tell("typing", chat.id, action=call.text("action"))
    return True


METHODS: Final = (
    Method("sendMessage", send_message, "chat_id text", f"parse_mode entities link_preview_options {OPTIONS}"),
    Method(
        "sendLocation",
        send_location,
        "chat_id latitude longitude",
        f"horizontal_accuracy live_period heading proximity_alert_radius {OPTIONS}",
    ),
    Method(
        "sendVenue",
        send_venue,
        "chat_id latitude longitude title address",
        f"foursquare_id foursquare_type google_place_id google_place_type {OPTIONS}",
    ),
    Method("sendChatAction", send_chat_action, "chat_id action"),
)
