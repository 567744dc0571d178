"""Prepare, print and record consent."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.domain.age import is_minor
from app.domain.attendance import who_come
from app.domain.audit import AuditKind
from app.domain.blank import is_blank
from app.domain.case import HOTLINES
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
    owed_places,
    same_paper,
)
from app.domain.consent_account import account
from app.domain.consent_account import record as account_sheet
from app.domain.consent_evidence import Evidence, Oral, check_evidence
from app.domain.consent_progress import handed_on, number, under_way
from app.domain.consent_purpose import Purpose
from app.domain.consent_text import worn
from app.domain.errors import (
    ConsentFinal,
    ConsentFormIncomplete,
    SignatureMissing,
    SignatureTooEarly,
)
from app.domain.ink import is_signature
from app.domain.learned import practice_after, practice_at, profile_after, profile_by_clocks
from app.domain.local_time import counselor_place, local
from app.domain.prefill import prefill
from app.services import consent_proof, consent_renewals, consent_talks, consent_texts
from app.services import practice as practices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.consent import ConsentTemplate
    from app.domain.consent_talk import Discussion
    from app.domain.ids import CaseId, ConsentId, DocumentId
    from app.ports import OpenVault
    from app.services.consent_talks import TalkAgain
    from app.services.tools import Tools

PDF = "application/pdf"
_AHEAD = "client_ahead"
_OF_HER_NAME = ("counselor", "credentials", "credential_link", "counselor_contact")
_TEXTS = (DocumentKind.SIGNED_PDF, DocumentKind.FORM_PDF)


@dataclass(frozen=True)
class ConsentPage:
    """Everything that the page of a consent shows.

    `template` is the text as it is for those who sign it, `raw` as it was made. `newer` is the
    edition of the text that has come since, "" when there is none, or when the consent is final:
    its words stay those of its own edition (clause 042). `process` is the account of how it came
    about so far. Of a signed one `again` is when it was talked over since, `reasons` why it is to
    be asked for anew (159), `over` whether its time is past. `private` are the counselor's own
    numbers and accounts, which no form is to give (076). `minor` says that the client is one by the
    birth date on record.
    """

    case: Case
    consent: Consent
    template: ConsentTemplate
    raw: ConsentTemplate
    documents: tuple[ConsentDocument, ...]
    suggested: Mapping[str, str] = field(repr=False)
    newer: str = ""
    process: str = field(default="", repr=False)
    again: tuple[TalkAgain, ...] = field(default=(), repr=False)
    reasons: tuple[str, ...] = ()
    over: bool = False
    private: tuple[str, ...] = field(default=(), repr=False)
    minor: bool = False


def start_with(vault: OpenVault, tools: Tools, case_id: CaseId, key: str) -> Consent:
    """Start a consent in the text of a key, shipped or her own; KeyError where there is none."""
    return start(vault, tools, case_id, consent_texts.every(vault, tools)[key])


def renew(vault: OpenVault, tools: Tools, case_id: CaseId, consent_id: ConsentId) -> Consent:
    """Start the consent that follows a signed one: in the same text as it is now (042, 159).

    Where that is no longer there, or written for another way of service, it is the first that fits.
    """
    texts, mode = consent_texts.every(vault, tools), vault.cases.get(case_id).mode
    had = texts.get(vault.consents.get(consent_id).draft.template)
    if had is not None and (had.purpose.separate or had.fits(mode)):
        return start(vault, tools, case_id, had)
    return start(vault, tools, case_id, texts[consent_texts.offers(texts, mode)[0].key])


def start(vault: OpenVault, tools: Tools, case_id: CaseId, template: ConsentTemplate) -> Consent:
    """Start a consent with what practice and client record already say filled in.

    Where the client is a minor by the birth date on record, a guardian is to sign too (138); a
    group agreement names those who come together (108). At a hotline the counselor is named by her
    number (005), and what a text may say there besides is said. What was filled into another one to
    the service, still under way, is not asked for twice.
    """
    now, profile = tools.clock.now(), vault.clients.of_case(case_id).profile
    mode = vault.cases.get(case_id).mode
    facts = prefill(template, practices.seen(vault, now, mode), profile, now)
    months = template.terms[0] if template.terms else 0
    minor = template.minor is not None and is_minor(profile.birth_date, now.date())
    with vault.transaction():
        draft = ConsentDraft(
            template.key, template.edition, facts, template.access, months=months, minor=minor
        )
        if mode in HOTLINES:
            draft = replace(draft, scope=tuple(one.key for one in template.options))
        if template.for_members and profile.intake.kind.several:
            draft = replace(draft, members=who_come(profile))
        draft = _after_another(vault, case_id, template, draft)
        consent = vault.consents.add(case_id, draft, template, now)
        vault.audit.record(AuditKind.CONSENT_STARTED, now, case_id, consent.id)
    return consent


def _after_another(
    vault: OpenVault, case_id: CaseId, template: ConsentTemplate, draft: ConsentDraft
) -> ConsentDraft:
    """Return a draft with what the furthest consent under way to the service says already.

    What stands beside it is about one recording or one recipient, and about no other.
    """
    begun = under_way(vault.consents.of_case(case_id), Purpose.SERVICE)
    if not begun or template.purpose.separate:
        return draft
    first = vault.consents.wording(begun[0].id)
    same = first.language == template.language
    called = first.labels.get(_AHEAD) == template.labels.get(_AHEAD)
    return handed_on(begun[0].draft, draft, template, same=same, called=called)


def page(
    vault: OpenVault, tools: Tools, consent_id: ConsentId, *, again: bool = False
) -> ConsentPage:
    """Return what the page of a consent shows; write that it was read, unless it is shown `again`.

    Reading works on a full disk: the line of the trail is then written later (promise 4).
    """
    consent = vault.consents.get(consent_id)
    raw = vault.consents.wording(consent_id)
    template = worn(raw, consent.draft)
    profile = vault.clients.of_case(consent.case_id).profile
    case = vault.cases.get(consent.case_id)
    now = tools.clock.now()
    practice = practices.seen(vault, now, case.mode)
    if not again:
        vault.audit.record_or_hold(AuditKind.CONSENT_READ, now, consent.case_id, consent_id)
    return ConsentPage(
        case,
        consent,
        template,
        raw,
        tuple(vault.consents.documents(consent_id)),
        prefill(template, practice, profile, now),
        _newer(vault, tools, consent),
        account(consent, template, counselor_place(profile, practice.place)),
        consent_talks.talks_again(vault, consent) if consent.final else (),
        _reasons(vault, tools, case, consent),
        over=consent.over(now),
        private=practices.private_channels(vault),
        minor=is_minor(profile.birth_date, now.date()),
    )


def _reasons(vault: OpenVault, tools: Tools, case: Case, consent: Consent) -> tuple[str, ...]:
    """Return why a signed consent to the service is to be asked for anew; none while one is."""
    if consent.state is not ConsentState.SIGNED:
        return ()
    due = consent_renewals.renewal(vault, tools, case, vault.consents.of_case(case.id))
    return due.reasons if due is not None and due.consent.id == consent.id else ()


def _newer(vault: OpenVault, tools: Tools, consent: Consent) -> str:
    """Return the edition that has come since an open consent was begun, or nothing."""
    if consent.final:
        return ""
    now = consent_texts.every(vault, tools).get(consent.draft.template)
    return "" if now is None or now.edition == consent.draft.edition else now.edition


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
            # What was said about the former words is not said about these; what is written stays.
            vault.consents.keep_talk(consent_id, replace(before.talk, points=()))
            vault.audit.record(AuditKind.CONSENT_STEP, now, before.case_id, consent_id)
    return vault.consents.get(consent_id)


def keep(
    vault: OpenVault,
    tools: Tools,
    consent_id: ConsentId,
    draft: ConsentDraft,
    talk: Discussion,
) -> Consent:
    """Store what was filled in and what was discussed; raise `ConsentFinal` once signed.

    Where words changed after a step, what was said about the former ones no longer counts: the
    points are to be talked about again, what is written about them stays.
    """
    before = vault.consents.get(consent_id)
    after = change(vault, tools, consent_id, draft)
    if after.state is not before.state:
        talk = replace(talk, points=())
    return consent_talks.keep(vault, consent_id, talk)


def form(vault: OpenVault, consent_id: ConsentId) -> ConsentForm:
    """Return the filled form; raise `ConsentFormIncomplete` naming what is empty."""
    consent = vault.consents.get(consent_id)
    return fill(vault.consents.wording(consent_id), consent.draft, **_head(vault, consent))


def _head(vault: OpenVault, consent: Consent) -> dict[str, str]:
    """Return number and subtitle of a form."""
    known = [vault.settings.practice().name, consent.draft.facts.get("counselor", "")]
    return {
        "number": number(consent),
        "subtitle": " · ".join(word for word in known if not is_blank(word)),
    }


def preview(vault: OpenVault, tools: Tools, consent_id: ConsentId, *, large: bool = False) -> bytes:
    """Return the PDF as it would be printed now: of a signed one, the PDF that was signed.

    While places are empty, lines to write on stand in them, and every page says so. `large` prints
    one that is not signed yet in large letters (clause 138), as for a client who needs them. Raises
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
    needs = vault.clients.of_case(consent.case_id).profile.intake.needs
    return tools.papers.consent.render(replace(so_far, large=large or needs.large_print))


