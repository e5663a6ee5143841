"""A disk that is full for a while: what was decided is kept, what was not is said, and it goes on by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.core.example import BOOKING
from tests.disk.conditions import Disk
from tests.support.desks import MONDAY, Workplace, workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.commands import Cancel, Reschedule, SyncNow, SyncReport
from workestra_desktop.core.disk import Cause, cause, of_daily_copy
from workestra_desktop.core.trouble import Code, Failure, Trouble
from workestra_desktop.core.words import words
from workestra_desktop.store import restoring
from workestra_desktop.store.copying import FOLDER
from workestra_desktop.store.profile import FILE, ProfileStore
from workestra_desktop.sync.gateway import Gateway

AT = MONDAY + timedelta(days=1, hours=3)


@pytest.fixture
def place(disk: Disk, icloud: ICloud) -> Iterator[Workplace]:
    icloud.mkcalendar("work", "Work", order=1)
    with workplace(disk.folder / "profile", icloud.url, recheck=0) as place:
        place.clock.lead(lambda at: icloud.standin.clock(at=at))
        place.connect()
        yield place
        disk.free()


def refused(work: Callable[[], object]) -> Trouble:
    """`work` ends with the disk's trouble, in words that fit it."""
    with pytest.raises(Failure) as failure:
        work()
    trouble = failure.value.trouble
    assert trouble.code is Code.DISK
    assert cause(trouble) in (Cause.FULL, Cause.UNKNOWN)
    said = words(trouble)
    assert said.title in ("The disk is full", "The profile can't be written")
    assert "nothing new can be kept" in said.message.lower()
    return trouble


def written(icloud: ICloud) -> list[str]:
    return [e.method for e in icloud.standin.log() if e.method in ("PUT", "DELETE")]


def the_one(place: Workplace) -> Booking:
    (booking,) = place.store.bookings.all()
    return booking


def when(monkeypatch: pytest.MonkeyPatch, thing: Any, name: str, disk: Disk, *, after: bool = False) -> None:
    """The disk fills up just before, or just after, the first call of `thing.name`."""
    real = getattr(thing, name)
    calls = []

    def watched(*arguments: Any, **named: Any) -> Any:
        calls.append(name)
        if len(calls) == 1 and not after:
            disk.fill()
        result = real(*arguments, **named)
        if len(calls) == 1 and after:
            disk.fill()
        return result

    monkeypatch.setattr(thing, name, watched)


def test_a_poll_goes_on_where_it_was(place: Workplace, disk: Disk, icloud: ICloud) -> None:
    """The disk is full from each step of a round on; with room again the next round has everything."""
    full_at = 0
    while True:
        for n in range(3):
            start = AT + timedelta(days=full_at + 2, hours=n)
            icloud.put("work", f"r{full_at}-{n}.ics", event(f"r{full_at}-{n}", start, start + timedelta(minutes=30)))
        steps = place.desk.round()
        ended = False
        for _ in range(full_at):
            ended = next(steps, steps) is steps
        if ended:
            break
        disk.fill()
        refused(lambda: [None for _ in steps])  # noqa: B023 - called at once
        disk.free()
        place.desk.execute(SyncNow())
        assert place.store.mirror.count() == 3 * (full_at + 1)
        assert place.desk.snapshot().problems == ()
        full_at += 1
    assert full_at >= 3


