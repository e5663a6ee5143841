"""A real CalDAV server (Radicale) in a child process, for the demo: on loopback, with a throw-away folder.

`python -m workestra_desktop.demo.server CONFIG` is the child. It ends when its standard input closes, so it never
outlives the demo, however that ends.
"""

from __future__ import annotations

import base64
import http.client
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import quote

USER = "demo@example.com"
PASSWORD = "demo-demo-demo-demo"
READY_WITHIN = 30.0


@dataclass(frozen=True, slots=True)
class SampleCalendar:
    """A calendar to begin with. `events` maps file names to iCalendar texts."""

    name: str
    title: str
    color: str
    order: int
    events: Mapping[str, str]


class DemoServer:
    """Serves `calendars` from `folder` while the `with` block lasts. Raises RuntimeError if it does not start."""

    def __init__(self, folder: Path, calendars: list[SampleCalendar]) -> None:
        self._folder = folder
        self._calendars = calendars
        self._port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    def __enter__(self) -> Self:
        config = self._write()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "workestra_desktop.demo.server", str(config)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=(self._folder / "server.log").open("wb"),
        )
        end = time.monotonic() + READY_WITHIN
        while not _listening(self._port):
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError("The demo's calendar server did not start; see server.log in " + str(self._folder))
            time.sleep(0.05)
        return self

    def __exit__(self, *_exception: object) -> None:
        process = self._process
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _write(self) -> Path:
        """Radicale keeps a calendar as a folder of files: they are written directly, which takes no time."""
        home = self._folder / "data" / "collection-root" / USER
        for calendar in self._calendars:
            folder = home / calendar.name
            folder.mkdir(parents=True)
            properties = {
                "tag": "VCALENDAR",
                "D:displayname": calendar.title,
                "ICAL:calendar-color": calendar.color,
                "ICAL:calendar-order": str(calendar.order),
                "C:supported-calendar-component-set": "VEVENT",
            }
            (folder / ".Radicale.props").write_text(json.dumps(properties), "utf-8")
            for name, text in calendar.events.items():
                (folder / name).write_bytes(text.encode())
        (self._folder / "users").write_text(f"{USER}:{PASSWORD}\n", "utf-8")
        config = self._folder / "config"
        config.write_text(
            f"[server]\nhosts = 127.0.0.1:{self._port}\n"
            f"[auth]\ntype = htpasswd\nhtpasswd_filename = {self._folder / 'users'}\n"
            "htpasswd_encryption = plain\ndelay = 0\n[rights]\ntype = owner_only\n"
            f"[storage]\nfilesystem_folder = {self._folder / 'data'}\n"
            "[web]\ntype = none\n[logging]\nlevel = warning\n",
            "utf-8",
        )
        return config

    # --- the phone: what the host does in Apple Calendar, and what is really there ------------------------------

    def get(self, path: str) -> str | None:
        """The text at `path` as the server has it now, None if there is nothing."""
        status, body = self._request("GET", path)
        return body if status == 200 else None

    def put(self, path: str, text: str) -> None:
        status, _ = self._request("PUT", path, text)
        if status not in (200, 201, 204):
            raise RuntimeError(f"PUT was answered {status}")

    def delete(self, path: str) -> None:
        status, _ = self._request("DELETE", path)
        if status not in (200, 204):
            raise RuntimeError(f"DELETE was answered {status}")

    def _request(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        token = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        headers = {"Authorization": f"Basic {token}", "Content-Type": "text/calendar; charset=utf-8"}
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            connection.request(method, quote(path, safe="/%@"), body.encode() if body else None, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _listening(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return False
    return True


def _serve(config: str) -> None:
    from radicale.__main__ import run

    def watch() -> None:
        sys.stdin.buffer.read()
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()
    sys.argv = ["radicale", "--config", config]
    run()


if __name__ == "__main__":
    _serve(sys.argv[1])
