"""What the tray says: the booking that comes next, the one step that mends the state, and when either goes stale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.words import Step
from workestra_desktop.ui.notice_words import unmarked
from workestra_desktop.ui.pause_words import standing
from workestra_desktop.ui.problems import Matter, matter_words, matters
from workestra_desktop.ui.when import countdown, moment_words, zone_of

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tray", text)


def next_booking(snapshot: Snapshot, now: datetime) -> Booking | None:
    """The first live booking that is not over at `now`, which may be long after the snapshot was taken."""
    return next((b for b in snapshot.bookings if b.live and b.end > now), None)


def next_words(snapshot: Snapshot, now: datetime, *, hide: bool) -> str:
    """The next booking in one line with a countdown. `hide`: without its guest."""
    booking = next_booking(snapshot, now)
    if booking is None:
        return _tr("No coming booking")
    template = _tr("A booking, {time} ({countdown})") if hide else _tr("{guest}, {time} ({countdown})")
    return template.format(
        guest=plain(booking.guest, 40),
        time=moment_words(booking.start, zone_of(snapshot.host_zone), now),
        countdown=countdown(booking.start, now),
    )


def hover_words(snapshot: Snapshot, now: datetime, *, hide: bool) -> str:
    """What stands beside the pointer: the state, and a booking of the next 24 hours. Read the same with markup and
    without: desktops differ."""
    lines = [_tr("Workestra – {state}").format(state=standing(snapshot, now))]
    booking = next_booking(snapshot, now)
    if snapshot.connected and booking is not None and booking.start - now < _DAY:
        lines.append(next_words(snapshot, now, hide=hide))
    return unmarked("\n".join(lines))


def stale_at(snapshot: Snapshot, now: datetime) -> datetime | None:
    """When the countdown reads differently, or the next booking is another one; None if there is nothing to count.

    Every minute within the hour before a booking, every hour within two days, else once a day: as `countdown` says it.
    """
    booking = next_booking(snapshot, now)
    if booking is None or not snapshot.connected:
        return None
    left = booking.start - now
    if left < _MINUTE:
        return booking.end
    unit = _MINUTE if left < _HOUR else _HOUR if left < 2 * _DAY else _DAY
    return booking.start - (left // unit) * unit + timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Fix:
    """The action that mends the state. `matter` is what it is about; without one, SYNC asks iCloud and any other step
    needs the window as it stands."""

    label: str
    step: Step
    matter: Matter | None = None


def fix(snapshot: Snapshot, now: datetime) -> Fix | None:
    """The next step for the gravest problem; without problems, what else the state waits for. None: nothing does."""
    if not snapshot.connected or snapshot.password_forgotten:
        return Fix(_tr("Connect…"), Step.CONNECT)
    if not snapshot.setup_done:
        return Fix(_tr("Finish setting up…"), Step.CALENDARS)
    for matter in matters(snapshot):
        words = matter_words(matter, snapshot, Facts.of(snapshot, now))
        if words.step is Step.SETTLE:
            return Fix(_tr("Look at them"), words.step, matter)
        if words.step is not Step.NONE:
            return Fix(plain(words.action, 80), words.step, matter)
    return Fix(_tr("Try now"), Step.SYNC) if snapshot.state is State.WAITING else None
