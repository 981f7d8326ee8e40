"""The simulated clock as the page shows and moves it."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, model_validator
from starlette.requests import Request
from starlette.responses import JSONResponse

from bot.clock import SimulatedClock

NextDue = Callable[[], Awaitable[datetime | None]]
"""When the next message falls due, if one is planned."""


class Move(BaseModel):
    """A way to move the clock: `by` seconds, `to` a moment (naive: expo time), to what is `next_due`, at a `speed`."""

    model_config = ConfigDict(extra="forbid")

    by: Annotated[float, Field(gt=0, le=30 * 86400)] | None = None
    to: datetime | None = None
    next_due: bool = False
    speed: Annotated[float, Field(gt=0, le=86400)] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if len(self.model_fields_set) != 1:
            message = "one of by, to, next_due and speed"
            raise ValueError(message)
        return self


class ClockControl:
    """The endpoints of /clock."""

    def __init__(self, clock: SimulatedClock, zone: ZoneInfo, next_due: NextDue) -> None:
        self._clock, self._zone, self._next_due = clock, zone, next_due

    async def show(self, _: Request) -> JSONResponse:
        """GET: `{"now", "speed", "zone", "next_due"}`; moments are ISO with the expo's offset."""
        return JSONResponse(await self._described())

    async def move(self, request: Request) -> JSONResponse:
        """POST a Move: the clock as it is then, and whether it `moved`."""
        move = Move.model_validate_json(await request.body())
        moved = await self._carry_out(move)
        return JSONResponse({**await self._described(), "moved": moved})

    async def _carry_out(self, move: Move) -> bool:
        now = self._clock.now()
        if move.by is not None:
            self._clock.jump(timedelta(seconds=move.by))
        elif move.speed is not None:
            self._clock.set(now, move.speed)
        else:
            moment = await self._next_due() if move.next_due else self._in_zone(move.to)
            if moment is None or (move.next_due and moment <= now):
                return False
            self._clock.set(moment, self._clock.speed)
        return True

    def _in_zone(self, moment: datetime | None) -> datetime | None:
        return moment.replace(tzinfo=self._zone) if moment and moment.tzinfo is None else moment

    async def _described(self) -> dict[str, Any]:
        due = await self._next_due()
        now = self._clock.now().astimezone(self._zone)
        return {
            "now": now.isoformat(timespec="milliseconds"),
            "speed": self._clock.speed,
            "zone": self._zone.key,
            "next_due": due.astimezone(self._zone).isoformat() if due else None,
        }
