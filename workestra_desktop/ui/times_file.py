"""Where a calendar file is to lie, asked of the host, and the writing of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from workestra_desktop.core.disk import OTHER_FILE
from workestra_desktop.core.trouble import Code, fail


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimesFile", text)


def ask_where(name: str, then: Callable[[str], None], parent: QWidget) -> None:
    """Open the system's box with `name` in it; `then` follows with the path that was chosen, if one was."""
    box = QFileDialog(parent, _tr("Save times"), str(Path.home()), _tr("Calendar file") + " (*.ics)")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    box.setDefaultSuffix("ics")
    box.selectFile(name)
    box.fileSelected.connect(then)
    box.open()


def write_whole(path: str, text: str) -> None:
    """What was there before stays if it cannot be written whole: that is raised as `disk`."""
    file = QSaveFile(path)
    if not (file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(text.encode()) >= 0 and file.commit()):
        raise fail(Code.DISK, detail=OTHER_FILE)
