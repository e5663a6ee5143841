"""Real CalDAV servers in child processes on loopback, to test against.

Both keep their data in a folder given by the test and their port for life, so that a server can be stopped and come
back as the same one. What tests put there and read back goes through `http.client`, never through the app's own code.
"""

from __future__ import annotations

import base64
import http.client
import os
import random
import socket
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self
from urllib.parse import quote, unquote
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "abcd-efgh-ijkl-mnop"
READY_WITHIN = 30.0
"""Seconds; a generous bound for a busy machine, normally it takes half a second."""

_COLOR = "#1D9BF6FF"


def free_port() -> int:
    """A free loopback port below the range the system gives to outgoing connections.

    Inside that range an outgoing connection may take the port while its server is down, or even connect to itself.
    """
    for port in random.sample(range(20_000, 30_000), 100):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no free loopback port between 20000 and 30000")


class CalDavServer(ABC):
    """One server with one account. `folder` holds its data, settings and log; it outlives `stop`."""

    user = "host@example.com"
    password = PASSWORD
    home: str
    """Decoded path of the calendar home, with a slash at the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The endpoint discovery starts at."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def data_port(self) -> int:
        """Where the calendars are; the same as `port` on a server with one host."""
        return self.port

    @property
    def running(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        """Starts the process and waits until it answers."""
        if self._process is not None:
            raise RuntimeError("the server runs already")
        if _listening(self.port):
            raise RuntimeError(f"port {self.port} is taken")
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command(),
                cwd=self.folder,
                env=_plain_environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        try:
            self._wait_until_ready(self._process)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Ends the process; the data and the port stay for `start`. Does nothing when it does not run."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)

    def restart(self) -> None:
        self.stop()
        self.start()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def calendar(self, name: str) -> str:
        """The decoded path of a calendar; the app's id is the same, percent-encoded."""
        return f"{self.home}{name}/"

    def mkcalendar(
        self,
        name: str,
        displayname: str | None = None,
        color: str = _COLOR,
        order: int | None = None,
        components: Sequence[str] = ("VEVENT",),
    ) -> str:
        """Makes a calendar and returns its path."""
        path = self.calendar(name)
        sorts = "".join(f'<C:comp name="{c}"/>' for c in components)
        place = "" if order is None else f"<A:calendar-order>{order}</A:calendar-order>"
        self.request(
            "MKCALENDAR",
            path,
            f'<?xml version="1.0" encoding="utf-8"?><C:mkcalendar xmlns:D="DAV:" {_NAMESPACES}><D:set><D:prop>'
            f"<D:displayname>{escape(displayname or name)}</D:displayname>"
            f"<C:supported-calendar-component-set>{sorts}</C:supported-calendar-component-set>"
            f"<A:calendar-color>{escape(color)}</A:calendar-color>{place}</D:prop></D:set></C:mkcalendar>",
            {"Content-Type": "application/xml; charset=utf-8"},
            expect=(201,),
        )
        return path

    def rmcalendar(self, name: str) -> None:
        self.request("DELETE", self.calendar(name), expect=(200, 204))

    def put(self, calendar: str, name: str, text: str) -> str:
        """Stores one calendar object, whatever was there before, and returns its path."""
        path = f"{self.calendar(calendar)}{name}"
        self.request("PUT", path, text, {"Content-Type": "text/calendar; charset=utf-8"}, expect=(201, 204))
        return path

    def seed(self, calendar: str, objects: Mapping[str, str]) -> None:
        """Stores many objects (name → text) the fastest way this server offers."""
        for name, text in objects.items():
            self.put(calendar, name, text)

    def get(self, path: str) -> tuple[str, str]:
        """Text and ETag of the object at `path`. Raises `FileNotFoundError` when there is none."""
        status, headers, body = self.request("GET", path, expect=(200, 404))
        if status == 404:
            raise FileNotFoundError(path)
        return body.decode(), headers["etag"]

    def delete(self, path: str) -> None:
        self.request("DELETE", path, expect=(200, 204))

    def list(self, calendar: str) -> dict[str, str]:
        """Decoded path → ETag of every object in a calendar."""
        _, _, body = self.request(
            "PROPFIND",
            self.calendar(calendar),
            '<?xml version="1.0"?><D:propfind xmlns:D="DAV:"><D:prop><D:getetag/></D:prop></D:propfind>',
            {"Depth": "1", "Content-Type": "application/xml"},
            expect=(207,),
        )
        found: dict[str, str] = {}
        for response in ET.fromstring(body).iter("{DAV:}response"):
            path = unquote(response.findtext("{DAV:}href", ""))
            if not path.endswith("/"):
                found[path] = response.findtext(".//{DAV:}getetag", "")
        return found

    def texts(self, calendar: str) -> dict[str, str]:
        """Decoded path → text of every object in a calendar."""
        return {path: self.get(path)[0] for path in self.list(calendar)}

    def request(
        self,
        method: str,
        path: str,
        body: str = "",
        headers: Mapping[str, str] | None = None,
        expect: Sequence[int] = (200,),
    ) -> tuple[int, dict[str, str], bytes]:
        """One request as the account's owner: status, headers (lower-case names) and body. `path` is decoded."""
        sent = {"User-Agent": "tests", **self._credentials(), **(headers or {})}
        connection = http.client.HTTPConnection("127.0.0.1", self.data_port, timeout=30)
        try:
            connection.request(method, quote(path, safe="/@"), body.encode() or None, sent)
            answer = connection.getresponse()
            data = answer.read()
        finally:
            connection.close()
        if answer.status not in expect:
            raise RuntimeError(f"{method} {path} was answered {answer.status}: {data[:500]!r}")
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, data

    def _credentials(self) -> dict[str, str]:
        return {"Authorization": "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode()}

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + READY_WITHIN
        while time.monotonic() < deadline:
            if process.poll() is not None:
                break
            try:
                self.request("OPTIONS", "/", expect=(200, 204))
            except (ConnectionError, TimeoutError, http.client.HTTPException):
                time.sleep(0.05)
            else:
                return
        log = (self.folder / "server.log").read_text(errors="replace")[-2000:]
        raise RuntimeError(f"{type(self).__name__} did not answer on port {self.port}:\n{log}")

    @abstractmethod
    def _command(self) -> Sequence[str]: ...


class Radicale(CalDavServer):
    """Radicale with a password, which can be withdrawn at once; its calendars can be made read-only."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.home = f"/{self.user}/"
        self._read_only: set[str] = set()

    def set_password(self, password: str) -> None:
        """Changes the account's password at once, as when Apple withdraws an app-specific one."""
        self.password = password
        (self.folder / "users").write_text(f"{self.user}:{password}\n")

    def set_read_only(self, calendar: str, read_only: bool = True) -> None:
        """Takes the right to write to a calendar from the account, or gives it back. Restarts a running server."""
        (self._read_only.add if read_only else self._read_only.discard)(calendar)
        if self.running:
            self.restart()

    def seed(self, calendar: str, objects: Mapping[str, str]) -> None:
        folder = self.folder / "data" / "collection-root" / self.user / calendar
        if not folder.is_dir():
            raise FileNotFoundError(f"no calendar {calendar}")
        for name, text in objects.items():
            (folder / name).write_bytes(text.encode())

    def _write_rights(self) -> None:
        rules = ["[root]\nuser: .+\ncollection:\npermissions: R\n"]
        rules += [
            f"[read-only {n}]\nuser: .+\ncollection: {{user}}/{calendar}\npermissions: r\n"
            for n, calendar in enumerate(sorted(self._read_only))
        ]
        rules.append("[principal]\nuser: .+\ncollection: {user}\npermissions: RW\n")
        rules.append("[calendars]\nuser: .+\ncollection: {user}/[^/]+\npermissions: rw\n")
        (self.folder / "rights").write_text("\n".join(rules))

    def _command(self) -> Sequence[str]:
        self.set_password(self.password)
        self._write_rights()
        config = self.folder / "config"
        config.write_text(
            f"[server]\nhosts = 127.0.0.1:{self.port}\n"
            f"[auth]\ntype = htpasswd\nhtpasswd_filename = {self.folder / 'users'}\n"
            "htpasswd_encryption = plain\ndelay = 0\n"
            f"[rights]\ntype = from_file\nfile = {self.folder / 'rights'}\n"
            f"[storage]\nfilesystem_folder = {self.folder / 'data'}\n"
            "[web]\ntype = none\n[logging]\nlevel = warning\n"
        )
        return [sys.executable, "-m", "radicale", "--config", str(config)]


class Xandikos(CalDavServer):
    """Xandikos; over plain http it asks for no password, so every password is right.

    It needs another `urllib3` than caldav's HTTP library leaves in place, and so lives in its own environment.
    """

    home = "/host/calendars/"

    def _command(self) -> Sequence[str]:
        return [
            str(xandikos_python()), "-m", "xandikos", "serve", "-d", str(self.folder / "data"), "--defaults",
            "--current-user-principal", "/host/", "-l", "127.0.0.1", "-p", str(self.port), "--no-detect-systemd",
        ]  # fmt: skip


def xandikos_python() -> Path:
    """The interpreter of xandikos' environment: `WORKESTRA_TEST_XANDIKOS`, else the one dev.py makes."""
    folder = ROOT / ".venv-xandikos"
    python = folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"
    named = Path(os.environ.get("WORKESTRA_TEST_XANDIKOS") or python)
    if not named.exists():
        raise RuntimeError(f"xandikos' environment is missing at {named}: `python3 dev.py test` makes it")
    return named


def _listening(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except ConnectionError:
        return False
    return True


def _plain_environment() -> dict[str, str]:
    """This process's environment without what would change a server or the interpreter it runs in."""
    unwanted = ("RADICALE_", "PYTHON", "COV_", "WORKESTRA_")
    return {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}


_NAMESPACES = 'xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:A="http://apple.com/ns/ical/"'
