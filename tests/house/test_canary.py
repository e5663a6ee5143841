"""Private things are put into a whole lifecycle and looked for everywhere afterwards.

The real command in processes of its own and a real desk in this one, both with logging at DEBUG, on a server that fails
in words that quote the secrets. `PLACES`, `REPORTED` and `_FILES` name where a secret belongs; anywhere else fails the
test.
"""

from __future__ import annotations

import base64
import json
import logging
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest

from tests.cli.command import ZONE, Workestra
from tests.support.desks import MONDAY, workplace
from tests.support.icloud import ICloud
from tests.support.servers import ROOT
from workestra_desktop.core.commands import Book, Cancel, Reschedule, SignIn, SyncNow
from workestra_desktop.core.redaction import OTHER, fact, journal_kind
from workestra_desktop.core.trouble import Failure
from workestra_desktop.store.copying import FOLDER
from workestra_desktop.store.profile import FILE

PASSWORD = "kqzj-vwxy-bcdf-ghjk"
SECRETS = {
    "password": PASSWORD,
    "title": "Zyxomma-Surgery",
    "guest": "Quillon-Vexworth",
    "mail": "quillon@vexworth.example",
    "note": "Xylograph-Confidential",
    "calendar": "Wolfram-Household",
    "reason": "Jicama-Flu",
}

PLACES: dict[str, set[str]] = {
    "password": set(),
    "title": {"objects.text", "objects.problem", "blocks.title", "journal.before", "journal.after", "notices.body"},
    "guest": {
        "bookings.body", "objects.text", "blocks.title", "event_texts.text", "journal.before", "journal.after",
        "notices.body",
    },
    "mail": {"bookings.body", "objects.text", "event_texts.text", "journal.before", "journal.after"},
    "note": {"bookings.body", "objects.text", "event_texts.text", "journal.before", "journal.after"},
    "calendar": {"calendars.name", "calendars.problem", "notices.body"},
    "reason": {"bookings.body", "journal.detail"},
    "apple_id": {"account.apple_id", "account.addresses", "account.principal", "objects.text"},
    "dsid": {
        "account.principal", "account.home", "account.addresses", "calendars.id", "objects.calendar", "objects.href",
        "blocks.calendar", "blocks.href", "bookings.body", "notices.body",
    },
}  # fmt: skip
"""The database's own columns that hold each secret, and no others."""

REPORTED: dict[str, set[str]] = {
    "connect": {"apple_id", "dsid", "calendar"},
    "book": {"guest", "mail", "note", "dsid"},
    "reschedule": {"guest", "mail", "note", "dsid"},
    "cancel": {"guest", "mail", "note", "dsid", "reason"},
    "bookings": {"guest", "mail", "note", "dsid", "reason"},
    "calendars": {"dsid", "calendar"},
    "status": {"apple_id", "guest", "mail", "note", "dsid", "calendar", "title"},
    "busy": {"title", "guest", "dsid"},
    "sync": {"guest", "calendar", "title"},
    "slot_taken": {"title", "calendar"},
}
"""What a command's result is about, by command; of the errors, one names the event that is in the way. `status` and
`sync` quote what of an event could not be read."""

_FILES = (FILE, f"{FILE}-wal", f"{FILE}-shm", FOLDER)
"""The database, and copies of it."""

_STATUSES = (
    ("PROPFIND", 401), ("PROPFIND", 500), ("PROPFIND", 403), ("PUT", 500), ("PUT", 403), ("PUT", 412), ("REPORT", 500),
    ("DELETE", 500),
)  # fmt: skip
_WRITES = (3, 4, 5, 6)
"""Which of them a booking meets; the others a sync."""

_SITE = """
import atexit, json, logging, os, sys
logging.basicConfig(level=logging.DEBUG, filename=os.environ["CANARY_LOG"])
logging.captureWarnings(True)
logging.getLogger("canary").debug("logging is on")
with open(os.environ["CANARY_ARGUMENTS"], "a") as file:
    file.write(json.dumps(sys.orig_argv) + "\\n")
"""


