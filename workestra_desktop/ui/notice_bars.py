"""What the window itself tells: in the bar of the main page that is, or will be, in front."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal

from workestra_desktop.core.booking import InCloud, Status
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Code
from workestra_desktop.ui.notice_bar import NoticeBar
from workestra_desktop.ui.notice_words import notice_words
from workestra_desktop.ui.pages import Page, Pages
from workestra_desktop.ui.when import zone_of

if TYPE_CHECKING:
    from workestra_desktop.ui.week_page import WeekPage


def _question(notice: Notice) -> tuple[str, str] | None:
    """What the host is to do about it: one of `_open_questions` as long as that is so. None: it only tells."""
    about = notice.booking.id if notice.booking else ""
    match notice.kind:
        case NoticeKind.MOVED | NoticeKind.CANCELLED:
            return None
        case NoticeKind.CONFLICT:
            return about, notice.overlap.uid if notice.overlap else ""
        case NoticeKind.FAILED:
            return about, ""
        case NoticeKind.SEVERAL_GONE:
            return "", Code.EVENTS_GONE
        case NoticeKind.RECONNECT:
            return "", notice.trouble.code if notice.trouble else Code.RECONNECT_NEEDED
        case NoticeKind.NETWORK:
            return "", notice.trouble.code if notice.trouble else Code.OFFLINE
        case _:
            assert_never(notice.kind)


def _open_questions(snapshot: Snapshot) -> frozenset[tuple[str, str]]:
    """What waits for the host: a booking and the event on it, a booking and '', or '' and the code of a problem."""
    odd = {(b.id, "") for b in snapshot.bookings if b.status is Status.ATTENTION or b.sync is InCloud.FAILED}
    overlaps = {(o.booking, o.uid) for o in snapshot.overlaps}
    return frozenset(odd | overlaps | {("", str(p.code)) for p in snapshot.problems})


class NoticeBars(QObject):
    """One on each main page. `undone(booking id)`: the host wants what is told taken back."""

    undone = Signal(str)

    def __init__(self, pages: Pages, now: Callable[[], datetime]) -> None:
        super().__init__(pages)
        self._pages, self._now = pages, now
        self._snapshot: Snapshot | None = None
        self._bars = [pages.bookings_page.notices]
        pages.bookings_page.notices.undone.connect(self.undone)
        pages.week_made.connect(self._add)

    def _add(self, week: WeekPage) -> None:
        week.notices.undone.connect(self.undone)
        self._bars.append(week.notices)
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Keep what is told true."""
        self._snapshot = snapshot
        for bar in self._bars:
            bar.allow_undo(frozenset(u.booking for u in snapshot.undoable))
            bar.keep_open(_open_questions(snapshot))

    def tell(self, text: str, booking_id: str = "") -> None:
        """What it is about can be looked at, if that is a booking."""
        self._front.tell(text, booking_id)

    def tell_notice(self, notice: Notice) -> None:
        """Unless the host wants to hear nothing of its kind."""
        if self._snapshot is not None and notice.kind in self._snapshot.preferences.silent:
            return
        where = self._snapshot.host_zone if self._snapshot else "UTC"
        title, body = notice_words(notice, zone_of(where), self._now())
        undoes = notice.kind in (NoticeKind.MOVED, NoticeKind.CANCELLED)
        about = notice.booking.id if notice.booking else ""
        self._front.tell(f"{title}. {body}", about, undoes=undoes, question=_question(notice))

    def let_go(self, booking_id: str) -> None:
        """The host has decided on the booking: what is told of it in front is over."""
        self._front.let_go(booking_id)

    @property
    def to_undo(self) -> str:
        """The booking whose change is told in front and can be taken back; empty if there is none."""
        return self._front.to_undo

    @property
    def _front(self) -> NoticeBar:
        return (self._pages.week_page if self._pages.main is Page.WEEK else self._pages.bookings_page).notices
