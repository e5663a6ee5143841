"""Listings, queries and synchronisation: rows 13 to 21, and 29, of docs/icloud.md."""

from __future__ import annotations

import time

import pytest

from tests.icloud.asking import CALENDAR, HOME, TIMES, Client, Clock, Replies, calendar, event, one
from workestra_desktop.demo.icloud.cloud import Cloud

WEEKLY = event(
    "w", "DTSTART;TZID=Europe/Berlin:20261003T100000", "DTEND;TZID=Europe/Berlin:20261003T110000", "RRULE:FREQ=WEEKLY"
)
MOVED = event(
    "w", "RECURRENCE-ID;TZID=Europe/Berlin:20261031T100000", "DTSTART;TZID=Europe/Berlin:20261018T150000",
    "DTEND;TZID=Europe/Berlin:20261018T160000",
)  # fmt: skip
ALL = '<c:comp-filter name="VEVENT"/>'


def test_row_13_sync_collection(cloud: Cloud, client: Client) -> None:
    cloud.put("home", "a.ics", one("a"))
    cloud.put("home", "b@c.ics", one("b"))
    first = client.sync(more="<d:limit><d:nresults>1</d:nresults></d:limit>")
    assert first.hrefs == [CALENDAR, CALENDAR + "a.ics", CALENDAR + "b%40c.ics"]
    assert first.text("d:getetag", CALENDAR + "a.ics") == cloud.names("home")[CALENDAR + "a.ics"]
    assert client.sync(str(first.token)).hrefs == [CALENDAR]
    cloud.delete(CALENDAR + "a.ics")
    cloud.put("home", "brief.ics", one("c"))
    cloud.delete(CALENDAR + "brief.ics")
    cloud.resave(CALENDAR + "b@c.ics")
    then = client.sync(str(first.token))
    assert then.hrefs == [CALENDAR, CALENDAR + "b%40c.ics", CALENDAR + "a.ics", CALENDAR + "brief.ics"]
    assert then.status(CALENDAR + "a.ics") == then.status(CALENDAR + "brief.ics") == "404"
    assert client.sync(str(then.token)).hrefs == [CALENDAR]
    cloud.put("home", "a.ics", one("a"))
    again = client.sync(str(first.token))
    assert again.status(CALENDAR + "a.ics") == "200" and again.hrefs.count(CALENDAR + "a.ics") == 1


def test_row_13_no_data_and_duplicates(cloud: Cloud, client: Client) -> None:
    cloud.put("home", "a.ics", one("a"))
    inner = "<d:sync-token/><d:sync-level>1</d:sync-level><d:prop><d:getetag/><c:calendar-data/></d:prop>"
    found = Replies(client.report(CALENDAR, "d:sync-collection", inner))
    assert found.status(CALENDAR + "a.ics", "c:calendar-data") == "404"
    cloud.switches.duplicates = True
    assert client.sync().hrefs == [CALENDAR, CALENDAR + "a.ics", CALENDAR + "a.ics"]


def test_row_13_an_object_that_is_moved_leaves_one_calendar_for_the_other(cloud: Cloud, client: Client) -> None:
    path = cloud.put("home", "a.ics", one("a"))
    home, work = str(client.sync().token), str(client.sync(path=HOME + "work/").token)
    assert cloud.move(path, "work", "b.ics") == HOME + "work/b.ics"
    assert client.sync(home).status(CALENDAR + "a.ics") == "404"
    assert client.sync(work, HOME + "work/").status(HOME + "work/b.ics") == "200"


@pytest.mark.parametrize(("variant", "status", "words"), [("A", 403, b""), ("B", 403, b"<valid-sync-token/>"),
                                                          ("C", 412, b"")])  # fmt: skip