def forms(secret: str) -> set[bytes]:
    """A secret as it may be written: plain, in JSON, in an address, without dashes."""
    said = {secret, secret.lower(), quote(secret), quote(secret, safe=""), json.dumps(secret)[1:-1]}
    if secret == PASSWORD:
        said.add(secret.replace("-", ""))
    return {form.encode() for form in said}


def found(secrets: Mapping[str, str], text: bytes) -> set[str]:
    return {name for name, secret in secrets.items() if any(form in text for form in forms(secret))}


@pytest.fixture
def secrets(icloud: ICloud) -> dict[str, str]:
    icloud.set_password(PASSWORD)
    dsid = icloud.home.strip("/").split("/")[0]
    pair = base64.b64encode(f"{icloud.user}:{PASSWORD}".encode()).decode()
    assert len(dsid) > 5
    return SECRETS | {"apple_id": icloud.user, "dsid": dsid, "authorization": pair}


@pytest.fixture
def run(icloud: ICloud, tmp_path: Path) -> Workestra:
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(_SITE)
    env = {
        "PYTHONPATH": f"{site}:{ROOT}",
        "CANARY_LOG": str(tmp_path / "debug.log"),
        "CANARY_ARGUMENTS": str(tmp_path / "arguments"),
        "WORKESTRA_RECHECK_SECONDS": "0",
    }
    return Workestra(tmp_path, icloud.url, env)


def household(icloud: ICloud, day: datetime, secrets: Mapping[str, str]) -> None:
    """Calendars and events that carry the secrets; one event is malformed, one a series without end."""
    icloud.mkcalendar("work", secrets["calendar"], order=1)
    event = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z"
        "\r\nDTSTART:{start}\r\nDTEND:{end}\r\nSUMMARY:{title}\r\n{more}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    start = day.replace(hour=9)
    times = {"start": f"{start:%Y%m%dT%H%M%SZ}", "end": f"{start + timedelta(hours=1):%Y%m%dT%H%M%SZ}"}
    whole = event.format(uid="whole", title=secrets["title"], more=f"ATTENDEE:mailto:{icloud.user}\r\n", **times)
    icloud.standin.put("work", "whole.ics", whole)
    odd = event.format(uid="odd", title=secrets["title"], more=f"RRULE:FREQ={secrets['title']};COUNT=x\r\n", **times)
    icloud.standin.put("work", "odd.ics", odd)


def faults(icloud: ICloud, secrets: Mapping[str, str]) -> Iterator[int]:
    """Answers that quote what they should not, one after the other."""
    echo = " ".join(secrets.values())
    for method, status in _STATUSES:
        headers = {"Content-Type": "text/html", "X-Echo": echo.encode("ascii", "replace").decode()}
        yield icloud.standin.fault(
            "status", method=method, status=status, times=None, headers=headers, body=f"<p>{echo}</p>"
        )
        icloud.standin.clear()
    yield icloud.standin.fault("garbage", method="PROPFIND")
    icloud.standin.clear()
    yield icloud.standin.fault("login_page", method="PROPFIND", location=f"http://portal.example/?{quote(echo)}")
    icloud.standin.clear()


def database_places(file: Path, secrets: Mapping[str, str]) -> dict[str, set[str]]:
    """For each secret the columns it stands in."""
    places: dict[str, set[str]] = {name: set() for name in secrets}
    with closing(sqlite3.connect(file)) as raw:
        for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            cursor = raw.execute(f"SELECT * FROM {table}")  # noqa: S608 - names from the schema
            columns = [column[0] for column in cursor.description]
            for row in cursor:
                for column, value in zip(columns, row, strict=True):
                    for name in found(secrets, str(value).encode("utf-8", "replace")):
                        places[name].add(f"{table}.{column}")
    return places


