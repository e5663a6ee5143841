"""Who is let in before anything is looked at (fact sheet §1 and §2; §9, rows 1 to 5)."""

from __future__ import annotations

import base64
import binascii
import re

from workestra_desktop.demo.icloud import household
from workestra_desktop.demo.icloud.account import Account
from workestra_desktop.demo.icloud.exchange import Answer, Host, Request
from workestra_desktop.demo.icloud.paths import Foreign, Place, Root, WellKnown

PASSWORD_FORM = re.compile(r"[a-z]{4}(-[a-z]{4}){3}")
PARTITION = ("x-apple-user-partition", household.PARTITION)
_BASIC = 'Basic realm="MMCalDav"'
_TOKEN = 'X-MobileMe-AuthToken realm="MMCalDav"'


def stopped(account: Account, request: Request, where: Place) -> Answer | None:
    """The answer to a request that does not get in; None when it does."""
    if not request.headers.get("user-agent"):
        return Answer(403)
    if isinstance(where, WellKnown):
        return _well_known(account)
    if isinstance(where, Root) and request.method in {"GET", "HEAD"}:
        return Answer(400)
    if not _allowed(account, request):
        return _challenge(request)
    if isinstance(where, Foreign):
        return Answer(403)
    if request.host is Host.ENTRY and not isinstance(where, Root):
        return _below_root(account, request)
    return None


def _well_known(account: Account) -> Answer:
    if account.switches.well_known == "404":
        return Answer(404)
    return Answer(301, (("Location", account.entry + "/"),))


def _below_root(account: Account, request: Request) -> Answer | None:
    match account.switches.below_root:
        case "404":
            return Answer(404)
        case "301":
            return Answer(301, (("Location", account.partition + request.path),))
        case _:
            return None


def _allowed(account: Account, request: Request) -> bool:
    user, password = _credentials(request)
    if user.lower() != household.APPLE_ID:
        return False
    if account.switches.no_dashes:
        return password.replace("-", "") in {each.replace("-", "") for each in account.passwords}
    return password in account.passwords


def _challenge(request: Request) -> Answer:
    """Two schemes, of which only Basic is of use: in two lines on the entry host, in one on the partition (row 3).

    The partition's number is told to whoever gives an Apple ID that exists (fact sheet §2).
    """
    if request.host is Host.ENTRY:
        lines: tuple[tuple[str, str], ...] = (("WWW-Authenticate", _BASIC), ("WWW-Authenticate", _TOKEN))
    else:
        lines = (("WWW-Authenticate", f"{_TOKEN}, {_BASIC}"),)
    known = _credentials(request)[0].lower() == household.APPLE_ID
    return Answer(401, (*lines, PARTITION) if known else lines)


def _credentials(request: Request) -> tuple[str, str]:
    """User and password; both empty when there are none that can be read."""
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        user, _, password = base64.b64decode(encoded.strip(), validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return "", ""
    return user, password
