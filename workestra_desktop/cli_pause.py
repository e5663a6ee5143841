"""The part of `workestra` that pauses the app's own polls and sends, and lets them go on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from workestra_desktop.cli_output import paused_json
from workestra_desktop.cli_run import Command, Run
from workestra_desktop.core.commands import Pause
from workestra_desktop.core.pause import UNTIL_RESUMED, until_tomorrow
from workestra_desktop.core.times import parse_instant
from workestra_desktop.core.trouble import Code, fail

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk

_MOST_HOURS = 366 * 24


def _end(desk: Desk, until: str | None, hours: float | None, tomorrow: bool) -> datetime:
    """The end that was asked for, in UTC. Raises `bad_input` for one that has passed or lies beyond a year in hours."""
    now = desk.clock()
    if until is not None:
        end = parse_instant(until, desk.host_zone)
        if end <= now:
            raise fail(Code.BAD_INPUT, "--until must be a time to come.")
        return end
    if hours is not None:
        if not 0 < hours <= _MOST_HOURS:
            raise fail(Code.BAD_INPUT, f"--hours must be more than 0 and at most {_MOST_HOURS}.")
        return now + timedelta(hours=hours)
    return until_tomorrow(now, desk.host_zone) if tomorrow else UNTIL_RESUMED


@click.command(cls=Command)
@click.option("--until", metavar="T", help="Until this time.")
@click.option("--hours", type=float, metavar="N", help="For so many hours.")
@click.option("--until-tomorrow", "tomorrow", is_flag=True, help="Until midnight.")
@click.pass_obj
def pause(run: Run, until: str | None, hours: float | None, tomorrow: bool) -> None:
    """Let nothing be read or sent by itself, until resumed or until a time. What you do by hand goes on."""
    if (until is not None) + (hours is not None) + tomorrow > 1:
        raise click.UsageError("Give only one of --until, --hours and --until-tomorrow.")
    with run.desk() as desk:
        desk.execute(Pause(_end(desk, until, hours, tomorrow)))
        _tell(run, desk)


@click.command(cls=Command)
@click.pass_obj
def resume(run: Run) -> None:
    """End a pause. A running Workestra syncs at once."""
    with run.desk() as desk:
        desk.execute(Pause(None))
        _tell(run, desk)


PAUSING = (pause, resume)
"""The commands of this part."""


def _tell(run: Run, desk: Desk) -> None:
    until, zone = desk.paused_until(), desk.host_zone
    run.result({"paused_until": paused_json(until, zone)}, lambda: [paused_line(until, zone)])


def paused_line(until: datetime | None, zone: ZoneInfo) -> str:
    match until:
        case None:
            return "Not paused."
        case end if end == UNTIL_RESUMED:
            return "Paused until you resume."
        case end:
            return f"Paused until {end.astimezone(zone):%a %Y-%m-%d %H:%M %Z}."
