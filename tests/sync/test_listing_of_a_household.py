"""What the host is offered of a whole household's calendars (fact sheet §3; §9, row 9), and what looking costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.sync.stage import TEN, quiet_poll, refused
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.commands import Select
from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Code
from workestra_desktop.demo.icloud import household

HOUR = timedelta(hours=1)
PERSONAL = "4D24D1CF-D573-4130-BFB7-F9E0B616E6FE"
CLUB = "0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0"
FAMILY = "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90"


@pytest.fixture
def place(icloud: ICloud, tmp_path: Path) -> Iterator[Workplace]:
    """Not connected yet. The account is the stand-in's own: calendars of each kind and what is none."""
    icloud.standin.reset()
    with workplace(tmp_path / "profile", icloud.url) as place:
        place.clock.lead(lambda at: icloud.standin.clock(at=at))
        yield place


def by_name(place: Workplace) -> dict[str, Calendar]:
    return {c.name: c for c in place.desk.calendars()}


def test_the_calendars_for_events_are_offered_and_nothing_else(icloud: ICloud, place: Workplace) -> None:
    """Not the home, Reminders (a stub since iOS 13), inbox, outbox or the box for invitations."""
    place.connect()
    assert {name: c.id for name, c in by_name(place).items()} == {
        "Home": f"{icloud.home}home/",
        "Work": f"{icloud.home}work/",
        "Personal Calendar": f"{icloud.home}{PERSONAL}/",
        "Club": f"{icloud.home}{CLUB}/",
        "Family": f"{icloud.home}{FAMILY}/",
    }
    stubs = "/(tasks|outbox|notification)/"
    assert icloud.standin.log(path=stubs) == [], "nor are they looked into"


def test_rights_shares_owners_and_colours(place: Workplace) -> None:
    place.connect()
    found = by_name(place)
    assert {name for name, c in found.items() if not c.writable} == {"Club"}
    assert {name: c.owner for name, c in found.items() if c.shared} == {
        "Club": "Club Secretary",
        "Family": "Family Organizer",
    }
    assert {name: c.color for name, c in found.items()} == {
        "Home": "#1BADF8",
        "Work": "#63DA38",
        "Personal Calendar": "#1E4C63",
        "Club": "#CC73E1",
        "Family": "#FF2968",
    }, "without the alpha iCloud adds"
    assert [c.order for c in found.values()] == [1, 2, 3, 4, 5]


