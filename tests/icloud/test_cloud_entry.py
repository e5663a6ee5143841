"""Getting in and finding the calendars: rows 1 to 12 of docs/icloud.md."""

from __future__ import annotations

import base64
import gzip
import re

import pytest

from tests.icloud.asking import CALENDAR, HOME, NS, PRINCIPAL, Client, Clock, Replies, header, one
from workestra_desktop.demo.icloud.cloud import Cloud
from workestra_desktop.demo.icloud.exchange import Host, Request

READ_SHARE = HOME + "0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0/"
WRITE_SHARE = HOME + "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90/"
MINE_SHARED = HOME + "4D24D1CF-D573-4130-BFB7-F9E0B616E6FE/"


def test_row_1_the_home_is_on_the_other_host_with_its_port(cloud: Cloud) -> None:
    cloud.set_addresses("http://127.0.0.1:2001", "http://127.0.0.1:2002")
    entry = Client(cloud, host=Host.ENTRY)
    assert entry.propfind("/", "d:current-user-principal").text("d:current-user-principal") == PRINCIPAL
    home = entry.propfind(PRINCIPAL, "c:calendar-home-set").text("c:calendar-home-set")
    assert home == "http://127.0.0.1:2002/17149682/calendars/"
    assert entry.propfind(HOME, "d:displayname").text("d:displayname") == "Test User"


def test_row_1_the_entry_host_may_serve_nothing_below_its_root(cloud: Cloud) -> None:
    cloud.set_addresses("http://127.0.0.1:2001", "http://127.0.0.1:2002")
    entry = Client(cloud, host=Host.ENTRY)
    cloud.switches.below_root = "404"
    assert entry.ask("PROPFIND", HOME, depth="0").status == 404
    cloud.switches.below_root = "301"
    moved = entry.ask("PROPFIND", CALENDAR + "a%40b.ics", depth="0")
    assert (moved.status, header(moved, "Location")) == (301, f"http://127.0.0.1:2002{CALENDAR}a%40b.ics")
    assert Client(cloud).ask("PROPFIND", HOME, depth="0").status == 207
    assert entry.ask("PROPFIND", "/", depth="0").status == 207


def test_row_2_paths_have_the_number_of_the_account(client: Client) -> None:
    assert client.ask("PROPFIND", "/20000001/calendars/", depth="0").status == 403
    assert client.ask("PROPFIND", HOME + "Home/", depth="0").status == 403  # a display name is no path
    assert client.ask("PROPFIND", "/somewhere/", depth="0").status == 404
    assert client.ask("PROPFIND", HOME + "%FF/", depth="0").status == 400


def test_row_3_two_challenges_in_two_forms(cloud: Cloud) -> None:
    answer = Client(cloud, "wrong", Host.ENTRY).ask("PROPFIND", "/", depth="0")
    assert (answer.status, answer.body) == (401, b"")
    lines = [value for name, value in answer.headers if name == "WWW-Authenticate"]
    assert lines == ['Basic realm="MMCalDav"', 'X-MobileMe-AuthToken realm="MMCalDav"']
    answer = Client(cloud, "wrong", Host.PARTITION).ask("PROPFIND", HOME, depth="0")
    lines = [value for name, value in answer.headers if name == "WWW-Authenticate"]
    assert lines == ['X-MobileMe-AuthToken realm="MMCalDav", Basic realm="MMCalDav"']
    assert header(answer, "x-apple-user-partition") == "62"
    basic = "Basic " + base64.b64encode(b"nobody@example.com:" + Cloud.PASSWORD.encode()).decode()
    stranger = Client(cloud).ask("PROPFIND", HOME, depth="0", authorization=basic)
    assert stranger.status == 401 and header(stranger, "x-apple-user-partition") is None


@pytest.mark.parametrize("credentials", [None, "", "Basic", "Basic %%%", "Basic /w==", "Bearer abc", "Basic aG9zdA=="])
def test_row_3_without_credentials(client: Client, credentials: str | None) -> None:
    assert client.ask("PROPFIND", "/", depth="0", authorization=credentials).status == 401


def test_row_4_passwords(cloud: Cloud) -> None:
    def status(password: str) -> int:
        return Client(cloud, password).ask("PROPFIND", HOME, depth="0").status

    assert status(Cloud.PASSWORD) == 207
    assert status("the password of the account") == status(Cloud.PASSWORD.replace("-", "")) == 401
    cloud.switches.no_dashes = True
    assert status(Cloud.PASSWORD.replace("-", "")) == 207
    cloud.revoke(Cloud.PASSWORD)
    assert status(Cloud.PASSWORD) == 401
    cloud.allow("aaaa-bbbb-cccc-dddd")
    assert status("aaaa-bbbb-cccc-dddd") == 207
    cloud.revoke()
    assert status("aaaa-bbbb-cccc-dddd") == 401
    with pytest.raises(ValueError, match="four groups"):
        cloud.allow("Secret123")


