"""Notices in words: whole, without names for a host who shares the screen, and several as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.plain import plain
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.core.words import Words
from workestra_desktop.ui.when import meeting_time
from workestra_desktop.ui.words import worded

_ENTITY = re.compile(r"&(?=#|\w+;)")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notices", text)


def unmarked(text: str) -> str:
    """`text` that reads the same to a program that interprets markup and to one that does not."""
    return _ENTITY.sub("＆", text.replace("<", "‹").replace(">", "›"))


def notice_words(notice: Notice, where: ZoneInfo, now: datetime, *, hide: bool = False) -> tuple[str, str]:
    """Title and body of a notice. Both are plain text for programs that may interpret markup.

    `hide`: they name no guest, no event and nothing that a trouble quotes.
    """
    title, body = _hidden(notice, where, now) if hide else _named(notice, where, now)
    return unmarked(title), unmarked(body)


def _named(notice: Notice, where: ZoneInfo, now: datetime) -> tuple[str, str]:
    guest = plain(notice.booking.guest, 60) if notice.booking else _tr("a guest")
    match notice.kind:
        case NoticeKind.MOVED:
            return _tr("Booking with {guest} moved").format(guest=guest), _moved(notice, where, now)
        case NoticeKind.CANCELLED:
            return _tr("Booking with {guest} cancelled").format(guest=guest), _deleted(notice, where, now)
        case NoticeKind.FAILED:
            body = worded(notice.trouble).message if notice.trouble else _tr("iCloud refused it. It is kept here.")
            return _tr("Booking with {guest} needs a decision").format(guest=guest), body
        case NoticeKind.CONFLICT:
            title = _tr("An event lies on the booking with {guest}").format(guest=guest)
            if (event := notice.overlap) is None:
                return title, _lies(notice, where, now)
            body = _tr("“{event}” is {there}; the booking is {booked}. Both stay until you decide.")
            return title, body.format(
                event=plain(event.title, 80) or _tr("Event without a title"),
                there=meeting_time(event.start, event.end, where, now),
                booked=_time(notice.booking, where, now),
            )
        case NoticeKind.SEVERAL_GONE | NoticeKind.RECONNECT | NoticeKind.NETWORK:
            return _of_account(notice)
        case _:
            assert_never(notice.kind)


def _hidden(notice: Notice, where: ZoneInfo, now: datetime) -> tuple[str, str]:
    match notice.kind:
        case NoticeKind.MOVED:
            return _tr("A booking moved"), _moved(notice, where, now)
        case NoticeKind.CANCELLED:
            return _tr("A booking was cancelled"), _deleted(notice, where, now)
        case NoticeKind.FAILED:
            return _tr("A booking needs a decision"), _tr("iCloud refused it. It is kept here.")
        case NoticeKind.CONFLICT:
            return _tr("An event lies on a booking"), _lies(notice, where, now)
        case NoticeKind.SEVERAL_GONE | NoticeKind.RECONNECT | NoticeKind.NETWORK:
            quoting = notice.trouble is not None and notice.trouble.scope is not Scope.CALENDAR
            bare = replace(notice.trouble, subject="") if quoting and notice.trouble else notice.trouble
            return _of_account(replace(notice, trouble=bare))
        case _:
            assert_never(notice.kind)


def _of_account(notice: Notice) -> tuple[str, str]:
    if notice.kind is NoticeKind.SEVERAL_GONE:
        title = _tr("{count} bookings' events are gone from iCloud").format(count=notice.count)
        return title, _tr("Nothing was cancelled. Decide in Workestra: put them back, or cancel them.")
    if notice.kind is NoticeKind.NETWORK:
        why = _why(notice.trouble, Code.OFFLINE)
        return _tr("iCloud has been out of reach for an hour"), f"{why.title}. {why.message}"
    why = _why(notice.trouble, Code.RECONNECT_NEEDED)
    return why.title, why.message


def _why(trouble: Trouble | None, else_: Code) -> Words:
    return worded(trouble or Trouble(else_))


def _time(booking: Booking | None, where: ZoneInfo, now: datetime) -> str:
    return meeting_time(booking.start, booking.end, where, now) if booking else ""


def _moved(notice: Notice, where: ZoneInfo, now: datetime) -> str:
    time = _time(notice.booking, where, now)
    if notice.before is None:
        return _tr("It was moved in iCloud and is now {time}.").format(time=time)
    return _tr("It was moved in iCloud and is now {time}. It was {before}.").format(
        time=time, before=_time(notice.before, where, now)
    )


def _deleted(notice: Notice, where: ZoneInfo, now: datetime) -> str:
    return _tr("Its event on {time} was deleted in iCloud.").format(time=_time(notice.booking, where, now))


def _lies(notice: Notice, where: ZoneInfo, now: datetime) -> str:
    booked = _time(notice.booking, where, now)
    return _tr("The booking is {booked}. Both stay until you decide.").format(booked=booked)


def summary_words(notices: Sequence[Notice], *, hide: bool) -> tuple[str, str]:
    """Several notices about bookings as one."""
    about = {n.booking.id: plain(n.booking.guest, 40) for n in notices if n.booking is not None}
    told = {n.kind for n in notices}
    if len(about) == 1:
        title = _tr("{notices} notices about one booking")
    elif told <= {NoticeKind.MOVED, NoticeKind.CANCELLED}:
        title = _tr("{count} bookings changed in iCloud")
    elif told == {NoticeKind.CONFLICT}:
        title = _tr("Events lie on {count} bookings")
    else:
        title = _tr("{count} bookings need a look")
    names = list(about.values())
    if hide or len(names) < 2:
        body = _tr("The list of notices tells of each.")
    elif len(names) == 2:
        body = _tr("With {first} and {second}. The list of notices tells of each.")
    elif len(names) == 3:
        body = _tr("With {first}, {second} and {third}. The list of notices tells of each.")
    else:
        body = _tr("With {first}, {second} and {count} others. The list of notices tells of each.")
    shown = dict(zip(("first", "second", "third"), names, strict=False))
    title = title.format(count=len(about), notices=len(notices))
    return unmarked(title), unmarked(body.format(count=len(names) - 2, **shown))
