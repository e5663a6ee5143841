"""Words for every reason there can be, whatever stands in the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from tests.support.snapshots import BERLIN, CALENDARS, LINKS, NOW, a_block, a_booking
from workestra_desktop.core.calendar import Reason
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link, Override
from workestra_desktop.core.settings import Blocking, EventRule
from workestra_desktop.core.slots import Refusal, Taken
from workestra_desktop.core.week import _FIRST, Stretch, stretches
from workestra_desktop.core.whereabouts import Stay
from workestra_desktop.ui.link_words import hours_words, minutes_words
from workestra_desktop.ui.why_card import breakable
from workestra_desktop.ui.why_words import Teller

WHERE = ZoneInfo(BERLIN)
LINK = replace(
    LINKS[1], before=15, after=10, notice=24 * 60, step=30, window_days=60, max_per_day=4, max_per_week=9,
    overrides=(
        Override(date(2026, 11, 25), date(2026, 11, 27)),
        Override(date(2026, 12, 1), date(2026, 12, 1), (("10:00", "12:00"),)),
    ),
)  # fmt: skip
BOOKED = a_booking("b1", "Anna", 1, before=20, after=5)
RULES = (EventRule("ruled", Blocking.ALWAYS, "Ruled"),)
WORK = CALENDARS[0].id

RULE_SETTINGS = {
    "past": ("",),
    "begun": ("",),
    "hours": ("link.hours", "link.overrides"),
    "notice": ("link.notice",),
    "window": ("link.window", "link.window_days"),
    "limit": ("link.max_per_day", "link.max_per_week"),
    "step": ("link.step",),
}
NEAR_SETTINGS = ("link.before", "link.after", "booking.before", "booking.after")
EVENT_SETTINGS = ("", "settings.tentative_blocks", "settings.unanswered_blocks", "settings.all_day", "event.always")
TAKEN_SETTINGS = {"busy": EVENT_SETTINGS, "buffer": NEAR_SETTINGS, "gap": (*EVENT_SETTINGS, *NEAR_SETTINGS)}
HOSTILE = "<b>Bold</b>\n\u202eevil\x00" + "x" * 5000


def teller(link: Link = LINK, **fields: object) -> Teller:
    made = Teller(link, 45, WHERE, NOW, CALENDARS, RULES, (), (BOOKED,))
    return replace(made, **fields)  # type: ignore[arg-type]


def refusals() -> list[Refusal]:
    said = "For the command."
    found = [Refusal(kind, said, setting=s, end=NOW) for kind, settings in RULE_SETTINGS.items() for s in settings]
    reasons = [reason for reason in Reason if reason.blocks]
    for kind, settings in TAKEN_SETTINGS.items():
        found += [
            Refusal(kind, title, WORK, NOW, NOW + timedelta(hours=1), setting, reason, "uid")
            for setting, reason, title in product(settings, reasons, ("Call", "", HOSTILE))
        ]
        found += [Refusal(kind, "Anna", WORK, NOW, NOW, setting, None, "uid", booking="b1") for setting in settings]
    return found


def test_every_kind_there_is_has_words() -> None:
    assert {*RULE_SETTINGS, *TAKEN_SETTINGS} == {*_FIRST}
    for refusal in refusals():
        why = teller().why(refusal, NOW)
        assert why.title
        assert why.sentence
        assert bool(why.setting) or refusal.setting == "" or refusal.kind == "past", refusal
        for text in (why.title, why.sentence, why.setting, why.when, why.brief):
            assert len(text) <= 300, text
            assert not {"\u202e", "\x00", "\n"} & {*text}
            assert "{" not in text
        ruled_by_link = refusal.setting.startswith("link.")
        assert bool(why.change) or not ruled_by_link, refusal
        assert why.settings == refusal.setting.startswith("settings.")
        assert why.uid == ("uid" if refusal.uid and not refusal.booking else "")
        assert why.booking == refusal.booking


def test_every_reason_to_take_no_time_has_words() -> None:
    for reason in Reason:
        if reason.blocks:
            continue
        why = teller().beside(a_block("Lunch", NOW, reason=reason))
        assert (why.title, why.uid, why.calendar) == ("Lunch", "Lunch", "Work")
        assert why.sentence
        assert why.settings == reason.endswith("_free")
        assert bool(why.setting) == (why.settings or reason is Reason.NEVER)


@pytest.mark.parametrize(
    ("refusal", "setting"),
    [
        (Refusal("hours", "", setting="link.hours"), "Hours of “Lesson”: Mon–Fri 09:00–17:00"),
        (Refusal("notice", "", setting="link.notice"), "24 h notice"),
        (Refusal("window", "", setting="link.window_days"), "Bookable 60 days ahead"),
        (Refusal("limit", "", setting="link.max_per_day"), "At most 4 a day"),
        (Refusal("limit", "", setting="link.max_per_week"), "At most 9 a week"),
        (Refusal("step", "", setting="link.step"), "“Lesson” starts every 30 min"),
        (Refusal("buffer", "A", WORK, NOW, NOW, "link.before"), "Buffer of 15 min before a meeting"),
        (Refusal("buffer", "A", WORK, NOW, NOW, "link.after"), "Buffer of 10 min after a meeting"),
        (Refusal("gap", "", setting="booking.before", booking="b1"), "That booking keeps 20 min free before itself"),
        (Refusal("gap", "", setting="booking.after", booking="?"), "That booking keeps some time free after itself"),
        (
            Refusal("busy", "A", WORK, NOW, NOW, "settings.unanswered_blocks", Reason.UNANSWERED),
            "Unanswered invitations block your time",
        ),
        (Refusal("busy", "", WORK, NOW, NOW, "event.always", Reason.ALWAYS), "You chose that this event always blocks"),
        (Refusal("busy", "A", WORK, NOW, NOW, "", Reason.BUSY), ""),
    ],
)  # fmt: skip
def test_the_setting_is_called_by_its_name(refusal: Refusal, setting: str) -> None:
    assert teller().why(refusal, NOW).setting == setting


def test_a_special_day_is_told_by_its_date() -> None:
    off = Refusal("hours", "", setting="link.overrides")
    wednesday, tuesday = datetime(2026, 11, 26, 9, tzinfo=UTC), datetime(2026, 12, 1, 15, tzinfo=UTC)
    assert teller().why(off, wednesday).setting == "No “Lesson” on Wed 25 Nov to Fri 27 Nov"
    assert teller().why(off, tuesday).setting == "Special hours of “Lesson”, Tue 1 Dec: 10:00–12:00"


def test_hours_kept_elsewhere_say_where() -> None:
    outside = Refusal("hours", "", setting="link.hours")
    assert teller(replace(LINK, timezone="Asia/Tokyo")).why(outside, NOW).setting.endswith("(time in Asia/Tokyo)")
    there = (Stay(date(2026, 11, 20), date(2026, 11, 30), "America/New_York"),)
    assert teller(stays=there).why(outside, NOW).setting.endswith("(time in America/New_York)")
    assert teller(replace(LINK, travels=False), stays=there).why(outside, NOW).setting.endswith("09:00–17:00")


def test_a_fixed_window_is_told_with_its_days() -> None:
    link = replace(LINK, window=(date(2026, 12, 1), date(2026, 12, 24)))
    why = teller(link).why(Refusal("window", "", setting="link.window"), NOW)
    assert why.setting == "Bookable from Tue 1 Dec 2026 to Thu 24 Dec 2026"


def test_how_the_host_ruled_is_shown() -> None:
    ruled = Refusal("busy", "Ruled", WORK, NOW, NOW, "event.always", Reason.ALWAYS, "ruled")
    assert teller().why(ruled, NOW).counts is Blocking.ALWAYS
    assert teller().why(replace(ruled, uid="other"), NOW).counts is Blocking.USUAL


def test_times_of_whole_days_have_no_clock() -> None:
    midnight = datetime(2026, 11, 24, 23, tzinfo=UTC)
    one = a_block("Birthday", midnight, 24 * 60, Reason.FREE, whole_day=True)
    assert teller().beside(one).when == "Wed 25 Nov, all day"
    assert teller().beside(replace(one, end=midnight + timedelta(days=3))).when == "Wed 25 Nov – Fri 27 Nov"
    timed = a_block("Lunch", midnight + timedelta(hours=12), 45, Reason.FREE)
    assert teller().beside(timed).when == "Wed 25 Nov, 12:00 – 12:45"


def test_the_way_to_an_event_is_told_apart_from_it() -> None:
    start = datetime(2026, 11, 24, 13, tzinfo=UTC)
    minutes = timedelta(minutes=1)
    far = Refusal(
        "busy", "Dentist", WORK, start, start + 120 * minutes, reason=Reason.BUSY, uid="far",
        travel=30 * minutes, travel_back=15 * minutes,
    )  # fmt: skip
    told = [teller().why(far, start + n * minutes).sentence for n in (0, 29, 30, 104, 105)]
    there, back = "The way there takes 30 min.", "The way back takes 15 min."
    assert told == [there, there, "It is marked as busy.", "It is marked as busy.", back]
    assert teller().why(far, start).when == "Tue 24 Nov, 14:30 – 15:45"


def test_one_sentence_for_a_screen_reader() -> None:
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert teller().say(Stretch(Span(at, at)), at) == "Tuesday 24 November, 10:00: can be booked"
    assert teller().say(None, at) == "Tuesday 24 November, 10:00: not known yet"
    call = Refusal("busy", "Call", WORK, at, at, "", Reason.BUSY, "1")
    near = Refusal("buffer", "Call", WORK, at, at, "link.before", Reason.BUSY, "1")
    assert teller().answer(Stretch(Span(at, at), (call,)), at) == "Call (Work)"
    assert teller().answer(Stretch(Span(at, at), (near,)), at) == "too near to Call (Work)"
    many = tuple(replace(call, title=f"Call {n} " + "x" * 400, uid=str(n)) for n in range(50))
    said = teller().say(Stretch(Span(at, at), many), at)
    assert said.endswith("; and 47 more")
    assert len(said) < 600


def test_a_busy_week_of_the_core_is_worded_throughout() -> None:
    """What the core really says, minute by minute, not what a test makes up."""
    span = Span(datetime(2026, 11, 22, 23, tzinfo=UTC), datetime(2026, 12, 6, 23, tzinfo=UTC))
    reasons = [r for r in Reason if r.blocks]
    blocks = [a_block(f"E{n}", NOW + timedelta(hours=13 * n), 50, reasons[n % len(reasons)]) for n in range(24)]
    said = set()
    for stretch in stretches(LINK, 45, span, Taken(blocks, (BOOKED,)), NOW):
        for refusal in stretch.reasons:
            assert teller().why(refusal, stretch.span.start).title
            said.add(refusal.kind)
        assert stretch.open or teller().answer(stretch, stretch.span.start) != "can be booked"
    assert {"past", "hours", "notice", "busy", "gap"} <= said


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(5, "5 min"), (60, "1 h"), (90, "1 h 30 min"), (24 * 60, "24 h"), (72 * 60, "3 days"), (0, "0 min")],
)
def test_lengths(minutes: int, words: str) -> None:
    assert minutes_words(minutes) == words


def test_hours_are_grouped_and_bounded() -> None:
    day = (("09:00", "12:00"), ("13:00", "24:00"))
    assert hours_words({"mon": day, "tue": day, "sat": (("22:00", "02:00"),)}) == (
        "Mon–Tue 09:00–12:00, 13:00–24:00; Sat 22:00–02:00"
    )
    assert hours_words({}) == "none"
    many = tuple((f"{h:02}:00", f"{h:02}:30") for h in range(24))
    assert len(hours_words({"mon": many, "wed": many})) <= 160


def test_long_words_can_be_broken_and_short_ones_are_left_alone() -> None:
    assert breakable("A title of short words") == "A title of short words"
    assert breakable("y" * 30).replace("\u200b", "") == "y" * 30
    assert "\u200b" in breakable("y" * 30)
