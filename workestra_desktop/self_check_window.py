"""The parts of `workestra-desktop --self-check` that need Qt: pictures, languages and the window itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QApplication

from workestra_desktop.bootstrap import WindowApp, across
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.desktop.keychain import HeldInMemory, Keychain
from workestra_desktop.launch import dress
from workestra_desktop.ui.application import Application
from workestra_desktop.ui.icons import drawing, painted
from workestra_desktop.ui.tongue import LANGUAGES, speak

PATIENCE_MS = 60_000
"""For a slow computer that is looked through by a virus scanner; normally the window stands within a second."""


def pictures() -> str:
    Application.one()
    formats = {bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()}
    if missing := {"png", "svg"} - formats:
        raise RuntimeError(f"Qt cannot read {', '.join(sorted(missing))}")
    if colours(painted(drawing("icons/workestra")).pixmap(48, 48).toImage()) < 4:
        raise RuntimeError("the app's icon comes out empty")
    return "png, svg and the app's icon"


def translations() -> str:
    """Of the window's texts and of Qt's own, in each language of the window."""
    app = Application.one()
    tags = [language.tag for language in LANGUAGES if language.tag != "en"]
    for tag in tags:
        speak(app, tag)
        if QCoreApplication.translate("Tongue", "en") != tag:
            raise RuntimeError(f"the texts of the window are missing in {tag}")
        if QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel":
            raise RuntimeError(f"Qt's own texts are missing in {tag}")
    speak(app, "en")
    return ", ".join(tags)


def window(folder: Path) -> str:
    """Shows the real window on a new profile, with its threads, until its first page is painted."""
    import asyncio

    import qasync

    app = Application.one()
    look = dress(app)
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    watch = _Watch(WindowApp(folder, {}, vault=HeldInMemory(Keychain(local=True))))
    watch.app.ended.connect(loop.stop)
    QTimer.singleShot(PATIENCE_MS, watch.app.quit)
    watch.app.start()
    with loop:
        loop.run_forever()
    look.deleteLater()
    if watch.picture is None:
        raise RuntimeError(f"nothing was to be seen, within {PATIENCE_MS // 1000} s")
    if colours(watch.picture) < 8:
        raise RuntimeError("the window stays empty")
    size = watch.picture.size()
    return f"{size.width()} × {size.height()}, drawn {QApplication.platformName()}"


class _Watch(QObject):
    """Takes a picture of the window when it shows the profile, then ends the app."""

    def __init__(self, app: WindowApp) -> None:
        super().__init__()
        self.app = app
        self.picture: QImage | None = None
        across(app.engine.snapshot_taken, self._see)

    @Slot(object)
    def _see(self, _snapshot: Snapshot) -> None:
        QTimer.singleShot(0, self, self._take)  # the window hears of it in this very turn

    @Slot()
    def _take(self) -> None:
        try:
            self.picture = self.app.window.grab().toImage()
        finally:
            self.app.quit()


def colours(image: QImage) -> int:
    """How many there are, by a grid of 64 × 64 points."""
    points = [(image.width() * x // 64, image.height() * y // 64) for x in range(64) for y in range(64)]
    return len({image.pixelColor(x, y).rgba() for x, y in points})
