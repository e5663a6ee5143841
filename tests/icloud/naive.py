"""A client made of plain python-caldav, the way its documentation shows: what the app would be without its gateway."""

from __future__ import annotations

from typing import Any

from caldav.davclient import DAVClient

from tests.support.icloud import ICloud
from tests.support.servers import CalDavServer


def plain(url: str, password: str = CalDavServer.password, **more: Any) -> Any:
    """caldav's client, to be closed by a `with` block; its look-up of servers in the DNS is left out.

    caldav's annotations say that everything may be a coroutine, too; so what comes from it here is `Any`.
    """
    return DAVClient(url=url, username=CalDavServer.user, password=password, enable_rfc6764=False, **more)


class Naive:
    """A client that was started once."""

    def __init__(self, icloud: ICloud) -> None:
        self._icloud = icloud
        self.client = plain(icloud.url)

    def calendar(self, name: str) -> Any:
        """The calendar caldav finds whose address ends in `name`."""
        listed = self.client.principal().get_calendars()
        return next(c for c in listed if str(c.url).endswith(f"/{name}/"))

    def at(self, calendar: Any, name: str) -> Any:
        """The object of this name, loaded."""
        return calendar.event_by_url(f"{calendar.url}{name}")

    def asked(self, method: str = "*") -> list[tuple[str, int | None]]:
        """Method and status of everything the account was asked since `forget`."""
        return [(e.method, e.status) for e in self._icloud.standin.log(method)]

    def forget(self) -> None:
        self._icloud.standin.forget_log()


def summary(item: Any, text: str) -> Any:
    """`item` with another summary, not saved."""
    item.icalendar_component["SUMMARY"] = text
    return item
