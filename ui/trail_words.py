"""The lines of the trail in words: what was done, to which record, in which case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.audit import AuditKind
from app.domain.case import shut_code
from app.domain.ids import CaseId
from app.domain.local_time import wall
from app.domain.trail import Act
from ui import dates
from ui.case_lock_words import called

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.audit import AuditEntry
    from app.services.trail import TrailLine

translate = QCoreApplication.translate
_CONSENTS: Final = frozenset(
    {
        AuditKind.CONSENT_READ,
        AuditKind.CONSENT_STARTED,
        AuditKind.CONSENT_CHANGED,
        AuditKind.CONSENT_STEP,
        AuditKind.CONSENT_SIGNED,
        AuditKind.CONSENT_PRINTED,
        AuditKind.CONSENT_TALKED_OVER,
    }
)
_NOTES: Final = frozenset(
    {
        AuditKind.NOTE_READ,
        AuditKind.NOTE_CHANGED,
        AuditKind.NOTE_STARTED,
        AuditKind.NOTE_SIGNED,
        AuditKind.NOTE_AMENDED,
        AuditKind.RECORD_HOLDS,
    }
)
_REFLECTIONS: Final = frozenset(
    {
        AuditKind.REFLECTION_CHANGED,
        AuditKind.REFLECTION_STARTED,
        AuditKind.REFLECTION_REMOVED,
    }
)
_HOLDING_CASES: Final = frozenset({AuditKind.READABLE_EXPORTED, AuditKind.READABLE_TAKEN_IN})
_BACKUPS: Final = frozenset({AuditKind.BACKED_UP, AuditKind.BACKUP_DRILLED})


def act_word(act: Act) -> str:
    """Return a group of acts."""
    return {
        Act.READ: translate("TrailPage", "读"),
        Act.WRITTEN: translate("TrailPage", "写"),
        Act.GIVEN_OUT: translate("TrailPage", "打印与导出"),
        Act.CALENDAR: translate("TrailPage", "日程"),
        Act.OPENED: translate("TrailPage", "打开与锁定"),
        Act.KEPT: translate("TrailPage", "备份与检查"),
    }[act]


def acts() -> dict[AuditKind, str]:
    """Return the words of every kind of line, to be made once for many of them."""
    return _records() | _calendar() | _locks() | _kept()


def what(entry: AuditEntry, said: Mapping[AuditKind, str]) -> str:
    """Return what was done; `said` are the words of `acts`."""
    if entry.kind is AuditKind.NOTE_READ and entry.subject is None:
        return translate("TrailPage", "看了个案的时间线")
    return said[entry.kind]


def which(entry: AuditEntry) -> str:
    """Return which record it was, by its number; nothing where there is none to name."""
    if entry.subject is None:
        return ""
    kinds = (
        (_NOTES, translate("TrailPage", "记录 №{0}")),
        (_CONSENTS, translate("TrailPage", "同意书 №{0}")),
        (_REFLECTIONS, translate("TrailPage", "札记 №{0}")),
        (frozenset({AuditKind.DOCUMENT_READ}), translate("TrailPage", "文件 №{0}")),
        (_BACKUPS, translate("TrailPage", "第 {0} 份备份")),
    )
    said = next((words for group, words in kinds if entry.kind in group), "")
    return said.format(entry.subject) or _counted(entry.kind, entry.subject)


def _counted(kind: AuditKind, count: int) -> str:
    """Return a number that counts; that of an appointment or a client is known to nobody."""
    if kind is AuditKind.SUCCESSION_MADE:
        return translate("TrailPage", "%n 位来访者", "", count)
    if kind in _HOLDING_CASES:
        return translate("TrailPage", "%n 个个案", "", count)
    if kind is AuditKind.WRONG_TRIES:
        return translate("TrailPage", "%n 次", "", count)
    if kind is AuditKind.WRITTEN_LATER:
        return translate("TrailPage", "%n 行", "", count)
    return _lacking(kind, count) if count else ""


def _lacking(kind: AuditKind, count: int) -> str:
    """Return how many things were found wrong, or are missing."""
    if kind is AuditKind.CHECKED:
        return translate("TrailPage", "%n 处不对", "", count)
    return translate("TrailPage", "缺 %n 份", "", count) if kind is AuditKind.SALVAGED else ""


def case_word(line: TrailLine) -> str:
    """Return which case it was; one that is gone by its number."""
    if line.entry.case_id is None:
        return ""
    if line.person is None:
        gone = shut_code(CaseId(line.entry.case_id))
        return translate("TrailPage", "{0} · 已不在").format(gone)
    return called(line.person)


def when(entry: AuditEntry, zone: str) -> str:
    """Return day and time to the second: several things are done within a minute."""
    at = wall(entry.at, zone)
    return f"{dates.plain_day(at.date())} {at:%H:%M:%S}"


def _records() -> dict[AuditKind, str]:
    """Return the words of cases, notes, consents and summaries."""
    return {
        AuditKind.CASE_OPENED: translate("TrailPage", "建了个案"),
        AuditKind.CASE_REMOVED: translate("TrailPage", "移除了空个案"),
        AuditKind.DESTRUCTION_MARKED: translate("TrailPage", "标记了待销毁"),
        AuditKind.DESTRUCTION_UNMARKED: translate("TrailPage", "取消了待销毁"),
        AuditKind.CASE_DESTROYED: translate("TrailPage", "销毁了个案"),
        AuditKind.CLIENT_CHANGED: translate("TrailPage", "改了资料"),
        AuditKind.NOTE_READ: translate("TrailPage", "读了记录"),
        AuditKind.NOTE_CHANGED: translate("TrailPage", "写了记录"),
        AuditKind.NOTE_STARTED: translate("TrailPage", "新建了记录"),
        AuditKind.NOTE_SIGNED: translate("TrailPage", "签署了记录"),
        AuditKind.NOTE_AMENDED: translate("TrailPage", "补记了记录"),
        AuditKind.RECORDING_STORED: translate("TrailPage", "存入了录音或录像"),
        AuditKind.RECORDING_REFUSED: translate("TrailPage", "录音或录像未获同意，没有处理"),
        AuditKind.RECORDING_HEARD: translate("TrailPage", "打开了录音或录像"),
        AuditKind.RECORDING_DESTROYED: translate("TrailPage", "销毁了录音或录像"),
        AuditKind.RECORD_COPIED: translate("TrailPage", "记下了给出记录"),
        AuditKind.RECORD_PRINTED: translate("TrailPage", "打印或导出了记录"),
        AuditKind.RECORD_HOLDS: translate("TrailPage", "写进了给出的记录"),
        AuditKind.REFLECTION_READ: translate("TrailPage", "读了咨询师札记"),
        AuditKind.REFLECTION_CHANGED: translate("TrailPage", "写了咨询师札记"),
        AuditKind.REFLECTION_STARTED: translate("TrailPage", "新写了咨询师札记"),
        AuditKind.REFLECTION_REMOVED: translate("TrailPage", "删除了咨询师札记"),
        AuditKind.CONSENT_STARTED: translate("TrailPage", "新建了同意书"),
        AuditKind.CONSENT_READ: translate("TrailPage", "读了同意书"),
        AuditKind.CONSENT_CHANGED: translate("TrailPage", "填了同意书"),
        AuditKind.CONSENT_STEP: translate("TrailPage", "同意书走了一步"),
        AuditKind.CONSENT_SIGNED: translate("TrailPage", "同意书签署了"),
        AuditKind.CONSENT_PRINTED: translate("TrailPage", "打印或导出了同意书"),
        AuditKind.CONSENT_TALKED_OVER: translate("TrailPage", "重温了同意书"),
        AuditKind.DOCUMENT_READ: translate("TrailPage", "看了签署的文件"),
        AuditKind.SUITABILITY_SCREENED: translate("TrailPage", "做了适宜性评估"),
        AuditKind.SCREEN_PRINTED: translate("TrailPage", "打印或导出了适宜性评估"),
        AuditKind.SCREENS_READ: translate("TrailPage", "看了适宜性评估"),
        AuditKind.CONTACTS_READ: translate("TrailPage", "看了非会谈联系"),
        AuditKind.REASONS_READ: translate("TrailPage", "看了写下的理由和讨论"),
        AuditKind.MODE_CHANGES_READ: translate("TrailPage", "看了服务方式的改变"),
        AuditKind.COURSE_READ: translate("TrailPage", "看了约定次数和复核"),
        AuditKind.TECH_SHEETS_READ: translate("TrailPage", "看了技术准备"),
        AuditKind.QUESTIONNAIRES_READ: translate("TrailPage", "看了答卷"),
        AuditKind.IMPORTED_NOTES_READ: translate("TrailPage", "看了导入的以前的记录"),
        AuditKind.NOTE_IMPORTED: translate("TrailPage", "导入了一份以前的记录"),
        AuditKind.IMPORT_UNDONE: translate("TrailPage", "撤销了一次导入"),
        AuditKind.CASE_REPORTS_READ: translate("TrailPage", "看了个案报告"),
        AuditKind.SUPERVISION_READ: translate("TrailPage", "看了督导记录"),
        AuditKind.FORMULATIONS_READ: translate("TrailPage", "看了个案概念化"),
        AuditKind.GENOGRAM_READ: translate("TrailPage", "看了家谱图"),
        AuditKind.RECORD_COPIES_READ: translate("TrailPage", "看了给出过的记录"),
        AuditKind.MEASURES_READ: translate("TrailPage", "看了量表"),
        AuditKind.CONTACT_LOGGED: translate("TrailPage", "记了非会谈联系"),
        AuditKind.URGENT_REASONS_WRITTEN: translate("TrailPage", "写了危机处置的理由"),
        AuditKind.IDENTITY_TALKED: translate("TrailPage", "记了关于匿名的讨论"),
        AuditKind.INTAKE_FORM_PRINTED: translate("TrailPage", "印出或存出了预约登记表"),
        AuditKind.QUESTIONNAIRE_TAKEN_IN: translate("TrailPage", "导入了一份答卷"),
        AuditKind.RELATION_WEIGHED: translate("TrailPage", "记了对关系的评估"),
        AuditKind.INTAKE_READ: translate("TrailPage", "看了接案资料"),
        AuditKind.INTAKE_CHANGED: translate("TrailPage", "改了接案资料"),
        AuditKind.CASE_DECLINED: translate("TrailPage", "没有接案，关闭了个案"),
        AuditKind.CASE_TAKEN_UP: translate("TrailPage", "重新打开了没有接的个案"),
        AuditKind.MODE_CHANGED: translate("TrailPage", "改变了服务方式"),
        AuditKind.SESSIONS_AGREED: translate("TrailPage", "记了约定的次数"),
        AuditKind.PROGRESS_REVIEWED: translate("TrailPage", "做了复核"),
        AuditKind.CASE_REPORTED: translate("TrailPage", "写了个案报告"),
        AuditKind.SUPERVISED: translate("TrailPage", "记下了一次督导"),
        AuditKind.SUPERVISION_DONE: translate("TrailPage", "记下了督导以后怎样"),
        AuditKind.CASE_FORMULATED: translate("TrailPage", "写了个案概念化"),
        AuditKind.FORMULATION_PRINTED: translate("TrailPage", "打印或导出了个案概念化"),
        AuditKind.GENOGRAM_DRAWN: translate("TrailPage", "画了家谱图"),
        AuditKind.GENOGRAM_PRINTED: translate("TrailPage", "打印或导出了家谱图"),
        AuditKind.TECH_PREPARED: translate("TrailPage", "记了技术准备"),
        AuditKind.MEASURE_TAKEN: translate("TrailPage", "记了一次量表"),
        AuditKind.MEASURE_FOLLOWED: translate("TrailPage", "记了对量表结果的处理"),
        AuditKind.MEASURE_PRINTED: translate("TrailPage", "打印或导出了量表结果"),
        AuditKind.SCALE_PRINTED: translate("TrailPage", "打印或导出了空白量表"),
        AuditKind.SCALE_MADE: translate("TrailPage", "改了自己的量表"),
        AuditKind.CATALOGUE_CHANGED: translate("TrailPage", "改了自己的清单或用语"),
        AuditKind.RISKS_READ: translate("TrailPage", "看了风险评估"),
        AuditKind.DISCLOSURES_READ: translate("TrailPage", "看了披露"),
        AuditKind.DISCLOSED: translate("TrailPage", "记了一次披露"),
        AuditKind.DISCLOSURE_FOLLOWED: translate("TrailPage", "补记了披露"),
        AuditKind.DISCLOSURE_PRINTED: translate("TrailPage", "打印或导出了披露的内容"),
        AuditKind.ETHICS_READ: translate("TrailPage", "看了伦理决策"),
        AuditKind.ETHICS_DECIDED: translate("TrailPage", "记了伦理决策"),
        AuditKind.ETHICS_PRINTED: translate("TrailPage", "打印或导出了伦理决策"),
        AuditKind.SAFETY_PLANS_READ: translate("TrailPage", "看了安全计划"),
        AuditKind.RISK_ASSESSED: translate("TrailPage", "做了风险评估"),
        AuditKind.SAFETY_PLANNED: translate("TrailPage", "写了安全计划"),
        AuditKind.SAFETY_PLAN_PRINTED: translate("TrailPage", "打印或导出了安全计划"),
        AuditKind.CRISIS_CARD_READ: translate("TrailPage", "看了危机卡"),
        AuditKind.CRISIS_LOGGED: translate("TrailPage", "记了危机里的一步"),
        AuditKind.CRISIS_PRINTED: translate("TrailPage", "打印或导出了危机卡或小结"),
        AuditKind.REFERRALS_READ: translate("TrailPage", "看了转介"),
        AuditKind.REFERRED: translate("TrailPage", "写了转介"),
        AuditKind.REFERRAL_STEPPED: translate("TrailPage", "记了转介的一步"),
        AuditKind.REFERRAL_PRINTED: translate("TrailPage", "打印或导出了转介信或回执"),
        AuditKind.ENDING_READ: translate("TrailPage", "看了结案"),
        AuditKind.CASE_CLOSED: translate("TrailPage", "结了案"),
        AuditKind.CASE_REOPENED: translate("TrailPage", "重新打开了结了案的个案"),
        AuditKind.ENDING_PRINTED: translate("TrailPage", "打印或导出了结案小结"),
        AuditKind.FOLLOW_UPS_READ: translate("TrailPage", "看了随访"),
        AuditKind.FOLLOW_UP_PLANNED: translate("TrailPage", "约了随访"),
        AuditKind.FOLLOWED_UP: translate("TrailPage", "记了随访"),
        **_keeping(),
        AuditKind.SUMMARY_PREPARED: translate("TrailPage", "为督导摘要看了记录"),
        AuditKind.SUMMARY_EXPORTED: translate("TrailPage", "导出了督导摘要"),
    }


def _keeping() -> dict[AuditKind, str]:
    """Return the words of keeping, legal holds and the client's requests."""
    return {
        AuditKind.RETENTION_CHOSEN: translate("TrailPage", "定了保存期限"),
        AuditKind.RETENTION_READ: translate("TrailPage", "看了保存期限"),
        AuditKind.HOLD_PLACED: translate("TrailPage", "记了法律保全"),
        AuditKind.HOLD_LIFTED: translate("TrailPage", "解除了法律保全"),
        AuditKind.HOLDS_READ: translate("TrailPage", "看了法律保全"),
        AuditKind.REQUEST_RECEIVED: translate("TrailPage", "记了来访者的请求"),
        AuditKind.REQUEST_ANSWERED: translate("TrailPage", "答复了来访者的请求"),
        AuditKind.REQUESTS_READ: translate("TrailPage", "看了来访者的请求"),
        AuditKind.ANSWER_PRINTED: translate("TrailPage", "打印或导出了对请求的答复"),
    }


