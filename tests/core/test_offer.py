"""Free times for a guest: every slot is told once, with the right time in both zones, and as nothing but text."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workestra_desktop.core.interval import Span
from workestra_desktop.core.offer import MOST_LINES, ONE_BY_ONE, Offer, coming_days, lines, offered_title
from workestra_desktop.core.offer_formats import as_html, as_markdown, as_text
from workestra_desktop.core.offer_words import EnglishVoice, proposals, sheet
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ical.proposals import proposal_file

VOICE = EnglishVoice()
BASES = tuple(
    datetime(*day, tzinfo=UTC) for day in ((2026, 10, 24), (2027, 3, 13), (2026, 11, 30), (2026, 10, 3), (2026, 12, 30))
)
MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
ZONES = (
    "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kolkata", "Pacific/Apia", "Pacific/Honolulu", "UTC",
    "Australia/Lord_Howe", "America/St_Johns", "Etc/GMT+12", "Africa/Casablanca", "America/Argentina/Ushuaia",
)  # fmt: skip


def row(start: datetime, count: int, step: int = 30, length: int = 30) -> tuple[Span, ...]:
    starts = [start + timedelta(minutes=step * n) for n in range(count)]
    return tuple(Span(each, each + timedelta(minutes=length)) for each in starts)


def an_offer(*slots: Span, guest_zone: str = "", title: str = "Meeting", zone: str = "Europe/Berlin") -> Offer:
    return Offer("meeting", title, slots, zone, guest_zone)


@st.composite
def offers(draw: st.DrawFn) -> Offer:
    """Slots with one length, around a change of clocks of Berlin, New York or Lord Howe, or anywhere in the year."""
    base = draw(st.sampled_from(BASES))
    step, length = draw(st.sampled_from([5, 15, 30, 60])), draw(st.sampled_from([15, 30, 45, 90, 600]))
    whole = st.integers(1, 3 * 24 * 60 // step).map(range)  # rows across every midnight and change of clocks
    at = draw(st.sets(st.integers(0, 3 * 24 * 60 // step), min_size=1, max_size=80) | whole)
    slots = (base + timedelta(minutes=step * n) for n in sorted(at))
    spans = tuple(Span(start, start + timedelta(minutes=length)) for start in slots)
    return Offer("meeting", "Meeting", spans, draw(st.sampled_from(ZONES)), draw(st.sampled_from(("", *ZONES))))


_TIMES = re.compile(r"(?:(\w{3} \d+ \w{3} \d{4}), )?(\d\d:\d\d)–(?:(\w{3} \d+ \w{3} \d{4}), )?(\d\d:\d\d)([^()]*)"
                    r"(?: \((UTC[^)]*)\))? \(([^)]*)\)")  # fmt: skip
_STARTS = re.compile(r", a start every (?:(\d+) h ?)?(?:(\d+) min)?, the last at (.*)$")


def a_day(text: str) -> date:
    return datetime.strptime(text, "%a %d %b %Y").date()  # noqa: DTZ007 - a day


def offset(place: str) -> timedelta:
    """`Berlin, UTC+1` → one hour."""
    found = re.search(r"UTC(?:([+−])(\d+)(?::(\d+))?)?$", place)
    assert found, place
    size = timedelta(hours=int(found[2] or 0), minutes=int(found[3] or 0))
    return -size if found[1] == "−" else size


def read_back(text: str, length: timedelta) -> tuple[list[list[Span]], list[int]]:
    """The slots that a guest who reads the text literally finds: for each zone all of them, and the numbers."""
    by_zone: list[list[Span]] = [[], []]
    numbers: list[int] = []
    day: date | None = None
    for line in text.splitlines():
        if re.fullmatch(r"\w{3} \d+ \w{3} \d{4}", line):
            day = a_day(line)
        if not (numbered := re.match(r" *(\d+)\. ", line)):
            continue
        assert day is not None
        numbers.append(int(numbered[1]))
        rest = line[numbered.end() :]
        step = None
        if starts := _STARTS.search(rest):
            step = timedelta(hours=int(starts[1] or 0), minutes=int(starts[2] or 0))
            rest = rest[: starts.start()]
        for place, times in enumerate(rest.split(" = ")):
            found = _TIMES.fullmatch(times)
            assert found, times
            first = a_day(found[1]) if found[1] else day
            last = a_day(found[3]) if found[3] else first
            begin = datetime.combine(first, datetime.strptime(found[2], "%H:%M").time(), UTC) - offset(found[7])  # noqa: DTZ007
            end_offset = offset(found[6]) if found[6] else offset(found[7])
            end = datetime.combine(last, datetime.strptime(found[4], "%H:%M").time(), UTC) - end_offset  # noqa: DTZ007
            if step is None:
                by_zone[place].append(Span(begin, end))
                continue
            assert starts
            at = begin
            while at + length <= end:
                by_zone[place].append(Span(at, at + length))
                at += step
            last_start = (at - step + offset(found[7])).strftime("%H:%M")
            assert starts[3].split(" = ")[place] == last_start
    return by_zone, numbers


@settings(max_examples=300, deadline=None)
@given(offers())
def test_a_guest_who_reads_it_literally_finds_every_slot_once_in_both_zones(offer: Offer) -> None:
    told = lines(offer)
    expected = [slot for line in told.shown for slot in line.slots]
    assert expected == list(offer.slots[: len(expected)])
    assert told.left == len(offer.slots) - len(expected)
    by_zone, numbers = read_back(as_text(sheet(offer, VOICE)), offer.slots[0].end - offer.slots[0].start)
    assert numbers == list(range(1, len(told.shown) + 1))
    assert by_zone[0] == expected
    both = offer.guest_zone not in ("", offer.timezone)
    assert by_zone[1] == (expected if both else [])


def test_few_times_are_told_one_by_one_and_many_as_rows() -> None:
    few = an_offer(*row(MONDAY, ONE_BY_ONE))
    assert [line.step for line in lines(few).shown] == [None] * ONE_BY_ONE
    text = as_text(sheet(an_offer(*row(MONDAY, 16, 30, 60)), VOICE))
    assert text == (
        "These times are free for “Meeting” (1 h):\n\n"
        "Mon 30 Nov 2026\n"
        " 1. 09:00–17:30 (Berlin, UTC+1), a start every 30 min, the last at 16:30\n\n"
        "Please answer with a number and a start. Nothing is booked until it is confirmed.\n"
    )


def test_a_row_ends_where_something_lies_between_and_at_midnight_of_either_zone() -> None:
    slots = (*row(MONDAY, 7), *row(MONDAY + timedelta(hours=5), 7))
    assert [len(line.slots) for line in lines(an_offer(*slots)).shown] == [7, 7]
    tokyo = an_offer(*row(MONDAY + timedelta(hours=3), 16), guest_zone="Asia/Tokyo")  # 20:00 to 04:00 there
    assert [len(line.slots) for line in lines(tokyo).shown] == [8, 8]
    assert "= Tue 1 Dec 2026, 00:00–04:00 (Tokyo, UTC+9)" in as_text(sheet(tokyo, VOICE))


def test_a_month_of_scattered_times_stays_a_letter() -> None:
    slots = [Span(MONDAY + timedelta(hours=n), MONDAY + timedelta(hours=n, minutes=30)) for n in range(400)]
    told = lines(an_offer(*slots))
    assert len(told.shown) == MOST_LINES
    assert told.left == 400 - MOST_LINES
    assert f"{told.left} later times are free as well." in as_text(sheet(an_offer(*slots), VOICE))
    one = sheet(an_offer(*slots[: MOST_LINES + 1]), VOICE)
    assert "One later time is free as well." in one.foot


def test_the_hour_that_comes_twice_is_told_with_its_offsets() -> None:
    change = datetime(2026, 10, 25, 0, 0, tzinfo=UTC)
    text = as_text(sheet(an_offer(*row(change, 4, 60, 60)), VOICE))
    assert "02:00–02:00 (UTC+1) (Berlin, UTC+2)" in text
    assert "02:00–03:00 (Berlin, UTC+1)" in text


HOSTILE = (
    "</b><img src=https://x.example/y>*_[a](https://x.example)`|~ @all\u202egnp.exe\x07\r\nBEGIN:VEVENT,;\\n"
    + "x" * 999
)


def test_a_hostile_title_stays_text_everywhere() -> None:
    offer = an_offer(*row(MONDAY, 3), title=offered_title(HOSTILE, "meeting"))
    written = sheet(offer, VOICE)
    text, rich, marked = as_text(written), as_html(written), as_markdown(written)
    assert len(offer.title) <= 80
    assert "\u202e" not in text + rich + marked
    assert "\x07" not in text + rich + marked
    tags = re.findall(r"<[^>]*>", rich)
    assert {re.sub(r" .*", ">", tag) for tag in tags} == {
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<ol>",
        "<li>",
        "</li>",
        "</ol>",
    }
    assert html.escape(offer.title) in rich
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", marked.split("\n\n")[0])
    assert not set("<>*_[]`|~@") & set(bare)
    assert "https://" not in marked
    (event, *_) = icalendar.Calendar.from_ical(proposal_file(proposals(offer, VOICE), MONDAY, "n")).walk("VEVENT")
    assert offer.title in str(event["SUMMARY"])


def test_markdown_numbers_go_on_from_day_to_day() -> None:
    marked = as_markdown(sheet(an_offer(*row(MONDAY, 2), *row(MONDAY + timedelta(days=1), 1)), VOICE))
    assert "**Tue 1 Dec 2026**\n\n3. 09:00–09:30 (Berlin, UTC+1)\n" in marked
    rich = as_html(sheet(an_offer(*row(MONDAY, 2), *row(MONDAY + timedelta(days=1), 1)), VOICE))
    assert '<ol start="3">' in rich


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Meeting with {guest}", "Meeting"),
        ("Beratung mit {guest}", "Beratung"),
        ("{guest}: Talk", "…: Talk"),
        ("\x01", "slug"),
    ],
)
def test_the_title_a_guest_reads_names_no_guest(title: str, shown: str) -> None:
    assert offered_title(title, "slug") == shown


def test_the_days_asked_for_are_whole_days_of_the_host() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert coming_days(MONDAY, 1, berlin) == Span(MONDAY, datetime(2026, 11, 30, 23, 0, tzinfo=UTC))
    over_the_change = coming_days(datetime(2026, 10, 24, 12, tzinfo=UTC), 2, berlin)
    assert over_the_change.end == datetime(2026, 10, 25, 23, 0, tzinfo=UTC)


def test_the_days_asked_for_may_begin_later_but_never_before_now() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    later = coming_days(MONDAY, 2, berlin, date(2026, 12, 7))
    assert later == Span(datetime(2026, 12, 6, 23, tzinfo=UTC), datetime(2026, 12, 8, 23, tzinfo=UTC))
    for first in (date(2026, 11, 30), date(2026, 11, 1)):
        assert coming_days(MONDAY, 1, berlin, first) == coming_days(MONDAY, 1, berlin)


def test_nothing_to_offer_makes_no_letter_and_no_file() -> None:
    with pytest.raises(ValueError, match="nothing"):
        sheet(an_offer(), VOICE)
    with pytest.raises(ValueError, match="nothing"):
        proposal_file((), MONDAY, "n")
    with pytest.raises(Failure):
        sheet(an_offer(*row(MONDAY, 1), guest_zone="Mars/Olympus"), VOICE)


@settings(max_examples=60, deadline=None)
@given(offers())
def test_the_file_proposes_each_line_and_takes_no_time(offer: Offer) -> None:
    text = proposal_file(proposals(offer, VOICE), MONDAY, "name")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar = icalendar.Calendar.from_ical(text)
    assert "METHOD" not in calendar
    events = calendar.walk("VEVENT")
    told = lines(offer).shown
    assert [(e.decoded("DTSTART").astimezone(UTC), e.decoded("DTEND").astimezone(UTC)) for e in events] == [
        (line.span.start, line.span.end) for line in told
    ]
    assert {(str(e["STATUS"]), str(e["TRANSP"])) for e in events} == {("TENTATIVE", "TRANSPARENT")}
    assert len({str(e["UID"]) for e in events}) == len(events)
    assert all(str(e["SUMMARY"]).startswith("Proposed: Meeting (") for e in events)
    assert not [e for e in events if "ORGANIZER" in e or "ATTENDEE" in e]
