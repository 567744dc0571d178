"""Where a rule that is not met is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.rule import Rule, Step
from ui.page import Destination, ToCaseForm, ToCases, ToScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.ids import CaseId

_FIELDS: Final[Mapping[str, str]] = {
    "gate.who": "name",
    "gate.client_place": "city",
    "gate.counselor_place": "own_city",
    "gate.emergency": "contact_name",
}
_ON_THE_NOTE: Final = frozenset({Step.NOTE, Step.SHEET})


def way(one: Rule[Any], case_id: CaseId) -> Destination | None:
    """Return the page on which a rule is met; None where that is the note itself."""
    if one.step in _ON_THE_NOTE:
        return None
    if one.step is Step.PROFILE:
        return ToCaseForm(case_id, _FIELDS.get(one.name, ""))
    if one.step is Step.SCREEN:
        return ToScreen(case_id)
    return ToCases(case_id)
