"""Errands run in a process of their own: as a desk runs them, and without a loss when that process ends."""

from __future__ import annotations

import os
import pickle
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import keyring
import pytest

from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.keyring_backend import FileKeyring, file_keychain
from tests.support.proxy import Proxy, Reply
from tests.support.servers import PASSWORD, ROOT, free_port
from workestra_desktop import __main__, __version__, branch_process
from workestra_desktop.assembly import open_desk
from workestra_desktop.core.booking import Booking, InCloud
from workestra_desktop.core.commands import (
    Book,
    Command,
    Disconnect,
    FindSlots,
    SettleGone,
    SignedIn,
    SignIn,
    SyncNow,
    SyncReport,
)
from workestra_desktop.core.interval import Span
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.outage import Outage
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble
from workestra_desktop.core.words import words
from workestra_desktop.desktop.lock import SyncLock
from workestra_desktop.store.profile import ProfileStore
from workestra_desktop.sync import branch as sync_branch
from workestra_desktop.sync import errands
from workestra_desktop.sync.branch import Branch
from workestra_desktop.sync.interrupt import Interrupt, Stopped

PATIENCE = 20.0
"""Seconds any one thing may take on a busy machine."""

SOON = 6.0
"""Seconds within which what is cut off is over: a kill after two, and a slow machine."""

ZONE = "Europe/Berlin"
NO_KEYCHAIN = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
WRONG = "wxyz-wxyz-wxyz-wxyz"


@dataclass
class Bench:
    """A branch on a profile, and what came of it."""

    profile: Path
    url: str
    env: Mapping[str, str] = field(default_factory=dict)
    line: list[str] | None = None
    interrupt: Interrupt = field(default_factory=Interrupt)
    shown: list[Progress | None] = field(default_factory=list)
    told: list[Notice] = field(default_factory=list)

    def __post_init__(self) -> None:
        keychain = file_keychain(self.profile.parent)
        env = branch_process.environment({"WORKESTRA_ENDPOINT": self.url, **keychain, **self.env})
        line = self.line or branch_process.command(self.profile)
        self.branch = Branch(line, env, self.interrupt, self.shown.append, self.told.append, lambda: ZONE)

    @property
    def process(self) -> subprocess.Popen[bytes]:
        process = self.branch._process
        assert process is not None
        return process

    def connect(self) -> None:
        """Signs in here, which is quicker than in a new process."""
        keyring.set_keyring(FileKeyring())
        with open_desk(self.profile, {"WORKESTRA_ENDPOINT": self.url}) as desk:
            desk.execute(SignIn(ICloud.user, PASSWORD))

    def sign_in(self, password: str = PASSWORD) -> SignedIn:
        signed = self.branch.execute(SignIn(ICloud.user, password))
        assert isinstance(signed, SignedIn)
        return signed

    def sync(self, *, by_hand: bool = False) -> SyncReport:
        reports: list[SyncReport] = []
        for _ in self.branch.round(by_hand=by_hand, into=reports):
            pass
        (report,) = reports
        return report

    def book(self, guest: str = "Ada Lovelace", days: int = 2) -> Booking:
        start = (datetime.now(UTC) + timedelta(days=days)).replace(minute=0, second=0, microsecond=0)
        booking = self.branch.execute(Book("meeting", start, guest, outside_rules=True))
        assert isinstance(booking, Booking)
        return booking

    def bookings(self) -> list[Booking]:
        store = ProfileStore(self.profile)
        try:
            return store.bookings.all()
        finally:
            store.close()


Opens = Callable[..., Bench]


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opens]:
    made: list[Bench] = []

    (tmp_path / "profile").mkdir()
    monkeypatch.setenv("WORKESTRA_TEST_KEYRING", file_keychain(tmp_path)["WORKESTRA_TEST_KEYRING"])

    def open_at(url: str, env: Mapping[str, str] | None = None, line: list[str] | None = None) -> Bench:
        made.append(Bench(tmp_path / "profile", url, env or {}, line))
        return made[-1]

    yield open_at
    for each in made:
        each.branch.close()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """At rest at once."""
    monkeypatch.setattr(sync_branch, "REST_AFTER", 0.0)


