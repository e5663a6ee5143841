"""Events on top of bookings: told in bar, list, details and notice, and answered; by hand and on a real server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.support.servers import CalDavServer
from tests.support.snapshots import CALENDARS, NOW, a_booking, a_snapshot
from tests.support.windows import OpenWindow, Stage, until
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.booking import Booking, InCloud
from workestra_desktop.core.commands import Book, SettleOverlap
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.radar import Overlap, OverlapState
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.ui.bookings_lists import Which
from workestra_desktop.ui.reschedule_dialog import RescheduleDialog

pytestmark = OFFSCREEN
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier

ANNA, BEN, CLEO = a_booking("anna", "Anna", 1), a_booking("ben", "Ben", 2), a_booking("cleo", "Cleo", 3)
HOSTILE = "<b>Bold</b> & <img src='https://example.org/x.png'> \u202eevil"
SHOWN = "<b>Bold</b> & <img src='https://example.org/x.png'> evil"


def on(booking: Booking, title: str = "Dentist", after: int = 15, minutes: int = 45, **fields: object) -> Overlap:
    """An event in “Personal” that begins `after` minutes after the booking."""
    start = booking.start + timedelta(minutes=after)
    end = start + timedelta(minutes=minutes)
    return replace(
        Overlap(booking.id, title, CALENDARS[1].id, title, start, end, booking.start, NOW),
        **fields,  # type: ignore[arg-type]
    )


def told(*overlaps: Overlap) -> Snapshot:
    """As the engine tells it: one trouble each, in the order of the overlaps."""
    titles = {b.id: b.title for b in (ANNA, BEN, CLEO)}
    problems = tuple(
        Trouble(Code.CONFLICT, Scope.BOOKING, f"“{o.title}” lies on “{titles[o.booking]}”.") for o in overlaps
    )
    state = State.ATTENTION if overlaps else State.UP_TO_DATE
    return a_snapshot(ANNA, BEN, CLEO, overlaps=overlaps, problems=problems, state=state)


def click(widget: QWidget) -> None:
    assert widget.isVisible()
    assert widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def bare(button: QPushButton) -> str:
    return button.text().replace("&", "")


def test_the_bar_names_both_and_leads_to_the_booking(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(told(on(BEN)))
        await scene.show()
        page = scene.window.bookings_page
        page.select("anna")
        assert not page.detail.panel.isVisible()
        assert page.problems.title.text() == "“Dentist” lies on the booking with Ben"
        assert page.problems.message.text() == (
            "The event is Wed 25 Nov, 10:15 – 11:00; the booking is 10:00 – 10:30. Both stay until you decide."
        )
        assert page.problems.action.text() == "Decide"
        assert page.model.line(BEN).state == "An event lies on it"
        click(page.problems.action)
        assert page.selected == BEN
        panel = page.detail.panel
        assert panel.isVisible()
        assert panel.title.text() == "“Dentist” in “Personal” is at that time"
        assert panel.meaning.text() == page.problems.message.text()
        assert [bare(b) for b in panel.buttons] == ["Move booking…", "Keep both", "Ignore"]
        assert all("Ben" in b.accessibleName() and "Dentist" in b.accessibleName() for b in panel.buttons)
        assert "never asked" in panel.buttons[1].toolTip()
        assert "if one of the two moves" in panel.buttons[2].toolTip()
        assert not page.detail.move_button.isVisible()
        assert page.detail.cancel_button.isVisible()

    scene.play(story)


@pytest.mark.parametrize(
    ("key", "state", "doing"),
    [
        (Qt.Key.Key_K, OverlapState.KEPT, "Keeping both…"),
        (Qt.Key.Key_I, OverlapState.IGNORED, "Ignoring it…"),
    ],
)
def test_both_are_kept_or_it_is_ignored(scene: Scene, key: Qt.Key, state: OverlapState, doing: str) -> None:
    async def story() -> None:
        scene.window.show_snapshot(told(on(ANNA)))
        await scene.show()
        page = scene.window.bookings_page
        QTest.keyClick(scene.window, key, ALT)
        await scene.until(lambda: bool(scene.engine.open))
        panel = page.detail.panel
        assert panel.doing.text() == doing and not any(b.isEnabled() for b in panel.buttons)
        scene.engine.reply = lambda _: None
        scene.engine.answer(scene.engine.open[0])
        await scene.settle()
        scene.window.show_snapshot(told())
        assert not panel.isVisible() and not page.problems.isVisible()
        assert page.detail.move_button.isVisible()

    scene.play(story)
    assert scene.engine.of(SettleOverlap) == [SettleOverlap("anna", "Dentist", state)]


def test_moving_the_booking_opens_the_usual_dialog(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(told(on(ANNA)))
        await scene.show()
        QTest.keyClick(scene.window, Qt.Key.Key_M, ALT)
        dialog = await scene.dialog()
        assert isinstance(dialog, RescheduleDialog)
        scene.press(Qt.Key.Key_Escape)
        await scene.until(lambda: scene.window.dialogs.front is None)

    scene.play(story)
    assert scene.engine.of(SettleOverlap) == []


def test_each_of_several_can_be_answered(scene: Scene) -> None:
    """Two events on one booking, of which the other is answered first, and one on another booking, by the list."""
    scene.engine.reply = lambda _: None
    dentist, school, plumber = on(ANNA), on(ANNA, "School", 0), on(CLEO, "Plumber")

    async def story() -> None:
        scene.window.show_snapshot(told(dentist, school, plumber))
        await scene.show()
        page, panel = scene.window.bookings_page, scene.window.bookings_page.detail.panel
        assert page.segments[Which.ATTENTION].text() == "To decide (2)"
        assert page.problems.more.text() == "and 2 more"
        assert panel.place.text() == "1 of 2"
        QTest.keyClick(scene.window, Qt.Key.Key_X, ALT)
        await scene.until(lambda: panel.place.text() == "2 of 2")
        assert panel.title.text().startswith("“School”")
        click(panel.buttons[1])
        await scene.until(lambda: bool(scene.engine.asked))
        await scene.settle()
        scene.window.show_snapshot(told(dentist, plumber))
        assert panel.title.text().startswith("“Dentist”")
        assert not panel.next.isVisible()
        click(page.problems.more)
        await scene.settle()
        rows = [b for b in scene.window.findChildren(QPushButton) if b.objectName() == "problem_list_action"]
        assert [b.accessibleName() for b in rows] == [
            "Decide – “Dentist” lies on the booking with Anna", "Decide – “Plumber” lies on the booking with Cleo"
        ]  # fmt: skip
        rows[1].click()
        assert page.selected == CLEO
        assert panel.title.text().startswith("“Plumber”")
        click(panel.buttons[2])
        await scene.until(lambda: len(scene.engine.asked) == 2)

    scene.play(story)
    assert scene.engine.asked == [
        SettleOverlap("anna", "School", OverlapState.KEPT), SettleOverlap("cleo", "Plumber", OverlapState.IGNORED)
    ]  # fmt: skip


def test_the_bar_brings_the_event_it_names_not_the_first_of_the_booking(scene: Scene) -> None:
    """Two events of one name on one booking are told apart by which of them they are."""
    early, late = on(ANNA, after=-20, minutes=25, uid="early"), on(ANNA, uid="late")

    async def story() -> None:
        scene.window.show_snapshot(told(early, late))
        await scene.show()
        page = scene.window.bookings_page
        click(page.problems.more)
        await scene.settle()
        rows = [b for b in scene.window.findChildren(QPushButton) if b.objectName() == "problem_list_action"]
        rows[1].click()
        assert page.detail.panel.place.text() == "2 of 2"
        assert "10:15 – 11:00" in page.detail.panel.meaning.text()

    scene.play(story)


@pytest.mark.parametrize(
    ("overlap", "title", "meaning"),
    [
        (on(ANNA, "Bus", -15, 15), "“Bus” in “Personal” is in the time kept free around it", "09:45 – 10:00"),
        (on(ANNA, "", 0, 30), "“Event without a title” in “Personal” is at that time", "10:00 – 10:30"),
        (
            on(ANNA, "Trip", -24 * 60, 48 * 60), "“Trip” in “Personal” is at that time",
            "The event is Mon 23 Nov, 10:00 – Wed 25 Nov, 10:00; the booking is Tue 24 Nov, 10:00 – 10:30.",
        ),
        (on(ANNA, "Gone", calendar="/1/calendars/nowhere/"), "“Gone” is at that time", "10:15 – 11:00"),
        (on(ANNA, HOSTILE), f"“{SHOWN}” in “Personal” is at that time", "10:15 – 11:00"),
    ],
)  # fmt: skip
def test_what_is_said_of_an_event(scene: Scene, overlap: Overlap, title: str, meaning: str) -> None:
    async def story() -> None:
        scene.window.show_snapshot(told(overlap))
        await scene.show()
        page = scene.window.bookings_page
        assert page.detail.panel.title.text() == title
        assert meaning in page.detail.panel.meaning.text()
        for widget in (page.problems.title, *page.detail.panel.buttons):
            assert "<b>" not in widget.toolTip() and "<img" not in widget.toolTip()
        for text in (page.problems.title, page.problems.message, page.detail.panel.title, page.detail.panel.meaning):
            assert text.textFormat() is Qt.TextFormat.PlainText

    scene.play(story)


def test_the_notice_leads_there_and_goes_once_it_is_decided(scene: Scene) -> None:
    overlap = on(CLEO, HOSTILE)

    async def story() -> None:
        scene.window.show_snapshot(told(overlap))
        await scene.show()
        page = scene.window.bookings_page
        page.select("anna")
        scene.window.show_notice(Notice(NoticeKind.CONFLICT, CLEO, overlap=overlap))
        text = page.notices.text.text()
        assert text.startswith("An event lies on the booking with Cleo. “‹b›Bold‹/b› & ‹img src=")
        assert text.endswith("the booking is Thu 26 Nov, 10:00 – 10:30. Both stay until you decide.")
        click(page.notices.look)
        assert page.selected == CLEO and page.detail.panel.isVisible()
        scene.window.show_snapshot(told(overlap, on(ANNA)))
        assert page.notices.isVisible()
        scene.window.show_snapshot(told(on(ANNA)))
        assert not page.notices.isVisible()
        scene.window.show_notice(Notice(NoticeKind.MOVED, CLEO))
        scene.window.show_snapshot(told())
        assert page.notices.isVisible()

    scene.play(story)


# --- on a real server -----------------------------------------------------------------------------------------------


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


def ask(run: OpenWindow, command: Book) -> None:
    async def work() -> None:
        await run.window._courier.ask(command)

    run.window._courier.spawn(work())


def event(uid: str, start: datetime) -> str:
    """An hour's event that the host adds on the phone."""
    return "\r\n".join(
        (
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Phone//EN", "BEGIN:VEVENT", f"UID:{uid}",
            "DTSTAMP:20260101T000000Z", f"DTSTART:{start:%Y%m%dT%H%M%SZ}", "DURATION:PT1H", f"SUMMARY:{uid}",
            "END:VEVENT", "END:VCALENDAR", "",
        )
    )  # fmt: skip


