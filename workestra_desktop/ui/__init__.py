"""Qt Widgets. Pages take values in and send signals out; they know neither the store nor the network."""

import PySide6.QtCore  # noqa: F401 - its hook is to be there by now

from workestra_desktop.ui.plain_import import take_back

take_back()
