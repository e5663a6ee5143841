"""A change of a booking: which dialog asks for it, and what is seen of it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.dialogs import Dialogs
from workestra_desktop.ui.notice_bars import NoticeBars
from workestra_desktop.ui.pages import Page, Pages
from workestra_desktop.ui.when import meeting_time, zone_of


class BookingChanges(QObject):
    """What there is nothing of to change is told in the bar of the page in front."""

    def __init__(self, pages: Pages, dialogs: Dialogs, bars: NoticeBars, now: Callable[[], datetime]) -> None:
        super().__init__(pages)
        self._pages, self._dialogs, self._bars, self._now = pages, dialogs, bars, now
        self._snapshot: Snapshot | None = None
        page = pages.bookings_page
        page.new_booking.connect(self.new)
        page.deeds.reschedule.connect(dialogs.reschedule)
        page.deeds.cancel.connect(dialogs.cancel)
        page.deeds.let_go.connect(dialogs.let_go)
        page.deeds.undo.connect(self.undo)
        pages.done_made.connect(lambda done: done.new_booking.connect(self._first))
        bars.undone.connect(self.undo_by_id)
        dialogs.settled.connect(self._settled)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def new(self) -> None:
        """On the week, of the kind of meeting that is looked at."""
        self._dialogs.book(self._pages.week_page.preset if self._pages.front is Page.WEEK else None)

    def _first(self) -> None:
        self._pages.go(Page.BOOKINGS)
        self.new()

    def undo_last(self) -> None:
        """Of the chosen booking; on the week, of the one that the notice in front tells of."""
        if self._pages.front is Page.BOOKINGS:
            self._pages.bookings_page.ask_undo()
        elif named := self._bars.to_undo:
            self.undo_by_id(named)
        else:
            self._bars.tell(
                self.tr("Nothing to undo here. Choose a booking in the list to undo its last cancel or move.")
            )

    def undo(self, booking: Booking) -> None:
        to = next((u.to for u in self._snapshot.undoable if u.booking == booking.id), None) if self._snapshot else None
        if to is not None:
            self._dialogs.undo(booking, to)
        else:
            said = self.tr(
                "Nothing to undo: the booking with {guest} was not cancelled or moved lately, or its time is over."
            )
            self._bars.tell(said.format(guest=plain(booking.guest, 60)), booking.id)

    def undo_by_id(self, booking_id: str) -> None:
        bookings = self._snapshot.bookings if self._snapshot else ()
        if (booking := next((b for b in bookings if b.id == booking_id), None)) is not None:
            self.undo(booking)

    def _settled(self, booking: Booking) -> None:
        """Show the booking where it now stands; its snapshot may still be on the way."""
        self._bars.let_go(booking.id)
        self._pages.bookings_page.expect(booking.id, booking.changed_at)
        if self._pages.front is Page.WEEK:
            where = zone_of(self._snapshot.host_zone) if self._snapshot else zone_of("UTC")
            time = meeting_time(booking.start, booking.end, where, self._now())
            told = self.tr("Put back: {guest}, {time}") if self._dialogs.undoes else self.tr("Booked: {guest}, {time}")
            self._bars.tell(told.format(guest=plain(booking.guest, 60), time=time), booking.id)
