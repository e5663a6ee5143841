"""What the host is told is kept with the change it tells of: neither lost nor doubled, whenever the process dies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.support.desks import Workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.sync.stage import TEN, cancel, move, quiet_poll, refused, rewrite
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import (
    ChangePreferences,
    MarkNoShow,
    Pause,
    SeeNotices,
    ShowJournal,
)
from workestra_desktop.core.notice import Notice, NoticeKind, Preferences
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.store.profile import ProfileStore
from workestra_desktop.sync.desk import Desk

HOUR = timedelta(hours=1)

Change = Callable[[ICloud, Workplace, list[Booking]], None]


class Died(BaseException):
    """The process ends here; nobody catches it."""


def kept(place: Workplace) -> list[NoticeKind]:
    """What the window's list holds, the newest first."""
    return [each.notice.kind for each in place.desk.snapshot().notices]


def book_some(place: Workplace, number: int) -> list[Booking]:
    place.connect()
    booked = [place.book(TEN + hours * HOUR) for hours in range(number)]
    quiet_poll(place)
    place.notices.clear()
    return booked


def _moved(icloud: ICloud, _place: Workplace, booked: list[Booking]) -> None:
    rewrite(icloud, booked[0], ("T100000", "T170000"), ("T103000", "T173000"))


def _deleted(icloud: ICloud, place: Workplace, booked: list[Booking]) -> None:
    icloud.delete(booked[0].href)
    quiet_poll(place)
    place.clock.forward(seconds=60)


def _several_deleted(icloud: ICloud, place: Workplace, booked: list[Booking]) -> None:
    for booking in booked:
        icloud.delete(booking.href)
    quiet_poll(place)
    place.clock.forward(seconds=60)


def _replaced(icloud: ICloud, _place: Workplace, booked: list[Booking]) -> None:
    icloud.delete(booked[0].href)
    name = booked[0].href.rsplit("/", 1)[1]
    icloud.put("work", name, event("other", TEN + 24 * HOUR, TEN + 25 * HOUR))


def _a_series(icloud: ICloud, _place: Workplace, booked: list[Booking]) -> None:
    rewrite(icloud, booked[0], ("END:VEVENT", "RRULE:FREQ=DAILY\r\nEND:VEVENT"))


def _overlapped(icloud: ICloud, _place: Workplace, _booked: list[Booking]) -> None:
    icloud.put("family", "x.ics", event("x", TEN, TEN + HOUR))


def _write_refused(icloud: ICloud, place: Workplace, booked: list[Booking]) -> None:
    move(place, booked[0], TEN + 5 * HOUR, offline=True)
    icloud.standin.fault("status", method="PUT", status=403, times=None)


def _password_revoked(icloud: ICloud, place: Workplace, _booked: list[Booking]) -> None:
    icloud.standin.revoke()
    with pytest.raises(Failure):
        quiet_poll(place)
    place.clock.forward(seconds=31)


CHANGES = {
    NoticeKind.MOVED: _moved,
    NoticeKind.CANCELLED: _deleted,
    NoticeKind.SEVERAL_GONE: _several_deleted,
    NoticeKind.CONFLICT: _overlapped,
    NoticeKind.RECONNECT: _password_revoked,
}
ATTENTION = {"replaced": _replaced, "a series": _a_series, "refused": _write_refused}
ALL = [*CHANGES.items(), *((NoticeKind.FAILED, change) for change in ATTENTION.values())]


def round_of(place: Workplace) -> None:
    try:
        quiet_poll(place)
    except Failure:
        pass  # of the account, and told of


@pytest.mark.parametrize(("kind", "change"), ALL, ids=[*CHANGES, *ATTENTION])
def test_a_process_that_dies_has_kept_both_or_neither(
    icloud: ICloud, place: Workplace, monkeypatch: pytest.MonkeyPatch, kind: NoticeKind, change: Change
) -> None:
    booked = book_some(place, 5)
    change(icloud, place, booked)
    before, add = place.desk.bookings(), place.store.notices.add

    def die_after(notice: Notice, at: datetime) -> None:
        add(notice, at)
        raise Died

    monkeypatch.setattr(place.store.notices, "add", die_after)
    with pytest.raises(Died):
        round_of(place)
    assert kept(place) == [] and place.notices == []
    assert place.desk.bookings() == before
    monkeypatch.setattr(place.store.notices, "add", add)

    def die(_notice: Notice) -> None:
        raise Died

    telling = place.desk.around.notify
    place.desk.around = replace(place.desk.around, notify=die)
    with pytest.raises(Died):
        round_of(place)
    assert kept(place) == [kind], "it is in the list though nothing popped up"
    place.desk.around = replace(place.desk.around, notify=telling)
    round_of(place)
    assert kept(place) == [kind]
    assert place.notices == []


