"""The thin Bot API as a process, and what is asked of it."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import aiohttp

TOKEN: Final = "1:bench"  # noqa: S105 - of the thin Bot API
_FAKE: Final = Path(__file__).with_name("fake.py")
_PATIENCE: Final = 120.0


class Server:
    """Hands out questions and counts answers."""

    def __init__(self, address: str, session: aiohttp.ClientSession) -> None:
        self.address, self._session = address, session

    async def seconds_for(self, number: int, text: str) -> float:
        """Ask so often; the seconds until the last answer has come."""
        async with self._session.post(f"{self.address}/ask", json={"number": number, "text": text}) as response:
            began = (await response.json())["at"]
        ends = time.monotonic() + _PATIENCE
        while time.monotonic() < ends:
            await asyncio.sleep(0.1)
            async with self._session.get(f"{self.address}/done") as response:
                done = await response.json()
            if done["sent"] >= number:
                return float(done["last"] - began)
        raise TimeoutError(f"{done['sent']} of {number} were answered")


@asynccontextmanager
async def serving(delay: float) -> AsyncIterator[Server]:
    """Start one, and end it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(_FAKE), str(delay), stdout=asyncio.subprocess.PIPE
    )
    try:
        if process.stdout is None:
            raise RuntimeError
        port = int(await process.stdout.readline())
        async with aiohttp.ClientSession() as session:
            yield Server(f"http://127.0.0.1:{port}", session)
    finally:
        process.kill()
        await process.wait()
