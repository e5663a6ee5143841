"""What pops up, in which words, and where choosing it leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.support.snapshots import BERLIN, NOW, a_booking, a_snapshot
from tests.ui.conftest import OFFSCREEN
from workestra_desktop.core.notice import Notice, NoticeKind, Preferences
from workestra_desktop.core.pause import UNTIL_RESUMED
from workestra_desktop.core.radar import Overlap
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.ui.notice_gate import Popup, popups
from workestra_desktop.ui.notice_popups import AT_LAST, FADED, NoticePopups
from workestra_desktop.ui.notice_words import notice_words, unmarked
from workestra_desktop.ui.tray import Tray
from workestra_desktop.ui.tray_bar import Bar

pytestmark = OFFSCREEN
WHERE = ZoneInfo(BERLIN)
GUESTS = ("Anna", "Tom", "Eva", "Cleo", "Ben")
BOOKINGS = tuple(a_booking(f"b{n}", guest, n + 1) for n, guest in enumerate(GUESTS))
MOVED = tuple(Notice(NoticeKind.MOVED, b) for b in BOOKINGS)
CANCELLED = Notice(NoticeKind.CANCELLED, BOOKINGS[1])
RECONNECT = Notice(NoticeKind.RECONNECT, trouble=Trouble(Code.RECONNECT_NEEDED))
NETWORK = Notice(NoticeKind.NETWORK, trouble=Trouble(Code.OFFLINE))
GONE = Notice(NoticeKind.SEVERAL_GONE, count=4)
_EVENT = Overlap(
    "b0", "x", "/w", "Dentist", BOOKINGS[0].start, BOOKINGS[0].end, BOOKINGS[0].start, NOW
)  # fmt: skip
CONFLICT = Notice(NoticeKind.CONFLICT, BOOKINGS[0], overlap=_EVENT)
FAILED = Notice(
    NoticeKind.FAILED, BOOKINGS[0],
    trouble=Trouble(Code.WRITE_REFUSED, Scope.BOOKING, "Anna's event is read-only."),
)  # fmt: skip
GONE_TITLE = "4 bookings' events are gone from iCloud"
ALL = (MOVED[0], CANCELLED, FAILED, RECONNECT, GONE, CONFLICT, NETWORK)


def told(*notices: Notice, silent: tuple[NoticeKind, ...] = (), paused: bool = False, hide: bool = False) -> list[str]:
    preferences = Preferences(silent=frozenset(silent))
    return [p.title for p in popups(notices, preferences, paused=paused, hide=hide, where=WHERE, now=NOW)]


@pytest.mark.parametrize(
    ("notices", "silent", "paused", "titles"),
    [
        ((), (), False, []),
        (MOVED[:1], (), False, ["Booking with Anna moved"]),
        (MOVED[:3], (), False, [f"Booking with {g} moved" for g in GUESTS[:3]]),
        (MOVED[:4], (), False, ["4 bookings changed in iCloud"]),
        ((*MOVED, CANCELLED), (), False, ["5 bookings changed in iCloud"]),
        ((*MOVED[:3], CONFLICT), (), False, ["3 bookings need a look"]),
        ((CONFLICT,) * 4, (), False, ["4 notices about one booking"]),
        (
            tuple(replace(CONFLICT, booking=b) for b in BOOKINGS), (), False,
            ["Events lie on 5 bookings"],
        ),
        ((*MOVED[:3], GONE), (), False, [GONE_TITLE, *(f"Booking with {g} moved" for g in GUESTS[:3])]),
        (MOVED, (NoticeKind.MOVED,), False, []),
        ((*MOVED, CANCELLED), (NoticeKind.MOVED,), False, ["Booking with Tom cancelled"]),
        (
            (*MOVED[:4], RECONNECT), (), False,
            ["iCloud needs a new app-specific password", "4 bookings changed in iCloud"],
        ),
        (
            (*MOVED[:3], NETWORK), (), False,
            ["iCloud has been out of reach for an hour", *(f"Booking with {g} moved" for g in GUESTS[:3])],
        ),
        ((NETWORK,), (NoticeKind.NETWORK,), False, []),
        (ALL, (), True, []),
        ((RECONNECT,), (), True, []),
        (ALL, tuple(NoticeKind), False, []),
    ],
)  # fmt: skip
def test_the_gate(
    qapp: QApplication, notices: tuple[Notice, ...], silent: tuple[NoticeKind, ...], paused: bool, titles: list[str]
) -> None:
    assert told(*notices, silent=silent, paused=paused) == titles


def test_where_choosing_it_leads(qapp: QApplication) -> None:
    def only(*notices: Notice) -> Popup:
        (one,) = popups(notices, Preferences(), paused=False, hide=False, where=WHERE, now=NOW)
        return one

    assert (only(CANCELLED).booking, only(CANCELLED).listed) == ("b1", False)
    assert (only(RECONNECT).booking, only(RECONNECT).listed) == ("", False)
    assert only(*MOVED).listed
    assert only(*MOVED).body == "With Anna, Tom and 3 others. The list of notices tells of each."


@pytest.mark.parametrize("notice", ALL, ids=lambda n: n.kind)
def test_hidden_names_are_in_no_word(qapp: QApplication, notice: Notice) -> None:
    private = (*GUESTS, "Meeting", "Dentist", "read-only")
    for part in notice_words(notice, WHERE, NOW, hide=True):
        assert part
        assert not any(word in part for word in private)
    named = " ".join(notice_words(notice, WHERE, NOW))
    assert (notice.booking is not None) == any(word in named for word in private), "else nothing was hidden"


def test_what_a_trouble_quotes_is_hidden(qapp: QApplication) -> None:
    quoting = Notice(NoticeKind.NETWORK, trouble=Trouble(Code.OFFLINE, subject="Anna's event was not read."))
    assert "Anna" in notice_words(quoting, WHERE, NOW)[1]
    assert "Anna" not in notice_words(quoting, WHERE, NOW, hide=True)[1]


def test_a_summary_hides_names_too(qapp: QApplication) -> None:
    (one,) = popups(MOVED, Preferences(), paused=False, hide=True, where=WHERE, now=NOW)
    assert one.title == "5 bookings changed in iCloud"
    assert not any(guest in one.body for guest in GUESTS)


@pytest.mark.parametrize(
    ("notice", "title", "body"),
    [
        (
            Notice(NoticeKind.CANCELLED, a_booking("b", "<b>A</b>")),
            "Booking with ‹b›A‹/b› cancelled",
            "Its event on Tue 24 Nov, 10:00 – 10:30 was deleted in iCloud.",
        ),
        (
            Notice(NoticeKind.MOVED, a_booking("b", "Anna", 1), a_booking("b", "Anna", 2)),
            "Booking with Anna moved",
            "It was moved in iCloud and is now Tue 24 Nov, 10:00 – 10:30. It was Wed 25 Nov, 10:00 – 10:30.",
        ),
        (
            GONE,
            GONE_TITLE,
            "Nothing was cancelled. Decide in Workestra: put them back, or cancel them.",
        ),
        (
            RECONNECT,
            "iCloud needs a new app-specific password",
            (
                "Apple has withdrawn the one in use. That happens when you change your Apple password. "
                "Your bookings and settings are safe."
            ),
        ),
    ],
)
def test_notices_in_words(qapp: QApplication, notice: Notice, title: str, body: str) -> None:
    assert notice_words(notice, WHERE, NOW) == (title, body)


def test_no_markup_reaches_a_notification_service() -> None:
    assert unmarked("a <b> & c &lt; &#60;") == "a ‹b› & c ＆lt; ＆#60;"


class Bench:
    """Pop-ups over a tray that keeps what it is told, with timers that the test lets run out."""

    def __init__(self) -> None:
        self.now: datetime = NOW
        self.root = QObject()
        self.tray = Tray(lambda: True, self.root, lambda: self.now, bar=lambda dark: Bar.EITHER)
        self.shown: list[Popup] = []
        self.tray.pop_up = self._keep  # type: ignore[method-assign]
        self.popups = NoticePopups(self.tray, lambda: self.now, self.root)
        self.opened: list[str] = []
        self.listed = 0
        self.popups.opened.connect(self.opened.append)
        self.popups.listed.connect(self._count)
        self.show(a_snapshot(*BOOKINGS))

    def _keep(self, popup: Popup) -> bool:
        self.shown.append(popup)
        self.tray.popped.emit(popup)
        return True

    def _count(self) -> None:
        self.listed += 1

    def show(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.tray.show_snapshot(snapshot)
        self.popups.show_snapshot(snapshot)

    def run(self) -> None:
        """Let every timer run out, in turn."""
        timers = (self.popups.gathering, self.popups._next)
        for _ in range(20):
            for timer in timers:
                if timer.isActive():
                    self.now += timedelta(milliseconds=timer.interval())
                    timer.stop()
                    timer.timeout.emit()

    @property
    def titles(self) -> list[str]:
        return [popup.title for popup in self.shown]


@pytest.fixture
def bench(qapp: QApplication) -> Iterator[Bench]:
    made = Bench()
    yield made
    made.popups.stop()
    made.tray.disappear()


def test_those_that_come_together_are_one(bench: Bench) -> None:
    for notice in MOVED:
        bench.popups.add(notice)
        assert not bench.shown, "others may follow"
    bench.run()
    assert bench.titles == ["5 bookings changed in iCloud"]


def test_a_round_is_waited_for_but_not_for_ever(bench: Bench) -> None:
    bench.show(replace(bench.snapshot, state=State.SYNCING))
    bench.popups.add(MOVED[0])
    timer = bench.popups.gathering
    bench.now += timedelta(seconds=2)
    timer.timeout.emit()
    assert not bench.shown
    for notice in MOVED[1:]:
        bench.popups.add(notice)
    bench.show(replace(bench.snapshot, state=State.UP_TO_DATE))
    bench.run()
    assert bench.titles == ["5 bookings changed in iCloud"]
    bench.show(replace(bench.snapshot, state=State.SYNCING))
    bench.popups.add(CANCELLED)
    start = bench.now
    bench.run()
    assert bench.titles[1:] == ["Booking with Tom cancelled"]
    assert AT_LAST <= bench.now - start < 2 * AT_LAST


def test_one_that_comes_before_the_first_snapshot_is_kept(qapp: QApplication) -> None:
    bench = Bench()
    fresh = NoticePopups(bench.tray, lambda: bench.now, bench.root)
    fresh.add(MOVED[0])
    fresh.gathering.stop()
    fresh.gathering.timeout.emit()
    assert not bench.shown
    fresh.show_snapshot(a_snapshot(*BOOKINGS))
    fresh.gathering.timeout.emit()
    assert bench.titles == ["Booking with Anna moved"]
    fresh.stop()


def test_a_pause_is_quiet_until_its_end(bench: Bench) -> None:
    bench.show(replace(bench.snapshot, paused_until=UNTIL_RESUMED))
    bench.popups.add(RECONNECT)
    bench.run()
    assert not bench.shown
    bench.show(replace(bench.snapshot, paused_until=NOW - timedelta(minutes=1)))
    bench.popups.add(CANCELLED)
    bench.run()
    assert bench.titles == ["Booking with Tom cancelled"], "what came in the pause is in the list"


def test_choosing_the_only_one_opens_its_booking(bench: Bench) -> None:
    bench.popups.add(CANCELLED)
    bench.run()
    bench.tray.clicked.emit()
    assert (bench.opened, bench.listed) == (["b1"], 0)


def test_choosing_one_of_several_opens_the_list_as_no_system_says_which(bench: Bench) -> None:
    for notice in MOVED[:2]:
        bench.popups.add(notice)
    bench.run()
    assert len(bench.shown) == 2
    bench.tray.clicked.emit()
    assert (bench.opened, bench.listed) == ([], 1)


def test_two_of_one_booking_are_no_doubt(bench: Bench) -> None:
    bench.popups.add(MOVED[1])
    bench.popups.add(CANCELLED)
    bench.run()
    bench.tray.clicked.emit()
    assert (bench.opened, bench.listed) == (["b1"], 0)


def test_what_was_seen_in_the_window_is_out_of_question(bench: Bench) -> None:
    """Only then: a desktop's own list may still hold it."""
    bench.popups._looked = False
    bench.popups.add(MOVED[0])
    bench.run()
    bench.popups._looked = False
    bench.now += 2 * FADED
    bench.popups.add(MOVED[1])
    bench.run()
    bench.tray.clicked.emit()
    assert (bench.opened, bench.listed) == ([], 1), "the first may still be there"
    bench.popups._looked = True
    bench.now += 2 * FADED
    bench.popups.add(MOVED[2])
    bench.run()
    bench.tray.clicked.emit()
    assert bench.opened == ["b2"]


def test_a_summary_opens_the_list(bench: Bench) -> None:
    for notice in MOVED:
        bench.popups.add(notice)
    bench.run()
    bench.tray.clicked.emit()
    assert (bench.opened, bench.listed) == ([], 1)


def test_what_waits_its_turn_loses_its_names_once_they_are_hidden(qapp: QApplication) -> None:
    parent, told = QObject(), list[Popup]()
    tray = Tray(lambda: True, parent, lambda: NOW)
    tray.popped.connect(told.append)
    popped = NoticePopups(tray, lambda: NOW, parent)
    snapshot = a_snapshot(*BOOKINGS)
    tray.show_snapshot(snapshot)
    popped.show_snapshot(snapshot)
    for notice in MOVED[:2]:
        popped.add(notice)
    popped._decide()
    tray.menu.hide_action.trigger()
    popped._tell()
    assert [(each.title, each.booking) for each in told] == [
        ("Booking with Anna moved", "b0"),
        ("A booking moved", "b1"),
    ]
    popped.stop()
    tray.disappear()
