"""The whole story through the `workestra` command, against real CalDAV servers."""

from __future__ import annotations

import sys
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest

from tests.cli.command import ZONE, Workestra
from tests.cli.warm import Warm
from tests.support.icalendars import AMSTERDAM, event, vcalendar, vevent
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy
from tests.support.servers import CalDavServer, Xandikos

HERE = ZoneInfo(ZONE)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


def workday() -> date:
    """A Tuesday two to three weeks from now."""
    soon = datetime.now(HERE).date() + timedelta(days=14)
    return soon + timedelta(days=(1 - soon.weekday()) % 7)


def clock(text: str) -> str:
    """RFC 3339 for that time of day on `workday()`, as the command writes it."""
    return at(f"{workday()}T{text}").isoformat()


def fill(server: CalDavServer) -> None:
    """Two calendars around the clock change of 2026-03-29."""
    server.mkcalendar("work", "Work", order=1)
    server.mkcalendar("home", "Home", order=2)
    series = vevent(
        "series", at("2026-03-16T10:00"), at("2026-03-16T11:00"), "RRULE:FREQ=WEEKLY;COUNT=4",
        f"EXDATE;TZID={ZONE}:20260406T100000", summary="Team",
    )  # fmt: skip
    moved = vevent(
        "series", at("2026-03-24T14:00"), at("2026-03-24T15:00"), f"RECURRENCE-ID;TZID={ZONE}:20260323T100000",
        summary="Team",
    )  # fmt: skip
    server.put("home", "series.ics", vcalendar(series, moved, zones=[AMSTERDAM]))
    server.put("home", "day.ics", event("day", date(2026, 3, 26), date(2026, 3, 27), summary="Fair"))
    server.put("home", "short.ics", event("short", date(2026, 3, 29), date(2026, 3, 30), summary="Clock change"))
    server.put("work", "a.ics", event("a", at("2026-03-27T10:00"), at("2026-03-27T11:00"), summary="Call"))
    server.put("work", "b.ics", event("b", at("2026-03-27T10:30"), at("2026-03-27T12:00"), summary="Visit"))
    free = event("free", at("2026-03-25T10:00"), at("2026-03-25T11:00"), "TRANSP:TRANSPARENT", summary="Maybe")
    server.put("work", "free.ics", free)


BUSY = [
    ("2026-03-24T14:00:00+01:00", "2026-03-24T15:00:00+01:00"),
    ("2026-03-26T00:00:00+01:00", "2026-03-27T00:00:00+01:00"),
    ("2026-03-27T10:00:00+01:00", "2026-03-27T12:00:00+01:00"),
    ("2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"),
    ("2026-03-30T10:00:00+02:00", "2026-03-30T11:00:00+02:00"),
]
RANGE = ("--from", "2026-03-23", "--to", "2026-04-07")


@pytest.fixture
def started(server: CalDavServer, warm: Warm | None) -> Warm | None:
    """On iCloud's stand-in the command is started as scripts do; on the other servers it need not be imported anew."""
    return None if isinstance(server, ICloud) else warm


@pytest.fixture
def connected(server: CalDavServer, tmp_path: Path, started: Warm | None) -> Workestra:
    fill(server)
    workestra = Workestra(tmp_path, server.url, {"WORKESTRA_RECHECK_SECONDS": "1"}, started)
    workestra.connect(server, "--write-to", "Work")
    return workestra


def book(workestra: Workestra, start: str = "10:00", *more: str) -> dict[str, str]:
    booking: dict[str, str] = workestra("book", "meeting", "--start", clock(start), "--guest", "Jo Doe", *more)
    return booking


def path_of(booking: dict[str, str]) -> str:
    """The decoded path of a booking's event."""
    return unquote(booking["href"])


def alarm(text: str) -> str:
    return text.partition("BEGIN:VALARM")[2].partition("END:VALARM")[0]


def ours(server: CalDavServer) -> dict[str, str]:
    """The events in the write calendar that the tests did not put there."""
    theirs = {server.calendar("work") + name for name in ("a.ics", "b.ics", "free.ics")}
    return {path: text for path, text in server.texts("work").items() if path not in theirs}


