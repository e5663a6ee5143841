"""Where the app keeps what it knows: one profile folder, private to its owner."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from workestra_desktop.core.said import said
from workestra_desktop.core.trouble import Code, fail

APP_NAME = "Workestra Desktop"

LOCK = "sync.lock"
"""The file that every profile has which ever talked to iCloud."""


def profile_folder(option: str | None, env: Mapping[str, str]) -> Path:
    """The profile: `--profile`, else `WORKESTRA_PROFILE`, else the platform's data folder. Absolute, and writable now.

    A folder that is made here is private to its owner (mode 0700); one that exists keeps its mode. Raises
    `bad_input` for something that cannot be a folder and `disk` for one that cannot be made or written.
    """
    chosen = option if option is not None else env.get("WORKESTRA_PROFILE") or None
    try:
        profile = _default() if chosen is None else Path(chosen).expanduser().absolute()
        if chosen == "" or (profile.exists() and not profile.is_dir()):
            named = str(profile) if chosen is None else chosen
            raise fail(Code.BAD_INPUT, said("“{folder}” is not a folder for a profile.", folder=named))
        profile.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Asking for permissions is not enough: a read-only volume and Windows' access lists answer only to a try.
        with tempfile.TemporaryFile(dir=profile):
            pass
    except (ValueError, RuntimeError) as defect:  # a NUL in the name; no home folder for “~”
        raise fail(Code.BAD_INPUT, "That is not a folder for a profile.", detail=type(defect).__name__) from None
    except OSError as refused:
        raise fail(Code.DISK, detail=f"profile folder: errno {refused.errno}") from None
    return profile


def _default() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))