def until(what: str, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"waited {seconds} s in vain for: {what}"
        time.sleep(0.01)


def trouble_of(work: Callable[[], object]) -> Trouble:
    with pytest.raises(Failure) as failed:
        work()
    return failed.value.trouble


def beside(work: Callable[[], object]) -> tuple[threading.Thread, list[BaseException | None]]:
    """Runs `work` in a thread, as the engine would; what it raised, or None, is in the list once it is over."""
    ends: list[BaseException | None] = []

    def run() -> None:
        try:
            work()
        except (Failure, Stopped) as error:
            ends.append(error)
        else:
            ends.append(None)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread, ends


def ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether the branch itself has waited for its end, so that nothing is left of it."""
    return process.returncode is not None


# ---------------------------------------------------------------------------------------------------- as a desk does


def test_it_signs_in_reads_books_and_says_so_on_the_way(icloud: ICloud, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    at = datetime.now(UTC) + timedelta(days=1)
    icloud.seed("work", {f"{n}.ics": event(f"e{n}", at, at + timedelta(hours=1)) for n in range(70)})
    place = bench(icloud.url)
    assert not place.branch.open
    assert place.branch.password_at_hand() is False
    signed = place.sign_in()
    assert signed.password_kept
    assert "Work" in {calendar.name for calendar in signed.calendars}
    assert place.branch.password_at_hand() is True

    reports: list[SyncReport] = []
    seen = [len(place.shown) for _ in place.branch.round(into=reports)]
    (report,) = reports
    assert report.polled and report.changed == 70 and report.requests >= 3
    assert len(set(seen)) > 2, "shown while it went on, not at its end"
    assert any(isinstance(progress, Progress) for progress in place.shown)
    assert place.shown[-1] is None

    booking = place.book()
    assert booking.sync is InCloud.SYNCED
    assert len(icloud.list("work")) == 71
    assert place.bookings() == [booking]
    again = place.branch.execute(SyncNow(full=True))
    assert isinstance(again, SyncReport) and again.polled
    slots = place.branch.execute(FindSlots("meeting", Span(at, at + timedelta(days=7))))
    assert isinstance(slots, tuple) and slots


def test_what_goes_wrong_is_the_trouble_that_a_desk_tells(icloud: ICloud, bench: Opens, tmp_path: Path) -> None:
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url)
    (tmp_path / "own").mkdir()
    with open_desk(tmp_path / "own", {"WORKESTRA_ENDPOINT": icloud.url}) as own:
        wishes: list[Command] = [
            SignIn(icloud.user, WRONG),
            SignIn(icloud.user, "too short"),
            SignIn("nobody", PASSWORD),
            SyncNow(full=True),
            Disconnect(),
            Book("nothing", datetime(2030, 1, 1, tzinfo=UTC), "Ada"),
        ]
        for wish in wishes:
            assert trouble_of(partial(place.branch.execute, wish)) == trouble_of(partial(own.execute, wish))
    first = place.process
    assert trouble_of(place.sync).code is Code.NOT_CONNECTED
    assert place.process is first, "a failure is no end"


def test_a_round_may_be_left_and_another_begun(icloud: ICloud, proxy: Proxy, bench: Opens) -> None:
    """Left in its midst, it frees the lock and keeps its process."""
    icloud.mkcalendar("work", "Work")
    place = bench(proxy.url)
    place.connect()
    reports: list[SyncReport] = []
    left = place.branch.round(into=reports)
    next(left)
    left.close()  # type: ignore[attr-defined]
    first = place.process
    with SyncLock(place.profile).held(0):
        pass
    assert not reports
    assert place.sync(by_hand=True).polled
    assert place.process is first


# --------------------------------------------------------------------------------------------------------- at rest


def test_it_ends_when_it_has_had_nothing_to_do_for_a_while(
    icloud: ICloud, bench: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url)
    place.connect()
    assert place.branch.password_at_hand()
    first = place.process
    place.branch.rest()
    assert place.branch.open, "ten seconds have not passed"
    monkeypatch.setattr(sync_branch, "REST_AFTER", 0.3)

    def rested() -> bool:
        place.branch.rest()
        return not place.branch.open

    until("its rest", rested)
    assert first.returncode == 0
    assert place.sync().polled
    assert place.process.pid != first.pid
    assert place.book().sync is InCloud.SYNCED


@pytest.mark.usefixtures("quick")
def test_it_does_not_end_between_two_steps_of_a_round(icloud: ICloud, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url)
    place.connect()
    reports: list[SyncReport] = []
    for _ in place.branch.round(into=reports):
        place.branch.rest()
        assert place.branch.open
    assert reports
    first = place.process
    place.branch.rest()
    assert ended(first)


@pytest.mark.usefixtures("quick")
def test_a_password_that_no_keychain_keeps_lasts_as_long_as_the_branch(icloud: ICloud, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url, NO_KEYCHAIN)
    assert not place.sign_in().password_kept
    first = place.process
    place.branch.rest()
    assert ended(first)
    assert place.sync().polled, "the next process is told of it"
    second = place.process
    second.kill()
    until("its end", lambda: not place.branch.open)
    assert place.branch.password_at_hand() is True
    place.branch.execute(Disconnect())
    place.branch.rest()
    assert trouble_of(place.sync).code is Code.NOT_CONNECTED
    assert place.branch._held is None


def test_a_held_password_is_for_its_own_account(icloud: ICloud, bench: Opens) -> None:
    """The command may have disconnected, and connected another."""
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url, NO_KEYCHAIN)
    place.sign_in()
    place.branch.close()
    store = ProfileStore(place.profile)
    account = store.account.get()
    assert account is not None
    with store.transaction():
        store.account.put(replace(account, apple_id="other@example.com"))
    store.close()
    assert place.branch.password_at_hand() is False
    assert trouble_of(place.sync).code is Code.KEYCHAIN


def test_a_held_password_is_forgotten_even_if_disconnecting_fails(icloud: ICloud, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    refusing = {"PYTHON_KEYRING_BACKEND": "tests.support.keyring_backend.RefusingKeyring"}
    place = bench(icloud.url, refusing)
    assert not place.sign_in().password_kept
    assert trouble_of(lambda: place.branch.execute(Disconnect())).code is Code.KEYCHAIN
    place.branch.close()
    assert trouble_of(place.branch.password_at_hand).code is Code.KEYCHAIN, "nobody but the keychain is asked"


# -------------------------------------------------------------------------------------------------- ended by others


def test_killed_while_idle_the_next_errand_just_works(icloud: ICloud, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url)
    place.connect()
    assert place.branch.password_at_hand()
    first = place.process
    first.kill()
    until("its end", lambda: not place.branch.open)
    assert place.sync().polled
    assert place.process.pid != first.pid


def test_killed_between_two_steps_the_round_does_not_pass_for_done(icloud: ICloud, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url)
    place.connect()
    reports: list[SyncReport] = []
    steps = place.branch.round(into=reports)
    next(steps)
    place.process.kill()
    until("its end", lambda: not place.branch.open)
    trouble = trouble_of(lambda: list(steps))
    assert trouble.code is Code.DEFECT and "ended" in trouble.detail
    assert not reports
    assert place.sync().polled


def test_killed_while_the_event_is_written_there_is_one_event(icloud: ICloud, proxy: Proxy, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    place = bench(proxy.url)
    place.connect()
    place.sync()
    answered = threading.Event()

    def hold(reply: Reply) -> Reply:
        answered.wait(PATIENCE)
        return reply

    proxy.change("PUT", by=hold)
    thread, ends = beside(place.book)
    until("the event on the server", lambda: len(icloud.list("work")) == 1)
    killed = place.process
    killed.kill()
    thread.join(PATIENCE)
    answered.set()
    (failure,) = ends
    assert isinstance(failure, Failure)
    assert (failure.trouble.code, failure.trouble.scope) == (Code.DEFECT, Scope.APP)
    assert "the process that talks to iCloud ended" in failure.trouble.detail
    assert str(killed.returncode) in failure.trouble.detail and killed.returncode != 0
    assert place.sync().polled
    assert [b.sync for b in place.bookings()] == [InCloud.SYNCED]
    assert len(icloud.list("work")) == 1


PARENT = """
import sys
from pathlib import Path
from workestra_desktop.core.commands import SyncNow
from workestra_desktop.sync.branch import Branch
from workestra_desktop.sync.interrupt import Interrupt
from workestra_desktop import branch_process

profile, url = Path(sys.argv[1]), sys.argv[2]
env = branch_process.environment({"WORKESTRA_ENDPOINT": url})
branch = Branch(branch_process.command(profile), env, Interrupt(), lambda _: None, lambda _: None, lambda: "UTC")
branch.execute(SyncNow(full=True))
"""


def test_it_does_not_outlive_the_window(icloud: ICloud, proxy: Proxy, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    place = bench(proxy.url)
    place.connect()
    fault = proxy.hang("PROPFIND")
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(place.profile), proxy.url],
        env={**os.environ, **file_keychain(place.profile.parent), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    until("the request", fault.reached.is_set)
    time.sleep(0.2)
    with pytest.raises(Failure):
        SyncLock(place.profile).held(0).__enter__()
    parent.kill()
    # Its stderr is theirs together: it ends with the last of them.
    _, said = parent.communicate(timeout=SOON)
    assert said == b""
    with SyncLock(place.profile).held(0):
        pass


def test_what_cannot_be_cut_off_does_not_keep_it(icloud: ICloud, bench: Opens, tmp_path: Path) -> None:
    """A keychain that asks its owner, who does not answer."""
    (tmp_path / "asking.py").write_text(
        "import time\n"
        "from pathlib import Path\n"
        "from tests.support.keyring_backend import FileKeyring\n"
        "class Asking(FileKeyring):\n"
        "    def get_password(self, service, username):\n"
        f"        Path({str(tmp_path / 'asked')!r}).touch()\n"
        "        time.sleep(60)\n"
    )
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url, {"PYTHON_KEYRING_BACKEND": "asking.Asking", "PYTHONPATH": str(tmp_path)})
    thread, ends = beside(place.sign_in)
    until("the question", (tmp_path / "asked").exists)
    process = place.process
    place.interrupt.stop()
    thread.join(SOON)
    assert [type(end) for end in ends] == [Stopped]
    assert ended(process)


# ------------------------------------------------------------------------------------------------------------- stop


def test_a_stop_cuts_off_the_request(icloud: ICloud, proxy: Proxy, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    place = bench(proxy.url)
    place.connect()
    fault = proxy.hang("PROPFIND")
    thread, ends = beside(place.sync)
    until("the request", fault.reached.is_set)
    time.sleep(0.2)
    process = place.process
    place.interrupt.stop()
    thread.join(SOON)
    assert [type(end) for end in ends] == [Stopped]
    assert ended(process)
    with pytest.raises(Stopped):
        place.branch.password_at_hand()
    assert not place.branch.open


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_stop_while_the_process_is_started(
    icloud: ICloud, proxy: Proxy, bench: Opens, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """There is no process yet that could be cut off, and one stop must do."""
    place = bench(proxy.url)
    proxy.hang("*", times=None)
    started: list[subprocess.Popen[bytes]] = []
    begin = subprocess.Popen

    def stop() -> None:
        other = threading.Thread(target=place.interrupt.stop)
        other.start()
        other.join(PATIENCE)

    def popen(*arguments: Any, **named: Any) -> subprocess.Popen[bytes]:
        if when == "before":
            stop()
        started.append(begin(*arguments, **named))
        if when == "after":
            stop()
        return started[-1]

    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "Popen", popen)
        thread, ends = beside(place.sign_in)
        thread.join(SOON)
    assert [type(end) for end in ends] == [Stopped]
    assert [ended(process) for process in started] == [True]


def test_a_stop_at_any_moment(icloud: ICloud, proxy: Proxy, bench: Opens) -> None:
    moments = random.Random(7)
    proxy.hang("*", times=None)
    for _ in range(5):
        place = bench(proxy.url)
        thread, ends = beside(place.sign_in)
        time.sleep(moments.random() * 0.5)
        place.interrupt.stop()
        thread.join(SOON)
        assert [type(end) for end in ends] == [Stopped]
        assert not place.branch.open


# ------------------------------------------------------------------------------------------------------- handed on


def test_an_outage_is_told_of_although_each_round_has_a_process_of_its_own(icloud: ICloud, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url)
    place.connect()
    _out_of_reach(place.profile, timedelta(minutes=70))
    icloud.standin.fault("status", method="PROPFIND", status=502, times=None)
    for told in (0, 1, 1):
        place.branch.close()
        assert trouble_of(place.sync).code is Code.ICLOUD_DOWN
        assert [n.kind for n in place.told] == [NoticeKind.NETWORK] * told
    assert place.told[0].trouble is not None


def test_a_start_of_the_app_tells_of_no_outage_by_itself(icloud: ICloud, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    bench(icloud.url).connect()
    icloud.standin.fault("status", method="PROPFIND", status=502, times=None)
    place = bench(icloud.url)
    _out_of_reach(place.profile, timedelta(minutes=70))
    assert trouble_of(place.sync).code is Code.ICLOUD_DOWN
    assert place.told == []


def _out_of_reach(profile: Path, since: timedelta) -> None:
    """iCloud was out of reach for `since`, and looked for five minutes ago."""
    store, now = ProfileStore(profile), datetime.now(UTC)
    try:
        account = store.account.get()
        assert account is not None
        with store.transaction():
            store.account.put(replace(account, outage=Outage(now - since, now - timedelta(minutes=5))))
    finally:
        store.close()


# ------------------------------------------------------------------------------------------------ the other end


def test_another_version_leaves_the_profile_alone(
    icloud: ICloud, bench: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync_branch, "__version__", "0.0.1")
    place = bench(icloud.url)
    place.profile.rmdir()
    for _ in range(3):
        trouble = trouble_of(place.sign_in)
        assert trouble.code is Code.PROFILE_NEWER
        assert words(trouble).title == "Workestra was updated"
    assert not place.profile.exists()


def test_a_profile_that_cannot_be_opened_is_tried_again(icloud: ICloud, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url)
    place.profile.rmdir()
    assert trouble_of(place.sign_in).code is Code.DISK
    first = place.process
    place.profile.mkdir()
    assert place.sign_in().password_kept
    assert place.process is first


OPEN = pickle.dumps(errands.Open(__version__, ZONE, False))
SAID = {
    "nothing": b"",
    "garbage": b"\x80\x05\xff\xfe not a message \n",
    "words": b"hello\n" * 50,
    "a cut message": OPEN[:-9],
    "an unknown class": OPEN.replace(b"Open", b"Shut"),
    "another value": pickle.dumps({"version": 1}),
    "no opening": pickle.dumps(errands.LookForPassword()),
    "garbage after the opening": OPEN + b"garbage\n",
    "another value after the opening": OPEN + pickle.dumps({"version": 1}),
}


def test_what_it_does_not_understand_ends_it_without_a_word(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    processes = {
        name: subprocess.Popen(
            branch_process.command(profile),
            env=branch_process.environment({}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for name in SAID
    }
    try:
        for name, process in processes.items():
            assert process.stdin is not None
            process.stdin.write(SAID[name])
            process.stdin.flush()
            if name in ("nothing", "a cut message"):
                process.stdin.close()
                process.stdin = None
        for name, process in processes.items():
            process.wait(PATIENCE)  # of itself, also with its pipe still open
            out, errors = process.communicate(timeout=PATIENCE)
            assert (name, out, errors, process.returncode) == (name, errands.MARK, b"", 0)
    finally:
        for process in processes.values():
            process.kill()  # none is left
    assert not profile.exists()


def test_what_others_answer_is_no_answer(bench: Opens) -> None:
    for program in ("print('hello')", "import os; os.close(1); input()", "raise SystemExit(3)"):
        place = bench("http://127.0.0.1:9/", line=[sys.executable, "-S", "-c", program])
        trouble = trouble_of(place.sign_in)
        assert trouble.code is Code.DEFECT
        assert "ended" in trouble.detail
        assert not place.branch.open
    assert trouble_of(bench("http://127.0.0.1:9/", line=["/nowhere/at-all"]).sign_in).code is Code.DEFECT


def test_an_answer_that_could_not_be_taken_is_not_the_next_ones(icloud: ICloud, bench: Opens) -> None:
    """What the engine does with a notice or progress may fail: its disk is full."""
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url)
    place.connect()

    def full(_progress: Progress | None) -> None:
        raise Failure(Trouble(Code.DISK, Scope.APP))

    place.branch._show = full
    assert trouble_of(place.sync).code is Code.DISK
    place.branch._show = place.shown.append
    assert place.branch.password_at_hand() is True
    assert place.sync().polled


def test_what_was_printed_before_its_first_word_is_passed_over(icloud: ICloud, bench: Opens, tmp_path: Path) -> None:
    """A company's own start of Python may greet."""
    (tmp_path / "sitecustomize.py").write_text("print('Welcome to Example Ltd.', end=' ' * 3000, flush=True)")
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url, {"PYTHONPATH": str(tmp_path)})
    assert place.sign_in().password_kept
    assert place.sync().polled


