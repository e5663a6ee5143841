"""The invariants: what holds after every step, and what must hold when all is quiet. All raise `Wrong`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import unquote

from tests.machine.account import Account, Change, booking_of, folder_of
from tests.machine.computer import Computer, Outcome, Wrong
from tests.machine.truth import Told, is_odd, kept
from tests.machine.weather import Weather
from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Code
from workestra_desktop.ical.expansion import remote_event

FEW = 3
RECHECK = timedelta(seconds=60)

Moment = tuple[datetime, datetime]
"""The true time, and what the computer's clock said, which may be set in between."""


class Act(StrEnum):
    """What a piece of work decided, if anything."""

    BOOK = "book"
    MOVE = "move"
    CANCEL = "cancel"
    UNDO = "undo"
    SETTLE = "settle"
    LET_GO = "let go"
    AGREE = "agree"
    """On one of two times: the one here or the one in iCloud."""
    TRY_AGAIN = "try again"


@dataclass(frozen=True, slots=True)
class Decision:
    """`span` is the time that was asked for, `bookings` whom it was about."""

    act: Act
    bookings: frozenset[str] = frozenset()
    span: Span | None = None


class Checks:
    def __init__(self, account: Account, computer: Computer, weather: Weather, told: dict[str, Told]) -> None:
        self._account = account
        self._computer = computer
        self._weather = weather
        self._told = told
        self._now: Moment
        self._adopted: dict[str, str] = {}
        """Former events that this piece of work took up again: booking by path."""
        self.taken_up = 0
        self._works = 0
        self.cancelled_in_icloud = 0

    # --- after a piece of work ---------------------------------------------------------------------------------

    def work(
        self,
        before: dict[str, Booking],
        began: Moment,
        now: Moment,
        outcome: Outcome,
        decision: Decision | None = None,
    ) -> None:
        """What a piece of work did to bookings and events may be done by it."""
        self._now = now
        after = self._computer.bookings()
        self._adopted.clear()
        for name, was in before.items():
            self._taken_up(self._told[name], was, after.get(name, was))
        self._nothing_lost(before, after)
        self._new(before, after, outcome, decision)
        for name, was in before.items():
            self._decided(self._told[name], was, after[name], outcome, decision)
        self._not_too_many(before, after, decision)
        self._works += 1
        for name, was in before.items():
            if after[name].missing_since not in (None, was.missing_since):
                self._told[name].missed_in = self._works
        for change in self._account.changes:
            self._written(change)
        self._account.changes.clear()
        for told in self._told.values():
            if told.contested and self._at_one(told, after[told.id]):
                told.contested = False
                told.decide(after[told.id].span)
        if self._computer.requests:
            for told in self._told.values():
                if told.deleted:
                    # Where a clock was set back, the app counts from there again. Only a window sees it set
                    # (`clock_set.py`): should it be set right unseen, that counts as time that has passed.
                    first = told.looked_at or began
                    told.looked_at = (first[0], min(first[1], began[1]))
                elif after[told.id].missing_since is None or (outcome.done and self._sees_all(decision)):
                    told.looked_at = None

    def _sees_all(self, decision: Decision | None) -> bool:
        """Whether it was a whole poll in fair weather. Else an event that was restored, and deleted again, may have
        escaped the app, which then has missed it all the time, as far as it can tell."""
        return decision is None and self._weather.fair and not self._computer.in_round

    def _taken_up(self, told: Told, was: Booking, now: Booking) -> None:
        """A former event that the phone restored is the booking's again once the app goes on with it
        (`sync/adopt.py`). No other event ever is: each UID of a booking is one that the app made for it."""
        if now.uid == was.uid or now.uid not in told.former:
            return
        path = told.former.pop(now.uid)
        self._adopted[path] = told.id
        self.taken_up += 1
        if self._account.foreign.pop(path, None) is None:
            told.deleted = True  # by the phone, since the app saw it
            told.swept = told.swept or folder_of(path) not in self._account.calendars()
        else:
            told.deleted = False
        told.contested = True

    def _at_one(self, told: Told, booking: Booking) -> bool:
        """Whether app and iCloud agree again on a booking, and nothing waits. What is decided from now on counts."""
        agreed = booking.agreed
        if booking.sync is not InCloud.SYNCED or not booking.live or agreed is None:
            return False
        if (agreed.start, agreed.end) != (booking.start, booking.end):
            return False  # the next poll follows what was found
        found = self._account.cloud.get(unquote(booking.href))
        quiet = not self._weather.hanging and not self._computer.place.store.outbox.of(told.id)
        return quiet and found is not None and found[1] == agreed.etag

    def _nothing_lost(self, before: dict[str, Booking], after: dict[str, Booking]) -> None:
        if lost := before.keys() - after.keys():
            raise Wrong(f"bookings are lost: {sorted(lost)}")

    def _new(
        self, before: dict[str, Booking], after: dict[str, Booking], outcome: Outcome, decision: Decision | None
    ) -> None:
        made = [after[name] for name in after.keys() - before.keys()]
        booked = decision is not None and decision.act is Act.BOOK
        if made and not (booked and len(made) == 1 and decision is not None and made[0].span == decision.span):
            raise Wrong(f"bookings that nobody made: {made}")
        if booked and outcome.done and not made:
            raise Wrong("a booking was confirmed and is not there")
        for booking in made:
            self._told[booking.id] = Told(booking.id, booking.span, {booking.span})

    def _decided(self, told: Told, was: Booking, now: Booking, outcome: Outcome, decision: Decision | None) -> None:
        act = decision.act if decision is not None and told.id in decision.bookings else None
        if was.live and not now.live:
            self._cancelled(told, now, act)
        elif now.live and not was.live:
            came_back = (told.put_back and was.cancelled_by is By.ICLOUD) or now.id in self._adopted.values()
            if act is not Act.UNDO and not came_back:
                raise Wrong(f"{told.id} was cancelled, and is not any more: {now}")
            told.cancelled = told.answered = told.swept = told.let_go = False
            told.may_create += 1
        elif was.cancelled_by is not now.cancelled_by:
            raise Wrong(f"{told.id} was cancelled by {was.cancelled_by}, now by {now.cancelled_by}")
        self._answered(told, was, now, outcome, act, decision.span if decision is not None else None)
        if told.swept and now.live and now.calendar != was.calendar:
            # Its calendar is gone, and the host has chosen another, into which it is written anew.
            told.may_create += 1
            told.swept = False
            told.decide(now.span)  # as the app last saw it: the phone's newest edit went with the calendar
        if now.span != was.span and not told.meant(now.span):
            raise Wrong(f"{told.id} is at {now.span}, which nobody decided")

    def _answered(
        self, told: Told, was: Booking, now: Booking, outcome: Outcome, act: Act | None, asked: Span | None
    ) -> None:
        """What follows from what the host decided on a booking. `asked`: the time."""
        if act in (Act.CANCEL, Act.LET_GO):
            if outcome.done and now.live:
                raise Wrong(f"{told.id} was ended by the host, and is not: {now}")
            if not now.live:
                told.was_cancelled = told.was_cancelled or act is Act.CANCEL
                told.let_go = told.let_go or act is Act.LET_GO
        if act in (Act.MOVE, Act.UNDO):
            told.may_update += 1
            self._unaware(told, was)
            if now.live and (now.span == asked or (act is Act.UNDO and now.span != was.span)):
                told.decide(now.span)
        if act is Act.UNDO and now.live and not was.live:
            told.decide(now.span)
        if act is Act.AGREE:
            told.may_update += 1
            if now.live and outcome.done and now.span in told.spans:
                told.decide(now.span)
        if act is Act.SETTLE and now.live and (outcome.done or now.uid != was.uid):
            told.may_create += 1
            told.swept = False
            told.decide(now.span)

    def _not_too_many(self, before: dict[str, Booking], after: dict[str, Booking], decision: Decision | None) -> None:
        """If more than a few vanish together, the host is asked ([20–22])."""
        gone = [b for b in before.values() if b.live and after[b.id].cancelled_by is By.ICLOUD]
        together = Counter(self._told[b.id].missed_in for b in gone)
        if decision is None and any(count > FEW for count in together.values()):
            raise Wrong(f"{len(gone)} vanished together, and the host was not asked")

    def _unaware(self, told: Told, booking: Booking) -> None:
        """The host decides on a time without having seen what the phone made of it."""
        for path in self._account.events_of(told.id):
            found = self._account.cloud.get(path)
            if found is not None and (booking.agreed is None or booking.agreed.etag != found[1]):
                told.contested = True

    def _cancelled(self, told: Told, now: Booking, act: Act | None) -> None:
        if now.cancelled_by is By.HOST:
            if act not in (Act.CANCEL, Act.LET_GO):
                raise Wrong(f"{told.id} was cancelled as if by the host")
            told.cancelled = True
            return
        if now.cancelled_by is not By.ICLOUD:
            raise Wrong(f"{told.id} was cancelled by {now.cancelled_by}")
        self.cancelled_in_icloud += 1
        if act is Act.SETTLE:
            told.answered = True
            return
        if not told.deleted or told.swept:
            raise Wrong(f"{told.id} is cancelled, and its event was not deleted")
        if told.looked_at is None or max(a - b for a, b in zip(self._now, told.looked_at, strict=True)) < RECHECK:
            raise Wrong(f"{told.id} is cancelled at the first look: {told.looked_at}")

    def _written(self, change: Change) -> None:
        if change.foreign and change.path not in self._adopted:
            raise Wrong(f"{change.method} changed {change.path}, which is not ours")
        told = self._told.get(change.booking or "")
        if told is None:
            raise Wrong(f"{change.method} of {change.path}, which belongs to no booking")
        if change.after is not None and change.twins:
            raise Wrong(f"{told.id} is in iCloud twice: {change.path} and {change.twins}")
        if change.before is None:
            told.creates += 1
            if told.creates > told.may_create:
                raise Wrong(f"{told.id} was created {told.creates} times")
        elif change.after is None:
            if not told.was_cancelled:
                raise Wrong(f"the event of {told.id} was deleted, and nobody cancelled it")
        else:
            told.updates += 1
            if kept(change.before) != kept(change.after):
                raise Wrong(f"a move changed more than the time:\n{change.before}\n{change.after}")
            if told.updates > told.may_update:
                raise Wrong(f"{told.id} was moved by {told.updates} PUTs for {told.may_update} decisions")

    # --- at every moment ---------------------------------------------------------------------------------------

    def always(self) -> None:
        objects = self._account.objects()
        for path, text in self._account.foreign.items():
            if objects.get(path) != text:
                raise Wrong(f"{path} is not ours, and was changed: {objects.get(path)}")
        events: dict[str, list[str]] = {}
        for path, text in objects.items():
            if path not in self._account.foreign:
                events.setdefault(booking_of(text) or path, []).append(path)
        if strange := events.keys() - self._told.keys():
            raise Wrong(f"events that belong to no booking: {sorted(strange)}")
        bookings = self._computer.bookings()
        for told in self._told.values():
            found = events.get(told.id, [])
            if found:
                told.deleted = False
            if len(found) > 1:
                raise Wrong(f"{told.id} is in iCloud twice: {found}")
            self._visible(told, bookings[told.id], found)
        if mails := self._account.cloud.mails():
            raise Wrong(f"Apple mailed: {mails}")

    def _visible(self, told: Told, booking: Booking, found: list[str]) -> None:
        """Each confirmed booking is in the calendar or visibly not."""
        waits = self._computer.place.store.outbox.of(booking.id)
        if booking.live and told.cancelled:
            raise Wrong(f"{told.id} was cancelled by the host, and is not")
        if booking.live and waits and booking.sync is InCloud.SYNCED:
            raise Wrong(f"{told.id} waits, and says that it does not: {booking} {waits}")
        if booking.status is Status.ATTENTION and not booking.concern:
            raise Wrong(f"{told.id} needs attention, and does not say why")
        if booking.status is Status.CONFIRMED and not found and not waits and not told.deleted:
            raise Wrong(f"{told.id} is confirmed and lost: {booking}")

    # --- when all is quiet -------------------------------------------------------------------------------------

    def agree(self) -> None:
        """Whether, after all, everybody agrees. To be called when nothing goes wrong any more."""
        objects = self._account.objects()
        bookings = self._computer.bookings()
        for told in self._told.values():
            booking = bookings[told.id]
            found = self._account.events_of(told.id, objects)
            if booking.live:
                self._stands(told, booking, found, objects)
            else:
                self._is_gone(told, booking, found, objects)
        subjects = {problem.subject for problem in self._computer.place.desk.problems()}
        for booking in bookings.values():
            asked = booking.gone_together
            if (
                booking.status is Status.ATTENTION
                and not asked
                and f"{booking.title}: {booking.concern}" not in subjects
            ):
                raise Wrong(f"{booking.id} needs attention, and no problem says so")

    def _is_gone(self, told: Told, booking: Booking, found: list[str], objects: dict[str, str]) -> None:
        if booking.sync is InCloud.FAILED:
            # There may be more in a series than the meeting that was cancelled: the host is asked.
            if not any("\nRRULE:" in objects[path] for path in found):
                raise Wrong(f"{told.id} is cancelled, and the host is asked about it: {booking}, {found}")
            return
        if found and not (told.put_back or told.let_go):
            raise Wrong(f"{told.id} is cancelled, and in iCloud: {found}")
        if booking.sync is not InCloud.SYNCED or booking.concern:
            raise Wrong(f"{told.id} is cancelled, and still {booking.sync}: {booking.concern}")

    def _stands(self, told: Told, booking: Booking, found: list[str], objects: dict[str, str]) -> None:
        waits = self._computer.place.store.outbox.of(booking.id)
        if booking.status is Status.ATTENTION or booking.sync is InCloud.FAILED:
            # What was merely refused has been tried again by now. What is left: an event that no booking can be, none
            # at all, two wishes that do not agree, a write that met a change at each of its two tries.
            # Or the calendar it was to be written to is gone, which only another choice of the host's mends.
            odd = any(is_odd(objects[path]) for path in found) or (
                bool(waits) and folder_of(booking.href) not in self._account.calendars()
            )
            if not (odd or (told.deleted and not found) or told.contested or self._weather.refused):
                raise Wrong(f"{told.id} needs attention for no reason: {booking}")
            return
        if waits or booking.sync is not InCloud.SYNCED:
            raise Wrong(f"{told.id} still waits: {booking} {waits}")
        if told.swept and not found:
            # “4 coming bookings were in it. Nothing was cancelled.” (product.md §4, write calendar gone)
            if not any(p.code is Code.CALENDAR_GONE for p in self._computer.place.desk.problems()):
                raise Wrong(f"{told.id} was lost with its calendar, and no problem says so: {booking}")
            return
        if len(found) != 1:
            raise Wrong(f"{told.id} is confirmed, and {len(found)} times in iCloud: {booking}")
        if unquote(booking.href) != found[0]:
            raise Wrong(f"{told.id} lies at {found[0]}, the app thinks {booking.href}")
        if is_odd(objects[found[0]]):
            raise Wrong(f"{told.id} is odd in iCloud, and the app takes it as it is: {booking}")
        event = remote_event(objects[found[0]], booking.uid, "", "", "", BusyPolicy("Europe/Amsterdam"))
        if (event.start, event.end) != (booking.start, booking.end):
            raise Wrong(f"{told.id} is at {event.start} in iCloud, here at {booking.start}")
        if booking.span != told.span and not told.contested:
            raise Wrong(f"{told.id} was last decided to be at {told.span}, and is at {booking.span}")
