"""Two computers of one host on one account: each knows the other's bookings, and they never fight."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support.desks import MONDAY, ZONE, Clock, Workplace, workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy
from tests.support.servers import CalDavServer
from tests.sync.stage import TEN, cancel, move, name_of, quiet_poll, rewrite
from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.commands import Book, Disconnect, SetLink, SettleGone, Undo
from workestra_desktop.core.notice import NoticeKind
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.ical.compose import compose
from workestra_desktop.ical.seal import OURS
from workestra_desktop.store.restoring import opened_backup, restore
from workestra_desktop.sync import adopt as adopting

HOUR = timedelta(hours=1)
NOON = TEN + 2 * HOUR
LATER = TEN + 4 * HOUR


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles on one account, `a` connected first. The clock of `b` goes with that of `a`."""

    a: Workplace
    b: Workplace
    server: CalDavServer

    @property
    def clock(self) -> Clock:
        return self.a.clock

    def __iter__(self) -> Iterator[Workplace]:
        return iter((self.a, self.b))

    def settle(self) -> None:
        """Both poll until nothing changes any more, with second looks in between."""
        for _ in range(4):
            for place in self:
                quiet_poll(place)
            self.clock.forward(seconds=61)

    def texts(self) -> list[str]:
        names = {name_of(c.id) for c in self.a.desk.calendars()}
        return [text for name in names for text in self.server.texts(name).values()]

    def agree(self) -> dict[str, Booking]:
        """What both lists say of the live bookings, which is what is in the calendar, once each."""
        lists = [{b.id: b for b in place.desk.bookings() if b.live} for place in self]
        for place in self:
            assert place.store.outbox.all() == []
        told = [{name: (b.uid, b.start, b.end, b.status, b.sync) for name, b in each.items()} for each in lists]
        assert told[0] == told[1]
        in_calendar = sorted(uid for text in self.texts() for uid in re.findall(r"^UID:(\S+)", text, re.MULTILINE))
        assert in_calendar == sorted(b.uid for b in lists[0].values())
        return lists[0]


def two_on(server: CalDavServer, url: str, folder: Path) -> Iterator[Pair]:
    server.mkcalendar("work", "Work", order=1)
    server.mkcalendar("family", "Family", order=2)
    with workplace(folder / "a", url) as a, workplace(folder / "b", url) as b:
        a.clock.lead(lambda at: setattr(b.clock, "at", at))
        if isinstance(server, ICloud):
            a.clock.lead(lambda at: server.standin.clock(at=at))
        for place in (a, b):
            place.connect()
        yield Pair(a, b, server)


@pytest.fixture
def pair(icloud: ICloud, proxy: Proxy, tmp_path: Path) -> Iterator[Pair]:
    yield from two_on(icloud, proxy.url, tmp_path)


@pytest.fixture
def pair_on(server: CalDavServer, tmp_path: Path) -> Iterator[Pair]:
    yield from two_on(server, server.url, tmp_path)


@pytest.fixture(params=["a first", "b first"])
def order(request: pytest.FixtureRequest, pair: Pair) -> tuple[Workplace, ...]:
    """Who polls first after something has happened."""
    return (pair.a, pair.b) if request.param == "a first" else (pair.b, pair.a)


def all_poll(order: tuple[Workplace, ...], pair: Pair) -> None:
    """Polls in this order, with second looks, until all is settled."""
    for _ in range(3):
        for place in order:
            quiet_poll(place)
        pair.clock.forward(seconds=61)


def undo(place: Workplace, booking: Booking, *, offline: bool = False) -> Booking:
    found = place.desk.execute(Undo(booking.id, offline))
    assert isinstance(found, Booking)
    return found


def known(place: Workplace, booking: Booking) -> Booking:
    """`booking` as it is known at `place`."""
    return place.desk.booking(booking.id)


def written_by(pair: Pair, booking: Booking, principal: str = "") -> str:
    account = pair.a.store.account.get()
    assert account is not None
    return compose(booking, pair.clock(), principal or account.principal)


# --- a booking of the other computer ----------------------------------------------------------------------------------


