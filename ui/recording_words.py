"""Says in words which recordings are gone, or not as they were stored, in vault or backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.local_time import wall
from app.services import recording_names
from ui import dates
from ui.names import as_written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from PySide6.QtCore import QObject

    from app.domain.differs import Differs
    from app.services.recording_names import RecordingName
    from ui.office import Office

translate = QCoreApplication.translate
_MOST = 20
_UNNAMED: Mapping[int, str] = {}


def called(names: Mapping[int, RecordingName]) -> dict[int, str]:
    """Return what recordings are called: number, case and when."""
    said = translate("Recordings", "{0}（{1}，{2}）")
    return {
        number: said.format(number, as_written(one.code), _when(wall(one.made_at, one.zone)))
        for number, one in names.items()
    }


def _when(at: datetime) -> str:
    return f"{dates.plain_day(at.date())} {dates.clock_time(at)}"


def look_up(
    office: Office,
    owner: QObject,
    numbers: Iterable[int],
    then: Callable[[Mapping[int, str]], None],
) -> None:
    """Call `then` with what these recordings are called; at once where there is none to ask for."""
    wanted = sorted({number for number in numbers if number})
    if not wanted:
        then(_UNNAMED)
        return
    office.desk.do(
        owner,
        lambda vault: recording_names.named(vault, wanted),
        lambda names: then(called(names)),
    )


def differing(found: Sequence[Differs], labels: Mapping[int, str] = _UNNAMED) -> list[str]:
    """Return a sentence for those that the backup keeps whole, and one for those it does not.

    One more speaks of files that belong to no recording that is known. `labels` are what the
    recordings are called, where that is known.
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
            ).format(listed(kept, labels))
        )
    if lost:
        said.append(
            translate(
                "Recordings",
                "有录音的文件不见了，或和存入时不一样，这份备份里也没有完好的。"
                "请留着别的备份，那里可能有。录音编号：{0}。",
            ).format(listed(lost, labels))
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


def listed(numbers: Iterable[int], labels: Mapping[int, str] = _UNNAMED) -> str:
    """Return recordings one behind the other, the first of them where there are many."""
    ordered = sorted(numbers)
    more = ["…"] if len(ordered) > _MOST else []
    return translate("Complaints", "、").join(
        [labels.get(one, str(one)) for one in ordered[:_MOST]] + more
    )
