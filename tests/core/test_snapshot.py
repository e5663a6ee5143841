"""How things stand, in one word, and which calendar a new account writes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.core.example import BOOKING
from workestra_desktop.core.booking import Status
from workestra_desktop.core.calendar import Listed, default_calendar
from workestra_desktop.core.commands import SignIn
from workestra_desktop.core.snapshot import Snapshot, State, app_state
from workestra_desktop.core.trouble import Code, Scope, Trouble

OFFLINE, ODD = Trouble(Code.OFFLINE, Scope.ACCOUNT), Trouble(Code.RECONNECT_NEEDED, Scope.ACCOUNT)
ONE_CALENDAR = Trouble(Code.ICLOUD_DOWN, Scope.CALENDAR, "Family")


@pytest.mark.parametrize(
    ("connected", "syncing", "waiting", "problems", "state"),
    [
        (True, False, 0, (), State.UP_TO_DATE),
        (True, False, 2, (), State.WAITING),
        (True, False, 2, (OFFLINE,), State.OFFLINE),
        (True, False, 0, (OFFLINE, ODD), State.ATTENTION),
        (True, False, 0, (ONE_CALENDAR,), State.ATTENTION),
        (True, True, 2, (OFFLINE, ODD), State.SYNCING),
        (False, True, 2, (OFFLINE, ODD), State.NOT_CONNECTED),
    ],
)
def test_the_one_word(
    connected: bool, syncing: bool, waiting: int, problems: tuple[Trouble, ...], state: State
) -> None:
    assert app_state(connected=connected, syncing=syncing, waiting=waiting, problems=problems) is state


def test_the_next_booking_is_the_first_live_one_that_has_not_ended() -> None:
    now = BOOKING.end
    later = replace(BOOKING, id="b3", start=now + timedelta(hours=1), end=now + timedelta(hours=2))
    gone = replace(later, id="b2", status=Status.CANCELLED)
    snapshot = Snapshot(
        "anna@example.com",
        True,
        State.UP_TO_DATE,
        None,
        None,
        0,
        (),
        (),
        (),
        (BOOKING, gone, later),
        True,
        3,
        "UTC",
        now,
    )
    assert snapshot.next_booking == later
    assert replace(snapshot, taken_at=now - timedelta(seconds=1)).next_booking == BOOKING
    assert replace(snapshot, taken_at=datetime(2030, 1, 1, tzinfo=UTC)).next_booking is None


def listed(name: str, order: int | None, *, writable: bool = True, shared: bool = False) -> Listed:
    return Listed(f"/1/{name}/", name, "#ff0000", order, writable, shared, "1")


def test_the_default_calendar() -> None:
    home, work, family = listed("home", 2), listed("work", 1), listed("family", 0, shared=True)
    readonly, unordered = listed("holidays", 0, writable=False), listed("misc", None)
    calendars = [unordered, home, work, family, readonly]
    assert default_calendar(calendars, "/1/home/") == home
    assert default_calendar(calendars, "/1/holidays/") == work
    assert default_calendar(calendars, "/1/nowhere/") == work
    assert default_calendar(calendars, None) == work
    assert default_calendar([unordered, family], None) == unordered
    assert default_calendar([family, readonly], None) == family
    assert default_calendar([readonly], "/1/holidays/") is None
    assert default_calendar([], None) is None


def test_a_sign_in_shows_no_password() -> None:
    assert "secret" not in repr(SignIn("anna@example.com", "secret"))
