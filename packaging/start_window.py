"""`workestra-desktop` of the frozen app."""

from __future__ import annotations

import sys

from workestra_desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
