"""Colours and spacing, light and dark, and the sheet that dresses Fusion in them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from workestra_desktop.ui.icons import RESOURCES


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as #rrggbb. Text on its background keeps a contrast of at least 4.5:1 (a test says so)."""

    name: str
    window: str
    surface: str
    border: str
    outline: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    selected: str
    hover: str
    good: str
    warn: str
    warn_back: str
    danger: str
    danger_back: str
    demo: str
    on_demo: str


LIGHT = Tokens(
    name="light", window="#f5f6f8", surface="#ffffff", border="#d5d9e0", outline="#7d8695",
    text="#1c2128", muted="#5a6370",
    accent="#2b65c8", accent_hover="#2457b0", on_accent="#ffffff", selected="#dfe9fa", hover="#ebeef3",
    good="#1b7344", warn="#85560a", warn_back="#fff3da", danger="#b0261e", danger_back="#fdecea",
    demo="#6c3fb4", on_demo="#ffffff",
)  # fmt: skip
DARK = Tokens(
    name="dark", window="#1b1d21", surface="#24272d", border="#3b404a", outline="#8b94a3",
    text="#eceef2", muted="#a6aebb",
    accent="#7aa9f7", accent_hover="#93baf9", on_accent="#0e1a2f", selected="#2c3f62", hover="#2d3138",
    good="#6ecb96", warn="#f0c264", warn_back="#3a3018", danger="#ff9d94", danger_back="#432522",
    demo="#c3a2f5", on_demo="#22143c",
)  # fmt: skip


def is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def tokens(palette: QPalette) -> Tokens:
    """The tokens that go with what is on screen now."""
    return DARK if is_dark(palette) else LIGHT


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


