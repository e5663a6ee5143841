"""Copy my times over the real engine: from a chosen day on, as a file that the host's mail can take."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.support.icalendars import vcalendar, vevent
from tests.support.icloud import ICloud
from tests.support.windows import OFFSCREEN, OpenWindow, Stage, until
from workestra_desktop.core.times import day_start
from workestra_desktop.ui.special_days import show_date
from workestra_desktop.ui.times_dialog import TimesDialog
from workestra_desktop.ui.when import zone_of

pytestmark = OFFSCREEN


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


async def _answered(dialog: TimesDialog, first: datetime) -> None:
    """Until what is offered is for the days from `first` on."""
    await until("those days", lambda: dialog.offer is not None and dialog.offer.slots[0].start >= first)


def test_times_from_a_later_day_on_lie_in_a_file_and_none_is_on_an_event(
    stage: Stage, icloud: ICloud, tmp_path: Path
) -> None:
    work = icloud.mkcalendar("work", "Work")
    run = stage.open(tmp_path / "profile", icloud.url)

    async def story() -> None:
        await run.start()
        where = zone_of(run.now.host_zone)
        today = datetime.now(where).date()
        monday = today + timedelta(days=14 - today.weekday())
        start, end = datetime.combine(monday, time(9), where), datetime.combine(monday, time(12), where)
        icloud.seed(work, {"a.ics": vcalendar(vevent("a", start.astimezone(UTC), end.astimezone(UTC)))})
        await run.set_up()
        there = icloud.list(work)
        run.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        dialog = await run.dialog_of(TimesDialog)
        show_date(dialog.first, monday)
        await _answered(dialog, day_start(monday, where))
        file = await _save(run, dialog, tmp_path)
        begun = [e.decoded("DTSTART") for e in icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")]
        assert begun and min(begun) == end and max(begun) < day_start(monday + timedelta(days=7), where)
        dialog.reject()
        await run.back()
        assert icloud.list(work) == there
        await run.quit()

    stage.play(story())


async def _save(run: OpenWindow, dialog: TimesDialog, folder: Path) -> Path:
    dialog.save.click()
    box = await run.dialog_of(QFileDialog)
    line = box.findChild(QLineEdit)
    assert isinstance(line, QLineEdit) and line.hasFocus() and line.text() == "times-meeting.ics"
    line.setText(str(folder / "times"))
    run.press(Qt.Key.Key_Return)
    await until("the file", lambda: dialog.said.text() == "Saved as times.ics.")
    return folder / "times.ics"