def test_from_sign_in_to_cancel(server: CalDavServer, tmp_path: Path, started: Warm | None) -> None:
    fill(server)
    workestra = Workestra(tmp_path, server.url, warm=started)
    assert workestra.error("book", "meeting", "--start", clock("10:00"), "--guest", "Jo") == "not_connected"

    found = workestra.connect(server)
    assert found["apple_id"] == server.user
    by_name = {c["name"]: c for c in found["calendars"]}
    assert by_name["Work"]["events"] == 3
    assert by_name["Home"]["events"] == 3
    assert all(c["busy"] and c["writable"] and c["read_at"] and c["problem"] is None for c in by_name.values())
    assert [c["id"] for c in found["calendars"] if c["write_to"]] == [found["write_to"]]
    chosen = {c["name"]: c["write_to"] for c in workestra("calendars", "--write-to", "Work")}
    assert chosen == {name: name == "Work" for name in by_name}

    intervals = [(i["start"], i["end"]) for i in workestra("busy", *RANGE)]
    assert intervals == BUSY
    named = workestra("busy", *RANGE, "--explain")
    assert [b["title"] for b in named] == ["Team", "Fair", "Call", "Visit", "Clock change", "Team"]
    assert {unquote(b["calendar"]) for b in named} == {server.calendar("work"), server.calendar("home")}
    assert workestra("busy", "--from", "2026-03-27T11:00", "--to", "2026-03-27T11:30") == [
        {"start": "2026-03-27T11:00:00+01:00", "end": "2026-03-27T11:30:00+01:00"}
    ]
    workestra("calendars", "--busy", "Work")
    assert [(i["start"], i["end"]) for i in workestra("busy", *RANGE)] == [BUSY[2]]
    workestra("calendars", "--busy", "all")
    assert len(workestra("busy", *RANGE)) == len(BUSY)

    day = ("--from", clock("00:00"), "--to", clock("23:00"))
    slots = [s["start"] for s in workestra("slots", "meeting", *day)]
    assert slots == [clock(f"{h:02}:{m}") for h in range(9, 17) for m in ("00", "30")]

    booking = book(workestra, "10:00", "--email", "jo@example.com", "--note", "Bring\nthe plan; please")
    assert booking["status"] == "confirmed"
    assert booking["sync"] == "synced"
    assert (booking["start"], booking["end"], booking["timezone"]) == (clock("10:00"), clock("10:30"), ZONE)
    assert path_of(booking) == f"{server.calendar('work')}{booking['uid']}.ics"
    text, _ = server.get(path_of(booking))
    stamp = f"{workday():%Y%m%d}"
    for line in (
        f"DTSTART;TZID={ZONE}:{stamp}T100000",
        f"DTEND;TZID={ZONE}:{stamp}T103000",
        f"UID:{booking['uid']}",
        "BEGIN:VTIMEZONE",
        f"TZID:{ZONE}",
    ):
        assert f"{line}\r\n" in text
    assert "ATTENDEE" not in text
    assert "METHOD" not in text
    assert clock("10:00") not in [s["start"] for s in workestra("slots", "meeting", *day)]
    assert workestra.error("book", "meeting", "--start", clock("10:00"), "--guest", "Al") == "slot_taken"

    extra = (
        'X-MY-COLOR;X-P="a;b":blå\\, grün\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nUID:alarm-1\r\nDESCRIPTION:Leave\r\n'
        "TRIGGER:-PT17M\r\nX-APPLE-DEFAULT-ALARM:FALSE\r\nEND:VALARM\r\n"
    )
    server.put("work", f"{booking['uid']}.ics", text.replace("END:VEVENT\r\n", extra + "END:VEVENT\r\n"))
    stored, _ = server.get(path_of(booking))  # a server may put the lines of an event in its own order
    later = workestra("reschedule", booking["id"][:8], "--start", clock("11:30"))
    assert (later["id"], later["uid"], later["href"]) == (booking["id"], booking["uid"], booking["href"])
    assert (later["start"], later["sync"]) == (clock("11:30"), "synced")
    again, _ = server.get(path_of(booking))
    assert alarm(again) == alarm(stored) != ""
    assert "TRIGGER:-PT17M\r\n" in alarm(again)
    assert 'X-MY-COLOR;X-P="a;b":blå\\, grün\r\n' in again
    assert f"DTSTART;TZID={ZONE}:{stamp}T113000\r\n" in again
    assert len(ours(server)) == 1

    gone = workestra("cancel", booking["id"], "--reason", "Flu")
    assert (gone["status"], gone["cancelled_by"], gone["reason"], gone["sync"]) == (
        "cancelled",
        "host",
        "Flu",
        "synced",
    )
    assert ours(server) == {}
    assert clock("10:00") in [s["start"] for s in workestra("slots", "meeting", *day)]
    shown = workestra("show", booking["id"])
    assert len(shown["journal"]) >= 3
    assert [b["id"] for b in workestra("bookings", "--status", "cancelled")] == [booking["id"]]
    assert workestra("bookings", "--status", "confirmed") == []
    status = workestra("status")
    assert (status["state"], status["waiting"], status["problems"]) == ("up_to_date", 0, [])
    assert status["mirror"] == {"calendars": len(found["calendars"]), "events": 6, "complete": True}

    assert workestra("disconnect") == {"disconnected": True}
    assert workestra("status")["state"] == "not_connected"
    assert [b["id"] for b in workestra("bookings")] == [booking["id"]]


