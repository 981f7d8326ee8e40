"""What is put on a message or said of a chat: reactions, pins."""

from typing import Any, Final

from bot.playground.botapi.errors import refuse
from bot.playground.botapi.methods.method import Method
from bot.playground.botapi.parameters import Call
from bot.playground.botapi.server import Server

_EMOJI: Final = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 "
    "😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 "
    "👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡"
)
REACTIONS: Final = frozenset(_EMOJI.split())
"""The emoji a message can be reacted to with."""


def set_message_reaction(server: Server, call: Call) -> bool:
    """React to a message with one emoji, or take the reaction back."""
    chat = server.open_chat(call.value("chat_id"))
    message = chat.message(call.number("message_id"), "message to react")
    reaction = call.objects("reaction", "can't parse ReactionType: expected an Object")
    if len(reaction) > 1:
        refuse("REACTIONS_TOO_MANY")
    if any(one.get("type") == "emoji" and one.get("emoji") not in REACTIONS for one in reaction):
        refuse("REACTION_INVALID")
    if any(one.get("type") not in ("emoji", "custom_emoji") for one in reaction):
        refuse("can't parse ReactionType: invalid reaction type specified")
    chat.reactions[message["message_id"]] = reaction
    server.events.tell("reaction", chat.id, message_id=message["message_id"], reaction=reaction)
    return True


def pin_chat_message(server: Server, call: Call) -> bool:
    """Pin a message."""
    chat = server.open_chat(call.value("chat_id"))
    chat.pinned = chat.message(call.number("message_id"), "message to pin")["message_id"]
    server.events.tell("pin", chat.id, message_id=chat.pinned)
    return True


def unpin_chat_message(server: Server, call: Call) -> bool:
    """Unpin the message named, else the pinned one."""
    chat = server.open_chat(call.value("chat_id"))
    if chat.pinned is None or call.number("message_id", chat.pinned) != chat.pinned:
        refuse("message to unpin not found")
    chat.pinned = None
    server.events.tell("pin", chat.id, message_id=None)
    return True


def get_chat(server: Server, call: Call) -> dict[str, Any]:
    """A chat in full."""
    chat = server.chat(call.value("chat_id"))
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    pinned = {"pinned_message": chat.messages[chat.pinned]} if chat.pinned in chat.messages else {}
    return {
        **chat.described(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
        **pinned,
    }


METHODS: Final = (
    Method("setMessageReaction", set_message_reaction, "chat_id message_id", "reaction is_big"),
    Method("pinChatMessage", pin_chat_message, "chat_id message_id", "disable_notification"),
    Method("unpinChatMessage", unpin_chat_message, "chat_id", "message_id"),
    Method("getChat", get_chat, "chat_id"),
)
