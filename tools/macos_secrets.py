"""Who signs: an identity from the secrets of the environment, in a keychain that lives as long as the signing.

The secrets, all or none of each group:

    MACOS_CERTIFICATE           a “Developer ID Application” certificate with its key, PKCS #12, in base64
    MACOS_CERTIFICATE_PASSWORD  the password of that file
    MACOS_NOTARY_KEY            a team key of App Store Connect, the text of its .p8 file
    MACOS_NOTARY_KEY_ID         the id of that key
    MACOS_NOTARY_ISSUER         the id of its issuer

Passwords go to `security -i` through its input and keys through files only this user may read: arguments of a running
program can be seen by every other one.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tools.macos_machine import Machine

CERTIFICATE = ("MACOS_CERTIFICATE", "MACOS_CERTIFICATE_PASSWORD")
NOTARY = ("MACOS_NOTARY_KEY", "MACOS_NOTARY_KEY_ID", "MACOS_NOTARY_ISSUER")
SECURITY = "/usr/bin/security"


class Unusable(ValueError):  # noqa: N818 - it says what is wrong
    """The secrets do not make an identity. The text names them and never quotes them."""


@dataclass(frozen=True, slots=True)
class Certificate:
    pkcs12: bytes = field(repr=False)
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NotaryKey:
    p8: str = field(repr=False)
    key_id: str
    issuer: str


@dataclass(frozen=True, slots=True)
class Identity:
    """`fingerprint` is the certificate's SHA-1, by which `codesign` finds it in `keychain`."""

    fingerprint: str
    keychain: Path


def certificate(env: Mapping[str, str]) -> Certificate | None:
    """None if none is given. Raises Unusable."""
    given = _group(env, CERTIFICATE)
    if given is None:
        return None
    try:
        content = base64.b64decode("".join(given[0].split()), validate=True)
    except binascii.Error:
        raise Unusable(f"{CERTIFICATE[0]} is not base64") from None
    if not re.fullmatch(r"[!#-\[\]-~]+", given[1]):
        # `security -i` splits its lines as a shell does: what cannot be quoted with certainty is not sent.
        raise Unusable(f'{CERTIFICATE[1]} may have letters, digits and signs other than blanks, " and \\')
    return Certificate(content, given[1])


def notary_key(env: Mapping[str, str]) -> NotaryKey | None:
    """None if none is given. Raises Unusable."""
    given = _group(env, NOTARY)
    if given is None:
        return None
    if certificate(env) is None:
        raise Unusable("Apple notarises only what is signed: the certificate is missing")
    return NotaryKey(*given)


def _group(env: Mapping[str, str], names: tuple[str, ...]) -> list[str] | None:
    """An empty one is not given: so does GitHub hand over a secret that does not exist."""
    missing = [name for name in names if not env.get(name, "").strip()]
    if not missing:
        return [env[name].strip() for name in names]
    if len(missing) < len(names):
        raise Unusable(f"{', '.join(names)} belong together; missing: {', '.join(missing)}")
    return None


@contextmanager
def signing_keychain(machine: Machine, given: Certificate, folder: Path) -> Iterator[Identity]:
    """A keychain in `folder` with `given` alone, on the list that certificates are searched in until the block ends."""
    keychain, file, password = folder / "signing.keychain-db", folder / "certificate.p12", secrets.token_hex(32)
    searched = re.findall(r'"([^"]+)"', machine.run([SECURITY, "list-keychains", "-d", "user"]))
    with ExitStack() as afterwards:
        _tell(machine, f'create-keychain -p {password} "{keychain}"')
        afterwards.callback(machine.run, [SECURITY, "delete-keychain", str(keychain)])
        for_own_eyes(file, given.pkcs12)
        _tell(
            machine,
            f'set-keychain-settings -lut 7200 "{keychain}"',
            f'unlock-keychain -p {password} "{keychain}"',
            f'import "{file}" -k "{keychain}" -f pkcs12 -P "{given.password}" -T /usr/bin/codesign',
            f'set-key-partition-list -S apple-tool:,apple: -s -k {password} "{keychain}"',
        )
        file.unlink()
        machine.run([SECURITY, "list-keychains", "-d", "user", "-s", str(keychain), *searched])
        afterwards.callback(machine.run, [SECURITY, "list-keychains", "-d", "user", "-s", *searched])
        # `security -i` does not say which of its lines failed; whether there is an identity says it all.
        found = machine.run([SECURITY, "find-identity", "-v", "-p", "codesigning", str(keychain)])
        identities = re.findall(r'\b([0-9A-F]{40}) "Developer ID Application: ', found)
        if len(identities) != 1:
            raise Unusable(
                f"{CERTIFICATE[0]} holds {len(identities)} valid “Developer ID Application” identities, not 1; or "
                f"{CERTIFICATE[1]} does not open it"
            )
        yield Identity(identities[0], keychain)


def _tell(machine: Machine, *lines: str) -> None:
    machine.run([SECURITY, "-i"], "".join(f"{line}\n" for line in lines))


def for_own_eyes(file: Path, content: bytes) -> None:
    """Writes `file` so that nobody else could read it at any moment. Raises FileExistsError if it is there."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(content)
