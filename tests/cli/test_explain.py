"""`workestra explain`: why a time can or cannot be booked, with the names of what is there."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.cli.command import ZONE, Workestra
from tests.cli.warm import Warm
from tests.support.icalendars import event
from tests.support.icloud import ICloud

WHERE = ZoneInfo(ZONE)


def at(hour: int, minute: int = 0) -> datetime:
    """On the Monday after next, in the host's zone."""
    today = datetime.now(WHERE).replace(hour=0, minute=0, second=0, microsecond=0)
    monday = today + timedelta(days=14 - today.weekday())
    return monday.replace(hour=hour, minute=minute)


@pytest.fixture
def workestra(icloud: ICloud, tmp_path: Path, warm: Warm | None) -> Workestra:
    icloud.mkcalendar("work", "Work", order=1)
    icloud.mkcalendar("family", "Family", order=2)
    icloud.put("family", "d.ics", event("d", at(10), at(11), summary="Dentist <b>"))
    command = Workestra(tmp_path, icloud.url, warm=warm)
    command.connect(icloud)
    return command


def test_a_free_time_is_bookable(workestra: Workestra) -> None:
    assert workestra("explain", "meeting", "--at", at(9).isoformat()) == {"bookable": True, "reasons": []}
    said = workestra.run("explain", "meeting", "--at", at(9).isoformat()).stdout
    assert said.strip() == "It can be booked."


def test_an_event_is_named_with_its_calendar_and_its_times(workestra: Workestra) -> None:
    answer = workestra("explain", "meeting", "--at", at(10, 30).isoformat())
    (family,) = [c["id"] for c in workestra("calendars") if c["name"] == "Family"]
    assert answer["bookable"] is False
    assert answer["reasons"] == [
        {
            "kind": "busy",
            "title": "Dentist <b>",
            "calendar": family,
            "start": at(10).isoformat(),
            "end": at(11).isoformat(),
            "reason": "busy",
            "setting": None,
            "uid": "d",
        }
    ]
    said = workestra.run("explain", "meeting", "--at", at(10, 30).isoformat()).stdout
    assert "Dentist <b> (Family) is there." in said


def test_every_rule_that_is_broken_is_told(workestra: Workestra) -> None:
    workestra("link", "set", "meeting", "--before", "15", "--notice", "60")
    past = (datetime.now(WHERE) - timedelta(days=1)).replace(hour=3, minute=7)
    kinds = [r["kind"] for r in workestra("explain", "meeting", "--at", past.isoformat())["reasons"]]
    assert kinds[:2] == ["past", "hours"]
    near = workestra("explain", "meeting", "--at", at(11).isoformat())
    assert [(r["kind"], r["title"]) for r in near["reasons"]] == [("buffer", "Dentist <b>")]
    odd = workestra("explain", "meeting", "--at", at(9, 10).isoformat())
    assert [r["kind"] for r in odd["reasons"]] == ["step"]
    far = workestra("explain", "meeting", "--at", (at(9) + timedelta(days=700)).isoformat())
    assert [r["kind"] for r in far["reasons"]] == ["window"]


def test_a_booking_is_named_and_what_slots_offer_is_bookable(workestra: Workestra) -> None:
    booking = workestra("book", "meeting", "--start", at(13).isoformat(), "--guest", "Ada Lovelace")
    reasons = workestra("explain", "meeting", "--at", at(13).isoformat())["reasons"]
    assert [(r["kind"], r["start"]) for r in reasons] == [("busy", booking["start"])]
    offered = workestra("slots", "meeting", "--from", at(9).isoformat(), "--to", at(17).isoformat())
    starts = {slot["start"] for slot in offered}
    for half_hours in range(16):
        moment = (at(9) + timedelta(minutes=30 * half_hours)).isoformat()
        assert workestra("explain", "meeting", "--at", moment)["bookable"] is (moment in starts)


def test_what_is_asked_wrongly(workestra: Workestra) -> None:
    assert workestra.error("explain", "nothing", "--at", at(9).isoformat()) == "not_found"
    assert workestra.error("explain", "meeting", "--at", "soon", exit_code=2) == "bad_input"