def paper(vault: OpenVault, tools: Tools, consent_id: ConsentId, *, large: bool = False) -> bytes:
    """Return the PDF that leaves the vault: that of `preview`, but never one with owed places.

    Raises `ConsentFormIncomplete` (clauses 010, 042) naming what the counselor left empty: a client
    is given no form that does not say yet what is consented to. Lines for what only the client
    knows stay, to be filled in by pen.
    """
    consent = vault.consents.get(consent_id)
    if not consent.final and (
        owed := owed_places(vault.consents.wording(consent_id), consent.draft)
    ):
        raise ConsentFormIncomplete(missing=owed)
    return preview(vault, tools, consent_id, large=large)


def record(vault: OpenVault, tools: Tools, consent_id: ConsentId) -> bytes:
    """Return the PDF of how a consent came about (知情同意过程记录, clauses 088-090, 159).

    Raises `ConsentAltered` for a signed consent that is not as it was signed.
    """
    consent = vault.consents.get(consent_id)
    if consent.final:
        consent_proof.check(vault, consent)
    text = worn(vault.consents.wording(consent_id), consent.draft)
    here = _clock_of(vault, consent)
    return tools.papers.sheet.render(account_sheet(consent, text, here, number(consent)))


def printed(vault: OpenVault, tools: Tools, consent_id: ConsentId) -> None:
    """Write that a form was printed or written to a file."""
    case_id = vault.consents.get(consent_id).case_id
    vault.audit.record_or_hold(AuditKind.CONSENT_PRINTED, tools.clock.now(), case_id, consent_id)


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
    vault: OpenVault,
    tools: Tools,
    consent_id: ConsentId,
    signatures: tuple[Signature, ...],
    process: str | None = None,
) -> Consent:
    """Record signatures drawn on screen; they and the exact PDF signed become rows of the vault.

    `process` is how consent came about, None for what the steps say (clause 090). Raises
    `EvidenceIncomplete` where it is blank,
    `SignatureMissing` unless every signer of the form drew more than dots,
    `SignatureTooEarly` for one drawn before these words were confirmed, `ConsentStepRefused`
    before the steps that come first, `ConsentFormIncomplete` for blanks.
    """
    consent = _signable(vault, consent_id)
    filled = form(vault, consent_id)
    _check_signatures(consent, filled, signatures)
    evidence = _proof(vault, consent, Evidence(SigningMethod.ON_SCREEN), process)
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
        consent_proof.sign(vault, consent_id, now, evidence)
        _learn(vault, tools, consent)
    return vault.consents.get(consent_id)


