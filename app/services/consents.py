"""Prepare, print and record consent."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.domain.audit import AuditKind
from app.domain.blank import is_blank
from app.domain.consent import (
    Consent,
    ConsentDocument,
    ConsentDraft,
    ConsentForm,
    ConsentState,
    DocumentKind,
    Signature,
    SigningMethod,
    check_advance,
    fill,
    fill_so_far,
    same_paper,
)
from app.domain.errors import ConsentFinal, SignatureMissing, SignatureTooEarly
from app.domain.ink import is_signature
from app.domain.learned import practice_after, profile_after
from app.domain.local_time import counselor_place, local
from app.domain.prefill import prefill
from app.services import consent_proof

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.case import Case, ServiceMode
    from app.domain.client import Place
    from app.domain.consent import ConsentTemplate
    from app.domain.ids import CaseId, ConsentId, DocumentId
    from app.ports import OpenVault
    from app.services.tools import Tools

PDF = "application/pdf"
_TEXTS = (DocumentKind.SIGNED_PDF, DocumentKind.FORM_PDF)


@dataclass(frozen=True)
class ConsentOffer:
    """A text that can be chosen for a consent, and whether it is written for the case."""

    key: str
    title: str
    language: str
    fits: bool


@dataclass(frozen=True)
class ConsentPage:
    """Everything that the page of a consent shows.

    `newer` is the edition of the text that has come since, "" when there is none, or when the
    consent is final: its words stay those of its own edition (clause 042).
    """

    case: Case
    consent: Consent
    template: ConsentTemplate
    documents: tuple[ConsentDocument, ...]
    suggested: Mapping[str, str] = field(repr=False)
    newer: str = ""


def offers(tools: Tools, mode: ServiceMode) -> tuple[ConsentOffer, ...]:
    """Return the consent texts, those written for the way of service first (clause 036).

    Of two languages the Chinese text comes first: it is the one most clients read.
    """
    found = [
        ConsentOffer(one.key, one.title, one.language, one.fits(mode))
        for one in tools.consent_templates.values()
    ]
    return tuple(sorted(found, key=lambda one: (not one.fits, one.language != "zh", one.key)))


def start(vault: OpenVault, tools: Tools, case_id: CaseId, template: ConsentTemplate) -> Consent:
    """Start a consent with what practice and client record already say filled in."""
    now = tools.clock.now()
    facts = prefill(
        template, vault.settings.practice(), vault.clients.of_case(case_id).profile, now
    )
    with vault.transaction():
        draft = ConsentDraft(template.key, template.edition, facts, template.access)
        consent = vault.consents.add(case_id, draft, template, now)
        vault.audit.record(AuditKind.CONSENT_STARTED, now, case_id, consent.id)
    return consent


def page(
    vault: OpenVault, tools: Tools, consent_id: ConsentId, *, again: bool = False
) -> ConsentPage:
    """Return what the page of a consent shows; write that it was read, unless it is shown `again`.

    Reading works on a full disk: the line of the trail is then written later (promise 4).
    """
    consent = vault.consents.get(consent_id)
    template = vault.consents.wording(consent_id)
    profile = vault.clients.of_case(consent.case_id).profile
    if not again:
        now = tools.clock.now()
        vault.audit.record_or_hold(AuditKind.CONSENT_READ, now, consent.case_id, consent_id)
    return ConsentPage(
        vault.cases.get(consent.case_id),
        consent,
        template,
        tuple(vault.consents.documents(consent_id)),
        prefill(template, vault.settings.practice(), profile, tools.clock.now()),
        _newer(tools, consent),
    )


def _newer(tools: Tools, consent: Consent) -> str:
    """Return the edition that has come since an open consent was begun, or nothing."""
    now = tools.consent_templates.get(consent.draft.template)
    if consent.final or now is None or now.edition == consent.draft.edition:
        return ""
    return now.edition


def change(vault: OpenVault, tools: Tools, consent_id: ConsentId, draft: ConsentDraft) -> Consent:
    """Store what was filled in and return the consent; raise `ConsentFinal` once signed.

    Words that change after any step are not the words that step speaks of: the consent becomes a
    draft again, and is provided, read, discussed and confirmed anew (clause 042). A change that
    prints the same, such as a default typed out, leaves the steps as they are.
    """
    before = vault.consents.get(consent_id)
    if before.final:
        raise ConsentFinal
    if before.draft == draft:
        return before
    now = tools.clock.now()
    same = same_paper(vault.consents.wording(consent_id), before.draft, draft)
    with vault.transaction():
        vault.consents.change(consent_id, draft)
        acts = (AuditKind.CONSENT_READ, AuditKind.CONSENT_STARTED, AuditKind.CONSENT_CHANGED)
        if vault.audit.latest(consent_id, acts) is not AuditKind.CONSENT_CHANGED:
            vault.audit.record(AuditKind.CONSENT_CHANGED, now, before.case_id, consent_id)
        if before.state is not ConsentState.DRAFT and not same:
            vault.consents.step(consent_id, ConsentState.DRAFT, now)
            vault.audit.record(AuditKind.CONSENT_STEP, now, before.case_id, consent_id)
    return vault.consents.get(consent_id)


def form(vault: OpenVault, consent_id: ConsentId) -> ConsentForm:
    """Return the filled form; raise `ConsentFormIncomplete` naming what is empty."""
    consent = vault.consents.get(consent_id)
    return fill(vault.consents.wording(consent_id), consent.draft, **_head(vault, consent))


def _head(vault: OpenVault, consent: Consent) -> dict[str, str]:
    """Return number and subtitle of a form."""
    known = [vault.settings.practice().name, consent.draft.facts.get("counselor", "")]
    return {
        "number": f"{consent.case_id:04d}-{consent.id:04d}",
        "subtitle": " · ".join(word for word in known if not is_blank(word)),
    }


def preview(vault: OpenVault, tools: Tools, consent_id: ConsentId) -> bytes:
    """Return the PDF as it would be printed now: of a signed one, the PDF that was signed.

    While places are empty, lines to write on stand in them, and every page says so. Raises
    `ConsentAltered` for a signed consent that is not as it was signed.
    """
    consent = vault.consents.get(consent_id)
    if consent.final:
        consent_proof.check(vault, consent)
        documents = vault.consents.documents(consent_id)
        return vault.consents.document_bytes(
            next(one.id for one in documents if one.kind in _TEXTS)
        )
    template = vault.consents.wording(consent_id)
    so_far = fill_so_far(template, consent.draft, **_head(vault, consent))
    return tools.papers.consent.render(so_far)


def printed(vault: OpenVault, tools: Tools, consent_id: ConsentId) -> None:
    """Write that a form was printed or written to a file."""
    with vault.transaction():
        case_id = vault.consents.get(consent_id).case_id
        vault.audit.record(AuditKind.CONSENT_PRINTED, tools.clock.now(), case_id, consent_id)


def step(vault: OpenVault, tools: Tools, consent_id: ConsentId, to: ConsentState) -> Consent:
    """Record a step on the way to the signature, or a withdrawal.

    Raises `ConsentStepRefused` (clause 042) for a step out of order, `ConsentNotFilled` for a step
    while places of the form are empty, and `SignatureMissing` for the signature itself, which only
    `sign_on_screen` and `sign_on_paper` record.
    """
    consent = vault.consents.get(consent_id)
    check_advance(consent, vault.consents.wording(consent_id), to)
    if to is ConsentState.SIGNED:
        raise SignatureMissing
    now = tools.clock.now()
    with vault.transaction():
        vault.consents.step(consent_id, to, now)
        vault.audit.record(AuditKind.CONSENT_STEP, now, consent.case_id, consent_id)
    return vault.consents.get(consent_id)


def sign_on_screen(
    vault: OpenVault, tools: Tools, consent_id: ConsentId, signatures: tuple[Signature, ...]
) -> Consent:
    """Record signatures drawn on screen; they and the exact PDF signed become rows of the vault.

    Raises `SignatureMissing` unless every signer of the form drew more than dots,
    `SignatureTooEarly` for one drawn before these words were confirmed, `ConsentStepRefused`
    before the steps that come first, `ConsentFormIncomplete` for blanks.
    """
    consent = _signable(vault, consent_id)
    filled = form(vault, consent_id)
    _check_signatures(consent, filled, signatures)
    here = _clock_of(vault, consent)
    shown = tuple(replace(one, at=local(one.at, here)) for one in signatures)
    pdf = tools.papers.consent.render(filled, shown)
    now = tools.clock.now()
    with vault.transaction():
        for one in signatures:
            kept = _signature_bytes(one)
            vault.consents.add_document(
                consent_id, DocumentKind.SIGNATURE, "application/json", kept, now
            )
        vault.consents.add_document(consent_id, DocumentKind.SIGNED_PDF, PDF, pdf, now)
        consent_proof.sign(vault, consent_id, now, SigningMethod.ON_SCREEN, "")
        _learn(vault, tools, consent)
    return vault.consents.get(consent_id)


@dataclass(frozen=True)
class PaperEvidence:
    """A scan or photo of the signed paper and where the paper itself is kept."""

    method: SigningMethod
    data: bytes = field(repr=False)
    archive: str = field(repr=False)


def sign_on_paper(
    vault: OpenVault, tools: Tools, consent_id: ConsentId, evidence: PaperEvidence
) -> Consent:
    """Record a signature on paper with its scan or photo, cleaned of what a camera writes in.

    Raises `NotAnImage`, `PictureTooLarge`, `ConsentStepRefused`, `ConsentFormIncomplete`.
    """
    consent = _signable(vault, consent_id)
    filled = form(vault, consent_id)
    picture, media_type = tools.papers.clean_picture(evidence.data)
    pdf = tools.papers.consent.render(filled)
    photo = evidence.method is SigningMethod.PHOTO
    kind = DocumentKind.PHOTO if photo else DocumentKind.SCAN
    now = tools.clock.now()
    with vault.transaction():
        vault.consents.add_document(consent_id, DocumentKind.FORM_PDF, PDF, pdf, now)
        vault.consents.add_document(consent_id, kind, media_type, picture, now)
        consent_proof.sign(vault, consent_id, now, evidence.method, evidence.archive)
        _learn(vault, tools, consent)
    return vault.consents.get(consent_id)


def read_document(vault: OpenVault, tools: Tools, document_id: DocumentId) -> bytes:
    """Return the bytes of a document and write that it was read.

    Raises `ConsentAltered` when its consent is not as it was signed.
    """
    consent = vault.consents.get(vault.consents.consent_of_document(document_id))
    consent_proof.check(vault, consent)
    data = vault.consents.document_bytes(document_id)
    now = tools.clock.now()
    vault.audit.record_or_hold(AuditKind.DOCUMENT_READ, now, consent.case_id, document_id)
    return data


def _learn(vault: OpenVault, tools: Tools, consent: Consent) -> None:
    """Keep what a signed form says and practice and client record did not know yet."""
    facts = consent.draft.facts
    practice, client = vault.settings.practice(), vault.clients.of_case(consent.case_id)
    learned = practice_after(practice, facts)
    if learned != practice:
        vault.settings.change_practice(learned)
    profile = profile_after(client.profile, facts)
    if profile != client.profile:
        vault.clients.change(replace(client, profile=profile))
        now = tools.clock.now()
        vault.audit.record(AuditKind.CLIENT_CHANGED, now, consent.case_id, client.id)


def _signable(vault: OpenVault, consent_id: ConsentId) -> Consent:
    """Return a consent that may be signed now.

    Raises `ConsentFinal`, `ConsentStepRefused`, `ConsentNotFilled`.
    """
    consent = vault.consents.get(consent_id)
    if consent.final:
        raise ConsentFinal
    check_advance(consent, vault.consents.wording(consent_id), ConsentState.SIGNED)
    return consent


def _check_signatures(
    consent: Consent, filled: ConsentForm, signatures: tuple[Signature, ...]
) -> None:
    """Raise `SignatureMissing` or `SignatureTooEarly` unless these signatures stand for the form.

    A signature stands for the words that were confirmed before it was drawn, never for others
    that came in their place (clause 042).
    """
    drawn = {one.signer for one in signatures if is_signature(one.strokes)}
    if drawn != set(filled.signers):
        raise SignatureMissing
    confirmed = dict(consent.standing)[ConsentState.RECONFIRMED]
    if any(one.at < confirmed for one in signatures):
        raise SignatureTooEarly


def _clock_of(vault: OpenVault, consent: Consent) -> Place:
    """Return where the counselor is for the client: by that clock the paper tells the time."""
    profile = vault.clients.of_case(consent.case_id).profile
    return counselor_place(profile, vault.settings.practice().place)


def _signature_bytes(signature: Signature) -> bytes:
    """Return a drawn signature as JSON."""
    return json.dumps(
        {
            "signer": signature.signer,
            "at": signature.at.isoformat(),
            "strokes": [[list(point) for point in stroke] for stroke in signature.strokes],
        }
    ).encode()
