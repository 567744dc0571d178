"""What stands in the way of a summary's leaving, in words with a clause."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SUMMARY_RULES: Final[dict[str, object]] = {
    "summary.details": QT_TRANSLATE_NOOP(
        "EntryRules", "四类细节请逐类看过、处理过，再一一勾上（3.6）。"
    ),
    "summary.withdrawn": QT_TRANSLATE_NOOP(
        "EntryRules", "来访者撤回了用于督导的同意，不能再交给督导（网络 3.3）。"
    ),
    "summary.teaching": QT_TRANSLATE_NOOP(
        "EntryRules", "用于教学，须先签署教学使用知情同意书（2.6）。"
    ),
    "summary.research": QT_TRANSLATE_NOOP(
        "EntryRules", "用于研究或发表，须先签署研究发表知情同意书（热线 3.6）。"
    ),
    "summary.complete": QT_TRANSLATE_NOOP(
        "EntryRules",
        "每一篇记录都选上就是完整案例，用于教学或研究要另签完整案例知情同意书；或者只选几篇（2.7）。",
    ),
    "summary.promised": QT_TRANSLATE_NOOP(
        "EntryRules",
        "交给团队成员，对方要先登记在「执业资料 · 团队与督导」里，并写下承诺保密的日子（3.7）。",
    ),
}
