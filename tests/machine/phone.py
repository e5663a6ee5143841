"""The account's owner on a phone: edits of bookings' events and of all others, as devices make them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.icloud.life_scene import retimed
from tests.machine.account import Account, folder_of, name_of, uid_of
from tests.machine.truth import Told, is_odd
from tests.support.icalendars import event, stamped
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.core.interval import Span
from workestra_desktop.core.outbox import Intent, Kind
from workestra_desktop.ical.expansion import remote_event

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_ALARM = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:{0}\r\nTRIGGER:-PT15M\r\nX-WR-ALARMUID:{0}\r\nEND:VALARM\r\n"


class Phone:
    """`bookings` and `intents` are what the app has at the moment: they only tell whether the two decided without
    knowing of each other."""

    def __init__(
        self,
        account: Account,
        told: dict[str, Told],
        bookings: Callable[[], dict[str, Booking]],
        intents: Callable[[str], list[Intent]],
    ) -> None:
        self._account = account
        self._told = told
        self._bookings = bookings
        self._intents = intents
        self._deleted: list[tuple[Told, str, str]] = []
        """What can be restored: booking, path, text."""
        self._number = 0
        self.edits: dict[str, Callable[[Told, str, Span], bool]] = {
            "move": self._move,
            "resize": self._resize,
            "retitle": self._retitle,
            "note": self._note,
            "alarm": self._alarm,
            "carry": self._carry,
            "carry under another name": self._carry_renamed,
            "duplicate": self._duplicate,
            "delete": self._delete,
            "series": self._series,
            "all-day": self._all_day,
            "mark as cancelled": self._mark_cancelled,
            "save anew": self._save_anew,
        }

    def events(self, but_not: set[str]) -> list[tuple[Told, str]]:
        """The bookings' events, without those whose names are in `but_not`."""
        objects = self._account.objects()
        found = [(told, path) for told in self._told.values() for path in self._account.events_of(told.id, objects)]
        return [pair for pair in found if name_of(pair[1]) not in but_not]

    # --- events of bookings: each edit says whether it was made -----------------------------------------------

    def _text(self, path: str) -> str:
        found = self._account.cloud.get(path)
        assert found is not None, path
        return found[0]

    def _put(self, told: Told, path: str, text: str) -> bool:
        if text == self._text(path):
            return False
        self._account.cloud.put(folder_of(path), name_of(path), text)
        return True

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _move(self, told: Told, path: str, to: Span) -> bool:
        if is_odd(self._text(path)):
            return False
        text = retimed(self._text(path), stamped("DTSTART", to.start), stamped("DTEND", to.end))
        if self._number % 2:
            local = (to.start.astimezone(_AMSTERDAM), to.end.astimezone(_AMSTERDAM))
            text = retimed(text, stamped("DTSTART", local[0]), stamped("DTEND", local[1]))
        self._next()
        self._decides(told, to)
        return self._put(told, path, text)

    def _decides(self, told: Told, span: Span) -> None:
        told.contested = told.contested or bool(self._intents(told.id))
        told.decide(span)

    def _resize(self, told: Told, path: str, _to: Span) -> bool:
        now = remote_event(self._text(path), self._bookings()[told.id].uid, "", "", "", BusyPolicy("Europe/Amsterdam"))
        if is_odd(self._text(path)) or now.start is None or now.end is None:
            return False
        return self._move(told, path, Span(now.start, now.end + timedelta(minutes=30)))

    def _retitle(self, told: Told, path: str, _to: Span) -> bool:
        text = self._text(path)
        before = next(line for line in text.split("\r\n") if line.startswith("SUMMARY:"))
        return self._put(told, path, text.replace(before, f"SUMMARY:Title {self._next()} — café", 1))

    def _within(self, told: Told, path: str, lines: str) -> bool:
        return self._put(told, path, self._text(path).replace("END:VEVENT", f"{lines}END:VEVENT", 1))

    def _note(self, told: Told, path: str, _to: Span) -> bool:
        number = self._next()
        note = f"COMMENT:Note {number}\\, folded as a phone folds it\\;\r\n  and on\r\n"
        return self._within(told, path, f'{note}X-PHONE-{number};X-P="a:b":kept\r\n')

    def _alarm(self, told: Told, path: str, _to: Span) -> bool:
        return self._within(told, path, _ALARM.format(f"alarm-{self._next()}"))

    def _carry(self, told: Told, path: str, _to: Span, name: str | None = None) -> bool:
        there = [c for c in self._account.calendars() if c != folder_of(path)]
        if not there:
            return False
        self._account.cloud.move(path, there[self._next() % len(there)], name)
        return True

    def _carry_renamed(self, told: Told, path: str, to: Span) -> bool:
        return self._carry(told, path, to, f"carried-{self._next()}.ics")

    def _duplicate(self, _told: Told, path: str, _to: Span) -> bool:
        """A copy with an identity of its own; devices copy X- lines too, so it bears our mark."""
        text = self._text(path)
        uid = f"copy-{self._next()}"
        before = next(line for line in text.split("\r\n") if line.startswith("UID:"))
        self._make(folder_of(path), f"{uid}.ics", text.replace(before, f"UID:{uid}", 1))
        return True

    def _delete(self, told: Told, path: str, _to: Span) -> bool:
        self._deleted.append((told, path, self._text(path)))
        self._account.cloud.delete(path)
        told.deleted = True
        told.swept = told.swept or folder_of(self._bookings()[told.id].href) not in self._account.calendars()
        self._may_be_written_again(told)
        return True

    def _may_be_written_again(self, told: Told) -> None:
        """The app never learnt that it had arrived: nothing tells this from a write that was lost ([43])."""
        told.may_create += any(intent.kind is Kind.PUBLISH for intent in self._intents(told.id))

    def delete_several(self, most: int, but_not: set[str]) -> int:
        events = self.events(but_not)[:most]
        for told, path in events:
            self._delete(told, path, told.span)
        return len(events)

    def _series(self, told: Told, path: str, _to: Span) -> bool:
        if is_odd(self._text(path)):
            return False
        return self._within(told, path, "RRULE:FREQ=WEEKLY;COUNT=3\r\n")

    def _all_day(self, told: Told, path: str, to: Span) -> bool:
        if is_odd(self._text(path)):
            return False
        day = to.start.date()
        first, last = stamped("DTSTART", day), stamped("DTEND", day + timedelta(days=1))
        return self._put(told, path, retimed(self._text(path), first, last))

    def _mark_cancelled(self, told: Told, path: str, _to: Span) -> bool:
        if is_odd(self._text(path)):
            return False
        return self._put(told, path, self._text(path).replace("STATUS:CONFIRMED", "STATUS:CANCELLED", 1))

    def _save_anew(self, _told: Told, path: str, _to: Span) -> bool:
        self._account.cloud.resave(path)
        return True

    def restore(self, pick: int) -> bool:
        """From “recently deleted”: the same UID, where it was, be it that the booking has another by now."""
        if not self._deleted:
            return False
        told, path, text = self._deleted.pop(pick % len(self._deleted))
        if folder_of(path) not in self._account.calendars() or self._account.cloud.get(path) is not None:
            return False
        booking, uid = self._bookings()[told.id], uid_of(text)
        if uid == booking.uid and self._account.events_of(told.id):
            return False  # carried there meanwhile, or written anew: an account takes no UID twice
        event = remote_event(text, uid, "", "", "", BusyPolicy("Europe/Amsterdam"))
        if event.start is not None and event.end is not None:
            told.spans.add(Span(event.start, event.end))
        told.contested = True
        if uid != booking.uid:
            # Not the booking's, unless the app takes it up, as it takes up what another computer has put back.
            self._make(folder_of(path), name_of(path), text)
            told.former[uid] = path
            return True
        self._account.cloud.put(folder_of(path), name_of(path), text)
        told.deleted = False
        told.put_back = told.put_back or not booking.live
        return True

    # --- other events ------------------------------------------------------------------------------------------

    def _make(self, calendar: str, name: str, text: str) -> None:
        self._account.foreign[self._account.cloud.put(calendar, name, text)] = text

    def add(self, calendar: int, at: Span, kind: int) -> None:
        uid = f"phone-{self._next()}"
        match kind % 3:
            case 0:
                text = event(uid, at.start, at.end)
            case 1:
                text = event(
                    uid, at.start.astimezone(_AMSTERDAM), at.end.astimezone(_AMSTERDAM), "RRULE:FREQ=WEEKLY;COUNT=4"
                )
            case _:
                text = event(uid, at.start.date(), at.start.date() + timedelta(days=1))
        there = self._account.calendars()
        self._make(there[calendar % len(there)], f"{uid}.ics", text)

    def edit_other(self, pick: int, but_not: set[str]) -> bool:
        if not (path := self._other(pick, but_not)):
            return False
        text = self._account.foreign[path]
        self._make(folder_of(path), name_of(path), text.replace("SUMMARY:", f"SUMMARY:{self._next()} ", 1))
        return True

    def delete_other(self, pick: int, but_not: set[str]) -> bool:
        if not (path := self._other(pick, but_not)):
            return False
        self._account.cloud.delete(path)
        del self._account.foreign[path]
        return True

    def _other(self, pick: int, but_not: set[str]) -> str | None:
        found = [path for path in sorted(self._account.foreign) if name_of(path) not in but_not]
        return found[pick % len(found)] if found else None

    # --- calendars ---------------------------------------------------------------------------------------------

    def delete_calendar(self, pick: int) -> bool:
        names = self._account.calendars()
        if len(names) < 3:
            return False
        name = names[pick % len(names)]
        bookings = self._bookings()
        for told, path in self.events(set()):
            if folder_of(path) == name:
                told.deleted = True
                self._may_be_written_again(told)
                # Carried here unseen it is, for the app, an event that was deleted: its UID is in no calendar.
                told.swept = folder_of(bookings[told.id].href) == name
        for told in self._told.values():
            if told.deleted and folder_of(bookings[told.id].href) == name:
                told.swept = True
        for path in [path for path in self._account.foreign if folder_of(path) == name]:
            del self._account.foreign[path]
        self._deleted = [each for each in self._deleted if folder_of(each[1]) != name]
        self._account.cloud.rmcalendar(name)
        return True


def at(first: datetime, number: int) -> Span:
    """A half-hour on the grid on which all of an example happens: ten a day."""
    day = (first + timedelta(days=number // 10)).replace(hour=9, minute=0)
    start = (day + timedelta(minutes=30 * (number % 10))).astimezone(UTC)
    return Span(start, start + timedelta(minutes=30))
