"""A window tells of every notice once, whichever process kept it; and of none that was there before it began."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.support.desks import MONDAY, Workplace, workplace
from tests.support.engines import Computer, RunningEngine, computer, until
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from workestra_desktop.core.commands import Book, SeeNotices, SignIn, SyncNow
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.snapshot import State

__all__ = ["computer"]  # the fixture

START = (MONDAY + timedelta(days=7)).replace(hour=10, minute=0)
HOUR = timedelta(hours=1)

Heard = list[tuple[NoticeKind, str]]


class Window(RunningEngine):
    """One start of the app, and what it told of."""

    def __init__(self, profile: Path, url: str, computer: Computer) -> None:
        super().__init__(profile, url, computer)
        self.heard: Heard = []
        self.engine.noticed.connect(self._note)

    def _note(self, notice: Notice) -> None:
        self.heard.append((notice.kind, notice.overlap.title if notice.overlap else ""))


@pytest.fixture
def profile(icloud: ICloud, computer: Computer, tmp_path: Path) -> Path:
    """Connected, with a booking at ten."""
    icloud.standin.clock(at=MONDAY)
    icloud.mkcalendar("work", "Work")
    with RunningEngine(tmp_path / "profile", icloud.url, computer) as first:
        first.do(SignIn(icloud.user, icloud.password))
        until("the first read", lambda: first.now.complete and first.now.state is State.UP_TO_DATE)
        first.do(Book("meeting", START, "Ada", outside_rules=True))
        first.calm()
    return tmp_path / "profile"


@pytest.fixture
def window(profile: Path, icloud: ICloud, computer: Computer) -> Iterator[Window]:
    with Window(profile, icloud.url, computer) as window:
        window.calm()
        yield window


@pytest.fixture
def command(profile: Path, icloud: ICloud, computer: Computer) -> Iterator[Workplace]:
    """Another process on the profile, with its own connections."""
    with workplace(profile, icloud.url) as place:
        place.clock.at = computer.wall
        place.desk.around.vault.keep(icloud.user, icloud.password)
        yield place


def lies_on_it(icloud: ICloud, name: str, start: datetime = START) -> None:
    icloud.put("work", f"{name}.ics", event(name, start, start + HOUR, summary=name))


def kept(run: RunningEngine) -> list[str]:
    return [each.notice.overlap.title for each in run.now.notices if each.notice.overlap]


def test_its_own_are_told_once_and_listed(icloud: ICloud, window: Window) -> None:
    lies_on_it(icloud, "Talk")
    window.do(SyncNow())
    window.calm()
    window.do(SyncNow())
    window.calm()
    assert window.heard == [(NoticeKind.CONFLICT, "Talk")]
    assert kept(window) == ["Talk"]
    window.do(SeeNotices(window.now.notices[0].id))
    until("the mark", lambda: [each.seen for each in window.now.notices] == [True])


def test_what_another_process_was_told_arrives_once(icloud: ICloud, window: Window, command: Workplace) -> None:
    lies_on_it(icloud, "Talk")
    command.desk.poll()
    assert [n.kind for n in command.notices] == [NoticeKind.CONFLICT]
    until("it in the window", lambda: kept(window) == ["Talk"])
    until("a word of it", lambda: window.heard == [(NoticeKind.CONFLICT, "Talk")])
    lies_on_it(icloud, "Walk")
    window.do(SyncNow())
    window.calm()
    assert window.heard == [(NoticeKind.CONFLICT, "Talk"), (NoticeKind.CONFLICT, "Walk")]


def test_nor_is_one_lost_that_comes_while_the_window_is_at_work(
    icloud: ICloud, window: Window, command: Workplace
) -> None:
    """After a command of its own the window counts the profile as known: with what others wrote during it."""
    fault = icloud.standin.fault("hang", method="PROPFIND", times=1)
    asked = window.send(Book("meeting", START + 3 * HOUR, "Grace", outside_rules=True))
    icloud.standin.await_strike(fault)
    booking = command.desk.bookings()[0]
    with command.store.transaction():
        command.store.notices.add(Notice(NoticeKind.FAILED, booking, booking), command.clock())
    icloud.standin.release()
    assert window.answer(asked).trouble is None
    window.calm()
    assert window.heard == [(NoticeKind.FAILED, "")]


def test_a_start_tells_of_nothing_old(icloud: ICloud, profile: Path, computer: Computer, command: Workplace) -> None:
    lies_on_it(icloud, "Talk")
    command.desk.poll()
    with Window(profile, icloud.url, computer) as window:
        window.calm()
        assert kept(window) == ["Talk"]
        assert window.heard == []
