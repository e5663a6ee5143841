"""The link editor: what is typed becomes the link that is saved, and the preview tells what that brings and costs."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, QPoint, QPointF, QSize, Qt, QTranslator
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from tests.support.desks import Workplace, workplace
from tests.support.icalendars import vcalendar, vevent
from tests.support.icloud import ICloud
from tests.support.snapshots import BERLIN, LINKS, NOW, a_booking, a_calendar, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.commands import Command, FindSlots, RemoveLink, Result, SetLink, TryLink
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import WEEKDAYS, Link, Override, checked
from workestra_desktop.core.slots import Taken, free_slots
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.times import day_start
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.core.week import Trial
from workestra_desktop.ui.link_dialog import LinkDialog
from workestra_desktop.ui.link_fields import LinkFields
from workestra_desktop.ui.minute_text import lengths_words, parse_lengths
from workestra_desktop.ui.slugs import slug_of
from workestra_desktop.ui.special_days import date_of
from workestra_desktop.ui.windows_editor import clock_text

pytestmark = OFFSCREEN

MEETING, LESSON = LINKS
SPARE = a_calendar("spare", "Spare & <b>bold</b>")
SNAPSHOT = a_snapshot(calendars=(*a_snapshot().calendars, SPARE))
RICH = Link(
    "rich", "Kennenlerngespräch mit {guest}", (45, 60, 1440),
    {"mon": (("09:00", "12:00"), ("13:00", "17:00"), ("22:00", "02:00")), "sun": (("00:00", "24:00"),)},
    "America/New_York", before=5, after=10, notice=2880, step=15, window_days=30, max_per_day=2, max_per_week=5,
    location="Street 1", meeting_url="https://example.org/a", alarms=(10, 60, 1440), invite=True, calendar=SPARE.id,
    overrides=(
        Override(date(2026, 12, 24), date(2026, 12, 26)),
        Override(date(2026, 12, 28), date(2026, 12, 28), (("10:00", "12:00"), ("20:00", "01:00"))),
    ),
    window=(date(2026, 12, 1), date(2027, 1, 31)), travels=False,
)  # fmt: skip
"""Every field differs from what a new link has."""


def offered(link: Link, span: Span) -> list[Span]:
    return free_slots(link, link.minutes[0], span, Taken((), ()), NOW)


class Answers:
    """What an engine over an empty calendar answers; it keeps the links that are saved."""

    def __init__(self, links: tuple[Link, ...] = LINKS) -> None:
        self.links = {link.slug: link for link in links}

    def __call__(self, command: Command) -> Result:
        match command:
            case TryLink():
                old = self.links.get(command.link.slug)
                before = offered(old, command.span) if old else []
                return Trial.of(command.span, before, offered(checked(command.link), command.span))
            case SetLink():
                self.links[command.link.slug] = command.link
                return command.link
            case RemoveLink():
                del self.links[command.slug]
                return None
            case _:
                raise AssertionError(command)


async def open_links(scene: Scene, snapshot: Snapshot = SNAPSHOT, slug: str | None = None) -> LinkDialog:
    await scene.show()
    dialog = LinkDialog(scene.courier, snapshot, slug, lambda: NOW, scene.window)
    dialog.open()
    await scene.until(dialog.isActiveWindow)
    return dialog


async def answered(scene: Scene, dialog: LinkDialog) -> None:
    """Until the preview shows the link as it stands in the form."""
    await scene.until(lambda: dialog.preview.tried is not None and dialog.preview.tried == dialog.fields.read())


async def saved(scene: Scene, dialog: LinkDialog) -> Link:
    before = len(scene.engine.of(SetLink))
    dialog.save.click()
    await scene.until(lambda: len(scene.engine.of(SetLink)) > before)
    await scene.settle()
    link = scene.engine.of(SetLink)[-1].link
    assert isinstance(link, Link)
    return link


def rows(dialog: LinkDialog) -> list[str]:
    return [row.text for row in dialog.preview.changes.rows]


def wrong(field: QWidget, dialog: LinkDialog) -> str:
    """What stands beside `field` of what is wrong with it; empty if nothing."""
    found = dialog.fields.findChild(QLabel, f"{field.objectName()}_wrong")
    assert isinstance(found, QLabel)
    return "" if found.isHidden() else found.text()


# Each field becomes what is saved


def _type_hours(dialog: LinkDialog) -> None:
    day = dialog.fields.hours.hours.days["tue"]
    day.fields[0].end.setText("12")
    day.add.click()
    day.add.click()
    day.fields[2].start.setText("22:00")
    day.fields[2].end.setText("1:30")


def _add_special(dialog: LinkDialog) -> None:
    special = dialog.fields.hours.special
    special.add.click()
    special.rows[0].first.setDate(QDate(2026, 12, 24))
    special.rows[0].last.setDate(QDate(2026, 12, 26))
    special.add.click()
    special.rows[1].first.setDate(QDate(2027, 1, 5))
    special.rows[1].kind.setCurrentIndex(1)
    special.rows[1].windows.fields[0].start.setText("10:00")


def _notice(dialog: LinkDialog) -> None:
    dialog.fields.rules.unit.setCurrentIndex(2)
    dialog.fields.rules.notice.setText("3")


def _window(dialog: LinkDialog) -> None:
    rules = dialog.fields.rules
    rules.ahead.setCurrentIndex(1)
    rules.first.setDate(QDate(2026, 12, 1))
    rules.last.setDate(QDate(2026, 12, 31))


def _calendar(dialog: LinkDialog) -> None:
    choice = dialog.fields.meeting.calendar
    choice.setCurrentIndex(choice.findText(SPARE.name))


FIELDS: dict[str, tuple[Callable[[LinkDialog], object], object]] = {
    "title": (lambda d: d.fields.meeting.title.setText(" Talk with {guest} "), "Talk with {guest}"),
    "minutes": (lambda d: d.fields.meeting.minutes.setText("1 h, 45, 30min"), (60, 45, 30)),
    "hours": (
        _type_hours,
        dict(MEETING.hours) | {"tue": (("09:00", "12:00"), ("13:00", "17:00"), ("22:00", "01:30"))},
    ),
    "timezone": (lambda d: d.fields.hours.timezone.setEditText("asia/tokyo"), "Asia/Tokyo"),
    "before": (lambda d: d.fields.rules.before.setText("15"), 15),
    "after": (lambda d: d.fields.rules.after.setText("20"), 20),
    "notice": (_notice, 3 * 24 * 60),
    "step": (lambda d: d.fields.rules.step.setText("10"), 10),
    "window_days": (lambda d: d.fields.rules.window_days.setText("14"), 14),
    "max_per_day": (lambda d: d.fields.rules.per_day.setText("2"), 2),
    "max_per_week": (lambda d: d.fields.rules.per_week.setText("7"), 7),
    "location": (lambda d: d.fields.meeting.location.setText("Room <1>"), "Room <1>"),
    "meeting_url": (lambda d: d.fields.meeting.meeting_url.setText("https://example.org/x"), "https://example.org/x"),
    "alarms": (lambda d: d.fields.meeting.alarms.setText("10 min, 2 h, 1 d"), (10, 120, 1440)),
    "invite": (lambda d: d.fields.meeting.invite.click(), True),
    "calendar": (_calendar, SPARE.id),
    "overrides": (
        _add_special,
        (
            Override(date(2026, 12, 24), date(2026, 12, 26)),
            Override(date(2027, 1, 5), date(2027, 1, 5), (("10:00", "17:00"),)),
        ),
    ),
    "window": (_window, (date(2026, 12, 1), date(2026, 12, 31))),
    "travels": (lambda d: d.fields.hours.travels.click(), False),
}


def test_every_field_of_a_link_has_a_place_in_the_form() -> None:
    assert set(FIELDS) | {"slug"} == {field.name for field in fields_of(Link)}
    assert all(getattr(RICH, name) != getattr(MEETING, name) for name in (*FIELDS, "slug"))


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_that_is_changed_is_the_only_one_that_is_saved_anew(scene: Scene, name: str) -> None:
    scene.engine.reply = Answers()
    change, value = FIELDS[name]

    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        assert not dialog.save.isEnabled()
        change(dialog)
        assert dialog.save.isEnabled()
        assert await saved(scene, dialog) == replace(MEETING, **{name: value})  # type: ignore[arg-type]
        assert not dialog.save.isEnabled()
        assert "is saved" in dialog.said.text()

    scene.play(story)


def a_random_link(rng: random.Random) -> Link:
    def clock(minute: int) -> str:
        return f"{minute // 60:02}:{minute % 60:02}"

    def windows() -> tuple[tuple[str, str], ...]:
        edges = sorted(rng.sample(range(0, 24 * 60, 5), 2 * rng.randrange(4)))
        found = [(clock(a), clock(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
        if found and rng.random() < 0.3:
            found[-1] = (found[-1][0], rng.choice(["24:00", "00:00" if found[-1][0] != "00:00" else "24:00"]))
        return tuple(found)

    def days() -> tuple[date, date]:
        first = date(2026, 1, 1) + timedelta(days=rng.randrange(700))
        return first, first + timedelta(days=rng.randrange(9))

    def maybe(value: int) -> int | None:
        return rng.choice([None, value])

    return checked(
        Link(
            f"link-{rng.randrange(1000)}",
            rng.choice(["Talk {guest}", "<b>Ü</b> & Co"]),
            tuple(rng.sample(range(1, 1441), rng.randrange(1, 5))),
            {day: w for day in WEEKDAYS if (w := windows())},
            rng.choice([BERLIN, "Asia/Kathmandu", "UTC"]),
            before=rng.randrange(1441),
            after=rng.randrange(1441),
            notice=rng.choice([0, 1, 59, 60, 90, 1440, 2880, 527_040]),
            step=maybe(rng.randrange(5, 721)),
            window_days=rng.randrange(1, 731),
            max_per_day=maybe(rng.randrange(1, 1001)),
            max_per_week=maybe(rng.randrange(1, 1001)),
            location=rng.choice(["", "x" * 500]),
            meeting_url=rng.choice(["", "https://example.org/?a=b&c=d"]),
            alarms=tuple(rng.sample(range(40_321), rng.randrange(4))),
            invite=rng.random() < 0.5,
            calendar=rng.choice([None, SPARE.id, "/1/calendars/gone/"]),
            overrides=tuple(Override(*days(), windows()) for _ in range(rng.randrange(4))),
            window=rng.choice([None, days()]),
            travels=rng.random() < 0.5,
        )
    )


@pytest.mark.parametrize("seed", range(25))
def test_any_link_comes_out_of_the_form_as_it_went_in(qapp: QApplication, seed: int) -> None:
    link = RICH if seed == 0 else a_random_link(random.Random(seed))
    form = LinkFields(link, SNAPSHOT, NOW.date(), set, new=False)
    assert form.read() == link
    assert not form.dirty
    form.show_link(MEETING)
    form.show_link(link)
    assert form.read() == link
    form.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no loop turns here that would do it


def test_lengths_are_read_as_they_are_written() -> None:
    for lengths in ((), (0,), (1, 59, 60, 61, 1439, 1440, 2880), (40_320,)):
        assert parse_lengths(lengths_words(lengths)) == lengths
    assert [clock_text(t) for t in ("9", "930", "9.30", "24", " 09:00 ", "x", "")] == [
        "09:00", "09:30", "09:30", "24:00", "09:00", "x", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Meeting with {guest}", "meeting-2"), ("Erstgespräch – groß", "erstgesprach-gross"), ("会議", "link"),
        ("{guest}", "link"), ("--", "link"), ("x" * 200, "x" * 48), ("Lesson", "lesson-3"),
    ],
)  # fmt: skip
def test_a_title_makes_a_short_name_nobody_else_has(title: str, slug: str) -> None:
    assert slug_of(title, {"meeting", "lesson", "lesson-2"}) == slug
    assert checked(replace(MEETING, slug=slug)).slug == slug


# The preview


def test_the_preview_tells_what_comes_and_what_goes(scene: Scene) -> None:
    scene.engine.reply = Answers()

    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        await answered(scene, dialog)
        assert "nothing changes" in dialog.preview.summary.text()
        assert rows(dialog) == []
        monday = dialog.fields.hours.hours.days["mon"]
        monday.fields[0].start.setText("10:00")
        monday.fields[0].end.setText("18:00")
        await answered(scene, dialog)
        span = Span(NOW, day_start(date(2026, 12, 21), ZoneInfo(BERLIN)))
        before, after = set(offered(MEETING, span)), set(offered(dialog.fields.read() or MEETING, span))
        come, go = after - before, before - after
        assert len(come) == 8 and len(go) == 6  # four Mondays; on the first it is 10:42 already
        expected = f"{len(before)} times → {len(after)}: {len(come)} come, {len(go)} go"
        assert dialog.preview.summary.text() == expected
        assert rows(dialog)[:5] == [
            "Mon 23 Nov", "+ 2 come: 17:00, 17:30", "Mon 30 Nov", "+ 2 come: 17:00, 17:30", "− 2 go: 09:00, 09:30",
        ]  # fmt: skip
        spoken = dialog.preview.changes.index(4).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "Monday 30 November: 2 go: 09:00, 09:30"
        assert scene.engine.of(SetLink) == []  # nothing is kept before it is saved
        await saved(scene, dialog)
        assert dialog.said.text() == "“Meeting” is saved. Free times: 8 come, 6 go."
        await scene.until(lambda: "nothing changes" in dialog.preview.summary.text())

    scene.play(story)


@pytest.mark.parametrize("weeks", [1, 2, 4, 8])
def test_the_preview_looks_as_far_ahead_as_asked(scene: Scene, weeks: int) -> None:
    scene.engine.reply = Answers()

    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        dialog.preview.weeks.button(weeks).click()
        await answered(scene, dialog)
        await scene.until(lambda: dialog.preview.trial is not None and dialog.preview.trial.span == dialog.preview.span)
        assert scene.engine.of(TryLink)[-1].span.end == day_start(
            date(2026, 11, 23) + timedelta(weeks=weeks), ZoneInfo(BERLIN)
        )
        count = len(offered(MEETING, dialog.preview.span))
        assert dialog.preview.summary.text() == f"{count} times, nothing changes"

    scene.play(story)


def test_typing_asks_once_and_an_older_answer_is_not_shown(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        await scene.until(lambda: len(scene.engine.open) >= 1)
        first = scene.engine.open[-1]
        asked = len(scene.engine.of(TryLink))
        for text in ("1", "15", "150", "15"):
            dialog.fields.rules.before.setText(text)
        assert len(scene.engine.of(TryLink)) == asked
        await scene.until(lambda: len(scene.engine.of(TryLink)) > asked)
        await scene.settle()
        assert len(scene.engine.of(TryLink)) == asked + 1
        scene.engine.reply = Answers()
        late = scene.engine.open[-1]
        scene.engine.answer(first)
        await scene.settle()
        assert dialog.preview.tried is None
        scene.engine.answer(late)
        await answered(scene, dialog)
        assert dialog.preview.tried == replace(MEETING, before=15)

    scene.play(story)


def test_while_a_field_is_wrong_the_last_preview_stays_and_says_so(scene: Scene) -> None:
    scene.engine.reply = Answers()

    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        dialog.fields.rules.step.setText("60")
        await answered(scene, dialog)
        summary, listed = dialog.preview.summary.text(), rows(dialog)
        asked = len(scene.engine.of(TryLink))
        dialog.fields.rules.step.setText("1")
        await scene.until(lambda: not dialog.preview.state.isHidden())
        assert "needs correcting" in dialog.preview.state.text()
        assert (dialog.preview.summary.text(), rows(dialog)) == (summary, listed)
        assert len(scene.engine.of(TryLink)) == asked
        dialog.fields.rules.step.setText("30")
        await answered(scene, dialog)
        assert dialog.preview.state.isHidden()

    scene.play(story)


def test_before_the_first_full_read_nothing_is_asked(scene: Scene) -> None:
    scene.engine.reply = Answers()

    async def story() -> None:
        dialog = await open_links(scene, replace(SNAPSHOT, complete=False), "meeting")
        await scene.settle()
        dialog.show_progress(Progress(2, 4, "Family", 10, 100))
        assert "not known yet" in dialog.preview.state.text()
        assert "Reading 3 of 4: Family" in dialog.preview.state.text()
        assert dialog.preview.bar.isVisible()
        assert scene.engine.of(TryLink) == []
        dialog.show_snapshot(SNAPSHOT)
        await answered(scene, dialog)
        assert dialog.preview.state.isHidden() and dialog.preview.bar.isHidden()

    scene.play(story)


# What is wrong is said where it is


BAD: dict[str, tuple[Callable[[LinkDialog], QWidget], str, str]] = {
    "title": (lambda d: d.fields.meeting.title, " ", "title"),
    "minutes": (lambda d: d.fields.meeting.minutes, "", "duration"),
    "minutes twice": (lambda d: d.fields.meeting.minutes, "60, 1 h", "twice"),
    "minutes word": (lambda d: d.fields.meeting.minutes, "soon", "soon"),
    "url": (lambda d: d.fields.meeting.meeting_url, "http://example.org", "https://"),
    "alarms": (lambda d: d.fields.meeting.alarms, "29 d", "Alarms"),
    "before": (lambda d: d.fields.rules.before, "", "number"),
    "after": (lambda d: d.fields.rules.after, "2000", "Buffers"),
    "notice": (lambda d: d.fields.rules.notice, "999999", "Notice"),
    "step": (lambda d: d.fields.rules.step, "4", "step"),
    "window": (lambda d: d.fields.rules.window_days, "0", "window"),
    "day": (lambda d: d.fields.rules.per_day, "0", "limit"),
    "week": (lambda d: d.fields.rules.per_week, "-1", "number"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_wrong_field_says_so_beside_itself_and_nothing_is_saved(scene: Scene, name: str) -> None:
    scene.engine.reply = Answers()
    find, text, said = BAD[name]

    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        field = find(dialog)
        field.setText(text)  # type: ignore[attr-defined]
        dialog.fields.meeting.location.setText("kept")
        dialog.submit()
        labels = [w for w in dialog.fields.findChildren(QLabel) if w.objectName().endswith("_wrong")]
        shown = [w.text() for w in labels if w.isVisibleTo(dialog)]
        assert len(shown) == 1 and said in shown[0]
        assert "Nothing was changed" not in shown[0]
        assert field.hasFocus()
        assert dialog.fields.meeting.location.text() == "kept"

    scene.play(story)
    assert scene.engine.of(SetLink) == []


def test_hours_say_on_which_day_they_are_wrong(scene: Scene) -> None:
    scene.engine.reply = Answers()

    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        days = dialog.fields.hours.hours.days
        days["wed"].fields[0].start.setText("9x")
        days["fri"].add.click()
        days["fri"].fields[1].start.setText("16:00")
        dialog.submit()
        assert "9x" in days["wed"].wrong.text() and days["wed"].wrong.isVisibleTo(dialog)
        assert "overlap" in days["fri"].wrong.text() and days["fri"].wrong.isVisibleTo(dialog)
        assert days["mon"].wrong.isHidden()
        assert days["wed"].fields[0].start.hasFocus()
        days["fri"].fields[1].start.setText("22")
        days["fri"].fields[1].end.setText("2")
        assert days["fri"].note.text() == "22:00 – 02:00 ends on Saturday."
        special = dialog.fields.hours.special
        special.add.click()
        special.rows[0].last.setDate(QDate(2026, 1, 1))
        days["wed"].fields[0].start.setText("9")
        dialog.submit()
        assert "before the first" in special.rows[0].wrong.text()
        assert special.rows[0].last.hasFocus()
        special.rows[0].first.setDate(QDate(2027, 1, 1))
        assert date_of(special.rows[0].last) == date(2027, 1, 1)  # follows
        dialog.fields.hours.timezone.setEditText("Mars/Olympus")
        dialog.submit()
        assert "Mars/Olympus" in wrong(dialog.fields.hours.timezone, dialog)

    scene.play(story)
    assert scene.engine.of(SetLink) == []


def test_hours_are_copied_to_the_weekdays(scene: Scene) -> None:
    scene.engine.reply = Answers()

    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        editor = dialog.fields.hours.hours
        editor.days["sun"].add.click()
        editor.days["sun"].fields[0].start.setText("10")
        editor.copies["sun"].click()
        ten = (("10:00", "17:00"),)
        assert editor.hours() == {day: ten for day in WEEKDAYS if day != "sat"}
        for day in WEEKDAYS[:5]:
            editor.days[day].fields[0].remove.click()
        assert editor.hours() == {"sun": ten}
        assert editor.copies["mon"].isHidden()

    scene.play(story)


def test_a_refusal_leaves_everything_as_it_was_typed(scene: Scene) -> None:
    answers = Answers()

    def refuse(command: Command) -> Result:
        if isinstance(command, SetLink):
            raise fail(Code.NOT_FOUND, "There is no writable calendar “Gone”.")
        return answers(command)

    scene.engine.reply = refuse

    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        dialog.fields.meeting.location.setText("Here")
        dialog.submit()
        await scene.until(dialog.trouble.isVisible)
        assert "Gone" in dialog.trouble.message.text()
        assert dialog.fields.meeting.location.text() == "Here"
        assert dialog.save.isEnabled()

    scene.play(story)


def test_a_zone_is_found_by_a_part_of_its_name(scene: Scene) -> None:
    scene.engine.reply = Answers()

    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        box = dialog.fields.hours.timezone
        line = box.lineEdit()
        assert line is not None
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, "kathman")
        finder = box.completer()
        assert finder is not None
        popup = finder.popup()
        assert isinstance(popup, QWidget)
        await scene.until(popup.isVisible)
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
        assert box.zone_name() == "Asia/Kathmandu"
        assert scene.engine.of(SetLink) == []  # Return chose the zone, no more
        assert (await saved(scene, dialog)).timezone == "Asia/Kathmandu"

    scene.play(story)


def test_the_app_ends_while_something_is_typed(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        dialog.fields.rules.before.setText("5")
        scene.courier.close()
        await scene.settle()
        dialog.fields.rules.before.setText("6")
        for _ in range(40):
            await scene.settle()
        assert dialog.preview.tried is None

    scene.play(story)


# Drafts and the list


def test_a_draft_stays_while_another_link_is_looked_at_and_closing_asks(scene: Scene) -> None:
    scene.engine.reply = Answers()

    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        dialog.fields.rules.before.setText("none")
        dialog.list.setCurrentRow(1)
        assert dialog.fields.meeting.title.text() == LESSON.title
        assert dialog.list.item(0).text() == "Meeting\nchanged · 30 min"
        dialog.fields.meeting.location.setText("There")
        dialog.list.setCurrentRow(0)
        assert dialog.fields.rules.before.text() == "none"
        dialog.dismiss.click()
        assert dialog.isVisible()
        assert "“Meeting”, “Lesson”" in dialog.question.text.text()
        assert dialog.question.no.hasFocus()
        scene.press(Qt.Key.Key_Escape)
        assert dialog.question.isHidden()
        dialog.revert.click()
        assert dialog.fields.rules.before.text() == "0"
        assert not dialog.save.isEnabled()
        scene.press(Qt.Key.Key_Escape)
        assert "“Lesson” is not saved" in dialog.question.text.text()
        scene.press(Qt.Key.Key_Tab)
        scene.press(Qt.Key.Key_Return)
        assert not dialog.isVisible()

    scene.play(story)
    assert scene.engine.of(SetLink) == []


def test_a_new_link_is_named_after_its_title_until_it_is_named_by_hand(scene: Scene) -> None:
    scene.engine.reply = Answers()

    async def story() -> None:
        dialog = await open_links(scene)
        dialog.new.click()
        meeting = dialog.fields.meeting
        assert meeting.title.hasFocus() and meeting.slug.isEnabled()
        assert meeting.slug.text() == "meeting-2"
        scene.type("Lesson")
        assert meeting.slug.text() == "lesson-2"
        await answered(scene, dialog)
        count = len(offered(MEETING, dialog.preview.span))
        assert dialog.preview.summary.text() == f"0 times → {count}: {count} come, 0 go"
        meeting.slug.setFocus()
        meeting.slug.selectAll()
        scene.type("lesson")
        meeting.title.setText("Something else")
        dialog.submit()
        assert wrong(meeting.slug, dialog) == "Another link has this short name."
        scene.type("s")
        link = await saved(scene, dialog)
        assert (link.slug, link.title, link.invite) == ("lessons", "Something else", False)
        assert not meeting.slug.isEnabled()
        dialog.show_snapshot(replace(SNAPSHOT, links=(*LINKS, link)))
        assert dialog.list.count() == 3

    scene.play(story)


def test_a_copy_carries_what_is_typed_and_is_a_link_of_its_own(scene: Scene) -> None:
    scene.engine.reply = Answers((RICH,))

    async def story() -> None:
        dialog = await open_links(scene, replace(SNAPSHOT, links=(RICH,)))
        dialog.fields.rules.before.setText("7")
        dialog.duplicate.click()
        link = await saved(scene, dialog)
        assert link == replace(RICH, slug=link.slug, before=7, title="Kennenlerngespräch mit {guest} (copy)")
        assert link.slug == "kennenlerngesprach-mit-copy"
        dialog.list.setCurrentRow(0)
        assert dialog.save.isEnabled()  # the original's own draft is not saved with it

    scene.play(story)
    assert len(scene.engine.of(SetLink)) == 1


def test_removing_asks_first_and_says_that_bookings_stay(scene: Scene) -> None:
    scene.engine.reply = Answers()
    snapshot = replace(SNAPSHOT, bookings=(a_booking("b1", "Anna", 1), a_booking("b0", "Ben", -1)))

    async def story() -> None:
        dialog = await open_links(scene, snapshot, "meeting")
        dialog.remove.click()
        assert dialog.question.text.text() == "Remove “Meeting”? Its bookings stay, 1 of them still to come."
        scene.press(Qt.Key.Key_Return)
        assert dialog.question.isHidden() and scene.engine.of(RemoveLink) == []
        dialog.remove.click()
        dialog.question.yes.click()
        await scene.until(lambda: dialog.list.count() == 1)
        assert scene.engine.of(RemoveLink) == [RemoveLink("meeting")]
        assert dialog.fields.meeting.title.text() == LESSON.title
        dialog.new.click()
        dialog.remove.click()
        dialog.question.yes.click()
        assert dialog.list.count() == 1
        assert len(scene.engine.of(RemoveLink)) == 1

    scene.play(story)


def test_links_that_change_elsewhere_never_take_away_what_is_typed(scene: Scene) -> None:
    scene.engine.reply = Answers()
    elsewhere = replace(MEETING, before=55)

    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        dialog.show_snapshot(replace(SNAPSHOT, links=(elsewhere, LESSON)))
        assert dialog.fields.rules.before.text() == "55"  # nobody had touched it
        assert dialog.note.isHidden()
        dialog.fields.meeting.location.setText("mine")
        dialog.show_snapshot(replace(SNAPSHOT, links=(replace(MEETING, after=3), LESSON)))
        assert dialog.fields.meeting.location.text() == "mine"
        assert "changed elsewhere" in dialog.note.text()
        dialog.show_snapshot(replace(SNAPSHOT, links=()))
        assert dialog.list.count() == 1  # the other, untouched one has gone
        assert "removed elsewhere" in dialog.note.text()
        assert await saved(scene, dialog) == replace(elsewhere, location="mine")

    scene.play(story)


def test_without_any_link_one_is_begun(scene: Scene) -> None:
    scene.engine.reply = Answers(())

    async def story() -> None:
        dialog = await open_links(scene, replace(SNAPSHOT, links=()))
        assert dialog.fields.new and dialog.fields.meeting.title.hasFocus()
        dialog.remove.click()
        dialog.question.yes.click()
        assert dialog.list.count() == 0 and dialog.empty.isVisible()
        dialog.reject()
        assert not dialog.isVisible()

    scene.play(story)


FOCUSES: dict[str, Callable[[LinkDialog], QWidget]] = {
    "hours": lambda d: d.fields.hours.hours.days["mon"].fields[0].end,
    "unsorted hours": lambda d: d.fields.hours.hours.days["tue"].fields[0].start,
    "special day": lambda d: d.fields.hours.special.rows[1].first,
    "special hours": lambda d: d.fields.hours.special.rows[1].windows.fields[0].start,
}


@pytest.mark.parametrize("first", ["answer", "snapshot"])
@pytest.mark.parametrize("name", FOCUSES)
def test_saving_leaves_the_focus_where_one_types(scene: Scene, name: str, first: str) -> None:
    answers = Answers((RICH,))

    async def story() -> None:
        dialog = await open_links(scene, replace(SNAPSHOT, links=(RICH,)))
        days = dialog.fields.hours.hours.days
        for start, end in (("13:00", "14:00"), ("09:00", "10:00")):
            days["tue"].add.click()
            days["tue"].fields[-1].start.setText(start)
            days["tue"].fields[-1].end.setText(end)
        days["mon"].fields[0].end.setText("11")
        field = FOCUSES[name](dialog)
        field.setFocus()
        scene.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        await scene.until(lambda: scene.engine.of(SetLink) != [])
        link = scene.engine.of(SetLink)[0].link
        assert link.hours["tue"] == (("09:00", "10:00"), ("13:00", "14:00"))
        scene.engine.reply = answers
        saving = next(each for each in scene.engine.open if isinstance(each.command, SetLink))
        if first == "snapshot":
            dialog.show_snapshot(replace(SNAPSHOT, links=(link,)))
            await scene.settle()  # rows that went are gone now
        scene.engine.answer(saving)
        await scene.until(lambda: "is saved" in dialog.said.text())
        dialog.show_snapshot(replace(SNAPSHOT, links=(link,)))
        await scene.settle()
        assert field.hasFocus()
        assert not dialog.fields.dirty and dialog.fields.read() == link

    scene.play(story)


def test_an_answer_finds_the_field_gone_that_had_the_focus(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_links(scene, slug="meeting")
        monday = dialog.fields.hours.hours.days["mon"]
        monday.add.click()
        monday.fields[1].start.setText("20:00")
        monday.fields[1].end.setText("21:00")
        dialog.remove.click()
        dialog.question.no.click()
        monday.fields[1].start.setFocus()
        dialog.submit()
        await scene.until(lambda: scene.engine.of(SetLink) != [])
        saving = next(each for each in scene.engine.open if isinstance(each.command, SetLink))
        monday.show_windows(())
        await scene.settle()
        scene.engine.reply = Answers()
        scene.engine.answer(saving)
        await scene.until(lambda: "is saved" in dialog.said.text())
        monday.fields[0].start.setFocus()
        dialog.remove.click()
        monday.show_windows(())
        await scene.settle()
        dialog.question.no.click()
        assert dialog.question.isHidden()
        dialog.fields.show_link(MEETING)
        dialog.done(0)

    scene.play(story)


def test_a_question_and_what_was_said_stay_while_another_link_goes(scene: Scene) -> None:
    scene.engine.reply = Answers()

    async def story() -> None:
        dialog = await open_links(scene, slug="lesson")
        dialog.fields.rules.before.setText("5")
        lesson = await saved(scene, dialog)
        dialog.trouble.show_trouble(fail(Code.NOT_FOUND, "Gone").trouble)
        dialog.remove.click()
        dialog.show_snapshot(replace(SNAPSHOT, links=(lesson,)))
        assert dialog.list.count() == 1 and dialog.fields.meeting.title.text() == LESSON.title
        assert dialog.question.isVisible() and dialog.trouble.isVisible()
        assert "is saved" in dialog.said.text()
        dialog.show_snapshot(replace(SNAPSHOT, links=(MEETING,)))
        assert dialog.question.isHidden()  # it was about this one

    scene.play(story)


def test_links_that_all_go_and_come_back_are_chosen_again(scene: Scene) -> None:
    scene.engine.reply = Answers()

    async def story() -> None:
        dialog = await open_links(scene, slug="lesson")
        dialog.show_snapshot(replace(SNAPSHOT, links=()))
        assert dialog.list.count() == 0 and dialog.empty.isVisible()
        assert dialog.new.hasFocus()
        dialog.show_snapshot(SNAPSHOT)
        assert not dialog.empty.isVisible() and dialog.list.currentRow() == 0
        assert dialog.fields.meeting.title.text() == MEETING.title
        await answered(scene, dialog)
        dialog.reject()  # nothing it began is left to begin after the story

    scene.play(story)


def test_on_a_small_screen_the_preview_stands_below_the_form(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    class Small:
        def availableSize(self) -> QSize:  # noqa: N802 - Qt's name
            return QSize(800, 600)

    monkeypatch.setattr(LinkDialog, "screen", lambda _: Small())
    scene.engine.reply = Answers()

    def at(widget: QWidget, dialog: LinkDialog) -> QPoint:
        return widget.mapTo(dialog, QPoint())

    async def story() -> None:
        dialog = await open_links(scene)
        await answered(scene, dialog)
        assert dialog.width() < 800 and dialog.height() < 600
        assert at(dialog.preview, dialog).y() >= at(dialog.forms, dialog).y() + dialog.forms.height()
        page = dialog.fields.widget()
        assert page is not None and page.minimumSizeHint().width() <= dialog.fields.viewport().width()
        for each in (dialog.preview, dialog.save):
            assert dialog.rect().contains(each.rect().translated(at(each, dialog)))
        dialog.resize(1100, 600)
        await scene.settle()
        assert at(dialog.preview, dialog).x() >= at(dialog.forms, dialog).x() + dialog.forms.width()

    scene.play(story)


# Keys, hostile and long texts


def test_a_change_with_keys_alone(scene: Scene) -> None:
    scene.engine.reply = Answers()

    async def story() -> None:
        dialog = await open_links(scene)
        assert dialog.list.hasFocus()
        scene.press(Qt.Key.Key_Down)
        await scene.settle()
        seen: list[QWidget] = []
        for _ in range(200):
            scene.press(Qt.Key.Key_Tab)
            if scene.focus in seen:
                break
            seen.append(scene.focus)
        form, lesson = dialog.fields, dialog.fields.hours.hours.days["mon"]
        order = [
            dialog.new, dialog.remove, form.meeting.title, form.meeting.minutes, form.meeting.invite,
            lesson.fields[0].start, lesson.fields[0].end, lesson.add, form.hours.timezone, form.hours.special.add,
            form.rules.before, form.rules.notice, form.rules.per_week, dialog.preview.list, dialog.dismiss,
        ]  # fmt: skip
        assert [w for w in seen if w in order] == order
        lesson.add.setFocus()
        scene.press(Qt.Key.Key_Space)
        await scene.settle()
        assert lesson.fields[1].start.hasFocus()
        scene.type("19")
        scene.press(Qt.Key.Key_Tab)
        assert lesson.fields[1].end.hasFocus()
        scene.type("20")
        scene.press(Qt.Key.Key_Tab)
        assert lesson.fields[1].remove.hasFocus()
        scene.press(Qt.Key.Key_Tab)
        assert lesson.add.hasFocus()
        scene.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        await scene.until(lambda: "is saved" in dialog.said.text())
        assert lesson.add.hasFocus()
        scene.press(Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    scene.play(story)
    (command,) = scene.engine.of(SetLink)
    assert command.link == replace(LESSON, hours=dict(LESSON.hours) | {"mon": (("09:00", "17:00"), ("19:00", "20:00"))})


def test_titles_and_names_are_never_markup(scene: Scene) -> None:
    evil = replace(MEETING, title="<img src=x> & {guest} {0} \u202eevil", location="<b>there</b>")
    scene.engine.reply = Answers((evil,))

    async def story() -> None:
        dialog = await open_links(scene, replace(SNAPSHOT, links=(evil,)))
        await answered(scene, dialog)
        assert dialog.list.item(0).text().startswith("<img src=x> & … {0} evil\n")
        assert "<img" not in dialog.list.item(0).toolTip()
        dialog.remove.click()
        dialog.fields.meeting.minutes.setText("<b>1</b>")
        dialog.submit()
        for each in dialog.findChildren(QLabel):
            assert each.textFormat() is Qt.TextFormat.PlainText, each.objectName()
        assert "<img src=x>" in dialog.question.text.text()
        assert "<b>1</b>" in wrong(dialog.fields.meeting.minutes, dialog)

    scene.play(story)


class Lengthy(QTranslator):
    """Says everything in a third more letters, as German does."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        # A word is lengthened, none is added: that is harder on buttons. A pattern for dates is no word.
        return text if len(text) < 4 or "MMM" in text else text + "ung" * (1 + len(text) // 9)


@contextmanager
def lengthy() -> Iterator[None]:
    translator = Lengthy()
    assert QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)


