"""What the record of a case lacks, in words; where it is put right; and the report on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.case import shut_code
from app.domain.rule import Step
from app.domain.sheet import Sheet, SheetPart
from ui.case_list import mode_word
from ui.note_template_menu import window_language
from ui.page import (
    ToCalendar,
    ToCaseForm,
    ToCases,
    ToConsents,
    ToCourse,
    ToCrisis,
    ToDisclosure,
    ToEnding,
    ToFollowUp,
    ToIntake,
    ToNote,
    ToReferral,
    ToRequests,
    ToScreen,
    ToTechSheet,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.completeness import Lack
    from app.domain.ids import CaseId
    from app.services.completeness import CaseRecord, Completeness
    from ui.page import Destination

translate = QCoreApplication.translate
_WORDS: Final[dict[str, object]] = {
    "whole.graded": QT_TRANSLATE_NOOP("Completeness", "接案时没有分级（问 4·2）"),
    "whole.identity": QT_TRANSLATE_NOOP("Completeness", "来访者是谁没有登记（问 2(3)）"),
    "whole.place": QT_TRANSLATE_NOOP("Completeness", "来访者所在地和时区没有登记（网络 2.3(1)）"),
    "whole.contact": QT_TRANSLATE_NOOP("Completeness", "没有紧急联系人（附录 8.3）"),
    "whole.consent": QT_TRANSLATE_NOOP("Completeness", "知情同意书没有签署（网络 1.2）"),
    "whole.consent_ended": QT_TRANSLATE_NOOP("Completeness", "知情同意书不再有效（网络 1.2）"),
    "whole.screen": QT_TRANSLATE_NOOP("Completeness", "没有适宜性评估（网络 1.1）"),
    "whole.tech": QT_TRANSLATE_NOOP("Completeness", "没有技术准备（网络 4.2(3)）"),
    "whole.agreement": QT_TRANSLATE_NOOP("Completeness", "没有约定次数（问 5(5)）"),
    "whole.review": QT_TRANSLATE_NOOP("Completeness", "该复核了（网络 1.7）"),
    "whole.danger": QT_TRANSLATE_NOOP("Completeness", "有风险，该做的还没有做完（规范二(二)）"),
    "whole.reasons": QT_TRANSLATE_NOOP("Completeness", "危机处置的理由没有写（问 9·2(1)）"),
    "whole.written": QT_TRANSLATE_NOOP("Completeness", "会谈后没有记录（规范二(一)）"),
    "whole.signed": QT_TRANSLATE_NOOP("Completeness", "记录过了 24 小时没有签署（热线 3.2）"),
    "whole.result": QT_TRANSLATE_NOOP("Completeness", "预约过了没有记结果（问 5(4)）"),
    "whole.told": QT_TRANSLATE_NOOP("Completeness", "披露以后该补写的没有写（2.3，突破前）"),
    "whole.request": QT_TRANSLATE_NOOP("Completeness", "来访者的请求没有答复（规范二(四)b）"),
    "whole.gone": QT_TRANSLATE_NOOP(
        "Completeness", "来访者不再来了，没有联系，也没有结案（规范二(二)c）"
    ),
    "whole.receipt": QT_TRANSLATE_NOOP("Completeness", "转介的回执没有收到（规范二(二)c）"),
    "whole.closing": QT_TRANSLATE_NOOP("Completeness", "结束了，没有写结案（网络 1.7）"),
    "whole.follow": QT_TRANSLATE_NOOP("Completeness", "到了日子没有随访（规范二(二)c）"),
}
_PLACES: Final[dict[Step, Callable[[CaseId], Destination]]] = {
    Step.INTAKE: ToIntake,
    Step.PROFILE: ToCaseForm,
    Step.CONSENT: ToConsents,
    Step.SCREEN: ToScreen,
    Step.TECH: ToTechSheet,
    Step.COURSE: ToCourse,
    Step.RISK: ToCrisis,
    Step.APPOINTMENT: lambda _: ToCalendar(),
    Step.DISCLOSURE: ToDisclosure,
    Step.REQUEST: ToRequests,
    Step.REFERRAL: ToReferral,
    Step.ENDING: ToEnding,
    Step.FOLLOW: ToFollowUp,
}


def worded() -> frozenset[str]:
    """Return the names of the rules that have words here."""
    return frozenset(_WORDS)


def record_rule_words(name: str) -> str:
    """Return what a record lacks, with the clause that asks for it."""
    return translate("Completeness", str(_WORDS[name]))


def lack_words(one: Lack) -> str:
    """Return what lacks, and how many of it where that is more than one."""
    said = record_rule_words(one.name)
    return translate("Completeness", "{0} ×{1}").format(said, one.count) if one.count > 1 else said


def lack_place(one: Lack, record: CaseRecord) -> Destination:
    """Return where something that lacks is put right."""
    case_id = record.person.case_id
    if one.name == "whole.signed" and record.note_id is not None:
        return ToNote(record.note_id)
    return _PLACES.get(one.step, ToCases)(case_id)


def short_of(record: CaseRecord) -> str:
    """Return in a few words how a record stands."""
    if record.lacks:
        return translate("Completeness", "缺 %n 项", "", len(record.lacks))
    if record.part:
        return translate("Completeness", "看得到的都齐全")
    return translate("Completeness", "齐全")


def only_part(record: CaseRecord) -> str:
    """Return why only a part of a record was looked at; nothing where it was all of it."""
    if record.person.shut:
        return translate("Completeness", "加了密码，只查了不用密码看得到的。")
    if record.person.unread:
        return translate("Completeness", "保险库坏了一部分，只查了读得出来的。")
    return ""


def heading() -> str:
    """Return the title of the report."""
    return translate("Completeness", "记录完整性报告")


def code(record: CaseRecord) -> str:
    """Return how a case is called on paper: by its code, never by a name."""
    return shut_code(record.person.case_id) if record.person.shut else record.person.code


def sheet(found: Completeness, made: str) -> Sheet:
    """Return the report as a paper: codes alone, what lacks of each, and what was looked at."""
    lacking = [one for one in found.records if one.lacks]
    whole = [one for one in found.records if not one.lacks]
    between = translate("Completeness", "、")
    parts = [
        SheetPart(
            "",
            (
                (translate("Completeness", "查了"), _cases(len(found.records))),
                (translate("Completeness", "齐全"), _cases(len(whole))),
                (translate("Completeness", "有缺的"), _cases(len(lacking))),
            ),
        )
    ]
    if lacking:
        parts.append(
            SheetPart(translate("Completeness", "缺什么"), tuple(_line(one) for one in lacking))
        )
    if whole:
        codes = between.join(code(one) for one in whole)
        parts.append(SheetPart(translate("Completeness", "齐全的"), lines=(codes,)))
    parts.append(SheetPart(translate("Completeness", "查的是什么"), lines=_asked(found)))
    subtitle = translate("Completeness", "由心匣生成。只有代号，没有姓名和记录的内容。")
    return Sheet(heading(), subtitle, tuple(parts), made, window_language())


def _cases(count: int) -> str:
    return translate("Completeness", "%n 个个案", "", count)


def _line(record: CaseRecord) -> tuple[str, str]:
    semicolon = translate("Completeness", "；")
    said = semicolon.join(lack_words(one) for one in record.lacks)
    more = only_part(record)
    kind = f"{code(record)}\n{mode_word(record.person.mode)}"
    return kind, f"{said}\n{more}" if more else said


def _asked(found: Completeness) -> tuple[str, ...]:
    """Return what was looked at, so that whoever reads the paper knows what it does not say."""
    said = [
        translate(
            "Completeness",
            "查的是指引要求的每一样在不在（规范一(四)）：分级、身份、所在地、紧急联系人、"
            "知情同意、适宜性评估、技术准备、约定次数、复核、风险的处理、每次会谈的记录和签署、"
            "预约的结果、披露、来访者的请求、转介的回执、结案、随访。写得好不好，要靠记录抽查和督导。",
        )
    ]
    if found.hidden:
        said.append(translate("Completeness", "保险库坏了一部分，这份报告可能不全。"))
    return tuple(said)
