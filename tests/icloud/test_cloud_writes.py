"""Writing, and what the phone does meanwhile: rows 22 to 39 of docs/icloud.md."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest

from tests.icloud.asking import CALENDAR, HOME, TIMES, Client, Clock, calendar, event, header, one, tag
from tests.icloud.test_cloud_entry import MINE_SHARED, READ_SHARE, WRITE_SHARE
from workestra_desktop.demo.icloud.cloud import Cloud

A = CALENDAR + "a.ics"


def test_row_22_etags_are_the_time_in_base_36(cloud: Cloud, client: Client, clock: Clock) -> None:
    clock.now = datetime(2026, 12, 1, tzinfo=UTC)
    first = client.put(A, one())
    assert int(tag(first).strip('"'), 36) == 1796083200000
    second = tag(client.put(A, one()))
    clock.pass_seconds(-3600)
    third = tag(client.put(A, one()))
    stamps = [int(each.strip('"'), 36) for each in (tag(first), second, third)]
    assert stamps == [stamps[0], stamps[0] + 1, stamps[0] + 2]
    assert client.propfind(A, "d:getetag").text("d:getetag") == third == cloud.names("home")[A]


@pytest.mark.parametrize(("text", "status", "page"), [
    (one("a", "DTSTART:20261201T090000Z"), 404, False),
    (one("a", "DTSTART:20261201T090000Z", "DTEND:20261201T090000Z"), 201, False),
    (one("a", "DTSTART:20261201T090000Z", "DURATION:PT1H"), 201, False),
    (calendar("METHOD:REQUEST", event()), 400, False),
    (calendar(event().replace("VEVENT", "VTODO")), 403, False),
    (calendar(event().replace("VEVENT", "VJOURNAL")), 500, False),
    (calendar(event("a"), event("b")), 403, False),
    (calendar(), 403, False),
    ("BEGIN:VCALENDAR\r\nnonsense\r\nEND:VCALENDAR\r\n", 400, True),
    (one()[:-20], 400, True),
    ("", 400, True),
    ("\n" + one(), 201, False),
    (one().replace("END:VEVENT", ""), 400, True),
    (one("a", "DTSTART:soon", "DTEND:20261201T090000Z"), 400, True),
    (one().replace("UID:u1\r\n", ""), 400, True),
    (one("a", *TIMES, TIMES[0]), 400, True),
    (one().replace("VERSION:2.0\r\n", ""), 400, True),
    (one("a", "DTSTART;TZID=Nowhere/Land:20261201T090000", "DURATION:PT1H"), 403, False),
    (one("a", "DTSTART;TZID=Europe/Berlin:20261201T090000", "DURATION:PT1H"), 201, False),
])  # fmt: skip
def test_row_23_what_a_body_must_be(cloud: Cloud, client: Client, text: str, status: int, page: bool) -> None:
    answer = client.put(A, text)
    assert (answer.status, answer.body.startswith(b"<html>")) == (status, page)
    assert (cloud.get(A) is not None) is (status == 201)


def test_row_23_the_rest_of_what_is_refused(cloud: Cloud, client: Client) -> None:
    assert client.put(A, one(), content_type="text/plain").status == 415
    assert client.put(A, one(), content_type=None).status == 415
    assert client.ask("PUT", A, b"\xff", content_type="text/calendar").status == 400
    cloud.switches.zone_needs_definition = True
    assert client.put(A, one("a", "DTSTART;TZID=Europe/Berlin:20261201T090000", "DURATION:PT1H")).status == 400
    assert client.put(HOME + "tasks/a.ics", one()).status == 403


def test_row_24_conditions(client: Client) -> None:
    assert client.put(A, one(), if_match='"abc"').status == 412
    created = client.put(A, one(), if_none_match="*")
    assert created.status == 201 and header(created, "ETag") is not None
    assert client.put(A, one(), if_none_match="*").status == 412
    assert client.put(A, one(), if_match="*").status == 412
    assert client.put(CALENDAR + "b.ics", one("b"), if_match="*").status == 201
    updated = client.put(A, one(), if_match=tag(created))
    assert (updated.status, updated.body) == (204, b"")
    stale = client.put(A, one(), if_match=tag(created))
    assert (stale.status, stale.body) == (412, b"")
    assert client.put(A, one(), if_match="W/" + tag(updated)).status == 412
    assert client.put(A, one(), if_match=tag(updated).strip('"')).status == 412
    assert client.put(A, one()).status == 204


def test_row_25_a_uid_is_there_once_in_the_account(cloud: Cloud, client: Client) -> None:
    cloud.put("work", "w.ics", one("u1"))
    assert client.put(A, one("u1")).status == 412
    assert client.put(HOME + "work/other.ics", one("u1")).status == 412
    assert client.put(A, one("u2")).status == 201
    assert client.put(A, one("u3")).status == 403
    cloud.delete(HOME + "work/w.ics")
    assert client.put(CALENDAR + "b.ics", one("u1")).status == 201


def test_row_26_an_etag_is_forgotten_now_and_then(cloud: Cloud, client: Client) -> None:
    cloud.switches.forget_etag_every = 3
    tags = [header(client.put(A, one()), "ETag") is not None for _ in range(6)]
    assert tags == [True, True, False, True, True, False]


def test_row_27_a_silent_re_save(cloud: Cloud, client: Client) -> None:
    first = tag(client.put(A, one()))
    second = cloud.resave(A)
    assert second != first and cloud.get(A) == (
        one().replace("END:VEVENT", "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC\r\nEND:VEVENT"), second,
    )  # fmt: skip
    assert client.put(A, one(), if_match=first).status == 412
    cloud.switches.resave_every = 2
    third = tag(client.put(A, one(), if_match=second))
    assert client.put(A, one(), if_match=third).status == 412
    now = cloud.names("home")[A]
    assert client.ask("DELETE", A, if_match=now).status == 204


def test_row_28_the_dead_do_not_come_back(cloud: Cloud, client: Client) -> None:
    def again() -> tuple[int, int]:
        cloud.delete(cloud.put("home", "a.ics", one("gone")))
        return client.put(A, one("new")).status, client.put(CALENDAR + "b.ics", one("gone")).status

    cloud.switches.tombstones = True
    assert again() == (412, 412)
    cloud.switches.tombstones = False
    assert again() == (201, 201)


def test_row_30_there_is_no_schedule_tag(cloud: Cloud, client: Client) -> None:
    cloud.put("home", "a.ics", one())
    assert client.propfind(A, "c:schedule-tag").status(A, "c:schedule-tag") == "404"
    assert header(client.ask("GET", A), "Schedule-Tag") is None
    assert client.put(A, one(), if_schedule_tag_match='"never"').status == 204


def test_row_31_delete_and_move(cloud: Cloud, client: Client) -> None:
    first = tag(client.put(A, one()))
    client.put(A, one())
    assert client.ask("DELETE", A, depth="0").status == 400
    assert client.ask("DELETE", A, if_match=first).status == 412
    assert client.ask("DELETE", A, if_match="*").status == 412
    assert client.ask("MOVE", A, destination=HOME + "work/a.ics").status == 412
    cloud.switches.delete_ignores_stale = True
    assert client.ask("DELETE", A, if_match=first).status == 204
    assert client.ask("DELETE", A).status == client.ask("GET", A).status == 404


def test_row_34_read_only_calendars(cloud: Cloud, client: Client) -> None:
    cloud.put(READ_SHARE, "a.ics", one("shared"))
    for answer in (client.put(READ_SHARE + "b.ics", one()), client.ask("DELETE", READ_SHARE + "a.ics")):
        assert (answer.status, answer.body) == (403, b"")
    assert client.ask("GET", READ_SHARE + "a.ics").status == 200
    cloud.set_privileges("home", "read")
    assert client.put(A, one()).status == 403
    cloud.set_privileges("home", "all")
    assert client.put(A, one()).status == 201


def test_row_35_bodies_come_back_byte_for_byte(cloud: Cloud, client: Client) -> None:
    odd = one("u", *TIMES, 'X-ODD;X-A="b:c":' + "é" * 60, "x-lower:1").replace("\r\n", "\n") + "\n\n"
    assert client.put(A, odd).status == 201
    got = client.ask("GET", A)
    assert (got.body, header(got, "Content-Type")) == (odd.encode(), "text/calendar; charset=utf-8")
    assert client.ask("HEAD", A).body == b"" and client.ask("HEAD", A).status == 200
    assert client.ask("GET", A, if_none_match=tag(got)).status == 304
    cloud.put("home", "raw.ics", "what a phone may have")
    assert client.ask("GET", CALENDAR + "raw.ics").body == b"what a phone may have"


INVITED = ("ORGANIZER:mailto:host@example.com", "ATTENDEE:mailto:host@example.com")


@pytest.mark.parametrize(("lines", "mails"), [
    ((*INVITED, "ATTENDEE:mailto:guest@example.org"), 3),
    ((*INVITED, "ATTENDEE;SCHEDULE-AGENT=CLIENT:mailto:guest@example.org"), 0),
    ((*INVITED, "ATTENDEE;SCHEDULE-AGENT=NONE:mailto:guest@example.org"), 0),
    (("ORGANIZER:mailto:else@example.org", "ATTENDEE:mailto:guest@example.org"), 0),
    (("ATTENDEE:mailto:guest@example.org",), 0),
    ((), 0),
])  # fmt: skip
def test_row_37_mails(cloud: Cloud, client: Client, lines: tuple[str, ...], mails: int) -> None:
    text = one("u", *TIMES, *lines)
    cloud.put("home", "phone.ics", text.replace("UID:u", "UID:p"))
    assert [client.put(A, text).status, client.put(A, text).status, client.ask("DELETE", A).status] == [201, 204, 204]
    assert len(cloud.mails()) == mails
    assert [each.split()[0] for each in cloud.mails()] == ["invitation", "update", "cancellation"][:mails]
    cloud.reset()
    assert cloud.mails() == []


def test_row_37_pushes(cloud: Cloud, client: Client) -> None:
    client.put(A, one("alone"))
    cloud.put(WRITE_SHARE, "phone.ics", one("phone"))
    assert cloud.pushes() == []
    client.put(WRITE_SHARE + "b.ics", one("b"))
    client.put(MINE_SHARED + "c.ics", one("c"))
    client.put(MINE_SHARED + "d.ics", one("c"))  # refused
    client.ask("DELETE", WRITE_SHARE + "b.ics")
    assert cloud.pushes() == [
        f"change: {WRITE_SHARE}b.ics", f"change: {MINE_SHARED}c.ics", f"cancellation: {WRITE_SHARE}b.ics",
    ]  # fmt: skip


def test_row_38_limits(client: Client) -> None:
    guests = [f"ATTENDEE;SCHEDULE-AGENT=CLIENT:mailto:g{number}@example.org" for number in range(301)]
    assert client.put(A, one("u", *TIMES, *guests)).status == 403
    assert client.put(A, one("u", *TIMES, *guests[:300])).status == 201
    assert client.put(A, one("u", *TIMES) + " " * (20 * 1024 * 1024)).status == 403


def test_row_39_nothing_is_made_outside_a_calendar(client: Client) -> None:
    for path in ("nowhere/a.ics", "home/deep/a.ics", "inbox/a.ics", "notification/a.ics", "a.ics", ""):
        assert client.put(HOME + path, one()).status == 403
    assert client.put("/a.ics", one()).status == 403


def test_the_phone_is_told_of_what_is_not_there(cloud: Cloud) -> None:
    assert cloud.get(A) is None
    for wrong in (lambda: cloud.delete(A), lambda: cloud.resave(A), lambda: cloud.move(A, "work"),
                  lambda: cloud.hide(A, 1), lambda: cloud.rmcalendar("none"), lambda: cloud.rename("none", "x"),
                  lambda: cloud.put("none", "a.ics", ""), lambda: cloud.put("home", "a/b.ics", ""),
                  lambda: cloud.get("/x"), lambda: cloud.mkcalendar("home")):  # fmt: skip
        with pytest.raises(ValueError):  # noqa: PT011 - each has its own words
            wrong()


def test_many_threads_at_once(cloud: Cloud, client: Client) -> None:
    statuses: list[int] = []

    def write(number: int) -> None:
        for turn in range(10):
            path = f"{CALENDAR}{number}-{turn}.ics"
            statuses.append(client.put(path, one(f"{number}-{turn}"), if_none_match="*").status)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert statuses == [201] * 40
    assert len(set(cloud.names("home").values())) == 40
