"""What a 429 is about: one chat, or the whole bot. Telegram doesn't say."""

from bot.clock import Clock


class Refusals:
    """A chat that is refused is left alone; a second one without a success between means the bot."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._in_a_row: set[object] = set()
        self._held: dict[object, float] = {}

    def refused(self, chat_id: object, seconds: float) -> bool:
        """Take note of a 429; whether the whole bot has to be silent."""
        if chat_id is None:
            return True
        now = self._clock.monotonic()
        self._held = {chat: until for chat, until in self._held.items() if until > now}
        self._held[chat_id] = now + seconds
        self._in_a_row.add(chat_id)
        return len(self._in_a_row) > 1

    def accepted(self) -> None:
        """A message went through, so the bot as a whole is welcome."""
        self._in_a_row.clear()

    def held(self, chat_id: object) -> float:
        """Real seconds for which this chat is to be left alone."""
        return max(0.0, self._held.get(chat_id, 0.0) - self._clock.monotonic())
