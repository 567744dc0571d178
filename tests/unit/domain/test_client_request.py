"""What a client asks of the record: what a request and its answer lack, what is open, the paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.bootstrap import keeping_texts
from app.domain.as_json import as_json
from app.domain.client_request import (
    ANSWER,
    REQUEST,
    AnswerFacts,
    Asker,
    ClientRequest,
    Decision,
    IdentityProof,
    RequestAnswer,
    RequestKind,
    answer_of,
    due_day,
    open_requests,
    overdue,
    request_of,
    requests_of,
)
from app.domain.entry import CaseEntry, EntryKind
from app.domain.ids import CaseId, EntryId
from app.domain.practice import Practice
from app.domain.request_paper import answer_sheet

AT = datetime(2026, 5, 12, tzinfo=UTC)
ASKED = ClientRequest(
    RequestKind.CORRECT,
    "2026-05-10",
    Asker.PROXY,
    "周律师",
    IdentityProof.AUTHORITY,
    "第 3 次的日期写错了",
    "2026-05-25",
)
GIVEN = RequestAnswer(1, Decision.PARTLY, "2026-05-20", "已补记", "第 5 次没有错", "个保法 46")


def entry(number, kind, value, at=AT):
    return CaseEntry(EntryId(number), CaseId(1), kind, at, as_json(value))


def asks(**change):
    found = REQUEST.lacks(replace(ASKED, **change))
    return [one.removeprefix("request.") for one in found]


def answers(*, held=False, request=ASKED, **change):
    found = ANSWER.lacks(AnswerFacts(replace(GIVEN, **change), request, held))
    return [one.removeprefix("answer.") for one in found]


@pytest.mark.clause("133")
@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, []),
        ({"kind": None}, ["kind"]),
        ({"received": ""}, ["received"]),
        ({"asker": None}, ["asker"]),
        ({"called": " "}, ["called"]),
        ({"called": "", "asker": Asker.GUARDIAN}, ["called"]),
        ({"called": "", "asker": Asker.CLIENT}, []),
        ({"identity": None}, ["identity"]),
        ({"identity": IdentityProof.CALLED_BACK}, ["authority"]),
        ({"identity": IdentityProof.CALLED_BACK, "asker": Asker.CLIENT}, []),
        ({"said": "\u3000"}, ["said"]),
        ({"said": "", "kind": RequestKind.SEE}, []),
        ({"due": ""}, ["due"]),
        ({"due": "2026-05-09"}, ["due"]),
        ({"due": "2026-05-10"}, []),
        ({"due": "2026-06-09"}, []),
        ({"due": "2026-06-10"}, ["due"]),
    ],
)
def test_a_request_says_what_who_and_by_when(change, missing):
    assert asks(**change) == missing


@pytest.mark.clause("133")
@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, []),
        ({"decision": None}, ["decision"]),
        ({"reason": ""}, ["reason"]),
        ({"law": " "}, ["law"]),
        ({"reason": "", "law": "", "decision": Decision.REFUSED}, ["reason", "law"]),
        ({"reason": "", "law": "", "decision": Decision.GRANTED}, []),
        ({"done": ""}, ["done"]),
        ({"done": "2026-05-09"}, ["done"]),
        ({"done": "", "decision": Decision.REFUSED}, []),
    ],
)
def test_an_answer_says_what_and_why_not(change, missing):
    assert answers(**change) == missing


@pytest.mark.clause("147")
@pytest.mark.parametrize("kind", RequestKind)
@pytest.mark.parametrize("decision", Decision)
def test_under_legal_hold_nothing_is_granted_to_be_deleted(kind, decision):
    asked = replace(ASKED, kind=kind)
    stands = kind is RequestKind.DELETE and decision is not Decision.REFUSED
    assert answers(held=True, request=asked, decision=decision) == ["held"] * stands
    assert answers(request=asked, decision=decision) == []


@pytest.mark.clause("133")
def test_what_is_open_stands_with_what_is_due_first():
    later = entry(1, EntryKind.CLIENT_REQUEST, ASKED)
    sooner = entry(2, EntryKind.CLIENT_REQUEST, replace(ASKED, due="2026-05-20"))
    answered = entry(3, EntryKind.REQUEST_ANSWER, GIVEN)
    assert [one.id for one in open_requests((later, sooner))] == [2, 1]
    assert [one.id for one in open_requests((later, sooner, answered))] == [2]
    first, second = requests_of((later, sooner, answered))
    assert (first.answer, first.answered_at) == (GIVEN, AT)
    assert (second.answer, second.answered_at) == (None, None)
    assert not overdue(first, date(2027, 1, 1))
    assert not overdue(second, date(2026, 5, 20))
    assert overdue(second, date(2026, 5, 21))


def test_fifteen_days_are_offered():
    assert due_day(date(2026, 5, 10)) == date(2026, 5, 25)


def test_both_are_read_back_and_show_no_word_in_a_log():
    assert request_of(as_json(ASKED)) == ASKED
    assert answer_of(as_json(GIVEN)) == GIVEN
    assert "周律师" not in repr(ASKED)
    assert "补记" not in repr(GIVEN)


@pytest.mark.clause("133")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_answer_on_paper_says_all_of_it_and_where_to_complain(language):
    text = keeping_texts()[language]
    known = (
        entry(1, EntryKind.CLIENT_REQUEST, ASKED),
        entry(2, EntryKind.REQUEST_ANSWER, GIVEN),
    )
    (one,) = requests_of(known)
    sender = Practice(counselor="顾维", contact="0571-8899 1122")
    words = "\n".join(answer_sheet(one, text, sender).words())
    assert sender.contact in words, "who does not agree may talk to her first"
    for said in ("第 3 次的日期写错了", "周律师", "已补记", "第 5 次没有错", "个保法 46", "顾维"):
        assert said in words
    assert text.words["rights_about"] in words
    assert text.edition in words


def test_on_paper_nothing_stands_empty_and_an_open_request_has_no_answer():
    text = keeping_texts()["zh"]
    asked = ClientRequest(
        RequestKind.SEE, "2026-05-10", Asker.CLIENT, "", IdentityProof.IN_PERSON, "", "2026-05-25"
    )
    known = (
        entry(1, EntryKind.CLIENT_REQUEST, asked),
        entry(2, EntryKind.REQUEST_ANSWER, RequestAnswer(1, Decision.REFUSED, "", "", "不", "法")),
    )
    (one,) = requests_of(known)
    signed = Practice(counselor="顾维")
    rows = [row for part in answer_sheet(one, text, signed).parts for row in part.rows]
    lines = [row for row in rows if not row[1].strip()]
    assert [row[0] for row in lines] == ["签名", "日期"], "to be written on"
    assert ("提出人", "来访者本人") in rows
    assert text.words["done"] not in [row[0] for row in rows]
    with pytest.raises(ValueError, match="open"):
        answer_sheet(replace(one, answer=None), text, signed)
    unsaid = replace(one, request=ClientRequest(received="2026-05-10"), answer=RequestAnswer())
    rows = [row for part in answer_sheet(unsaid, text, signed).parts for row in part.rows]
    assert rows[:-3] == [("收到日期", "2026年5月10日")]
