"""The place of the details: beside the list where the window is wide, under it where it is not. It scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy

from workestra_desktop.ui.booking_detail import BookingDetail

_PEEK = 2
"""Lines of the facts that stand under the head below a list, so that one sees that there is more."""


class BookingPane(QScrollArea):
    """Shown and hidden with the details. Tab scrolls to what takes the focus."""

    def __init__(self, detail: BookingDetail) -> None:
        super().__init__(widgetResizable=True)
        self.setObjectName("details")
        # It is shown before it has its place, and its texts are measured then: as a window that nobody sees.
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._detail = detail
        self._beside = False
        self.setProperty("role", "card")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(detail)
        detail.setAutoFillBackground(False)
        detail.installEventFilter(self)
        self.stand(beside=False)
        self.setVisible(not detail.isHidden())

    def stand(self, *, beside: bool) -> None:
        """`beside` the list it has the whole height; under it, what its head needs."""
        self._beside = beside
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Expanding if beside else policy.Maximum)
        self.updateGeometry()

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        line = self.fontMetrics().height()
        if self._detail.isHidden():
            return QSize(0, 0)
        if self._beside:
            return QSize(24 * line, 20 * line)
        inside = max(0, self.width() - 34)  # less the margins and the scroll bar
        head = self._detail.head.layout()
        assert head is not None
        return QSize(24 * line, head.totalHeightForWidth(inside) + 12 + 8 + _PEEK * (line + 4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Some lines, so that one sees that there is more."""
        line = self.fontMetrics().height()
        return QSize(20 * line if self._beside else 0, min(self.sizeHint().height(), 4 * line))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        match event.type():
            case QEvent.Type.ShowToParent | QEvent.Type.HideToParent:
                self.setVisible(not self._detail.isHidden())
                self.updateGeometry()
            case QEvent.Type.LayoutRequest | QEvent.Type.Resize:
                self.updateGeometry()
            case _:
                pass
        return super().eventFilter(watched, event)
