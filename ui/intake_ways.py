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
_PARTS: Final[Mapping[str, str]] = {
    "intake_care.ungraded": "grade",
    "intake_care.unanswered": "answered",
    "intake_care.relation_unasked": "known",
    "intake_care.family": "others",
    "intake_care.perhaps_family": "near",
    "intake_care.doctors_words": "words",
    "intake_care.guardian": "guardians",
    "intake_care.not_by_voice": "needs",
    "intake_care.members": "members",
}
"""The part of the intake in which something is put right; see `IntakeForm.part`."""


def intake_way(one: Rule[IntakeFacts], case_id: CaseId) -> Destination:
    """Return the page on which something is put right: that of the intake, or another."""
    if one.name in _TALKS:
        return ToReasons(case_id, _TALKS[one.name])
    if one.name == "intake_care.danger_known":
        return ToModeChange(case_id)
    if one.step is Step.PRACTICE:
        return ToPractice(at="scope")
    if one.step is Step.PROFILE:
        return ToCaseForm(case_id, "phone")
    return ToIntake(case_id, _PARTS.get(one.name, ""))
