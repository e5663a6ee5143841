"""The hours of the week view under mouse, keys and screen reader, and what stands above them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.snapshots import CALENDARS, a_booking, a_calendar
from tests.ui.conftest import OFFSCREEN
from workestra_desktop.core.booking import Booking, Status
from workestra_desktop.core.calendar import Block, Calendar, Reason
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link, parse_hours
from workestra_desktop.core.slots import Taken, free_slots
from workestra_desktop.core.times import day_start
from workestra_desktop.core.week import Stretch, Week, stretches
from workestra_desktop.ui import week_sheet
from workestra_desktop.ui.look import DARK, LIGHT, Look, Tokens
from workestra_desktop.ui.week_blocks import dress, seen
from workestra_desktop.ui.week_canvas import WeekCanvas, WeekHeader
from workestra_desktop.ui.week_entries import Kind, entries

pytestmark = OFFSCREEN
BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)
WEEK = tuple(MONDAY + timedelta(days=n) for n in range(7))
WORK, PERSONAL = CALENDARS[0].id, CALENDARS[1].id
LINK = Link("meeting", "Meeting with {guest}", (30,), parse_hours("mon-fri 09:00-12:00"), "Europe/Berlin")


def local(text: str, where: ZoneInfo = BERLIN) -> datetime:
    """`Tue 10:00` of the week shown, or an ISO date and time."""
    if text[:3].isalpha():
        day = WEEK[("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").index(text[:3])]
        text = f"{day}T{text[4:]}"
    return datetime.fromisoformat(text).replace(tzinfo=where).astimezone(UTC)


NOW = local("Mon 08:00")


def block(start: str, end: str, title: str = "Team call", reason: Reason = Reason.BUSY, **fields: Any) -> Block:
    return Block(local(start), local(end), title, reason, **({"uid": title, "calendar": WORK} | fields))


def booking(start: str, guest: str = "Kim", **fields: Any) -> Booking:
    begin = local(start)
    return replace(a_booking(guest, guest), start=begin, end=begin + timedelta(minutes=30), **fields)


def week_of(
    blocks: Sequence[Block] = (),
    bookings: Sequence[Booking] = (),
    link: Link = LINK,
    days: Sequence[date] = WEEK,
    where: ZoneInfo = BERLIN,
) -> Week:
    span = Span(day_start(days[0], where), day_start(days[-1] + timedelta(days=1), where))
    taken, minutes = Taken(blocks, bookings), link.minutes[0]
    greys = stretches(link, minutes, span, taken, NOW)
    slots = tuple(free_slots(link, minutes, span, taken, NOW))
    return Week(link, minutes, span, tuple(blocks), tuple(bookings), greys, slots)


def say(stretch: Stretch | None, moment: datetime) -> str:
    kinds = "unknown" if stretch is None else ", ".join(f"{r.kind}: {r.title}" for r in stretch.reasons) or "free"
    return f"{moment.astimezone(BERLIN):%A %d, %H:%M} {kinds}"


class Heard:
    """Everything the canvas said, in order."""

    def __init__(self, canvas: WeekCanvas) -> None:
        self.all: list[tuple[str, Any]] = []
        for name in ("pointed", "drawn", "activated", "opened", "beyond"):
            getattr(canvas, name).connect(lambda value, name=name: self.all.append((name, value)))

    def of(self, name: str) -> list[Any]:
        return [value for heard, value in self.all if heard == name]


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[WeekCanvas]:
    made = WeekCanvas(say)
    qtbot.addWidget(made)
    made.show_week(week_of(), WEEK, CALENDARS, BERLIN, NOW)
    made.resize(900, made.sizeHint().height())
    made.show()
    QTest.qWaitForWindowActive(made)
    yield made
    QToolTip.hideText()


def point(canvas: WeekCanvas, moment: str | datetime) -> QPoint:
    found = canvas.point_of(local(moment) if isinstance(moment, str) else moment)
    assert found is not None
    return found


def drag(canvas: WeekCanvas, start: QPoint, end: QPoint, *, release: bool = True) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)
    if release:
        QTest.mouseRelease(canvas, left, pos=end)


def cursor(canvas: WeekCanvas) -> datetime | None:
    return canvas.cursor


def chosen(canvas: WeekCanvas) -> Span | None:
    return canvas.chosen


def press(canvas: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(canvas, key, held)


# ---------------------------------------------------------------------------------------------------------- the mouse


@pytest.mark.parametrize(
    ("zone", "first"),
    [
        ("Europe/Berlin", date(2026, 11, 23)),
        ("Europe/Berlin", date(2026, 10, 19)),
        ("Europe/Berlin", date(2026, 3, 23)),
        ("Australia/Lord_Howe", date(2026, 3, 30)),
        ("Africa/Cairo", date(2026, 10, 26)),
    ],
)
@pytest.mark.parametrize(("count", "width"), [(1, 800), (4, 700), (7, 1600), (7, 600)])
def test_a_click_on_the_pixel_of_a_minute_points_at_that_minute(
    canvas: WeekCanvas, zone: str, first: date, count: int, width: int
) -> None:
    """For any minute of any of the days: minute to pixel to minute is the identity."""
    draw, where = random.Random(f"{zone}{first}{count}"), ZoneInfo(zone)
    days = [first + timedelta(days=7 - count + n) for n in range(count)]
    canvas.show_week(None, days, (), where, NOW)
    canvas.resize(width, canvas.sizeHint().height())
    start, end = day_start(days[0], where), day_start(days[-1] + timedelta(days=1), where)
    minutes = int((end - start) / timedelta(minutes=1))
    for minute in [0, minutes - 1, *(draw.randrange(minutes) for _ in range(300))]:
        moment = start + timedelta(minutes=minute)
        assert canvas.moment_at(QPointF(point(canvas, moment))) == moment
    heard = Heard(canvas)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point(canvas, end - timedelta(minutes=7)))
    assert heard.all == [("pointed", end - timedelta(minutes=7))]
    assert canvas.cursor == end - timedelta(minutes=7)


def test_beside_the_days_nothing_is_pointed_at(canvas: WeekCanvas) -> None:
    heard, before = Heard(canvas), canvas.cursor
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 300))
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=point(canvas, "Tue 10:00"))
    assert heard.all == [] and canvas.cursor == before


def test_a_drag_draws_whole_steps_down_and_up(canvas: WeekCanvas) -> None:
    heard = Heard(canvas)
    whole = Span(local("Tue 10:00"), local("Tue 11:15"))
    drag(canvas, point(canvas, "Tue 10:07"), point(canvas, "Tue 11:05"))
    drag(canvas, point(canvas, "Tue 11:05"), point(canvas, "Tue 10:07"))
    assert heard.of("drawn") == [whole, whole] and chosen(canvas) == whole
    canvas.clear_chosen()
    assert chosen(canvas) is None


def test_a_drag_keeps_to_the_step_of_the_link_and_to_its_day(canvas: WeekCanvas) -> None:
    canvas.show_week(week_of(link=replace(LINK, step=45)), WEEK, CALENDARS, BERLIN, NOW)
    heard = Heard(canvas)
    drag(canvas, point(canvas, "Tue 10:00"), point(canvas, "Thu 10:50"))
    assert heard.of("drawn") == [Span(local("Tue 09:45"), local("Tue 11:15"))]


def test_escape_cancels_a_drag_and_the_release_says_nothing(canvas: WeekCanvas) -> None:
    heard = Heard(canvas)
    end = point(canvas, "Tue 11:05")
    drag(canvas, point(canvas, "Tue 10:07"), end, release=False)
    assert chosen(canvas) is not None and heard.of("drawn") == []
    press(canvas, Qt.Key.Key_Escape)
    assert chosen(canvas) is None
    QTest.mouseMove(canvas, end + QPoint(0, 40))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    assert chosen(canvas) is None and heard.of("drawn") == []


def test_a_hand_that_trembles_clicks(canvas: WeekCanvas) -> None:
    heard = Heard(canvas)
    at = point(canvas, "Tue 10:07")
    drag(canvas, at, at + QPoint(1, 2))
    assert heard.all == [("pointed", local("Tue 10:07"))] and chosen(canvas) is None


def test_a_double_click_opens_a_booking_and_activates_free_time(canvas: WeekCanvas) -> None:
    events = [
        block("Tue 09:00", "Tue 10:00"),
        block("Wed 09:00", "Wed 10:00", "Lunch", Reason.FREE),
    ]
    canvas.show_week(week_of(events, [booking("Thu 09:00", id="b7")]), WEEK, CALENDARS, BERLIN, NOW)
    heard = Heard(canvas)
    for moment in ("Thu 09:10", "Tue 09:10", "Wed 09:10", "Fri 09:10"):
        QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=point(canvas, moment))
    assert heard.of("opened") == ["b7"]
    assert heard.of("activated") == [local("Wed 09:10"), local("Fri 09:10")]
    assert heard.of("drawn") == []


def test_events_side_by_side_are_each_hit_and_their_tooltips_are_plain_text(canvas: WeekCanvas) -> None:
    hostile = "<b>Bold</b>\n\u202eevil & <img src='x'>"
    events = [
        block("Tue 09:00", "Tue 10:00", "Team call"),
        block("Tue 09:00", "Tue 10:00", hostile, Reason.TENTATIVE, calendar=PERSONAL),
    ]
    canvas.show_week(week_of(events), WEEK, CALENDARS, BERLIN, NOW)
    middle = point(canvas, "Tue 09:30")
    shown = []
    for aside in (30, -30):
        at = middle + QPoint(aside, 0)
        QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, at, canvas.mapToGlobal(at)))
        shown.append(QToolTip.text())
    heading = "&lt;b&gt;Bold&lt;/b&gt; evil &amp; &lt;img src=&#x27;x&#x27;&gt;"
    assert shown == [
        "<div style='white-space: pre-wrap'><b>Team call</b><br>09:00 – 10:00<br>Work</div>",
        f"<div style='white-space: pre-wrap'><b>{heading}</b><br>09:00 – 10:00<br>Personal<br>Tentative</div>",
    ]


def test_time_the_clocks_skip_says_so(canvas: WeekCanvas) -> None:
    days = [date(2026, 3, 28), date(2026, 3, 29)]
    canvas.show_week(None, days, (), BERLIN, NOW)
    night = [point(canvas, f"{day}T01:59:00") + QPoint(0, 31) for day in days]
    shown = []
    for at in night:
        QToolTip.hideText()
        QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, at, canvas.mapToGlobal(at)))
        shown.append(canvas.skipped_at(QPointF(at)) and "clocks change" in QToolTip.text())
    assert shown == [False, True]
    assert canvas.moment_at(QPointF(night[1])) == local("2026-03-29T03:00")


# ----------------------------------------------------------------------------------------------------------- the keys


def test_the_keys_go_by_step_day_slot_and_minute(canvas: WeekCanvas) -> None:
    canvas.show_week(week_of([block("Tue 09:00", "Tue 10:00")]), WEEK, CALENDARS, BERLIN, NOW)
    canvas.set_cursor(local("Tue 10:07"))
    heard = Heard(canvas)
    key, control, alt = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    for pressed, held, leads in [
        (key.Key_Up, Qt.KeyboardModifier.NoModifier, "Tue 10:00"),
        (key.Key_Up, Qt.KeyboardModifier.NoModifier, "Tue 09:45"),
        (key.Key_Down, Qt.KeyboardModifier.NoModifier, "Tue 10:00"),
        (key.Key_Down, alt, "Tue 10:01"),
        (key.Key_Up, alt, "Tue 10:00"),
        (key.Key_Right, Qt.KeyboardModifier.NoModifier, "Wed 10:00"),
        (key.Key_Left, Qt.KeyboardModifier.NoModifier, "Tue 10:00"),
        (key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "Tue 12:00"),
        (key.Key_PageUp, Qt.KeyboardModifier.NoModifier, "Tue 10:00"),
        (key.Key_End, Qt.KeyboardModifier.NoModifier, "Tue 11:30"),
        (key.Key_Home, Qt.KeyboardModifier.NoModifier, "Tue 10:00"),
        (key.Key_P, Qt.KeyboardModifier.NoModifier, "Mon 11:30"),
        (key.Key_N, Qt.KeyboardModifier.NoModifier, "Tue 10:00"),
        (key.Key_Up, control, "Mon 11:30"),
        (key.Key_Down, control, "Tue 10:00"),
    ]:
        press(canvas, pressed, held)
        assert heard.all[-1] == ("pointed", local(leads)), f"{pressed} {held}"
        assert canvas.cursor == local(leads)


def test_keys_that_lead_out_of_sight_ask_for_those_days(canvas: WeekCanvas) -> None:
    heard = Heard(canvas)
    for start, key, leads in [
        ("Mon 10:00", Qt.Key.Key_Left, "2026-11-22T10:00"),
        ("Sun 10:00", Qt.Key.Key_Right, "2026-11-30T10:00"),
        ("Sun 23:45", Qt.Key.Key_Down, "2026-11-30T00:00"),
        ("Mon 00:00", Qt.Key.Key_Up, "2026-11-22T23:45"),
        ("Sun 23:00", Qt.Key.Key_PageDown, "2026-11-30T01:00"),
    ]:
        canvas.set_cursor(local(start))
        press(canvas, key)
        assert heard.all.pop() == ("beyond", local(leads)) and heard.all == []
        assert canvas.cursor == local(start)


def test_both_hours_of_the_night_the_clocks_go_back_are_reached_by_keys(canvas: WeekCanvas) -> None:
    canvas.show_week(None, [date(2026, 10, 25)], (), BERLIN, NOW)
    canvas.set_cursor(local("2026-10-25T01:45"))
    for _ in range(9):
        press(canvas, Qt.Key.Key_Down)
    assert canvas.cursor == datetime(2026, 10, 25, 2, tzinfo=UTC)  # 03:00: nine quarters of an hour on
    seen_at = []
    for hour in (0, 1):  # 02:00 in summer time and again in winter time
        canvas.set_cursor(datetime(2026, 10, 25, hour, tzinfo=UTC))
        place = point(canvas, datetime(2026, 10, 25, hour, tzinfo=UTC))
        seen_at.append(canvas.grab(QRect(0, place.y() - 10, 60, 32)).toImage())
    assert seen_at[0] != seen_at[1], "the label says which of the two it is"


def test_a_time_is_chosen_with_shift_and_drawn_with_return(canvas: WeekCanvas) -> None:
    heard = Heard(canvas)
    canvas.set_cursor(local("Tue 10:00"))
    shift = Qt.KeyboardModifier.ShiftModifier
    press(canvas, Qt.Key.Key_Down, shift)
    assert chosen(canvas) == Span(local("Tue 10:00"), local("Tue 10:15"))
    for _ in range(2):
        press(canvas, Qt.Key.Key_Down, shift)
    press(canvas, Qt.Key.Key_Return)
    assert heard.of("drawn") == [Span(local("Tue 10:00"), local("Tue 10:45"))]
    for _ in range(4):
        press(canvas, Qt.Key.Key_Up, shift)
    assert chosen(canvas) == Span(local("Tue 09:30"), local("Tue 10:15"))
    press(canvas, Qt.Key.Key_Escape)
    assert chosen(canvas) is None
    press(canvas, Qt.Key.Key_Enter)
    assert heard.of("activated") == [local("Tue 10:00")]


def test_a_choice_ends_with_the_day_and_moving_on_lets_go_of_it(canvas: WeekCanvas) -> None:
    canvas.set_cursor(local("Tue 23:40"))
    for _ in range(4):
        press(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(canvas) == Span(local("Tue 23:30"), local("Wed 00:00"))
    press(canvas, Qt.Key.Key_Up)
    assert chosen(canvas) is None


def test_tab_enters_at_the_first_slot_and_leaves(qtbot: QtBot) -> None:
    page = QWidget()
    canvas, before, after = WeekCanvas(say), QLineEdit(), QLineEdit()
    box = QVBoxLayout(page)
    for each in (before, canvas, after):
        box.addWidget(each)
    qtbot.addWidget(page)
    canvas.show_week(week_of([block("Mon 09:00", "Mon 10:10")]), WEEK, CALENDARS, BERLIN, NOW)
    heard = Heard(canvas)
    page.show()
    QTest.qWaitForWindowActive(page)
    before.setFocus()
    press(before, Qt.Key.Key_Tab)
    assert canvas.hasFocus() and heard.all == [("pointed", local("Mon 10:30"))]
    press(canvas, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_what_is_not_the_canvas_s_goes_to_the_page(qtbot: QtBot) -> None:
    class Page(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.got: list[int] = []

        def keyPressEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
            self.got.append(event.key())

    page = Page()
    qtbot.addWidget(page)
    canvas = WeekCanvas(say)
    QVBoxLayout(page).addWidget(canvas)
    canvas.show_week(week_of(), WEEK, CALENDARS, BERLIN, NOW)
    canvas.set_cursor(local("Tue 10:00"))
    page.show()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        press(canvas, key, Qt.KeyboardModifier.ControlModifier)
    press(canvas, Qt.Key.Key_Escape)
    press(canvas, Qt.Key.Key_Down)
    got = [key for key in page.got if key != Qt.Key.Key_Control]
    assert got == [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape]


# ---------------------------------------------------------------------------------------------------- the screen reader


def described(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Description)


def test_a_screen_reader_hears_the_cursor_and_the_choice(canvas: WeekCanvas, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    canvas.show_week(week_of([block("Tue 09:00", "Tue 10:00")]), WEEK, CALENDARS, BERLIN, NOW)
    canvas.setFocus()
    canvas.set_cursor(local("Tue 09:45"))
    assert described(canvas) == "Tuesday 24, 09:45 busy: Team call"
    press(canvas, Qt.Key.Key_Down)
    assert described(canvas) == "Tuesday 24, 10:00 free"
    press(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert described(canvas) == "10:00 – 10:15, chosen"
    assert told[-3:] == ["Tuesday 24, 09:45 busy: Team call", "Tuesday 24, 10:00 free", "10:00 – 10:15, chosen"]
    found = QAccessible.queryAccessibleInterface(canvas)
    assert found.text(QAccessible.Text.Name) == "Week"


def test_an_announcement_reaches_qt(canvas: WeekCanvas) -> None:
    """With no screen reader there: nothing may break."""
    canvas.setFocus()
    canvas.set_cursor(local("Tue 09:45"))
    canvas.show_week(None, WEEK, (), BERLIN, NOW)
    assert described(canvas) == "Tuesday 24, 09:45 unknown"


# -------------------------------------------------------------------------------------------------------- what is shown


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, contrast ratio."""

    def luminance(shown: QColor) -> float:
        parts = (shown.redF(), shown.greenF(), shown.blueF())
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
def test_titles_can_be_read_on_a_calendar_of_any_colour(t: Tokens) -> None:
    levels = (0, 64, 128, 192, 255)
    colours = [QColor(r, g, b) for r in levels for g in levels for b in levels]
    for kind in (Kind.BUSY, Kind.BOOKING):
        for colour in colours:
            fill, _, ink = dress(kind, seen(colour, t), t)
            assert contrast(fill, ink) >= 4.5, f"{kind} {colour.name()}"
    assert [c.name() for c in colours if contrast(seen(c, t), QColor(t.surface)) < 1.45] == []