def test_secrets_stay_where_they_belong_in_the_command(
    run: Workestra, icloud: ICloud, secrets: dict[str, str], tmp_path: Path
) -> None:
    day = datetime.now(ZoneInfo(ZONE)).replace(minute=0, second=0, microsecond=0) + timedelta(days=7)
    while day.weekday() > 4:
        day += timedelta(days=1)
    household(icloud, day, secrets)
    leaks: list[str] = []

    def do(name: str, *arguments: str, stdin: str = "") -> str:
        """Runs the command both ways; notes every secret in an output that is not about it."""
        done = run.run(name, *arguments, "--json", stdin=stdin)
        document = json.loads(done.stdout) if done.stdout else {}
        code = document.get("error", {}).get("code", "") if isinstance(document, dict) else ""
        allowed = REPORTED.get(code or name, set())
        leaks.extend(f"{name} {code} prints {leak}" for leak in found(secrets, done.stdout.encode()) - allowed)
        leaks.extend(f"{name} {code} says on stderr {leak}" for leak in found(secrets, done.stderr.encode()))
        assert "Traceback" not in done.stderr
        return str(document.get("id", code)) if isinstance(document, dict) else code

    def at(hour: int) -> str:
        return day.replace(hour=hour).isoformat()

    guest = ("--guest", secrets["guest"], "--email", secrets["mail"], "--note", secrets["note"])
    assert not do("connect", "--apple-id", icloud.user, "--password-stdin", stdin=PASSWORD + "\n")
    do("calendars")
    moved, cancelled = (do("book", "meeting", "--start", at(hour), *guest) for hour in (13, 15))
    do("busy", "--from", at(1), "--to", at(23), "--explain")
    assert do("book", "meeting", "--start", day.replace(hour=9).astimezone(ZoneInfo("UTC")).replace(
        hour=9).isoformat(), *guest) == "slot_taken"  # fmt: skip
    do("reschedule", moved, "--start", at(14))
    do("cancel", cancelled, "--reason", secrets["reason"])
    codes = set()
    for number, fault in enumerate(faults(icloud, secrets)):
        assert fault
        later = (day + timedelta(days=14 + number)).replace(hour=11).isoformat()
        codes.add(
            do("book", "meeting", "--start", later, "--outside-rules", *guest) if number in _WRITES else do("sync")
        )
        if number % 3 == 0:
            do("status")
            do("diagnostics", "--preview")
    do("connect", "--apple-id", icloud.user, "--password-stdin", stdin=PASSWORD + "\n")
    do("sync")
    do("bookings")
    assert {"sign_in_refused", "icloud_down", "write_refused"} <= codes, "the faults were met"
    assert OTHER not in {line["kind"] for line in run("diagnostics", "--preview")["journal"]}
    do("connect", "--apple-id", icloud.user, "--password-stdin", stdin=f"{PASSWORD[::-1]}\n")
    do("backup", str(tmp_path / "copy"))
    do("restore", str(tmp_path / "copy"), "--yes")
    do("diagnostics", str(tmp_path / "report"))
    do("sync")

    assert leaks == []
    log = (tmp_path / "debug.log").read_bytes()
    assert log.count(b"logging is on") > 20
    assert found(secrets, log) == set()
    assert found(secrets, (tmp_path / "report").read_bytes()) == set()
    told = found({"password": PASSWORD, "authorization": secrets["authorization"]},
                 (tmp_path / "arguments").read_bytes())  # fmt: skip
    assert told == set(), "a password among the arguments of a process"
    for file in (p for p in [*(tmp_path / "profile").rglob("*"), tmp_path / "copy"] if p.is_file()):
        seen = found(secrets, file.read_bytes())
        assert not seen & {"password", "authorization"}, f"a password in {file.name}"
        own = file.relative_to(tmp_path).parts[1:2] or (file.name,)
        assert not seen or own[0] in (*_FILES, "copy"), f"{seen} in {file.name}"
    for database in (tmp_path / "profile" / FILE, tmp_path / "copy"):
        places = database_places(database, secrets)
        wrong = {name: here - PLACES.get(name, set()) for name, here in places.items()}
        assert {name: here for name, here in wrong.items() if here} == {}
        assert {name for name, here in places.items() if here} == set(PLACES) - {"password"}, "the canaries live"


