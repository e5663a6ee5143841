"""Signing the bundle from the inside out, and having Apple notarise it.

Source: Apple, “Notarizing macOS software before distribution” and TN2206; codesign(1), notarytool(1), stapler(1).
"""

from __future__ import annotations

import json
import plistlib
from pathlib import Path

from tools import mach_o
from tools.macos_machine import Machine
from tools.macos_secrets import Identity, NotaryKey, for_own_eyes

ENTITLEMENTS = Path(__file__).resolve().parents[1] / "packaging" / "macos" / "entitlements.plist"


class NotNotarised(Exception):  # noqa: N818 - named for what happened
    """Apple's answer is in the text."""


def sign(machine: Machine, app: Path, program: str, bundle_id: str, identity: Identity | None, folder: Path) -> None:
    """Every library, then the frameworks around them, then other programs, the bundle last: each seals what it holds.

    Without an identity all is signed ad hoc, because Apple's processors start nothing that is not signed. That is
    without the hardened runtime: it only loads libraries with the program's team, and nobody's has none. `folder` is
    for files in passing.
    """
    signing = ["codesign", "--force", "--sign"]
    if identity is None:
        signing += ["-", "--timestamp=none"]
        entitled: list[str] = []
    else:
        signing += [identity.fingerprint, "--keychain", str(identity.keychain), "--timestamp", "--options", "runtime"]
        plain = folder / "entitlements.plist"
        # codesign's reader of entitlements is stricter than any other: it gets them without the comments.
        plain.write_bytes(plistlib.dumps(plistlib.loads(ENTITLEMENTS.read_bytes())))
        entitled = ["--entitlements", str(plain)]
    libraries, frameworks, programs = _parts(app, program)
    for parts, options in ((libraries, []), (frameworks, []), (programs, ["--identifier", bundle_id, *entitled])):
        if parts:
            machine.run([*signing, *options, *map(str, parts)], within=3600)
    machine.run([*signing, *entitled, str(app)])


def _parts(app: Path, program: str) -> tuple[list[Path], list[Path], list[Path]]:
    """Libraries, frameworks (their versions), and programs but `program`, each the deepest first.

    Programs get the bundle's identifier: the keychain gives the password to whoever has the identifier and the team of
    the program that stored it, so the command reads what the window stored without a question.
    """
    frameworks = [each for each in app.rglob("*.framework/Versions/*") if each.is_dir() and not each.is_symlink()]
    hearts = {version / version.parents[1].stem for version in frameworks}
    libraries: list[Path] = []
    programs: list[Path] = []
    for file in app.rglob("*"):
        if file.is_symlink() or not file.is_file() or file in hearts:
            continue
        if (code := mach_o.read(file)) is not None and file != app / "Contents" / "MacOS" / program:
            (programs if code.executable else libraries).append(file)
    return _deepest(libraries), _deepest(frameworks), _deepest(programs)


def _deepest(files: list[Path]) -> list[Path]:
    return sorted(files, key=lambda file: (-len(file.parts), file))


def verify(machine: Machine, app: Path) -> None:
    machine.run(["codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app)])


def sign_image(machine: Machine, image: Path, identity: Identity) -> None:
    machine.run(
        ["codesign", "--sign", identity.fingerprint, "--keychain", str(identity.keychain), "--timestamp", str(image)]
    )
    machine.run(["codesign", "--verify", "--strict", str(image)])


def notarise(machine: Machine, sent: Path, stapled: Path, key: NotaryKey, folder: Path) -> None:
    """Sends `sent` (a zip or a disk image), waits up to two hours, and fixes Apple's ticket to `stapled`."""
    file = folder / f"notary-{sent.stem}.p8"
    for_own_eyes(file, f"{key.p8}\n".encode())
    access = ["--key", str(file), "--key-id", key.key_id, "--issuer", key.issuer]
    submit = ["xcrun", "notarytool", "submit", str(sent), *access]
    try:
        answer = json.loads(machine.run([*submit, "--wait", "--timeout", "2h", "--output-format", "json"], within=7500))
        if answer.get("status") != "Accepted":
            why = machine.run(["xcrun", "notarytool", "log", str(answer.get("id")), *access])
            raise NotNotarised(f"Apple's answer about {sent.name} is {answer.get('status')}:\n{why}")
    finally:
        file.unlink()
    machine.run(["xcrun", "stapler", "staple", str(stapled)])
    machine.run(["xcrun", "stapler", "validate", str(stapled)])


def assess(machine: Machine, app: Path, image: Path) -> None:
    """Gatekeeper's own judgement, as it would be on the Mac of somebody who loaded the image."""
    machine.run(["spctl", "--assess", "--type", "execute", "--verbose=2", str(app)])
    machine.run(
        ["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", "--verbose=2", str(image)]
    )
