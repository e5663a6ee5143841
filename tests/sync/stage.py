"""What the stories of these tests share: an account with two calendars, a proxy before it, a desk before that."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support.desks import MONDAY, Workplace, workplace
from tests.support.proxy import Reply
from tests.support.servers import CalDavServer
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import Cancel, Command, Reschedule, SyncNow, SyncReport
from workestra_desktop.core.trouble import Failure, Trouble

TEN = MONDAY + timedelta(hours=2)
"""10:00 for the host, that Monday."""


def sync(place: Workplace, *, full: bool = False) -> SyncReport:
    report = place.desk.execute(SyncNow(full))
    assert isinstance(report, SyncReport)
    return report


def quiet_poll(place: Workplace) -> SyncReport:
    """A poll by the timer: refused and postponed writes stay where they are."""
    reports: list[SyncReport] = []
    for _ in place.desk.round(into=reports):
        pass
    return reports[0]


def trouble_of(work: Callable[[], object]) -> Trouble:
    with pytest.raises(Failure) as failed:
        work()
    return failed.value.trouble


def refused(place: Workplace, command: Command) -> Trouble:
    return trouble_of(lambda: place.desk.execute(command))


def decides_meanwhile(
    folder: Path, place: Workplace, decide: Callable[[Workplace], object]
) -> Callable[[Reply], Reply]:
    """For a proxy: while an answer is on its way, another process on the profile in `folder` decides something."""

    def meanwhile(reply: Reply) -> Reply:
        with workplace(folder, "http://127.0.0.1:1/") as other:  # decided offline, in the proxy's thread
            other.clock.at = place.clock.at
            decide(other)
        return reply

    return meanwhile


def move(place: Workplace, booking: Booking, start: datetime, *, offline: bool = False) -> Booking:
    moved = place.desk.execute(Reschedule(booking.id, start, offline=offline))
    assert isinstance(moved, Booking)
    return moved


def cancel(place: Workplace, booking: Booking, *, offline: bool = False) -> Booking:
    cancelled = place.desk.execute(Cancel(booking.id, offline=offline))
    assert isinstance(cancelled, Booking)
    return cancelled


def name_of(path: str) -> str:
    return unquote(path).rstrip("/").rsplit("/", 1)[-1]


def texts_of(server: CalDavServer, booking: Booking, *calendars: str) -> list[str]:
    """Every text with the booking's UID in these calendars: there must never be two."""
    names = calendars or {"work", "family", name_of(booking.calendar)}
    return [text for name in names for text in server.texts(name).values() if booking.uid in text]


def rewrite(server: CalDavServer, booking: Booking, *changes: tuple[str, str]) -> str:
    """Edits the booking's event on the server, as on the host's phone; returns the new text."""
    text, _ = server.get(unquote(booking.href))
    for old, new in changes:
        assert old in text, (old, text)
        text = text.replace(old, new)
    server.put(name_of(booking.calendar), name_of(booking.href), text)
    return text


_RESPONSE = re.compile(rb"<(\w+:)?response\b.*?</(\w+:)?response>", re.DOTALL)


def without(reply: Reply, *texts: bytes) -> Reply:
    """A multistatus but for the responses in which one of `texts` occurs; each must occur in one."""
    assert all(any(text in each[0] for each in _RESPONSE.finditer(reply.body)) for text in texts), texts
    kept = _RESPONSE.sub(lambda each: b"" if any(text in each[0] for text in texts) else each[0], reply.body)
    return replace(reply, body=kept)


def with_response(reply: Reply, href: str, status: str) -> Reply:
    """A multistatus with one response more, which has nothing but a status."""
    more = f'<response xmlns="DAV:"><href>{href}</href><status>HTTP/1.1 {status}</status></response>'
    return replace(reply, body=_RESPONSE.sub(lambda each: more.encode() + each[0], reply.body, count=1))
