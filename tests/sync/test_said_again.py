"""What a host is told of a booking is kept with what it was made of, so that any language can tell it later."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from urllib.parse import unquote

import pytest

from tests.support.desks import Workplace
from tests.support.icloud import ICloud
from tests.sync.stage import TEN, move, name_of, quiet_poll, sync
from workestra_desktop.core.booking import Status
from workestra_desktop.core.choices import Choice
from workestra_desktop.core.commands import Choose
from workestra_desktop.core.said import Said, again, said
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.ical.amend import amend


def elsewhere(text: str) -> str:
    """In a language that puts each of its sentences in brackets."""
    return again(text, "⟦{}⟧".format, str)


def templates(text: str) -> list[str]:
    """What a language is asked for: sentences with places, not with what stands in them."""
    asked: list[str] = []

    def say(template: str) -> str:
        asked.append(template)
        return template

    again(text, say, str)
    return asked


def test_a_concern_is_told_in_another_language_after_a_restart(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    quiet_poll(place)
    booking = place.desk.booking(booking.id)
    move(place, booking, TEN + timedelta(hours=2), offline=True)
    text, _ = icloud.get(unquote(booking.href))
    later = timedelta(hours=1)
    dragged = amend(text, booking.uid, booking.start + later, booking.end + later, "Europe/Berlin", booking.created_at)
    icloud.put(name_of(booking.calendar), name_of(booking.href), dragged)
    sync(place)

    clash = "It was moved here and in iCloud at the same time."
    (problem,) = [p for p in place.desk.snapshot().problems if p.code is Code.NEEDS_ATTENTION]
    assert problem.subject == f"{booking.title}: {clash}"
    assert elsewhere(problem.subject) == f"⟦{booking.title}: ⟦{clash}⟧⟧"

    # With facts of its own, as any sentence may have.
    facts = said("“{event}” lies on it.", event="Dentist")
    with place.store.transaction():
        place.store.bookings.put(replace(place.desk.booking(booking.id), concern=facts))
    (problem,) = [p for p in place.desk.snapshot().problems if p.code is Code.NEEDS_ATTENTION]
    assert elsewhere(problem.subject) == f"⟦{booking.title}: ⟦“Dentist” lies on it.⟧⟧"
    assert templates(problem.subject) == ["{booking}: {concern}", "“{event}” lies on it."]

    with pytest.raises(Failure) as refused:
        place.desk.execute(Choose(booking.id, Choice.PUT_BACK))
    subject = refused.value.trouble.subject
    assert subject.startswith("“put-back” does not fit “") and "It can be “" in subject
    assert elsewhere(subject).count("⟦") > 4, "each choice is a sentence of its own"


def test_a_concern_of_an_older_row_is_itself(place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN, offline=True)
    with place.store.transaction():
        place.store.bookings.put(replace(booking, status=Status.ATTENTION))
    plain = "Its event in iCloud has become a series."
    database = place.store.database
    (body,) = database.rows("SELECT body FROM bookings")[0]
    with place.store.transaction():
        database.run("UPDATE bookings SET body = ?", (json.dumps(json.loads(body) | {"concern": plain}),))
    found = place.desk.booking(booking.id).concern
    assert found == plain and not isinstance(found, Said)
    (problem,) = [p for p in place.desk.snapshot().problems if p.code is Code.NEEDS_ATTENTION]
    assert elsewhere(problem.subject) == f"⟦{booking.title}: ⟦{plain}⟧⟧"
