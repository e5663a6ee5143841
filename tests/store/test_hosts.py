"""Whom the app has talked to, counted a day."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workestra_desktop import assembly
from workestra_desktop.store.profile import ProfileStore

NOW = datetime(2027, 3, 1, 23, 59, tzinfo=UTC)


def test_requests_are_counted_by_host_for_30_days(tmp_path: Path) -> None:
    with closing(ProfileStore(tmp_path)) as store:
        for _ in range(3):
            store.hosts.add("p42-caldav.icloud.com", NOW)
        store.hosts.add("caldav.icloud.com", NOW)
        store.hosts.add("p42-caldav.icloud.com", NOW + timedelta(minutes=2))
        assert list(store.hosts.counts().items()) == [("p42-caldav.icloud.com", 4), ("caldav.icloud.com", 1)]
        assert store.database.rows("SELECT day, requests FROM hosts WHERE host LIKE 'p42%' ORDER BY day") == [
            ("2027-03-01", 3), ("2027-03-02", 1),
        ]  # fmt: skip
    with closing(ProfileStore(tmp_path)) as store:
        store.hosts.add("caldav.icloud.com", NOW + timedelta(days=31))
        assert store.hosts.counts() == {"caldav.icloud.com": 1, "p42-caldav.icloud.com": 1}


def test_only_the_host_is_kept_of_an_address_and_a_refusing_disk_holds_nothing_up(tmp_path: Path) -> None:
    with closing(ProfileStore(tmp_path)) as store:
        assembly._count(store, "https://p42-caldav.icloud.com:443/123456789/calendars/secret/?x=1")
        assert store.database.rows("SELECT host FROM hosts") == [("p42-caldav.icloud.com",)]
        store.database._connection.execute("PRAGMA query_only = ON")
        assembly._count(store, "https://caldav.icloud.com/")
        store.database._connection.execute("PRAGMA query_only = OFF")
        assert store.hosts.counts() == {"p42-caldav.icloud.com": 1}
