"""What the host does in Apple Calendar, and what is really in the account: past the app, past every client's wire."""

from __future__ import annotations

from urllib.parse import unquote

from workestra_desktop.demo.icloud.client import StandIn


class Phone:
    """Reads and changes the objects of the stand-in by their hrefs, percent-encoded or not."""

    def __init__(self, cloud: StandIn) -> None:
        self._cloud = cloud

    def read(self, href: str) -> str | None:
        """The text at `href` as it is now, None if there is nothing."""
        found = self._cloud.get(unquote(href))
        return None if found is None else found[0]

    def save(self, href: str, text: str) -> None:
        calendar, _, name = unquote(href).rpartition("/")
        self._cloud.put(calendar.rpartition("/")[2], name, text)

    def delete(self, href: str) -> None:
        self._cloud.delete(unquote(href))
