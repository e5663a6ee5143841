"""The state machine: a host, a phone, a bad line, a mortal process and a moving clock, in any order.

An example begins with some bookings in the calendar, and ends with everything healed, all quiet and everybody agreeing.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar, assert_never
from urllib.parse import unquote, urlsplit

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.machine import phone as phones
from tests.machine.account import Account, name_of
from tests.machine.beginnings import FIRST_DAY, SIZES, Beginnings, drawn_names
from tests.machine.checks import Act, Checks, Decision
from tests.machine.computer import WRITES, Computer, Fate, Outcome, Where, Wrong
from tests.machine.phone import Phone
from tests.machine.truth import Told
from tests.machine.weather import FAULTS, METHODS, MOODS, Break, Weather
from tests.support.desks import MONDAY
from tests.support.servers import PASSWORD
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.choices import Choice, OpenQuestion
from workestra_desktop.core.commands import (
    Book,
    Cancel,
    Choose,
    Command,
    Reschedule,
    Select,
    SettleGone,
    SettleOverlap,
    SignIn,
    SyncNow,
    Undo,
)
from workestra_desktop.core.interval import Span
from workestra_desktop.core.outbox import Intent
from workestra_desktop.core.radar import OverlapState
from workestra_desktop.core.trouble import Code
from workestra_desktop.store.profile import ProfileStore

LAST_MOMENT = MONDAY + timedelta(days=20)
"""No jump leads beyond: all bookings of an example lie later, as the past is not followed."""

_NEVER = datetime.max.replace(tzinfo=UTC)
_POLLS = 25
"""Until everything is quiet."""

GRID = st.integers(0, 79)
PICKS = st.integers(0, 5)
_NAMES = st.sampled_from(["hang", *sorted(FAULTS)])
_TIMES = st.sampled_from([1, 1, 2, 4])
RESHAPING = ("move", "resize", "carry", "carry under another name", "series", "all-day", "mark as cancelled")
WRITING = ("retitle", "note", "alarm", "duplicate", "delete", "save anew")
"""What the phone does with one booking's event."""

FAULTS_SOON = st.one_of(
    st.builds(Break, _NAMES, st.sampled_from(METHODS), st.integers(1, 2), _TIMES),
    st.builds(Break, _NAMES, st.just("*"), st.integers(1, 8), _TIMES),
)
FATES = st.one_of(
    st.builds(Fate, st.sampled_from(list(Where)), st.integers(1, 8)),
    st.builds(Fate, st.just(Where.YIELD), st.integers(1, 3)),
    st.builds(Fate, st.sampled_from([Where.BEFORE_WRITE, Where.AFTER_WRITE]), st.integers(1, 2)),
)
ACTS = {
    Choice.TRY_AGAIN: Act.TRY_AGAIN,
    Choice.TAKE_ICLOUD: Act.AGREE,
    Choice.KEEP_MINE: Act.AGREE,
    Choice.PUT_BACK: Act.SETTLE,
    Choice.LET_GO: Act.LET_GO,
    Choice.CANCEL: Act.CANCEL,
}
REFUSED_DELETE = Break("412 to a DELETE", "DELETE", 1, 2)
UNANSWERED_PUT = Break("answer lost", "PUT", 1, 1)
DEATH_AFTER_WRITE = Fate(Where.AFTER_WRITE, 1)
MISHAPS = st.one_of(st.none(), FAULTS_SOON, FATES)
"""What happens to the work it is drawn with: nothing, a fault, or the end of the process."""


