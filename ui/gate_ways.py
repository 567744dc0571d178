"""Where a rule that is not met is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.entry import EntryKind
from app.domain.gate_fields import CLIENT_ZONE, NAME, OWN_ZONE, REACH, TALK
from app.domain.rule import Rule, Step
from ui.page import (
    Destination,
    ToCaseForm,
    ToCaseKeeping,
    ToCases,
    ToCourse,
    ToCrisis,
    ToDestroy,
    ToDisclosure,
    ToEnding,
    ToEthics,
    ToFollowUp,
    ToHold,
    ToIntake,
    ToReasons,
    ToReferral,
    ToRequests,
    ToRisk,
    ToSafetyPlan,
    ToScreen,
    ToTechSheet,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.ids import CaseId

_FIELDS: Final[Mapping[str, str]] = {
    "gate.who": "name",
    "gate.client_place": "city",
    "gate.counselor_place": "own_city",
    "gate.emergency": "contact_name",
    "card.identity": "name",
    "card.reach": "phone",
    "card.contact": "contact_name",
    "card.may_know": "contact_name",
}
_PLACES: Final[Mapping[Step, Callable[[CaseId], Destination]]] = {
    Step.SCREEN: ToScreen,
    Step.INTAKE: ToIntake,
    Step.COURSE: ToCourse,
    Step.TECH: ToTechSheet,
    Step.RISK: ToRisk,
    Step.SAFETY: ToSafetyPlan,
    Step.CRISIS: ToCrisis,
    Step.DISCLOSURE: ToDisclosure,
    Step.ETHICS: ToEthics,
    Step.REFERRAL: ToReferral,
    Step.ENDING: ToEnding,
    Step.FOLLOW: ToFollowUp,
    Step.KEEPING: ToCaseKeeping,
    Step.HOLD: ToHold,
    Step.REQUEST: ToRequests,
    Step.DESTRUCTION: ToDestroy,
}
_ZONES: Final = (
    ("gate.client_place", CLIENT_ZONE, "zone"),
    ("gate.counselor_place", OWN_ZONE, "own_zone"),
)
_ON_THE_NOTE: Final = frozenset({Step.NOTE, Step.SHEET})


def begin_with(missing: Sequence[Rule[Any]]) -> Rule[Any]:
    """Return what of that which is missing comes first: the screen (052), before anybody signs."""
    return next((one for one in missing if one.step is Step.SCREEN), missing[0])


def way(one: Rule[Any], case_id: CaseId, lacks: frozenset[str] = frozenset()) -> Destination | None:
    """Return the page on which a rule is met; None where that is the note itself.

    It begins at the first field that is empty: `lacks` says of a name that is known already.
    """
    if one.step in _ON_THE_NOTE:
        return None
    if one.name == "gate.who" and TALK in lacks:
        return ToReasons(case_id, EntryKind.IDENTITY_TALK)
    if one.name == "gate.who" and REACH in lacks and NAME not in lacks:
        return ToCaseForm(case_id, "phone")
    for rule, zone, field in _ZONES:
        if one.name == rule and zone in lacks:
            return ToCaseForm(case_id, field)
    if one.step is Step.PROFILE:
        return ToCaseForm(case_id, _FIELDS.get(one.name, ""))
    return _PLACES.get(one.step, ToCases)(case_id)


def other_way(one: Rule[Any], case_id: CaseId) -> Destination | None:
    """Return where a rule is met otherwise than as one would: a client may have no name (066)."""
    return ToReasons(case_id, EntryKind.IDENTITY_TALK) if one.name == "gate.who" else None
