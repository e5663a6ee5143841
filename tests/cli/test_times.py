"""`workestra times`: free times to send to a guest, over the stand-in for iCloud."""

from __future__ import annotations

import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from tests.cli.command import ZONE, Workestra
from tests.cli.warm import Warm
from tests.support.icalendars import event
from tests.support.icloud import ICloud

WHERE = ZoneInfo(ZONE)


def noon(days: int) -> datetime:
    return (datetime.now(WHERE) + timedelta(days=days)).replace(hour=12, minute=0, second=0, microsecond=0)


@pytest.fixture
def workestra(icloud: ICloud, tmp_path: Path, warm: Warm | None) -> Workestra:
    icloud.mkcalendar("work", "Work", order=1)
    icloud.put("work", "long.ics", event("long", noon(3), noon(3) + timedelta(hours=2), summary="Long lunch"))
    command = Workestra(tmp_path, icloud.url, warm=warm)
    command.connect(icloud)
    command("link", "set", "meeting", "--hours", "mon-sun 11:00-16:00", "--title", "Talk <i>with</i> {guest}")
    return command


def test_they_are_those_of_slots_in_every_format(workestra: Workestra) -> None:
    days = [noon(n).date() for n in (1, 3, 6)]
    document = workestra("times", "meeting")
    assert set(document) == {"text", "slots"}
    end = datetime.now(WHERE).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=7)
    span = ("--from", datetime.now(WHERE).isoformat(), "--to", end.isoformat())
    assert document["slots"] == workestra("slots", "meeting", *span)
    text = document["text"]
    assert text.startswith("These times are free for “Talk <i>with</i>” (30 min):\n\n")
    for day in days:
        assert f"\n{day:%a} {day.day} {day:%b} {day.year}\n" in text
    assert ". 11:00–12:00 (Amsterdam, UTC+" not in text  # two starts are two times
    busy = text.split(f"{days[1]:%a} {days[1].day} {days[1]:%b}")[1].split("\n\n")[0]
    assert ". 11:00–11:30 (Amsterdam" in busy
    assert ". 11:30–12:00 (Amsterdam" in busy
    assert ". 14:00–16:00 (Amsterdam" in busy
    assert "Long lunch" not in text
    printed = workestra.run("times", "meeting")
    assert printed.returncode == 0
    assert printed.stdout == text
    rich = workestra("times", "meeting", "--format", "html")["text"]
    assert "<ol start=" in rich
    assert "<i>" not in rich
    assert "\\<i\\>" in workestra("times", "meeting", "--format", "markdown")["text"]


def test_the_guests_zone_stands_beside_the_hosts(workestra: Workestra) -> None:
    text = workestra("times", "meeting", "--days", "2", "--timezone", "Asia/Tokyo")["text"]
    assert "(Amsterdam, UTC+" in text
    assert "(Tokyo, UTC+9)" in text
    assert workestra.error("times", "meeting", "--timezone", "Mars/Olympus", exit_code=2) == "bad_input"


def test_the_calendar_file_is_written_as_its_format_asks(workestra: Workestra) -> None:
    document = workestra("times", "meeting", "--format", "ics")
    events = icalendar.Calendar.from_ical(document["text"]).walk("VEVENT")
    assert {str(e["STATUS"]) for e in events} == {"TENTATIVE"}
    starts = {datetime.fromisoformat(slot["start"]) for slot in document["slots"]}
    assert {e.decoded("DTSTART") for e in events} <= starts
    line = workestra.line("times", "meeting", "--format", "ics")
    printed = subprocess.run(line, env=workestra.environment(), capture_output=True, timeout=100, check=True).stdout
    assert printed.startswith(b"BEGIN:VCALENDAR\r\n")
    assert printed.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in printed.replace(b"\r\n", b"")


def test_no_free_time_is_said_beside_an_empty_result(workestra: Workestra) -> None:
    workestra("link", "set", "meeting", "--notice", str(40 * 24 * 60))
    assert workestra("times", "meeting") == {"text": "", "slots": []}
    for form in ("text", "ics", "html"):
        done = workestra.run("times", "meeting", "--days", "1", "--format", form)
        assert (done.returncode, done.stdout) == (0, "")
        assert "no free time from today on for 1 day. Try a larger --days" in done.stderr
    assert workestra("times", "meeting", "--days", "60")["slots"]


@pytest.mark.parametrize(
    "wrong", [("--days", "0"), ("--days", "93"), ("--format", "pdf"), ("--minutes", "7"), ("--hold", "48h")]
)
def test_wrong_use_is_refused(workestra: Workestra, wrong: tuple[str, str]) -> None:
    assert workestra.error("times", "meeting", *wrong, exit_code=2) == "bad_input"


def test_an_unknown_link_and_holds_are_told_in_plain_words(workestra: Workestra) -> None:
    assert workestra.error("times", "nothing") == "not_found"
    done = workestra.run("times", "meeting", "--hold", "48h")
    assert done.returncode == 2
    assert "cannot be held yet" in done.stderr
    assert "Write free times to send to a guest." in workestra.run("times", "--help").stdout
    assert "--hold" not in workestra.run("times", "--help").stdout


def test_before_connecting_it_says_so(tmp_path: Path, icloud: ICloud) -> None:
    assert Workestra(tmp_path, icloud.url).error("times", "meeting") == "not_connected"
