"""What is begun in a case and not entered yet, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.entry import EntryKind

translate = QCoreApplication.translate


def unfinished_word(kind: EntryKind) -> str:
    """Return what an entry that is begun is called."""
    return {
        EntryKind.CONTACT: translate("Unfinished", "联系"),
        EntryKind.SCREEN: translate("Unfinished", "适宜性评估"),
        EntryKind.MODE_CHANGE: translate("Unfinished", "改变服务方式"),
        EntryKind.AGREEMENT: translate("Unfinished", "约定次数"),
        EntryKind.REVIEW: translate("Unfinished", "复核"),
        EntryKind.CASE_REPORT: translate("Unfinished", "个案报告"),
        EntryKind.SUPERVISION: translate("Unfinished", "督导记录"),
        EntryKind.SUPERVISION_DONE: translate("Unfinished", "督导记录"),
        EntryKind.FORMULATION: translate("Unfinished", "个案概念化"),
        EntryKind.GENOGRAM: translate("Unfinished", "家谱图"),
        EntryKind.TECH_SHEET: translate("Unfinished", "技术准备"),
        EntryKind.MEASURE: translate("Unfinished", "量表"),
        EntryKind.MEASURE_FOLLOW: translate("Unfinished", "对量表结果的处理"),
        EntryKind.URGENT_REASONS: translate("Unfinished", "危机处置的理由"),
        EntryKind.IDENTITY_TALK: translate("Unfinished", "匿名的讨论"),
        EntryKind.RELATION_CHECK: translate("Unfinished", "对关系的评估"),
        EntryKind.DECLINE: translate("Unfinished", "不接案"),
        EntryKind.RISK: translate("Unfinished", "风险评估"),
        EntryKind.DISCLOSURE: translate("Unfinished", "披露"),
        EntryKind.DISCLOSURE_FOLLOW: translate("Unfinished", "披露的补记"),
        EntryKind.ETHICS: translate("Unfinished", "伦理决策"),
        EntryKind.SAFETY_PLAN: translate("Unfinished", "安全计划"),
        EntryKind.CRISIS: translate("Unfinished", "危机里的一步"),
        EntryKind.REFERRAL: translate("Unfinished", "转介"),
        EntryKind.REFERRAL_STEP: translate("Unfinished", "转介的一步"),
        EntryKind.ENDING: translate("Unfinished", "结案"),
        EntryKind.REOPENING: translate("Unfinished", "重新打开"),
        EntryKind.FOLLOW_PLAN: translate("Unfinished", "随访的日子"),
        EntryKind.FOLLOW_UP: translate("Unfinished", "随访"),
        EntryKind.RETENTION: translate("Unfinished", "保存期限"),
        EntryKind.LEGAL_HOLD: translate("Unfinished", "法律保全"),
        EntryKind.HOLD_LIFTED: translate("Unfinished", "解除法律保全"),
        EntryKind.CLIENT_REQUEST: translate("Unfinished", "来访者的请求"),
        EntryKind.REQUEST_ANSWER: translate("Unfinished", "对请求的答复"),
        EntryKind.RECORD_COPY: translate("Unfinished", "给出记录"),
    }.get(kind, translate("Unfinished", "一项"))


def unfinished_line(kind: EntryKind) -> str:
    """Return the line that leads back to an entry that is begun."""
    return translate("Unfinished", "没写完：{0}").format(unfinished_word(kind))