def test_row_14_tokens_that_are_not_valid(
    cloud: Cloud, client: Client, variant: str, status: int, words: bytes
) -> None:
    cloud.switches.invalid_token = variant
    old, foreign = str(client.sync().token), str(client.sync(path=HOME + "work/").token)
    cloud.expire_tokens()
    fresh = str(client.sync().token)
    for token in (old, foreign, "HwoQgarbage", "http://example.com/token", fresh[:-4]):
        answer = client.sync_raw(token)
        assert answer.status == status and words in answer.body and bool(words) == bool(answer.body)
    assert client.sync(fresh).hrefs == [CALENDAR]


def test_row_14_a_token_may_silently_give_everything(cloud: Cloud, client: Client) -> None:
    old = str(client.sync().token)
    cloud.put("home", "a.ics", one("a"))
    cloud.delete(cloud.put("home", "b.ics", one("b")))
    cloud.switches.invalid_token = "D"
    cloud.expire_tokens()
    everything = client.sync(old)
    assert everything.hrefs == [CALENDAR, CALENDAR + "a.ics"] and everything.token != old


def test_row_15_filters_must_be_nested(cloud: Cloud, client: Client) -> None:
    cloud.put("home", "a.ics", one("a"))
    assert client.query("").status == 400
    assert client.query('<c:comp-filter name="VTODO"/>').status == 500
    assert Replies(client.query(ALL + '<c:comp-filter name="VTODO"/>')).hrefs == [CALENDAR]
    assert Replies(client.query(ALL)).hrefs == [CALENDAR, CALENDAR + "a.ics"]
    assert Replies(client.query(ALL, depth=None)).hrefs == [CALENDAR]
    assert Replies(client.query(ALL, path=HOME)).hrefs == []
    assert client.report(CALENDAR, "c:calendar-query", "<d:prop><d:getetag/></d:prop>").status == 400


def test_row_16_text_is_not_searched(cloud: Cloud, client: Client) -> None:
    cloud.put("home", "a.ics", one("a"))

    def having(inner: str, name: str = "UID") -> str:
        return f'<c:comp-filter name="VEVENT"><c:prop-filter name="{name}">{inner}</c:prop-filter></c:comp-filter>'

    answer = client.query(having("<c:text-match>a</c:text-match>"))
    assert (answer.status, answer.body) == (412, b"")
    cloud.switches.uid_filter = "empty"
    assert Replies(client.query(having("<c:text-match>a</c:text-match>"))).hrefs == [CALENDAR]
    missing = "<c:is-not-defined/>"
    assert Replies(client.query(having(missing, "CATEGORIES"))).hrefs == [CALENDAR, CALENDAR + "a.ics"]
    assert Replies(client.query(having(missing, "UID"))).hrefs == [CALENDAR]


def test_row_17_parts_of_events_are_empty(cloud: Cloud, client: Client) -> None:
    cloud.put("home", "a.ics", one("a"))
    part = '<c:calendar-data><c:comp name="VCALENDAR"><c:comp name="VEVENT"><c:prop name="UID"/></c:comp></c:comp>'
    found = Replies(client.query(ALL, data=part + "</c:calendar-data>"))
    data = found.text("c:calendar-data", CALENDAR + "a.ics")
    assert data.split() == ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR"]


def test_row_18_free_busy_is_advertised_and_refused(client: Client) -> None:
    span = '<c:time-range start="20261201T000000Z" end="20261202T000000Z"/>'
    assert client.report(CALENDAR, "c:free-busy-query", span).status == 400
    assert client.report(HOME, "c:free-busy-query", span).status == 403
    reports = client.propfind(CALENDAR, "d:supported-report-set").names("d:supported-report-set")
    assert {"free-busy-query", "sync-collection", "principal-property-search"} <= {*reports}
    assert client.report(CALENDAR, "d:principal-property-search", "").status == 400


