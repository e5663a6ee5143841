"""`workestra backup`, `restore`, `export` and `diagnostics`, as processes on a real server."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from tests.cli.command import ZONE, Workestra
from tests.cli.warm import Warm
from tests.support.icloud import ICloud
from workestra_desktop.desktop.draft import Draft
from workestra_desktop.desktop.lock import SyncLock
from workestra_desktop.store.database import SCHEMA
from workestra_desktop.store.profile import FILE


@pytest.fixture
def run(icloud: ICloud, tmp_path: Path, warm: Warm | None) -> Workestra:
    icloud.mkcalendar("work", "Work", order=1)
    run = Workestra(tmp_path, icloud.url, {"WORKESTRA_RECHECK_SECONDS": "0"}, warm)
    run.connect(icloud)
    return run


def at(days: int, hour: int) -> str:
    """A weekday far enough ahead, at this hour in the host's zone."""
    day = datetime.now(ZoneInfo(ZONE)) + timedelta(days=days)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0).isoformat()


def book(run: Workestra, hour: int, guest: str, *more: str) -> Any:
    return run("book", "meeting", "--start", at(7, hour), "--guest", guest, *more)


def writes(icloud: ICloud) -> list[str]:
    return [e.method for e in icloud.standin.log() if e.method in ("PUT", "DELETE")]


# ------------------------------------------------------------------------------------------------- backup and restore


def test_a_backup_is_private_whole_and_without_the_password(run: Workestra, icloud: ICloud, tmp_path: Path) -> None:
    book(run, 10, "Ada")
    target = tmp_path / "copy.workestra"
    said = run("backup", str(target))
    assert said == {"file": str(target), "bytes": target.stat().st_size, "bookings": 1, "links": 1}
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o600
    raw = target.read_bytes()
    assert b"Ada" in raw
    assert icloud.password.encode() not in raw
    book(run, 11, "Grace")
    assert run("backup", str(target))["bookings"] == 2, "an earlier backup is replaced"