def test_an_event_moved_in_icloud_moves_its_booking(server: CalDavServer, connected: Workestra) -> None:
    booking = book(connected)
    text, _ = server.get(path_of(booking))
    stamp = f"{workday():%Y%m%d}"
    moved = text.replace(f"{stamp}T100000", f"{stamp}T150000").replace(f"{stamp}T103000", f"{stamp}T154500")
    server.put("work", f"{booking['uid']}.ics", moved)
    report = connected("sync")
    assert (report["polled"], report["bookings_moved"], report["bookings_cancelled"]) == (True, [booking["id"]], [])
    shown = connected("show", booking["id"])
    assert (shown["start"], shown["end"], shown["status"]) == (clock("15:00"), clock("15:45"), "confirmed")
    assert connected("sync")["bookings_moved"] == []
    assert server.get(path_of(booking))[0] == moved


def test_a_deleted_event_cancels_its_booking_only_after_the_recheck(server: CalDavServer, connected: Workestra) -> None:
    booking = book(connected)
    server.delete(path_of(booking))
    connected.env["WORKESTRA_RECHECK_SECONDS"] = "3600"
    for _ in range(2):
        assert connected("sync")["bookings_cancelled"] == []
    assert connected("show", booking["id"])["status"] == "confirmed"
    connected.env["WORKESTRA_RECHECK_SECONDS"] = "0.1"
    time.sleep(0.2)
    assert connected("sync")["bookings_cancelled"] == [booking["id"]]
    shown = connected("show", booking["id"])
    assert (shown["status"], shown["cancelled_by"]) == ("cancelled", "icloud")
    assert connected("sync", "--full")["bookings_cancelled"] == []
    assert ours(server) == {}


def test_a_server_that_is_down_cancels_nothing(server: CalDavServer, connected: Workestra) -> None:
    booking = book(connected)
    server.delete(path_of(booking))
    connected.env["WORKESTRA_RECHECK_SECONDS"] = "0.1"
    connected("sync")
    server.stop()
    time.sleep(0.2)
    for _ in range(2):
        assert connected.error("sync") == "offline"
        assert connected("show", booking["id"])["status"] == "confirmed"
    assert connected("status")["state"] == "offline"
    assert [(i["start"], i["end"]) for i in connected("busy", *RANGE)] == BUSY


def test_a_booking_made_offline_reaches_icloud_once_whatever_is_killed(
    server: CalDavServer, connected: Workestra
) -> None:
    server.stop()
    said = connected.run("book", "meeting", "--start", clock("10:00"), "--guest", "Jo")
    assert said.returncode == 1
    assert "Nothing was booked or moved. With --offline it is kept here" in said.stderr
    assert connected.error("book", "meeting", "--start", clock("10:00"), "--guest", "Jo") == "offline"
    assert connected("bookings") == []
    booking = book(connected, "10:00", "--offline")
    assert (booking["status"], booking["sync"]) == ("confirmed", "waiting")
    assert connected("status")["waiting"] == 1
    with connected.start("sync") as process:
        time.sleep(0.5)
        process.kill()
    server.start()
    with connected.start("sync") as process:
        time.sleep(0.7)
        process.kill()
    connected("sync")
    assert list(ours(server)) == [path_of(booking)]
    assert connected("show", booking["id"])["sync"] == "synced"
    assert connected("status")["waiting"] == 0
    assert connected("sync")["written"] == 0
    assert list(ours(server)) == [path_of(booking)]


def test_what_waits_folds_together_before_it_is_sent(server: CalDavServer, connected: Workestra) -> None:
    kept = book(connected, "10:00", "--offline")
    connected("reschedule", kept["id"], "--start", clock("14:00"), "--offline")
    dropped = book(connected, "11:00", "--offline")
    connected("cancel", dropped["id"], "--offline")
    report = connected("sync")
    assert (report["written"], report["waiting"]) == (1, 0)
    [(path, text)] = ours(server).items()
    assert path == path_of(kept)
    assert f"{workday():%Y%m%d}T140000" in text


