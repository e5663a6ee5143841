"""What `backup`, `restore`, `export` and `diagnostics` print and write. JSON shapes as in `cli_output`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from workestra_desktop.cli_output import Json, booking_json, counted, span_line
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.plain import plain
from workestra_desktop.core.restoring import Change, Here, Preview

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Beginnings that spreadsheets take for a formula (OWASP, CSV injection)."""

_COLUMNS = (
    "id", "link", "title", "guest", "email", "note", "start", "end", "timezone", "status", "sync", "calendar", "uid",
    "href", "location", "meeting_url", "cancelled_by", "reason", "concern", "changed_at",
)  # fmt: skip


def bookings_csv(bookings: Iterable[Booking], zone: ZoneInfo) -> str:
    """One row a booking under a row of names, CRLF (RFC 4180), with a byte order mark, as spreadsheets want it."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(_COLUMNS)
    for booking in bookings:
        document = booking_json(booking, zone)
        rows.writerow([_cell(document[name]) for name in _COLUMNS])
    return "\ufeff" + text.getvalue()


def _cell(value: str | None) -> str:
    text = value or ""
    return f"'{text}" if text.startswith(_FORMULA) else text


def bookings_json(bookings: Iterable[Booking], zone: ZoneInfo) -> str:
    return json.dumps([booking_json(b, zone) for b in bookings], indent=2) + "\n"


def restore_json(preview: Preview, kept: Path | None, *, done: bool) -> Json:
    return {
        "restored": done,
        "bookings": _change_json(preview.bookings),
        "links": _change_json(preview.links),
        "settings_differ": preview.settings,
        "waiting_dropped": preview.dropped,
        "waiting_in_backup_dropped": preview.dropped_there,
        "damaged": preview.here is Here.DAMAGED,
        "newer": preview.here is Here.NEWER,
        "kept": None if kept is None else str(kept),
    }


def _change_json(change: Change) -> Json:
    return {"come": list(change.come), "go": list(change.go), "differ": list(change.differ), "same": change.same}


_WHY_REPLACED: dict[Here, tuple[str, ...]] = {
    Here.SOUND: (),
    Here.DAMAGED: ("The profile here is damaged; it is set aside, and the backup takes its place.",),
    Here.NEWER: ("The profile here is a newer Workestra's; it is set aside, and the backup takes its place.",),
}


def restore_lines(
    preview: Preview, there: Sequence[Booking], here: Sequence[Booking], zone: ZoneInfo, *, done: bool
) -> list[str]:
    named = {b.id: b for b in (*there, *here)}
    lines = list(_WHY_REPLACED[preview.here])
    for what, ids in (
        ("Come back", preview.bookings.come),
        ("Go from the list", preview.bookings.go),
        ("Change", preview.bookings.differ),
    ):
        lines.append(f"{what}: {counted(len(ids), 'booking')}.")
        lines += [f"    {name}  {span_line(named[name].span, zone)}  {plain(named[name].guest)}" for name in ids]
    if preview.bookings.go:
        lines.append("    Those to come that have an event in iCloud are found again by the next sync.")
    lines.append(f"Stay as they are: {counted(preview.bookings.same, 'booking')}.")
    links = preview.links
    lines.append(f"Links: {len(links.come)} come, {len(links.go)} go, {len(links.differ)} change.")
    lines.append("Settings and choices of calendars change." if preview.settings else "Settings stay as they are.")
    if dropped := preview.dropped + preview.dropped_there:
        lines.append(f"Not sent any more: {counted(dropped, 'change')} that waited for iCloud, here or in the backup.")
    lines.append("Nothing in iCloud is changed by this; the next sync reads it all and compares.")
    lines.append("Restored." if done else "This is only a preview: add --yes to restore.")
    return lines
