"""Runs first in the built program: a `socket` that opens nothing.

`email.utils` and `urllib.request` want the name when they are imported, for functions that this
program never calls; the real module is left out (see `contents.py`).
"""

from __future__ import annotations

import sys
import types

_empty = types.ModuleType("socket", "Left out of the built program: it opens no connection.")
_empty.timeout = TimeoutError  # type: ignore[attr-defined]
_empty.error = OSError  # type: ignore[attr-defined]
sys.modules["socket"] = _empty