class Machine(RuleBasedStateMachine):
    """`account`, `beginnings`, `folder` and `tally` are set by a subclass for a run."""

    account: ClassVar[Account]
    beginnings: ClassVar[Beginnings]
    folder: ClassVar[Path]
    tally: ClassVar[Counter[str]]

    def __init__(self) -> None:
        super().__init__()
        self._names = drawn_names("example")
        self._names.__enter__()
        self.told: dict[str, Told] = {}
        self.guests = 0
        self.meanwhile: tuple[int, Callable[[str], None]] | None = None
        self.over = False

    @initialize(bookings=st.sampled_from(SIZES), answers=PICKS, mishap=MISHAPS)
    def begin(self, bookings: int, answers: int, mishap: Fate | Break | None) -> None:
        """`answers`: what the host says in the end to all that is still asked. `mishap`: what meets the first work."""
        self.answers = answers
        profile = Path(tempfile.mkdtemp(dir=self.folder))
        beginning = self.beginnings.of(bookings)
        beginning.into(self.account, profile / "disk 0")
        self.computer = Computer(self.account, profile, MONDAY, PASSWORD)
        self.skew = timedelta()
        self.set_true_time(MONDAY)
        self.weather = Weather(self.account, self.tally)
        self.computer.hangs = lambda: self.weather.hanging
        self.computer.meanwhile = self._meanwhile
        self.phone = Phone(self.account, self.told, self.computer.bookings, self._waiting)
        self.checks = Checks(self.account, self.computer, self.weather, self.told)
        for name, booking in self.computer.bookings().items():
            self.told[name] = Told(name, booking.span, {booking.span}, creates=1)
        self._meet(mishap)
        self.tally["examples"] += 1

    @property
    def store(self) -> ProfileStore:
        return self.computer.place.store

    def _waiting(self, booking: str) -> list[Intent]:
        return self.store.outbox.of(booking)

    # --- time --------------------------------------------------------------------------------------------------

    def set_true_time(self, at: datetime) -> None:
        self.true_time = at
        self.account.site.backstage.clock.set(at)
        self.computer.now = at + self.skew

    def wait(self, span: timedelta) -> None:
        self.set_true_time(self.true_time + span)

    # --- work --------------------------------------------------------------------------------------------------

    def work(self, name: str, do: Callable[[], object], decision: Decision | None = None) -> Outcome:
        before, began = self.computer.bookings(), (self.true_time, self.computer.now)
        outcome = self.computer.work(do)
        self.computer.fate = None
        # A pause between two tries moved the computer's clock alone.
        self.set_true_time(max(self.true_time, self.computer.now - self.skew))
        self.weather.count()
        self._tell(name, outcome)
        self.checks.work(before, began, (self.true_time, self.computer.now), outcome, decision)
        self.tally[f"work: {name}"] += 1
        self.tally["requests"] += self.computer.requests
        if outcome.ended is not None:
            self.tally[f"death: {outcome.ended}"] += 1
            self.computer.database_is_sound()
        if outcome.failure is not None:
            self.tally[f"failure: {outcome.failure.trouble.code}"] += 1
        return outcome

    def _tell(self, name: str, outcome: Outcome) -> None:
        end = outcome.ended or (outcome.failure.trouble if outcome.failure else "done")
        states = [
            f"{b.id[:4]} {b.start:%d.%H:%M} {b.status} {b.sync} {b.concern}" + (" missing" if b.missing_since else "")
            for b in self.computer.bookings().values()
        ]
        note(f"  {self.true_time:%m-%d %H:%M:%S} {name}: {end}, {self.computer.requests} requests; {'; '.join(states)}")

    def execute(self, name: str, command: Command, decision: Decision | None = None) -> Outcome:
        return self.work(name, lambda: self.computer.place.desk.execute(command), decision)

    def _meanwhile(self, number: int, method: str, url: str) -> None:
        if self.meanwhile is not None:
            nth, edit = self.meanwhile
            if number >= nth > 0 or (nth == 0 and method in WRITES):
                self.meanwhile = None
                edit(unquote(urlsplit(url).path))

    def chosen(self, pick: int, *, live: bool = True) -> Booking | None:
        """A booking the host can decide on. Not one whose event is a ghost: to whom asks for it, it is not there, and
        “404/410 is success” (product.md [23, 25–27])."""
        found = [b for b in self.computer.bookings().values() if b.live or not live]
        found = [b for b in found if not self._is_ghost(b)]
        found.sort(key=lambda b: (b.start, b.id))
        return found[pick % len(found)] if found else None

    def _is_ghost(self, booking: Booking) -> bool:
        return name_of(booking.href) in self.weather.ghosts

    # --- the host ----------------------------------------------------------------------------------------------

    def _book(self, to: int) -> tuple[Book, Decision]:
        self.guests += 1
        span = phones.at(FIRST_DAY, to)
        return Book("meeting", span.start, f"Guest {self.guests}", outside_rules=True), Decision(Act.BOOK, span=span)

    @rule(to=GRID, offline=st.booleans(), mishap=MISHAPS)
    def book(self, to: int, offline: bool, mishap: Fate | Break | None) -> None:
        self._meet(mishap)
        asked, decision = self._book(to)
        command = Book(asked.slug, asked.start, asked.guest, outside_rules=True, offline=offline)
        self.execute("book offline" if offline else "book", command, decision)

    @rule(to=GRID, mishap=st.sampled_from([UNANSWERED_PUT, DEATH_AFTER_WRITE]))
    def book_and_regret(self, to: int, mishap: Fate | Break) -> None:
        """The booking is cancelled while nobody knows whether its event has arrived."""
        self._meet(mishap)
        before = self.computer.bookings()
        asked, decision = self._book(to)
        self.execute("book", asked, decision)
        for name in self.computer.bookings().keys() - before.keys():
            self.execute("cancel offline", Cancel(name, offline=True), Decision(Act.CANCEL, frozenset({name})))

    @rule(to=GRID, offline=st.booleans(), mishap=MISHAPS)
    def book_by_the_command(self, to: int, offline: bool, mishap: Fate | Break | None) -> None:
        """A second process on the same profile. While the first talks to iCloud it can only queue."""
        self._meet(mishap)
        asked, decision = self._book(to)
        queue = offline or self.computer.in_round
        command = Book(asked.slug, asked.start, asked.guest, outside_rules=True, offline=queue)

        def run() -> object:
            place = self.computer.opened(self.computer.now)
            try:
                return place.desk.execute(command)
            finally:
                place.store.close()

        self.work("book by the command", run, decision)

    @rule(
        pick=PICKS, to=GRID, offline=st.booleans(), mishap=MISHAPS, edit=st.one_of(st.none(), st.sampled_from(WRITING))
    )
    def reschedule(self, pick: int, to: int, offline: bool, edit: str | None, mishap: Fate | Break | None) -> None:
        """With `edit` the phone is quicker by a moment."""
        self._meet(mishap)
        if edit is not None:
            self._right_before_the_write(edit, pick, to)
        if (booking := self.chosen(pick)) is not None:
            self._move(booking, to, offline)

    @rule(pick=PICKS, to=GRID, other=GRID, what=st.sampled_from(["move", "move", "resize", "series", "all-day"]))
    def both_decide(self, pick: int, to: int, other: int, what: str) -> None:
        """The phone and the host on one booking, before either hears of the other."""
        booking = self.chosen(pick)
        for told, path in self.phone.events(self.weather.ghosts):
            if booking is not None and told.id == booking.id:
                self.tally[f"phone: {what}"] += self.phone.edits[what](told, path, phones.at(FIRST_DAY, other))
                self._move(booking, to, offline=True)

    def _move(self, booking: Booking, to: int, offline: bool) -> None:
        start = phones.at(FIRST_DAY, to).start
        span = Span(start, start + (booking.end - booking.start))
        self.told[booking.id].spans.add(span)
        command = Reschedule(booking.id, start, outside_rules=True, offline=offline)
        self.execute("move offline" if offline else "move", command, Decision(Act.MOVE, frozenset({booking.id}), span))

    @rule(pick=PICKS, offline=st.booleans(), mishap=st.one_of(MISHAPS, st.just(REFUSED_DELETE)))
    def cancel(self, pick: int, offline: bool, mishap: Fate | Break | None) -> None:
        self._meet(mishap)
        if (booking := self.chosen(pick)) is not None:
            decision = Decision(Act.CANCEL, frozenset({booking.id}))
            self.execute("cancel offline" if offline else "cancel", Cancel(booking.id, offline=offline), decision)

    @rule(pick=PICKS, offline=st.booleans(), mishap=MISHAPS)
    def undo(self, pick: int, offline: bool, mishap: Fate | Break | None) -> None:
        self._meet(mishap)
        if (booking := self.chosen(pick, live=False)) is not None:
            decision = Decision(Act.UNDO, frozenset({booking.id}))
            self.execute("undo offline" if offline else "undo", Undo(booking.id, offline), decision)

    @rule(cancel=st.booleans(), pick=PICKS)
    def host_answers(self, cancel: bool, pick: int) -> None:
        """What the app asks, if it does; else another calendar is chosen for what is booked next."""
        if self._settle_gone(cancel):
            return
        choice = [c for c in self.computer.place.desk.calendars() if c.writable and not c.gone]
        if choice:
            self.execute("choose calendar", Select(write_to=choice[pick % len(choice)].id))

    def _settle_gone(self, cancel: bool) -> bool:
        asked = frozenset(b.id for b in self.computer.bookings().values() if b.gone_together)
        if asked:
            self.execute("settle gone", SettleGone(tuple(sorted(asked)), cancel), Decision(Act.SETTLE, asked))
        return bool(asked)

    @rule(pick=PICKS, which=PICKS, mishap=MISHAPS)
    def host_decides(self, pick: int, which: int, mishap: Fate | Break | None) -> None:
        """Any of the answers that are offered for a booking that needs attention."""
        ghosts = [b for b in self.computer.bookings().values() if self._is_ghost(b)]
        asked = [q for q in self.computer.place.desk.snapshot().questions if q.booking not in {b.id for b in ghosts}]
        if not asked:
            return
        self._meet(mishap)
        self._choose(asked[pick % len(asked)], which)

    def _choose(self, question: OpenQuestion, which: int) -> Choice:
        choice = question.choices[which % len(question.choices)]
        booking = self.computer.bookings()[question.booking]
        act = ACTS[choice]
        if choice is Choice.CANCEL and booking.gone_together:
            act = Act.SETTLE
        self.execute(f"choose {choice}", Choose(booking.id, choice), Decision(act, frozenset({booking.id})))
        return choice

    @rule(pick=PICKS, state=st.sampled_from([OverlapState.KEPT, OverlapState.IGNORED]))
    def host_settles_overlap(self, pick: int, state: OverlapState) -> None:
        open_ones = self.computer.place.desk.overlaps()
        if open_ones:
            overlap = open_ones[pick % len(open_ones)]
            done = self.execute("settle overlap", SettleOverlap(overlap.booking, overlap.uid, state)).done
            if not done or overlap in self.computer.place.desk.overlaps():
                raise Wrong(f"{overlap} was answered, and is asked again")

    # --- the app -----------------------------------------------------------------------------------------------

    @rule(
        how=st.sampled_from(["timer", "timer again", "by hand", "all anew"]),
        pause=st.sampled_from([61, 700]),
        mishap=MISHAPS,
    )
    def poll(self, how: str, pause: int, mishap: Fate | Break | None) -> None:
        """“again” as the timer does, with what is due soon after."""
        self._meet(mishap)
        if how.startswith("timer") or self.computer.in_round:
            self.work("poll", self.computer.round)
            if how == "timer again":
                self.wait(timedelta(seconds=pause))
                self.work("poll", self.computer.round)
        else:
            self.execute("sync now", SyncNow(full=how == "all anew"))

    @rule(steps=st.integers(1, 4))
    def poll_partly(self, steps: int) -> None:
        """What comes next comes between the steps of a round."""
        self.work("poll partly", lambda: self.computer.round(steps))

    @rule(politely=st.booleans())
    def ends_at_rest(self, politely: bool) -> None:
        if politely:
            self.computer.restart()
        else:
            self.computer.die()
        self.tally["quit" if politely else "death: at rest"] += 1

    # --- the phone ---------------------------------------------------------------------------------------------

    def _edit(self, what: str, pick: int, to: Span, path: str = "") -> None:
        events = self.phone.events(self.weather.ghosts)
        events = [event for event in events if event[1] == path] or events
        if events and self.phone.edits[what](*events[pick % len(events)], to):
            self.tally[f"phone: {what}"] += 1

    @rule(what=st.sampled_from(RESHAPING), pick=PICKS, to=GRID)
    def phone_reshapes(self, what: str, pick: int, to: int) -> None:
        self._edit(what, pick, phones.at(FIRST_DAY, to))

    @rule(what=st.sampled_from(WRITING), pick=PICKS, to=GRID)
    def phone_writes(self, what: str, pick: int, to: int) -> None:
        self._edit(what, pick, phones.at(FIRST_DAY, to))

    @rule(what=st.sampled_from(RESHAPING + WRITING), nth=st.one_of(st.just(0), st.integers(1, 8)), pick=PICKS, to=GRID)
    def phone_edits_meanwhile(self, what: str, nth: int, pick: int, to: int) -> None:
        """Right before the nth request of a coming piece of work; with 0, right before a write the very event that is
        about to be written."""

        def edit(path: str) -> None:
            self._edit(what, pick, phones.at(FIRST_DAY, to), path)
            self.tally["phone: meanwhile"] += 1

        self.meanwhile = (nth, edit)

    def _right_before_the_write(self, what: str, pick: int, to: int) -> None:
        self.meanwhile = (0, lambda path: self._edit(what, pick, phones.at(FIRST_DAY, to), path))

    @rule(mishap=MISHAPS, answer=st.sampled_from([None, False, True]))
    def phone_deletes_all(self, mishap: Fate | Break | None, answer: bool | None) -> None:
        """And the app looks twice. With `answer` the host says at once whether that cancelled them, if the app asks."""
        if self.phone.delete_several(99, self.weather.ghosts):
            self.tally["phone: delete all"] += 1
        self._meet(mishap)
        self.work("poll", self.computer.round)
        self.wait(timedelta(seconds=61))
        self.work("poll", self.computer.round)
        if answer is not None:
            self._settle_gone(answer)

    @rule(pick=PICKS)
    def phone_restores(self, pick: int) -> None:
        if self.phone.restore(pick):
            self.tally["phone: restore"] += 1

    @rule(what=st.sampled_from(["add", "add", "edit", "delete"]), pick=PICKS, to=GRID, kind=st.integers(0, 2))
    def phone_has_other_events(self, what: str, pick: int, to: int, kind: int) -> None:
        done = True
        match what:
            case "add":
                self.phone.add(pick, phones.at(FIRST_DAY, to), kind)
            case "edit":
                done = self.phone.edit_other(pick, self.weather.ghosts)
            case _:
                done = self.phone.delete_other(pick, self.weather.ghosts)
        self.tally[f"phone: {what} another"] += done

    @rule(what=st.sampled_from(["read-only", "writable", "delete", "delete several"]), pick=PICKS)
    def much_changes(self, what: str, pick: int) -> None:
        names = self.account.calendars()
        match what:
            case "delete several":
                if self.phone.delete_several(pick + 2, self.weather.ghosts):
                    self.tally["phone: delete several"] += 1
            case "delete":
                if not self.weather.ghosts and self.phone.delete_calendar(pick):
                    self.tally["phone: delete calendar"] += 1
            case _:
                self.account.cloud.set_privileges(names[pick % len(names)], "read" if what == "read-only" else "all")
                self.tally[f"calendar {what}"] += 1

    # --- the line and the clock --------------------------------------------------------------------------------

    @rule(mishap=FAULTS_SOON)
    def line_breaks(self, mishap: Break) -> None:
        self._meet(mishap)

    def _meet(self, mishap: Fate | Break | None) -> None:
        match mishap:
            case None:
                pass
            case Fate():
                self.computer.fate = mishap
            case Break(name="hang"):
                self._let_go()
                self.weather.hang(mishap.method, mishap.nth)
            case Break():
                self.weather.fault(mishap)
            case _:
                assert_never(mishap)

    def _let_go(self) -> None:
        """What hung is carried out now, be it long after it was given up."""
        self.weather.let_go()
        for change in self.account.changes:
            told = self.told.get(change.booking or "")
            if told is not None:
                told.contested = True
                if change.before is None and told.creates:
                    # Carried out after the app created the event by another try, and after somebody deleted that: the
                    # answer was given up long ago, and nobody could know.
                    told.may_create += 1
                    told.put_back = True
        now = (self.true_time, self.computer.now)
        self.checks.work(self.computer.bookings(), now, now, Outcome())

    @rule(name=st.sampled_from(sorted(MOODS)))
    def icloud_is_moody(self, name: str) -> None:
        self.weather.mood(name)

    @rule(what=st.sampled_from(["clears up", "tokens", "ghost", "outage"]), variant=st.sampled_from("ABCD"), pick=PICKS)
    def weather_turns(self, what: str, variant: str, pick: int) -> None:
        match what:
            case "clears up":
                self.weather.clears_up()
                self._let_go()
            case "tokens":
                self.weather.expire(variant)
            case "ghost":
                self._haunt(pick)
            case _:
                self.weather.down()

    def _haunt(self, pick: int) -> None:
        """Not the event of a booking on its way out, nor one carried to where the app has not seen it: there “404/410
        is success” ([23, 25–27]), and its UID is in no calendar as far as anybody can tell ([20–22])."""
        waiting = {intent.booking for intent in self.store.outbox.all()}
        known = {b.href for b in self.computer.bookings().values() if b.live and b.id not in waiting}
        paths = [p for p in self.account.objects() if p in self.account.foreign or p in known]
        if paths and not self.weather.ghosts:
            self.weather.haunt(paths[pick % len(paths)].rsplit("/", 1)[-1])

    @rule(minutes=st.sampled_from([1, 2, 15, 90, 24 * 60, 3 * 24 * 60]))
    def time_passes(self, minutes: int) -> None:
        if self.true_time + timedelta(minutes=minutes) < LAST_MOMENT:
            if minutes > 15:
                self._let_go()  # nothing is under way for longer
            self.wait(timedelta(minutes=minutes))
            self.tally["clock: forward"] += 1

    @rule(minutes=st.sampled_from([-24 * 60, -65, -5, 0, 5, 65, 24 * 60]))
    def clock_jumps(self, minutes: int) -> None:
        """The computer's alone; it is this far from the true time now."""
        self.skew = timedelta(minutes=minutes)
        self.set_true_time(self.true_time)
        self.tally["clock: jump"] += 1

    # --- what holds --------------------------------------------------------------------------------------------

    @invariant()
    def holds(self) -> None:
        if hasattr(self, "checks"):
            self.checks.always()

    def teardown(self) -> None:
        try:
            if hasattr(self, "checks"):
                self._end()
        finally:
            self._names.__exit__(None, None, None)

    def _end(self) -> None:
        try:
            self._settle()
            self.checks.agree()
            if self._decide_all():
                self._settle()
                self.checks.agree()
            self.computer.database_is_sound()
            self.tally["bookings"] += len(self.told)
            self.tally["cancelled in iCloud"] += self.checks.cancelled_in_icloud
            self.tally["needing the host"] += sum(
                b.status.value == "attention" for b in self.computer.bookings().values()
            )
        finally:
            self.weather.clears_up()
            self.computer.close()

    def _decide_all(self) -> bool:
        """Whether the host was asked anything. With a fair wind each answer but “try again” ends its question."""
        questions = self.computer.place.desk.snapshot().questions
        for number, question in enumerate(questions):
            if self._choose(question, self.answers + number) is not Choice.TRY_AGAIN:
                now = self.computer.place.desk.snapshot().questions
                if again := [q for q in now if q.booking == question.booking]:
                    raise Wrong(f"the host has decided, and is asked again: {again}")
        return bool(questions)

    def _settle(self) -> None:
        """Everything heals, and the app polls until there is nothing to do; then a poll is one request."""
        self.weather.clears_up()
        self._let_go()
        self.meanwhile = self.computer.fate = None
        for name in self.account.calendars():
            self.account.cloud.set_privileges(name, "all")
        self.skew = timedelta()
        self.set_true_time(self.true_time)
        self.work("poll", self.computer.round)
        if self.weather.cut:
            # A difference that came without its last half looks like any other, and its token is as good ([58–62]).
            self.execute("sync now", SyncNow(full=True))
        seen: list[int] = []
        for number in range(_POLLS):
            self._attend()
            pause = timedelta(seconds=65) if number < 3 else timedelta(minutes=11)
            due = self._due()
            self.wait(pause if due is None else max(pause, due - self.computer.now))
            outcome = self.work("poll", self.computer.round)
            self.checks.always()
            seen.append(self.computer.requests)
            if outcome.done and seen[-2:] == [1, 1] and self._due() is None:
                self.tally["polls to settle"] += number + 1
                return
        raise Wrong(
            f"it is never quiet: {seen} requests, {self.store.outbox.all()}, {self.computer.place.desk.problems()}"
        )

    def _due(self) -> datetime | None:
        """When the app does something by itself; what waits for the host to decide does not count."""
        held = [i.not_before for i in self.store.outbox.all() if i.held and i.not_before is not None]
        soon = [at for at in held if at > self.computer.now]
        soon.append(self.computer.place.desk.due_at() or _NEVER)
        return min((at for at in soon if at < self.computer.now + timedelta(days=2)), default=None)

    def _attend(self) -> None:
        """What a host does at once: signs in again when asked to, chooses another calendar when the one is gone."""
        account = self.store.account.get()
        assert account is not None
        if account.locked:
            self.execute("sign in", SignIn(self.account.cloud.APPLE_ID, PASSWORD))
        calendars = self.computer.place.desk.calendars()
        chosen = [c for c in calendars if c.write_to]
        if not chosen or any(c.problem is not None and c.problem.code is Code.CALENDAR_GONE for c in chosen):
            choice = [c for c in calendars if c.writable and not c.gone]
            if choice:
                self.execute("choose calendar", Select(write_to=choice[0].id))