def test_the_whole_way_on_a_real_server(stage: Stage, icloud: CalDavServer, tmp_path: Path) -> None:
    """Two events on one booking: one is kept, and stays settled at the next sync; for the other the booking moves."""
    icloud.mkcalendar("work", "Work", order=1)
    run = stage.open(tmp_path / "profile", icloud.url)
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=2)
    page, panel = run.window.bookings_page, run.window.bookings_page.detail.panel

    async def sync() -> None:
        polled = run.now.last_poll
        run.press(Qt.Key.Key_R, CTRL)
        await until(
            "a sync", lambda: run.now.last_poll != polled and run.now.state is not State.SYNCING
        )  # fmt: skip

    async def story() -> None:
        await run.start()
        await run.set_up()
        ask(run, Book("meeting", start, "Ada", outside_rules=True))
        await until("the booking", lambda: any(b.sync is InCloud.SYNCED for b in run.now.bookings))
        (booking,) = run.now.bookings
        icloud.put("work", "dentist.ics", event("Dentist", start))
        await sync()
        await until("the question", panel.isVisible)
        assert page.problems.title.text() == "“Dentist” lies on the booking with Ada"
        assert "Dentist" in page.notices.text.text()
        assert [n.kind for n in run.notices] == [NoticeKind.CONFLICT]
        click(page.problems.action)
        QTest.keyClick(run.window, Qt.Key.Key_K, ALT)
        await until("it settled", lambda: run.now.overlaps == () and not panel.isVisible())
        assert not page.problems.isVisible() and not page.notices.isVisible()
        await sync()
        assert run.now.overlaps == () and len(run.notices) == 1

        icloud.put("work", "school.ics", event("School", start))
        await sync()
        await until("the second question", panel.isVisible)
        assert panel.title.text().startswith("“School” in “Work”") and not panel.next.isVisible()
        QTest.keyClick(run.window, Qt.Key.Key_M, ALT)
        dialog = await run.dialog_of(RescheduleDialog)
        await until("free times", lambda: dialog.picker.days.count() > 0)
        for row in range(dialog.picker.days.count()):
            dialog.picker.days.setCurrentRow(row)
            if dialog.picker.times.count():
                break
        dialog.picker.times.setCurrentRow(0)
        moved_to = dialog.picker.chosen
        run.press(Qt.Key.Key_Return)
        await until("the move", lambda: run.booking(booking.id).start == moved_to != start)
        await run.back()
        await until("it in iCloud", lambda: run.booking(booking.id).sync is InCloud.SYNCED)
        await sync()
        await until("nothing to decide", lambda: run.now.overlaps == () and not panel.isVisible())
        assert run.now.state is State.UP_TO_DATE

    stage.play(story())
