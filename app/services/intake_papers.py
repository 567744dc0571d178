"""The pre-intake form: empty, or with what is known of a client (062)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.audit import AuditKind
from app.domain.intake_paper import intake_form
from app.domain.practice import as_seen
from app.services import catalogues
from app.services.case_entries import open_case

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.ids import CaseId
    from app.domain.intake import IntakeGroup
    from app.domain.intake_paper import IntakeForm
    from app.ports import Clock, OpenVault
    from app.services.tools import Tools


def form(  # noqa: PLR0913 - what a paper is made of
    vault: OpenVault,
    tools: Tools,
    language: str,
    groups: Iterable[IntakeGroup],
    case_id: CaseId | None = None,
    *,
    large: bool = False,
) -> IntakeForm:
    """Return the form as it is printed; raise `CaseLocked` where the case is shut."""
    about, practice = None, vault.settings.practice()
    if case_id is not None:
        case = open_case(vault, case_id)
        about = vault.clients.of_case(case.id).profile
        practice = as_seen(practice, case.mode)
    text = catalogues.worded(vault, tools).intake_texts[language]
    return intake_form(text, practice, groups, about, large=large)


def known_groups(vault: OpenVault, case_id: CaseId) -> tuple[tuple[IntakeGroup, ...], bool, str]:
    """Return the groups that a case has open, whether its papers are large, and its code.

    Raises `CaseLocked` where the case is shut.
    """
    case = open_case(vault, case_id)
    intake = vault.clients.of_case(case_id).profile.intake
    return intake.open_groups(), intake.needs.large_print, case.code


def printed(vault: OpenVault, clock: Clock, case_id: CaseId | None = None) -> None:
    """Write down that the form left the vault; of the empty one there is nothing to tell."""
    if case_id is not None:
        vault.audit.record_or_hold(AuditKind.INTAKE_FORM_PRINTED, clock.now(), case_id)
