"""What pops up beside the tray icon, and what only the list of notices tells. A pure decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from workestra_desktop.core.notice import Notice, Preferences
from workestra_desktop.ui.notice_words import notice_words, summary_words

AT_ONCE = 3
"""So many notices about bookings are told one by one; more of them become one."""


@dataclass(frozen=True, slots=True)
class Popup:
    """Plain text. Choosing it shows the booking `booking`, the list of notices if `listed`, else the window."""

    title: str
    body: str
    booking: str = ""
    listed: bool = False


def popups(
    notices: Sequence[Notice], preferences: Preferences, *, paused: bool, hide: bool, where: ZoneInfo, now: datetime
) -> tuple[Popup, ...]:
    """What to tell of `notices`, which came in one go.

    While `paused` nothing pops up, not even a plea for a new password: quiet is what the host asked for, and the icon,
    the menu and the list say it all the same. A kind that is switched off stays silent. What is about no single booking
    is told by itself and first, because it explains the rest.
    """
    told = [] if paused else [n for n in notices if n.kind not in preferences.silent]
    of_bookings = [n for n in told if n.booking is not None]
    first = tuple(_one(n, hide, where, now) for n in told if n.booking is None)
    if len(of_bookings) > AT_ONCE:
        title, body = summary_words(of_bookings, hide=hide)
        return *first, Popup(title, body, listed=True)
    return *first, *(_one(n, hide, where, now) for n in of_bookings)


def _one(notice: Notice, hide: bool, where: ZoneInfo, now: datetime) -> Popup:
    title, body = notice_words(notice, where, now, hide=hide)
    return Popup(title, body, notice.booking.id if notice.booking else "")
