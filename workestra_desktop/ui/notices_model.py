"""The notices of the last 30 days as rows: the newest first, under the day they came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workestra_desktop.core.notice import KeptNotice
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.notice_words import notice_words
from workestra_desktop.ui.when import clock, long_day, zone_of

ROW = Qt.ItemDataRole.UserRole + 1
"""A `KeptNotice`, or the `date` that heads those after it."""
TEXTS = Qt.ItemDataRole.UserRole + 2
"""Of a notice: title, body and time of day."""
FRESH = Qt.ItemDataRole.UserRole + 3
"""Whether the host has not looked at it yet."""

Index = QModelIndex | QPersistentModelIndex


class NoticesModel(QAbstractListModel):
    """Texts are plain and bounded. A notice is fresh from its coming until `forget_fresh` or until it was chosen."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._where = ZoneInfo("UTC")
        self._kept: tuple[KeptNotice, ...] = ()
        self._rows: list[KeptNotice | date] = []
        self._fresh: set[int] = set()
        self._today: date | None = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Rows that stay keep their place and selection: new ones come on top, old ones leave below."""
        where = zone_of(snapshot.host_zone)
        today = self._now().astimezone(where).date()
        self._fresh |= {kept.id for kept in snapshot.notices if not kept.seen}
        self._fresh &= {kept.id for kept in snapshot.notices}
        same = [k.id for k in self._kept] == [k.id for k in snapshot.notices]
        if same and (where, today) == (self._where, self._today):
            self._kept = snapshot.notices
            return
        self.beginResetModel()
        self._where, self._today, self._kept = where, today, snapshot.notices
        self._rows = rows(self._kept, where)
        self.endResetModel()

    @property
    def newest(self) -> int:
        """The number of the newest notice; 0 if there is none."""
        return max((kept.id for kept in self._kept), default=0)

    def row_of(self, number: int) -> int:
        """The row of the notice `number`; -1 if it is gone."""
        found = (n for n, row in enumerate(self._rows) if isinstance(row, KeptNotice) and row.id == number)
        return next(found, -1)

    def newest_about(self, kept: KeptNotice) -> bool:
        """Whether nothing later is told of the same booking: Undo takes back the last change only."""
        about = kept.notice.booking.id if kept.notice.booking else ""
        same = (k.id for k in self._kept if k.notice.booking is not None and k.notice.booking.id == about)
        return bool(about) and max(same, default=0) == kept.id

    def mark_read(self, number: int) -> None:
        self._fresh.discard(number)
        self._repaint()

    def forget_fresh(self) -> None:
        self._fresh = set()
        self._repaint()

    def _repaint(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], KeptNotice):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if not isinstance(row, KeptNotice):
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._day(row) if shown else None
        if role == FRESH:
            return row.id in self._fresh
        if role in (TEXTS, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            texts = (*notice_words(row.notice, self._where, self._now()), clock(row.at, self._where))
            return texts if role == TEXTS else self._spoken(row, *texts)
        return None

    def _spoken(self, row: KeptNotice, title: str, body: str, time: str) -> str:
        new, known = self.tr("New: {title}. {body} {time}"), self.tr("{title}. {body} {time}")
        return (new if row.id in self._fresh else known).format(title=title, body=body, time=time)

    def _day(self, value: date) -> str:
        match (self._today - value).days if self._today is not None else None:
            case 0:
                return self.tr("Today")
            case 1:
                return self.tr("Yesterday")
            case _:
                return long_day(value)


def rows(kept: Sequence[KeptNotice], where: ZoneInfo) -> list[KeptNotice | date]:
    """`kept`, newest first, each day's under its date in `where`."""
    made: list[KeptNotice | date] = []
    last: date | None = None
    for notice in sorted(kept, key=lambda k: (k.at, k.id), reverse=True):
        if (day := notice.at.astimezone(where).date()) != last:
            made.append(day)
            last = day
        made.append(notice)
    return made