def picture(canvas: WeekCanvas, *events: Block) -> QImage:
    """A week with `events`, without colours."""
    canvas.show_week(week_of(events), WEEK, CALENDARS, BERLIN, NOW)
    return (
        canvas.grab(canvas.rect_of(Span(local("Tue 09:00"), local("Tue 10:00"))))
        .toImage()
        .convertToFormat(QImage.Format.Format_Grayscale8)
    )


def test_without_colours_each_kind_still_looks_different(canvas: WeekCanvas) -> None:
    """Busy, free, tentative, called off and a booking differ in shape: grey pictures of them are all different."""
    kinds = (Reason.BUSY, Reason.FREE, Reason.TENTATIVE, Reason.CANCELLED, Reason.TENTATIVE_FREE)
    shown = [picture(canvas, block("Tue 09:00", "Tue 10:00", reason=reason)) for reason in kinds]
    canvas.show_week(week_of([], [booking("Tue 09:00", "Team call")]), WEEK, CALENDARS, BERLIN, NOW)
    shown.append(canvas.grab(canvas.rect_of(Span(local("Tue 09:00"), local("Tue 10:00")))).toImage())
    assert all(one != other for n, one in enumerate(shown) for other in shown[:n])


def test_only_colour_of_the_calendar_changes_with_the_calendar(canvas: WeekCanvas) -> None:
    made = [
        entries(week_of([block("Tue 09:00", "Tue 10:00", calendar=calendar)]), CALENDARS)[0]
        for calendar in (WORK, PERSONAL, "/gone/")
    ]
    assert [(e.calendar, e.colour) for e in made] == [("Work", "#2968C8FF"), ("Personal", "#63DA38FF"), ("", "")]


