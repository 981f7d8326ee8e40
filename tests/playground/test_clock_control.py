"""The clock as the page shows and moves it."""

from datetime import datetime, timedelta

import pytest

from tests.playground.page_support import SLOW, START, Demo


async def test_clock_tells_expo_time() -> None:
    demo = Demo()
    demo.due = START + timedelta(hours=2)
    async with demo.client() as client:
        clock = (await client.get("/clock")).json()
    assert clock == {
        "now": "2024-09-24T11:20:00.000+02:00",
        "speed": SLOW,
        "zone": "Europe/Oslo",
        "next_due": "2024-09-24T13:20:00+02:00",
    }


@pytest.mark.parametrize(
    ("move", "shown"),
    [
        ({"by": 600}, "2024-09-24T11:30:00"),
        ({"to": "2024-09-25T09:00:00"}, "2024-09-25T09:00:00"),
        ({"to": "2024-09-25T09:00:00Z"}, "2024-09-25T11:00:00"),
        ({"next_due": True}, "2024-09-24T13:20:00"),
    ],
)
async def test_clock_moves(move: dict[str, object], shown: str) -> None:
    demo = Demo()
    demo.due = START + timedelta(hours=2)
    async with demo.client() as client:
        clock = (await client.post("/clock", json=move)).json()
    assert clock["moved"]
    assert clock["now"][:19] == shown


async def test_clock_changes_speed_and_keeps_the_time() -> None:
    demo = Demo()
    async with demo.client() as client:
        clock = (await client.post("/clock", json={"speed": 60})).json()
    assert (clock["speed"], clock["now"][:16]) == (60, "2024-09-24T11:20")


@pytest.mark.parametrize("due", [None, START - timedelta(hours=1)])
async def test_clock_stays_where_nothing_is_due(due: datetime | None) -> None:
    demo = Demo()
    demo.due = due
    async with demo.client() as client:
        clock = (await client.post("/clock", json={"next_due": True})).json()
    assert (clock["moved"], clock["now"][:16]) == (False, "2024-09-24T11:20")


@pytest.mark.parametrize(
    "move", [{}, {"by": 60, "speed": 2}, {"by": -1}, {"by": 1e12}, {"speed": 0}, {"to": "soon"}, {"faster": 1}]
)
async def test_impossible_move_is_refused(move: dict[str, object]) -> None:
    demo = Demo()
    async with demo.client() as client:
        assert (await client.post("/clock", json=move)).status_code == 422
