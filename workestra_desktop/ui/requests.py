"""What `workestra:` links ask for, from their coming to the form that is filled with it. Nothing here books."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QBoxLayout, QDialog, QLabel

from workestra_desktop.core.booking_request import BookingRequest, read_link
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.parts import grow_for_texts, label
from workestra_desktop.ui.request_bar import RequestBar
from workestra_desktop.ui.words import told_again


class Requests(QObject):
    """One form at a time. A request that comes while there can be none waits, the last of several, and says so in the
    `bar` and in what is in front; it opens by itself as soon as it can. `hindrance` says why there can be no form now,
    or nothing; an empty text: there will be one soon. `opened` carries the `Preset` of a form."""

    opened = Signal(object)

    def __init__(
        self, bar: RequestBar, hindrance: Callable[[], str | None], now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bar, self._hindrance, self._now = bar, hindrance, now
        self._snapshot: Snapshot | None = None
        self._waiting: BookingRequest | None = None
        self._let_go = 0
        """Requests that have waited since the last form and gave way to a later one."""
        self._refused = False
        """What the bar says is why a link is of no use, and not that one waits."""
        self._behind: QDialog | None = None
        self._line: QLabel | None = None
        bar.dismissed.connect(self._dismiss)

    @property
    def waiting(self) -> BookingRequest | None:
        return self._waiting

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.look_soon()

    def take(self, link: str) -> None:
        """`link` as it came from outside. One that says what the form in front was filled with is that form."""
        try:
            request = read_link(link)
        except Failure as failure:
            why = told_again(failure.trouble.subject)
            self._tell(self.tr("A link could not be used. {why}").format(why=why), refused=True)
            return
        if request is None or request == self._waiting or self._is_open(request):
            return
        self._let_go += self._waiting is not None
        self._waiting = request
        self.look_soon()

    def look_soon(self) -> None:
        """See whether the form can be opened, once what happens now is over."""
        if self._waiting is not None:
            QTimer.singleShot(0, self, self.look)

    @Slot()
    def look(self) -> None:
        if self._waiting is None:
            return
        in_front = self._in_front
        if in_front is not None:
            self._wait_behind(in_front)
        elif (why := self._hindrance()) is not None or self._snapshot is None:
            if why:
                self._tell(why)
        else:
            self._open(self._waiting, self._snapshot)

    def _open(self, request: BookingRequest, snapshot: Snapshot) -> None:
        from workestra_desktop.ui.request_words import preset_for

        self._forget()
        self._bar.hide()
        self.opened.emit(preset_for(request, snapshot.links, snapshot.host_zone, self._now()))

    def _wait_behind(self, dialog: QDialog) -> None:
        """What is typed there stays: it is only said in it that something waits."""
        told = self.tr("A link asks for a booking. Its form opens when you close this.")
        if self._let_go:
            told = self.tr("{count} links ask for a booking. The form of the last one opens when you close this.")
        told = told.format(count=self._let_go + 1)
        self._tell(told)
        if self._behind is not dialog:
            self._behind = dialog
            dialog.finished.connect(self._end_wait)
        self._say_in(dialog, told)

    def _say_in(self, dialog: QDialog, told: str) -> None:
        box = dialog.layout()
        if not isinstance(box, QBoxLayout):
            return
        if self._line is None:
            self._line = label(role="strong", wrap=True, name="request_waits")
            box.insertWidget(0, self._line)
            self._line.show()  # now: Qt would do so later, and until then it takes no room
        self._line.setText(told)
        grow_for_texts(dialog)

    @Slot()
    def _end_wait(self) -> None:
        """The dialog may be one that comes again."""
        if self._behind is not None:
            self._behind.finished.disconnect(self._end_wait)
        if self._line is not None:
            self._line.deleteLater()
        self._behind = self._line = None
        self.look_soon()

    def _tell(self, text: str, *, refused: bool = False) -> None:
        self._refused = refused
        self._bar.tell(text)

    @Slot()
    def _dismiss(self) -> None:
        """The host has read why a link is of no use, or wants nothing of the one that waits."""
        if self._refused:
            self.look_soon()
        else:
            self._forget()

    def _forget(self) -> None:
        self._waiting, self._let_go = None, 0

    def _is_open(self, request: BookingRequest) -> bool:
        in_front = self._in_front
        if in_front is None:
            return False
        from workestra_desktop.ui.book_dialog import BookDialog

        return isinstance(in_front, BookDialog) and in_front.request == request

    @property
    def _in_front(self) -> QDialog | None:
        front = QApplication.activeModalWidget()
        return front if isinstance(front, QDialog) else None
