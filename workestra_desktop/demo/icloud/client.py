"""The stand-in for the demo and the tests: a child process, told what to do through its control port."""

from __future__ import annotations

import http.client
import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any, Literal, Self
from urllib.parse import urlsplit

from workestra_desktop.demo.icloud.cloud import Cloud
from workestra_desktop.demo.icloud.journal import Exchange

READY_WITHIN = 30.0
"""Seconds; a generous bound for a busy machine, normally it takes half a second."""

_PATIENCE = 60.0
_ROOT = Path(__file__).resolve().parents[3]

HostName = Literal["entry", "partition"]


class StandIn:
    """The process, while the `with` block lasts. It ends with this one, however that ends.

    Every method but `start` and `stop` raises ValueError for what the stand-in refuses and RuntimeError when it broke.
    Its errors go to the file `log`, if there is one. Paths are decoded, calendars are named by the last part of theirs.
    """

    user = Cloud.APPLE_ID
    password = Cloud.PASSWORD
    home = f"/{Cloud.DSID}/calendars/"

    def __init__(self, log: Path | None = None) -> None:
        self._log = log
        self._process: subprocess.Popen[str] | None = None
        self._control = 0
        self.url = ""
        """The entry, where discovery starts."""
        self.partition_url = ""

    # --- the process -------------------------------------------------------------------------------------------

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Starts the process. Raises RuntimeError with the end of its log if it does not listen in time."""
        command = [sys.executable, "-m", "workestra_desktop.demo.icloud"]
        stderr = subprocess.DEVNULL if self._log is None else self._log.open("wb")
        try:
            self._process = subprocess.Popen(
                command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr, text=True
            )
        finally:
            if not isinstance(stderr, int):
                stderr.close()
        assert self._process.stdout is not None
        line = _first_line(self._process.stdout, READY_WITHIN)
        if not line:
            self.stop()
            tail = "" if self._log is None else self._log.read_text(errors="replace")[-2000:]
            raise RuntimeError(f"The stand-in for iCloud did not start. {tail}")
        said = json.loads(line)
        self.url, self.partition_url = said["entry"], said["partition"]
        self._control = urlsplit(said["control"]).port or 0

    def stop(self) -> None:
        """Ends the process. Does nothing if it does not run."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None and process.stdout is not None
        process.stdin.close()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.stop()

    def reset(self, calendars: Sequence[Mapping[str, Any]] | None = None) -> None:
        """As when it started, with these calendars (None: its own set; empty: the bare home)."""
        self._tell("reset", calendars=None if calendars is None else [dict(c) for c in calendars])
        self._find_addresses()

    def failures(self) -> list[str]:
        """Traces of errors inside the stand-in itself since it started."""
        return self._strings("failures")

    # --- the account and the phone -----------------------------------------------------------------------------

    def allow(self, password: str) -> None:
        self._tell("allow", password=password)

    def revoke(self, password: str | None = None) -> None:
        """Withdraws a password, or (None) all of them."""
        self._tell("revoke", password=password)

    def mkcalendar(self, name: str, displayname: str | None = None, **more: Any) -> str:
        """Makes a calendar and returns its path. `more` is what `Cloud.mkcalendar` takes."""
        return str(self._tell("mkcalendar", name=name, displayname=displayname, **more))

    def rmcalendar(self, name: str) -> None:
        self._tell("rmcalendar", name=name)

    def set_privileges(self, name: str, privileges: Literal["all", "read"]) -> None:
        self._tell("set_privileges", name=name, privileges=privileges)

    def rename(self, name: str, displayname: str) -> None:
        self._tell("rename", name=name, displayname=displayname)

    def put(self, calendar: str, name: str, text: str) -> str:
        """Stores one object whatever was there before, and returns its path."""
        return str(self._tell("put", calendar=calendar, name=name, text=text))

    def seed(self, calendar: str, objects: Mapping[str, str]) -> None:
        """Stores many objects (name → text) at once."""
        self._tell("seed", calendar=calendar, objects=dict(objects))

    def get(self, path: str) -> tuple[str, str] | None:
        """Text and ETag at `path`, None if there is nothing."""
        found = self._tell("get", path=path)
        return None if found is None else (str(found[0]), str(found[1]))

    def delete(self, path: str) -> None:
        self._tell("delete", path=path)

    def names(self, calendar: str) -> dict[str, str]:
        """What is in a calendar: as `Cloud.names` says."""
        return {str(name): str(etag) for name, etag in self._tell("names", calendar=calendar).items()}

    def move(self, path: str, to_calendar: str, new_name: str | None = None) -> str:
        """Moves an object to another calendar and returns its new path."""
        return str(self._tell("move", path=path, to_calendar=to_calendar, new_name=new_name))

    def resave(self, path: str) -> str:
        """Saves an object anew, as Apple's housekeeping does, and returns its new ETag."""
        return str(self._tell("resave", path=path))

    def hide(self, path: str, seconds: float) -> None:
        """Leaves an object out of listings and reports for a while of the stand-in's clock."""
        self._tell("hide", path=path, seconds=seconds)

    def expire_tokens(self) -> None:
        self._tell("expire_tokens")

    def mails(self) -> list[str]:
        """What Apple would have mailed to guests."""
        return self._strings("mails")

    def pushes(self) -> list[str]:
        """What people who share a calendar would have been notified of."""
        return self._strings("pushes")

    # --- what goes wrong ---------------------------------------------------------------------------------------

    def switch(self, **values: str | float | bool) -> None:
        """Sets fields of `Switches`."""
        self._tell("switch", **values)

    def fault(
        self,
        kind: str,
        method: str = "*",
        path: str = ".*",
        host: str = "*",
        nth: int | None = None,
        times: int | None = 1,
        probability: float | None = None,
        **more: Any,
    ) -> int:
        """Sets a fault and returns its number. `faults.Fault` says what these and `more` mean."""
        return int(
            self._tell(
                "fault", kind=kind, method=method, path=path, host=host, nth=nth, times=times, probability=probability,
                **more,
            )
        )  # fmt: skip

    def clear(self) -> None:
        """Forgets all faults; what they hold goes on."""
        self._tell("clear")

    def release(self, fault: int | None = None) -> None:
        """Lets go what a fault (None: any) holds or drips, now and later."""
        self._tell("release", fault=fault)

    def struck(self, fault: int) -> int:
        """How many requests met a fault."""
        return int(self._tell("struck", fault=fault))

    def await_strike(self, fault: int, times: int = 1, within: float = 20.0) -> None:
        """Waits until so many requests met a fault. Raises TimeoutError after `within` seconds."""
        end = time.monotonic() + within
        while self.struck(fault) < times:
            if time.monotonic() > end:
                raise TimeoutError(f"fault {fault} struck {self.struck(fault)} times in {within:g} s, not {times}")
            time.sleep(0.02)

    def down(self, host: HostName | None = None) -> None:
        """The hosts (None: both) refuse connections and end those they have."""
        self._tell("down", host=host)

    def up(self, host: HostName | None = None) -> None:
        self._tell("up", host=host)

    def hang_up(self) -> None:
        """Both hosts end the connections that are open, and take new ones."""
        self._tell("hang_up")

    def tls(self, on: bool, host: HostName | None = None) -> None:
        """The hosts (None: both) speak TLS with a certificate nobody vouches for; `url`, `partition_url` say https."""
        self._tell("tls", on=on, host=host)
        self._find_addresses()

    def move_partition(self, old: Literal["refuse", "404", "421", "503"] = "refuse") -> None:
        """The account moves to a new partition; `partition_url` is the new one. `old`: what the one it leaves does."""
        self._tell("move_partition", old=old)
        self._find_addresses()

    def announce(self, entry: str | None = None, partition: str | None = None) -> None:
        """Names these addresses to clients instead of the hosts' own (None), for a proxy in between."""
        self._tell("announce", entry=entry, partition=partition)

    # --- the clock ---------------------------------------------------------------------------------------------

    def clock(self, at: datetime | None = None, forward: timedelta | None = None) -> None:
        """Stops the clock `at` an aware time, or moves it `forward`; real time again if neither is given."""
        self._tell(
            "clock", at=None if at is None else at.isoformat(),
            forward=None if forward is None else forward.total_seconds(),
        )  # fmt: skip

    def now(self) -> datetime:
        return datetime.fromisoformat(self._tell("now"))

    def dated(self, on: bool) -> None:
        """Whether answers carry a Date."""
        self._tell("dated", on=on)

    # --- what was sent -----------------------------------------------------------------------------------------

    def log(self, method: str = "*", path: str = ".*", *, answers: bool = False) -> list[Exchange]:
        """Requests since `forget_log`, in the order they came; `answers` adds what was answered."""
        found: list[Exchange] = []
        for item in self._tell("log", method=method, path=path, answers=answers):
            headers = tuple((str(name), str(value)) for name, value in item.pop("answer_headers", ()))
            found.append(Exchange(**item, answer_headers=headers))
        return found

    def forget_log(self) -> None:
        self._tell("forget_log")

    def in_flight_max(self) -> int:
        """The most requests that were under way at a time since `forget_log`."""
        return int(self._tell("in_flight_max"))

    def connections(self) -> dict[str, int]:
        """Connections open at `entry` and `partition`, and those `accepted` by both since `forget_log`."""
        return {str(name): int(count) for name, count in self._tell("connections").items()}

    # --- the control port --------------------------------------------------------------------------------------

    def _find_addresses(self) -> None:
        said = self._tell("addresses")
        self.url, self.partition_url = said["entry"], said["partition"]

    def _strings(self, operation: str) -> list[str]:
        return [str(line) for line in self._tell(operation)]

    def _tell(self, operation: str, **arguments: Any) -> Any:
        with closing(http.client.HTTPConnection("127.0.0.1", self._control, timeout=_PATIENCE)) as connection:
            connection.request("POST", f"/{operation}", json.dumps(arguments), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            result = json.loads(answer.read())
        if answer.status == 400:
            raise ValueError(f"{operation}: {result['error']}")
        if answer.status != 200:
            raise RuntimeError(f"{operation}: {result['error']}")
        return result


def _first_line(stream: IO[str], within: float) -> str:
    """The first line of a stream; empty if none came `within` so many seconds."""
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=lambda: lines.put(stream.readline()), daemon=True).start()
    try:
        return lines.get(timeout=within)
    except queue.Empty:
        return ""
