"""The style sheet that dresses Fusion in the tokens. Widgets choose a row of it by their property `role`."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics

from workestra_desktop.ui.icons import RESOURCES
from workestra_desktop.ui.tokens import LIGHT, Corner, Tokens, Type


def sheet_of(t: Tokens, points: float) -> str:
    """The style sheet; `points` is the size of the system font. Needs the application, for what a line is high."""
    pictures = (RESOURCES / "icons").as_posix()
    font = QFont()
    font.setPointSizeF(points)
    height = QFontMetrics(font).height()
    # Qt makes a least height of the sheet the widget's own, also where its text needs more.
    line, icon, mark = max(20, height + 2), max(16, height), max(16, round(height * 0.8))
    return f"""
QWidget {{ color: {t.text}; }}
QMainWindow, QDialog {{ background: {t.window}; }}
QLabel, QRadioButton, QCheckBox {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {points * Type.TITLE:.1f}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {points * Type.HEADING:.1f}pt; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="good"] {{ color: {t.good}; }}
QLabel[role="warn"] {{ color: {t.warn}; }}
QLabel[role="danger"] {{ color: {t.danger}; }}
QLabel[role="demo"] {{ background: {t.demo}; color: {t.on_demo}; font-weight: 700; border-radius: {Corner.S}px;
  padding: 2px 8px; }}

QFrame[role="card"] {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: {Corner.L}px; }}
QFrame[role="trouble"] {{ background: {t.danger_back}; border: 1px solid {t.danger}; border-radius: {Corner.L}px; }}
QFrame[role="warning"] {{ background: {t.warn_back}; border: 1px solid {t.warn}; border-radius: {Corner.L}px; }}
QFrame[role="line"] {{ background: {t.border}; border: none; }}
QFrame[role="row"] {{ background: transparent; border: none; border-bottom: 1px solid {t.border}; }}
QFrame[role="row"][last="true"] {{ border-bottom: none; }}
QFrame[role="trouble"] QPlainTextEdit {{ background: transparent; border: none; }}

QPushButton {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: {Corner.M}px; padding: 5px 12px;
  min-height: {line}px; icon-size: {icon}px; }}
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
QPushButton[role="segment"][large="true"] {{ font-size: {points * Type.HEADING:.1f}pt; font-weight: 600;
  min-height: {round(line * Type.HEADING)}px; }}
QPushButton[role="segment"]:hover {{ background: {t.hover}; }}
QPushButton[role="segment"]:checked {{ background: {t.selected}; color: {t.text}; }}
QPushButton[role="segment"]:focus {{ border: 1px solid {t.accent}; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateTimeEdit {{ background: {t.surface}; border: 1px solid {t.border};
  border-radius: {Corner.M}px; padding: 5px 8px; min-height: {line}px; selection-background-color: {t.accent};
  selection-color: {t.on_accent}; placeholder-text-color: {t.muted}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus {{
  border: 2px solid {t.accent}; padding: 4px 7px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {t.muted}; background: {t.window}; }}
QPlainTextEdit[role="quiet"] {{ background: transparent; border: none; padding: 0; }}
QComboBox::drop-down, QDateTimeEdit::drop-down {{ subcontrol-origin: border; subcontrol-position: center right;
  border: none; background: transparent; width: {mark + 10}px; }}
QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: url("{pictures}/chevron-down-{t.name}.svg");
  width: {mark}px; height: {mark}px; }}
QDateTimeEdit {{ padding-right: {mark + 10}px; }}
QCheckBox, QRadioButton {{ spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: {Corner.M}px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.accent}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {mark}px; height: {mark}px; background: {t.surface};
  border: 1px solid {t.outline}; }}
QCheckBox::indicator {{ border-radius: {Corner.S}px; }}
QRadioButton::indicator {{ border-radius: {mark // 2 + 1}px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {t.accent}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url("{pictures}/check-{t.name}.svg"); }}
QRadioButton::indicator:checked {{ border: {mark // 4 + 1}px solid {t.accent}; width: {mark - mark // 4 * 2}px;
  height: {mark - mark // 4 * 2}px; background: {t.on_accent}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: {t.window};
  border-color: {t.border}; }}
QCheckBox:disabled {{ color: {t.muted}; }}
QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.border};
  selection-background-color: {t.selected}; selection-color: {t.text}; }}

QAbstractScrollArea[role="card"] {{ background: {t.surface}; border: 1px solid {t.border};
  border-radius: {Corner.L}px; }}
QListView {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: {Corner.L}px; padding: 4px;
  outline: none; }}
QListView:focus, QTableView:focus {{ border: 1px solid {t.accent}; }}
QListView::item {{ border: 1px solid transparent; border-radius: {Corner.M}px; padding: 4px 7px; color: {t.text}; }}
QListView::item:focus {{ border-color: {t.accent}; }}
QListView::item:hover {{ background: {t.hover}; }}
QListView::item:disabled {{ color: {t.muted}; }}
QListView::item:selected:disabled {{ background: {t.hover}; color: {t.muted}; }}
QListView::item:selected:enabled {{ background: {t.accent}; color: {t.on_accent}; }}
QTableView {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: {Corner.L}px; outline: none;
  selection-background-color: {t.selected}; selection-color: {t.text}; }}
QTableView::item {{ padding: 0 8px; }}
QHeaderView {{ background: {t.surface}; border-top-left-radius: {Corner.L}px; border-top-right-radius: {Corner.L}px; }}
QHeaderView::section {{ background: transparent; color: {t.muted}; border: none; border-bottom: 1px solid {t.border};
  padding: 6px 8px 6px 11px; }}
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] {{ background: transparent; border: none; }}

QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ height: 12px; margin: 2px; }}
QScrollBar::handle {{ background: {t.outline}; border-radius: {Corner.S}px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QProgressBar {{ background: {t.hover}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QMenuBar {{ background: {t.window}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: {Corner.S}px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.border}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: {Corner.S}px; }}
QMenu::item:selected {{ background: {t.selected}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.border}; margin: 4px 8px; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border}; padding: 4px; }}
"""