def test_the_way_to_an_event_is_drawn_beside_it() -> None:
    there, back = timedelta(minutes=30), timedelta(minutes=15)
    far = block("Tue 13:30", "Tue 15:15", "Dentist", travel=there, travel_back=back)
    made = entries(week_of([far]), CALENDARS)
    assert [(e.title, e.span, e.note) for e in made] == [
        ("Dentist", Span(local("Tue 14:00"), local("Tue 15:00")), ""),
        ("Travel", Span(local("Tue 13:30"), local("Tue 14:00")), "Dentist"),
        ("Travel", Span(local("Tue 15:00"), local("Tue 15:15")), "Dentist"),
    ]


def test_cancelled_bookings_are_not_there_and_titles_are_plain() -> None:
    gone = booking("Tue 09:00", status=Status.CANCELLED)
    hostile = block("Tue 09:00", "Tue 10:00", "a\u202eb\nc" + "x" * 500)
    untitled = block("Wed 09:00", "Wed 10:00", " \u202e ")
    made = entries(week_of([hostile, untitled], [gone, booking("Thu 09:00", "Kim\n\u202eLee")]), CALENDARS)
    assert [e.title for e in made] == ["ab c" + "x" * 195 + "…", "(no title)", "Kim Lee"]


def painted(canvas: WeekCanvas, moment: str) -> QColor:
    """The colour beside the events of that minute."""
    place = canvas.rect_of(Span(local(moment), local(moment) + timedelta(minutes=1)))
    return canvas.grab().toImage().pixelColor(place.right() - 2, place.top())