def sheet_of(t: Tokens, points: float) -> str:
    """The style sheet; `points` is the size of the system font."""
    pictures = (RESOURCES / "icons").as_posix()
    return f"""
QWidget {{ color: {t.text}; }}
QMainWindow, QDialog {{ background: {t.window}; }}
QLabel, QRadioButton, QCheckBox {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {points * 1.7:.1f}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {points * 1.2:.1f}pt; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="good"] {{ color: {t.good}; }}
QLabel[role="warn"] {{ color: {t.warn}; }}
QLabel[role="danger"] {{ color: {t.danger}; }}
QLabel[role="demo"] {{ background: {t.demo}; color: {t.on_demo}; font-weight: 700; border-radius: 4px;
  padding: 2px 8px; }}

QFrame[role="card"] {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: 8px; }}
QFrame[role="trouble"] {{ background: {t.danger_back}; border: 1px solid {t.danger}; border-radius: 8px; }}
QFrame[role="warning"] {{ background: {t.warn_back}; border: 1px solid {t.warn}; border-radius: 8px; }}
QFrame[role="line"] {{ background: {t.border}; border: none; }}
QFrame[role="row"] {{ background: transparent; border: none; border-bottom: 1px solid {t.border}; }}
QFrame[role="row"][last="true"] {{ border-bottom: none; }}
QFrame[role="trouble"] QPlainTextEdit {{ background: transparent; border: none; }}

QPushButton {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: 6px; padding: 5px 12px;
  min-height: 20px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.selected}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 4px 11px; }}
QPushButton:disabled {{ color: {t.muted}; background: {t.window}; }}
QPushButton[role="primary"] {{ background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent};
  font-weight: 600; }}
QPushButton[role="primary"]:hover {{ background: {t.accent_hover}; border-color: {t.accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {t.text}; padding: 4px 11px; }}
QPushButton[role="primary"]:disabled {{ background: {t.hover}; color: {t.muted};
  border-color: {t.border}; }}
QBalloonTip QLabel {{ color: {LIGHT.text}; }}
QBalloonTip QPushButton {{ background: transparent; border: none; padding: 0; min-height: 0; }}
QPushButton[role="danger"] {{ color: {t.danger}; }}
QPushButton[role="danger"]:disabled {{ color: {t.muted}; }}
QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent; color: {t.accent};
  padding: 2px 4px; text-align: left; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border: 1px solid {t.accent}; }}
QPushButton[role="icon"] {{ background: transparent; border: 1px solid transparent; padding: 4px; }}
QPushButton[role="icon"]:hover {{ background: {t.hover}; }}
QPushButton[role="icon"]:focus {{ border: 1px solid {t.accent}; }}
QPushButton[role="segment"] {{ background: transparent; border: 1px solid transparent; color: {t.muted};
  padding: 4px 10px; }}
QPushButton[role="segment"]:hover {{ background: {t.hover}; }}
QPushButton[role="segment"]:checked {{ background: {t.selected}; color: {t.text}; }}
QPushButton[role="segment"]:focus {{ border: 1px solid {t.accent}; }}

QLineEdit, QPlainTextEdit, QComboBox, QDateTimeEdit {{ background: {t.surface}; border: 1px solid {t.border};
  border-radius: 6px; padding: 5px 8px; min-height: 20px; selection-background-color: {t.accent};
  selection-color: {t.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus {{ border: 2px solid {t.accent};
  padding: 4px 7px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {t.muted}; background: {t.window}; }}
QPlainTextEdit[role="quiet"] {{ background: transparent; border: none; padding: 0; }}
QComboBox::drop-down, QDateTimeEdit::drop-down {{ subcontrol-origin: border; subcontrol-position: center right;
  border: none; background: transparent; width: 24px; }}
QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: url("{pictures}/down.svg"); width: 12px; height: 12px; }}
QDateTimeEdit {{ padding-right: 24px; }}
QCheckBox, QRadioButton {{ spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: 6px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.accent}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px; background: {t.surface};
  border: 1px solid {t.outline}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {t.accent}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url("{pictures}/ticked-{t.name}.svg"); }}
QRadioButton::indicator:checked {{ border: 5px solid {t.accent}; width: 8px; height: 8px; background: {t.on_accent}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: {t.window};
  border-color: {t.border}; }}
QCheckBox:disabled {{ color: {t.muted}; }}
QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.border};
  selection-background-color: {t.selected}; selection-color: {t.text}; }}

QAbstractScrollArea[role="card"] {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: 8px; }}
QListView {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: 8px; padding: 4px; outline: none; }}
QListView:focus, QTableView:focus {{ border: 1px solid {t.accent}; }}
QListView::item {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 7px; color: {t.text}; }}
QListView::item:focus {{ border-color: {t.accent}; }}
QListView::item:hover {{ background: {t.hover}; }}
QListView::item:disabled {{ color: {t.muted}; }}
QListView::item:selected:disabled {{ background: {t.hover}; color: {t.muted}; }}
QListView::item:selected:enabled {{ background: {t.accent}; color: {t.on_accent}; }}
QTableView {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: 8px; outline: none;
  selection-background-color: {t.selected}; selection-color: {t.text}; }}
QTableView::item {{ padding: 0 8px; }}
QHeaderView {{ background: {t.surface}; border-top-left-radius: 8px; border-top-right-radius: 8px; }}
QHeaderView::section {{ background: transparent; color: {t.muted}; border: none; border-bottom: 1px solid {t.border};
  padding: 6px 8px 6px 11px; }}
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] {{ background: transparent; border: none; }}

QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ height: 12px; margin: 2px; }}
QScrollBar::handle {{ background: {t.outline}; border-radius: 4px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QProgressBar {{ background: {t.hover}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QMenuBar {{ background: {t.window}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.border}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selected}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.border}; margin: 4px 8px; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border}; padding: 4px; }}
"""


class Look(QObject):
    """Dresses the application and follows the system between light and dark while it runs."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._points = app.font().pointSizeF()
        app.setStyle("fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._follow(app.styleHints().colorScheme())

    @Slot(Qt.ColorScheme)
    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self.wear(dark=scheme is Qt.ColorScheme.Dark)

    def wear(self, *, dark: bool) -> None:
        chosen = DARK if dark else LIGHT
        self._app.setPalette(palette_of(chosen))
        self._app.setStyleSheet(sheet_of(chosen, self._points))
        self.changed.emit()
