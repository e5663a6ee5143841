"""Promise: an object comes back as it was stored, whatever it is called and whatever it holds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.contract.bench import Bench
from tests.contract.targets import Difference
from tests.contract.texts import NOON, folded, hours, meaning, unfolded
from tests.support.icalendars import event, vcalendar, vevent
from workestra_desktop.core.interval import Span
from workestra_desktop.sync.gateway import BATCH, hrefs_in_batches

ODD_NAMES = {
    "at": "20260101T182145Z-1@example.com.ics",
    "space": "with a space.ics",
    "umlaut": "Übung.ics",
    "percent": "100%.ics",
    "encoded": "a%40b.ics",
    "plus": "a+b.ics",
    "marks": "(a) list; one & two=3!.ics",
    "emoji": "🎉.ics",
}
"""Radicale 3.9 takes no quotes, commas, asterisks and question marks in names, so there are none here."""


def same(on: Bench, read: str, written: str) -> bool:
    """Byte for byte, or by meaning where the server is known to write texts anew."""
    if on.differs(Difference.REWRITES):
        return meaning(read) == meaning(written)
    return read == written


@pytest.mark.parametrize("name", ODD_NAMES.values(), ids=ODD_NAMES.keys())
def test_any_name_is_written_listed_read_and_deleted(on: Bench, name: str) -> None:
    """RFC 3986 §2.1, RFC 4918 §8.3; fact sheet §1 “percent-encoding”: one spelling, however the server spells it."""
    href, text = on.href(name), event("odd", NOON, hours(1))
    on.gateway.create(href, text)
    assert set(on.gateway.changes(on.calendar, "").listed) == {href}
    assert set(on.gateway.full_listing(on.calendar).listed) == {href}
    batch = on.gateway.fetch(on.calendar, [href])
    assert set(batch.found) == {href}
    single = on.gateway.get(href)
    assert single is not None and same(on, single.text, text)
    on.gateway.delete(href, batch.found[href].etag)
    assert on.gateway.get(href) is None


def test_found_and_gone_are_told_apart(on: Bench) -> None:
    """RFC 4791 §7.9; fact sheet §4.3 “dead href”: its own 404 in a 207, and the others are whole."""
    texts = {on.href(f"{n}.ics"): event(n, NOON, hours(1), summary=n) for n in ("a", "b")}
    for href, text in texts.items():
        on.gateway.create(href, text)
    dead = [on.href("dead.ics"), on.href("dead too@.ics")]
    batch = on.gateway.fetch(on.calendar, [dead[0], *texts, dead[1]])
    assert set(batch.found) == set(texts)
    assert batch.gone == set(dead)
    assert batch.withheld == frozenset()
    listed = on.gateway.full_listing(on.calendar).listed
    for href, text in texts.items():
        assert meaning(batch.found[href].text) == meaning(text)
        assert batch.found[href].etag == listed[href]


def test_only_dead_names_are_all_gone(on: Bench) -> None:
    """RFC 4791 §7.9; fact sheet §4.3."""
    dead = [on.href(f"{n}.ics") for n in range(3)]
    batch = on.gateway.fetch(on.calendar, dead)
    assert (dict(batch.found), batch.gone, batch.withheld) == ({}, frozenset(dead), frozenset())


def test_many_objects_there_and_back(on: Bench) -> None:
    """RFC 6578 §3.4, RFC 4791 §7.9; fact sheet §4.3 “batch size”, §4.4 “limit ignored”: all in one list, 50 a lot."""
    texts = {on.href(f"{n}.ics"): event(f"u{n}", hours(n), hours(n + 1)) for n in range(on.target.many)}
    told = {href: on.gateway.create(href, text) for href, text in texts.items()}
    listed = on.gateway.changes(on.calendar, "").listed
    assert set(listed) == set(texts)
    assert {href: etag for href, etag in told.items() if etag and etag != listed[href]} == {}
    lots = list(hrefs_in_batches(texts))
    assert [len(lot) for lot in lots] == [BATCH, len(texts) - BATCH]
    found: dict[str, str] = {}

    def fetch() -> None:
        for lot in lots:
            found.update({href: one.text for href, one in on.gateway.fetch(on.calendar, lot).found.items()})

    assert on.cost(fetch) == ["REPORT", "REPORT"]
    assert {href: meaning(text) for href, text in found.items()} == {h: meaning(t) for h, t in texts.items()}


def test_get_gives_what_was_put_and_the_etag_that_is_listed(on: Bench) -> None:
    """RFC 4791 §5.3.4; fact sheet §5.1 “stored body”, §9 #35."""
    href, text = on.href("a.ics"), event("a", NOON, hours(1), "X-WORKESTRA-BOOKING:1")
    on.gateway.create(href, text)
    read = on.gateway.get(href)
    assert read is not None
    assert same(on, read.text, text)
    assert read.etag == on.gateway.full_listing(on.calendar).listed[href]


def test_get_of_what_is_not_there_is_none(on: Bench) -> None:
    """RFC 9110 §15.5.5; fact sheet §5.2 “GET after DELETE”."""
    href = on.href("never.ics")
    assert on.gateway.get(href) is None
    on.put_elsewhere(href, event("a", NOON, hours(1)))
    assert on.gateway.get(href) is not None
    on.delete_elsewhere(href)
    assert on.gateway.get(href) is None


