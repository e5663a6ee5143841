"""Apple mails a guest only of a link that invites ([36-38] of the product's rules; row 37 of the stand-in)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.desks import Workplace
from tests.support.icloud import ICloud
from tests.sync.stage import TEN, cancel, move, quiet_poll, refused, rewrite, texts_of
from workestra_desktop.core.booking import Booking, InCloud
from workestra_desktop.core.calendar import Reason
from workestra_desktop.core.commands import Book, ChangeSettings, SetLink, Undo
from workestra_desktop.core.interval import Span
from workestra_desktop.core.mirror import Account
from workestra_desktop.core.trouble import Code

HOUR = timedelta(hours=1)
GUEST = "ada@example.org"


@pytest.fixture
def place(place: Workplace) -> Workplace:
    place.connect()
    return place


def invite(place: Workplace, *, on: bool = True) -> None:
    place.desk.execute(SetLink(replace(place.desk.link("meeting"), invite=on)))


def invited(place: Workplace) -> Booking:
    invite(place)
    return place.book(TEN, email=GUEST)


def people(text: str) -> list[str]:
    lines = text.replace("\r\n ", "").split("\r\n")
    return [line for line in lines if line.startswith(("ORGANIZER", "ATTENDEE", "METHOD"))]


def test_only_the_invited_guest_is_mailed_once(icloud: ICloud, place: Workplace) -> None:
    place.book(TEN + 2 * HOUR, email=GUEST)
    booking = invited(place)
    nobody, myself = place.book(TEN + 3 * HOUR), place.book(TEN + 4 * HOUR, email=icloud.user.upper())
    quiet_poll(place)
    assert icloud.standin.mails() == [f"invitation to mailto:{GUEST}: {booking.href}"]
    assert [b.invited for b in (booking, nobody, myself)] == [True, False, False]
    (text,) = texts_of(icloud, booking)
    assert people(text) == [
        f"ORGANIZER:mailto:{icloud.user}",
        'ATTENDEE;CN="Ada Lovelace";CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:'
        + GUEST,
    ]


def test_moving_and_cancelling_tell_the_guest_whatever_became_of_the_link(icloud: ICloud, place: Workplace) -> None:
    booking = invited(place)
    invite(place, on=False)
    (before,) = texts_of(icloud, booking)
    moved = move(place, booking, TEN + HOUR)
    (after,) = texts_of(icloud, booking)
    assert moved.invited and "SEQUENCE:1" in after
    assert people(after) == people(before) != []
    cancelled = cancel(place, moved)
    assert cancelled.invited and texts_of(icloud, booking) == []
    assert [line.split()[0] for line in icloud.standin.mails()] == ["invitation", "update", "cancellation"]


def test_undoing_the_cancel_invites_anew(icloud: ICloud, place: Workplace) -> None:
    booking = invited(place)
    cancel(place, booking)
    place.desk.execute(Undo(booking.id))
    again = place.desk.booking(booking.id)
    assert again.invited and again.live and again.sync is InCloud.SYNCED
    assert icloud.standin.mails()[-1] == f"invitation to mailto:{GUEST}: {again.href}"


@pytest.mark.parametrize("answer", ["ACCEPTED", "DECLINED", "TENTATIVE"])
def test_the_guests_answer_is_an_edit_and_no_more(icloud: ICloud, place: Workplace, answer: str) -> None:
    booking = invited(place)
    rewrite(icloud, booking, ("PARTSTAT=NEEDS-ACTION", f"PARTSTAT={answer};SCHEDULE-STATUS=2.0"))
    place.clock.forward(seconds=61)
    report = quiet_poll(place)
    assert (report.bookings_moved, report.bookings_cancelled) == ((), ())
    found = place.desk.booking(booking.id)
    assert booking.agreed is not None and found.agreed is not None
    assert found.agreed.etag != booking.agreed.etag
    assert replace(found, agreed=booking.agreed, changed_at=booking.changed_at) == booking
    assert place.store.journal.of(booking.id)[-1].what == "edited in iCloud"
    assert place.notices == []


def test_an_invitation_of_the_hosts_own_takes_its_time(icloud: ICloud, place: Workplace) -> None:
    """Whatever the guest answers: also one that the host made in Apple Calendar."""
    settings = replace(place.store.settings.get(), unanswered_blocks=False, tentative_blocks=False)
    place.desk.execute(ChangeSettings(settings))
    booking = invited(place)
    text = rewrite(icloud, booking, ("PARTSTAT=NEEDS-ACTION", "PARTSTAT=DECLINED"))
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith("X-WORKESTRA")]
    icloud.put("family", "by-hand.ics", "".join(lines).replace(booking.uid, "BY-HAND").replace("T10", "T13"))
    quiet_poll(place)
    blocks = place.store.mirror.blocks(Span(TEN, TEN + 5 * HOUR), [c.id for c in place.desk.calendars()])
    assert {(b.uid, b.start, b.reason) for b in blocks} == {
        (booking.uid, TEN, Reason.BUSY), ("BY-HAND", TEN + 3 * HOUR, Reason.BUSY),
    }  # fmt: skip
    for start in (TEN, TEN + 3 * HOUR):
        assert refused(place, Book("meeting", start, "Bob")).code is Code.SLOT_TAKEN


@pytest.mark.parametrize(("apple_id", "named", "organizer"), [
    ("Host@Example.com", {"mailto:host@example.com", "mailto:a@icloud.com", "/1/p/"}, "mailto:host@example.com"),
    ("old@example.com", {"mailto:b@icloud.com", "mailto:a@icloud.com", "urn:uuid:1"}, "mailto:a@icloud.com"),
    ("host@example.com", {"/1/principal/"}, "mailto:host@example.com"),
    ("+49 170 1234567", {"/1/principal/", "mailto:a@icloud.com"}, "mailto:a@icloud.com"),
    ("+49 170 1234567", {"/1/principal/", "mailto:", "mailto:a b"}, ""),
])  # fmt: skip
def test_the_host_invites_by_an_address_that_the_server_knows(apple_id: str, named: set[str], organizer: str) -> None:
    account = Account(apple_id, "/1/principal/", "", frozenset(named), connected=True, setup_done=True)
    assert account.organizer == organizer
