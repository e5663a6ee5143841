"""Quitting takes no longer for a server that does not answer, and loses nothing."""

from __future__ import annotations

import asyncio
import gc
import random
import socket
import threading
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.cli.command import Workestra
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.proxy import Fault, Proxy, Reply
from tests.support.servers import free_port
from tests.support.windows import OFFSCREEN, OpenWindow, Stage, measured, until
from workestra_desktop.core.booking import InCloud
from workestra_desktop.core.commands import Book
from workestra_desktop.core.snapshot import State
from workestra_desktop.store.profile import ProfileStore

pytestmark = OFFSCREEN


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


AT_MOST = 3.0
"""Seconds from Quit to the end, whatever the server does."""


def seed(server: ICloud, count: int, calendar: str = "work") -> None:
    server.mkcalendar(calendar, calendar.title())
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    server.seed(
        calendar,
        {
            f"e{n:04}.ics": event(f"e{n:04}", start + timedelta(hours=n), start + timedelta(hours=n, minutes=30))
            for n in range(count)
        },
    )


async def leave(run: OpenWindow, what: str) -> None:
    """Quits, measures how long it took, and looks that nothing is left."""
    start = time.monotonic()
    run.app.quit()
    assert not run.window.isVisible()
    await until("the end", lambda: bool(run.ended))
    took = time.monotonic() - start
    measured(f"quit while {what}: {took * 1000:.0f} ms")
    assert took < AT_MOST
    assert run.ended == [True]
    assert all(thread.isFinished() for thread in run.threads)
    assert not [t.name for t in threading.enumerate() if isinstance(t, threading.Timer)]


def reopened(profile: Path) -> int:
    """How many events the profile holds; it opens without any repair."""
    store = ProfileStore(profile)
    try:
        return store.mirror.count()
    finally:
        store.close()


@pytest.mark.parametrize("method", ["PROPFIND", "REPORT"])
@pytest.mark.parametrize("how", ["held", "dripped"])
def test_a_request_in_flight_is_cut_off(
    stage: Stage, icloud: ICloud, proxy: Proxy, tmp_path: Path, method: str, how: str
) -> None:
    seed(icloud, 5)
    run = stage.open(tmp_path / "profile", proxy.url, apart=True)

    async def story() -> None:
        await run.start()
        await run.set_up()
        start = datetime.now(UTC) + timedelta(days=3)
        icloud.put("work", "new.ics", event("new", start, start + timedelta(hours=1)))
        fault: Fault = proxy.hang(method) if how == "held" else proxy.drip(method, pause=0.2)
        run.window.sync_now()
        await until("the request", fault.reached.is_set)
        await asyncio.sleep(0.3)
        assert run.now.state is State.SYNCING
        await leave(run, f"a {method} is {how}")

    stage.play(story())
    proxy.clear()
    assert reopened(tmp_path / "profile") == 5


@pytest.mark.parametrize("how", ["held", "dripped"])
def test_quitting_during_the_first_sign_in(
    stage: Stage, icloud: ICloud, proxy: Proxy, tmp_path: Path, how: str
) -> None:
    seed(icloud, 1)
    run = stage.open(tmp_path / "profile", proxy.url, apart=True)

    async def story() -> None:
        await run.start()
        fault = proxy.hang("*") if how == "held" else proxy.drip("*", pause=0.2)
        await run.sign_in()
        await until("the request", fault.reached.is_set)
        await asyncio.sleep(0.3)
        await leave(run, f"the first sign-in is {how}")

    stage.play(story())
    proxy.clear()
    assert reopened(tmp_path / "profile") == 0


def test_a_server_that_does_not_even_take_the_connection(stage: Stage, tmp_path: Path) -> None:
    """A full backlog: connecting hangs, no socket is known that could be cut off. The process that waits is ended."""
    port = free_port()
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", port))
        deaf.listen(0)
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", port))
        run = stage.open(tmp_path / "profile", f"http://127.0.0.1:{port}/", apart=True)

        async def story() -> None:
            await run.start()
            await run.sign_in()
            await asyncio.sleep(0.5)
            start = time.monotonic()
            run.app.quit()
            await until("the end", lambda: bool(run.ended))
            took = time.monotonic() - start
            measured(f"quit while connecting: {took * 1000:.0f} ms, threads stopped: {run.ended[0]}")
            assert took < AT_MOST

        stage.play(story())
        for filler in fillers:
            filler.close()
    for thread in run.threads:
        assert thread.wait(20_000)


def test_a_request_that_is_just_about_to_begin(stage: Stage, icloud: ICloud, proxy: Proxy, tmp_path: Path) -> None:
    """Quit falls between the last look at the interrupt and the first byte: there is no connection to cut yet."""
    seed(icloud, 1)
    run = stage.open(tmp_path / "profile", proxy.url)
    about_to, quitting = threading.Event(), threading.Event()

    def wait() -> None:
        about_to.set()
        quitting.wait(5)

    async def story() -> None:
        await run.start()
        await run.set_up()
        proxy.hang("*")
        run.before_request = wait
        run.window.sync_now()
        await until("the moment", about_to.is_set)
        asyncio.get_running_loop().call_later(0.05, quitting.set)
        await leave(run, "a request is about to begin")

    stage.play(story())
    proxy.clear()


