"""An album arrives as one message a picture: only the first of it is answered."""

from collections import OrderedDict
from typing import Final

from telegram import Message
from telegram.ext import filters

_REMEMBERED: Final = 1000


class OncePerAlbum(filters.MessageFilter):
    """Lets through what belongs to no album and the first of each, also when that comes a second time."""

    def __init__(self) -> None:
        super().__init__(name="OncePerAlbum")
        self._first: OrderedDict[str, int] = OrderedDict()

    def filter(self, message: Message) -> bool:
        """Whether it is to be answered."""
        album = message.media_group_id
        if album is None:
            return True
        first = self._first.setdefault(album, message.message_id)
        if len(self._first) > _REMEMBERED:
            self._first.popitem(last=False)
        return first == message.message_id
