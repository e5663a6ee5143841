"""Which hosts may be spoken to, and so may see the password.

The product has one endpoint, iCloud's. `WORKESTRA_ENDPOINT` may move it to a loopback address for tests and the demo.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from workestra_desktop.core.trouble import Code, fail

ICLOUD = "https://caldav.icloud.com/"
_APPLE = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.icloud\.com(\.cn)?")
# Readers of addresses disagree about what is odd: `https://evil.example\.icloud.com/` is Apple's host to urlsplit and
# evil.example to an HTTP client, and a line break is dropped by one and kept by the other. So host names are matched
# letter by letter, and addresses with control characters are never trusted.
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def is_loopback(host: str | None) -> bool:
    """True for localhost, 127.0.0.0/8 and ::1, by name or number only: nothing is looked up."""
    if not host:
        return False
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where discovery starts, and the rule for every address met later."""

    url: str = ICLOUD

    @classmethod
    def parse(cls, override: str | None) -> Endpoint:
        """iCloud's endpoint, or the loopback `override`; any other host is refused with `bad_input`."""
        if not override:
            return cls()
        try:
            parts = urlsplit(override)
            port_is_fine = parts.port is None or parts.port > 0
        except ValueError:
            port_is_fine, parts = False, urlsplit("")
        if parts.scheme not in ("http", "https") or not port_is_fine or not is_loopback(parts.hostname):
            raise fail(Code.BAD_INPUT, "WORKESTRA_ENDPOINT may only name 127.0.0.1, ::1 or localhost.")
        if _CONTROL.search(override) or "@" in parts.netloc or parts.query or parts.fragment:
            raise fail(Code.BAD_INPUT, "WORKESTRA_ENDPOINT must be a plain http://127.0.0.1:PORT/path/ address.")
        return cls(override)

    @property
    def local(self) -> bool:
        return is_loopback(urlsplit(self.url).hostname)

    def may_see_password(self, url: str) -> bool:
        """Whether credentials may go to `url`: Apple's hosts over TLS, or loopback when the endpoint is loopback."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            return False
        if _CONTROL.search(url) or "@" in parts.netloc:
            return False
        host = (parts.hostname or "").lower()
        if self.local:
            return parts.scheme in ("http", "https") and is_loopback(host)
        return parts.scheme == "https" and bool(_APPLE.fullmatch(host)) and port in (None, 443)
