"""The password is in the keychain, or in memory for one run; never in a text."""

from __future__ import annotations

import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeychain
from keyring.backends.null import Keyring as NullKeychain
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError

from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.desktop.keychain import HeldInMemory, Keychain

ANNA = "anna@example.com"
SECRET = "abcd-efgh-ijkl-mnop"


class Drawer(KeyringBackend):
    """A keychain in a dictionary."""

    priority = 1

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


class Refusing(Drawer):
    """A keychain that answers every call with `error`, quoting what it was given."""

    def __init__(self, error: Callable[[str], Exception]) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error(f"{service} {username} {password}")

    def delete_password(self, service: str, username: str) -> None:
        raise self.error(f"{service} {username}")


@pytest.fixture
def use() -> Iterator[Callable[[KeyringBackend], None]]:
    before = keyring.core._keyring_backend
    yield keyring.set_keyring
    keyring.core._keyring_backend = before


@pytest.fixture
def drawer(use: Callable[[KeyringBackend], None]) -> Drawer:
    made = Drawer()
    use(made)
    return made


def test_what_is_kept_is_read_and_what_is_forgotten_is_gone(drawer: Drawer) -> None:
    keychain = Keychain()
    assert keychain.read(ANNA) is None
    assert keychain.keep(ANNA, SECRET)
    assert keychain.read(ANNA) == SECRET
    assert drawer.entries == {("Workestra Desktop", ANNA): SECRET}
    keychain.forget(ANNA)
    assert keychain.read(ANNA) is None
    keychain.forget(ANNA)


def test_a_loopback_account_never_touches_a_real_ones_entry(drawer: Drawer) -> None:
    assert Keychain().keep(ANNA, SECRET)
    local = Keychain(local=True)
    assert local.read(ANNA) is None
    assert local.keep(ANNA, "demo-demo-demo-demo")
    local.forget(ANNA)
    assert Keychain().read(ANNA) == SECRET


@pytest.mark.parametrize("backend", [NoKeychain, NullKeychain])
def test_where_no_keychain_is_nothing_is_kept_and_nothing_fails(
    backend: Callable[[], KeyringBackend], use: Callable[[KeyringBackend], None]
) -> None:
    use(backend())
    keychain = Keychain()
    assert keychain.keep(ANNA, SECRET) is False
    assert keychain.read(ANNA) is None
    keychain.forget(ANNA)


@pytest.mark.parametrize("error", [InitError, KeyringLocked, OSError, RuntimeError])
def test_a_keychain_that_refuses_is_named_and_quotes_nothing(
    error: Callable[[str], Exception], use: Callable[[KeyringBackend], None]
) -> None:
    use(Refusing(error))
    keychain = Keychain()
    assert keychain.keep(ANNA, SECRET) is False
    for call in (keychain.read, keychain.forget):
        with pytest.raises(Failure) as caught:
            call(ANNA)
        assert caught.value.trouble.code is Code.KEYCHAIN
        assert caught.value.__context__ is None
        told = "".join(traceback.format_exception(caught.value)) + repr(caught.value.trouble)
        assert ANNA not in told
        assert SECRET not in told


def test_forget_says_so_when_the_entry_stays(use: Callable[[KeyringBackend], None]) -> None:
    class Stubborn(Drawer):
        def delete_password(self, service: str, username: str) -> None:
            raise PasswordDeleteError("no")

    use(Stubborn())
    Keychain().keep(ANNA, SECRET)
    with pytest.raises(Failure) as caught:
        Keychain().forget(ANNA)
    assert caught.value.trouble.code is Code.KEYCHAIN


def test_a_password_no_keychain_takes_lasts_for_this_run(use: Callable[[KeyringBackend], None]) -> None:
    no_keychain: Callable[[], KeyringBackend] = NullKeychain
    use(no_keychain())
    run = HeldInMemory(Keychain())
    assert run.keep(ANNA, SECRET) is False
    assert run.read(ANNA) == SECRET
    assert HeldInMemory(Keychain()).read(ANNA) is None
    assert SECRET not in repr(run)
    run.forget(ANNA)
    assert run.read(ANNA) is None


def test_once_the_keychain_takes_it_memory_lets_go(drawer: Drawer) -> None:
    run = HeldInMemory(Keychain())
    run.hold(ANNA, "old")
    assert run.read(ANNA) == "old"
    assert run.keep(ANNA, SECRET)
    drawer.entries.clear()
    assert run.read(ANNA) is None


def test_forget_empties_memory_even_when_the_keychain_refuses(use: Callable[[KeyringBackend], None]) -> None:
    use(Refusing(InitError))
    run = HeldInMemory(Keychain())
    run.hold(ANNA, SECRET)
    with pytest.raises(Failure):
        run.forget(ANNA)
    with pytest.raises(Failure):
        run.read(ANNA)


def test_the_module_alone_does_not_load_keyring() -> None:
    code = "import sys, workestra_desktop.desktop.keychain as k; k.Keychain(); sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_a_backend_that_cannot_be_loaded_is_a_refusal_not_a_crash() -> None:
    code = (
        "from workestra_desktop.desktop.keychain import Keychain\n"
        "from workestra_desktop.core.trouble import Failure\n"
        "print(Keychain().keep('a', 'b'))\n"
        "try:\n    Keychain().read('a')\nexcept Failure as f:\n    print(f.trouble.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60,
        env={"PYTHON_KEYRING_BACKEND": "no.such.Keyring", "PYTHONPATH": ":".join(filter(None, sys.path)) or "."},
    )  # fmt: skip
    assert done.stdout.split() == ["False", "keychain"]