def _calendar() -> dict[AuditKind, str]:
    """Return the words of the calendar."""
    return {
        AuditKind.APPOINTMENT_BOOKED: translate("TrailPage", "约了时间"),
        AuditKind.APPOINTMENT_CHANGED: translate("TrailPage", "改了预约"),
        AuditKind.APPOINTMENT_MOVED: translate("TrailPage", "挪了预约"),
        AuditKind.APPOINTMENT_CANCELLED: translate("TrailPage", "取消了预约"),
        AuditKind.APPOINTMENT_MISSED: translate("TrailPage", "记了缺席"),
        AuditKind.APPOINTMENT_HELD: translate("TrailPage", "记了来访"),
        AuditKind.APPOINTMENT_REOPENED: translate("TrailPage", "恢复了预约"),
        AuditKind.APPOINTMENT_UNDONE: translate("TrailPage", "撤销了对日程的改动"),
        AuditKind.CALENDAR_EXPORTED: translate("TrailPage", "导出了日程"),
        AuditKind.WEEK_PRINTED: translate("TrailPage", "打印了一周的日程"),
        AuditKind.CALENDAR_HOLDS: translate("TrailPage", "写进了导出的日程"),
        AuditKind.WEEK_HOLDS: translate("TrailPage", "印进了一周的日程"),
        AuditKind.HOURS_PRINTED: translate("TrailPage", "打印或导出了时数证明"),
        AuditKind.HOURS_EXPORTED: translate("TrailPage", "导出了时数表"),
        AuditKind.HOURS_HOLD: translate("TrailPage", "写进了导出的时数表"),
    }


