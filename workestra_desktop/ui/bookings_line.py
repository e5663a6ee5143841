"""What a row of the bookings page says, in words: made for the rows in sight only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.plain import plain
from workestra_desktop.ui.look import Tokens
from workestra_desktop.ui.when import clock, day, weekday
from workestra_desktop.ui.words import booking_state


def _tr(text: str) -> str:
    return QCoreApplication.translate("BookingLine", text)


@dataclass(frozen=True, slots=True)
class Line:
    """All texts are plain and bounded. `state_icon` is a name for `icons.symbol`; `colour` the calendar's, as it came.
    `over`: cancelled, or its guest did not come."""

    day: str
    start: str
    end: str
    guest: str
    meeting: str
    calendar: str
    colour: str
    state: str
    state_icon: str
    over: bool = False

    @property
    def when(self) -> str:
        return f"{self.start} – {self.end}"

    def spoken(self) -> str:
        """The whole row, for screen readers and for the clipboard."""
        return _tr("{day}, {time}, {guest}, {meeting}, {calendar}, {state}").format(
            day=self.day, time=self.when, guest=self.guest, meeting=self.meeting, calendar=self.calendar,
            state=self.state,
        )  # fmt: skip


def line_of(
    booking: Booking, where: ZoneInfo, today: date, *, meeting: str | None, calendar: tuple[str, str] | None,
    overlapped: bool,
) -> Line:  # fmt: skip
    """`meeting`: its link's title, None if that is gone; `calendar`: name and colour, likewise."""
    first, last = booking.start.astimezone(where).date(), booking.end.astimezone(where).date()
    until = clock(booking.end, where)
    icon, state = state_of(booking, overlapped=overlapped)
    name, colour = calendar if calendar is not None else (_tr("gone from iCloud"), "")
    return Line(
        day=day_words(first, today), start=clock(booking.start, where),
        end=until if first == last else f"{weekday(last)} {until}", guest=plain(booking.guest, 120),
        meeting=meeting if meeting is not None else plain(booking.link, 80), calendar=name, colour=colour,
        state=state, state_icon=icon, over=booking.no_show or not booking.live,
    )  # fmt: skip


def state_of(booking: Booking, *, overlapped: bool) -> tuple[str, str]:
    """Icon name and words: how it stands in iCloud, or that its guest did not come once nothing is left to settle."""
    settled = booking.status is Status.CONFIRMED and booking.sync is InCloud.SYNCED and booking.missing_since is None
    if booking.no_show and settled and not overlapped:
        return "user-x", _tr("Guest did not come")
    return booking_state(booking, overlapped=overlapped)


def day_words(value: date, today: date) -> str:
    """`Today`, `Tomorrow`, `Mon 30 Nov`, with the year where it is not this one's."""
    match value - today:
        case timedelta(days=0):
            return _tr("Today")
        case timedelta(days=1):
            return _tr("Tomorrow")
        case timedelta(days=-1):
            return _tr("Yesterday")
        case _:
            return day(value, year=value.year != today.year)


def today_in(where: ZoneInfo, now: datetime) -> date:
    return now.astimezone(where).date()


def state_colour(icon: str, t: Tokens) -> str:
    """The colour that goes with the state's icon."""
    match icon:
        case "in-icloud":
            return t.good
        case "waiting" | "missing" | "attention":
            return t.warn
        case "refused":
            return t.danger
        case _:
            return t.muted