def test_time_that_can_be_booked_is_plain_and_the_rest_is_grey(canvas: WeekCanvas) -> None:
    canvas.show_week(week_of([block("Tue 09:00", "Tue 10:00")]), WEEK, CALENDARS, BERLIN, NOW)
    surface = QColor(LIGHT.surface)
    for open_at in ("Tue 10:10", "Wed 11:50"):
        assert painted(canvas, open_at) == surface
    for grey in ("Tue 09:10", "Tue 12:10", "Sat 10:10", "Mon 07:10"):
        assert painted(canvas, grey) != surface
    canvas.show_week(None, WEEK, CALENDARS, BERLIN, NOW)
    assert painted(canvas, "Sat 10:10") == surface


def test_the_line_of_now_moves(canvas: WeekCanvas) -> None:
    def red(moment: str) -> bool:
        return canvas.grab().toImage().pixelColor(point(canvas, moment)) == QColor(LIGHT.danger)

    canvas.show_now(local("Tue 10:40"))
    assert red("Tue 10:40") and not red("Wed 10:40")
    canvas.show_now(local("Tue 10:50"))
    assert red("Tue 10:50") and not red("Tue 10:40")


def test_the_ring_keeps_to_the_step_and_to_the_answer(canvas: WeekCanvas) -> None:
    canvas.show_week(week_of([block("Tue 09:10", "Tue 10:00")]), WEEK, CALENDARS, BERLIN, NOW)
    assert canvas.ring_at(local("Tue 09:12")) == Span(local("Tue 09:10"), local("Tue 09:15"))
    assert canvas.ring_at(local("Tue 09:20")) == Span(local("Tue 09:15"), local("Tue 09:30"))
    canvas.set_cursor(local("Tue 09:20"))
    canvas.clearFocus()
    away = canvas.grab().toImage()
    canvas.setFocus()
    assert canvas.grab().toImage() != away, "the focus is to be seen"


