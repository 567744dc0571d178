"""A readable export in words: what is not in it, and what a vault made of one asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.case import shut_code
from app.domain.ids import CaseId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.readable import Left, TakenIn

translate = QCoreApplication.translate


def lacking(left: Sequence[Left]) -> list[str]:
    """Return what is not in an export, a sentence each, and how to have it in the next."""
    return [_sentence(one) for one in left]


def _sentence(one: Left) -> str:
    if one.what == "case":
        return translate(
            "Readable", "个案 {0} 有自己的密码，没有打开，不在里面。先打开它，再导出一次。"
        ).format(one.why)
    if one.what == "reflections":
        return translate("Readable", "没有放咨询师札记，一共 %n 篇。", "", one.number)
    if one.what == "recordings":
        return translate("Readable", "没有放录音，一共 %n 段。", "", one.number)
    return {
        "withdrawn": translate("Readable", "录音 №{0} 不在里面：来访者撤回了同意。"),
        "gone": translate("Readable", "录音 №{0} 不在里面：保险库里找不到它的文件。"),
        "damaged": translate("Readable", "录音 №{0} 不在里面：它的文件坏了，读不完整。"),
    }[one.why].format(one.number)


def arrived(made: TakenIn) -> list[str]:
    """Return what is to be seen to in a vault that was made of an export."""
    said = []
    if made.unlocked:
        said.append(
            translate("Readable", "这些个案原来有自己的密码，现在没有了，请重新设：{0}").format(
                _codes(made.unlocked)
            )
        )
    if made.unproven:
        said.append(
            translate("Readable", "这些个案里有签署，导出时就核对不上：{0}").format(
                _codes(made.unproven)
            )
        )
    return said


def _codes(cases: Sequence[int]) -> str:
    return translate("Readable", "、").join(shut_code(CaseId(one)) for one in cases)
