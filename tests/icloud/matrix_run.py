"""One row of the table of faults, lived through: a day of bookings during a fault, and the hours after it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import assert_never
from urllib.parse import unquote, urlsplit

from tests.icloud.matrix_row import Outcome, Row, hit_of
from tests.icloud.matrix_world import CALENDARS, CLUB, HALF, at, foreign_events, free_starts, times_of
from tests.support.desks import Workplace, workplace
from tests.support.icalendars import event
from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.choices import Choice
from workestra_desktop.core.commands import Book, Cancel, Choose, Command, FindSlots, Reschedule, SyncNow, SyncReport
from workestra_desktop.core.endpoint import Endpoint
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.interval import Span
from workestra_desktop.core.notice import NoticeKind
from workestra_desktop.core.outbox import waits_for_host
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code, Failure, Trouble
from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.demo.icloud.switches import Switches
from workestra_desktop.sync.gateway import Gateway
from workestra_desktop.sync.wire import Limits, Reply, Wire
from workestra_desktop.ui.asking import QUEUEABLE
from workestra_desktop.ui.words import worded

NEW_PASSWORD = "wxyz-wxyz-wxyz-wxyz"
ROUND = timedelta(minutes=11)
"""Between two polls after the fault; longer than every pause the app makes after a few failures."""

ROUNDS = 12
BRISK = Limits(connect=2.0, idle=0.3, total=0.5)
"""For faults that are made of waiting."""


class Line(Wire):
    """The wire to the stand-in: as the app has it, but the fault of the day is aimed at the requests it is about."""

    day: Day

    def send(self, method: str, url: str, body: str = "", headers: Mapping[str, str] | None = None) -> Reply:
        self.day.sends(self, method, url, body, headers or {})
        reply = super().send(method, url, body, headers)
        if reply.status in (429, 503) and reply.retry_after is not None:
            self.day.asked_to_wait(self, method, url, reply.retry_after)
        return reply


class Day:
    """The host, the phone and the clock. The stand-in's clock follows the app's before each request."""

    def __init__(self, row: Row, standin: StandIn, place: Workplace) -> None:
        self.row = row
        self.standin = standin
        self.place = place
        self.on = False
        self.wrong: list[str] = []
        self.told: dict[Code, dict[str, None]] = {}
        self.bookings: dict[str, Booking] = {}
        self.foreign: dict[str, str] = {}
        self.requests: Counter[tuple[str, str, str]] = Counter()
        self._struck = 0
        self._left: list[Command] = []
        self._until: dict[object, datetime] = {}
        self._cloud_time: datetime | None = None
        place.desk.around = replace(place.desk.around, gateway=self._gateway)

    # --- the wire ----------------------------------------------------------------------------------------------

    def _gateway(self, user: str, secret: str, home: str | None) -> Gateway:
        endpoint = Endpoint.parse(self.standin.url)
        if home is not None:  # with or without TLS, as the hosts speak now
            home = urlsplit(home)._replace(scheme=urlsplit(self.standin.url).scheme).geturl()
        limits = BRISK if self.on and self.row.brisk else None
        line = Line(endpoint, user, secret, self.place.interrupt, limits)
        line.day = self
        return Gateway(line, endpoint, self.place.clock, home, pause=self.place._pause)

    def sends(self, line: Line, method: str, url: str, body: str, headers: Mapping[str, str]) -> None:
        now = self.place.clock.at
        ahead = self.row.clock_ahead if self.on else timedelta()
        if self._cloud_time != now + ahead:
            self._cloud_time = now + ahead
            self.standin.clock(self._cloud_time)
        hit = hit_of(method, url, body, headers)
        path = urlsplit(url).path
        if path == "/":  # discovery begins: what comes after it is asked of another place
            self.requests.clear()
        self.requests[method, path, body if method == "REPORT" else ""] += 1
        for key in ((line, urlsplit(url).netloc), (method, path) if method in ("PUT", "DELETE") else None):
            if key in self._until and now < self._until[key]:
                self.wrong.append(f"{hit.value} was sent before the Retry-After was over")
        if self.on and hit in self.row.hits and (self.row.strikes is None or self._struck < self.row.strikes):
            self._struck += 1
            if self.row.before_hit is not None:
                self.row.before_hit(self)
            if self.row.fault:
                self.standin.fault(**self.row.fault)  # type: ignore[arg-type] # rows are plain mappings

    def asked_to_wait(self, line: Line, method: str, url: str, seconds: float) -> None:
        until = self.place.clock.at + timedelta(seconds=seconds)
        self._until[line, urlsplit(url).netloc] = until
        if method in ("PUT", "DELETE"):
            self._until[method, urlsplit(url).path] = until

    # --- the day -----------------------------------------------------------------------------------------------

    def connect(self) -> None:
        self.foreign = {
            self.standin.put(calendar, f"{name}.ics", text): text for calendar, name, text in foreign_events()
        }
        self.standin.clock(self.place.clock.at)
        self.place.connect()
        for name, start in {"A": at(2, 10), "B": at(3, 10), "C": at(4, 10)}.items():
            self.bookings[name] = self.place.book(start, f"Guest {name}", offline=True)
        self.place.desk.execute(SyncNow())
        assert {b.sync for b in self.place.desk.bookings()} == {InCloud.SYNCED}
        self.standin.forget_log()

    def during(self) -> State:
        self.on = True
        self.standin.switch(**self.row.switches)
        if self.row.fault and not self.row.hits:
            self.standin.fault(**{**self.row.fault, "times": self.row.strikes})  # type: ignore[arg-type]
        if self.row.begin is not None:
            self.row.begin(self)
        self._step(self.poll)
        self._step(lambda: self._ask(Book("meeting", at(2, 11), "Guest N")))
        self._step(lambda: self._ask(Reschedule(self.bookings["A"].id, at(2, 14))))
        self._step(lambda: self._ask(Cancel(self.bookings["B"].id)))
        self._phone()
        self._step(self.poll)
        self.place.clock.forward(minutes=2)
        self._step(self.poll)
        return self.place.desk.snapshot().state

    def after(self) -> int | None:
        """The fault is over. How many polls it takes until all is quiet; None if it never gets so."""
        self.standin.clear()
        self.standin.switch(**{name: getattr(Switches(), name) for name in self.row.switches})
        if self.row.end is not None:
            self.row.end(self)
        self.on = False
        if self.row.mend is not None:
            self.row.mend(self)
        for command in self._left:
            self.place.desk.execute(command)
        for intent in self.place.store.outbox.all():
            if waits_for_host(intent, self.place.clock.at):  # the host presses Try again
                self.place.desk.execute(Choose(intent.booking, Choice.TRY_AGAIN))
        for number in range(1, ROUNDS + 1):
            self.place.clock.at += ROUND
            try:
                report = self._round()
            except Failure as failure:
                self.wrong.append(f"after it, poll {number} fails: {failure}")
                continue
            if report.requests == 1 and self._quiet():
                return number
        self.wrong.append(f"not quiet after {ROUNDS} polls: {self.place.desk.problems()}")
        return None

    def poll(self) -> None:
        """A poll by the timer, which comes no sooner than iCloud asked for."""
        account = self.place.store.account.get()
        asked = account.trouble.retry_after if account and account.trouble else None
        self.place.clock.forward(seconds=max(0.0, (asked or 0.0) - 60.0))
        self._round()

    def _round(self) -> SyncReport:
        reports: list[SyncReport] = []
        for _ in self.place.desk.round(into=reports):
            pass
        return reports[0]

    def _ask(self, command: Book | Reschedule | Cancel) -> None:
        """What the host asks for; where the window offers to queue it, the host does, else asks again later."""
        try:
            self.place.desk.execute(command)
        except Failure as failure:
            self._hear(failure.trouble)
            if failure.trouble.code in QUEUEABLE:
                self.place.desk.execute(replace(command, offline=True))
            elif not self._shown(command):
                self._left.append(command)

    def _shown(self, command: Book | Reschedule | Cancel) -> bool:
        """Whether the list of bookings shows what the host asked for, in iCloud or not yet."""
        bookings = self.place.desk.bookings()
        match command:
            case Book(guest=guest):
                return any(b.guest == guest for b in bookings)
            case Reschedule(booking=moved, start=start):
                return any(b.id == moved and b.start == start for b in bookings)
            case Cancel(booking=cancelled):
                return any(b.id == cancelled and not b.live for b in bookings)
            case _:
                assert_never(command)

    def _step(self, work: Callable[[], None]) -> None:
        self.place.clock.forward(minutes=1)
        if self.row.before_each is not None:
            self.row.before_each(self)
        self.requests.clear()
        try:
            work()
        except Failure as failure:
            self._hear(failure.trouble)
        for problem in self.place.desk.problems():
            self._hear(problem)
        for (method, path, _), count in self.requests.items():
            if count > 3:
                self.wrong.append(f"{count} times {method} {path} in one round")
        if self.requests.total() > 40:
            self.wrong.append(f"{self.requests.total()} requests in one round")

    def _hear(self, trouble: Trouble) -> None:
        said = worded(trouble, Facts.of(self.place.desk.snapshot(), self.place.clock.at))
        self.told.setdefault(trouble.code, {})[said.title] = None
        if not said.message or re.search(r"[{}]|None", said.title + said.message):
            self.wrong.append(f"the message of {trouble.code} reads: {said.message}")

    def _phone(self) -> None:
        """On the host's phone: booking C moves to the afternoon, and a lunch appears."""
        path = unquote(self.place.desk.booking(self.bookings["C"].id).href)
        held = self.standin.get(path)
        assert held is not None
        text = held[0].replace("20270304T100000", "20270304T150000").replace("20270304T103000", "20270304T153000")
        assert text != held[0]
        self.standin.put("work", path.rsplit("/", 1)[1], text)
        lunch = event("lunch", at(5, 13), at(5, 14), summary="Lunch")
        self.foreign[self.standin.put("family", "lunch.ics", lunch)] = lunch

    def path(self, name: str) -> str:
        return unquote(self.place.desk.booking(self.bookings[name].id).href)

    # --- what became of it -------------------------------------------------------------------------------------

    def _quiet(self) -> bool:
        desk = self.place.desk
        missing = any(b.missing_since for b in desk.bookings() if b.live)
        return not self.place.store.outbox.all() and not desk.problems() and not missing

    def outcome(self, state: State, rounds: int | None) -> Outcome:
        self.standin.clock(self.place.clock.at)
        bookings = {b.guest.removeprefix("Guest "): b for b in self.place.desk.bookings()}
        everything = self._everything()
        copies = {name: times_of(booking, everything) for name, booking in bookings.items()}
        live = {"A": at(2, 14), "C": at(4, 15), "N": at(2, 11)}
        for name, start in live.items():
            booking = bookings.get(name)
            if booking is None or (booking.status, booking.sync) != (Status.CONFIRMED, InCloud.SYNCED):
                self.wrong.append(f"booking {name} stands as {booking}")
            elif (booking.start, booking.end) != (start.astimezone(UTC), (start + HALF).astimezone(UTC)):
                self.wrong.append(f"booking {name} is at {booking.start}")
            for found in copies.get(name, ()):
                if found != (start.astimezone(UTC), (start + HALF).astimezone(UTC)):
                    self.wrong.append(f"the event of {name} is at {found}")
        if len(self.place.desk.bookings()) != 4:
            self.wrong.append(f"{len(self.place.desk.bookings())} bookings instead of 4")
        if copies["B"] or bookings["B"].cancelled_by is not By.HOST:
            self.wrong.append("B is not cancelled as the host wanted")
        in_cloud = {path: text for path, text in everything.items() if "Guest " not in text}
        if in_cloud != self.foreign:
            self.wrong.append("events of others are not as they were left")
        if self._slots() != free_starts():
            self.wrong.append(f"free times differ: {sorted(self._slots() ^ free_starts())}")
        mails = len(self.standin.mails()) + len(self.standin.pushes())
        lost = sum(not copies.get(name) for name in live)
        doubled = sum(len(found) > 1 for found in copies.values())
        cancelled = sum(b.status is Status.CANCELLED for name, b in bookings.items() if name != "B")
        cancelled += sum(notice.kind is NoticeKind.CANCELLED for notice in self.place.notices)
        if lost or doubled or cancelled or mails:
            self.wrong.append(f"lost {lost}, doubled {doubled}, cancelled {cancelled}, mails {mails}")
        waiting = str(self.row.fault.get("kind")) in ("hang", "delay", "drip")  # it holds what the app gave up long ago
        if not waiting and self.standin.in_flight_max() > 1:
            self.wrong.append(f"{self.standin.in_flight_max()} requests at a time")
        told = tuple((code, title) for code, titles in self.told.items() for title in titles)
        return Outcome(told, state, rounds, lost, doubled, cancelled, mails, tuple(self.wrong))

    def _everything(self) -> dict[str, str]:
        found = {}
        for calendar in ("work", "family", "club"):
            for path in self.standin.names(calendar):
                held = self.standin.get(path)
                assert held is not None
                found[path] = held[0]
        return found

    def _slots(self) -> set[datetime]:
        found = self.place.desk.execute(FindSlots("meeting", Span(at(2, 0), at(13, 0))))
        assert isinstance(found, tuple)
        return {slot.start for slot in found if isinstance(slot, Span)}


def live_through(row: Row, standin: StandIn, folder: Path) -> Outcome:
    """The day with this fault on a stand-in of its own making. What is wrong is in the outcome, nothing is raised."""
    standin.reset(CALENDARS)
    standin.mkcalendar(**CLUB)  # type: ignore[arg-type] # a plain mapping
    known = len(standin.failures())
    with workplace(folder, standin.url) as place:
        day = Day(row, standin, place)
        day.connect()
        state = day.during()
        rounds = day.after()
        outcome = day.outcome(state, rounds)
    wrong = list(outcome.wrong)
    if set(day.told) != set(row.codes):
        wrong.append(f"told {sorted(day.told)}, not {sorted(row.codes)}")
    if state is not row.state:
        wrong.append(f"the app stands as {state}, not {row.state}")
    wrong += [f"the stand-in broke: {trace}" for trace in standin.failures()[known:]]
    return replace(outcome, wrong=tuple(wrong))
