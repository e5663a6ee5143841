"""A `workestra:` link through the real app: two processes, a real server, and nothing written before the host books."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from tests.support.icloud import ICloud
from tests.support.windows import OpenWindow, Stage, settle, times, until
from tests.ui.conftest import OFFSCREEN
from workestra_desktop.core.booking import InCloud
from workestra_desktop.desktop.instance import Instance
from workestra_desktop.store.profile import FILE
from workestra_desktop.ui.book_dialog import BookDialog

pytestmark = OFFSCREEN
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


def written(profile: Path) -> int:
    """Bookings and writes of them that the profile holds."""
    with closing(sqlite3.connect(f"file:{profile / FILE}?mode=ro", uri=True)) as database:
        query = "SELECT (SELECT count(*) FROM bookings) + (SELECT count(*) FROM intents)"
        return int(database.execute(query).fetchone()[0])


async def start_again(profile: Path, link: str) -> tuple[int, str]:
    """A second start, as the system makes it of a link: its exit code and what it says."""
    process = QProcess()
    process.setWorkingDirectory(str(ROOT))
    process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
    process.start(sys.executable, ["-m", "workestra_desktop", "--profile", str(profile), link])
    await until("the end of the second start", lambda: process.state() is QProcess.ProcessState.NotRunning)
    return process.exitCode(), process.readAll().toStdString()


async def filled(run: OpenWindow, guest: str) -> BookDialog:
    dialog = await run.dialog_of(BookDialog)
    assert dialog.guest.text() == guest
    return dialog


def test_a_second_start_hands_its_link_over_and_only_book_books(stage: Stage, icloud: ICloud, tmp_path: Path) -> None:
    icloud.mkcalendar("work", "Work")
    profile = tmp_path / "profile"
    run = stage.open(profile, icloud.url)
    mine = Instance(profile)
    assert mine.take()
    monday = datetime.now(UTC).date() + timedelta(days=14)
    monday -= timedelta(days=monday.weekday())
    start = datetime(monday.year, monday.month, monday.day, 12, tzinfo=UTC)
    link = f"workestra:book?guest=Ada%20Lovelace&email=ada@example.org&note=Rings&start={start:%Y-%m-%dT%H:%M:%SZ}"

    async def story() -> None:
        run.app.open_door()
        await run.start()
        await run.set_up()
        requests = len(run.requests)
        assert await start_again(profile, link) == (0, "")
        dialog = await filled(run, "Ada Lovelace")
        await until("the time", lambda: dialog.picker.decided)
        await settle()
        assert dialog.picker.chosen == start
        assert written(profile) == 0
        assert [m for m, _ in run.requests[requests:] if m not in ("PROPFIND", "REPORT")] == []
        assert icloud.list("work") == {}
        dialog.go.click()
        await until("the booking in iCloud", lambda: any(b.sync is InCloud.SYNCED for b in run.now.bookings))
        (booking,) = run.now.bookings
        assert (booking.guest, booking.email, booking.note) == ("Ada Lovelace", "ada@example.org", "Rings")
        (text,) = icloud.texts("work").values()
        assert times(text)[0] == booking.start == start

    stage.play(story())
    mine.give_back()
