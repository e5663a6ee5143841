"""The classifier, end to end: from what the stand-in does to the words in the window and the code of the command.

Each row of `situations.SITUATIONS` is played twice: to the real command, a child process, and to the real window with
its engine's thread. While it lasts the words are those of product.md §4 and nothing is lost; afterwards the same line,
or “Sync now”, works, and every booking is in iCloud once.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from tests.cli.command import ZONE, Workestra
from tests.icloud.situations import BOOK, CONNECT, ELSEWHERE, SITUATIONS, Scenery, Shown, Situation
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy
from tests.support.servers import PASSWORD
from tests.support.windows import OFFSCREEN, OpenWindow, Stage, until
from workestra_desktop.assembly import open_desk
from workestra_desktop.core.booking import InCloud, Status
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Code
from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.desktop.lock import SyncLock
from workestra_desktop.sync import desk
from workestra_desktop.ui.book_dialog import BookDialog
from workestra_desktop.ui.tongue import speak
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN

STARTS = ("2031-12-01T10:00+01:00", "2031-12-02T10:00+01:00", "2031-12-03T10:00+01:00")


def book(host: Workestra, start: str, *more: str) -> Any:
    return host("book", "meeting", "--start", start, "--guest", "Jo", "--outside-rules", *more)


def furnish(icloud: ICloud) -> None:
    icloud.mkcalendar("work", "Work", order=1)
    icloud.mkcalendar("family", "Family", order=2)


@dataclass(frozen=True)
class Prepared:
    """A profile to copy, with one booking in iCloud and two that wait; and the text of the one."""

    folder: Path
    path: str
    text: str


@pytest.fixture(scope="module")
def prepared(standin_process: StandIn, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    folder = tmp_path_factory.mktemp("prepared")
    standin_process.reset([])
    icloud = ICloud(standin_process, folder / "icloud")
    furnish(icloud)
    host = Workestra(folder, icloud.url)
    host.connect(icloud)
    path = unquote(book(host, STARTS[0])["href"])
    for start in STARTS[1:]:
        book(host, start, "--offline")
    return Prepared(folder, path, icloud.get(path)[0])


@dataclass
class Slow:
    """Commands that wait 30 s before they say what is wrong: begun before all other tests, asked after them."""

    busy: subprocess.Popen[str]
    hanging: subprocess.Popen[str]


@pytest.fixture(scope="module", autouse=True)
def slow(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Slow]:
    folder = tmp_path_factory.mktemp("slow")
    shutil.copytree(prepared.folder, folder / "busy")
    (folder / "hanging").mkdir()

    def start(host: Workestra, *line: str) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        child = subprocess.Popen(
            host.line(*line), env=host.environment(), stdin=pipe, stdout=pipe, stderr=pipe, text=True
        )
        assert child.stdin is not None
        child.stdin.write(PASSWORD + "\n")
        child.stdin.flush()
        return child

    lock = SyncLock(folder / "busy" / "profile")
    with StandIn(folder / "log") as other, lock.held(5):
        other.fault("hang", times=None)
        children = Slow(
            start(Workestra(folder / "busy", "http://127.0.0.1:9/"), "sync", "--json"),
            start(Workestra(folder / "hanging", other.url), *CONNECT, "--json"),
        )
        try:
            yield children
        finally:
            for child in (children.busy, children.hanging):
                child.kill()
                child.communicate()


@pytest.fixture
def scene(icloud: ICloud, prepared: Prepared, tmp_path: Path) -> Scenery:
    folder = tmp_path / "host"
    shutil.copytree(prepared.folder, folder)
    furnish(icloud)
    icloud.put("work", prepared.path.rsplit("/", 1)[-1], prepared.text)
    return Scenery(icloud, folder / "profile")


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


def snapshot(scene: Scenery) -> Snapshot:
    with open_desk(scene.profile, {"WORKESTRA_ENDPOINT": scene.icloud.url}) as found:
        return found.snapshot()


def begun(scene: Scenery, row: Situation) -> Scenery:
    """The scenery of this row, at its worst."""
    if row.fresh:
        scene.profile = scene.profile.parent / "fresh"
        scene.profile.mkdir()
    row.cause(scene)
    return scene


def told(pattern: str, said: str, at: Snapshot | None, zone: str) -> bool:
    """Whether `said` is `pattern` with the facts of `at`."""
    if "{" not in pattern:
        return said == pattern
    facts = {"subject": r".*(Dentist|rules|hours|link|window|days).*"}
    where = ZoneInfo(zone)
    if at is not None and at.last_poll is not None:
        facts["last"] = f"{at.last_poll.astimezone(where):%H:%M}"
    if at is not None and at.next_poll is not None:
        facts["next"] = f"{at.next_poll.astimezone(where):%H:%M}"
    literal = re.escape(pattern).replace(r"\{", "{").replace(r"\}", "}")
    return re.fullmatch(literal.format(**facts), said) is not None


def kept(before: Snapshot, after: Snapshot, *, same_uid: bool = True) -> None:
    """Every booking is there, with its time and guest, and not cancelled."""
    then = {(b.id, b.start, b.guest, b.uid if same_uid else "") for b in before.bookings}
    now = {
        (b.id, b.start, b.guest, b.uid if same_uid else "") for b in after.bookings if b.status is not Status.CANCELLED
    }
    assert len(then) == len(STARTS)
    assert then <= now


def in_icloud_once(scene: Scenery, after: Snapshot) -> None:
    assert {b.sync for b in after.bookings} == {InCloud.SYNCED}
    texts = scene.icloud.texts("work").values()
    assert [sum(b.uid in text for text in texts) for b in after.bookings] == [1] * len(after.bookings)
    assert scene.icloud.standin.mails() == []


# -------------------------------------------------------------------------------------------------------- the command


def command(scene: Scenery) -> Workestra:
    env = scene.env | {"WORKESTRA_PROFILE": str(scene.profile)}
    return Workestra(scene.profile.parent, scene.icloud.standin.url, env)


def by_name(row: Situation) -> str:
    return row.name.replace(" ", "-")


@pytest.mark.parametrize("row", [r for r in SITUATIONS if r.command], ids=by_name)
def test_the_command(scene: Scenery, row: Situation) -> None:
    before = snapshot(scene)
    begun(scene, row)
    scene.icloud.standin.forget_log()
    host = command(scene)
    if row.code is Code.CALENDAR_GONE:
        host("sync")  # the calendar itself is asked, before it counts as gone
    error = host(*row.line, stdin=row.typed + "\n", exit_code=row.exit)["error"]
    assert (error["code"], error["title"], error["action"]) == (row.code, row.title, row.action)
    assert told(row.body, error["message"], before, ZONE), error["message"]
    assert scene.icloud.user not in str(error)
    if row.code in (Code.NOT_APP_PASSWORD, Code.NOT_CONNECTED, Code.BAD_INPUT, Code.NOT_FOUND):
        assert scene.icloud.standin.log() == []
    if row.code is not Code.PROFILE_NEWER:
        during = snapshot(scene)
        if not row.fresh:
            kept(before, during)
            assert all(b.status is not Status.CANCELLED for b in during.bookings)
            if row.shown is Shown.BAR:
                assert (during.state, during.problems[0].code) == (row.state, row.code)

    row.mend(scene)
    if row.variant:
        return
    host = command(scene)
    if row.fresh:
        if row.line[0] == "connect":
            assert host(*CONNECT, stdin=PASSWORD + "\n")["write_to"]
        return
    if row.typed_then != PASSWORD:
        host(*CONNECT, stdin=row.typed_then + "\n")
    if row.code is Code.CALENDAR_GONE:
        host("calendars", "--write-to", "Family")
        assert host(*BOOK)["sync"] == "synced"
        kept(before, snapshot(scene), same_uid=False)  # what was never written goes there under a name of its own
        return
    host("sync")
    after = snapshot(scene)
    kept(before, after)
    in_icloud_once(scene, after)
    assert (after.state, after.problems) == (State.UP_TO_DATE, ())


def test_the_command_and_a_page_that_asks_for_a_sign_in(icloud: ICloud, proxy: Proxy, tmp_path: Path) -> None:
    """401 without Apple's challenges is a page of somebody else's, and no word about the password."""
    furnish(icloud)
    proxy.answer("*", status=401, headers={"Content-Type": "text/html"}, body=b"<html>Sign in</html>", times=None)
    host = Workestra(tmp_path, proxy.url)
    assert host.error(*CONNECT, stdin=PASSWORD + "\n") == "blocked"
    proxy.clear()
    host.connect(icloud)


def test_a_portal_between_two_refusals_is_no_refusal(scene: Scenery) -> None:
    """401, portal, portal: not locked, however long it lasts, for only Apple's host can refuse (product.md §3).

    The next 401 of Apple's own, 31 s after the first, is the second one, whatever came between.
    """
    icloud = scene.icloud
    host = Workestra(scene.profile.parent, icloud.url)
    icloud.standin.revoke()
    assert host.error("sync") == "sign_in_refused"
    scene.refused_before()
    for portal in ({"kind": "login_page"}, {"kind": "status", "status": 407}):
        icloud.standin.fault(times=None, **portal)
        assert host.error("sync") == "blocked"
        icloud.standin.clear()
    assert [p.code for p in snapshot(scene).problems] == [Code.BLOCKED]
    icloud.standin.allow(PASSWORD)
    host("sync")
    icloud.standin.revoke()
    assert host.error("sync") == "sign_in_refused", "a good answer between them: the first of a new row"
    scene.refused_before()
    assert host.error("sync") == "reconnect_needed"
    icloud.standin.forget_log()
    assert host.error("sync") == "reconnect_needed"
    assert icloud.standin.log() == [], "no more tries until the host acts"


def test_every_code_has_a_row() -> None:
    rows = {row.code for row in SITUATIONS}
    assert rows | set(ELSEWHERE) == set(Code)
    assert not rows & set(ELSEWHERE)
    assert all(row.why for row in SITUATIONS if row.shown is Shown.NOWHERE or not row.command)
    for reason in ELSEWHERE.values():
        test = re.search(r"test_\w+$", reason)
        assert test is None or test[0] in globals()


# --------------------------------------------------------------------------------------------------------- the window


def heard(labels: tuple[QLabel, QLabel]) -> tuple[str, str]:
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    title, message = labels
    return title.text(), message.text()


async def choose(dialog: BookDialog, scene: Scenery) -> None:
    """A guest, and the third free time of the second day that has some."""
    await until("free times", lambda: dialog.picker.days.count() > 1)
    dialog.picker.days.setCurrentRow(1)
    dialog.picker.times.setCurrentRow(2)
    scene.at = dialog.picker.chosen
    dialog.guest.setText("Jo")


@pytest.mark.parametrize("row", [r for r in SITUATIONS if r.shown in (Shown.BAR, Shown.DIALOG)], ids=by_name)
def test_the_window(stage: Stage, scene: Scenery, row: Situation) -> None:
    before = snapshot(scene)
    if row.shown is Shown.BAR and not row.fresh:
        begun(scene, row)
    run = stage.open(scene.profile, scene.icloud.url, vault=Held())

    async def story() -> None:
        await run.start()
        if row.shown is Shown.BAR:
            bar = run.window.bookings_page.problems
            if row.code is Code.CALENDAR_GONE:  # a single 403 proves nothing
                await until("the first doubt", lambda: run.now.state is State.ATTENTION)
                run.window.sync_now()
            await until(f"“{row.title}”", lambda: bar.isVisible() and bar.title.text() == row.title)
            await until("the end of the round", lambda: run.now.state is row.state)
            title, message = heard((bar.title, bar.message))
            assert bar.accessibleName() == f"{title}. {message}"
            shown = run.window.status.text.text()
            assert run.window.tray.menu.state_action.text() == shown
            assert shown.startswith({State.OFFLINE: "Offline", State.ATTENTION: "Needs your attention"}[row.state])
        else:
            await run.calm()
            await until("all written", lambda: run.now.state is State.UP_TO_DATE)
            run.window.new_booking()
            dialog = await run.dialog_of(BookDialog)
            await choose(dialog, scene)
            begun(scene, row)
            dialog.submit()
            await until(f"“{row.title}”", dialog.trouble.isVisible)
            title, message = heard((dialog.trouble.title, dialog.trouble.message))
            dialog.reject()
            await run.back()
        assert title == row.title
        assert told(row.in_window or row.body, message, run.now, run.now.host_zone), message
        assert "HTTP" not in message and str(row.code) not in message
        kept(before, run.now)
        assert all(b.status is not Status.CANCELLED for b in run.now.bookings)

        row.mend(scene)
        if row.code is Code.CALENDAR_GONE:
            await run.quit()
            return
        if row.typed_then != PASSWORD:
            run.window.reconnect()
            await run.sign_in(password=row.typed_then)
            await until("the bookings", lambda: run.window.page is Page.BOOKINGS)
        run.window.sync_now()
        await until("all well", lambda: run.now.state is State.UP_TO_DATE and not run.now.problems)
        kept(before, run.now)
        in_icloud_once(scene, run.now)
        assert not run.window.bookings_page.problems.isVisible()
        await run.quit()

    stage.play(story())


class Held:
    """A keychain with the password, which takes a new one."""

    def __init__(self) -> None:
        self.password = PASSWORD

    def read(self, apple_id: str) -> str | None:
        return self.password

    def keep(self, apple_id: str, password: str) -> bool:
        self.password = password
        return True

    def forget(self, apple_id: str) -> None:
        raise AssertionError("nobody asked to forget it")


@pytest.mark.parametrize("row", [r for r in SITUATIONS if r.shown is Shown.CONNECT], ids=by_name)
def test_the_window_at_the_door(stage: Stage, scene: Scenery, row: Situation) -> None:
    begun(scene, row)
    run = stage.open(scene.profile, scene.icloud.standin.url)

    async def story() -> None:
        await run.start()
        page = run.window.connect_page
        await run.sign_in("host" if row.code is Code.BAD_INPUT else scene.icloud.user, row.typed)
        await until(f"“{row.title}”", page.trouble.isVisible)
        title, message = heard((page.trouble.title, page.trouble.message))
        assert (title, message) == (row.title, row.in_window or row.body)
        assert run.now.state is State.NOT_CONNECTED
        assert run.window.tray.menu.state_action.text() == "Not connected to iCloud"
        if row.name == "wrong pair":
            await again(run, row)
        row.mend(scene)
        if row.name != "a certificate nobody vouches for":  # the address itself is another afterwards
            await run.sign_in()
            await until("the calendar page", lambda: run.window.page is Page.CALENDARS)
        await run.quit()

    async def again(run: OpenWindow, row: Situation) -> None:
        """Refused again: the command has no memory for that, the page has."""
        box = run.window.connect_page.trouble
        await run.sign_in(password=row.typed)
        await until("the second refusal", lambda: box.isVisible() and box.title.text() != row.title)
        assert heard((box.title, box.message)) == (
            "Apple refused this sign-in again",
            (
                "Make a new app-specific password, and type the main address of the Apple Account it belongs to. "
                "Your bookings are kept here."
            ),
        )

    stage.play(story())


def test_the_window_and_a_page_that_asks_for_a_sign_in(
    stage: Stage, icloud: ICloud, proxy: Proxy, tmp_path: Path
) -> None:
    furnish(icloud)
    proxy.answer("*", status=401, headers={"Content-Type": "text/html"}, body=b"<html>Sign in</html>", times=None)
    run = stage.open(tmp_path / "profile", proxy.url)

    async def story() -> None:
        await run.start()
        box = run.window.connect_page.trouble
        await run.sign_in()
        await until("the trouble", box.isVisible)
        assert heard((box.title, box.message)) == (
            "Something between you and Apple answers instead",
            "A Wi-Fi login page, proxy or firewall blocks caldav.icloud.com.",
        )
        proxy.clear()
        await run.sign_in()
        await until("the calendar page", lambda: run.window.page is Page.CALENDARS)
        await run.quit()

    stage.play(story())


def test_the_window_finds_the_profile_busy(stage: Stage, scene: Scenery, monkeypatch: pytest.MonkeyPatch) -> None:
    (row,) = (r for r in SITUATIONS if r.shown is Shown.NOTICE)
    monkeypatch.setattr(desk, "LOCK_WAIT", 0.3)  # 30 s are too long for a test
    run = stage.open(scene.profile, scene.icloud.url, vault=Held())

    async def story() -> None:
        with SyncLock(scene.profile).held(5):
            await run.start()
            run.window.sync_now()
            line = run.window.bookings_page.notices.text
            await until("the notice", lambda: line.text() == f"{row.title}. {row.body}")
            assert line.textFormat() is Qt.TextFormat.PlainText
        run.window.sync_now()
        await until("all well", lambda: run.now.state is State.UP_TO_DATE)
        in_icloud_once(scene, run.now)
        await run.quit()

    stage.play(story())


def test_the_window_on_a_newer_profile(stage: Stage, scene: Scenery) -> None:
    (row,) = (r for r in SITUATIONS if r.shown is Shown.BOX)
    before = snapshot(scene)
    begun(scene, row)
    run = stage.open(scene.profile, scene.icloud.url, vault=Held())

    async def story() -> None:
        run.app.start()
        await until("the box", lambda: run.window.findChild(QMessageBox, "unusable") is not None)
        box = run.window.findChild(QMessageBox, "unusable")
        assert box is not None
        assert (box.text(), box.informativeText()) == (row.title, f"{row.body} {row.action}.")
        assert box.textFormat() is Qt.TextFormat.PlainText
        box.button(QMessageBox.StandardButton.Close).click()
        await until("the end", lambda: bool(run.ended))

    stage.play(story())
    row.mend(scene)
    kept(before, snapshot(scene))


# ------------------------------------------------------------------------------------------------- outside the table


def test_what_is_only_listed(scene: Scenery, prepared: Prepared) -> None:
    """Codes that are a problem of an event or a booking: no command ends in them, `status` lists them."""
    icloud = scene.icloud
    host = Workestra(scene.profile.parent, icloud.url, {"WORKESTRA_RECHECK_SECONDS": "0"})
    book(host, "2031-12-04T10:00+01:00")
    host("sync")
    name = prepared.path.rsplit("/", 1)[-1]
    icloud.put("work", name, prepared.text.replace("SEQUENCE:", "RRULE:FREQ=DAILY;COUNT=3\r\nSEQUENCE:"))
    icloud.put("work", "odd.ics", prepared.text.replace("DTSTART;", "DTSTART-WAS;").replace("UID:", "UID:x"))
    host("sync")
    found = {p["code"]: p for p in host("status")["problems"]}
    assert set(found) == {"needs_attention", "unreadable_event", "conflict"}
    assert found["conflict"]["title"] == "An event lies on a booking", "the series comes to lie on the other booking"
    assert found["unreadable_event"]["title"] == "An event can't be read"
    assert found["needs_attention"]["title"] == "A booking needs your attention"
    icloud.put("work", name, prepared.text)
    icloud.delete(f"{icloud.calendar('work')}odd.ics")
    host("sync")
    assert snapshot(scene).problems == ()

    for path in icloud.list("work"):
        icloud.delete(path)
    host("sync")
    host("sync")
    (gone,) = host("status")["problems"]
    assert (gone["code"], gone["title"]) == ("events_gone", "Several bookings' events are gone from iCloud")
    assert all(b.status is not Status.CANCELLED for b in snapshot(scene).bookings)


def test_a_profile_that_cannot_be_written(icloud: ICloud, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    host = Workestra(tmp_path, icloud.url, {"WORKESTRA_PROFILE": str(tmp_path / "file" / "profile")})
    assert host.error("status") == "disk"


def test_the_slow_ones(slow: Slow) -> None:
    """Silence of 30 s is iCloud's, and so long does the command wait for its turn."""
    for child, code, title in (
        (slow.busy, "profile_busy", "Another Workestra is busy with this profile"),
        (slow.hanging, "icloud_down", "iCloud isn't answering right now"),
    ):
        said, _ = child.communicate(timeout=100)
        error = json.loads(said)["error"]
        assert (child.returncode, error["code"], error["title"]) == (1, code, title)