def test_the_other_s_booking_is_known_with_all_that_is_shown_of_it(pair_on: Pair) -> None:
    a, b = pair_on.a, pair_on.b
    link = a.desk.link("meeting")
    with a.store.transaction():
        a.store.links.put(
            replace(link, before=5, after=10, meeting_url="https://meet.example.org/x", alarms=(10, 0), minutes=(60,))
        )
    made = a.book(TEN, "Ünï, the “Guest”; \\o/", email="uni@example.org", note="Ask about\n\n- tea; cake, both")
    quiet_poll(b)
    found = b.desk.booking(made.id)
    assert found == replace(made, agreed=found.agreed, changed_at=found.changed_at)
    text, _ = pair_on.server.get(unquote(made.href))
    assert text.count(OURS) == 7, "servers keep the lines"
    assert (found.status, found.sync) == (Status.CONFIRMED, InCloud.SYNCED)
    assert [line.what for line in b.desk.journal(made.id)] == ["found in iCloud, made on another computer"]
    assert b.notices == [], "success makes no noise"
    pair_on.settle()
    assert set(pair_on.agree()) == {made.id}


def test_it_takes_its_time_with_its_own_buffers(pair: Pair) -> None:
    with pair.a.store.transaction():
        pair.a.store.links.put(replace(pair.a.desk.link("meeting"), after=30))
    pair.a.book(TEN)
    with pytest.raises(Failure) as taken:
        pair.b.book(TEN + timedelta(minutes=45))
    assert taken.value.trouble.code is Code.SLOT_TAKEN
    pair.b.book(TEN + HOUR)


def test_what_was_taken_up_costs_nothing_more(pair: Pair, proxy: Proxy) -> None:
    pair.a.book(TEN)
    pair.settle()
    for place in pair:
        proxy.forget()
        report = quiet_poll(place)
        assert (report.requests, report.changed) == (1, 0)
        assert [request.method for request in proxy.log] == ["PROPFIND"]


def test_a_booking_that_waits_offline_is_unknown_until_it_is_written(pair: Pair) -> None:
    made = pair.a.book(TEN, offline=True)
    quiet_poll(pair.b)
    assert pair.b.desk.bookings() == []
    quiet_poll(pair.a)
    quiet_poll(pair.b)
    assert [b.id for b in pair.b.desk.bookings()] == [made.id]


def test_what_is_over_is_not_taken_up(pair: Pair) -> None:
    pair.a.book(TEN)
    pair.clock.at = TEN + HOUR
    quiet_poll(pair.b)
    assert pair.b.desk.bookings() == []


def test_one_whose_answer_was_lost_is_the_same_for_both(pair: Pair, proxy: Proxy, order: tuple[Workplace, ...]) -> None:
    proxy.drop_answer("PUT")
    made = pair.a.book(TEN)
    assert made.sync is InCloud.WAITING
    quiet_poll(pair.b)
    assert pair.b.desk.booking(made.id).uid == made.uid
    pair.clock.forward(minutes=10)
    all_poll(order, pair)
    assert set(pair.agree()) == {made.id}
    assert len(proxy.requests("PUT")) == 1


# --- one decides, the other follows -----------------------------------------------------------------------------------


def test_a_move_is_followed(pair: Pair, order: tuple[Workplace, ...]) -> None:
    made = pair.a.book(TEN)
    quiet_poll(pair.b)
    mover, other = order
    move(mover, known(mover, made), NOON)
    all_poll(order, pair)
    assert pair.agree()[made.id].start == NOON
    assert [n.kind for n in other.notices] == [NoticeKind.MOVED]


def test_a_cancel_is_followed_after_two_looks_and_may_be_taken_back_by_either(
    pair: Pair, order: tuple[Workplace, ...]
) -> None:
    made = pair.a.book(TEN)
    quiet_poll(pair.b)
    canceller, other = order
    cancel(canceller, known(canceller, made))
    quiet_poll(other)
    assert other.desk.booking(made.id).live, "one look is none"
    all_poll(order, pair)
    assert pair.agree() == {}
    back = undo(other, known(other, made))
    all_poll(order, pair)
    assert pair.agree()[made.id].uid == back.uid != made.uid
    cancel(canceller, known(canceller, made))
    undo(canceller, known(canceller, made))
    all_poll(order, pair)
    assert pair.agree()[made.id].span == made.span
    for place in pair:
        assert place.desk.booking(made.id).cancelled_by is None


