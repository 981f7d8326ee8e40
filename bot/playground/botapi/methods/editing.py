"""Messages changed and taken back."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from bot.playground.botapi.chats import Chat, Message
from bot.playground.botapi.errors import refuse
from bot.playground.botapi.markup import checked_markup
from bot.playground.botapi.methods.media import CAPTION, caption_of
from bot.playground.botapi.methods.method import Method
from bot.playground.botapi.methods.sending import preview
from bot.playground.botapi.parameters import Call
from bot.playground.botapi.server import Server
from bot.playground.botapi.text import message_text

DELETABLE: Final = timedelta(hours=48)
_MANY: Final = 100
_TEXT: Final = ("text", "entities", "link_preview_options")
_CAPTION: Final = ("caption", "caption_entities", "show_caption_above_media")
_NOT_MODIFIED: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


def edit_message_text(server: Server, call: Call) -> Message:
    """Give it another text, and the buttons the call names: none, if it names none."""
    words = message_text(call.text("text"), call.text("parse_mode"), call.items("entities"), server.user)
    chat, message = _editable(server, call)
    if "text" not in message:
        refuse("there is no text in the message to edit")
    return _edit(server, chat, message, call, _TEXT, {**words, **preview(call)})


def edit_message_caption(server: Server, call: Call) -> Message:
    """Give it another caption, likewise."""
    words = caption_of(server, call)
    chat, message = _editable(server, call)
    if not {"photo", "document", "voice"} & message.keys():
        refuse("there is no caption in the message to edit")
    return _edit(server, chat, message, call, _CAPTION, words)


def edit_message_reply_markup(server: Server, call: Call) -> Message:
    """Give it other buttons, or none."""
    chat, message = _editable(server, call)
    return _edit(server, chat, message, call, (), {})


def _editable(server: Server, call: Call) -> tuple[Chat, Message]:
    if call.text("inline_message_id"):
        refuse("MESSAGE_ID_INVALID")
    if not call.parameters.keys() & {"chat_id", "message_id"}:
        refuse("message identifier is not specified")
    chat = server.open_chat(call.value("chat_id"))
    message = chat.message(call.number("message_id"), "message to edit")
    if message["from"]["id"] != server.bot["id"] or "forward_origin" in message:
        refuse("message can't be edited")
    return chat, message


def _edit(
    server: Server, chat: Chat, message: Message, call: Call, fields: tuple[str, ...], content: Mapping[str, Any]
) -> Message:
    """Put new content in place of those fields."""
    markup = checked_markup(call.value("reply_markup"), inline_only=True)
    kept = {key: value for key, value in message.items() if key not in (*fields, "reply_markup")}
    changed = {**kept, **content, **({"reply_markup": markup} if markup else {})}
    if changed == message:
        refuse(_NOT_MODIFIED)
    return server.replace(chat, changed | ({"edit_date": server.now} if fields else {}))


def delete_message(server: Server, call: Call) -> bool:
    """Take one message out of the chat, for both sides."""
    chat = server.chat(call.value("chat_id"))
    message = chat.message(call.number("message_id"), "message to delete")
    if not _deletable(server, message):
        refuse("message can't be deleted for everyone")
    server.delete(chat, message["message_id"])
    return True


def delete_messages(server: Server, call: Call) -> bool:
    """Take up to a hundred out; those that are not there are passed over."""
    numbers = call.items("message_ids")
    if not all(isinstance(number, int) for number in numbers):
        refuse("message identifier must be a Number")
    if not numbers:
        refuse("message identifiers are not specified")
    if len(numbers) > _MANY:
        refuse("too many message identifiers specified")
    chat = server.chat(call.value("chat_id"))
    found = [chat.messages[number] for number in dict.fromkeys(numbers) if number in chat.messages]
    if not all(_deletable(server, message) for message in found):
        refuse("message can't be deleted for everyone")
    for message in found:
        server.delete(chat, message["message_id"])
    return True


def _deletable(server: Server, message: Message) -> bool:
    return bool(server.now - message["date"] < DELETABLE.total_seconds())


_WHERE: Final = "chat_id message_id inline_message_id"

METHODS: Final = (
    Method(
        "editMessageText",
        edit_message_text,
        "text",
        f"{_WHERE} parse_mode entities link_preview_options reply_markup",
    ),
    Method("editMessageCaption", edit_message_caption, optional=f"{_WHERE} {CAPTION} reply_markup"),
    Method("editMessageReplyMarkup", edit_message_reply_markup, optional=f"{_WHERE} reply_markup"),
    Method("deleteMessage", delete_message, "chat_id message_id"),
    Method("deleteMessages", delete_messages, "chat_id message_ids"),
)