def test_another_week_keeps_a_cursor_in_sight_and_drops_others(canvas: WeekCanvas) -> None:
    canvas.set_cursor(local("Tue 10:00"))
    press(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    canvas.show_week(week_of([block("Tue 09:00", "Tue 10:00")]), WEEK, CALENDARS, BERLIN, NOW)
    assert cursor(canvas) == local("Tue 10:00") and chosen(canvas) is not None
    later = [day + timedelta(days=7) for day in WEEK]
    canvas.show_week(None, later, CALENDARS, BERLIN, NOW)
    assert cursor(canvas) is None and chosen(canvas) is None
    canvas.set_cursor(local("Tue 10:00"))
    assert cursor(canvas) is None and canvas.point_of(local("Tue 10:00")) is None


def test_painting_lays_nothing_out(canvas: WeekCanvas, monkeypatch: pytest.MonkeyPatch) -> None:
    events = [
        block(f"{day} {8 + n % 10:02}:{n % 60:02}", f"{day} {9 + n % 10:02}:{n % 60:02}", f"Event {n}")
        for n in range(72)
        for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    ]
    canvas.show_week(week_of(events), WEEK, CALENDARS, BERLIN, NOW)
    for name in ("entries", "axis", "boxes", "placed", "shades", "ticks"):
        monkeypatch.setattr(week_sheet, name, None)
    assert not canvas.grab().isNull()


def test_hours_are_written_as_the_host_does(canvas: WeekCanvas) -> None:
    before = QLocale()
    narrow = canvas.sizeHint().width()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
        canvas.show_week(week_of(), WEEK, CALENDARS, BERLIN, NOW)
        assert canvas.sizeHint().width() > narrow, "there is room for AM and PM"
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_everything_at_once_is_painted(qapp: QApplication, canvas: WeekCanvas, dark: bool) -> None:
    look = Look(qapp)
    look.wear(dark=dark)
    events = [
        block("Tue 09:00", "Tue 09:00", "😀" * 150, calendar="odd"),
        block("Tue 09:00", "Tue 12:00", "שלום " * 30, Reason.UNANSWERED),
        block("Mon 22:00", "Thu 03:00", "x" * 190, Reason.DECLINED, calendar=PERSONAL),
        *(block("Wed 09:00", "Wed 10:00", f"Overlap {n}") for n in range(60)),
    ]
    colours = (*CALENDARS, a_calendar("odd", "Odd", color="rgb(1,2"))
    link = replace(LINK, before=10, after=20, notice=26 * 60, max_per_day=1, step=25)
    week = week_of(events, [booking("Fri 10:00", before=10, after=60)], link)
    canvas.show_week(week, WEEK, colours, BERLIN, NOW)
    canvas.set_cursor(local("Tue 11:00"))
    for width in (900, 300, 90):
        canvas.resize(width, canvas.height())
        assert not canvas.grab().isNull()
    look.wear(dark=False)
    look.deleteLater()


# ----------------------------------------------------------------------------------------------------------- the header


def whole(first: int, count: int, title: str, reason: Reason = Reason.FREE) -> Block:
    start = MONDAY + timedelta(days=first)
    return Block(
        day_start(start, BERLIN), day_start(start + timedelta(days=count), BERLIN), title, reason,
        uid=title, calendar=WORK, whole_day=True,
    )  # fmt: skip


@pytest.fixture
def header(qtbot: QtBot) -> WeekHeader:
    made = WeekHeader()
    qtbot.addWidget(made)
    made.resize(900, 100)
    made.show()
    QTest.qWaitForWindowActive(made)
    return made


def clicks(header: WeekHeader, title: str) -> QPoint:
    rect = next(p.rect for p in header._placed if p.entry.title == title)
    return rect.center().toPoint()


def test_whole_days_stand_above_and_not_among_the_hours(header: WeekHeader, canvas: WeekCanvas) -> None:
    week = week_of([whole(1, 1, "Holiday", Reason.ALL_DAY), block("Tue 09:00", "Tue 10:00")])
    for each in (header, canvas):
        each.show_week(week, WEEK, CALENDARS, BERLIN, NOW)
    heard: list[datetime] = []
    header.pointed.connect(heard.append)
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=clicks(header, "Holiday"))
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(890, 5))
    assert heard == [local("Tue 00:00")]
    assert [block.entry.title for block in canvas._placed] == ["Team call"]


