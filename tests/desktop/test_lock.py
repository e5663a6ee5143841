"""Two never sync one profile at once, and a killed process holds nothing up."""

from __future__ import annotations

import subprocess
import sys
import threading
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


def test_the_thread_that_has_it_may_take_it_again(tmp_path: Path) -> None:
    lock, other = SyncLock(tmp_path), SyncLock(tmp_path)
    with lock.held(0):
        with lock.held(0):
            pass
        with pytest.raises(Failure), other.held(0):
            pytest.fail("the inner block gave it away")
    with other.held(0):
        pass


def test_another_thread_has_to_wait(tmp_path: Path) -> None:
    lock = SyncLock(tmp_path)
    codes: list[Code] = []

    def try_it() -> None:
        try:
            with lock.held(0):
                pass
        except Failure as failure:
            codes.append(failure.trouble.code)

    with lock.held(0):
        thread = threading.Thread(target=try_it)
        thread.start()
        thread.join(10)
    assert codes == [Code.PROFILE_BUSY]


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
