"""Refer a client (转介): the letter with no more than was agreed to, its receipt, the way over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.consent_purpose import Purpose
from app.domain.ending_paper import LetterHead, letter_sheet, receipt_sheet
from app.domain.entry import EntryKind
from app.domain.errors import ReferralIncomplete, ReferralUnreleased, ReferralUnsendable
from app.domain.follow_up import FollowPlan, open_days
from app.domain.letter_sender import SENDER
from app.domain.local_time import counselor_place, local
from app.domain.referral import REFERRAL, Answer, Passed
from app.domain.referral_course import REFERRAL_STEP, referrals_of
from app.domain.screen import screen_of
from app.services import case_entries, consent_renewals, directory

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.client import Place, Profile
    from app.domain.consent import Consent
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId, EntryId
    from app.domain.practice import Practice
    from app.domain.practice_record import Resource
    from app.domain.referral import ReferralForm
    from app.domain.referral_course import ReferralCourse, ReferralStep
    from app.domain.screen import Referral
    from app.domain.sheet import Sheet
    from app.ports import OpenVault
    from app.services.tools import Tools

KINDS = (EntryKind.REFERRAL, EntryKind.REFERRAL_STEP)


@dataclass(frozen=True)
class ReferralPage:
    """What the page shows; `kept` are the referrals, the newest first.

    `known` is what of the person could go along, with the words as they are now. `resources` are
    offered as receivers, `released` the consents to a release that hold. `screened` is what the
    last suitability screen says of another place.
    """

    case: Case
    here: Place = field(repr=False)
    now: datetime
    practice: Practice = field(repr=False)
    kept: tuple[ReferralCourse, ...] = field(repr=False)
    known: Mapping[Passed, str] = field(repr=False)
    resources: tuple[Resource, ...] = field(repr=False)
    released: tuple[Consent, ...] = field(repr=False)
    screened: Referral | None = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)
    step: Mapping[str, Any] = field(repr=False)


def page(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> ReferralPage:
    """Return what the page shows, and write that it was read.

    Raises `CaseLocked` where the case is shut.
    """
    case = case_entries.open_case(vault, case_id)
    entries = vault.entries.of_case(case_id, *KINDS)
    case_entries.was_read(vault, tools.clock, case_id, AuditKind.REFERRALS_READ, entries)
    practice, profile = vault.settings.practice(), vault.clients.of_case(case_id).profile
    screens = vault.entries.of_case(case_id, EntryKind.SCREEN)
    return ReferralPage(
        case,
        counselor_place(profile, practice.place),
        tools.clock.now(),
        practice,
        referrals_of(entries)[::-1],
        known(profile),
        directory.shown(vault, tools, language),
        consent_renewals.in_force(vault, tools.clock, case_id, Purpose.RELEASE),
        screen_of(screens[-1].value).referral if screens else None,
        case_entries.unfinished(vault, case_id, EntryKind.REFERRAL),
        case_entries.unfinished(vault, case_id, EntryKind.REFERRAL_STEP),
    )


def known(profile: Profile) -> dict[Passed, str]:
    """Return what of a person could go along: only what is known."""
    one = profile.emergency
    found = {
        Passed.NAME: profile.name,
        Passed.BIRTH: profile.birth_date,
        Passed.REACH: next((it for it in (profile.phone, profile.email) if it.strip()), ""),
        Passed.EMERGENCY: " ".join(it for it in (one.name, one.relation, one.phone) if it.strip()),
    }
    return {key: words for key, words in found.items() if words.strip()}


def record(vault: OpenVault, tools: Tools, case_id: CaseId, form: ReferralForm) -> CaseEntry:
    """Store a referral for good, and when one asks how it went (clause 126).

    Raises `ReferralIncomplete` where a rule is not met, `ReferralUnreleased` where the consent it
    names is not signed or holds no more (143, 145).
    """
    missing = REFERRAL.lacks(form)
    if missing:
        raise ReferralIncomplete(missing)
    if form.answer is Answer.WRITTEN:
        held = consent_renewals.in_force(vault, tools.clock, case_id, Purpose.RELEASE)
        if form.consent not in {one.id for one in held}:
            raise ReferralUnreleased
    what = (EntryKind.REFERRAL, AuditKind.REFERRED)
    with vault.transaction():
        entry = case_entries.enter(vault, tools.clock, case_id, what, as_json(form))
        if form.goes and form.ask_on:
            _plan(vault, tools, case_id, form)
    return entry


def _plan(vault: OpenVault, tools: Tools, case_id: CaseId, form: ReferralForm) -> None:
    """Put the day on which one asks how it went beside the days that are planned already."""
    kinds = (EntryKind.FOLLOW_PLAN, EntryKind.FOLLOW_UP)
    planned = open_days(vault.entries.of_case(case_id, *kinds))
    plan = FollowPlan(tuple(sorted({*planned, form.ask_on})), form.receiver.to)
    now = tools.clock.now()
    made = vault.entries.add(case_id, EntryKind.FOLLOW_PLAN, now, as_json(plan))
    vault.audit.record(AuditKind.FOLLOW_UP_PLANNED, now, case_id, made.id)


def step(vault: OpenVault, tools: Tools, case_id: CaseId, made: ReferralStep) -> CaseEntry:
    """Store what happened to a referral since; raise `ReferralIncomplete`, KeyError for no such."""
    missing = REFERRAL_STEP.lacks(made)
    if missing:
        raise ReferralIncomplete(missing)
    _course(vault, case_id, made.referral)
    what = (EntryKind.REFERRAL_STEP, AuditKind.REFERRAL_STEPPED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(made))


def letter(vault: OpenVault, tools: Tools, case_id: CaseId, which: EntryId, language: str) -> Sheet:
    """Return the letter of a referral, in the words it was put on record with.

    Raises `ReferralUnreleased` where what goes along is no longer allowed: a consent that was
    withdrawn since, or ran out, stops the letter (145). `ReferralUnsendable` names what is empty of
    its sender.
    """
    course = _course(vault, case_id, which)
    if course.form.tells:
        held = consent_renewals.in_force(vault, tools.clock, case_id, Purpose.RELEASE)
        if course.form.consent not in {one.id for one in held}:
            raise ReferralUnreleased
    return letter_sheet(course, _head(vault, case_id, course), tools.ending_texts[language])


def receipt(
    vault: OpenVault, tools: Tools, case_id: CaseId, which: EntryId, language: str
) -> Sheet:
    """Return the receipt that goes along with a letter; raise `ReferralUnsendable` as it does."""
    course = _course(vault, case_id, which)
    return receipt_sheet(course, _head(vault, case_id, course), tools.ending_texts[language])


def printed(vault: OpenVault, tools: Tools, case_id: CaseId, which: EntryId) -> None:
    """Write that a letter or a receipt left the vault."""
    vault.audit.record_or_hold(AuditKind.REFERRAL_PRINTED, tools.clock.now(), case_id, which)


def _course(vault: OpenVault, case_id: CaseId, which: EntryId) -> ReferralCourse:
    """Return a referral of a case; KeyError where it has none of that number."""
    entries = vault.entries.of_case(case_id, *KINDS)
    return {one.id: one for one in referrals_of(entries)}[which]


def _head(vault: OpenVault, case_id: CaseId, course: ReferralCourse) -> LetterHead:
    """Return from whom a letter is, and of which day; raise `ReferralUnsendable` for nobody."""
    practice = vault.settings.practice()
    if missing := SENDER.lacks(practice):
        raise ReferralUnsendable(missing)
    place = counselor_place(vault.clients.of_case(case_id).profile, practice.place)
    return LetterHead(practice, local(course.at, place).date().isoformat())
