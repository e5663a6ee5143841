"""A loopback server that says exactly what a test tells it to: answers no real server gives.

What stands for iCloud's own words follows the captures of the wire transcripts: repeated default namespaces, blank
lines, CDATA, missing properties in a second propstat.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from tests.support.servers import PASSWORD, CalDavServer

BASIC = "Basic " + base64.b64encode(f"{CalDavServer.user}:{PASSWORD}".encode()).decode()


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came; header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class Say:
    """One answer. `length` overrides Content-Length, so that the body is cut short."""

    status: int = 207
    body: str | bytes = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None


Script = Mapping[tuple[str, str], Say | Callable[[Asked], Say]]


class Scripted:
    """A context manager. `script` maps (method, path) to the answer; anything else is answered 404.

    `script` may be replaced while the server runs; `connections` counts the TCP connections it accepted.
    """

    def __init__(self, script: Script | None = None) -> None:
        self.script: Script = script or {}
        self.asked: list[Asked] = []
        self.connections = 0
        self._server = _Listener(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="scripted")

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def count(self, method: str) -> int:
        return sum(a.method == method for a in self.asked)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.shutdown()
        self._thread.join(10)
        self._server.server_close()


class _Listener(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, owner: Scripted) -> None:
        super().__init__(("127.0.0.1", 0), _Speaker)
        self.owner = owner

    def get_request(self) -> tuple[object, object]:  # type: ignore[override]
        self.owner.connections += 1
        return super().get_request()

    def handle_error(self, request: object, client_address: object) -> None:
        """Silent: clients that hang up are what several tests are about."""


class _Speaker(BaseHTTPRequestHandler):
    server: _Listener

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the stdlib's name
        """Silent: the server keeps its own log."""

    def speak(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        asked = Asked(self.command, self.path, {n.lower(): v for n, v in self.headers.items()}, body)
        self.server.owner.asked.append(asked)
        say = self.server.owner.script.get((asked.method, asked.path), Say(404))
        if not isinstance(say, Say):
            say = say(asked)
        data = say.body.encode() if isinstance(say.body, str) else say.body
        self.send_response_only(say.status)
        headers = {"Content-Type": "text/xml;charset=UTF-8", **say.headers}
        for name, value in headers.items():
            self.send_header(name, value)
        if say.status != 204:
            self.send_header("Content-Length", str(len(data) if say.length is None else say.length))
        self.end_headers()
        self.wfile.write(data)


for _method in ("GET", "PUT", "DELETE", "PROPFIND", "REPORT"):
    setattr(_Speaker, f"do_{_method}", _Speaker.speak)


# --- iCloud's words ------------------------------------------------------------------------------------------------

DSID = "/17149682"
HOME = f"{DSID}/calendars/"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EIGHT = "".join(
    f"<privilege>{p}</privilege>"
    for p in (
        "<read/>",
        '<read-free-busy xmlns="urn:ietf:params:xml:ns:caldav"/>',
        "<read-current-user-privilege-set/>",
        "<write/>",
        "<write-properties/>",
        "<write-content/>",
        "<bind/>",
        "<unbind/>",
    )
)
READ_ONLY = (
    '<privilege><read/></privilege><privilege><read-free-busy xmlns="urn:ietf:params:xml:ns:caldav"/></privilege>'
    "<privilege><read-current-user-privilege-set/></privilege>"
)


def multistatus(*responses: str, token: str | None = None) -> str:
    tail = "" if token is None else f"<sync-token>{token}</sync-token>\n"
    return f'{_XML}<multistatus xmlns="DAV:">\n\n\n' + "\n\n".join(responses) + f"\n{tail}</multistatus>\n"


def response(href: str, found: str = "", missing: str = "", status: int = 404) -> str:
    """One `<response>`: `found` in a 200 propstat, `missing` in a second one with `status`."""
    second = f"<propstat><prop>{missing}</prop><status>HTTP/1.1 {status} Nope</status></propstat>" if missing else ""
    return (
        f'<response xmlns="DAV:">\n  <href>{href}</href>\n  <propstat>\n<prop>\n{found}\n</prop>'
        f"<status>HTTP/1.1 200 OK</status></propstat>{second}\n</response>"
    )


def principal_answer(href: str = f"{DSID}/principal/") -> Say:
    inner = f'<current-user-principal xmlns="DAV:"><href xmlns="DAV:">{href}</href></current-user-principal>'
    return Say(body=multistatus(response("/", inner)))


def home_answer(home: str = HOME, own: str = f"{DSID}/principal/", more: str = "") -> Say:
    inner = (
        '<calendar-home-set xmlns="urn:ietf:params:xml:ns:caldav">'
        f'<href xmlns="DAV:">{home}</href></calendar-home-set>{more}'
    )
    return Say(body=multistatus(response(own, inner)))


def collection(
    href: str,
    name: str | None = "Home",
    kinds: str = '<collection/><calendar xmlns="urn:ietf:params:xml:ns:caldav"/>',
    components: tuple[str, ...] | None = ("VEVENT",),
    tag: str | None = "HwoQEgwAADqWpb9lNQABAAAYAhgA",
    color: str | None = None,
    order: int | None = None,
    privileges: str | None = EIGHT,
    owner: str | None = None,
) -> str:
    """A child of the home as the listing shows it; None leaves a property to the 404 propstat."""
    found = f'<resourcetype xmlns="DAV:">{kinds}</resourcetype>'
    missing = ""
    apple = 'xmlns="http://apple.com/ns/ical/"'
    if name is None:
        missing += '<displayname xmlns="DAV:"/>'
    else:
        found += f'<displayname xmlns="DAV:">{name}</displayname>'
    if components is None:
        missing += '<supported-calendar-component-set xmlns="urn:ietf:params:xml:ns:caldav"/>'
    else:
        comps = "".join(f"<comp name='{c}' xmlns='urn:ietf:params:xml:ns:caldav'/>" for c in components)
        found += (
            '<supported-calendar-component-set xmlns="urn:ietf:params:xml:ns:caldav">'
            f"{comps}</supported-calendar-component-set>"
        )
    if tag is None:
        missing += '<getctag xmlns="http://calendarserver.org/ns/"/>'
    else:
        found += f'<getctag xmlns="http://calendarserver.org/ns/">{tag}</getctag><sync-token>{tag}</sync-token>'
    if color is None:
        missing += f"<calendar-color {apple}/>"
    else:
        found += f"<calendar-color {apple}>{color}</calendar-color>"
    if order is not None:
        found += f"<calendar-order {apple}>{order}</calendar-order>"
    if privileges is not None:
        found += f'<current-user-privilege-set xmlns="DAV:">{privileges}</current-user-privilege-set>'
    if owner is not None:
        found += f'<owner xmlns="DAV:"><href>{owner}</href></owner>'
    return response(href, found, missing)


def the_home() -> str:
    """The home itself, first in every listing: it allows VEVENT and is no calendar."""
    return collection(HOME, "Test User", "<collection/>", ("VEVENT", "VTODO", "VFREEBUSY"))


def listing(*children: str) -> Say:
    return Say(body=multistatus(the_home(), *children))


def account(*children: str) -> dict[tuple[str, str], Say | Callable[[Asked], Say]]:
    """The script of a whole account with these calendars."""
    return {
        ("PROPFIND", "/"): principal_answer(),
        ("PROPFIND", f"{DSID}/principal/"): home_answer(),
        ("PROPFIND", HOME): listing(*children),
    }


def listed_event(href: str, etag: str) -> str:
    return response(href, f'<getetag xmlns="DAV:">"{etag}"</getetag>')


def event_data(href: str, etag: str, text: str) -> str:
    """An object as a multiget gives it: the text in CDATA, after a line break."""
    data = f'<calendar-data xmlns="urn:ietf:params:xml:ns:caldav"><![CDATA[{text}]]></calendar-data>'
    return response(href, f'<getetag xmlns="DAV:">"{etag}"</getetag>{data}')