def test_the_zone_is_the_window_s_and_not_the_system_s(icloud: ICloud, bench: Opens) -> None:
    """A laptop that has travelled would have free times of two days otherwise."""
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url, {"TZ": "America/New_York"})
    place.connect()
    place.sync()
    with open_desk(place.profile, {"WORKESTRA_ENDPOINT": icloud.url}) as desk:
        horizon = desk.store.account.horizon()
    assert horizon is not None and horizon.zone == ZONE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals")
def test_a_logout_ends_the_window_which_ends_it(icloud: ICloud, bench: Opens) -> None:
    """The system tells both at once; ended first, it would pass for a crash."""
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url)
    place.connect()
    assert place.branch.password_at_hand()
    first = place.process
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        first.send_signal(number)
    assert place.sync().polled
    assert place.process is first
    place.branch.close()
    assert first.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no processes")
def test_one_that_stands_still_is_killed_at_the_end(icloud: ICloud, proxy: Proxy, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    place = bench(proxy.url)
    place.connect()
    fault = proxy.hang("PROPFIND")
    thread, ends = beside(place.sync)
    until("the request", fault.reached.is_set)
    process = place.process
    process.send_signal(signal.SIGSTOP)
    end = time.monotonic() + PATIENCE
    while thread.is_alive() and time.monotonic() < end:
        place.interrupt.stop()  # as the app does until all have stopped
        time.sleep(0.1)
    assert [type(each) for each in ends] == [Stopped]
    assert ended(process)


def test_a_pipe_that_is_full_does_not_hold_up_the_end(icloud: ICloud, bench: Opens) -> None:
    """The window's own thread says that the app ends; it must not wait for a write of the engine's."""
    place = bench(icloud.url, line=[sys.executable, "-S", "-c", "import time; time.sleep(60)"])
    huge = SettleGone(tuple(f"{number:032}" for number in range(20_000)), cancel=False)
    thread, ends = beside(lambda: place.branch.execute(huge))
    until("the process", lambda: place.branch.open)
    time.sleep(0.5)
    process = place.process
    began = time.monotonic()
    place.interrupt.stop()
    assert time.monotonic() - began < 2
    thread.join(SOON)
    assert [type(each) for each in ends] == [Stopped]
    assert ended(process)


def test_a_first_read_that_breaks_off_is_not_shown_as_going_on(icloud: ICloud, proxy: Proxy, bench: Opens) -> None:
    icloud.mkcalendar("work", "Work")
    start = datetime.now(UTC) + timedelta(days=1)
    for number in range(120):
        icloud.put("work", f"{number}.ics", event(f"e{number}", start, start + timedelta(hours=1)))
    place = bench(proxy.url)
    place.connect()
    proxy.delay("REPORT", seconds=0.3, times=None)
    thread, ends = beside(place.sync)
    until("the first read", lambda: any(place.shown))
    place.process.kill()
    thread.join(SOON)
    assert [type(each) for each in ends] == [Failure]
    assert place.shown[-1] is None


def test_what_is_printed_or_read_there_disturbs_nothing(icloud: ICloud, bench: Opens, tmp_path: Path) -> None:
    (tmp_path / "chatty.py").write_text(
        "import os, subprocess, sys\n"
        "from pathlib import Path\n"
        "from tests.support.keyring_backend import FileKeyring\n"
        "class Chatty(FileKeyring):\n"
        "    def get_password(self, service, username):\n"
        "        print('Unlock the keychain:', flush=True)\n"
        "        read = sys.stdin.read() + repr(os.read(0, 10))\n"
        "        os.write(1, b'still locked\\n')\n"
        "        subprocess.run([sys.executable, '-S', '-c', 'print(7)'], check=True)\n"
        f"        Path({str(tmp_path / 'read')!r}).write_text(read)\n"
        "        return super().get_password(service, username)\n"
    )
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url, {"PYTHON_KEYRING_BACKEND": "chatty.Chatty", "PYTHONPATH": str(tmp_path)})
    assert place.sign_in().password_kept
    assert place.branch.password_at_hand() is True
    assert place.sync().polled
    assert (tmp_path / "read").read_text() == "b''"


# ------------------------------------------------------------------------------------------------- how it is started


def test_the_program_knows_the_option() -> None:
    assert __main__.BRANCH == branch_process.OPTION


def test_nothing_is_taken_from_the_folder_that_the_window_was_started_in(
    icloud: ICloud, bench: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, marker = tmp_path / "here", tmp_path / "taken"
    (here / "workestra_desktop").mkdir(parents=True)
    taken = f"open({str(marker)!r}, 'w').close()\nraise SystemExit(9)\n"
    for name in ("caldav.py", "keyring.py", "pickle.py", "sitecustomize.py", "workestra_desktop/__init__.py"):
        (here / name).write_text(taken)
    monkeypatch.chdir(here)
    icloud.mkcalendar("work", "Work")
    place = bench(icloud.url)
    place.connect()
    assert place.sync().polled
    assert not marker.exists()


def test_a_server_that_is_not_there_is_offline(bench: Opens) -> None:
    assert trouble_of(bench(f"http://127.0.0.1:{free_port()}/").sign_in).code is Code.OFFLINE