def test_the_header_uses_the_columns_of_the_canvas(header: WeekHeader, canvas: WeekCanvas) -> None:
    canvas.widened.connect(header.fit)
    for each in (header, canvas):
        each.show_week(week_of([whole(3, 1, "Fair")]), WEEK, CALENDARS, BERLIN, NOW)
    for width in (611, 888):
        canvas.resize(width, canvas.height())
        column = canvas.rect_of(Span(local("Thu 00:00"), local("Fri 00:00")))
        assert column.contains(clicks(header, "Fair").x(), 100)
        assert abs(column.center().x() - clicks(header, "Fair").x()) <= 2


def test_many_whole_days_are_counted_and_shown_when_asked_for(header: WeekHeader) -> None:
    many: tuple[Block, ...] = tuple(whole(2, 1, f"Event {n:02}") for n in range(20))
    header.show_week(week_of(many), WEEK, CALENDARS, BERLIN, NOW)
    assert (len(header._placed), [m.count for m in header._more]) == (2, [18])
    few = header.sizeHint().height()
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=header._more[0].rect.center().toPoint())
    assert (len(header._placed), [m.count for m in header._more]) == (9, [11])
    assert header.sizeHint().height() > few
    press(header, Qt.Key.Key_Space)
    assert header.sizeHint().height() == few
    header.show_week(week_of(many[:3]), WEEK, CALENDARS, BERLIN, NOW)
    assert (len(header._placed), header._more) == (3, [])