def test_a_backup_never_takes_the_place_of_something_else(run: Workestra, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear host,")
    profile, other = tmp_path / "profile", tmp_path / "other"
    other.mkdir()
    assert run.error("sync", "--profile", str(other)) == "not_connected"
    (other / "sync.lock").touch()
    theirs = (other / FILE).read_bytes()
    for target in (letter, profile / FILE, profile / "new", other / FILE, tmp_path / "no" / "folder", tmp_path):
        assert run.error("backup", str(target), exit_code=2) == "bad_input"
    for command in (("export", "--format", "csv", "--to", str(profile / FILE)), ("diagnostics", str(profile / FILE))):
        assert run.error(*command, exit_code=2) == "bad_input"
    assert letter.read_text() == "Dear host,"
    assert (other / FILE).read_bytes() == theirs, "another profile, which a window may have open"
    assert run("bookings") == []


def test_a_restore_is_shown_first_and_nothing_in_icloud_is_touched(
    run: Workestra, icloud: ICloud, tmp_path: Path
) -> None:
    stays, moves, goes = (book(run, hour, name)["id"] for hour, name in ((9, "Ada"), (11, "Grace"), (13, "Edsger")))
    copy = str(tmp_path / "copy")
    run("backup", copy)
    run("reschedule", moves, "--start", at(8, 15))
    run("cancel", goes)
    new = book(run, 16, "Barbara")["id"]
    now = run("bookings")
    icloud.standin.forget_log()

    seen = run("restore", copy)
    assert seen == {
        "restored": False,
        "bookings": {"come": [], "go": [new], "differ": [moves, goes], "same": 1},
        "links": {"come": [], "go": [], "differ": [], "same": 1},
        "settings_differ": False,
        "waiting_dropped": 0,
        "waiting_in_backup_dropped": 0,
        "damaged": False,
        "newer": False,
        "kept": None,
    }
    assert run("bookings") == now, "a preview changes nothing"
    text = run.run("restore", copy)
    assert text.returncode == 0
    assert "only a preview" in text.stdout
    assert "Barbara" in text.stdout

    done = run("restore", copy, "--yes")
    assert done["restored"]
    assert Path(done["kept"]).is_file()
    assert {b["id"] for b in run("bookings")} == {stays, moves, goes}
    assert {b["status"] for b in run("bookings")} == {"attention"}
    assert icloud.standin.log() == [], "a restore sends nothing"

    run("sync")
    after = {b["id"]: b for b in run("bookings")}
    assert (after[stays]["status"], after[stays]["sync"], after[stays]["concern"]) == ("confirmed", "synced", "")
    assert after[moves]["start"] == next(b["start"] for b in now if b["id"] == moves), "iCloud has the last word"
    assert (after[goes]["status"], after[goes]["cancelled_by"]) == ("attention", None), "the host is asked"
    for _ in range(3):
        run("sync")
    assert {b["id"]: b["status"] for b in run("bookings")} == {
        stays: "confirmed", moves: "confirmed", goes: "attention", new: "confirmed",
    }, "what is in iCloud with our seal is known again"  # fmt: skip
    assert writes(icloud) == [], "nothing is written, made anew or deleted"
    assert run("cancel", goes)["status"] == "cancelled"

    run("restore", done["kept"], "--yes")
    run("sync")
    again = {b["id"]: (b["status"], b["start"]) for b in run("bookings")}
    assert again == {b["id"]: (b["status"], b["start"]) for b in now}, "going back once more brings all back"
    assert "PUT" not in writes(icloud)


def test_a_claimed_write_of_the_backup_is_not_sent_again(run: Workestra, icloud: ICloud, tmp_path: Path) -> None:
    lost = icloud.standin.fault("lose_answer", method="PUT")
    waiting = book(run, 10, "Ada")
    assert waiting["sync"] == "waiting"
    assert icloud.standin.struck(lost) == 1
    queued = book(run, 14, "Grace", "--offline")
    copy = str(tmp_path / "copy")
    run("backup", copy)
    run("sync")
    assert run("cancel", queued["id"])["status"] == "cancelled"
    assert len(icloud.standin.names("work")) == 1
    icloud.standin.forget_log()
    run("restore", copy, "--yes")
    for _ in range(3):
        run("sync")
    found = {b["id"]: (b["status"], b["sync"]) for b in run("bookings")}
    assert found == {waiting["id"]: ("confirmed", "synced"), queued["id"]: ("attention", "failed")}
    assert writes(icloud) == []
    assert len(icloud.standin.names("work")) == 1


def test_a_new_computer_asks_for_the_password_and_finds_every_booking(
    run: Workestra, icloud: ICloud, tmp_path: Path
) -> None:
    there, deleted = book(run, 10, "Ada"), book(run, 12, "Grace")
    run("backup", str(tmp_path / "copy"))
    icloud.standin.delete(deleted["href"])
    (tmp_path / "other").mkdir()
    other = Workestra(tmp_path / "other", icloud.url, run.env, run.warm)
    assert other("restore", str(tmp_path / "copy"), "--yes")["bookings"]["come"] == [there["id"], deleted["id"]]
    assert other("status")["state"] == "not_connected"
    assert other.error("sync") == "not_connected"
    other.connect(icloud)
    for _ in range(3):
        other("sync")
    assert {b["id"]: b["status"] for b in other("bookings")} == {
        there["id"]: "confirmed", deleted["id"]: "attention",
    }, "what was deleted meanwhile is asked about, not concluded"  # fmt: skip


def test_a_restore_waits_for_no_window_and_refuses_what_is_no_backup(
    run: Workestra, icloud: ICloud, tmp_path: Path
) -> None:
    book(run, 10, "Ada")
    copy = tmp_path / "copy"
    run("backup", str(copy))
    before = run("bookings")
    with SyncLock(tmp_path / "profile").held(1):
        assert run.error("restore", str(copy), "--yes") == "profile_busy"
    (tmp_path / "letter").write_text("Dear host,")
    assert run.error("restore", str(tmp_path / "letter"), "--yes", exit_code=2) == "bad_input"
    assert run.error("restore", str(tmp_path / "nothing"), "--yes", exit_code=2) == "bad_input"
    raw = sqlite3.connect(copy)
    raw.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    raw.close()
    assert run.error("restore", str(copy), "--yes") == "profile_newer"
    assert run("bookings") == before


def test_a_damaged_profile_is_set_aside_for_the_backup(run: Workestra, icloud: ICloud, tmp_path: Path) -> None:
    booked = book(run, 10, "Ada")
    copy = str(tmp_path / "copy")
    run("backup", copy)
    database = tmp_path / "profile" / FILE
    for part in ("-wal", "-shm"):
        database.with_name(FILE + part).unlink(missing_ok=True)
    garbage = b"SQLite format 3\0" + b"\x5a" * 20000
    database.write_bytes(garbage)
    assert run.error("status") == "disk"
    assert run("restore", copy)["damaged"]
    assert database.read_bytes() == garbage, "a preview changes nothing"
    done = run("restore", copy, "--yes")
    assert Path(done["kept"]).read_bytes() == garbage
    run.connect(icloud)
    assert [(b["id"], b["status"]) for b in run("bookings")] == [(booked["id"], "confirmed")]


def test_a_backup_while_the_command_works_with_icloud(run: Workestra, icloud: ICloud, tmp_path: Path) -> None:
    held = icloud.standin.fault("hang", method="PUT")
    with run.start("book", "meeting", "--start", at(7, 10), "--guest", "Ada", "--json") as process:
        icloud.standin.await_strike(held)
        assert run("backup", str(tmp_path / "copy"))["bookings"] == 1
        icloud.standin.release(held)
        assert process.wait(60) == 0


def test_disconnect_and_erase_leaves_no_copy(run: Workestra, tmp_path: Path) -> None:
    book(run, 10, "Ada Lovelace")
    run("backup", str(tmp_path / "copy"))
    run("restore", str(tmp_path / "copy"), "--yes")
    assert any(b"Ada Lovelace" in p.read_bytes() for p in (tmp_path / "profile" / "backups").iterdir())
    Draft(tmp_path / "profile").keep("ada@example.com")  # of a set-up in the window that the command has overtaken
    left_by_the_window = [tmp_path / "profile" / name for name in ("language", "window.ini", "apple-id.draft")]
    for file in left_by_the_window[:2]:
        file.write_text("de")
    run("disconnect", "--erase")
    assert not any(file.exists() for file in left_by_the_window)
    files = [p.read_bytes() for p in (tmp_path / "profile").rglob("*") if p.is_file()]
    assert not any(b"Ada Lovelace" in text or b"ada@example.com" in text for text in files)


# ------------------------------------------------------------------------------------------------------------- export


def test_csv_opens_in_a_spreadsheet_and_runs_nothing_there(run: Workestra, tmp_path: Path) -> None:
    evil = '=HYPERLINK("http://evil.example","x")'
    first = book(run, 10, evil, "--note", "-1+1\nsecond line; „Grüße“, 😀")
    second = book(run, 12, "@SUM(A1)", "--note", "+1")
    run("cancel", second["id"])
    target = tmp_path / "bookings.csv"
    assert run("export", "--format", "csv", "--to", str(target)) == {
        "file": str(target), "format": "csv", "bookings": 2,
    }  # fmt: skip
    raw = target.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid,link,")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == [first["id"], second["id"]]
    assert rows[0]["guest"] == "'" + evil
    assert rows[0]["note"] == "'-1+1\nsecond line; „Grüße“, 😀"
    assert (rows[1]["guest"], rows[1]["note"], rows[1]["status"]) == ("'@SUM(A1)", "'+1", "cancelled")
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o600
    printed = run.run("export", "--format", "csv")
    assert printed.stdout.encode().replace(b"\n", b"").replace(b"\r", b"") == raw.replace(b"\r", b"").replace(
        b"\n", b""
    )


def test_ics_is_one_calendar_of_what_is_live_with_its_zones(run: Workestra, tmp_path: Path) -> None:
    run("link", "set", "far", "--timezone", "America/New_York", "--minutes", "30", "--hours", "mon-fri 00:00-24:00")
    first = book(run, 10, "Ada", "--email", "ada@example.org", "--note", "Bring the plans; all, of them")
    second = run("book", "far", "--start", at(8, 15), "--guest", "Grace")
    gone = book(run, 14, "Edsger")
    run("cancel", gone["id"])
    run("export", "--format", "ics", "--to", str(tmp_path / "out.ics"))
    raw = (tmp_path / "out.ics").read_bytes()
    assert raw.count(b"BEGIN:VCALENDAR") == 1
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    for word in (b"ATTENDEE", b"ORGANIZER", b"METHOD"):
        assert word not in raw
    calendar = icalendar.Calendar.from_ical(raw)
    zones = [str(z["TZID"]) for z in calendar.walk("VTIMEZONE")]
    assert sorted(zones) == ["America/New_York", ZONE]
    events = {str(e["UID"]): e for e in calendar.walk("VEVENT")}
    assert set(events) == {first["uid"], second["uid"]}
    for booking in (first, second):
        start = events[booking["uid"]].decoded("DTSTART")
        assert start.astimezone(UTC) == datetime.fromisoformat(booking["start"]).astimezone(UTC)
    assert json.loads(run.run("export", "--format", "ics", "--json").stdout)["text"].count("BEGIN:VEVENT") == 2


def test_json_is_the_list_of_bookings(run: Workestra, tmp_path: Path) -> None:
    book(run, 10, "Ada Ünsal")
    listed = run("bookings")
    assert run("export", "--format", "json") == listed
    assert json.loads(run.run("export", "--format", "json").stdout) == listed
    run("export", "--format", "json", "--to", str(tmp_path / "out.json"))
    assert json.loads((tmp_path / "out.json").read_text("utf-8")) == listed


def test_an_empty_profile_exports_nothing_well(tmp_path: Path) -> None:
    run = Workestra(tmp_path, "http://127.0.0.1:9/")
    assert run("export", "--format", "json") == []
    assert run.run("export", "--format", "csv").stdout.count("\n") == 1
    assert icalendar.Calendar.from_ical(run.run("export", "--format", "ics").stdout).walk("VEVENT") == []


# -------------------------------------------------------------------------------------------------------- diagnostics


def test_diagnostics_say_how_things_stand(run: Workestra, icloud: ICloud, tmp_path: Path) -> None:
    book(run, 10, "Ada")
    icloud.standin.fault("status", status=500, times=None)
    run("book", "meeting", "--start", at(7, 14), "--guest", "Grace", "--offline")
    assert run.error("sync") == "icloud_down"
    report = run("diagnostics", "--preview")
    assert report["profile"]["schema"] == report["profile"]["known_schema"] == SCHEMA
    assert report["bookings"] == {
        "all": 2, "coming": 2, "by_state": {"confirmed, synced": 1, "confirmed, waiting": 1}, "missing": 0,
    }  # fmt: skip
    assert any(problem.startswith("icloud_down, account") for problem in report["problems"])
    assert [i["kind"] for i in report["outbox"]] == ["publish"]
    assert {"workestra", "python", "sqlite", "caldav"} <= set(report["versions"])
    assert report["journal"][0]["kind"] == "booked"
    assert "other" not in {line["kind"] for line in report["journal"]}
    (asked,) = report["hosts"]
    assert asked["host"] == "127.0.0.1"
    assert asked["requests"] >= len(icloud.standin.log()) > 5
    assert run("status")["hosts"] == {"127.0.0.1": asked["requests"]}
    written = tmp_path / "report.json"
    run("diagnostics", str(written))
    assert set(json.loads(written.read_text())) == set(report)
    assert run.run("diagnostics").returncode == 2


def test_diagnostics_of_a_profile_that_cannot_be_opened(run: Workestra, tmp_path: Path) -> None:
    (tmp_path / "profile" / FILE).write_bytes(b"no database " * 500)
    report = run("diagnostics", "--preview")
    assert report["profile"]["code"] == "disk"
    assert report["versions"]["workestra"]


def test_two_restores_at_once_are_one_after_the_other(run: Workestra, tmp_path: Path) -> None:
    book(run, 10, "Ada")
    copy = str(tmp_path / "copy")
    run("backup", copy)
    codes: list[int] = []
    cold = replace(run, warm=None)  # the warm one runs one command at a time
    threads = [
        threading.Thread(target=lambda: codes.append(cold.run("restore", copy, "--yes").returncode)) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
        time.sleep(0.01)
    for thread in threads:
        thread.join(90)
    assert codes == [0, 0, 0]
    assert len(run("bookings")) == 1
