"""Addresses, tags and tokens made to do harm, in answers that are otherwise sound: they lead nowhere, and what was read
before stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from lxml import etree

from tests.hostile.child import HOUR
from tests.hostile.feed import Calendar, script
from tests.hostile.raw import Raw
from tests.hostile.texts import NINE, one
from tests.support.desks import Workplace, workplace
from tests.sync.scripted import HOME, Asked, Say, Scripted, account, collection, listed_event, multistatus
from tests.sync.stage import quiet_poll
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.sync.dav import multistatus as read
from workestra_desktop.sync.dav import path_of

WORK = f"{HOME}work/"


@pytest.fixture
def trap() -> Iterator[Raw]:
    with Raw() as nobody_asks:
        yield nobody_asks
        assert nobody_asks.asked == []


def a_desk(server: Scripted, folder: Path) -> AbstractContextManager[Workplace]:
    server.script = script({"work": Calendar("Work", {"x.ics": one("x", *NINE)}), "family": Calendar("Family")})
    return workplace(folder, server.url)


@pytest.mark.parametrize(
    "href",
    [
        "//{trap}{work}y.ics",
        "http://{trap}{work}y.ics",
        "http://u:p@{trap}{work}y.ics",
        "{work}../../../y.ics",
        "{work}%2e%2e/%2e%2e/y.ics",
        "{work}y&#10;z.ics",
        "{work}y&#13;&#10;Host: evil&#13;&#10;.ics",
        "http://[{work}y.ics",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "{work}" + "y" * 1_000_000,
    ],
    ids=lambda href: href[:40],
)
def test_an_event_that_lies_elsewhere_is_asked_for_nowhere_else(tmp_path: Path, trap: Raw, href: str) -> None:
    href = href.format(trap=trap.url[7:-1], work=WORK)
    with Scripted() as server, a_desk(server, tmp_path / "p") as place:
        place.connect()
        changed = multistatus(listed_event(href, "9"), token="t2")
        calendars = (collection(WORK, "Work", tag="t2"), collection(f"{HOME}family/", "Family", tag="t1"))
        sound = dict(script({"work": Calendar("Work", {"x.ics": one("x", *NINE)}, token="t2")}))

        def report(asked: Asked) -> Say:
            return Say(body=changed) if "sync-collection" in asked.body else sound["REPORT", WORK](asked)  # type: ignore[operator]

        server.script = {**sound, **account(*calendars), ("REPORT", WORK): report}
        server.asked.clear()
        quiet_poll(place)
        assert [b.title for b in place.desk.busy_blocks(HOUR)] == ["x"]
        asked = [a.path for a in server.asked if a.method == "GET"]
        assert all(path.startswith(WORK) and not {"..", "%2e%2e"} & set(path.split("/")) for path in asked)
        assert not [a for a in server.asked if "evil" in a.headers.get("host", "")]


@pytest.mark.parametrize(
    ("what", "harm"),
    [
        ("token", "t" * 10_000_000),
        ("name", "N" * 1_000_000),
        ("name", "a\nb\u202e\u200b<b>"),
        ("listed", "<owner><href>http://[</href></owner>"),
        ("listed", '<I:calendar-color xmlns:I="http://apple.com/ns/ical/">url(javascript:x)</I:calendar-color>'),
    ],
    ids=["a token of 10 MB", "a name of 1 MB", "a name in lines", "an owner of no address", "a colour"],
)
def test_a_calendar_with_absurd_properties_holds_up_no_other(tmp_path: Path, what: str, harm: str) -> None:
    work, odd = Calendar("Work", {"x.ics": one("x", *NINE)}), Calendar("Odd", {"y.ics": one("y", *NINE)})
    with Scripted(script({"work": work, "odd": odd})) as server, workplace(tmp_path / "p", server.url) as place:
        place.connect()
        setattr(odd, what, harm)
        work.objects["z.ics"] = one("z", *NINE)
        work.token = "t2"
        server.script = script({"work": work, "odd": odd})
        quiet_poll(place)
        names = {c.id: c.name for c in place.desk.calendars()}
        assert names[WORK] == "Work"
        assert all(name.isprintable() and len(name) <= 120 for name in names.values())
        assert sorted(b.title for b in place.desk.busy_blocks(HOUR)) == ["x", "y", "z"]
        problems = [p for p in place.desk.problems() if p.code is not Code.UNREADABLE_EVENT]
        assert bool(problems) is (what == "token"), "it is told of what could not be read"


@pytest.mark.parametrize(
    "tag", ['"a"\r\nX-Evil: 1', '"a\x00b"', '"\u202e\U0001f600"', '"' + "a" * 1_000_000 + '"', "ü"]
)
def test_an_absurd_etag_reaches_no_header(tmp_path: Path, tag: str) -> None:
    """A booking's own event has it: moving the booking sends it, or asks for another."""
    calendar = Calendar("Work", {"x.ics": one("x", *NINE)}, {"x.ics": tag.replace("\x00", "&#0;")})
    with Scripted(script({"work": calendar})) as server, workplace(tmp_path / "p", server.url) as place:
        place.connect()
        assert [b.title for b in place.desk.busy_blocks(HOUR)] == ["x"]
        (row,) = [place.store.mirror.get(WORK, f"{WORK}x.ics")]
        assert row is not None
        assert len(row.etag) <= 10_000
        assert not [character for character in row.etag if character < " "]
        gateway = place.desk.around.gateway(Scripted.__name__, "x", server.url)
        with pytest.raises(Failure) as failed:
            gateway.update(f"{WORK}x.ics", "text", row.etag or '"none"')
        assert failed.value.trouble.code is not Code.DEFECT
        assert not [a for a in server.asked if "x-evil" in a.headers]


def test_paths_are_compared_as_they_are_asked_for() -> None:
    assert path_of("//evil.example/a/b") == "/evil.example/a/b"
    assert path_of("/a/b/../../../c") == "/c"
    assert path_of("/a/%2e%2E/b/./c/") == "/b/c/"
    assert path_of("http://[/a") == "/a"
    assert path_of("/a//b") == "/a//b"


def test_a_status_of_odd_digits_is_none() -> None:
    body = (
        '<multistatus xmlns="DAV:"><response><href>/x</href><status>HTTP/1.1 ²00 OK</status></response></multistatus>'
    )
    assert read(etree.XML(body)).answers[0].status is None
