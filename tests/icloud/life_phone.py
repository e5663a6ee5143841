"""The account's owner on a phone, and others who share calendars: they change anything, at any time."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.icloud.life_scene import Scene, Told, basename, folder_of, retimed
from tests.support.icalendars import event, stamped, vcalendar, vevent
from workestra_desktop.core.booking import Status
from workestra_desktop.core.interval import Span
from workestra_desktop.core.outbox import Kind

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_AHEAD = timedelta(days=4)
"""Bookings are changed on the phone while they lie this far ahead: no outage keeps the app from seeing it in time, and
the past is not followed."""
_MOST_CALENDARS = 6
_ALARM = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:{}\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n"


class Phone:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def act(self) -> None:
        acts = [
            (6, self._add), (3, self._edit_foreign), (3, self._delete_foreign), (2, self._onto_a_booking),
            (5, self._move_booking), (4, self._write_into_booking), (3, self._carry_booking), (2, self._delete_booking),
            (1, self._delete_several), (1, self._delete_for_a_moment), (1, self._whole_day), (3, self._save_anew),
            (1, self._rename_calendar), (1, self._new_calendar), (0.5, self._delete_calendar),
        ]  # fmt: skip
        self._scene.rng.choices([act for _, act in acts], [weight for weight, _ in acts])[0]()

    # --- other events ------------------------------------------------------------------------------------------

    def _add(self) -> None:
        scene = self._scene
        uid = f"phone-{scene.next_number()}"
        self._store(scene.rng.choice(sorted(scene.writable)), uid, self._some_event(uid))

    def _store(self, calendar: str, uid: str, text: str) -> None:
        name = f"{uid}.ics" if self._scene.rng.random() < 0.8 else f"{uid}@phone example.ics"
        self._scene.foreign[self._scene.standin.put(calendar, name, text)] = text
        self._scene.tell(f"phone: {name} in {calendar}")

    def _some_event(self, uid: str) -> str:
        rng = self._scene.rng
        start = self._moment(rng.randint(0, 40))
        end = start + timedelta(minutes=rng.choice((15, 45, 90)))
        kind = rng.randrange(4)
        if kind == 0:
            return event(uid, start.date(), start.date() + timedelta(days=rng.randint(1, 3)), "TRANSP:OPAQUE")
        if kind == 1:
            return event(uid, start, end, "TRANSP:TRANSPARENT" if rng.random() < 0.2 else "TRANSP:OPAQUE")
        local, until = start.astimezone(_AMSTERDAM), end.astimezone(_AMSTERDAM)
        if kind == 2:
            return event(uid, local, until)
        week = timedelta(days=7)
        missed, moved = local + week, local + 2 * week
        return vcalendar(
            vevent(uid, local, until, "RRULE:FREQ=WEEKLY;COUNT=6", stamped("EXDATE", missed), summary="Class"),
            vevent(uid, moved + timedelta(days=1), until + 2 * week + timedelta(days=1),
                   stamped("RECURRENCE-ID", moved), summary="Class, moved"),
        )  # fmt: skip

    def _moment(self, days: int) -> datetime:
        rng = self._scene.rng
        day = self._scene.now + timedelta(days=days)
        return day.replace(hour=rng.randint(7, 16), minute=rng.choice((0, 15, 30)), second=0, microsecond=0)

    def _edit_foreign(self) -> None:
        scene = self._scene
        if not scene.foreign:
            return
        path = scene.rng.choice(sorted(scene.foreign))
        text = scene.foreign[path]
        if "RRULE" in text or scene.rng.random() < 0.4:
            text = text.replace("SUMMARY:", f"SUMMARY:{scene.next_number()} ", 1)
        else:
            start = self._moment(scene.rng.randint(0, 30))
            end = start + timedelta(hours=1)
            text = retimed(text, stamped("DTSTART", start), stamped("DTEND", end))
        scene.standin.put(folder_of(path), basename(path), text)
        scene.foreign[path] = text
        scene.tell(f"phone: changes {basename(path)}")

    def _delete_foreign(self) -> None:
        scene = self._scene
        if scene.foreign:
            path = scene.rng.choice(sorted(scene.foreign))
            scene.standin.delete(path)
            del scene.foreign[path]
            scene.tell(f"phone: deletes {basename(path)}")

    def _onto_a_booking(self) -> None:
        scene = self._scene
        if scene.told:
            span = scene.told[scene.rng.choice(sorted(scene.told))].span
            uid = f"phone-{scene.next_number()}"
            self._store(scene.rng.choice(sorted(scene.writable)), uid, event(uid, span.start, span.end))

    # --- events of bookings ------------------------------------------------------------------------------------

    def _events(self) -> list[tuple[Told, str]]:
        """The bookings far enough ahead whose event stands in a calendar that the phone may change."""
        scene = self._scene
        objects = scene.objects()
        found = []
        for told in scene.told.values():
            if told.alone and told.span.start > scene.now + _AHEAD and not told.names & scene.ghosts:
                found += [(told, p) for p in scene.events_of(told, objects) if scene.writable[folder_of(p)]]
        return sorted(found, key=lambda pair: (pair[0].span, pair[1]))

    def _one(self) -> tuple[Told, str] | None:
        """Often one that the app has not settled yet: there the two meet."""
        events = self._events()
        waiting = {intent.booking for intent in self._scene.place.store.outbox.all()}
        unsettled = [pair for pair in events if pair[0].id in waiting]
        if unsettled and self._scene.rng.random() < 0.6:
            events = unsettled
        return self._scene.rng.choice(events) if events else None

    def _read(self, path: str) -> str:
        found = self._scene.standin.get(path)
        assert found is not None, path
        return found[0]

    def _write(self, path: str, text: str) -> None:
        self._scene.standin.put(folder_of(path), basename(path), text)

    def _move_booking(self) -> None:
        scene = self._scene
        if (one := self._one()) is None:
            return
        told, path = one
        start = self._moment(scene.rng.randint(6, 25))
        span = Span(start, start + timedelta(minutes=scene.rng.choice((30, 30, 60))))
        first, last = (span.start, span.end)
        if scene.rng.random() < 0.5:
            first, last = first.astimezone(_AMSTERDAM), last.astimezone(_AMSTERDAM)
        self._write(path, retimed(self._read(path), stamped("DTSTART", first), stamped("DTEND", last)))
        told.span = span
        scene.tell(f"phone: moves {told.id} to {span.start:%m-%d %H:%M}")

    def _write_into_booking(self) -> None:
        scene = self._scene
        if (one := self._one()) is None:
            return
        told, path = one
        number = scene.next_number()
        text = self._read(path)
        kind = scene.rng.choice(("title", "note", "alarm"))
        if kind == "title":
            before = next(line for line in text.split("\r\n") if line.startswith("SUMMARY:"))
            new = f"SUMMARY:Title {number}"
            text = text.replace(before, new, 1)
        else:
            new = _ALARM.format(f"Alarm {number}") if kind == "alarm" else f"X-PHONE-NOTE:Note {number}\r\n"
            text = text.replace("END:VEVENT", f"{new}END:VEVENT", 1)
        self._write(path, text)
        told.marks[kind if kind == "title" else f"{kind} {number}"] = new
        scene.tell(f"phone: a {kind} for {told.id}")

    def _carry_booking(self) -> None:
        scene = self._scene
        if (one := self._one()) is None:
            return
        told, path = one
        there = [name for name, writable in sorted(scene.writable.items()) if writable and name != folder_of(path)]
        if not there:
            return
        name = None if scene.rng.random() < 0.7 else f"carried-{scene.next_number()}.ics"
        if name is not None:
            told.names.add(name)
        target = scene.rng.choice(there)
        scene.standin.move(path, target, name)
        scene.tell(f"phone: carries {told.id} to {target}{f' as {name}' if name else ''}")

    def _delete_booking(self) -> None:
        if (one := self._one()) is not None:
            self._delete(*one)

    def _delete(self, told: Told, path: str) -> None:
        scene = self._scene
        scene.standin.delete(path)
        scene.tell(f"phone: deletes {told.id}")
        if any(i.kind is Kind.PUBLISH for i in scene.place.store.outbox.of(told.id)):
            # The app never learnt that it had arrived, so nothing tells this from a write that was lost, and that is
            # tried again until it is written (product.md [43]), as it was decided there.
            told.span = scene.bookings()[told.id].span
            told.marks.clear()
        else:
            told.deleted = True
            # Put back by the host it comes as the app last saw it, without what the phone had changed unseen.
            told.span = scene.bookings()[told.id].span

    def _delete_several(self) -> None:
        events = self._events()
        for told, path in self._scene.rng.sample(events, min(len(events), self._scene.rng.randint(2, 6))):
            self._delete(told, path)

    def _delete_for_a_moment(self) -> None:
        """An undo before the app has looked twice: nothing is cancelled (product.md [20–22])."""
        scene = self._scene
        if (one := self._one()) is None:
            return
        told, path = one
        if scene.bookings()[told.id].missing_since is not None:
            return  # this look would be the second
        text = self._read(path)
        scene.standin.delete(path)
        scene.tell(f"phone: deletes {told.id} for a moment")
        scene.attempt("poll", lambda: list(scene.place.desk.round()))
        self._write(path, text)
        scene.tell(f"phone: {told.id} is back")

    def _whole_day(self) -> None:
        scene = self._scene
        if (one := self._one()) is None:
            return
        told, path = one
        told.whole_day = self._read(path)
        day = told.span.start.date()
        first, last = stamped("DTSTART", day), stamped("DTEND", day + timedelta(days=1))
        self._write(path, retimed(told.whole_day, first, last))
        scene.tell(f"phone: {told.id} takes the whole day")

    def undo_whole_days(self) -> None:
        """The owner puts right what bookings cannot be."""
        for told in self._scene.told.values():
            text, told.whole_day = told.whole_day, None
            if text is None:
                continue
            for path in self._scene.events_of(told):
                self._write(path, text)
                self._scene.tell(f"phone: {told.id} has its times again")

    def _save_anew(self) -> None:
        scene = self._scene
        objects = sorted(scene.objects(), key=basename)
        if objects:
            path = scene.rng.choice(objects)
            scene.standin.resave(path)
            if path in scene.foreign:
                scene.foreign[path] = self._read(path)
            scene.tell(f"another device saves {basename(path)} anew")

    # --- calendars ---------------------------------------------------------------------------------------------

    def _rename_calendar(self) -> None:
        scene = self._scene
        name = scene.rng.choice(sorted(scene.writable))
        scene.standin.rename(name, f"Calendar {scene.next_number()}")
        scene.tell(f"phone: renames {name}")

    def _new_calendar(self) -> None:
        scene = self._scene
        if len(scene.writable) < _MOST_CALENDARS:
            name = f"calendar-{scene.next_number()}"
            scene.standin.mkcalendar(name, f"New {name}", order=scene.rng.randint(1, 9))
            scene.writable[name] = True
            scene.tell(f"phone: makes {name}")

    def _delete_calendar(self) -> None:
        scene = self._scene
        own = sorted(name for name, writable in scene.writable.items() if writable)
        if len(own) < 3:
            return
        name = scene.rng.choice(own)
        inside = set(scene.standin.names(name))
        for told in scene.told.values():
            if inside & set(scene.events_of(told, sorted(inside))):
                # One carried here that the app has not seen here is for it an event deleted: its UID is in no calendar
                # (product.md [20–22]).
                told.swept = folder_of(scene.bookings()[told.id].href) == name
                told.deleted = not told.swept
                told.whole_day = None
            elif told.deleted and self._unseen_in(told, name):
                # The app finds the calendar gone before it has looked twice for the event, and that cancels nothing
                # (product.md §4, write calendar gone).
                told.deleted, told.swept = False, True
        scene.foreign = {path: text for path, text in scene.foreign.items() if path not in inside}
        scene.standin.rmcalendar(name)
        del scene.writable[name]
        scene.tell(f"phone: deletes the calendar {name} with {len(inside)} events")

    def _unseen_in(self, told: Told, calendar: str) -> bool:
        """Whether the app has not concluded yet that the booking's event, in this calendar, is gone."""
        booking = self._scene.bookings()[told.id]
        concluded = booking.status is Status.CANCELLED or booking.gone_together
        return not concluded and folder_of(booking.href) == calendar
