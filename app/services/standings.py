"""How consent stands in every open case, and what of a page damage hides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from app.domain import due
from app.domain.case import CaseState
from app.domain.consent_purpose import Purpose
from app.domain.errors import VaultDamaged
from app.services.beside import Beside
from app.services.cases import known_cases, known_profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from app.domain.case import Case
    from app.domain.client import Profile
    from app.domain.consent import ConsentState
    from app.domain.due import Standing
    from app.domain.ids import CaseId, ConsentId
    from app.ports import OpenVault
    from app.services.agenda import Person

T = TypeVar("T")


@dataclass
class Standings(Beside):
    """The open cases, how consent stands in them, and what could not be read on the way.

    `unread` are the cases of which something is hidden; `hidden` says that something of the page
    is, of which no case is known.
    """

    cases: Mapping[CaseId, Case] = field(default_factory=dict, repr=False)
    consents: Mapping[CaseId, tuple[tuple[ConsentId, ConsentState], ...]] = field(
        default_factory=dict
    )
    unread: set[CaseId] = field(default_factory=set)
    _profiles: dict[CaseId, Profile] = field(default_factory=dict, repr=False)

    def profile(self, vault: OpenVault, case: Case) -> Profile | None:
        """Return what is known of the client of a case, nothing of a shut one; it is read once.

        Where damage hides it the case is named, and None returned.
        """
        if case.id not in self._profiles:
            found = self.beside(case.id, lambda: known_profile(vault, case), None)
            if found is None:
                return None
            self._profiles[case.id] = found
        return self._profiles[case.id]

    def beside(self, case_id: CaseId, read: Callable[[], T], instead: T) -> T:
        """Return what `read` gives; where damage hides it something else, and name the case."""
        try:
            return read()
        except VaultDamaged:
            self.unread.add(case_id)
            return instead

    def met(self, people: Iterable[Person]) -> None:
        """Name the cases whose people are shown by their number alone."""
        self.unread.update(one.case_id for one in people if one.unread)

    def of(self, case_id: CaseId) -> Standing:
        """Return how consent stands in a case."""
        return due.standing(state for _, state in self.consents.get(case_id, ()))


def standings(vault: OpenVault) -> Standings:
    """Read how consent stands in every open case; one that cannot be read counts as open."""
    made = Standings()
    nothing: tuple[list[Case], list[CaseId]] = ([], [])
    known, unread = made.part(lambda: known_cases(vault), nothing)
    made.cases = {one.id: one for one in known if one.state is CaseState.OPEN}
    made.unread.update(unread)
    found: dict[CaseId, tuple[tuple[ConsentId, ConsentState], ...]] = {}
    none: list[tuple[CaseId, ConsentId, ConsentState]] = []
    for case_id, consent_id, state in made.part(
        lambda: vault.consents.states(Purpose.SERVICE), none
    ):
        if case_id in made.cases or case_id in made.unread:
            found[case_id] = (*found.get(case_id, ()), (consent_id, state))
    made.consents = found
    return made