# --------------------------------------------------------------------------------------------------------- in German

GERMAN = {
    "regular password typed": (
        "Das ist kein app-spezifisches Passwort",
        (
            "Ihr normales Passwort dürfen nur Apples eigene Apps benutzen. Ein app-spezifisches Passwort hat 16 "
            "Buchstaben, etwa abcd-efgh-ijkl-mnop. Es wurde nichts gesendet."
        ),
        "Bei Apple erstellen",
    ),
    "wrong pair": (
        "Apple hat diese Anmeldung nicht angenommen",
        (
            "Die E-Mail-Adresse ist nicht die Hauptadresse Ihres Apple-Accounts, oder das Passwort ist vertippt oder "
            "entfernt. Apple sagt Apps nicht, was davon."
        ),
        "Erneut versuchen",
    ),
    "revoked": (
        "iCloud braucht ein neues app-spezifisches Passwort",
        (
            "Apple hat das bisherige zurückgezogen. Das geschieht, wenn Sie Ihr Apple-Passwort ändern. Ihre Buchungen "
            "und Einstellungen sind sicher; 2 Änderungen warten."
        ),
        "Neues Passwort einfügen",
    ),
    "offline": (
        "Sie sind offline",
        "Freie Zeiten haben den Stand von heute, {last}; neue Buchungen warten, bis die Verbindung wieder da ist.",
        "Jetzt versuchen",
    ),
    "a login page": (
        "Statt Apple antwortet etwas anderes im Netz",
        "Eine WLAN-Anmeldeseite, ein Proxy oder eine Firewall sperrt caldav.icloud.com.",
        "Details",
    ),
    "500": (
        "iCloud antwortet gerade nicht",
        "Das liegt an Apple. Neue Buchungen warten. Nächster Versuch in 1 min.",
        "Jetzt versuchen",
    ),
    "clock wrong": (
        "Die Uhr Ihres Computers geht um 2 h 03 min falsch",
        "Apple lehnt Anmeldungen ab, wenn die Uhr falsch geht.",
        "Erneut versuchen",
    ),
    "no writable calendar": (
        "Diese Kalender sind nur lesbar",
        "Wir können 3 Kalender lesen, dürfen aber in keinen schreiben.",
        "Noch einmal nachsehen",
    ),
    "write calendar gone": (
        "„Work“ ist aus iCloud verschwunden",
        "Er wurde gelöscht oder wird nicht mehr geteilt. 3 anstehende Buchungen waren darin. Es wurde nichts abgesagt.",
        "Anderen Kalender wählen",
    ),
}
"""Every row of product.md §4, by the name of its situation: title, body and action."""


