"""The set-up is left at each of its steps and taken up again, over the stand-in; iCloud hears of nothing but reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.icloud import ICloud
from tests.support.keyring_backend import MemoryKeyring
from tests.support.servers import PASSWORD
from tests.support.windows import OFFSCREEN, Stage, settle, until
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN
READS = {"PROPFIND", "REPORT", "GET", "OPTIONS"}


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


def test_it_can_be_left_at_each_step(stage: Stage, icloud: ICloud, keychain: MemoryKeyring, tmp_path: Path) -> None:
    icloud.mkcalendar("work", "Work")
    icloud.mkcalendar("home", "Home")
    before = [icloud.list(name) for name in ("work", "home")]
    profile = tmp_path / "profile"
    runs = [stage.open(profile, icloud.url) for _ in range(1)]

    async def story() -> None:
        # 1 and 2: left while the password is typed.
        run = runs[0]
        await run.start()
        assert run.window.page is Page.CONNECT
        run.write(icloud.user)
        run.window.connect_page.password.setFocus()
        run.write(PASSWORD)
        await settle()
        assert not run.window.connect_page.stop.isVisible(), "a whole password is not sent by itself"
        await run.quit()
        assert not run.requests, "nothing is sent before the host says so"
        for file in (path for path in profile.rglob("*") if path.is_file()):
            assert PASSWORD.encode() not in file.read_bytes(), file.name

        run = stage.open(profile, icloud.url)
        runs.append(run)
        await run.start()
        page = run.window.connect_page
        await until("the Apple ID", lambda: page.apple_id.text() == icloud.user)
        assert run.window.page is Page.CONNECT and page.password.text() == ""
        await until("the focus", lambda: run.focus is page.password)
        QTest.keyClicks(page.password, PASSWORD)
        page.submit()
        await until("the calendar page", lambda: run.window.page is Page.CALENDARS)
        assert not (profile / "apple-id.draft").exists(), "the account remembers it now"

        # 3: left after another calendar was chosen, and one taken out of the busy ones.
        rows = {row.name.text(): row for row in run.window.calendars_page._rows.values()}
        other = next(row for row in rows.values() if row.write.isEnabled() and not row.write.isChecked())
        chosen, idle = other.name.text(), next(name for name, row in rows.items() if row is not other)
        other.write.click()
        rows[idle].busy.click()
        await until("the choice", lambda: any(c.write_to and c.name == chosen for c in run.now.calendars))
        await until("the busy ones", lambda: any(not c.busy and c.name == idle for c in run.now.calendars))
        await run.quit()

        run = stage.open(profile, icloud.url)
        runs.append(run)
        await run.start()
        await until("the calendar page", lambda: run.window.page is Page.CALENDARS)
        rows = {row.name.text(): row for row in run.window.calendars_page._rows.values()}
        assert [name for name, row in rows.items() if row.write.isChecked()] == [chosen]
        assert [name for name, row in rows.items() if not row.busy.isChecked()] == [idle]
        run.window.calendars_page.submit()
        await until("the last page", lambda: run.window.page is Page.DONE)
        assert chosen in run.window.done_page.summary.text()
        await run.quit()

        # 4: there is nothing left to ask.
        run = stage.open(profile, icloud.url)
        runs.append(run)
        await run.start()
        await until("the bookings", lambda: run.window.page is Page.BOOKINGS)
        await run.calm()
        await run.quit()

    stage.play(story())
    sent = {method for run in runs for method, _ in run.requests}
    assert "PROPFIND" in sent and sent <= READS
    assert [icloud.list(name) for name in ("work", "home")] == before == [{}, {}]
