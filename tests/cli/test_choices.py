"""`choose`, `gone`, `conflicts`, `conflict`, and what `status` says of what waits and of what is to be decided."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest

from tests.cli.command import ZONE, Workestra
from tests.cli.warm import Warm
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.servers import PASSWORD
from workestra_desktop.assembly import open_desk
from workestra_desktop.core.commands import Book, SyncNow

HERE = ZoneInfo(ZONE)


def at(hour: int) -> datetime:
    """That hour on a Tuesday two to three weeks from now."""
    day = datetime.now(HERE).date() + timedelta(days=14)
    day += timedelta(days=(1 - day.weekday()) % 7)
    return datetime(day.year, day.month, day.day, hour, tzinfo=HERE)


@pytest.fixture
def workestra(icloud: ICloud, tmp_path: Path, warm: Warm | None) -> Workestra:
    icloud.mkcalendar("work", "Work", order=1)
    command = Workestra(tmp_path, icloud.url, {"WORKESTRA_RECHECK_SECONDS": "0"}, warm)
    command.connect(icloud)
    return command


def book(workestra: Workestra, hour: int, *more: str) -> dict[str, str]:
    booking: dict[str, str] = workestra(
        "book", "meeting", "--start", at(hour).isoformat(), "--guest", f"Guest {hour}", *more
    )
    return booking


def four_that_vanished(icloud: ICloud, workestra: Workestra) -> list[str]:
    env = {"WORKESTRA_ENDPOINT": icloud.url, **workestra.env}
    with open_desk(workestra.folder / "profile", env, password=PASSWORD) as desk:
        for hour in (9, 10, 11, 12):
            desk.execute(Book("meeting", at(hour), f"Guest {hour}", offline=True))
        desk.execute(SyncNow())
        for path in icloud.list("work"):
            icloud.delete(path)
        desk.execute(SyncNow())
        return [b.id for b in desk.bookings()]


def test_several_that_vanished_are_listed_cancelled_and_put_back(icloud: ICloud, workestra: Workestra) -> None:
    ids = four_that_vanished(icloud, workestra)
    status = workestra("status")
    choices = ["put-back", "cancel"]
    assert [(q["booking"], q["choices"]) for q in status["questions"]] == [(name, choices) for name in ids]
    assert all("together with others" in q["concern"] for q in status["questions"])
    listed = workestra.run("gone")
    assert listed.stdout.count("needs attention") == 4
    assert "workestra gone --put-back" in listed.stderr
    (cancelled,) = workestra("gone", ids[0], "--cancel")
    assert (cancelled["status"], cancelled["cancelled_by"]) == ("cancelled", "icloud")
    assert workestra.error("gone", ids[0], "--cancel", exit_code=2) == "bad_input"
    refused = workestra("choose", ids[1], "keep-mine", exit_code=2)["error"]
    assert refused["code"] == "bad_input"
    assert "“put-back” to write its event into iCloud anew; “cancel” to cancel the booking" in refused["message"]
    assert workestra("choose", ids[1], "put-back")["sync"] == "synced"
    back = workestra("gone", "--put-back")
    assert [(b["id"], b["status"], b["sync"]) for b in back] == [(name, "confirmed", "synced") for name in ids[2:]]
    assert len(icloud.list("work")) == 3
    assert workestra("gone") == []


def test_what_waits_is_named_with_its_next_try(icloud: ICloud, workestra: Workestra) -> None:
    waiting = book(workestra, 9, "--offline")
    status = workestra("status")
    (entry,) = status["waiting_bookings"]
    since = datetime.fromisoformat(entry.pop("since"))
    assert timedelta() <= datetime.now(UTC) - since < timedelta(minutes=5)
    assert entry == {"id": waiting["id"], "guest": "Guest 9", "kind": "publish", "next_try": None, "held": False}
    icloud.standin.fault("status", "PUT", status=403, times=None)
    workestra("sync")
    status = workestra("status")
    (entry,) = status["waiting_bookings"]
    assert entry["held"] is True
    assert datetime.fromisoformat(entry["next_try"]) - datetime.now(UTC) > timedelta(minutes=5)
    assert [q["choices"] for q in status["questions"]] == [["try-again", "cancel"]]
    said = workestra.run("status").stdout
    assert f"{waiting['id']}  Guest 9: to be written since " in said and "; next try " in said
    assert f"workestra choose {waiting['id']} try-again: send it to iCloud once more" in said


def test_an_event_on_a_booking_is_kept_or_ignored(icloud: ICloud, workestra: Workestra) -> None:
    booking = book(workestra, 10)
    start = at(10).astimezone(UTC)
    for name in ("one", "two"):
        icloud.put("work", f"{name}.ics", event(name, start, start + timedelta(hours=1), summary=f"Event {name}"))
    workestra("sync")
    found = workestra("conflicts")
    assert [(c["booking"], c["event"], c["uid"]) for c in found] == [
        (booking["id"], "Event one", "one"), (booking["id"], "Event two", "two"),
    ]  # fmt: skip
    assert datetime.fromisoformat(found[0]["start"]) == start
    assert workestra("status")["conflicts"] == found
    assert f"workestra conflict {booking['id']} --keep --event one: both stay" in workestra.run("status").stdout

    assert workestra.error("conflict", booking["id"], exit_code=2) == "bad_input"
    several = workestra("conflict", booking["id"], "--keep", exit_code=2)["error"]
    assert "“Event one” is one; “Event two” is two" in several["message"]
    assert workestra("conflict", booking["id"], "--keep", "--event", "one")["answer"] == "kept"
    assert workestra("conflict", booking["id"], "--ignore")["answer"] == "ignored"
    assert workestra.error("conflict", booking["id"], "--keep", exit_code=1) == "not_found"
    assert workestra("conflicts") == []


def test_one_that_was_moved_on_both_sides_is_decided(icloud: ICloud, workestra: Workestra) -> None:
    booking = book(workestra, 10)
    workestra("reschedule", booking["id"], "--start", at(14).isoformat(), "--offline")
    path = unquote(booking["href"])
    text, _ = icloud.get(path)
    icloud.put("work", path.rsplit("/", 1)[1], text.replace("T100000", "T120000").replace("T103000", "T123000"))
    workestra("sync")
    assert workestra("status")["questions"][0]["concern"] == "It was moved here and in iCloud at the same time."
    taken = workestra("choose", booking["id"], "take-icloud")
    assert (datetime.fromisoformat(taken["start"]), taken["sync"]) == (at(12), "synced")
    assert workestra("choose", booking["id"], "take-icloud") == taken, "said twice, done once"


def test_what_another_commands_look_found_is_told_beside_its_result(icloud: ICloud, workestra: Workestra) -> None:
    """A book, a move or a cancel polls too: what that brings to light is not swallowed."""
    moved, booked = book(workestra, 14), book(workestra, 10)
    workestra("sync")
    icloud.put("work", "x.ics", event("x", at(10), at(11), summary="School"))
    path = unquote(moved["href"])
    text, _ = icloud.get(path)
    icloud.put("work", path.rsplit("/", 1)[-1], text.replace("T14", "T15"))
    told = workestra.run("book", "meeting", "--start", at(16).isoformat(), "--guest", "Guest 16").stderr
    assert f"“School” lies on a booking: Guest 10, {at(10):%a %Y-%m-%d %H:%M}" in told
    assert f"({booked['id']})" in told
    assert f"Moved in iCloud: Guest 14, {at(15):%a %Y-%m-%d %H:%M}" in told
