"""The main job, done through the real window: sign in, see free time, book, move, follow the phone, cancel.

Each step is believed only when the stand-in for iCloud itself was read back, as the phone sees it. One line is printed
per row of the mission, with the request that iCloud would have seen.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from workestra_desktop.bootstrap import WindowApp, across
from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.core.commands import Book, FindSlots, SyncNow
from workestra_desktop.core.interval import Span
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.times import day_start
from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.demo.phone import Phone
from workestra_desktop.demo.sample import SampleCalendar
from workestra_desktop.demo.telling import Unconfirmed, confirm, until
from workestra_desktop.demo.week_story import WeekStory
from workestra_desktop.ical.amend import amend
from workestra_desktop.ical.expansion import expand, remote_event
from workestra_desktop.ical.vtimezone import is_utc
from workestra_desktop.ui.book_dialog import BookDialog
from workestra_desktop.ui.cancel_dialog import CancelDialog
from workestra_desktop.ui.look import Look
from workestra_desktop.ui.reschedule_dialog import RescheduleDialog

D = TypeVar("D", bound=QWidget)


class Story(QObject):
    """`requests` is the list of (method, address) that the app's wire fills; `say` prints a line."""

    def __init__(
        self,
        app: WindowApp,
        look: Look,
        cloud: StandIn,
        calendars: list[SampleCalendar],
        requests: list[tuple[str, str]],
        pictures: Path,
        say: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._app, self._look, self._cloud, self._calendars = app, look, cloud, calendars
        self._phone = Phone(cloud)
        self._requests, self._pictures, self._say = requests, pictures, say
        self._snapshot: Snapshot | None = None
        across(app.engine.snapshot_taken, self._keep)

    @Slot(object)
    def _keep(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    @property
    def now(self) -> Snapshot:
        assert self._snapshot is not None
        return self._snapshot

    def _booking(self, name: str) -> Booking:
        return next(b for b in self.now.bookings if b.id == name)

    def _row(self, event: str, request: str, what: str, since: int) -> None:
        """One row of the mission: what happened, the request that says so, and below it all that was sent for it."""
        self._say(f"{event:<11} → {request:<8} {what}")
        for method, url in self._requests[since:]:
            self._say(f"{'':<14}{method:<8} {unquote(urlsplit(url).path)}")

    def _picture(self, name: str, widget: QWidget | None = None) -> None:
        """Saves what is on screen, light and dark."""
        shown = widget or self._app.window
        for folder, dark in ((self._pictures / "dark", True), (self._pictures, False)):
            self._look.wear(dark=dark)
            folder.mkdir(exist_ok=True)
            if not shown.grab().save(str(folder / f"{name}.png")):
                raise Unconfirmed(f"could not save the picture {name}")

    async def _settle(self) -> None:
        """Lets the window paint what just changed."""
        for _ in range(6):
            await asyncio.sleep(0.03)

    async def tell(self) -> None:
        await self._connect()
        await self._compute_and_book()
        await self._explain()
        moved = await self._reschedule()
        await self._follow_the_phone(moved)
        await self._cancel(moved)
        await self._follow_a_deletion()
        self._disturbed_nobody()

    # --- the rows ----------------------------------------------------------------------------------------------

    async def _connect(self) -> None:
        window, page = self._app.window, self._app.window.connect_page
        await until("the connect page", lambda: self._snapshot is not None and window.pages.currentWidget() is page)
        QTest.keyClicks(page.apple_id, self._cloud.user)
        QTest.keyClicks(page.password, self._cloud.password)
        await self._settle()
        self._picture("connect")
        QTest.keyClick(page.password, Qt.Key.Key_Return)
        calendars = window.calendars_page
        await until("the calendar page", lambda: window.pages.currentWidget() is calendars)
        await until("the first read", lambda: self.now.complete)
        await self._settle()
        self._picture("calendars")
        listed = {c.name: c.events for c in self.now.calendars}
        confirm("every event was read", listed == {c.title: len(c.events) for c in self._calendars})
        QTest.keyClick(calendars, Qt.Key.Key_Return)
        await until("the last page", lambda: window.pages.currentWidget() is window.done_page)
        await self._settle()
        self._picture("connected")
        QTest.keyClick(window.done_page, Qt.Key.Key_Return)
        await until("the bookings", lambda: window.pages.currentWidget() is window.bookings_page)
        await self._settle()
        self._picture("bookings-empty")
        events = sum(listed.values())
        what = f"{len(listed)} calendars, {events} events read in {len(self._requests)} requests"
        self._row("connected", "PROPFIND", what, 0)

    async def _compute_and_book(self) -> None:
        since = next(i for i, (method, _) in enumerate(self._requests) if method == "REPORT")
        dialog = await self._open(BookDialog, self._app.window.new_booking)
        picker = dialog.picker
        await until("free slots", lambda: picker.times.count() > 0)
        picker.times.setCurrentRow(0)
        start = picker.chosen
        confirm("no busy time was offered", self._is_free(start))
        reports = sum(method == "REPORT" for method, _ in self._requests[since:])
        what = f"{picker.days.count()} days with free times, from {reports} REPORTs"
        self._row("computed", "REPORT", what, since)
        QTest.keyClicks(dialog.guest, "Ada Lovelace")
        QTest.keyClicks(dialog.email, "ada@example.org")
        QTest.keyClicks(dialog.note, "First lesson: where to begin")
        await self._settle()
        self._picture("new-booking", dialog)
        since = len(self._requests)
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        await until("the booking in iCloud", lambda: any(b.sync is InCloud.SYNCED for b in self.now.bookings))
        booking = self.now.bookings[0]
        text = self._phone.read(booking.href)
        confirm("the event is in iCloud", text is not None and self._times(booking) == (booking.start, booking.end))
        zoned = "DTSTART:" if is_utc(ZoneInfo(booking.timezone)) else f"DTSTART;TZID={booking.timezone}:"
        confirm("it names its zone", text is not None and zoned in text)
        self._row("confirmed", "PUT", f"{self._when(booking)} with {booking.guest}", since)
        await self._more_bookings()

    async def _more_bookings(self) -> None:
        """A few more guests, so that the list looks like a host's."""
        for guest, email, skip in (
            ("Grace Hopper", "grace@example.org", 9),
            ("Alan Turing", "", 21),
            ("Emmy Noether", "emmy@example.org", 30),
        ):
            picked = await self._slots()
            await self._app.courier.ask(Book("meeting", picked[skip].start, guest, email))
        await until("four bookings", lambda: len(self.now.bookings) == 4)
        await self._settle()
        self._picture("bookings")

    async def _explain(self) -> None:
        """The week after this one, as the sample calendars have it; nothing is asked of iCloud for it."""
        since = len(self._requests)
        host = ZoneInfo(self.now.host_zone)
        today = self.now.taken_at.astimezone(host).date()
        monday = day_start(today + timedelta(days=7 - today.weekday()), host)
        said = await WeekStory(self._app.window, self._is_free, self._picture, self._settle).tell(monday)
        confirm("no request was sent for it", len(self._requests) == since)
        self._row("explained", "(none)", said, since)

    async def _reschedule(self) -> Booking:
        booking = self.now.bookings[0]
        before = self._phone.read(booking.href) or ""
        self._phone.save(booking.href, before.replace("END:VEVENT", "X-PHONE-NOTE:kept\r\nEND:VEVENT"))
        self._app.window.bookings_page.select(booking.id)
        dialog = await self._open(RescheduleDialog, self._app.window.bookings_page.ask_reschedule)
        picker = dialog.picker
        await until("free slots", lambda: picker.times.count() > 2)
        picker.times.setCurrentRow(2)
        await self._settle()
        self._picture("reschedule", dialog)
        since, start = len(self._requests), picker.chosen
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        await until("the move in iCloud", lambda: self._is_at(booking.id, start))
        moved = self._booking(booking.id)
        text = self._phone.read(moved.href) or ""
        confirm("the event has the new time", self._times(moved) == (moved.start, moved.end))
        confirm("what the phone added is still there", "X-PHONE-NOTE:kept" in text)
        puts = sum(method == "PUT" for method, _ in self._requests[since:])
        confirm("one PUT and no DELETE", puts == 1 and not any(m == "DELETE" for m, _ in self._requests[since:]))
        self._row("rescheduled", "PUT", f"{moved.guest} to {self._when(moved)}, the phone's own line kept", since)
        return moved

    async def _follow_the_phone(self, booking: Booking) -> None:
        later = booking.start + timedelta(days=7)
        text = self._phone.read(booking.href) or ""
        end = later + (booking.end - booking.start)
        self._phone.save(booking.href, amend(text, booking.uid, later, end, booking.timezone, self.now.taken_at))
        since = len(self._requests)
        await self._app.courier.ask(SyncNow())
        await until("the booking to follow", lambda: self._is_at(booking.id, later))
        await self._settle()
        self._picture("bookings-moved")
        what = f"moved on the phone: {booking.guest} is now {self._when(self._booking(booking.id))}"
        self._row("polled", "REPORT", what, since)

    async def _cancel(self, booking: Booking) -> None:
        self._app.window.bookings_page.select(booking.id)
        dialog = await self._open(CancelDialog, self._app.window.bookings_page.ask_cancel)
        QTest.keyClicks(dialog.reason, "Ada is ill")
        await self._settle()
        self._picture("cancel", dialog)
        since = len(self._requests)
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        await until("the cancellation", lambda: self._has(booking.id, Status.CANCELLED, InCloud.SYNCED))
        confirm("the event is gone from iCloud", self._phone.read(booking.href) is None)
        self._row("cancelled", "DELETE", f"{booking.guest}, the event is gone", since)

    async def _follow_a_deletion(self) -> None:
        booking = next(b for b in self.now.bookings if b.live)
        self._phone.delete(booking.href)
        since = len(self._requests)
        await self._app.courier.ask(SyncNow())
        await until("the first look", lambda: self._booking(booking.id).missing_since is not None)
        confirm("nothing is cancelled at the first look", self._booking(booking.id).status is Status.CONFIRMED)
        await until("the second look", lambda: self._has(booking.id, Status.CANCELLED, InCloud.SYNCED))
        await self._settle()
        self._picture("bookings-cancelled")
        what = f"deleted on the phone: {booking.guest} is cancelled, after the second look"
        self._row("polled", "REPORT", what, since)

    def _disturbed_nobody(self) -> None:
        """What only Apple would know of the whole story."""
        confirm("no guest was mailed", self._cloud.mails() == [])
        confirm("nobody who shares a calendar was notified", self._cloud.pushes() == [])
        confirm("one request at a time", self._cloud.in_flight_max() == 1)
        self._say("Apple mailed nobody and notified nobody, and saw one request at a time.")

    # --- seeing ------------------------------------------------------------------------------------------------

    async def _open(self, kind: type[D], act: Callable[[], None]) -> D:
        """Does what opens a dialog, and waits for it."""
        act()
        await until(kind.__name__, lambda: self._dialog(kind) is not None)
        dialog = self._dialog(kind)
        assert dialog is not None
        return dialog

    def _dialog(self, kind: type[D]) -> D | None:
        return next((w for w in self._app.window.findChildren(kind) if w.isVisible()), None)

    def _is_at(self, name: str, start: datetime) -> bool:
        booking = self._booking(name)
        return booking.start == start and booking.sync is InCloud.SYNCED

    def _has(self, name: str, status: Status, sync: InCloud) -> bool:
        booking = self._booking(name)
        return booking.status is status and booking.sync is sync

    def _times(self, booking: Booking) -> tuple[datetime | None, datetime | None]:
        """The event's times, from the text the stand-in has now."""
        text = self._phone.read(booking.href) or ""
        event = remote_event(text, booking.uid, booking.calendar, booking.href, "", BusyPolicy(booking.timezone))
        return event.start, event.end

    def _is_free(self, start: datetime) -> bool:
        """Whether the sample calendars, as the stand-in has them now, leave this half hour free."""
        policy = BusyPolicy(self.now.host_zone, frozenset({f"mailto:{self._cloud.user}"}))
        span = Span(start, start + timedelta(minutes=30))
        for calendar in self._calendars:
            for name in calendar.events:
                text = self._phone.read(f"{self._cloud.home}{calendar.name}/{name}")
                if text is None or expand(text, policy, span).blocks:
                    return False
        return True

    async def _slots(self) -> tuple[Span, ...]:
        now = self.now.taken_at
        return await self._app.courier.ask(FindSlots("meeting", Span(now, now + timedelta(days=14))))

    def _when(self, booking: Booking) -> str:
        return f"{booking.start.astimezone(ZoneInfo(self.now.host_zone)):%a %d %b %H:%M}"