def test_row_5_a_request_without_user_agent(client: Client) -> None:
    assert client.ask("PROPFIND", "/", depth="0", user_agent=None).status == 403


def test_row_6_depths(client: Client) -> None:
    assert client.ask("PROPFIND", PRINCIPAL, depth="1").status == 400
    assert client.ask("PROPFIND", PRINCIPAL, depth="0").status == 207
    for depth in ("infinity", None):
        assert client.ask("PROPFIND", HOME, depth=depth).status == 403
    assert client.ask("PROPFIND", HOME, depth="2").status == 400


def test_row_7_the_style_of_the_xml(cloud: Cloud, client: Client) -> None:
    replies = client.propfind(CALENDAR, "d:displayname", "c:supported-calendar-component-set", "c:max-instances")
    assert replies.raw.startswith('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<multistatus xmlns="DAV:">')
    assert '<displayname xmlns="DAV:">Home</displayname>' in replies.raw
    assert "<comp name='VEVENT' xmlns='urn:ietf:params:xml:ns:caldav'/>" in replies.raw
    assert "\n\n\n" in replies.raw
    assert replies.status(CALENDAR, "d:displayname") == "200" and replies.status(CALENDAR, "c:max-instances") == "404"
    text = one("u1", "DTSTART:20261201T090000Z", "DTEND:20261201T100000Z", "SUMMARY:]]> & <é>\x01")
    cloud.put("home", "a.ics", text)
    packed = Replies(client.multiget(CALENDAR + "a.ics"))
    assert "\n<![CDATA[BEGIN" in packed.raw
    plain = text.replace("\x01", "")
    assert packed.text("c:calendar-data") == "\n" + plain.replace("\r\n", "\n")
    cloud.switches.cdata = False
    assert Replies(client.multiget(CALENDAR + "a.ics")).text("c:calendar-data") == plain


def test_row_8_the_principal_may_call_itself_by_another_name(cloud: Cloud, client: Client) -> None:
    assert client.propfind(PRINCIPAL, "d:displayname").hrefs == [PRINCIPAL]
    cloud.switches.bare_principal = True
    assert client.propfind(PRINCIPAL, "d:displayname").hrefs == ["/principal/"]


def test_row_9_the_children_of_the_home(client: Client) -> None:
    found = client.propfind(
        HOME, "d:displayname", "d:resourcetype", "c:supported-calendar-component-set", "i:calendar-color",
        "d:current-user-privilege-set", "d:owner", "cs:invite", "cs:getctag", depth="1",
    )  # fmt: skip
    technical = [HOME + name for name in ("tasks/", "inbox/", "outbox/", "notification/")]
    calendars = [CALENDAR, HOME + "work/", MINE_SHARED, READ_SHARE, WRITE_SHARE]
    assert found.hrefs == [HOME, *calendars, *technical]
    kinds = {href: found.names("d:resourcetype", href) for href in found.hrefs}
    assert kinds == {
        HOME: ["collection"], CALENDAR: ["collection", "calendar"], HOME + "work/": ["collection", "calendar"],
        MINE_SHARED: ["collection", "calendar", "shared-owner"], READ_SHARE: ["collection", "calendar", "shared"],
        WRITE_SHARE: ["collection", "calendar", "shared"], HOME + "tasks/": ["collection", "calendar"],
        HOME + "inbox/": ["collection", "schedule-inbox"], HOME + "outbox/": ["collection", "schedule-outbox"],
        HOME + "notification/": ["collection", "notification"],
    }  # fmt: skip
    rights = {href: {*found.names("d:current-user-privilege-set", href)} - {"privilege"} for href in found.hrefs}
    read = {"read", "read-free-busy", "read-current-user-privilege-set"}
    full = read | {"write", "write-properties", "write-content", "bind", "unbind"}
    assert rights == dict.fromkeys([HOME, *calendars, HOME + "tasks/"], full) | {
        READ_SHARE: read, HOME + "inbox/": full | {"schedule-deliver"}, HOME + "outbox/": read | {"schedule-send"},
        HOME + "notification/": {"read", "read-current-user-privilege-set", "unbind"},
    }  # fmt: skip
    comps = {href: [e.get("name") for e in found.find("c:supported-calendar-component-set", href)]
             for href in found.hrefs[:-1]}  # fmt: skip
    assert comps[HOME] == ["VEVENT", "VTODO", "VFREEBUSY"] and comps[HOME + "tasks/"] == ["VTODO"]
    assert comps[CALENDAR] == comps[READ_SHARE] == ["VEVENT"]
    assert found.text("i:calendar-color", MINE_SHARED) == "#1E4C63FF"
    missing = [(HOME, "i:calendar-color"), (technical[1], "d:displayname"), (technical[2], "cs:getctag"),
               (technical[3], "c:supported-calendar-component-set"), (CALENDAR, "cs:invite")]  # fmt: skip
    assert [found.status(*each) for each in missing] == ["404"] * 5
    assert found.text("d:owner", CALENDAR) == PRINCIPAL and found.text("d:owner", READ_SHARE) == "/20481632/principal/"
    assert found.find("cs:invite/cs:organizer/cs:common-name", READ_SHARE).text == "Club Secretary"


