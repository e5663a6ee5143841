"""Instants as the host reads them: in the host's zone, in the host's language."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime


def _tr(text: str) -> str:
    return QCoreApplication.translate("When", text)


def reader_locale() -> QLocale:
    """The default locale; for the bare C locale British English, which writes 24-hour times without seconds."""
    locale = QLocale()
    if locale.language() is QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return locale


def zone_of(name: str) -> ZoneInfo:
    """The zone `name` of a snapshot; UTC where this computer's tables do not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def clock(moment: datetime, where: ZoneInfo) -> str:
    """`10:42`, or `10:42 AM` where people write it so."""
    local = moment.astimezone(where)
    return reader_locale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def day(value: date, *, year: bool = False) -> str:
    """`Tue 1 Dec`, with the year if asked."""
    pattern = _tr("ddd d MMM yyyy") if year else _tr("ddd d MMM")
    return reader_locale().toString(QDate(value.year, value.month, value.day), pattern)


def weekday(value: date) -> str:
    """`Tue`, for a day that is known to be near another."""
    return reader_locale().toString(QDate(value.year, value.month, value.day), _tr("ddd"))


def long_day(value: date) -> str:
    """`Tuesday 1 December`."""
    return reader_locale().toString(QDate(value.year, value.month, value.day), _tr("dddd d MMMM"))


def meeting_time(start: datetime, end: datetime, where: ZoneInfo, now: datetime) -> str:
    """`Tue 1 Dec, 10:00 – 10:30`, with the year where it is not this one's, and the last day if it is another."""
    first, last = start.astimezone(where), end.astimezone(where)
    year = first.year != now.astimezone(where).year
    until = clock(end, where) if first.date() == last.date() else f"{day(last.date())}, {clock(end, where)}"
    return f"{day(first.date(), year=year)}, {clock(start, where)} – {until}"


def moment_words(moment: datetime, where: ZoneInfo, now: datetime) -> str:
    """`10:42` for today, `Mon 30 Nov, 10:42` for other days."""
    local = moment.astimezone(where)
    if local.date() == now.astimezone(where).date():
        return clock(moment, where)
    return dated(moment, where)


def dated(moment: datetime, where: ZoneInfo) -> str:
    """`Mon 30 Nov, 10:42`."""
    return f"{day(moment.astimezone(where).date())}, {clock(moment, where)}"


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
