"""`workestra settings`, `event`, `busy --explain --free` and the fields of a link that say when it can be booked."""

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


def at(hour: int) -> datetime:
    """On the Monday after next, in the host's zone."""
    today = datetime.now(WHERE).replace(hour=0, minute=0, second=0, microsecond=0)
    return (today + timedelta(days=14 - today.weekday())).replace(hour=hour)


DAY = ("--from", at(0).isoformat(), "--to", at(23).isoformat())


@pytest.fixture
def workestra(icloud: ICloud, tmp_path: Path, warm: Warm | None) -> Workestra:
    icloud.mkcalendar("work", "Work", order=1)
    icloud.put("work", "m.ics", event("maybe", at(10), at(11), "STATUS:TENTATIVE", summary="Maybe"))
    icloud.put("work", "o.ics", event("open", at(13), at(14), "TRANSP:TRANSPARENT", summary="Open <b>"))
    command = Workestra(tmp_path, icloud.url, warm=warm)
    command.connect(icloud)
    return command


def test_settings_are_shown_and_changed(workestra: Workestra) -> None:
    assert workestra("settings") == {
        "tentative_blocks": True, "unanswered_blocks": True, "all_day": "follow", "stays": [], "events": [],
    }  # fmt: skip
    stay = f"{at(0):%Y-%m-%d}..{at(0) + timedelta(days=2):%Y-%m-%d}"
    changed = workestra("settings", "--tentative", "free", "--all-day", "always", "--stay", f"{stay}=America/New_York")
    assert changed["tentative_blocks"] is False
    assert changed["all_day"] == "always"
    assert changed["stays"] == [{"from": stay[:10], "to": stay[-10:], "timezone": "America/New_York"}]
    assert workestra("busy", *DAY) == []
    hours = {s["start"][11:16] for s in workestra("slots", "meeting", *DAY)}
    assert min(hours) == "15:00"  # nine in New York
    assert workestra("settings", "--tentative", "block", "--clear-stays")["stays"] == []
    assert len(workestra("busy", *DAY)) == 1
    assert "Tentative events: block time" in workestra.run("settings").stdout


def test_one_event_is_decided_on_by_its_uid(workestra: Workestra) -> None:
    shown = workestra("busy", *DAY, "--explain", "--free")
    assert [(b["title"], b["reason"], b["uid"]) for b in shown] == [
        ("Maybe", "tentative", "maybe"), ("Open <b>", "free", "open"),
    ]  # fmt: skip
    assert [b["title"] for b in workestra("busy", *DAY, "--explain")] == ["Maybe"]
    workestra("event", "maybe", "--blocks", "never")
    kept = workestra("event", "open", "--blocks", "always")
    assert {(e["uid"], e["blocks"], e["title"]) for e in kept["events"]} == {
        ("maybe", "never", "Maybe"), ("open", "always", "Open <b>"),
    }  # fmt: skip
    assert [b["title"] for b in workestra("busy", *DAY, "--explain")] == ["Open <b>"]
    (reason,) = workestra("explain", "meeting", "--at", at(13).isoformat())["reasons"]
    assert (reason["setting"], reason["reason"]) == ("event.always", "always")
    said = workestra.run("explain", "meeting", "--at", at(13).isoformat()).stdout
    assert "You decided that it always blocks." in said
    assert workestra("event", "open", "--blocks", "usual")["events"] == [kept["events"][0]]


def test_a_link_with_a_fixed_window_that_stays_at_home(workestra: Workestra) -> None:
    first, last = f"{at(0):%Y-%m-%d}", f"{at(0) + timedelta(days=1):%Y-%m-%d}"
    (link,) = workestra("link", "set", "meeting", "--window", f"{first}..{last}", "--stays-home")
    assert link["window"] == {"from": first, "to": last}
    assert link["travels"] is False
    wide = ("--from", at(0).isoformat(), "--to", (at(0) + timedelta(days=7)).isoformat())
    assert {s["start"][:10] for s in workestra("slots", "meeting", *wide)} == {first, last}
    (link,) = workestra("link", "set", "meeting", "--window", "rolling", "--travels")
    assert (link["window"], link["travels"]) == (None, True)
    assert f"From {first}" not in workestra.run("links").stdout


@pytest.mark.parametrize(
    "line",
    [
        ("settings", "--stay", "2027-01-01"),
        ("settings", "--stay", "2027-01-01=Mars/Base"),
        ("settings", "--stay", "2027-01-02..2027-01-01=UTC"),
        ("settings", "--all-day", "sometimes"),
        ("event", "maybe", "--blocks", "perhaps"),
        ("busy", *DAY, "--free"),
        ("link", "set", "meeting", "--window", "2027-01-02..2027-01-01"),
        ("link", "set", "meeting", "--window", "soon"),
    ],
)
def test_what_is_asked_wrongly(workestra: Workestra, line: tuple[str, ...]) -> None:
    assert workestra.error(*line, exit_code=2) == "bad_input"


def test_an_event_that_is_not_there(workestra: Workestra) -> None:
    assert workestra.error("event", "nobody", "--blocks", "never") == "not_found"


def test_a_link_that_invites_has_apple_mail_the_guest(icloud: ICloud, workestra: Workestra) -> None:
    start = ("--start", at(15).isoformat(), "--guest", "Ada", "--email", "ada@example.org")
    (link,) = workestra("link", "set", "meeting", "--invite")
    assert link["invite"] is True
    invited = workestra("book", "meeting", *start)
    (link,) = workestra("link", "set", "meeting", "--no-invite")
    assert link["invite"] is False
    workestra("book", "meeting", "--start", at(16).isoformat(), *start[2:])
    texts = [text for text in icloud.texts("work").values() if "X-WORKESTRA-BOOKING" in text]
    assert len(texts) == 2
    assert ["ATTENDEE" in text for text in texts if f"X-WORKESTRA-BOOKING:{invited['id']}" in text] == [True]
    assert [line.split(": ")[0] for line in icloud.standin.mails()] == ["invitation to mailto:ada@example.org"]
