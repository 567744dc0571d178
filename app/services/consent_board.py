"""Consent over all cases (知情同意): who is to be asked, who has signed, grouped by what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.case import CONSENT_MODES
from app.domain.consent_purpose import Purpose
from app.domain.due import DueKind, Standing
from app.domain.practice import Practice
from app.services import agenda, due_things
from app.services.standings import standings

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.consent import SignedConsent
    from app.domain.ids import CaseId, ConsentId
    from app.ports import OpenVault
    from app.services.agenda import Person
    from app.services.due_things import Due
    from app.services.standings import Standings
    from app.services.tools import Tools


class ToDo(Enum):
    """What is to be done about a consent, the most urgent first."""

    ENDED = "ended"
    NONE = "none"
    UNDERWAY = "underway"
    RENEW = "renew"
    IN_FORCE = "in force"
    NOT_ASKED = "not asked"

    @property
    def waits(self) -> bool:
        """Whether there is anything to do."""
        return self not in {ToDo.IN_FORCE, ToDo.NOT_ASKED}


_OF_DUE = {
    DueKind.CONSENT_ENDED: ToDo.ENDED,
    DueKind.CONSENT_STEP: ToDo.UNDERWAY,
    DueKind.CONSENT_BLANKS: ToDo.UNDERWAY,
    DueKind.CONSENT_RENEWAL: ToDo.RENEW,
}


@dataclass(frozen=True)
class BoardRow:
    """A consent, or a case without any; `due` says what it waits for, None where for nothing.

    `at` is when a consent in force was signed.
    """

    todo: ToDo
    person: Person
    consent_id: ConsentId | None = None
    due: Due | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Board:
    """The rows by what is to be done; `zone` is whose clock the times are said by.

    Of the cases in `unread` something is damaged; `hidden`: damage hides something, nobody knows of
    which case.
    """

    rows: tuple[BoardRow, ...]
    now: datetime
    zone: str
    unread: tuple[CaseId, ...] = ()
    hidden: bool = False


def board(vault: OpenVault, tools: Tools) -> Board:
    """Return how consent to the service stands in every open case (clauses 030, 042, 159).

    Of a case that is shut only what its states tell. A hotline's caller and somebody in a crisis
    are not asked for a form (clause 011).
    """
    states = standings(vault)
    waiting = list(due_things.consents_due(vault, tools, states))
    rows = [
        BoardRow(_OF_DUE[one.kind], one.person, one.consent_id, one)
        for one in waiting
        if one.person is not None
    ]
    told = {one.person.case_id for one in rows if one.todo is not ToDo.UNDERWAY}
    asked = {one.person.case_id for one in rows}
    none: list[SignedConsent] = []
    signed = {
        one.case_id: one
        for one in states.part(lambda: vault.consents.signed(Purpose.SERVICE), none)
    }
    for case_id, case in states.cases.items():
        standing = states.of(case_id)
        if standing is Standing.SIGNED and case_id not in told:
            rows.append(_in_force(vault, case_id, signed.get(case_id)))
        elif standing is Standing.NONE and case_id not in asked and not states.hidden:
            todo = ToDo.NONE if case.mode in CONSENT_MODES else ToDo.NOT_ASKED
            rows.append(BoardRow(todo, agenda.person_beside(vault, case_id)))
    states.met(one.person for one in rows)
    return _sorted(vault, tools, rows, states)


def _in_force(vault: OpenVault, case_id: CaseId, signed: SignedConsent | None) -> BoardRow:
    """Return the row of a case whose consent stands."""
    person = agenda.person_beside(vault, case_id)
    if signed is None:
        return BoardRow(ToDo.IN_FORCE, person)
    return BoardRow(ToDo.IN_FORCE, person, signed.id, at=signed.at)


def _sorted(vault: OpenVault, tools: Tools, rows: list[BoardRow], states: Standings) -> Board:
    """Return the rows by group and then by case, with what stands around them."""
    groups = list(ToDo)
    rows.sort(key=lambda one: (groups.index(one.todo), one.person.code, one.person.case_id))
    zone = states.part(vault.settings.practice, Practice()).place.time_zone
    unread = tuple(sorted(states.unread))
    return Board(tuple(rows), tools.clock.now(), zone, unread, states.hidden)
