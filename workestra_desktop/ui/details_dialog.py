"""The one place that shows codes: what is behind a trouble, to read or to copy into a mail for help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workestra_desktop.core.trouble import Trouble
from workestra_desktop.core.words import Words
from workestra_desktop.ui.parts import button, label


def details(trouble: Trouble) -> str:
    """What may be copied into a mail for help: no private text."""
    return f"{trouble.code}: {trouble.detail}" if trouble.detail else str(trouble.code)


class DetailsDialog(QDialog):
    """`texts` are the words `trouble` was told in."""

    def __init__(self, trouble: Trouble, texts: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setWindowTitle(self.tr("Details"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.facts = label(details(trouble), "muted", wrap=True, name="details_text")
        self.facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.facts.setAccessibleName(self.tr("Technical details"))
        self.copy = button(self.tr("C&opy"), "details_copy")
        self.copy.clicked.connect(self._copy)
        self.close_button = button(self.tr("&Close"), "details_close")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        box.addWidget(label(texts.title, "strong", wrap=True, name="details_title"))
        box.addWidget(label(texts.message, wrap=True, name="details_message"))
        box.addWidget(self.facts)
        box.addSpacing(8)
        box.addLayout(foot)
        self.resize(440, box.totalHeightForWidth(440))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.facts.text())
