"""A deleted event is made anew with everything the host had added, and kept in a journal that stays small."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from tests.core.example import BOOKING
from tests.support.icalendars import event, vcalendar, vevent
from workestra_desktop.ical.compose import compose
from workestra_desktop.ical.keeping import MOST, kept
from workestra_desktop.ical.revive import revive
from workestra_desktop.ical.seal import marks, seal_on

NOW = datetime(2026, 5, 1, 8, tzinfo=UTC)
HERE = ZoneInfo("Europe/Amsterdam")
ALARM = ("BEGIN:VALARM", "UID:alarm-1", "ACTION:DISPLAY", "TRIGGER:-PT7M", "END:VALARM")
ACCOUNT = "/20471163/principal/"
NEW = replace(BOOKING, uid="NEW-" + "0" * 90)


def old(*more: str, shift: timedelta = timedelta()) -> str:
    start, end = ((m + shift).astimezone(HERE) for m in (NEW.start, NEW.end))
    return event("OLD", start, end, *more, "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT15M", *ALARM)


def test_only_the_uid_and_what_is_ours_change() -> None:
    text = old("UID-LIKE:OLD", "DESCRIPTION:UID:OLD")
    made = revive(text, NEW, NOW, ACCOUNT)
    (found,) = icalendar.Calendar.from_ical(made).walk("VEVENT")
    assert found["UID"] == NEW.uid
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
    unfolded = made.replace("\r\n ", "")
    ours = "\r\n".join(marks(NEW, ACCOUNT, NOW))
    assert unfolded == text.replace("\r\nUID:OLD\r\n", f"\r\nUID:{NEW.uid}\r\n{ours}\r\n")
    assert "UID:alarm-1" in made


def test_the_seal_is_made_anew() -> None:
    text = old(*marks(replace(NEW, uid="OLD", guest="Somebody else"), ACCOUNT, NOW))
    assert seal_on(text, ACCOUNT)
    made = revive(text, NEW, NOW, ACCOUNT)
    assert seal_on(made, ACCOUNT) not in ("", seal_on(text, ACCOUNT))
    assert made.count("X-WORKESTRA-SEAL") == made.count("X-WORKESTRA-BOOKING") == made.count("X-WORKESTRA-GUEST") == 1
    assert "Somebody" not in made


def test_it_stands_at_the_booking_s_time() -> None:
    made = revive(old(shift=timedelta(hours=5)), NEW, NOW, ACCOUNT)
    (found,) = icalendar.Calendar.from_ical(made).walk("VEVENT")
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (NEW.start, NEW.end)
    assert "TRIGGER:-PT7M" in made


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no calendar at all",
        old("RRULE:FREQ=DAILY;COUNT=3"),
        old("STATUS:CANCELLED"),
        event("OLD", date(2026, 5, 4), date(2026, 5, 5)),
        vcalendar(vevent("OLD", NEW.start, NEW.end), vevent("OLD", NEW.start, NEW.end)),
        old().replace("END:VEVENT", ""),
    ],
)
def test_what_cannot_stand_for_a_booking_is_composed_as_for_a_new_one(text: str) -> None:
    assert revive(text, NEW, NOW, ACCOUNT) == compose(NEW, NOW, ACCOUNT)


def test_a_text_is_kept_whole_or_without_attachments_or_not_at_all() -> None:
    assert kept(old()) == (old(), "")
    attached = old("ATTACH;VALUE=BINARY;ENCODING=BASE64:" + "\r\n ".join(["A" * 70] * 5000))
    light, said = kept(attached)
    assert light == old() and "without the attachments" in said
    assert kept(old("DESCRIPTION:" + "é" * (MOST // 2))) == ("", "its text is too large to be kept")
    edge = "x" * MOST
    assert kept(edge) == (edge, "")
