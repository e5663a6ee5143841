"""The options of `workestra link set`, applied to a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from workestra_desktop.core.link import Link, Override, parse_hours, parse_windows
from workestra_desktop.core.trouble import Code, fail


def changed_link(
    link: Link,
    *,
    minutes: Sequence[str] = (),
    hours: str | None = None,
    step: str | None = None,
    max_per_day: int | None = None,
    max_per_week: int | None = None,
    calendar: str | None = None,
    alarms: Sequence[str] = (),
    clear_days: bool = False,
    days_off: Sequence[str] = (),
    special: Sequence[str] = (),
    window: str | None = None,
    **plainly: Any,
) -> Link:
    """`link` with the options that were given. `plainly` are fields taken as they are; None leaves a field alone."""
    changes = {name: value for name, value in plainly.items() if value is not None}
    if minutes:
        changes["minutes"] = _numbers("--minutes", minutes)
    if hours is not None:
        changes["hours"] = parse_hours(hours)
    if step is not None:
        number = 0 if step == "auto" else _numbers("--step", [step])[0]
        changes["step"] = number or None
    for name, limit in (("max_per_day", max_per_day), ("max_per_week", max_per_week)):
        if limit is not None:
            changes[name] = limit or None
    if calendar is not None:
        changes["calendar"] = calendar or None
    if alarms:
        changes["alarms"] = () if list(alarms) == ["none"] else _numbers("--alarm", alarms)
    if window is not None:
        changes["window"] = None if window == "rolling" else dates(window)
    overrides = _overrides(() if clear_days else link.overrides, days_off, special)
    return replace(link, overrides=overrides, **changes)


def _overrides(
    overrides: tuple[Override, ...], days_off: Sequence[str], special: Sequence[str]
) -> tuple[Override, ...]:
    """`overrides` and those that were given; one for the same days is replaced, a day off by special hours."""
    for text in (*days_off, *special):
        days, _, windows = text.partition("=")
        added = Override(*dates(days), parse_windows(windows))
        if text in special and not added.hours:
            raise fail(Code.BAD_INPUT, f"“{text[:60]}” is not like 2026-12-24=09:00-12:00.")
        if text in days_off and "=" in text:
            raise fail(Code.BAD_INPUT, f"“{text[:60]}” is not a day or a range of days.")
        overrides = (*(o for o in overrides if (o.first, o.last) != (added.first, added.last)), added)
    return overrides


def _numbers(option: str, texts: Sequence[str]) -> tuple[int, ...]:
    pieces = [piece.strip() for text in texts for piece in text.split(",")]
    if not all(piece.isascii() and piece.isdigit() and len(piece) <= 9 for piece in pieces):
        raise fail(Code.BAD_INPUT, f"{option} takes whole minutes, like 30.")
    return tuple(int(piece) for piece in pieces)


def dates(text: str) -> tuple[date, date]:
    """`2026-12-24` or `2026-12-24..2026-12-26` as first and last day."""
    first, dots, last = text.partition("..")
    try:
        return date.fromisoformat(first), date.fromisoformat(last if dots else first)
    except ValueError:
        raise fail(Code.BAD_INPUT, f"“{text[:40]}” is not a day like 2026-12-24 or 2026-12-24..2026-12-26.") from None
