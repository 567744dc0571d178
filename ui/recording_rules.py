"""What stands in the way of a recording, in words with a clause."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

RECORDING_RULES: Final[dict[str, object]] = {
    "recording.written": QT_TRANSLATE_NOOP(
        "EntryRules", "没有生效的录音或录像书面同意，请先与来访者签署（2.4）。"
    ),
    "recording.beforehand": QT_TRANSLATE_NOOP(
        "EntryRules", "录制早于签署同意书的时间：同意要在录制之前取得（2.4）。"
    ),
    "recording.noticed": QT_TRANSLATE_NOOP(
        "EntryRules", "热线录音，请写下什么时候、用什么话告知了来电者（热线 2.2）。"
    ),
    "recording.scope": QT_TRANSLATE_NOOP(
        "EntryRules", "来访者没有同意这样使用，请按同意书上的用途使用（网络 3.3）。"
    ),
    "recording.shown": QT_TRANSLATE_NOOP(
        "EntryRules", "给别人听或看，须先签署演示知情同意书（2.4）。"
    ),
}
