"""Promise: from the endpoint to the list of calendars, and whether one is still there."""

from __future__ import annotations

import uuid
from contextlib import suppress

import pytest

from tests.contract.bench import NAME, Bench, gateway_of
from tests.contract.targets import Difference
from tests.contract.texts import NOON, hours
from tests.live.hand import COLOR
from tests.support.icalendars import event
from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.sync import dav
from workestra_desktop.sync.gateway import Conflict


def test_discovery_finds_principal_home_and_addresses(on: Bench) -> None:
    """RFC 5397 §3, RFC 4791 §6.2.1, RFC 6638 §2.4.1; fact sheet §1: three requests, a fourth for the inbox."""
    gateway = gateway_of(on.account, on.watch)
    found: list[object] = []
    sent = on.cost(lambda: found.append(gateway.discover()))
    gateway.close()
    assert sent in (["PROPFIND"] * 2, ["PROPFIND"] * 3)
    assert found == [on.found]
    assert on.found.principal == dav.path_of(on.found.principal)
    assert on.found.home.endswith("/") and on.account.endpoint.may_see_password(on.found.home)
    assert on.found.principal.lower() in on.found.addresses
    assert all(a == a.lower() for a in on.found.addresses)
    assert on.found.default is None or on.found.default.endswith("/")


def test_credentials_go_out_with_the_first_request(on: Bench) -> None:
    """RFC 7617 §2.2; fact sheet §2 “preemptive Basic”: no round trip is lost on a challenge, and none is repeated."""
    gateway = gateway_of(on.account, on.watch)
    gateway.discover()
    gateway.listing(on.found.principal)
    gateway.close()
    assert gateway.requests <= 4


def test_a_wrong_password_is_a_refused_sign_in_after_one_request(on: Bench) -> None:
    """RFC 9110 §15.5.2; fact sheet §2: a normal password, a wrong one and a revoked one are all a bare 401."""
    on.unless(Difference.ANY_PASSWORD)
    gateway = gateway_of(on.account, on.watch, password="zzzz-yyyy-xxxx-wwww")
    with pytest.raises(Failure) as refused:
        gateway.discover()
    gateway.close()
    assert refused.value.trouble.code is Code.SIGN_IN_REFUSED
    assert gateway.requests == 1


def test_the_listing_shows_the_calendar_as_it_was_made(on: Bench) -> None:
    """RFC 4791 §5.2, RFC 3744 §5.5; fact sheet §3: name, colour without alpha, rights, change tag."""
    listed = on.listed()
    assert (listed.name, listed.color) == (NAME, COLOR)
    assert listed.writable and not listed.shared
    assert listed.change_tag


def test_the_listing_has_calendars_for_events_only(on: Bench) -> None:
    """RFC 4791 §4.2, RFC 6638 §2; fact sheet §3: home, inbox, outbox, notification and `tasks/` are no calendars."""
    calendars, _ = on.gateway.listing(on.found.principal)
    paths = [c.path for c in calendars]
    assert len(paths) == len(set(paths))
    assert dav.folder_path(on.found.home) not in paths
    last = {p.rstrip("/").rsplit("/", 1)[-1] for p in paths}
    assert not last & {"inbox", "outbox", "notification", "tasks", "dropbox"}


def test_a_collection_for_tasks_is_not_listed(on: Bench) -> None:
    """RFC 4791 §5.2.3; fact sheet §0 #20."""
    on.unless(Difference.EVENTS_ONLY)
    tasks = on.another_calendar("VTODO")
    assert tasks not in [c.path for c in on.gateway.listing(on.found.principal)[0]]


def test_the_listing_is_one_request(on: Bench) -> None:
    """Fact sheet §7 “Poll”: one PROPFIND tells of every calendar."""
    assert on.cost(on.listed) == ["PROPFIND"]


def test_a_calendar_exists_or_it_does_not(on: Bench) -> None:
    """RFC 4918 §9.1: 404 means no; a sibling that never was is no, or a failure the app knows (fact sheet §3: 403)."""
    assert on.gateway.calendar_exists(on.calendar)
    never = dav.folder_path(on.found.home) + f"{uuid.uuid4()}/"
    assert is_gone(on, never)


def is_gone(on: Bench, calendar: str) -> bool:
    """Whether the server says so, or the 403 iCloud is said to answer instead, as a failure that keeps all as it is."""
    try:
        return not on.gateway.calendar_exists(calendar)
    except Failure as failure:
        return failure.trouble.detail == "PROPFIND HTTP 403"


def test_a_calendar_deleted_meanwhile_is_told_and_breaks_nothing(on: Bench) -> None:
    """RFC 4918 §9.6.1; fact sheet §10 error map: each question ends in an answer or a `Failure` that is no defect."""
    href = on.href("a.ics")
    etag = on.gateway.create(href, event("a", NOON, hours(1)))
    token = on.gateway.changes(on.calendar, "").token
    on.delete_elsewhere(on.calendar)
    assert is_gone(on, on.calendar)
    assert on.calendar not in [c.path for c in on.gateway.listing(on.found.principal)[0]]
    with suppress(Failure):  # 403 there, too: a failure that keeps all as it is
        assert on.gateway.get(href) is None
    questions = (
        lambda: on.gateway.changes(on.calendar, token),
        lambda: on.gateway.changes(on.calendar, ""),
        lambda: on.gateway.full_listing(on.calendar),
        lambda: on.gateway.query(on.calendar, Span(NOON, hours(1))),
        lambda: on.gateway.fetch(on.calendar, [href]),
        lambda: on.gateway.create(on.href("b.ics"), event("b", NOON, hours(1))),
        lambda: on.gateway.update(href, event("a", NOON, hours(2)), etag or '"x"'),
    )
    for question in questions:
        with pytest.raises((Failure, Conflict)) as told:
            question()
        assert not isinstance(told.value, Failure) or told.value.trouble.code is not Code.DEFECT
    assert is_gone(on, on.calendar)


def test_no_write_leaves_the_suite_s_own_calendars(on: Bench) -> None:
    """The suite's own rule, seen to hold: the write is stopped, and the fixture would report it."""
    stranger = dav.folder_path(on.found.home) + "somebody-elses/a.ics"
    before = list(on.watch.sent)
    with pytest.raises(PermissionError):
        on.hand.put(stranger, event("a", NOON, hours(1)))
    assert on.watch.sent == before
    assert on.watch.strayed == [f"PUT {stranger}"]
    on.watch.strayed.clear()
