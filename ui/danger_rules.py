"""What the rules about danger ask for, in words with their clause; `entry_words` finds them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

DANGER_RULES: Final[dict[str, object]] = {
    "risk.ideation": QT_TRANSLATE_NOOP("EntryRules", "请选：有没有意念（规范二(一)b）。"),
    "risk.plan": QT_TRANSLATE_NOOP("EntryRules", "请选：有没有计划（规范二(一)b）。"),
    "risk.means": QT_TRANSLATE_NOOP("EntryRules", "请选：手边有没有手段（规范二(一)b）。"),
    "risk.intent": QT_TRANSLATE_NOOP("EntryRules", "请选：有没有意图（规范二(一)b）。"),
    "risk.protective": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下是什么在保护，没有也请写「无」（规范二(二)a）。"
    ),
    "risk.level": QT_TRANSLATE_NOOP("EntryRules", "请选一级：低、中，或者高（规范二(二)a）。"),
    "risk.basis": QT_TRANSLATE_NOOP("EntryRules", "请写下凭什么定这一级（规范二(二)a）。"),
    "risk.next_contact": QT_TRANSLATE_NOOP(
        "EntryRules", "风险高：请约好下一次联系，24 小时以内（规范二(二)a）。"
    ),
    "risk.within_a_day": QT_TRANSLATE_NOOP(
        "EntryRules", "风险高：下一次联系要在 24 小时以内（规范二(二)a）。"
    ),
    "risk.still_to_come": QT_TRANSLATE_NOOP(
        "EntryRules", "这个时间已经过去了，请写还没有到的（问 4·1(2)）。"
    ),
    "risk_care.low_with_a_plan": QT_TRANSLATE_NOOP(
        "EntryRules", "有计划或意图而评为低：请再看一眼（规范二(二)a）。"
    ),
    "risk_care.low_and_unclear": QT_TRANSLATE_NOOP(
        "EntryRules", "还有没问清的，先评为低：问清了请再评一次（规范二(二)a）。"
    ),
    "safety.signs": QT_TRANSLATE_NOOP("EntryRules", "请写下怎样知道开始不好了（规范二(二)a）。"),
    "safety.coping": QT_TRANSLATE_NOOP("EntryRules", "请写下自己能做什么（规范二(二)a）。"),
    "safety.distraction": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下能换换心思的人和地方（规范二(二)a）。"
    ),
    "safety.people": QT_TRANSLATE_NOOP("EntryRules", "请写下可以向谁求助（规范二(二)a）。"),
    "safety.professionals": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下专业的人和机构（规范二(二)a）。"
    ),
    "safety.surroundings": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下怎样让身边更安全（规范二(二)a）。"
    ),
    "crisis.act": QT_TRANSLATE_NOOP("EntryRules", "请选做了什么（规范二(一)c）。"),
    "crisis.what": QT_TRANSLATE_NOOP("EntryRules", "请写下发生了什么（问 9·2(2)）。"),
    "crisis.plan": QT_TRANSLATE_NOOP("EntryRules", "请写下打算怎样做（规范二(二)a）。"),
    "crisis.where": QT_TRANSLATE_NOOP("EntryRules", "请写下来访者此刻在哪里（网络 3.4）。"),
    "crisis.what_else": QT_TRANSLATE_NOOP(
        "EntryRules", "选了其他，请写一句做了什么（规范二(一)c）。"
    ),
    "crisis.which": QT_TRANSLATE_NOOP("EntryRules", "请选是五项里的哪一项（问 9·2(2)）。"),
    "crisis.why_not": QT_TRANSLATE_NOOP("EntryRules", "请写下为什么没有做（问 9·2(2)）。"),
    "closing.referral": QT_TRANSLATE_NOOP(
        "EntryRules", "转介还没有做，也没有写为什么（问 9·2(2)）。"
    ),
    "closing.assessment": QT_TRANSLATE_NOOP(
        "EntryRules", "危险性评估还没有做，也没有写为什么（问 9·2(2)）。"
    ),
    "closing.contact": QT_TRANSLATE_NOOP(
        "EntryRules", "还没有联系紧急联系人，也没有写为什么（问 9·2(2)）。"
    ),
    "closing.hotline": QT_TRANSLATE_NOOP(
        "EntryRules", "还没有告知热线，也没有写为什么（问 9·2(2)）。"
    ),
    "closing.in_person": QT_TRANSLATE_NOOP(
        "EntryRules", "还没有转到线下，也没有写为什么（问 9·2(2)）。"
    ),
    "closing.outcome": QT_TRANSLATE_NOOP("EntryRules", "请写下结果怎样（问 9·2(2)）。"),
    "card.identity": QT_TRANSLATE_NOOP("EntryRules", "真实姓名还没有登记（网络 3.4）。"),
    "card.reach": QT_TRANSLATE_NOOP("EntryRules", "电话还没有登记（网络 3.4）。"),
    "card.place": QT_TRANSLATE_NOOP("EntryRules", "今天还没有确认来访者在哪里（网络 3.4）。"),
    "card.contact": QT_TRANSLATE_NOOP(
        "EntryRules", "紧急联系人还没有登记（网络 3.4，规范二(一)c）。"
    ),
    "card.may_know": QT_TRANSLATE_NOOP(
        "EntryRules", "还没有问过来访者，紧急联系人能不能知道咨询（规范二(一)c）。"
    ),
    "card.agreed": QT_TRANSLATE_NOOP("EntryRules", "还没有安全计划（规范二(二)a）。"),
    "duty.overdue": QT_TRANSLATE_NOOP("EntryRules", "约好的联系过了时间（问 4·1(2)）。"),
    "duty.differs": QT_TRANSLATE_NOOP(
        "EntryRules",
        "会谈里写的风险和风险评估不一样，先按高的算：请再评估一次（规范二(二)a）。",
    ),
    "duty.assessment": QT_TRANSLATE_NOOP(
        "EntryRules", "会谈里写了风险，还没有做风险评估（规范二(二)a）。"
    ),
    "duty.contact_logged": QT_TRANSLATE_NOOP(
        "EntryRules", "风险高：还没有记过联系（规范二(二)a）。"
    ),
    "duty.next_contact": QT_TRANSLATE_NOOP(
        "EntryRules", "风险高：还没有约 24 小时内的下一次联系（问 4·1(2)，规范二(二)a）。"
    ),
    "duty.emergency_plan": QT_TRANSLATE_NOOP(
        "EntryRules", "风险高：还没有写紧急预案，请开始一个危机事件（规范二(二)a）。"
    ),
    "duty.safety_plan": QT_TRANSLATE_NOOP(
        "EntryRules",
        "有风险：定为这一级以后，还没有和来访者写安全计划（规范二(二)a）。",
    ),
    "duty.supervision": QT_TRANSLATE_NOOP(
        "EntryRules", "风险高：还没有和督导或同行商量（规范二(二)a）。"
    ),
    "duty.open_event": QT_TRANSLATE_NOOP("EntryRules", "有一个危机事件还没有结束（问 9·2(2)）。"),
}
"""The sentence of every rule about danger."""
