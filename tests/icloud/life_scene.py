"""Where a simulated life plays: the account, the computer with the app, and what people told each of them.

What host and phone decided is kept here beside the product, as plain facts; nothing of it is read back from the app.
"""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

from tests.support.desks import MONDAY, Workplace
from tests.support.servers import PASSWORD
from workestra_desktop.core.booking import Booking, By, Status
from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Failure
from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.sync.gateway import Gateway
from workestra_desktop.sync.interrupt import Stopped
from workestra_desktop.sync.wire import Limits

MOST_REQUESTS = 150
"""In one piece of work: far more than any needs here, far less than a loop that does not end."""

_QUIET_WITHIN = 10.0


class Disagreement(Exception):  # noqa: N818 - an outcome
    """The app, the account and what people decided do not fit together."""


def basename(path: str) -> str:
    return unquote(path).rsplit("/", 1)[-1]


def folder_of(path: str) -> str:
    """The name of the calendar."""
    return path.split("/")[-2]


@dataclass(slots=True)
class Told:
    """What people decided about one booking. `span` is the last decision, whoever made it."""

    id: str
    span: Span
    names: set[str] = field(default_factory=set)
    """File names its event has had."""
    cancelled: bool = False
    """By the host, in the app."""
    deleted: bool = False
    """Its event, on the phone."""
    swept: bool = False
    """Its event, with the whole calendar, on the phone."""
    marks: dict[str, str] = field(default_factory=dict)
    """Texts the phone wrote into its event."""
    whole_day: str | None = None
    """While the phone has made an all-day event of it: the text from before."""

    @property
    def alone(self) -> bool:
        """Whether its event stands as an ordinary one."""
        return not (self.cancelled or self.deleted or self.swept or self.whole_day)


