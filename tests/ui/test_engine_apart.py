"""Work with iCloud is done in another process, and what becomes of that one is not the host's concern."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring
import keyring.backends.fail
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.keyring_backend import FileKeyring, RefusingKeyring, file_keychain
from tests.support.proxy import Proxy
from tests.support.servers import PASSWORD, ROOT, CalDavServer, Radicale
from tests.support.windows import OFFSCREEN, OpenWindow, Stage, settle, until
from workestra_desktop.assembly import open_desk
from workestra_desktop.core.booking import Booking, InCloud
from workestra_desktop.core.commands import Book, Disconnect, FindSlots, FinishSetup, SignIn, SyncNow
from workestra_desktop.core.interval import Span
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trigger import Trigger
from workestra_desktop.core.trouble import Code, Failure, Trouble
from workestra_desktop.desktop.lock import SyncLock
from workestra_desktop.store.profile import ProfileStore
from workestra_desktop.sync import branch as sync_branch
from workestra_desktop.sync import engine
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN

WRONG = "wxyz-wxyz-wxyz-wxyz"


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


def rest_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its process is at rest as soon as the engine looks, which it does at once."""
    monkeypatch.setattr(sync_branch, "REST_AFTER", 0.0)
    monkeypatch.setattr(engine, "LOOK_EVERY_MS", 300)


def process_of(run: OpenWindow) -> subprocess.Popen[bytes] | None:
    branch = run.app.engine._branch
    assert branch is not None
    return branch._process


def running(run: OpenWindow) -> subprocess.Popen[bytes]:
    process = process_of(run)
    assert process is not None and process.returncode is None
    return process


async def start(run: OpenWindow) -> None:
    """Opens the window on a profile that is connected, and waits for its first poll to be over."""
    opened = datetime.now(UTC)
    await run.start()
    await until("a poll", lambda: run.now.last_poll is not None and run.now.last_poll >= opened)
    await until("its end", lambda: run.now.state is State.UP_TO_DATE)


async def book(run: OpenWindow, guest: str, days: int = 2) -> Booking:
    at = (datetime.now(UTC) + timedelta(days=days)).replace(minute=0, second=0, microsecond=0)
    return await run.app.courier.ask(Book("meeting", at, guest, outside_rules=True))


Connect = Callable[[CalDavServer, Path], None]


@pytest.fixture
def connect(monkeypatch: pytest.MonkeyPatch) -> Connect:
    """Makes a profile in a folder that is signed in and read. Its keychain is that of the other process, not ours."""

    def sign_in(server: CalDavServer, folder: Path) -> None:
        server.mkcalendar("work", "Work")
        (folder / "profile").mkdir(parents=True)
        for name, value in file_keychain(folder).items():
            monkeypatch.setenv(name, value)
        ours = keyring.get_keyring()
        keyring.set_keyring(FileKeyring())
        with open_desk(folder / "profile", {"WORKESTRA_ENDPOINT": server.url}) as desk:
            desk.execute(SignIn(server.user, PASSWORD))
            desk.execute(FinishSetup())
            desk.read_all()
        keyring.set_keyring(ours)

    return sign_in


