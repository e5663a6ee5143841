"""Apple moves the account to another partition (fact sheet §1): nothing is lost, nothing doubled, nothing cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import unquote

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.sync.scripted import DSID, HOME, Say, Scripted, account, collection, home_answer, multistatus
from tests.sync.stage import TEN, cancel, move, quiet_poll, refused, sync, texts_of, trouble_of
from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.commands import SignIn
from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Code

Old = Literal["refuse", "404", "421", "503"]
"""What the address does that the account left."""

HOUR = timedelta(hours=1)


@pytest.fixture
def place(icloud: ICloud, tmp_path: Path) -> Iterator[Workplace]:
    """A desk straight on the two hosts."""
    icloud.mkcalendar("work", "Work", order=1)
    icloud.mkcalendar("family", "Family", order=2)
    icloud.put("family", "dentist.ics", event("dentist", TEN + 5 * HOUR, TEN + 6 * HOUR))
    with workplace(tmp_path / "profile", icloud.url) as place:
        place.clock.lead(lambda at: icloud.standin.clock(at=at))
        yield place


@pytest.fixture
def booked(place: Workplace) -> list[Booking]:
    place.connect()
    bookings = [place.book(TEN + n * HOUR) for n in range(4)]
    quiet_poll(place)
    quiet_poll(place)
    return bookings


def home(place: Workplace) -> str:
    return place.desk.account().home


def settle(place: Workplace, old: Old) -> None:
    """Polls until the home is found: a throttled answer has to last before it is taken for a move."""
    if old == "503":
        assert trouble_of(lambda: quiet_poll(place)).code is Code.ICLOUD_DOWN
        place.clock.forward(minutes=10)
    assert quiet_poll(place).bookings_cancelled == ()


def identity(calendar: Calendar) -> tuple[str, str, str, int, bool, bool]:
    return (calendar.id, calendar.change_tag, calendar.sync_token, calendar.events, calendar.write_to, calendar.busy)


@pytest.mark.parametrize("old", get_args(Old))
def test_the_home_is_found_again_and_all_keeps_its_identity(
    icloud: ICloud, place: Workplace, booked: list[Booking], old: Old
) -> None:
    before, calendars = home(place), [identity(c) for c in place.desk.calendars()]
    bookings = place.desk.bookings()
    icloud.standin.move_partition(old)
    settle(place, old)
    assert home(place) == icloud.standin.partition_url.rstrip("/") + icloud.home != before
    assert [identity(c) for c in place.desk.calendars()] == calendars
    assert place.desk.bookings() == bookings
    assert len(place.desk.busy_blocks(Span(TEN, TEN + 8 * HOUR))) == 5
    assert [len(texts_of(icloud, b)) for b in booked] == [1] * 4
    assert (len(icloud.list("work")), len(icloud.list("family"))) == (4, 1)
    assert place.notices == []
    assert place.desk.problems() == ()
    icloud.standin.forget_log()
    assert quiet_poll(place).requests == 1
    assert [(e.host, e.method) for e in icloud.standin.log()] == [("partition", "PROPFIND")]


@pytest.mark.parametrize("old", get_args(Old))
def test_what_waits_arrives_once_at_the_new_place(
    icloud: ICloud, place: Workplace, booked: list[Booking], old: Old
) -> None:
    waiting = place.book(TEN + 4.5 * HOUR, offline=True)
    moved = move(place, booked[0], TEN + 6 * HOUR, offline=True)
    cancelled = cancel(place, booked[1], offline=True)
    icloud.standin.move_partition(old)
    settle(place, old)
    place.clock.forward(minutes=10)
    sync(place)
    assert place.store.outbox.all() == []
    assert {place.desk.booking(b.id).sync for b in (waiting, moved, cancelled)} == {InCloud.SYNCED}
    assert len(texts_of(icloud, waiting)) == 1
    (text,) = texts_of(icloud, moved)
    assert "T160000" in text
    assert texts_of(icloud, cancelled) == []
    assert len(icloud.list("work")) == 4
    assert place.desk.problems() == ()


@pytest.mark.parametrize("old", get_args(Old))
def test_a_decision_made_before_the_move_is_noticed_is_carried_out(
    icloud: ICloud, place: Workplace, booked: list[Booking], old: Old
) -> None:
    """Cancelling and moving look at the account first, so a 404 of the old address is not taken for one event's."""
    moving, cancelling = booked[:2]
    icloud.standin.move_partition(old)
    cancelled = cancel(place, cancelling)
    moved = move(place, moving, TEN + 6 * HOUR)
    assert (cancelled.sync, moved.sync) == (InCloud.WAITING if old == "503" else InCloud.SYNCED, InCloud.SYNCED)
    place.clock.forward(minutes=10)
    sync(place)
    assert texts_of(icloud, cancelling) == []
    (text,) = texts_of(icloud, moving)
    assert "T160000" in text
    assert place.store.outbox.all() == []
    assert {b.status for b in place.desk.bookings()} == {Status.CONFIRMED, Status.CANCELLED}
    assert place.desk.problems() == ()


