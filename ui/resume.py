"""The way back after a lock: which page is remembered, and which one is landed on."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from app.domain.entry import EntryKind
from ui.page import (
    Destination,
    ToCalendar,
    ToCaseKeeping,
    ToCatalogues,
    ToConsent,
    ToConsentTexts,
    ToContacts,
    ToCourse,
    ToCrisis,
    ToDecline,
    ToDisclosure,
    ToEnding,
    ToEthics,
    ToExport,
    ToFollowUp,
    ToFormulation,
    ToGenogram,
    ToHold,
    ToHourRules,
    ToHours,
    ToIntake,
    ToKeeping,
    ToMeasures,
    ToModeChange,
    ToNewCase,
    ToNote,
    ToPractice,
    ToReasons,
    ToRecordCopy,
    ToReferral,
    ToReflections,
    ToReport,
    ToRequests,
    ToRisk,
    ToSafetyPlan,
    ToScales,
    ToScreen,
    ToSupervision,
    ToTechSheet,
)

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.ports import OpenVault

_PLACES: Final[dict[str, type[Destination]]] = {
    "note": ToNote,
    "contacts": ToContacts,
    "screen": ToScreen,
    "mode change": ToModeChange,
    "course": ToCourse,
    "formulation": ToFormulation,
    "report": ToReport,
    "case supervision": ToSupervision,
    "genogram": ToGenogram,
    "technical sheet": ToTechSheet,
    "measures": ToMeasures,
    "scales": ToScales,
    "catalogues": ToCatalogues,
    "hours": ToHours,
    "hour rules": ToHourRules,
    "reasons": ToReasons,
    "intake": ToIntake,
    "decline": ToDecline,
    "reflections": ToReflections,
    "record copy": ToRecordCopy,
    "risk": ToRisk,
    "disclosure": ToDisclosure,
    "ethics": ToEthics,
    "safety plan": ToSafetyPlan,
    "crisis": ToCrisis,
    "referral": ToReferral,
    "ending": ToEnding,
    "follow-up": ToFollowUp,
    "keeping": ToKeeping,
    "retention": ToCaseKeeping,
    "legal hold": ToHold,
    "requests": ToRequests,
    "practice": ToPractice,
    "new case": ToNewCase,
    "consent": ToConsent,
    "consent texts": ToConsentTexts,
    "summary": ToExport,
}


def remembered(place: Destination | None) -> tuple[str | int | None, ...] | None:
    """Return a page as the vault remembers it: numbers and words of the program, no client's."""
    word = next((word for word, kind in _PLACES.items() if type(place) is kind), None)
    if word is None or place is None:
        return None
    if isinstance(place, ToNote):
        return (word, place.note_id)
    values = (getattr(place, one.name) for one in fields(place) if one.compare)
    return (word, *(one.value if isinstance(one, EntryKind) else one for one in values))


def left_at(vault: OpenVault) -> Destination | None:
    """Return where the vault was locked in the middle of something, or in the calendar.

    It runs on the vault's thread. A case that is no longer there is led to by nobody.
    """
    place = _again(vault.settings.open_page())
    case_id = getattr(place, "case_id", None)
    if case_id is not None:
        try:
            vault.cases.get(case_id)
        except KeyError:
            place = None
    calendar = vault.settings.calendar_place()
    return ToCalendar(*calendar) if place is None and calendar is not None else place


def case_of(place: Destination) -> CaseId | None:
    """Return the case whose page stands behind a place, so that Esc leads there."""
    return None if isinstance(place, ToCalendar) else getattr(place, "case_id", None)


def _again(raw: tuple[Any, ...] | None) -> Destination | None:
    """Return the page that was remembered; None for one that this version does not know."""
    kind = None if not raw else _PLACES.get(raw[0])
    if raw is None or kind is None:
        return None
    try:
        if kind is ToReasons:
            case_id, about, session_id = raw[1:]
            return ToReasons(case_id, EntryKind(about), session_id)
        return kind(*raw[1:])
    except (TypeError, ValueError):  # as another version wrote it
        return None
