"""A review that is not finished outlives a lock, sealed under the case's key."""

from __future__ import annotations

import pytest

from app.domain.errors import NothingChosen
from app.domain.review import Decision, MarkedSpan, Passage, Review
from app.services import exports


def review_of(vault, case_id):
    note = vault.notes.of_case(case_id)[0]
    text = note.body.text()
    mark = MarkedSpan(0, 1, "PERSON", "register", 1.0, "来访者", Decision.KEEP)
    return Review((Passage(note.id, "第 1 次咨询", text, (mark,)),))


def test_an_export_needs_a_note(desk):
    with pytest.raises(NothingChosen):
        exports.prepare(desk.vault, desk.tools, desk.case(), [], None)


@pytest.mark.promise(5)
def test_what_was_decided_is_there_again(desk):
    case_id = desk.case()
    desk.signed(case_id, "晓禾今天来了")
    review = review_of(desk.vault, case_id)
    assert exports.kept_review(desk.vault, case_id) is None
    fields = {"purpose": "个体督导", "recipient": ""}
    exports.keep_review(desk.vault, desk.tools, case_id, review, fields)
    assert exports.kept_review(desk.vault, case_id) == exports.KeptReview(review, fields)
    sealed = desk.vault.connection.execute("SELECT sealed FROM case_drafts").fetchone()[0]
    assert "晓禾".encode() not in sealed
    exports.forget_review(desk.vault, desk.tools, case_id)
    assert exports.kept_review(desk.vault, case_id) is None


def test_a_review_of_a_note_that_changed_since_is_not_gone_on_with(desk):
    case_id = desk.case()
    note = desk.signed(case_id, "晓禾今天来了")
    exports.keep_review(desk.vault, desk.tools, case_id, review_of(desk.vault, case_id), {})
    desk.amend(note, "补一句")
    assert exports.kept_review(desk.vault, case_id) is None
