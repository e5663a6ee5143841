"""The app-specific password in the keychain of the operating system, and nowhere else.

`keyring` is imported at the first use: it costs 0.1-0.2 s and tries every backend (platform-notes §6). On a desktop a
call may wait until a person has unlocked the keychain, so it belongs on the engine's thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Workestra Desktop"


class PasswordStore(Protocol):
    """Keeps the app-specific password of an Apple ID."""

    def read(self, apple_id: str) -> str | None: ...

    def keep(self, apple_id: str, password: str) -> bool: ...

    def forget(self, apple_id: str) -> None: ...


class Keychain:
    """The entries under `service`. With `local` they are apart from those of real accounts (demo, tests)."""

    def __init__(self, service: str = SERVICE, *, local: bool = False) -> None:
        self._service = f"{service} (local)" if local else service

    def read(self, apple_id: str) -> str | None:
        """The password; None if there is none or this computer has no keychain. `keychain` if it refuses."""
        found, refused = self._ask(apple_id)
        if refused:
            raise _refusal(refused)
        return found

    def keep(self, apple_id: str, password: str) -> bool:
        """Store the password. False if it is not there afterwards: no keychain, a refusing one, the null backend."""
        try:
            _backend().set_password(self._service, apple_id, password)
        except Exception:  # noqa: BLE001 - backends raise what they like, in words that may quote the password
            return False
        found, _ = self._ask(apple_id)
        return found == password

    def forget(self, apple_id: str) -> None:
        """Remove the password. Raises `keychain` if it is still there or nobody can tell."""
        refused = ""
        try:
            _backend().delete_password(self._service, apple_id)
        except Exception as error:  # noqa: BLE001 - also raised when there was no entry: the look below decides
            refused = type(error).__name__
        found, unreadable = self._ask(apple_id)
        if found is not None or unreadable:
            raise _refusal(unreadable or refused or "entry still there")

    def _ask(self, apple_id: str) -> tuple[str | None, str]:
        """The password, and the class of the error if the keychain refused. Where there is none: neither."""
        try:
            from keyring.errors import NoKeyringError

            try:
                return _backend().get_password(self._service, apple_id) or None, ""
            except NoKeyringError:
                return None, ""
        except Exception as error:  # noqa: BLE001 - D-Bus, COM and ctypes errors pass through keyring
            return None, type(error).__name__


class HeldInMemory:
    """A keychain that falls back to the memory of this process: the password then lasts until the app ends."""

    def __init__(self, keychain: PasswordStore) -> None:
        self._keychain = keychain
        self._held: dict[str, str] = {}

    def read(self, apple_id: str) -> str | None:
        """The password held for this run, else the keychain's."""
        held = self._held.get(apple_id)
        return held if held is not None else self._keychain.read(apple_id)

    def keep(self, apple_id: str, password: str) -> bool:
        """Store the password in the keychain; False if it could only be held for this run."""
        if self._keychain.keep(apple_id, password):
            self._held.pop(apple_id, None)
            return True
        self.hold(apple_id, password)
        return False

    def hold(self, apple_id: str, password: str) -> None:
        """Use the password in this run only; the keychain is not asked and not changed."""
        self._held[apple_id] = password

    def forget(self, apple_id: str) -> None:
        """Forget the password here and in the keychain; see `Keychain.forget`."""
        self._held.pop(apple_id, None)
        self._keychain.forget(apple_id)


def _backend() -> KeyringBackend:
    import keyring

    return keyring.get_keyring()


def _refusal(detail: str) -> Failure:
    return Failure(Trouble(Code.KEYCHAIN, Scope.ACCOUNT, detail=detail))
