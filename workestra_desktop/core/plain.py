"""Text from calendars and guests is hostile: here it becomes plain, bounded text. And sizes in words."""

from __future__ import annotations

import unicodedata

# Bidirectional overrides and isolates can make a line read as something it is not (Unicode UAX #9).
_BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
# Characters without width make two texts that look alike (UTS #39 §5.3). The two joiners stay: emoji, Persian and the
# scripts of India are written with them.
_UNSEEN = {0x00AD, 0x034F, 0x115F, 0x1160, 0x180E, 0x200B, *range(0x2060, 0x2065), *range(0x206A, 0x2070), 0x3164,
           0xFEFF, 0xFFA0, *range(0xFFF9, 0xFFFC), 0xE0001}  # fmt: skip


def plain(text: str, limit: int = 200, *, lines: bool = False) -> str:
    """`text` without control, bidi-override and unseen characters, at most `limit` characters long.

    Line breaks become spaces unless `lines` is set. A cut text ends in an ellipsis.
    """
    text = text[: limit * 4]
    out: list[str] = []
    for char in text.replace("\r\n", "\n").replace("\r", "\n"):
        if char in "\n\u2028\u2029":
            out.append("\n" if lines else " ")
        elif char == "\t":
            out.append(" ")
        elif ord(char) in _BIDI or ord(char) in _UNSEEN or unicodedata.category(char) in ("Cc", "Cs"):
            continue
        else:
            out.append(char)
    clean = "".join(out).strip()
    return clean if len(clean) <= limit else clean[: limit - 1].rstrip() + "…"


def escaped(text: str) -> str:
    """`text` for between the tags of HTML, or in quotes there. The library's own brings 2,231 names of characters."""
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")):
        text = text.replace(char, entity)
    return text


def size(count: int) -> str:
    """So many bytes as `340 kB` or `1.2 MB`, in thousands and millions."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{count // 1000} kB"
