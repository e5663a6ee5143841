"""Promise: a write happens under its condition or not at all, and what others wrote stays."""

from __future__ import annotations

import pytest

from tests.contract.bench import Bench
from tests.contract.targets import Difference
from tests.contract.texts import NOON, hours, meaning, unfolded
from tests.support.icalendars import AMSTERDAM, event, vcalendar, vevent
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.sync.gateway import Conflict

ALARM = ("BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Soon", "TRIGGER:-PT15M", "END:VALARM")
UNKNOWN = (
    "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
    "X-WORKESTRA-BOOKING:3f1c",
    "X-UNHEARD-OF;VALUE=TEXT:kept",
    "CATEGORIES:ONE,TWO",
)


def written(on: Bench, name: str = "a") -> tuple[str, str]:
    """An event of the gateway's: href, and etag as the server lists it."""
    href = on.href(f"{name}.ics")
    on.gateway.create(href, event(name, NOON, hours(1)))
    return href, etag_of(on, href)


def etag_of(on: Bench, href: str) -> str:
    return on.gateway.full_listing(on.calendar).listed[href]


def read(on: Bench, href: str) -> list[object]:
    text = on.stored_text(href)
    return [] if text is None else list(meaning(text))


def test_the_etag_of_a_create_is_the_one_listed_next(on: Bench) -> None:
    """RFC 4791 §5.3.4; fact sheet §0 #15: there may be none."""
    href = on.href("a.ics")
    told = on.gateway.create(href, event("a", NOON, hours(1)))
    assert told in ("", etag_of(on, href))
    assert read(on, href) == [("a", NOON, hours(1), "Meeting")]


def test_a_second_create_is_a_conflict_and_the_first_stays(on: Bench) -> None:
    """RFC 9110 §13.1.2, `If-None-Match: *`; fact sheet §5.1."""
    href, etag = written(on)
    for text in (event("a", hours(5), hours(6)), event("other", hours(5), hours(6))):
        with pytest.raises(Conflict):
            on.gateway.create(href, text)
    assert read(on, href) == [("a", NOON, hours(1), "Meeting")]
    assert etag_of(on, href) == etag


def test_a_uid_in_use_in_the_calendar_is_refused(on: Bench) -> None:
    """RFC 4791 §5.3.2.1 `no-uid-conflict`; fact sheet §5.1: 412, perhaps 403."""
    on.unless(Difference.UID_UNCHECKED)
    href, _ = written(on)
    assert refused_create(on, on.href("another.ics"), event("a", hours(5), hours(6)))
    assert set(on.gateway.full_listing(on.calendar).listed) == {href}


def test_a_uid_in_use_in_another_calendar_is_refused_where_the_account_is_one(on: Bench) -> None:
    """Fact sheet §0 #14: iCloud refuses it; RFC 4791 §5.3.2.1 asks for that within one calendar only."""
    other = on.another_calendar()
    written(on)
    href = on.href("a.ics", other)
    if on.differs(Difference.UID_PER_ACCOUNT):
        assert refused_create(on, href, event("a", hours(5), hours(6)))
        assert on.gateway.get(href) is None
    else:
        on.gateway.create(href, event("a", hours(5), hours(6)))
        assert read(on, href) == [("a", hours(5), hours(6), "Meeting")]


def refused_create(on: Bench, href: str, text: str) -> bool:
    """Whether a create was refused as a conflict, or as a write the server does not want."""
    try:
        on.gateway.create(href, text)
    except Conflict:
        return True
    except Failure as failure:
        return failure.trouble.code is Code.WRITE_REFUSED
    return False


def test_an_update_with_the_right_etag_replaces(on: Bench) -> None:
    """RFC 9110 §13.1.1; fact sheet §5.1 `If-Match`."""
    href, etag = written(on)
    told = on.gateway.update(href, event("a", hours(2), hours(3)), etag)
    now = etag_of(on, href)
    assert now != etag
    assert told in ("", now)
    assert read(on, href) == [("a", hours(2), hours(3), "Meeting")]
    on.gateway.update(href, event("a", hours(4), hours(5)), now)
    assert read(on, href) == [("a", hours(4), hours(5), "Meeting")]