def test_an_event_made_meanwhile_is_seen_before_the_write(server: CalDavServer, connected: Workestra) -> None:
    """[44] The mirror does not know it yet; the re-read does."""
    start = at(f"{workday()}T10:15")
    server.put("home", "new.ics", event("new", start, start + timedelta(hours=1), summary="Dentist"))
    failed = connected("book", "meeting", "--start", clock("10:00"), "--guest", "Jo", exit_code=1)
    assert failed["error"]["code"] == "slot_taken"
    assert "Dentist" in failed["error"]["message"]
    assert ours(server) == {}
    assert connected("bookings") == []


@pytest.fixture
def host(icloud: ICloud, tmp_path: Path) -> Workestra:
    icloud.mkcalendar("work", "Work")
    return Workestra(tmp_path, icloud.url)


def test_a_calendar_that_cannot_be_read_is_told_to_scripts(icloud: ICloud, proxy: Proxy, tmp_path: Path) -> None:
    """`sync` ends well, as its round did, and names the calendar; `busy --fresh` does not pass off old times as new."""
    icloud.mkcalendar("work", "Work", order=1)
    icloud.mkcalendar("family", "Family", order=2)
    host = Workestra(tmp_path, proxy.url)
    host.connect(icloud)
    assert host("sync")["problems"] == []
    asked = ("busy", "--from", clock("09:00"), "--to", clock("18:00"))
    icloud.put("family", "f.ics", event("f", at(f"{workday()}T10:00"), at(f"{workday()}T11:00")))
    proxy.answer("REPORT", "/family/", status=500, times=None)
    (problem,) = host("sync")["problems"]
    assert (problem["code"], problem["title"]) == ("icloud_down", "“Family” can't be read right now")
    assert host("status")["problems"] == [problem]
    error = host(*asked, "--fresh", exit_code=1)["error"]
    assert (error["code"], error["title"]) == ("icloud_down", "“Family” can't be read right now")
    assert "What was read of it before still counts." in error["message"]
    assert host(*asked) == [], "the mirror as it was, as nothing fresh was asked for"
    host("calendars", "--busy", "Work")
    assert host(*asked, "--fresh") == [], "a calendar that makes nobody busy need not be fresh"
    host("calendars", "--busy", "all")
    proxy.clear()
    assert host(*asked, "--fresh") == [{"start": clock("10:00"), "end": clock("11:00")}]


def test_a_move_that_the_event_no_longer_takes(icloud: ICloud, proxy: Proxy, tmp_path: Path) -> None:
    """Its code is one of the promised ones, and the words fit: the decision is kept, and not yet in iCloud."""
    icloud.mkcalendar("work", "Work", order=1)
    host = Workestra(tmp_path, proxy.url)
    host.connect(icloud)
    changed, gone = book(host, "10:00")["id"], book(host, "14:00")
    refusal = proxy.answer("PUT", status=412, times=None)
    error = host("reschedule", changed, "--start", clock("12:00"), exit_code=1)["error"]
    assert (error["code"], error["title"]) == ("write_refused", "The event in iCloud was left as it is")
    assert error["message"].endswith("The booking is kept here as you decided; its event in iCloud was not changed.")
    refusal.times = 0
    proxy.answer("GET", gone["uid"], status=404, times=None)
    error = host("reschedule", gone["id"], "--start", clock("16:00"), exit_code=1)["error"]
    assert (error["code"], error["title"]) == ("not_found", "The event is gone from iCloud")
    assert error["message"].endswith("The booking is kept here as you decided, not in iCloud.")
    kept = host("show", gone["id"])
    assert (kept["start"], kept["status"], kept["sync"]) == (clock("16:00"), "attention", "failed")
    assert {p["code"] for p in host("status")["problems"]} == {"needs_attention"}


def test_one_malformed_event_among_two_hundred(icloud: ICloud, host: Workestra) -> None:
    start = at("2026-05-04T08:00")
    many = {
        f"e{n}.ics": event(f"e{n}", start + timedelta(days=n), start + timedelta(days=n, hours=1), summary=f"No. {n}.")
        for n in range(200)
    }
    icloud.seed("work", many | {"e7.ics": many["e7.ics"].replace("SUMMARY:No. 7.", "DURATION:often")})

    host.connect(icloud)
    blocks = host("busy", "--from", "2026-05-01", "--to", "2026-12-31", "--explain")
    assert len(blocks) == 200
    assert [b["reason"] for b in blocks].count("unreadable") == 1
    [problem] = host("status")["problems"]
    assert problem["code"] == "unreadable_event"
    assert problem["title"]
    assert problem["action"]