def test_row_9_only_the_calendars_that_are_given(cloud: Cloud, client: Client) -> None:
    cloud.switches.cdata = False
    cloud.revoke()
    cloud.reset([{"name": "one", "transparent": True, "subscribed": True, "displayname": "A & B"}])
    assert cloud.switches.cdata
    found = client.propfind(HOME, "d:resourcetype", "c:schedule-calendar-transp", "d:displayname", depth="1")
    assert [href.removeprefix(HOME) for href in found.hrefs] == [
        "", "one/", "tasks/", "inbox/", "outbox/", "notification/",
    ]  # fmt: skip
    assert found.names("d:resourcetype", HOME + "one/") == ["collection", "calendar", "subscribed"]
    assert found.names("c:schedule-calendar-transp", HOME + "one/") == ["transparent"]
    assert found.text("d:displayname", HOME + "one/") == "A & B"


def test_the_principal_knows_the_addresses_and_the_inbox(cloud: Cloud, client: Client) -> None:
    found = client.propfind(PRINCIPAL, "c:calendar-user-address-set", "c:schedule-inbox-URL")
    addresses = [(each.text, each.get("preferred")) for each in found.find("c:calendar-user-address-set")]
    assert addresses[0] == ("mailto:host@example.com", "1") and (PRINCIPAL, None) in addresses
    assert addresses[-1][0].startswith("urn:uuid:")
    assert found.text("c:schedule-inbox-URL") == HOME + "inbox/"
    asked = "c:schedule-default-calendar-URL"
    assert client.propfind(HOME + "inbox/", asked).status(HOME + "inbox/", asked) == "404"
    cloud.switches.names_default = True
    assert client.propfind(HOME + "inbox/", asked).text(asked) == CALENDAR
    cloud.rmcalendar("home")
    assert client.propfind(HOME + "inbox/", asked).text(asked) == HOME + "work/"


def test_row_10_asked_for_everything_it_omits_the_resourcetype(client: Client) -> None:
    for body in ('<propfind xmlns="DAV:"><allprop/></propfind>', ""):
        found = Replies(client.ask("PROPFIND", CALENDAR, body, depth="0"))
        assert found.text("d:displayname") == "Home" and found.find("d:resourcetype") is None


def test_row_11_hrefs_are_percent_encoded(cloud: Cloud, client: Client) -> None:
    assert cloud.put("home", "a b@c.ics", one()) == CALENDAR + "a b@c.ics"
    encoded = CALENDAR + "a%20b%40c.ics"
    assert client.propfind(CALENDAR, "d:getetag", depth="1").hrefs == [CALENDAR, encoded]
    assert client.ask("GET", encoded).status == client.ask("GET", CALENDAR + "a%20b@c.ics").status == 200


def test_row_12_the_ctag_is_the_sync_token_and_changes_with_its_calendar_only(cloud: Cloud, client: Client) -> None:
    def tags(path: str) -> tuple[str, str]:
        found = client.propfind(path, "cs:getctag", "d:sync-token")
        return found.text("cs:getctag"), found.text("d:sync-token")

    before, other = tags(CALENDAR), tags(HOME + "work/")
    assert before[0] == before[1] == client.sync().token
    assert re.fullmatch(r"HwoQEgwAA[A-Za-z0-9+/=]{51,59}", before[0])
    path = cloud.put("home", "a.ics", one())
    written = tags(CALENDAR)
    cloud.delete(path)
    assert len({before, written, tags(CALENDAR)}) == 3
    assert tags(HOME + "work/") == other
    cloud.rename("home", "Renamed")
    assert client.propfind(CALENDAR, "d:displayname").text("d:displayname") == "Renamed"