def test_long_texts_are_shown_whole_at_the_smallest_size(scene: Scene) -> None:
    scene.engine.reply = Answers((RICH,))

    async def story() -> None:
        with lengthy():
            dialog = await open_links(scene, replace(SNAPSHOT, links=(replace(RICH, title="W" * 200),)))
            dialog.resize(dialog.minimumSize())
            await answered(scene, dialog)
            dialog.fields.meeting.meeting_url.setText("nowhere")
            dialog.submit()
            await scene.settle()
        assert dialog.size() == dialog.minimumSize()
        page = dialog.fields.widget()
        assert page is not None
        assert page.minimumSizeHint().width() <= dialog.fields.viewport().width()
        for each in dialog.findChildren(QWidget):
            if isinstance(each, QAbstractButton | QLabel) and each.isVisible() and not isinstance(each, QPushButton):
                room = each.heightForWidth(each.width()) if each.hasHeightForWidth() else each.sizeHint().height()
                assert each.height() >= room, each.objectName() or each.text()
            if isinstance(each, QPushButton) and each.isVisible():
                assert each.width() >= each.sizeHint().width(), each.text()

    scene.play(story)


# With a real desk behind it


def test_what_the_preview_promises_is_what_can_be_booked(scene: Scene, icloud: ICloud, tmp_path: Path) -> None:
    calendar = icloud.mkcalendar("work")
    icloud.seed(
        calendar,
        {
            "a.ics": vcalendar(
                vevent("a", datetime(2027, 3, 2, 9, 30, tzinfo=UTC), datetime(2027, 3, 2, 11, tzinfo=UTC))
            ),
            "b.ics": vcalendar(vevent("b", datetime(2027, 3, 3, 16, tzinfo=UTC), datetime(2027, 3, 3, 17, tzinfo=UTC))),
        },
    )
    with workplace(tmp_path / "desk", icloud.url) as place:
        place.connect()
        _change_hours(scene, place)