@pytest.fixture
def germany(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    assert speak(qapp, "de") == "de"
    yield
    speak(qapp, "en")
    QLocale.setDefault(before)


@pytest.mark.parametrize("row", [r for r in SITUATIONS if r.name in GERMAN], ids=by_name)
def test_the_window_in_german(germany: None, stage: Stage, scene: Scenery, row: Situation) -> None:
    title, body, action = GERMAN[row.name]
    begun(scene, row)
    run = stage.open(scene.profile, scene.icloud.standin.url, vault=None if row.fresh else Held())

    async def story() -> None:
        await run.start()
        told_by = run.window.bookings_page.problems if row.shown is Shown.BAR else run.window.connect_page.trouble
        if row.shown is Shown.CONNECT:
            await run.sign_in(scene.icloud.user, row.typed)
        if row.code is Code.CALENDAR_GONE:  # a single 403 proves nothing
            await until("the first doubt", lambda: run.now.state is State.ATTENTION)
            run.window.sync_now()
        await until(f"“{title}”", lambda: told_by.isVisible() and told_by.title.text() == title)
        if row.shown is Shown.BAR:
            await until("the end of the round", lambda: run.now.state is row.state)
        assert told(body, told_by.message.text(), run.now, run.now.host_zone), told_by.message.text()
        assert told_by.action.text().replace("&", "") == action
        row.mend(scene)
        await run.quit()

    stage.play(story())