def test_the_list_tells_what_was_told_then(icloud: ICloud, place: Workplace) -> None:
    (booking,) = book_some(place, 1)
    _moved(icloud, place, [booking])
    quiet_poll(place)
    (told,) = place.notices
    place.clock.forward(minutes=5)
    cancel(place, place.desk.booking(booking.id))
    (each,) = place.desk.snapshot().notices
    assert each.notice.booking is not None and told.booking is not None and each.notice.before is not None
    assert (each.notice.before.span, each.notice.booking.span) == (booking.span, told.booking.span)
    assert each.notice.booking.live
    assert (each.at, each.seen) == (place.clock.at - timedelta(minutes=5), False)
    place.desk.execute(SeeNotices(each.id))
    assert [e.seen for e in place.desk.snapshot().notices] == [True]


# ------------------------------------------------------------------------------------------------------ out of reach


def failing(place: Workplace, minutes: float, *, every: float = 10) -> None:
    """Polls that fail, one at once and one each `every` minutes until `minutes` have passed."""
    for look in range(int(minutes / every) + 1):
        if look:
            place.clock.forward(minutes=every)
        with pytest.raises(Failure):
            quiet_poll(place)


@pytest.fixture
def unreachable(icloud: ICloud, place: Workplace) -> Workplace:
    place.connect()
    icloud.standin.fault("status", method="PROPFIND", status=502, times=None)
    return place


def test_an_hour_out_of_reach_is_told_of_once(icloud: ICloud, unreachable: Workplace) -> None:
    place = unreachable
    failing(place, 50)
    assert place.notices == []
    failing(place, 0)
    place.clock.forward(minutes=10)
    failing(place, 30)
    (told,) = place.notices
    assert told.kind is NoticeKind.NETWORK and told.trouble is not None
    assert told.trouble.code is Code.ICLOUD_DOWN
    assert kept(place) == [NoticeKind.NETWORK]
    failing(place, 60 * 26, every=29)
    place.clock.forward(hours=8)  # asleep
    failing(place, 80)
    assert len(place.notices) == 1
    icloud.standin.clear()
    quiet_poll(place)
    assert len(place.notices) == 1, "success is no news"
    icloud.standin.fault("status", method="PROPFIND", status=502, times=None)
    failing(place, 50)
    assert len(place.notices) == 1
    place.clock.forward(minutes=10)
    failing(place, 0)
    assert kept(place) == [NoticeKind.NETWORK] * 2, "another outage"


def test_sleep_is_no_outage(unreachable: Workplace) -> None:
    failing(unreachable, 50)
    unreachable.clock.forward(hours=8)
    failing(unreachable, 50)
    assert unreachable.notices == []
    failing(unreachable, 0)
    unreachable.clock.forward(minutes=10)
    failing(unreachable, 0)
    assert [n.kind for n in unreachable.notices] == [NoticeKind.NETWORK]


