"""Which signed consents are to be asked for anew, and which allow something now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.consent_progress import under_way
from app.domain.consent_purpose import Purpose
from app.domain.consent_renewal import RENEWAL, RenewalFacts
from app.domain.entry import EntryKind
from app.services import consent_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from app.domain.case import Case, ServiceMode
    from app.domain.consent import Consent, SignedConsent
    from app.domain.ids import CaseId
    from app.ports import Clock, OpenVault
    from app.services.tools import Tools

_PIPL = "pipl"  # the section of a consent to the service in which sensitive data is agreed to


@dataclass(frozen=True)
class Renewal:
    """A signed consent that is not enough any more: why, by the names of the rules."""

    consent: SignedConsent
    reasons: tuple[str, ...]


def renewals(
    vault: OpenVault, tools: Tools, modes: Mapping[CaseId, ServiceMode], but: Collection[CaseId]
) -> tuple[Renewal, ...]:
    """Return the consents to the service that are due again in these cases (042, 071, 159).

    Of each case the last one signed counts. Cases in `but` are left out: a new form is on its way
    there. Nothing of any case's words is read, so that it holds for one that is shut too.
    """
    editions = consent_texts.editions(consent_texts.every(vault, tools))
    months, now = vault.settings.renewal_months(), tools.clock.now()
    talked = vault.entries.latest(EntryKind.CONSENT_TALK)
    last = {one.case_id: one for one in vault.consents.signed(Purpose.SERVICE)}
    found = []
    for case_id, one in last.items():
        if case_id not in modes or case_id in but:
            continue
        facts = RenewalFacts(
            one.edition,
            editions.get(one.template, ""),
            one.mode,
            modes[case_id],
            _later(one.at, talked.get(case_id)),
            now,
            months,
        )
        reasons = tuple(rule.name for rule in RENEWAL.broken(facts))
        if reasons:
            found.append(Renewal(one, reasons))
    return tuple(found)


def renewal(
    vault: OpenVault, tools: Tools, case: Case, consents: Iterable[Consent]
) -> Renewal | None:
    """Return the consent to the service that is due again in a case, if one is.

    Of the `consents` of the case none is while a new one is on its way.
    """
    if under_way(consents, Purpose.SERVICE):
        return None
    return next(iter(renewals(vault, tools, {case.id: case.mode}, ())), None)


def in_force(
    vault: OpenVault, clock: Clock, case_id: CaseId, purpose: Purpose
) -> tuple[Consent, ...]:
    """Return the consents that allow something now: signed, not withdrawn, not past their time.

    Newest first; empty means no (clauses 018, 112, 115, 133, 145). What exactly each allows says
    its `draft.scope`. Consent to the handling of sensitive data is given in the form of the service
    as well, which has a line of its own for it.
    """
    now = clock.now()
    held = [one for one in vault.consents.of_case(case_id) if one.in_force(now)]
    found = [one for one in held if one.purpose is purpose]
    if purpose is Purpose.SENSITIVE:
        found += [one for one in held if not one.purpose.separate and _holds_pipl(vault, one)]
    return tuple(found)


def _holds_pipl(vault: OpenVault, consent: Consent) -> bool:
    """Return whether a form has the section in which the handling of sensitive data is agreed."""
    return any(one.key == _PIPL for one in vault.consents.wording(consent.id).sections)


def _later(one: datetime, other: datetime | None) -> datetime:
    """Return the later of two times, of which the second may be none."""
    return one if other is None or other < one else other
