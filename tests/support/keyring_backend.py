"""Keychains for tests: in memory, in a file that child processes share, and one that refuses.

Child processes choose one with `PYTHON_KEYRING_BACKEND=tests.support.keyring_backend.FileKeyring` and the project's
root in `PYTHONPATH`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import keyring.backend
import keyring.errors


class _Backend(keyring.backend.KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]


class MemoryKeyring(_Backend):
    """Lives as long as the object; `passwords` maps (service, user) to the password."""

    def __init__(self) -> None:
        super().__init__()
        self.passwords: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.passwords.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError("no such password")


class FileKeyring(_Backend):
    """Keeps passwords in the JSON file that `WORKESTRA_TEST_KEYRING` names, to outlive a process."""

    def get_password(self, service: str, username: str) -> str | None:
        return self._read().get(_key(service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._write(self._read() | {_key(service, username): password})

    def delete_password(self, service: str, username: str) -> None:
        passwords = self._read()
        if passwords.pop(_key(service, username), None) is None:
            raise keyring.errors.PasswordDeleteError("no such password")
        self._write(passwords)

    def _read(self) -> dict[str, str]:
        path = _file()
        if not path.exists():
            return {}
        passwords: dict[str, str] = json.loads(path.read_text("utf-8"))
        return passwords

    def _write(self, passwords: dict[str, str]) -> None:
        _file().write_text(json.dumps(passwords), "utf-8")


def file_keychain(folder: Path) -> dict[str, str]:
    """What a process finds in its environment whose keychain is a file in `folder`."""
    return {
        "PYTHON_KEYRING_BACKEND": "tests.support.keyring_backend.FileKeyring",
        "WORKESTRA_TEST_KEYRING": str(folder / "keyring.json"),
    }


class RefusingKeyring(_Backend):
    """A keychain that is there but refuses, like a locked one nobody can unlock."""

    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringError("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise keyring.errors.KeyringError("locked")

    def delete_password(self, service: str, username: str) -> None:
        raise keyring.errors.KeyringError("locked")


def _key(service: str, username: str) -> str:
    return f"{service}\n{username}"


def _file() -> Path:
    named = os.environ.get("WORKESTRA_TEST_KEYRING")
    if not named:
        raise keyring.errors.InitError("WORKESTRA_TEST_KEYRING names no file")
    return Path(named)
