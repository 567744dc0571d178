"""Case reports on a real vault: versions, drafts from the record, the review of their sections."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case_report import CaseReport, Paper
from app.domain.client import Profile, Relative
from app.domain.entry import EntryKind
from app.domain.errors import (
    CaseLocked,
    DiskFull,
    NothingChosen,
    ReportEmpty,
    SpansUndecided,
    SummaryRefused,
)
from app.domain.formulation import Formulation, FormulationPart
from app.domain.intake import Intake, Medical, Request
from app.domain.note import NoteBody, NotePart
from app.domain.review import Decision
from app.domain.risk import RiskLevel
from app.domain.risk_assessment import RiskAssessment, Sign
from app.domain.session import SessionTime
from app.domain.summary_use import Audience, Detail, given_of
from app.services import (
    case_entries,
    case_events,
    case_locks,
    case_reports,
    exports,
    formulations,
    notes,
    reviews,
    risks,
)
from tests.unit.services.test_measures import whole

WORD = "竹林 2031 水声"
PROFILE = Profile(
    name="林晓禾",
    birth_date="1992-03-07",
    people=(Relative("陈桂芳", "母亲"), Relative("林晓苗", "妹妹")),
    intake=Intake(
        request=Request(source="朋友介绍", seeks="睡不着", expects="能睡着"),
        medical=Medical("市医院", "", "安眠药半片"),
    ),
)
MADE = CaseReport({"complaint": "林晓禾说睡不着。", "questions": "怎样和母亲陈桂芳谈？"})


@pytest.fixture
def here(desk):
    desk.tools = replace(bootstrap.tools(), clock=desk.clock)
    return desk


def test_each_save_is_a_version_and_takes_the_draft_away(here):
    case = here.case()
    kind = case_entries.draft_kind(EntryKind.CASE_REPORT)
    here.vault.cases.keep_draft(case, kind, as_json(MADE), here.clock.at)
    assert case_reports.page(here.vault, here.tools, case, "en").unfinished == as_json(MADE)
    case_reports.record(here.vault, here.tools, case, MADE)
    here.clock.pass_(60)
    later = CaseReport({"ethics": "保密"})
    case_reports.record(here.vault, here.tools, case, later)
    page = case_reports.page(here.vault, here.tools, case, "zh")
    assert [one.made for one in page.kept] == [later, MADE]
    assert not page.unfinished
    assert case_reports.latest(here.vault, case) == later
    told = [one.kind for one in here.vault.audit.entries()]
    assert told.count(AuditKind.CASE_REPORTED) == 2


def test_an_empty_report_is_refused(here):
    case = here.case()
    with pytest.raises(ReportEmpty):
        case_reports.record(here.vault, here.tools, case, CaseReport({"ethics": " "}))
    assert case_reports.latest(here.vault, case) == CaseReport()
    with pytest.raises(NothingChosen):
        reviews.prepare_report(
            here.vault, here.tools, case, ["ethics"], here.tools.summary_wordings["zh"]
        )


def test_a_shut_case_shows_nothing(here):
    case = here.case()
    case_reports.record(here.vault, here.tools, case, MADE)
    case_locks.set_password(here.vault, here.clock, case, WORD, recovery=False)
    case_locks.shut(here.vault, here.clock, case)
    with pytest.raises(CaseLocked):
        case_reports.page(here.vault, here.tools, case, "zh")


@pytest.mark.clause("118")
def test_the_record_says_what_it_knows_and_nothing_is_thought_up(here):
    case = here.case(profile=PROFILE)
    template = here.tools.note_templates["structured"]
    for number, parts in enumerate(
        (
            {"complaint": "主诉。", "intervention": "谈了睡眠。布置记录。第三句。"},
            {"plan": "下次谈母亲"},
        ),
        1,
    ):
        when = SessionTime(here.clock.at + timedelta(days=number))
        note = notes.start(here.vault, here.clock, case, when, template)
        body = tuple(NotePart(p.key, p.title, parts.get(p.key, "")) for p in template.parts)
        notes.save_draft(
            here.vault, here.clock, note.id, NoteBody(template.key, template.edition, body)
        )
        notes.leave(here.vault, note.id)
    part = FormulationPart("understanding", "怎样理解", "怕被否定")
    made = Formulation("free", "自由书写", "1", "zh", (part,), "睡得好", "记录睡眠")
    formulations.record(here.vault, here.tools, case, made)
    risk = RiskAssessment(*[Sign.NO] * 4, protective="家人", level=RiskLevel.LOW, basis="没有意念")
    risks.record(here.vault, here.clock, case, risk)
    found = case_reports.drafted(here.vault, here.tools, case, "zh")
    assert found == {
        "assessment": "最近一次风险评估的依据：没有意念",
        "client": f"年龄：{found['client'][3:5]} 岁",
        "source": "来源：朋友介绍\n已进行 2 次咨询",
        "complaint": "睡不着\n期望：能睡着",
        "family": "登记过的人：母亲、妹妹",
        "history": "就诊：市医院\n用药（来访者自述）：安眠药半片",
        "formulation": "怎样理解\n怕被否定",
        "goals": "目标：睡得好\n方法：记录睡眠",
        "process": "第 1 次：谈了睡眠。布置记录。\n第 2 次：下次谈母亲",
    }
    english = case_reports.drafted(here.vault, here.tools, case, "en")
    assert english["process"].startswith("Session 1: ")
    bare = case_reports.drafted(here.vault, here.tools, here.case(), "zh")
    assert bare == {}


@pytest.mark.clause("157")
def test_sections_are_reviewed_written_and_carried_like_notes(here, tmp_path):
    case = here.case(profile=PROFILE)
    case_reports.record(here.vault, here.tools, case, MADE)
    wording = here.tools.summary_wordings["zh"]
    keys = ["questions", "formulation", "complaint"]
    review = reviews.prepare_report(here.vault, here.tools, case, keys, wording)
    assert [one.source for one in review.passages] == ["questions", "complaint"]
    assert review.passages[0].heading == "困惑与希望督导的问题"
    assert "陈桂芳" not in review.passages[0].result()
    kept = review.decide(0, 0, Decision.KEEP)
    reviews.keep(here.vault, here.tools, case, kept, {"paper": "brief"})
    again = reviews.kept(here.vault, here.tools, case)
    assert again.review == kept
    assert not again.renewed
    request = exports.Request(
        "个体督导", "示例督导师", "2026-11-24", (exports.PDF,), tmp_path,
        unprotected=True, looked_at=frozenset(Detail), paper=Paper.BRIEF,
    )  # fmt: skip
    (path,) = exports.finish(here.vault, here.tools, case, review, (wording, request)).paths
    words = "".join(here.tools.papers.pdf_words(path.read_bytes()))
    assert "督导用摘要" in words
    assert words.index("希望督导的问题") < words.index("主诉")
    assert not [name for name in ("林晓禾", "陈桂芳", "晓禾") if name in words]
    (entry,) = here.vault.entries.of_case(case, EntryKind.SUMMARY)
    assert given_of(entry.value).paper == "brief"
    told = [one for one in here.vault.audit.entries() if one.kind is AuditKind.SUMMARY_EXPORTED]
    assert [one.subject for one in told] == [entry.id]
    assert not case_events.case_events(here.vault, case, here.clock.now()).given_out


@pytest.mark.clause("115")
def test_the_whole_report_is_the_complete_case(here, tmp_path):
    case = here.case(profile=PROFILE)
    texts = dict.fromkeys(("growth", "family", "process", "questions"), "写了。")
    case_reports.record(here.vault, here.tools, case, CaseReport(texts))
    wording = here.tools.summary_wordings["zh"]
    review = reviews.prepare_report(here.vault, here.tools, case, list(texts), wording).settled()
    request = exports.Request(
        "教学", "示例", "2026-11-24", (exports.PDF,), tmp_path,
        unprotected=True, looked_at=frozenset(Detail), audience=Audience.TEACHING,
    )  # fmt: skip
    with pytest.raises(SummaryRefused) as refused:
        exports.finish(here.vault, here.tools, case, review, (wording, request))
    assert set(refused.value.missing) == {"summary.teaching", "summary.complete"}
    assert not list(tmp_path.glob("summary-*"))


@pytest.mark.clause("157")
def test_a_rare_detail_is_asked_about_and_nothing_leaves_before(here, tmp_path):
    case = here.case(profile=PROFILE)
    told = CaseReport({"impression": "左脸有一块蝶形的胎记。说话很慢。"})
    case_reports.record(here.vault, here.tools, case, told)
    wording = here.tools.summary_wordings["zh"]
    review = reviews.prepare_report(here.vault, here.tools, case, ["impression"], wording)
    (mark,) = review.passages[0].spans
    assert (mark.kind, mark.decision) == ("QUASI", Decision.OPEN)
    request = exports.Request(
        "个体督导", "示例", "2026-11-24", (exports.PDF,), tmp_path,
        unprotected=True, looked_at=frozenset(Detail),
    )  # fmt: skip
    with pytest.raises(SpansUndecided):
        exports.finish(here.vault, here.tools, case, review, (wording, request))
    said = review.reword(0, 0, "脸上有少见的特征")
    reviews.keep(here.vault, here.tools, case, said, {})
    assert reviews.kept(here.vault, here.tools, case).review == said
    (path,) = exports.finish(here.vault, here.tools, case, said, (wording, request)).paths
    words = "".join(here.tools.papers.pdf_words(path.read_bytes()))
    assert "脸上有少见的特征" in words
    assert "胎记" not in words


def test_what_cannot_be_put_on_record_is_taken_back(here, tmp_path, monkeypatch):
    case = here.case(profile=PROFILE)
    case_reports.record(here.vault, here.tools, case, MADE)
    wording = here.tools.summary_wordings["zh"]
    review = reviews.prepare_report(here.vault, here.tools, case, ["questions"], wording)
    request = exports.Request(
        "个体督导", "示例", "2026-11-24", (exports.PDF, exports.DOCX), tmp_path,
        unprotected=True, looked_at=frozenset(Detail),
    )  # fmt: skip
    whole = here.vault.transaction

    @contextmanager
    def full_at_the_end():
        with whole():
            yield
            assert len(list(tmp_path.glob("summary-*"))) == 2
            raise DiskFull

    monkeypatch.setattr(here.vault, "transaction", full_at_the_end)
    with pytest.raises(DiskFull):
        exports.finish(here.vault, here.tools, case, review, (wording, request))
    assert not list(tmp_path.glob("summary-*"))
    assert not here.vault.entries.of_case(case, EntryKind.SUMMARY)


def test_a_section_that_was_written_anew_is_found_anew(here):
    case = here.case(profile=PROFILE)
    case_reports.record(here.vault, here.tools, case, MADE)
    wording = here.tools.summary_wordings["zh"]
    review = reviews.prepare_report(here.vault, here.tools, case, ["complaint"], wording)
    reviews.keep(here.vault, here.tools, case, review, {})
    case_reports.record(here.vault, here.tools, case, CaseReport({"complaint": "林晓苗也睡不着。"}))
    again = reviews.kept(here.vault, here.tools, case)
    assert (again.renewed, again.changed) == (True, 1)
    assert "林晓苗" not in again.review.passages[0].result()


def test_every_measure_is_told_with_its_score_and_a_note_without_words_is_left_out(here):
    case = here.case(profile=PROFILE)
    scored = whole(here.tools)
    bandless = replace(scored, scale=replace(scored.scale, bands=()), on="2026-06-01")
    with here.vault.transaction():
        for one in (scored, bandless):
            here.vault.entries.add(case, EntryKind.MEASURE, here.clock.at, as_json(one))
    template = here.tools.note_templates["free"]
    notes.start(here.vault, here.clock, case, SessionTime(here.clock.at), template)
    found = case_reports.drafted(here.vault, here.tools, case, "zh")
    name = scored.scale.name
    assert found["assessment"].split("\n") == [
        f"{name}（2026-05-12）：9 {scored.band.text}",
        f"{name}（2026-06-01）：9",
    ]
    assert "process" not in found
