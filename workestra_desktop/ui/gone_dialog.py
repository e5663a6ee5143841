"""The last question before bookings whose events vanished together are all cancelled: which ones they are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.parts import button, label
from workestra_desktop.ui.when import meeting_time, zone_of


class GoneDialog(QDialog):
    """`agreed` carries the ids of the bookings that were listed: one that vanishes meanwhile is not among them."""

    agreed = Signal(tuple)

    def __init__(self, bookings: tuple[Booking, ...], snapshot: Snapshot, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("gone_dialog")
        self.setWindowTitle(self.tr("Cancel bookings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ids = tuple(booking.id for booking in bookings)
        self._where, self._now = zone_of(snapshot.host_zone), snapshot.taken_at
        count = len(bookings)
        one = count == 1
        title = self.tr("Cancel this booking?") if one else self.tr("Cancel all {count} bookings?").format(count=count)
        self.title = label(title, "heading", wrap=True, name="gone_title")
        meaning = self.tr("Its event is gone from iCloud already. The guest is not told: write to them yourself.")
        if not one:
            meaning = self.tr(
                "Their events are gone from iCloud already. The guests are not told: write to them yourself."
            )
        self.meaning = label(meaning, "muted", wrap=True, name="gone_meaning")
        self.keep = button(self.tr("&Keep it") if one else self.tr("&Keep them"), "gone_keep")
        self.go = button(self.tr("C&ancel booking") if one else self.tr("C&ancel bookings"), "gone_go", "danger")
        self.keep.setDefault(True)
        for each in (self.keep, self.go):
            each.setAccessibleDescription(f"{title} {meaning}")
        self.keep.clicked.connect(self.reject)
        self.go.clicked.connect(self._agree)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        foot.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        box.addWidget(self.title)
        box.addWidget(self.meaning)
        box.addWidget(self._list(bookings), 1)
        box.addLayout(foot)
        self._be_large()
        self.keep.setFocus()

    def _be_large(self) -> None:
        """By the room its texts need, whatever their size."""
        self.resize(max(460, 60 * self.fontMetrics().averageCharWidth()), 20 * self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._be_large)

    def _list(self, bookings: tuple[Booking, ...]) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("role", "page")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(4)
        for booking in bookings:
            time = meeting_time(booking.start, booking.end, self._where, self._now)
            rows.addWidget(label(f"{plain(booking.guest, 80)}, {time}", wrap=True, name="gone_row"))
        rows.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setObjectName("gone_list")
        area.setAccessibleName(self.tr("Bookings to cancel"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit(self._ids)
