"""What pops up beside the tray icon, and what only the list of notices tells. A pure decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from workestra_desktop.core.booking import Status
from workestra_desktop.core.link import safe_url
from workestra_desktop.core.notice import Notice, NoticeKind, Preferences
from workestra_desktop.ui.notice_words import notice_words, summary_words

_WHEN = frozenset({NoticeKind.MOVED, NoticeKind.CANCELLED})
"""The next of them makes the last one untrue."""

AT_ONCE = 3
"""So many notices about bookings are told one by one; more of them become one."""


@dataclass(frozen=True, slots=True)
class Popup:
    """Plain text. Choosing it shows the booking `booking`, the list of notices if `listed`, else the window.

    `meeting_url`: what there is to join. A later one about the same `topic` takes its place where a desktop can do
    that. `passing`: it answers what the host just did, and nobody need find it later.
    """

    title: str
    body: str
    booking: str = ""
    listed: bool = False
    meeting_url: str = ""
    topic: str = ""
    passing: bool = False


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
    booking = notice.booking
    if booking is None:
        return Popup(title, body)
    to_come = booking.status is not Status.CANCELLED and booking.end > now
    return Popup(
        title, body, booking.id,
        meeting_url=booking.meeting_url if to_come and safe_url(booking.meeting_url) else "",
        topic=booking.id if notice.kind in _WHEN else "",
    )  # fmt: skip
