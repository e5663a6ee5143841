"""`workestra-desktop --self-check`: whether this very copy of the app is whole, on this very computer.

Each part is used for real, in a folder of its own that is removed again: nothing of the host's is read or written, no
password is asked for, and nothing is sent beyond this computer. One line a part goes to stdout, and into a file if one
is named: a program without a console has no stdout. Made for packed copies; it works from the sources, too.
"""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import TZPATH, ZoneInfo, reset_tzpath

from workestra_desktop import __version__

if TYPE_CHECKING:
    from workestra_desktop.core.commands import SignIn

Part = tuple[str, Callable[[Path], str]]
"""A name, and what is done in an empty folder: returns what was found, raises if the part does not work."""

_ZONE = "Europe/Berlin"
_SERIES = "\r\n".join(
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Workestra//Self-check//EN", "BEGIN:VEVENT", "UID:self-check",
        "DTSTAMP:20260301T000000Z", f"DTSTART;TZID={_ZONE}:20260322T100000", f"DTEND;TZID={_ZONE}:20260322T110000",
        "RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:Self-check", "END:VEVENT", "END:VCALENDAR", "",
    ]
)  # fmt: skip
"""Two Sundays at ten, Berlin time: before and after the clocks went forward on 2026-03-29."""


def self_check(report: str = "-", parts: Sequence[Part] | None = None) -> int:
    """Checks all `parts` and tells of each, also in the file `report` (`-` for none). 0 if all of them work, else 1."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no screen is needed, and none is used
    if report != "-":
        Path(report).write_text("", encoding="utf-8")
    failed = []
    for name, part in PARTS if parts is None else parts:
        with tempfile.TemporaryDirectory(prefix="workestra-", ignore_cleanup_errors=True) as folder:
            try:
                _tell(f"{name}: {part(Path(folder))}", report)
            except Exception as error:  # noqa: BLE001 - whatever a broken copy raises is this part's failure
                failed.append(name)
                _tell(f"{name}: FAILED: {type(error).__name__}: {error}", report)
    _tell(f"self-check: failed: {', '.join(failed)}" if failed else "self-check: all parts work", report)
    return 1 if failed else 0


def _tell(line: str, report: str) -> None:
    """At once: if a part never ends, it is the one after the last line."""
    if sys.stdout is not None:
        known = line.encode(sys.stdout.encoding or "ascii", "replace")  # Windows' code pages lack characters
        print(known.decode(sys.stdout.encoding or "ascii"), flush=True)  # noqa: T201 - what the command is for
    if report != "-":
        with Path(report).open("a", encoding="utf-8") as told:
            told.write(f"{line}\n")


def _program(_folder: Path) -> str:
    kind = "packed" if getattr(sys, "frozen", False) else "from its sources"
    return f"Workestra Desktop {__version__}, {kind}, Python {sys.version.split()[0]} on {sys.platform}"


def _profile(folder: Path) -> str:
    from workestra_desktop.store.profile import FILE, ProfileStore

    store = ProfileStore(folder)
    try:
        store.hosts.add("example.invalid", datetime.now(UTC))
        if store.hosts.counts() != {"example.invalid": 1}:
            raise RuntimeError("what was stored is not there")
    finally:
        store.close()
    return f"stored in {FILE} and read back"


def _zones(_folder: Path) -> str:
    from importlib.metadata import version

    found = next((place for place in TZPATH if Path(place, _ZONE).is_file()), None)
    reset_tzpath(to=())  # as on a system that has none
    try:
        ZoneInfo.no_cache(_ZONE)
    finally:
        reset_tzpath()
    return f"{found or 'the app’s own'}; the app has tzdata {version('tzdata')}"


def _calendar(_folder: Path) -> str:
    from workestra_desktop.core.calendar import BusyPolicy
    from workestra_desktop.core.interval import Span
    from workestra_desktop.ical.expansion import expand

    begin = datetime(2026, 3, 1, tzinfo=UTC)
    made = expand(_SERIES, BusyPolicy(zone=_ZONE), Span(begin, begin + timedelta(days=60)))
    starts = [f"{block.start:%m-%dT%H}Z" for block in made.blocks]
    if starts != ["03-22T09Z", "03-29T08Z"] or made.problem:
        raise RuntimeError(f"a series over a change of clocks became {starts} {made.problem}")
    return "a series over a change of clocks was expanded"


def _windows_zones(_folder: Path) -> str:
    from workestra_desktop.core.calendar import BusyPolicy
    from workestra_desktop.core.interval import Span
    from workestra_desktop.ical.expansion import expand

    text = _SERIES.replace(_ZONE, "W. Europe Standard Time")
    begin = datetime(2026, 3, 1, tzinfo=UTC)
    made = expand(text, BusyPolicy(zone="Asia/Tokyo"), Span(begin, begin + timedelta(days=60)))
    if [block.start.hour for block in made.blocks] != [9, 8]:
        raise RuntimeError("a Windows name of a time zone means nothing")
    return "names of Windows are known"


def _client(folder: Path) -> str:
    """All of the client is made, here."""
    from workestra_desktop.assembly import open_desk

    with _nobody() as env, open_desk(folder, env) as desk:
        _sign_in_in_vain(desk.execute)
    from importlib.metadata import version

    return f"caldav {version('caldav')}, niquests {version('niquests')}"


def _branch(folder: Path) -> str:
    """The same in the process that a window starts for it."""
    from workestra_desktop.branch_process import command, environment
    from workestra_desktop.sync.branch import Branch
    from workestra_desktop.sync.interrupt import Interrupt

    with _nobody() as env:
        branch = Branch(
            command(folder),
            environment(env),
            Interrupt(),
            show=lambda _progress: None,
            tell=lambda _notice: None,
            zone=lambda: _ZONE,
        )
        try:
            _sign_in_in_vain(branch.execute)
        finally:
            branch.close()
    return "iCloud's work is done beside the window"


@contextmanager
def _nobody() -> Iterator[dict[str, str]]:
    """An environment whose server is a port of this computer that nobody listens on."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        yield {"WORKESTRA_ENDPOINT": f"http://127.0.0.1:{nobody.getsockname()[1]}/"}


