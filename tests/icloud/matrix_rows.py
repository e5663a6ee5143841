"""The faults, one row each: what is wrong, what it hits, what the host is told and how the app stands during it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Literal

from tests.icloud.matrix_row import Hit, Row
from tests.icloud.matrix_run import NEW_PASSWORD, Day
from workestra_desktop.core.commands import SignIn, SyncNow
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code

_WRITES = (Hit.CREATE, Hit.UPDATE, Hit.DELETE)
_DOWN, _SLOW, _BLOCKED = (Code.ICLOUD_DOWN,), (Code.SLOW_DOWN,), (Code.BLOCKED,)
_REFUSED = (Code.WRITE_REFUSED, Code.NEEDS_ATTENTION)
_FINE, _OFF, _HELP = State.UP_TO_DATE, State.OFFLINE, State.ATTENTION


def _status(status: int, **more: object) -> dict[str, object]:
    return {"kind": "status", "status": status, **more}


def _aimed(name: str, fault: Mapping[str, object], hits: tuple[Hit | None, ...], codes: tuple[Code, ...],
           state: State, **more: object) -> Iterator[Row]:  # fmt: skip
    """The same fault for each kind of request, None for all of them. Reading a calendar is that calendar's trouble."""
    for hit in hits:
        aim = () if hit is None else (hit,)
        of_a_calendar = hit in (Hit.SYNC, Hit.MULTIGET) and codes == _DOWN
        stands = _HELP if of_a_calendar and state is _OFF else state
        yield Row(name, codes, stands, aim, {"times": 1 if aim else None, **fault}, **more)  # type: ignore[arg-type]


def _rows() -> Iterator[Row]:
    yield from _broken_connections()
    yield from _others_in_between()
    yield from _refusals()
    yield from _pauses()
    yield from _nonsense()
    yield from _moves()
    yield from _passwords_and_clocks()
    yield from _oddities()
    yield from _hosts()


def _broken_connections() -> Iterator[Row]:
    hang, lost = {"kind": "hang"}, {"kind": "lose_answer"}
    yield from _aimed("answers come late, but in time", {"kind": "delay", "seconds": 0.03}, (None,), (), _FINE)
    late = {"kind": "delay", "seconds": 0.6}
    yield from _aimed("carried out, but answered too late", late, (Hit.CREATE, Hit.UPDATE), _DOWN, _FINE, brisk=True,
                      before_each=_landed)  # fmt: skip
    yield from _aimed("carried out, but answered too late", late, (Hit.DELETE,), _DOWN, _OFF, brisk=True,
                      before_each=_landed)  # fmt: skip
    yield from _aimed("no answer, ever", hang, (None, Hit.SYNC, Hit.GET, *_WRITES), _DOWN, _OFF, brisk=True)
    yield from _aimed("no answer, ever", hang, (Hit.QUERY,), _DOWN, _FINE, brisk=True)
    yield from _aimed("byte by byte", {"kind": "drip", "seconds": 0.1}, (Hit.SYNC,), _DOWN, _OFF, brisk=True)
    yield from _aimed("connection reset", {"kind": "reset"}, (None, Hit.SYNC, Hit.CREATE), _DOWN, _OFF)
    yield from _aimed(
        "connection reset within the answer",
        {"kind": "reset", "after": 40},
        (Hit.LISTING, Hit.MULTIGET, Hit.GET),
        _DOWN,
        _OFF,
    )
    yield from _aimed("connection reset within the answer", {"kind": "reset", "after": 40}, (Hit.QUERY,), _DOWN, _FINE)
    yield from _aimed("half an answer", {"kind": "truncate"}, (None, Hit.GET), _DOWN, _OFF)
    yield from _aimed("connection closed", {"kind": "close"}, (None,), _DOWN, _OFF)
    yield from _aimed("carried out, but the answer is lost", lost, (Hit.CREATE, Hit.UPDATE), _DOWN, _FINE)
    yield from _aimed("carried out, but the answer is lost", lost, (Hit.DELETE,), _DOWN, _OFF)
    yield from _aimed(
        "carried out, but answered 504", _status(504, carried_out=True), (Hit.CREATE, Hit.UPDATE), _DOWN, _FINE
    )
    yield from _aimed("carried out, but answered 504", _status(504, carried_out=True), (Hit.DELETE,), _DOWN, _OFF)


