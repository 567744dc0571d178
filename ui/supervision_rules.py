"""What a record of supervision lacks, in words with a clause."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SUPERVISION_RULES: Final[dict[str, object]] = {
    "supervised.day": QT_TRANSLATE_NOOP("EntryRules", "请写下是哪一天（规范一(三)）。"),
    "supervised.form": QT_TRANSLATE_NOOP(
        "EntryRules", "请选形式：个体、团体和同辈分开计（规范一(三)）。"
    ),
    "supervised.medium": QT_TRANSLATE_NOOP("EntryRules", "请选用什么方式（网络 6.1）。"),
    "supervised.minutes": QT_TRANSLATE_NOOP(
        "EntryRules", "要计入时数，请写下多少分钟（规范一(三)）。"
    ),
    "supervised.supervisor": QT_TRANSLATE_NOOP("EntryRules", "请写下和谁（网络 6.1）。"),
    "supervised.feedback": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下听到的，或者接下来做什么（规范一(三)）。"
    ),
    "supervised_care.use": QT_TRANSLATE_NOOP(
        "EntryRules",
        "来访者撤回了用于督导的同意：这次可以照实记下，以后不再带去（网络 3.3）。",
    ),
    "action_done.outcome": QT_TRANSLATE_NOOP("EntryRules", "请写一句后来怎样（规范一(三)）。"),
}
