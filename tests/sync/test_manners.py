"""Manners towards iCloud: pauses that grow and never undercut what was asked for, and an end to trying."""

from __future__ import annotations

import pytest

from tests.support.desks import Workplace
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy
from tests.support.servers import PASSWORD, CalDavServer
from tests.sync.stage import TEN, quiet_poll, refused, texts_of, trouble_of
from workestra_desktop.core.booking import InCloud
from workestra_desktop.core.commands import SignIn
from workestra_desktop.core.trouble import Code


@pytest.mark.parametrize(
    ("headers", "least"), [({}, (2, 4)), ({"Retry-After": "1"}, (2, 4)), ({"Retry-After": "7"}, (7, 7))]
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_short_pause_is_waited_out_within_the_round(
    proxy: Proxy, place: Workplace, status: int, headers: dict[str, str], least: tuple[float, float]
) -> None:
    """Fact sheet §2: obeying a Retry-After of 1 exactly trips the throttle again."""
    place.connect()
    proxy.forget()
    proxy.answer("PROPFIND", status=status, headers=headers, times=2)
    assert quiet_poll(place).requests == 3
    assert len(place.pauses) == 2
    for pause, floor in zip(place.pauses, least, strict=True):
        assert floor <= pause <= floor * 1.25
    assert place.desk.problems() == ()


def test_the_third_no_ends_the_round(proxy: Proxy, place: Workplace) -> None:
    place.connect()
    proxy.forget()
    proxy.answer("*", status=503, headers={"Retry-After": "1"}, times=None)
    assert trouble_of(lambda: quiet_poll(place)).code is Code.SLOW_DOWN
    assert len(proxy.log) == 3
    proxy.forget()
    assert trouble_of(lambda: place.book(TEN)).code is Code.SLOW_DOWN
    assert len(proxy.log) == 3, "a booking is a round of its own"


def test_three_noes_spread_over_a_round_end_it(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    place.book(TEN)
    proxy.forget()
    proxy.answer("PROPFIND", status=503, times=2)
    proxy.answer("REPORT", status=503, headers={"Retry-After": "1"}, times=None)
    assert trouble_of(lambda: quiet_poll(place)).code is Code.SLOW_DOWN
    assert len(proxy.requests("REPORT")) == 1


def test_a_long_pause_is_left_to_the_next_round(proxy: Proxy, place: Workplace) -> None:
    place.connect()
    proxy.forget()
    proxy.answer("*", status=503, headers={"Retry-After": "11"}, times=None)
    trouble = trouble_of(lambda: quiet_poll(place))
    assert (trouble.code, trouble.retry_after) == (Code.SLOW_DOWN, 11)
    assert len(proxy.log) == 1
    assert place.pauses == []


def test_a_throttled_write_is_made_once(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    proxy.answer("PUT", status=503, headers={"Retry-After": "1"}, times=2)
    booking = place.book(TEN)
    assert booking.sync is InCloud.SYNCED
    assert len(texts_of(icloud, booking)) == 1
    assert len(place.pauses) == 2


def test_signing_in_is_throttled_too(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    proxy.answer("*", status=503, headers={"Retry-After": "1"}, times=None)
    assert refused(place, SignIn(CalDavServer.user, PASSWORD)).code is Code.SLOW_DOWN
    assert len(proxy.log) == 3
    assert place.store.account.get() is None


def test_a_connection_that_breaks_while_reading_is_tried_once_more(proxy: Proxy, place: Workplace) -> None:
    """Servers close idle connections; the first request on such a one fails (fact sheet §1)."""
    place.connect()
    proxy.forget()
    proxy.drop_answer("PROPFIND")
    assert quiet_poll(place).polled
    assert len(proxy.log) == 2
    proxy.forget()
    proxy.drop_answer("PROPFIND", times=None)
    assert trouble_of(lambda: quiet_poll(place)).code is Code.ICLOUD_DOWN
    assert len(proxy.log) == 3


def test_a_write_that_broke_off_is_never_repeated_blindly(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    proxy.drop_answer("PUT")
    booking = place.book(TEN)
    assert booking.sync is InCloud.WAITING
    place.clock.forward(minutes=1)
    assert quiet_poll(place).written == 1
    assert len(proxy.requests("PUT")) == 1
    assert len(texts_of(icloud, booking)) == 1


def test_every_request_says_who_asks(proxy: Proxy, place: Workplace) -> None:
    """Fact sheet §1: without a User-Agent iCloud answers 403."""
    place.connect()
    place.book(TEN)
    assert {e.headers.get("user-agent", "").split("/")[0] for e in proxy.log} == {"Workestra-Desktop"}