def test_undo_reaches_a_computer_that_never_saw_the_cancel(pair: Pair) -> None:
    made = pair.a.book(TEN)
    quiet_poll(pair.b)
    cancel(pair.a, made)
    undo(pair.a, made)
    move(pair.a, known(pair.a, made), NOON)
    assert quiet_poll(pair.b).bookings_moved == (made.id,)
    assert [n.kind for n in pair.b.notices] == [NoticeKind.MOVED]
    assert pair.b.desk.journal(made.id)[-1].was == made.span
    pair.settle()
    assert pair.agree()[made.id].start == NOON
    assert all(n.kind is not NoticeKind.CANCELLED for n in pair.b.notices)


def test_a_title_edited_on_the_phone_is_no_fight(pair: Pair, proxy: Proxy) -> None:
    made = pair.a.book(TEN)
    quiet_poll(pair.b)
    proxy.forget()
    rewrite(pair.server, made, ("SUMMARY:", "SUMMARY:On the phone: "))
    pair.settle()
    assert proxy.requests("PUT") == proxy.requests("DELETE") == ()
    assert set(pair.agree()) == {made.id}


# --- both decide ------------------------------------------------------------------------------------------------------


def test_both_cancel(pair: Pair) -> None:
    made = pair.a.book(TEN)
    quiet_poll(pair.b)
    for place in pair:
        cancel(place, known(place, made), offline=True)
    pair.settle()
    assert pair.agree() == {}
    assert pair.texts() == []


def test_both_move_and_the_second_asks(pair: Pair, proxy: Proxy, order: tuple[Workplace, ...]) -> None:
    made = pair.a.book(TEN)
    quiet_poll(pair.b)
    move(order[0], known(order[0], made), NOON, offline=True)
    move(order[1], known(order[1], made), LATER, offline=True)
    proxy.forget()
    all_poll(order, pair)
    assert order[0].desk.booking(made.id).start == NOON
    asks = order[1].desk.booking(made.id)
    assert (asks.status, asks.start) == (Status.ATTENTION, LATER)
    assert len(proxy.requests("PUT")) == 1
    move(order[1], asks, LATER)
    all_poll(order, pair)
    assert pair.agree()[made.id].start == LATER


def test_both_take_the_same_cancel_back_and_there_is_one_event(pair: Pair, order: tuple[Workplace, ...]) -> None:
    made = pair.a.book(TEN)
    quiet_poll(pair.b)
    cancel(pair.a, made)
    pair.settle()
    for place in pair:
        undo(place, known(place, made), offline=True)
    all_poll(order, pair)
    assert set(pair.agree()) == {made.id}
    assert len(pair.texts()) == 1


def test_an_unsent_move_goes_on_with_the_event_that_was_made_anew(pair: Pair) -> None:
    made = pair.a.book(TEN)
    quiet_poll(pair.b)
    move(pair.b, known(pair.b, made), LATER, offline=True)
    cancel(pair.a, made)
    undo(pair.a, made)
    quiet_poll(pair.b)
    pair.settle()
    assert pair.agree()[made.id].start == LATER


def test_both_book_the_same_time_offline_and_the_radar_tells_each(pair: Pair, order: tuple[Workplace, ...]) -> None:
    made = {place.book(TEN, guest, offline=True).id for place, guest in zip(pair, ("Ada", "Grace"), strict=True)}
    all_poll(order, pair)
    assert set(pair.agree()) == made
    for place in pair:
        assert [n.kind for n in place.notices] == [NoticeKind.CONFLICT]
        assert len(place.desk.overlaps()) == 1


def several_gone(pair: Pair) -> list[Booking]:
    """Both computers ask about the same four bookings, whose events somebody deleted."""
    made = [pair.a.book(TEN + n * HOUR) for n in range(4)]
    quiet_poll(pair.b)
    for booking in made:
        pair.server.delete(unquote(booking.href))
    pair.settle()
    for place in pair:
        assert all(b.gone_together for b in place.desk.bookings())
    return made


