"""What the rules about telling others ask for, in words with their clause."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

DISCLOSURE_RULES: Final[dict[str, object]] = {
    "disclosure.basis": QT_TRANSLATE_NOOP(
        "EntryRules", "请选凭什么可以告诉：没有依据，什么都不能说（披露前提，3.2）。"
    ),
    "disclosure.released": QT_TRANSLATE_NOOP(
        "EntryRules", "先请来访者签「信息披露」单独同意（例外 1）。"
    ),
    "disclosure.alternatives": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下想过哪些别的办法、为什么不行；来不及就勾选情况紧急（突破前）。"
    ),
    "disclosure.consulted": QT_TRANSLATE_NOOP(
        "EntryRules", "不是每一版守则都有这一条，请先和督导或律师商量，写下是谁（热线 3.5）。"
    ),
    "disclosure.identity": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下是谁，或者为什么无法取得（热线 3.4）。"
    ),
    "disclosure.place": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下确切在哪里，或者为什么无法取得（热线 3.4）。"
    ),
    "disclosure.contact": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下可以联系谁，或者为什么无法取得（热线 3.4）。"
    ),
    "disclosure.authority": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下是哪个机关的文书；没有正式文书，不给（2.3(4)，例外 2）。"
    ),
    "disclosure.number": QT_TRANSLATE_NOOP("EntryRules", "请写下文号（2.3(4)）。"),
    "disclosure.day": QT_TRANSLATE_NOOP("EntryRules", "请写下文书上的日期（2.3(4)）。"),
    "disclosure.officer": QT_TRANSLATE_NOOP("EntryRules", "请写下经办人（2.3(4)）。"),
    "disclosure.kept": QT_TRANSLATE_NOOP("EntryRules", "请写下文书原件放在哪里（2.3(4)）。"),
    "disclosure.harm": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下会带来什么伤害、怎样减轻（2.3(4)）。"
    ),
    "disclosure.party": QT_TRANSLATE_NOOP("EntryRules", "请选告诉的是哪一类人（2.3，3.3）。"),
    "disclosure.recipient": QT_TRANSLATE_NOOP("EntryRules", "请写下告诉谁（热线 3.1，2.3）。"),
    "disclosure.channel": QT_TRANSLATE_NOOP("EntryRules", "请写下怎样告诉（2.3）。"),
    "disclosure.purpose": QT_TRANSLATE_NOOP("EntryRules", "请写下作什么用（热线 3.1）。"),
    "disclosure.words": QT_TRANSLATE_NOOP(
        "EntryRules", "还什么都没有：勾选或写下对方用得着的（最低程度）。"
    ),
    "disclosure.telling": QT_TRANSLATE_NOOP("EntryRules", "请选来访者知道吗（披露前提，3.1）。"),
    "disclosure.told_how": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下为什么现在不告诉来访者（披露前提）。"
    ),
    "disclosure_followed.something": QT_TRANSLATE_NOOP(
        "EntryRules", "写一点再记下：别的办法、怎样告诉的，或者对方的回应（2.3，突破前）。"
    ),
    "ethics.facts": QT_TRANSLATE_NOOP("EntryRules", "请写下事实（义务不明时）。"),
    "ethics.people": QT_TRANSLATE_NOOP("EntryRules", "请写下相关的人（义务不明时）。"),
    "ethics.clauses": QT_TRANSLATE_NOOP("EntryRules", "请写下看过的条款或法律（义务不明时）。"),
    "ethics.options": QT_TRANSLATE_NOOP("EntryRules", "请写下有哪些选项（义务不明时）。"),
    "ethics.consulted": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下咨询了谁，没有也请写「无」和原因（义务不明时）。"
    ),
    "ethics.decision": QT_TRANSLATE_NOOP("EntryRules", "请写下决定（义务不明时）。"),
}
