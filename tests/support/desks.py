"""A desk on a real server, with a clock the test can move."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.support.servers import PASSWORD, CalDavServer
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import Book, SignIn
from workestra_desktop.core.endpoint import Endpoint
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.desktop.keychain import HeldInMemory, Keychain
from workestra_desktop.desktop.lock import SyncLock
from workestra_desktop.store.profile import ProfileStore
from workestra_desktop.sync.desk import Desk, Surroundings
from workestra_desktop.sync.gateway import Gateway
from workestra_desktop.sync.interrupt import Interrupt
from workestra_desktop.sync.wire import Limits, Wire

ZONE = "Europe/Amsterdam"
MONDAY = datetime(2027, 3, 1, 7, 0, tzinfo=UTC)
"""08:00 on a Monday in the host's zone; the clocks go forward there on 28 March."""


class Clock:
    """Stands still until it is set or moved."""

    def __init__(self, at: datetime = MONDAY) -> None:
        self._at = at
        self._follow: list[Callable[[datetime], None]] = []

    def __call__(self) -> datetime:
        return self._at

    @property
    def at(self) -> datetime:
        return self._at

    @at.setter
    def at(self, at: datetime) -> None:
        self._at = at
        for follow in self._follow:
            follow(at)

    def lead(self, follow: Callable[[datetime], None]) -> None:
        """Another clock goes with this one: `follow` sets it, now and from now on."""
        self._follow.append(follow)
        follow(self._at)

    def forward(self, **span: float) -> None:
        self.at += timedelta(**span)


class Workplace:
    """A desk, and what it said while working."""

    def __init__(self, folder: Path, url: str, *, recheck: float = 60.0, limits: Limits | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.clock = Clock()
        self.notices: list[Notice] = []
        self.progress: list[Progress | None] = []
        self.interrupt = Interrupt()
        endpoint = Endpoint.parse(url)

        def gateway(user: str, secret: str, home: str | None) -> Gateway:
            wire = Wire(endpoint, user, secret, self.interrupt, limits)
            return Gateway(wire, endpoint, self.clock, home, pause=self._pause)

        self.pauses: list[float] = []
        """Seconds the desk waited between two tries of a request; the clock was moved on instead."""
        self.store = ProfileStore(folder)
        self.desk = Desk(
            self.store,
            Surroundings(
                endpoint=endpoint,
                vault=HeldInMemory(Keychain(local=True)),
                lock=SyncLock(folder),
                clock=self.clock,
                host_zone=ZONE,
                recheck=timedelta(seconds=recheck),
                gateway=gateway,
                notify=self.notices.append,
                show=self.progress.append,
            ),
        )

    def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.clock.forward(seconds=seconds)

    def connect(self, user: str = CalDavServer.user) -> None:
        self.desk.execute(SignIn(user, PASSWORD))
        self.desk.read_all()

    def book(self, start: datetime, guest: str = "Ada Lovelace", **more: object) -> Booking:
        booking = self.desk.execute(Book("meeting", start, guest, **more))  # type: ignore[arg-type]
        assert isinstance(booking, Booking)
        return booking


@contextmanager
def workplace(folder: Path, url: str, **options: object) -> Iterator[Workplace]:
    place = Workplace(folder, url, **options)  # type: ignore[arg-type]
    try:
        yield place
    finally:
        place.store.close()


Opens = Callable[..., Workplace]
