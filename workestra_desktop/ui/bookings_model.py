"""One list of bookings as rows under their days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.times import day_start
from workestra_desktop.ui.bookings_line import Line, day_words, line_of, today_in
from workestra_desktop.ui.bookings_lists import Lists, Which
from workestra_desktop.ui.parts import tip
from workestra_desktop.ui.when import zone_of

BOOKING = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above the bookings of a day."""

    day: date


Row = Heading | Booking


class BookingsModel(QAbstractListModel):
    """The rows in front: a list, narrowed by what is typed. A new snapshot replaces the rows that differ and no other,
    so that place and choice stay. Words are made when a row is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lists: Lists | None = None
        self._which, self._typed = Which.UPCOMING, ""
        self._calendars: dict[str, tuple[str, str]] = {}
        self._where, self._today = zone_of("UTC"), date.min
        self._rows: list[Row] = []
        self._heads: list[int] = []
        self._at: dict[str, int] = {}
        self._lines: dict[str, Line] = {}

    @property
    def lists(self) -> Lists | None:
        return self._lists

    @property
    def bookings(self) -> list[Booking]:
        """Those in front, in order."""
        return [row for row in self._rows if isinstance(row, Booking)]

    def show_snapshot(self, snapshot: Snapshot, now: datetime) -> None:
        self._lists = Lists(snapshot, now)
        self._calendars = {c.id: (plain(c.name, 80), c.color) for c in snapshot.calendars}
        self._where = zone_of(snapshot.host_zone)
        self._today = today_in(self._where, now)
        self._lines.clear()
        self._refill(anew=False)

    def show_list(self, each: Which) -> None:
        if each is not self._which:
            self._which = each
            self._refill(anew=True)

    def search(self, typed: str) -> None:
        if typed != self._typed:
            self._typed = typed
            self._refill(anew=True)

    def is_heading(self, row: int) -> bool:
        return isinstance(self._rows[row], Heading)

    def booking(self, row: int) -> Booking | None:
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Booking) else None

    def row_of(self, booking_id: str) -> int | None:
        return self._at.get(booking_id)

    def day_above(self, row: int) -> tuple[int, str]:
        """The row of the heading that `row` stands under, itself if it is one, and its words."""
        head = self._heads[max(0, bisect_right(self._heads, row) - 1)]
        heading = self._rows[head]
        assert isinstance(heading, Heading)
        return head, day_words(heading.day, self._today)

    def next_heading(self, row: int) -> int | None:
        """The row of the first heading after `row`."""
        at = bisect_right(self._heads, row)
        return self._heads[at] if at < len(self._heads) else None

    def line(self, booking: Booking) -> Line:
        line = self._lines.get(booking.id)
        if line is None:
            assert self._lists is not None
            line = self._lines[booking.id] = line_of(
                booking, self._where, self._today, meeting=self._lists.link_title(booking.link),
                calendar=self._calendars.get(booking.calendar), overlapped=booking.id in self._lists.overlapped,
            )  # fmt: skip
        return line

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading takes neither focus nor choice."""
        leaf = Qt.ItemFlag.ItemNeverHasChildren
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.is_heading(index.row()):
            return leaf
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | leaf

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == BOOKING:
            return row if isinstance(row, Booking) else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = day_words(row.day, self._today) if isinstance(row, Heading) else self.line(row).spoken()
        return tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def match(
        self, start: Index, role: int, value: Any, hits: int = 1, flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith
    ) -> list[QModelIndex]:
        """What is typed in the list leads to the next guest whose name begins so, from `start` on and round."""
        sought, count = str(value).casefold(), len(self._rows)
        order = ((start.row() + step) % count for step in range(count))
        found = next((n for n in order if (b := self.booking(n)) and b.guest.casefold().startswith(sought)), None)
        return [] if found is None or not sought else [self.index(found)]

    # The rows

    def _refill(self, *, anew: bool) -> None:
        bookings = self._lists.found(self._which, self._typed) if self._lists is not None else ()
        rows = _under_days(bookings, self._where)
        if anew:
            self.beginResetModel()
            self._take(rows)
            self.endResetModel()
            return
        old, new = [_key(row) for row in self._rows], [_key(row) for row in rows]
        if old == new:
            self._rows = rows
        else:
            self._replace(rows, old, new)
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def _replace(self, rows: list[Row], old: list[object], new: list[object]) -> None:
        """Of `old` and `new`, the keys of the rows before and after, what is the same at both ends stays."""
        head = _shared(old, new)
        tail = min(_shared(old[::-1], new[::-1]), len(old) - head, len(new) - head)
        if head < len(old) - tail:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._take(self._rows[:head] + self._rows[len(old) - tail :])
            self.endRemoveRows()
        if head < len(new) - tail:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._take(rows)
            self.endInsertRows()
        else:
            self._take(rows)  # those that stay may say something else

    def _take(self, rows: list[Row]) -> None:
        self._rows = rows
        self._heads = [n for n, row in enumerate(rows) if isinstance(row, Heading)]
        self._at = {row.id: n for n, row in enumerate(rows) if isinstance(row, Booking)}


def _key(row: Row) -> object:
    return row.id if isinstance(row, Booking) else row.day


def _shared(one: Sequence[object], other: Sequence[object]) -> int:
    """How many of their first are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _under_days(bookings: Sequence[Booking], where: ZoneInfo) -> list[Row]:
    """`bookings`, which are in order of start, be it backwards, each day's under a heading. Days are the host's."""
    rows: list[Row] = []
    begin = end = None
    for booking in bookings:
        if begin is None or end is None or not begin <= booking.start < end:
            at = booking.start.astimezone(where).date()
            begin, end = day_start(at, where), day_start(at + timedelta(days=1), where)
            rows.append(Heading(at))
        rows.append(booking)
    return rows
