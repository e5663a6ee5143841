"""What a home's listing says of each calendar: is it one for events, may it be written, whose is it (fact sheet §3)."""

from __future__ import annotations

import re
from typing import Any

from workestra_desktop.core.calendar import Listed
from workestra_desktop.core.plain import plain
from workestra_desktop.sync import dav
from workestra_desktop.sync.dav import APPLE, CAL, CS, DAV, Answered

_MAY_WRITE = {f"{DAV}all", f"{DAV}write", f"{DAV}write-content", f"{DAV}bind"}
_NOT_CALENDARS = {f"{CAL}schedule-inbox", f"{CAL}schedule-outbox", f"{CS}notification", f"{CS}deleted-calendar"}


def is_event_calendar(answer: Answered) -> bool:
    kinds = answer.children(f"{DAV}resourcetype")
    if f"{CAL}calendar" not in kinds or kinds & _NOT_CALENDARS or answer.status in (403, 404, 410):
        return False
    components = _components(answer.props.get(f"{CAL}supported-calendar-component-set"))
    return components is None or "VEVENT" in components


def _components(element: Any) -> set[str] | None:
    """None when the server does not say: then every component is allowed (RFC 4791 §5.2.3)."""
    if element is None:
        return None
    names = {str(c.get("name", "")).upper() for c in element.iterchildren(f"{CAL}comp")}
    return names or None


def listed(answer: Answered, principal: str) -> Listed:
    path = dav.folder_path(answer.href)
    kinds = answer.children(f"{DAV}resourcetype")
    privileges = answer.children(f"{DAV}current-user-privilege-set")
    knows_privileges = f"{DAV}current-user-privilege-set" in answer.props
    color = re.match(r"#[0-9A-Fa-f]{6}", answer.text(f"{APPLE}calendar-color"))
    order = answer.text(f"{APPLE}calendar-order")
    # With iCloud the two are the same text; elsewhere one of them may be missing, or stand still.
    tags = (answer.text(f"{CS}getctag"), answer.text(f"{DAV}sync-token"))
    return Listed(
        path=path,
        name=plain(answer.text(f"{DAV}displayname"), 120) or plain(_last_segment(path), 120),
        color=color[0].upper() if color else "",
        order=int(order) if re.fullmatch(r"-?\d{1,9}", order) else None,
        writable=_writable(kinds, privileges if knows_privileges else None),
        shared=f"{CS}shared" in kinds or _owned_by_another(answer, principal),
        change_tag=" ".join(dict.fromkeys(filter(None, tags))),
    )


def _writable(kinds: set[str], privileges: set[str] | None) -> bool | None:
    """None when the server does not say: then it is, until a write is refused (fact sheet §3, Writable)."""
    if f"{CS}subscribed" in kinds:
        return False
    return None if privileges is None else bool(privileges & _MAY_WRITE)


def shared_by(answer: Answered) -> str:
    """The organizer's name in `CS:invite`, as plain bounded text."""
    invite = answer.props.get(f"{CS}invite")
    name = None if invite is None else invite.find(f"{CS}organizer/{CS}common-name")
    return "" if name is None else plain("".join(name.itertext()), 120)


def _owned_by_another(answer: Answered, principal: str) -> bool:
    owners = answer.hrefs(f"{DAV}owner")
    return bool(owners) and dav.folder_path(owners[0]) != dav.folder_path(principal) and _principal_like(owners[0])


def _principal_like(href: str) -> bool:
    """iCloud may name every principal just `/principal/`, which tells nothing about whose it is (fact sheet §1)."""
    return dav.folder_path(href) != "/principal/"


def _last_segment(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[-1]