def _locks() -> dict[AuditKind, str]:
    """Return the words of what opens and locks."""
    return {
        AuditKind.VAULT_CREATED: translate("TrailPage", "建了保险库"),
        AuditKind.WRONG_TRIES: translate("TrailPage", "密码输错"),
        AuditKind.UNLOCKED: translate("TrailPage", "用密码打开了保险库"),
        AuditKind.UNLOCKED_BY_RECOVERY: translate("TrailPage", "用恢复密钥打开了保险库"),
        AuditKind.UNLOCKED_BY_KEYRING: translate("TrailPage", "用系统钥匙串打开了保险库"),
        AuditKind.LOCKED: translate("TrailPage", "锁定了保险库"),
        AuditKind.PASSWORD_CHANGED: translate("TrailPage", "换了密码"),
        AuditKind.RECOVERY_CHANGED: translate("TrailPage", "换了恢复密钥"),
        AuditKind.RECOVERY_TRIED: translate("TrailPage", "核对了恢复密钥"),
        AuditKind.RECOVERY_PRINTED: translate("TrailPage", "打印或导出了恢复密钥"),
        AuditKind.KEYRING_ON: translate("TrailPage", "打开了钥匙串"),
        AuditKind.KEYRING_OFF: translate("TrailPage", "关掉了钥匙串"),
        AuditKind.CASE_LOCK_SET: translate("TrailPage", "给个案加了密码"),
        AuditKind.CASE_LOCK_CHANGED: translate("TrailPage", "换了个案的密码"),
        AuditKind.CASE_LOCK_REMOVED: translate("TrailPage", "去掉了个案的密码"),
        AuditKind.CASE_UNLOCKED: translate("TrailPage", "打开了加锁的个案"),
        AuditKind.CASE_UNLOCKED_BY_RECOVERY: translate("TrailPage", "用恢复密钥打开了加锁的个案"),
        AuditKind.CASE_REFUSED: translate("TrailPage", "个案的密码输错"),
        AuditKind.CASE_SHUT: translate("TrailPage", "合上了个案"),
        AuditKind.SUCCESSION_MADE: translate("TrailPage", "生成了职业遗嘱"),
        AuditKind.SUCCESSION_HOLDS: translate("TrailPage", "放进了职业遗嘱"),
        AuditKind.READABLE_EXPORTED: translate("TrailPage", "导出了全部记录"),
        AuditKind.READABLE_HOLDS: translate("TrailPage", "放进了全部记录的导出"),
        AuditKind.SUCCESSION_KEY_CHANGED: translate("TrailPage", "换了职业遗嘱的密钥"),
    }


