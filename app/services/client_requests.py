"""The requests of a client about the record (clause 133): received, answered, printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.client_request import (
    ANSWER,
    REQUEST,
    AnswerFacts,
    open_requests,
    requests_of,
)
from app.domain.entry import EntryKind
from app.domain.errors import RequestAnswerIncomplete, RequestIncomplete
from app.domain.local_time import counselor_place
from app.domain.practice import as_seen
from app.domain.request_paper import answer_sheet
from app.services import case_entries, holds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.client_request import ClientRequest, RequestAnswer, RequestStanding
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.practice import Practice
    from app.domain.sheet import Sheet
    from app.ports import OpenVault
    from app.services.tools import Tools

_KINDS: Final = (EntryKind.CLIENT_REQUEST, EntryKind.REQUEST_ANSWER)


@dataclass(frozen=True)
class RequestPage:
    """What the page shows: the requests, the newest first, and what is unfinished, by kind.

    `held` says that a legal hold stands in the case.
    """

    case: Case
    here: Place = field(repr=False)
    practice: Practice = field(repr=False)
    now: datetime
    requests: tuple[RequestStanding, ...] = field(repr=False)
    unfinished: Mapping[EntryKind, Mapping[str, Any]] = field(repr=False)
    held: bool = False

    @property
    def waiting(self) -> tuple[RequestStanding, ...]:
        """Return the open ones, the oldest first."""
        return tuple(one for one in reversed(self.requests) if one.answer is None)


def page(vault: OpenVault, tools: Tools, case_id: CaseId) -> RequestPage:
    """Return what the page shows; raise `CaseLocked` where the case is shut."""
    case = case_entries.open_case(vault, case_id)
    entries = vault.entries.of_case(case_id, *_KINDS)
    practice = vault.settings.practice()
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.REQUESTS_READ, entries)
    return RequestPage(
        case,
        counselor_place(vault.clients.of_case(case_id).profile, practice.place),
        as_seen(practice, case.mode),
        tools.clock.now(),
        requests_of(entries)[::-1],
        {kind: case_entries.unfinished(vault, case_id, kind) for kind in _KINDS},
        case_id in holds.standing(vault),
    )


def receive(vault: OpenVault, tools: Tools, case_id: CaseId, made: ClientRequest) -> CaseEntry:
    """Put a request on record; raise `RequestIncomplete` where a rule is not met (clause 133)."""
    missing = REQUEST.lacks(made)
    if missing:
        raise RequestIncomplete(missing)
    what = (EntryKind.CLIENT_REQUEST, AuditKind.REQUEST_RECEIVED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))


def answer(vault: OpenVault, tools: Tools, case_id: CaseId, made: RequestAnswer) -> CaseEntry:
    """Put the answer to a request on record, once.

    Raises `RequestAnswerIncomplete` where a rule is not met (133, 147), KeyError where no such
    request is open in this case.
    """
    found = {one.id: one for one in requests_of(vault.entries.of_case(case_id, *_KINDS))}
    asked = next((one for one in found.values() if one.id == made.request), None)
    if asked is None or asked.answer is not None:
        raise KeyError(made.request)
    held = case_id in holds.standing(vault)
    missing = ANSWER.lacks(AnswerFacts(made, asked.request, held))
    if missing:
        raise RequestAnswerIncomplete(missing)
    what = (EntryKind.REQUEST_ANSWER, AuditKind.REQUEST_ANSWERED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))


def waiting(vault: OpenVault, case: Case) -> tuple[RequestStanding, ...]:
    """Return the open requests of a case, the one due first first; none of one that is shut."""
    if case.shut:
        return ()
    return open_requests(vault.entries.of_case(case.id, *_KINDS))


def paper(found: RequestPage, one: RequestStanding, tools: Tools, language: str) -> Sheet:
    """Return the answer to a request as a paper; raise `PaperUnsigned` where nobody signs it."""
    return answer_sheet(one, tools.keeping_texts[language], found.practice)


def printed(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Write that an answer left the vault."""
    vault.audit.record_or_hold(AuditKind.ANSWER_PRINTED, tools.clock.now(), case_id)
