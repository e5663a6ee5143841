"""Takes PySide6's hook out of the `import` statement.

PySide6 puts a function of its own in the place of `__import__`, for `from __feature__ import …`; nothing here uses it.
After every import that function reads the source of the imported module, looks for the word PySide6 in it, and leaves
the text in `linecache` (`shibokensupport/feature.py` of 6.11.3). Of all that this app imports that was 8 MiB for as
long as it ran, and a tenth of the time of each import (measured 2026-11-23); and it ran also in threads that import
while the window paints.
"""

from __future__ import annotations

import builtins


def take_back() -> None:
    """Gives `import` back what it was before that hook: shiboken's, which looks for lazy classes and reads no source.
    Whatever else has taken its place is left alone."""
    before = getattr(builtins, "__orig_import__", None)
    hook = getattr(builtins, "__feature_import__", None)
    if before is not None and builtins.__import__ is hook:
        builtins.__import__ = before