def test_row_19_multiget(cloud: Cloud, client: Client) -> None:
    cloud.put("home", "a.ics", one("a"))
    cloud.put("work", "w.ics", one("w"))
    here, dead, elsewhere = CALENDAR + "a.ics", CALENDAR + "dead.ics", HOME + "work/w.ics"
    found = Replies(client.multiget(here, dead, elsewhere))
    assert [found.status(href) for href in (here, dead, elsewhere)] == ["200", "404", "404"]
    assert client.multiget("https://p62-caldav.icloud.com" + here).status == 400
    assert client.multiget().status == 400
    cloud.switches.ghosts = "^a"
    assert client.sync().hrefs == [CALENDAR, here]
    assert Replies(client.multiget(here)).status(here) == "404"
    assert client.ask("GET", here).status == 404


def test_row_20_a_moved_occurrence_is_found_where_it_was(cloud: Cloud, client: Client) -> None:
    text = calendar(WEEKLY, MOVED)
    cloud.put("home", "w.ics", text)
    assert client.between("20261018T000000Z", "20261019T000000Z").hrefs == [CALENDAR]
    found = client.between("20261031T000000Z", "20261101T000000Z")
    assert found.text("c:calendar-data", CALENDAR + "w.ics").strip().split() == text.split()


def test_row_20_an_override_alone_is_found_where_it_was(cloud: Cloud, client: Client) -> None:
    cloud.put("home", "w.ics", calendar(MOVED))
    assert client.between("20261018T000000Z", "20261019T000000Z").hrefs == [CALENDAR]
    assert client.between("20261031T093000Z", "20261031T094500Z").hrefs == [CALENDAR, CALENDAR + "w.ics"]


@pytest.mark.parametrize(("lines", "found"), [
    (("DTSTART:20261201T080000Z", "DTEND:20261201T090000Z"), False),
    (("DTSTART:20261201T080000Z", "DTEND:20261201T090001Z"), True),
    (("DTSTART:20261201T100000Z", "DTEND:20261201T110000Z"), False),
    (("DTSTART:20261201T093000Z", "DURATION:PT15M"), True),
    (("DTSTART:20261201T090000Z", "DTEND:20261201T090000Z"), True),
    (("DTSTART;VALUE=DATE:20261201",), True),
    (("DTSTART;VALUE=DATE:20261130", "DTEND;VALUE=DATE:20261201"), False),
    (("DTSTART:20261201T093000", "DTEND:20261201T094000"), True),
    (("DTSTART;TZID=Europe/Berlin:20261201T103000", "DTEND;TZID=Europe/Berlin:20261201T104000"), True),
    (("DTSTART;TZID=Europe/Berlin:20261201T093000", "DTEND;TZID=Europe/Berlin:20261201T094000"), False),
    (("DTSTART:20001201T090000Z", "DTEND:20001201T100000Z", "RRULE:FREQ=YEARLY"), True),
    (("DTSTART:20261101T090000Z", "DTEND:20261101T100000Z", "RRULE:FREQ=DAILY", "EXDATE:20261201T090000Z"), False),
    (("DTSTART:20261101T090000Z", "DTEND:20261101T100000Z", "RDATE:20261201T090000Z"), True),
    (("DTSTART:never", "DTEND:20261201T100000Z"), False),
    (("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z", "RRULE:FREQ=SOMETIMES"), False),
    (("SUMMARY:no start",), False),
    ((*TIMES, "RRULE:FREQ=DAILY;INTERVAL=0"), False),
    ((*TIMES, "RRULE:FREQ=SECONDLY"), False),
    ((*TIMES, TIMES[0]), False),
])  # fmt: skip
def test_row_20_time_ranges(cloud: Cloud, client: Client, lines: tuple[str, ...], found: bool) -> None:
    cloud.put("home", "a.ics", one("a", *lines))
    assert (len(client.between("20261201T090000Z", "20261201T100000Z").hrefs) == 2) is found