def _sign_in_in_vain(execute: Callable[[SignIn], object]) -> None:
    from workestra_desktop.core.commands import SignIn
    from workestra_desktop.core.trouble import Code, Failure

    try:
        execute(SignIn("self-check@example.invalid", "aaaa-bbbb-cccc-dddd"))
    except Failure as failure:
        if failure.trouble.code is not Code.OFFLINE:
            raise
    else:
        raise RuntimeError("somebody answered where nobody is")


def _trust(_folder: Path) -> str:
    """niquests trusts what wassima finds in the system, else what it brought."""
    import ssl

    import wassima

    count = len(wassima.root_der_certificates())
    if count < 10:
        raise RuntimeError(f"only {count} certificate authorities are known")
    return f"{ssl.OPENSSL_VERSION}; {count} certificate authorities"


def _keychain(_folder: Path) -> str:
    import keyring

    backend = keyring.get_keyring()
    return f"{type(backend).__module__}.{type(backend).__name__}"


def _pictures(_folder: Path) -> str:
    from workestra_desktop.self_check_window import pictures

    return pictures()


def _translations(_folder: Path) -> str:
    from workestra_desktop.self_check_window import translations

    return translations()


def _window(folder: Path) -> str:
    from workestra_desktop.self_check_window import window

    return window(folder)


PARTS: tuple[Part, ...] = (
    ("program", _program),
    ("profile", _profile),
    ("time zones", _zones),
    ("calendar", _calendar),
    ("zone names", _windows_zones),
    ("CalDAV client", _client),
    ("second process", _branch),
    ("TLS", _trust),
    ("keychain", _keychain),
    ("pictures", _pictures),
    ("languages", _translations),
    ("window", _window),
)
