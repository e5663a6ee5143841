"""The facts a trouble's words need are met where the trouble is, and last as long as it does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime

import pytest

from tests.support.desks import Workplace
from tests.support.proxy import Proxy, Reply
from tests.support.servers import PASSWORD, CalDavServer, Radicale
from tests.sync.stage import TEN, cancel, quiet_poll, refused, timeless, trouble_of
from workestra_desktop.core.commands import SignIn
from workestra_desktop.core.trouble import Code
from workestra_desktop.core.words import words

OTHER = "zzzz-zzzz-zzzz-zzzz"


@pytest.mark.parametrize("ahead", [timedelta(hours=2, minutes=3), timedelta(hours=-2, minutes=-3)])
def test_how_far_the_clock_is_off(radicale: Radicale, proxy: Proxy, place: Workplace, ahead: timedelta) -> None:
    place.connect()
    theirs = format_datetime(place.clock.at - ahead, usegmt=True)

    def dated(reply: Reply) -> Reply:
        return replace(timeless(reply), headers=(*timeless(reply).headers, ("Date", theirs)))

    radicale.set_password(OTHER)
    proxy.change("PROPFIND", by=dated, times=None)
    trouble = trouble_of(lambda: quiet_poll(place))
    assert trouble.clock_off is not None
    assert abs(trouble.clock_off - ahead.total_seconds()) < 5
    assert place.desk.problems() == (trouble,), "kept with the account"
    assert words(trouble).title.startswith("Your computer's clock is off by 2 h 0")


def test_a_password_that_worked_and_a_pair_that_never_did(radicale: Radicale, proxy: Proxy, place: Workplace) -> None:
    proxy.change("*", by=timeless, times=None)
    radicale.set_password(OTHER)
    assert not refused(place, SignIn(CalDavServer.user, PASSWORD)).in_use
    radicale.set_password(PASSWORD)
    place.connect()
    radicale.set_password(OTHER)
    trouble = trouble_of(lambda: quiet_poll(place))
    assert (trouble.code, trouble.in_use) == (Code.SIGN_IN_REFUSED, True)
    assert place.desk.problems() == (trouble,)
    assert not refused(place, SignIn(CalDavServer.user, "yyyy-yyyy-yyyy-yyyy")).in_use


def test_a_lost_calendar_tells_how_many_coming_bookings_were_in_it(radicale: Radicale, place: Workplace) -> None:
    place.connect()
    first = place.book(TEN)
    place.book(TEN + timedelta(hours=2))
    radicale.rmcalendar("work")
    quiet_poll(place)
    (problem,) = place.desk.problems()
    assert words(problem).title == "“Work” is gone from iCloud"
    assert "2 coming bookings were in it." in words(problem).message
    assert trouble_of(lambda: place.book(TEN + timedelta(hours=5))).count == 2
    cancel(place, first, offline=True)
    assert "1 coming booking was in it." in words(place.desk.problems()[0]).message
    place.clock.forward(seconds=30 * 86400)
    assert words(place.desk.problems()[0]).message == ("It was deleted or is no longer shared. Nothing was cancelled.")
