"""Every row comes back as it went in; the outbox folds as the core says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.support.servers import ROOT
from workestra_desktop.core.booking import Agreed, Booking, By, InCloud, Status
from workestra_desktop.core.calendar import AllDay, Block, Calendar, Listed, Reason
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link, Override
from workestra_desktop.core.mirror import Account, CalendarObject, Horizon, JournalLine
from workestra_desktop.core.outbox import Kind, fold
from workestra_desktop.core.settings import Blocking, EventRule, Settings
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble
from workestra_desktop.core.whereabouts import Stay
from workestra_desktop.store.booking_rows import MOST_TEXTS, _booking_body
from workestra_desktop.store.profile import FILE, ProfileStore

NOW = datetime(2027, 3, 1, 9, 0, 0, 123456, tzinfo=UTC)
TEN = datetime(2027, 3, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ProfileStore]:
    store = ProfileStore(tmp_path)
    yield store
    store.close()


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
seconds = st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1)).map(lambda d: d.replace(microsecond=0, tzinfo=UTC))
moments = st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1)).map(lambda d: d.replace(tzinfo=UTC))
sentences = texts.map(lambda text: text.replace("\x1f", " "))  # a control that parts a sentence from its facts
troubles = st.builds(
    Trouble, st.sampled_from(Code), st.sampled_from(Scope), sentences, texts, st.none() | st.floats(0, 1e6),
    st.integers(0, 999), st.none() | st.floats(-1e9, 1e9), st.booleans(),
)  # fmt: skip
bookings = st.builds(
    Booking,
    id=texts, link=texts, title=texts, guest=texts, email=texts, note=texts, start=seconds, end=seconds,
    timezone=texts, status=st.sampled_from(Status), sync=st.sampled_from(InCloud), calendar=texts, uid=texts,
    href=texts, location=texts, meeting_url=texts, alarms=st.lists(st.integers(0, 9999)).map(tuple),
    before=st.integers(0, 1440), after=st.integers(0, 1440), created_at=moments, changed_at=moments,
    cancelled_by=st.none() | st.sampled_from(By), reason=texts,
    agreed=st.none() | st.builds(Agreed, seconds, seconds, texts),
    missing_since=st.none() | moments, concern=sentences, no_show=st.booleans(), invited=st.booleans(),
)  # fmt: skip
accounts = st.builds(
    Account, texts, texts, texts, st.frozensets(texts), st.booleans(), st.booleans(), st.none() | moments,
    st.none() | moments, st.booleans(), st.none() | troubles,
)  # fmt: skip
windows = st.lists(st.tuples(texts, texts), max_size=2).map(tuple)
links = st.builds(
    Link, slug=texts, title=texts, minutes=st.lists(st.integers(1, 99)).map(tuple),
    hours=st.dictionaries(st.sampled_from(["mon", "tue", "sun"]), windows), timezone=texts, before=st.integers(0, 9),
    after=st.integers(0, 9), notice=st.integers(0, 9), step=st.none() | st.integers(5, 9),
    window_days=st.integers(1, 9), max_per_day=st.none() | st.integers(1, 9),
    max_per_week=st.none() | st.integers(1, 9), location=texts, meeting_url=texts,
    alarms=st.lists(st.integers(0, 9)).map(tuple), invite=st.booleans(),
    calendar=st.none() | texts,
    overrides=st.lists(st.builds(Override, st.dates(), st.dates(), windows), max_size=2).map(tuple),
    window=st.none() | st.tuples(st.dates(), st.dates()), travels=st.booleans(),
)  # fmt: skip
settings_kept = st.builds(
    Settings, tentative_blocks=st.booleans(), unanswered_blocks=st.booleans(), all_day=st.sampled_from(AllDay),
    stays=st.lists(st.builds(Stay, st.dates(), st.dates(), texts), max_size=3).map(tuple),
)  # fmt: skip
rules = st.builds(EventRule, texts, st.sampled_from([Blocking.ALWAYS, Blocking.NEVER]), texts)


@contextmanager
def fresh() -> Iterator[ProfileStore]:
    with TemporaryDirectory() as folder:
        store = ProfileStore(Path(folder))
        try:
            yield store
        finally:
            store.close()


@settings(max_examples=25, deadline=None)
@given(settings_kept, st.lists(rules, max_size=3, unique_by=lambda r: r.uid))
def test_settings_come_back_as_they_went_in(kept: Settings, ruled: list[EventRule]) -> None:
    with fresh() as store:
        assert store.settings.get() == Settings()
        with store.transaction():
            store.settings.put(kept)
            for rule in ruled:
                store.settings.put_rule(replace(rule, blocks=Blocking.ALWAYS))
                store.settings.put_rule(rule)
        assert store.settings.get() == kept
        assert sorted(store.settings.rules(), key=lambda r: r.uid) == sorted(ruled, key=lambda r: r.uid)
        with store.transaction():
            for rule in ruled:
                store.settings.put_rule(replace(rule, blocks=Blocking.USUAL))
        assert store.settings.rules() == []


@settings(max_examples=25, deadline=None)
@given(st.lists(bookings, max_size=4, unique_by=(lambda b: b.id, lambda b: b.uid)), accounts, links)
def test_rows_come_back_as_they_went_in(rows: list[Booking], account: Account, link: Link) -> None:
    with fresh() as store:
        with store.transaction():
            for row in rows:
                store.bookings.put(row)
                store.bookings.put(row)
            store.account.put(account)
            store.links.put(link)
        found = store.bookings.all()
        assert sorted(found, key=lambda b: b.id) == sorted(rows, key=lambda b: b.id)
        assert [b.start for b in found] == sorted(b.start for b in found)
        assert all(store.bookings.get(b.id) == b for b in rows)
        assert store.account.get() == account
        assert store.links.all() == [link]
        for row in (row for row in rows if row.start < row.end):
            near = [b for b in store.bookings.near(row.span) if b.start < b.end]
            assert near == [b for b in found if b.live and b.span.overlaps(row.span)]
        assert store.bookings.pending() == []
        with store.transaction():
            for row in rows[:1]:
                store.outbox.add(row.id, Kind.PUBLISH, row.start)
        assert store.bookings.pending() == rows[:1]


LISTED = Listed("/c/", "Work", "#1BADF8", 3, True, False, "tag")
OBJECT = CalendarObject("/c/", "/c/a.ics", '"e"', "uid", "TEXT ä\r\n", TEN, TEN + HOUR, True, "odd", NOW)
BLOCK = Block(TEN, TEN + HOUR, "Title", Reason.TENTATIVE, "uid", "/c/", "/c/a.ics")


@pytest.fixture
def filled(store: ProfileStore) -> ProfileStore:
    with store.transaction():
        store.calendars.put_listed(LISTED)
        store.calendars.set_default(LISTED.path)
        store.mirror.put({OBJECT: [BLOCK]}, vouched=True)
        store.calendars.in_step("/c/", change_tag="tag", sync_token="token", read_at=NOW, whole=False)
    return store


def test_a_calendar_keeps_what_the_host_chose_and_how_far_it_is_read(filled: ProfileStore) -> None:
    whole = Calendar("/c/", "Work", "#1BADF8", True, False, True, False, True, 1, NOW, None, 3, "tag", "token")
    assert filled.calendars.all() == [whole] == [filled.calendars.get("/c/")]
    problem = Trouble(Code.ICLOUD_DOWN, Scope.CALENDAR, "“Work”", "HTTP 500", 3.5)
    with filled.transaction():
        filled.calendars.select(write_to="/c/", busy=[])
        filled.calendars.set_problem("/c/", problem)
        filled.calendars.put_listed(replace(LISTED, name="New", writable=False, order=None))
        filled.calendars.set_default(None)
    assert filled.calendars.all() == [
        replace(
            whole, name="New", writable=False, default=False, write_to=True, busy=False, problem=problem, order=None
        )
    ]
    with filled.transaction():
        filled.calendars.put_listed(replace(LISTED, writable=None))
        filled.calendars.put_listed(replace(LISTED, path="/d/", writable=None))
    assert {c.id: c.writable for c in filled.calendars.all()} == {"/c/": False, "/d/": True}
    with filled.transaction():
        filled.calendars.set_writable("/d/", False)
        filled.calendars.put_listed(replace(LISTED, path="/d/", writable=None))
    assert not any(c.writable for c in filled.calendars.all())
    with filled.transaction():
        filled.calendars.remove("/d/")
        filled.calendars.confirm(["/c/"], NOW + HOUR)
    assert filled.calendars.all()[0].problem is None
    assert filled.calendars.all()[0].read_at == NOW + HOUR
    with filled.transaction():
        filled.calendars.forget_tokens()
    found = filled.calendars.all()[0]
    assert (found.change_tag, found.sync_token, found.read_at) == ("", "", NOW + HOUR)
    with filled.transaction():
        filled.calendars.forget_reading("/c/")
        filled.calendars.confirm(["/c/"], NOW)
    assert filled.calendars.all()[0].read_at is None, "what was never read is not confirmed"
    assert filled.mirror.count() == 1


def test_an_object_and_its_blocks(filled: ProfileStore) -> None:
    assert filled.mirror.get("/c/", "/c/a.ics") == OBJECT
    assert filled.mirror.by_uid("uid") == [OBJECT]
    assert filled.mirror.problems() == [(OBJECT.calendar, OBJECT.problem)]
    assert filled.mirror.etags("/c/") == {"/c/a.ics": '"e"'}
    assert filled.mirror.blocks(Span(TEN, TEN + HOUR), ["/c/"]) == [BLOCK]
    assert filled.mirror.blocks(Span(TEN, TEN + HOUR), []) == []
    assert filled.mirror.blocks(Span(TEN - HOUR, TEN), ["/c/"]) == [], "touching is not overlapping"
    assert filled.mirror.blocks(Span(TEN + HOUR, TEN + 2 * HOUR), ["/c/"]) == []
    assert filled.mirror.unvouched("/c/") == set()
    with filled.transaction():
        filled.mirror.put({replace(OBJECT, etag='"f"', first=None, last=None): []}, vouched=False)
    assert filled.mirror.blocks(Span(TEN, TEN + HOUR), ["/c/"]) == []
    assert filled.mirror.unvouched("/c/") == {"/c/a.ics"}
    changed = filled.calendars.get("/c/")
    assert changed is not None and changed.change_tag == "", "so the next poll looks at this calendar"
    far = Span(TEN + 9999 * HOUR, TEN + 10000 * HOUR)
    assert [o.href for o in filled.mirror.touching(far)] == ["/c/a.ics"], "open ends reach everywhere"


def test_a_buried_object_is_no_event_any_more(filled: ProfileStore) -> None:
    with filled.transaction():
        filled.mirror.bury("/c/", "/c/a.ics")
    assert filled.mirror.count() == 0 == filled.calendars.all()[0].events
    assert filled.mirror.by_uid("uid") == [] == filled.mirror.problems()
    assert filled.mirror.blocks(Span(TEN, TEN + HOUR), ["/c/"]) == []
    assert filled.mirror.unvouched("/c/") == {"/c/a.ics"}


def test_a_calendar_takes_its_objects_along(filled: ProfileStore) -> None:
    with filled.transaction():
        filled.calendars.remove("/c/")
    assert filled.mirror.count() == 0
    assert filled.mirror.blocks(Span(TEN, TEN + HOUR), ["/c/"]) == []


def test_horizon_journal_and_erasing(filled: ProfileStore) -> None:
    horizon = Horizon(Span(TEN, TEN + HOUR), "Europe/Amsterdam")
    with filled.transaction():
        filled.account.set_horizon(horizon)
        filled.journal.write("b", NOW, "what", "detail")
        filled.journal.write("b", NOW, "more")
        filled.links.put(Link("a", "A", (30,), {}, "UTC", overrides=(Override(date(2027, 1, 1), date(2027, 1, 2)),)))
    assert filled.account.horizon() == horizon
    assert filled.journal.of("b") == [JournalLine(NOW, "what", "detail"), JournalLine(NOW, "more", "")]
    with filled.transaction():
        filled.account.erase()
    assert filled.account.horizon() is None
    assert filled.journal.of("b") == []
    assert filled.links.all() == []
    assert filled.calendars.all() == []


LIVE = Booking(
    "b", "l", "t", "g", "", "", TEN, TEN + HOUR, "UTC", Status.CONFIRMED, InCloud.SYNCED, "/c/", "u", "/c/u.ics",
    "", "", (), 0, 0, NOW, NOW,
)  # fmt: skip
DAY = timedelta(days=1)


def test_the_journal_keeps_texts_and_where_a_booking_was(store: ProfileStore) -> None:
    was = Span(TEN, TEN + HOUR)
    with store.transaction():
        store.journal.write("b", NOW, "moved", "d", before="OLD ä\r\n", after="NEW", was=was)
        store.journal.write("b", NOW + DAY, "edited", after="NEWER")
        store.journal.write("c", NOW, "moved", was=Span(TEN, TEN))
        store.journal.write("c", NOW, "moved", was=was)
    assert store.journal.of("b") == [
        JournalLine(NOW, "moved", "d", "OLD ä\r\n", "NEW", was),
        JournalLine(NOW + DAY, "edited", after="NEWER"),
    ]
    assert store.journal.moved_from(NOW) == {"b": was, "c": was}
    assert store.journal.moved_from(NOW + 30 * DAY) == {"b": was, "c": was}
    assert store.journal.moved_from(NOW + 30 * DAY + HOUR) == {}


def test_lines_over_thirty_days_old_go_with_a_later_write_and_live_bookings_keep_their_text(
    store: ProfileStore,
) -> None:
    """Also the texts of events whose bookings are cancelled, or over: nothing would bring them back."""
    far = NOW + 90 * DAY
    kept = replace(LIVE, start=far, end=far + HOUR)
    cancelled = replace(kept, id="x", uid="ux", status=Status.CANCELLED)
    over = replace(LIVE, id="o", uid="uo")
    recent = replace(cancelled, id="r", uid="ur")
    with store.transaction():
        for booking in (kept, cancelled, over, recent):
            store.bookings.put(booking)
            store.journal.keep_text(booking.id, f"TEXT {booking.id}")
            store.journal.write(booking.id, NOW, "written", after="TEXT")
        store.journal.write("r", NOW + DAY, "cancelled")
    with store.transaction():
        store.journal.write("z", NOW + 30 * DAY, "something")
    assert [len(store.journal.of(name)) for name in "bxor"] == [1, 1, 1, 2], "thirty days are kept"
    with store.transaction():
        store.journal.write("z", NOW + 30 * DAY + HOUR, "something")
    assert [len(store.journal.of(name)) for name in "bxor"] == [0, 0, 0, 1]
    assert [store.journal.text(name) for name in "bxor"] == ["TEXT b", "", "", "TEXT r"]
    with store.transaction():
        store.bookings.put(replace(kept, status=Status.CANCELLED))
        store.journal.keep_text("b", "")
    assert store.journal.text("b") == ""


def test_one_booking_cannot_fill_the_disk_with_texts(store: ProfileStore) -> None:
    with store.transaction():
        store.journal.write("c", NOW, "other", before="kept")
        for number in range(MOST_TEXTS + 20):
            store.journal.write("b", NOW, "edited", str(number), before="x", after="y" * 1000)
            store.journal.write("b", NOW, "without")
    lines = [line for line in store.journal.of("b") if line.what == "edited"]
    assert len(lines) == MOST_TEXTS + 20
    assert [line.detail for line in lines if line.after] == [str(n) for n in range(20, MOST_TEXTS + 20)]
    assert store.journal.of("c")[0].before == "kept"


def test_erasing_takes_the_texts_of_events_along(store: ProfileStore) -> None:
    with store.transaction():
        store.bookings.put(LIVE)
        store.journal.keep_text("b", "SECRET")
        store.journal.write("b", NOW, "written", after="SECRET")
    with store.transaction():
        store.account.erase()
    assert store.journal.text("b") == ""
    assert store.journal.of("b") == []


def test_a_profile_of_schema_4_knows_its_events_texts(tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / FILE)
    for number in range(1, 5):
        old.executescript((ROOT / "workestra_desktop" / "store" / f"schema_{number}.sql").read_text("utf-8"))
    old.execute(
        "INSERT INTO calendars (id, name, color, writable, shared, is_default, write_to, busy, change_tag, sync_token)"
        " VALUES ('/c/', 'Work', '#112233', 1, 0, 1, 1, 1, 'c', 't')"
    )
    texts = {"u": "TEXT u", "big": "x" * 300_000, "elsewhere": "TEXT elsewhere"}
    for uid, text in texts.items():
        old.execute(
            "INSERT INTO objects VALUES ('/c/', ?, 'e', ?, ?, NULL, NULL, 0, '', 5.0, 1)",
            (f"/c/{uid}.ics", uid, text),
        )
    bookings = [LIVE, replace(LIVE, id="2", uid="big", href="/c/big.ics"), replace(LIVE, id="3", uid="elsewhere")]
    for b in bookings:
        seconds = int(b.start.timestamp()), int(b.end.timestamp())
        row = (b.id, seconds[0], b.status, b.uid, _booking_body(b), seconds[1])
        old.execute("INSERT INTO bookings VALUES (?, ?, ?, ?, ?, ?)", row)
    old.execute("INSERT INTO journal (booking, at, what, detail) VALUES ('b', ?, 'booked', 'd')", (NOW.timestamp(),))
    old.execute("PRAGMA user_version = 4")
    old.commit()
    old.close()
    store = ProfileStore(tmp_path)
    assert [store.journal.text(b.id) for b in bookings] == ["TEXT u", "", ""]
    assert store.journal.of("b") == [JournalLine(NOW, "booked", "d")]
    assert store.journal.moved_from(NOW) == {}
    store.close()


def test_an_intent_s_life(store: ProfileStore) -> None:
    booking = Booking(
        "b", "l", "t", "g", "", "", TEN, TEN + HOUR, "UTC", Status.CONFIRMED, InCloud.WAITING, "/c/", "u", "/c/u.ics",
        "", "", (), 0, 0, NOW, NOW,
    )  # fmt: skip
    with pytest.raises(Failure), store.transaction():
        store.outbox.add("nobody", Kind.PUBLISH, NOW)
    with store.transaction():
        store.bookings.put(booking)
        store.outbox.add("b", Kind.PUBLISH, NOW)
    (intent,) = store.outbox.all()
    assert (intent.kind, intent.claimed, intent.attempts, intent.not_before, intent.held) == (
        Kind.PUBLISH, False, 0, None, False,
    )  # fmt: skip
    assert intent.created_at == NOW
    with store.transaction():
        store.outbox.postpone(intent.id, NOW + HOUR, held=True)
        store.outbox.claim(intent.id)
    (claimed,) = store.outbox.of("b")
    assert (claimed.claimed, claimed.attempts, claimed.not_before, claimed.held) == (True, 1, None, False)
    with store.transaction():
        store.outbox.add("b", Kind.WITHDRAW, NOW)
    assert [i.kind for i in store.outbox.all()] == [Kind.PUBLISH, Kind.WITHDRAW], "a claimed intent is never changed"
    with store.transaction():
        store.outbox.settle(claimed.id)
    assert [i.kind for i in store.outbox.of("b")] == [Kind.WITHDRAW]


class Outbox(RuleBasedStateMachine):
    """One booking's intents against a list kept by the rules of `core.outbox.fold`."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.store = ProfileStore(Path(self.folder.name))
        self.claimed: list[Kind] = []
        self.waiting: Kind | None = None
        self.published = False
        self.withdrawn = False
        with self.store.transaction():
            self.store.bookings.put(
                Booking(
                    "b",
                    "l",
                    "t",
                    "g",
                    "",
                    "",
                    TEN,
                    TEN + HOUR,
                    "UTC",
                    Status.CONFIRMED,
                    InCloud.WAITING,
                    "/c/",
                    "u",
                    "/c/u.ics",
                    "",
                    "",
                    (),
                    0,
                    0,
                    NOW,
                    NOW,
                )
            )

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def decide(self, kind: Kind) -> None:
        with self.store.transaction():
            self.store.outbox.add("b", kind, NOW)
        self.waiting = fold(self.waiting, kind)

    @precondition(lambda self: not self.published)
    @rule()
    def book(self) -> None:
        self.published = True
        self.decide(Kind.PUBLISH)

    @precondition(lambda self: self.published and not self.withdrawn)
    @rule()
    def amend(self) -> None:
        self.decide(Kind.AMEND)

    @precondition(lambda self: self.published and not self.withdrawn)
    @rule()
    def withdraw(self) -> None:
        self.withdrawn = True
        self.decide(Kind.WITHDRAW)

    @precondition(lambda self: self.waiting is not None and not self.claimed)
    @rule()
    def claim(self) -> None:
        with self.store.transaction():
            self.store.outbox.claim(self.store.outbox.all()[0].id)
        assert self.waiting is not None
        self.claimed, self.waiting = [self.waiting], None

    @precondition(lambda self: self.claimed)
    @rule()
    def settle(self) -> None:
        with self.store.transaction():
            self.store.outbox.settle(self.store.outbox.all()[0].id)
        self.claimed = []

    @precondition(lambda self: self.claimed and self.waiting is None)
    @rule()
    def release(self) -> None:
        with self.store.transaction():
            self.store.outbox.release(self.store.outbox.all()[0].id)
        self.waiting, self.claimed = self.claimed[0], []

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = ProfileStore(Path(self.folder.name))

    @invariant()
    def agrees(self) -> None:
        rows = self.store.outbox.of("b")
        assert [r.kind for r in rows if r.claimed] == self.claimed
        assert [r.kind for r in rows if not r.claimed] == ([] if self.waiting is None else [self.waiting])


TestOutbox = Outbox.TestCase
TestOutbox.settings = settings(max_examples=40, stateful_step_count=12, deadline=None)
