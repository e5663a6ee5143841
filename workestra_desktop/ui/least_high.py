"""A page for a scroll area, that scrolls only once nothing on it can become smaller."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class LeastHigh(QWidget):
    """Needs its layout's least height, with its texts wrapped, where Qt would ask for the height it likes best."""

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1
