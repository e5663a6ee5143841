"""The fields of a booking link in words: its hours and its lengths of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QLocale

from workestra_desktop.core.link import WEEKDAYS, Window
from workestra_desktop.ui.tongue import clock_words, words_locale

_LONG = 160


def _tr(text: str) -> str:
    return QCoreApplication.translate("LinkWords", text)


def minutes_words(minutes: int) -> str:
    """`15 min`, `24 h`, `1 h 30 min`, `3 days`."""
    if minutes >= 48 * 60 and minutes % (24 * 60) == 0:
        return _tr("{days} days").format(days=minutes // (24 * 60))
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _tr("{minutes} min").format(minutes=rest)
    if not rest:
        return _tr("{hours} h").format(hours=hours)
    return _tr("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def windows_words(windows: Sequence[Window]) -> str:
    """`09:00–12:00, 13:00–17:00`, in the host's way of writing times."""
    return ", ".join(f"{_clock(start)}–{_clock(end)}" for start, end in windows)


def hours_words(hours: Mapping[str, Sequence[Window]]) -> str:
    """`Mon–Fri 09:00–17:00; Sat 10:00–12:00`; equal neighbours are one entry. At most a line or two."""
    parts = []
    days = [(number, tuple(hours.get(name, ()))) for number, name in enumerate(WEEKDAYS, start=1)]
    for windows, same in groupby(days, key=lambda each: each[1]):
        numbers = [number for number, _ in same]
        if windows:
            names = _weekday(numbers[0]) + (f"–{_weekday(numbers[-1])}" if len(numbers) > 1 else "")
            parts.append(f"{names} {windows_words(windows)}")
    text = "; ".join(parts) or _tr("none")
    return text if len(text) <= _LONG else text[: _LONG - 1].rstrip() + "…"


def _weekday(number: int) -> str:
    return words_locale().dayName(number, QLocale.FormatType.ShortFormat)


def _clock(text: str) -> str:
    hour, minute = int(text[:2]), int(text[3:])
    return clock_words(hour, minute) if hour < 24 else text