@dataclass(frozen=True)
class PaperEvidence:
    """A scan or photo of the signed paper and where the paper itself is kept."""

    method: SigningMethod
    data: bytes = field(repr=False)
    archive: str = field(repr=False)
    process: str | None = field(default=None, repr=False)


def sign_on_paper(
    vault: OpenVault, tools: Tools, consent_id: ConsentId, evidence: PaperEvidence
) -> Consent:
    """Record a signature on paper with its scan or photo, cleaned of what a camera writes in.

    Raises `EvidenceIncomplete`, `NotAnImage`, `PictureTooLarge`, `ConsentStepRefused`,
    `ConsentFormIncomplete`.
    """
    consent = _signable(vault, consent_id)
    filled = form(vault, consent_id)
    proof = _proof(vault, consent, Evidence(evidence.method, evidence.archive), evidence.process)
    picture, media_type = tools.papers.clean_picture(evidence.data)
    pdf = tools.papers.consent.render(filled)
    photo = evidence.method is SigningMethod.PHOTO
    kind = DocumentKind.PHOTO if photo else DocumentKind.SCAN
    now = tools.clock.now()
    with vault.transaction():
        vault.consents.add_document(consent_id, DocumentKind.FORM_PDF, PDF, pdf, now)
        vault.consents.add_document(consent_id, kind, media_type, picture, now)
        consent_proof.sign(vault, consent_id, now, proof)
        _learn(vault, tools, consent)
    return vault.consents.get(consent_id)


