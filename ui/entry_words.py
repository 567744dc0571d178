"""What is missing in an entry, and what is to be looked at, in words with their clause."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.danger_rules import DANGER_RULES
from ui.disclosure_rules import DISCLOSURE_RULES
from ui.ending_rules import ENDING_RULES
from ui.keeping_rules import KEEPING_RULES
from ui.recording_rules import RECORDING_RULES
from ui.summary_rules import SUMMARY_RULES
from ui.supervision_rules import SUPERVISION_RULES

_WORDS: Final[dict[str, object]] = {
    **DANGER_RULES,
    **DISCLOSURE_RULES,
    **ENDING_RULES,
    **KEEPING_RULES,
    **RECORDING_RULES,
    **SUMMARY_RULES,
    **SUPERVISION_RULES,
    "copy.chosen": QT_TRANSLATE_NOOP("EntryRules", "请选要给出的几篇，只选用得着的（最低程度）。"),
    "copy.ground": QT_TRANSLATE_NOOP(
        "EntryRules", "请选依据：没有依据，记录不能给出（热线 3.1）。"
    ),
    "copy.released": QT_TRANSLATE_NOOP(
        "EntryRules", "要给别人，先请来访者签「信息披露」单独同意（例外 1）。"
    ),
    "copy.reference": QT_TRANSLATE_NOOP("EntryRules", "请写下是哪一份法律文书（例外 2）。"),
    "copy.recipient": QT_TRANSLATE_NOOP("EntryRules", "请写下交给谁（热线 3.1）。"),
    "copy.purpose": QT_TRANSLATE_NOOP("EntryRules", "请写下作什么用（热线 3.1）。"),
    "screen.answered": QT_TRANSLATE_NOOP("EntryRules", "每一项都要回答：是，或者否（网络 4.3）。"),
    "screen.result": QT_TRANSLATE_NOOP("EntryRules", "请写下结果（网络 1.1，热线 4.2）。"),
    "screen.not_plainly_suitable": QT_TRANSLATE_NOOP(
        "EntryRules", "有一项为是，就不能只写适宜：有保留地继续，或者不适宜（网络 4.3）。"
    ),
    "screen.rationale": QT_TRANSLATE_NOOP(
        "EntryRules", "要继续，请写下为什么可以继续（网络 4.3）。"
    ),
    "screen.safety_plan": QT_TRANSLATE_NOOP(
        "EntryRules", "有人身危险，继续以前要有安全计划（网络 4.3）。"
    ),
    "screen.consultation": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下和同行或督导讨论的日期，已经谈过或约好的都行（网络 4.3）。"
    ),
    "screen.explanation": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下怎样向来访者解释的（网络 1.1，热线 4.2）。"
    ),
    "screen.referral": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下介绍到哪里，或者注明来访者谢绝（网络 1.1，热线 4.2）。"
    ),
    "screen.referral_said": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下关于转介说了什么（网络 1.1，热线 4.2）。"
    ),
    "contact.when": QT_TRANSLATE_NOOP("EntryRules", "请写下是什么时候（问 5(4)）。"),
    "contact.channel": QT_TRANSLATE_NOOP("EntryRules", "请写下用的哪种方式（问 9·1(3)）。"),
    "contact.purpose": QT_TRANSLATE_NOOP("EntryRules", "请选一个事由（问 9·1(2)）。"),
    "contact.began": QT_TRANSLATE_NOOP("EntryRules", "请选是谁先联系的（问 9·1(2)）。"),
    "contact.what_else": QT_TRANSLATE_NOOP(
        "EntryRules", "选了其他，请写一句是什么事（问 9·1(2)）。"
    ),
    "contact_care.beyond_arrangements": QT_TRANSLATE_NOOP(
        "EntryRules", "咨询以外的联系，只为安排咨询。别的事，请留到下次会谈里谈（问 9·1）。"
    ),
    "urgent.why": QT_TRANSLATE_NOOP("EntryRules", "请写下为什么不能等（问 9·2(1)）。"),
    "urgent.done": QT_TRANSLATE_NOOP("EntryRules", "请写下做了什么（问 9·2(1)）。"),
    "urgent.consulted": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下和谁商量过，没有也请写「无」（问 9·2(1)）。"
    ),
    "identity.anonymous": QT_TRANSLATE_NOOP("EntryRules", "请写下为什么匿名（问 2(3)）。"),
    "identity.discussed": QT_TRANSLATE_NOOP("EntryRules", "请写下谈过什么（问 2(3)）。"),
    "identity.reach": QT_TRANSLATE_NOOP("EntryRules", "请写下有危险时怎样找到对方（问 2(3)）。"),
    "owed.reasons": QT_TRANSLATE_NOOP("EntryRules", "危机处置的理由还没有写（问 9·2(1)）。"),
    "intake.graded": QT_TRANSLATE_NOOP("EntryRules", "请选一级：紧急、复杂，或者一般（问 4·2）。"),
    "intake.reasons": QT_TRANSLATE_NOOP("EntryRules", "请写下为什么定为这一级（问 4·2）。"),
    "intake.danger_afar": QT_TRANSLATE_NOOP(
        "EntryRules",
        "风险高，不在网上接案：请把服务方式改为危机处置，写明理由和转介（问 9·2(1)）。",
    ),
    "intake.led_on": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下转介到哪里、怎样护送过去（问 9·2(1)）。"
    ),
    "intake_care.danger_known": QT_TRANSLATE_NOOP(
        "EntryRules", "风险高，不适合网络接案：请转为危机处置或转介（问 9·2(1)）。"
    ),
    "intake_care.ungraded": QT_TRANSLATE_NOOP(
        "EntryRules", "还没有分级，或者没有写理由（问 4·2）。"
    ),
    "intake_care.unanswered": QT_TRANSLATE_NOOP(
        "EntryRules", "紧急的请求还没有答复：请及时回应（问 4·2(1)）。"
    ),
    "intake_care.anonymous": QT_TRANSLATE_NOOP(
        "EntryRules", "来访者匿名：请谈一次，写下匿名做不到什么、有危险时怎样找到对方（问 2(3)）。"
    ),
    "intake_care.unnamed": QT_TRANSLATE_NOOP(
        "EntryRules", "有风险，请再确认身份、所在地和电话（问 2(3)）。"
    ),
    "intake_care.relation_unasked": QT_TRANSLATE_NOOP(
        "EntryRules", "请问一句：您和来访者是否相识（热线 1.4，网络 1.4）。"
    ),
    "intake_care.relation": QT_TRANSLATE_NOOP(
        "EntryRules", "您和来访者相识：请写下对关系的评估（热线 1.4，网络 1.4）。"
    ),
    "intake_care.family": QT_TRANSLATE_NOOP(
        "EntryRules", "您还在见这位来访者的亲属或伴侣：请留意各自的边界和保密（热线 1.5）。"
    ),
    "intake_care.perhaps_family": QT_TRANSLATE_NOOP(
        "EntryRules", "您的来访者里，可能有这位来访者的亲属或伴侣（热线 1.5）。"
    ),
    "intake_care.doctors_words": QT_TRANSLATE_NOOP(
        "EntryRules",
        "写的话像诊断或用药建议：诊断和用药由医疗机构决定，需要时请转介（规范三(一)b）。",
    ),
    "intake_care.guardian": QT_TRANSLATE_NOOP(
        "EntryRules", "来访者未成年：请写下能联系到的监护人（规范三(二)a）。"
    ),
    "intake_care.not_by_voice": QT_TRANSLATE_NOOP(
        "EntryRules", "来访者需要用文字沟通，电话不合适（规范三(二)a）。"
    ),
    "intake_care.members": QT_TRANSLATE_NOOP(
        "EntryRules", "不止一个人来：请写下每位成员，保密约定要逐个签（隐私权 2.1）。"
    ),
    "intake_care.unpublished": QT_TRANSLATE_NOOP(
        "EntryRules", "《服务说明》里还没有写服务范围和来访者须符合的条件（问 1·3）。"
    ),
    "relation.bond": QT_TRANSLATE_NOOP("EntryRules", "请写下是怎样的关系（热线 1.4，网络 1.4）。"),
    "relation.weighed": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下这对咨询可能有什么影响（热线 1.4，网络 1.4）。"
    ),
    "relation.decided": QT_TRANSLATE_NOOP("EntryRules", "请写下怎样决定的（热线 1.4，网络 1.4）。"),
    "decline.reason": QT_TRANSLATE_NOOP("EntryRules", "请选一个理由（热线 1.1）。"),
    "decline.more": QT_TRANSLATE_NOOP("EntryRules", "选了其他，请写一句是什么（热线 1.1）。"),
    "decline.elsewhere": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下介绍到哪里，或者注明来访者谢绝（热线 1.1）。"
    ),
    "decline.said": QT_TRANSLATE_NOOP("EntryRules", "请写下怎样向来访者说的（热线 1.1）。"),
    "mode_change.another": QT_TRANSLATE_NOOP(
        "EntryRules", "请选新的服务方式，要和现在的不同（问 4·1）。"
    ),
    "mode_change.options": QT_TRANSLATE_NOOP("EntryRules", "请写下讨论过哪些选择（问 4·1）。"),
    "mode_change.decision": QT_TRANSLATE_NOOP("EntryRules", "请写下来访者的决定（问 4·1）。"),
    "mode_change.effective": QT_TRANSLATE_NOOP("EntryRules", "请写下从哪一天起（问 4·1）。"),
    "agreement.counted": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下约定几次，1 到 999 之间的数（问 5(5)）。"
    ),
    "review.answered": QT_TRANSLATE_NOOP("EntryRules", "请回答：是，或者否（网络 1.7）。"),
    "review.onward": QT_TRANSLATE_NOOP(
        "EntryRules", "不再有效，请选一条路：改面询、转介或结案（网络 1.7，附录 8.5）。"
    ),
    "review.discussion": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下和来访者是怎样讨论的（网络 1.7）。"
    ),
    "review_care.relations_unseen": QT_TRANSLATE_NOOP(
        "EntryRules", "这次没有勾「看过了：没有生出别的关系」，请留意（网络 1.4）。"
    ),
    "review_care.boundaries_unsaid": QT_TRANSLATE_NOOP(
        "EntryRules", "这次没有勾「重新谈过边界」，下次会谈可以谈一谈（附录 8.5）。"
    ),
    "formulation.written": QT_TRANSLATE_NOOP(
        "EntryRules", "这一版还没有写字。写一点再记下（问 6(5)）。"
    ),
    "formulation_care.goals": QT_TRANSLATE_NOOP("EntryRules", "还没有写咨询目标（问 6(5)）。"),
    "formulation_care.methods": QT_TRANSLATE_NOOP("EntryRules", "还没有写方法与计划（问 6(5)）。"),
    "tech.platform": QT_TRANSLATE_NOOP("EntryRules", "请写下用哪个平台或软件（网络 4.2(3)）。"),
    "tech_care.untried": QT_TRANSLATE_NOOP(
        "EntryRules", "第一次远程会谈以前，请和来访者试通一次，记下技术准备（网络 4.2(3)）。"
    ),
    "tech_care.unsolved": QT_TRANSLATE_NOOP(
        "EntryRules", "技术准备里写了问题，还没有写怎样解决的（网络 4.2(3)）。"
    ),
    "measure.answered": QT_TRANSLATE_NOOP("EntryRules", "还没有答任何一题（网络 5.2）。"),
    "measure.way": QT_TRANSLATE_NOOP(
        "EntryRules", "请选是在屏幕上填，还是从纸上录入（网络 5.2）。"
    ),
    "measure.who": QT_TRANSLATE_NOOP("EntryRules", "请选是谁答的（网络 5.2）。"),
    "measure.day": QT_TRANSLATE_NOOP("EntryRules", "请写下是哪一天填的（网络 5.2）。"),
    "measure_care.self_harm": QT_TRANSLATE_NOOP(
        "EntryRules", "量表里自伤的一题有回应：请看风险（网络 5.2）。"
    ),
    "measure_care.feedback": QT_TRANSLATE_NOOP(
        "EntryRules", "量表的结果还没有当面反馈（网络 5.2）。"
    ),
    "measure_follow.when": QT_TRANSLATE_NOOP("EntryRules", "请写下是哪一天（网络 5.2）。"),
    "measure_follow.how": QT_TRANSLATE_NOOP(
        "EntryRules", "请写一句：怎样看的风险，或者为什么不计入（网络 5.2）。"
    ),
    "own_scale.named": QT_TRANSLATE_NOOP("EntryRules", "请给量表起个名字（网络 5.2）。"),
    "own_scale.asks": QT_TRANSLATE_NOOP("EntryRules", "请写题目，一行一题（网络 5.2）。"),
    "own_scale.options": QT_TRANSLATE_NOOP(
        "EntryRules",
        "请写 2 到 11 个答案，一行一个，分数在前、各不相同，如「0 从不」（网络 5.2）。",
    ),
    "own_scale.turned": QT_TRANSLATE_NOOP(
        "EntryRules", "只写题号，用空格隔开，不超过题目的数目（网络 5.2）。"
    ),
    "own_scale.alert": QT_TRANSLATE_NOOP(
        "EntryRules", "只写一个题号，不超过题目的数目（网络 5.2）。"
    ),
    "own_scale.missing": QT_TRANSLATE_NOOP(
        "EntryRules", "请写一个数，要比题目的数目小；不补就空着（网络 5.2）。"
    ),
    "own_scale.bands": QT_TRANSLATE_NOOP(
        "EntryRules", "一行一级，从低到高，互不重叠，如「0-4 轻度」（网络 5.2）。"
    ),
    "course.last_agreed": QT_TRANSLATE_NOOP(
        "EntryRules", "约定的次数到了：要继续，请再约定一次（问 5(5)）。"
    ),
    "course.beyond_agreed": QT_TRANSLATE_NOOP(
        "EntryRules", "已经超过约定的次数，请和来访者再约定（问 5(5)）。"
    ),
    "course.review_due": QT_TRANSLATE_NOOP(
        "EntryRules", "该复核了：网络咨询是否仍有效（网络 1.7，附录 8.5）。"
    ),
}


def rule_words(name: str) -> str:
    """Return what a rule asks for, as a sentence with its clause."""
    return QCoreApplication.translate("EntryRules", str(_WORDS[name]))


def worded() -> frozenset[str]:
    """Return the names of the rules that have a sentence here."""
    return frozenset(_WORDS)
