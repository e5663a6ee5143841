"""What is printed: the promised fields for programs, harmless lines for people."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.core.example import BOOKING, HALF_HOUR, TEN
from workestra_desktop import cli_free_output as free_out
from workestra_desktop import cli_output as out
from workestra_desktop.core.booking import By, InCloud, Status
from workestra_desktop.core.calendar import Block, Calendar, Reason
from workestra_desktop.core.commands import Conflict, SyncReport
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import first_link
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.settings import Blocking, EventRule, Settings
from workestra_desktop.core.slots import Refusal
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Code, Scope, Trouble

HERE = ZoneInfo("Europe/Amsterdam")
EVIL = "Jo\x1b[2J\u202e\r\nUSAGE: rm\u2028x"
WORK = Calendar("/1/work/", "Work", "#ff0000", True, False, True, True, True, 3, TEN, None)


def test_a_booking_has_every_promised_field_in_the_hosts_zone() -> None:
    shown = out.booking_json(replace(BOOKING, status=Status.CANCELLED, cancelled_by=By.GUEST), HERE)
    promised = (
        "id link guest email note start end timezone status sync calendar uid href meeting_url cancelled_by reason"
        " changed_at"
    )
    assert set(shown) >= set(promised.split())
    assert (shown["start"], shown["end"]) == ("2026-12-01T11:00:00+01:00", "2026-12-01T11:30:00+01:00")
    assert (shown["status"], shown["cancelled_by"]) == ("cancelled", "guest")
    assert out.booking_json(BOOKING, HERE)["cancelled_by"] is None


def test_a_calendar_names_its_problem_shortly() -> None:
    assert out.calendar_json(WORK, HERE) == {
        "id": "/1/work/",
        "name": "Work",
        "color": "#ff0000",
        "writable": True,
        "shared": False,
        "owner": None,
        "default": True,
        "write_to": True,
        "busy": True,
        "events": 3,
        "read_at": "2026-12-01T11:00:00+01:00",
        "problem": None,
    }
    troubled = replace(WORK, read_at=None, problem=Trouble(Code.CALENDAR_GONE))
    assert out.calendar_json(troubled, HERE)["read_at"] is None
    assert out.calendar_json(troubled, HERE)["problem"] == "A calendar is gone from iCloud"


def test_a_calendar_names_whose_it_is() -> None:
    shared = replace(WORK, shared=True, writable=False, write_to=False)
    assert "shared, read-only" in out.calendar_line(shared)
    assert "shared by Hedy Lamarr, read-only" in out.calendar_line(replace(shared, owner="Hedy Lamarr"))


def test_a_status_words_its_problems() -> None:
    snapshot = Snapshot(
        apple_id="anna@example.com",
        connected=True,
        state=State.ATTENTION,
        last_poll=TEN,
        next_poll=None,
        waiting=2,
        problems=(Trouble(Code.CALENDAR_GONE, subject="Work", count=1), Trouble(Code.RECONNECT_NEEDED)),
        calendars=(WORK,),
        links=(),
        bookings=(BOOKING,),
        complete=True,
        events=3,
        host_zone="Europe/Amsterdam",
        taken_at=TEN - timedelta(days=1),
    )
    shown = out.status_json(snapshot, HERE)
    assert (shown["state"], shown["waiting"], shown["next_poll"]) == ("attention", 2, None)
    assert shown["last_poll"] == "2026-12-01T11:00:00+01:00"
    assert shown["mirror"] == {"calendars": 1, "events": 3, "complete": True}
    assert shown["next_booking"]["id"] == "b1"
    problem, revoked = shown["problems"]
    assert problem == {
        "code": "calendar_gone",
        "title": "“Work” is gone from iCloud",
        "message": "It was deleted or is no longer shared. 1 coming booking was in it. Nothing was cancelled.",
        "action": "Choose another calendar",
    }
    assert revoked["message"].endswith("Your bookings and settings are safe; 2 changes wait.")
    lines = "\n".join(out.status_lines(snapshot, HERE))
    assert "Waiting to be written: 2" in lines
    assert "Problem: “Work” is gone from iCloud. It was deleted or is no longer shared. 1 coming" in lines
    assert "Next booking: Tue 2026-12-01 11:00-11:30 CET  Jo" in lines


def test_a_sync_report_has_every_promised_field() -> None:
    report = SyncReport(True, 3, 4096, 2, 1, 1, 0, ("b1",), ("b2",), (Conflict("b1", "Dentist", TEN, TEN + HALF_HOUR),))
    troubled = Trouble(Code.ICLOUD_DOWN, Scope.CALENDAR, "Family", "REPORT HTTP 500")
    snapshot = Snapshot(None, True, State.ATTENTION, None, None, 0, (troubled,), (), (), (), True, 0, "UTC", TEN)
    assert out.sync_json(report, snapshot, HERE) == {
        "polled": True,
        "requests": 3,
        "received_bytes": 4096,
        "changed": 2,
        "removed": 1,
        "written": 1,
        "waiting": 0,
        "bookings_moved": ["b1"],
        "bookings_cancelled": ["b2"],
        "conflicts": [
            {
                "booking": "b1",
                "event": "Dentist",
                "start": "2026-12-01T11:00:00+01:00",
                "end": "2026-12-01T11:30:00+01:00",
            }
        ],
        "problems": [
            {
                "code": "icloud_down",
                "title": "“Family” can't be read right now",
                "message": "This is on Apple's side. What was read of it before still counts.",
                "action": "Try now",
                "detail": "REPORT HTTP 500",
            }
        ],
    }
    assert "Moved in iCloud: b1" in out.sync_lines(report)


def test_an_error_keeps_its_technical_detail_apart() -> None:
    trouble = Trouble(Code.ICLOUD_DOWN, detail="http 503")
    error = out.error_json(trouble)["error"]
    assert set(error) == {"code", "title", "message", "action", "detail"}
    assert out.error_lines(trouble)[-1] == "Details: icloud_down, http 503"
    assert set(out.error_json(Trouble(Code.OFFLINE))["error"]) == {"code", "title", "message", "action"}


def hostile_lines() -> list[str]:
    block = Block(TEN, TEN + HALF_HOUR, EVIL, Reason.BUSY, calendar="/1/evil/")
    booking = replace(
        BOOKING, guest=EVIL, email=EVIL, note=EVIL, title=EVIL, reason=EVIL, concern=EVIL, sync=InCloud.FAILED
    )
    return [
        out.calendar_line(replace(WORK, shared=True, owner=EVIL)),
        out.calendar_line(replace(WORK, name=EVIL, problem=Trouble(Code.OFFLINE))),
        free_out.block_line(block, Span(block.start, block.end), {"/1/evil/": EVIL}, HERE),
        *out.booking_lines(booking, HERE),
        *out.journal_lines([JournalLine(TEN, EVIL, EVIL)], HERE),
        *out.sync_lines(SyncReport(conflicts=(Conflict("b1", EVIL, TEN, TEN),))),
        *out.error_lines(Trouble(Code.SLOT_TAKEN, subject=EVIL, detail=EVIL)),
        *free_out.explain_lines(
            [Refusal("busy", EVIL, EVIL, TEN, TEN), Refusal("limit", EVIL, setting=EVIL)], {EVIL: EVIL}, HERE
        ),
        *free_out.link_lines(replace(first_link("UTC"), title=EVIL)),
        *free_out.settings_lines(Settings(), [EventRule(EVIL, Blocking.NEVER, EVIL)]),
    ]


@pytest.mark.parametrize("line", hostile_lines())
def test_texts_from_outside_cannot_steer_a_terminal(line: str) -> None:
    assert line.splitlines() == [line]
    assert line.isprintable()


def test_a_span_over_midnight_names_both_days_and_the_zone_of_its_end() -> None:
    night = Span(TEN, TEN + timedelta(days=1))
    assert out.span_line(night, HERE) == "Tue 2026-12-01 11:00-Wed 2026-12-02 11:00 CET"
