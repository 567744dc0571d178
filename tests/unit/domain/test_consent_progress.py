"""Of several consents under way the furthest comes first, and hands on what it was told."""

from __future__ import annotations

from dataclasses import replace

from app.domain.consent import AccessRow, Consent, ConsentDraft, ConsentState
from app.domain.consent_progress import handed_on, number, under_way
from app.domain.consent_purpose import Purpose
from app.domain.consent_text import MinorWords
from app.domain.ids import CaseId, ConsentId
from tests.vault.fixtures import FORM

ACCESS = (AccessRow("督导", "否", "否"),)
EMPTY = ConsentDraft(FORM.key, FORM.edition, {}, FORM.access)
FIRST = replace(
    EMPTY, facts={"fee": "五百", "counselor": " ", "guardian": "父"}, access=ACCESS, minor=True
)


def made(at, state, purpose=Purpose.SERVICE):
    return Consent(ConsentId(at), CaseId(1), EMPTY, state, (), purpose=purpose)


def test_the_furthest_comes_first_and_of_two_the_newer():
    found = [
        made(1, ConsentState.RECONFIRMED),
        made(2, ConsentState.DRAFT),
        made(3, ConsentState.DRAFT),
        made(4, ConsentState.SIGNED),
        made(5, ConsentState.RECONFIRMED, Purpose.AUDIO),
    ]
    assert [one.id for one in under_way(found, Purpose.SERVICE)] == [1, 3, 2]
    assert number(found[0]) == "0001-0001"


def test_what_the_first_was_told_is_not_asked_for_twice():
    before = replace(EMPTY, facts={"counselor": "陈", "fee": "四百"})
    after = handed_on(replace(FIRST, months=3), before, FORM, same=True)
    assert after.facts == {"counselor": "陈", "fee": "五百"}, "a blank is nothing to hand on"
    assert (after.access, after.months, after.minor) == (ACCESS, 3, False)


def test_another_text_takes_its_own_term_and_another_language_its_own_words():
    text = replace(FORM, facts={**FORM.facts, "time_difference": "时差"})
    first = replace(FIRST, template="other", months=3, facts={"time_difference": "晚 8 小时"})
    assert handed_on(first, EMPTY, text, same=True).facts == {"time_difference": "晚 8 小时"}
    assert handed_on(first, EMPTY, text, same=False) == EMPTY
    assert handed_on(first, EMPTY, text, same=True, called=False).facts == {}


def test_a_guardian_stays_where_the_text_knows_of_one():
    words = MinorWords((), (), {"guardian": "监护人"})
    after = handed_on(FIRST, EMPTY, replace(FORM, minor=words), same=True)
    assert after.minor
    assert after.facts == {"fee": "五百", "guardian": "父"}
