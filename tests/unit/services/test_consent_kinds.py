"""Discussion, evidence, separate purposes, renewal, minors, groups, and texts of one's own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from app import bootstrap
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.consent import ConsentState, DocumentKind, Signature, SigningMethod
from app.domain.consent_evidence import Oral, SelfRead
from app.domain.consent_purpose import Purpose
from app.domain.consent_talk import Discussion
from app.domain.consent_template import from_raw, to_raw
from app.domain.consent_text import worn
from app.domain.due import DueKind
from app.domain.errors import (
    ConsentFinal,
    ConsentNotDiscussed,
    ConsentTextIncomplete,
    EvidenceIncomplete,
    SignatureMissing,
)
from app.domain.gate import agreed
from app.domain.intake import Intake, Needs
from app.domain.session import SessionTime
from app.services import (
    cases,
    client_requests,
    consent_proof,
    consent_renewals,
    consent_talks,
    consent_texts,
    consents,
    gate,
    intake_papers,
    intakes,
    notes,
    practice,
    today,
)
from reports.sheet import PlainSheet
from tests.unit.domain.test_practice import CREDENTIAL, PUBLISHED
from tests.vault.fixtures import TEMPLATE

S = ConsentState
ODD = "😀䶮𬱖ㄅ\u202e木"
ONLINE = "online.zh"
DAY = timedelta(days=1)


@pytest.fixture
def at(desk):
    """A counselor with the shipped texts; the printers of forms are a press."""
    desk.tools = replace(desk.tools, consent_templates=bootstrap.consent_templates())
    return desk


def talk_of(text, **more):
    whole = Discussion(tuple(one.key for one in text.talk), "没有", f"有危险时会告诉别人。{ODD}")
    return replace(whole, **more)


def begun(at, case, key="online.zh", **choices):
    """Start a consent and fill every place."""
    made = consents.start_with(at.vault, at.tools, case, key)
    page = consents.page(at.vault, at.tools, made.id)
    scope = tuple(one.key for one in page.raw.scopes[:1])
    draft = replace(made.draft, scope=scope, **choices)
    facts = {**dict.fromkeys({**page.template.facts, "guardian": ""}, "有"), **made.draft.facts}
    return consents.change(at.vault, at.tools, made.id, replace(draft, facts=facts))


def walked(at, made, until=S.RECONFIRMED):
    """Take a consent along its own way, and talk about everything."""
    text = at.vault.consents.wording(made.id)
    consent_talks.keep(at.vault, made.id, talk_of(text))
    order = [S.PROVIDED, S.RECONFIRMED]
    if not made.purpose.separate:
        order = [S.PROVIDED, S.READ, S.DISCUSSED, S.RECONFIRMED]
    for state in order[: order.index(until) + 1]:
        at.clock.pass_(60)
        made = consents.step(at.vault, at.tools, made.id, state)
    return made


def signed(at, made, process=None):
    stroke = ((0.1, 0.2), (0.3, 0.4))
    form = consents.form(at.vault, made.id)
    drawn = tuple(Signature(one, (stroke,), at.clock.at) for one in form.signers)
    return consents.sign_on_screen(at.vault, at.tools, made.id, drawn, process)


def whole(at, case, key="online.zh", **choices):
    return signed(at, walked(at, begun(at, case, key, **choices)))


# Discussion


@pytest.mark.clause("081", "088", "159", "042")
def test_the_step_is_refused_until_everything_was_talked_about(at):
    made = walked(at, begun(at, at.case()), S.READ)
    consent_talks.keep(at.vault, made.id, Discussion())
    with pytest.raises(ConsentNotDiscussed) as refused:
        consents.step(at.vault, at.tools, made.id, S.DISCUSSED)
    assert refused.value.clause == "088"
    assert len(refused.value.missing) == 4
    assert at.vault.consents.get(made.id).state is S.READ
    text = at.vault.consents.wording(made.id)
    kept = consent_talks.keep(at.vault, made.id, talk_of(text))
    assert kept.talk == at.vault.consents.get(made.id).talk == talk_of(text)
    assert consents.step(at.vault, at.tools, made.id, S.DISCUSSED).state is S.DISCUSSED
    with pytest.raises(ConsentFinal):
        consent_talks.keep(at.vault, made.id, talk_of(text, questions="另一个"))
    assert consent_talks.keep(at.vault, made.id, talk_of(text)).talk == talk_of(text)


@pytest.mark.clause("042", "088")
def test_what_was_said_of_former_words_does_not_count_for_new_ones(at):
    made = walked(at, begun(at, at.case()), S.DISCUSSED)
    text = at.vault.consents.wording(made.id)
    other = replace(made.draft, facts={**made.draft.facts, "fee": "八百"})
    after = consents.keep(at.vault, at.tools, made.id, other, talk_of(text))
    assert after.talk == talk_of(text, points=())
    assert at.vault.consents.get(made.id).state is S.DRAFT
    same = consents.keep(at.vault, at.tools, made.id, other, talk_of(text))
    assert same.talk == talk_of(text)


@pytest.mark.clause("088", "090", "159")
def test_the_discussion_is_kept_covered_by_the_digest_and_printed(at):
    made = whole(at, at.case())
    text = at.vault.consents.wording(made.id)
    assert made.talk == talk_of(text)
    page = consents.page(at.vault, at.tools, made.id)
    assert page.again == ()
    printed = []

    class Sheets(PlainSheet):
        def render(self, sheet):
            printed.append(sheet)
            return b"%PDF"

    tools = replace(at.tools, papers=replace(at.tools.papers, sheet=Sheets()))
    assert consents.record(at.vault, tools, made.id) == b"%PDF"
    words = printed[0].words()
    for said in (f"有危险时会告诉别人。{ODD}", "没有", "■ 益处与局限", "屏幕手写", "签署"):
        assert said in words
    assert any("再次确认" in one and one.endswith("。") for one in words)
    consents.record(at.vault, tools, begun(at, at.case("B")).id)
    assert "□ 益处与局限" in printed[1].words()
    assert PlainSheet().render(printed[1]).startswith(b"%PDF")


# Evidence


@pytest.mark.clause("087")
def test_a_reading_alone_is_a_step_and_opens_nothing(at):
    made = walked(at, begun(at, at.case()), S.PROVIDED)
    read = SelfRead(at.clock.at - DAY, f"已阅 {ODD}")
    with pytest.raises(EvidenceIncomplete):
        consent_talks.read_alone(at.vault, at.tools, made.id, replace(read, row=""), None)
    assert at.vault.consents.get(made.id).state is S.PROVIDED
    after = consent_talks.read_alone(at.vault, at.tools, made.id, read, b"png")
    assert (after.state, after.self_read) == (S.READ, read)
    (document,) = at.vault.consents.documents(made.id)
    assert document.kind is DocumentKind.SELF_READ
    assert at.vault.consents.document_bytes(document.id) == b"png|cleaned"
    assert AuditKind.CONSENT_STEP in [one.kind for one in at.vault.audit.entries()]
    at.vault.consents.step(made.id, S.RECONFIRMED, at.clock.at)
    with pytest.raises(SignatureMissing):
        consents.sign_on_screen(at.vault, at.tools, made.id, ())
    assert not consent_renewals.in_force(at.vault, at.clock, after.case_id, Purpose.SERVICE)


@pytest.mark.clause("087")
def test_a_row_alone_is_enough_to_show_a_reading(at):
    made = walked(at, begun(at, at.case()), S.PROVIDED)
    after = consent_talks.read_alone(
        at.vault, at.tools, made.id, SelfRead(at.clock.at, "问卷第 12 行"), None
    )
    assert after.state is S.READ
    assert at.vault.consents.documents(made.id) == []


@pytest.mark.clause("012", "089", "090")
def test_a_spoken_consent_says_who_when_and_where_it_is_heard(at):
    made = walked(at, begun(at, at.case()))
    oral = Oral("来访者", at.clock.at, f"加密硬盘 {ODD}")
    for less in (
        replace(oral, reader=""),
        replace(oral, at=None),
        replace(oral, recording="\u200b"),
    ):
        with pytest.raises(EvidenceIncomplete) as refused:
            consents.consent_by_mouth(at.vault, at.tools, made.id, less)
        assert refused.value.clause == "090"
    with pytest.raises(EvidenceIncomplete):
        consents.consent_by_mouth(at.vault, at.tools, made.id, oral, " ")
    assert at.vault.consents.get(made.id).state is S.RECONFIRMED
    after = consents.consent_by_mouth(at.vault, at.tools, made.id, oral, "镜头前读完")
    assert (after.state, after.method) == (S.SIGNED, SigningMethod.ORAL)
    assert (after.evidence.oral, after.evidence.process) == (oral, "镜头前读完")
    kinds = [one.kind for one in at.vault.consents.documents(made.id)]
    assert kinds == [DocumentKind.FORM_PDF]
    consent_proof.check(at.vault, after)


@pytest.mark.clause("030", "152")
def test_face_to_face_nobody_consents_by_word_of_mouth(at):
    mode = ServiceMode.FACE_TO_FACE
    case = cases.open_case(at.vault, at.clock, "F", mode, Profile()).id
    made = walked(at, begun(at, case, "in_person.zh"))
    with pytest.raises(EvidenceIncomplete):
        consents.consent_by_mouth(at.vault, at.tools, made.id, Oral("我", at.clock.at, "硬盘"))


@pytest.mark.clause("090")
def test_a_letter_is_archived_with_its_picture_and_its_process(at):
    made = walked(at, begun(at, at.case()))
    paper = consents.PaperEvidence(SigningMethod.MAIL, b"letter", "柜子 3")
    with pytest.raises(EvidenceIncomplete):
        consents.sign_on_paper(at.vault, at.tools, made.id, replace(paper, process=" "))
    with pytest.raises(EvidenceIncomplete):
        consents.sign_on_paper(at.vault, at.tools, made.id, replace(paper, archive=""))
    after = consents.sign_on_paper(at.vault, at.tools, made.id, paper)
    assert (after.method, after.archive) == (SigningMethod.MAIL, "柜子 3")
    for word in ("已提供", "已阅读", "已讨论", "再次确认"):
        assert word in after.evidence.process
    assert [one.kind for one in at.vault.consents.documents(made.id)][-1] is DocumentKind.SCAN


@pytest.mark.clause("090")
def test_a_signature_on_screen_needs_its_process_too(at):
    made = walked(at, begun(at, at.case()))
    with pytest.raises(EvidenceIncomplete):
        signed(at, made, "")
    assert signed(at, made, f"谈了两次 {ODD}").evidence.process == f"谈了两次 {ODD}"


# Separate consents


@pytest.mark.clause("018", "112", "115", "133", "145")
@pytest.mark.parametrize("purpose", [one for one in Purpose if one.separate])
def test_each_purpose_is_allowed_by_a_consent_of_its_own_and_until_it_ends(at, purpose):
    case = at.case()

    def held(which=purpose):
        return [one.id for one in consent_renewals.in_force(at.vault, at.clock, case, which)]

    assert held() == []
    members = ("甲", "乙") if purpose is Purpose.GROUP else ()
    made = walked(at, begun(at, case, f"{purpose.value.replace(' ', '_')}.zh", members=members))
    assert held() == []
    made = signed(at, made)
    assert (made.purpose, made.mode) == (purpose, ServiceMode.ONLINE)
    assert held() == [made.id]
    for other in Purpose:
        if other is not purpose:
            assert held(other) == []
    months = made.draft.months
    if months:
        at.clock.at = made.ends_at - timedelta(seconds=1)
        assert held() == [made.id]
        at.clock.at = made.ends_at
        assert held() == []
        assert consents.page(at.vault, at.tools, made.id).over
    else:
        assert made.ends_at is None
    at.clock.at = made.steps[-1][1]
    consents.step(at.vault, at.tools, made.id, S.WITHDRAWN)
    assert held() == []


@pytest.mark.clause("112")
def test_a_recording_is_not_agreed_to_by_word_of_mouth(at):
    made = walked(at, begun(at, at.case(), "audio.zh"))
    with pytest.raises(EvidenceIncomplete):
        consents.consent_by_mouth(at.vault, at.tools, made.id, Oral("我", at.clock.at, "硬盘"))


@pytest.mark.clause("133")
def test_the_form_of_the_service_holds_the_separate_line_for_sensitive_data(at):
    case = at.case()
    made = whole(at, case)
    found = consent_renewals.in_force(at.vault, at.clock, case, Purpose.SENSITIVE)
    assert [one.id for one in found] == [made.id]


@pytest.mark.clause("030", "112")
def test_a_separate_consent_never_stands_for_the_one_to_the_service(at):
    case = at.case()
    whole(at, case, "audio.zh")
    note = notes.start(at.vault, at.clock, case, SessionTime(at.clock.at), TEMPLATE)
    assert gate.facts(at.vault, note.id).agreed == ()
    row = today.today(at.vault, at.tools)
    assert [one for one in row.due if one.kind is DueKind.CONSENT_ENDED] == []
    made = whole(at, case)
    assert len(gate.facts(at.vault, note.id).agreed) == 1
    assert at.vault.consents.states(Purpose.SERVICE) == [(case, made.id, S.SIGNED)]
    assert len(at.vault.consents.states()) == 2


# Renewal


def renewals(at):
    return [
        (one.consent_id, one.reasons)
        for one in today.today(at.vault, at.tools).due
        if one.kind is DueKind.CONSENT_RENEWAL
    ]


@pytest.mark.clause("159")
def test_after_months_it_is_talked_over_again_and_that_is_an_entry(at):
    made = whole(at, at.case())
    assert renewals(at) == []
    at.clock.at += 185 * DAY
    (found,) = renewals(at)
    assert found == (made.id, ("renewal.long_ago",))
    assert consents.page(at.vault, at.tools, made.id).reasons == found[1]
    text = at.vault.consents.wording(made.id)
    with pytest.raises(ConsentNotDiscussed):
        consent_talks.talk_again(at.vault, at.tools, made.id, Discussion())
    consent_talks.talk_again(at.vault, at.tools, made.id, talk_of(text, questions=ODD))
    assert renewals(at) == []
    (again,) = consents.page(at.vault, at.tools, made.id).again
    assert (again.at, again.talk) == (at.clock.at, talk_of(text, questions=ODD))
    assert at.vault.consents.get(made.id) == made
    assert AuditKind.CONSENT_TALKED_OVER in [one.kind for one in at.vault.audit.entries()]
    at.clock.at += 185 * DAY
    assert len(renewals(at)) == 1


@pytest.mark.clause("159")
def test_how_often_is_a_setting(at):
    whole(at, at.case())
    assert at.vault.settings.renewal_months() == 6
    at.clock.at += 32 * DAY
    assert renewals(at) == []
    consent_texts.choose_months(at.vault, 1)
    assert len(renewals(at)) == 1


@pytest.mark.clause("071", "159")
def test_another_way_of_service_asks_for_a_consent_anew(at):
    case = at.case()
    made = whole(at, case)
    at.vault.cases.change(case, "A-01", ServiceMode.FACE_TO_FACE)
    assert renewals(at) == [(made.id, ("renewal.other_mode",))]
    anew = consents.renew(at.vault, at.tools, case, made.id)
    assert anew.draft.template == "in_person.zh"
    # While a new one is on its way, that one is what waits.
    assert renewals(at) == []
    assert consents.page(at.vault, at.tools, made.id).reasons == ()


@pytest.mark.clause("042", "159")
def test_a_newer_edition_asks_for_a_signature_anew(at):
    case = at.case()
    made = whole(at, case)
    texts = dict(at.tools.consent_templates)
    texts["online.zh"] = replace(texts["online.zh"], edition="2027-01 第 2 版")
    at.tools = replace(at.tools, consent_templates=texts)
    assert renewals(at) == [(made.id, ("renewal.newer_text",))]
    anew = consents.renew(at.vault, at.tools, case, made.id)
    assert anew.draft.edition == "2027-01 第 2 版"


# Minors and groups


@pytest.mark.clause("138")
def test_a_minor_by_the_birth_date_has_a_guardian_on_the_form(at):
    case = at.case(profile=Profile(name="小禾", birth_date="2015-06-01"))
    made = consents.start_with(at.vault, at.tools, case, "online.zh")
    assert made.draft.minor
    page = consents.page(at.vault, at.tools, made.id)
    assert page.template.signers[1] == "监护人"
    done = signed(at, walked(at, begun(at, case)))
    kinds = [one.kind for one in at.vault.consents.documents(done.id)]
    assert kinds.count(DocumentKind.SIGNATURE) == 4
    grown = at.case("B", Profile(birth_date="1990-06-01"))
    assert not consents.start_with(at.vault, at.tools, grown, "online.zh").draft.minor
    assert page.minor
    assert agreed(done, at.vault.consents.wording(done.id)).guardian


# Hotlines


def hotline(at):
    """Return a case of a hotline, in a practice that knows the counselor by name and number."""
    case = at.case()
    at.vault.cases.change(case, "A-01", ServiceMode.HOTLINE_REGULAR)
    at.vault.settings.change_practice(replace(PUBLISHED, credentials="沈知远 X-23-188"))
    return case


@pytest.mark.clause("005", "037")
def test_at_a_hotline_what_a_client_gets_names_the_counselor_by_number_alone(at):
    case = hotline(at)
    page = consents.page(
        at.vault, at.tools, consents.start_with(at.vault, at.tools, case, ONLINE).id
    )
    assert page.suggested == dict(page.consent.draft.facts)
    assert page.suggested["counselor"] == "07"
    practice.keep(at.vault, at.tools, CREDENTIAL)
    facts = consents.page(at.vault, at.tools, page.consent.id).suggested
    assert "注册心理师" in facts["credentials"]
    at.tools = replace(at.tools, intake_texts=bootstrap.intake_texts())
    paper = intake_papers.form(at.vault, at.tools, "zh", (), case)
    asked = client_requests.page(at.vault, at.tools, case).practice
    said = " ".join([*facts.values(), paper.subtitle, asked.counselor, asked.contact])
    assert not [one for one in ("沈知远", "专用微信", "X-23-188", "example.invalid") if one in said]
    before = at.vault.settings.practice()
    at.vault.settings.change_practice(replace(before, counselor="", contact=""))
    assert whole(at, case).state is S.SIGNED
    after = at.vault.settings.practice()
    assert (after.counselor, after.contact) == ("", ""), "the number of a hotline is not her name"


@pytest.mark.clause("017", "109", "150")
@pytest.mark.parametrize("key", ["online.zh", "online.en"])
def test_a_hotline_names_a_deadly_disease_where_it_is_not_switched_off(at, key):
    def told(made):
        form = consents.form(at.vault, made.id)
        return any(word in text for word in ("传染病", "infectious")
                   for one in form.sections for text in one.paragraphs)  # fmt: skip

    case = hotline(at)
    first = consents.start_with(at.vault, at.tools, case, key).draft.scope
    made = begun(at, case, key)
    assert not told(made), "switched off: the second edition does not list it"
    text = at.vault.consents.wording(made.id)
    draft = replace(made.draft, scope=tuple(one.key for one in text.options))
    assert first == draft.scope
    assert told(consents.change(at.vault, at.tools, made.id, draft))
    assert worn(worn(text, draft), draft) == worn(text, draft)
    assert from_raw(to_raw(text)) == text
    assert "options" not in to_raw(replace(text, options=()))
    online = consents.start_with(at.vault, at.tools, at.case("B"), key)
    assert online.draft.scope == ()


@pytest.mark.clause("138")
def test_a_guardian_alone_does_not_sign_for_a_child(at):
    made = walked(at, begun(at, at.case(), minor=True))
    guardian = Signature("监护人", (((0.1, 0.2), (0.3, 0.4)),), at.clock.at)
    with pytest.raises(SignatureMissing):
        consents.sign_on_screen(at.vault, at.tools, made.id, (guardian,))


@pytest.mark.clause("108")
def test_every_member_of_a_group_signs(at):
    made = walked(at, begun(at, at.case(), "group.zh", members=("甲", "乙")))
    drawn = ((0.1, 0.2), (0.3, 0.4))
    some = tuple(Signature(one, (drawn,), at.clock.at) for one in ("甲", "咨询师"))
    with pytest.raises(SignatureMissing):
        consents.sign_on_screen(at.vault, at.tools, made.id, some)
    assert signed(at, made).draft.members == ("甲", "乙")


# Texts of one's own


@pytest.mark.clause("039")
def test_a_text_is_worded_anew_offered_first_and_never_without_what_must_stand_in_it(at):
    text = consent_texts.begin(at.tools, "online.zh")
    less = replace(text, sections=text.sections[2:])
    with pytest.raises(ConsentTextIncomplete) as refused:
        consent_texts.keep(at.vault, at.tools, less)
    assert refused.value.clause == "039"
    assert at.vault.settings.consent_texts() == ()
    kept = consent_texts.keep(at.vault, at.tools, replace(text, title=f" 林间 {ODD} "))
    assert (kept.key, kept.title, kept.base) == ("own.1", f"林间 {ODD}", "online.zh")
    assert kept.short_edition == "自订第 1 版"
    assert consent_texts.is_own(kept.key)
    texts = consent_texts.every(at.vault, at.tools)
    assert consent_texts.offers(texts, ServiceMode.ONLINE)[0].key == "own.1"
    case = at.case()
    made = whole(at, case, "own.1")
    assert at.vault.consents.wording(made.id) == kept
    assert consent_texts.keep(at.vault, at.tools, kept) == kept
    closing = (*kept.closing, "再补一句。")
    newer = consent_texts.keep(at.vault, at.tools, replace(kept, closing=closing))
    assert (newer.key, newer.short_edition) == ("own.1", "自订第 2 版")
    assert renewals(at) == [(made.id, ("renewal.newer_text",))]
    second = consent_texts.keep(at.vault, at.tools, consent_texts.begin(at.tools, "audio.zh"))
    assert second.key == "own.2"
    gone = consent_texts.remove(at.vault, "own.1")
    assert gone == newer
    assert renewals(at) == []
    assert at.vault.consents.wording(made.id) == kept
    assert consents.renew(at.vault, at.tools, case, made.id).draft.template == "online.zh"
    consent_texts.put_back(at.vault, newer)
    assert consent_texts.remove(at.vault, "own.9") is None
    keys = [one.key for one in at.vault.settings.consent_texts()]
    assert keys == ["own.2", "own.1"]


@pytest.mark.clause("039")
def test_a_text_that_may_not_be_kept_waits_to_be_gone_on_with(at):
    text = consent_texts.begin(at.tools, "online.zh")
    less = replace(text, title=ODD, sections=text.sections[2:])
    consent_texts.keep_or_wait(at.vault, at.tools, less)
    assert at.vault.settings.consent_text_begun() == less
    assert at.vault.settings.consent_texts() == ()
    consent_texts.keep_or_wait(at.vault, at.tools, replace(text, title=ODD))
    assert at.vault.settings.consent_text_begun() is None
    assert len(at.vault.settings.consent_texts()) == 1


def test_separate_forms_are_offered_apart_in_the_order_of_their_purposes(at):
    texts = consent_texts.every(at.vault, at.tools)
    found = consent_texts.offers(texts, ServiceMode.ONLINE, separate=True)
    assert [one.key for one in found[:3]] == ["audio.zh", "audio.en", "video.zh"]
    assert all(one.fits and one.purpose.separate for one in found)
    assert not [
        one for one in consent_texts.offers(texts, ServiceMode.ONLINE) if one.purpose.separate
    ]


@pytest.mark.clause("138")
def test_large_print_is_asked_of_the_printer_for_what_is_not_signed(at):
    made = begun(at, at.case())
    consents.preview(at.vault, at.tools, made.id, large=True)
    assert at.tools.papers.consent.printed[-1][0].large
    consents.preview(at.vault, at.tools, made.id)
    assert not at.tools.papers.consent.printed[-1][0].large
    needs = Intake(needs=Needs(large_print=True))
    intakes.change(at.vault, at.tools.clock, made.case_id, needs)
    consents.preview(at.vault, at.tools, made.id)
    assert at.tools.papers.consent.printed[-1][0].large


class Sheets(PlainSheet):
    """Prints for real, and keeps what it was given."""

    def __init__(self):
        self.printed = []

    def render(self, sheet):
        """Keep the sheet and print it."""
        self.printed.append(sheet)
        return super().render(sheet)


@pytest.mark.clause("087", "090", "112")
def test_the_record_tells_of_every_turn_and_every_proof(at):
    sheets = Sheets()
    tools = replace(at.tools, papers=replace(at.tools.papers, sheet=sheets))
    made = walked(at, begun(at, at.case()), S.PROVIDED)
    other = replace(made.draft, facts={**made.draft.facts, "fee": "八百"})
    consents.change(at.vault, at.tools, made.id, other)
    at.clock.pass_(60)
    consents.step(at.vault, at.tools, made.id, S.PROVIDED)
    read = SelfRead(at.clock.at, "问卷第 12 行")
    consent_talks.read_alone(at.vault, at.tools, made.id, read, None)
    text = at.vault.consents.wording(made.id)
    consent_talks.keep(at.vault, made.id, talk_of(text, own_words="有危险才说"))
    for state in (S.DISCUSSED, S.RECONFIRMED):
        consents.step(at.vault, at.tools, made.id, state)
    oral = Oral("来访者", at.clock.at, "加密硬盘")
    made = consents.consent_by_mouth(at.vault, at.tools, made.id, oral, "镜头前读完")
    consents.step(at.vault, at.tools, made.id, S.WITHDRAWN)
    assert consents.record(at.vault, tools, made.id).startswith(b"%PDF")
    words = sheets.printed[-1].words()
    for said in (
        *("内容改动，此前的步骤不再算数", "撤回", "口头同意，录音存档", "来访者", "加密硬盘"),
        *("问卷第 12 行", "镜头前读完"),
    ):
        assert said in words
    separate = whole(at, at.case("B"), "audio.zh", months=12, minor=True)
    consents.record(at.vault, tools, separate.id)
    words = sheets.printed[-1].words()
    assert "讨论的要点" not in words
    assert "2027年3月1日（周一）" in words
    english = whole(at, at.case("C"), "audio.en", months=12, minor=True)
    consents.record(at.vault, tools, english.id)
    words = sheets.printed[-1].words()
    assert "1 March 2027" in words
    assert any(re.fullmatch(r"1 March 2026, \d\d:\d\d", one) for one in words)
    paper = consents.PaperEvidence(SigningMethod.MAIL, b"letter", "柜子 3")
    group = walked(at, begun(at, at.case("C"), "group.zh", members=("甲", "乙")))
    consents.sign_on_paper(at.vault, at.tools, group.id, paper)
    consents.record(at.vault, tools, group.id)
    words = sheets.printed[-1].words()
    assert "柜子 3" in words
    assert "甲、乙" in words
