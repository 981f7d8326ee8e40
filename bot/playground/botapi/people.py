"""The people's side: what somebody with a phone can do."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NoReturn

from bot.playground.botapi import files
from bot.playground.botapi.chats import Message
from bot.playground.botapi.detect import detect, in_order
from bot.playground.botapi.entities import utf16_length
from bot.playground.botapi.links import START_PARAMETER
from bot.playground.botapi.markup import buttons
from bot.playground.botapi.parameters import UploadedFile
from bot.playground.botapi.screen import CannotError, Screen
from bot.playground.botapi.text import TEXT_LIMIT

QUERY_LIMIT: Final = 256
_BLOCKED: Final = "kicked"
_MEMBER: Final = "member"


class Person(Screen):
    """Somebody with the bot in a private chat, whose id is the person's."""

    def start(self, payload: str = "") -> Message:
        """Open the bot, through a link with a payload or without; a blocked bot is unblocked by it."""
        if payload and not START_PARAMETER.fullmatch(payload):
            self._refuse(f"Telegram opens no link with {payload!r}")
        if self._chat.blocked:
            self.unblock()
        return self.send(f"/start {payload}".strip())

    def send(self, text: str, *, reply_to: int | None = None) -> Message:
        """Write a message; commands, links and the like get their entities."""
        if not 1 <= utf16_length(text.strip()) <= TEXT_LIMIT:
            self._refuse(f"a message has 1 to {TEXT_LIMIT} characters, not {utf16_length(text)}")
        entities = in_order(detect(text))
        return self._say({"text": text, **({"entities": entities} if entities else {})}, reply_to)

    def edit(self, message_id: int, text: str) -> Message:
        """Change one's own text message."""
        message = self._chat.messages[message_id]
        if message["from"]["id"] != self.id or "text" not in message:
            self._refuse(f"message {message_id} is not a text of {self.id}")
        changed = {key: value for key, value in message.items() if key != "entities"}
        changed |= {"text": text, "edit_date": self._server.now}
        if entities := in_order(detect(text)):
            changed["entities"] = entities
        self._server.updates.put("edited_message", self._server.replace(self._chat, changed))
        return changed

    def delete(self, message_id: int) -> None:
        """Take a message out of the chat; the bot isn't told."""
        self._server.delete(self._chat, message_id)

    def press(self, message_id: int, button: str) -> str:
        """Tap an inline button, named by its data or by what stands on it; the id of the callback query."""
        message = self._chat.messages.get(message_id)
        if message is None:
            self._refuse(f"there is no message {message_id}")
        found = self._button(message, button)
        content = {
            "from": {**self._chat.user},
            "message": message,
            "chat_instance": str(-self.id),
            "data": found["callback_data"],
        }
        return self._server.ask("callback_query", self.id, content)

    def answered(self, query_id: str) -> dict[str, Any] | None:
        """What the bot answered to a tap or an inline query; None while it hasn't."""
        return self._server.queries[query_id].answer

    def inline(self, query: str, offset: str = "") -> str:
        """Type `@bot query` in some other chat; the id of the inline query."""
        if len(query) > QUERY_LIMIT:
            self._refuse(f"an inline query has at most {QUERY_LIMIT} characters")
        content = {"from": {**self._chat.user}, "query": query, "offset": offset, "chat_type": "private"}
        return self._server.ask("inline_query", self.id, content)

    def choose(self, query_id: str, result_id: str) -> dict[str, Any]:
        """Post one of the results; what stands in the other chat then. The bot is told if it wants to know."""
        asked = self._server.queries[query_id]
        results = (asked.answer or {}).get("results", [])
        chosen = next((result for result in results if result["id"] == result_id), None)
        if chosen is None:
            self._refuse(f"there is no result {result_id!r}")
        feedback = {"result_id": result_id, "from": {**self._chat.user}, "query": asked.content["query"]}
        self._server.updates.put("chosen_inline_result", feedback)
        posted: dict[str, Any] = chosen["input_message_content"]
        return {**posted, "reply_markup": chosen["reply_markup"]} if "reply_markup" in chosen else {**posted}

    def upload(
        self, filename: str, content: bytes, mime: str = "application/octet-stream", caption: str = ""
    ) -> Message:
        """Send a document."""
        stored = self._server.files.keep(UploadedFile(filename, content, mime), "documents")
        return self._say({"document": files.document(stored), **_captioned(caption)})

    def photo(self, content: bytes, caption: str = "") -> Message:
        """Send a picture."""
        stored = self._server.files.keep(UploadedFile("photo.jpg", content, "image/jpeg"), "photos")
        return self._say({"photo": files.photo(stored), **_captioned(caption)})

    def voice(self, content: bytes = b"OggS", duration: int = 1) -> Message:
        """Send a voice message."""
        stored = self._server.files.keep(UploadedFile("voice.oga", content, "audio/ogg"), "voice")
        return self._say({"voice": {**stored.described(), "duration": duration, "mime_type": "audio/ogg"}})

    def sticker(self, emoji: str = "👍") -> Message:
        """Send a sticker."""
        stored = self._server.files.keep(UploadedFile("sticker.webp", b"RIFF", "image/webp"), "stickers")
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._say({"sticker": {**stored.described(), **shape, "emoji": emoji}})

    def location(self, latitude: float, longitude: float) -> Message:
        """Send a place."""
        return self._say({"location": {"latitude": latitude, "longitude": longitude}})

    def contact(self, phone_number: str, first_name: str) -> Message:
        """Send a contact card."""
        return self._say({"contact": {"phone_number": phone_number, "first_name": first_name}})

    def block(self) -> None:
        """Block the bot."""
        self._set_blocked(blocked=True)

    def unblock(self) -> None:
        """Unblock the bot."""
        self._set_blocked(blocked=False)

    def use_language(self, language_code: str) -> None:
        """Set the app's language; the bot hears of it with the next update."""
        self._chat.user["language_code"] = language_code

    def deactivate(self) -> None:
        """Delete the account."""
        self._chat.deactivated = True

    def _say(self, content: Mapping[str, Any], reply_to: int | None = None) -> Message:
        if self._chat.blocked or self._chat.deactivated:
            self._refuse(f"{self.id} has blocked the bot, or is no more")
        self._chat.begun = True
        answered = {"reply_to_message": self._chat.messages[reply_to]} if reply_to else {}
        message = self._server.post(self._chat, self._chat.user, {**answered, **content})
        self._server.updates.put("message", message)
        return message

    def _button(self, message: Message, wanted: str) -> dict[str, Any]:
        offered: Sequence[dict[str, Any]] = buttons(message.get("reply_markup"))
        named = [
            button
            for key in ("callback_data", "text")
            for button in offered
            if button.get(key) == wanted and "callback_data" in button
        ]
        if not named:
            labels = [button["text"] for button in offered]
            self._refuse(f"message {message['message_id']} has no button {wanted!r} to tap, only {labels}")
        return named[0]

    def _set_blocked(self, *, blocked: bool) -> None:
        if self._chat.blocked == blocked:
            return
        self._chat.blocked = blocked
        before, after = (_MEMBER, _BLOCKED) if blocked else (_BLOCKED, _MEMBER)
        change = {
            "chat": self._chat.described(),
            "from": {**self._chat.user},
            "date": self._server.now,
            "old_chat_member": self._membership(before),
            "new_chat_member": self._membership(after),
        }
        self._server.updates.put("my_chat_member", change)
        self._server.events.tell("blocked", self.id, blocked=blocked)

    def _membership(self, status: str) -> dict[str, Any]:
        until = {"until_date": 0} if status == _BLOCKED else {}
        return {"user": _plain(self._server.bot), "status": status, **until}

    def _refuse(self, why: str) -> NoReturn:
        raise CannotError(why)


def _captioned(caption: str) -> dict[str, Any]:
    entities = in_order(detect(caption))
    return {key: value for key, value in (("caption", caption), ("caption_entities", entities)) if value}


def _plain(bot: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in bot.items() if not key.startswith(("can_", "supports_", "has_"))}
