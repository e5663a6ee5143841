"""Every sentence that is made from values: troubles, states, progress and notices, through Qt's translation."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.facts import UNKNOWN, Facts
from workestra_desktop.core.link import Link
from workestra_desktop.core.plain import plain, size
from workestra_desktop.core.said import again
from workestra_desktop.core.snapshot import Progress, Snapshot, State
from workestra_desktop.core.trouble import Trouble
from workestra_desktop.core.words import Words, words
from workestra_desktop.ui.when import clock, dated, meeting_time, moment_words, zone_of


def _tr(text: str) -> str:
    return QCoreApplication.translate("Words", text)


def _trouble(text: str) -> str:
    return QCoreApplication.translate("Trouble", text)


class _HostsTongue:
    """The host's language and way of writing times."""

    def say(self, template: str) -> str:
        return _trouble(template)

    def time(self, moment: datetime, facts: Facts) -> str:
        return clock(moment, facts.where) if facts.today(moment) else dated(moment, facts.where)

    def again(self, sentence: str) -> str:
        return told_again(sentence)


def told_again(sentence: str) -> str:
    """What a trouble or a concern says of itself, in the host's language."""
    return again(sentence, _trouble, lambda times: meeting_time(times.start, times.end, times.where, times.start))


def worded(trouble: Trouble, facts: Facts = UNKNOWN) -> Words:
    """Title, message and next step of `trouble` in the host's language."""
    return words(trouble, facts, _HostsTongue())


def concern_words(booking: Booking) -> str:
    """Why the booking needs attention, as a sentence."""
    if concern := plain(told_again(booking.concern)):
        return concern
    refused = booking.sync is InCloud.FAILED
    return _tr("iCloud refused to take it.") if refused else _tr("Its event is gone from iCloud.")


def booking_state(booking: Booking, *, overlapped: bool = False) -> tuple[str, str]:
    """Icon name and words for how a booking stands in iCloud. `overlapped`: an event lies on it, to be decided."""
    match booking.status, booking.sync:
        case Status.ATTENTION, _:
            concern = plain(told_again(booking.concern)) or _tr("its event is gone from iCloud")
            return "attention", _tr("Needs attention: {concern}").format(concern=concern)
        case Status.CANCELLED, InCloud.SYNCED:
            by_icloud = booking.cancelled_by is By.ICLOUD
            return "cancelled", _tr("Deleted in iCloud") if by_icloud else _tr("Cancelled")
        case Status.CANCELLED, InCloud.WAITING:
            return "removing", _tr("Cancelled, removing from iCloud…")
        case Status.CANCELLED, InCloud.FAILED:
            return "refused", _tr("Cancelled, not yet removed – refused")
        case Status.CONFIRMED, InCloud.FAILED:
            return "refused", _tr("Not yet in iCloud – refused")
        case Status.CONFIRMED, _ if overlapped:
            return "attention", _tr("An event lies on it")
        case Status.CONFIRMED, InCloud.WAITING:
            return "waiting", _waiting_state(booking)
        case Status.CONFIRMED, InCloud.SYNCED if booking.missing_since is not None:
            return "missing", _tr("Missing in iCloud, checking again")
        case Status.CONFIRMED, InCloud.SYNCED:
            return "in-icloud", _tr("In iCloud")
        case _:
            raise AssertionError((booking.status, booking.sync))


def _waiting_state(booking: Booking) -> str:
    if booking.agreed is None:
        return _tr("Waiting for iCloud: to be written")
    if (booking.agreed.start, booking.agreed.end) != (booking.start, booking.end):
        return _tr("Waiting for iCloud: to be moved")
    return _tr("Waiting for iCloud")


def cancelled_words(booking: Booking) -> str:
    """Who cancelled, and why; empty for a live booking."""
    match booking.cancelled_by:
        case None:
            return ""
        case By.HOST:
            who = _tr("Cancelled by you.")
        case By.ICLOUD:
            who = _tr("Its event was deleted in iCloud.")
        case By.GUEST:
            who = _tr("Cancelled by the guest.")
        case _:
            assert_never(booking.cancelled_by)
    reason = plain(booking.reason, 300)
    return f"{who} {_tr('Reason: {reason}').format(reason=reason)}" if reason else who


def link_title(link: Link) -> str:
    """A link's title without the place for the guest's name: `Meeting with {guest}` reads `Meeting`."""
    title = " ".join(link.title.replace("{guest}", "…").split())
    for tail in (" with …", " – …", " - …", ": …", " …"):
        title = title.removesuffix(tail)
    return plain(title, 80) or plain(link.slug, 80)


def progress_words(progress: Progress | None) -> str:
    """`Reading 3 of 4: Family — 120 of 400 events, 340 kB`."""
    if progress is None:
        return _tr("Reading your calendars…")
    number = min(progress.calendars_done + 1, progress.calendars)
    text = _tr("Reading {number} of {all}: {calendar}").format(
        number=number, all=progress.calendars, calendar=plain(progress.calendar, 60)
    )
    if not progress.events:
        return text
    return text + _tr(" — {done} of {all} events, {size}").format(
        done=progress.events_done, all=progress.events, size=size(progress.received)
    )


def changes_wait(count: int) -> str:
    if count == 1:
        return _tr("1 change waits for iCloud")
    return _tr("{count} changes wait for iCloud").format(count=count)


def state_line(snapshot: Snapshot, now: datetime) -> str:
    """How things stand, with the time of the last and the next look at iCloud."""
    where = zone_of(snapshot.host_zone)
    last = moment_words(snapshot.last_poll, where, now) if snapshot.last_poll else None
    following = moment_words(snapshot.next_poll, where, now) if snapshot.next_poll else None
    match snapshot.state:
        case State.NOT_CONNECTED:
            return _tr("Not connected to iCloud")
        case State.SYNCING:
            return _tr("Talking to iCloud…")
        case State.UP_TO_DATE:
            head = _tr("In step with iCloud at {time}").format(time=last) if last else _tr("In step with iCloud")
        case State.WAITING:
            head = changes_wait(snapshot.waiting)
        case State.OFFLINE:
            head = _tr("Offline: free times are from {time}").format(time=last) if last else _tr("Offline")
        case State.PAUSED:
            head = _tr("Paused")
        case State.ATTENTION:
            head = _tr("Needs your attention")
            if last:
                head += " · " + _tr("last read at {time}").format(time=last)
        case _:
            assert_never(snapshot.state)
    if snapshot.waiting and snapshot.state is not State.WAITING:
        head += " · " + changes_wait(snapshot.waiting)
    return head + (" · " + _tr("next at {time}").format(time=following) if following else "")
