"""What the columns of a questionnaire become, and why an answer stayed among the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.answer_case import Why
from app.domain.answer_column import Becomes
from ui.names import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate
_BECOMES: Final[dict[Becomes, object]] = {
    Becomes.KEEP: QT_TRANSLATE_NOOP("Questionnaire", "留在答卷里"),
    Becomes.OUT: QT_TRANSLATE_NOOP("Questionnaire", "不带进来"),
    Becomes.SERIAL: QT_TRANSLATE_NOOP("Questionnaire", "序号（只认重复）"),
    Becomes.SUBMITTED: QT_TRANSLATE_NOOP("Questionnaire", "提交时间"),
    Becomes.NAME: QT_TRANSLATE_NOOP("Questionnaire", "姓名"),
    Becomes.PHONE: QT_TRANSLATE_NOOP("Questionnaire", "电话"),
    Becomes.WECHAT: QT_TRANSLATE_NOOP("Questionnaire", "微信"),
    Becomes.EMAIL: QT_TRANSLATE_NOOP("Questionnaire", "邮箱"),
    Becomes.CITY: QT_TRANSLATE_NOOP("Questionnaire", "所在城市"),
    Becomes.BIRTH_DATE: QT_TRANSLATE_NOOP("Questionnaire", "出生日期"),
    Becomes.ADDRESS: QT_TRANSLATE_NOOP("Questionnaire", "住址"),
    Becomes.EMPLOYER: QT_TRANSLATE_NOOP("Questionnaire", "单位"),
    Becomes.SCHOOL: QT_TRANSLATE_NOOP("Questionnaire", "学校"),
    Becomes.ID_NUMBER: QT_TRANSLATE_NOOP("Questionnaire", "证件号"),
    Becomes.EMERGENCY_NAME: QT_TRANSLATE_NOOP("Questionnaire", "紧急联系人姓名"),
    Becomes.EMERGENCY_RELATION: QT_TRANSLATE_NOOP("Questionnaire", "紧急联系人的关系"),
    Becomes.EMERGENCY_PHONE: QT_TRANSLATE_NOOP("Questionnaire", "紧急联系人的电话"),
    Becomes.GUARDIAN_NAME: QT_TRANSLATE_NOOP("Questionnaire", "监护人姓名"),
    Becomes.GUARDIAN_RELATION: QT_TRANSLATE_NOOP("Questionnaire", "监护人的关系"),
    Becomes.GUARDIAN_PHONE: QT_TRANSLATE_NOOP("Questionnaire", "监护人的电话"),
    Becomes.SEEKS: QT_TRANSLATE_NOOP("Questionnaire", "求助的问题"),
    Becomes.EXPECTS: QT_TRANSLATE_NOOP("Questionnaire", "期望"),
    Becomes.SOURCE: QT_TRANSLATE_NOOP("Questionnaire", "怎样找到这里"),
    Becomes.EARLIER: QT_TRANSLATE_NOOP("Questionnaire", "以前的咨询"),
    Becomes.HOSPITAL: QT_TRANSLATE_NOOP("Questionnaire", "就诊医院"),
    Becomes.DIAGNOSIS: QT_TRANSLATE_NOOP("Questionnaire", "医院的诊断"),
    Becomes.MEDICATION: QT_TRANSLATE_NOOP("Questionnaire", "正在服的药"),
    Becomes.LANGUAGE: QT_TRANSLATE_NOOP("Questionnaire", "语言或方言"),
    Becomes.NEEDS: QT_TRANSLATE_NOOP("Questionnaire", "需要的便利"),
    Becomes.CULTURE: QT_TRANSLATE_NOOP("Questionnaire", "文化与信仰"),
}


def becomes_word(what: Becomes) -> str:
    """Return what a column becomes, in words."""
    return translate("Questionnaire", str(_BECOMES[what]))


def why_words(head: str, why: Why) -> str:
    """Return why an answer stays among the answers."""
    if why is Why.TAKEN:
        return translate("Questionnaire", "“{0}”：资料里已有别的内容，没有改，留在答卷里。").format(
            head
        )
    if why is Why.UNREADABLE:
        return translate("Questionnaire", "“{0}”：出生日期读不懂，原样留在答卷里。").format(head)
    return translate("Questionnaire", "“{0}”：这一格放不进资料，原样留在答卷里。").format(head)


def left_out_words(heads: Sequence[str]) -> list[str]:
    """Return the line that counts and names the columns of which no case keeps anything."""
    if not heads:
        return []
    names = translate("Questionnaire", "、").join(map(as_written, heads))
    counted = translate("Questionnaire", "%n 列不带进来：{0}。", "", len(heads))
    return [counted.format(names)]