def test_one_puts_several_back_and_the_other_asks_no_more(pair: Pair, order: tuple[Workplace, ...]) -> None:
    made = several_gone(pair)
    pair.a.desk.execute(SettleGone(tuple(b.id for b in made), cancel=False))
    quiet_poll(pair.a)
    all_poll(order, pair)
    assert set(pair.agree()) == {b.id for b in made}


def test_both_put_several_back_and_nothing_is_doubled(pair: Pair, proxy: Proxy, order: tuple[Workplace, ...]) -> None:
    made = several_gone(pair)
    for place in pair:
        place.desk.execute(SettleGone(tuple(b.id for b in made), cancel=False))
    proxy.forget()
    all_poll(order, pair)
    assert set(pair.agree()) == {b.id for b in made}
    assert len(proxy.requests("PUT")) == 4


def test_what_one_wrote_anew_is_not_written_again_by_the_other_whose_answer_was_lost(
    pair: Pair, proxy: Proxy, order: tuple[Workplace, ...]
) -> None:
    """B creates the event anew, and its answer is lost. A sees it, cancels it and takes that back in turn."""
    made = pair.a.book(TEN)
    quiet_poll(pair.b)
    cancel(pair.a, made)
    pair.settle()
    proxy.drop_answer("PUT")
    assert undo(pair.b, known(pair.b, made)).sync is InCloud.WAITING
    quiet_poll(pair.a)
    cancel(pair.a, known(pair.a, made))
    undo(pair.a, known(pair.a, made))
    pair.clock.forward(minutes=10)
    all_poll(order, pair)
    assert set(pair.agree()) == {made.id}


def test_a_deletion_whose_answer_was_lost_is_settled_before_what_came_after_it(
    pair: Pair, proxy: Proxy, order: tuple[Workplace, ...]
) -> None:
    """B cancels, its answer is lost, and takes it back; A has seen the event go and takes that back as well."""
    made = pair.a.book(TEN)
    quiet_poll(pair.b)
    proxy.drop_answer("DELETE")
    assert cancel(pair.b, known(pair.b, made)).sync is InCloud.WAITING
    for _ in range(2):
        quiet_poll(pair.a)
        pair.clock.forward(seconds=61)
    undo(pair.b, known(pair.b, made), offline=True)
    undo(pair.a, known(pair.a, made))
    pair.clock.forward(minutes=2)
    all_poll(order, pair)
    assert set(pair.agree()) == {made.id}


def test_in_a_round_that_had_trouble_nothing_is_concluded(pair: Pair, proxy: Proxy) -> None:
    made = twins(pair)
    pair.server.delete(unquote(pair.a.desk.booking(made.id).href))
    pair.server.put("family", "x.ics", event("X", LATER, LATER + HOUR))
    proxy.answer("REPORT", "/family/", status=500, times=None)
    quiet_poll(pair.a)
    assert pair.a.desk.booking(made.id).uid != "TWIN-0001"
    proxy.clear()
    quiet_poll(pair.a)
    assert pair.a.desk.booking(made.id).uid == "TWIN-0001"


def test_a_cancel_that_is_not_settled_is_not_taken_back(pair: Pair, proxy: Proxy) -> None:
    made = twins(pair)
    proxy.answer("DELETE", status=500, times=None)
    cancel(pair.a, known(pair.a, made))
    quiet_poll(pair.a)
    now = known(pair.a, made)
    assert (now.live, now.sync) == (False, InCloud.WAITING)
    assert now.uid != "TWIN-0001"


def twins(pair: Pair) -> Booking:
    """Both wrote the same booking anew, neither knowing of the other: as when both were sending at the same moment."""
    made = pair.a.book(TEN)
    quiet_poll(pair.b)
    cancel(pair.a, made)
    pair.settle()
    undo(pair.a, known(pair.a, made))
    uid = "TWIN-0001"
    other = replace(pair.b.desk.booking(made.id), uid=uid, status=Status.CONFIRMED)
    pair.server.put("work", f"{uid}.ics", written_by(pair, other))
    work = other.calendar
    with pair.b.store.transaction():
        pair.b.store.bookings.put(replace(other, href=f"{work}{uid}.ics", agreed=None))
    pair.settle()
    return made


