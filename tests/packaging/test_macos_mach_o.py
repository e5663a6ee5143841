"""What a file for macOS says of itself, from headers laid out by hand as Apple's `loader.h` and `fat.h` have them."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tools.mach_o import MachO, read

ARM, INTEL = 0x0100000C, 0x01000007


def thin(processor: int, kind: int, *commands: bytes) -> bytes:
    head = struct.pack("<IIIIIIII", 0xFEEDFACF, processor, 0, kind, len(commands), sum(map(len, commands)), 0, 0)
    return head + b"".join(commands)


def build_version(major: int, minor: int, patch: int = 0) -> bytes:
    return struct.pack("<IIIIII", 0x32, 24, 1, major << 16 | minor << 8 | patch, 26 << 16, 0)


OTHER = struct.pack("<II24x", 0x1B, 32)
"""LC_UUID, as any command that says nothing about versions."""


def fat(*slices: bytes, wide: bool = False) -> bytes:
    start = 4096
    head, body = struct.pack(">II", 0xCAFEBABF if wide else 0xCAFEBABE, len(slices)), b""
    for each in slices:
        place = (start + len(body), len(each))
        head += struct.pack(">IIQQII", 0, 0, *place, 12, 0) if wide else struct.pack(">IIIII", 0, 0, *place, 12)
        body += each
    return head.ljust(start, b"\0") + body


def made(folder: Path, content: bytes) -> Path:
    file = folder / "code"
    file.write_bytes(content)
    return file


def test_a_thin_library(tmp_path: Path) -> None:
    file = made(tmp_path, thin(ARM, 6, OTHER, build_version(13, 2, 1), OTHER))
    assert read(file) == MachO(executable=False, oldest={"arm64": (13, 2, 1)})


def test_a_program_with_the_older_command(tmp_path: Path) -> None:
    older = struct.pack("<IIII", 0x24, 16, 10 << 16 | 9 << 8, 0)
    assert read(made(tmp_path, thin(INTEL, 2, older))) == MachO(executable=True, oldest={"x86_64": (10, 9, 0)})


@pytest.mark.parametrize("wide", [False, True])
def test_both_processors_in_one(tmp_path: Path, wide: bool) -> None:
    file = made(tmp_path, fat(thin(INTEL, 6, build_version(11, 0)), thin(ARM, 6, build_version(14, 0)), wide=wide))
    assert read(file) == MachO(executable=False, oldest={"x86_64": (11, 0, 0), "arm64": (14, 0, 0)})


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xcf", b"#!/bin/sh\n", b"\x7fELF" + bytes(60),
        struct.pack(">IHH", 0xCAFEBABE, 0, 61) + bytes(60),  # a Java class of Java 17
        fat(b"!<arch>\n" + bytes(60)),  # a library for linking
    ],
)  # fmt: skip
def test_other_files_are_none(tmp_path: Path, content: bytes) -> None:
    assert read(made(tmp_path, content)) is None


@pytest.mark.parametrize("length", [6, 20, 33, 43])
def test_one_that_breaks_off_is_told(tmp_path: Path, length: int) -> None:
    with pytest.raises(ValueError, match="breaks off"):
        read(made(tmp_path, thin(ARM, 6, build_version(13, 0))[:length]))
