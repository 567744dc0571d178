"""Says in words what a check found wrong with a vault or a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.backup import Unchecked
from app.domain.complaint import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.complaint import Complaint
    from app.domain.salvage import Salvaged

_MOST_NUMBERS = 20
_RECORDINGS = frozenset({Fault.RECORDING, Fault.RECORDING_GONE})


def sentences(
    complaints: Sequence[Complaint], recordings: Mapping[int, str] | None = None
) -> list[str]:
    """Return one sentence for each kind of complaint, in the screen's language.

    `recordings` are what recordings are called, where that is known.
    """
    said = []
    for fault in Fault:
        found = [one for one in complaints if one.fault is fault]
        if fault is Fault.RECORD:
            said += records(found)
        elif found:
            numbers = sorted({one.number for one in found if one.number})
            said.append(_sentence(fault, numbers, recordings or {}))
    return said


def not_checked(cases: Sequence[int]) -> str:
    """Return which cases could not be checked: they have a password of their own."""
    return QCoreApplication.translate(
        "Complaints",
        "加锁的个案打开以后才能核对签名，这次没有核对；它们没有坏。个案编号：{0}。",
    ).format(_listed(cases))


def recordings_in(complaints: Sequence[Complaint]) -> set[int]:
    """Return the numbers of the recordings that complaints speak of."""
    return {one.number for one in complaints if one.fault in _RECORDINGS and one.number}


def recordings_alone(complaints: Sequence[Complaint]) -> bool:
    """Return whether nothing is wrong but files of recordings."""
    return bool(complaints) and all(one.fault in _RECORDINGS for one in complaints)


def advice(complaints: Sequence[Complaint] = (), *, of_backup: bool = False) -> str:
    """Return what to do when anything is wrong with a vault, or with a backup."""
    if recordings_alone(complaints):
        return recordings_advice(of_backup=of_backup)
    if of_backup:
        return QCoreApplication.translate(
            "Complaints", "这份备份靠不住。请留着它，现在就另做一份新的。"
        )
    return QCoreApplication.translate(
        "Complaints", "什么都没有改动。请先复制一份整个文件夹，再从备份恢复。"
    )


def recordings_advice(*, of_backup: bool = False) -> str:
    """Return what to do where recordings alone are not whole."""
    if of_backup:
        return QCoreApplication.translate(
            "Complaints", "其余的都核对过，内容一致。请留着别的备份，那里可能有完好的录音。"
        )
    return QCoreApplication.translate(
        "Complaints",
        "其余的都在。请留着所有的备份：有完好录音的那一份，恢复到新文件夹就能拿回来。",
    )


def salvaged(made: Salvaged) -> list[str]:
    """Return what a salvage brought out and what it could not, in sentences."""
    notes = made.rows.get("notes", 0)
    said = [
        QCoreApplication.translate("Complaints", "救出来了：个案 {0} 个，记录 {1} 篇。").format(
            made.rows.get("cases", 0), notes
        )
    ]
    if made.bad_pages:
        said.append(
            QCoreApplication.translate(
                "Complaints", "数据库有损坏的页，共 %n 页：{0}。", "", len(made.bad_pages)
            ).format(_listed(made.bad_pages))
        )
    said += sentences(made.lost)
    if made.stand_ins:
        said.append(
            QCoreApplication.translate(
                "Complaints",
                "有的个案、会谈或记录只剩编号（写作 #编号），好让它们下面的内容还看得到。",
            )
        )
    if not made.lost and not made.bad_pages:
        said.append(QCoreApplication.translate("Complaints", "没有缺少任何内容。"))
    said.append(
        QCoreApplication.translate(
            "Complaints", "原来的保险库没有改动，请留着它。新的保险库用同一个密码和恢复密钥打开。"
        )
    )
    return said


def left_out(unchecked: Sequence[Unchecked]) -> list[str]:
    """Return one sentence for each thing that a check could not look into."""
    said = {
        Unchecked.RECORDING_CONTENT: QCoreApplication.translate(
            "Complaints", "没有检查：录音里的声音。"
        ),
        Unchecked.UNFINISHED_RECORDING: QCoreApplication.translate(
            "Complaints", "没有检查：备份时还在写的录音。它们在下一次备份里。"
        ),
    }
    return [said[one] for one in unchecked]


def _sentence(fault: Fault, numbers: Sequence[int], recordings: Mapping[int, str]) -> str:
    """Return the sentence of one kind of complaint about pages, cases or recordings."""
    listed = _listed(numbers, recordings if fault in _RECORDINGS else {})
    plain = _about_the_vault(fault)
    if plain:
        return plain
    return {
        Fault.PAGE: QCoreApplication.translate(
            "Complaints", "数据库有损坏的页，共 %n 页：{0}。", "", len(numbers)
        ),
        Fault.SIGNATURE: QCoreApplication.translate(
            "Complaints", "签署过的记录被改过，签名对不上。个案编号：{0}。"
        ),
        Fault.CONSENT: QCoreApplication.translate(
            "Complaints", "签署过的同意书不见了，或和签署时不一样。个案编号：{0}。"
        ),
        Fault.RECORDING_GONE: QCoreApplication.translate(
            "Complaints", "有录音的文件不见了。录音编号：{0}。"
        ),
        Fault.RECORDING: QCoreApplication.translate(
            "Complaints", "有录音读不全，或和存入时不一样，坏的部分不会播放。录音编号：{0}。"
        ),
        Fault.OLDER: QCoreApplication.translate(
            "Complaints",
            "数据库比钥匙文件记的旧，差 {0} 次开关。可能恢复过备份，也可能丢了最后写的。",
        ),
    }[fault].format(listed)


def _about_the_vault(fault: Fault) -> str:
    """Return the sentence of a complaint that names no number, or nothing."""
    return {
        Fault.UNREADABLE: QCoreApplication.translate(
            "Complaints", "数据库打不开：文件坏了，或者不是这个保险库的。"
        ),
        Fault.STRUCTURE: QCoreApplication.translate("Complaints", "数据库的内部结构对不上。"),
        Fault.TRAIL: QCoreApplication.translate(
            "Complaints", "留痕链断了：有的行被改过、删过或插过。"
        ),
        Fault.CONTENTS: QCoreApplication.translate(
            "Complaints", "备份里的内容和做备份那一刻的不一样。"
        ),
        Fault.COPY: QCoreApplication.translate(
            "Complaints", "钥匙文件的副本（vault.header.bak）读不出来，或不是这个保险库的。"
        ),
        Fault.COUNT: QCoreApplication.translate(
            "Complaints", "钥匙文件里的计数不是心匣写的：有人改过这个文件。"
        ),
        Fault.LOG: QCoreApplication.translate(
            "Complaints",
            "上次没有正常关闭，那时写的日志文件（vault.db-wal）坏了。坏处后面存过的内容这里看不到，可以救出来。",
        ),
    }.get(fault, "")


def records(complaints: Sequence[Complaint]) -> list[str]:
    """Return one sentence for each kind of record that cannot be read, with their numbers."""
    said = []
    for table in sorted({one.detail for one in complaints if one.fault is Fault.RECORD}):
        found = [one for one in complaints if one.fault is Fault.RECORD and one.detail == table]
        numbers = sorted({one.number for one in found if one.number})
        words = (
            QCoreApplication.translate("Complaints", "{0}：读不出来的编号 {1}。")
            if numbers
            else QCoreApplication.translate("Complaints", "{0}：可能不全，请看一遍。")
        )
        said.append(words.format(_kind(table), _listed(numbers)))
    return said


def _kind(table: str) -> str:
    """Return what the rows of a table are called on the screen."""
    return {
        "cases": QCoreApplication.translate("Complaints", "个案"),
        "clients": QCoreApplication.translate("Complaints", "来访者资料"),
        "sessions": QCoreApplication.translate("Complaints", "会谈"),
        "notes": QCoreApplication.translate("Complaints", "咨询记录"),
        "amendments": QCoreApplication.translate("Complaints", "补记"),
        "consents": QCoreApplication.translate("Complaints", "知情同意书"),
        "consent_steps": QCoreApplication.translate("Complaints", "同意书的步骤"),
        "documents": QCoreApplication.translate("Complaints", "同意书的文件"),
        "appointments": QCoreApplication.translate("Complaints", "预约"),
        "appointment_series": QCoreApplication.translate("Complaints", "重复的预约"),
        "appointment_moves": QCoreApplication.translate("Complaints", "改期"),
        "entries": QCoreApplication.translate("Complaints", "档案条目"),
        "entry_documents": QCoreApplication.translate("Complaints", "档案条目附上的文书"),
        "session_sheets": QCoreApplication.translate("Complaints", "会谈单"),
        "reflections": QCoreApplication.translate("Complaints", "咨询师札记"),
        "answer_marks": QCoreApplication.translate("Complaints", "导入过的答卷的标记"),
        "amendment_drafts": QCoreApplication.translate("Complaints", "没写完的补记"),
        "case_drafts": QCoreApplication.translate("Complaints", "没写完的内容"),
        "case_form": QCoreApplication.translate("Complaints", "没填完的新个案"),
        "case_key_copies": QCoreApplication.translate("Complaints", "个案密钥的副本"),
        "case_locks": QCoreApplication.translate("Complaints", "个案密码的资料"),
        "case_lock_copies": QCoreApplication.translate("Complaints", "个案密码资料的副本"),
        "recovery_half": QCoreApplication.translate("Complaints", "恢复密钥的公开部分"),
        "destructions": QCoreApplication.translate("Complaints", "销毁的记载"),
        "destruction_marks": QCoreApplication.translate("Complaints", "待销毁的标记"),
        "settings": QCoreApplication.translate("Complaints", "设置和模板"),
        "recordings": QCoreApplication.translate("Complaints", "录音"),
        "practice_entries": QCoreApplication.translate("Complaints", "执业资料"),
        "practice_documents": QCoreApplication.translate("Complaints", "执业资料的文件"),
        "audit": QCoreApplication.translate("Complaints", "留痕"),
    }.get(table, table)


def _listed(numbers: Sequence[int], called: Mapping[int, str] | None = None) -> str:
    """Return numbers one behind the other, the first of them where there are many.

    One that is `called` something has that in its place.
    """
    first = [(called or {}).get(one, str(one)) for one in numbers[:_MOST_NUMBERS]]
    more = ["…"] if len(numbers) > _MOST_NUMBERS else []
    return QCoreApplication.translate("Complaints", "、").join(first + more)