def test_an_update_with_a_stale_etag_is_a_conflict_and_changes_nothing(on: Bench) -> None:
    """RFC 9110 §13.1.1; fact sheet §5.1: 412 without a body."""
    href, stale = written(on)
    on.put_elsewhere(href, event("a", hours(2), hours(3), summary="By another device"))
    now = etag_of(on, href)
    with pytest.raises(Conflict):
        on.gateway.update(href, event("a", hours(4), hours(5)), stale)
    assert read(on, href) == [("a", hours(2), hours(3), "By another device")]
    assert etag_of(on, href) == now


def test_an_update_of_what_was_deleted_is_a_conflict_and_does_not_bring_it_back(on: Bench) -> None:
    """RFC 9110 §13.1.1; fact sheet §5.1 “PUT If-Match on a deleted object”."""
    href, etag = written(on)
    on.delete_elsewhere(href)
    with pytest.raises(Conflict):
        on.gateway.update(href, event("a", hours(4), hours(5)), etag)
    assert on.gateway.get(href) is None
    assert dict(on.gateway.full_listing(on.calendar).listed) == {}


def test_an_update_keeps_what_only_other_programs_understand(on: Bench) -> None:
    """RFC 5545 §3.8.8.2, RFC 4791 §5.3.3; fact sheet §5.1 “unknown X- lines”, §5.5 VALARM: kept as sent."""
    href = on.href("kept.ics")
    first = vcalendar(vevent("kept", NOON, hours(1), *UNKNOWN, *ALARM), zones=[AMSTERDAM])
    on.gateway.create(href, first)
    fetched = on.gateway.fetch(on.calendar, [href]).found[href]
    assert {*UNKNOWN, *ALARM} <= unfolded(fetched.text)
    old, new = f"DTSTART:{NOON:%Y%m%dT%H%M%SZ}", f"DTSTART:{hours(0.5):%Y%m%dT%H%M%SZ}"
    assert old in fetched.text
    on.gateway.update(href, fetched.text.replace(old, new), fetched.etag)
    after = on.stored_text(href)
    assert after is not None
    assert {*UNKNOWN, *ALARM, new} <= unfolded(after)


def test_a_delete_with_the_right_etag_removes(on: Bench) -> None:
    """RFC 9110 §13.1.1, RFC 4918 §9.6; fact sheet §5.2."""
    href, etag = written(on)
    kept, _ = written(on, "kept")
    on.gateway.delete(href, etag)
    assert on.gateway.get(href) is None
    assert set(on.gateway.full_listing(on.calendar).listed) == {kept}


def test_a_delete_of_what_is_gone_is_done(on: Bench) -> None:
    """Fact sheet §5.2 “DELETE missing”: what was wanted holds."""
    href, etag = written(on)
    on.gateway.delete(href, etag)
    on.gateway.delete(href, etag)
    on.gateway.delete(on.href("never.ics"), etag)
    assert dict(on.gateway.full_listing(on.calendar).listed) == {}


def test_a_delete_with_a_stale_etag_leaves_the_object(on: Bench) -> None:
    """RFC 9110 §13.1.1; fact sheet §5.2: one live suite noted that iCloud “may accept” it."""
    href, stale = written(on)
    on.put_elsewhere(href, event("a", hours(2), hours(3)))
    if on.differs(Difference.DELETES_BLINDLY):
        try:
            on.gateway.delete(href, stale)
        except Conflict:
            assert read(on, href) == [("a", hours(2), hours(3), "Meeting")]
        else:
            assert on.gateway.get(href) is None
        return
    with pytest.raises(Conflict):
        on.gateway.delete(href, stale)
    assert read(on, href) == [("a", hours(2), hours(3), "Meeting")]


def test_our_own_writes_are_in_the_next_difference(on: Bench) -> None:
    """RFC 6578 §3.5; fact sheet §7 “after own write”: with the etag the write was answered with, if any."""
    token = on.gateway.changes(on.calendar, "").token
    href = on.href("a.ics")
    told = on.gateway.create(href, event("a", NOON, hours(1)))
    news = on.gateway.changes(on.calendar, token)
    assert set(news.listed) == {href}
    assert told in ("", news.listed[href])
    on.gateway.delete(href, news.listed[href])
    assert on.gateway.changes(on.calendar, news.token).removed == {href}
