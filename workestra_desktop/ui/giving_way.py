"""A part of a page that is as high as it needs to be; where the page is lower than that, it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_CHANGES_HEIGHT = frozenset(
    {QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.Resize, QEvent.Type.LayoutRequest}
)


class GivingWay(QScrollArea):
    """Shown and hidden with `inside`, whose own height is fixed. Tab scrolls to what takes the focus."""

    def __init__(self, inside: QWidget, name: str) -> None:
        super().__init__(widgetResizable=True)
        self.setObjectName(name)
        self._inside = inside
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)
        self.setVisible(not inside.isHidden())

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        inside = self._inside
        return QSize(inside.sizeHint().width(), 0 if inside.isHidden() else inside.minimumHeight())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Some lines, so that one sees that there is more."""
        least = min(self.sizeHint().height(), 4 * self.fontMetrics().height())
        return QSize(self._inside.minimumSizeHint().width(), least)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._inside.isHidden())
        if event.type() in _CHANGES_HEIGHT:
            self.updateGeometry()
        return super().eventFilter(watched, event)
