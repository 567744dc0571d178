"""What a destruction is in words: on the page, and on the certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.case import CaseState
from app.domain.destruction import Ground, Holding
from app.domain.local_time import wall
from app.domain.sheet import Sheet, SheetPart
from ui import dates
from ui.note_template_menu import window_language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.domain.destruction import BackupMade, Certificate, Counted
    from app.services.destruction import Prospect

translate = QCoreApplication.translate


def kind_word(kind: Holding) -> str:
    """Return what a case holds, in a word or two."""
    return {
        Holding.CLIENTS: translate("Destruction", "来访者资料"),
        Holding.SESSIONS: translate("Destruction", "咨询次数"),
        Holding.NOTES: translate("Destruction", "记录（含草稿）"),
        Holding.AMENDMENTS: translate("Destruction", "补记"),
        Holding.REFLECTIONS: translate("Destruction", "咨询师札记"),
        Holding.CONSENTS: translate("Destruction", "知情同意书"),
        Holding.DOCUMENTS: translate("Destruction", "签名、扫描件和签署的 PDF"),
        Holding.RECORDINGS: translate("Destruction", "录音"),
        Holding.APPOINTMENTS: translate("Destruction", "预约"),
        Holding.ENTRIES: translate("Destruction", "档案条目"),
        Holding.UNFINISHED: translate("Destruction", "没写完的内容"),
        Holding.OTHER: translate("Destruction", "其他"),
    }[kind]


def ground_word(ground: Ground) -> str:
    """Return why a case is destroyed."""
    return {
        Ground.TERM_OVER: translate("Destruction", "保存期限已满"),
        Ground.REQUEST: translate("Destruction", "来访者要求删除"),
        Ground.COLLECTED: translate("Destruction", "来访者已领取，或转交后不再保存"),
        Ground.MISTAKE: translate("Destruction", "建错了，或者重复"),
    }[ground]


def term_words(seen: Prospect) -> tuple[str, str]:
    """Return how the term of a case stands, as a line, and what it means for the first step."""
    if seen.term is None:
        return (
            translate("Destruction", "个案上了密码，看不到保存期限算到哪一天。"),
            translate("Destruction", "看不到的，一律当作期限未满。"),
        )
    until = dates.plain_day(seen.term.until)
    if seen.over:
        return translate("Destruction", "保存期限到 {0} 已满。").format(until), ""
    if seen.case.state is CaseState.OPEN:
        return (
            translate("Destruction", "个案还没有结案，保存期限还没有起算。"),
            translate("Destruction", "按最后一次联系算，最早到 {0}。").format(until),
        )
    return (
        translate("Destruction", "保存期限到 {0}，还没有满。").format(until),
        translate("Destruction", "期限未满，有理由也可以销毁，但要先看有没有保存的义务。"),
    )


def counted(held: Sequence[Counted]) -> list[tuple[str, str]]:
    """Return what a case holds as rows of word and number."""
    return [(kind_word(one.kind), str(one.count)) for one in held]


def moment(at: datetime, zone: str) -> str:
    """Return a time by the practice's clock, in words."""
    by_clock = wall(at, zone)
    return f"{dates.plain_day(by_clock.date())} {dates.clock_time(by_clock)}"


def backup_lines(backups: Sequence[BackupMade], zone: str) -> list[str]:
    """Return one line for each backup that holds the case."""
    said = []
    for one in backups:
        kind = (
            translate("Destruction", "单个备份文件")
            if one.number is None
            else translate("Destruction", "备份文件夹里的第 {0} 份").format(one.number)
        )
        said.append(translate("Destruction", "{0}：{1}").format(moment(one.at, zone), kind))
    return said


def export_lines(exports: Sequence[datetime], zone: str) -> list[str]:
    """Return one line for each export of everything in which the case is."""
    return [
        translate("Destruction", "{0}：导出的全部记录，里面有这个个案，不用了请删掉。").format(
            moment(at, zone)
        )
        for at in exports
    ]


def package_lines(packages: Sequence[datetime], zone: str) -> list[str]:
    """Return one line for each succession package that names the client, and what to do of it."""
    said = [
        translate(
            "Destruction", "{0}：职业遗嘱文件，里面有这位来访者的姓名、电话和当时约好的预约"
        ).format(moment(at, zone))
        for at in packages
    ]
    if said:
        said.append(
            translate(
                "Destruction",
                "交给同行的职业遗嘱文件，程序收不回来：请重新生成一份，请对方换下并删掉旧的。",
            )
        )
    return said


def nobody_knows() -> str:
    """Return what the program cannot know of copies."""
    return translate(
        "Destruction",
        "您自己复制过的保险库文件夹、导出和打印出去的文件，程序不知道，也够不着，请另外处理。",
    )


def if_restored() -> str:
    """Return what a restored vault cannot know: a backup holds no line about itself."""
    return translate(
        "Destruction",
        "这个保险库要是从备份恢复来的：恢复所用的那份备份、之后在别处接着做的备份和原来的保险库，"
        "这里没有记录，里面也可能还有这个个案。",
    )


def certificate_sheet(made: Certificate, zone: str) -> Sheet:
    """Return the certificate in the language of the window; it has no word of the case."""
    gone = made.destruction
    return Sheet(
        translate("Destruction", "个案销毁证明"),
        translate("Destruction", "由心匣生成。不含来访者的姓名和任何记录内容。"),
        (
            SheetPart(
                "",
                (
                    (translate("Destruction", "个案编号"), str(gone.case_id)),
                    (translate("Destruction", "建立时间"), moment(gone.opened_at, zone)),
                    (translate("Destruction", "销毁时间"), moment(gone.at, zone)),
                    *(
                        ((translate("Destruction", "销毁的理由"), ground_word(gone.ground)),)
                        if gone.ground is not None
                        else ()
                    ),
                ),
            ),
            SheetPart(translate("Destruction", "销毁了什么"), tuple(counted(gone.held))),
            SheetPart(
                translate("Destruction", "怎样销毁"),
                lines=(
                    translate(
                        "Destruction",
                        "这个个案的数据密钥、全部数据行、检索词和录音文件已从保险库删除。"
                        "没有密钥，残留的碎片无法解读。",
                    ),
                    translate("Destruction", "数据库日志已清空。")
                    if made.finished
                    else unfinished(),
                    translate("Destruction", "留痕里保留个案编号和销毁时间。"),
                ),
            ),
            SheetPart(
                translate("Destruction", "哪些备份里还有"),
                lines=(
                    *(backup_lines(made.backups, zone) or (none_known(),)),
                    *export_lines(made.exports, zone),
                    if_restored(),
                    nobody_knows(),
                ),
            ),
            *_packages(made.packages, zone),
        ),
        translate("Destruction", "个案编号 {0}").format(gone.case_id),
        window_language(),
    )


def _packages(packages: Sequence[datetime], zone: str) -> tuple[SheetPart, ...]:
    """Return the part about succession packages; none where none names the client."""
    lines = tuple(package_lines(packages, zone))
    heading = translate("Destruction", "哪些职业遗嘱里还有")
    return (SheetPart(heading, lines=lines),) if lines else ()


def none_known() -> str:
    """Return what is said where the vault knows no backup that holds the case."""
    return translate("Destruction", "这个个案存在期间，保险库没有记下任何备份。")


def unfinished() -> str:
    """Return what is said where the log could not be emptied at once."""
    return translate(
        "Destruction", "数据库日志这一刻没能清空，下次锁定时会自动清空；请现在锁定一次。"
    )
