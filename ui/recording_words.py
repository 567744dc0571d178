"""Says in words which recordings are gone, or not as they were stored, in vault or backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.differs import Differs

translate = QCoreApplication.translate
_MOST = 20


def differing(found: Sequence[Differs]) -> list[str]:
    """Return a sentence for those that the backup keeps whole, and one for those it does not.

    One more speaks of files that belong to no recording that is known.
    """
    kept = [one.recording for one in found if one.kept and one.recording]
    lost = [one.recording for one in found if not one.kept and one.recording]
    strange = [one for one in found if not one.recording]
    said = []
    if kept:
        said.append(
            translate(
                "Recordings",
                "保险库里有录音的文件不见了，或和存入时不一样。备份里留着完好的，"
                "恢复到新文件夹就能拿回来。录音编号：{0}。",
            ).format(_listed(kept))
        )
    if lost:
        said.append(
            translate(
                "Recordings",
                "有录音的文件不见了，或和存入时不一样，这份备份里也没有完好的。"
                "请留着别的备份，那里可能有。录音编号：{0}。",
            ).format(_listed(lost))
        )
    if strange:
        said.append(
            translate(
                "Recordings",
                "有 %n 个没有编号的录音文件坏了或不见了，请留着别的备份。",
                "",
                len(strange),
            )
        )
    return said


def _listed(numbers: Iterable[int]) -> str:
    """Return numbers one behind the other, the first of them where there are many."""
    ordered = sorted(numbers)
    more = ["…"] if len(ordered) > _MOST else []
    return translate("Complaints", "、").join([str(one) for one in ordered[:_MOST]] + more)
