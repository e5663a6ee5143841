"""The set-up and the main window, with keys where a host would use keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from tests.support.snapshots import CALENDARS, NEW, NOW, a_booking, a_calendar, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.booking import GONE_TOGETHER, Booking, By, InCloud, Status
from workestra_desktop.core.commands import (
    Command,
    FinishSetup,
    Result,
    Select,
    SettleGone,
    SignedIn,
    SignIn,
    SyncNow,
    SyncReport,
)
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.snapshot import Progress, Snapshot, State
from workestra_desktop.core.trouble import Code, Trouble, fail
from workestra_desktop.ui.bookings_lists import Which
from workestra_desktop.ui.gone_dialog import GoneDialog
from workestra_desktop.ui.link_dialog import LinkDialog
from workestra_desktop.ui.window import MainWindow, Page, page_for

pytestmark = OFFSCREEN
CTRL = Qt.KeyboardModifier.ControlModifier
NO_KEYCHAIN = SignedIn("host@example.org", CALENDARS, CALENDARS[0].id, password_kept=False)


def welcome(command: Command) -> Result:
    match command:
        case SignIn():
            return replace(NO_KEYCHAIN, password_kept=True)
        case Select():
            return CALENDARS
        case SyncNow():
            return SyncReport()
        case _:
            return None


def make_all(window: MainWindow) -> None:
    """The pages that no host has wanted yet."""
    for page in (window.connect_page, window.calendars_page, window.done_page, window.week_page):
        assert not page.isVisible()


@pytest.mark.parametrize(
    ("snapshot", "page"),
    [
        (NEW, Page.CONNECT),
        (a_snapshot(setup_done=False), Page.CALENDARS),
        (a_snapshot(), Page.BOOKINGS),
        (a_snapshot(password_forgotten=True), Page.CONNECT),
        (a_snapshot(connected=False), Page.CONNECT),
    ],
)
def test_the_page_at_the_start(scene: Scene, snapshot: Snapshot, page: Page) -> None:
    scene.window.show_snapshot(snapshot)
    assert scene.window.page is page is page_for(snapshot)


def test_the_set_up_with_keys_alone(scene: Scene) -> None:
    scene.engine.reply = welcome
    window = scene.window

    async def story() -> None:
        window.show_snapshot(NEW)
        await scene.show()
        assert scene.focus is window.connect_page.apple_id
        scene.type("host@example.org")
        scene.press(Qt.Key.Key_Tab)
        assert scene.focus is window.connect_page.password
        scene.type("ABCD efgh-ijklmnop")
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: window.page is Page.CALENDARS)
        assert scene.engine.asked == [SignIn("host@example.org", "abcd-efgh-ijkl-mnop")]
        assert window.connect_page.password.text() == ""
        window.show_snapshot(a_snapshot(setup_done=False, complete=False))
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: window.page is Page.DONE)
        assert scene.engine.asked[1:] == [Select(CALENDARS[0].id, tuple(c.id for c in CALENDARS)), FinishSetup()]
        window.show_snapshot(a_snapshot())
        assert scene.at(Page.DONE)
        scene.press(Qt.Key.Key_Return)
        assert scene.at(Page.BOOKINGS)

    scene.play(story)


def test_the_password_goes_even_if_the_snapshot_comes_before_the_answer(scene: Scene) -> None:
    page = scene.window.connect_page

    async def story() -> None:
        scene.window.show_snapshot(NEW)
        await scene.show()
        page.apple_id.setText("host@example.org")
        page.password.setText("abcdefghijklmnop")
        page.submit()
        await scene.until(lambda: bool(scene.engine.open))
        scene.window.show_snapshot(a_snapshot(setup_done=False))
        assert scene.at(Page.CALENDARS)
        assert page.password.text() == ""
        scene.engine.reply = welcome
        scene.engine.answer(scene.engine.open[0])
        await scene.settle()
        assert scene.at(Page.CALENDARS)
        assert page.connect_button.isEnabled()

    scene.play(story)


def test_a_regular_password_is_not_sent(scene: Scene) -> None:
    page = scene.window.connect_page

    async def story() -> None:
        scene.window.show_snapshot(NEW)
        await scene.show()
        page.apple_id.setText("host@example.org")
        page.password.setText("Hunter2!hunter2!")
        assert "normal password" in page.hint.text()
        page.submit()
        assert page.trouble.title.text() == "That isn't an app-specific password"
        assert page.trouble.action.text() == "Get one from Apple"
        page.apple_id.setText("host")
        page.password.setText("abcd efgh ijkl mnop")
        page.submit()
        assert "e-mail address" in page.trouble.message.text()
        await scene.settle()

    scene.play(story)
    assert scene.engine.asked == []


def test_a_refused_sign_in_tells_one_cause_and_goes_on(scene: Scene) -> None:
    page = scene.window.connect_page

    def refuse(_: Command) -> Result:
        raise fail(Code.SIGN_IN_REFUSED)

    async def story() -> None:
        scene.window.show_snapshot(NEW)
        await scene.show()
        page.apple_id.setText("host@example.org")
        page.password.setText("abcdefghijklmnop")
        scene.engine.reply = refuse
        page.submit()
        await scene.until(page.trouble.isVisible)
        assert page.trouble.title.text() == "Apple didn't accept this sign-in"
        assert scene.focus is page.password
        assert page.connect_button.isEnabled()

    scene.play(story)


def test_a_sign_in_that_hangs_can_be_stopped(scene: Scene) -> None:
    page = scene.window.connect_page

    async def story() -> None:
        scene.window.show_snapshot(NEW)
        await scene.show()
        page.apple_id.setText("host@example.org")
        page.password.setText("abcdefghijklmnop")
        page.submit()
        page.submit()
        await scene.until(lambda: bool(scene.engine.open))
        assert page.stop.isVisible()
        assert not page.connect_button.isEnabled()
        scene.press(Qt.Key.Key_Escape)
        assert page.connect_button.isEnabled()
        scene.engine.reply = welcome
        scene.engine.answer(scene.engine.open[0])
        await scene.settle()
        assert scene.at(Page.CONNECT)

    scene.play(story)
    assert len(scene.engine.asked) == 1


def test_without_a_keychain_it_is_said(scene: Scene) -> None:
    scene.engine.reply = lambda _: NO_KEYCHAIN

    async def story() -> None:
        scene.window.show_snapshot(NEW)
        await scene.show()
        scene.window.connect_page.apple_id.setText("host@example.org")
        scene.window.connect_page.password.setText("abcdefghijklmnop")
        scene.window.connect_page.submit()
        await scene.until(lambda: scene.window.page is Page.CALENDARS)
        assert "no usable keychain" in scene.window.calendars_page.note.text()
        assert scene.window.calendars_page.note.isVisible()

    scene.play(story)


def test_a_forgotten_password_keeps_the_account(scene: Scene) -> None:
    scene.engine.reply = welcome

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(password_forgotten=True))
        await scene.show()
        page = scene.window.connect_page
        assert page.apple_id.text() == "host@example.org"
        assert "not in this computer's keychain" in page.lead.text()
        assert scene.focus is page.password
        scene.type("abcdefghijklmnop")
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: scene.window.page is Page.BOOKINGS)

    scene.play(story)


def test_calendars_keep_what_the_host_chose_while_they_are_read(scene: Scene) -> None:
    page = scene.window.calendars_page
    chosen: list[tuple[str, tuple[str, ...]]] = []
    page.accepted.connect(lambda write_to, busy: chosen.append((write_to, busy)))

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(setup_done=False, complete=False))
        scene.window.show_progress(Progress(2, 3, "Family", 120, 400, 1_249_000))
        await scene.show()
        assert page.progress_line.text() == "Reading 3 of 3: Family — 120 of 400 events, 1.2 MB"
        rows = list(page._rows.values())
        assert [row.write.isEnabled() for row in rows] == [True, True, False]
        assert rows[0].write.isChecked()
        rows[1].write.click()
        rows[2].busy.click()
        more = (*CALENDARS[:2], replace(CALENDARS[2], events=400), a_calendar("new", "New"))
        scene.window.show_snapshot(a_snapshot(setup_done=False, calendars=more))
        await scene.settle()
        assert page.progress_line.text() == ""
        page.submit()
        await scene.settle()

    scene.play(story)
    personal, new = CALENDARS[1].id, "/1/calendars/new/"
    assert chosen == [(personal, (CALENDARS[0].id, personal, new))]


@pytest.mark.parametrize("count", [3, 30])
def test_the_heads_stand_above_their_columns(scene: Scene, count: int) -> None:
    many = tuple(a_calendar(f"c{i}", f"Calendar {i}", write_to=i == 0) for i in range(count))

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(setup_done=False, calendars=many))
        await scene.show()
        page = scene.window.calendars_page
        row = page._rows[many[0].id]
        for text, below in (("Write to", row.write), ("Busy", row.busy)):
            head = next(x for x in page.findChildren(QLabel) if x.text() == text)
            middles = [w.mapTo(page, w.rect().center()).x() for w in (head, below)]
            assert abs(middles[0] - middles[1]) <= 2, text

    scene.play(story)


def test_a_calendar_that_cannot_be_read_says_so(scene: Scene) -> None:
    odd = a_calendar("odd", "Odd", problem=Trouble(Code.ICLOUD_DOWN))
    scene.window.show_snapshot(a_snapshot(setup_done=False, calendars=(odd,)))
    row = scene.window.calendars_page._rows[odd.id]
    assert row.problem.text().startswith("iCloud isn't answering right now.")


THREE = (
    a_booking("soon", "Anna", 1, note="Wants the blue book"),
    a_booking("later", "Ben", 2, email="ben@example.org", link="lesson"),
    a_booking("now", "Cleo", 0, end=NOW + timedelta(minutes=1)),
    a_booking("past", "Dan", -3),
    a_booking("off", "Eve", 3, status=Status.CANCELLED, cancelled_by=By.ICLOUD),
)


def listed(scene: Scene) -> list[str]:
    return [booking.id for booking in scene.window.bookings_page.model.bookings]


def test_the_three_lists(scene: Scene) -> None:
    page = scene.window.bookings_page
    scene.window.show_snapshot(a_snapshot(*THREE))
    shown = [s.text() for s in page.segments.values() if not s.isHidden()]
    assert shown == ["Upcoming (3)", "Past (1)", "Cancelled (1)"]
    assert listed(scene) == ["now", "soon", "later"]
    page.show_list(Which.PAST)
    assert listed(scene) == ["past"]
    page.show_list(Which.CANCELLED)
    assert listed(scene) == ["off"]
    assert page.selected is not None
    assert page.selected.id == "off"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ANNA", ["soon"]), ("ben@", ["later"]), ("blue book", ["soon"]), ("lesson", ["later"]), ("dan", []), (".*", [])],
)
def test_search(scene: Scene, typed: str, found: list[str]) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(*THREE))
        await scene.show()
        scene.press(Qt.Key.Key_F, CTRL)
        assert scene.focus is scene.window.bookings_page.search
        scene.type(typed)
        assert listed(scene) == found
        if not found:
            assert scene.window.bookings_page.empty.title.text() == "Nothing found"
        chosen = scene.window.bookings_page.selected
        assert (chosen.id if chosen else None) == (found[0] if found else None)
        scene.press(Qt.Key.Key_Escape)
        assert listed(scene) == ["now", "soon", "later"]
        chosen = scene.window.bookings_page.selected
        assert chosen is not None
        assert not found or chosen.id == found[0]
        assert scene.window.bookings_page.detail.isVisible()

    scene.play(story)


def test_the_selection_survives_a_new_snapshot(scene: Scene) -> None:
    page = scene.window.bookings_page
    scene.window.show_snapshot(a_snapshot(*THREE))
    page.select("later")
    scene.window.show_snapshot(a_snapshot(*THREE, a_booking("first", "Zoe", 0.5)))
    assert page.selected is not None
    assert page.selected.id == "later"
    page.select("off")
    assert page.detail.state.text() == "Its event was deleted in iCloud."
    scene.window.show_snapshot(a_snapshot(*THREE[:3]))
    assert not page.view.selectionModel().hasSelection()
    assert page.detail.isHidden()


def test_sync_now_by_key(scene: Scene) -> None:
    scene.engine.reply = welcome

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot())
        await scene.show()
        scene.press(Qt.Key.Key_R, CTRL)
        await scene.until(lambda: scene.engine.asked == [SyncNow()])
        scene.window.show_snapshot(a_snapshot(state=State.SYNCING))
        assert not scene.window.bookings_page.sync.isEnabled()
        assert scene.window.status.busy.isVisible()

    scene.play(story)


def test_the_worst_problem_stands_in_the_banner(scene: Scene) -> None:
    bar = scene.window.bookings_page.problems
    problems = (Trouble(Code.OFFLINE), Trouble(Code.DEFECT, detail="KeyError"), Trouble(Code.UNREADABLE_EVENT))

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(problems=problems))
        await scene.show()
        assert bar.title.text() == "Something went wrong inside Workestra"
        assert bar.more.text() == "and 2 more"
        bar.action.click()
        assert QGuiApplication.clipboard().text() == "defect: KeyError"
        scene.window.show_snapshot(a_snapshot())
        assert not bar.isVisible()

    scene.play(story)


@pytest.mark.parametrize("cancel", [True, False])
def test_the_host_settles_events_that_vanished_together(scene: Scene, cancel: bool) -> None:
    gone = {"status": Status.ATTENTION, "missing_since": NOW, "concern": GONE_TOGETHER}
    lost = [a_booking(f"lost{n}", f"Guest {n}", n, **gone) for n in range(1, 5)]
    odd = a_booking("odd", "Odd", 9, status=Status.ATTENTION, concern="Its event in iCloud has become a series.")
    scene.engine.reply = lambda _: ()
    bar = scene.window.bookings_page.problems

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(*lost, odd, problems=(Trouble(Code.EVENTS_GONE),)))
        await scene.show()
        assert "Guest 1, Guest 2, Guest 3 and 1 more" in bar.message.text()
        (bar.cancel_them if cancel else bar.put_back).click()
        if cancel:
            (dialog,) = scene.window.findChildren(GoneDialog)
            await scene.until(dialog.isActiveWindow)
            assert scene.engine.asked == []  # not by one slip
            assert scene.focus is dialog.keep
            assert dialog.title.text() == "Cancel all 4 bookings?"
            rows = [row.text() for row in dialog.findChildren(QLabel, "gone_row")]
            assert rows[0] == "Guest 1, Tue 24 Nov, 10:00 – 10:30" and len(rows) == 4
            another = replace(lost[0], id="more", start=lost[0].start, guest="Late")
            scene.window.show_snapshot(a_snapshot(*lost, another, odd, problems=(Trouble(Code.EVENTS_GONE),)))
            dialog.go.click()  # of those that were listed
        await scene.until(lambda: bool(scene.engine.asked))

    scene.play(story)
    assert scene.engine.asked == [SettleGone(("lost1", "lost2", "lost3", "lost4"), cancel)]


def test_keeping_events_that_vanished_together_decides_nothing(scene: Scene) -> None:
    one = a_booking("one", "<b>One</b>", status=Status.ATTENTION, missing_since=NOW, concern=GONE_TOGETHER)
    snapshot = a_snapshot(one, problems=(Trouble(Code.EVENTS_GONE),))

    async def story() -> None:
        scene.window.show_snapshot(snapshot)
        await scene.show()
        scene.window.bookings_page.problems.cancel_them.click()
        (dialog,) = scene.window.findChildren(GoneDialog)
        await scene.until(dialog.isActiveWindow)
        assert dialog.title.text() == "Cancel this booking?"
        (row,) = dialog.findChildren(QLabel, "gone_row")
        assert row.textFormat() is Qt.TextFormat.PlainText and row.text().startswith("<b>One</b>, ")
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: not scene.window.findChildren(GoneDialog))

    scene.play(story)
    assert scene.engine.asked == []


def test_the_focus_does_not_slip_to_another_button_while_syncing(scene: Scene) -> None:
    async def story() -> None:
        snapshot = a_snapshot(a_booking("b1", "Anna"))
        scene.window.show_snapshot(snapshot)
        await scene.show()
        page = scene.window.bookings_page
        page.sync.setFocus()
        scene.window.show_snapshot(replace(snapshot, state=State.SYNCING))
        assert scene.focus is page.view

    scene.play(story)


def test_the_notice_of_a_new_password_goes_once_there_is_one(scene: Scene) -> None:
    needed = Trouble(Code.RECONNECT_NEEDED)
    bar = scene.window.bookings_page.notices

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(problems=(needed,)))
        await scene.show()
        scene.window.show_notice(Notice(NoticeKind.RECONNECT, trouble=needed))
        scene.window.show_snapshot(a_snapshot(problems=(needed,)))
        assert bar.isVisible()
        scene.window.show_snapshot(a_snapshot())
        assert not bar.isVisible()

    scene.play(story)


def test_reconnect_in_place_and_back(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(problems=(Trouble(Code.RECONNECT_NEEDED),)))
        await scene.show()
        scene.window.bookings_page.problems.action.click()
        assert scene.at(Page.CONNECT)
        assert scene.focus is scene.window.connect_page.password
        scene.window.show_snapshot(a_snapshot(problems=(Trouble(Code.RECONNECT_NEEDED),)))
        assert scene.at(Page.CONNECT)
        scene.window.connect_page.back.click()
        assert scene.at(Page.BOOKINGS)
        scene.window.reconnect()
        scene.press(Qt.Key.Key_Escape)
        assert scene.at(Page.BOOKINGS)

    scene.play(story)


def test_the_window_goes_even_over_a_dialog_with_changes(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot())
        await scene.show()
        scene.window.edit_link(None)
        dialog = scene.window.dialogs.front
        assert isinstance(dialog, LinkDialog)
        await scene.until(dialog.isActiveWindow)
        title = dialog.findChild(QLineEdit, "link_title")
        assert title is not None
        title.setText("Another title")
        scene.window.leave()
        await scene.settle()
        assert scene.window.dialogs.front is None
        assert not scene.window.isVisible()

    scene.play(story)


def test_nothing_brings_the_window_back_once_the_host_has_quit(scene: Scene) -> None:
    """A click on a notice, a second start or a link may be on its way just then."""

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot())
        await scene.show()
        scene.window.leave()
        await scene.settle()
        scene.window.open_at("b1")
        scene.window.open_link("workestra:book?guest=Ada")
        scene.window.tray.menu.new_booking.emit()
        await scene.settle()
        assert not scene.window.isVisible()
        assert scene.window.dialogs.front is None

    scene.play(story)


def test_demo_is_marked(scene: Scene) -> None:
    scene.window.show_snapshot(a_snapshot(demo=True))
    assert scene.window.windowTitle() == "Workestra Desktop – Demo"
    assert not scene.window._demo.isHidden()
    scene.window.show_snapshot(a_snapshot())
    assert scene.window.windowTitle() == "Workestra Desktop"
    assert scene.window._demo.isHidden()


def test_closing_hides_to_the_tray_and_quit_asks_to_end(scene: Scene) -> None:
    ends: list[int] = []
    scene.window.quit_requested.connect(lambda: ends.append(1))
    scene.tray = True

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot())
        await scene.show()
        scene.press(Qt.Key.Key_Q, CTRL)
        assert ends == [1]
        scene.window.close()
        assert not scene.window.isVisible()
        scene.window.tray.menu.open_action.trigger()
        assert scene.window.isVisible()
        assert ends == [1]
        scene.window.tray.menu.quit_action.trigger()
        assert ends == [1, 1]

    scene.play(story)


def test_closing_without_a_tray_minimises_and_says_so_once(scene: Scene) -> None:
    notices = scene.window.bookings_page.notices

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot())
        await scene.show()
        scene.window.close()
        assert scene.window.isMinimized()
        assert "Quit with Ctrl+Q" in notices.text.text()
        notices.hide()
        scene.window.open_at()
        scene.window.close()
        assert scene.window.isMinimized()
        assert notices.isHidden()

    scene.play(story)


def test_a_notice_leads_to_its_booking(scene: Scene) -> None:
    before, after = a_booking("soon", "Anna", 1), a_booking("soon", "Anna", 2)

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(after, a_booking("other", "Ben", 1)))
        await scene.show()
        scene.window.show_notice(Notice(NoticeKind.MOVED, after, before))
        bar = scene.window.bookings_page.notices
        assert bar.text.text() == (
            "Booking with Anna moved. It was moved in iCloud and is now Wed 25 Nov, 10:00 – 10:30. "
            "It was Tue 24 Nov, 10:00 – 10:30."
        )
        bar.look.click()
        assert scene.window.bookings_page.selected == after

    scene.play(story)


HOSTILE = "<b>Bold</b> & <img src='https://example.org/x.png'> \u202eevil"
SHOWN = "<b>Bold</b> & <img src='https://example.org/x.png'> evil"


def test_texts_from_outside_are_shown_as_they_are(scene: Scene) -> None:
    booking = a_booking("x", HOSTILE, note=HOSTILE, email="a<b>@example.org", meeting_url="javascript:alert(1)")
    scene.tray = True

    async def story() -> None:
        odd = a_calendar("work", HOSTILE, write_to=True)
        scene.window.show_snapshot(
            a_snapshot(booking, calendars=(odd,), problems=(Trouble(Code.CALENDAR_GONE, subject=HOSTILE),))
        )
        await scene.show()
        page = scene.window.bookings_page
        page.select("x")
        assert page.model.line(booking).guest == SHOWN
        tooltip = page.model.index(1).data(Qt.ItemDataRole.ToolTipRole)
        assert "&lt;b&gt;Bold" in tooltip
        assert "<b>" not in tooltip
        assert page.detail.guest.text() == SHOWN
        assert "<b>" not in page.detail.guest.toolTip()
        assert page.detail.note.toPlainText() == SHOWN
        assert page.detail.join_button.isHidden()
        assert "<b>Bold</b> && <img" in scene.window.tray.menu.next_action.text()
        scene.window.show_notice(Notice(NoticeKind.CANCELLED, booking))
        assert page.notices.text.text().startswith("Booking with ‹b›Bold‹/b› & ‹img")
        scene.window.cancel(booking)
        await scene.dialog()
        make_all(scene.window)
        labels = scene.window.findChildren(QLabel)
        assert len(labels) > 40
        assert {label.textFormat() for label in labels if label.text()} == {Qt.TextFormat.PlainText}

    scene.play(story)


def test_every_input_has_a_name_for_screen_readers(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(*THREE))
        make_all(scene.window)
        await scene.show()
        scene.window.new_booking()
        await scene.dialog()
        kinds: tuple[type[QWidget], ...] = (QLineEdit, QComboBox, QPlainTextEdit, QListWidget, QDateTimeEdit)
        inputs = [w for kind in kinds for w in scene.window.findChildren(kind) if not w.objectName().startswith("qt_")]
        assert len(inputs) > 9
        assert [w.objectName() for w in inputs if not w.accessibleName()] == []

    scene.play(story)


@pytest.mark.parametrize("bookings", [(), (a_booking("b1", "Anna", meeting_url="https://example.org/1"),)])
def test_no_two_things_share_a_letter_with_alt(scene: Scene, bookings: tuple[Booking, ...]) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(*bookings, problems=(Trouble(Code.OFFLINE), Trouble(Code.CALENDAR_GONE))))
        await scene.show()
        texts = [button.text() for button in scene.window.findChildren(QPushButton) if button.isVisible()]
        texts += [action.text() for action in scene.window.menuBar().actions()]
        letters = [QKeySequence.mnemonic(text).toString() for text in texts]
        assert "Alt+B" in letters
        assert sorted(filter(None, letters)) == sorted({*letters} - {""})

    scene.play(story)


@pytest.mark.parametrize("page", [Page.CONNECT, Page.CALENDARS, Page.DONE, Page.BOOKINGS])
@pytest.mark.parametrize("size", [(960, 640), (720, 480)])
def test_nothing_is_cut_off(scene: Scene, page: Page, size: tuple[int, int]) -> None:
    async def story() -> None:
        problems = (Trouble(Code.EVENTS_GONE), Trouble(Code.OFFLINE))
        lost = a_booking("lost", "Guest", 1, status=Status.ATTENTION, sync=InCloud.SYNCED, missing_since=NOW)
        scene.window.show_snapshot(a_snapshot(*THREE, lost, problems=problems, demo=True))
        scene.window.resize(*size)
        await scene.show()
        scene.window.bookings_page.select("soon")
        scene.window.pages.go(page)
        await scene.settle()
        current = scene.window.pages.of[page]
        for child in current.findChildren(QWidget):
            if child.isVisible() and child.objectName() in SHOWN_WHOLE:
                assert current.rect().contains(child.rect().translated(child.mapTo(current, child.rect().topLeft())))
                assert child.width() >= child.minimumSizeHint().width(), child.objectName()
                assert child.height() >= child.minimumSizeHint().height(), child.objectName()
        assert any(c.objectName() in SHOWN_WHOLE for c in current.findChildren(QWidget))

    scene.play(story)


SHOWN_WHOLE = {
    "connect", "apple_id", "password", "apple_account", "calendars_accept", "open_bookings",
    "new_booking", "sync_now", "calendars", "show_upcoming", "show_past", "show_cancelled", "cancel_gone",
    "put_back_gone", "reschedule", "cancel", "detail_when", "search",
}  # fmt: skip
