"""APScheduler behind a small port: wakes at a moment of the expo's clock, and does things every so often."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import Clock

_ALARM: Final = "alarm"

# A late job is still wanted, once: APScheduler's own default drops what is a second late.
_DEFAULTS: Final = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


class Timers:
    """One alarm by the expo's clock, re-armed when that jumps, and periodic jobs by the real one."""

    def __init__(self, clock: Clock) -> None:
        logging.getLogger("apscheduler").setLevel(logging.WARNING)
        self._clock = clock
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=_DEFAULTS)
        self._alarm: tuple[datetime, Callable[[], None]] | None = None
        clock.on_jump(self._arm)

    def start(self) -> None:
        """Begin; needs a running event loop."""
        self._scheduler.start()
        self._arm()

    def stop(self) -> None:
        """Drop every job; what was planned is in the store."""
        self._alarm = None
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def wake_at(self, moment: datetime | None, wake: Callable[[], None]) -> None:
        """Set the alarm to that moment in place of the one before; None: no alarm."""
        self._alarm = (moment, wake) if moment else None
        self._arm()

    def every(self, seconds: float, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run the job so often, never twice at once."""

        # APScheduler would run anything but a coroutine function, a lambda say, on a thread.
        async def run() -> None:
            try:
                await job()
            except asyncio.CancelledError:
                if self._scheduler.running:  # else by the stop, of which APScheduler would log an error
                    raise

        self._scheduler.add_job(run, IntervalTrigger(seconds=seconds, timezone=UTC))

    def _arm(self) -> None:
        if not self._scheduler.running:
            return
        if self._alarm is None:
            if self._scheduler.get_job(_ALARM):
                self._scheduler.remove_job(_ALARM)
            return
        moment, wake = self._alarm
        at = self._clock.real() + timedelta(seconds=self._clock.seconds_until(moment))
        self._scheduler.add_job(_ring, DateTrigger(at), args=[wake], id=_ALARM, replace_existing=True)


async def _ring(wake: Callable[[], None]) -> None:
    # A coroutine, so that APScheduler runs it on the loop and not on a thread of its own.
    wake()
