"""What the `workestra` command prints: JSON for programs, lines for people. The shapes are those of cli.md.

In JSON every time is RFC 3339 with offset in the host's zone. Texts from calendars and guests stand in JSON as they are
(its escapes keep them harmless) and are made plain before they reach a terminal.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, assert_never
from zoneinfo import ZoneInfo

from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.choices import SAID
from workestra_desktop.core.commands import SyncReport
from workestra_desktop.core.facts import UNKNOWN, Facts
from workestra_desktop.core.interval import Span
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.outbox import Intent, Kind
from workestra_desktop.core.pause import UNTIL_RESUMED
from workestra_desktop.core.plain import plain, size
from workestra_desktop.core.radar import Overlap
from workestra_desktop.core.snapshot import Progress, Snapshot, State
from workestra_desktop.core.times import rfc3339
from workestra_desktop.core.trouble import Trouble
from workestra_desktop.core.words import words

Json = dict[str, Any]


def counted(number: int, thing: str) -> str:
    """`1 event`, `2 events`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def json_time(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return None if moment is None else rfc3339(moment, zone)


# ------------------------------------------------------------------------------------------------------- for programs


def error_json(trouble: Trouble, facts: Facts = UNKNOWN) -> Json:
    said = words(trouble, facts)
    error = {"code": str(trouble.code), "title": said.title, "message": said.message, "action": said.action}
    return {"error": error | ({"detail": trouble.detail} if trouble.detail else {})}


def calendar_json(calendar: Calendar, zone: ZoneInfo) -> Json:
    return {
        "id": calendar.id,
        "name": calendar.name,
        "color": calendar.color,
        "writable": calendar.writable,
        "shared": calendar.shared,
        "owner": calendar.owner or None,
        "default": calendar.default,
        "write_to": calendar.write_to,
        "busy": calendar.busy,
        "events": calendar.events,
        "read_at": json_time(calendar.read_at, zone),
        "problem": words(calendar.problem).title if calendar.problem else None,
    }


def booking_json(booking: Booking, zone: ZoneInfo) -> Json:
    return {
        "id": booking.id,
        "link": booking.link,
        "title": booking.title,
        "guest": booking.guest,
        "email": booking.email,
        "note": booking.note,
        "start": json_time(booking.start, zone),
        "end": json_time(booking.end, zone),
        "timezone": booking.timezone,
        "status": str(booking.status),
        "sync": str(booking.sync),
        "calendar": booking.calendar,
        "uid": booking.uid,
        "href": booking.href,
        "location": booking.location,
        "meeting_url": booking.meeting_url,
        "cancelled_by": None if booking.cancelled_by is None else str(booking.cancelled_by),
        "reason": booking.reason,
        "concern": booking.concern,
        "changed_at": json_time(booking.changed_at, zone),
    }


def problems_json(snapshot: Snapshot) -> list[Json]:
    facts = Facts.of(snapshot, snapshot.taken_at)
    return [error_json(problem, facts)["error"] for problem in snapshot.problems]


def status_json(snapshot: Snapshot, zone: ZoneInfo, outbox: Sequence[Intent] = ()) -> Json:
    """`outbox`: what `snapshot.waiting` counts."""
    coming = snapshot.next_booking
    return {
        "connected": snapshot.connected,
        "apple_id": snapshot.apple_id,
        "state": str(snapshot.state),
        "last_poll": json_time(snapshot.last_poll, zone),
        "next_poll": json_time(snapshot.next_poll, zone),
        "waiting": snapshot.waiting,
        "paused_until": paused_json(snapshot.paused_until, zone),
        "problems": problems_json(snapshot),
        "mirror": {
            "calendars": len(snapshot.calendars),
            "events": snapshot.events,
            "complete": snapshot.complete,
        },
        "next_booking": None if coming is None else booking_json(coming, zone),
        "waiting_bookings": waiting_json(snapshot, zone, outbox),
        "questions": questions_json(snapshot),
        "conflicts": [overlap_json(o, zone) for o in snapshot.overlaps],
    }


def paused_json(until: datetime | None, zone: ZoneInfo) -> str | None:
    """None when not paused. The end of a pause that has none is the same text in every zone."""
    return None if until is None else rfc3339(until, None if until == UNTIL_RESUMED else zone)


def waiting_json(snapshot: Snapshot, zone: ZoneInfo, outbox: Sequence[Intent]) -> list[Json]:
    """One entry a booking. `next_try` null: at the next sync, or if `held` not before the host has decided."""
    known = {b.id: b for b in snapshot.bookings}
    return [
        {
            "id": intent.booking,
            "guest": known[intent.booking].guest,
            "kind": str(intent.kind),
            "since": json_time(intent.created_at, zone),
            "next_try": json_time(_next_try(intent, snapshot.taken_at), zone),
            "held": intent.held,
        }
        for intent in _first_of_each(outbox)
    ]


def _first_of_each(outbox: Sequence[Intent]) -> list[Intent]:
    """The intent that is next for each booking: the others wait behind it."""
    return list({i.booking: i for i in reversed(outbox)}.values())[::-1]


def _next_try(intent: Intent, now: datetime) -> datetime | None:
    """None if it is due, or if it waits for the host alone."""
    due = intent.not_before
    return due if due is not None and now < due <= now + _LONGEST_PAUSE else None


_LONGEST_PAUSE = timedelta(days=2)
"""More than the outbox ever waits by itself (`core.outbox.backoff`)."""


def questions_json(snapshot: Snapshot) -> list[Json]:
    known = {b.id: b for b in snapshot.bookings}
    return [
        {"booking": q.booking, "concern": known[q.booking].concern, "choices": [str(c) for c in q.choices]}
        for q in snapshot.questions
    ]


def overlap_json(overlap: Overlap, zone: ZoneInfo) -> Json:
    return {
        "booking": overlap.booking,
        "event": overlap.title,
        "start": json_time(overlap.start, zone),
        "end": json_time(overlap.end, zone),
        "uid": overlap.uid,
        "calendar": overlap.calendar,
    }


def sync_json(report: SyncReport, snapshot: Snapshot, zone: ZoneInfo) -> Json:
    """`snapshot` is how things stand after the round: what it could not read is among its problems."""
    return {
        "polled": report.polled,
        "requests": report.requests,
        "received_bytes": report.received_bytes,
        "changed": report.changed,
        "removed": report.removed,
        "written": report.written,
        "waiting": report.waiting,
        "bookings_moved": list(report.bookings_moved),
        "bookings_cancelled": list(report.bookings_cancelled),
        "conflicts": [
            {"booking": c.booking, "event": c.event, "start": json_time(c.start, zone), "end": json_time(c.end, zone)}
            for c in report.conflicts
        ],
        "problems": problems_json(snapshot),
    }


def journal_json(entries: Iterable[JournalLine], zone: ZoneInfo) -> list[Json]:
    """`text` is the event as it then was: of one that is gone, as it had been. `before` and `after` tell them apart."""
    return [
        {
            "at": json_time(e.at, zone),
            "what": e.what,
            "detail": e.detail,
            "text": e.after or e.before,
            "before": e.before,
            "after": e.after,
        }
        for e in entries
    ]


# --------------------------------------------------------------------------------------------------------- for people


def error_lines(trouble: Trouble, facts: Facts = UNKNOWN) -> list[str]:
    """What happened, what it means for the bookings, the next step."""
    said = words(trouble, facts)
    lines = [f"{said.title}.", said.message, f"Next step: {said.action}."]
    return [*lines, f"Details: {trouble.code}, {plain(trouble.detail)}"] if trouble.detail else lines


def progress_line(progress: Progress) -> str:
    number = min(progress.calendars_done + 1, progress.calendars)
    return (
        f"Reading {number} of {progress.calendars}: {plain(progress.calendar, 60)}, "
        f"{progress.events_done} of {progress.events} events, {size(progress.received)}"
    )


def span_line(span: Span, zone: ZoneInfo) -> str:
    """`Tue 2026-12-01 10:00-10:30 CET`; the second day is named when there is one."""
    start, end = span.start.astimezone(zone), span.end.astimezone(zone)
    same = "%H:%M" if start.date() == end.date() else "%a %Y-%m-%d %H:%M"
    return f"{start:%a %Y-%m-%d %H:%M}-{end:{same}} {end:%Z}"


def calendar_line(calendar: Calendar) -> str:
    marks = [
        ("bookings go here", calendar.write_to),
        ("busy", calendar.busy),
        ("default", calendar.default),
        (f"shared by {plain(calendar.owner, 60)}" if calendar.owner else "shared", calendar.shared),
        ("read-only", not calendar.writable),
        ("not read yet", calendar.read_at is None),
    ]
    used = ", ".join(mark for mark, on in marks if on) or "not used"
    line = f"{plain(calendar.name, 60)}: {counted(calendar.events, 'event')}; {used}"
    return f"{line}. {words(calendar.problem).title}." if calendar.problem else line


def booking_lines(booking: Booking, zone: ZoneInfo) -> list[str]:
    state = {
        Status.CONFIRMED: "confirmed",
        Status.CANCELLED: f"cancelled by {booking.cancelled_by or 'host'}",
        Status.ATTENTION: "needs attention",
    }[booking.status]
    cloud = {InCloud.SYNCED: "", InCloud.WAITING: ", not yet in iCloud", InCloud.FAILED: ", not taken by iCloud"}
    address = f" <{plain(booking.email)}>" if booking.email else ""
    lines = [
        f"{booking.id}  {span_line(booking.span, zone)}  {plain(booking.guest)}{address}",
        f"    {plain(booking.title)}: {state}{cloud[booking.sync]}",
    ]
    lines += [f"    {plain(text, 400)}" for text in (booking.note, booking.reason, booking.concern) if text]
    return lines


def notice_line(notice: Notice, zone: ZoneInfo) -> str:
    """One line of what changed in iCloud; '' for what the command's result or error says itself."""
    booking, overlap = notice.booking, notice.overlap
    named = f"{plain(booking.guest)}, {span_line(booking.span, zone)} ({booking.id})" if booking else ""
    match notice.kind:
        case NoticeKind.MOVED:
            return f"Moved in iCloud: {named}."
        case NoticeKind.CANCELLED:
            return f"Cancelled in iCloud: {named}."
        case NoticeKind.CONFLICT:
            return f"“{plain(overlap.title) if overlap else ''}” lies on a booking: {named}."
        case NoticeKind.SEVERAL_GONE:
            return f"{notice.count} bookings have lost their events in iCloud. Nothing was cancelled: “workestra gone”."
        case NoticeKind.FAILED | NoticeKind.RECONNECT | NoticeKind.NETWORK:
            return ""
        case _:
            assert_never(notice.kind)


def journal_lines(entries: Iterable[JournalLine], zone: ZoneInfo) -> list[str]:
    return [f"    {_moment(e.at, zone)}  {plain(e.what)}  {plain(e.detail)}".rstrip() for e in entries]


_STATES = {
    State.UP_TO_DATE: "Up to date.",
    State.SYNCING: "Syncing.",
    State.WAITING: "Waiting to write to iCloud.",
    State.OFFLINE: "Offline.",
    State.PAUSED: "Paused.",
    State.ATTENTION: "Needs your attention.",
    State.NOT_CONNECTED: "Not connected to iCloud.",
}


def status_lines(snapshot: Snapshot, zone: ZoneInfo, outbox: Sequence[Intent] = ()) -> list[str]:
    lines = [_STATES[snapshot.state]]
    if snapshot.apple_id:
        lines.append(f"Account: {plain(snapshot.apple_id)}")
    lines.append(f"Last read: {_moment(snapshot.last_poll, zone) or 'never'}")
    if snapshot.next_poll:
        lines.append(f"Next read: {_moment(snapshot.next_poll, zone)}")
    complete = "" if snapshot.complete else ", not all read yet"
    lines.append(
        f"Mirror: {counted(len(snapshot.calendars), 'calendar')}, {counted(snapshot.events, 'event')}{complete}"
    )
    if snapshot.waiting:
        lines.append(f"Waiting to be written: {snapshot.waiting}")
    lines += waiting_lines(snapshot, zone, outbox)
    lines += problem_lines(snapshot)
    lines += question_lines(snapshot)
    lines += [line for overlap in snapshot.overlaps for line in overlap_lines(overlap, zone)]
    coming = snapshot.next_booking
    if coming:
        lines.append(f"Next booking: {span_line(coming.span, zone)}  {plain(coming.guest)}")
    return lines


_TO_BE = {Kind.PUBLISH: "to be written", Kind.AMEND: "to be moved", Kind.WITHDRAW: "to be removed"}


def waiting_lines(snapshot: Snapshot, zone: ZoneInfo, outbox: Sequence[Intent]) -> list[str]:
    known = {b.id: b for b in snapshot.bookings}
    lines = []
    for intent in _first_of_each(outbox):
        due = _next_try(intent, snapshot.taken_at)
        when = f"next try {_moment(due, zone)}" if due else "waits for you" if intent.held else "at the next sync"
        what = f"{_TO_BE[intent.kind]} since {_moment(intent.created_at, zone)}"
        lines.append(f"    {intent.booking}  {plain(known[intent.booking].guest)}: {what}; {when}")
    return lines


def question_lines(snapshot: Snapshot) -> list[str]:
    known = {b.id: b for b in snapshot.bookings}
    lines = []
    for question in snapshot.questions:
        booking = known[question.booking]
        lines.append(f"To decide: {booking.id}  {plain(booking.title)}. {plain(booking.concern, 400)}".rstrip())
        lines += [f"    workestra choose {booking.id} {choice}: {SAID[choice]}" for choice in question.choices]
    return lines


def overlap_lines(overlap: Overlap, zone: ZoneInfo) -> list[str]:
    """What lies where, and what can be done about it."""
    event = f" --event {shlex.quote(plain(overlap.uid, 200))}"
    when = span_line(Span(overlap.start, overlap.end), zone)
    return [
        f"On top of booking {overlap.booking}: “{plain(overlap.title)}”, {when}",
        f"    workestra reschedule {overlap.booking} --start T: move the booking",
        f"    workestra conflict {overlap.booking} --keep{event}: both stay",
        f"    workestra conflict {overlap.booking} --ignore{event}: tell again only if one of the two moves",
    ]


def problem_lines(snapshot: Snapshot) -> list[str]:
    said = [words(problem, Facts.of(snapshot, snapshot.taken_at)) for problem in snapshot.problems]
    return [f"Problem: {each.title}. {each.message} Next step: {each.action}." for each in said]


def sync_lines(report: SyncReport) -> list[str]:
    read = "Read" if report.polled else "Not read"
    wire = f"{report.requests} requests, {report.received_bytes} bytes"
    changes = f"{counted(report.changed, 'event')} changed, {report.removed} removed"
    lines = [f"{read}: {changes}; {report.written} written, {report.waiting} waiting ({wire})."]
    lines += [f"Moved in iCloud: {booking}" for booking in report.bookings_moved]
    lines += [f"Cancelled in iCloud: {booking}" for booking in report.bookings_cancelled]
    lines += [f"On top of booking {c.booking}: {plain(c.event)}" for c in report.conflicts]
    return lines


def _moment(moment: datetime | None, zone: ZoneInfo) -> str:
    return "" if moment is None else f"{moment.astimezone(zone):%a %Y-%m-%d %H:%M %Z}"


def listed(lines: Sequence[str], nothing: str) -> list[str]:
    """`lines`, or the one that says there are none."""
    return list(lines) or [nothing]
