"""The frame of the window, on screen before anything else is loaded: a start is seen at once.

Knows PySide6 alone: whatever it imported would be waited for.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt, QThread, QTimer, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

SIZE = (960, 640)
SMALLEST = (720, 480)
TITLE = "Workestra Desktop"
_LIGHT, _DARK = "#f5f6f8", "#1b1d21"
"""The window's colour of `ui/tokens.py`; a test holds the two together."""


class Place:
    """Where the window stood when it was last closed, kept in the profile."""

    def __init__(self, profile: Path) -> None:
        self._folder = profile
        self._kept = QSettings(str(profile / "window.ini"), QSettings.Format.IniFormat)

    def restore(self, window: QWidget) -> None:
        """Puts `window` there, or on the screen that is left; a first one has its usual size."""
        window.resize(*SIZE)
        geometry = self._kept.value("geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)

    def keep(self, window: QWidget) -> None:
        """Where the profile is gone, nothing is made in its place."""
        if self._folder.is_dir():
            self._kept.setValue("geometry", window.saveGeometry())


class Front(QMainWindow):
    """An empty window where the real one will stand; `give_way` closes it once that one is painted."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(_DARK if dark else _LIGHT))
        self.setPalette(palette)
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*SMALLEST)
        self.painted = False
        place.restore(self)

    def stand(self) -> None:
        """Shows itself and waits for the first paint, a fifth of a second at most."""
        self.show()
        for _ in range(20):
            QApplication.processEvents()
            if self.painted:
                return
            QThread.msleep(10)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        self.painted = True

    def give_way(self, window: QWidget) -> None:
        """To `window`, in the same place. One that was closed meanwhile closes the window just so; one that a second
        start has brought up already is painted, and may not be again."""
        window.restoreGeometry(self.saveGeometry())
        if window.isVisible():
            self._go()
        elif not self.isVisible():
            window.close()
            self.deleteLater()
        else:
            window.installEventFilter(self)
            window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go)
        return False

    @Slot()
    def _go(self) -> None:
        self.close()
        self.deleteLater()
