"""The application object. macOS hands links to it by an event, where other systems start a second process.

Knows PySide6 alone, as `front.py` does. It looks at its own events only: a filter would be asked about every event of
every widget.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

_SCHEME = "workestra"


class Application(QApplication):
    """`brought` carries a `workestra:` link, which nobody has read yet."""

    brought = Signal(object)

    def __init__(self) -> None:
        super().__init__(["workestra-desktop"])
        self._early = ""
        self._heard = False

    @classmethod
    def one(cls) -> Application:
        """The one there is, made if there is none."""
        there = cls.instance()
        if there is None:
            return cls()
        assert isinstance(there, Application)
        return there

    def hear(self) -> str:
        """From now on links come by `brought`. Gives the last one that came before, or an empty text."""
        self._heard = True
        early, self._early = self._early, ""
        return early

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent) or event.url().scheme() != _SCHEME:
            return super().event(event)
        link = bytes(event.url().toEncoded().data()).decode("ascii", "replace")
        if self._heard:
            self.brought.emit(link)
        else:
            self._early = link
        return True