def test_twins_are_left_alone_and_shown(pair: Pair, proxy: Proxy) -> None:
    made = twins(pair)
    assert pair.a.desk.booking(made.id).uid != pair.b.desk.booking(made.id).uid == "TWIN-0001"
    proxy.forget()
    for place in pair:
        assert len(place.desk.overlaps()) == 1
        before = known(place, made), place.desk.journal(made.id)
        quiet_poll(place)
        assert (known(place, made), place.desk.journal(made.id)) == before
    assert {request.method for request in proxy.log} == {"PROPFIND"}


def test_deleting_one_twin_on_the_phone_leaves_one_booking(pair: Pair, order: tuple[Workplace, ...]) -> None:
    made = twins(pair)
    for place in pair:
        place.notices.clear()
    pair.server.delete(unquote(pair.a.desk.booking(made.id).href))
    all_poll(order, pair)
    assert pair.agree()[made.id].uid == "TWIN-0001"
    assert [n for place in pair for n in place.notices] == []


def test_cancelling_one_twin_is_meant_for_both(pair: Pair, order: tuple[Workplace, ...]) -> None:
    made = twins(pair)
    cancel(pair.a, known(pair.a, made))
    all_poll(order, pair)
    pair.settle()
    assert pair.agree() == {}


def test_a_calendar_that_is_deleted_cancels_nothing_on_either(pair: Pair) -> None:
    made = pair.a.book(TEN)
    quiet_poll(pair.b)
    pair.server.rmcalendar("work")
    pair.settle()
    for place in pair:
        assert place.desk.booking(made.id).live


# --- profiles that begin anew -----------------------------------------------------------------------------------------


def test_a_profile_that_was_erased_gets_its_coming_bookings_back(pair: Pair) -> None:
    gone, kept = pair.a.book(TEN), pair.a.book(NOON)
    pair.clock.at = TEN + HOUR
    pair.a.desk.execute(Disconnect(erase=True))
    assert pair.a.desk.bookings() == []
    pair.a.connect()
    assert [b.id for b in pair.a.desk.bookings()] == [kept.id]
    cancel(pair.a, known(pair.a, kept))
    pair.settle()
    assert pair.a.desk.booking(kept.id).status is Status.CANCELLED
    assert [name_of(gone.href)] == [name_of(path) for path in pair.server.list("work")]


def test_bookings_of_a_backup_find_their_events_under_other_names(pair: Pair, tmp_path: Path) -> None:
    renamed = pair.a.book(TEN)
    cancelled = pair.a.book(NOON)
    cancel(pair.a, cancelled)
    copy = tmp_path / "copy.sqlite3"
    quiet_poll(pair.b)
    pair.a.store.copies.copy_to(copy)
    cancel(pair.a, renamed)
    undo(pair.a, renamed)
    undo(pair.a, cancelled)
    since = pair.a.book(LATER)
    pair.a.desk.execute(Disconnect(erase=True))
    with opened_backup(copy, tmp_path / "a") as old:
        restore(old, pair.a.store, pair.clock())
    pair.a.connect()
    pair.settle()
    assert set(pair.agree()) == {renamed.id, cancelled.id, since.id}


# --- what must not pass for a booking ---------------------------------------------------------------------------------


def forged(
    pair: Pair,
    *changes: tuple[str, str],
    uid: str = "FORGED",
    principal: str = "",
    name: str = "",
    calendar: str = "family",
) -> str:
    """The id of a booking that is only an event, called `name`, with a seal for this account (or `principal`): as only
    somebody who knows that can make it. `changes` are made after it was sealed."""
    name = name or uid
    known = Booking(
        id=f"id-{name}", link="meeting", title="Forged", guest="Jo", email="", note="", start=NOON, end=NOON + HOUR,
        timezone=ZONE, status=Status.CONFIRMED, sync=InCloud.SYNCED, calendar="", uid=uid, href="", location="",
        meeting_url="", alarms=(), before=0, after=0, created_at=MONDAY, changed_at=MONDAY,
    )  # fmt: skip
    text = written_by(pair, known, principal)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    pair.server.put(calendar, f"{name}.ics", text)
    return known.id


