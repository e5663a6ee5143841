"""An event's text as the journal keeps it: whole, unless it is very large."""

from __future__ import annotations

from workestra_desktop.ical.scan import content_lines

MOST = 256 * 1024
"""Octets of UTF-8. Apple refuses events of 20 MB; all but attachments and hostile texts are far below this."""


def kept(text: str) -> tuple[str, str]:
    """The text to keep, '' if there is too much of it, and what to say of that; '' if nothing is missing."""
    if _octets(text) <= MOST:
        return text, ""
    light = "".join(text[line.start : line.end] for line in content_lines(text) if line.name != "ATTACH")
    if _octets(light) <= MOST:
        return light, "its text is kept without the attachments"
    return "", "its text is too large to be kept"


def _octets(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
