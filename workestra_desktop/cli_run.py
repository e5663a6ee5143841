"""What all subcommands of `workestra` share: the options that may stand anywhere, the desk, results and remarks."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from workestra_desktop import cli_output as out
from workestra_desktop.cli_free_output import link_json, link_lines
from workestra_desktop.core.booking import Booking, InCloud
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.disk import OUTPUT
from workestra_desktop.core.facts import UNKNOWN, Facts
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import Code, Failure, Scope, fail
from workestra_desktop.desktop.folders import profile_folder

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk

_LONGEST_LINE = 1024
"""Bytes of a password line; a longer one is no password."""


@dataclass(slots=True)
class Run:
    """One start of the command: its surroundings and what every subcommand accepts."""

    env: Mapping[str, str]
    as_json: bool = False
    profile: str | None = None
    password_stdin: bool = False
    facts: Facts = field(default=UNKNOWN, init=False)
    """How the app stood when something went wrong: what the error's words tell of it."""
    _last_progress: str = field(default="", init=False)
    _zone: ZoneInfo = field(default=ZoneInfo("UTC"), init=False)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The app's work on this profile, closed at the end."""
        from workestra_desktop.assembly import open_desk

        password = read_password() if self.password_stdin else None
        profile = profile_folder(self.profile, self.env)
        with open_desk(
            profile, self.env, password=password, on_progress=self.show_progress, on_notice=self.tell
        ) as desk:
            self._zone = desk.host_zone
            try:
                yield desk
            except Failure as failure:
                if failure.trouble.scope is not Scope.APP:  # the profile itself is sound
                    self.facts = Facts.of(desk.snapshot(), desk.clock())
                raise

    @contextmanager
    def may_be_queued(self, *, offline: bool) -> Iterator[None]:
        """A decision that needs a look at iCloud first; if that fails, the host is told of the other way."""
        try:
            yield
        except Failure as failure:
            if failure.trouble.passing and not offline:
                self.say("Nothing was booked or moved. With --offline it is kept here and sent when iCloud answers.")
            raise

    def show_progress(self, progress: Progress | None) -> None:
        if progress is None or (self.as_json and not sys.stderr.isatty()):
            return
        line = out.progress_line(progress)
        if line != self._last_progress:
            self._last_progress = line
            self.say(line)

    def tell(self, notice: Notice) -> None:
        """What a look at iCloud brought to light beside the work asked for; a window would show it as a notice."""
        if line := out.notice_line(notice, self._zone):
            self.say(line)

    def say(self, line: str) -> None:
        """A remark beside the result."""
        click.echo(line, err=True)

    def result(self, document: Any, lines: Callable[[], Sequence[str]]) -> None:
        """The result: `document` with --json, else `lines`."""
        with self.stdout():
            if self.as_json:
                click.echo(json.dumps(document, indent=2))  # ASCII: no console or pipe can garble it
            else:
                for line in lines():
                    click.echo(line)

    @contextmanager
    def stdout(self) -> Iterator[None]:
        """Around what writes the result. Raises `Failure` (`disk`) if the file it goes to takes no more."""
        try:
            yield
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as refused:
            # What is still buffered would be tried again at exit, with a complaint of Python's.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            failure = fail(Code.DISK, detail=f"{OUTPUT}: errno {refused.errno}")
            if self.as_json:  # the document of this error has nowhere to go
                for line in out.error_lines(failure.trouble):
                    self.say(line)
            raise failure from None

    def booking(self, booking: Booking, desk: Desk) -> None:
        zone = desk.host_zone
        self.result(out.booking_json(booking, zone), lambda: out.booking_lines(booking, zone))
        if booking.sync is InCloud.WAITING:
            self.say("This is kept here and waits for iCloud: it is sent at the next sync.")
        elif booking.sync is InCloud.FAILED:
            self.say("iCloud did not take this. It is kept here and waits for you.")

    def calendars(self, calendars: Sequence[Calendar], desk: Desk) -> None:
        document = [out.calendar_json(c, desk.host_zone) for c in calendars]
        self.result(document, lambda: out.listed([out.calendar_line(c) for c in calendars], "No calendars."))

    def links(self, desk: Desk) -> None:
        links = desk.links()
        lines = [line for link in links for line in link_lines(link)]
        self.result([link_json(link) for link in links], lambda: out.listed(lines, "No booking links."))


def read_password() -> str:
    """The first line of stdin, without its line break. `bad_input` for more than a kilobyte."""
    line = sys.stdin.buffer.readline(_LONGEST_LINE + 1)
    if len(line) > _LONGEST_LINE:
        raise fail(Code.BAD_INPUT, "The first line of standard input is too long for a password.")
    return line.decode("utf-8", "replace").rstrip("\r\n")


def _note_json(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        context.find_object(Run).as_json = True  # type: ignore[union-attr]  # main() always sets it


def _note_profile(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.find_object(Run).profile = value  # type: ignore[union-attr]  # main() always sets it


def _note_password(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        context.find_object(Run).password_stdin = True  # type: ignore[union-attr]  # main() always sets it


def _shared_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--json"], is_flag=True, expose_value=False, callback=_note_json, help="Print one JSON document."
        ),
        click.Option(
            ["--profile"], metavar="DIR", expose_value=False, callback=_note_profile, help="Folder of the app's data."
        ),
    ]


class Command(click.Command):
    """A command that takes the shared options after its name as well."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(_shared_options())


class Group(click.Group):
    """A group whose commands all take the shared options."""

    command_class = Command
    group_class = type

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(_shared_options())


password_option = click.option(
    "--password-stdin",
    is_flag=True,
    expose_value=False,
    callback=_note_password,
    help="Read the app-specific password from standard input (computers without a keychain).",
)