def test_secrets_stay_out_of_the_log_of_a_desk(
    icloud: ICloud, secrets: dict[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: object
) -> None:
    assert isinstance(capfd, pytest.CaptureFixture)
    caplog.set_level(logging.DEBUG)
    household(icloud, MONDAY, secrets)
    details = []
    with workplace(tmp_path / "profile", icloud.url, recheck=0.0) as place:
        icloud.standin.clock(at=place.clock.at)
        place.clock.lead(lambda at: icloud.standin.clock(at=at))
        place.desk.execute(SignIn(icloud.user, PASSWORD))
        place.desk.read_all()
        first = place.book(MONDAY + timedelta(days=1, hours=5), secrets["guest"], note=secrets["note"])
        place.desk.execute(Reschedule(first.id, MONDAY + timedelta(days=1, hours=6)))
        place.desk.execute(Cancel(first.id, reason=secrets["reason"]))
        for number, fault in enumerate(faults(icloud, secrets)):
            assert fault
            place.clock.forward(minutes=1)
            when = MONDAY + timedelta(days=7 + number, hours=4)
            for command in (SyncNow(), SyncNow(full=True), Book("meeting", when, secrets["guest"], offline=True)):
                try:
                    place.desk.execute(command)
                except Failure as failure:
                    details += [str(failure), failure.trouble.detail]
            details += [p.detail for p in place.desk.problems()]
        kinds = {journal_kind(line.what) for b in place.desk.bookings() for line in place.desk.journal(b.id)}
    assert len(details) > 10, "the faults were met"
    assert found(secrets, "\n".join(details).encode()) == set(), "details are for logs"
    told = [record.getMessage() for record in caplog.records]
    assert [line[:200] for line in told if found(secrets, line.encode())] == []
    out, err = capfd.readouterr()
    assert found(secrets, f"{out}{err}".encode()) == set()
    assert OTHER not in kinds, "a kind of journal line that diagnostics do not know"


def test_the_search_finds_what_leaks(secrets: dict[str, str]) -> None:
    for name, secret in secrets.items():
        assert name in found(secrets, f"… {secret} …".encode())
    assert "password" in found(secrets, b"kqzjvwxybcdfghjk")
    assert "apple_id" in found(secrets, quote(secrets["apple_id"], safe="").encode())


def test_details_pass_as_known_words_only(secrets: dict[str, str]) -> None:
    assert fact("PUT HTTP 412") == "PUT HTTP 412"
    assert fact("ReadTimeout") == "ReadTimeout"
    for secret in secrets.values():
        assert found(secrets, fact(f"PUT HTTP 500 {secret} /{secret}/x").encode()) == set()
    assert journal_kind(f"booked {secrets['guest']}") == "booked"
    assert journal_kind(secrets["title"]) == OTHER


def test_caldav_logs_no_answers(
    icloud: ICloud, secrets: dict[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    icloud.mkcalendar("work", "Work", order=1)
    with workplace(tmp_path / "profile", icloud.url) as place:
        icloud.standin.clock(at=place.clock.at)
        place.desk.execute(SignIn(icloud.user, PASSWORD))
        place.desk.read_all()
        booking = place.book(MONDAY + timedelta(days=1, hours=5), secrets["guest"])
        place.desk.execute(Reschedule(booking.id, MONDAY + timedelta(days=1, hours=6)))
    assert found(secrets, caplog.text.encode()) == set()
