"""What the link editor asks before something is lost, and what it says of links that were changed elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.link import Link
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.link_list import Choice
from workestra_desktop.ui.words import link_title


def _tr(text: str) -> str:
    return QCoreApplication.translate("LinkDialog", text)


def removal(choice: Choice, snapshot: Snapshot, now: datetime) -> str:
    """Before a link is removed, or a draft thrown away."""
    coming = sum(b.link == choice.link.slug and b.live and b.end > now for b in snapshot.bookings)
    if choice.new:
        return _tr("Throw “{title}” away? It was never saved.").format(title=choice.title)
    if not coming:
        return _tr("Remove “{title}”? Its bookings stay.").format(title=choice.title)
    text = _tr("Remove “{title}”? Its bookings stay, {count} of them still to come.")
    return text.format(title=choice.title, count=coming)


def saved(link: Link, change: str) -> str:
    """After it was saved; `change` is what that does to its free times, '' if that is not known."""
    if not change:
        return _tr("“{title}” is saved.").format(title=link_title(link))
    return _tr("“{title}” is saved. Free times: {change}.").format(title=link_title(link), change=change)


def unsaved(lost: Sequence[Choice]) -> str:
    """Before what was typed into these is lost."""
    titles = ", ".join(f"“{choice.title}”" for choice in lost[:3])
    if len(lost) > 3:
        titles += _tr(" and {count} more").format(count=len(lost) - 3)
    return _tr("What you changed in {titles} is not saved.").format(titles=titles)


def follow(choice: Choice, link: Link, *, saving: bool) -> None:
    """Take up `link` as it is kept now; what is being typed here stays. `saving`: this choice is on its way there."""
    if link == choice.link and not choice.new:
        return
    choice.link = link
    if choice.fields is None:
        return
    if choice.fields.dirty and choice.fields.read() != link:
        choice.fields.link = link
        if not saving:
            choice.note = _tr("This link was changed elsewhere meanwhile. Save keeps what stands here.")
    else:
        choice.new = False
        choice.fields.show_link(link)


def keep_as_new(choice: Choice) -> bool:
    """Of a link that was removed elsewhere what is typed here stays, as a new one. False if nothing is."""
    if not choice.dirty or choice.fields is None:
        return False
    choice.new = choice.fields.new = True
    choice.note = _tr("This link was removed elsewhere meanwhile. Save makes it anew.")
    return True
