"""Says in words what a check found wrong with a vault or a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.complaint import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.complaint import Complaint

_MOST_NUMBERS = 20


def sentences(complaints: Sequence[Complaint]) -> list[str]:
    """Return one sentence for each kind of complaint, in the screen's language."""
    said = []
    for fault in Fault:
        found = [one for one in complaints if one.fault is fault]
        if found:
            said.append(_sentence(fault, sorted({one.number for one in found if one.number})))
    return said


def not_checked(cases: Sequence[int]) -> str:
    """Return which cases could not be checked: they have a password of their own."""
    return QCoreApplication.translate(
        "Complaints",
        "加锁的个案打开以后才能核对签名，这次没有核对；它们没有坏。个案编号：{0}。",
    ).format(_listed(cases))


def advice(*, of_backup: bool = False) -> str:
    """Return what to do when anything is wrong with a vault, or with a backup."""
    if of_backup:
        return QCoreApplication.translate(
            "Complaints", "这份备份靠不住。请留着它，现在就另做一份新的。"
        )
    return QCoreApplication.translate(
        "Complaints", "什么都没有改动。请先复制一份整个文件夹，再从备份恢复。"
    )


def _sentence(fault: Fault, numbers: Sequence[int]) -> str:
    """Return the sentence of one kind of complaint about pages or cases."""
    listed = _listed(numbers)
    return {
        Fault.UNREADABLE: QCoreApplication.translate(
            "Complaints", "数据库打不开：文件坏了，或者不是这个保险库的。"
        ),
        Fault.PAGE: QCoreApplication.translate(
            "Complaints", "数据库有损坏的页，共 %n 页：{0}。", "", len(numbers)
        ).format(listed),
        Fault.STRUCTURE: QCoreApplication.translate("Complaints", "数据库的内部结构对不上。"),
        Fault.TRAIL: QCoreApplication.translate(
            "Complaints", "留痕链断了：有的行被改过、删过或插过。"
        ),
        Fault.SIGNATURE: QCoreApplication.translate(
            "Complaints", "签署过的记录被改过，签名对不上。个案编号：{0}。"
        ).format(listed),
        Fault.CONSENT: QCoreApplication.translate(
            "Complaints", "签署过的同意书不见了，或和签署时不一样。个案编号：{0}。"
        ).format(listed),
        Fault.CONTENTS: QCoreApplication.translate(
            "Complaints", "备份里的内容和做备份那一刻的不一样。"
        ),
    }[fault]


def _listed(numbers: Sequence[int]) -> str:
    """Return numbers one behind the other, the first of them where there are many."""
    first = [str(one) for one in numbers[:_MOST_NUMBERS]]
    more = ["…"] if len(numbers) > _MOST_NUMBERS else []
    return QCoreApplication.translate("Complaints", "、").join(first + more)