def _change_hours(scene: Scene, place: Workplace) -> None:
    desk = place.desk
    scene.engine.reply = desk.execute

    async def story() -> None:
        await scene.show()
        dialog = LinkDialog(scene.courier, desk.snapshot(), "meeting", place.clock, scene.window)
        dialog.open()
        await answered(scene, dialog)
        span = dialog.preview.span
        before = desk.execute(FindSlots("meeting", span))
        assert isinstance(before, tuple) and before
        for day in ("tue", "wed"):
            dialog.fields.hours.hours.days[day].fields[0].start.setText("10:30")
            dialog.fields.hours.hours.days[day].fields[0].end.setText("19:00")
        dialog.fields.rules.after.setText("15")
        await answered(scene, dialog)
        trial = dialog.preview.trial
        assert trial is not None and trial.gained and trial.lost
        assert set(trial.kept) | set(trial.lost) == set(before)
        assert desk.execute(FindSlots("meeting", span)) == before
        dialog.save.click()
        await scene.until(lambda: "is saved" in dialog.said.text())
        assert desk.execute(FindSlots("meeting", span)) == tuple(sorted((*trial.kept, *trial.gained)))
        dialog.done(0)

    scene.play(story)


def test_the_wheel_rolls_over_a_choice_without_changing_it(qapp: QApplication) -> None:
    form = LinkFields(MEETING, SNAPSHOT, NOW.date(), set, new=False)
    form.show()
    unit, point = form.rules.unit, QPointF(5, 5)
    before = unit.currentIndex()
    for step in (-120, 120):
        turned = QWheelEvent(
            point, unit.mapToGlobal(point), QPoint(), QPoint(0, step), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(unit, turned)
        assert unit.currentIndex() == before
    form.deleteLater()
