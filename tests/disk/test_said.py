"""A decision that the disk still took is not called “not made”: the host would make it again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.disk.conditions import Disk
from tests.disk.test_no_room import AT, when, written
from tests.support.desks import MONDAY, Workplace, workplace
from tests.support.icloud import ICloud
from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.commands import Cancel, Reschedule, SyncNow


@pytest.fixture
def place(disk: Disk, icloud: ICloud) -> Iterator[Workplace]:
    icloud.mkcalendar("work", "Work", order=1)
    with workplace(disk.folder / "profile", icloud.url, recheck=0) as place:
        place.clock.lead(lambda at: icloud.standin.clock(at=at))
        assert place.clock() == MONDAY
        place.connect()
        yield place
        disk.free()


@pytest.mark.parametrize("moment", ["claim", "settle"])
def test_what_was_decided_waits(
    place: Workplace, disk: Disk, icloud: ICloud, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    first = place.book(AT)
    later = AT + timedelta(hours=2)
    for command in (Reschedule(first.id, later), Cancel(first.id)):
        with monkeypatch.context() as once:
            when(once, place.store.outbox, moment, disk)
            told = place.desk.execute(command)
        assert isinstance(told, Booking)
        assert told.sync is InCloud.WAITING
        disk.free()
        place.desk.execute(SyncNow())
    with monkeypatch.context() as once:
        when(once, place.store.outbox, moment, disk)
        told = place.book(AT)
    assert (told.status, told.sync) == (Status.CONFIRMED, InCloud.WAITING)
    disk.free()
    place.desk.execute(SyncNow())
    deletes = ["DELETE"] * (2 if moment == "settle" else 1)  # the second finds nothing there, which is all it asks
    assert written(icloud) == ["PUT", "PUT", *deletes, "PUT"]
