"""The installer for macOS: a disk image of the app that `dev.py freeze` left in `dist`.

It is signed and notarised if the secrets are there, which `tools/macos_secrets.py` names. Without them the app is
signed ad hoc: it runs where it was built, and elsewhere after the host's word to Gatekeeper; one line says so for each
step that is left out.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools import mach_o, macos_plist
from tools.macos_machine import Machine, Refused, ThisMac
from tools.macos_secrets import (
    CERTIFICATE,
    NOTARY,
    Identity,
    NotaryKey,
    certificate,
    notary_key,
    signing_keychain,
)
from tools.macos_signing import NotNotarised, assess, notarise, sign, sign_image, verify

_DIST = Path(__file__).resolve().parents[1] / "dist"

_TRIES = 6
"""hdiutil meets “Resource busy” while XProtect looks at the new volume (actions/runner-images, issue 7522)."""

_TAGGED_OLDER = {"PySide6", "shiboken6"}
"""Bindings of 6.11.3 say macOS 15 in wheels that are tagged macosx_13_0, as Qt's own libraries in them say. What they
import of the system is older than macOS 13 (looked up symbol by symbol, 2026-11-22), and dyld holds a
library by its symbols, not by what it says. docs/releasing.md has the start on a real macOS 13."""


class Unfit(ValueError):  # noqa: N818 - it says what is wrong
    """The bundle would not start on a Mac that its Info.plist promises to start on."""


def main(arguments: list[str]) -> int:
    """`--verify` is what happens anyway: the app is started from its folder and from the image."""
    if set(arguments) - {"--verify"}:
        print("dev.py installer takes --verify and nothing else", file=sys.stderr)
        return 2
    try:
        for made in build(_DIST / "workestra-desktop", _DIST):
            print(made)
    except (ValueError, NotNotarised, Refused) as reason:  # Unfit and Unusable are ValueErrors
        print(reason, file=sys.stderr)
        return 1
    return 0


def build(frozen: Path, out: Path) -> list[Path]:
    """The disk image of the `.app` that `frozen` is, or that lies in it or beside it, in `out`.

    Raises Unfit, Unusable (the secrets), NotNotarised, and Refused for any program of macOS that says no.
    """
    shown = {name: value for name, value in os.environ.items() if name not in {*CERTIFICATE, *NOTARY}}
    return [make_image(ThisMac(shown), os.environ, bundle_of(frozen), out, platform.machine())]


def bundle_of(frozen: Path) -> Path:
    """PyInstaller's BUNDLE puts the app beside the folder that COLLECT made."""
    found = [frozen] if frozen.suffix == ".app" else sorted({*frozen.glob("*.app"), *frozen.parent.glob("*.app")})
    if len(found) != 1 or not found[0].is_dir():
        raise Unfit(f"one .app is to be in or beside {frozen}, not {sum(each.is_dir() for each in found)}")
    return found[0]


@dataclass(frozen=True, slots=True)
class _Signer:
    identity: Identity | None
    notary: NotaryKey | None


def make_image(machine: Machine, env: Mapping[str, str], app: Path, out: Path, processor: str) -> Path:
    """`processor` is `arm64` or `x86_64`, as Python names this Mac's."""
    info = macos_plist.info(app)
    check_fit(app, processor, info["LSMinimumSystemVersion"])
    program, name = info["CFBundleExecutable"], info["CFBundleName"]
    image = out / f"{name.replace(' ', '-')}-{info['CFBundleShortVersionString']}-macos-{processor}.dmg"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="workestra-macos-") as temporary, ExitStack() as held:
        folder = Path(temporary)
        signer = _signer(machine, env, folder, held)
        sign(machine, app, program, info["CFBundleIdentifier"], signer.identity, folder)
        verify(machine, app)
        try_out(machine, app, program)
        if signer.notary is not None:
            # The app gets a ticket of its own: it is dragged out of the image, maybe to a Mac without a network.
            archive = folder / "app.zip"
            machine.run(["ditto", "-c", "-k", "--keepParent", str(app), str(archive)])
            notarise(machine, archive, app, signer.notary, folder)
        _make(machine, app, image, name, folder)
        if signer.identity is not None:
            sign_image(machine, image, signer.identity)
        if signer.notary is not None:
            notarise(machine, image, image, signer.notary, folder)
            assess(machine, app, image)
        machine.run(["hdiutil", "verify", str(image)])
        with _mounted(machine, image, folder / "mounted") as volume:
            verify(machine, volume / app.name)
            try_out(machine, volume / app.name, program)
    return image


def _signer(machine: Machine, env: Mapping[str, str], folder: Path, held: ExitStack) -> _Signer:
    given, notary = certificate(env), notary_key(env)
    if given is None:
        print(f"signing with a Developer ID: skipped, as {' and '.join(CERTIFICATE)} are not set; signed ad hoc")
    if notary is None:
        print(f"notarising: skipped, as {', '.join(NOTARY)} are not set")
    return _Signer(None if given is None else held.enter_context(signing_keychain(machine, given, folder)), notary)


def check_fit(app: Path, processor: str, oldest: str) -> None:
    """Raises Unfit for a file without code for `processor`, or one that wants a newer macOS than `oldest`."""
    promised = tuple(int(number) for number in f"{oldest}.0".split(".")[:3])
    for file in sorted(app.rglob("*")):
        if file.is_symlink() or not file.is_file() or (code := mach_o.read(file)) is None:
            continue
        if processor not in code.oldest:
            raise Unfit(f"{file.relative_to(app)} is for {', '.join(code.oldest)}, not {processor}")
        if code.oldest[processor] > promised and (code.executable or _TAGGED_OLDER.isdisjoint(file.parts)):
            wanted = ".".join(map(str, code.oldest[processor]))
            raise Unfit(f"{file.relative_to(app)} needs macOS {wanted}; Info.plist promises {oldest}")


def try_out(machine: Machine, app: Path, program: str) -> None:
    """The window's program looks itself over; the command only says its version."""
    programs = app / "Contents" / "MacOS"
    machine.run([str(programs / program), "--self-check"])
    machine.run([str(programs / "workestra"), "--version"])


def _make(machine: Machine, app: Path, image: Path, name: str, folder: Path) -> None:
    """An image with the app and the way to where it belongs; ditto keeps what a signature seals."""
    laid_out = folder / "image"
    laid_out.mkdir()
    machine.run(["ditto", str(app), str(laid_out / app.name)])
    (laid_out / "Applications").symlink_to("/Applications")
    command = ["hdiutil", "create", "-volname", name, "-srcfolder", str(laid_out), "-fs", "HFS+", "-format", "ULMO"]
    for left in reversed(range(_TRIES)):
        try:
            machine.run([*command, "-ov", str(image)])
            return
        except Refused as refused:
            if not left or "Resource busy" not in str(refused):
                raise
            machine.pause(10)


@contextmanager
def _mounted(machine: Machine, image: Path, place: Path) -> Iterator[Path]:
    place.mkdir()
    machine.run(["hdiutil", "attach", "-readonly", "-nobrowse", "-noautoopen", "-mountpoint", str(place), str(image)])
    try:
        yield place
    finally:
        machine.run(["hdiutil", "detach", "-force", str(place)])
