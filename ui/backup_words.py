"""What the pages of backups say: dates, sizes, and how a piece of work ended."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.errors import BackupStopped
from app.domain.local_time import wall
from ui import dates, recording_words, translation
from ui.complaints import recordings_advice, recordings_alone, recordings_in, sentences
from ui.messages import Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.backup import BackupPlan, Generation
    from ui.backup_runner import Outcome
    from ui.widgets.banner import BannerKind

translate = QCoreApplication.translate


def size(count: int) -> str:
    """Return a number of bytes as people read it, 104 MB."""
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    return translation.locale().formattedDataSize(count, 0 if count < 10**9 else 1, form)


def when(at: datetime, zone: str) -> str:
    """Return a day and its time where she is; before the door, where the computer is."""
    return dates.day_and_time(wall(at, zone))


def last(plan: BackupPlan, zone: str) -> str:
    """Return when the last backup was made, and where it lies if not in the folder she chose."""
    if plan.latest is None:
        return translate("Backups", "还没有备份过")
    if plan.counted is None:
        return translate(
            "Backups", "选了这个备份文件夹以后还没有备份过。放在别处的最后一份：{0}"
        ).format(when(plan.latest, zone))
    said = translate("Backups", "上次备份并核对：{0}").format(when(plan.counted, zone))
    if plan.latest == plan.counted:
        return said
    apart = translate("Backups", "{0}（备份文件夹里）。放在别处的最后一份：{1}")
    return apart.format(said, when(plan.latest, zone))


def generation(one: Generation, zone: str) -> str:
    """Return a generation in one line: when it was made."""
    return when(one.made_at, zone)


def choice(one: Generation, zone: str) -> str:
    """Return a generation where one is chosen: its time, and that a recording is not whole."""
    said = generation(one, zone)
    return translate("Backups", "{0}，有录音不完整").format(said) if one.missing else said


def about(one: Generation) -> str:
    """Return what is in a generation, or that it is damaged."""
    if not one.whole:
        return translate("Backups", "不完整，不能用来恢复")
    if one.missing:
        return translate("Backups", "{0}，录音 %n 段，有的不完整", "", one.recordings).format(
            size(one.size)
        )
    if one.recordings:
        return translate("Backups", "{0}，录音 %n 段", "", one.recordings).format(size(one.size))
    return size(one.size)


def working(kind: str) -> str:
    """Return what is being done, as it stands beside the bar."""
    return {
        "folder": translate("Backups", "正在备份并核对。您可以继续写。"),
        "file": translate("Backups", "正在写便携备份并核对。您可以继续写。"),
        "drill": translate("Backups", "正在演练：恢复最新的一份，打开，比对，再删掉。"),
        "readable": translate("Backups", "正在导出全部记录。您可以继续写。"),
        "restore": translate("Backups", "正在恢复，每个字节都在核对。"),
    }[kind]


def recordings_of(outcome: Outcome) -> set[int]:
    """Return the numbers of the recordings that the words of `ended` speak of."""
    if outcome.refusal is not None:
        return set()
    if outcome.kind == "file":
        return {one.recording for one in outcome.value[1]}
    return recordings_in(outcome.value[1]) if outcome.kind == "drill" else set()


def ended(
    outcome: Outcome, zone: str, called: Mapping[int, str] = MappingProxyType({})
) -> tuple[BannerKind, str, str]:
    """Return how a piece of work ended: the kind of banner, what happened, and what next.

    `called` is what recordings are called, by number, where that is known.
    """
    if outcome.refusal is not None:
        return _refused(outcome)
    if outcome.kind == "file":
        return _written(outcome, called)
    if outcome.kind == "drill":
        return _drilled(outcome, zone, called)
    made, more = outcome.value, ""
    if made.unfinished:
        more = translate("Backups", "还在写的录音 %n 段留到下一次。", "", made.unfinished)
    if made.damaged:
        again = translate("Backups", "备份盘上有 %n 段录音坏了，下一次重新复制。", "", made.damaged)
        more = Message(more, again).line if more else again
    if made.differs:
        # Which ones stands on the page itself, and stays there.
        return "refusal", translate("Backups", "备份好了，但有录音不完整，编号写在下面。"), more
    return "done", translate("Backups", "备份好了，已经打开核对过。"), more


def _written(outcome: Outcome, called: Mapping[int, str]) -> tuple[BannerKind, str, str]:
    """Return how writing one portable file ended."""
    target, differs = outcome.value
    if differs:
        return (
            "refusal",
            translate("Backups", "便携备份写好了，但有录音不完整：{0}").format(target.name),
            "".join(recording_words.differing(differs, called)),
        )
    return (
        "done",
        translate("Backups", "便携备份写好了，核对过：{0}").format(target.name),
        translate("Backups", "带到另一台电脑，在那里的门上选“从备份恢复”。"),
    )


def _refused(outcome: Outcome) -> tuple[BannerKind, str, str]:
    if isinstance(outcome.refusal, BackupStopped):
        return "info", translate("Backups", "已经停下，没有留下半份。"), ""
    words = message(outcome.refusal) if outcome.refusal is not None else None
    return "refusal", words.what if words else "", words.why if words else ""


def _drilled(outcome: Outcome, zone: str, called: Mapping[int, str]) -> tuple[BannerKind, str, str]:
    one, complaints = outcome.value
    if recordings_alone(complaints):
        return (
            "refusal",
            translate("Backups", "{0} 的备份能恢复，但有录音不完整。").format(
                when(one.made_at, zone)
            ),
            "".join([*sentences(complaints, called), recordings_advice(of_backup=True)]),
        )
    if complaints:
        return (
            "blocked",
            translate("Backups", "演练没有通过：{0}").format("".join(sentences(complaints))),
            translate("Backups", "保险库没有动。请现在另做一份备份，最好换一块盘。"),
        )
    return (
        "done",
        translate("Backups", "演练通过：{0} 的备份能恢复，内容一致。").format(
            when(one.made_at, zone)
        ),
        "",
    )