def _kept() -> dict[AuditKind, str]:
    """Return the words of what keeps the vault whole."""
    return {
        AuditKind.BACKED_UP: translate("TrailPage", "做了备份"),
        AuditKind.BACKUP_DRILLED: translate("TrailPage", "做了恢复演练"),
        AuditKind.WRITTEN_LATER: translate("TrailPage", "磁盘满时的留痕，后来补写"),
        AuditKind.OLDER_FOUND: translate("TrailPage", "发现数据库是旧的"),
        AuditKind.OLDER_ACCEPTED: translate("TrailPage", "接受了旧的数据库"),
        AuditKind.CHECKED: translate("TrailPage", "做了健康检查"),
        AuditKind.SALVAGED: translate("TrailPage", "从损坏的保险库救出"),
        AuditKind.READABLE_TAKEN_IN: translate("TrailPage", "由导出的压缩包建成"),
        AuditKind.TRAIL_READ: translate("TrailPage", "看了留痕"),
        AuditKind.SECURITY_CHECKED: translate("TrailPage", "看了一遍电脑安全"),
        AuditKind.PRACTICE_RECORDED: translate("TrailPage", "记了执业资料"),
        AuditKind.PRACTICE_REMOVED: translate("TrailPage", "移除了执业资料"),
        AuditKind.PAPER_KEPT: translate("TrailPage", "附上了文书"),
        AuditKind.PAPER_READ: translate("TrailPage", "看了附上的文书"),
        AuditKind.PRACTICE_DOCUMENT_READ: translate("TrailPage", "看了执业资料的文件"),
        AuditKind.PRACTICE_PRINTED: translate("TrailPage", "打印或导出了执业资料"),
        AuditKind.STATISTICS_PRINTED: translate("TrailPage", "打印或导出了年度统计"),
        AuditKind.COMPLETENESS_PRINTED: translate("TrailPage", "打印或导出了完整性报告"),
        AuditKind.SAMPLE_DRAWN: translate("TrailPage", "抽了一批记录来看"),
        AuditKind.SAMPLE_CLOSED: translate("TrailPage", "看完了一次记录抽查"),
        AuditKind.SAMPLE_PRINTED: translate("TrailPage", "打印或导出了记录抽查"),
    }
