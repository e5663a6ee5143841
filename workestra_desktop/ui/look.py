"""Dresses the application in its colours, and follows the system: light or dark, contrast, size of the font."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from workestra_desktop.ui.sheet import sheet_of
from workestra_desktop.ui.tokens import DARK, DARK_STRONG, LIGHT, LIGHT_STRONG, Corner, Space, Tokens, Type

__all__ = ["DARK", "LIGHT", "Corner", "Look", "Space", "Tokens", "Type", "is_dark", "palette_of", "tokens"]


def is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def tokens(palette: QPalette) -> Tokens:
    """The tokens that go with what is on screen now."""
    usual, strong = (DARK, DARK_STRONG) if is_dark(palette) else (LIGHT, LIGHT_STRONG)
    return strong if palette.color(QPalette.ColorRole.Mid).name() == strong.border else usual


def palette_of(t: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, t.window), (role.WindowText, t.text), (role.Base, t.surface), (role.AlternateBase, t.window),
        (role.Text, t.text), (role.Button, t.surface), (role.ButtonText, t.text), (role.BrightText, t.danger),
        (role.Highlight, t.selected), (role.HighlightedText, t.text), (role.Link, t.accent),
        (role.LinkVisited, t.accent), (role.ToolTipBase, t.surface), (role.ToolTipText, t.text),
        (role.PlaceholderText, t.muted), (role.Accent, t.accent), (role.Light, t.surface), (role.Midlight, t.hover),
        (role.Mid, t.border), (role.Dark, t.border), (role.Shadow, t.border),
    ):  # fmt: skip
        palette.setColor(where, QColor(colour))
    for where in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(t.muted))
    return palette


class Look(QObject):
    """Dresses the application and follows the system while it runs."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._points = app.font().pointSizeF()
        self._dark = self._strong = False
        app.setStyle("fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_scheme)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)
        app.fontChanged.connect(self._follow_font)
        self.wear(
            dark=hints.colorScheme() is Qt.ColorScheme.Dark,
            strong=hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast,
        )

    @Slot(Qt.ColorScheme)
    def _follow_scheme(self, scheme: Qt.ColorScheme) -> None:
        self.wear(dark=scheme is Qt.ColorScheme.Dark)

    @Slot(Qt.ContrastPreference)
    def _follow_contrast(self, wish: Qt.ContrastPreference) -> None:
        self.wear(dark=self._dark, strong=wish is Qt.ContrastPreference.HighContrast)

    @Slot(QFont)
    def _follow_font(self, font: QFont) -> None:
        """Titles grow with the text. A font in pixels (`pointSizeF` below 0) says nothing of its points."""
        if font.pointSizeF() > 0 and font.pointSizeF() != self._points:
            self._points = font.pointSizeF()
            self.wear(dark=self._dark)

    def wear(self, *, dark: bool, strong: bool | None = None) -> None:
        """Change to the dark or the light colours; without `strong` the contrast stays as it is."""
        self._dark, self._strong = dark, self._strong if strong is None else strong
        match self._dark, self._strong:
            case True, True:
                chosen = DARK_STRONG
            case True, False:
                chosen = DARK
            case False, True:
                chosen = LIGHT_STRONG
            case _:
                chosen = LIGHT
        self._app.setPalette(palette_of(chosen))
        self._app.setStyleSheet(sheet_of(chosen, self._points))
        self.changed.emit()
