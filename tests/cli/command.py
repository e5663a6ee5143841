"""The `workestra` command as a child process, the way scripts start it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cli.warm import LONGEST, Warm
from tests.support.keyring_backend import file_keychain
from tests.support.servers import PASSWORD, ROOT, CalDavServer

ZONE = "Europe/Amsterdam"


@dataclass
class Workestra:
    """One profile at one endpoint. Called with arguments it runs `workestra … --json` and returns the document.

    The host's zone is Europe/Amsterdam; the keychain is a file beside the profile.
    """

    folder: Path
    endpoint: str
    env: dict[str, str] = field(default_factory=dict)
    warm: Warm | None = None
    """Starts the command without importing it anew, where given."""

    def __call__(self, *arguments: str, stdin: str = "", exit_code: int = 0) -> Any:
        done = self.run(*arguments, "--json", stdin=stdin)
        assert done.returncode == exit_code, f"exit {done.returncode}: {done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr
        return json.loads(done.stdout)

    def error(self, *arguments: str, stdin: str = "", exit_code: int = 1) -> str:
        """The code of the error these arguments end in."""
        document = self(*arguments, stdin=stdin, exit_code=exit_code)
        assert set(document) == {"error"}
        error = document["error"]
        assert error["title"]
        assert error["message"]
        assert error["action"]
        code: str = error["code"]
        return code

    def run(self, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        if self.warm is not None:
            return self.warm.run(arguments, self.environment(), stdin)
        return subprocess.run(
            self.line(*arguments),
            input=stdin,
            env=self.environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONGEST,
            check=False,
        )

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.line(*arguments), env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def line(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "workestra_desktop.cli", *arguments]

    def environment(self) -> dict[str, str]:
        return os.environ | {
            "WORKESTRA_PROFILE": str(self.folder / "profile"),
            "WORKESTRA_ENDPOINT": self.endpoint,
            **file_keychain(self.folder),
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "TZ": ZONE,
            **self.env,
        }

    def connect(self, server: CalDavServer, *more: str) -> Any:
        return self("connect", "--apple-id", server.user, "--password-stdin", *more, stdin=PASSWORD + "\n")
