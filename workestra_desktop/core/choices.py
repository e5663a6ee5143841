"""What the host can decide about a booking that the app cannot settle alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workestra_desktop.core.interval import Span
from workestra_desktop.core.outbox import Kind
from workestra_desktop.core.said import said


class Choice(StrEnum):
    TRY_AGAIN = "try-again"
    """Send what iCloud refused once more, now."""
    TAKE_ICLOUD = "take-icloud"
    """The event as it is in iCloud counts: the booking takes its time, and what was to be written is dropped."""
    KEEP_MINE = "keep-mine"
    """The booking's time here counts: the event is moved there, over what was changed in iCloud."""
    PUT_BACK = "put-back"
    """Write its event anew."""
    LET_GO = "let-go"
    """End the booking here and leave its event in iCloud to the host: nothing is sent."""
    CANCEL = "cancel"
    """Cancel the booking; what is left of its event is deleted."""


SAID = {
    Choice.TRY_AGAIN: said("send it to iCloud once more"),
    Choice.TAKE_ICLOUD: said("take the event as it is in iCloud"),
    Choice.KEEP_MINE: said("keep the time it has here, and move the event there"),
    Choice.PUT_BACK: said("write its event into iCloud anew"),
    Choice.LET_GO: said("end the booking here, and leave its event in iCloud as it is"),
    Choice.CANCEL: said("cancel the booking; what is left of its event is deleted"),
}
"""Each choice in words, to follow “to”."""


class Seen(StrEnum):
    """What is known of a booking's event in iCloud."""

    NOT_READ = "not read"
    """Not found, but not everything has been read either."""
    ABSENT = "absent"
    FITS = "fits"
    """It can stand for the booking."""
    CLASHES = "clashes"
    """As FITS, but it was moved in iCloud while the booking was moved here."""
    ODD = "odd"
    """It cannot stand for the booking: all-day, or marked as cancelled. It is still this one meeting."""
    OVERGROWN = "overgrown"
    """A series by now, or unreadable: there may be more in it than this meeting, so no answer here deletes it."""


class Place(StrEnum):
    """The calendar a booking belongs to."""

    OPEN = "open"
    READ_ONLY = "read-only"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Case:
    """What the answers depend on. `waits`: what was to be done next in iCloud and was not. `elsewhere`: there is a
    calendar that its event could be written to anew, its own or another."""

    live: bool
    waits: Kind | None
    seen: Seen
    place: Place
    elsewhere: bool


def choices(case: Case) -> tuple[Choice, ...]:
    """The answers that make sense for a booking that needs attention, the safest first. Not deciding is always one
    more: the booking stays, and an event that the host mends in iCloud is found by the next poll.

    | booking   | event     | waits    | calendar  | choices                                  |
    |-----------|-----------|----------|-----------|------------------------------------------|
    | live      | not read  | any      | any       | try again ¹, END                         |
    | live      | absent    | publish  | gone      | put back ², END                          |
    | live      | absent    | publish  | there     | try again, END                           |
    | live      | absent    | withdraw | any       | try again, END                           |
    | live      | absent    | amend, – | any       | put back ², END                          |
    | live      | fits      | publish  | any       | try again, END                           |
    | live      | fits      | withdraw | any       | try again, END                           |
    | live      | fits      | amend    | any       | try again, take iCloud's, END            |
    | live      | clashes   | amend    | any       | take iCloud's, keep mine, END            |
    | live      | fits ³    | –        | any       | take iCloud's, END                       |
    | live      | odd       | any      | any       | try again ¹, let go, cancel              |
    | live      | overgrown | any      | any       | try again ¹, let go                      |
    | cancelled | overgrown | any      | any       | let go                                   |
    | cancelled | any other | any      | any       | try again if something waits, else cancel; let go |

    END is cancel; for an event in a read-only calendar, which can hardly be deleted, it is let go, cancel.
    ¹ if something waits. ² if there is a calendar for it. ³ or clashes, which only an amend can.
    """
    if not case.live:
        if case.seen is Seen.OVERGROWN:
            return (Choice.LET_GO,)
        return (Choice.CANCEL if case.waits is None else Choice.TRY_AGAIN, Choice.LET_GO)
    again = () if case.waits is None else (Choice.TRY_AGAIN,)
    back = (Choice.PUT_BACK,) if case.elsewhere else ()
    end = (Choice.LET_GO, Choice.CANCEL) if case.place is Place.READ_ONLY else (Choice.CANCEL,)
    match case.seen, case.waits:
        case Seen.NOT_READ, _:
            return (*again, Choice.CANCEL)
        case Seen.ABSENT, Kind.PUBLISH if case.place is not Place.GONE:
            return (Choice.TRY_AGAIN, Choice.CANCEL)
        case Seen.ABSENT, Kind.WITHDRAW:
            return (Choice.TRY_AGAIN, Choice.CANCEL)
        case Seen.ABSENT, _:
            return (*back, Choice.CANCEL)
        case Seen.OVERGROWN, _:
            return (*again, Choice.LET_GO)
        case Seen.ODD, _:
            return (*again, Choice.LET_GO, Choice.CANCEL)
        case Seen.CLASHES, Kind.AMEND:
            return (Choice.TAKE_ICLOUD, Choice.KEEP_MINE, *end)
        case ((Seen.FITS | Seen.CLASHES), (Kind.PUBLISH | Kind.WITHDRAW)):
            return (Choice.TRY_AGAIN, *end)
        case _:
            return (*again, Choice.TAKE_ICLOUD, *end)


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A booking that waits for the host, and the answers that make sense, the safest first. `theirs` is the time its
    event has in iCloud, as it was last read; None if it has none that a booking could take."""

    booking: str
    choices: tuple[Choice, ...]
    theirs: Span | None = None
