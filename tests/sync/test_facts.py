"""The facts a trouble's words need are met where the trouble is, and last as long as it does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.desks import Workplace
from tests.support.icloud import ICloud
from tests.support.servers import PASSWORD, CalDavServer
from tests.sync.stage import TEN, cancel, quiet_poll, refused, trouble_of
from workestra_desktop.core.commands import SignIn
from workestra_desktop.core.trouble import Code
from workestra_desktop.core.words import words

OTHER = "zzzz-zzzz-zzzz-zzzz"


@pytest.mark.parametrize("ahead", [timedelta(hours=2, minutes=3), timedelta(hours=-2, minutes=-3)])
def test_how_far_the_clock_is_off(icloud: ICloud, place: Workplace, ahead: timedelta) -> None:
    place.connect()
    icloud.standin.clock(at=place.clock.at - ahead)
    icloud.set_password(OTHER)
    trouble = trouble_of(lambda: quiet_poll(place))
    assert trouble.clock_off is not None
    assert abs(trouble.clock_off - ahead.total_seconds()) < 5
    assert place.desk.problems() == (trouble,), "kept with the account"
    assert words(trouble).title.startswith("Your computer's clock is off by 2 h 0")


def test_a_password_that_worked_and_a_pair_that_never_did(icloud: ICloud, place: Workplace) -> None:
    icloud.set_password(OTHER)
    assert not refused(place, SignIn(CalDavServer.user, PASSWORD)).in_use
    icloud.set_password(PASSWORD)
    place.connect()
    icloud.set_password(OTHER)
    trouble = trouble_of(lambda: quiet_poll(place))
    assert (trouble.code, trouble.in_use) == (Code.SIGN_IN_REFUSED, True)
    assert place.desk.problems() == (trouble,)
    assert not refused(place, SignIn(CalDavServer.user, "yyyy-yyyy-yyyy-yyyy")).in_use


def test_a_lost_calendar_tells_how_many_coming_bookings_were_in_it(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    first = place.book(TEN)
    place.book(TEN + timedelta(hours=2))
    icloud.rmcalendar("work")
    quiet_poll(place)
    quiet_poll(place)  # iCloud says 403 of what it does not know, which counts when it says so twice
    (problem,) = place.desk.problems()
    assert words(problem).title == "“Work” is gone from iCloud"
    assert "2 coming bookings were in it." in words(problem).message
    assert trouble_of(lambda: place.book(TEN + timedelta(hours=5))).count == 2
    cancel(place, first, offline=True)
    assert "1 coming booking was in it." in words(place.desk.problems()[0]).message
    place.clock.forward(seconds=30 * 86400)
    assert words(place.desk.problems()[0]).message == ("It was deleted or is no longer shared. Nothing was cancelled.")
