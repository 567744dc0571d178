"""Each rule of a consent alone: what it asks for, and that nothing else trips over it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain import consent_evidence as proof
from app.domain import consent_renewal as renewal
from app.domain import consent_talk as talks
from app.domain import consent_wording as wording
from app.domain.case import ServiceMode
from app.domain.consent_evidence import (
    EVIDENCE,
    READING,
    Evidence,
    EvidenceFacts,
    Oral,
    SelfRead,
    SelfReadFacts,
    SigningMethod,
)
from app.domain.consent_purpose import Purpose
from app.domain.consent_renewal import RENEWAL, RenewalFacts
from app.domain.consent_talk import CONSENT, Discussion, TalkFacts, TalkPoint
from app.domain.consent_template import load_template
from app.domain.consent_text import TemplateSection
from app.domain.consent_wording import WORDING, WordingFacts, check_wording, settled
from app.domain.errors import (
    ConsentNotDiscussed,
    ConsentTextIncomplete,
    EvidenceIncomplete,
    FieldInvalid,
)
from resources import resource

NOW = datetime(2026, 5, 12, 6, 57, tzinfo=UTC)
POINTS = (
    TalkPoint("how", "怎样进行", teaching=True),
    TalkPoint("cut", "中断怎么办", teaching=True),
    *(TalkPoint(one, one) for one in ("benefits", "safety", "secrecy", "interruption", "urgent")),
)
WHOLE = Discussion(tuple(one.key for one in POINTS), "没有", "有危险时会告诉别人。")


def names(rules):
    return [one.name for one in rules]


@pytest.mark.parametrize(
    ("talk", "missing"),
    [
        (WHOLE, []),
        (
            Discussion(),
            [talks.taught, talks.discussed, talks.questions, talks.own_words],
        ),
        pytest.param(
            replace(WHOLE, points=WHOLE.points[1:]), [talks.taught], marks=pytest.mark.clause("081")
        ),
        pytest.param(
            replace(WHOLE, questions="\u200b "),
            [talks.questions],
            marks=pytest.mark.clause("088"),
        ),
        pytest.param(
            replace(WHOLE, own_words="  "), [talks.own_words], marks=pytest.mark.clause("159")
        ),
        *(
            pytest.param(
                replace(WHOLE, points=tuple(one for one in WHOLE.points if one != left)),
                [talks.discussed],
                marks=[pytest.mark.clause("088"), pytest.mark.clause("042")],
            )
            for left in ("benefits", "safety", "secrecy", "interruption", "urgent")
        ),
    ],
)
def test_a_discussion_is_whole_or_says_what_is_missing(talk, missing):
    assert names(CONSENT.broken(TalkFacts(POINTS, talk))) == names(missing)
    if missing:
        with pytest.raises(ConsentNotDiscussed) as refused:
            talks.check_talk(POINTS, talk)
        assert refused.value.missing == tuple(names(missing))
    else:
        talks.check_talk(POINTS, talk)
    # A text that asks for nothing is discussed without a list.
    talks.check_talk((), Discussion())


PAPER = Evidence(SigningMethod.PAPER_SCAN, "柜子 3", "逐项讨论后签署")
SPOKEN = Evidence(SigningMethod.ORAL, "", "镜头前朗读", Oral("来访者", NOW, "加密硬盘"))
ONLINE, ROOM = ServiceMode.ONLINE, ServiceMode.FACE_TO_FACE


@pytest.mark.parametrize(
    ("evidence", "mode", "missing"),
    [
        (PAPER, ROOM, []),
        (SPOKEN, ONLINE, []),
        (SPOKEN, ServiceMode.HOTLINE_REGULAR, []),
        (Evidence(SigningMethod.ON_SCREEN, "", "签了"), ROOM, []),
        *(
            pytest.param(
                replace(PAPER, method=method, archive=" "),
                ROOM,
                [proof.archive],
                marks=[pytest.mark.clause("042"), pytest.mark.clause("090")],
            )
            for method in (SigningMethod.PAPER_SCAN, SigningMethod.PHOTO, SigningMethod.MAIL)
        ),
        pytest.param(
            replace(PAPER, process=""), ROOM, [proof.process], marks=pytest.mark.clause("090")
        ),
        pytest.param(
            replace(SPOKEN, oral=Oral("", NOW, "硬盘")),
            ONLINE,
            [proof.reader],
            marks=pytest.mark.clause("089"),
        ),
        pytest.param(
            replace(SPOKEN, oral=Oral("来访者", None, "硬盘")),
            ONLINE,
            [proof.spoken_at],
            marks=pytest.mark.clause("089"),
        ),
        pytest.param(
            replace(SPOKEN, oral=Oral("来访者", NOW, " ")),
            ONLINE,
            [proof.recording],
            marks=[pytest.mark.clause("012"), pytest.mark.clause("089")],
        ),
        pytest.param(
            SPOKEN,
            ROOM,
            [proof.written],
            marks=[pytest.mark.clause("030"), pytest.mark.clause("152")],
        ),
    ],
)
def test_evidence_is_whole_or_says_what_is_missing(evidence, mode, missing):
    assert names(EVIDENCE.broken(EvidenceFacts(evidence, mode))) == names(missing)
    if missing:
        with pytest.raises(EvidenceIncomplete) as refused:
            proof.check_evidence(evidence, mode)
        assert refused.value.missing == tuple(names(missing))
    else:
        proof.check_evidence(evidence, mode)


@pytest.mark.clause("018", "112", "115")
@pytest.mark.parametrize("purpose", Purpose)
def test_a_separate_consent_is_given_in_writing(purpose):
    found = EVIDENCE.broken(EvidenceFacts(SPOKEN, ONLINE, purpose))
    assert names(found) == (names([proof.in_writing]) if purpose.separate else [])
    assert not EVIDENCE.broken(EvidenceFacts(PAPER, ONLINE, purpose))


@pytest.mark.clause("087")
@pytest.mark.parametrize(
    ("read", "picture", "missing"),
    [
        (SelfRead(NOW, "已阅 2026-05-11"), False, []),
        (SelfRead(NOW), True, []),
        (SelfRead(NOW, " "), False, [proof.proof]),
        (SelfRead(NOW + timedelta(minutes=1), "已阅"), False, [proof.past]),
    ],
)
def test_a_reading_alone_is_shown_and_has_been(read, picture, missing):
    assert names(READING.broken(SelfReadFacts(read, picture, NOW))) == names(missing)
    if missing:
        with pytest.raises(EvidenceIncomplete):
            proof.check_self_read(read, NOW, picture=picture)
    else:
        proof.check_self_read(read, NOW, picture=picture)


FACTS = RenewalFacts("1", "1", ONLINE, ONLINE, NOW, NOW)


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        (FACTS, []),
        (replace(FACTS, newest=""), []),
        (replace(FACTS, signed_for=None), []),
        *(
            pytest.param(
                replace(FACTS, mode=mode, newest="2", now=datetime(2027, 1, 1, tzinfo=UTC)),
                [],
                marks=pytest.mark.clause("011"),
            )
            for mode in (ServiceMode.HOTLINE_GENERAL, ServiceMode.CRISIS)
        ),
        pytest.param(
            replace(FACTS, newest="2"),
            [renewal.newer_text],
            marks=[pytest.mark.clause("042"), pytest.mark.clause("159")],
        ),
        pytest.param(
            replace(FACTS, mode=ROOM),
            [renewal.other_mode],
            marks=[pytest.mark.clause("071"), pytest.mark.clause("159")],
        ),
        (replace(FACTS, now=datetime(2026, 11, 12, 6, 56, tzinfo=UTC)), []),
        pytest.param(
            replace(FACTS, now=datetime(2026, 11, 12, 6, 57, tzinfo=UTC)),
            [renewal.long_ago],
            marks=pytest.mark.clause("159"),
        ),
        pytest.param(
            replace(FACTS, now=datetime(2026, 6, 12, 6, 57, tzinfo=UTC), months=1),
            [renewal.long_ago],
            marks=pytest.mark.clause("159"),
        ),
    ],
)
def test_a_signed_consent_is_due_again_for_a_reason(facts, missing):
    assert names(RENEWAL.broken(facts)) == names(missing)


BASE = load_template(resource("templates/consent/online.zh.toml").read_text("utf-8"))


def without(key):
    return replace(BASE, sections=tuple(one for one in BASE.sections if one.key != key))


def reworded(key, *paragraphs, heading="另一个标题"):
    sections = tuple(
        replace(one, heading=heading, paragraphs=paragraphs) if one.key == key else one
        for one in BASE.sections
    )
    return replace(BASE, sections=sections)


@pytest.mark.clause("039", "040", "041", "042", "043")
@pytest.mark.parametrize("key", [one.key for one in BASE.sections if one.required])
def test_a_required_section_is_neither_left_out_nor_emptied(key):
    heading = next(one.heading for one in BASE.sections if one.key == key)
    with pytest.raises(ConsentTextIncomplete) as refused:
        check_wording(without(key), BASE)
    assert (wording.sections.name, heading) in refused.value.missing
    assert wording.sections.name in names(WORDING.broken(WordingFacts(without(key), BASE)))
    for emptied in (reworded(key), reworded(key, "\u200b", " ")):
        with pytest.raises(ConsentTextIncomplete) as refused:
            check_wording(emptied, BASE)
        assert (wording.words.name, heading) in refused.value.missing
    bare = reworded(
        key, *next(one.paragraphs for one in BASE.sections if one.key == key), heading=""
    )
    with pytest.raises(ConsentTextIncomplete) as refused:
        check_wording(bare, BASE)
    assert refused.value.missing == ((wording.words.name, heading),)


@pytest.mark.parametrize(
    "clause", [pytest.param(one, marks=pytest.mark.clause(one)) for one in wording.TOLD]
)
def test_what_a_client_must_be_told_is_in_a_section_that_stays(clause):
    keys = [one.key for one in BASE.sections if one.required and clause in one.clauses]
    assert keys, clause
    for key in keys:
        lost = names(WORDING.broken(WordingFacts(without(key), BASE)))
        emptied = names(WORDING.broken(WordingFacts(reworded(key), BASE)))
        assert wording.sections.name in lost
        assert wording.words.name in emptied


@pytest.mark.clause("039")
def test_a_section_may_be_reworded_an_optional_one_left_out_and_another_added():
    text = reworded("remote", "益处、局限和风险，用我的话说。")
    check_wording(text, BASE)
    check_wording(without("disputes"), BASE)
    more = replace(
        BASE, sections=(*BASE.sections, TemplateSection("own1", "宠物", ("可以带狗。",)))
    )
    check_wording(more, BASE)
    kept = settled(more, BASE)
    assert kept.sections[-1].heading == "宠物"
    assert {one.key for one in kept.sections if one.required} == {
        one.key for one in BASE.sections if one.required
    }


@pytest.mark.clause("010", "037", "038")
def test_a_place_that_must_be_filled_is_not_lost():
    text = reworded("places", "您在{client_place}，我在{counselor_place}。")
    with pytest.raises(ConsentTextIncomplete) as refused:
        check_wording(text, BASE)
    lost = {word for name, word in refused.value.missing if name == wording.places.name}
    assert lost == {BASE.facts["time_difference"], BASE.facts["client_contact"]}


@pytest.mark.clause("042")
@pytest.mark.parametrize("strange", ["{price}", "{", "}", "{0.__class__}", "{{fee}}"])
def test_what_nothing_fills_is_not_printed(strange):
    text = replace(BASE, sections=(*BASE.sections, TemplateSection("own1", "其他", (strange,))))
    with pytest.raises(ConsentTextIncomplete) as refused:
        check_wording(text, BASE)
    assert {name for name, _ in refused.value.missing} == {wording.strangers.name}


def test_a_text_has_a_title_and_asks_only_for_what_it_prints():
    with pytest.raises(FieldInvalid):
        check_wording(replace(BASE, title=" "), BASE)
    text = settled(
        replace(
            without("disputes"),
            sections=(*without("disputes").sections, TemplateSection("own1", "空", (" ",))),
        ),
        BASE,
    )
    assert "complaints" not in text.facts
    assert "complaints" not in text.defaults
    assert "own1" not in {one.key for one in text.sections}
    assert set(text.from_client) <= set(text.facts)
