"""The `workestra` command: for shortcuts, scripts and support. Its contract is docs' cli page, name for name.

It never imports Qt, and what is heavy (CalDAV, iCalendar, keychain) only when the work needs it. Results go to stdout,
progress and errors to stderr; with `--json` an error is a document on stdout. Exit codes: 0 done, 1 failed with
nothing lost, 2 wrong usage or input.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from workestra_desktop import __version__
from workestra_desktop import cli_output as out
from workestra_desktop.cli_choices import CHOOSING
from workestra_desktop.cli_free import busy, event, explain, link, links, settings, slots
from workestra_desktop.cli_keep import backup, diagnostics, export, restore
from workestra_desktop.cli_pause import PAUSING
from workestra_desktop.cli_run import Group, Run, password_option, read_password
from workestra_desktop.cli_times import times
from workestra_desktop.core.booking import Booking, Status
from workestra_desktop.core.commands import (
    Book,
    Cancel,
    Disconnect,
    FinishSetup,
    Reschedule,
    Select,
    SignedIn,
    SignIn,
    SyncNow,
    SyncReport,
    Undo,
)
from workestra_desktop.core.times import parse_instant
from workestra_desktop.core.trouble import USAGE, Code, Failure, Trouble, fail
from workestra_desktop.desktop import beside
from workestra_desktop.desktop.folders import profile_folder

_outside_option = click.option("--outside-rules", is_flag=True, help="Ignore the link's rules.")
_offline_option = click.option("--offline", is_flag=True, help="Only queue it; nothing is asked of iCloud now.")


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="workestra")
def cli() -> None:
    """Bookings that live in your own iCloud calendar.

    Times are RFC 3339, like 2026-12-01T10:00+01:00; without an offset they are read in your own time zone.
    """


for command in (busy, slots, times, explain, links, link, settings, event, backup, restore, export, diagnostics):
    cli.add_command(command)
for command in (*PAUSING, *CHOOSING):
    cli.add_command(command)


# ----------------------------------------------------------------------------------------------------------- account


@cli.command()
@click.option("--apple-id", required=True, metavar="A", help="The main address of the Apple Account.")
@click.option("--password-stdin", is_flag=True, help="Read the app-specific password from standard input.")
@click.option("--write-to", metavar="CAL", help="Calendar for bookings (id or exact name); else the default one.")
@click.pass_obj
def connect(run: Run, apple_id: str, password_stdin: bool, write_to: str | None) -> None:
    """Sign in, find the calendars and read them all once."""
    if password_stdin:
        password = read_password()
    elif sys.stdin.isatty():
        password = click.prompt("App-specific password", hide_input=True, err=True)
    else:
        raise click.UsageError("Give the app-specific password on standard input, with --password-stdin.")
    with run.desk() as desk:
        signed_in = desk.execute(SignIn(apple_id, password, write_to))
        assert isinstance(signed_in, SignedIn)
        if not signed_in.password_kept:
            run.say(
                "No keychain took the password, so it is not kept. "
                "Give it with --password-stdin to each command that needs iCloud."
            )
        desk.read_all()
        desk.execute(FinishSetup())
        calendars = desk.snapshot().calendars
        document = {
            "apple_id": signed_in.apple_id,
            "calendars": [out.calendar_json(c, desk.host_zone) for c in calendars],
            "write_to": signed_in.write_to,
        }
        run.result(document, lambda: ["Connected.", *(out.calendar_line(c) for c in calendars)])


@cli.command()
@click.option("--erase", is_flag=True, help="Also erase what is kept on this computer.")
@click.pass_obj
def disconnect(run: Run, erase: bool) -> None:
    """Forget the password. Nothing in iCloud is touched."""
    with run.desk() as desk:
        desk.execute(Disconnect(erase))
    if erase:
        beside.erase(profile_folder(run.profile, run.env))
    run.result({"disconnected": True}, lambda: ["Disconnected. Nothing in iCloud was changed."])


@cli.command()
@click.option("--write-to", metavar="CAL", help="Write bookings to this calendar (id or exact name).")
@click.option("--busy", multiple=True, metavar="CAL...", help="Only these calendars make you busy; “all” for all.")
@click.argument("more", nargs=-1, metavar="")
@password_option
@click.pass_obj
def calendars(run: Run, write_to: str | None, busy: tuple[str, ...], more: tuple[str, ...]) -> None:
    """List the calendars, or change which are used."""
    if more and not busy:
        raise click.UsageError(f"Got unexpected extra argument ({more[0]})")
    chosen = (*busy, *more)
    if wrong := next((name for name in chosen if name.startswith("--")), None):
        raise click.UsageError(f"{wrong} is no calendar: put it before --busy.")
    with run.desk() as desk:
        known = desk.snapshot().calendars
        if write_to is not None or chosen:
            wanted = tuple(c.id for c in known) if "all" in chosen else chosen
            desk.execute(Select(write_to, wanted if chosen else None))
            known = desk.snapshot().calendars
        run.calendars(known, desk)


@cli.command()
@click.option("--full", is_flag=True, help="List every calendar anew.")
@password_option
@click.pass_obj
def sync(run: Run, full: bool) -> None:
    """Read what changed in iCloud, then write what waits."""
    with run.desk() as desk:
        report = desk.execute(SyncNow(full))
        assert isinstance(report, SyncReport)
        snapshot = desk.snapshot()
        run.result(
            out.sync_json(report, snapshot, desk.host_zone),
            lambda: [*out.sync_lines(report), *out.problem_lines(snapshot)],
        )


@cli.command()
@click.pass_obj
def status(run: Run) -> None:
    """Say how things stand, without the network."""
    with run.desk() as desk:
        snapshot, outbox = desk.snapshot(), desk.store.outbox.all()
        document = out.status_json(snapshot, desk.host_zone, outbox) | {"hosts": desk.store.hosts.counts()}
        run.result(document, lambda: out.status_lines(snapshot, desk.host_zone, outbox))


# ---------------------------------------------------------------------------------------------------------- bookings


@cli.command()
@click.argument("slug")
@click.option("--start", required=True, metavar="T", help="When it begins.")
@click.option("--guest", required=True, metavar="NAME", help="Who comes.")
@click.option("--email", default="", metavar="E", help="The guest's e-mail address.")
@click.option("--note", default="", metavar="N", help="A note, kept in the event.")
@click.option("--minutes", type=int, metavar="N", help="One of the link's durations.")
@_outside_option
@_offline_option
@password_option
@click.pass_obj
def book(run: Run, /, slug: str, start: str, **options: Any) -> None:
    """Book a meeting: look at iCloud once more, then write the event."""
    with run.desk() as desk, run.may_be_queued(offline=options["offline"]):
        booking = desk.execute(Book(slug, parse_instant(start, desk.host_zone), **options))
        assert isinstance(booking, Booking)
        run.booking(booking, desk)


@cli.command()
@click.argument("booking_id", metavar="ID")
@click.option("--start", required=True, metavar="T", help="The new begin; the duration stays.")
@_outside_option
@_offline_option
@password_option
@click.pass_obj
def reschedule(run: Run, /, booking_id: str, start: str, **options: Any) -> None:
    """Move a booking: the same event at another time."""
    with run.desk() as desk, run.may_be_queued(offline=options["offline"]):
        known = desk.booking(booking_id)
        booking = desk.execute(Reschedule(known.id, parse_instant(start, desk.host_zone), **options))
        assert isinstance(booking, Booking)
        run.booking(booking, desk)


@cli.command()
@click.argument("booking_id", metavar="ID")
@click.option("--reason", default="", metavar="R", help="Why, for your own list.")
@_offline_option
@password_option
@click.pass_obj
def cancel(run: Run, /, booking_id: str, **options: Any) -> None:
    """Cancel a booking and delete its event."""
    with run.desk() as desk:
        booking = desk.execute(Cancel(desk.booking(booking_id).id, **options))
        assert isinstance(booking, Booking)
        run.booking(booking, desk)


@cli.command()
@click.argument("booking_id", metavar="ID")
@_offline_option
@password_option
@click.pass_obj
def undo(run: Run, /, booking_id: str, **options: Any) -> None:
    """Take back the last cancel or move of a booking, also one made in iCloud."""
    with run.desk() as desk, run.may_be_queued(offline=options["offline"]):
        booking = desk.execute(Undo(desk.booking(booking_id).id, **options))
        assert isinstance(booking, Booking)
        run.booking(booking, desk)


@cli.command()
@click.option("--status", "wanted", type=click.Choice([str(s) for s in Status]), help="Only these.")
@click.option("--from", "start", metavar="T", help="Only what ends after this.")
@click.option("--to", "end", metavar="T", help="Only what begins before this.")
@click.pass_obj
def bookings(run: Run, wanted: str | None, start: str | None, end: str | None) -> None:
    """List the bookings."""
    with run.desk() as desk:
        zone = desk.host_zone
        after = parse_instant(start, zone) if start else None
        before = parse_instant(end, zone) if end else None
        found = [
            b
            for b in desk.bookings()
            if (wanted is None or b.status == wanted)
            and (after is None or b.end > after)
            and (before is None or b.start < before)
        ]
        lines = [line for b in found for line in out.booking_lines(b, zone)]
        run.result([out.booking_json(b, zone) for b in found], lambda: out.listed(lines, "No bookings."))


@cli.command()
@click.argument("booking_id", metavar="ID")
@click.pass_obj
def show(run: Run, booking_id: str) -> None:
    """Show one booking and what happened to it."""
    with run.desk() as desk:
        booking, zone = desk.booking(booking_id), desk.host_zone
        journal = desk.journal(booking.id)
        document = out.booking_json(booking, zone) | {"journal": out.journal_json(journal, zone)}
        run.result(document, lambda: out.booking_lines(booking, zone) + out.journal_lines(journal, zone))


# -------------------------------------------------------------------------------------------------------------- main


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit code. Whatever goes wrong becomes one clear error."""
    args = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a name this console cannot show must not end the command
    run = Run(os.environ)
    try:
        _refuse_broken_text(args)
        cli.main(args, prog_name="workestra", obj=run, standalone_mode=False)
    except click.UsageError as wrong:
        return _usage(run, wrong, args)
    except (click.Abort, KeyboardInterrupt):
        run.say("Stopped. What was decided before is kept and goes on at the next sync.")
        return 1
    except BrokenPipeError:
        # The reader of our output has gone, which is its right; what was asked is done. Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Failure as failure:
        return _failed(run, failure.trouble, args)
    except Exception as defect:  # noqa: BLE001 - the command's last resort: a defect gets its words, not a traceback
        return _failed(run, Trouble(Code.DEFECT, detail=_where(defect)), args)
    return 0


def _refuse_broken_text(args: Sequence[str]) -> None:
    """Bytes that are no text in this locale arrive as lone surrogates, which no database or calendar takes."""
    if any("\ud800" <= char < "\ue000" for arg in args for char in arg):
        raise fail(Code.BAD_INPUT, "The command line holds bytes that are not text.")


def _failed(run: Run, trouble: Trouble, args: Sequence[str]) -> int:
    # An error before the options were all read: then the mere word decides, as a person would expect.
    if run.as_json or (trouble.code in USAGE and "--json" in args):
        click.echo(json.dumps(out.error_json(trouble, run.facts), indent=2))
    else:
        for line in out.error_lines(trouble, run.facts):
            run.say(line)
    return 2 if trouble.code in USAGE else 1


def _usage(run: Run, wrong: click.UsageError, args: Sequence[str]) -> int:
    if run.as_json or "--json" in args:
        return _failed(run, Trouble(Code.BAD_INPUT, subject=wrong.format_message()), args)
    wrong.show()
    return 2


def _where(defect: BaseException) -> str:
    """Class and place of an exception: enough to find it, and nothing private."""
    frames = traceback.extract_tb(defect.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(defect).__name__}{place}"


if __name__ == "__main__":
    sys.exit(main())