def test_the_header_is_worked_by_keys_and_read_out(header: WeekHeader) -> None:
    header.show_week(week_of([whole(1, 2, "Fair"), whole(1, 1, "Holiday")]), WEEK, CALENDARS, BERLIN, NOW)
    heard: list[datetime] = []
    header.pointed.connect(heard.append)
    assert described(header) == "Monday 23 November, no whole-day events"
    press(header, Qt.Key.Key_Right)
    assert described(header) == "Tuesday 24 November, all day: Fair; Holiday"
    press(header, Qt.Key.Key_Return)
    for _ in range(9):
        press(header, Qt.Key.Key_Right)
    press(header, Qt.Key.Key_Return)
    assert heard == [local("Tue 00:00"), local("Sun 00:00")]


def test_the_days_are_named_shorter_where_there_is_less_room(header: WeekHeader) -> None:
    header.show_week(None, WEEK, (), BERLIN, NOW)
    named = []
    for width in (900, 400, 200):
        header.fit(width)
        named.append(header._heads.names[:3])
    assert named == [("Mon", "Tue", "Wed"), ("M", "T", "W"), ("", "", "")]


def test_the_header_marks_today_and_follows_the_clock(header: WeekHeader) -> None:
    calendars: tuple[Calendar, ...] = CALENDARS
    header.show_week(None, WEEK, calendars, BERLIN, local("Mon 23:59"))
    monday = header.grab().toImage()
    header.show_now(local("Tue 00:00"))
    assert header.grab().toImage() != monday