def _others_in_between() -> Iterator[Row]:
    page, elsewhere = {"kind": "login_page"}, {"kind": "login_page", "location": "https://wifi.example.com/login"}
    yield from _aimed(
        "a network's sign-in page (200)", page, (None, Hit.SYNC, Hit.GET, Hit.CREATE, Hit.DELETE), _BLOCKED, _OFF
    )
    yield from _aimed("a network's sign-in page (200)", page, (Hit.QUERY,), _BLOCKED, _FINE)
    yield from _aimed("sent to a network's sign-in page (302)", elsewhere, (None, Hit.CREATE), _BLOCKED, _OFF)
    yield from _aimed("a proxy wants a password (407)", _status(407), (None,), _BLOCKED, _OFF)
    yield Row("a certificate nobody vouches for", _BLOCKED, _OFF, begin=lambda day: day.standin.tls(True),
              end=lambda day: day.standin.tls(False))  # fmt: skip


def _refusals() -> Iterator[Row]:
    in_use, withdrawn = Code.SIGN_IN_REFUSED, Code.RECONNECT_NEEDED
    yield from _aimed("401 from Apple, again and again", _status(401), (None,), (in_use, withdrawn), _HELP,
                      mend=_same_password)  # fmt: skip
    yield from _aimed("401 from Apple, once", _status(401), (Hit.SYNC,), _DOWN, _FINE, strikes=1)
    yield from _aimed("401 from Apple to writes only", _status(401), (Hit.CREATE, Hit.DELETE), (in_use,), _HELP)
    yield from _aimed("403", _status(403), (None, Hit.MULTIGET), _DOWN, _OFF)
    yield from _aimed("403", _status(403), (Hit.SYNC,), (), _FINE)
    yield from _aimed("403", _status(403), (Hit.QUERY,), _DOWN, _FINE)
    yield from _aimed("403", _status(403), (Hit.GET,), (), State.WAITING)
    yield from _aimed("403", _status(403), _WRITES, _REFUSED, _HELP)
    yield from _aimed("412, again and again", _status(412), (Hit.CREATE,), _REFUSED, _HELP)
    yield from _aimed("412, again and again", _status(412), (Hit.UPDATE,), _REFUSED, _HELP, mend=_sync_now)
    yield from _aimed("412, again and again", _status(412), (Hit.DELETE,), (), State.WAITING)
    yield from _aimed("412, once", _status(412), _WRITES, (), _FINE, strikes=1)


def _pauses() -> Iterator[Row]:
    short, long = {"headers": {"Retry-After": "3"}}, {"headers": {"Retry-After": "900"}}
    yield from _aimed("429, wait 3 s, once", _status(429, **short), (None, Hit.CREATE), (), _FINE, strikes=1)
    yield from _aimed("429, wait 3 s, always", _status(429, **short), (None,), _SLOW, _OFF)
    yield from _aimed("429, wait 15 min", _status(429, **long), (None,), _SLOW, _OFF)
    yield from _aimed(
        "503, wait 3 s, once",
        _status(503, **short),
        (Hit.LISTING, Hit.GET, Hit.CREATE, Hit.DELETE),
        (),
        _FINE,
        strikes=1,
    )
    yield from _aimed("503, wait 3 s, always", _status(503, **short), (None,), _SLOW, _OFF)
    yield from _aimed("503, wait 15 min", _status(503, **long), (None, Hit.SYNC), _SLOW, _OFF)
    yield from _aimed("503, wait 15 min", _status(503, **long), (Hit.QUERY,), _SLOW, _FINE)
    yield from _aimed("503, wait 15 min", _status(503, **long), (Hit.GET, Hit.CREATE), _SLOW, State.WAITING)
    yield from _aimed("503, wait 15 min", _status(503, **long), (Hit.DELETE,), _SLOW, _OFF)
    yield from _aimed("503", _status(503), (None, Hit.CREATE), _DOWN, _OFF)


