"""The part of `workestra` about free and busy: when the host is, when a link can be booked, and what decides it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from workestra_desktop import cli_free_output as out
from workestra_desktop.cli_link import changed_link, dates
from workestra_desktop.cli_output import listed, span_line
from workestra_desktop.cli_run import Command, Group, Run, password_option
from workestra_desktop.core.calendar import AllDay
from workestra_desktop.core.commands import (
    ChangeSettings,
    Explain,
    FindSlots,
    RemoveLink,
    RuleEvent,
    SetLink,
)
from workestra_desktop.core.interval import Span, clip, merge
from workestra_desktop.core.link import first_link
from workestra_desktop.core.settings import Blocking
from workestra_desktop.core.slots import Refusal
from workestra_desktop.core.times import parse_instant
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.core.whereabouts import Stay

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk


def _span(desk: Desk, start: str, end: str) -> Span:
    span = Span(parse_instant(start, desk.host_zone), parse_instant(end, desk.host_zone))
    if span.start >= span.end:
        raise fail(Code.BAD_INPUT, "--to must be later than --from.")
    return span


_from_option = click.option("--from", "start", required=True, metavar="T", help="Begin of the range.")
_to_option = click.option("--to", "end", required=True, metavar="T", help="End of the range.")


@click.command(cls=Command)
@_from_option
@_to_option
@click.option("--fresh", is_flag=True, help="Ask iCloud for changes first.")
@click.option("--explain", "named", is_flag=True, help="Name the event behind each block.")
@click.option("--free", is_flag=True, help="With --explain: also what takes no time, and why it does not.")
@password_option
@click.pass_obj
def busy(run: Run, start: str, end: str, fresh: bool, named: bool, free: bool) -> None:
    """Show when you are busy, from the calendars that count."""
    if free and not named:
        raise click.UsageError("--free goes with --explain.")
    with run.desk() as desk:
        asked, zone = _span(desk, start, end), desk.host_zone
        if fresh:
            desk.poll()
            desk.need_fresh()
        blocks = desk.busy_blocks(asked, free=free)
        if named:
            names = {c.id: c.name for c in desk.snapshot().calendars}
            pairs = [(b, part) for b in blocks for part in clip([Span(b.start, b.end)], asked)]
            document = [out.block_json(b, part, zone) for b, part in pairs]
            lines = [out.block_line(b, part, names, zone) for b, part in pairs]
        else:
            merged = merge(clip([Span(b.start, b.end) for b in blocks], asked))
            document = [out.span_json(s, zone) for s in merged]
            lines = [span_line(s, zone) for s in merged]
        run.result(document, lambda: listed(lines, "Nothing in that time."))


@click.command(cls=Command)
@click.argument("slug")
@_from_option
@_to_option
@click.option("--minutes", type=int, metavar="N", help="One of the link's durations.")
@click.pass_obj
def slots(run: Run, slug: str, start: str, end: str, minutes: int | None) -> None:
    """Show when a link can be booked."""
    with run.desk() as desk:
        found = desk.execute(FindSlots(slug, _span(desk, start, end), minutes))
        assert isinstance(found, tuple)
        spans = [slot for slot in found if isinstance(slot, Span)]
        lines = [span_line(s, desk.host_zone) for s in spans]
        document = [out.span_json(s, desk.host_zone) for s in spans]
        run.result(document, lambda: listed(lines, "No free time there."))


@click.command(cls=Command)
@click.argument("slug")
@click.option("--at", required=True, metavar="T", help="Begin of the meeting.")
@click.option("--minutes", type=int, metavar="N", help="One of the link's durations.")
@click.pass_obj
def explain(run: Run, slug: str, at: str, minutes: int | None) -> None:
    """Say why a time can or cannot be booked."""
    with run.desk() as desk:
        found = desk.execute(Explain(slug, parse_instant(at, desk.host_zone), minutes))
        assert isinstance(found, tuple)
        reasons = [reason for reason in found if isinstance(reason, Refusal)]
        names = {c.id: c.name for c in desk.calendars()}
        run.result(out.explain_json(reasons, desk.host_zone), lambda: out.explain_lines(reasons, names, desk.host_zone))


@click.command(cls=Command)
@click.pass_obj
def links(run: Run) -> None:
    """List the booking links."""
    with run.desk() as desk:
        run.links(desk)


@click.group(cls=Group)
def link() -> None:
    """Change the booking links."""


@link.command("remove")
@click.argument("slug")
@click.pass_obj
def link_remove(run: Run, slug: str) -> None:
    """Remove a booking link; its bookings stay."""
    with run.desk() as desk:
        desk.execute(RemoveLink(slug))
        run.links(desk)


@link.command("set")
@click.argument("slug")
@click.option("--title", help="Title of the events; {guest} stands for the guest's name.")
@click.option("--minutes", multiple=True, metavar="N", help="Durations, the usual one first: 30 or 30,60.")
@click.option("--hours", metavar="TEXT", help="“mon-fri 09:00-12:00,13:00-17:00; sat 10:00-12:00”.")
@click.option("--timezone", metavar="ZONE", help="Zone of the hours, like Europe/Berlin.")
@click.option("--before", type=int, metavar="MIN", help="Minutes to keep free before.")
@click.option("--after", type=int, metavar="MIN", help="Minutes to keep free after.")
@click.option("--notice", type=int, metavar="MIN", help="Minutes between booking and start, at least.")
@click.option("--step", metavar="MIN", help="Minutes between starts; auto for the duration.")
@click.option("--window-days", type=int, metavar="N", help="How many days ahead can be booked.")
@click.option("--max-per-day", type=int, metavar="N", help="At most so many a day; 0 for no limit.")
@click.option("--max-per-week", type=int, metavar="N", help="At most so many a week; 0 for no limit.")
@click.option("--location", metavar="TEXT", help="Where it is.")
@click.option("--meeting-url", metavar="URL", help="Video meeting, https only; empty for none.")
@click.option("--alarm", "alarms", multiple=True, metavar="MIN", help="Minutes before the start; none for no alarm.")
@click.option("--invite/--no-invite", default=None, help="Let Apple mail the guest an invitation.")
@click.option("--calendar", metavar="CAL", help="Write to this calendar (id or exact name); empty for the usual one.")
@click.option("--window", metavar="DATE..DATE", help="Only these days can be booked; rolling for --window-days again.")
@click.option("--travels/--stays-home", default=None, help="Whether the hours go along on your journeys.")
@click.option("--clear-days", is_flag=True, help="Drop all days off and special days set so far.")
@click.option("--day-off", "days_off", multiple=True, metavar="DATE[..DATE]", help="No meetings on these days.")
@click.option("--special", multiple=True, metavar="DATE[..DATE]=HH:MM-HH:MM", help="Other hours on these days.")
@click.pass_obj
def link_set(run: Run, /, slug: str, **options: Any) -> None:
    """Create a booking link, or change the named fields of one."""
    with run.desk() as desk:
        known = {k.slug: k for k in desk.links()}
        before = known.get(slug) or replace(first_link(desk.host_zone.key), slug=slug)
        desk.execute(SetLink(changed_link(before, **options)))
        run.links(desk)


_BLOCKS_OR_NOT = click.Choice(["block", "free"])


@click.command(cls=Command)
@click.option("--tentative", type=_BLOCKS_OR_NOT, help="Whether tentative events block time.")
@click.option("--unanswered", type=_BLOCKS_OR_NOT, help="Whether invitations you have not answered block time.")
@click.option("--all-day", type=click.Choice([str(a) for a in AllDay]), help="How all-day events count.")
@click.option("--stay", "stays", multiple=True, metavar="DATE..DATE=ZONE", help="You are in another zone then.")
@click.option("--clear-stays", is_flag=True, help="Drop all stays set so far.")
@click.pass_obj
def settings(
    run: Run,
    tentative: str | None,
    unanswered: str | None,
    all_day: str | None,
    stays: Sequence[str],
    clear_stays: bool,
) -> None:
    """Show or change what makes you busy, and where you are when."""
    with run.desk() as desk:
        known = desk.store.settings.get()
        changed = replace(
            known,
            tentative_blocks=known.tentative_blocks if tentative is None else tentative == "block",
            unanswered_blocks=known.unanswered_blocks if unanswered is None else unanswered == "block",
            all_day=known.all_day if all_day is None else AllDay(all_day),
            stays=(*(() if clear_stays else known.stays), *map(_stay, stays)),
        )
        if changed != known:
            desk.execute(ChangeSettings(changed))
        _show_settings(run, desk)


@click.command(cls=Command)
@click.argument("uid")
@click.option(
    "--blocks", required=True, type=click.Choice([str(b) for b in Blocking]), help="How it counts from now on."
)
@click.pass_obj
def event(run: Run, uid: str, blocks: str) -> None:
    """Decide on one event, by its UID: always or never block time, or as usual."""
    with run.desk() as desk:
        desk.execute(RuleEvent(uid, Blocking(blocks)))
        _show_settings(run, desk)


def _show_settings(run: Run, desk: Desk) -> None:
    kept, rules = desk.store.settings.get(), desk.store.settings.rules()
    run.result(out.settings_json(kept, rules), lambda: out.settings_lines(kept, rules))


def _stay(text: str) -> Stay:
    days, equals, zone = text.partition("=")
    if not equals or not zone:
        raise fail(Code.BAD_INPUT, f"“{text[:60]}” is not like 2026-12-10..2026-12-17=America/New_York.")
    return Stay(*dates(days), zone)
