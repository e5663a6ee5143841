"""What nobody expected, as a trouble."""

from __future__ import annotations

import logging
import traceback

from workestra_desktop.core.trouble import Code, Scope, Trouble

log = logging.getLogger("workestra.engine")


def defect(error: BaseException) -> Trouble:
    """An unexpected exception as a trouble: its class and place, none of its words (they may be private)."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} at {frame.name}:{frame.lineno}"
    log.error("defect: %s", place)
    return Trouble(Code.DEFECT, Scope.APP, detail=place)
