"""What a booking waits for the host to decide, in words: what happened, what it means, and the answers there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.booking import Booking, Status
from workestra_desktop.core.choices import Choice, OpenQuestion
from workestra_desktop.core.commands import Choose, SettleOverlap
from workestra_desktop.core.interval import Span
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.when import clock, meeting_time, weekday, zone_of
from workestra_desktop.ui.words import concern_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Choices", text)


@dataclass(frozen=True, slots=True)
class Move:
    """The host wants to choose another time for it: the usual dialog asks which."""

    booking: str


@dataclass(frozen=True, slots=True)
class AskEnd:
    """The booking would end: the host is asked once more, by the usual dialog. `choice` is CANCEL or LET_GO."""

    booking: str
    choice: Choice


Wish = Choose | SettleOverlap | Move | AskEnd


@dataclass(frozen=True, slots=True)
class Offer:
    """One answer. `text` has a mnemonic; `doing` is told while it is carried out, empty where a dialog does that; `tip`
    says what else is to know."""

    text: str
    wish: Wish
    doing: str = ""
    tip: str = ""

    @property
    def ends(self) -> bool:
        """Whether the booking would be over."""
        return isinstance(self.wish, AskEnd)

    @property
    def dangerous(self) -> bool:
        return isinstance(self.wish, AskEnd) and self.wish.choice is Choice.CANCEL


@dataclass(frozen=True, slots=True)
class Decision:
    """Something to decide about `booking`, the safest answer first. `uid` is the event on top of it, if one is.

    All texts but those of the offers are plain; they may hold foreign text.
    """

    booking: str
    uid: str
    title: str
    meaning: str
    about: str
    """For screen readers, beside the text of each button."""
    offers: tuple[Offer, ...]


def question_words(booking: Booking, question: OpenQuestion, snapshot: Snapshot) -> Decision:
    where = zone_of(snapshot.host_zone)
    mine = meeting_time(booking.start, booking.end, where, snapshot.taken_at)
    about = _tr("booking with {guest}").format(guest=plain(booking.guest, 120))
    times = _Times(mine)
    if (there := question.theirs) is not None and there != booking.span:
        theirs = meeting_time(there.start, there.end, where, snapshot.taken_at)
        times = _Times(mine, theirs, *_on_buttons(booking.span, there, where, (mine, theirs)))
    both = Choice.KEEP_MINE in question.choices
    offers = tuple(_offer(booking, choice, times, both=both) for choice in question.choices)
    offers = tuple(sorted(offers, key=lambda offer: offer.dangerous))
    calendar = next((c for c in snapshot.calendars if c.id == booking.calendar), None)
    read_only = calendar is not None and not calendar.gone and not calendar.writable
    meaning = _meaning(booking, question, times, mendable=not read_only)
    if calendar is not None and read_only:
        meaning = f"{_tr('“{calendar}” is read-only.').format(calendar=plain(calendar.name, 60))} {meaning}"
    return Decision(booking.id, "", concern_words(booking), meaning, about, offers)


@dataclass(frozen=True, slots=True)
class _Times:
    """The booking's time and the other one that its event has in iCloud, in words; the last two are to follow the
    text of a button. Empty where there is no other."""

    mine: str
    theirs: str = ""
    on_mine: str = ""
    on_theirs: str = ""


def _on_buttons(mine: Span, theirs: Span, where: ZoneInfo, whole: tuple[str, str]) -> tuple[str, str]:
    """As short as tells the two apart, since the question has both in full: hours, or `Tue 14:00 – 14:30`."""
    days = {moment.astimezone(where).date() for span in (mine, theirs) for moment in (span.start, span.end)}
    hours = [(span.start.astimezone(where), f"{clock(span.start, where)} – {clock(span.end, where)}")
             for span in (mine, theirs)]  # fmt: skip
    nights = any(span.start.astimezone(where).date() != span.end.astimezone(where).date() for span in (mine, theirs))
    if nights or max(days) - min(days) > timedelta(days=6):
        first, second = whole
    elif len(days) == 1:
        first, second = (text for _, text in hours)
    else:
        first, second = (f"{weekday(start.date())} {text}" for start, text in hours)
    return f" ({first})", f" ({second})"


def _meaning(booking: Booking, question: OpenQuestion, times: _Times, *, mendable: bool) -> str:
    """`mendable`: the host can change its event in Apple Calendar."""
    open_, mine = set(question.choices), times.mine
    if booking.status is Status.CANCELLED:
        return _tr("The booking is cancelled here, but its event may still be in iCloud.")
    if booking.gone_together:
        if Choice.PUT_BACK not in open_:
            return _tr("Nothing was cancelled. Choose another calendar to put it back, or cancel it.")
        return _tr("Nothing was cancelled. Put it back, or cancel it if you deleted its event yourself.")
    if {Choice.TAKE_ICLOUD, Choice.KEEP_MINE} <= open_:
        if times.theirs:
            said = _tr("Here it is {mine}; in iCloud it is {theirs}. Nothing is written until you say which counts.")
            return said.format(mine=mine, theirs=times.theirs)
        return _tr("Here it is {mine}. Nothing is written until you say which time counts.").format(mine=mine)
    if Choice.LET_GO in open_ and question.theirs is None and mendable:
        return _tr(
            "The booking is kept here, {mine}. Put its event right in Apple Calendar and the booking follows it again, "
            "or decide here."
        ).format(mine=mine)
    if Choice.PUT_BACK in open_:
        return _tr("The booking is kept here, {mine}, but has no event in iCloud. Put it back, or cancel it.").format(
            mine=mine
        )
    if times.theirs:
        said = _tr("Here it is {mine}; in iCloud it is {theirs}. Each stays as it is until you decide.")
        return said.format(mine=mine, theirs=times.theirs)
    if Choice.TRY_AGAIN in open_:
        return _tr("The booking is kept here, {mine}, but iCloud does not have it like that yet.").format(mine=mine)
    return _tr("The booking is kept here, {mine}. Its event was left as it is.").format(mine=mine)


def _offer(booking: Booking, choice: Choice, times: _Times, *, both: bool) -> Offer:
    """`both`: there are two times to choose from."""
    wish, mine = Choose(booking.id, choice), times.mine
    match choice:
        case Choice.TRY_AGAIN:
            return Offer(_tr("&Try again"), wish, _tr("Trying again…"), _tr("Sends it to iCloud once more, now."))
        case Choice.TAKE_ICLOUD:
            tip = _tr("The booking takes the time its event has in iCloud. What was to be written is dropped.")
            text = _tr("Use &iCloud's time") if both else _tr("Take it as it is in &iCloud")
            return Offer(text + times.on_theirs, wish, _tr("Taking it from iCloud…"), tip)
        case Choice.KEEP_MINE:
            tip = _tr("The event in iCloud is moved to the booking's time: {mine}.").format(mine=mine)
            return Offer(_tr("Use &my time") + times.on_mine, wish, _tr("Moving the event in iCloud…"), tip)
        case Choice.PUT_BACK:
            tip = _tr("Writes its event to iCloud anew: {mine}.").format(mine=mine)
            return Offer(_tr("Put it bac&k"), wish, _tr("Writing its event anew…"), tip)
        case Choice.LET_GO if booking.live:
            tip = _tr("Asks once more. The booking ends here, and its event stays in iCloud as it is.")
            return Offer(_tr("End booking, &keep event…"), AskEnd(booking.id, choice), "", tip)
        case Choice.LET_GO:
            tip = _tr("Nothing more is sent: what is left of its event stays in iCloud.")
            return Offer(_tr("&Keep its event in iCloud"), wish, _tr("Leaving it there…"), tip)
        case Choice.CANCEL if booking.live:
            tip = _tr("Asks once more. What is left of its event is deleted from iCloud.")
            return Offer(_tr("C&ancel booking…"), AskEnd(booking.id, choice), "", tip)
        case Choice.CANCEL:
            tip = _tr("Deletes what is left of the cancelled booking's event.")
            return Offer(_tr("Re&move it from iCloud"), wish, _tr("Removing it from iCloud…"), tip)
        case _:
            assert_never(choice)
