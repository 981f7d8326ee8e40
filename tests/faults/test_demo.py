"""`expobot demo`: there within seconds, on a free port, gone when told."""

import asyncio
import re
from signal import SIGINT, SIGTERM

import aiohttp
import pytest

from tests.faults.conftest import Launcher, Process

pytestmark = pytest.mark.faults


async def address(demo: Process) -> str:
    await demo.says("stop with Ctrl-C")
    found = re.search(r"http://\S+", demo.output)
    assert found, demo.output
    return found[0]


async def test_demo_answers_takes_the_next_port_and_ends(launch: Launcher, unused_tcp_port: int) -> None:
    arguments = ("demo", "--no-browser", "--port", str(unused_tcp_port))
    first = await launch(*arguments)
    page = await address(first)
    second = await launch(*arguments)
    assert await address(second) != page
    async with aiohttp.ClientSession() as session:
        async with session.get(page) as response:
            assert (response.status, response.content_type) == (200, "text/html")
        async with session.get(f"{page.rstrip('/')}/events") as stream:
            await stream.content.readline()
            assert [*await asyncio.gather(first.ends(SIGINT), second.ends(SIGTERM))] == [0, 0]
    assert "Traceback" not in first.output + second.output
