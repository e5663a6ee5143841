"""Names and titles made to do harm, where they are shown: the command's two kinds of output and the real window."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDesktopServices, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget

from tests.cli.command import Workestra
from tests.hostile.feed import Calendar, script
from tests.hostile.texts import TITLES, entry, one, whole
from tests.support.servers import PASSWORD, CalDavServer
from tests.support.windows import OFFSCREEN, OpenWindow, Stage, settle, until
from tests.sync.scripted import Scripted
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN

UNSEEN = "\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@pytest.fixture(scope="module")
def hostile() -> Iterator[Scripted]:
    """Events from an hour ago to in an hour under every title; broken ones, whose problems name them; and calendars
    with such names."""
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    span = tuple(
        f"{name}:{at:%Y%m%dT%H%M%SZ}"
        for name, at in (("DTSTART", now - timedelta(hours=1)), ("DTEND", now + timedelta(hours=2)))
    )
    calendars = {"work": Calendar("Work")}
    for number, title in enumerate(TITLES.values()):
        sound = one(f"s{number}", *span, title=title)
        broken = whole(entry(f"b{number}", *span, "RRULE:soon", title=title))
        calendars["work"].objects |= {f"s{number}.ics": sound, f"b{number}.ics": broken}
        name = "".join(c for c in title.replace("\\n", "\n") if c.isprintable() or c == "\n")
        calendars[f"c{number}"] = Calendar(name, {"x.ics": one(f"c{number}", *span, title=title)})
    with Scripted(script(calendars)) as server:
        yield server


BREAK = "\u200b"
"""The window itself puts it where a long word may be broken."""


def test_the_command_prints_one_plain_line_for_each(hostile: Scripted, tmp_path: Path) -> None:
    workestra = Workestra(tmp_path, hostile.url)
    workestra("connect", "--apple-id", CalDavServer.user, "--password-stdin", stdin=PASSWORD + "\n")
    now = datetime.now(UTC)
    day = ("--from", (now - timedelta(days=1)).isoformat(), "--to", (now + timedelta(days=2)).isoformat())
    lines = 0
    for command in (
        ["status"],
        ["busy", *day, "--explain", "--free"],
        ["explain", "meeting", "--at", now.isoformat()],
    ):
        said = workestra.run(*command)
        assert said.returncode == 0, said.stderr
        assert [c for c in said.stdout if c != "\n" and not c.isprintable()] == []
        assert not set(said.stdout) & set(UNSEEN)
        assert max(map(len, said.stdout.splitlines())) < 1000
        if command[0] == "busy":
            lines = len(said.stdout.splitlines())
    found = {name: workestra.run(name, *more, "--json").stdout for name, more in (("status", ()), ("busy", day))}
    for document in found.values():
        assert [c for c in document if c != "\n" and not " " <= c <= "~"] == []
        assert max(map(len, _texts(json.loads(document)))) < 1000
        assert not set("".join(_texts(json.loads(document)))) & set(UNSEEN)
    assert lines > 3 * len(TITLES)
    problems = json.loads(found["status"])["problems"]
    assert len(problems) == len(TITLES)
    assert sum("cannot be read" in json.dumps(p) for p in problems) == len(TITLES)
    report = tmp_path / "report.txt"
    workestra("diagnostics", str(report))
    assert not [t for t in ("passwd", "calc", "owned") if t in report.read_text()]


def _texts(document: object) -> Iterator[str]:
    match document:
        case str():
            yield document
        case dict():
            for value in document.values():
                yield from _texts(value)
        case list():
            for value in document:
                yield from _texts(value)
        case _:
            yield ""


def test_the_window_shows_text_and_nothing_else(
    hostile: Scripted, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    with Stage(qapp) as stage:
        run = stage.open(tmp_path / "profile", hostile.url)
        seen: set[str] = set()

        async def story() -> None:
            await run.start()
            await run.sign_in()
            await until("the calendar page", lambda: run.window.page is Page.CALENDARS)
            seen.update(_look(run))
            run.window.calendars_page.submit()
            await until("the last page", lambda: run.window.page is Page.DONE)
            seen.update(_look(run))
            run.window.done_page.open.click()
            await until("the bookings", lambda: run.window.page is Page.BOOKINGS)
            await run.calm()
            await settle()
            seen.update(_look(run))
            run.window.pages.go(Page.WEEK)
            page = run.window.week_page
            await until("the events", lambda: len(page.week.blocks) > 2 * len(TITLES) if page.week else False)
            await settle()
            seen.update(_look(run))

        stage.play(story())
    told = "\n".join(seen)
    assert "<img src=" in told and "<script>" in told, "nothing hostile was shown: this test looks at the wrong places"
    assert opened == []


def _look(run: OpenWindow) -> set[str]:
    """Every text in the window; fails for one that would be shown as more than text, or is too long or not plain."""
    texts: set[str] = set()
    for widget in [run.window, *run.window.findChildren(QWidget)]:
        if isinstance(widget, QLabel) and widget.text():
            rich = widget.textFormat() is not Qt.TextFormat.PlainText
            _check(widget, widget.text(), rich=rich)
            assert not widget.openExternalLinks(), widget.objectName()
            texts.add(widget.text())
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            for row in range(model.rowCount()):
                for column in range(model.columnCount()):
                    index = model.index(row, column)
                    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                        _check(widget, str(index.data(role) or ""), rich=False)
                        texts.add(str(index.data(role) or ""))
                    _check(widget, str(index.data(Qt.ItemDataRole.ToolTipRole) or ""), rich=True)
        for text in (widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()):
            _check(widget, text, rich=False)
            texts.add(text)
        for text in (widget.toolTip(), widget.whatsThis()):
            _check(widget, text, rich=True)
    for action in run.window.findChildren(QAction):
        _check(run.window, action.text(), rich=False)
        _check(run.window, action.toolTip(), rich=True)
    _check(run.window, run.window.tray.icon.toolTip(), rich=True)
    return texts


def _check(widget: QWidget, text: str, *, rich: bool) -> None:
    where = f"{type(widget).__name__} {widget.objectName()}: {text[:200]!r}"
    assert len(text) < 10_000, where
    assert not set(text) & (set(UNSEEN) - {BREAK}), where
    assert not [c for c in text if not c.isprintable() and c not in ("\n", "\u2029", BREAK)], where
    if rich and "<" in text:
        document = QTextDocument()
        document.setHtml(text)
        assert not [mark for mark in ("<img", "<a ") if mark in document.toHtml()], where
