"""What the system refuses becomes the failure that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from workestra_desktop.core.trouble import Code, fail


@contextmanager
def told_of(what: str) -> Iterator[None]:
    """Raises `disk` for an OSError; `what` was refused (`core/disk.py`)."""
    try:
        yield
    except OSError as refused:
        raise fail(Code.DISK, detail=f"{what}: errno {refused.errno}") from None
