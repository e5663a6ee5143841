"""From what popped up to the booking: the real window, over the desktop's own service or beside the tray."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.support.icloud import ICloud
from tests.support.snapshots import NOW, a_booking
from tests.support.windows import OpenWindow, Stage, until
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.booking import Status
from workestra_desktop.core.commands import Book, SyncNow
from workestra_desktop.core.desktop_popup import Act, Chosen, DesktopPopup
from workestra_desktop.core.notice import Notice, NoticeKind, Preferences
from workestra_desktop.desktop.popups_dbus import DBusPopups
from workestra_desktop.ical.amend import amend
from workestra_desktop.ui import popup_post
from workestra_desktop.ui.notice_gate import Popup, popups
from workestra_desktop.ui.popup_post import PopupPost
from workestra_desktop.ui.tray import Tray
from workestra_desktop.ui.tray_bar import Bar
from workestra_desktop.ui.when import zone_of
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN
MEET = "https://meet.example.org/ada"
HALF_AN_HOUR = timedelta(minutes=30)
ANNA = Popup("Booking with Anna moved", "It is now 10:00.", "b1", meeting_url=MEET, topic="b1")


class Service:
    """A desktop's service, at hand; it speaks from a thread of its own, as the real one does."""

    def __init__(self) -> None:
        self.told: list[DesktopPopup] = []
        self._chosen: Callable[[Chosen], None]
        self._missed: Callable[[int], None]

    def listen(self, chosen: Callable[[Chosen], None], missed: Callable[[int], None]) -> None:
        self._chosen, self._missed = chosen, missed

    def show(self, popup: DesktopPopup) -> None:
        self.told.append(popup)

    def stop(self) -> None: ...

    def choose(self, key: int, act: Act = Act.OPEN, token: str = "") -> None:
        self._from_a_thread(lambda: self._chosen(Chosen(key, act, token)))

    def miss(self, key: int) -> None:
        self._from_a_thread(lambda: self._missed(key))

    @staticmethod
    def _from_a_thread(speak: Callable[[], None]) -> None:
        thread = threading.Thread(target=speak)
        thread.start()
        thread.join(10)
        QApplication.processEvents()


class Bench:
    """A post between a service and a tray that keeps what it is told."""

    def __init__(self) -> None:
        self.root = QObject()
        self.service = Service()
        self.tray = Tray(lambda: True, self.root, lambda: NOW, bar=lambda dark: Bar.EITHER)
        self.beside: list[Popup] = []
        self.tray.popped.connect(self.beside.append)
        self.post = PopupPost(self.tray, self.service, self.root)
        self.chosen: list[tuple[Popup, str | None]] = []
        self.post.chosen.connect(self._keep)

    def _keep(self, popup: Popup) -> None:
        assert threading.current_thread() is threading.main_thread()
        self.chosen.append((popup, os.environ.get("XDG_ACTIVATION_TOKEN")))


@pytest.fixture
def bench(qapp: QApplication) -> Iterator[Bench]:
    made = Bench()
    yield made
    made.tray.disappear()


def test_the_acts_are_those_that_make_sense(bench: Bench) -> None:
    bench.post.show(ANNA)
    bench.post.show(replace(ANNA, meeting_url="", topic="", passing=True))
    assert bench.service.told == [
        DesktopPopup(1, ANNA.title, ANNA.body, "Open", "Join"),
        DesktopPopup(2, ANNA.title, ANNA.body, "Open", passing=True),
    ]
    assert bench.beside == []


def test_a_click_says_which_on_the_windows_thread_with_its_token(bench: Bench) -> None:
    tom = replace(ANNA, booking="b2", topic="b2")
    bench.post.show(ANNA)
    bench.post.show(tom)
    bench.service.choose(2, token="wl-17")
    bench.service.choose(1)
    bench.service.choose(9)
    assert bench.chosen == [(tom, "wl-17"), (ANNA, None)]
    assert "XDG_ACTIVATION_TOKEN" not in os.environ, "programs started later are not to find it"