def test_an_invitation_is_taken_up_if_the_host_invites(pair: Pair) -> None:
    pair.a.desk.execute(SetLink(replace(pair.a.desk.link("meeting"), invite=True)))
    made = pair.a.book(TEN, email="ada@example.org")
    begin, mine = "BEGIN:VEVENT", "ORGANIZER:mailto:host@example.com"
    assert mine in "".join(pair.texts())
    forged(pair, (begin, f"{begin}\r\n{mine}\r\nORGANIZER:mailto:x@example.org"), uid="TWO")
    forged(pair, (begin, f"{begin}\r\nORGANIZER;EMAIL=x@example.org:urn:uuid:1"), uid="ELSE")
    quiet_poll(pair.b)
    (found,) = pair.b.desk.bookings()
    assert (found.id, found.uid, found.invited, found.email) == (made.id, made.uid, True, "ada@example.org")


def test_only_a_plain_coming_meeting_sealed_for_this_account_is_taken_up(pair: Pair) -> None:
    begin = "BEGIN:VEVENT"
    at, to = f"DTSTART;TZID={ZONE}:20270301T120000", f"DTEND;TZID={ZONE}:20270301T130000"
    good = forged(pair)
    forged(pair, (begin, f"{begin}\r\nORGANIZER:mailto:x@example.org"), uid="INVITATION")
    forged(pair, (begin, f"{begin}\r\nATTENDEE:mailto:x@example.org"), uid="GUESTS")
    forged(pair, (begin, f"{begin}\r\nRRULE:FREQ=WEEKLY"), uid="SERIES")
    forged(pair, ("STATUS:CONFIRMED", "STATUS:CANCELLED"), uid="CANCELLED")
    forged(pair, ("UID:COPIED", "UID:COPY-MADE-ON-THE-PHONE"), uid="COPIED")
    forged(pair, (at, "DTSTART;VALUE=DATE:20270301"), (to, "DTEND;VALUE=DATE:20270302"), uid="ALL-DAY")
    forged(pair, (at, at.replace("2027", "2026")), (to, to.replace("2027", "2026")), uid="OVER")
    forged(pair, principal="/4711/principal/", uid="SOMEBODY-ELSE")
    quiet_poll(pair.b)
    assert [b.id for b in pair.b.desk.bookings()] == [good]
    assert quiet_poll(pair.b).requests == 1


def test_a_calendar_that_may_not_be_written_has_no_bookings_of_ours(pair: Pair, icloud: ICloud) -> None:
    forged(pair)
    icloud.set_read_only("family")
    quiet_poll(pair.b)
    assert pair.b.desk.bookings() == []
    icloud.set_read_only("family", False)
    quiet_poll(pair.b)
    assert len(pair.b.desk.bookings()) == 1


def test_a_uid_that_is_there_twice_makes_one_booking(radicale: CalDavServer, tmp_path: Path) -> None:
    for pair in two_on(radicale, radicale.url, tmp_path):
        forged(pair, name="one")
        forged(pair, name="two", calendar="work")
        assert len([text for text in pair.texts() if "UID:FORGED" in text]) == 2
        quiet_poll(pair.b)
        assert len(pair.b.desk.bookings()) == 1


def test_many_sealed_events_are_taken_up_a_number_at_a_time(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adopting, "MOST", 40)
    base = pair.a.book(TEN)
    texts = {}
    for n in range(100):
        start = NOON + n * HOUR
        texts[f"S{n}.ics"] = written_by(pair, replace(base, id=f"s{n}", uid=f"S{n}", start=start, end=start + HOUR))
    pair.server.seed("family", texts)
    counts = []
    for _ in range(4):
        quiet_poll(pair.b)
        counts.append(len(pair.b.desk.bookings()))
    assert counts == [40, 80, 101, 101]
    nearest = min(b.start for b in pair.b.desk.bookings())
    assert nearest == TEN


def test_the_question_for_sealed_events_reads_no_others(pair: Pair) -> None:
    pair.a.book(TEN)
    plan = " ".join(
        row[-1]
        for row in pair.a.store.database.rows(
            "EXPLAIN QUERY PLAN SELECT href FROM objects WHERE seal <> '' AND (last IS NULL OR last > 1) AND NOT EXISTS"
            " (SELECT 1 FROM bookings b WHERE b.uid = objects.uid)"
        )
    )
    assert "objects_sealed" in plan


# --- at random --------------------------------------------------------------------------------------------------------


