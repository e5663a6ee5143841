"""Asks for the days of the week page: each question once, and a new one in place of the last."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from workestra_desktop.core.commands import ShowWeek
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.week_span import Days
from workestra_desktop.ui.what_matters import free_time_of


class WeekAsking(QObject):
    """`came(week, days)` answers the last question, or `refused(trouble, days)`: it may then be asked again."""

    came = Signal(object, object)
    refused = Signal(object, object)

    def __init__(self, courier: Courier, parent: QObject) -> None:
        super().__init__(parent)
        self._courier = courier
        self._asked: object = None
        self._loading: asyncio.Task[None] | None = None

    def ask(self, link: Link, minutes: int, days: Days, where: ZoneInfo, *, snapshot: Snapshot, now: datetime) -> None:
        """For meetings of `minutes` by `link`; unless just that was asked already, and nothing that matters to it has
        changed since, by `snapshot` and `now`."""
        command = ShowWeek(link.slug, days.span(where), minutes)
        asked = (command, free_time_of(snapshot), _minute(command.span, link, now))
        if asked != self._asked:
            self.forget()
            self._asked = asked
            self._loading = self._courier.spawn(self._load(command, days))

    def forget(self) -> None:
        """Whatever was asked: no answer to it is wanted any more."""
        self._asked = None
        if self._loading is not None:
            self._loading.cancel()
            self._loading = None

    async def _load(self, command: ShowWeek, days: Days) -> None:
        try:
            week = await self._courier.ask(command)
        except Failure as failure:
            self._asked = None
            self.refused.emit(failure.trouble, days)
        else:
            self.came.emit(week, days)


def _minute(span: Span, link: Link, now: datetime) -> datetime | None:
    """The minute it is, where that moves what is over or too soon within `span`."""
    minute = now.replace(second=0, microsecond=0)
    reach = Span(minute, minute + timedelta(minutes=link.notice + 1))
    horizon = minute + timedelta(days=link.window_days)
    return minute if span.overlaps(reach) or span.start <= horizon < span.end else None
