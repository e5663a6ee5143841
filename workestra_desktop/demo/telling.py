"""How the story waits for a step and confirms it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds any one step may take before the story has failed."""


class Unconfirmed(Exception):  # noqa: N818 - the story's own ending
    """A step was not confirmed by the stand-in, or did not end."""


async def until(what: str, holds: Callable[[], bool]) -> None:
    """Waits, with the window alive, until `holds()`."""
    end = asyncio.get_running_loop().time() + PATIENCE
    while not holds():
        if asyncio.get_running_loop().time() > end:
            raise Unconfirmed(f"waited in vain for: {what}")
        await asyncio.sleep(0.03)


def confirm(what: str, holds: bool) -> None:
    if not holds:
        raise Unconfirmed(what)
