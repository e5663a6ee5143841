"""Ctrl+C in a terminal, or the system shutting down, ends the app as Quit does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.icloud import ICloud
from workestra_desktop.store.profile import FILE


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_quits(number: signal.Signals, icloud: ICloud, tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "WORKESTRA_ENDPOINT": icloud.url}
    command = [sys.executable, "-m", "workestra_desktop", "--profile", str(tmp_path / "profile")]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        try:
            end = time.monotonic() + 30
            while not (tmp_path / "profile" / FILE).exists() and time.monotonic() < end:
                time.sleep(0.05)
            time.sleep(1)
            running.send_signal(number)
            _, said = running.communicate(timeout=10)
        finally:
            running.kill()
    assert running.returncode == 0, said
    assert "Traceback" not in said
