"""Cases whose notes can be signed: what the gate asks for, put on record without paper or password.

ONE place for every hand of the tests, the laboratory included: `MEETS` has for each rule of the
book what meets it. Nothing is rendered and no key derived, and what is made is sealed as the real
one is. A case that is not to be let in is one for which nothing of this was called.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.as_json import as_json
from app.domain.attendance import roster, who_come
from app.domain.client import EmergencyContact, Place
from app.domain.consent import (
    ConsentDraft,
    ConsentState,
    ConsentTemplate,
    DocumentKind,
    SigningMethod,
    TemplateSection,
)
from app.domain.consent_evidence import Evidence
from app.domain.consent_purpose import Purpose
from app.domain.entry import EntryKind
from app.domain.risk import RiskLevel
from app.domain.screen import Screen, Suitability
from app.domain.session_sheet import IdentityCheck
from app.services import consent_proof, gate, notes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from app.domain.client import Profile
    from app.domain.gate import GateFacts
    from app.domain.ids import CaseId, ConsentId, NoteId
    from app.domain.note import Note
    from app.domain.session_sheet import SessionSheet
    from app.ports import Clock, OpenVault

FORM = ConsentTemplate(
    key="agreed.zh",
    edition="1",
    language="zh",
    title="知情同意书",
    opening=(),
    sections=(TemplateSection("all", "约定", ("如约。",), ("042",)),),
    closing=(),
    signers=("来访者", "咨询师"),
    facts={},
    defaults={},
    roles=(),
    labels={},
    remote=True,
)
_STEPS = (
    ConsentState.PROVIDED,
    ConsentState.READ,
    ConsentState.DISCUSSED,
    ConsentState.RECONFIRMED,
)


def sign(
    vault: OpenVault, clock: Clock, note_id: NoteId, signer: str, password: str | None = None
) -> Note:
    """Let a note's session in, and sign it; without a password where that is not what matters."""
    admit(vault, clock, note_id)
    if password is not None:
        return notes.sign(vault, clock, note_id, signer, password)
    with unasked(vault):
        return notes.sign(vault, clock, note_id, signer, "")


def admit(vault: OpenVault, clock: Clock, note_id: NoteId) -> None:
    """Put on record what a note lacks to be signed; nothing where it lacks nothing."""
    for rule in gate.missing(vault, note_id):
        if rule in gate.missing(vault, note_id):  # what met another rule may have met this one
            MEETS[rule.name](vault, clock, gate.facts(vault, note_id))


@contextmanager
def unasked(vault: OpenVault) -> Iterator[None]:
    """Skip Argon2 where the password is not what the test is about."""
    vault.check_password = lambda _: None  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        del vault.check_password


def agree(
    vault: OpenVault, clock: Clock, case_id: CaseId, draft: ConsentDraft | None = None
) -> None:
    """Have a consent signed on paper, whatever the way of service."""
    words = draft or ConsentDraft(FORM.key, FORM.edition, {}, ())
    form = FORM if draft is None else replace(FORM, purpose=Purpose.GROUP)
    _signed(vault, clock, case_id, words, form)


def release(vault: OpenVault, clock: Clock, case_id: CaseId) -> ConsentId:
    """Have a consent to a release signed on paper; return which it is."""
    words = ConsentDraft(FORM.key, FORM.edition, {}, ())
    return _signed(vault, clock, case_id, words, replace(FORM, purpose=Purpose.RELEASE))


def _signed(
    vault: OpenVault, clock: Clock, case_id: CaseId, words: ConsentDraft, form: ConsentTemplate
) -> ConsentId:
    """Have these words signed on paper, after the steps that their form asks for."""
    now = clock.now()
    with vault.transaction():
        made = vault.consents.add(case_id, words, form, now)
        for state in (_STEPS[0], _STEPS[-1]) if form.purpose.separate else _STEPS:
            vault.consents.step(made.id, state, now)
        paper = (DocumentKind.FORM_PDF, "application/pdf", b"%PDF-", now)
        vault.consents.add_document(made.id, *paper)
        proof = Evidence(SigningMethod.PAPER_SCAN, "文件柜", "当面谈过，签了字。")
        consent_proof.sign(vault, made.id, now, proof)
    return made.id


