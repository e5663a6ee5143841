"""What becomes of a booking that somebody outside asks for: a form filled with it, and sentences on what was not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.booking_request import BookingRequest
from workestra_desktop.core.link import Link
from workestra_desktop.ui.book_dialog import Preset
from workestra_desktop.ui.when import meeting_time, zone_of
from workestra_desktop.ui.words import link_title

_FAR = timedelta(days=5 * 366)
"""No free times are looked for further ahead."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("RequestWords", text)


def preset_for(request: BookingRequest, links: Sequence[Link], host_zone: str, now: datetime) -> Preset:
    """The form for `request`, over the booking links there are, at least one. What it asks for and cannot have is left
    as in an empty form, and said. Whether its time is free is known once the form has asked."""
    said: list[str] = []
    link = next((each for each in links if each.slug == request.link), links[0])
    if request.link and link.slug != request.link:
        told = _tr("There is no booking link “{asked}”. “{link}” is chosen instead.")
        said.append(told.format(asked=request.link, link=link_title(link)))
    minutes = link.minutes[0]
    if request.minutes in link.minutes:
        minutes = request.minutes
    elif request.minutes is not None:
        told = _tr("“{link}” is not offered with {asked} min.")
        said.append(told.format(link=link_title(link), asked=request.minutes))
    start = request.start
    if start is not None and not now < start < now + _FAR:
        told = _tr("{time} is over.") if start <= now else _tr("{time} is too far ahead.")
        time = meeting_time(start, start + timedelta(minutes=minutes), zone_of(host_zone), now)
        said.append(told.format(time=time) + " " + _tr("Choose another time."))
        start = None
    return Preset(link.slug, minutes, start, note="\n".join(said), request=request)