def _nonsense() -> Iterator[Row]:
    cut, empty, garbage = {"kind": "cut_listing"}, {"kind": "empty_multistatus"}, {"kind": "garbage"}
    yield from _aimed("500", _status(500), (None, Hit.SYNC, Hit.CREATE), _DOWN, _OFF)
    yield from _aimed("500", _status(500), (Hit.QUERY,), _DOWN, _FINE)
    yield from _aimed("502", _status(502), (None,), _DOWN, _OFF)
    yield from _aimed("507", _status(507), (Hit.CREATE,), _REFUSED, _HELP)
    yield from _aimed("XML that breaks off", garbage, (Hit.LISTING, Hit.SYNC, Hit.MULTIGET), _DOWN, _OFF)
    yield from _aimed("an empty multistatus", empty, (Hit.LISTING, Hit.SYNC), _DOWN, _OFF)
    yield from _aimed("an empty multistatus", empty, (Hit.MULTIGET, Hit.QUERY), (), _FINE)
    yield from _aimed("half of the answers left out", cut, (Hit.LISTING,), _DOWN, _HELP)
    yield from _aimed("half of the answers left out", cut, (Hit.SYNC, Hit.MULTIGET, Hit.QUERY), (), _FINE)
    yield from _aimed("half of the answers left out, tokens expired", cut, (Hit.SYNC,), (), _FINE, before_each=_expire)
    yield from _aimed("ETag missing", {"kind": "no_etag"}, (Hit.GET, Hit.CREATE, Hit.UPDATE), (), _FINE)


def _moves() -> Iterator[Row]:
    places: tuple[tuple[Literal["refuse", "404", "421", "503"], tuple[Code, ...]], ...] = (
        ("refuse", ()),
        ("404", ()),
        ("421", ()),
        ("503", _DOWN),
    )
    for old, codes in places:
        yield Row(f"the account moves, its old host answers {old}", codes, _FINE, where="partition", begin=_moved(old))
    yield Row("the entry host serves nothing below its root (301)", (), _FINE, switches={"below_root": "301"},
              where="entry host")  # fmt: skip
    yield Row("the account moves, and the entry host serves nothing below its root (301)", (), _FINE,
              switches={"below_root": "301"}, where="both hosts",
              begin=_moved("refuse"))  # fmt: skip
    yield Row("the entry host serves nothing below its root (404)", (), _FINE, switches={"below_root": "404"},
              where="entry host")  # fmt: skip
    yield Row("the account moves, and the entry host serves nothing below its root (404)", _DOWN, _OFF,
              switches={"below_root": "404"}, where="both hosts",
              begin=_moved("refuse"))  # fmt: skip
    for variant in "ABCD":
        yield Row(f"sync tokens expire again and again (variant {variant})", (), _FINE, before_each=_expire,
                  switches={"invalid_token": variant}, where=Hit.SYNC.value)  # fmt: skip


def _passwords_and_clocks() -> Iterator[Row]:
    two_hours = timedelta(hours=2)
    yield Row("password withdrawn, then a new one", (Code.SIGN_IN_REFUSED, Code.RECONNECT_NEEDED), _HELP,
              begin=lambda day: day.standin.revoke(), end=lambda day: day.standin.allow(NEW_PASSWORD),
              mend=_new_password)  # fmt: skip
    yield Row("this computer's clock 2 h behind, sign-in refused", (Code.CLOCK_WRONG,), _HELP, clock_ahead=two_hours,
              begin=lambda day: day.standin.revoke(),
              end=lambda day: day.standin.allow(day.standin.password))  # fmt: skip
    yield Row("Apple's clock 2 h ahead", (), _FINE, clock_ahead=two_hours)
    yield Row("Apple's clock 2 h behind", (), _FINE, clock_ahead=-two_hours)