def test_while_no_home_is_found_nothing_is_concluded(icloud: ICloud, place: Workplace, booked: list[Booking]) -> None:
    """The entry host is down too: that is an outage, whatever the events did meanwhile."""
    icloud.delete(unquote(booked[0].href))
    quiet_poll(place)
    before = home(place)
    icloud.standin.move_partition("404")
    icloud.standin.down("entry")
    for _ in range(2):
        place.clock.forward(minutes=10)
        assert trouble_of(lambda: quiet_poll(place)).code is Code.OFFLINE
    assert home(place) == before
    assert {b.status for b in place.desk.bookings()} == {Status.CONFIRMED}
    icloud.standin.up("entry")
    assert quiet_poll(place).bookings_cancelled == (booked[0].id,)
    assert home(place) != before


def test_the_entry_host_may_send_on_what_lies_below_its_root(icloud: ICloud, place: Workplace) -> None:
    """Fact sheet §1: several clients meet 301 to the partition. The password goes along, to that host only."""
    icloud.standin.switch(below_root="301")
    place.connect()
    assert place.book(TEN).sync is InCloud.SYNCED
    assert home(place) == icloud.standin.partition_url.rstrip("/") + icloud.home
    sent = icloud.standin.log()
    assert [(e.path, e.status) for e in sent if e.host == "entry"] == [("/", 207), ("/17149682/principal/", 301)]
    assert {e.status for e in sent if e.host == "partition"} == {207, 201}
    assert all(e.right_password for e in sent)


def test_an_entry_host_that_knows_only_its_root_is_no_matter_once_the_home_is_known(
    icloud: ICloud, place: Workplace, booked: list[Booking]
) -> None:
    icloud.standin.switch(below_root="404")
    icloud.standin.forget_log()
    sync(place)
    assert move(place, booked[3], TEN + 6 * HOUR).sync is InCloud.SYNCED
    assert {e.host for e in icloud.standin.log()} == {"partition"}
    before = place.desk.account()
    assert refused(place, SignIn(icloud.user, icloud.password)).code is Code.ICLOUD_DOWN
    assert place.desk.account() == before


def test_a_principal_that_calls_itself_something_else(icloud: ICloud, place: Workplace) -> None:
    """Fact sheet §1: `/principal/` for `/<dsid>/principal/`. Whose the calendars are is known all the same."""
    icloud.standin.switch(bare_principal=True)
    place.connect()
    assert place.desk.account().principal == "/17149682/principal/"
    assert not any(c.shared for c in place.desk.calendars())
    assert place.book(TEN).sync is InCloud.SYNCED
    icloud.standin.move_partition()
    assert quiet_poll(place).polled
    assert place.desk.account().principal == "/17149682/principal/"


@pytest.mark.parametrize("decided", ["cancel", "move"])
def test_a_move_within_a_round_is_no_proof_that_an_event_is_gone(
    icloud: ICloud, place: Workplace, booked: list[Booking], decided: str
) -> None:
    """The old address says 404 of everything, so of the event too."""
    later = TEN + 4 * HOUR
    if decided == "cancel":
        cancel(place, booked[0], offline=True)
    else:
        move(place, booked[0], later, offline=True)
    steps = place.desk.round()
    next(steps)
    icloud.standin.move_partition("404")
    for _ in steps:
        pass
    waiting = place.desk.booking(booked[0].id)
    assert waiting.sync is InCloud.WAITING
    assert len(texts_of(icloud, booked[0])) == 1
    place.clock.forward(minutes=10)
    quiet_poll(place)
    done = place.desk.booking(booked[0].id)
    assert done.sync is InCloud.SYNCED
    assert len(texts_of(icloud, done)) == (0 if decided == "cancel" else 1)


OLD_ANSWERS = {
    "gone": (Say(410), None),
    "refused": (Say(401, headers={"WWW-Authenticate": 'Basic realm="MMCalDav"'}), None),
    "forbidden": (Say(403), Code.ICLOUD_DOWN),
    "a pause": (Say(503, headers={"Retry-After": "1"}), Code.SLOW_DOWN),
    "a long pause": (Say(503, headers={"Retry-After": "900"}), Code.SLOW_DOWN),
    "a redirect to nowhere": (Say(301), Code.BLOCKED),
}
"""What the old address says of the home, and what the host is told until it lasts; None if it is found at once."""


