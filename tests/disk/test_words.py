"""Each thing a disk does has its own words: what happened, what it means for the bookings, what to do."""

from __future__ import annotations

import errno

import pytest

from workestra_desktop.core.redaction import fact
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.core.words import words

NOTHING_NEW = "Nothing new can be kept: no booking is made, moved or cancelled now."
GOES_ON = "What was decided before is safe and goes on by itself afterwards."
WORKS = "All else works: bookings are kept here and written to iCloud as usual."
DAMAGED = (
    "Its database can't be read as it should; it was left as it is. Your bookings are still in your iCloud calendar."
)
CASES = {
    "full": (
        Trouble(Code.DISK, detail="SQLITE_FULL"), "The disk is full", f"{NOTHING_NEW} {GOES_ON}",
        "Free some space, then try again",
    ),
    "full, told by the system": (
        Trouble(Code.DISK, detail=f"sync lock: errno {errno.ENOSPC}"), "The disk is full", f"{NOTHING_NEW} {GOES_ON}",
        "Free some space, then try again",
    ),
    "read-only": (
        Trouble(Code.DISK, detail="SQLITE_READONLY_DIRECTORY"), "The profile is read-only", f"{NOTHING_NEW} {GOES_ON}",
        "Make its folder writable, then try again",
    ),
    "read-only, told by the system": (
        Trouble(Code.DISK, detail=f"profile folder: errno {errno.EROFS}"), "The profile is read-only",
        f"{NOTHING_NEW} {GOES_ON}", "Make its folder writable, then try again",
    ),
    "gone": (
        Trouble(Code.DISK, detail="profile gone"), "The profile's folder is gone",
        f"It was moved, removed or replaced while Workestra was running. {NOTHING_NEW}",
        "Put it back, or start Workestra anew",
    ),
    "damaged": (
        Trouble(Code.DISK, subject="/p/backups/daily-2026-11-21.sqlite3", detail="damaged: SQLITE_NOTADB"),
        "The profile is damaged",
        f'{DAMAGED} “workestra restore "/p/backups/daily-2026-11-21.sqlite3" --yes” goes back to the newest good copy.',
        "Restore a copy",
    ),
    "damaged, with no copy": (
        Trouble(Code.DISK, detail="damaged: quick check"), "The profile is damaged",
        f"{DAMAGED} The app has no copy of it; “workestra restore FILE --yes” goes back to a backup of your own.",
        "Restore a copy",
    ),
    "no copy today": (
        Trouble(Code.DISK, subject="2026-11-21", detail="daily copy: SQLITE_FULL"),
        "The daily copy of your bookings wasn't made",
        f"The disk is full. The newest copy is of 2026-11-21. {WORKS}", "Free some space, then try again",
    ),
    "never a copy": (
        Trouble(Code.DISK, detail=f"daily copy: errno {errno.EACCES}"), "The daily copy of your bookings wasn't made",
        f"The folder, or the whole disk, is read-only. There is no copy yet. {WORKS}",
        "Make the folder “backups” in the profile writable, then try again",
    ),
    "another file": (
        Trouble(Code.DISK, detail="file: SQLITE_IOERR_WRITE"), "That file can't be written",
        "The disk didn't take it. What was there before is untouched, and so are the profile and your bookings.",
        "Choose another place for it",
    ),
    "the output": (
        Trouble(Code.DISK, detail=f"output: errno {errno.ENOSPC}"), "The result can't be written out",
        "The disk is full. What you asked for was done; only its result could not be written.",
        "Ask for it again, to another place",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_in_its_words(case: str) -> None:
    trouble, title, message, action = CASES[case]
    said = words(trouble)
    assert (said.title, said.message, said.action) == (title, message, action)


@pytest.mark.parametrize("case", CASES)
def test_what_happened_is_said_in_a_report_too(case: str) -> None:
    trouble = CASES[case][0]
    assert fact(trouble.detail).replace("sync lock", "").replace("folder", "…").count("…") <= 1
