"""Two never sync one profile at once, and a killed process holds nothing up."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.desktop.lock import SyncLock

_HOLDER = """
import sys, time
from pathlib import Path
from workestra_desktop.desktop.lock import SyncLock
with SyncLock(Path(sys.argv[1])).held(0):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_process_is_told_the_profile_is_busy_and_death_frees_it(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        try:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "held\n"
            with pytest.raises(Failure) as caught, SyncLock(tmp_path).held(0.1):
                pytest.fail("two held it")
            assert caught.value.trouble.code is Code.PROFILE_BUSY
        finally:
            holder.kill()
        holder.wait(10)
        with SyncLock(tmp_path).held(5):
            pass


def test_whoever_has_it_may_take_it_again(tmp_path: Path) -> None:
    lock, other = SyncLock(tmp_path), SyncLock(tmp_path)
    with lock.held(0):
        with lock.held(0):
            pass
        with pytest.raises(Failure), other.held(0):
            pytest.fail("the inner block gave it away")
    with other.held(0):
        pass


def in_another_thread(work: Callable[[], None]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)
    assert not thread.is_alive()


def test_another_thread_with_its_own_lock_has_to_wait(tmp_path: Path) -> None:
    codes: list[Code] = []

    def try_it() -> None:
        try:
            with SyncLock(tmp_path).held(0):
                pass
        except Failure as failure:
            codes.append(failure.trouble.code)

    with SyncLock(tmp_path).held(0):
        in_another_thread(try_it)
    assert codes == [Code.PROFILE_BUSY]


def test_it_is_freed_though_python_takes_the_end_of_the_block_for_another_thread(tmp_path: Path) -> None:
    """As on a QThread, where each slot has a thread state of its own."""
    lock = SyncLock(tmp_path)
    held = lock.held(0)
    held.__enter__()

    def leave() -> None:
        held.__exit__(None, None, None)

    in_another_thread(leave)
    with SyncLock(tmp_path).held(0):
        pass


def test_it_is_free_again_after_an_error_in_the_block_which_passes_unchanged(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="from the block"), SyncLock(tmp_path).held(0):
        raise OSError("from the block")
    with SyncLock(tmp_path).held(0):
        pass


def test_a_folder_that_takes_no_lock_is_a_disk_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Failure) as caught, SyncLock(tmp_path / "file").held(0):
        pytest.fail("held nothing")
    assert caught.value.trouble.code is Code.DISK


def test_waiting_ends_when_told_to(tmp_path: Path) -> None:
    asked = iter([False, False, True])
    waiting = SyncLock(tmp_path, give_up=lambda: next(asked))
    with SyncLock(tmp_path).held(0), pytest.raises(Failure) as caught, waiting.held(60):
        pytest.fail("two held it")
    assert caught.value.trouble.code is Code.PROFILE_BUSY
