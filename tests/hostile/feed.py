"""An account whose calendars may hold anything: texts, names and tags that no strict server would take."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, unescape

from tests.sync.scripted import HOME, Asked, Say, Script, account, collection, multistatus, response

_HREF = re.compile(r"<href>(.*?)</href>")


@dataclass
class Calendar:
    """`objects` maps the names of its objects to their texts, `tags` some of them to their etags, quotes included."""

    name: str
    objects: dict[str, str | bytes] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    listed: str = ""
    """More properties in the listing, as XML."""
    token: str = "t1"


def script(calendars: dict[str, Calendar]) -> Script:
    """The script of an account with these calendars, by the last segment of their paths."""
    made = dict(account(*(collection(f"{HOME}{key}/", escape(c.name), tag=escape(c.token), color=None, order=number)
                          for number, (key, c) in enumerate(calendars.items()))))  # fmt: skip
    for key, calendar in calendars.items():
        folder = f"{HOME}{key}/"
        made["REPORT", folder] = _reports(folder, calendar)
        for name, text in calendar.objects.items():
            tag = {"ETag": calendar.tags.get(name, '"1"')} if _plain(calendar.tags.get(name, "")) else {}
            made["GET", folder + name] = Say(200, text, {"Content-Type": "text/calendar", **tag})
    return made


def _plain(tag: str) -> bool:
    return tag.isascii() and tag.isprintable()


def _reports(folder: str, calendar: Calendar):  # type: ignore[no-untyped-def]
    def answer(asked: Asked) -> Say:
        if "sync-collection" in asked.body or "calendar-query" in asked.body:
            changed = "sync-collection" not in asked.body or f">{escape(calendar.token)}<" not in asked.body
            listed = [response(folder + name, _tag(calendar, name)) for name in calendar.objects if changed]
            return Say(body=multistatus(*listed, token=escape(calendar.token)))
        wanted = [unescape(href).rpartition("/")[2] for href in _HREF.findall(asked.body)]
        return Say(body=_joined(folder, calendar, [name for name in wanted if name in calendar.objects]))

    return answer


def _joined(folder: str, calendar: Calendar, names: list[str]) -> bytes:
    """A multiget's answer; texts that are bytes go out as they are."""
    parts = [b'<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">']
    for name in names:
        text = calendar.objects[name]
        data = escape(text).replace("\r", "&#13;").encode() if isinstance(text, str) else text
        parts += [
            f"<response><href>{folder}{name}</href><propstat><prop>{_tag(calendar, name)}<C:calendar-data>".encode(),
            data,
            b"</C:calendar-data></prop><status>HTTP/1.1 200 OK</status></propstat></response>",
        ]
    return b"".join([*parts, b"</multistatus>"])


def _tag(calendar: Calendar, name: str) -> str:
    tag = escape(calendar.tags.get(name, '"1"')).replace("\r", "&#13;").replace("\n", "&#10;")
    return f'<getetag xmlns="DAV:">{tag}</getetag>'