def test_join_opens_the_meeting_alone(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    gone_to: list[str] = []
    monkeypatch.setattr(popup_post, "open_outside", gone_to.append)
    bench.post.show(ANNA)
    bench.service.choose(1, Act.JOIN)
    assert (gone_to, bench.chosen) == ([MEET], [])


def test_a_later_one_of_the_same_topic_takes_the_place(bench: Bench) -> None:
    for topic in ("b1", "b2", "", "b1", "", "b1"):
        bench.post.show(replace(ANNA, topic=topic))
    assert [each.replaces for each in bench.service.told] == [0, 0, 0, 1, 0, 4]


def test_what_the_service_misses_stands_beside_the_tray(bench: Bench) -> None:
    bench.post.show(ANNA)
    bench.service.miss(1)
    bench.service.miss(1)
    assert bench.beside == [ANNA]
    bench.service.choose(1)
    assert bench.chosen == []


def test_only_the_newest_are_remembered(bench: Bench) -> None:
    for _ in range(popup_post.REMEMBERED + 1):
        bench.post.show(ANNA)
    bench.service.choose(1)
    bench.service.choose(2)
    assert len(bench.chosen) == 1


def test_without_a_service_all_stand_beside_the_tray(qapp: QApplication) -> None:
    bench = Bench()
    PopupPost(bench.tray, None, bench.root).show(ANNA)
    assert bench.beside == [ANNA]
    bench.tray.disappear()


@pytest.mark.parametrize(
    ("address", "days", "status", "joins"),
    [
        (MEET, 1, Status.CONFIRMED, True),
        (MEET, 1, Status.ATTENTION, True),
        (MEET, 1, Status.CANCELLED, False),
        (MEET, -1, Status.CONFIRMED, False),
        ("", 1, Status.CONFIRMED, False),
        ("http://meet.example.org", 1, Status.CONFIRMED, False),
        ("javascript:alert(1)", 1, Status.CONFIRMED, False),
        ("file:///etc/passwd", 1, Status.CONFIRMED, False),
    ],
)
def test_there_is_something_to_join(qapp: QApplication, address: str, days: int, status: Status, joins: bool) -> None:
    booking = replace(a_booking("b1", "Anna", days, meeting_url=address), status=status)
    notice = Notice(NoticeKind.CONFLICT, booking)
    (one,) = popups([notice], Preferences(), paused=False, hide=False, where=zone_of("UTC"), now=NOW)
    assert one.meeting_url == (address if joins else "")


@pytest.mark.parametrize("kind", NoticeKind)
def test_what_a_later_notice_makes_untrue(qapp: QApplication, kind: NoticeKind) -> None:
    (one,) = popups(
        [Notice(kind, a_booking("b1", "Anna"))], Preferences(), paused=False, hide=False, where=zone_of("UTC"), now=NOW
    )
    assert one.topic == ("b1" if kind in (NoticeKind.MOVED, NoticeKind.CANCELLED) else "")


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


@pytest.mark.skipif(sys.platform != "linux", reason="notices over D-Bus are for Linux")
def test_a_click_on_the_desktops_notice_opens_the_booking(stage: Stage, icloud: ICloud, tmp_path: Path) -> None:
    from tests.support.notice_server import Bus, NoticeServer, Told

    icloud.mkcalendar("work", "Work")
    start = datetime.now(UTC).replace(hour=8, minute=0, second=0, microsecond=0) + timedelta(days=3)
    with Bus(tmp_path / "bus") as bus, NoticeServer(bus) as desktop:
        service = DBusPopups(bus.address, lambda: "workestra-desktop")
        run = stage.open(tmp_path / "profile", icloud.url, popups=service)
        run.window.tray._available = lambda: True

        async def booked(at: datetime, guest: str) -> str:
            name = (await run.app.courier.ask(Book("meeting", at, guest, outside_rules=True))).id
            await until("it in iCloud", lambda: any(b.id == name and b.agreed is not None for b in run.now.bookings))
            return name

        async def moved(name: str, to: datetime) -> Told:
            """The phone moves the event of a booking; the notice of it."""
            booking = run.booking(name)
            path = unquote(booking.href)
            text, _ = icloud.get(path)
            told = len(desktop.told)
            *_, calendar, file = path.split("/")
            there = amend(text, booking.uid, to, to + HALF_AN_HOUR, "Europe/Berlin", run.now.taken_at)
            icloud.put(calendar, file, there)
            await run.app.courier.ask(SyncNow())
            await until("the desktop's notice", lambda: len(desktop.told) > told)
            return desktop.told[-1]

        async def story() -> None:
            await run.start()
            await run.set_up()
            names = [await booked(start + n * HALF_AN_HOUR, guest) for n, guest in enumerate(("Ada", "Grace", "Mary"))]
            ada = await moved(names[0], start + timedelta(days=1))
            grace = await moved(names[1], start + timedelta(days=2))
            assert (ada.title, ada.replaces) == ("Booking with Ada moved", 0)
            assert "is now" in ada.body and ada.acts == ["default", "Open"]
            assert grace.number != ada.number
            window = run.window
            window.pages.go(Page.WEEK)
            window.showMinimized()
            desktop.choose(ada.number)
            await until("the booking", lambda: _is_open(run, names[0]))
            assert not window.isMinimized()
            desktop.choose(grace.number)
            await until("the other", lambda: _is_open(run, names[1]))
            again = await moved(names[0], start + timedelta(days=4))
            assert again.replaces == ada.number, "the first tells of a time that is no more"
            desktop.choose(again.number)
            await until("the first again", lambda: _is_open(run, names[0]))

            # The desktop's bus goes: Qt's way, which cannot say which. There is a doubt: so the list it is.
            beside: list[Popup] = []
            window.tray.popped.connect(beside.append)
            bus.end()
            await until("the end of the thread", lambda: not popup_threads())
            window.notices.popups.add(Notice(NoticeKind.MOVED, run.booking(names[2])))
            await until("it beside the tray", lambda: [each.booking for each in beside] == [names[2]])

            # And it comes back.
            bus.start()
            with NoticeServer(bus) as back:
                window.notices.popups.add(Notice(NoticeKind.CANCELLED, run.booking(names[2])))
                await until("it at the desktop's service", lambda: len(back.told) == 1)
            assert len(beside) == 1
            assert popup_threads()

        stage.play(story())
        assert desktop.wrong == []
        stage.play(run.quit())
        assert not popup_threads(), "ended with the app"


def popup_threads() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name == "popups"]


def _is_open(run: OpenWindow, name: str) -> bool:
    chosen = run.window.bookings_page.selected
    return run.window.page is Page.BOOKINGS and chosen is not None and chosen.id == name


def test_what_was_copied_at_the_tray_is_told_in_passing(scene: Scene) -> None:
    service = Service()
    scene.window.notices.popups.post._service = service
    scene.window.dialogs.times.told.emit("3 times copied.")
    assert [(each.body, each.passing) for each in service.told] == [("3 times copied.", True)]
