"""Two computers of one host, each a profile of its own, by the command on one account."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.cli.command import ZONE, Workestra
from tests.cli.warm import Warm
from tests.support.icloud import ICloud


def clock(hour: int) -> str:
    """That hour on a Tuesday two to three weeks from now, as the command writes it."""
    here = ZoneInfo(ZONE)
    day = datetime.now(here).date() + timedelta(days=14)
    day += timedelta(days=(1 - day.weekday()) % 7)
    return datetime(day.year, day.month, day.day, hour, tzinfo=here).isoformat()


def test_a_booking_made_on_one_computer_is_moved_cancelled_and_taken_back_on_the_other(
    icloud: ICloud, tmp_path: Path, warm: Warm | None
) -> None:
    icloud.mkcalendar("work", "Work", order=1)
    at_once = {"WORKESTRA_RECHECK_SECONDS": "0"}
    desk, laptop = (Workestra(tmp_path / name, icloud.url, at_once, warm) for name in ("desk", "laptop"))
    for computer in (desk, laptop):
        computer.folder.mkdir()
        computer.connect(icloud)

    made = desk("book", "meeting", "--start", clock(10), "--guest", "Jo Doe", "--email", "jo@example.org")
    assert laptop("sync")["bookings_moved"] == []
    (seen,) = laptop("bookings")
    assert seen == made | {"changed_at": seen["changed_at"]}

    laptop("reschedule", made["id"], "--start", clock(14))
    assert desk("sync")["bookings_moved"] == [made["id"]]
    laptop("cancel", made["id"])
    assert desk("sync")["bookings_cancelled"] == [made["id"]]
    back = desk("undo", made["id"])
    laptop("sync")
    (seen,) = laptop("bookings")
    assert (seen["status"], seen["uid"], seen["start"]) == ("confirmed", back["uid"], clock(14))
    assert len(icloud.texts("work")) == 1

    laptop("disconnect", "--erase")
    laptop.connect(icloud)
    laptop("sync")
    assert [(b["id"], b["guest"], b["email"]) for b in laptop("bookings")] == [(made["id"], "Jo Doe", "jo@example.org")]
    assert all(laptop("sync")["requests"] == 1 for _ in range(2))
