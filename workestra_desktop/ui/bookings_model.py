"""The bookings as rows, and the filter over them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QIcon, QPalette

from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.icons import swatch, symbol
from workestra_desktop.ui.look import Tokens, tokens
from workestra_desktop.ui.parts import tip
from workestra_desktop.ui.when import meeting_time, zone_of
from workestra_desktop.ui.words import booking_state, link_title

BOOKING = Qt.ItemDataRole.UserRole + 1
SORT = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    WHEN = 0
    GUEST = 1
    MEETING = 2
    CALENDAR = 3
    STATE = 4


class Which(Enum):
    """The lists of the bookings page. Each booking is in one of the first three, and in the others as long as it waits:
    for the host to decide, or for iCloud."""

    UPCOMING = "upcoming"
    PAST = "past"
    CANCELLED = "cancelled"
    ATTENTION = "attention"
    WAITING = "waiting"

    @property
    def passing(self) -> bool:
        """Whether it is shown only while something is in it."""
        return self in (Which.ATTENTION, Which.WAITING)


def which(booking: Booking, now: datetime) -> Which:
    """The one of the first three that `booking` belongs to at `now`; a meeting that is on is still upcoming."""
    if booking.status is Status.CANCELLED:
        return Which.CANCELLED
    return Which.UPCOMING if booking.end > now else Which.PAST


def state_colour(icon: str, t: Tokens) -> str:
    """The colour that goes with the state's icon."""
    match icon:
        case "in-icloud":
            return t.good
        case "waiting" | "missing" | "attention":
            return t.warn
        case "refused":
            return t.danger
        case _:
            return t.muted


class BookingsModel(QAbstractTableModel):
    """Rows in the order of the snapshot. Texts are plain and bounded."""

    def __init__(self, palette: QPalette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._bookings: tuple[Booking, ...] = ()
        self._calendars: dict[str, tuple[str, str]] = {}
        self._links: dict[str, str] = {}
        self._asked: frozenset[str] = frozenset()
        self._overlapped: frozenset[str] = frozenset()
        self._palette = palette
        self._icons: dict[str, QIcon] = {}

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take the new picture; rows that stay keep their place and selection."""
        stays = [b.id for b in self._bookings] == [b.id for b in snapshot.bookings]
        if not stays:
            self.beginResetModel()
        self._snapshot = snapshot
        self._bookings = snapshot.bookings
        self._calendars = {c.id: (plain(c.name, 80), c.color) for c in snapshot.calendars}
        self._links = {link.slug: link_title(link) for link in snapshot.links}
        self._asked = frozenset(question.booking for question in snapshot.questions)
        self._overlapped = frozenset(overlap.booking for overlap in snapshot.overlaps)
        if not stays:
            self.endResetModel()
        elif self._bookings:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._bookings) - 1, len(Column) - 1))

    def listed(self, booking: Booking, list_: Which, now: datetime) -> bool:
        """Whether `list_` has `booking` at `now`."""
        match list_:
            case Which.ATTENTION:
                open_ = booking.id in self._asked or booking.id in self._overlapped
                return open_ or booking.status is Status.ATTENTION or booking.sync is InCloud.FAILED
            case Which.WAITING:
                return booking.sync is InCloud.WAITING
            case _:
                return which(booking, now) is list_

    def wear(self, palette: QPalette) -> None:
        """Paint the icons for another palette."""
        self._palette = palette
        self._icons.clear()
        if self._bookings:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._bookings) - 1, len(Column) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        return 0 if parent.isValid() else len(self._bookings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (self.tr("When"), self.tr("Guest"), self.tr("Meeting"), self.tr("Calendar"), self.tr("State"))
        return heads[section]

    def text(self, booking: Booking, column: Column) -> str:
        assert self._snapshot is not None
        match column:
            case Column.WHEN:
                where = zone_of(self._snapshot.host_zone)
                return meeting_time(booking.start, booking.end, where, self._snapshot.taken_at)
            case Column.GUEST:
                return plain(booking.guest, 120)
            case Column.MEETING:
                return self._links.get(booking.link, plain(booking.link, 80))
            case Column.CALENDAR:
                return self._calendars.get(booking.calendar, (self.tr("gone from iCloud"), ""))[0]
            case Column.STATE:
                return self._state(booking)[1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        booking, column = self._bookings[index.row()], Column(index.column())
        if role == BOOKING:
            return booking
        if role == SORT:
            return booking.start.timestamp() if column is Column.WHEN else self.text(booking, column).casefold()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(booking, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.text(booking, column))
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(booking, column)
        return None

    def _icon(self, booking: Booking, column: Column) -> QIcon | None:
        if column is Column.CALENDAR and booking.calendar in self._calendars:
            key = self._calendars[booking.calendar][1]
            return self._icons.setdefault(f"dot {key}", swatch(key))
        if column is Column.STATE:
            name = self._state(booking)[0]
            if name not in self._icons:
                self._icons[name] = symbol(name, state_colour(name, tokens(self._palette)))
            return self._icons[name]
        return None

    def _state(self, booking: Booking) -> tuple[str, str]:
        return booking_state(booking, overlapped=booking.id in self._overlapped)

    def found(self, booking: Booking, words: Sequence[str]) -> bool:
        """Whether each of `words` (casefolded) stands in guest, mail, note or link."""
        texts = (booking.guest, booking.email, booking.note, booking.link, self._links.get(booking.link, ""))
        hay = "\n".join(texts).casefold()
        return all(word in hay for word in words)


class BookingsFilter(QSortFilterProxyModel):
    """One of the lists, narrowed by what is typed into the search field."""

    def __init__(self, model: BookingsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._which = Which.UPCOMING
        self._words: tuple[str, ...] = ()
        self._now: datetime | None = None
        self.setSourceModel(model)
        self.setSortRole(SORT)
        self.setDynamicSortFilter(True)

    def narrow(self, *, to: Which | None = None, search: str | None = None, now: datetime | None = None) -> None:
        """Change what is shown; None leaves that part as it is."""
        self.beginFilterChange()
        self._which = to or self._which
        self._now = now or self._now
        if search is not None:
            self._words = tuple(search.casefold().split())
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: N802 - Qt's name
        booking: Booking = self._model.index(source_row, 0, source_parent).data(BOOKING)
        if self._now is None or not self._model.listed(booking, self._which, self._now):
            return False
        return self._model.found(booking, self._words)