def test_a_booking_that_could_not_be_decided_is_not_made(
    place: Workplace, disk: Disk, icloud: ICloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    when(monkeypatch, place.store.outbox, "add", disk)
    refused(lambda: place.book(AT))
    assert place.store.bookings.all() == []
    assert place.store.outbox.all() == []
    assert written(icloud) == []
    disk.free()
    assert place.book(AT).sync is InCloud.SYNCED
    assert written(icloud) == ["PUT"]


def test_a_cancel_or_a_move_that_could_not_be_decided_changes_nothing(
    place: Workplace, disk: Disk, icloud: ICloud
) -> None:
    booking = place.book(AT)
    for command in (
        Cancel(booking.id, offline=True),
        Cancel(booking.id),
        Reschedule(booking.id, AT + timedelta(hours=1), offline=True),
        Reschedule(booking.id, AT + timedelta(hours=1)),
    ):
        disk.fill()
        refused(lambda: place.desk.execute(command))  # noqa: B023 - called at once
        disk.free()
        assert (the_one(place).status, the_one(place).start) == (Status.CONFIRMED, AT)
        assert place.store.outbox.all() == []
    assert written(icloud) == ["PUT"]


@pytest.mark.parametrize("moment", ["before it is claimed", "after the PUT", "while it is settled"])
def test_a_booking_that_was_decided_arrives_once(
    place: Workplace, disk: Disk, icloud: ICloud, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    match moment:
        case "before it is claimed":
            when(monkeypatch, place.store.outbox, "claim", disk)
        case "after the PUT":
            when(monkeypatch, Gateway, "create", disk, after=True)
        case _:
            when(monkeypatch, place.store.outbox, "settle", disk)
    with suppress(Failure):
        place.book(AT)
    kept = the_one(place)
    assert (kept.status, kept.sync) == (Status.CONFIRMED, InCloud.WAITING)
    arrived = moment != "before it is claimed"
    assert len(icloud.standin.names("work")) == arrived
    refused(lambda: place.desk.execute(SyncNow()))
    disk.free()
    place.desk.execute(SyncNow())
    assert the_one(place).sync is InCloud.SYNCED
    assert place.store.outbox.all() == []
    assert written(icloud) == ["PUT"], "found by GET, never written twice"
    assert len(icloud.standin.names("work")) == 1
    place.desk.execute(SyncNow())  # reads what was written
    report = place.desk.execute(SyncNow())
    assert isinstance(report, SyncReport)
    assert report.requests == 1


@pytest.mark.parametrize("moment", ["claim", "settle"])
def test_a_cancel_that_was_decided_is_carried_out(
    place: Workplace, disk: Disk, icloud: ICloud, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    booking = place.book(AT)
    when(monkeypatch, place.store.outbox, moment, disk)
    with suppress(Failure):
        place.desk.execute(Cancel(booking.id))
    assert (the_one(place).status, the_one(place).sync) == (Status.CANCELLED, InCloud.WAITING)
    disk.free()
    place.desk.execute(SyncNow())
    assert the_one(place).sync is InCloud.SYNCED
    assert not icloud.standin.names("work")
    place.desk.execute(SyncNow())
    assert (the_one(place).status, place.store.outbox.all()) == (Status.CANCELLED, [])


def test_a_daily_copy_without_room_is_worded_as_such_and_tried_again(
    place: Workplace, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.book(AT)
    place.clock.forward(days=1)
    place.desk.execute(SyncNow())
    (first,) = sorted((disk.folder / "profile" / FOLDER).glob("daily-*"))[-1:]
    with place.store.transaction():
        place.store.bookings.put(replace(the_one(place), note="changed"))
    kept = {p.name: p.read_bytes() for p in (disk.folder / "profile" / FOLDER).iterdir()}
    place.clock.forward(days=1)
    disk.fill()
    assert not place.store.copies.keep_daily(place.clock())
    disk.free()
    trouble = place.store.copies.trouble()
    assert trouble is not None
    assert (trouble.code, of_daily_copy(trouble)) == (Code.DISK, True)
    said = words(trouble)
    assert said.title == "The daily copy of your bookings wasn't made"
    assert f"The newest copy is of {first.stem.removeprefix('daily-')}." in said.message
    assert "All else works" in said.message
    assert [p.detail for p in place.desk.snapshot().problems] == [trouble.detail]
    assert {p.name: p.read_bytes() for p in (disk.folder / "profile" / FOLDER).iterdir()} == kept
    place.desk.execute(SyncNow())
    assert place.store.copies.trouble() is None
    assert len(list((disk.folder / "profile" / FOLDER).glob("daily-*"))) == len(kept) + 1


def test_a_restore_without_room_changes_nothing(place: Workplace, disk: Disk, tmp_path: Path) -> None:
    place.book(AT)
    place.store.copies.copy_to(tmp_path / "copy")
    with place.store.transaction():
        place.store.bookings.put(replace(BOOKING, id="later", uid="later"))
    before = place.store.bookings.all()
    profile = disk.folder / "profile"

    def restore() -> None:
        with restoring.opened_backup(tmp_path / "copy", profile) as old:
            restoring.preview(old, place.store)
            place.store.copies.before_restore(place.clock())
            restoring.restore(old, place.store, place.clock())

    disk.fill()
    with pytest.raises(Failure) as failure:
        restore()
    assert failure.value.trouble.code is Code.DISK
    with opened_with_room(disk, tmp_path / "copy", profile) as old:
        refused(lambda: restoring.restore(old, place.store, place.clock()))
    disk.free()
    assert place.store.bookings.all() == before
    assert {p.name for p in profile.iterdir()} <= {FILE, f"{FILE}-wal", f"{FILE}-shm", "sync.lock", FOLDER}
    restore()
    assert len(place.store.bookings.all()) == 1


@contextmanager
def opened_with_room(disk: Disk, copy: Path, profile: Path) -> Iterator[ProfileStore]:
    """The backup is opened while there is room; then the disk fills up."""
    disk.free()
    with restoring.opened_backup(copy, profile) as old:
        disk.fill()
        yield old
        disk.free()
