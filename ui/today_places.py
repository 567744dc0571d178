"""Where what waits on the page of the day is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.due import DueKind
from app.domain.entry import EntryKind
from app.domain.local_time import wall
from ui.entry_place import entry_place
from ui.page import (
    ToBackup,
    ToCalendar,
    ToCaseForm,
    ToCases,
    ToConsent,
    ToCourse,
    ToCrisis,
    ToDisclosure,
    ToFollowUp,
    ToHealth,
    ToIntake,
    ToMeasures,
    ToNewCase,
    ToNote,
    ToPractice,
    ToReasons,
    ToReferral,
    ToRequests,
    ToScreen,
    ToSecurity,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.ids import CaseId
    from app.services.due_things import Due
    from ui.page import Destination

_CHORES: Final[dict[DueKind, Callable[[Due], Destination]]] = {
    DueKind.CHECK_FOUND: lambda _: ToHealth(),
    DueKind.BACKUP: lambda _: ToBackup(),
    DueKind.BACKUP_FOLDER: lambda _: ToBackup(),
    DueKind.COMPUTER: lambda _: ToSecurity(),
    DueKind.PRACTICE: lambda _: ToPractice(),
    DueKind.PRACTICE_BEGUN: lambda one: ToPractice(one.reasons[0]),
}
_OF_COURSE: Final[dict[DueKind, Callable[[CaseId], Destination]]] = {
    DueKind.URGENT_REQUEST: ToIntake,
    DueKind.CONTACT_OVERDUE: ToCrisis,
    DueKind.RISK_DUTIES: ToCrisis,
    DueKind.SCREEN_AGAIN: ToScreen,
    DueKind.DISCLOSURE_OWED: ToDisclosure,
    DueKind.REQUEST_OPEN: ToRequests,
    DueKind.FOLLOW_UP: ToFollowUp,
    DueKind.RECEIPT: ToReferral,
    DueKind.GONE: ToCases,
    DueKind.SELF_HARM_SAID: ToMeasures,
    DueKind.FEEDBACK: ToMeasures,
    DueKind.AGREED_OVER: ToCourse,
    DueKind.REVIEW: ToCourse,
}


def due_place(one: Due, zone: str) -> Destination:
    """Return where something that waits is done."""
    if one.kind in _CHORES:
        return _CHORES[one.kind](one)
    if one.person is not None and (place := _in_case(one, one.person.case_id)):
        return place
    if one.note_id is not None:
        return ToNote(one.note_id)
    if one.consent_id is not None:
        return ToConsent(one.consent_id)
    if one.which is not None and one.at is not None:
        day = wall(one.at, zone).date().isoformat()
        return ToCalendar("day", day, which=one.which)
    return ToCaseForm(one.person.case_id) if one.person is not None else ToNewCase()


def _in_case(one: Due, case_id: CaseId) -> Destination | None:
    """Return the page of a case on which something is entered into its file."""
    if one.entry is not None:
        return entry_place(case_id, one.entry, one.session_id)
    if one.session_id is not None:
        return ToReasons(case_id, EntryKind.URGENT_REASONS, one.session_id)
    return _OF_COURSE[one.kind](case_id) if one.kind in _OF_COURSE else None
