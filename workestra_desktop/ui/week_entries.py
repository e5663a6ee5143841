"""What stands in the week view: occurrences of events and bookings, as texts and kinds ready to be laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import Block, Calendar, Reason
from workestra_desktop.core.interval import Span
from workestra_desktop.core.plain import plain
from workestra_desktop.core.week import Week
from workestra_desktop.ui.when import clock, day


class Kind(Enum):
    """What an entry means for the host's time; each is drawn in a shape of its own."""

    BUSY = auto()
    FREE = auto()
    """An event that takes no time."""
    BOOKING = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """`title` and `calendar` (its name) are plain text, `colour` is as the server wrote it. `note` tells, for the
    tooltip, what the drawing says by its shape."""

    kind: Kind
    span: Span
    title: str
    calendar: str = ""
    colour: str = ""
    doubtful: bool = False
    """Tentative, or not answered yet."""
    struck: bool = False
    """Called off or declined."""
    whole_day: bool = False
    booking: str = ""
    note: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("WeekEntries", text)


def entries(week: Week | None, calendars: Sequence[Calendar]) -> tuple[Entry, ...]:
    """Everything `week` shows. Cancelled bookings are left out."""
    if week is None:
        return ()
    known = {c.id: c for c in calendars}
    events = [entry for block in week.blocks for entry in _event(block, known.get(block.calendar))]
    return (*events, *(_booking(b, known.get(b.calendar)) for b in week.bookings if b.live))


def _event(block: Block, calendar: Calendar | None) -> Iterator[Entry]:
    """The event at its own time, and the way there and back as entries of their own."""
    meeting = Span(block.start + block.travel, block.end - block.travel_back)
    entry = Entry(
        Kind.BUSY if block.reason.blocks else Kind.FREE,
        meeting,
        plain(block.title) or _tr("(no title)"),
        plain(calendar.name, 120) if calendar else "",
        calendar.color if calendar else "",
        doubtful=block.reason
        in (Reason.TENTATIVE, Reason.UNANSWERED, Reason.TENTATIVE_FREE, Reason.UNANSWERED_FREE),
        struck=block.reason in (Reason.CANCELLED, Reason.DECLINED),
        whole_day=block.whole_day,
        note=_note(block.reason),
    )  # fmt: skip
    if meeting.start < meeting.end or not (block.travel or block.travel_back):
        yield entry
    for way in (Span(block.start, meeting.start), Span(meeting.end, block.end)):
        if way.start < way.end:
            yield replace(entry, span=way, title=_tr("Travel"), note=entry.title)


def _booking(booking: Booking, calendar: Calendar | None) -> Entry:
    name = plain(calendar.name, 120) if calendar else ""
    title = plain(booking.guest, 120) or plain(booking.title) or _tr("(no title)")
    return Entry(Kind.BOOKING, booking.span, title, name, booking=booking.id, note=_tr("Booking"))


def _note(reason: Reason) -> str:
    match reason:
        case Reason.BUSY | Reason.ALL_DAY | Reason.ALWAYS:
            return ""
        case Reason.TENTATIVE:
            return _tr("Tentative")
        case Reason.UNANSWERED:
            return _tr("Not answered yet")
        case Reason.UNREADABLE:
            return _tr("Could not be read in full")
        case Reason.FREE | Reason.NEVER | Reason.ALL_DAY_FREE:
            return _tr("Takes no time")
        case Reason.DECLINED:
            return _tr("Declined: takes no time")
        case Reason.CANCELLED:
            return _tr("Called off: takes no time")
        case Reason.TENTATIVE_FREE:
            return _tr("Tentative: takes no time")
        case Reason.UNANSWERED_FREE:
            return _tr("Not answered yet: takes no time")


def utc_offset(offset: timedelta) -> str:
    """`UTC+2`, `UTC−3:30`."""
    minutes = round(abs(offset) / timedelta(minutes=1))
    sign = "−" if offset < timedelta() else "+"
    return f"UTC{sign}{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")


def repeated(moment: datetime, where: ZoneInfo) -> str:
    """The offset, if the wall-clock time of `moment` comes twice that day; else nothing."""
    local = moment.astimezone(where)
    first, second = (local.replace(fold=fold).utcoffset() for fold in (0, 1))
    return "" if first == second else utc_offset(local.utcoffset() or timedelta())


def exact_clock(moment: datetime, where: ZoneInfo) -> str:
    """`02:30`, and where the clocks going back make that time come twice, which of the two: `02:30 (UTC+2)`."""
    which = repeated(moment, where)
    return f"{clock(moment, where)} ({which})" if which else clock(moment, where)


def time_words(span: Span, where: ZoneInfo) -> str:
    """`10:00 – 11:30`, with the days where it lies on several."""
    first, last = span.start.astimezone(where), span.end.astimezone(where)
    start, end = exact_clock(span.start, where), exact_clock(span.end, where)
    if first.date() == last.date():
        return f"{start} – {end}"
    if first.date() + timedelta(days=1) == last.date() and (last.hour, last.minute) == (0, 0):
        return f"{start} – {end}"
    return f"{day(first.date())}, {start} – {day(last.date())}, {end}"


def lines_of(entry: Entry, where: ZoneInfo) -> list[str]:
    """What a tooltip says of `entry`, in plain text."""
    time = _tr("All day") if entry.whole_day else time_words(entry.span, where)
    return [line for line in (entry.title, time, entry.calendar, entry.note) if line]
