"""What plain python-caldav does at iCloud, and what this app does on the same state, by rows of the fact sheet's §9.

Both halves are real: caldav's own client and the app's desk, each against the stand-in. The rows of writing and of the
way there are in `test_naive_writes.py`.

Row | what goes wrong with plain caldav
--- | ---
1   | `calendar_home_set` raises: the home is on another host; after a redirect there the credentials are missing: 401
2   | a path made from the user's name is 403, told as a failed login
3   | every new client is refused once before it signs in
4   | the account's own password is sent, and refused without a word why
6   | the principal's `children()` is 400
9   | the reminders' stub is a calendar, and nothing tells that the club's is read-only
11  | an object has two addresses, `a%40b.ics` when listed and `a@b.ics` when fetched
13  | one GET for each event
14  | an expired token never heals: the fallback's query is 400 and 500; without it the 403 looks like a failed login
15  | `search()` without a component: three requests, none right
16  | every look-up by UID is 412, also those hidden in `no_overwrite` and `no_create`, or finds nothing
18  | `freebusy_request` is 400
19  | what was deleted comes back as an event without data; a ghost is passed over and never read
20  | a moved occurrence is not found where it is: the time looks free
21  | a server that expands badly hides all but the first of a series
23  | an event without an end: 404, asked twice
24  | `If-Match: *` brings a deleted event back
25  | the copy of a move between calendars is 412
26  | no ETag in the answer: the next save has no condition and overwrites the phone
27  | a silent re-save makes the change fail
28  | delete and create anew with the same UID: the event is lost
29  | what was just written is not found, and written again
30  | `If-Schedule-Tag-Match` protects nothing
31  | MOVE is 412, and DELETE with a Depth 400
32  | Retry-After obeyed to the second; a lost answer and a second try are two events
33  | a stored address of the old partition is refused for ever
34  | a read-only calendar and a wrong password are the same error
35  | a change of one line rewrites them all
36  | one event nobody can read and the range is free, or the whole list breaks
37  | a guest with an organizer: Apple mails
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from caldav.lib import error
from icalendar.error import BrokenCalendarProperty

from tests.icloud.naive import Naive, plain, summary
from tests.support.desks import MONDAY, Workplace
from tests.support.icalendars import event, vcalendar, vevent
from tests.support.icloud import ICloud
from tests.sync.stage import TEN, cancel, move, quiet_poll, refused, sync, trouble_of
from workestra_desktop.core.booking import InCloud, Status
from workestra_desktop.core.commands import Select, SignIn
from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Code
from workestra_desktop.sync.dav import path_of

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
WEEK = Span(MONDAY - DAY, MONDAY + 13 * DAY)


def busy(place: Workplace) -> list[datetime]:
    return [block.start for block in place.desk.busy_blocks(WEEK)]


# ------------------------------------------------------------------------------------------------- hosts and passwords


def test_row_1_the_home_on_another_host(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    with pytest.raises(ValueError, match="can't be joined with"):
        _ = naive.client.principal().calendar_home_set
    account = place.store.account.get()
    assert account is not None
    assert account.home == f"{icloud.standin.partition_url.rstrip('/')}{icloud.home}"


def test_row_1_the_entry_sends_on_to_the_partition(icloud: ICloud, naive: Naive, fresh: Workplace) -> None:
    work = naive.calendar("work")
    icloud.standin.switch(below_root="301")
    naive.forget()
    with pytest.raises(error.AuthorizationError) as looks_like_a_wrong_password:
        work.get_events()
    assert looks_like_a_wrong_password.value.status == 401
    on_the_way, there = icloud.standin.log()
    assert (on_the_way.status, on_the_way.has_auth) == (301, True)
    assert (there.host, there.status, there.has_auth) == ("partition", 401, False)

    naive.forget()
    fresh.connect()
    booking = fresh.book(TEN)
    assert booking.sync is InCloud.SYNCED
    assert 401 not in [e.status for e in icloud.standin.log()]


def test_row_2_paths_are_found_never_made(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    guessed = naive.client.calendar(url=f"{icloud.url}{icloud.user}/calendars/work/")
    naive.forget()
    with pytest.raises(error.DAVError):
        guessed.get_events()
    assert naive.asked()[-1][1] in (400, 403)
    assert unquote(place.book(TEN).href).startswith(f"{icloud.home}work/")


def test_row_3_nobody_is_refused_before_signing_in(icloud: ICloud, naive: Naive, fresh: Workplace) -> None:
    naive.client.principal()
    first = icloud.standin.log(answers=True)[0]
    assert (first.status, first.has_auth) == (401, False)
    offered = [value for name, value in first.answer_headers if name.lower() == "www-authenticate"]
    assert any(value.startswith("X-MobileMe-AuthToken") for value in offered), "a scheme nobody but Apple can use"

    naive.forget()
    fresh.connect()
    sent = icloud.standin.log()
    assert {e.host for e in sent} == {"entry", "partition"}
    assert all(e.has_auth and e.status == 207 for e in sent)


def test_row_4_the_account_s_own_password_stays_here(icloud: ICloud, fresh: Workplace) -> None:
    with plain(icloud.url, password="Correct-Horse-7") as client, pytest.raises(error.AuthorizationError):
        client.principal()
    assert any(e.has_auth and not e.right_password for e in icloud.standin.log()), "it was sent"

    icloud.standin.forget_log()
    assert refused(fresh, SignIn(icloud.user, "Correct-Horse-7")).code is Code.NOT_APP_PASSWORD
    assert icloud.standin.log() == []


def test_row_6_the_principal_is_asked_alone(icloud: ICloud, naive: Naive, fresh: Workplace) -> None:
    with pytest.raises(error.PropfindError) as refusal:
        naive.client.principal().children()
    assert refusal.value.status == 400
    naive.forget()
    fresh.connect()
    depths = {e.path: e.headers["depth"] for e in icloud.standin.log("PROPFIND")}
    assert depths["/"] == "0"
    assert depths["/17149682/principal/"] == "0"
    assert depths[icloud.home] == "1"


# ---------------------------------------------------------------------------------------------------------- calendars


def test_row_9_stubs_shares_and_rights(icloud: ICloud, naive: Naive, fresh: Workplace) -> None:
    icloud.standin.reset()
    listed = {c.get_display_name(): c for c in naive.client.principal().get_calendars()}
    assert "Reminders" in listed, "a stub that takes no event"
    with pytest.raises(error.DAVError):
        listed["Reminders"].add_event(event("stub", TEN, TEN + HOUR))
    assert not hasattr(listed["Club"], "writable")

    fresh.connect()
    ours = {c.name: c for c in fresh.desk.calendars()}
    assert list(ours) == ["Home", "Work", "Personal Calendar", "Club", "Family"]
    assert [name for name, c in ours.items() if not c.writable] == ["Club"]
    assert {name for name, c in ours.items() if c.shared} >= {"Club", "Family"}


def test_row_11_one_object_one_key(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    icloud.put("work", "a@b.ics", event("one", TEN, TEN + HOUR))
    work = naive.calendar("work")
    listed = {str(e.url): e for e in work.get_events()}
    fetched = {str(e.url): e for e in work.multiget([work.url.join("a@b.ics")])}
    assert len(listed | fetched) == 2, "a mirror keyed by these has the event twice"

    assert sync(place).changed == 1
    assert sync(place, full=True).changed == 0
    assert place.desk.snapshot().events == 1
    assert path_of(f"{icloud.home}work/a@b.ics") == path_of(f"{icloud.url}17149682/calendars/work/a%40b.ics")


def test_row_34_a_read_only_calendar(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    work = naive.calendar("work")
    icloud.set_read_only("work")
    with pytest.raises(error.AuthorizationError), plain(icloud.url, password="wrong") as other:
        other.principal()
    with pytest.raises(error.AuthorizationError) as the_same:
        work.add_event(event("mine", TEN, TEN + HOUR))
    assert the_same.value.status == 403

    assert trouble_of(lambda: place.book(TEN)).code is Code.WRITE_REFUSED
    sync(place)
    assert not next(c for c in place.desk.calendars() if c.name == "Work").writable
    assert refused(place, Select(write_to="Work")).code is Code.BAD_INPUT
    assert not place.desk.account().locked and place.desk.account().trouble is None


# ------------------------------------------------------------------------------------------------------------ reading


def test_row_13_many_events_one_request(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    icloud.seed("work", {f"{n}.ics": event(f"e{n}", TEN + n * DAY, TEN + n * DAY + HOUR) for n in range(5)})
    work = naive.calendar("work")
    naive.forget()
    assert len(list(work.get_objects_by_sync_token(load_objects=True))) == 5
    assert naive.asked() == [("REPORT", 207), *[("GET", 200)] * 5]

    naive.forget()
    assert quiet_poll(place).changed == 5
    assert naive.asked() == [("PROPFIND", 207), ("REPORT", 207), ("REPORT", 207)]


@pytest.mark.parametrize("variant", ["A", "B", "C"])
def test_row_14_an_expired_token(icloud: ICloud, naive: Naive, place: Workplace, variant: str) -> None:
    icloud.put("work", "one.ics", event("one", TEN, TEN + HOUR))
    booking = place.book(TEN + DAY)
    icloud.standin.switch(invalid_token=variant)
    work = naive.calendar("work")
    token = work.get_objects_by_sync_token().sync_token
    icloud.standin.expire_tokens()
    icloud.put("work", "two.ics", event("two", TEN + 2 * DAY, TEN + 2 * DAY + HOUR))
    for _ in range(2):
        naive.forget()
        with pytest.raises(error.ReportError):
            work.get_objects_by_sync_token(token)
        assert 400 in [status for _, status in naive.asked()], "its way out is a query iCloud does not understand"
    if variant != "C":
        with pytest.raises(error.AuthorizationError):  # as if the password were wrong
            work.get_objects_by_sync_token(token, disable_fallback=True)

    report = quiet_poll(place)
    assert (report.bookings_cancelled, report.removed) == ((), 0)
    assert busy(place) == [TEN, TEN + DAY, TEN + 2 * DAY]
    assert place.desk.booking(booking.id).status is Status.CONFIRMED
    naive.forget()
    assert quiet_poll(place).requests == 1, "and the new token is good"


def test_row_15_a_query_names_what_it_wants(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    work = naive.calendar("work")
    naive.forget()
    with pytest.raises(error.ReportError) as broken:
        work.search()
    assert broken.value.status == 500
    assert naive.asked() == [("REPORT", 400), ("REPORT", 207), ("REPORT", 500)]

    naive.forget()
    place.book(TEN)
    queries = [e for e in icloud.standin.log("REPORT") if "calendar-query" in e.body]
    assert queries and all(e.status == 207 for e in queries)


def test_row_16_no_look_up_by_uid(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    icloud.put("work", "one.ics", event("one", TEN, TEN + HOUR))
    work = naive.calendar("work")
    loaded = naive.at(work, "one.ics")
    look_ups: tuple[Callable[[], Any], ...] = (
        lambda: work.get_event_by_uid("one"),
        lambda: work.search(uid="one", event=True),
        lambda: work.add_event(event("two", TEN + DAY, TEN + DAY + HOUR), no_overwrite=True),
        lambda: summary(loaded, "Edited").save(no_create=True),
    )
    for look_up in look_ups:
        with pytest.raises(error.ReportError) as refusal:
            look_up()
        assert refusal.value.status == 412
    icloud.standin.switch(uid_filter="empty")
    with pytest.raises(error.NotFoundError):
        work.get_event_by_uid("one")  # it is there
    assert "SUMMARY:Meeting" in icloud.get(f"{icloud.home}work/one.ics")[0], "nothing of all that was written"

    naive.forget()
    booking = place.book(TEN + 2 * DAY)
    move(place, booking, TEN + 3 * DAY)
    assert cancel(place, booking).sync is InCloud.SYNCED
    assert not any("prop-filter" in e.body for e in icloud.standin.log())


def test_row_18_busy_times_are_reckoned_here(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    icloud.put("work", "one.ics", event("one", TEN, TEN + HOUR))
    work = naive.calendar("work")
    with pytest.raises(error.ReportError) as refusal:
        work.freebusy_request(WEEK.start, WEEK.end)
    assert refusal.value.status == 400
    sync(place)
    assert busy(place) == [TEN]


def test_row_19_what_is_gone_and_what_is_withheld(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    icloud.put("work", "one.ics", event("one", TEN, TEN + HOUR))
    work = naive.calendar("work")
    dead = work.multiget([work.url.join("dead.ics")])
    assert [(str(e.url).rsplit("/", 1)[-1], e.data) for e in dead] == [("dead.ics", None)], "an event without data"
    icloud.standin.switch(ghosts="one")
    first = work.get_objects_by_sync_token(load_objects=True)
    assert [e.data for e in first] == [None]
    quiet_poll(place)
    icloud.standin.switch(ghosts="")
    later = work.get_objects_by_sync_token(first.sync_token, load_objects=True)
    assert list(later) == [], "the event is never read"

    assert sync(place).changed == 1
    assert busy(place) == [TEN]
    assert sync(place).changed == 0


def _series() -> str:
    """Daily at ten from Tuesday for five days; the one of Wednesday is moved to the next Monday at twelve."""
    start, moved = TEN + DAY, TEN + 7 * DAY + 2 * HOUR
    master = vevent("series", start, start + HOUR, "RRULE:FREQ=DAILY;COUNT=5")
    override = vevent("series", moved, moved + HOUR, f"RECURRENCE-ID:{start + DAY:%Y%m%dT%H%M%SZ}")
    return vcalendar(master, override)


def test_row_20_a_moved_occurrence_takes_its_new_time(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    icloud.put("work", "series.ics", _series())
    noon = TEN + 7 * DAY + 2 * HOUR
    work = naive.calendar("work")
    for expand in (False, True):
        assert work.search(start=noon, end=noon + HOUR, event=True, expand=expand) == [], "it looks free"

    sync(place)
    assert noon in busy(place) and TEN + 2 * DAY not in busy(place)
    taken = trouble_of(lambda: place.book(noon))
    assert taken.code is Code.SLOT_TAKEN
    assert place.book(TEN + 2 * DAY).sync is InCloud.SYNCED


@pytest.mark.parametrize(("quality", "found"), [("masters", 1), ("nothing", 0)])
def test_row_21_nobody_else_expands(icloud: ICloud, naive: Naive, place: Workplace, quality: str, found: int) -> None:
    icloud.put("work", "series.ics", _series())
    icloud.standin.switch(expand=quality)
    work = naive.calendar("work")
    seen = work.search(start=WEEK.start, end=WEEK.end, event=True, server_expand=True)
    assert len({e.icalendar_component["DTSTART"].dt for e in seen}) == found

    sync(place)
    assert len(busy(place)) == 5


def test_row_36_one_event_nobody_can_read(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    icloud.put("work", "good.ics", event("good", TEN, TEN + HOUR))
    broken = event("odd", TEN + DAY, TEN + DAY + HOUR).replace(f"DTSTART:{TEN + DAY:%Y%m%dT%H%M%SZ}", "DTSTART:soon")
    icloud.put("work", "odd.ics", broken)
    work = naive.calendar("work")
    with pytest.raises(BrokenCalendarProperty):
        _ = [e.icalendar_component["DTSTART"].dt for e in work.get_events()]
    assert len(work.search(start=WEEK.start, end=WEEK.end, event=True)) == 1, "no word of the other"

    sync(place)
    assert TEN in busy(place)
    assert [p.code for p in place.desk.problems()] == [Code.UNREADABLE_EVENT]