def test_at_rest_its_process_ends_and_the_next_booking_works(
    stage: Stage, icloud: ICloud, connect: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest_soon(monkeypatch)
    connect(icloud, tmp_path)
    run = stage.open(tmp_path / "profile", icloud.url, apart=True)

    async def story() -> None:
        await start(run)
        await until("its rest", lambda: process_of(run) is None)
        assert run.now.state is State.UP_TO_DATE
        booking = await book(run, "Ada Lovelace")
        assert booking.sync is InCloud.SYNCED
        assert len(icloud.list("work")) == 1
        await until("its rest", lambda: process_of(run) is None)
        await run.quit()

    stage.play(story())


def test_it_is_started_ahead_where_it_will_soon_be_wanted(
    stage: Stage, icloud: ICloud, connect: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest_soon(monkeypatch)
    monkeypatch.setattr(sync_branch, "REST_AFTER", 0.5)
    connect(icloud, tmp_path)
    run = stage.open(tmp_path / "profile", icloud.url, apart=True)

    async def story() -> None:
        await start(run)
        await until("its rest", lambda: process_of(run) is None)
        now = datetime.now(UTC)
        assert await run.app.courier.ask(FindSlots("meeting", Span(now, now + timedelta(days=9))))
        await until("a process", lambda: process_of(run) is not None)
        await until("its rest", lambda: process_of(run) is None)
        polled = run.now.last_poll
        run.app._nudged.emit(Trigger.FOCUS)
        await until("a process", lambda: process_of(run) is not None)
        await until("its rest", lambda: process_of(run) is None)
        assert run.now.last_poll == polled, "too soon for another poll"
        await run.quit()

    stage.play(story())


def test_the_daily_copy_is_made_in_turn_with_who_erases(
    stage: Stage, icloud: ICloud, connect: Connect, tmp_path: Path
) -> None:
    """As `disconnect --erase` of the command does it: copies first, then the rows, with the lock in hand."""
    connect(icloud, tmp_path)
    profile = tmp_path / "profile"
    run = stage.open(profile, icloud.url, apart=True)

    def copies() -> list[Path]:
        return sorted(profile.glob("backups/*"))

    async def story() -> None:
        await start(run)
        assert len(copies()) == 1, "the first round of the day makes one"
        await book(run, "Ada Lovelace")
        store = ProfileStore(profile)
        with SyncLock(profile).held(5):
            store.erase_copies()
            asking = asyncio.ensure_future(run.app.courier.ask(SyncNow()))
            await asyncio.sleep(1)
            with store.transaction():
                store.account.erase()
        store.close()
        with pytest.raises(Failure) as refused:
            await asking
        assert refused.value.trouble.code is Code.NOT_CONNECTED
        assert copies() == []
        await run.quit()

    stage.play(story())


def test_killed_during_a_poll_the_next_one_recovers(
    stage: Stage, icloud: ICloud, connect: Connect, proxy: Proxy, tmp_path: Path
) -> None:
    connect(icloud, tmp_path)
    run = stage.open(tmp_path / "profile", proxy.url, apart=True)

    async def story() -> None:
        await start(run)
        fault = proxy.hang("PROPFIND")
        run.window.sync_now()
        await until("the request", fault.reached.is_set)
        running(run).kill()
        await until("the trouble", lambda: run.now.state is State.ATTENTION)
        (trouble,) = run.now.problems
        assert trouble.code is Code.DEFECT and "ended" in trouble.detail
        await settle()
        proxy.clear()
        run.window.sync_now()
        await until("a poll", lambda: run.now.state is State.UP_TO_DATE)
        assert run.now.problems == ()
        await run.quit()

    stage.play(story())


def test_killed_while_idle_nobody_notices(stage: Stage, icloud: ICloud, connect: Connect, tmp_path: Path) -> None:
    connect(icloud, tmp_path)
    run = stage.open(tmp_path / "profile", icloud.url, apart=True)

    async def story() -> None:
        await start(run)
        running(run).kill()
        await settle()
        assert (await book(run, "Ada Lovelace")).sync is InCloud.SYNCED
        assert run.now.problems == ()
        await run.quit()

    stage.play(story())


@pytest.mark.usefixtures("swept")
def test_a_wrong_password_is_told_as_ever(stage: Stage, icloud: ICloud, tmp_path: Path) -> None:
    icloud.mkcalendar("work", "Work")
    told: list[Trouble | None] = []

    async def story(run: OpenWindow) -> None:
        page = run.window.connect_page
        await run.start()
        await run.sign_in(password=WRONG)
        await until("the error", page.trouble.isVisible)
        told.append(page.trouble.trouble)
        assert run.window.page is Page.CONNECT
        assert run.focus is page.password and page.password.selectedText()
        assert not run.now.connected and run.now.apple_id is None
        run.write(PASSWORD)
        run.press(Qt.Key.Key_Return)
        await until("the calendar page", lambda: run.window.page is Page.CALENDARS)
        assert not page.trouble.isVisible()
        await run.quit()

    for apart in (False, True):
        stage.play(story(stage.open(tmp_path / str(apart) / "profile", icloud.url, apart=apart)))
    assert told[0] == told[1] and told[0] is not None and told[0].code is Code.SIGN_IN_REFUSED
    for file in (path for path in (tmp_path / "True" / "profile").rglob("*") if path.is_file()):
        for secret in (PASSWORD, PASSWORD.replace("-", ""), WRONG):
            assert secret.encode() not in file.read_bytes()


@pytest.mark.parametrize("backend", [RefusingKeyring, keyring.backends.fail.Keyring])
def test_without_a_keychain_the_password_lasts_for_this_run_as_ever(
    stage: Stage, icloud: ICloud, proxy: Proxy, tmp_path: Path, backend: type[KeyringBackend],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The process that signed in ends at rest, and the next one has the password all the same."""
    rest_soon(monkeypatch)
    keyring.set_keyring(backend())
    env = {"PYTHON_KEYRING_BACKEND": f"{backend.__module__}.{backend.__name__}"}
    icloud.mkcalendar("work", "Work")
    said: dict[bool, list[object]] = {False: [], True: []}

    async def story(apart: bool, first: OpenWindow, again: Callable[[], OpenWindow]) -> None:
        await first.start()
        await first.sign_in()
        await until("the calendar page", lambda: first.window.page is Page.CALENDARS)
        await settle()
        note = first.window.calendars_page.note
        said[apart] += [note.isVisible(), note.text()]
        first.window.calendars_page.submit()
        await until("the last page", lambda: first.window.page is Page.DONE)
        first.window.done_page.open.click()
        await first.calm()
        if apart:
            await until("its rest", lambda: process_of(first) is None)
        assert (await book(first, "Ada", 2 + apart)).sync is InCloud.SYNCED
        await first.quit()
        proxy.forget()
        second = again()
        page = second.window.connect_page
        await second.start()
        await until("the connect page with the Apple ID", lambda: page.apple_id.text() == icloud.user)
        await until("the question", lambda: second.now.password_forgotten)
        said[apart] += [page.title.text(), second.now.problems, second.now.state]
        assert second.window.page is Page.CONNECT and second.focus is page.password
        assert proxy.log == ()
        second.write(PASSWORD)
        second.press(Qt.Key.Key_Return)
        await until("the bookings", lambda: second.window.page is Page.BOOKINGS)
        await until("a poll", lambda: second.now.last_poll is not None and not second.now.password_forgotten)
        await second.quit()

    for apart in (False, True):

        def open_one(apart: bool = apart) -> OpenWindow:
            return stage.open(tmp_path / str(apart) / "profile", proxy.url, env if apart else {}, apart=apart)

        stage.play(story(apart, open_one(), open_one))
    assert said[False] == said[True]
    assert said[True][0] is True


def test_disconnecting_and_erasing_leaves_nothing(
    stage: Stage, icloud: ICloud, connect: Connect, tmp_path: Path
) -> None:
    connect(icloud, tmp_path)
    run = stage.open(tmp_path / "profile", icloud.url, apart=True)

    async def story() -> None:
        await start(run)
        await book(run, "Ada Lovelace")
        await run.app.courier.ask(Disconnect(erase=True))
        await until("the first page", lambda: run.window.page is Page.CONNECT)
        assert run.now.apple_id is None and run.now.bookings == ()
        assert PASSWORD not in (tmp_path / "keyring.json").read_text("utf-8")
        process = running(run)
        await run.quit()
        assert process.returncode == 0 and process_of(run) is None

    stage.play(story())
    assert len(icloud.list("work")) == 1, "iCloud is not told"


def test_two_windows_keep_to_themselves(
    stage: Stage, icloud: ICloud, connect: Connect, radicale: Radicale, tmp_path: Path
) -> None:
    connect(icloud, tmp_path / "one")
    connect(radicale, tmp_path / "two")
    radicale.put("work", "own.ics", event("own", datetime.now(UTC), datetime.now(UTC) + timedelta(hours=1)))
    one = stage.open(tmp_path / "one" / "profile", icloud.url, apart=True)
    two = stage.open(tmp_path / "two" / "profile", radicale.url, apart=True)

    async def story() -> None:
        await start(one)
        await start(two)
        assert running(one).pid != running(two).pid
        ada, alan = await asyncio.gather(book(one, "Ada"), book(two, "Alan"))
        await until("both", lambda: bool(one.now.bookings and two.now.bookings))
        assert [b.id for b in one.now.bookings] == [ada.id]
        assert [b.id for b in two.now.bookings] == [alan.id]
        assert (one.now.events, two.now.events) == (1, 2)
        await one.quit()
        assert (await book(two, "Grace", 4)).sync is InCloud.SYNCED
        await two.quit()

    stage.play(story())
    assert len(icloud.list("work")) == 1
    assert len(radicale.list("work")) == 3


def test_what_only_work_with_icloud_needs_is_never_loaded(icloud: ICloud, connect: Connect, tmp_path: Path) -> None:
    """The memory at rest is about what is loaded (benchmarks)."""
    connect(icloud, tmp_path)
    soon = datetime.now(UTC) + timedelta(hours=1)
    icloud.put("work", "new.ics", event("new", soon, soon + timedelta(hours=1), "RRULE:FREQ=DAILY;COUNT=9"))
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.apart", str(tmp_path / "profile")],
        cwd=ROOT,
        env={**os.environ, **file_keychain(tmp_path), "WORKESTRA_ENDPOINT": icloud.url, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.splitlines() == ["offered True moved synced cancelled polled True", "loaded"], done.stderr[
        -3000:
    ]