def test_quitting_while_the_command_holds_the_profile(
    stage: Stage, icloud: ICloud, proxy: Proxy, tmp_path: Path
) -> None:
    command = Workestra(tmp_path, proxy.url)
    icloud.mkcalendar("work", "Work")
    command.connect(icloud)
    command("sync")
    run = stage.open(tmp_path / "profile", proxy.url, apart=True)
    fault = proxy.hang("PROPFIND")
    other = command.start("sync")

    async def story() -> None:
        await until("the command's poll", fault.reached.is_set)
        await run.start()
        await until("the waiting", lambda: run.now.state is State.SYNCING)
        start = time.monotonic()
        run.app.quit()
        await until("the end", lambda: bool(run.ended))
        took = time.monotonic() - start
        measured(f"quit while the command holds the profile: {took * 1000:.0f} ms, threads stopped: {run.ended[0]}")
        assert took < AT_MOST
        fault.release()
        assert await asyncio.to_thread(other.wait, 30) == 0

    stage.play(story())


def test_quitting_while_the_event_is_written(stage: Stage, icloud: ICloud, proxy: Proxy, tmp_path: Path) -> None:
    """Whether iCloud took it is settled at the next start: there is one event, and the booking knows it."""
    seed(icloud, 1)
    first = stage.open(tmp_path / "profile", proxy.url, apart=True)

    async def story() -> None:
        await first.start()
        await first.set_up()
        answered = threading.Event()

        def hold(reply: Reply) -> Reply:
            answered.wait(20)
            return reply

        proxy.change("PUT", by=hold)
        start = (datetime.now(UTC) + timedelta(days=2)).replace(minute=0, second=0, microsecond=0)
        asking = asyncio.ensure_future(first.app.courier.ask(Book("meeting", start, "Ada", outside_rules=True)))
        await until("the event on the server", lambda: len(icloud.list("work")) == 2)
        await leave(first, "a PUT waits for its answer")
        with pytest.raises(asyncio.CancelledError):
            await asking
        answered.set()
        proxy.clear()
        second = stage.open(tmp_path / "profile", proxy.url, apart=True)
        await second.start()
        await until("the booking in iCloud", lambda: [b.sync for b in second.now.bookings] == [InCloud.SYNCED])
        assert len(icloud.list("work")) == 2
        await second.quit()

    stage.play(story())


def fetched(proxy: Proxy) -> list[str]:
    """The addresses asked for by calendar-multiget, in order."""
    hrefs: list[str] = []
    for exchange in proxy.requests("REPORT"):
        if b"calendar-multiget" in exchange.body:
            hrefs += [href.text or "" for href in ET.fromstring(exchange.body).iter("{DAV:}href")]
    return hrefs


def test_an_interrupted_first_read_goes_on_where_it_stopped(
    stage: Stage, icloud: ICloud, proxy: Proxy, tmp_path: Path
) -> None:
    seed(icloud, 300)
    first = stage.open(tmp_path / "profile", proxy.url, apart=True)

    async def story() -> None:
        await first.start()
        await first.sign_in()
        await until("some events", lambda: len(fetched(proxy)) > 60)
        await leave(first, "300 events are read for the first time")
        before = reopened(tmp_path / "profile")
        assert 0 < before < 300
        proxy.forget()
        second = stage.open(tmp_path / "profile", proxy.url, apart=True)
        await second.start()
        await until("the rest", lambda: second.now.complete)
        again = fetched(proxy)
        measured(f"read before quitting: {before}, asked for after the restart: {len(again)}")
        assert len(again) == len(set(again)) == 300 - before
        assert second.now.events == 300
        await second.quit()

    stage.play(story())


def test_quitting_at_any_moment(stage: Stage, icloud: ICloud, proxy: Proxy, tmp_path: Path) -> None:
    """A dozen quits at moments nobody chose: the cut may fall between two requests, or before the first byte."""
    seed(icloud, 120)
    proxy.delay("*", seconds=0.02, times=None)
    moments = random.Random(5)

    async def story() -> None:
        for number in range(12):
            run = stage.open(tmp_path / "profile", proxy.url, apart=True)
            await run.start()
            if number == 0:
                await run.sign_in()
            else:
                run.window.sync_now()
            await asyncio.sleep(moments.random() * 0.25)
            if number % 2:
                proxy.hang("*")
            await leave(run, f"anything goes on, round {number}")
            proxy.clear()
            proxy.delay("*", seconds=0.02, times=None)
            gc.collect()
        assert reopened(tmp_path / "profile") <= 120

    stage.play(story())
