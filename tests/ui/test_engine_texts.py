"""Names of calendars and guests are texts of strangers: shown as they are written, never as markup."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.windows import OFFSCREEN, OpenWindow, Stage, settle, until
from workestra_desktop.core.booking import InCloud
from workestra_desktop.core.commands import Book, SyncNow
from workestra_desktop.core.notice import NoticeKind
from workestra_desktop.ical.amend import amend
from workestra_desktop.ui.book_dialog import BookDialog
from workestra_desktop.ui.cancel_dialog import CancelDialog
from workestra_desktop.ui.notice_words import notice_words
from workestra_desktop.ui.reschedule_dialog import RescheduleDialog
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN

CALENDAR = "<b>x</b>"
GUEST = "<img src=x>"


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


def look_over(root: QWidget) -> str:
    """All that `root` shows, after making sure that none of it is taken for markup."""
    seen: list[str] = []
    for shown in root.findChildren(QLabel):
        if "<" in shown.text():
            assert shown.textFormat() is Qt.TextFormat.PlainText, (shown.objectName(), shown.text())
        seen.append(shown.text())
    for widget in [root, *root.findChildren(QWidget)]:
        _harmless(widget.toolTip())
        seen.append(widget.windowTitle())
    return "\n".join(seen)


def _harmless(tip: str) -> None:
    """A tooltip is read as rich text as soon as it looks like it: then every tag in it must be ours."""
    assert "<b>" not in tip and "<img" not in tip, tip


def test_markup_is_only_text(stage: Stage, icloud: ICloud, tmp_path: Path) -> None:
    icloud.mkcalendar("work", CALENDAR)
    today = datetime.now(UTC)
    icloud.put("work", "odd.ics", event("odd", today, today + timedelta(hours=1), summary="<i>odd</i>"))
    run = stage.open(tmp_path / "profile", icloud.url)

    async def story() -> None:
        page = run.window.bookings_page
        await run.start()
        await run.sign_in()
        await until("the calendar page", lambda: run.window.page is Page.CALENDARS)
        await settle()
        assert CALENDAR in look_over(run.window.calendars_page)
        run.window.calendars_page.submit()
        await until("the last page", lambda: run.window.page is Page.DONE)
        assert CALENDAR in look_over(run.window.done_page)
        run.window.done_page.open.click()
        await run.calm()

        start = (datetime.now(UTC) + timedelta(days=2)).replace(minute=0, second=0, microsecond=0)
        booking = await run.app.courier.ask(Book("meeting", start, GUEST, note="<u>n</u>", outside_rules=True))
        await until("its row", lambda: [b.sync for b in run.listed()] == [InCloud.SYNCED])
        row = run.rows()[0]
        assert row.guest == GUEST
        assert row.calendar == CALENDAR
        for at in range(page.model.rowCount()):
            _harmless(page.model.index(at).data(Qt.ItemDataRole.ToolTipRole) or "")
        page.select(booking.id)
        await settle()
        assert page.detail.isVisible()
        shown = look_over(page)
        assert GUEST in shown and CALENDAR in shown
        assert page.detail.note.toPlainText() == "<u>n</u>"
        text, _ = icloud.get(unquote(booking.href))
        assert GUEST in text

        await _each_dialog(run)

        moved = start + timedelta(days=1)
        later = amend(text, booking.uid, moved, moved + timedelta(minutes=30), booking.timezone, run.now.taken_at)
        icloud.put("work", unquote(booking.href).rsplit("/", 1)[-1], later)
        await run.app.courier.ask(SyncNow())
        await until("the notice", page.notices.isVisible)
        look_over(run.window)
        assert [n.kind for n in run.notices] == [NoticeKind.MOVED]
        for part in notice_words(run.notices[0], ZoneInfo("UTC"), run.now.taken_at):
            assert "<" not in part and ">" not in part
        _harmless(run.window.tray.icon.toolTip())
        await run.quit()

    stage.play(story())


async def _each_dialog(run: OpenWindow) -> None:
    window = run.window
    window.new_booking()
    booking = await run.dialog_of(BookDialog)
    look_over(booking)
    booking.reject()
    await run.back()
    window.bookings_page.ask_reschedule()
    moving = await run.dialog_of(RescheduleDialog)
    assert GUEST in look_over(moving)
    moving.reject()
    await run.back()
    window.bookings_page.ask_cancel()
    cancelling = await run.dialog_of(CancelDialog)
    assert GUEST in look_over(cancelling)
    cancelling.reject()
    await run.back()