def test_who_shares_a_calendar_is_asked_once(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    asked = [e.path for e in icloud.standin.log("PROPFIND") if "invite" in e.body]
    assert sorted(asked) == [f"{icloud.home}{CLUB}/", f"{icloud.home}{FAMILY}/"]
    icloud.standin.mkcalendar("f" * 64, "Choir", shared="with-me", privileges="read")
    icloud.standin.forget_log()
    for _ in range(3):
        quiet_poll(place)
    assert [e.path for e in icloud.standin.log("PROPFIND") if "invite" in e.body] == [f"{icloud.home}{'f' * 64}/"]
    assert place.desk.calendar("Choir").owner == "", "iCloud does not say"


def test_a_share_to_be_read_takes_no_bookings_and_one_to_be_written_does(icloud: ICloud, place: Workplace) -> None:
    icloud.put(CLUB, "night.ics", event("night", TEN + 2 * HOUR, TEN + 3 * HOUR, summary="Club night"))
    place.connect()
    assert refused(place, Select(write_to="Club")).code is Code.BAD_INPUT
    assert [b.title for b in place.desk.busy_blocks(Span(TEN, TEN + 8 * HOUR))] == ["Club night"]
    place.desk.execute(Select(write_to="Family"))
    booking = place.book(TEN)
    assert booking.calendar == place.desk.calendar("Family").id
    (text,) = icloud.texts(FAMILY).values()
    assert booking.uid in text
    assert icloud.standin.mails() == []
    assert len(icloud.standin.pushes()) == 1, "everybody who shares it is told of it, once"


@pytest.mark.parametrize(("named", "default"), [(False, "Work"), (True, "Home")])
def test_the_default_is_what_the_inbox_names_else_the_first(
    icloud: ICloud, place: Workplace, named: bool, default: str
) -> None:
    icloud.standin.reset(
        [
            {"name": CLUB, "displayname": "Club", "order": 0, "shared": "with-me", "privileges": "read"},
            {"name": FAMILY, "displayname": "Family", "order": 1, "shared": "with-me"},
            {"name": "work", "displayname": "Work", "order": 2},
            {"name": "home", "displayname": "Home", "order": 3},
        ]
    )
    icloud.standin.switch(names_default=named)
    place.connect()
    assert [c.name for c in place.desk.calendars() if c.default] == [default]
    assert place.desk.write_calendar().name == default
    for _ in range(2):
        quiet_poll(place)
    assert [c.name for c in place.desk.calendars() if c.default] == [default]


@pytest.mark.parametrize("address", household.ADDRESSES)
def test_the_host_is_known_by_every_address(icloud: ICloud, place: Workplace, address: str) -> None:
    """An invitation that was declined takes no time, whichever of the account's addresses it was sent to."""
    assert len({a.split(":")[0] for a in household.ADDRESSES}) == 3, "mailto:, urn: and a path"
    for uid, start, guest in (("x", TEN, address), ("y", TEN + HOUR, "mailto:c@example.org")):
        declined = (f"ATTENDEE;PARTSTAT=DECLINED:{guest}", "ORGANIZER:mailto:b@example.org")
        icloud.put("home", f"{uid}.ics", event(uid, start, start + HOUR, *declined))
    place.connect()
    assert place.desk.account().addresses == {a.lower() for a in household.ADDRESSES}
    assert [b.uid for b in place.desk.busy_blocks(Span(TEN, TEN + 8 * HOUR))] == ["y"]


# --- what it costs --------------------------------------------------------------------------------------------------


@pytest.fixture
def thirty(icloud: ICloud, place: Workplace) -> Workplace:
    """Thirty calendars for events, each with three, all read; the log is empty."""
    for n in range(25):
        icloud.mkcalendar(f"more-{n}", f"More {n}")
    names = ["home", "work", PERSONAL, CLUB, FAMILY, *(f"more-{n}" for n in range(25))]
    for name in names:
        icloud.seed(name, {f"{k}@x.ics": event(f"{name}-{k}", TEN + k * HOUR, TEN + (k + 1) * HOUR) for k in range(3)})
    place.connect()
    assert len(place.desk.calendars()) == 30
    assert sum(c.events for c in place.desk.calendars()) == 90
    return place


def test_thirty_calendars_are_read_one_request_at_a_time(icloud: ICloud, thirty: Workplace) -> None:
    """Discovery with a look into the inbox, two listings, two owners, and two requests for each calendar."""
    assert len(icloud.standin.log()) == 3 + 2 + 2 + 2 * 30
    assert icloud.standin.in_flight_max() == 1


def test_nothing_new_costs_one_request(icloud: ICloud, thirty: Workplace) -> None:
    for _ in range(3):
        icloud.standin.forget_log()
        thirty.clock.forward(minutes=10)
        assert quiet_poll(thirty).requests == 1
        (only,) = icloud.standin.log()
        assert (only.method, only.path, only.headers["depth"]) == ("PROPFIND", icloud.home, "1")
    assert icloud.standin.in_flight_max() == 1


def test_one_changed_event_costs_three(icloud: ICloud, thirty: Workplace) -> None:
    icloud.put("more-7", "1@x.ics", event("more-7-1", TEN + 5 * HOUR, TEN + 6 * HOUR))
    icloud.standin.forget_log()
    report = quiet_poll(thirty)
    assert (report.requests, report.changed, report.removed) == (3, 1, 0)
    sent = icloud.standin.log()
    assert [(e.method, e.path) for e in sent] == [
        ("PROPFIND", icloud.home),
        *[("REPORT", icloud.calendar("more-7"))] * 2,
    ]
    assert sent[2].body.count("<href>") == 3, "with so few the difference may have been none: they are all asked for"
    assert icloud.standin.in_flight_max() == 1
    assert quiet_poll(thirty).requests == 1
