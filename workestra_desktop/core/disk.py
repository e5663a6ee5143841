"""What a disk did to the app's files, read from the technical detail of a trouble: SQLite's name of it, or an errno.

The detail says first whose file it was, if not the profile's own: `daily copy: errno 28`, `file: SQLITE_FULL`.
"""

from __future__ import annotations

import errno
import re
from enum import Enum

from workestra_desktop.core.trouble import Code, Trouble

DAILY_COPY = "daily copy"
OTHER_FILE = "file"
OUTPUT = "output"
LOGIN_START = "login start"
IN_PASSING = f"{LOGIN_START}: in passing"
DAMAGED = "damaged"
GONE = "profile gone"
"""Beginnings of details, `login start: in passing` a whole one. `damaged: missing` and `damaged: empty` are said of a
database whose copies are there."""


class Cause(Enum):
    FULL = "full"
    READ_ONLY = "read-only"
    DAMAGED = "damaged"
    """What is there cannot be believed; nothing is written to it any more."""
    GONE = "gone"
    """The files that were open are not in the profile's folder any more."""
    UNKNOWN = "unknown"


_ERRNO = re.compile(r"errno (\d+)")
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


def cause(trouble: Trouble) -> Cause:
    """Why `trouble` (a `disk`) came."""
    detail = trouble.detail
    if detail.startswith(DAMAGED) or "SQLITE_CORRUPT" in detail or "SQLITE_NOTADB" in detail:
        return Cause.DAMAGED
    if detail.startswith(GONE):
        return Cause.GONE
    found = _ERRNO.search(detail)
    number = int(found[1]) if found else 0
    if "SQLITE_FULL" in detail or number in _FULL:
        return Cause.FULL
    if "SQLITE_READONLY" in detail or number in _READ_ONLY:
        return Cause.READ_ONLY
    return Cause.UNKNOWN


def of_daily_copy(trouble: Trouble) -> bool:
    return trouble.detail.startswith(DAILY_COPY)


def of_other_file(trouble: Trouble) -> bool:
    """Whether it was a file outside of the profile: a backup, an export, a report."""
    return trouble.detail.startswith(OTHER_FILE)


def of_output(trouble: Trouble) -> bool:
    """Whether only the result of a command could not be written out."""
    return trouble.detail.startswith(OUTPUT)


def of_login_start(trouble: Trouble) -> bool:
    """Whether it was the system's list of what starts at login."""
    return trouble.detail.startswith(LOGIN_START)


def of_copy_in_passing(trouble: Trouble) -> bool:
    """Whether what was to start at login is a copy of the app that is gone by then."""
    return trouble.detail == IN_PASSING


def profile_damaged(trouble: Trouble | None) -> bool:
    return trouble is not None and trouble.code is Code.DISK and cause(trouble) is Cause.DAMAGED