def consent_by_mouth(
    vault: OpenVault,
    tools: Tools,
    consent_id: ConsentId,
    oral: Oral,
    process: str | None = None,
) -> Consent:
    """Record that the client consented by word of mouth, and where that can be heard (012, 089).

    Raises `EvidenceIncomplete` where who read, when or the recording is not said, or face to face;
    `ConsentStepRefused`, `ConsentFormIncomplete`.
    """
    consent = _signable(vault, consent_id)
    filled = form(vault, consent_id)
    evidence = _proof(vault, consent, Evidence(SigningMethod.ORAL, oral=oral), process)
    pdf = tools.papers.consent.render(filled)
    now = tools.clock.now()
    with vault.transaction():
        vault.consents.add_document(consent_id, DocumentKind.FORM_PDF, PDF, pdf, now)
        consent_proof.sign(vault, consent_id, now, evidence)
        _learn(vault, tools, consent)
    return vault.consents.get(consent_id)


def _proof(vault: OpenVault, consent: Consent, made: Evidence, process: str | None) -> Evidence:
    """Return what proves a consent; raise `EvidenceIncomplete` where it does not (089, 090)."""
    if process is None:
        text = vault.consents.wording(consent.id)
        process = account(consent, text, _clock_of(vault, consent))
    whole = replace(made, process=process)
    check_evidence(whole, vault.cases.get(consent.case_id).mode, consent.purpose)
    return whole


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
    facts, client = dict(consent.draft.facts), vault.clients.of_case(consent.case_id)
    if vault.cases.get(consent.case_id).mode in HOTLINES:
        for key in _OF_HER_NAME:  # at a hotline these are the hotline's, not hers (005)
            facts.pop(key, None)
    practice, known = vault.settings.practice(), practices.known(vault, tools.clock.now())
    learned = practice_after(known, facts)
    if known != practice:  # what is recorded is not written a second time
        learned = replace(
            learned,
            credentials=practice.credentials,
            credential_link=practice.credential_link,
            platform=practice.platform,
        )
    if learned != practice:
        vault.settings.change_practice(learned)
    profile = profile_after(client.profile, facts, learned.place)
    if profile != client.profile:
        vault.clients.change(replace(client, profile=profile))
        now = tools.clock.now()
        vault.audit.record(AuditKind.CLIENT_CHANGED, now, consent.case_id, client.id)


def learn_clocks(vault: OpenVault, tools: Tools, case_id: CaseId, zones: Mapping[str, str]) -> None:
    """Give places that a consent named their time zones, where their cities are well known.

    Without one the session's sheet and the gate would ask for the same place again (104).
    """
    client, practice = vault.clients.of_case(case_id), vault.settings.practice()
    profile = profile_by_clocks(client.profile, zones)
    if profile == client.profile:
        return
    with vault.transaction():
        vault.clients.change(replace(client, profile=profile))
        if (settled := practice_at(practice, profile)) != practice:
            vault.settings.change_practice(settled)
        vault.audit.record(AuditKind.CLIENT_CHANGED, tools.clock.now(), case_id, client.id)


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
