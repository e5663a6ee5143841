"""The list of what the host was told, and what the host prefers: kept as facts, read whatever wrote them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.core.example import BOOKING, HALF_HOUR, TEN
from workestra_desktop.core.booking import By, Status
from workestra_desktop.core.link import first_link
from workestra_desktop.core.mirror import Account
from workestra_desktop.core.notice import Notice, NoticeKind, Preferences
from workestra_desktop.core.outage import Outage
from workestra_desktop.core.radar import Overlap
from workestra_desktop.core.said import Said, said
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.store import restoring
from workestra_desktop.store.booking_rows import _booking_body, _link_body
from workestra_desktop.store.notice_rows import LASTS, MOST
from workestra_desktop.store.profile import FILE, ProfileStore

NOW = TEN + timedelta(seconds=1.25)
MOVED = replace(BOOKING, start=TEN + HALF_HOUR, end=TEN + 2 * HALF_HOUR)
CANCELLED = replace(MOVED, status=Status.CANCELLED, cancelled_by=By.ICLOUD)
OVERLAP = Overlap(BOOKING.id, "X", "/1/family/", "School", TEN, TEN + HALF_HOUR, TEN, NOW)
OFFLINE = Trouble(Code.OFFLINE, Scope.ACCOUNT, said("No answer from {host}.", host="iCloud"), "TLS", 3.5, 2)
TOLD = (
    Notice(NoticeKind.MOVED, MOVED, BOOKING),
    Notice(NoticeKind.CANCELLED, CANCELLED, MOVED),
    Notice(NoticeKind.FAILED, replace(BOOKING, concern="It is now a series."), BOOKING, OFFLINE),
    Notice(NoticeKind.SEVERAL_GONE, BOOKING, count=5),
    Notice(NoticeKind.CONFLICT, BOOKING, overlap=OVERLAP),
    Notice(NoticeKind.RECONNECT, trouble=Trouble(Code.RECONNECT_NEEDED, Scope.ACCOUNT)),
    Notice(NoticeKind.NETWORK, trouble=OFFLINE),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ProfileStore]:
    (tmp_path / "profile").mkdir()
    store = ProfileStore(tmp_path / "profile")
    with store.transaction():
        store.bookings.put(BOOKING)
    yield store
    store.close()


def add(store: ProfileStore, *notices: Notice, **later: float) -> None:
    with store.transaction():
        for notice in notices:
            store.notices.add(notice, NOW + timedelta(**later))


def told(store: ProfileStore, most: int = 200, **later: float) -> list[Notice]:
    kept = store.notices.newest(most, store.bookings.all(), NOW + timedelta(**later))
    return [each.notice for each in kept]


def test_notices_come_back_as_they_were_told(store: ProfileStore) -> None:
    assert {notice.kind for notice in TOLD} == set(NoticeKind)
    add(store, *TOLD)
    assert told(store) == list(reversed(TOLD))
    assert told(store, 2) == [TOLD[-1], TOLD[-2]]
    trouble = told(store)[0].trouble
    assert trouble is not None and isinstance(trouble.subject, Said), "it can be worded in another language"
    newest = store.notices.newest(1, [], NOW)[0]
    assert (newest.at, newest.seen) == (NOW, False)


def test_what_became_of_the_booking_since_changes_nothing_that_was_told(store: ProfileStore) -> None:
    add(store, TOLD[0])
    with store.transaction():
        store.bookings.put(replace(CANCELLED, start=TEN + 9 * HALF_HOUR, end=TEN + 10 * HALF_HOUR, no_show=True))
    (notice,) = told(store)
    assert notice.booking is not None and notice.before is not None
    assert (notice.before.start, notice.booking.start, notice.booking.status) == (TEN, MOVED.start, Status.CONFIRMED)


def test_a_notice_whose_booking_is_not_here_is_left_out(store: ProfileStore) -> None:
    add(store, *TOLD)
    assert [each.notice.kind for each in store.notices.after(0, lambda _id: None)] == [
        NoticeKind.RECONNECT,
        NoticeKind.NETWORK,
    ]


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'of a newer version'",
        "body = '{}'",
        "body = 'no JSON'",
        "body = '[]'",
        "body = json_set(body, '$.booking.status', 'unheard of')",
        'body = json_set(body, \'$.trouble\', \'["new code", "app", ""]\')',
        "body = json_set(body, '$.overlap', json('[1]'))",
    ],
)
def test_what_another_version_wrote_is_passed_over(store: ProfileStore, change: str) -> None:
    add(store, TOLD[0], TOLD[6])
    with store.transaction():
        assert store.database.run(f"UPDATE notices SET {change} WHERE id = 1") == 1  # noqa: S608 - from above
    assert told(store) == [TOLD[6]]


def test_they_are_kept_for_thirty_days(store: ProfileStore) -> None:
    add(store, TOLD[5])
    after = LASTS / timedelta(days=1) + 0.01
    assert told(store, days=after - 0.02) == [TOLD[5]]
    assert told(store, days=after) == [], "also where nothing new was told since"
    add(store, TOLD[6], days=after)
    assert store.database.rows("SELECT kind FROM notices") == [("network",)]


def test_no_flood_of_them_fills_the_disk_and_no_number_is_used_twice(store: ProfileStore) -> None:
    long = Trouble(Code.OFFLINE, Scope.ACCOUNT, said("{what}!", what="x" * 100_000), "y" * 100_000)
    add(store, *[TOLD[5]] * MOST, replace(TOLD[6], trouble=long))
    assert store.database.rows("SELECT count(*), min(id), max(id) FROM notices") == [(MOST, 2, MOST + 1)]
    assert store.database.rows("SELECT max(length(body)) < 5000 FROM notices") == [(1,)]
    assert told(store)[0].kind is NoticeKind.NETWORK
    with store.transaction():
        store.account.erase()
    assert store.notices.last() == 0
    add(store, TOLD[5])
    assert store.notices.last() == MOST + 2


def test_seen_up_to_a_number(store: ProfileStore) -> None:
    add(store, *TOLD)
    with store.transaction():
        store.notices.see(5)
    assert [each.seen for each in store.notices.after(3, store.bookings.get)] == [True, True, False, False]


def test_preferences_come_back_and_nothing_in_them_keeps_a_profile_from_opening(store: ProfileStore) -> None:
    assert store.preferences.get() == Preferences()
    wished = Preferences(frozenset({NoticeKind.MOVED, NoticeKind.NETWORK}), True, "de", "America/New_York")
    with store.transaction():
        store.preferences.put(Preferences(language="fr"))
        store.preferences.put(wished)
    assert store.preferences.get() == wished
    with store.transaction():
        newer = '{"silent": ["moved", "of a newer version"], "colour": "blue"}'
        store.database.run("UPDATE preferences SET body = ?", (newer,))
    assert store.preferences.get() == Preferences(frozenset({NoticeKind.MOVED}))
    for odd in ('{"silent": null}', "[1]", "no JSON"):
        with store.transaction():
            store.database.run("UPDATE preferences SET body = ?", (odd,))
        assert store.preferences.get() == Preferences()


def test_a_restore_brings_preferences_and_leaves_what_was_told(store: ProfileStore, tmp_path: Path) -> None:
    store.copies.copy_to(tmp_path / "without")
    with store.transaction():
        store.bookings.put(replace(BOOKING, no_show=True))
        store.preferences.put(Preferences(language="de"))
    store.copies.copy_to(tmp_path / "with")
    with store.transaction():
        store.bookings.put(BOOKING)
        store.preferences.put(Preferences(language="fr"))
    add(store, TOLD[5])
    with restoring.opened_backup(tmp_path / "without", tmp_path) as old:
        assert restoring.preview(old, store).settings is False
        restoring.restore(old, store, NOW)
    assert store.preferences.get() == Preferences(language="fr"), "that copy knows of none"
    with restoring.opened_backup(tmp_path / "with", tmp_path) as old:
        assert restoring.preview(old, store).settings is True
        restoring.restore(old, store, NOW)
    assert store.preferences.get() == Preferences(language="de")
    assert [booking.no_show for booking in store.bookings.all()] == [True]
    assert told(store) == [TOLD[5]]


def test_an_outage_is_kept_with_the_account(store: ProfileStore) -> None:
    out = Account(
        "ada@example.com", "/1/principal/", "https://x/1/calendars/", frozenset(), connected=True, setup_done=True,
        outage=Outage(TEN, NOW, told=True),
    )  # fmt: skip
    with store.transaction():
        store.account.put(out)
    assert store.account.get() == out


def test_a_profile_of_schema_6_keeps_everything(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as old:
        for number in range(1, 7):
            schema = Path(restoring.__file__).with_name(f"schema_{number}.sql")
            old.executescript(schema.read_text("utf-8"))
        row = (BOOKING.id, TEN.timestamp(), BOOKING.status, BOOKING.uid, _booking_body(BOOKING))
        old.execute(
            "INSERT INTO bookings (id, start, status, uid, body, end) VALUES (?, ?, ?, ?, ?, ?)",
            (*row, BOOKING.end.timestamp()),
        )
        old.execute("INSERT INTO links VALUES ('meeting', ?)", (_link_body(first_link("UTC")),))
        old.execute(
            "INSERT INTO account VALUES (1, 'ada@example.com', '/1/principal/', 'https://x/1/calendars/', '[]', 1, 1,"
            ' 5.5, NULL, 0, \'["offline", "account", ""]\')'
        )
        old.execute("INSERT INTO journal (booking, at, what, detail) VALUES ('b1', 1, 'booked', '')")
        old.execute("INSERT INTO hosts VALUES ('caldav.icloud.com', '2026-11-22', 3)")
        old.execute("PRAGMA user_version = 6")
    old.close()
    store = ProfileStore(tmp_path)
    account = store.account.get()
    assert account is not None and account.trouble is not None
    assert (account.apple_id, account.trouble.code, account.outage) == ("ada@example.com", Code.OFFLINE, None)
    assert store.bookings.all() == [BOOKING]
    assert store.links.all() == [first_link("UTC")]
    assert [line.what for line in store.journal.of("b1")] == ["booked"]
    assert store.hosts.counts() == {"caldav.icloud.com": 3}
    assert (store.notices.last(), store.preferences.get()) == (0, Preferences())
    add(store, TOLD[0])
    assert told(store) == [TOLD[0]]
    store.close()
    assert (tmp_path / "backups" / "before-migration-of-schema-6.sqlite3").exists()