def test_sign_ins_that_cannot_work(icloud: ICloud, host: Workestra) -> None:
    sign_in = ("connect", "--apple-id", icloud.user, "--password-stdin")
    assert host.error(*sign_in, stdin="wxyz-wxyz-wxyz-wxyz\n") == "sign_in_refused"
    assert host.error(*sign_in, stdin="My normal password 1\n") == "not_app_password"
    assert host.error(*sign_in, stdin="") == "not_app_password"
    assert host.error(*sign_in, stdin="x" * 5000, exit_code=2) == "bad_input"
    wrong = ("connect", "--apple-id", "nobody", "--password-stdin")
    assert host.error(*wrong, stdin=icloud.password, exit_code=2) == "bad_input"
    asked = (*sign_in, "--write-to", "No such")
    assert host.error(*asked, stdin=icloud.password) == "not_found"
    assert host("status")["connected"] is False
    assert host(*sign_in, stdin=" ABCD EFGH ijkl mnop\r\nmore\n")["apple_id"] == icloud.user


def test_without_a_keychain_the_password_comes_with_each_command(icloud: ICloud, host: Workestra) -> None:
    host.env["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    done = host.run("connect", "--apple-id", icloud.user, "--password-stdin", stdin=f"{icloud.password}\nmore")
    assert done.returncode == 0, done.stderr
    assert "--password-stdin" in done.stderr
    assert icloud.password not in done.stdout + done.stderr
    assert host.error("sync") == "keychain"
    assert host("sync", "--password-stdin", stdin=icloud.password)["polled"] is True
    kept = (file.read_bytes() for file in (host.folder / "profile").rglob("*") if file.is_file())
    assert not any(b"abcd" in content and b"mnop" in content for content in kept)


def test_wrong_input_is_named_and_changes_nothing(icloud: ICloud, host: Workestra) -> None:
    host.connect(icloud)
    guest = ("--guest", "Jo")
    assert host.error("book", "nothing", "--start", clock("10:00"), *guest) == "not_found"
    past = ("book", "meeting", "--start", "2020-01-01T10:00Z", *guest)
    assert host.error(*past, exit_code=2) == "bad_input"
    gap = ("book", "meeting", "--start", "2031-03-30T02:30", *guest, "--outside-rules")
    assert host.error(*gap, exit_code=2) == "bad_input"
    late = ("book", "meeting", "--start", clock("20:00"), *guest)
    assert host.error(*late) == "outside_rules"
    odd = ("book", "meeting", "--start", clock("10:00"), "--minutes", "45", *guest)
    assert host.error(*odd, exit_code=2) == "bad_input"
    nobody = ("book", "meeting", "--start", clock("10:00"), "--guest", " ")
    assert host.error(*nobody, exit_code=2) == "bad_input"
    assert host.error("cancel", "no-such-booking") == "not_found"
    assert host("bookings") == []
    assert icloud.list("work") == {}


@pytest.mark.skipif(sys.platform == "win32", reason="limits file sizes with the shell")
def test_a_full_disk_loses_nothing(icloud: ICloud, host: Workestra) -> None:
    class Full(Workestra):
        def line(self, *arguments: str) -> list[str]:
            return ["/bin/sh", "-c", 'ulimit -f 0; exec "$@"', "sh", *super().line(*arguments)]

    host.connect(icloud)
    kept = book(host, "10:00")
    full = Full(host.folder, host.endpoint)
    assert full.error("book", "meeting", "--start", clock("11:00"), "--guest", "Al") == "disk"
    assert [b["id"] for b in host("bookings")] == [kept["id"]]
    assert list(icloud.list("work")) == [path_of(kept)]


def test_times_without_an_offset_are_the_hosts_own(xandikos: Xandikos, tmp_path: Path) -> None:
    xandikos.mkcalendar("work", "Work")
    workestra = Workestra(tmp_path, xandikos.url)
    workestra.connect(xandikos)
    booking = workestra("book", "meeting", "--start", f"{workday()}T10:00", "--guest", "Jo")
    assert booking["start"] == clock("10:00")
