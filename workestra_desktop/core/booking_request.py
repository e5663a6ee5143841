"""A booking that somebody outside asks for, by a `workestra:` link. The host confirms it; nothing here decides.

    workestra:book?link=SLUG&guest=NAME&email=ADDRESS&note=TEXT&start=TIME&zone=ZONE&minutes=NUMBER

docs/links.md tells makers of links how to write one. Whoever made this one is unknown: it is read strictly, every part
is bounded, and of its texts only what is plain is kept (`core/plain.py`). What is wrong with it is said in words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import unquote_to_bytes
from zoneinfo import ZoneInfo

from workestra_desktop.core.booking import is_address
from workestra_desktop.core.link import is_slug
from workestra_desktop.core.plain import plain
from workestra_desktop.core.said import said
from workestra_desktop.core.times import parse_instant, zone
from workestra_desktop.core.trouble import Code, fail

LONGEST = 8_000
"""Characters of a whole link. Browsers and Windows hand on no more than 2,000 to 32,000."""

MOST_FIELDS = 40

_LENGTHS = {"link": 63, "guest": 200, "email": 254, "note": 2_000, "start": 40, "zone": 60, "minutes": 4}
"""What can be asked for, and how many characters each may have once decoded. Other fields are passed over, so that a
link made for a later version still fills what this one knows."""

_SCHEME = re.compile(r"workestra:", re.IGNORECASE)  # RFC 3986 §3.1: a scheme has no case
_LINK = re.compile(r"workestra:(?://)?(?P<action>[^/?#]*)/?(?:\?(?P<query>[^#]*))?", re.IGNORECASE | re.DOTALL)
_BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NOT_IN_A_LINK = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?P<offset>Z|[+-]\d\d:\d\d)?", re.ASCII)
_MINUTES = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class BookingRequest:
    """What is asked for, as far as it is: an empty text or None is left to the host. `start` is a UTC instant, `link`
    looks like a slug but may name no booking link. `note` alone may have line breaks."""

    link: str = ""
    guest: str = ""
    email: str = ""
    note: str = ""
    start: datetime | None = None
    minutes: int | None = None


def is_ours(text: str) -> bool:
    """Whether `text` is a link to this app, be it a good one or not."""
    return _SCHEME.match(text) is not None


def read_link(text: str) -> BookingRequest | None:
    """What the link `text` asks for; None if it only wants the window in front (`workestra:`, `workestra:open`).

    Raises `bad_input` with a sentence for every other text.
    """
    if len(text) > LONGEST:
        raise fail(Code.BAD_INPUT, said("It is longer than {most} characters.", most=LONGEST))
    if not is_ours(text):
        raise fail(Code.BAD_INPUT, "It does not begin with “workestra:”.")
    if _NOT_IN_A_LINK.search(text):
        raise fail(Code.BAD_INPUT, "It has a blank or an invisible character; a blank is written %20 in a link.")
    parts = _LINK.fullmatch(text)
    if parts is None:
        raise fail(Code.BAD_INPUT, "It has a “/” or a “#” where none can be.")
    match parts["action"].lower():
        case "" | "open":
            return None
        case "book":
            return _request(_fields(parts["query"] or ""))
        case other:
            raise fail(Code.BAD_INPUT, said("Workestra does not know what “{action}” is.", action=plain(other, 40)))


def _fields(query: str) -> dict[str, str]:
    """The fields we know, decoded. As in `mailto:` (RFC 6068 §5), and not as in a form, a plus sign is one."""
    pairs = query.split("&", MOST_FIELDS)
    if len(pairs) > MOST_FIELDS:
        raise fail(Code.BAD_INPUT, said("It has more than {most} fields.", most=MOST_FIELDS))
    found: dict[str, str] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        if name not in _LENGTHS:
            continue
        if name in found:
            raise fail(Code.BAD_INPUT, said("It gives “{field}” twice.", field=name))
        found[name] = _decoded(name, value)
    return found


def _decoded(name: str, value: str) -> str:
    if _BROKEN.search(value):
        raise fail(
            Code.BAD_INPUT,
            said("“{field}” has a “%” that stands for nothing; a percent sign is written %25.", field=name),
        )
    try:
        text = unquote_to_bytes(value).decode()
    except UnicodeDecodeError:
        raise fail(Code.BAD_INPUT, said("“{field}” is not in UTF-8.", field=name)) from None
    if len(text) > _LENGTHS[name]:
        raise fail(Code.BAD_INPUT, said("“{field}” is longer than {most} characters.", field=name, most=_LENGTHS[name]))
    return plain(text, _LENGTHS[name], lines=name == "note")


def _request(fields: dict[str, str]) -> BookingRequest:
    slug, email, minutes = fields.get("link", ""), fields.get("email", ""), fields.get("minutes", "")
    if slug and not is_slug(slug):
        raise fail(Code.BAD_INPUT, said("“{link}” cannot be the name of a booking link.", link=slug))
    if email and not is_address(email):
        raise fail(Code.BAD_INPUT, said("“{email}” is not an e-mail address.", email=email[:80]))
    if minutes and not _MINUTES.fullmatch(minutes):
        raise fail(Code.BAD_INPUT, said("“{minutes}” is not a number of minutes.", minutes=minutes))
    guest = " ".join(fields.get("guest", "").split())
    start = _start(fields.get("start", ""), fields.get("zone", ""))
    return BookingRequest(slug, guest, email, fields.get("note", ""), start, int(minutes) if minutes else None)


def _start(text: str, where: str) -> datetime | None:
    """RFC 3339 with its offset, or a wall-clock time of the zone that is named: never one that is left to guess."""
    if not text:
        return None
    time = _TIME.fullmatch(text)
    if time is None:
        raise fail(Code.BAD_INPUT, said("“{text}” is not a time. Write it like 2026-12-01T10:00+01:00.", text=text))
    if time["offset"]:
        return parse_instant(text, ZoneInfo("UTC")).astimezone(UTC)
    if not where:
        raise fail(Code.BAD_INPUT, "Its time has neither an offset, like +01:00, nor a “zone”.")
    return parse_instant(text, zone(where)).astimezone(UTC)
