"""Takes out of libraries where the building machine had its own: they would be looked for there on the host's, too.

A Python that was built into somebody's home tells each of its modules to look for libraries there. On another machine
that folder is nobody's or anybody's. What lies beside a library (`$ORIGIN`) stays. Source: System V gABI, “Dynamic
Section”;
only 64-bit little-endian files are known, those of the systems this is packed for.
"""

from __future__ import annotations

import struct
from pathlib import Path

_IDENT = b"\x7fELF\x02\x01"
_PT_LOAD, _PT_DYNAMIC = 1, 2
_DT_NULL, _DT_STRTAB, _DT_RPATH, _DT_RUNPATH = 0, 5, 15, 29
_ENTRY = struct.Struct("<qQ")
_SEGMENT = struct.Struct("<IIQQQQQQ")
"""Elf64_Phdr: type, flags, offset, address, physical address, size in the file, in memory, alignment."""


def without_foreign_paths(path: Path) -> list[str]:
    """Changes the file if it names folders of its own; returns what was taken out. Other files are left alone."""
    content = bytearray(path.read_bytes())
    if not content.startswith(_IDENT):
        return []
    segments = _segments(content)
    place = next(((offset, size) for kind, _, offset, _, _, size, _, _ in segments if kind == _PT_DYNAMIC), None)
    if place is None:
        return []
    offset, size = place
    entries = [_ENTRY.unpack_from(content, at) for at in range(offset, offset + size, _ENTRY.size)]
    names = next(value for tag, value in entries if tag == _DT_STRTAB)
    start = next(o + names - a for kind, _, o, a, _, s, _, _ in segments if kind == _PT_LOAD and a <= names < a + s)
    taken, kept = [], []
    for tag, value in entries:
        text = _text(content, start + value) if tag in (_DT_RPATH, _DT_RUNPATH) else "$ORIGIN"
        if all(folder.startswith("$ORIGIN") for folder in text.split(":")):
            kept.append((tag, value))
        else:
            taken.append(text)
            content[start + value : start + value + len(text)] = bytes(len(text))
    if taken:
        kept += [(_DT_NULL, 0)] * (len(entries) - len(kept))
        content[offset : offset + size] = b"".join(_ENTRY.pack(*entry) for entry in kept)
        path.write_bytes(content)
    return taken


def _segments(content: bytes | bytearray) -> list[tuple[int, ...]]:
    (table,) = struct.unpack_from("<Q", content, 32)  # e_phoff
    step, count = struct.unpack_from("<HH", content, 54)  # e_phentsize, e_phnum
    return [_SEGMENT.unpack_from(content, table + number * step) for number in range(count)]


def _text(content: bytes | bytearray, at: int) -> str:
    return bytes(content[at : content.index(0, at)]).decode()
