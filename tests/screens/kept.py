"""Terms, a legal hold and requests of a client, for the pictures of their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.client_request import (
    Asker,
    ClientRequest,
    Decision,
    IdentityProof,
    RequestAnswer,
    RequestKind,
)
from app.domain.legal_hold import HoldLift, LegalHold
from app.domain.retention import OWN, Keeping
from app.services import client_requests, holds, retention

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools


def ask(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Write a request that was answered, one that is open, and a term of the case's own."""
    copy = ClientRequest(
        RequestKind.COPY,
        "2026-02-20",
        Asker.CLIENT,
        "",
        IdentityProof.IN_PERSON,
        "想要一份去年的咨询记录，换工作以后交给新的咨询师看。",
        "2026-03-07",
    )
    first = client_requests.receive(vault, tools, case_id, copy)
    given = RequestAnswer(
        first.id,
        Decision.PARTLY,
        "2026-02-26",
        "当面交给本人第 1 到 8 次的记录，一式一份。",
        "札记是咨询师自己的，不属于咨询记录。",
        "个人信息保护法第四十五条",
    )
    client_requests.answer(vault, tools, case_id, given)
    mend = ClientRequest(
        RequestKind.CORRECT,
        "2026-03-18",
        Asker.CLIENT,
        "",
        IdentityProof.CALLED_BACK,
        "第 3 次记录里工作单位写错了。",
        "2026-04-02",
    )
    client_requests.receive(vault, tools, case_id, mend)
    retention.choose_for(vault, tools, case_id, Keeping(OWN, 15, 5, "督导建议留得久一些。"))


def hold(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Place two holds, one of which was lifted."""
    before = LegalHold("学会伦理工作组", "无", "2025-11-03", "一封关于收费的投诉信")
    first = holds.place(vault, tools, case_id, before)
    holds.lift(vault, tools, case_id, HoldLift(first.id, "2026-01-15", "投诉人撤回，工作组结案。"))
    now = LegalHold(
        "西湖区人民法院", "（2026）浙0106民初118号", "2026-03-10", "家事案件，法院要求保存全部记录"
    )
    holds.place(vault, tools, case_id, now)
