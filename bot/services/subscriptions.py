"""The tracks an attendee follows."""

import sqlite3

from bot.clock import Clock
from bot.domain.errors import PersonError
from bot.domain.models import Track
from bot.services.programme import ProgrammeService
from bot.services.replanning import Replanning
from data import alerts, favourites, subscriptions
from data.database import Database


class SubscriptionService:
    """Follows and unfollows."""

    def __init__(self, database: Database, clock: Clock, programme: ProgrammeService, replanning: Replanning) -> None:
        self._database = database
        self._clock = clock
        self._programme = programme
        self._replanning = replanning

    def track(self, key: str) -> Track:
        """The track of a key; raises PersonError where the programme no longer has it."""
        track = self._programme.index.find(Track, key)
        if track is None:
            raise PersonError("error-track-gone")
        return track

    async def followed(self, chat_id: int) -> frozenset[str]:
        """The ids of the tracks the chat follows."""
        return frozenset(await self._database.read(lambda db: subscriptions.of_chat(db, chat_id)))

    async def follow(self, chat_id: int, track: Track) -> None:
        """Remind of each of the track's sessions from now on."""
        now = int(self._clock.now().timestamp())
        await self._replanning.change(chat_id, lambda db: subscriptions.add(db, chat_id, track.id, now))

    async def unfollow(self, chat_id: int, track: Track) -> None:
        """Remind of them no more, but of those saved."""

        def work(db: sqlite3.Connection) -> None:
            subscriptions.remove(db, chat_id, track.id)
            saved = {favourite.session_id for favourite in favourites.of_chat(db, chat_id)}
            its = [one.id for one in self._programme.index.all_sessions.values() if one.track == track.id]
            alerts.withdraw(db, chat_id, [one for one in its if one not in saved])

        await self._replanning.change(chat_id, work)
