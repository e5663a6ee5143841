"""What can be done with a booking: one answer for the details, the menu and the keys."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import assert_never
from urllib.parse import quote

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.link import safe_url
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.outside import may_open


def _tr(text: str) -> str:
    return QCoreApplication.translate("BookingActs", text)


class Act(Enum):
    """In the order in which they are offered."""

    JOIN = "join"
    COPY_LINK = "copy_link"
    MAIL = "mail"
    MOVE = "reschedule"
    CANCEL = "cancel"
    UNDO = "undo"
    NO_SHOW = "no_show"
    CAME = "came"


def acts(booking: Booking, snapshot: Snapshot, now: datetime) -> frozenset[Act]:
    """What can be done with it at `now`."""
    found = set()
    if safe_url(booking.meeting_url):
        found |= {Act.JOIN, Act.COPY_LINK} if booking.live else {Act.COPY_LINK}
    if mail_to(booking):
        found.add(Act.MAIL)
    if booking.live:
        found |= {Act.MOVE, Act.CANCEL}
        if booking.no_show:
            found.add(Act.CAME)
        elif booking.start <= now:
            found.add(Act.NO_SHOW)
    if any(undoable.booking == booking.id for undoable in snapshot.undoable):
        found.add(Act.UNDO)
    return frozenset(found)


def act_words(act: Act, booking: Booking) -> str:
    """For a button or a menu; those that questions have no use for have a mnemonic."""
    match act:
        case Act.JOIN:
            return _tr("&Join")
        case Act.COPY_LINK:
            return _tr("Copy link")
        case Act.MAIL:
            return _tr("Write an e-&mail")
        case Act.MOVE:
            return _tr("&Reschedule…")
        case Act.CANCEL:
            return _tr("C&ancel booking…")
        case Act.UNDO:
            return _tr("&Undo move") if booking.live else _tr("&Undo cancel")
        case Act.NO_SHOW:
            return _tr("Guest did not come")
        case Act.CAME:
            return _tr("Guest came after all")
        case _:
            assert_never(act)


def mail_to(booking: Booking) -> str:
    """The address that begins a new mail to the guest; empty if there is none, or none that may be opened."""
    address = f"mailto:{quote(booking.email, safe='@')}" if "@" in booking.email else ""
    return address if may_open(address) else ""
