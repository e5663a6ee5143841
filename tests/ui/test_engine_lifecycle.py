"""The main job through the real window, with keys, on each of the two servers; every step is read back from there."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.cli.command import Workestra
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.servers import PASSWORD, CalDavServer
from tests.support.windows import OFFSCREEN, OpenWindow, Stage, settle, times, until
from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.notice import NoticeKind
from workestra_desktop.ical.amend import amend
from workestra_desktop.ui.book_dialog import BookDialog
from workestra_desktop.ui.cancel_dialog import CancelDialog
from workestra_desktop.ui.reschedule_dialog import RescheduleDialog
from workestra_desktop.ui.slot_picker import SlotPicker
from workestra_desktop.ui.window import Page

CTRL = Qt.KeyboardModifier.ControlModifier


pytestmark = OFFSCREEN


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


async def pick(picker: SlotPicker, day: int, row: int) -> datetime:
    """Chooses a free time on the `day`-th last of the offered days."""
    await until("free times", lambda: picker.days.count() > 1)
    picker.days.setCurrentRow(picker.days.count() - day)
    picker.times.setCurrentRow(row)
    return picker.chosen


async def book(run: OpenWindow, guest: str) -> Booking:
    """Books through the dialog, reached and sent with keys."""
    known = {b.id for b in run.now.bookings}

    def new() -> list[Booking]:
        return [b for b in run.now.bookings if b.guest == guest and b.id not in known]

    run.press(Qt.Key.Key_N, CTRL)
    dialog = await run.dialog_of(BookDialog)
    start = await pick(dialog.picker, 1, 3)
    dialog.guest.setFocus()
    run.write(guest)
    run.press(Qt.Key.Key_Return)
    await until("the booking in iCloud", lambda: [b.sync for b in new()] == [InCloud.SYNCED])
    await run.back()
    booking = new()[0]
    assert booking.start == start
    return booking


def test_the_main_job_with_keys(stage: Stage, server: CalDavServer, tmp_path: Path) -> None:
    work = server.mkcalendar("work", "Work", order=1)
    server.mkcalendar("home", "Home", order=2)
    tomorrow = datetime.now(UTC).replace(hour=8, minute=0, second=0, microsecond=0) + timedelta(days=1)
    server.put("home", "one.ics", event("one", tomorrow, tomorrow + timedelta(hours=1)))
    run = stage.open(tmp_path / "profile", server.url, {"WORKESTRA_RECHECK_SECONDS": "1"}, apart=True)

    async def story() -> None:
        window, page = run.window, run.window.bookings_page
        await run.start()
        # Sign in: the path of cli.md, keys only.
        assert window.page is Page.CONNECT
        assert run.focus is window.connect_page.apple_id
        run.write(server.user)
        run.press(Qt.Key.Key_Tab)
        assert run.focus is window.connect_page.password
        run.write(PASSWORD)
        run.press(Qt.Key.Key_Return)
        await until("the calendar page", lambda: window.page is Page.CALENDARS)
        await settle()
        chosen = [row.name.text() for row in window.calendars_page._rows.values() if row.write.isChecked()]
        default = next(c for c in run.now.calendars if c.default)
        assert chosen == [default.name] and default.writable
        run.press(Qt.Key.Key_Return)
        await until("the last page", lambda: window.page is Page.DONE)
        run.press(Qt.Key.Key_Return)
        await until("the bookings", lambda: window.page is Page.BOOKINGS)
        await run.calm()
        await until("the set-up to be over", lambda: run.now.setup_done)
        assert {c.name for c in run.now.calendars} >= {"Work", "Home"}

        # Book.
        booking = await book(run, "Ada Lovelace")
        assert booking.calendar == default.id
        text, _ = server.get(unquote(booking.href))
        assert times(text) == (booking.start, booking.end)
        assert "Ada Lovelace" in text
        await until("its row", lambda: [row.guest for row in run.rows()] == ["Ada Lovelace"])
        assert run.rows()[0].state == "In iCloud"
        assert page.selected is not None and page.selected.id == booking.id

        # Reschedule; what somebody else wrote into the event meanwhile survives.
        server.put(*_place(server, booking), text.replace("END:VEVENT", "X-PHONE:kept\r\nEND:VEVENT"))
        page.view.setFocus()
        run.press(Qt.Key.Key_Return)
        moving = await run.dialog_of(RescheduleDialog)
        later = await pick(moving.picker, 2, 5)
        moving.go.setFocus()
        run.press(Qt.Key.Key_Return)
        await until("the move", lambda: _is_at(run, booking.id, later))
        text, _ = server.get(unquote(booking.href))
        assert times(text) == (later, later + timedelta(minutes=30))
        assert "X-PHONE:kept" in text

        # Moved elsewhere: Ctrl+R brings it here, with a notice.
        await run.back()
        moved = later + timedelta(days=3)
        server.put(
            *_place(server, booking),
            amend(text, booking.uid, moved, moved + timedelta(minutes=30), booking.timezone, run.now.taken_at),
        )
        row = run.rows()[0].spoken()
        run.press(Qt.Key.Key_R, CTRL)
        await until("the booking to follow", lambda: _is_at(run, booking.id, moved))
        await until("its row", lambda: run.rows()[0].spoken() != row)
        assert [n.kind for n in run.notices] == [NoticeKind.MOVED]
        await until("the notice", page.notices.isVisible)
        assert "Ada Lovelace" in page.notices.text.text()

        # Cancel with a reason.
        page.view.setFocus()
        run.press(Qt.Key.Key_Delete)
        cancelling = await run.dialog_of(CancelDialog)
        assert run.focus is cancelling.reason
        run.write("Ada is ill")
        run.press(Qt.Key.Key_Return)
        await until("the cancellation", lambda: _is(run, booking.id, Status.CANCELLED))
        with pytest.raises(FileNotFoundError):
            server.get(unquote(booking.href))
        assert run.booking(booking.id).cancelled_by is By.HOST
        assert run.booking(booking.id).reason == "Ada is ill"

        await run.back()

        # Deleted elsewhere: cancelled by the engine's own second look, not by the first.
        second = await book(run, "Alan Turing")
        server.delete(unquote(second.href))
        before = len(run.snapshots)
        run.press(Qt.Key.Key_R, CTRL)
        await until("the first look", lambda: run.booking(second.id).missing_since is not None)
        await until("the cancellation", lambda: _is(run, second.id, Status.CANCELLED))
        seen = [b for s in run.snapshots[before:] for b in s.bookings if b.id == second.id]
        between = [b for b in seen if b.missing_since is not None]
        assert between and all(b.status is Status.CONFIRMED for b in between)
        gone = run.booking(second.id)
        assert gone.cancelled_by is By.ICLOUD
        assert gone.changed_at - between[0].missing_since >= timedelta(seconds=1)  # type: ignore[operator]
        assert [n.kind for n in run.notices] == [NoticeKind.MOVED, NoticeKind.CANCELLED]
        assert server.list("home").keys() == {f"{server.calendar('home')}one.ics"}
        assert not server.list(work.rstrip("/").rsplit("/", 1)[-1])
        await run.quit()

    stage.play(story())
    assert run.ended == [True]


def test_what_the_command_books_appears_in_the_window(
    stage: Stage, icloud: ICloud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both on one profile at once, and both write: each event is on the server exactly once."""
    icloud.mkcalendar("work", "Work")
    command = Workestra(tmp_path, icloud.url)
    command.connect(icloud)
    command("sync")
    run = stage.open(tmp_path / "profile", icloud.url, apart=True)

    async def story() -> None:
        await run.start()
        await until("the bookings", lambda: run.window.page is Page.BOOKINGS)
        await run.calm()
        start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=2)
        other = asyncio.to_thread(
            command, "book", "meeting", "--start", start.isoformat(), "--guest", "Grace Hopper", "--outside-rules"
        )
        own = asyncio.ensure_future(book(run, "Ada Lovelace"))
        document = await other
        booked = await own
        await until(
            "both in the list",
            lambda: sorted(row.guest for row in run.rows()) == ["Ada Lovelace", "Grace Hopper"],
            15,
        )
        synced = [InCloud.SYNCED] * 2
        await until("both in iCloud", lambda: [b.sync for b in run.now.bookings] == synced)
        assert {b.id for b in run.now.bookings} == {booked.id, document["id"]}
        assert set(icloud.list("work")) == {unquote(b.href) for b in run.now.bookings}
        await run.quit()

    stage.play(story())


def _place(server: CalDavServer, booking: Booking) -> tuple[str, str]:
    """The name of the calendar on the server and of the object in it."""
    folder, name = unquote(booking.href).rsplit("/", 1)
    return folder.rsplit("/", 1)[-1], name


def _is_at(run: OpenWindow, name: str, start: datetime) -> bool:
    booking = run.booking(name)
    return booking.start == start and booking.sync is InCloud.SYNCED


def _is(run: OpenWindow, name: str, status: Status) -> bool:
    booking = run.booking(name)
    return booking.status is status and booking.sync is InCloud.SYNCED
