"""One writer at a time: the window and the command share a profile through this lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from workestra_desktop.core.disk import GONE
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.desktop.folders import LOCK


class SyncLock:
    """The right to talk to iCloud for `profile`, held through one object of one process.

    The operating system frees it when its process dies, however that happens; the empty file stays.
    """

    def __init__(self, profile: Path, give_up: Callable[[], bool] = lambda: False) -> None:
        # Not thread-local: a QThread has a new Python thread state in each slot (measured), so a lock taken in one slot
        # and freed in a later one would never be freed. Each lock object belongs to one thread.
        self._give_up = give_up
        self._profile = profile
        self._file = FileLock(profile / LOCK, mode=0o600, thread_local=False)

    @contextmanager
    def held(self, wait_seconds: float) -> Iterator[None]:
        """Hold the lock for the block; who has it may take it again through the same object.

        Raises `profile_busy` if it is not free within `wait_seconds`, or when `give_up()` says not to wait any longer;
        `disk` if its file cannot be made.
        """
        if not self._profile.is_dir():  # filelock would make it anew
            raise fail(Code.DISK, detail=GONE)
        try:
            self._file.acquire(timeout=max(wait_seconds, 0), poll_interval=0.05, cancel_check=self._give_up)
        except Timeout:
            raise fail(Code.PROFILE_BUSY) from None
        except OSError as refused:
            raise fail(Code.DISK, detail=f"sync lock: errno {refused.errno}") from None
        try:
            yield
        finally:
            self._file.release()