class Life:
    """Two hosts' hands on two computers, drawn by `chance`."""

    def __init__(self, pair: Pair, chance: random.Random) -> None:
        self.pair = pair
        self.chance = chance

    def step(self) -> None:
        place = self.chance.choice((self.pair.a, self.pair.b))
        act = self.chance.choice(
            (self.book, self.book, self.move, self.move, self.cancel, self.undo, self.undo, self.poll)
        )
        self.pair.clock.forward(seconds=self.chance.choice((1, 40, 90)))
        try:
            act(place)
        except Failure as failure:
            # The last: moved on both computers at once, and the host is asked.
            if failure.trouble.code not in (Code.SLOT_TAKEN, Code.NOT_FOUND, Code.WRITE_REFUSED):
                raise

    def _offline(self) -> bool:
        return self.chance.random() < 0.4

    def _slot(self) -> timedelta:
        return self.chance.randrange(1, 14) * HOUR / 2

    def _one(self, place: Workplace) -> Booking | None:
        return self.chance.choice(place.desk.bookings() or [None])

    def book(self, place: Workplace) -> None:
        place.desk.execute(Book("meeting", TEN + self._slot(), "Ada", offline=self._offline()))

    def move(self, place: Workplace) -> None:
        if booking := self._one(place):
            move(place, booking, TEN + self._slot(), offline=self._offline())

    def cancel(self, place: Workplace) -> None:
        if booking := self._one(place):
            cancel(place, booking, offline=self._offline())

    def undo(self, place: Workplace) -> None:
        if booking := self._one(place):
            undo(place, booking, offline=self._offline())

    def poll(self, place: Workplace) -> None:
        quiet_poll(place)

    def decide(self) -> None:
        """The host answers what is asked."""
        for place in self.pair:
            for booking in place.desk.bookings():
                if booking.gone_together:
                    place.desk.execute(SettleGone((booking.id,), cancel=True))
                elif booking.status is Status.ATTENTION and place.store.mirror.by_uid(booking.uid):
                    move(place, booking, booking.start, offline=True)
                elif booking.status is Status.ATTENTION:
                    cancel(place, booking, offline=True)


@pytest.mark.parametrize("seed", range(6))
def test_two_computers_at_random_end_in_step(pair: Pair, proxy: Proxy, seed: int) -> None:
    life = Life(pair, random.Random(seed))
    for _ in range(25):
        life.step()
    for _ in range(3):
        pair.settle()
        life.decide()
    pair.settle()
    live = pair.agree()
    ids = re.findall(r"^X-WORKESTRA-BOOKING:(\S+)", "\n".join(pair.texts()), re.MULTILINE)
    assert sorted(ids) == sorted(live)
    proxy.forget()
    for place in pair:
        assert quiet_poll(place).requests == 1
    assert {request.method for request in proxy.log} == {"PROPFIND"}


def test_a_cancel_is_meant_for_what_the_other_made_anew(pair: Pair) -> None:
    """[23] A cancels and takes it back; B, which knows nothing of that, cancels: the guest is told that it is off."""
    one, two = pair
    booking = one.book(TEN)
    pair.settle()
    cancel(one, booking)
    undo(one, known(one, booking))
    pair.clock.forward(minutes=5)
    cancel(two, known(two, booking))
    for _ in range(3):
        pair.clock.forward(minutes=11)
        quiet_poll(two)
        assert known(two, booking).status is Status.CANCELLED
    pair.settle()
    assert pair.texts() == []
    assert [known(each, booking).status for each in pair] == [Status.CANCELLED] * 2


def test_what_is_taken_back_in_the_second_of_the_cancel_stays(pair: Pair) -> None:
    """An event tells the second in which it was written, and no more."""
    one, two = pair
    booking = one.book(TEN)
    pair.settle()
    pair.clock.at = pair.clock().replace(microsecond=300_000)
    cancelled_at = pair.clock()
    cancel(one, booking)
    quiet_poll(two)
    pair.clock.forward(seconds=61)
    quiet_poll(two)
    two.clock.at = cancelled_at.replace(microsecond=600_000)
    back = undo(two, known(two, booking))
    two.clock.at = pair.clock()
    pair.settle()
    assert pair.agree()[booking.id].uid == back.uid