def _agree(vault: OpenVault, clock: Clock, facts: GateFacts) -> None:
    """Meet `gate.consent`."""
    agree(vault, clock, facts.session.case_id)


def _together(vault: OpenVault, clock: Clock, facts: GateFacts) -> None:
    """Meet `gate.group_agreement`."""
    members = who_come(facts.profile)
    draft = ConsentDraft(FORM.key, FORM.edition, {}, (), members=members)
    agree(vault, clock, facts.session.case_id, draft)


def _talk(vault: OpenVault, clock: Clock, facts: GateFacts) -> None:
    """Meet `gate.who` without giving anybody a name."""
    case_id = facts.session.case_id
    with vault.transaction():
        vault.entries.add(case_id, EntryKind.IDENTITY_TALK, clock.now(), {"why": "谈过"})


def _know(vault: OpenVault, _clock: Clock, facts: GateFacts) -> None:
    """Meet what the gate asks of places and of whom to call: what is known stays as it is."""
    client = vault.clients.of_case(facts.session.case_id)
    with vault.transaction():
        vault.clients.change(replace(client, profile=known(client.profile)))


def _screen(vault: OpenVault, clock: Clock, facts: GateFacts) -> None:
    """Meet what the gate asks of a screen: one that has reservations, and no items."""
    made = Screen("remote", "1", "zh", (), Suitability.RESERVED, "谈过")
    with vault.transaction():
        case_id = facts.session.case_id
        vault.entries.add(case_id, EntryKind.SCREEN, clock.now(), as_json(made))


def _fill(vault: OpenVault, clock: Clock, facts: GateFacts) -> None:
    """Meet what the gate asks of the sheet: what is filled in stays as it is."""
    with vault.transaction():
        came = facts.sheet.came or roster(facts.profile, facts.sheet)
        made = replace(filled(facts.sheet), came=came)
        vault.entries.save_sheet(facts.session, made, clock.now())


def filled(sheet: SessionSheet) -> SessionSheet:
    """Return a sheet with invented words where it lacks what the gate asks for."""
    return replace(
        sheet,
        identity=sheet.identity or IdentityCheck.FACE,
        identity_how=sheet.identity_how or "看见了",
        third_person_who=sheet.third_person_who or ("何人" if sheet.third_person else ""),
        mood=sheet.mood or "平稳",
        risk=sheet.risk or RiskLevel.LOW,
        problem=sheet.problem or "情绪",
        complaint=sheet.complaint or "无",
        danger=sheet.danger or "无",
        work=sheet.work or "无",
        referral=sheet.referral or "无",
        client_place=Place(sheet.client_place.city or "上海", sheet.client_place.time_zone),
        counselor_place=Place(
            sheet.counselor_place.city or "杭州", sheet.counselor_place.time_zone
        ),
        confirmed=True,
        edition=sheet.edition or "1",
    )


def known(profile: Profile) -> Profile:
    """Return a profile with invented words where it lacks what the gate asks for."""
    place = Place(profile.place.city or "上海", profile.place.time_zone or "Asia/Shanghai")
    mine = profile.counselor_place
    here = Place(mine.city or "杭州", mine.time_zone or "Asia/Shanghai")
    someone = profile.emergency
    called = EmergencyContact(someone.name or "何人", someone.relation, someone.phone or "110")
    return replace(
        profile,
        place=place,
        counselor_place=here,
        emergency=replace(called, may_know=someone.may_know),
    )


MEETS: Mapping[str, Callable[[OpenVault, Clock, GateFacts], None]] = {
    "gate.consent": _agree,
    "gate.who": _talk,
    "gate.client_place": _know,
    "gate.counselor_place": _know,
    "gate.emergency": _know,
    "gate.group_agreement": _together,
    "gate.screen": _screen,
    "gate.suitable": _screen,
    "gate.consent_anew": _agree,
    "gate.who_came": _fill,
    "gate.identity_checked": _fill,
    "gate.third_person": _fill,
    "gate.three_fields": _fill,
    "gate.four_answers": _fill,
    "gate.risk_confirmed": _fill,
}