def test_a_long_rest_that_icloud_asked_for_is_one(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    asked = {"Retry-After": "3000"}
    icloud.standin.fault("status", method="PROPFIND", status=503, times=None, headers=asked)
    failing(place, 100, every=51)
    assert place.notices == []
    place.clock.forward(minutes=51)
    failing(place, 0)
    assert [n.kind for n in place.notices] == [NoticeKind.NETWORK]


def test_nothing_of_it_during_a_pause(unreachable: Workplace) -> None:
    failing(unreachable, 50)
    unreachable.desk.execute(Pause(unreachable.clock.at + 3 * HOUR))
    unreachable.clock.forward(minutes=10)
    failing(unreachable, 60)
    assert unreachable.notices == []


def test_a_start_tells_of_nothing_and_goes_on_counting(unreachable: Workplace) -> None:
    place = unreachable
    failing(place, 55, every=5)
    again = Desk(place.store, place.desk.around)
    place.clock.forward(minutes=6)
    for told in (0, 1, 1):
        with pytest.raises(Failure):
            again.poll()
        assert len(place.notices) == told
        place.clock.forward(seconds=30)


def test_a_clock_that_is_set_makes_no_hour(unreachable: Workplace) -> None:
    from workestra_desktop.sync.clock_set import begin_waits_anew

    place = unreachable
    failing(place, 50)
    place.clock.forward(minutes=20)
    begin_waits_anew(place.desk, timedelta(minutes=20))
    failing(place, 50)
    assert place.notices == []


def test_what_is_wrong_otherwise_is_no_outage(icloud: ICloud, unreachable: Workplace) -> None:
    place = unreachable
    failing(place, 50)
    icloud.standin.clear()
    icloud.standin.revoke()
    place.clock.forward(minutes=5)
    failing(place, 0)
    icloud.standin.fault("status", method="PROPFIND", status=502, times=None)
    place.clock.forward(minutes=5)
    failing(place, 10)
    assert [n.kind for n in place.notices] == []


# ------------------------------------------------------------------------------------------- between the host and us


def test_no_show(icloud: ICloud, place: Workplace) -> None:
    (booking,) = book_some(place, 1)
    sent = len(icloud.standin.log())
    trouble = refused(place, MarkNoShow(booking.id, True))
    assert (trouble.code, trouble.subject) == (Code.BAD_INPUT, f"“{booking.title}” has not begun yet.")
    place.clock.at = booking.start
    noted = place.desk.execute(MarkNoShow(booking.id[:6], True))
    assert noted == place.desk.booking(booking.id) == replace(booking, no_show=True, agreed=noted.agreed)  # type: ignore[union-attr]
    place.desk.execute(MarkNoShow(booking.id, True))
    back = place.desk.execute(MarkNoShow(booking.id, False))
    assert isinstance(back, Booking) and not back.no_show
    journal = place.desk.execute(ShowJournal(booking.id))
    assert isinstance(journal, tuple)
    assert [line.what for line in journal][-2:] == ["the guest did not come", "the guest came after all"]  # type: ignore[union-attr]
    assert (place.store.outbox.all(), len(icloud.standin.log())) == ([], sent)
    cancel(place, back, offline=True)
    trouble = refused(place, MarkNoShow(booking.id, True))
    assert (trouble.code, "is cancelled" in trouble.subject) == (Code.BAD_INPUT, True)


def test_a_no_show_outlives_what_icloud_says_of_the_event(icloud: ICloud, place: Workplace) -> None:
    (booking,) = book_some(place, 1)
    place.clock.at = booking.start
    place.desk.execute(MarkNoShow(booking.id, True))
    rewrite(icloud, booking, ("T103000", "T110000"))
    quiet_poll(place)
    now = place.desk.booking(booking.id)
    assert (now.end - now.start, now.no_show) == (HOUR, True)


@pytest.mark.parametrize("by_host", [True, False])
def test_nobody_has_stayed_away_from_a_meeting_that_lies_ahead(icloud: ICloud, place: Workplace, by_host: bool) -> None:
    (booking,) = book_some(place, 1)
    place.clock.at = booking.start
    place.desk.execute(MarkNoShow(booking.id, True))
    if by_host:
        move(place, booking, booking.start + timedelta(days=1))
    else:
        day, next_day = (f"{booking.start + timedelta(days=n):%Y%m%dT}" for n in (0, 1))
        rewrite(icloud, booking, (f":{day}", f":{next_day}"))
        quiet_poll(place)
    now = place.desk.booking(booking.id)
    assert (now.start, now.no_show) == (booking.start + timedelta(days=1), False)


def test_the_journal_of_thirty_days(place: Workplace) -> None:
    (booking,) = book_some(place, 1)
    journal = place.desk.execute(ShowJournal(booking.id))
    assert [line.what for line in journal] == ["booked", "written to iCloud"]  # type: ignore[union-attr]
    place.clock.forward(days=30, seconds=1)
    assert place.desk.execute(ShowJournal(booking.id)) == ()
    assert refused(place, ShowJournal("nobody")).code is Code.NOT_FOUND


def test_preferences(place: Workplace) -> None:
    wished = Preferences(frozenset({NoticeKind.MOVED}), True, "pt-BR", "America/New_York")
    assert place.desk.execute(ChangePreferences(wished)) == wished
    assert place.desk.snapshot().preferences == wished
    for wrong in (replace(wished, guest_zone="Mars/Base"), replace(wished, language="no language")):
        assert refused(place, ChangePreferences(wrong)).code is Code.BAD_INPUT
    assert place.desk.snapshot().preferences == wished
    assert isinstance(place.store, ProfileStore)
    plain = Preferences()
    place.desk.execute(ChangePreferences(plain))
    assert place.desk.snapshot().preferences == plain