def test_row_20_open_ranges_and_bad_ones(cloud: Cloud, client: Client) -> None:
    cloud.put("home", "w.ics", calendar(WEEKLY))
    cloud.put("home", "a.ics", one("a"))

    def hits(bounds: str) -> list[str]:
        span = f'<c:comp-filter name="VEVENT"><c:time-range {bounds}/></c:comp-filter>'
        return [href.removeprefix(CALENDAR) for href in Replies(client.query(span)).hrefs[1:]]

    assert hits('start="20271201T000000Z"') == ["w.ics"]
    assert hits('end="20261101T000000Z"') == ["w.ics"]
    assert hits('start="00010101T000000Z" end="99991231T235959Z"') == ["a.ics", "w.ics"]
    assert hits('start="20261202T000000Z" end="99991231T235959Z"') == ["w.ics"]
    assert hits('start="20261201T000000Z"') == ["a.ics", "w.ics"]
    assert hits('start="20200101T000000Z" end="20261003T080000Z"') == []
    for bounds in ("", 'start="20261201"', 'start="20261202T000000Z" end="20261201T000000Z"'):
        bad = f'<c:comp-filter name="VEVENT"><c:time-range {bounds}/></c:comp-filter>'
        assert client.query(bad).status == 400


def test_row_20_the_reading_of_a_body_is_not_kept_beyond_its_etag(cloud: Cloud, client: Client) -> None:
    cloud.put("home", "a.ics", one("a"))
    assert len(client.between("20261201T000000Z", "20261202T000000Z").hrefs) == 2
    cloud.put("home", "a.ics", one("a", "DTSTART:20261205T090000Z", "DTEND:20261205T100000Z"))
    assert len(client.between("20261201T000000Z", "20261202T000000Z").hrefs) == 1


def test_row_21_expand(cloud: Cloud, client: Client) -> None:
    cloud.put("home", "w.ics", calendar(WEEKLY, MOVED))
    expand = '<c:calendar-data><c:expand start="20261010T000000Z" end="20261018T000000Z"/></c:calendar-data>'

    def data() -> str:
        found = client.between("20261010T000000Z", "20261018T000000Z", expand)
        return found.text("c:calendar-data", CALENDAR + "w.ics")

    assert data().count("DTSTAMP") == 4 and data().count("BEGIN:VEVENT") == 2
    assert "DTSTAMP:20261122T120000Z" in data() and "RRULE" not in data()
    assert "DTSTART:20261010T080000Z" in data() and "DTSTART:20261017T080000Z" in data()
    cloud.switches.expand = "masters"
    assert data().count("BEGIN:VEVENT") == data().count("RRULE") == 1
    cloud.switches.expand = "nothing"
    assert client.between("20261010T000000Z", "20261018T000000Z", expand).hrefs == [CALENDAR]


def test_row_29_a_new_object_is_hidden_for_a_while(cloud: Cloud, client: Client, clock: Clock) -> None:
    cloud.switches.hide_new = 30
    token = str(client.sync().token)
    assert client.put(CALENDAR + "a.ics", one("a")).status == 201
    hidden = client.sync(token)
    assert hidden.hrefs == [CALENDAR] and hidden.token != token
    assert client.propfind(CALENDAR, "d:getetag", depth="1").hrefs == [CALENDAR]
    assert Replies(client.query(ALL)).hrefs == [CALENDAR] and cloud.names("home") == {}
    assert Replies(client.multiget(CALENDAR + "a.ics")).hrefs == []
    assert client.ask("GET", CALENDAR + "a.ics").status == 200
    clock.pass_seconds(31)
    shown = client.sync(str(hidden.token))
    assert shown.hrefs == [CALENDAR, CALENDAR + "a.ics"] and shown.token != hidden.token
    cloud.hide(CALENDAR + "a.ics", 5)
    assert client.sync().hrefs == [CALENDAR]


def test_listings_of_a_large_calendar_read_no_bodies(cloud: Cloud, client: Client) -> None:
    for number in range(5000):
        cloud.put("home", f"{number}.ics", "not even a calendar")
    began = time.monotonic()
    assert len(client.sync().hrefs) == len(client.propfind(CALENDAR, "d:getetag", depth="1").hrefs) == 5001
    assert time.monotonic() - began < 20
