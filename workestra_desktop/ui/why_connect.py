"""What brings the host to the sign-in, and what is said of it."""

from __future__ import annotations

from enum import Enum
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Code

_tr = QCoreApplication.translate


class Why(Enum):
    """What brought the host here."""

    FIRST = "first"
    FORGOTTEN = "forgotten"
    REFUSED = "refused"
    WANTED = "wanted"
    """The password in use is good; the host has another one."""


def why_reconnect(snapshot: Snapshot | None) -> Why:
    """Whether a new password is needed, or only wanted."""
    refused = (Code.RECONNECT_NEEDED, Code.SIGN_IN_REFUSED)
    needed = snapshot is not None and any(p.code in refused for p in snapshot.problems)
    return Why.REFUSED if needed else Why.WANTED


def title_of(why: Why) -> str:
    match why:
        case Why.FIRST:
            return _tr("Why", "Connect your iCloud calendar")
        case Why.FORGOTTEN:
            return _tr("Why", "Enter your password again")
        case Why.REFUSED:
            return _tr("Why", "iCloud needs a new app-specific password")
        case Why.WANTED:
            return _tr("Why", "Paste a new password")
        case _:
            assert_never(why)


def lead_of(why: Why) -> str:
    match why:
        case Why.FIRST:
            return ""
        case Why.FORGOTTEN:
            return _tr(
                "Why",
                "Your account is known, but its password is not in this computer's keychain. "
                "Your bookings and settings are kept here.",
            )
        case Why.REFUSED:
            return _tr(
                "Why",
                "Apple has withdrawn the one in use. That happens when you change your Apple password. "
                "Your bookings and settings are safe.",
            )
        case Why.WANTED:
            return _tr("Why", "Your bookings, calendars and everything that waits stay as they are.")
        case _:
            assert_never(why)
