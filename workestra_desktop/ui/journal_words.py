"""What happened to a booking, line by line, as a host would tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.choices import SAID, Choice
from workestra_desktop.core.interval import Span
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.plain import plain
from workestra_desktop.ui.when import meeting_time, moment_words
from workestra_desktop.ui.words import told_again

SHOWN = 100
"""Of the newest lines: more is not read."""
_DECIDED = "decided by the host: "
_MOVED_THERE = "moved in iCloud from "


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)


@dataclass(frozen=True, slots=True)
class Told:
    """`text` is a sentence, plain and bounded; `at` says when."""

    at: str
    text: str


def journal_words(lines: Iterable[JournalLine], booking: Booking, where: ZoneInfo, now: datetime) -> tuple[Told, ...]:
    """`lines`, the oldest first as they are kept, told the newest first. A line knows the time that a move took the
    booking from; where it went is the time from which the next one took it, and of the last one where it is now."""
    told, there = [], booking.span
    for line in list(lines)[: -SHOWN - 1 : -1]:
        new = _time(there, where, now)
        there = line.was if line.was is not None else there
        old = _time(there, where, now) if line.was is not None else ""
        told.append(Told(moment_words(line.at, where, now), _sentence(line, old, new)))
    return tuple(told)


def _time(span: Span, where: ZoneInfo, now: datetime) -> str:
    return meeting_time(span.start, span.end, where, now)


def _sentence(line: JournalLine, old: str, new: str) -> str:
    what = line.what
    if what == "refused":
        return _refused(line.detail.partition(":")[0])
    if what == "cancelled by the host":
        reason = plain(line.detail, 300)
        return _tr("You cancelled it. Reason: {reason}").format(reason=reason) if reason else _tr("You cancelled it.")
    if what == "booked":
        return _tr("Booked for {time}.").format(time=new)
    if what.startswith(_DECIDED):
        return _answers().get(what.removeprefix(_DECIDED), plain(what))
    if what.startswith(_MOVED_THERE):
        return _move(_tr("Moved in iCloud from {old} to {new}."), _tr("Moved in iCloud."), old, new)
    if old and what in (moves := _moves()):
        return moves[what].format(old=old, new=new)
    # What is left are the concerns of events that cannot stand for their bookings: sentences of the core's.
    return _plain_lines().get(what) or plain(told_again(what))


def _move(with_times: str, without: str, old: str, new: str) -> str:
    return with_times.format(old=old, new=new) if old else without


def _moves() -> Mapping[str, str]:
    """Of lines that know where the booking was before."""
    return {
        "moved by the host": _tr("You moved it from {old} to {new}."),
        "the move was taken back": _tr("The move was undone: from {old} back to {new}."),
        "seen in iCloud": _tr("It took the time of its event in iCloud: {new} instead of {old}."),
        "found in iCloud under another name": _tr("Moved on another computer from {old} to {new}."),
        "moved to another calendar in iCloud": _tr("Moved to another calendar in iCloud, from {old} to {new}."),
    }


def _plain_lines() -> Mapping[str, str]:
    return {
        "moved by the host": _tr("You moved it."),
        "the move was taken back": _tr("The move was undone."),
        "the cancel was taken back": _tr("The cancellation was undone."),
        "written to iCloud": _tr("Written to iCloud."),
        "moved in iCloud": _tr("The new time is in iCloud."),
        "removed from iCloud": _tr("Its event was removed from iCloud."),
        "seen in iCloud": _tr("Its event in iCloud is in step."),
        "edited in iCloud": _tr("Its event was edited in iCloud. The time stayed."),
        "moved to another calendar in iCloud": _tr("Its event was moved to another calendar in iCloud."),
        "missing in iCloud, checking again": _tr("Its event was not found in iCloud; it is looked for again."),
        "cancelled in iCloud": _tr("Its event was deleted in iCloud: the booking was cancelled."),
        "cancelled, as its event was deleted in iCloud": _tr("You cancelled it, as its event was gone from iCloud."),
        "gone from iCloud, another event is in its place": _tr(
            "Its event is gone from iCloud, and another one lies in its place."
        ),
        "gone from iCloud together with others, the host is asked": _tr(
            "Its event is gone from iCloud, together with others. You are asked what that means."
        ),
        "to be put back into iCloud": _tr("Its event is to be put back into iCloud."),
        "to be put back into iCloud, in another calendar": _tr(
            "Its event is to be put back into iCloud, in another calendar."
        ),
        "found in iCloud under another name": _tr("Its event was written anew on another computer."),
        "found in iCloud, made on another computer": _tr("Booked on another computer, and found in iCloud."),
        "found in iCloud under another name, to be removed": _tr(
            "Its event was written anew on another computer; as it is cancelled, that is removed."
        ),
        "restored from a backup": _tr("It came back with a backup."),
        "an event lies on it, to be decided": _tr("An event lies on it; you are asked what to do."),
        "an event lies on it, both are kept": _tr("You kept both: the booking and the event on it."),
        "an event lies on it, ignored": _tr("You ignored the event on it."),
        "the guest did not come": _tr("You noted that the guest did not come."),
        "the guest came after all": _tr("You noted that the guest came after all."),
    }


def _answers() -> Mapping[str, str]:
    """Of what the host decided when asked."""
    return {
        SAID[Choice.TRY_AGAIN]: _tr("You had it sent to iCloud once more."),
        SAID[Choice.TAKE_ICLOUD]: _tr("You decided that iCloud's time counts."),
        SAID[Choice.KEEP_MINE]: _tr("You decided that the time here counts."),
        SAID[Choice.PUT_BACK]: _tr("You had its event written anew."),
        SAID[Choice.LET_GO]: _tr("You ended it here, and left its event in iCloud."),
        SAID[Choice.CANCEL]: _tr("You decided to cancel it."),
    }


def _refused(kind: str) -> str:
    match kind:
        case "amend":
            return _tr("iCloud refused to move its event.")
        case "withdraw":
            return _tr("iCloud refused to remove its event.")
        case _:
            return _tr("iCloud refused to take its event.")
