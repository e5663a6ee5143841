"""The head of the week page: which kind of meeting, which days, and in what form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workestra_desktop.core.link import Link
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.link_words import minutes_words
from workestra_desktop.ui.look import Space, tokens
from workestra_desktop.ui.page_switch import PageSwitch
from workestra_desktop.ui.parts import ElidedLabel, button, named
from workestra_desktop.ui.shrinking import Shrinking
from workestra_desktop.ui.week_span import Extent
from workestra_desktop.ui.words import link_title


class WeekBar(QWidget):
    """Remembers what was chosen as long as the window lives. Starts with a week."""

    turned = Signal(int)
    """Pages to go on or back."""
    today = Signal()
    extent_chosen = Signal(object)
    offer_chosen = Signal()
    """Another link or another duration."""
    listed = Signal(bool)
    new_booking = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._links: tuple[Link, ...] = ()
        self.switch = PageSwitch("week")
        self.link = named(QComboBox(), "week_link")
        self.link.setAccessibleName(self.tr("Meeting"))
        self.link.setMinimumContentsLength(4)
        self.link.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.link.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.minutes = named(QComboBox(), "week_minutes")
        self.minutes.setAccessibleName(self.tr("Duration"))
        self.new = button(self.tr("&New booking"), "week_new_booking", "primary")
        self._top = QHBoxLayout()
        self.earlier = button("", "week_earlier", "icon")
        self.earlier.setAccessibleName(self.tr("Earlier"))
        self.now = button(self.tr("&Today"), "week_today")
        self.later = button("", "week_later", "icon")
        self.later.setAccessibleName(self.tr("Later"))
        self.range = ElidedLabel("strong", "week_range")
        self.extents = {each: button(each.title, f"extent_{each.value}", "segment") for each in Extent}
        self.as_list = button(self.tr("As a &list"), "week_as_list", "segment")
        self.as_list.setCheckable(True)
        self._lay_out()
        self._shrinking = Shrinking(self, self._top, (self.new,))
        self._wire()
        self.choose_extent(Extent.WEEK)
        self._paint_icons()
        self._allow()
        self._fit()

    def _lay_out(self) -> None:
        top, below = self._top, QHBoxLayout()
        top.setSpacing(Space.S)
        below.setSpacing(Space.XS)
        top.addWidget(self.switch)
        top.addStretch(1)
        top.addWidget(self.link, 8)
        for widget in (self.minutes, self.new):
            top.addWidget(widget)
        for widget in (self.earlier, self.now, self.later):
            below.addWidget(widget)
        below.addSpacing(Space.S)
        below.addWidget(self.range, 1)
        group = QButtonGroup(self)
        for segment in self.extents.values():
            segment.setCheckable(True)
            group.addButton(segment)
            below.addWidget(segment)
        below.addSpacing(Space.M)
        below.addWidget(self.as_list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addLayout(top)
        box.addLayout(below)
        chain: tuple[QWidget, ...] = (
            self.switch.bookings, self.switch.week, self.link, self.minutes, self.new, self.earlier, self.now,
            self.later, *self.extents.values(), self.as_list,
        )  # fmt: skip
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _wire(self) -> None:
        self.link.currentIndexChanged.connect(self._link_changed)
        self.minutes.currentIndexChanged.connect(lambda _: self.offer_chosen.emit())
        self.new.clicked.connect(self.new_booking)
        self.earlier.clicked.connect(lambda: self.turned.emit(-1))
        self.later.clicked.connect(lambda: self.turned.emit(1))
        self.now.clicked.connect(self.today)
        self.as_list.toggled.connect(self.listed)
        for each, segment in self.extents.items():
            segment.clicked.connect(lambda _=False, each=each: self.extent_chosen.emit(each))

    @property
    def chosen(self) -> tuple[Link, int] | None:
        """The link and the duration; None while there is no link."""
        if not 0 <= self.link.currentIndex() < len(self._links):
            return None
        link = self._links[self.link.currentIndex()]
        return link, link.minutes[max(self.minutes.currentIndex(), 0)]

    @property
    def extent(self) -> Extent:
        return next(each for each, segment in self.extents.items() if segment.isChecked())

    def choose_extent(self, extent: Extent) -> None:
        self.extents[extent].setChecked(True)
        for each, segment in self.extents.items():  # Tab comes to the one that is chosen, the arrow keys to the others
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is extent else Qt.FocusPolicy.ClickFocus)

    def show_links(self, links: Sequence[Link]) -> None:
        """The same link and duration stay chosen where they still exist."""
        if tuple(links) == self._links:
            return
        before = self.chosen
        self._links = tuple(links)
        slugs = [link.slug for link in links]
        with QSignalBlocker(self.link):
            self.link.clear()
            self.link.addItems([link_title(link) for link in links])
            self.link.setCurrentIndex(slugs.index(before[0].slug) if before and before[0].slug in slugs else 0)
        self._fill_minutes(before[1] if before else None)
        self._allow()

    def _allow(self) -> None:
        for widget in (self.link, self.new):
            widget.setEnabled(bool(self._links))

    def _link_changed(self) -> None:
        self._fill_minutes(None)
        self.offer_chosen.emit()

    def _fill_minutes(self, wanted: int | None) -> None:
        offered = self._links[self.link.currentIndex()].minutes if self._links else ()
        with QSignalBlocker(self.minutes):
            self.minutes.clear()
            self.minutes.addItems([minutes_words(each) for each in offered])
            self.minutes.setCurrentIndex(offered.index(wanted) if wanted in offered else 0)
        self.minutes.setVisible(len(offered) > 1)
        self._fit()

    def _paint_icons(self) -> None:
        t = tokens(self.palette())
        self.earlier.setIcon(symbol("earlier", t.text))
        self.later.setIcon(symbol("later", t.text))
        self.new.setIcon(symbol("plus", t.on_accent))

    @property
    def steps(self) -> tuple[QPushButton, ...]:
        """What changes the days in view."""
        return (self.earlier, self.now, self.later, *self.extents.values())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()
        elif event.type() is QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A button that says “New booking”; where large text leaves no room for that, only its plus."""
        self.link.setMaximumWidth(24 * self.fontMetrics().averageCharWidth())
        self._shrinking.fit()
