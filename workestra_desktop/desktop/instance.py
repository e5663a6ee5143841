"""One window a profile: who holds its lock is the window, and a second start only knocks (`desktop/door.py`).

The lock decides, not the socket: the system frees it when its process dies, however that happens, so nobody has to
guess whether a socket is a dead one. Imports no Qt, so a first start pays for nothing but a lock.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from workestra_desktop.core.trouble import NO_ANSWER, Code, fail

WAIT_SECONDS = 8.0
"""How long a second start tries before it says that the first does not answer. One that ends
frees the lock within 3 s."""

_PAUSE_SECONDS = 0.1

Knock = Callable[[Path, float], bool]
"""Asks the window of a profile to come to the front, for at most so many seconds; whether it said yes."""


class Instance:
    """The right to be the window of a profile. Keep it as long as the window runs."""

    def __init__(self, profile: Path) -> None:
        self._file = FileLock(profile / "window.lock", mode=0o600, thread_local=False)

    def take(self) -> bool:
        """Whether it is ours now. Raises `disk` if the profile takes no lock."""
        try:
            self._file.acquire(timeout=0)
        except Timeout:
            return False
        except OSError as refused:
            raise fail(Code.DISK, detail=f"window lock: errno {refused.errno}") from None
        return True

    def give_back(self) -> None:
        self._file.release()


def only_window(
    profile: Path,
    knock: Knock,
    *,
    hidden: bool,
    wait_seconds: float = WAIT_SECONDS,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Instance | None:
    """The right to be the window of `profile`, or None where there is a window already and it came to the front. With
    `hidden` it is left as it is. Raises `profile_busy` if it neither answers nor ends in time."""
    mine = Instance(profile)
    until = clock() + wait_seconds
    while not mine.take():
        if hidden or knock(profile, until - clock()):
            return None
        if clock() >= until:
            raise fail(Code.PROFILE_BUSY, detail=NO_ANSWER)
        sleep(_PAUSE_SECONDS)  # it is still starting, or about to end
    return mine
