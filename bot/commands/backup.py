"""`expobot backup`: a copy of the store, taken while the bot runs."""

import asyncio
from pathlib import Path

from bot.commands.console import ERR, OUT
from bot.config import Settings
from data.backup import back_up


async def backup(settings: Settings, target: Path) -> None:
    """Copy the store to the file; raises StoreError."""
    with ERR.status(f"Copying {settings.database_path}"):
        size = await asyncio.to_thread(back_up, settings.database_path, target)
    OUT.print(f"{target}: {size / 1e6:.1f} MB, checked")
