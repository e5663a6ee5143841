"""The host at the computer: books, moves, cancels, answers what the app asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from tests.icloud.life_scene import Disagreement, Scene, Told
from workestra_desktop.core.booking import Booking, Status
from workestra_desktop.core.commands import Book, Cancel, Command, FindSlots, Reschedule, Select, SettleGone, SignIn
from workestra_desktop.core.interval import Span
from workestra_desktop.core.outbox import Kind
from workestra_desktop.core.trouble import Code, Failure

_MIDST = 0.07
"""How often the app is ended in the middle of something."""


class Host:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def act(self) -> None:
        acts: list[tuple[float, Callable[[], None]]] = [
            (6, self._book), (4, self._reschedule), (3, self._cancel), (0.5, self._choose_calendar),
            (1, self.answer), (1, self._restart),
        ]  # fmt: skip
        self._scene.rng.choices([act for _, act in acts], [weight for weight, _ in acts])[0]()

    def _execute(self, what: str, command: Command, *, adopt: Span | None = None) -> Failure | None:
        scene = self._scene
        run = lambda: scene.place.desk.execute(command)  # noqa: E731 - the same work, one way or the other
        if scene.rng.random() < _MIDST:
            scene.interrupted(what, scene.rng.choice(("PROPFIND", "REPORT", "GET", "PUT", "DELETE")), run, adopt=adopt)
            return None
        return scene.attempt(what, run, adopt=adopt)

    # --- decisions ---------------------------------------------------------------------------------------------

    def _slot(self, but_not: Booking | None = None) -> Span | None:
        scene = self._scene
        day = scene.now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=scene.rng.randint(2, 20))
        minutes = None if but_not is None else int((but_not.end - but_not.start) / timedelta(minutes=1))
        ask = FindSlots("meeting", Span(day, day + timedelta(days=4)), minutes, but_not.id if but_not else None)
        try:
            slots = scene.place.desk.execute(ask)
        except Failure as failure:
            scene.tell(f"  no slots: {failure.trouble.code}")
            return None
        assert isinstance(slots, tuple)
        found = scene.rng.choice(slots) if slots else None
        assert found is None or isinstance(found, Span)
        return found

    def _book(self) -> None:
        scene = self._scene
        if (slot := self._slot()) is None:
            return
        guest = f"Guest {scene.next_number()}"
        known = len(scene.told)
        offline = scene.rng.random() < 0.15
        failed = self._execute(
            f"book {slot.start:%m-%d %H:%M}{' offline' * offline}",
            Book("meeting", slot.start, guest, offline=offline),
            adopt=slot,
        )
        if failed is not None and failed.trouble.passing and len(scene.told) == known and scene.rng.random() < 0.6:
            self._execute("book it offline", Book("meeting", slot.start, guest, offline=True), adopt=slot)

    def _coming(self) -> list[Told]:
        """Bookings to decide about: live as far as the host has said, and not odd on the phone."""
        scene = self._scene
        live = {b.id for b in scene.bookings().values() if b.status is not Status.CANCELLED}
        far = scene.now + timedelta(days=2)
        found = [t for t in scene.told.values() if t.id in live and not t.whole_day and t.span.start > far]
        return sorted(found, key=lambda told: told.span)

    def _reschedule(self) -> None:
        scene = self._scene
        if not (coming := self._coming()):
            return
        told = scene.rng.choice(coming)
        if (slot := self._slot(scene.bookings()[told.id])) is None:
            return
        offline = scene.rng.random() < 0.25
        failed = self._move(told, slot, offline=offline)
        if failed is not None and failed.trouble.passing and scene.rng.random() < 0.6:
            self._move(told, slot, offline=True)

    def _move(self, told: Told, slot: Span, *, offline: bool, outside: bool = False) -> Failure | None:
        before = self._scene.bookings()[told.id]
        failed = self._execute(
            f"move {told.id} to {slot.start:%m-%d %H:%M}{' offline' * offline}",
            Reschedule(told.id, slot.start, offline=offline, outside_rules=outside),
        )
        after = self._scene.bookings()[told.id]
        if after.status is not Status.CANCELLED and after.start == slot.start and after != before:
            told.span = after.span
        return failed

    def _cancel(self) -> None:
        # Not while its event is a ghost, which is not there for a DELETE either (see `World`).
        if coming := [told for told in self._coming() if not told.names & self._scene.ghosts]:
            self._cancel_one(self._scene.rng.choice(coming), offline=self._scene.rng.random() < 0.25)

    def _cancel_one(self, told: Told, *, offline: bool) -> None:
        # Decided and stored before anything is sent, whatever becomes of the sending.
        told.cancelled = self._scene.bookings()[told.id].status is not Status.CANCELLED
        self._execute(f"cancel {told.id}{' offline' * offline}", Cancel(told.id, offline=offline))

    def _choose_calendar(self) -> None:
        scene = self._scene
        choice = [c for c in scene.place.desk.calendars() if c.writable and c.id.split("/")[-2] in scene.writable]
        if choice:
            calendar = scene.rng.choice(choice)
            before = scene.bookings()
            self._execute(f"write to {calendar.id.split('/')[-2]}", Select(write_to=calendar.id))
            for booking in scene.bookings().values():
                told = scene.told[booking.id]
                if told.swept and booking.href != before[booking.id].href:
                    told.swept, told.whole_day, told.span = False, None, booking.span
                    told.marks.clear()  # it is written anew, as the app last saw it

    def _restart(self) -> None:
        self._scene.restart()

    # --- questions of the app ----------------------------------------------------------------------------------

    def attend(self) -> None:
        """What a host does at once: a new password when asked for one, another calendar when the chosen one is gone."""
        scene = self._scene
        account = scene.place.desk.account()
        if account.locked:
            scene.attempt("sign in again", lambda: scene.place.desk.execute(SignIn(account.apple_id, scene.password)))
        chosen = [c for c in scene.place.desk.calendars() if c.write_to]
        if not chosen or any(c.problem is not None and c.problem.code is Code.CALENDAR_GONE for c in chosen):
            self._choose_calendar()

    def answer(self) -> None:
        """One open question, if there is any."""
        scene = self._scene
        bookings = scene.bookings()
        asked = sorted((b for b in bookings.values() if b.gone_together), key=lambda b: b.start)
        if asked:
            cancel = scene.rng.random() < 0.5
            names = tuple(b.id for b in asked)
            for told in (scene.told[name] for name in names):
                if not told.deleted:
                    raise Disagreement(f"the host is asked about {told.id}, which is not gone")
                if not cancel:
                    told.deleted, told.swept = False, False
                    told.marks.clear()  # it is written anew
            scene.attempt(f"{'cancel' if cancel else 'put back'} {names}",
                          lambda: scene.place.desk.execute(SettleGone(names, cancel)))  # fmt: skip
            return
        unclear = [b for b in bookings.values() if b.status is Status.ATTENTION and not scene.told[b.id].whole_day]
        if unclear:
            self._decide(scene.rng.choice(sorted(unclear, key=lambda b: (b.start, b.id))))

    def _decide(self, booking: Booking) -> None:
        """The host looks at the phone: an event that is there is moved, one that is gone is cancelled."""
        scene = self._scene
        told = scene.told[booking.id]
        scene.tell(f"  “{booking.concern}” of {told.id}")
        waits = scene.place.desk.store.outbox.of(booking.id)
        if scene.events_of(told):
            slot = self._slot(booking)
            if slot is not None:
                self._move(told, slot, offline=False)
        elif any(intent.kind is Kind.PUBLISH for intent in waits):
            self._choose_calendar()  # refused by its calendar: another may take it
        else:
            self._cancel_one(told, offline=False)
