"""Where what is to be looked at in an intake is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.entry import EntryKind
from app.domain.rule import Step
from ui.page import ToCaseForm, ToIntake, ToModeChange, ToPractice, ToReasons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.ids import CaseId
    from app.domain.intake_rules import IntakeFacts
    from app.domain.rule import Rule
    from ui.page import Destination

_TALKS: Final[Mapping[str, EntryKind]] = {
    "intake_care.anonymous": EntryKind.IDENTITY_TALK,
    "intake_care.relation": EntryKind.RELATION_CHECK,
}


def intake_way(one: Rule[IntakeFacts], case_id: CaseId) -> Destination:
    """Return the page on which something is put right: that of the intake, or another."""
    if one.name in _TALKS:
        return ToReasons(case_id, _TALKS[one.name])
    if one.name == "intake_care.danger_known":
        return ToModeChange(case_id)
    if one.step is Step.PRACTICE:
        return ToPractice()
    if one.name == "intake_care.members":
        return ToIntake(case_id, members=True)
    return ToCaseForm(case_id, "phone") if one.step is Step.PROFILE else ToIntake(case_id)
