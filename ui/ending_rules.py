"""What the rules about referral, closing and follow-up ask for; `entry_words` finds them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

ENDING_RULES: Final[dict[str, object]] = {
    "referral.reason": QT_TRANSLATE_NOOP("EntryRules", "请选为什么转介（规范二(二)c）。"),
    "referral.more": QT_TRANSLATE_NOOP("EntryRules", "选了其他，请写是什么原因（规范二(二)c）。"),
    "referral.haste": QT_TRANSLATE_NOOP("EntryRules", "请选要多快接上（规范二(二)c）。"),
    "referral.receiver": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下转到哪里；来访者谢绝，就在下面选谢绝（热线 4.2，网络 1.1）。"
    ),
    "referral.said": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下怎样向来访者说明的（热线 4.2，网络 1.1）。"
    ),
    "referral.answer": QT_TRANSLATE_NOOP(
        "EntryRules", "请选来访者怎样说：未经同意，什么都不给别人（披露前提）。"
    ),
    "referral.consent": QT_TRANSLATE_NOOP(
        "EntryRules", "请先请来访者签「信息披露」单独同意，再选它（例外 1）。"
    ),
    "referral.why_not": QT_TRANSLATE_NOOP("EntryRules", "请写下为什么没有取得同意（披露前提）。"),
    "referral.unagreed": QT_TRANSLATE_NOOP(
        "EntryRules",
        "没有签署的「信息披露」同意，信里不能写来访者的情况：请拿掉，或先取得书面同意（例外 1）。",
    ),
    "referral.bridge": QT_TRANSLATE_NOOP(
        "EntryRules", "接上以前谁来照看，请写下来：不中断联盟（问 4·1(2)）。"
    ),
    "referral_step.act": QT_TRANSLATE_NOOP("EntryRules", "请选发生了什么（规范二(二)c）。"),
    "referral_step.on": QT_TRANSLATE_NOOP("EntryRules", "请写下是哪一天（规范二(二)c）。"),
    "referral_step.why": QT_TRANSLATE_NOOP(
        "EntryRules", "不再等回执，请写下为什么（规范二(二)c）。"
    ),
    "referral_care.receipt_late": QT_TRANSLATE_NOOP(
        "EntryRules", "转介的回执过了约好的日子还没有回来（规范二(二)c）。"
    ),
    "follow_plan.days": QT_TRANSLATE_NOOP(
        "EntryRules", "请至少写一天；来访者不愿意，就勾上（规范二(二)c）。"
    ),
    "follow_plan.wish": QT_TRANSLATE_NOOP(
        "EntryRules", "来访者不愿意随访，就不要再约日子（规范二(二)c）。"
    ),
    "follow_plan.way": QT_TRANSLATE_NOOP("EntryRules", "请写下用什么方式问（规范二(二)c）。"),
    "follow_up.on": QT_TRANSLATE_NOOP("EntryRules", "请写下是哪一天问的（规范二(二)c）。"),
    "follow_up.reached": QT_TRANSLATE_NOOP("EntryRules", "请选有没有联系上（规范二(二)c）。"),
    "follow_up.found": QT_TRANSLATE_NOOP("EntryRules", "请写下来访者现在怎样（规范二(二)c）。"),
    "follow_care.ask": QT_TRANSLATE_NOOP(
        "EntryRules", "约好的随访到日子了：来访者现在怎样（规范二(二)c）。"
    ),
    "ending.kind": QT_TRANSLATE_NOOP("EntryRules", "请选是怎样结束的（网络 1.7）。"),
    "ending.day": QT_TRANSLATE_NOOP("EntryRules", "请写下结案是哪一天（网络 1.7）。"),
    "ending.why": QT_TRANSLATE_NOOP("EntryRules", "请写下为什么结束（网络 1.7）。"),
    "ending.talked": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下怎样和来访者谈的；没有谈成，写怎样找过（网络 1.7，问 4·1(2)）。"
    ),
    "ending.sought": QT_TRANSLATE_NOOP(
        "EntryRules",
        "最近的风险不是低：按脱落结案以前，先联系来访者并记下一次联系（问 4·1(2)）。",
    ),
    "ending.referred": QT_TRANSLATE_NOOP(
        "EntryRules", "因转介而结案，请先写转介（网络 1.7，规范二(二)c）。"
    ),
    "ending.problem": QT_TRANSLATE_NOOP("EntryRules", "请写下来时的问题（规范一(四)）。"),
    "ending.course": QT_TRANSLATE_NOOP("EntryRules", "请写下做了些什么（规范一(四)）。"),
    "ending.results": QT_TRANSLATE_NOOP("EntryRules", "请对照目标写结果（网络 1.7，规范一(四)）。"),
    "ending.risk": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下最后的风险，没有也请写「无」（问 4·1(2)，规范二(一)d）。"
    ),
    "ending.advice": QT_TRANSLATE_NOOP(
        "EntryRules", "最近的风险不是低：请写下往后靠什么、找谁（网络 1.7，问 4·1(2)）。"
    ),
    "ending.fees": QT_TRANSLATE_NOOP("EntryRules", "请选费用结清了没有（规范一(四)）。"),
    "ending.fees_how": QT_TRANSLATE_NOOP(
        "EntryRules", "费用还没有结清，请写下怎么办（规范一(四)）。"
    ),
    "ending.settled": QT_TRANSLATE_NOOP(
        "EntryRules", "有没完的事：请先做完，或者写下怎么办（热线 3.2，规范一(四)）。"
    ),
    "ending.crisis": QT_TRANSLATE_NOOP(
        "EntryRules", "有一次危机还没有结束，先在危机卡里结束它（问 9·2(2)）。"
    ),
    "reopening.reason": QT_TRANSLATE_NOOP("EntryRules", "请写下为什么重新打开（规范二(四)a）。"),
    "dropped.missed": QT_TRANSLATE_NOOP(
        "EntryRules", "连着两次没有来：可能脱落了，请联系一次（问 4·1(2)，规范二(二)c）。"
    ),
    "dropped.silent": QT_TRANSLATE_NOOP(
        "EntryRules", "很久没有来，也没有约：可能脱落了，请联系一次（问 4·1(2)，规范二(二)c）。"
    ),
}
