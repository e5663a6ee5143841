"""The one door to other programs: only https pages and new mails may be opened."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from workestra_desktop.core.link import safe_url

APPLE_ACCOUNT = "https://account.apple.com"


def may_open(address: str) -> bool:
    """Whether `address` is an https page or a `mailto:` of bounded length."""
    if safe_url(address):
        return True
    return address.startswith("mailto:") and len(address) <= 2000 and address.isprintable() and " " not in address


def open_outside(address: str) -> bool:
    """Open `address` in the host's browser or mail program; False if it is not allowed or nothing opens it."""
    return may_open(address) and QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
