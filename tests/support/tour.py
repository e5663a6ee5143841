"""A walk through the window: every page and dialog, with something to show in each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from tests.support.snapshots import CALENDARS, NEW, NOW, a_block, a_booking, a_snapshot
from tests.ui.conftest import Scene
from workestra_desktop.core.booking import Agreed, By, InCloud, Status
from workestra_desktop.core.calendar import Reason
from workestra_desktop.core.choices import Choice, OpenQuestion
from workestra_desktop.core.interval import Span
from workestra_desktop.core.radar import Overlap
from workestra_desktop.core.said import said
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.ui.entrance import Entrance
from workestra_desktop.ui.window import Page

_MOVED_TWICE = said("It was moved here and in iCloud at the same time.")
BOOKINGS = (
    a_booking("anna", "Anna", 1, email="anna@example.org", note="Bring 7", location="Street 1",
              meeting_url="https://example.org/a"),
    a_booking("ben", "Ben", 1.1, sync=InCloud.WAITING),
    a_booking("carl", "Carl", 2, sync=InCloud.FAILED, status=Status.ATTENTION,
              concern=_MOVED_TWICE, agreed=Agreed(NOW, NOW, "e")),
    a_booking("dora", "Dora", 3, status=Status.CANCELLED, cancelled_by=By.ICLOUD),
    a_booking("emil", "Emil", -2),
)  # fmt: skip
ANNA, BEN, CARL, DORA, EMIL = BOOKINGS
OVERLAP = Overlap("anna", "Dentist", CALENDARS[1].id, "Dentist", ANNA.start, ANNA.end, ANNA.start, NOW)
DATA = frozenset({
    "Anna", "Ben", "Carl", "Dora", "Emil", "Dentist", "Bring", "Street", "anna", "example", "org", "https", "host",
    "Work", "Personal", "Family", "Meeting", "Lesson", "meeting", "lesson", "Europe", "Berlin", "UTC", "CET",
})  # fmt: skip
"""Words that are no texts of the app: names, addresses, zones."""


def busy_snapshot() -> Snapshot:
    """Something of everything."""
    problem = said("This is not a calendar entry.")
    return a_snapshot(
        *BOOKINGS,
        state=State.ATTENTION,
        waiting=2,
        problems=(
            Trouble(Code.CALENDAR_GONE, Scope.CALENDAR, "Work", count=2),
            Trouble(
                Code.NEEDS_ATTENTION, Scope.BOOKING, said("{booking}: {concern}", booking="Carl", concern=_MOVED_TWICE)
            ),
            Trouble(
                Code.UNREADABLE_EVENT,
                Scope.CALENDAR,
                said("In “{calendar}”: {problem}", calendar="Work", problem=problem),
            ),
        ),
        questions=(
            OpenQuestion(
                "carl",
                (Choice.TAKE_ICLOUD, Choice.KEEP_MINE, Choice.CANCEL),
                Span(CARL.start + timedelta(hours=3), CARL.end + timedelta(hours=3)),
            ),
        ),
        overlaps=(OVERLAP,),
    )


async def walk(scene: Scene, look: Callable[[str, QWidget], None]) -> None:
    """Calls `look` with a name and the window or dialog that came up."""
    window, engine = scene.window, scene.engine
    engine.bookings = BOOKINGS
    engine.blocks = (
        a_block("Dentist", NOW + timedelta(days=1, hours=2)),
        a_block("Family", NOW + timedelta(days=2), 24 * 60, Reason.ALL_DAY),
    )
    window.show_snapshot(NEW)
    await scene.show()
    look("connect", window)
    window.show_snapshot(a_snapshot(setup_done=False))
    await scene.settle()
    look("calendars", window)
    window.show_snapshot(a_snapshot())
    window.pages.go(Page.BOOKINGS)
    await scene.settle()
    look("empty", window)
    window.show_snapshot(busy_snapshot())
    await scene.settle()
    for booking in BOOKINGS:
        window.bookings_page.select(booking.id)
        await scene.settle()
        look(f"booking-{booking.id}", window)
    window.pages.go(Page.WEEK)
    await scene.until(lambda: bool(engine.asked))
    await scene.settle()
    look("week", window)
    window.pages.go(Page.BOOKINGS)
    dialogs = window.dialogs
    openings: list[tuple[str, Callable[[], None]]] = [
        ("book", lambda: dialogs.book(None)),
        ("reschedule", lambda: dialogs.reschedule(ANNA)),
        ("cancel", lambda: dialogs.cancel(ANNA)),
        ("let-go", lambda: dialogs.let_go(CARL)),
        ("links", lambda: dialogs.links(None)),
        ("times", dialogs.copy_times),
        *((f"settings-{entrance.value}", lambda e=entrance: dialogs.settings(e)) for entrance in Entrance),
    ]
    for name, begin in openings:
        begin()
        await scene.settle()
        front = dialogs.front
        assert front is not None, name
        look(name, front)
        front.done(0)
        await scene.until(lambda: dialogs.front is None)
