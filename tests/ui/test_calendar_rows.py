"""What a row of the calendar page says of its calendar."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QApplication

from tests.support.snapshots import CALENDARS, NOW, a_calendar, a_snapshot
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.ui.calendar_row import CalendarRow
from workestra_desktop.ui.calendars_page import CalendarsPage


def marks(page: CalendarsPage) -> list[str]:
    return [row.marks.text() for row in page.findChildren(CalendarRow)]


def test_each_calendar_shows_its_own_age(qapp: QApplication) -> None:
    page = CalendarsPage()
    stale = a_calendar(
        "old", "Old", read_at=NOW - timedelta(days=2), problem=Trouble(Code.ICLOUD_DOWN, Scope.CALENDAR, "Old")
    )
    page.show_snapshot(a_snapshot(calendars=(CALENDARS[0], stale, a_calendar("new", "New", read_at=None))))
    assert marks(page) == [
        "iCloud's default · 12 events · as of 10:42",
        "12 events · as of Sat 21 Nov, 10:42",
        "not read yet",
    ]
    page.deleteLater()


def test_the_age_goes_on_with_the_reading(qapp: QApplication) -> None:
    page = CalendarsPage()
    page.show_snapshot(a_snapshot())
    later = NOW + timedelta(minutes=10)
    page.show_snapshot(a_snapshot(calendars=(a_calendar("work", "Work", read_at=later),), taken_at=later))
    assert marks(page)[-1].endswith("as of 10:52")
    page.deleteLater()