def _oddities() -> Iterator[Row]:
    reports, gone = "reports and listings", "multiget REPORT · GET"
    yield Row(
        "new events hidden for 30 min", (), _FINE, switches={"hide_new": 1800.0}, where=reports, end=_half_an_hour
    )
    yield Row("new events hidden for 30 min, tokens expired", (), _FINE, switches={"hide_new": 1800.0}, where=reports,
              before_each=_expire, end=_half_an_hour)  # fmt: skip
    yield Row("bookings hidden for 30 min", (), _FINE, begin=_hide, where=reports, end=_half_an_hour)
    yield Row("bookings hidden for 30 min, tokens expired", (), _FINE, begin=_hide, where=reports, end=_half_an_hour,
              before_each=_expire)  # fmt: skip
    yield Row("a booking that is listed, but 404", (), _FINE, begin=_ghost_c, end=_no_ghost, where=gone)
    yield Row("a new event that is listed, but 404", (), _FINE, switches={"ghosts": "lunch"}, where=gone)
    yield Row("bookings saved anew again and again", (), _FINE, before_each=_resave, where="bookings")
    yield Row(
        "saved anew before every second write", (), _FINE, switches={"resave_every": 2}, where="PUT update · DELETE"
    )
    yield Row("saved anew before each write", _REFUSED, _HELP, switches={"resave_every": 1}, mend=_sync_now,
              where="PUT update · DELETE")  # fmt: skip
    yield Row("changes listed twice", (), _FINE, switches={"duplicates": True}, where=Hit.SYNC.value)
    yield Row("deleted names and UIDs refused", (), _FINE, switches={"tombstones": True}, where=Hit.CREATE.value)
    yield Row("any ETag will do", (), _FINE, switches={"delete_ignores_stale": True}, before_each=_resave,
              where=Hit.DELETE.value)  # fmt: skip
    yield Row("no ETag for every second write", (), _FINE, switches={"forget_etag_every": 2}, where="PUT")
    yield Row("packed with gzip", (), _FINE, switches={"gzip": True})


def _hosts() -> Iterator[Row]:
    off = (Code.OFFLINE,)
    yield Row("both hosts down", off, _OFF, begin=lambda day: day.standin.down(), end=lambda day: day.standin.up())
    yield Row("partition down", off, _OFF, begin=lambda day: day.standin.down("partition"),
              end=lambda day: day.standin.up("partition"), where="partition")  # fmt: skip
    for hit in (Hit.SYNC, Hit.CREATE):
        yield Row("idle connection hung up", (), _FINE, (hit,), before_hit=lambda day: day.standin.hang_up())


def _same_password(day: Day) -> None:
    day.place.desk.execute(SignIn(day.standin.user, day.standin.password))


def _new_password(day: Day) -> None:
    day.place.desk.execute(SignIn(day.standin.user, NEW_PASSWORD))


def _sync_now(day: Day) -> None:
    day.place.desk.execute(SyncNow())


def _expire(day: Day) -> None:
    day.standin.expire_tokens()


def _moved(old: Literal["refuse", "404", "421", "503"]) -> Callable[[Day], None]:
    return lambda day: day.standin.move_partition(old)


def _half_an_hour(day: Day) -> None:
    day.place.clock.forward(minutes=30)


def _landed(day: Day) -> None:
    """Waits until what the app gave up waiting for has arrived. Raises TimeoutError."""
    end = time.monotonic() + 20
    while any(exchange.ended is None for exchange in day.standin.log()):
        if time.monotonic() > end:
            raise TimeoutError("a request is still under way")
        time.sleep(0.02)


def _hide(day: Day) -> None:
    for name in day.bookings:
        day.standin.hide(day.path(name), 1800.0)


def _ghost_c(day: Day) -> None:
    day.standin.switch(ghosts=day.bookings["C"].uid)


def _no_ghost(day: Day) -> None:
    day.standin.switch(ghosts="")


def _resave(day: Day) -> None:
    for name in day.bookings:
        if day.standin.get(day.path(name)) is not None:
            day.standin.resave(day.path(name))


ROWS = tuple(_rows())
