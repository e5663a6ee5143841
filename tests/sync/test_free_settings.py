"""What the host decides about free and busy [14-19], on a real desk: at once, from the mirror, and for good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.support.desks import MONDAY, ZONE, Workplace, workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy
from tests.sync.stage import TEN, refused, sync
from workestra_desktop.core.calendar import AllDay, Reason
from workestra_desktop.core.commands import Cancel, ChangeSettings, FindSlots, RuleEvent, SetLink, ShowWeek, TryLink
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import parse_hours
from workestra_desktop.core.settings import Blocking, Settings
from workestra_desktop.core.trouble import Code
from workestra_desktop.core.week import Trial, Week
from workestra_desktop.core.whereabouts import Stay

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
HERE = ZoneInfo(ZONE)
ME = f"mailto:{ICloud.user}"
INVITED = "ORGANIZER:mailto:boss@example.org"
WEEK = Span(MONDAY - 8 * HOUR, MONDAY + 7 * DAY - 8 * HOUR)
TEXTS = {
    "sure": event("sure", TEN, TEN + HOUR, summary="Sure"),
    "maybe": event("maybe", TEN + DAY, TEN + DAY + HOUR, "STATUS:TENTATIVE", summary="Maybe"),
    "asked": event(
        "asked", TEN + 2 * DAY, TEN + 2 * DAY + HOUR, INVITED, f"ATTENDEE;PARTSTAT=NEEDS-ACTION:{ME}", summary="Asked"
    ),
    "no": event("no", TEN + 3 * DAY, TEN + 3 * DAY + HOUR, INVITED, f"ATTENDEE;PARTSTAT=DECLINED:{ME}", summary="No"),
    "open": event("open", TEN + 4 * DAY, TEN + 4 * DAY + HOUR, "TRANSP:TRANSPARENT", summary="Open"),
    "trip": event("trip", date(2027, 3, 6), date(2027, 3, 7), summary="Trip"),
    "fair": event("fair", date(2027, 3, 7), date(2027, 3, 8), "TRANSP:TRANSPARENT", summary="Fair"),
    "off": event("off", TEN + 5 * HOUR, TEN + 6 * HOUR, "STATUS:CANCELLED", summary="Off"),
    "float": event("float", datetime(2027, 3, 5, 8), datetime(2027, 3, 5, 8, 30), summary="Float"),
}


@pytest.fixture
def place(icloud: ICloud, place: Workplace) -> Workplace:
    icloud.seed("family", {f"{name}.ics": text for name, text in TEXTS.items()})
    place.connect()
    return place


def change(place: Workplace, **fields: object) -> None:
    place.desk.execute(ChangeSettings(replace(place.store.settings.get(), **fields)))  # type: ignore[arg-type]


def busy(place: Workplace, *, free: bool = False) -> dict[str, Reason]:
    return {b.title: b.reason for b in place.desk.busy_blocks(WEEK, free=free)}


def week(place: Workplace) -> Week:
    shown = place.desk.execute(ShowWeek("meeting", WEEK))
    assert isinstance(shown, Week)
    return shown


def test_what_blocks_by_default_and_what_stands_beside_it(place: Workplace) -> None:
    blocking = {
        "Sure": Reason.BUSY, "Maybe": Reason.TENTATIVE, "Asked": Reason.UNANSWERED, "Trip": Reason.ALL_DAY,
        "Float": Reason.BUSY,
    }  # fmt: skip
    assert busy(place) == blocking
    beside = {"No": Reason.DECLINED, "Open": Reason.FREE, "Fair": Reason.FREE}
    assert busy(place, free=True) == blocking | beside


@pytest.mark.parametrize(
    ("fields", "title", "reason"),
    [
        ({"tentative_blocks": False}, "Maybe", Reason.TENTATIVE_FREE),
        ({"unanswered_blocks": False}, "Asked", Reason.UNANSWERED_FREE),
        ({"all_day": AllDay.NEVER}, "Trip", Reason.ALL_DAY_FREE),
        ({"all_day": AllDay.ALWAYS}, "Fair", Reason.ALL_DAY),
    ],
)
def test_each_switch_counts_at_once_and_can_be_taken_back(
    place: Workplace, fields: dict[str, object], title: str, reason: Reason
) -> None:
    before = busy(place, free=True)
    change(place, **fields)
    now = busy(place, free=True)
    assert now[title] is reason
    assert (title in busy(place)) is reason.blocks
    assert place.desk.snapshot().settings == place.store.settings.get()
    place.desk.execute(ChangeSettings(Settings()))
    assert busy(place, free=True) == before


@pytest.mark.parametrize("title", ["Sure", "Asked", "No", "Open", "Trip", "Fair"])
def test_the_hosts_word_on_one_event_beats_every_setting(place: Workplace, title: str) -> None:
    uid = title.lower()
    for blocks, there in ((Blocking.ALWAYS, True), (Blocking.NEVER, False)):
        place.desk.execute(RuleEvent(uid, blocks))
        change(place, tentative_blocks=not there, unanswered_blocks=not there, all_day=AllDay.FOLLOW)
        assert (title in busy(place)) is there
        (rule,) = place.desk.snapshot().event_rules
        assert (rule.uid, rule.blocks, rule.title) == (uid, blocks, title)
    place.desk.execute(RuleEvent(uid, Blocking.USUAL))
    place.desk.execute(ChangeSettings(Settings()))
    assert place.desk.snapshot().event_rules == ()
    assert (title in busy(place)) is (title in ("Sure", "Asked", "Trip"))


def test_a_cancelled_event_never_blocks_whatever_the_host_said_before(place: Workplace) -> None:
    place.desk.execute(RuleEvent("off", Blocking.ALWAYS))
    assert "Off" not in busy(place, free=True)


def test_the_word_holds_when_the_event_changes_on_the_phone(icloud: ICloud, place: Workplace) -> None:
    place.desk.execute(RuleEvent("sure", Blocking.NEVER))
    icloud.put("family", "sure.ics", event("sure", TEN + HOUR, TEN + 2 * HOUR, summary="Sure, later"))
    sync(place)
    assert busy(place, free=True)["Sure, later"] is Reason.NEVER


def test_settings_and_words_outlive_the_process(icloud: ICloud, proxy: Proxy, place: Workplace, tmp_path: Path) -> None:
    stay = Stay(date(2027, 3, 4), date(2027, 3, 5), "America/New_York")
    change(place, tentative_blocks=False, all_day=AllDay.ALWAYS, stays=(stay,))
    place.desk.execute(RuleEvent("sure", Blocking.NEVER))
    with workplace(tmp_path / "profile", proxy.url) as again:
        assert again.store.settings.get() == Settings(tentative_blocks=False, all_day=AllDay.ALWAYS, stays=(stay,))
        assert busy(again, free=True) == busy(place, free=True)


def test_a_setting_changed_while_a_round_runs_counts_for_what_it_reads(icloud: ICloud, place: Workplace) -> None:
    """The engine serves the host between two steps of a round."""
    more = {f"m{n}.ics": event(f"m{n}", TEN, TEN + HOUR, "STATUS:TENTATIVE", summary=f"M{n}") for n in range(120)}
    icloud.seed("family", more)
    steps = place.desk.round()
    while not any(title.startswith("M") and title != "Maybe" for title in busy(place)):
        next(steps)
    change(place, tentative_blocks=False)
    for _ in steps:
        pass
    assert [title for title in busy(place) if title.startswith("M")] == []
    assert sum(title.startswith("M") for title in busy(place, free=True)) == 121


def test_what_is_asked_wrongly_changes_nothing(place: Workplace) -> None:
    before = place.store.settings.get()
    for stays in (
        (Stay(date(2027, 3, 5), date(2027, 3, 4), "UTC"),),
        (Stay(date(2027, 3, 5), date(2027, 3, 6), "Mars/Base"),),
        (Stay(date(2027, 3, 5), date(2027, 3, 6), "UTC"), Stay(date(2027, 3, 6), date(2027, 3, 7), "UTC")),
    ):
        assert refused(place, ChangeSettings(replace(before, stays=stays))).code is Code.BAD_INPUT
    assert refused(place, RuleEvent("nobody", Blocking.NEVER)).code is Code.NOT_FOUND
    assert place.store.settings.get() == before


def test_on_a_journey_days_and_floating_times_are_those_of_the_place(place: Workplace) -> None:
    """[09] Three days in New York: 08:00 on the phone is 08:00 there, and a whole day begins at midnight there."""
    change(place, stays=(Stay(date(2027, 3, 5), date(2027, 3, 7), "America/New_York"),))
    there = ZoneInfo("America/New_York")
    starts = {b.title: b.start for b in place.desk.busy_blocks(WEEK)}
    assert starts["Float"] == datetime(2027, 3, 5, 8, tzinfo=there)
    assert starts["Trip"] == datetime(2027, 3, 6, tzinfo=there)
    assert starts["Sure"] == TEN
    slots = place.desk.execute(FindSlots("meeting", WEEK))
    assert isinstance(slots, tuple)
    friday = [s.start for s in slots if isinstance(s, Span) and s.start.astimezone(there).date() == date(2027, 3, 5)]
    assert min(friday) == datetime(2027, 3, 5, 9, tzinfo=there)


def test_a_week_is_one_value_with_everything_in_it(place: Workplace) -> None:
    booking = place.book(MONDAY + timedelta(hours=5))
    shown = week(place)
    assert {b.title for b in shown.blocks} == {"Sure", "Maybe", "Asked", "No", "Open", "Trip", "Fair", "Float"}
    assert [b.id for b in shown.bookings] == [booking.id]
    assert shown.slots == place.desk.execute(FindSlots("meeting", WEEK))
    over, at = shown.at(MONDAY), shown.at(TEN)
    assert over is not None
    assert at is not None
    assert [(r.kind, r.title, r.uid) for r in at.reasons] == [("busy", "Sure", "sure")]
    assert shown.at(WEEK.end) is None
    assert refused(place, ShowWeek("meeting", Span(WEEK.start, WEEK.start + 36 * DAY))).code is Code.BAD_INPUT


def test_the_way_there_and_back_is_told_from_the_event(icloud: ICloud, place: Workplace) -> None:
    """The block begins when the host must leave; what is stored still knows when the event itself is."""
    way = ("X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT45M", "X-APPLE-TRAVEL-RETURN-DURATION;VALUE=DURATION:PT10M")
    icloud.put("family", "far.ics", event("far", TEN + 6 * HOUR, TEN + 7 * HOUR, *way, summary="Far"))
    sync(place)
    (far,) = (b for b in week(place).blocks if b.title == "Far")
    assert (far.start, far.end) == (TEN + 5.25 * HOUR, TEN + 7 * HOUR + timedelta(minutes=10))
    assert (far.travel, far.travel_back) == (timedelta(minutes=45), timedelta(minutes=10))
    shown = week(place).at(TEN + 5.5 * HOUR)
    assert shown is not None
    assert [(r.title, r.travel, r.travel_back) for r in shown.reasons] == [("Far", far.travel, far.travel_back)]


def test_a_meeting_over_the_edge_of_the_week_is_in_it(place: Workplace) -> None:
    """An open minute of the last evening belongs to a meeting that ends on the day after."""
    (link,) = place.desk.links()
    place.desk.execute(SetLink(replace(link, hours=parse_hours("mon-sun 21:30-02:00"), minutes=(60,))))
    shown = week(place)
    assert shown.partly == (Span(WEEK.end - HOUR / 2, WEEK.end + HOUR / 2),)
    for stretch in shown.stretches:
        minutes = range(int((stretch.span.end - stretch.span.start) / timedelta(minutes=1)))
        for moment in (stretch.span.start + timedelta(minutes=n) for n in minutes):
            assert stretch.open == any(slot.start <= moment < slot.end for slot in (*shown.slots, *shown.partly))


def test_what_a_change_of_a_link_would_do_is_what_it_does(place: Workplace) -> None:
    (link,) = place.desk.links()
    changed = replace(link, hours=parse_hours("mon-thu 08:00-12:00; sat 10:00-12:00"), before=15)
    before = place.desk.execute(FindSlots("meeting", WEEK))
    trial = place.desk.execute(TryLink(changed, WEEK))
    assert isinstance(trial, Trial)
    assert place.desk.links() == [link]
    assert place.desk.execute(SetLink(changed)) == changed
    after = place.desk.execute(FindSlots("meeting", WEEK))
    assert isinstance(before, tuple)
    assert isinstance(after, tuple)
    assert set(trial.kept) | set(trial.lost) == set(before)
    assert set(trial.kept) | set(trial.gained) == set(after)
    assert trial.lost
    assert trial.gained
    new = place.desk.execute(TryLink(replace(changed, slug="another"), WEEK))
    assert isinstance(new, Trial)
    assert (new.gained, new.kept, new.lost) == (after, (), ())
    assert refused(place, TryLink(replace(changed, step=3), WEEK)).code is Code.BAD_INPUT


def starts_on_monday(place: Workplace) -> set[datetime]:
    found = place.desk.execute(FindSlots("meeting", Span(MONDAY, MONDAY + 9 * HOUR)))
    assert isinstance(found, tuple)
    return {s.start for s in found if isinstance(s, Span)}


def test_an_event_restored_after_its_booking_was_cancelled_takes_its_time(icloud: ICloud, place: Workplace) -> None:
    """Put back on the phone, it is an event like any other; the cancelled booking does not hide it."""
    at = MONDAY + 5 * HOUR
    booking = place.book(at)
    name = booking.href.rsplit("/", 1)[1]
    text, _ = icloud.get(booking.href)
    place.desk.execute(Cancel(booking.id))
    assert at in starts_on_monday(place)
    icloud.put("work", name, text)
    sync(place)
    assert at not in starts_on_monday(place)


def test_a_waiting_cancellation_frees_its_time_at_once(place: Workplace) -> None:
    at = MONDAY + 5 * HOUR
    booking = place.book(at)
    place.desk.execute(Cancel(booking.id, offline=True))
    assert at in starts_on_monday(place)


def test_a_copy_of_a_bookings_event_in_another_calendar_counts(icloud: ICloud, place: Workplace) -> None:
    """The same UID at another time is not the booking."""
    booking = place.book(MONDAY + 5 * HOUR)
    later = MONDAY + 7 * HOUR
    icloud.put("family", "copy.ics", event(booking.uid, later, later + HOUR, summary="Copy"))
    sync(place)
    assert later not in starts_on_monday(place)


@pytest.fixture
def unread(icloud: ICloud, proxy: Proxy, tmp_path: Path) -> Iterator[Workplace]:
    icloud.mkcalendar("work", "Work", order=1)
    with workplace(tmp_path / "unread", proxy.url) as place:
        yield place


def test_no_week_and_no_preview_before_the_first_read(unread: Workplace) -> None:
    """[01]"""
    (link,) = unread.desk.links()
    assert refused(unread, ShowWeek("meeting", WEEK)).code is Code.NOT_CONNECTED
    assert refused(unread, TryLink(link, WEEK)).code is Code.NOT_CONNECTED
