"""Whether, after all, everybody agrees: what people decided, the app's list and mirror, and iCloud."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

from tests.icloud.life_scene import Disagreement, Scene, Told, basename
from tests.support.desks import Workplace
from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.core.commands import SignIn
from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Code
from workestra_desktop.ical.expansion import remote_event

_BOOKING = re.compile(r"X-WORKESTRA-BOOKING:(\S+)")


def agree(scene: Scene, fresh: Path) -> None:
    """Raises Disagreement with everything that does not fit. `fresh` is a folder for a new profile."""
    account = {path: _text(scene, path) for path in scene.objects()}
    wrong = [*_bookings(scene, account), *_others(scene, account), *_mirror(scene, account), *_calm(scene)]
    wrong += _busy(scene, fresh)
    if wrong:
        raise Disagreement("\n".join(wrong))


def _text(scene: Scene, path: str) -> str:
    found = scene.standin.get(path)
    assert found is not None, path
    return found[0]


def _bookings(scene: Scene, account: dict[str, str]) -> list[str]:
    wrong = []
    events: dict[str, list[str]] = {}
    for path, text in account.items():
        if path not in scene.foreign:
            marked = _BOOKING.search(text)
            events.setdefault(marked[1] if marked else path, []).append(path)
    bookings = scene.bookings()
    wrong += [f"{paths} belong to no booking" for name, paths in events.items() if name not in bookings]
    if bookings.keys() != scene.told.keys():
        wrong.append(f"bookings {sorted(bookings)} but told {sorted(scene.told)}")
    for told in scene.told.values():
        found = events.get(told.id, [])
        wrong += [f"{told.id}: {what}" for what in _one(told, bookings[told.id], found, account)]
    return wrong


def _one(told: Told, booking: Booking, found: list[str], account: dict[str, str]) -> list[str]:
    if told.cancelled or told.deleted:
        wrong = [f"cancelled, but in iCloud: {found}"] if found else []
        by = By.HOST if told.cancelled else By.ICLOUD
        if (booking.status, booking.cancelled_by) != (Status.CANCELLED, by):
            wrong.append(f"should be cancelled by {by}, is {booking.status} by {booking.cancelled_by}")
        if booking.sync is not InCloud.SYNCED:
            wrong.append(f"still {booking.sync}")
        return wrong
    if told.swept and not found:
        # “4 coming bookings were in it. Nothing was cancelled.” (product.md §4, write calendar gone)
        return [] if booking.status is Status.CONFIRMED else [f"swept away, is {booking.status}"]
    if len(found) != 1:
        return [f"{len(found)} events in iCloud: {found}; the booking is {booking}"]
    wrong = []
    if (booking.status, booking.sync) != (Status.CONFIRMED, InCloud.SYNCED):
        wrong.append(f"is {booking.status}, {booking.sync}: {booking.concern}")
    if unquote(booking.href) != found[0] or not booking.href.startswith(booking.calendar):
        wrong.append(f"lies at {found[0]}, the app thinks {booking.href} in {booking.calendar}")
    text = account[found[0]]
    event = remote_event(text, booking.uid, "", "", "", BusyPolicy("Europe/Amsterdam"))
    if (event.start, event.end) != (booking.start, booking.end):
        wrong.append(f"is {event.start} to {event.end} in iCloud, {booking.start} to {booking.end} here")
    if booking.span != told.span:
        wrong.append(f"last decided: {told.span.start} to {told.span.end}; it is {booking.start} to {booking.end}")
    wrong += [f"lost in its event: {mark!r}" for mark in told.marks.values() if mark not in text]
    return wrong


def _others(scene: Scene, account: dict[str, str]) -> list[str]:
    lost = [f"{path} is lost" for path in scene.foreign if path not in account]
    return lost + [
        f"{path} was changed:\n{account[path]}"
        for path, text in scene.foreign.items()
        if path in account and account[path] != text
    ]


def _mirror(scene: Scene, account: dict[str, str]) -> list[str]:
    mirror = scene.place.store.mirror
    wrong = []
    here = {}
    for calendar in scene.place.desk.calendars():
        for href in mirror.etags(calendar.id):
            row = mirror.get(calendar.id, href)
            assert row is not None
            here[unquote(href)] = row.text
    wrong += [f"the mirror lacks {path}" for path in account if path not in here]
    wrong += [f"the mirror has {path}, which is not there" for path in here if path not in account]
    # XML knows only one kind of line end (XML 1.0, 2.11), so what came in a REPORT has lost the other.
    same = {path for path in account if path in here and _plain(account[path]) == _plain(here[path])}
    return wrong + [f"the mirror has another {path}" for path in account if path in here and path not in same]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _calm(scene: Scene) -> list[str]:
    """Nothing waits, nobody was disturbed, and no trouble is left but the calendar that is gone."""
    wrong = [f"still in the outbox: {intent}" for intent in scene.place.store.outbox.all()]
    wrong += [f"Apple mailed: {mail}" for mail in scene.standin.mails()]
    ours = {name for told in scene.told.values() for name in told.names}
    wrong += [f"people were told: {push}" for push in scene.standin.pushes() if basename(push) not in ours]
    bookings = scene.bookings()
    # A gone calendar is a trouble as long as a coming booking was in it.
    coming = [b for b in bookings.values() if b.live and b.end > scene.now]
    swept = {b.calendar for b in coming if scene.told[b.id].swept}
    for calendar in scene.place.desk.calendars():
        gone = calendar.problem is not None and calendar.problem.code is Code.CALENDAR_GONE
        if gone != (calendar.id in swept) or (calendar.problem is not None and not gone):
            wrong.append(f"{calendar.id}: {calendar.problem}")
    trouble = scene.place.desk.account().trouble
    return wrong if trouble is None else [*wrong, f"the account: {trouble}"]


def _busy(scene: Scene, folder: Path) -> list[str]:
    """The free times are those of somebody who reads everything for the first time."""
    span = Span(scene.now, scene.now + timedelta(days=50))
    newcomer = Workplace(folder, scene.standin.url)
    try:
        newcomer.clock.at = scene.now
        newcomer.desk.execute(SignIn(scene.standin.user, scene.password))
        newcomer.desk.read_all()
        want = {(b.start, b.end, b.title, b.reason, b.uid, b.href) for b in newcomer.desk.busy_blocks(span)}
    finally:
        newcomer.store.close()
    have = {(b.start, b.end, b.title, b.reason, b.uid, b.href) for b in scene.place.desk.busy_blocks(span)}
    wrong = [f"busy for a newcomer, free here: {block}" for block in sorted(want - have)]
    return wrong + [f"busy here, free for a newcomer: {block}" for block in sorted(have - want)]
