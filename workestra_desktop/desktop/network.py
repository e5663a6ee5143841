"""Tells when there is a way to the internet again. The only module here that knows Qt.

The system is asked through `QNetworkInformation`: NetworkManager, GLib or ConnMan on Linux, SystemConfiguration on
macOS, the Network List Manager on Windows. Where none of them is to be had nothing is told, and the engine's back-off
finds out by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtNetwork import QNetworkInformation

Reach = QNetworkInformation.Reachability

_CUT_OFF = frozenset({Reach.Disconnected, Reach.Local, Reach.Site})
"""Known not to reach the internet; behind a captive portal systems say Local or Site."""


class Reports(Protocol):
    """The part of `QNetworkInformation` that is used."""

    @property
    def reachabilityChanged(self) -> SignalInstance: ...  # noqa: N802 - Qt's name
    def reachability(self) -> Reach: ...


def system_reports() -> Reports | None:
    """What this computer tells of its network; None if it tells nothing."""
    if not QNetworkInformation.loadDefaultBackend():
        return None
    return QNetworkInformation.instance()


class Network(QObject):
    """Lives on the thread that makes it. `returned` comes each time the internet is there after it was known not to
    be; what is unknown is neither."""

    returned = Signal()

    def __init__(self, reports: Callable[[], Reports | None] = system_reports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reports = reports()
        self._cut_off = False
        if self._reports is not None:
            self._cut_off = self._reports.reachability() in _CUT_OFF
            self._reports.reachabilityChanged.connect(self._hear)

    @Slot(QNetworkInformation.Reachability)
    def _hear(self, reach: Reach) -> None:
        if reach in _CUT_OFF:
            self._cut_off = True
        elif reach is Reach.Online and self._cut_off:
            self._cut_off = False
            self.returned.emit()
