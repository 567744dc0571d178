"""Keeps PySide6 from reading the source of every module that is imported after it.

PySide6 6.12 looks after each import whether the new module's source speaks of PySide6, so as to
know whose `from __feature__ import snake_case` it would have to mind. Nobody here writes that. The
looking was a tenth of a start, a part of every first visit to a page, and kept the text of all
those files in memory. Where there are no sources, as in the built program, the answer is no by
itself: it is the same here.
"""

from __future__ import annotations

import sys
from typing import Final

_MODULE: Final = "shibokensupport.feature"
_QUESTION: Final = "_mod_uses_pyside"


def spare_sources() -> None:
    """Let PySide6 take every module for one that switches no feature; without it, do nothing."""
    module = sys.modules.get(_MODULE)
    if module is not None and hasattr(module, _QUESTION):
        setattr(module, _QUESTION, lambda _module: False)
