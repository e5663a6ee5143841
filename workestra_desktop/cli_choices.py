"""The part of `workestra` that answers what the app asks: what to do about a booking, or an event that lies on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workestra_desktop import cli_output as out
from workestra_desktop.cli_run import Command, Run, password_option
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.choices import Choice
from workestra_desktop.core.commands import Choose, SettleGone, SettleOverlap, SyncNow
from workestra_desktop.core.plain import plain
from workestra_desktop.core.radar import Overlap, OverlapState
from workestra_desktop.core.trouble import Code, Failure, Scope, fail

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk


@click.command(cls=Command)
@click.argument("booking_id", metavar="ID")
@click.argument("choice", type=click.Choice([str(c) for c in Choice]))
@password_option
@click.pass_obj
def choose(run: Run, booking_id: str, choice: str) -> None:
    """Decide about a booking that needs attention; `status` names the choices that are open."""
    with run.desk() as desk:
        booking = desk.execute(Choose(desk.booking(booking_id).id, Choice(choice)))
        assert isinstance(booking, Booking)
        run.booking(booking, desk)


@click.command(cls=Command)
@click.argument("booking_ids", metavar="[ID]...", nargs=-1)
@click.option("--cancel", is_flag=True, help="They were meant to be deleted: cancel the bookings.")
@click.option("--put-back", is_flag=True, help="They were not: write their events anew.")
@password_option
@click.pass_obj
def gone(run: Run, booking_ids: tuple[str, ...], cancel: bool, put_back: bool) -> None:
    """List the bookings whose events vanished together, or decide about them: all, or those named."""
    if cancel and put_back:
        raise click.UsageError("--cancel and --put-back exclude each other.")
    with run.desk() as desk:
        asked = [b for b in desk.bookings() if b.gone_together]
        named = [desk.booking(name) for name in booking_ids] if booking_ids else asked
        if other := next((b for b in named if not b.gone_together), None):
            raise fail(Code.BAD_INPUT, f"The event of “{plain(other.title, 80)}” did not vanish together with others.")
        ids = tuple(b.id for b in named)
        if ids and (cancel or put_back):
            desk.execute(SettleGone(ids, cancel))
            if put_back:
                _send(run, desk)
        found, zone = [desk.booking(name) for name in ids], desk.host_zone
        lines = [line for b in found for line in out.booking_lines(b, zone)]
        run.result(
            [out.booking_json(b, zone) for b in found],
            lambda: out.listed(lines, "No events of bookings have vanished together."),
        )
        if ids and not (cancel or put_back):
            run.say("Next step: “workestra gone --cancel” if you deleted them, else “workestra gone --put-back”.")


def _send(run: Run, desk: Desk) -> None:
    try:
        desk.execute(SyncNow())
    except Failure as failure:
        if not failure.trouble.passing and failure.trouble.scope is not Scope.ACCOUNT:
            raise
        run.say("This is kept here and waits for iCloud: it is sent at the next sync.")


@click.command(cls=Command)
@click.pass_obj
def conflicts(run: Run) -> None:
    """List the events that lie on bookings and are not answered yet."""
    with run.desk() as desk:
        found, zone = desk.overlaps(), desk.host_zone
        lines = [line for o in found for line in out.overlap_lines(o, zone)]
        run.result([out.overlap_json(o, zone) for o in found], lambda: out.listed(lines, "No event lies on a booking."))


@click.command(cls=Command)
@click.argument("booking_id", metavar="ID")
@click.option("--keep", is_flag=True, help="Both stay; this pair is never told of again.")
@click.option("--ignore", is_flag=True, help="Put it aside; told of again if one of the two moves onto the other.")
@click.option("--event", "uid", metavar="UID", help="Which event, if several lie on the booking.")
@click.pass_obj
def conflict(run: Run, booking_id: str, keep: bool, ignore: bool, uid: str | None) -> None:
    """Answer an event that lies on a booking. To end it instead, move the booking with `reschedule`."""
    if keep == ignore:
        raise click.UsageError("Give --keep or --ignore; to move the booking use “workestra reschedule”.")
    with run.desk() as desk:
        overlap = _the_one(desk, desk.booking(booking_id), uid)
        state = OverlapState.KEPT if keep else OverlapState.IGNORED
        desk.execute(SettleOverlap(overlap.booking, overlap.uid, state))
        said = "Both are kept." if keep else "Put aside until one of the two moves."
        run.result(out.overlap_json(overlap, desk.host_zone) | {"answer": str(state)}, lambda: [said])


def _the_one(desk: Desk, booking: Booking, uid: str | None) -> Overlap:
    on_it = [o for o in desk.overlaps() if o.booking == booking.id]
    found = on_it if uid is None else [o for o in on_it if o.uid == uid]
    if not found:
        raise fail(Code.NOT_FOUND, f"No event waits for an answer on “{plain(booking.title, 80)}”.")
    if len(found) > 1:
        named = "; ".join(f"“{plain(o.title, 60)}” is {plain(o.uid, 80)}" for o in found)
        raise fail(Code.BAD_INPUT, f"{len(found)} events lie on that booking. Name one with --event: {named}.")
    return found[0]


CHOOSING = (choose, gone, conflicts, conflict)
