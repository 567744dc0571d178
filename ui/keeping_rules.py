"""What the rules about keeping, holds, requests and destruction ask for, in words with a clause."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

KEEPING_RULES: Final[dict[str, object]] = {
    "keeping.profile": QT_TRANSLATE_NOOP("EntryRules", "请选一个保存期限（热线 3.3）。"),
    "keeping.years": QT_TRANSLATE_NOOP("EntryRules", "请写 1 到 100 之间的数（热线 3.3）。"),
    "keeping.minor_years": QT_TRANSLATE_NOOP("EntryRules", "请写 0 到 100 之间的数（热线 3.3）。"),
    "keeping.law": QT_TRANSLATE_NOOP(
        "EntryRules", "比执业地法规要求的短：请选不少于法定年数的期限（3.4）。"
    ),
    "keeping.why": QT_TRANSLATE_NOOP("EntryRules", "自定的期限，请写下为什么（热线 3.3）。"),
    "hold.authority": QT_TRANSLATE_NOOP("EntryRules", "请写下哪个机关或哪一方要求（例外 3）。"),
    "hold.number": QT_TRANSLATE_NOOP("EntryRules", "请写下文号，没有请写「无」（例外 3）。"),
    "hold.since": QT_TRANSLATE_NOOP("EntryRules", "请写下从哪一天起（例外 3）。"),
    "hold.reason": QT_TRANSLATE_NOOP("EntryRules", "请写下是为什么事（例外 3）。"),
    "lift.on": QT_TRANSLATE_NOOP("EntryRules", "请写下哪一天解除（例外 3）。"),
    "lift.why": QT_TRANSLATE_NOOP("EntryRules", "请写下为什么可以解除（例外 3）。"),
    "request.kind": QT_TRANSLATE_NOOP("EntryRules", "请选来访者请求什么（规范二(四)b）。"),
    "request.received": QT_TRANSLATE_NOOP("EntryRules", "请写下是哪一天收到的（规范二(四)b）。"),
    "request.asker": QT_TRANSLATE_NOOP("EntryRules", "请选是谁提出的（规范二(四)b）。"),
    "request.called": QT_TRANSLATE_NOOP("EntryRules", "请写下提出人的姓名（规范二(四)b）。"),
    "request.identity": QT_TRANSLATE_NOOP(
        "EntryRules", "请选怎样核实的身份：给错了人，收不回来（规范二(四)b）。"
    ),
    "request.authority": QT_TRANSLATE_NOOP(
        "EntryRules", "受托人提出，要看过书面授权（规范二(四)b）。"
    ),
    "request.said": QT_TRANSLATE_NOOP("EntryRules", "请写下要更正什么（规范二(四)b）。"),
    "request.due": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下哪一天以前答复：不早于收到那天，不超过三十天（规范二(四)b）。"
    ),
    "answer.decision": QT_TRANSLATE_NOOP("EntryRules", "请选怎样答复（规范二(四)b）。"),
    "answer.reason": QT_TRANSLATE_NOOP("EntryRules", "没有全部同意，请写下理由（规范二(四)b）。"),
    "answer.law": QT_TRANSLATE_NOOP(
        "EntryRules", "没有全部同意，请写下依据哪一条（规范二(四)b）。"
    ),
    "answer.done": QT_TRANSLATE_NOOP(
        "EntryRules", "请写下哪一天办好的，不早于收到那天（规范二(四)b）。"
    ),
    "answer.held": QT_TRANSLATE_NOOP("EntryRules", "个案在法律保全中，现在不能删除（例外 3）。"),
    "proposal.ground": QT_TRANSLATE_NOOP("EntryRules", "请选为什么销毁（3.4）。"),
    "proposal.not_over": QT_TRANSLATE_NOOP(
        "EntryRules", "保存期限还没有满，请选真正的理由（热线 3.3）。"
    ),
    "proposal.weighed": QT_TRANSLATE_NOOP(
        "EntryRules", "期限未满，请先确认没有保存的义务，再勾选（3.4）。"
    ),
}
