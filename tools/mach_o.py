"""What a file says it was built for, if macOS would load it: Mach-O, thin or fat.

Source: Apple's `mach-o/loader.h`, `mach-o/fat.h` and `mach/machine.h`. Only the two processors of Macs are named.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Version = tuple[int, int, int]

_THIN = b"\xcf\xfa\xed\xfe"
"""MH_MAGIC_64, little endian: what both processors of Macs read."""
_FAT, _FAT_64 = b"\xca\xfe\xba\xbe", b"\xca\xfe\xba\xbf"
_PROCESSORS = {0x01000007: "x86_64", 0x0100000C: "arm64"}
_EXECUTABLE = 2
_BUILD_VERSION, _VERSION_MIN = 0x32, 0x24
_MOST_SLICES = 16
"""A Java class begins like a fat file and has its version, 45 or more, where the count of slices would be."""


@dataclass(frozen=True, slots=True)
class MachO:
    """`oldest` is, for each processor, the first macOS the file may be loaded by."""

    executable: bool
    oldest: Mapping[str, Version]


def read(file: Path) -> MachO | None:
    """None for a file of another kind, a library for linking too.

    Raises ValueError for one that breaks off in its head.
    """
    content = file.read_bytes() if _may_be(file) else b""
    try:
        slices = [_slice(content, offset) for offset in _offsets(content) if content[offset : offset + 4] == _THIN]
    except struct.error:
        raise ValueError(f"{file} breaks off in its Mach-O header") from None
    if not slices:
        return None
    return MachO(any(runs for _, runs, _ in slices), {processor: oldest for processor, _, oldest in slices})


def _may_be(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) in {_THIN, _FAT, _FAT_64}


def _offsets(content: bytes) -> Iterator[int]:
    magic = content[:4]
    if magic == _THIN:
        yield 0
    elif magic in {_FAT, _FAT_64}:
        wide = magic == _FAT_64
        (count,) = struct.unpack_from(">I", content, 4)
        for index in range(count if count <= _MOST_SLICES else 0):
            yield struct.unpack_from(">8xQ" if wide else ">8xI", content, 8 + index * (32 if wide else 20))[0]


def _slice(content: bytes, start: int) -> tuple[str, bool, Version]:
    """The processor, whether it is a program, and the first macOS; version 0 if it does not say."""
    processor, _, kind, commands = struct.unpack_from("<4xIIII", content, start)
    at, oldest = start + 32, (0, 0, 0)
    for _ in range(commands):
        command, size = struct.unpack_from("<II", content, at)
        if command in {_BUILD_VERSION, _VERSION_MIN}:
            (packed,) = struct.unpack_from("<I", content, at + (12 if command == _BUILD_VERSION else 8))
            oldest = (packed >> 16, packed >> 8 & 0xFF, packed & 0xFF)
        at += size
    return _PROCESSORS.get(processor, f"processor {processor:#x}"), kind == _EXECUTABLE, oldest
