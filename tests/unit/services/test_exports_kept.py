"""A review that is not finished outlives a lock, sealed under the case's key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import bootstrap
from app.domain.client import Profile, Relative
from app.domain.entry import EntryKind
from app.domain.errors import ExportUnexplained, NothingChosen
from app.domain.ids import NoteId
from app.domain.review import Decision, MarkedSpan, Passage, Review
from app.domain.summary_use import Detail
from app.domain.term import Term
from app.services import cases, exports, reviews
from app.services.spoken_tools import in_term


def review_of(vault, case_id):
    note = vault.notes.of_case(case_id)[0]
    text = note.body.text()
    mark = MarkedSpan(0, 1, "PERSON", "register", 1.0, "来访者", Decision.KEEP)
    known = reviews.digest(reviews.register_of(vault, case_id))
    return Review((Passage(note.id, "第 1 次咨询", text, (mark,)),), known)


def test_an_export_needs_a_note(desk):
    with pytest.raises(NothingChosen):
        reviews.prepare(desk.vault, desk.tools, desk.case(), [], None)


@pytest.mark.promise(5)
def test_what_was_decided_is_there_again(desk):
    case_id = desk.case()
    desk.signed(case_id, "晓禾今天来了")
    review = review_of(desk.vault, case_id)
    assert reviews.kept(desk.vault, desk.tools, case_id) is None
    fields = {"purpose": "个体督导", "recipient": ""}
    reviews.keep(desk.vault, desk.tools, case_id, review, fields)
    assert reviews.kept(desk.vault, desk.tools, case_id) == reviews.KeptReview(review, fields)
    sealed = desk.vault.connection.execute("SELECT sealed FROM case_drafts").fetchone()[0]
    assert "晓禾".encode() not in sealed
    reviews.forget(desk.vault, desk.tools, case_id)
    assert reviews.kept(desk.vault, desk.tools, case_id) is None


def test_what_is_begun_elsewhere_in_the_case_does_not_take_its_place(desk):
    case_id, review = desk.case(), Review((Passage(NoteId(1), "第 1 次", "雨一直下。", ()),))
    reviews.keep(desk.vault, desk.tools, case_id, review, {"purpose": "个体督导"})
    kept = lambda: desk.vault.cases.draft(case_id, reviews._REVIEW)  # noqa: E731
    before = kept()
    for kind in EntryKind:
        with desk.vault.transaction():
            desk.vault.cases.keep_draft(case_id, kind.value, {"text": "刚起头"}, desk.clock.at)
    assert kept() == before


WORDING = bootstrap.tools().summary_wordings["zh"]
KNOWN = Profile(name="林晓禾", people=(Relative("陈桂芳", "母亲"),))
TEXT = "林晓禾说石头很开心，石头在云雀屋上班，陈桂芳也很开心。下午下雨，乌镇路也堵。"


@pytest.fixture
def told(desk):
    """A case whose review was prepared and decided in part; then the register learns more."""
    tools = replace(bootstrap.tools(), clock=desk.clock)
    case_id = desk.case(profile=KNOWN)
    note = desk.signed(case_id, TEXT)
    review = reviews.prepare(desk.vault, tools, case_id, [note], WORDING)
    return desk, tools, case_id, review


def learn(desk, case_id, **more):
    case = desk.vault.cases.get(case_id)
    cases.change_case(desk.vault, desk.clock, case, replace(KNOWN, **more))


def of_surface(review, word):
    (passage,) = review.passages
    return [one for one in passage.spans if word in passage.original[one.start : one.end]]


@pytest.mark.clause("157")
@pytest.mark.promise(35)
def test_what_was_registered_after_the_review_is_hidden_when_it_is_gone_on_with(told, tmp_path):
    desk, tools, case_id, review = told
    reviews.keep(desk.vault, tools, case_id, review, {"purpose": "个体督导"})
    learn(desk, case_id, aliases=("石头", "开心"), employer="云雀屋")
    found = reviews.kept(desk.vault, tools, case_id)
    assert found.renewed
    assert found.fresh >= 4
    (passage,) = found.review.passages
    for word in ("石头", "开心", "云雀屋"):
        assert word not in passage.result(), word
    request = exports.Request(
        "个体督导",
        "示例督导师",
        "2026-11-22",
        (exports.PDF,),
        tmp_path,
        unprotected=True,
        looked_at=frozenset(Detail),
    )
    (path,) = exports.finish(desk.vault, tools, case_id, found.review, (WORDING, request)).paths
    words = "".join(tools.papers.pdf_words(path.read_bytes()))
    assert not [one for one in ("石头", "开心", "云雀屋", "桂芳") if one in words]


@pytest.mark.clause("013")
@pytest.mark.parametrize(("purpose", "recipient"), [("", "示例督导师"), ("个体督导", " \u200b")])
def test_nothing_is_written_for_nobody_or_for_no_purpose(told, tmp_path, purpose, recipient):
    desk, tools, case_id, review = told
    out = tmp_path / "out"
    out.mkdir()
    request = exports.Request(
        purpose,
        recipient,
        "2026-11-22",
        (exports.PDF,),
        out,
        unprotected=True,
        looked_at=frozenset(Detail),
    )
    with pytest.raises(ExportUnexplained):
        exports.finish(desk.vault, tools, case_id, review, (WORDING, request))
    assert not list(out.iterdir())


def test_the_name_is_hidden_by_the_word_that_was_chosen(told):
    desk, tools, case_id, review = told
    notes = [one.source for one in review.passages]
    called = in_term(tools, Term.SEEKER)
    (passage,) = reviews.prepare(desk.vault, called, case_id, notes, WORDING).passages
    assert passage.result().startswith("寻求专业服务者说")
    assert review.passages[0].result().startswith("来访者说"), "one begun before stays"


def test_decisions_go_along_when_the_register_learned_something(told):
    desk, tools, case_id, review = told
    (mother,) = of_surface(review, "陈桂芳")
    at = review.passages[0].spans.index(mother)
    own = TEXT.index("下雨")
    decided = review.decide(0, at, Decision.KEEP).hide(
        0, MarkedSpan(own, own + 2, "MARKED", "MARKED", 1.0, "[略]")
    )
    reviews.keep(desk.vault, tools, case_id, decided, {"purpose": "个体督导"})
    learn(desk, case_id, employer="云雀屋")
    found = reviews.kept(desk.vault, tools, case_id)
    assert found.fields == {"purpose": "个体督导"}
    assert [one.decision for one in of_surface(found.review, "陈桂芳")] == [Decision.KEEP]
    assert [one.layer for one in of_surface(found.review, "下雨")] == ["MARKED"]
    assert "云雀屋" not in found.review.passages[0].result()
    reviews.keep(desk.vault, tools, case_id, found.review, found.fields)
    again = reviews.kept(desk.vault, tools, case_id)
    assert (again.renewed, again.review) == (False, found.review)


def test_a_note_that_changed_since_is_found_anew_and_nothing_in_it_is_decided(told):
    desk, tools, case_id, review = told
    other = desk.signed(case_id, "陈桂芳打来电话。")
    chosen = [one.id for one in desk.vault.notes.of_case(case_id)]
    review = reviews.prepare(desk.vault, tools, case_id, chosen, WORDING)
    for number, passage in enumerate(review.passages):
        words = [passage.original[one.start : one.end] for one in passage.spans]
        at = next(n for n, word in enumerate(words) if "陈桂芳" in word)
        review = review.decide(number, at, Decision.KEEP)
    reviews.keep(desk.vault, tools, case_id, review, {})
    desk.amend(other, "陈桂芳又打来一次。")
    found = reviews.kept(desk.vault, tools, case_id)
    assert (found.renewed, found.changed, found.fresh) == (True, 1, 0)
    first, second = found.review.passages
    assert "陈桂芳" in first.result()
    assert "陈桂芳" in second.original
    assert "陈桂芳" not in second.result()


def test_a_review_of_notes_that_are_gone_is_not_gone_on_with(told):
    desk, tools, case_id, review = told
    gone = replace(review.passages[0], source=10_000)
    reviews.keep(desk.vault, tools, case_id, replace(review, passages=(gone,)), {})
    assert reviews.kept(desk.vault, tools, case_id) is None