def test_what_else_the_hosts_answer(cloud: Cloud, client: Client) -> None:
    cloud.set_addresses("http://127.0.0.1:2001", "http://127.0.0.1:2002")
    root = client.ask("GET", "/")
    assert (root.status, root.body) == (400, b"")
    known = client.ask("PROPFIND", "/.well-known/caldav", authorization=None)
    assert (known.status, header(known, "Location")) == (301, "http://127.0.0.1:2001/")
    cloud.switches.well_known = "404"
    assert client.ask("GET", "/.well-known/caldav").status == 404
    assert client.ask("PROPFIND", "/", depth="1").status == 400
    assert "calendar-access" in (header(client.ask("OPTIONS", HOME), "DAV") or "")
    assert client.ask("POST", HOME + "outbox/", "BEGIN:VCALENDAR").status == 400
    assert client.ask("BREW", HOME).status == 405
    names = {name for name, _ in client.ask("PROPFIND", HOME, depth="0").headers}
    assert {"Server", "X-Responding-Instance", "X-Apple-Request-UUID", "Via", "Strict-Transport-Security",
            "x-apple-user-partition"} <= names  # fmt: skip


def test_bodies_are_packed_for_who_can_read_them(cloud: Cloud, client: Client) -> None:
    cloud.put("home", "a.ics", one())
    cloud.switches.gzip = True
    packed = client.ask("GET", CALENDAR + "a.ics", accept_encoding="gzip, br")
    assert (header(packed, "Content-Encoding"), gzip.decompress(packed.body)) == ("gzip", one().encode())
    assert client.ask("GET", CALENDAR + "a.ics").body == one().encode()


def test_collections_are_made_and_changed(cloud: Cloud, client: Client) -> None:
    names = f'xmlns="DAV:" xmlns:C="{NS["c"]}" xmlns:I="{NS["i"]}"'
    made = f"<C:mkcalendar {names}><set><prop><displayname>New</displayname></prop></set></C:mkcalendar>"
    assert client.ask("MKCALENDAR", HOME + "new/", made).status == 201
    assert client.ask("MKCALENDAR", HOME + "new/", made).status == 405
    assert client.ask("MKCALENDAR", HOME + "bare/").status == 201
    change = (f"<propertyupdate {names}><set><prop><displayname>Newer</displayname><I:calendar-color>#aabbcc"
              "</I:calendar-color><I:calendar-order>7</I:calendar-order></prop></set></propertyupdate>")  # fmt: skip
    assert Replies(client.ask("PROPPATCH", HOME + "new/", change)).status(HOME + "new/", "d:displayname") == "200"
    by_name = change.replace("#aabbcc", "red")
    assert client.ask("PROPPATCH", HOME + "new/", by_name).status == 207
    found = client.propfind(HOME + "new/", "d:displayname", "i:calendar-color", "i:calendar-order")
    assert [found.text(each) for each in ("d:displayname", "i:calendar-color", "i:calendar-order")] == [
        "Newer", "#AABBCCFF", "7",
    ]  # fmt: skip
    assert client.ask("PROPPATCH", READ_SHARE, change).status == 403
    protected = f"<propertyupdate {names}><set><prop><getetag>x</getetag></prop></set></propertyupdate>"
    assert Replies(client.ask("PROPPATCH", CALENDAR, protected)).status(CALENDAR) == "403"
    assert client.ask("DELETE", HOME + "new/").status == 204
    assert client.ask("PROPFIND", HOME + "new/", depth="0").status == 403
    assert client.ask("DELETE", HOME + "inbox/").status == client.ask("DELETE", HOME).status == 403


EVIL = '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/hostname">]><propfind xmlns="DAV:"><prop>&x;</prop></propfind>'


@pytest.mark.parametrize("body", [b"<", b"nonsense", b"\n<a/>", b"\xff\xfe<a/>", b"<a>&b;</a>", EVIL.encode()])
@pytest.mark.parametrize("method", ["PROPFIND", "REPORT", "PROPPATCH", "MKCALENDAR"])
def test_bad_xml_is_a_bad_request(client: Client, method: str, body: bytes) -> None:
    answer = client.ask(method, HOME + "x/" if method == "MKCALENDAR" else CALENDAR, body, depth="0")
    assert (answer.status, header(answer, "Content-Type")) == (400, "text/html")
    assert b"<h1>400 Bad Request</h1>" in answer.body


def test_a_request_of_nothing_is_answered(cloud: Cloud, clock: Clock) -> None:
    for method in ("GET", "PUT", "DELETE", "REPORT", "PROPFIND", ""):
        assert cloud.answer(Request(Host.ENTRY, method, "", {})).status == 403
        assert Client(cloud).ask(method, "//%00/..").status in {400, 403, 404, 405}
