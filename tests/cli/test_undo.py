"""`undo` and the journal of `show`, by a command that is started anew each time, on each kind of server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest

from tests.cli.command import ZONE, Workestra
from tests.cli.warm import Warm
from tests.support.icalendars import event
from tests.support.servers import CalDavServer

HERE = ZoneInfo(ZONE)


def clock(hour: int) -> str:
    """That hour on a Tuesday two to three weeks from now, as the command writes it."""
    day = datetime.now(HERE).date() + timedelta(days=14)
    day += timedelta(days=(1 - day.weekday()) % 7)
    return datetime(day.year, day.month, day.day, hour, tzinfo=HERE).isoformat()


@pytest.fixture
def workestra(server: CalDavServer, tmp_path: Path, warm: Warm | None) -> Workestra:
    server.mkcalendar("work", "Work", order=1)
    command = Workestra(tmp_path, server.url, {"WORKESTRA_RECHECK_SECONDS": "0"}, warm)
    command.connect(server, "--write-to", "Work")
    return command


def test_a_move_and_a_cancel_are_taken_back(server: CalDavServer, workestra: Workestra) -> None:
    booking = workestra("book", "meeting", "--start", clock(10), "--guest", "Jo Doe")
    name = booking["id"]
    assert workestra.error("undo", name) == "not_found"
    assert workestra.error("undo", "nosuch") == "not_found"
    path = unquote(booking["href"])
    text, _ = server.get(path)
    server.put("work", path.rsplit("/", 1)[1], text.replace("END:VEVENT", "X-PHONE:kept\r\nEND:VEVENT"))

    workestra("reschedule", name, "--start", clock(14))
    back = workestra("undo", name)
    assert (back["start"], back["uid"], back["sync"]) == (booking["start"], booking["uid"], "synced")
    assert set(back) == set(booking)

    workestra("cancel", name, "--reason", "ill")
    assert server.texts("work") == {}
    back = workestra("undo", name)
    assert back["id"] == name and back["uid"] != booking["uid"] and back["uid"] in back["href"]
    assert (back["status"], back["sync"], back["cancelled_by"], back["reason"]) == ("confirmed", "synced", None, "")
    text, _ = server.get(unquote(back["href"]))
    assert "X-PHONE:kept" in text

    server.delete(unquote(back["href"]))
    assert workestra("sync")["bookings_cancelled"] == [name]
    assert workestra("sync")["bookings_cancelled"] == []
    again = workestra("undo", name)
    text, _ = server.get(unquote(again["href"]))
    assert "X-PHONE:kept" in text and again["uid"] not in (booking["uid"], back["uid"])
    assert len(server.texts("work")) == 1

    shown = workestra("show", name)
    assert {key: shown[key] for key in again} == again
    journal = shown["journal"]
    assert all(set(line) == {"at", "what", "detail", "text", "before", "after"} for line in journal)
    assert all(datetime.fromisoformat(line["at"]).utcoffset() is not None for line in journal)
    whats = [line["what"] for line in journal]
    for what in (
        "booked",
        "written to iCloud",
        "the move was taken back",
        "removed from iCloud",
        "cancelled in iCloud",
    ):
        assert what in whats
    gone = journal[whats.index("cancelled in iCloud")]
    assert "X-PHONE:kept" in gone["text"] and gone["after"] == ""
    assert all(line["text"] == (line["after"] or line["before"]) for line in journal)
    plain = workestra.run("show", name)
    assert plain.returncode == 0 and "removed from iCloud" in plain.stdout


def test_a_taken_time_is_refused_by_name_and_a_queued_undo_waits(server: CalDavServer, workestra: Workestra) -> None:
    booking = workestra("book", "meeting", "--start", clock(10), "--guest", "Jo Doe")
    workestra("cancel", booking["id"])
    start = datetime.fromisoformat(clock(10)).astimezone(UTC)
    server.put("work", "x.ics", event("x", start, start + timedelta(hours=1), summary="Dentist"))
    refusal = workestra("undo", booking["id"], exit_code=1)["error"]
    assert refusal["code"] == "slot_taken" and "Dentist" in refusal["message"]
    server.delete(server.calendar("work") + "x.ics")
    workestra("sync")
    queued = workestra("undo", booking["id"], "--offline")
    assert (queued["status"], queued["sync"]) == ("confirmed", "waiting")
    assert workestra("sync")["written"] == 1
    (text,) = server.texts("work").values()
    assert workestra("show", booking["id"])["uid"] in text
