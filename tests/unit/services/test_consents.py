"""Consent from its first blank to its signature, and nothing out of order."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.consent import (
    ConsentDraft,
    ConsentState,
    DocumentKind,
    Signature,
    SigningMethod,
    next_states,
)
from app.domain.consent_purpose import Purpose
from app.domain.errors import (
    ConsentFinal,
    ConsentFormIncomplete,
    ConsentNotFilled,
    ConsentStepRefused,
    DiskFull,
    NotAnImage,
    SignatureMissing,
    SignatureTooEarly,
)
from app.domain.practice import Practice
from app.services import consent_texts, consents
from tests.vault.fixtures import FORM

S = ConsentState
PATH = [S.DRAFT, S.PROVIDED, S.READ, S.DISCUSSED, S.RECONFIRMED]
EVIDENCE = consents.PaperEvidence(SigningMethod.PAPER_SCAN, b"scan", "柜子 3")


@pytest.mark.clause("063")
def test_a_consent_begins_with_what_is_known(desk):
    desk.vault.settings.change_practice(Practice(counselor="陈", place=Place("上海")))
    case = desk.case("A", Profile(name="小明"))
    made = consents.start(desk.vault, desk.tools, case, FORM)
    assert made.draft == ConsentDraft(FORM.key, FORM.edition, {"counselor": "陈"}, FORM.access)
    assert made.steps == ((S.DRAFT, desk.clock.at),)
    page = consents.page(desk.vault, desk.tools, made.id)
    assert (page.consent, page.template, page.documents) == (made, FORM, ())
    assert page.suggested == {"counselor": "陈"}
    assert page.case.id == case


@pytest.mark.clause("010", "043")
def test_a_form_with_blanks_is_never_signed(desk):
    made = consents.start(desk.vault, desk.tools, desk.case(), FORM)
    with pytest.raises(ConsentFormIncomplete) as refused:
        consents.form(desk.vault, made.id)
    assert refused.value.missing == ("咨询师", "费用")
    # However it came to stand before the signature: the signature itself looks again.
    for state in PATH[1:]:
        desk.vault.consents.step(made.id, state, desk.clock.now())
    with pytest.raises(ConsentFormIncomplete):
        consents.sign_on_screen(desk.vault, desk.tools, made.id, desk.signatures())
    with pytest.raises(ConsentFormIncomplete):
        consents.sign_on_paper(desk.vault, desk.tools, made.id, EVIDENCE)
    assert desk.vault.consents.get(made.id).state is S.RECONFIRMED
    assert not desk.vault.consents.documents(made.id)
    draft = replace(made.draft, facts={"counselor": "陈", "fee": "五百"}, access=())
    consents.change(desk.vault, desk.tools, made.id, draft)
    with pytest.raises(ConsentFormIncomplete) as refused:
        consents.form(desk.vault, made.id)
    assert refused.value.missing == ("督导",)


@pytest.mark.clause("042")
@pytest.mark.parametrize("reached", range(4))
def test_no_step_is_recorded_while_a_place_is_empty(desk, reached):
    consent = desk.consent(desk.case(), PATH[reached])
    draft = desk.vault.consents.get(consent).draft
    desk.vault.consents.change(consent, replace(draft, facts={"counselor": "陈", "fee": " "}))
    before, lines = desk.vault.consents.get(consent), len(desk.vault.audit.entries())
    with pytest.raises(ConsentNotFilled) as refused:
        consents.step(desk.vault, desk.tools, consent, PATH[reached + 1])
    assert (refused.value.missing, refused.value.clause) == (("费用",), "042")
    assert desk.vault.consents.get(consent) == before
    assert len(desk.vault.audit.entries()) == lines
    desk.vault.consents.change(consent, replace(draft, access=()))
    with pytest.raises(ConsentNotFilled) as refused:
        consents.step(desk.vault, desk.tools, consent, PATH[reached + 1])
    assert refused.value.missing == ("督导",)
    desk.vault.consents.change(consent, draft)
    made = consents.step(desk.vault, desk.tools, consent, PATH[reached + 1])
    assert made.state is PATH[reached + 1]


def test_the_preview_is_there_from_the_start_with_lines_to_write_on(desk):
    made = consents.start(desk.vault, desk.tools, desk.case(), FORM)
    consents.preview(desk.vault, desk.tools, made.id)
    form, signatures = desk.tools.papers.consent.printed[-1]
    assert form.opening == ("我与________约定",)
    assert form.sections[0].paragraphs == ("每次________",)
    assert not signatures


def test_texts_for_the_way_of_service_are_offered_first(desk):
    texts = [
        replace(FORM, key=f"{kind}.{language}", language=language, remote=kind == "online")
        for kind in ("in_person", "online")
        for language in ("en", "zh")
    ]
    texts = {one.key: one for one in texts}
    here = consent_texts.offers(texts, ServiceMode.FACE_TO_FACE)
    assert [(one.key, one.fits) for one in here] == [
        ("in_person.zh", True),
        ("in_person.en", True),
        ("online.zh", False),
        ("online.en", False),
    ]
    for mode in ServiceMode:
        if mode is not ServiceMode.FACE_TO_FACE:
            english = consent_texts.offers(texts, mode, language="en")
            assert [one.key for one in english[:2]] == ["online.en", "online.zh"]
            first = consent_texts.offers(texts, mode)[0]
            assert (first.key, first.language, first.title) == ("online.zh", "zh", FORM.title)


def test_facts_with_braces_stand_on_paper_as_typed(desk):
    consent = desk.consent(desk.case())
    draft = desk.vault.consents.get(consent).draft
    odd = {"counselor": "{fee}{", "fee": "}{0}"}
    consents.change(desk.vault, desk.tools, consent, replace(draft, facts=odd))
    form = consents.form(desk.vault, consent)
    assert form.opening == ("我与{fee}{约定",)
    assert form.number == "0001-0001"
    assert form.subtitle == "{fee}{"


@pytest.mark.clause("042")
@pytest.mark.parametrize("state", [*PATH, S.SIGNED])
def test_every_step_out_of_order_is_refused(desk, state):
    consent = desk.consent(desk.case(), state)
    before = desk.vault.consents.get(consent)
    for to in S:
        if to not in next_states(state):
            with pytest.raises(ConsentStepRefused):
                consents.step(desk.vault, desk.tools, consent, to)
    if state not in (S.RECONFIRMED, S.SIGNED):
        for sign in (
            lambda: consents.sign_on_screen(desk.vault, desk.tools, consent, desk.signatures()),
            lambda: consents.sign_on_paper(desk.vault, desk.tools, consent, EVIDENCE),
        ):
            with pytest.raises(ConsentStepRefused):
                sign()
    assert desk.vault.consents.get(consent) == before


@pytest.mark.clause("042")
def test_each_step_is_kept_with_its_time(desk):
    consent = desk.consent(desk.case())
    for state in PATH[1:]:
        desk.clock.pass_(60)
        made = consents.step(desk.vault, desk.tools, consent, state)
        assert made.state is state
    assert [state for state, _ in made.steps] == PATH
    times = [at for _, at in made.steps]
    assert times == sorted(set(times))
    with pytest.raises(SignatureMissing):
        consents.step(desk.vault, desk.tools, consent, S.SIGNED)


@pytest.mark.clause("042")
def test_signatures_on_screen_and_the_pdf_that_was_signed_are_kept(desk):
    desk.vault.settings.change_practice(Practice(place=Place("上海", "Asia/Shanghai")))
    consent = desk.consent(desk.case(), S.RECONFIRMED)
    made = consents.sign_on_screen(desk.vault, desk.tools, consent, desk.signatures())
    assert (made.state, made.method, made.final) == (S.SIGNED, SigningMethod.ON_SCREEN, True)
    documents = desk.vault.consents.documents(consent)
    assert [one.kind for one in documents] == [
        *(DocumentKind.SIGNATURE, DocumentKind.SIGNATURE),
        DocumentKind.SIGNED_PDF,
    ]
    drawn = json.loads(desk.vault.consents.document_bytes(documents[0].id))
    assert drawn == {
        "signer": "来访者",
        "at": desk.clock.at.isoformat(),
        "strokes": [[[0.1, 0.2], [0.3, 0.4]]],
    }
    pdf = desk.vault.consents.document_bytes(documents[2].id)
    form, signatures = desk.tools.papers.consent.printed[-1]
    assert signatures == desk.signatures()
    assert {one.at.utcoffset() for one in signatures} == {timedelta(hours=8)}
    assert pdf == json.dumps([form.number, form.opening, 2]).encode()
    desk.tools.papers.consent.printed.clear()
    assert consents.preview(desk.vault, desk.tools, consent) == pdf
    assert desk.tools.papers.consent.printed == []


@pytest.mark.clause("042")
@pytest.mark.parametrize("strokes", [(), ((),), (((1.0, 0.5),),), (((1.0, 0.5),),) * 9])
def test_a_line_without_ink_is_no_signature(desk, strokes):
    consent = desk.consent(desk.case(), S.RECONFIRMED)
    one, other = desk.signatures()
    for drawn in ((), (one,), (one, Signature(other.signer, strokes, desk.clock.at)), (one, one)):
        with pytest.raises(SignatureMissing):
            consents.sign_on_screen(desk.vault, desk.tools, consent, drawn)
    assert desk.vault.consents.get(consent).state is S.RECONFIRMED
    assert desk.vault.consents.documents(consent) == []


@pytest.mark.clause("042")
def test_a_signature_drawn_for_older_words_is_not_put_under_new_ones(desk):
    consent = desk.consent(desk.case(), S.RECONFIRMED)
    old = desk.signatures()
    desk.clock.pass_(60)
    draft = desk.vault.consents.get(consent).draft
    facts = {**draft.facts, "fee": "八百"}
    consents.change(desk.vault, desk.tools, consent, replace(draft, facts=facts))
    for state in PATH[1:]:
        consents.step(desk.vault, desk.tools, consent, state)
    for drawn in (old, (old[0], desk.signatures()[1])):
        with pytest.raises(SignatureTooEarly) as refused:
            consents.sign_on_screen(desk.vault, desk.tools, consent, drawn)
        assert refused.value.clause == "042"
    assert desk.vault.consents.get(consent).state is S.RECONFIRMED
    assert desk.vault.consents.documents(consent) == []
    consents.sign_on_screen(desk.vault, desk.tools, consent, desk.signatures())


@pytest.mark.clause("042")
@pytest.mark.parametrize(
    ("method", "kind"),
    [(SigningMethod.PAPER_SCAN, DocumentKind.SCAN), (SigningMethod.PHOTO, DocumentKind.PHOTO)],
)
def test_a_signature_on_paper_keeps_the_form_and_its_picture(desk, method, kind):
    consent = desk.consent(desk.case(), S.RECONFIRMED)
    evidence = replace(EVIDENCE, method=method)
    made = consents.sign_on_paper(desk.vault, desk.tools, consent, evidence)
    assert (made.state, made.method, made.archive) == (S.SIGNED, method, "柜子 3")
    documents = desk.vault.consents.documents(consent)
    assert [one.kind for one in documents] == [DocumentKind.FORM_PDF, kind]
    assert documents[1].media_type == "image/png"
    assert desk.vault.consents.document_bytes(documents[1].id) == b"scan|cleaned"
    pdf = desk.vault.consents.document_bytes(documents[0].id)
    assert consents.preview(desk.vault, desk.tools, consent) == pdf


@pytest.mark.parametrize("paper", [False, True])
def test_what_a_signed_form_says_need_not_be_written_again(desk, paper):
    case = desk.case(profile=Profile(name="林晓禾"))
    asking = replace(FORM, facts={**FORM.facts, "emergency_contact": "紧急联系人"})
    made = consents.start(desk.vault, desk.tools, case, asking)
    facts = {"counselor": "陈", "fee": "五百", "emergency_contact": "陈桂芳 母亲 13900000017"}
    consents.change(desk.vault, desk.tools, made.id, replace(made.draft, facts=facts))
    for state in (S.PROVIDED, S.READ, S.DISCUSSED, S.RECONFIRMED):
        consents.step(desk.vault, desk.tools, made.id, state)
    assert desk.vault.settings.practice() == Practice()
    if paper:
        consents.sign_on_paper(desk.vault, desk.tools, made.id, EVIDENCE)
    else:
        consents.sign_on_screen(desk.vault, desk.tools, made.id, desk.signatures())
    assert desk.vault.settings.practice() == Practice(counselor="陈", fee="五百")
    kept = desk.vault.clients.of_case(case).profile
    assert kept.emergency == EmergencyContact("陈桂芳", "母亲", "13900000017")
    assert AuditKind.CLIENT_CHANGED in [one.kind for one in desk.vault.audit.entries()]


def test_cities_that_a_consent_named_get_their_clocks_once(desk):
    case = desk.case(profile=Profile(place=Place("温哥华"), counselor_place=Place("上海")))
    zones = {"温哥华": "America/Vancouver", "上海": "Asia/Shanghai"}
    consents.learn_clocks(desk.vault, desk.tools, case, zones)
    kept = desk.vault.clients.of_case(case).profile
    assert kept.place == Place("温哥华", "America/Vancouver")
    assert desk.vault.settings.practice().place == Place("上海", "Asia/Shanghai")
    lines = len(desk.vault.audit.entries())
    consents.learn_clocks(desk.vault, desk.tools, case, zones)
    assert len(desk.vault.audit.entries()) == lines


def test_a_scan_that_is_no_picture_signs_nothing(desk):
    def refuse(_):
        raise NotAnImage

    tools = replace(desk.tools, papers=replace(desk.tools.papers, clean_picture=refuse))
    consent = desk.consent(desk.case(), S.RECONFIRMED)
    with pytest.raises(NotAnImage):
        consents.sign_on_paper(desk.vault, tools, consent, EVIDENCE)
    assert desk.vault.consents.documents(consent) == []


def test_a_signing_that_fails_at_its_end_keeps_nothing(desk, monkeypatch):
    def full(*_, **__):
        raise DiskFull

    consent = desk.consent(desk.case(), S.RECONFIRMED)
    monkeypatch.setattr(desk.vault.audit, "record", full)
    with pytest.raises(DiskFull):
        consents.sign_on_screen(desk.vault, desk.tools, consent, desk.signatures())
    assert desk.vault.consents.get(consent).state is S.RECONFIRMED
    assert desk.vault.consents.documents(consent) == []


@pytest.mark.clause("042")
@pytest.mark.parametrize("end", [S.SIGNED, S.WITHDRAWN, S.EXPIRED])
def test_what_was_signed_does_not_change(desk, end):
    consent = desk.consent(desk.case(), S.SIGNED)
    if end is not S.SIGNED:
        consents.step(desk.vault, desk.tools, consent, end)
    before = desk.vault.consents.get(consent)
    with pytest.raises(ConsentFinal):
        consents.change(desk.vault, desk.tools, consent, before.draft)
    with pytest.raises(ConsentFinal):
        consents.sign_on_screen(desk.vault, desk.tools, consent, desk.signatures())
    with pytest.raises(ConsentFinal):
        consents.sign_on_paper(desk.vault, desk.tools, consent, EVIDENCE)
    assert desk.vault.consents.get(consent) == before
    assert len(desk.vault.consents.documents(consent)) == 3


@pytest.mark.clause("113")
def test_printing_and_reading_leave_a_line(desk):
    consent = desk.consent(desk.case(), S.SIGNED)
    consents.printed(desk.vault, desk.tools, consent)
    line = desk.vault.audit.entries()[0]
    assert (line.kind, line.case_id, line.subject) == (AuditKind.CONSENT_PRINTED, 1, consent)
    document = desk.vault.consents.documents(consent)[0].id
    data = consents.read_document(desk.vault, desk.tools, document)
    assert data == desk.vault.consents.document_bytes(document)
    line = desk.vault.audit.entries()[0]
    assert (line.kind, line.case_id, line.subject) == (AuditKind.DOCUMENT_READ, 1, document)


@pytest.mark.clause("042")
@pytest.mark.parametrize("reached", PATH[1:])
def test_words_changed_after_a_step_are_provided_again(desk, reached):
    made = desk.vault.consents.get(desk.consent(desk.case(), reached))
    lines = len(desk.vault.audit.entries())
    same = consents.change(desk.vault, desk.tools, made.id, made.draft)
    assert same == made
    desk.clock.pass_(60)
    for word in ("另一个", "另一个数"):
        other = replace(made.draft, facts=dict.fromkeys(FORM.facts, word))
        after = consents.change(desk.vault, desk.tools, made.id, other)
        assert (after.state, after.draft) == (S.DRAFT, other)
    # One line says when the words changed; nothing says that the new ones were given to anybody.
    assert after.steps == (*made.steps, (S.DRAFT, desk.clock.at))
    assert after.returned
    assert not after.standing
    assert len(desk.vault.audit.entries()) == lines + 1
    for state in PATH[1:]:
        desk.clock.pass_(60)
        after = consents.step(desk.vault, desk.tools, made.id, state)
    assert [state for state, _ in after.standing] == PATH[1:]
    assert after.standing[0][1] > made.steps[-1][1]
    assert not after.returned


@pytest.mark.clause("042")
def test_a_default_typed_out_prints_the_same_and_leaves_the_steps(desk):
    text = replace(FORM, defaults={"fee": "五百"})
    made = consents.start(desk.vault, desk.tools, desk.case(), text)
    typed = replace(made.draft, facts={"counselor": "陈", "fee": "五百"})
    consents.change(desk.vault, desk.tools, made.id, typed)
    for state in (S.PROVIDED, S.READ):
        made = consents.step(desk.vault, desk.tools, made.id, state)
    other = replace(made.draft, facts={"counselor": "陈", "fee": ""})
    after = consents.change(desk.vault, desk.tools, made.id, other)
    assert (after.state, after.draft, after.steps) == (S.READ, other, made.steps)


def test_another_one_begins_with_what_the_first_was_told(desk):
    case = desk.case("A", Profile(name="小明"))
    first = consents.start(desk.vault, desk.tools, case, FORM)
    facts = {"counselor": "陈", "fee": "每次六百"}
    consents.change(desk.vault, desk.tools, first.id, replace(first.draft, facts=facts))
    anew = consents.start(desk.vault, desk.tools, case, FORM)
    assert anew.id != first.id
    assert anew.draft.facts == facts
    beside = replace(FORM, purpose=Purpose.RELEASE)
    assert consents.start(desk.vault, desk.tools, case, beside).draft.facts == {}
