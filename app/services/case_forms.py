"""Keep the unfinished form of a new case, and make a case of it when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.appointment import Booking
from app.domain.case import clean_code
from app.domain.local_time import counselor_place, local
from app.domain.profile_check import check_profile
from app.services import appointments, cases, intakes

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.case_form import CaseForm
    from app.ports import Clock, OpenVault


def keep(vault: OpenVault, clock: Clock, form: CaseForm) -> datetime:
    """Keep a form as typed, unchecked, in place of the last; an empty one keeps nothing.

    Returns when it was kept.
    """
    now = clock.now()
    with vault.transaction():
        if form.empty:
            vault.case_form.drop()
        else:
            vault.case_form.keep(form, now)
    return now


def unfinished(vault: OpenVault) -> CaseForm | None:
    """Return the form that waits to be finished, if one does."""
    return vault.case_form.get()


def discard(vault: OpenVault) -> None:
    """Put the form away for good, on a full disk too."""
    vault.make_room()
    with vault.transaction():
        vault.case_form.drop()
    vault.forget_deleted()


def submit(vault: OpenVault, clock: Clock, form: CaseForm, first: datetime | None = None) -> Case:
    """Make a case of the form, with its `first` appointment if one is agreed on.

    Raises `CodeNameMissing`, `FieldInvalid` or `IntakeIncomplete`; then there is neither case nor
    appointment.

    The form is kept first: whatever is refused afterwards, what was typed is in the vault.
    """
    keep(vault, clock, form)
    clean_code(form.code)
    check_profile(form.profile)
    here = counselor_place(form.profile, vault.settings.practice().place)
    intakes.check_opening(form.mode, form.profile, local(clock.now(), here).date())
    with vault.transaction():
        case = cases.open_case(vault, clock, form.code, form.mode, form.profile)
        if first is not None:
            appointments.book(vault, clock, Booking(case.id, first, form.mode))
        vault.case_form.drop()
    return case