class Scene:
    """One computer with the app on it, one account, one story."""

    def __init__(self, rng: random.Random, standin: StandIn, folder: Path) -> None:
        self.rng = rng
        self.standin = standin
        self.story: list[str] = []
        self.told: dict[str, Told] = {}
        self.foreign: dict[str, str] = {}
        """The text of everybody else's events, by path."""
        self.writable: dict[str, bool] = {}
        """The account's calendars, by name: whether they take bookings."""
        self.password = PASSWORD
        self.ghosts: set[str] = set()
        """File names that are listed now and cannot be had."""
        self.cut = False
        """Whether a REPORT has come without its last half, well-formed."""
        self.number = 0
        self._folder = folder
        self._gateways: list[Gateway] = []
        self.place = self._opened(MONDAY)
        standin.clock(at=MONDAY)

    # --- time and the computer ---------------------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        return self.place.clock.at

    def wait_until(self, moment: datetime) -> None:
        self.place.clock.at = max(moment, self.now)
        self.standin.clock(at=self.now)

    def wait(self, **span: float) -> None:
        self.wait_until(self.now + timedelta(**span))

    def tell(self, line: str) -> None:
        self.story.append(f"{self.now:%m-%d %H:%M:%S} {line}")

    def next_number(self) -> int:
        self.number += 1
        return self.number

    def restart(self) -> None:
        """The app ends, and starts anew on the same profile."""
        self.place.store.close()
        self.place = self._opened(self.now)
        self.tell("    the app starts anew")

    def close(self) -> None:
        self.place.store.close()

    def _opened(self, now: datetime) -> Workplace:
        place = Workplace(self._folder, self.standin.url, limits=Limits(connect=10, idle=30, total=60))
        place.clock.at = now
        make = place.desk.around.gateway

        def counted(user: str, secret: str, home: str | None) -> Gateway:
            self._gateways.append(made := make(user, secret, home))
            return made

        place.desk.around = replace(place.desk.around, gateway=counted)
        return place

    # --- work of the app ---------------------------------------------------------------------------------------

    def attempt(self, what: str, work: Callable[[], object], *, adopt: Span | None = None) -> Failure | None:
        """Lets the app do something, and looks at everything afterwards. What may go wrong is returned.

        `adopt`: the meeting of a booking that may be new afterwards. Raises Disagreement.
        """
        self._gateways.clear()
        failed = None
        try:
            work()
            outcome = "done"
        except Failure as failure:
            failed = failure
            outcome = f"{failure.trouble.code} {failure.trouble.detail or failure.trouble.subject}"
        except Stopped:
            outcome = "stopped"
        self.standin.clock(at=self.now)  # a pause between two tries moved the computer's clock alone
        requests = sum(gateway.requests for gateway in self._gateways)
        self.tell(f"  {what}: {outcome}, {requests} requests")
        if requests > MOST_REQUESTS:
            raise Disagreement(f"{what} took {requests} requests")
        self.look(adopt)
        return failed

    def interrupted(self, what: str, method: str, work: Callable[[], object], *, adopt: Span | None = None) -> None:
        """The app is ended in the middle of its next request of this method; the request arrives all the same."""
        fault = self.standin.fault("hang", method=method)
        over = threading.Event()

        def end_it() -> None:
            while not over.wait(0.005):
                if self.standin.struck(fault):
                    self.place.interrupt.stop()
                    return

        watcher = threading.Thread(target=end_it)
        watcher.start()
        try:
            self.attempt(f"{what}, ended at {method}", work, adopt=adopt)
        finally:
            over.set()
            watcher.join()
            self.standin.release(fault)
            self._await_quiet()
        self.restart()
        self.look()

    def _await_quiet(self) -> None:
        """Until no request is under way at the stand-in."""
        end = threading.Event()
        for _ in range(int(_QUIET_WITHIN / 0.01)):
            self.check_one_at_a_time()
            if self.standin.in_flight_max() == 0:
                return
            end.wait(0.01)
        raise Disagreement("a request never ended")

    def check_one_at_a_time(self) -> None:
        most = self.standin.in_flight_max()
        self.standin.forget_log()
        if most > 1:
            raise Disagreement(f"{most} requests at a time")

    # --- looking -----------------------------------------------------------------------------------------------

    def objects(self) -> list[str]:
        """The paths of everything in the account's calendars that is not hidden."""
        return [path for name in self.writable for path in self.standin.names(name)]

    def events_of(self, told: Told, objects: list[str] | None = None) -> list[str]:
        return [path for path in (objects or self.objects()) if basename(path) in told.names]

    def bookings(self) -> dict[str, Booking]:
        return {booking.id: booking for booking in self.place.desk.bookings()}

    def look(self, adopt: Span | None = None) -> None:
        """What holds at every moment. Raises Disagreement."""
        bookings = self.bookings()
        for name, booking in bookings.items():
            if name not in self.told:
                if adopt is None or booking.span != adopt:
                    raise Disagreement(f"a booking nobody made: {booking}")
                self.told[name] = Told(name, adopt)
                self.tell(f"    it is {name}")
            told = self.told[name]
            told.names.add(basename(booking.href))
            self._look_at(told, booking)
        if lost := self.told.keys() - bookings.keys():
            raise Disagreement(f"bookings are lost: {sorted(lost)}")
        objects = self.objects()
        for told in self.told.values():
            if len(found := self.events_of(told, objects)) > 1:
                raise Disagreement(f"{told.id} is in iCloud twice: {found}")

    def _look_at(self, told: Told, booking: Booking) -> None:
        if told.cancelled and (booking.status, booking.cancelled_by) != (Status.CANCELLED, By.HOST):
            raise Disagreement(f"{told.id} was cancelled by the host, and is not")
        if booking.status is Status.CANCELLED and not told.cancelled and not told.deleted:
            raise Disagreement(f"{told.id} is cancelled, and nobody cancelled it")


def retimed(text: str, first: str, last: str) -> str:
    """The event's text with other lines for its start and end."""
    head, _, event = text.partition("BEGIN:VEVENT")
    event = re.sub(r"DTSTART[^\r\n]*", first, event, count=1)
    event = re.sub(r"DTEND[^\r\n]*", last, event, count=1)
    return f"{head}BEGIN:VEVENT{event}"
