"""Promise: what changed is told once, and whatever the server thinks of a token, nothing is missed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.contract.bench import Bench
from tests.contract.texts import NOON, hours
from tests.support.icalendars import event


def stored(on: Bench, *names: str) -> dict[str, str]:
    """One event per name: href → etag as the server lists it."""
    for name in names:
        on.put_elsewhere(on.href(f"{name}.ics"), event(name, NOON, hours(1)))
    return dict(on.gateway.full_listing(on.calendar).listed)


def test_the_change_tag_changes_with_every_write_and_only_then(on: Bench) -> None:
    """CS:getctag (fact sheet §4.4 “ctag”): created, rewritten, deleted. Reading, and time, change nothing."""
    href = on.href("a.ics")
    tags = [on.listed().change_tag]
    on.put_elsewhere(href, event("a", NOON, hours(1)))
    tags.append(on.listed().change_tag)
    on.gateway.fetch(on.calendar, [href])
    on.gateway.changes(on.calendar, "")
    assert on.listed().change_tag == tags[-1]
    on.put_elsewhere(href, event("a", NOON, hours(2)))
    tags.append(on.listed().change_tag)
    on.delete_elsewhere(href)
    tags.append(on.listed().change_tag)
    assert on.listed().change_tag == tags[-1]
    # Some servers make it from the content, so an empty calendar may have the tag it began with.
    assert all(before != after for before, after in pairwise(tags))


def test_the_whole_list_is_the_same_by_either_way(on: Bench) -> None:
    """RFC 6578 §3.4 against RFC 4918 §9.1; fact sheet §0 #10: the collection itself is in neither."""
    listed = stored(on, "a", "b", "c")
    assert set(listed) == {on.href(f"{n}.ics") for n in "abc"}
    assert all(listed.values())
    changes = on.gateway.changes(on.calendar, "")
    assert changes.full and changes.token
    assert dict(changes.listed) == listed
    assert changes.removed == frozenset()


def test_an_empty_calendar_is_a_whole_list_too(on: Bench) -> None:
    """RFC 6578 §3.4; fact sheet §4.4 “initial”."""
    for changes in (on.gateway.changes(on.calendar, ""), on.gateway.full_listing(on.calendar)):
        assert (dict(changes.listed), changes.full) == ({}, True)


def test_created_changed_and_removed_are_told_once(on: Bench) -> None:
    """RFC 6578 §3.5; fact sheet §4.4 “deleted member”."""
    before = stored(on, "same", "changed", "removed")
    start = on.gateway.changes(on.calendar, "")
    on.put_elsewhere(on.href("created.ics"), event("created", NOON, hours(1)))
    on.put_elsewhere(on.href("changed.ics"), event("changed", NOON, hours(2)))
    on.delete_elsewhere(on.href("removed.ics"))
    news = on.gateway.changes(on.calendar, start.token)
    assert not news.full
    assert set(news.listed) == {on.href("created.ics"), on.href("changed.ics")}
    assert news.listed[on.href("changed.ics")] != before[on.href("changed.ics")]
    assert news.removed == {on.href("removed.ics")}
    assert news.token not in ("", start.token)
    again = on.gateway.changes(on.calendar, news.token)
    assert (dict(again.listed), again.removed, again.full) == ({}, frozenset(), False)


def test_nothing_changed_is_an_empty_difference(on: Bench) -> None:
    """RFC 6578 §3.5; fact sheet §8.6: 207 with, at most, the collection itself."""
    stored(on, "a")
    token = on.gateway.changes(on.calendar, "").token
    for _ in range(2):
        news = on.gateway.changes(on.calendar, token)
        assert (dict(news.listed), news.removed, news.full) == ({}, frozenset(), False)
        token = news.token


def test_what_came_and_went_between_is_not_listed(on: Bench) -> None:
    """RFC 6578 §3.5.2: it may be reported as removed or not at all."""
    stored(on, "a")
    token = on.gateway.changes(on.calendar, "").token
    on.put_elsewhere(on.href("brief.ics"), event("brief", NOON, hours(1)))
    on.delete_elsewhere(on.href("brief.ics"))
    news = on.gateway.changes(on.calendar, token)
    assert dict(news.listed) == {}
    assert news.removed <= {on.href("brief.ics")}


@pytest.mark.parametrize(
    "token",
    ["garbage", "HwoQ" + "A" * 44 + "==", "http://example.com/sync/1", '<&> "quoted" é'],
    ids=["word", "base64", "uri", "markup"],
)
def test_a_token_that_means_nothing_brings_the_whole_list(on: Bench, token: str) -> None:
    """RFC 6578 §3.2 `valid-sync-token`; fact sheet §8.7: four answers are known, the outcome is one."""
    listed = stored(on, "a", "b")
    changes = on.gateway.changes(on.calendar, token)
    assert changes.full
    assert dict(changes.listed) == listed
    assert changes.token != token
    on.delete_elsewhere(on.href("a.ics"))
    assert on.gateway.changes(on.calendar, changes.token).removed == {on.href("a.ics")}


def test_a_poll_without_news_costs_one_request_and_one_event_costs_three(on: Bench) -> None:
    """Fact sheet §7 “Poll”: PROPFIND on the home; then sync-collection and multiget for what changed."""
    stored(on, "a", "b")
    tag, token = on.listed().change_tag, on.gateway.changes(on.calendar, "").token
    assert on.cost(lambda: on.listed().change_tag == tag) == ["PROPFIND"]
    assert on.listed().change_tag == tag
    on.put_elsewhere(on.href("b.ics"), event("b", NOON, hours(3)))

    def poll() -> None:
        assert on.listed().change_tag != tag
        news = on.gateway.changes(on.calendar, token)
        assert set(on.gateway.fetch(on.calendar, list(news.listed)).found) == {on.href("b.ics")}

    assert on.cost(poll) == ["PROPFIND", "REPORT", "REPORT"]
