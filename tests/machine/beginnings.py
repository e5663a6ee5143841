"""What an example begins with: an account and a profile that has read it, with some bookings and others' events.

Made once for each number of bookings, and copied.
"""

from __future__ import annotations

import random
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.machine import phone as phones
from tests.machine.account import Account, Beginning
from tests.support.desks import MONDAY, Workplace
from tests.support.icalendars import event
from workestra_desktop.store.profile import FILE

FIRST_DAY = MONDAY + timedelta(days=30)
"""What is booked lies on this day and the next ones."""


SIZES = (3, 5, 0)


@contextmanager
def drawn_names(seed: str) -> Iterator[None]:
    """New identities come from the seed, so that an example can be played again."""
    names = random.Random(seed)
    real, uuid.uuid4 = uuid.uuid4, lambda: uuid.UUID(int=names.getrandbits(128), version=4)
    try:
        yield
    finally:
        uuid.uuid4 = real


@dataclass(frozen=True, slots=True)
class Made:
    account: Beginning
    foreign: dict[str, str]
    profile: Path

    def into(self, account: Account, profile: Path) -> None:
        account.begin_with(self.account, MONDAY)
        account.foreign.update(self.foreign)
        profile.mkdir(parents=True)
        shutil.copyfile(self.profile / FILE, profile / FILE)


class Beginnings:
    def __init__(self, account: Account, folder: Path) -> None:
        self._account = account
        self._folder = folder
        self._made: dict[int, Made] = {}
        for bookings in SIZES:
            with drawn_names(f"beginning {bookings}"):
                self._made[bookings] = self._make(bookings)

    def of(self, bookings: int) -> Made:
        """One with so many bookings, of `SIZES`."""
        return self._made[bookings]

    def _make(self, bookings: int) -> Made:
        account = self._account
        account.clear(MONDAY)
        for number, calendar in enumerate(account.calendars()):
            at = phones.at(FIRST_DAY, 11 * number)
            path = account.cloud.put(calendar, f"standing-{number}.ics", event(f"standing-{number}", at.start, at.end))
            account.foreign[path] = account.objects()[path]
        profile = self._folder / f"beginning {bookings}"
        place = Workplace(profile, account.url)
        place.connect()
        for number in range(bookings):
            place.book(phones.at(FIRST_DAY, 7 + 13 * number).start, f"First guest {number}", outside_rules=True)
        list(place.desk.round())
        place.store.close()
        return Made(account.stored(), dict(account.foreign), profile)
