"""One confirmed booking, for tests to vary."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from workestra_desktop.core.booking import Agreed, Booking, InCloud, Status

TEN = datetime(2026, 12, 1, 10, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=30)
BOOKING = Booking(
    id="b1",
    link="meeting",
    title="Meeting with Jo",
    guest="Jo",
    email="",
    note="",
    start=TEN,
    end=TEN + HALF_HOUR,
    timezone="Europe/Berlin",
    status=Status.CONFIRMED,
    sync=InCloud.SYNCED,
    calendar="/1/work/",
    uid="U1",
    href="/1/work/U1.ics",
    location="",
    meeting_url="",
    alarms=(),
    before=0,
    after=0,
    created_at=TEN,
    changed_at=TEN,
    agreed=Agreed(TEN, TEN + HALF_HOUR, '"1"'),
)
