"""What waits for the host and what waits for iCloud: told in list and details, with a button for each answer."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.support.servers import CalDavServer
from tests.support.snapshots import CALENDARS, NOW, a_booking, a_snapshot
from tests.support.windows import OpenWindow, Stage, times, until
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.booking import GONE_TOGETHER, Agreed, Booking, By, InCloud, Status
from workestra_desktop.core.choices import Case, Choice, OpenQuestion, Place, Seen, choices
from workestra_desktop.core.commands import Book, Cancel, Choose, Command, Reschedule, Result, Select, SettleGone
from workestra_desktop.core.interval import Span
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.outbox import Kind
from workestra_desktop.core.radar import Overlap
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Code, Scope, Trouble, fail
from workestra_desktop.core.undo import Undoable
from workestra_desktop.ui.bookings_lists import Which
from workestra_desktop.ui.cancel_dialog import CancelDialog
from workestra_desktop.ui.settings_dialog import SettingsDialog
from workestra_desktop.ui.when import clock, zone_of

pytestmark = OFFSCREEN
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier

ANNA = a_booking("anna", "Anna", 1, meeting_url="https://example.org/1")
BEN = a_booking("ben", "Ben", 2)
CLASH = "It was moved here and in iCloud at the same time."
TIME = "Tue 24 Nov, 10:00 – 10:30"


def odd(concern: str, booking: Booking = ANNA, **fields: object) -> Booking:
    base: dict[str, object] = {"status": Status.ATTENTION, "sync": InCloud.FAILED, "concern": concern}
    return replace(booking, **(base | fields))  # type: ignore[arg-type]


def asking(booking: Booking, *choices: Choice) -> Snapshot:
    trouble = Trouble(Code.NEEDS_ATTENTION, Scope.BOOKING, f"{booking.title}: {booking.concern}")
    asked = (OpenQuestion(booking.id, choices),)
    return a_snapshot(booking, BEN, questions=asked, problems=(trouble,), state=State.ATTENTION)


BOTH = asking(odd(CLASH), Choice.TAKE_ICLOUD, Choice.KEEP_MINE, Choice.CANCEL)
REFUSED = asking(odd("iCloud refused to take it."), Choice.TRY_AGAIN, Choice.CANCEL)
LOST = asking(odd("Its event is gone from iCloud, so it could not be moved."), Choice.PUT_BACK, Choice.CANCEL)
SERIES = asking(odd("Its event in iCloud has become a series."), Choice.LET_GO)
LEFT = asking(
    odd("iCloud refused to take it.", status=Status.CANCELLED, cancelled_by=By.HOST), Choice.TRY_AGAIN, Choice.LET_GO
)
REMAINS = asking(
    odd("Restored from a backup.", status=Status.CANCELLED, cancelled_by=By.HOST), Choice.CANCEL, Choice.LET_GO
)


def several(answer: tuple[Choice, ...] = (Choice.PUT_BACK, Choice.CANCEL)) -> Snapshot:
    gone = {"status": Status.ATTENTION, "missing_since": NOW, "concern": GONE_TOGETHER}
    lost = [a_booking(name, name.title(), n, **gone) for n, name in enumerate(("anna", "ben", "cleo", "dan"), 1)]
    over = a_booking("eve", "Eve", 6)
    overlap = Overlap("eve", "dentist", CALENDARS[1].id, "Dentist", over.start, over.end, over.start, NOW)
    waits = a_booking("fay", "Fay", 7, sync=InCloud.WAITING)
    problems = (
        Trouble(Code.EVENTS_GONE, Scope.ACCOUNT, "4 coming bookings have lost their events."),
        Trouble(Code.CONFLICT, Scope.BOOKING, "“Dentist” lies on “Meeting with Eve”."),
    )
    return a_snapshot(
        *lost, over, waits, waiting=1, overlaps=(overlap,), problems=problems, state=State.ATTENTION,
        questions=tuple(OpenQuestion(b.id, answer) for b in lost),
    )  # fmt: skip


def click(widget: QWidget) -> None:
    assert widget.isVisible()
    assert widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def bare(button: QPushButton) -> str:
    return button.text().replace("&", "")


def role(button: QPushButton) -> str:
    return str(button.property("role"))


# --- needs attention ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("snapshot", "meaning", "answers"),
    [
        (BOTH, "which time counts", ["Use iCloud's time", "Use my time", "Cancel booking…"]),
        (REFUSED, "iCloud does not have it like that yet", ["Try again", "Cancel booking…"]),
        (LOST, "but has no event in iCloud. Put it back, or cancel it.", ["Put it back", "Cancel booking…"]),
        (SERIES, "Put its event right in Apple Calendar", ["End booking, keep event…"]),
        (LEFT, "its event may still be in iCloud", ["Try again", "Keep its event in iCloud"]),
        (REMAINS, "its event may still be in iCloud", ["Remove it from iCloud", "Keep its event in iCloud"]),
    ],
)
def test_the_details_say_what_happened_and_offer_what_can_be_done(
    scene: Scene, snapshot: Snapshot, meaning: str, answers: list[str]
) -> None:
    async def story() -> None:
        scene.window.show_snapshot(snapshot)
        await scene.show()
        page = scene.window.bookings_page
        page.select("anna")
        panel = page.detail.panel
        anna = next(b for b in snapshot.bookings if b.id == "anna")
        assert panel.isVisible()
        assert panel.title.text() == anna.concern
        assert meaning in panel.meaning.text()
        assert anna.status is Status.CANCELLED or TIME in panel.meaning.text()
        assert [bare(b) for b in panel.buttons] == answers
        assert role(panel.buttons[0]) == ("" if snapshot is SERIES else "primary")
        assert all("Anna" in b.accessibleName() and bare(b) in b.accessibleName() for b in panel.buttons)
        assert all(b.toolTip().startswith("<span>") for b in panel.buttons)
        doubled = [b for b in page.findChildren(QPushButton) if b.isVisible() and bare(b) == "Cancel booking…"]
        assert len(doubled) == ("Cancel booking…" in answers)  # what ends it is said once, as it can be done
        assert all(role(b) == "danger" for b in doubled)
        page.select("ben")
        assert not panel.isVisible()

    scene.play(story)


@pytest.mark.parametrize(
    ("snapshot", "choice", "key", "doing"),
    [
        (BOTH, Choice.TAKE_ICLOUD, Qt.Key.Key_I, "Taking it from iCloud…"),
        (BOTH, Choice.KEEP_MINE, Qt.Key.Key_M, "Moving the event in iCloud…"),
        (REFUSED, Choice.TRY_AGAIN, Qt.Key.Key_T, "Trying again…"),
        (LOST, Choice.PUT_BACK, Qt.Key.Key_K, "Writing its event anew…"),
        (REMAINS, Choice.CANCEL, Qt.Key.Key_M, "Removing it from iCloud…"),
        (LEFT, Choice.LET_GO, Qt.Key.Key_K, "Leaving it there…"),
    ],
)
def test_a_choice_by_key_alone_and_no_second_one_while_it_runs(
    scene: Scene, snapshot: Snapshot, choice: Choice, key: Qt.Key, doing: str
) -> None:
    async def story() -> None:
        scene.window.show_snapshot(snapshot)
        await scene.show()
        page = scene.window.bookings_page
        page.select("anna")
        panel = page.detail.panel
        QTest.keyClick(scene.window, key, ALT)
        await scene.until(lambda: bool(scene.engine.open))
        assert not any(b.isEnabled() for b in panel.buttons)
        assert panel.doing.isVisible() and panel.doing.text() == doing
        assert scene.focus is page.view
        QTest.keyClick(scene.window, key, ALT)
        scene.window.show_snapshot(snapshot)  # a poll goes on meanwhile
        assert not any(b.isEnabled() for b in panel.buttons)
        page.select("ben")
        page.select("anna")
        assert panel.doing.isVisible()
        settled = replace(ANNA, sync=InCloud.WAITING, changed_at=NOW + timedelta(seconds=1))
        scene.engine.reply = lambda _: settled
        scene.engine.answer(scene.engine.open[0])
        await scene.settle()
        scene.window.show_snapshot(a_snapshot(settled, BEN, waiting=1))
        assert not panel.isVisible()
        assert page.selected == settled

    scene.play(story)
    assert scene.engine.of(Choose) == [Choose("anna", choice)]


def test_a_notice_of_a_refusal_goes_once_that_is_settled(scene: Scene) -> None:
    """Also if the notice comes before the snapshot that has the booking refused."""
    trouble = Trouble(Code.WRITE_REFUSED, Scope.BOOKING)
    page = scene.window.bookings_page

    async def story() -> None:
        await scene.show()
        scene.window.show_snapshot(a_snapshot(ANNA, BEN))
        scene.window.show_notice(Notice(NoticeKind.FAILED, ANNA, trouble=trouble))
        scene.window.show_snapshot(a_snapshot(ANNA, BEN))
        assert page.notices.text.text().startswith("Booking with Anna needs a decision. ")
        assert page.notices.isVisible()
        scene.window.show_snapshot(REFUSED)
        assert page.notices.isVisible()
        scene.window.show_snapshot(a_snapshot(ANNA, BEN))
        assert not page.notices.isVisible()

    scene.play(story)


def test_a_calendar_that_became_read_only_is_named(scene: Scene) -> None:
    calendars = (replace(CALENDARS[0], writable=False), *CALENDARS[1:])
    asked = OpenQuestion("anna", (Choice.TRY_AGAIN, Choice.LET_GO, Choice.CANCEL))
    scene.window.show_snapshot(replace(REFUSED, calendars=calendars, questions=(asked,)))
    scene.window.bookings_page.select("anna")
    meaning = scene.window.bookings_page.detail.panel.meaning.text()
    assert meaning.startswith("“Work” is read-only. ")
    assert "Put its event right" not in meaning  # nobody can, there


def test_what_cannot_be_done_is_told_and_can_be_tried_again(scene: Scene) -> None:
    def refuse(_: Command) -> Result:
        raise fail(Code.BAD_INPUT, "That cannot be chosen any more.")

    scene.engine.reply = refuse

    async def story() -> None:
        scene.window.show_snapshot(BOTH)
        await scene.show()
        page = scene.window.bookings_page
        page.select("anna")
        click(page.detail.panel.buttons[0])
        await scene.until(page.notices.isVisible)
        assert "That cannot be chosen any more." in page.notices.text.text()
        assert all(b.isEnabled() for b in page.detail.panel.buttons)
        assert not page.detail.panel.doing.isVisible()

    scene.play(story)


@pytest.mark.parametrize("by_key", [True, False])
def test_cancelling_one_that_needs_attention_asks_as_usual(scene: Scene, by_key: bool) -> None:
    scene.engine.reply = lambda _: replace(ANNA, status=Status.CANCELLED, cancelled_by=By.HOST)

    async def story() -> None:
        scene.window.show_snapshot(BOTH)
        await scene.show()
        page = scene.window.bookings_page
        page.select("anna")
        if by_key:
            scene.press(Qt.Key.Key_Delete)
        else:
            click(page.detail.panel.buttons[-1])
        dialog = await scene.dialog()
        assert isinstance(dialog, CancelDialog)
        assert scene.engine.asked == []
        assert not dialog.reason.isVisible()
        assert scene.focus is dialog.dismiss  # Return keeps it
        assert dialog.guest.text() == "Cancel the booking with Anna?"
        click(dialog.go)
        await scene.until(lambda: scene.window.dialogs.front is None)

    scene.play(story)
    assert scene.engine.asked == [Choose("anna", Choice.CANCEL)]


@pytest.mark.parametrize(
    ("hours", "on_buttons", "in_full"),
    [
        (2, ("12:00 – 12:30", "10:00 – 10:30"), "Tue 24 Nov, 12:00 – 12:30"),
        (49, ("Thu 11:00 – 11:30", "Tue 10:00 – 10:30"), "Thu 26 Nov, 11:00 – 11:30"),
        (24 * 7, ("Tue 1 Dec, 10:00 – 10:30", TIME), "Tue 1 Dec, 10:00 – 10:30"),
    ],
)
def test_the_two_times_stand_on_the_buttons(
    scene: Scene, hours: int, on_buttons: tuple[str, str], in_full: str
) -> None:
    """As short as tells them apart; the question has both in full."""
    question = OpenQuestion(
        "anna", BOTH.questions[0].choices, Span(*(at + timedelta(hours=hours) for at in (ANNA.start, ANNA.end)))
    )
    scene.window.show_snapshot(replace(BOTH, questions=(question,)))
    scene.window.bookings_page.select("anna")
    panel = scene.window.bookings_page.detail.panel
    theirs, mine = on_buttons
    assert [bare(b) for b in panel.buttons[:2]] == [f"Use iCloud's time ({theirs})", f"Use my time ({mine})"]
    assert panel.meaning.text().startswith(f"Here it is {TIME}; in iCloud it is {in_full}.")


def test_what_icloud_has_is_told_wherever_it_is_an_answer(scene: Scene) -> None:
    choices = (Choice.TRY_AGAIN, Choice.TAKE_ICLOUD, Choice.CANCEL)
    there = Span(ANNA.start + timedelta(hours=1), ANNA.end + timedelta(hours=1))
    question = OpenQuestion("anna", choices, there)
    scene.window.show_snapshot(replace(REFUSED, questions=(question,)))
    scene.window.bookings_page.select("anna")
    panel = scene.window.bookings_page.detail.panel
    assert bare(panel.buttons[1]) == "Take it as it is in iCloud (11:00 – 11:30)"
    assert "in iCloud it is Tue 24 Nov, 11:00 – 11:30. Each stays as it is until you decide." in panel.meaning.text()
    same = replace(question, theirs=ANNA.span)
    scene.window.show_snapshot(replace(REFUSED, questions=(same,)))
    assert bare(panel.buttons[1]) == "Take it as it is in iCloud"


def test_what_cannot_be_deleted_is_let_go_by_the_key_for_cancel_too(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(SERIES)
        await scene.show()
        scene.window.bookings_page.select("anna")
        scene.press(Qt.Key.Key_Delete)
        dialog = await scene.dialog()
        assert isinstance(dialog, CancelDialog)
        assert "its event stays in iCloud as it is" in dialog.meaning.text()
        scene.press(Qt.Key.Key_Escape)
        await scene.until(lambda: scene.window.dialogs.front is None)

    scene.play(story)
    assert scene.engine.asked == []


def test_letting_go_asks_first_and_says_what_stays(scene: Scene) -> None:
    scene.engine.reply = lambda _: replace(ANNA, status=Status.CANCELLED, cancelled_by=By.HOST)

    async def story() -> None:
        scene.window.show_snapshot(SERIES)
        await scene.show()
        scene.window.bookings_page.select("anna")
        click(scene.window.bookings_page.detail.panel.buttons[0])
        dialog = await scene.dialog()
        assert isinstance(dialog, CancelDialog)
        assert "its event stays in iCloud as it is" in dialog.meaning.text()
        assert bare(dialog.go) == "End booking"
        click(dialog.go)
        await scene.until(lambda: scene.window.dialogs.front is None)

    scene.play(story)
    assert scene.engine.asked == [Choose("anna", Choice.LET_GO)]


def test_the_focus_stays_on_an_answer_while_snapshots_come(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(BOTH)
        await scene.show()
        page = scene.window.bookings_page
        page.select("anna")
        page.detail.panel.buttons[1].setFocus()
        scene.window.show_snapshot(replace(BOTH, next_poll=NOW + timedelta(minutes=3)))
        assert scene.focus is page.detail.panel.buttons[1]

    scene.play(story)


def test_every_answer_is_reached_by_tab(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(BOTH)
        await scene.show()
        page = scene.window.bookings_page
        page.select("anna")
        met: list[QWidget] = []
        while scene.focus not in met and len(met) < 40:
            met.append(scene.focus)
            scene.press(Qt.Key.Key_Tab)
        at = [met.index(b) for b in page.detail.panel.buttons]
        assert at == sorted(at)
        assert met.index(page.view) < at[0]

    scene.play(story)


def test_several_gone_together_can_be_answered_one_by_one(scene: Scene) -> None:
    settled = a_booking("cleo", "Cleo", 3, sync=InCloud.WAITING)
    scene.engine.reply = lambda command: settled if isinstance(command, Choose) else ()

    async def story() -> None:
        scene.window.show_snapshot(several())
        await scene.show()
        page = scene.window.bookings_page
        page.select("cleo")
        click(page.detail.panel.buttons[0])
        await scene.until(lambda: bool(scene.engine.asked))
        assert page.problems.cancel_them.isVisible()
        click(page.problems.put_back)
        await scene.until(lambda: len(scene.engine.asked) == 2)

    scene.play(story)
    assert scene.engine.asked == [
        Choose("cleo", Choice.PUT_BACK), SettleGone(("anna", "ben", "cleo", "dan"), cancel=False)
    ]  # fmt: skip


def test_several_gone_together_are_listed_with_a_way_to_them(scene: Scene) -> None:
    """Their notice is a notice until they are decided, and no longer."""

    async def story() -> None:
        scene.window.show_snapshot(several())
        await scene.show()
        page = scene.window.bookings_page
        scene.window.show_notice(Notice(NoticeKind.SEVERAL_GONE, count=4))
        page.select("fay")
        assert page.problems.more.accessibleName() == "Show all 2 problems"
        click(page.problems.more)
        await scene.settle()
        rows = [b for b in scene.window.findChildren(QPushButton) if b.objectName() == "problem_list_action"]
        assert [b.text() for b in rows] == ["Look at them", "Decide"]
        rows[0].click()
        assert page.selected is not None and page.selected.id == "anna"
        scene.window.show_snapshot(several())
        assert page.notices.isVisible()
        scene.window.show_snapshot(a_snapshot(BEN))
        assert not page.notices.isVisible()

    scene.play(story)


def test_the_bar_leads_to_the_booking_it_tells_of(scene: Scene) -> None:
    """Two that need attention: the trouble in front is of the first, the list has both."""
    other = odd("iCloud refused to take it.", BEN)
    first = odd(CLASH)
    troubles = tuple(
        Trouble(Code.NEEDS_ATTENTION, Scope.BOOKING, f"{b.title}: {b.concern}") for b in (first, other)
    )  # fmt: skip
    asked = tuple(OpenQuestion(b.id, (Choice.TRY_AGAIN,)) for b in (first, other))

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(first, other, questions=asked, problems=troubles))
        await scene.show()
        page = scene.window.bookings_page
        page.select("ben")
        click(page.problems.action)
        assert page.selected == first
        click(page.problems.more)
        await scene.settle()
        actions = [b for b in scene.window.findChildren(QPushButton) if b.objectName() == "problem_list_action"]
        assert len(actions) == 2
        actions[1].click()
        assert page.selected == other

    scene.play(story)


# --- waiting for iCloud -------------------------------------------------------------------------------------------

THEN = NOW - timedelta(minutes=30)
MOVED = Agreed(ANNA.start - timedelta(hours=1), ANNA.end - timedelta(hours=1), "e1")
IN = Agreed(ANNA.start, ANNA.end, "e1")


@pytest.mark.parametrize(
    ("fields", "more", "state", "detail"),
    [
        (
            {}, {"problems": (Trouble(Code.OFFLINE, Scope.ACCOUNT),), "state": State.OFFLINE},
            "Waiting for iCloud: to be written",
            "Waiting since 10:12 to be written to iCloud. You're offline. Next try at 10:46. You can still cancel it.",
        ),
        (
            {"agreed": MOVED},
            {"problems": (Trouble(Code.EVENTS_GONE, Scope.ACCOUNT), Trouble(Code.CONFLICT, Scope.BOOKING))},
            "Waiting for iCloud: to be moved",
            "Waiting since 10:12 to be moved in iCloud. Next try at 10:46.",
        ),
        (
            {"agreed": IN, "status": Status.CANCELLED, "cancelled_by": By.HOST}, {"next_poll": None},
            "Cancelled, removing from iCloud…",
            "Waiting since 10:12 to be removed from iCloud. Cancelled by you.",
        ),
        (
            {}, {"state": State.SYNCING}, "Waiting for iCloud: to be written",
            "Waiting since 10:12 to be written to iCloud. Talking to iCloud now. You can still cancel it.",
        ),
    ],
)  # fmt: skip
def test_a_booking_that_waits_says_what_for(
    scene: Scene, fields: dict[str, object], more: dict[str, object], state: str, detail: str
) -> None:
    waits = replace(ANNA, sync=InCloud.WAITING, changed_at=THEN, **fields)  # type: ignore[arg-type]
    page = scene.window.bookings_page
    base: dict[str, object] = {"waiting": 1, "state": State.WAITING, "next_poll": NOW + timedelta(minutes=4)}
    scene.window.show_snapshot(a_snapshot(waits, BEN, **(base | more)))
    page.select("anna")
    assert page.model.line(waits).state == state
    assert page.detail.state.text() == detail


def test_what_waits_can_be_listed_until_nothing_does(scene: Scene) -> None:
    page = scene.window.bookings_page

    def names() -> list[str]:
        return [booking.id for booking in page.model.bookings]

    def segments() -> list[str]:
        return [s.text() for s in page.segments.values() if s.isVisible()]

    async def story() -> None:
        past = a_booking("past", "Pat", -2, sync=InCloud.WAITING)
        removed = a_booking("off", "Ole", 4, status=Status.CANCELLED, cancelled_by=By.HOST, sync=InCloud.WAITING)
        scene.window.show_snapshot(replace(BOTH, bookings=(past, *BOTH.bookings, removed)))
        await scene.show()
        assert segments() == ["Upcoming (2)", "Past (1)", "Cancelled (1)", "To decide (1)", "Waiting (2)"]
        click(page.segments[Which.WAITING])
        assert names() == ["past", "off"]
        click(page.segments[Which.ATTENTION])
        assert names() == ["anna"]
        page.select("anna")
        assert page.segments[Which.ATTENTION].isChecked()
        scene.window.show_snapshot(a_snapshot(ANNA, BEN))
        assert segments() == ["Upcoming (2)", "Past (0)", "Cancelled (0)"]
        assert names() == ["anna", "ben"]
        assert page.selected is not None and page.selected.id == "anna"

    scene.play(story)


@pytest.mark.parametrize(
    ("booking", "unsent"),
    [(replace(ANNA, sync=InCloud.WAITING), True), (replace(ANNA, agreed=IN, sync=InCloud.WAITING), False),
     (replace(ANNA, agreed=IN), False)],
)  # fmt: skip
def test_cancelling_what_was_never_sent_says_that_it_is_not_sent(scene: Scene, booking: Booking, unsent: bool) -> None:
    scene.engine.reply = lambda _: replace(booking, status=Status.CANCELLED, cancelled_by=By.HOST)

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(booking, waiting=1))
        await scene.show()
        click(scene.window.bookings_page.detail.cancel_button)
        dialog = await scene.dialog()
        assert isinstance(dialog, CancelDialog)
        assert ("is not sent any more" in dialog.meaning.text()) is unsent
        assert ("Its event is deleted from iCloud." in dialog.meaning.text()) is not unsent
        scene.type("no time")
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: scene.window.dialogs.front is None)

    scene.play(story)
    assert scene.engine.asked == [Cancel("anna", "no time")]


# --- calendar gone ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "said"), [(0, ""), (1, "1 coming booking will"), (4, "4 coming bookings will")])
def test_the_settings_say_how_many_bookings_move_to_another_calendar(scene: Scene, count: int, said: str) -> None:
    trouble = Trouble(Code.CALENDAR_GONE, Scope.CALENDAR, "Work", count=count)
    calendars = (replace(CALENDARS[0], problem=trouble), *CALENDARS[1:])
    there = [a_booking(f"b{n}", "Anna", n) for n in range(1, count + 1)]
    others = (
        a_booking("past", "Pat", -1), a_booking("else", "Eve", 8, calendar=CALENDARS[1].id),
        a_booking("off", "Ole", 9, status=Status.CANCELLED),
    )  # fmt: skip

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(*there, *others, calendars=calendars, problems=(trouble,)))
        await scene.show()
        click(scene.window.bookings_page.problems.action)
        settings = scene.window.dialogs.front
        assert isinstance(settings, SettingsDialog)
        await scene.until(settings.isActiveWindow)
        homeless = settings.calendars.homeless
        assert homeless.isVisible() is (count > 0)
        assert not count or homeless.text() == f"{said} be written to the calendar you choose."
        rows = list(settings.calendars.rows.values())
        assert [row.write.isEnabled() for row in rows] == [False, True, False]
        assert not any(row.write.isChecked() for row in rows)  # the one that is gone is no choice
        assert scene.focus is rows[1].write
        scene.press(Qt.Key.Key_Return)
        assert settings.isVisible() and scene.engine.asked == []
        scene.press(Qt.Key.Key_Space)
        await scene.until(lambda: scene.engine.asked == [Select(write_to=CALENDARS[1].id)])
        settings.reject()

    scene.play(story)


# --- keys, room and hostile texts ---------------------------------------------------------------------------------

SCENES = [BOTH, REFUSED, LOST, SERIES, LEFT, REMAINS, several()]


def test_no_two_things_share_a_letter_with_alt(scene: Scene) -> None:
    """Whatever answers there can be, with the buttons that may stand beside them."""
    cases = itertools.product((True, False), (None, *Kind), Seen, Place, (True, False))
    answers = {(case[0], choices(Case(*case))) for case in cases}
    there = Span(ANNA.start + timedelta(hours=1), ANNA.end + timedelta(hours=1))
    every = []
    for live, answer in sorted(answers, key=str):
        booking = odd(CLASH, status=Status.ATTENTION if live else Status.CANCELLED)
        over = Overlap("anna", "dentist", CALENDARS[1].id, "Dentist", ANNA.start, ANNA.end, ANNA.start, NOW)
        every.append(
            replace(
                asking(booking, *answer), questions=(OpenQuestion("anna", answer, there),), overlaps=(over,),
                undoable=(Undoable("anna", there),), paused_until=NOW + timedelta(hours=1),
            )
        )  # fmt: skip
    assert len(every) > 10

    async def story() -> None:
        await scene.show()
        for snapshot in (*SCENES, *every):
            scene.window.show_snapshot(snapshot)
            for booking in ("anna", "eve"):
                scene.window.bookings_page.select(booking)
                scene.window.bars.tell("Something else", booking)
                texts = [b.text() for b in scene.window.findChildren(QPushButton) if b.isVisible()]
                texts += [action.text() for action in scene.window.menuBar().actions()]
                letters = [QKeySequence.mnemonic(text).toString() for text in texts]
                assert sorted(filter(None, letters)) == sorted({*letters} - {""})
                panel = scene.window.bookings_page.detail.panel
                assert panel.isVisible()
                assert all(QKeySequence.mnemonic(b.text()).toString() for b in panel.buttons)

    scene.play(story)


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    usual, large = qapp.font(), qapp.font()
    large.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


def whole(scene: Scene, *, scrolled: bool) -> None:
    """Everything of the question stands within the page, at least as large as it needs; if `scrolled`, once one goes
    there."""
    page = scene.window.bookings_page
    panel = page.detail.panel
    parts = () if scrolled else (panel,)
    for child in (*parts, panel.title, panel.meaning, *panel.buttons, page.view, page.problems.action):
        if child.isVisible():
            if scrolled and panel.isAncestorOf(child):
                page.details.ensureWidgetVisible(child, 0, 0)
            place = child.rect().translated(child.mapTo(page, child.rect().topLeft()))
            assert page.rect().contains(place), child.objectName()
            assert child.width() >= child.minimumSizeHint().width(), child.objectName()
            wide = child.hasHeightForWidth()
            need = child.heightForWidth(child.width()) if wide else child.minimumSizeHint().height()
            assert child is page.view or child.height() >= need, child.objectName()
    assert page.body.height() >= page.view.least


async def look_at_all(scene: Scene, *sizes: tuple[int, int], scrolled: bool = False) -> None:
    await scene.show()
    for size in sizes:
        scene.window.resize(*size)
        for snapshot in SCENES:
            scene.window.show_snapshot(snapshot)
            scene.window.bookings_page.select("anna")
            await scene.settle()
            whole(scene, scrolled=scrolled)


def test_a_question_is_never_cut_off(scene: Scene) -> None:
    scene.play(lambda: look_at_all(scene, (720, 480), (960, 640), (1200, 900)))


@pytest.mark.usefixtures("large_text")
class TestLargeText:
    def test_at_twice_the_size_nothing_is_cut_off(self, scene: Scene) -> None:
        scene.play(lambda: look_at_all(scene, (960, 640), (1200, 900), scrolled=True))


def reached(scene: Scene, widget: QWidget) -> bool:
    """Whether the whole of `widget` is in sight."""
    page = scene.window.bookings_page
    seen = widget.visibleRegion().boundingRect()
    return seen == widget.rect() and page.rect().contains(seen.translated(widget.mapTo(page, seen.topLeft())))


@pytest.mark.usefixtures("large_text")
def test_where_there_is_no_room_every_answer_is_scrolled_to_by_tab(scene: Scene) -> None:
    """Twice the text, a notice in a small window: the details scroll, and begin at their top for another booking."""

    async def story() -> None:
        await scene.show()
        scene.window.resize(960, 640)
        scene.window.show_snapshot(several())
        scene.window.show_notice(Notice(NoticeKind.SEVERAL_GONE, count=4))
        page = scene.window.bookings_page
        page.select("anna")
        await scene.settle()
        last = page.detail.panel.buttons[-1]
        assert not reached(scene, last)
        for _ in range(60):
            if scene.focus is last:
                break
            scene.press(Qt.Key.Key_Tab)
        await scene.settle()
        assert scene.focus is last and reached(scene, last)
        page.select("ben")
        await scene.settle()
        assert reached(scene, page.detail.guest)

    scene.play(story)


def test_answers_go_to_a_second_line_where_there_is_no_room(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(BOTH)
        await scene.show()
        scene.window.resize(820, 640)  # the details under the list, as wide as that
        await scene.settle()
        panel = scene.window.bookings_page.detail.panel
        first, *_, last = panel.buttons
        assert first.y() == last.y()
        panel.setFixedWidth(300)
        await scene.settle()
        assert last.y() > first.y()
        assert last.geometry().right() <= 300

    scene.play(story)


def test_a_concern_is_shown_as_it_is(scene: Scene) -> None:
    hostile = "<b>Bold</b> & <img src=x> \u202eevil"

    async def story() -> None:
        scene.window.show_snapshot(asking(odd(hostile, replace(ANNA, guest=hostile)), Choice.KEEP_MINE))
        await scene.show()
        panel = scene.window.bookings_page.detail.panel
        scene.window.bookings_page.select("anna")
        assert panel.title.text() == "<b>Bold</b> & <img src=x> evil"
        for label in (panel.title, panel.meaning, panel.place, panel.doing):
            assert label.textFormat() is Qt.TextFormat.PlainText
        assert "<b>" not in scene.window.bookings_page.problems.title.toolTip()

    scene.play(story)


def test_the_time_of_the_next_try_is_left_out_when_it_is_over(scene: Scene) -> None:
    waits = replace(ANNA, sync=InCloud.WAITING, changed_at=THEN)
    over: datetime = NOW - timedelta(minutes=1)
    scene.window.show_snapshot(a_snapshot(waits, waiting=1, state=State.WAITING, next_poll=over))
    scene.window.bookings_page.select("anna")
    assert "Next try" not in scene.window.bookings_page.detail.state.text()


# --- on a real server ---------------------------------------------------------------------------------------------


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


def later(text: str, hours: int) -> str:
    """The event as a person drags it on the phone."""
    calendar: Any = icalendar.Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    for name in ("DTSTART", "DTEND"):
        event[name].dt += timedelta(hours=hours)
    moved: bytes = calendar.to_ical()
    return moved.decode()


def test_one_moved_here_and_there_is_settled_by_a_key(stage: Stage, icloud: CalDavServer, tmp_path: Path) -> None:
    icloud.mkcalendar("work", "Work", order=1)
    run = stage.open(tmp_path / "profile", icloud.url)
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=2)
    mine = start + timedelta(hours=5)
    page, panel = run.window.bookings_page, run.window.bookings_page.detail.panel

    def ask(run: OpenWindow, command: Book | Reschedule) -> None:
        async def work() -> None:
            await run.window._courier.ask(command)

        run.window._courier.spawn(work())

    async def story() -> None:
        await run.start()
        await run.set_up()
        ask(run, Book("meeting", start, "Ada", outside_rules=True))
        await until("the booking", lambda: any(b.sync is InCloud.SYNCED for b in run.now.bookings))
        (booking,) = run.now.bookings
        path = unquote(booking.href)
        icloud.put("work", path.rpartition("/")[2], later(icloud.get(path)[0], 2))
        ask(run, Reschedule(booking.id, mine, outside_rules=True, offline=True))
        run.press(Qt.Key.Key_R, CTRL)
        await until("the question", panel.isVisible)
        assert panel.title.text() == CLASH
        told = [bare(b) for b in panel.buttons]
        moved, there = run.booking(booking.id).start, booking.start + timedelta(hours=2)
        assert moved == mine and there != mine
        where = zone_of(run.now.host_zone)
        assert told[0].startswith("Use iCloud's time (") and f"{clock(there, where)} – " in told[0]
        assert told[1].startswith("Use my time (") and f"{clock(mine, where)} – " in told[1]
        assert told[2:] == ["Cancel booking…"]
        assert page.problems.title.text() == "A booking needs your attention"
        QTest.keyClick(run.window, Qt.Key.Key_M, ALT)
        await until("it settled", lambda: run.booking(booking.id).sync is InCloud.SYNCED and not panel.isVisible())
        assert not page.problems.isVisible()
        assert run.booking(booking.id).start == mine
        assert times(icloud.get(path)[0])[0] == mine

    stage.play(story())
