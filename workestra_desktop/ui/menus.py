"""The menus of the main window: what can be done, with its keys, and on which pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from workestra_desktop.ui.parts import named
from workestra_desktop.ui.pause_menu import PauseMenu
from workestra_desktop.ui.week_span import Extent

_Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Acts:
    """What the entries do."""

    new_booking: _Act
    reschedule: _Act
    cancel: _Act
    undo: _Act
    copy_times: _Act
    search: _Act
    links: _Act
    bookings: _Act
    week: _Act
    notices: _Act
    extent: Callable[[Extent], object]
    sync: _Act
    calendars: _Act
    free_and_busy: _Act
    password: _Act
    settings: _Act
    leave: _Act


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


class Menus:
    """Adds itself to the menu bar of `window`. Quit is always there."""

    def __init__(self, window: QMainWindow, acts: Acts) -> None:
        self._window = window
        bar, standard = window.menuBar(), QKeySequence.StandardKey
        booking, view, cloud = (
            bar.addMenu(_tr("&Booking")), bar.addMenu(_tr("&View")), bar.addMenu(_tr("i&Cloud")),
        )  # fmt: skip
        new = self._add(_tr("&New booking…"), acts.new_booking, QKeySequence(standard.New))
        one = [
            self._add(_tr("&Reschedule…"), acts.reschedule),
            self._add(_tr("C&ancel booking…"), acts.cancel),
            self._add(_tr("&Search"), acts.search, QKeySequence(standard.Find)),
        ]
        undo = self._add(_tr("&Undo cancel or move"), acts.undo, QKeySequence(standard.Undo))
        times = self._add(_tr("Copy my &times…"), acts.copy_times, QKeySequence("Ctrl+Shift+C"))
        links = self._add(_tr("Booking &links…"), acts.links)
        settings = named(self._add(_tr("S&ettings…"), acts.settings, QKeySequence("Ctrl+,")), "settings")
        settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        leave = named(self._add(_tr("&Quit"), acts.leave, QKeySequence("Ctrl+Q")), "quit")
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        pages = [
            self._add(_tr("&Bookings"), acts.bookings, QKeySequence("Ctrl+1")),
            self._add(_tr("&Week"), acts.week, QKeySequence("Ctrl+2")),
            self._add(_tr("&Notices…"), acts.notices, QKeySequence("Ctrl+Shift+N")),
        ]
        extents = [self._add(each.title, partial(acts.extent, each)) for each in Extent]
        sync = self._add(_tr("&Sync now"), acts.sync, QKeySequence("Ctrl+R"))
        pause = PauseMenu(window)
        account = [
            self._add(_tr("&Calendars…"), acts.calendars),
            self._add(_tr("&Free and busy…"), acts.free_and_busy),
            self._add(_tr("New &password…"), acts.password),
        ]
        booking.addActions([new, *one[:2], undo, one[2]])
        booking.addSeparator()
        booking.addActions([times, links, settings])
        booking.addSeparator()
        booking.addAction(leave)
        view.addActions(pages)
        view.addSeparator()
        view.addActions(extents)
        cloud.addActions([sync, pause.resume, pause.menuAction()])
        cloud.addSeparator()
        cloud.addActions(account)
        self.resume = pause.resume
        self._one = one
        self._both = [new, undo, times, links, settings, *pages, *extents, sync, *account]

    def _add(self, text: str, act: _Act, keys: QKeySequence | None = None) -> QAction:
        action = QAction(text, self._window)
        action.setShortcut(keys or QKeySequence())
        action.triggered.connect(lambda _=False: act())
        return action

    def allow(self, *, main: bool, bookings: bool) -> None:
        """`main`: one of the two main pages is in front; `bookings`: it is the one with a booking to act on."""
        for action in self._both:
            action.setEnabled(main)
        for action in self._one:
            action.setEnabled(bookings)
        self._window.menuBar().setVisible(main)