def test_any_script_and_long_lines_survive(on: Bench) -> None:
    """RFC 5545 §3.1, RFC 3629; fact sheet §5.1 “line folding”: CRLF, folds at 75 octets, no character cut in two."""
    title = "Frühstück mit Ødegård \\, 会議 \\; مرحبا 🎉👩‍👩‍👧" + " und noch viel mehr" * 12
    about = "DESCRIPTION:" + "Zeile eins\\nZeile zwei <b>&amp\\; \\\\ " * 20
    text = vcalendar(
        vevent("script", NOON, hours(1), *folded(about)).replace(
            "SUMMARY:Meeting", "\r\n".join(folded(f"SUMMARY:{title}"))
        )
    )
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    href = on.href("script.ics")
    on.gateway.create(href, text)
    single, batch = on.gateway.get(href), on.gateway.fetch(on.calendar, [href]).found[href]
    assert single is not None and same(on, single.text, text)
    for read in (single.text, batch.text):
        assert meaning(read) == meaning(text)
        assert {f"SUMMARY:{title}", about.rstrip()} <= {line.rstrip() for line in unfolded(read)}


def test_a_query_finds_what_lies_in_it(on: Bench) -> None:
    """RFC 4791 §9.9; fact sheet §4.2 “simple events”: exact, the ends do not touch."""
    on.put_elsewhere(on.href("in.ics"), event("in", NOON, hours(1)))
    on.put_elsewhere(on.href("across.ics"), event("across", hours(-5), hours(5)))
    on.put_elsewhere(on.href("before.ics"), event("before", hours(-2), NOON))
    on.put_elsewhere(on.href("after.ics"), event("after", hours(1), hours(2)))
    found = on.gateway.query(on.calendar, Span(NOON, hours(1)))
    assert set(found) == {on.href("in.ics"), on.href("across.ics")}
    listed = on.gateway.full_listing(on.calendar).listed
    assert {href: one.etag for href, one in found.items()} == {href: listed[href] for href in found}
    assert meaning(found[on.href("in.ics")].text) == [("in", NOON, hours(1), "Meeting")]


def test_a_query_that_finds_nothing_is_empty(on: Bench) -> None:
    """RFC 4791 §7.8; fact sheet §8.8: the collection answers for itself without data."""
    on.put_elsewhere(on.href("a.ics"), event("a", NOON, hours(1)))
    assert dict(on.gateway.query(on.calendar, Span(hours(48), hours(72)))) == {}


def test_a_query_finds_a_series_begun_long_before_and_whole(on: Bench) -> None:
    """RFC 4791 §9.9, §7.8; fact sheet §0 #9: master and overrides, not cut to the span."""
    begun = NOON - timedelta(weeks=60)
    moved = NOON + timedelta(weeks=1)
    text = vcalendar(
        vevent("series", begun, begun + timedelta(hours=1), "RRULE:FREQ=WEEKLY"),
        vevent(
            "series", moved + timedelta(hours=1), moved + timedelta(hours=2), f"RECURRENCE-ID:{moved:%Y%m%dT%H%M%SZ}"
        ),
    )
    on.put_elsewhere(on.href("series.ics"), text)
    found = on.gateway.query(on.calendar, Span(NOON, hours(1)))
    assert set(found) == {on.href("series.ics")}
    assert meaning(found[on.href("series.ics")].text) == meaning(text)
    assert "RRULE:FREQ=WEEKLY" in unfolded(found[on.href("series.ics")].text)
    assert dict(on.gateway.query(on.calendar, Span(hours(24), hours(48)))) == {}


def test_a_query_finds_whole_days_at_its_edges(on: Bench) -> None:
    """RFC 4791 §9.9 with floating days as UTC; fact sheet §4.2 “all-day and floating”: callers ask a day more."""
    day = date(2027, 3, 2)
    on.put_elsewhere(on.href("day.ics"), event("day", day, day + timedelta(days=1)))
    midnight = NOON.replace(hour=0)
    for start, end in (
        (midnight - timedelta(hours=12), midnight + timedelta(hours=12)),
        (midnight + timedelta(hours=12), midnight + timedelta(hours=36)),
        (midnight - timedelta(days=1), midnight + timedelta(days=2)),
    ):
        assert set(on.gateway.query(on.calendar, Span(start, end))) == {on.href("day.ics")}
    far = Span(midnight + timedelta(days=3), midnight + timedelta(days=4))
    assert dict(on.gateway.query(on.calendar, far)) == {}


def test_a_moved_occurrence_is_found_where_it_is_or_where_it_was(on: Bench) -> None:
    """RFC 4791 §9.9 says where it is; fact sheet §0 #8: iCloud only where it was, so whole calendars are mirrored."""
    moved_to = NOON + timedelta(days=40, hours=3)
    text = vcalendar(
        vevent("s", NOON, hours(1), "RRULE:FREQ=WEEKLY;COUNT=3"),
        vevent(
            "s", moved_to, moved_to + timedelta(hours=1), f"RECURRENCE-ID:{NOON + timedelta(weeks=1):%Y%m%dT%H%M%SZ}"
        ),
    )
    on.put_elsewhere(on.href("s.ics"), text)
    is_at = on.gateway.query(on.calendar, Span(moved_to, moved_to + timedelta(hours=1)))
    was_at = on.gateway.query(on.calendar, Span(NOON + timedelta(weeks=1), NOON + timedelta(weeks=1, hours=1)))
    if on.differs(Difference.OVERRIDES_BY_OLD_DATE):
        assert (set(is_at), set(was_at)) == (set(), {on.href("s.ics")})
    else:
        assert set(is_at) == {on.href("s.ics")}