class TwoHosts:
    """A scripted account whose home lies on the second host; `move` brings it to the first."""

    def __init__(self, entry: Scripted, partition: Scripted) -> None:
        self.entry, self.partition = entry, partition
        self._whole = account(collection(f"{HOME}home/"))
        self._whole["REPORT", f"{HOME}home/"] = Say(body=multistatus(token="1"))
        self._principal = ("PROPFIND", f"{DSID}/principal/")
        entry.script = {**self._whole, self._principal: home_answer(partition.url.rstrip("/") + HOME)}
        partition.script = self._whole

    def move(self) -> None:
        self.entry.script = self._whole

    def say_at_the_old_home(self, answer: Say) -> None:
        self.partition.script = {("PROPFIND", HOME): answer}


@pytest.fixture
def hosts(cloud: Scripted, elsewhere: Scripted) -> TwoHosts:
    return TwoHosts(cloud, elsewhere)


@pytest.fixture
def desk(hosts: TwoHosts, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(tmp_path / "scripted", hosts.entry.url) as place:
        place.connect()
        assert home(place) == hosts.partition.url.rstrip("/") + HOME
        yield place


@pytest.mark.parametrize("old", OLD_ANSWERS)
def test_whatever_the_old_home_says_the_new_one_is_found(hosts: TwoHosts, desk: Workplace, old: str) -> None:
    answer, told = OLD_ANSWERS[old]
    hosts.move()
    hosts.say_at_the_old_home(answer)
    if told is not None:
        assert trouble_of(lambda: quiet_poll(desk)).code is told
        desk.clock.forward(minutes=16)
    assert quiet_poll(desk).polled
    assert home(desk) == hosts.entry.url.rstrip("/") + HOME
    assert (desk.desk.account().refused_at, desk.desk.problems()) == (None, ())


@pytest.mark.parametrize("old", ["a pause", "a long pause"])
def test_a_host_that_asks_for_a_pause_is_not_asked_again(hosts: TwoHosts, desk: Workplace, old: str) -> None:
    """The home is still there: what discovery's host says changes nothing, and the pause is kept."""
    answer, told = OLD_ANSWERS[old]
    hosts.say_at_the_old_home(answer)
    for _ in range(3):
        hosts.partition.asked.clear()
        trouble = trouble_of(lambda: quiet_poll(desk))
        assert (trouble.code, trouble.retry_after) == (told, float(answer.headers["Retry-After"]))
        assert len(hosts.partition.asked) == (1 if old == "a long pause" else 3)
        desk.clock.forward(minutes=16)
    hosts.entry.script = {}
    trouble = trouble_of(lambda: quiet_poll(desk))
    assert (trouble.code, trouble.retry_after) == (told, float(answer.headers["Retry-After"]))


def test_a_refusal_counts_only_if_the_host_of_discovery_repeats_it(hosts: TwoHosts, desk: Workplace) -> None:
    refusal, _ = OLD_ANSWERS["refused"]
    hosts.say_at_the_old_home(refusal)
    for _ in range(3):
        desk.clock.forward(minutes=10)
        trouble = trouble_of(lambda: quiet_poll(desk))
        assert (trouble.code, trouble.detail) == (Code.ICLOUD_DOWN, "PROPFIND HTTP 401")
        assert desk.desk.account().refused_at is None
    hosts.entry.script = {("PROPFIND", "/"): refusal}
    for code in (Code.SIGN_IN_REFUSED, Code.RECONNECT_NEEDED):
        desk.clock.forward(minutes=10)
        hosts.entry.asked.clear()
        assert trouble_of(lambda: quiet_poll(desk)).code is code
        assert len(hosts.entry.asked) == 1


@pytest.mark.parametrize("how", ["signing in again", "a move"])
def test_new_addresses_of_the_host_make_busy_time_anew(icloud: ICloud, place: Workplace, how: str) -> None:
    """What was declined under an address that is only now known to be the host's no longer takes time."""
    declined = "ATTENDEE;PARTSTAT=DECLINED:/17149682/principal/"
    icloud.put("work", "d.ics", event("d", TEN, TEN + HOUR, "ORGANIZER:mailto:ann@example.org", declined))
    place.desk.execute(SignIn(ICloud.user, ICloud.password))
    with place.store.transaction():
        place.store.account.put(replace(place.desk.account(), addresses=frozenset()))
    quiet_poll(place)
    assert len(place.desk.busy_blocks(Span(TEN, TEN + HOUR))) == 1
    if how == "a move":
        icloud.standin.move_partition("404")
        quiet_poll(place)
    else:
        place.desk.execute(SignIn(ICloud.user, ICloud.password))
    assert place.desk.busy_blocks(Span(TEN, TEN + HOUR)) == []
