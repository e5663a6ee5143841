"""From the endpoint to the list of calendars, in iCloud's own words and in those of real servers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.icloud import ICloud
from tests.support.servers import PASSWORD, CalDavServer, Xandikos
from tests.sync.scripted import (
    DSID,
    EIGHT,
    HOME,
    READ_ONLY,
    Say,
    Scripted,
    account,
    collection,
    event_data,
    home_answer,
    listed_event,
    listing,
    multistatus,
    principal_answer,
    response,
)
from tests.sync.stage import TEN, refused, sync
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.commands import SignedIn, SignIn
from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Code

PERSONAL = f"{HOME}4D24D1CF-D573-4130-BFB7-F9E0B616E6FE/"
SHARED = f"{HOME}{'0123456789abcdef' * 4}/"
_CAL = 'xmlns="urn:ietf:params:xml:ns:caldav"'
_CS = 'xmlns="http://calendarserver.org/ns/"'


@pytest.fixture
def place(cloud: Scripted, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(tmp_path / "profile", cloud.url) as place:
        yield place


def sign_in(place: Workplace) -> SignedIn:
    done = place.desk.execute(SignIn(CalDavServer.user, PASSWORD))
    assert isinstance(done, SignedIn)
    return done


def by_id(place: Workplace) -> dict[str, Calendar]:
    return {c.id: c for c in place.desk.calendars()}


def test_three_requests_and_a_look_into_the_inbox(icloud: ICloud, tmp_path: Path) -> None:
    """The home lies on another host and port, where everything else is asked from then on."""
    icloud.mkcalendar("work", "Work", order=1)
    with workplace(tmp_path / "profile", icloud.url) as place:
        assert sign_in(place).write_to == f"{icloud.home}work/"
        assert [(e.host, e.path, e.headers["depth"]) for e in icloud.standin.log()] == [
            ("entry", "/", "0"),
            ("entry", f"{DSID}/principal/", "0"),  # Depth 1 there is answered 400
            ("entry", f"{HOME}inbox/", "0"),
            ("partition", HOME, "1"),
        ]
        assert all(e.body.startswith("<?xml") for e in icloud.standin.log())
        assert place.desk.account().home == icloud.standin.partition_url.rstrip("/") + HOME
        icloud.standin.forget_log()
        sync(place)
        assert place.book(TEN).calendar == f"{icloud.home}work/"
        assert {e.host for e in icloud.standin.log()} == {"partition"}


@pytest.mark.parametrize("own", ["/principal/", f"{DSID}/principal/", "/somewhere/else/"])
def test_the_principal_s_answer_may_call_itself_what_it_likes(cloud: Scripted, place: Workplace, own: str) -> None:
    cloud.script = {**account(collection(PERSONAL)), ("PROPFIND", f"{DSID}/principal/"): home_answer(own=own)}
    assert sign_in(place).write_to == PERSONAL
    assert place.desk.account().principal == f"{DSID}/principal/"


def test_unauthenticated_is_a_refused_sign_in(cloud: Scripted, place: Workplace) -> None:
    inner = "<current-user-principal><unauthenticated/></current-user-principal>"
    cloud.script = {**account(collection(PERSONAL)), ("PROPFIND", "/"): Say(body=multistatus(response("/", inner)))}
    assert refused(place, SignIn(CalDavServer.user, PASSWORD)).code is Code.SIGN_IN_REFUSED
    assert place.store.account.get() is None


@pytest.mark.parametrize("answer", [multistatus(response("/", missing="<current-user-principal/>")), multistatus()])
def test_a_server_that_names_no_principal_is_not_icloud(cloud: Scripted, place: Workplace, answer: str) -> None:
    cloud.script = {("PROPFIND", "/"): Say(body=answer)}
    assert refused(place, SignIn(CalDavServer.user, PASSWORD)).code is Code.BLOCKED


def test_no_home_no_event_calendar_no_writable_one(cloud: Scripted, place: Workplace) -> None:
    def outcome() -> Code:
        code = refused(place, SignIn(CalDavServer.user, PASSWORD)).code
        assert place.store.account.get() is None
        assert place.desk.calendars() == []
        return code

    nothing = Say(body=multistatus(response("/p/", missing=f"<calendar-home-set {_CAL}/>")))
    cloud.script = {**account(collection(PERSONAL)), ("PROPFIND", f"{DSID}/principal/"): nothing}
    assert outcome() is Code.NO_CALENDAR
    cloud.script = account(collection(f"{HOME}tasks/", components=("VTODO",)))
    assert outcome() is Code.NO_CALENDAR
    cloud.script = account(collection(SHARED, privileges=READ_ONLY))
    assert outcome() is Code.NO_WRITABLE_CALENDAR


def test_only_collections_that_hold_events_are_calendars(cloud: Scripted, place: Workplace) -> None:
    plain, calendar = "<collection/>", f"<collection/><calendar {_CAL}/>"
    cloud.script = account(
        collection(f"{HOME}inbox2/", "Odd", f"{calendar}<schedule-inbox {_CAL}/>"),
        collection(f"{HOME}dropbox/", "Dropbox", plain, None),
        collection(PERSONAL, "Personal", components=("vevent",)),
        collection(f"{HOME}any/", "Any", components=None),
        collection(f"{HOME}both/", "Both", components=("VTODO", "VEVENT")),
    )
    assert {c.name for c in sign_in(place).calendars} == {"Personal", "Any", "Both"}


def test_names_colours_rights_and_marks(cloud: Scripted, place: Workplace) -> None:
    calendar = f"<collection/><calendar {_CAL}/>"
    cloud.script = account(
        collection(PERSONAL, None, color="#1badf8FF", order=3),
        collection(f"{HOME}owned/", "Mine", f"{calendar}<shared-owner {_CS}/>", color="#0F0", privileges=None),
        collection(SHARED, "Theirs", f"{calendar}<shared {_CS}/>", privileges=READ_ONLY),
        collection(f"{HOME}team/", "Team", owner="/99999999/principal/"),
        collection(f"{HOME}own/", "Own", owner=f"{DSID}/principal/"),
        collection(f"{HOME}vague/", "Vague", owner="/principal/"),
        collection(f"{HOME}feed/", "Feed", f"{calendar}<subscribed {_CS}/>", privileges=EIGHT),
        collection(f"{HOME}b%40d/", "&lt;b&gt;Two\u202elines\nand more&lt;/b&gt;"),
    )
    sign_in(place)
    found = by_id(place)
    nameless = found[PERSONAL]
    assert (nameless.name, nameless.color, nameless.order) == ("4D24D1CF-D573-4130-BFB7-F9E0B616E6FE", "#1BADF8", 3)
    mine = found[f"{HOME}owned/"]
    assert (mine.color, mine.writable, mine.shared) == ("", True, False)
    assert (found[SHARED].writable, found[SHARED].shared) == (False, True)
    shared = {c.name for c in found.values() if c.shared}
    assert shared == {"Theirs", "Team"}
    assert {c.name for c in found.values() if not c.writable} == {"Theirs", "Feed"}
    assert found[f"{HOME}b%40d/"].name == "<b>Twolines and more</b>"
    assert place.desk.calendar("Team").busy


def test_the_default_is_the_first_writable_by_order_own_before_shared(cloud: Scripted, place: Workplace) -> None:
    calendar = f"<collection/><calendar {_CAL}/>"
    cloud.script = account(
        collection(f"{HOME}none/", "No order"),
        collection(SHARED, "Theirs", f"{calendar}<shared {_CS}/>", order=0),
        collection(f"{HOME}ro/", "Read", privileges=READ_ONLY, order=1),
        collection(f"{HOME}two/", "Second", order=9),
        collection(f"{HOME}one/", "First", order=4),
    )
    assert sign_in(place).write_to == f"{HOME}one/"
    assert [c.name for c in place.desk.calendars() if c.default] == ["First"]


@pytest.mark.parametrize(
    ("inbox", "expected"),
    [
        (Say(body=multistatus(response(f"{DSID}/inbox/", "WANTED"))), "Second"),
        (Say(403), "First"),
        (Say(404), "First"),
        (Say(body="<html>"), "First"),
    ],
)
def test_the_inbox_may_name_the_default(cloud: Scripted, place: Workplace, inbox: Say, expected: str) -> None:
    body = str(inbox.body).replace(
        "WANTED",
        f"<schedule-default-calendar-URL {_CAL}><href xmlns='DAV:'>{cloud.url}{HOME[1:]}two</href>"
        "</schedule-default-calendar-URL>",
    )
    more = f"<schedule-inbox-URL {_CAL}><href xmlns='DAV:'>{DSID}/inbox/</href></schedule-inbox-URL>"
    cloud.script = account(collection(f"{HOME}one/", "First", order=1), collection(f"{HOME}two/", "Second", order=2))
    cloud.script[("PROPFIND", f"{DSID}/principal/")] = home_answer(more=more)
    cloud.script[("PROPFIND", f"{DSID}/inbox/")] = Say(inbox.status, body)
    assert place.desk.calendar(sign_in(place).write_to).name == expected


def test_an_inbox_on_a_foreign_host_is_left_alone(cloud: Scripted, elsewhere: Scripted, place: Workplace) -> None:
    more = (
        f"<schedule-inbox-URL {_CAL}><href xmlns='DAV:'>http://10.0.0.1:{elsewhere.port}/</href></schedule-inbox-URL>"
    )
    cloud.script = account(collection(PERSONAL))
    cloud.script[("PROPFIND", f"{DSID}/principal/")] = home_answer(more=more)
    assert sign_in(place).write_to == PERSONAL
    assert elsewhere.connections == 0


def test_xandikos_names_the_default_in_its_inbox(xandikos: Xandikos, tmp_path: Path) -> None:
    xandikos.mkcalendar("aaa", "Aaa", order=0)
    with workplace(tmp_path / "profile", xandikos.url) as place:
        default = place.desk.calendar(sign_in(place).write_to)
    assert default.id == "/host/calendars/calendar/"
    assert default.default


def test_a_server_mounted_below_a_path(cloud: Scripted, tmp_path: Path) -> None:
    below = "/dav/cal"
    cloud.script = {
        ("PROPFIND", f"{below}/"): Say(body=str(principal_answer("principals/me/").body)),
        ("PROPFIND", f"{below}/principals/me/"): home_answer("../../home/", own=f"{below}/principals/me/"),
        ("PROPFIND", f"{below}/home/"): Say(
            body=multistatus(
                collection(f"{below}/home/", "Me", "<collection/>"), collection(f"{below}/home/work/", "Work")
            )
        ),
    }
    with workplace(tmp_path / "below", f"{cloud.url}dav/cal/") as place:
        assert sign_in(place).write_to == f"{below}/home/work/"


def test_events_in_cdata_with_encoded_names_are_read_and_known_again(cloud: Scripted, place: Workplace) -> None:
    """`@` comes as `%40`, hosts and ports come and go in hrefs, calendar-data is CDATA behind a line break."""
    text = (
        "\nBEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a&b\nDTSTART:20270301T090000Z\nDTEND:20270301T100000Z\n"
        "SUMMARY:Dentist <1>\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    href = f"{PERSONAL}20270301T182145Z-1%40example.com.ics"
    spoken = {"listing": "https://p62-caldav.icloud.com:443" + href, "data": href.replace("%40", "@")}
    cloud.script = account(collection(PERSONAL))

    def report(asked: object) -> Say:
        body = asked.body  # type: ignore[attr-defined]
        if "multiget" in body:
            assert f"<href>{href.replace('%40', '@')}</href>" in body or f"<href>{href}</href>" in body
            return Say(body=multistatus(event_data(spoken["data"], "mvdd56v4", text)))
        return Say(
            body=multistatus(listed_event(PERSONAL, "x"), listed_event(spoken["listing"], "mvdd56v4"), token="t")
        )

    cloud.script["REPORT", PERSONAL] = report
    sign_in(place)
    first = sync(place)
    assert (first.changed, place.desk.calendars()[0].events) == (1, 1)
    day = Span(datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 3, 2, tzinfo=UTC))
    assert [b.title for b in place.desk.busy_blocks(day)] == ["Dentist <1>"]
    cloud.script["PROPFIND", HOME] = listing(collection(PERSONAL, tag="other"))
    again = sync(place)
    assert (again.changed, again.removed, again.requests) == (0, 0, 2)
