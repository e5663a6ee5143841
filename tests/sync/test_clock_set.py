"""A clock that was set back while the app did not run: nothing waits for days, nothing is concluded from it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.desks import MONDAY, workplace
from tests.support.icloud import ICloud
from workestra_desktop.core.booking import InCloud, Status
from workestra_desktop.core.trouble import Failure

START = MONDAY.replace(hour=10) + timedelta(days=7)


def test_a_write_does_not_wait_for_the_old_clock(icloud: ICloud, tmp_path: Path) -> None:
    icloud.mkcalendar("work", "Work")
    with workplace(tmp_path / "profile", icloud.url) as place:
        place.connect()
        icloud.standin.fault("status", method="PUT", status=500, times=None)
        booking = place.book(START)
        assert booking.sync is InCloud.WAITING
        icloud.standin.clear()
        place.clock.forward(days=-3)
        assert place.desk.due_at() == place.clock.at
        for _ in place.desk.round():
            pass
        assert place.desk.booking(booking.id).sync is InCloud.SYNCED


def test_a_first_look_that_lies_ahead_counts_as_none(icloud: ICloud, tmp_path: Path) -> None:
    icloud.mkcalendar("work", "Work")
    with workplace(tmp_path / "profile", icloud.url) as place:
        place.connect()
        booking = place.book(START)
        icloud.delete(f"{icloud.calendar('work')}{booking.href.rsplit('/', 1)[1]}")
        place.desk.poll()
        place.clock.forward(hours=-5)
        place.desk.poll()
        assert place.desk.booking(booking.id).missing_since == place.clock.at
        place.clock.forward(seconds=60)
        place.desk.poll()
        assert place.desk.booking(booking.id).status is Status.CANCELLED


def test_a_refusal_that_lies_ahead_counts_as_none(icloud: ICloud, tmp_path: Path) -> None:
    icloud.mkcalendar("work", "Work")
    with workplace(tmp_path / "profile", icloud.url) as place:
        place.clock.lead(lambda at: icloud.standin.clock(at=at))  # else the wrong clock is told of instead
        place.connect()
        icloud.standin.revoke()
        for seconds in (0, -3600, 31):
            place.clock.forward(seconds=seconds)
            with pytest.raises(Failure):
                place.desk.poll()
        account = place.store.account.get()
        assert account is not None and account.locked
