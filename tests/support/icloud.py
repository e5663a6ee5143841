"""The stand-in for iCloud in the shape of the other servers, so that what is tested against them runs on it too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from tests.support.servers import CalDavServer
from workestra_desktop.demo.icloud.client import StandIn


class ICloud(CalDavServer):
    """`standin` runs already and goes on running: here `start` and `stop` are its hosts' coming up and going down.

    Calendars and objects are made by the phone, not over the wire, so they leave no trace in the stand-in's log.
    """

    user = StandIn.user
    home = StandIn.home

    def __init__(self, standin: StandIn, folder: Path) -> None:
        super().__init__(folder)
        self.standin = standin
        self.port = _port(standin.url)
        self._up = True

    @property
    def data_port(self) -> int:
        return self.partition_port

    @property
    def partition_port(self) -> int:
        return _port(self.standin.partition_url)

    @property
    def running(self) -> bool:
        return self._up

    def start(self) -> None:
        self.standin.up()
        self._up = True

    def stop(self) -> None:
        self.standin.down()
        self._up = False

    def set_password(self, password: str) -> None:
        """Makes this the account's only app-specific password at once; none at all if it is not of Apple's form."""
        self.password = password
        self.standin.revoke()
        if re.fullmatch(r"[a-z]{4}(-[a-z]{4}){3}", password):
            self.standin.allow(password)

    def set_read_only(self, calendar: str, read_only: bool = True) -> None:
        """Takes the right to write to a calendar from the account, or gives it back."""
        self.standin.set_privileges(calendar, "read" if read_only else "all")

    def mkcalendar(
        self,
        name: str,
        displayname: str | None = None,
        color: str = "#1D9BF6FF",
        order: int | None = None,
        components: Sequence[str] = ("VEVENT",),
    ) -> str:
        return self.standin.mkcalendar(name, displayname or name, color=color, order=order, components=list(components))

    def rmcalendar(self, name: str) -> None:
        self.standin.rmcalendar(name)

    def put(self, calendar: str, name: str, text: str) -> str:
        return self.standin.put(calendar, name, text)

    def seed(self, calendar: str, objects: Mapping[str, str]) -> None:
        self.standin.seed(calendar, objects)

    def get(self, path: str) -> tuple[str, str]:
        found = self.standin.get(path)
        if found is None:
            raise FileNotFoundError(path)
        return found

    def delete(self, path: str) -> None:
        self.standin.delete(path)

    def list(self, calendar: str) -> dict[str, str]:
        return self.standin.names(calendar)

    def _command(self) -> Sequence[str]:
        raise NotImplementedError("the stand-in starts itself")


def _port(url: str) -> int:
    port = urlsplit(url).port
    assert port is not None
    return port
