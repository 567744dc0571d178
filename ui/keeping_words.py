"""How long records are kept, and what a client asks of them, in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.client_request import Asker, Decision, IdentityProof, RequestKind
from app.domain.consent_purpose import Purpose
from app.domain.entry import EntryKind
from app.domain.legal_hold import DraftPart
from app.domain.retention import OWN, Standing
from ui import dates
from ui.consent_words import purpose_words
from ui.unfinished_words import unfinished_word

if TYPE_CHECKING:
    from app.domain.client_request import ClientRequest, RequestAnswer
    from app.domain.keeping_text import KeepingText
    from app.domain.legal_hold import HoldLift, LegalHold, Stood
    from app.domain.retention import Keeping, Term
    from ui.theme.roles import Tone

translate = QCoreApplication.translate


def profile_word(keeping: Keeping, text: KeepingText) -> str:
    """Return what a choice is called; one of another edition by its years."""
    if keeping.profile == OWN:
        return translate("Keeping", "自定")
    found = text.profile(keeping.profile)
    return found.name if found is not None else translate("Keeping", "以前的方案")


def keeping_line(keeping: Keeping, text: KeepingText) -> str:
    """Return a choice with its years."""
    return translate("Keeping", "{0}（{1} 年，未成年人成年后 {2} 年）").format(
        profile_word(keeping, text), keeping.years, keeping.minor_years
    )


def standing_chip(standing: Standing) -> tuple[str, Tone, str]:
    """Return how the term of a case stands, as word, tone and icon."""
    return {
        Standing.HELD: (translate("Keeping", "法律保全中"), "high", "lock"),
        Standing.DUE: (translate("Keeping", "期限已满"), "mid", "circle-alert"),
        Standing.KEPT: (translate("Keeping", "保存中"), "low", "check"),
        Standing.ONGOING: (translate("Keeping", "还没有结案"), "plain", "clock"),
        Standing.SHUT: (translate("Keeping", "上了密码，看不到"), "plain", "lock"),
    }[standing]  # type: ignore[return-value]


def until_words(term: Term | None, standing: Standing) -> str:
    """Return until when a case is kept; of one that goes on, how long it is at least."""
    if term is None:
        return translate("Keeping", "不知道")
    day = dates.plain_day(term.until)
    if standing is Standing.HELD:
        return translate("Keeping", "先要解除保全")
    if standing is Standing.ONGOING:
        return translate("Keeping", "结案后起算，最早 {0}").format(day)
    return day


def kind_words() -> dict[RequestKind, str]:
    """Return what can be asked for."""
    return {
        RequestKind.SEE: translate("Requests", "查阅记录"),
        RequestKind.CORRECT: translate("Requests", "更正记录"),
        RequestKind.COPY: translate("Requests", "复制记录"),
        RequestKind.DELETE: translate("Requests", "删除记录"),
    }


def asker_words() -> dict[Asker, str]:
    """Return who can ask."""
    return {
        Asker.CLIENT: translate("Requests", "来访者本人"),
        Asker.GUARDIAN: translate("Requests", "来访者的监护人"),
        Asker.PROXY: translate("Requests", "受托人"),
    }


def identity_words() -> dict[IdentityProof, str]:
    """Return how it can be made sure who asks."""
    return {
        IdentityProof.IN_PERSON: translate("Requests", "当面认得本人"),
        IdentityProof.DOCUMENT: translate("Requests", "看过身份证件"),
        IdentityProof.CALLED_BACK: translate("Requests", "按登记的电话回拨核实"),
        IdentityProof.AUTHORITY: translate("Requests", "看过书面授权和证件"),
    }


def decision_words() -> dict[Decision, str]:
    """Return what can be decided."""
    return {
        Decision.GRANTED: translate("Requests", "全部同意"),
        Decision.PARTLY: translate("Requests", "部分同意"),
        Decision.REFUSED: translate("Requests", "不同意"),
    }


def decision_chip(decision: Decision | None) -> tuple[str, Tone, str]:
    """Return how a request was answered, as word, tone and icon; None: it is open."""
    if decision is None:
        return translate("Requests", "还没有答复"), "mid", "clock"
    tone: Tone = "low" if decision is Decision.GRANTED else "plain"
    return decision_words()[decision], tone, "check" if decision is Decision.GRANTED else ""


def request_lines(one: ClientRequest) -> tuple[tuple[str, str], ...]:
    """Return a request as rows of what and how."""
    who = asker_words()[one.asker] if one.asker else ""
    rows = (
        (translate("Requests", "提出人"), " ".join(part for part in (who, one.called) if part)),
        (
            translate("Requests", "身份核实"),
            identity_words()[one.identity] if one.identity else "",
        ),
        (translate("Requests", "收到日期"), _day(one.received)),
        (translate("Requests", "答复期限"), _day(one.due)),
        (translate("Requests", "请求的内容"), one.said),
    )
    return _filled(rows)


def answer_lines(one: RequestAnswer) -> tuple[tuple[str, str], ...]:
    """Return an answer as rows."""
    rows = (
        (translate("Requests", "办理日期"), _day(one.done)),
        (translate("Requests", "怎样办的"), one.said),
        (translate("Requests", "理由"), one.reason),
        (translate("Requests", "依据"), one.law),
    )
    return _filled(rows)


def hold_lines(one: LegalHold) -> tuple[tuple[str, str], ...]:
    """Return a hold as rows."""
    rows = (
        (translate("Holds", "文号"), one.number),
        (translate("Holds", "从哪一天起"), _day(one.since)),
        (translate("Holds", "为什么事"), one.reason),
    )
    return _filled(rows)


def draft_word(one: Stood) -> str:
    """Return what a draft was that stood as a hold began."""
    if one.part is DraftPart.CONSENT:
        what = purpose_words(Purpose(one.kind))[0]
        return translate("Holds", "没签署的同意书（{0}）").format(what)
    said = {
        DraftPart.NOTE: translate("Holds", "没签署的记录"),
        DraftPart.SHEET: translate("Holds", "没签署的会谈单"),
        DraftPart.AMENDMENT: translate("Holds", "没写完的补记"),
    }.get(one.part) or unfinished_word(EntryKind(one.kind))
    return translate("Holds", "第 {0} 次 · {1}").format(one.number, said) if one.number else said


def lift_lines(one: HoldLift) -> tuple[tuple[str, str], ...]:
    """Return the end of a hold as rows."""
    rows = (
        (translate("Holds", "解除日期"), _day(one.on)),
        (translate("Holds", "为什么解除"), one.why),
    )
    return _filled(rows)


def _day(iso: str) -> str:
    return dates.plain_day(date.fromisoformat(iso)) if iso else ""


def _filled(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple(one for one in rows if one[1].strip())
