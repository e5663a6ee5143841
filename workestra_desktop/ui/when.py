"""Instants as the host reads them: in the host's zone, in the host's language."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QDate

from workestra_desktop.ui.tongue import clock_format, clock_words, first_weekday, month_first, words_locale

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDateTimeEdit


def _tr(text: str) -> str:
    return QCoreApplication.translate("When", text)


def zone_of(name: str) -> ZoneInfo:
    """The zone `name` of a snapshot; UTC where this computer's tables do not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def clock(moment: datetime, where: ZoneInfo) -> str:
    """`10:42`, or `10:42 AM` where people write it so."""
    local = moment.astimezone(where)
    return clock_words(local.hour, local.minute)


def _written(value: date, day_first: str, month_first_: str) -> str:
    pattern = month_first_ if month_first() else day_first
    return words_locale().toString(QDate(value.year, value.month, value.day), pattern)


def day(value: date, *, year: bool = False) -> str:
    """`Tue 1 Dec`, with the year if asked; `Tue, Dec 1` where people write it so."""
    if year:
        return _written(value, _tr("ddd d MMM yyyy"), _tr("ddd, MMM d, yyyy"))
    return _written(value, _tr("ddd d MMM"), _tr("ddd, MMM d"))


def weekday(value: date) -> str:
    """`Tue`, for a day that is known to be near another."""
    return words_locale().toString(QDate(value.year, value.month, value.day), _tr("ddd"))


def long_day(value: date) -> str:
    """`Tuesday 1 December`."""
    return _written(value, _tr("dddd d MMMM"), _tr("dddd, MMMM d"))


def date_pattern() -> str:
    """Of a date that is typed: `Tue 1 Dec 2026`."""
    return _tr("ddd, MMM d, yyyy") if month_first() else _tr("ddd d MMM yyyy")


def localise(edit: QDateTimeEdit, *, time: bool = False) -> None:
    """Has a field for dates, and its calendar, speak the window's language and keep the system's week."""
    edit.setLocale(words_locale())
    edit.setDisplayFormat(f"{date_pattern()}, {clock_format()}" if time else date_pattern())
    if edit.calendarPopup():
        edit.calendarWidget().setLocale(words_locale())
        edit.calendarWidget().setFirstDayOfWeek(first_weekday())


def meeting_time(start: datetime, end: datetime, where: ZoneInfo, now: datetime) -> str:
    """`Tue 1 Dec, 10:00 – 10:30`, with the year where it is not this one's, and the last day if it is another."""
    first, last = start.astimezone(where), end.astimezone(where)
    head = day(first.date(), year=first.year != now.astimezone(where).year)
    if first.date() == last.date():
        return _tr("{day}, {start} – {end}").format(day=head, start=clock(start, where), end=clock(end, where))
    return _tr("{day}, {start} – {last}, {end}").format(
        day=head, start=clock(start, where), last=day(last.date()), end=clock(end, where)
    )


def moment_words(moment: datetime, where: ZoneInfo, now: datetime) -> str:
    """`10:42` for today, `Mon 30 Nov, 10:42` for other days."""
    local = moment.astimezone(where)
    if local.date() == now.astimezone(where).date():
        return clock(moment, where)
    return dated(moment, where)


def dated(moment: datetime, where: ZoneInfo) -> str:
    """`Mon 30 Nov, 10:42`."""
    return _tr("{day}, {time}").format(day=day(moment.astimezone(where).date()), time=clock(moment, where))


def countdown(start: datetime, now: datetime) -> str:
    """`in 25 min`, `in 3 h`, `in 2 days`, `now`."""
    minutes = int((start - now) / timedelta(minutes=1))
    if minutes < 1:
        return _tr("now")
    if minutes < 60:
        return _tr("in {minutes} min").format(minutes=minutes)
    if minutes < 48 * 60:
        return _tr("in {hours} h").format(hours=minutes // 60)
    return _tr("in {days} days").format(days=minutes // (24 * 60))


def utc_now() -> datetime:
    return datetime.now(UTC)
