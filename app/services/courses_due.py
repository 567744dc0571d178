"""What waits in the open cases as the work goes on: a new screen, a new agreement, a review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.course import course_of
from app.domain.due import DueKind
from app.domain.entry import EntryKind
from app.domain.screen import SCREENED
from app.services import courses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.case import Case
    from app.domain.ids import CaseId
    from app.domain.session import Session
    from app.ports import OpenVault
    from app.services.standings import Standings

_KINDS: Final = (
    EntryKind.SCREEN,
    EntryKind.MODE_CHANGE,
    EntryKind.AGREEMENT,
    EntryKind.REVIEW,
)


@dataclass(frozen=True)
class CourseDue:
    """What waits in a case, after its session of that number."""

    kind: DueKind
    case_id: CaseId
    number: int


def due(vault: OpenVault, states: Standings) -> Iterator[CourseDue]:
    """Yield what waits in the open cases (clauses 071, 080, 035); of shut ones nothing is known."""
    nobody: dict[CaseId, Session] = {}
    last = states.part(vault.sessions.last, nobody)
    every = states.part(vault.settings.review_every, 0)
    for case in states.cases.values():
        if case.shut or not every:
            continue
        held = last.get(case.id)
        number = held.number if held is not None else 0
        nothing: list[CourseDue] = []
        yield from states.beside(case.id, lambda: _of(vault, case, number, every), nothing)  # noqa: B023 - called at once


def _of(vault: OpenVault, case: Case, number: int, every: int) -> list[CourseDue]:
    """Return what waits in one case."""
    found = vault.entries.of_case(case.id, *_KINDS)
    waits = {one.name for one in courses.waiting(course_of(case.mode, number, found, every))}
    screened = [one.kind for one in found if one.kind in {EntryKind.SCREEN, EntryKind.MODE_CHANGE}]
    again = case.mode in SCREENED and screened[-1:] == [EntryKind.MODE_CHANGE]
    made = [DueKind.SCREEN_AGAIN] if again else []
    made += [DueKind.AGREED_OVER] if waits & {"course.last_agreed", "course.beyond_agreed"} else []
    made += [DueKind.REVIEW] if "course.review_due" in waits else []
    return [CourseDue(kind, case.id, number) for kind in made]
