"""What Qt says at every window without a screen is left out; whatever else it says is said."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

KNOWN = "This plugin does not support propagateSizeHints()"
"""Said of each window that the offscreen platform shows; there is nothing to be done about it."""


def hush() -> None:
    """Leave that line out from now on, in a process that measures."""
    qInstallMessageHandler(_say)


def _say(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    if message != KNOWN:
        sys.stderr.write(qFormatLogMessage(kind, context, message or "") + "\n")
