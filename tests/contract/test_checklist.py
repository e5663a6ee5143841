"""The checklist for a real account, run to its end and broken off, on servers of our own: it leaves nothing behind."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.live.answer import Secrets
from tests.live.checklist import ASKED, PAUSE
from tests.live.hand import READS, Watch
from tests.live.questions import TITLE
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.servers import ROOT, CalDavServer, Radicale, Xandikos
from workestra_desktop.demo.icloud.client import StandIn

SERVICE = "Workestra Desktop (local)"
START = datetime(2027, 3, 1, 9, tzinfo=UTC)


def environment(server: CalDavServer, folder: Path, *, password: str | None = None) -> dict[str, str]:
    """A person's terminal with the account named and its password in the keychain."""
    keys = folder / "keys.json"
    keys.write_text(json.dumps({f"{SERVICE}\n{server.user}": password or server.password}), "utf-8")
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHON_KEYRING_BACKEND": "tests.support.keyring_backend.FileKeyring",
        "WORKESTRA_TEST_KEYRING": str(keys),
        "WORKESTRA_ENDPOINT": server.url,
        "WORKESTRA_LIVE_APPLE_ID": server.user,
    }


def command(target: Path) -> list[str]:
    return [sys.executable, "-m", "tests.live.checklist", str(target)]


def run(target: Path, settings: dict[str, str], said: str = "yes\n") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(target), env=settings, cwd=ROOT, input=said, capture_output=True, text=True, timeout=100, check=False
    )


def children(server: CalDavServer) -> set[str]:
    body = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>'
    headers = {"Depth": "1", "Content-Type": "application/xml"}
    _, _, answer = server.request("PROPFIND", server.home, body, headers, expect=(207,))
    return {h.text or "" for h in ET.fromstring(answer).iter("{DAV:}href")}


@contextmanager
def stand_in(folder: Path) -> Iterator[ICloud]:
    with StandIn(folder / "standin.log") as standin:
        yield ICloud(standin, folder)
        assert standin.failures() == []


@pytest.fixture(params=[Radicale, Xandikos, stand_in], ids=["radicale", "xandikos", "icloud"])
def used(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CalDavServer]:
    """An account with a calendar and an event in it, which are nobody's business."""
    kind: Callable[[Path], AbstractContextManager[CalDavServer]] = request.param
    with kind(tmp_path) as server:
        server.mkcalendar("private", "Private matters")
        server.put("private", "secret.ics", event("secret", START, START + timedelta(hours=1), summary="Surgery"))
        yield server


def test_every_question_gets_an_answer_and_nothing_is_left(used: CalDavServer, tmp_path: Path) -> None:
    before = (children(used), used.list("private"))
    target = tmp_path / "answers.md"
    done = run(target, environment(used, tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (children(used), used.list("private")) == before
    written = target.read_text("utf-8")
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in written.splitlines() if line.startswith("| ")][2:]
    assert [row[0].strip() for row in rows] == [question for question, *_ in ASKED]
    assert all(cell.strip() for row in rows for cell in row)
    assert "no answer" not in written
    answers = {row[0].strip(): row[2] for row in rows}
    assert "HTTP 2" in answers["TZID without VTIMEZONE"]
    assert "PUT 201" in answers["One UID in two calendars"] or "PUT 204" in answers["One UID in two calendars"]
    assert re.search(r"by its new date: \d found", answers["Is a moved occurrence found?"])
    if isinstance(used, ICloud):
        writes = {e.path for e in used.standin.log() if e.method not in READS}
        made = {path for path in writes if path.endswith("/")}
        assert len(made) == 2
        assert all(any(path.startswith(calendar) for calendar in made) for path in writes)
        assert (used.standin.mails(), used.standin.pushes()) == ([], [])
    for question, *_ in ASKED:
        assert question.split()[0] in done.stdout
    for private in (used.user, used.password, used.password.replace("-", ""), "Surgery", "Private matters", "private"):
        assert private not in written + done.stdout.split("Go on?")[1] + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl+C to a whole console")
@pytest.mark.parametrize("sort", [signal.SIGINT, signal.SIGTERM], ids=["interrupt", "terminate"])
def test_broken_off_midway_it_cleans_up(used: CalDavServer, tmp_path: Path, sort: signal.Signals) -> None:
    before = (children(used), used.list("private"))
    target = tmp_path / "answers.md"
    with subprocess.Popen(
        command(target),
        env=environment(used, tmp_path),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write("yes\n")
        process.stdin.flush()
        for line in process.stdout:
            if line.startswith(" 4/"):
                break
        assert len(children(used)) == len(before[0]) + 2
        process.send_signal(sort)
        said, troubles = process.communicate(timeout=60)
    assert process.returncode == 130, said + troubles
    assert "nothing is left behind" in said
    assert (children(used), used.list("private")) == before
    assert "Traceback" not in troubles
    assert len(re.findall("^\\| ", target.read_text("utf-8"), re.MULTILINE)) < 2 + len(ASKED)


def test_without_consent_or_account_nothing_is_sent(used: CalDavServer, tmp_path: Path) -> None:
    target = tmp_path / "answers.md"
    settings = environment(used, tmp_path)
    used.stop()
    for said in ("no\n", "\n", ""):
        done = run(target, settings, said)
        assert (done.returncode, "Nothing was sent." in done.stdout) == (2, True)
    nobody = {**settings, "WORKESTRA_LIVE_APPLE_ID": ""}
    assert "WORKESTRA_LIVE_APPLE_ID" in run(target, nobody).stderr
    stranger = run(target, {**settings, "WORKESTRA_LIVE_APPLE_ID": "stranger@example.com"})
    assert f'-m keyring set "{SERVICE}" stranger@example.com' in stranger.stderr
    assert (stranger.returncode, target.exists()) == (2, False)
    target.write_text("mine")
    assert run(target, settings).returncode == 2
    assert target.read_text() == "mine"
    assert "127.0.0.1" in run(tmp_path / "new.md", {**settings, "WORKESTRA_ENDPOINT": "http://192.0.2.1/"}).stderr


def test_a_refused_password_ends_it_before_the_first_question(radicale: CalDavServer, tmp_path: Path) -> None:
    done = run(tmp_path / "answers.md", environment(radicale, tmp_path, password="zzzz-yyyy-xxxx-wwww"))
    assert done.returncode == 1
    assert "Signing in failed: sign_in_refused" in done.stderr
    assert "zzzz" not in done.stdout + done.stderr
    assert TITLE in done.stdout and not (tmp_path / "answers.md").exists()


def test_names_and_numbers_of_an_account_are_hidden() -> None:
    secrets = Secrets(("host@example.com", "host%40example.com", "abcd-efgh-ijkl-mnop", "abcdefghijklmnop"))
    told = "https://p62-caldav.icloud.com:443/17149682/calendars/ HOST@example.com abcdefghijklmnop 20270301T100000Z"
    assert secrets.hide(told) == "https://p62-caldav.icloud.com:443/<dsid>/calendars/ … … 20270301T100000Z"


def test_requests_begin_at_least_the_pause_apart() -> None:
    assert PAUSE >= 1.0
    watch = Watch(0.2)
    begun = time.monotonic()
    for _ in range(4):
        watch("GET", "http://127.0.0.1/")
    assert time.monotonic() - begun >= 0.6
    assert watch.sent == ["GET"] * 4
