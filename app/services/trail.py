"""Show the trail: page by page, of one case or of all, and that somebody looked (clause 113)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.audit import AuditKind
from app.domain.ids import CaseId
from app.domain.trail import ChainMark, kinds
from app.services import agenda
from app.services.beside import readable

if TYPE_CHECKING:
    from app.domain.audit import AuditEntry
    from app.domain.trail import Act
    from app.ports import Clock, OpenVault
    from app.services.agenda import Person

PAGE = 200
_STEP = 4_000
_BROKEN = ChainMark(whole=False, ended=True)


@dataclass(frozen=True)
class TrailLine:
    """One line; `person` is None where the case is no longer there or cannot be read."""

    entry: AuditEntry
    person: Person | None


@dataclass(frozen=True)
class TrailPage:
    """Some lines, newest first; `older` says that there are more behind the last of them."""

    lines: tuple[TrailLine, ...]
    older: bool
    zone: str


def opened(vault: OpenVault, clock: Clock, case_id: CaseId | None = None) -> None:
    """Write that the trail was looked at, of a case or of all; on a full disk it is held."""
    vault.audit.record_or_hold(AuditKind.TRAIL_READ, clock.now(), case_id)


def page(
    vault: OpenVault,
    case_id: CaseId | None = None,
    act: Act | None = None,
    before: int | None = None,
) -> TrailPage:
    """Return the lines before number `before`, or the newest ones; never more than a page."""
    wanted = () if act is None else tuple(kinds(act))
    found = vault.audit.page(PAGE + 1, before, case_id, wanted)
    people: dict[int, Person | None] = {}
    for one in found[:PAGE]:
        if one.case_id is not None and one.case_id not in people:
            people[one.case_id] = _person(vault, CaseId(one.case_id))
    lines = tuple(
        TrailLine(one, None if one.case_id is None else people[one.case_id]) for one in found[:PAGE]
    )
    return TrailPage(lines, len(found) > PAGE, vault.settings.practice().place.time_zone)


def persons(vault: OpenVault) -> list[Person]:
    """Return every case that is there, the newest first; a shut one by its number."""
    found = (_person(vault, case.id) for case in vault.cases.all())
    return [one for one in found if one is not None][::-1]


def follow(vault: OpenVault, mark: ChainMark) -> ChainMark:
    """Follow the chain a few thousand lines further: the vault's thread is not held up."""
    return readable(lambda: vault.audit.follow(mark, _STEP), _BROKEN)


def _person(vault: OpenVault, case_id: CaseId) -> Person | None:
    """Return who a case is with, None where it is gone or cannot be read."""
    try:
        return readable(lambda: agenda.person(vault, case_id), None)
    except KeyError:
        return None
