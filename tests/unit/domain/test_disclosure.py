"""Telling others: what each basis asks for, what goes out, and what is still owed afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.as_json import as_json
from app.domain.disclosure import (
    DISCLOSURE,
    FOLLOWED,
    WITHIN,
    Basis,
    Disclosure,
    DisclosureFacts,
    Fact,
    Followed,
    Order,
    Owed,
    Party,
    Telling,
    Whereabouts,
    composed,
    disclosure_of,
    followed_of,
    late,
    owed,
    sent,
)
from app.domain.disclosure_text import load_disclosure_text
from app.domain.ethics import ETHICS, PARTS, EthicalDecision, ethics_of

ORDER = Order("某区人民法院", "（2026）第 8 号", "2026-03-20", "李法官", "锁柜 3", "只给日期")
WHERE = Whereabouts("林晚", "西湖边", "林母 139")
WHOLE = Disclosure(
    Basis.DANGER,
    "2026-11",
    alternatives="请家人陪：联系不上",
    where=WHERE,
    party=Party.AUTHORITY,
    recipient="派出所",
    channel="电话",
    purpose="上门查看",
    facts=(Fact.NAME,),
    words="人在西湖边，有危险。",
    telling=Telling.BEFORE,
    told_how="电话里说的",
)


def lacks(made, *, released=False):
    found = DISCLOSURE.lacks(DisclosureFacts(made, released))
    return {one.removeprefix("disclosure.") for one in found}


@pytest.mark.clause("016")
@pytest.mark.clause("149")
@pytest.mark.parametrize("basis", [Basis.DANGER, Basis.ABUSE])
@pytest.mark.parametrize("name", ["identity", "place", "contact"])
def test_in_danger_it_is_known_who_where_and_whom_to_call(basis, name):
    made = replace(WHOLE, basis=basis)
    assert lacks(made) == set()
    assert lacks(replace(made, where=replace(WHERE, **{name: " \u3000"}))) == {name}


@pytest.mark.clause("016")
@pytest.mark.parametrize("basis", [Basis.LAW, Basis.PROCEEDINGS, Basis.CONSENT])
def test_elsewhere_nobody_asks_where_the_client_is(basis):
    made = replace(WHOLE, basis=basis, where=Whereabouts(), order=ORDER)
    assert lacks(made, released=True) == set()


@pytest.mark.clause("109")
@pytest.mark.clause("136")
@pytest.mark.clause("143")
@pytest.mark.clause("153")
def test_without_a_basis_nothing_is_told():
    assert lacks(replace(WHOLE, basis=None)) == {"basis"}


@pytest.mark.clause("145")
def test_by_consent_it_is_told_only_while_the_consent_is_in_force():
    made = replace(WHOLE, basis=Basis.CONSENT)
    assert lacks(made) == {"released"}
    assert lacks(made, released=True) == set()
    assert lacks(WHOLE) == set(), "danger waits for no consent"


@pytest.mark.clause("160")
@pytest.mark.parametrize("basis", [Basis.DANGER, Basis.ABUSE, Basis.DISEASE])
def test_other_ways_come_first_unless_there_is_no_time(basis):
    made = replace(WHOLE, basis=basis, alternatives=" ", consulted="督导")
    assert lacks(made) == {"alternatives"}
    assert lacks(replace(made, urgent=True)) == set()


@pytest.mark.clause("017")
@pytest.mark.clause("150")
def test_a_disease_is_told_of_only_after_asking_somebody():
    made = replace(WHOLE, basis=Basis.DISEASE)
    assert lacks(made) == {"consulted"}
    assert lacks(replace(made, consulted="督导，3 月 2 日")) == set()


@pytest.mark.clause("111")
@pytest.mark.clause("146")
@pytest.mark.clause("154")
@pytest.mark.parametrize("name", ["authority", "number", "day", "officer", "kept", "harm"])
def test_the_law_shows_its_document_or_nothing_goes_out(name):
    made = replace(WHOLE, basis=Basis.LAW, order=ORDER)
    assert lacks(made) == set()
    assert lacks(replace(made, order=replace(ORDER, **{name: ""}))) == {name}
    assert lacks(replace(WHOLE, order=Order())) == set(), "nothing else asks for a document"


@pytest.mark.clause("013")
@pytest.mark.clause("110")
@pytest.mark.clause("154")
@pytest.mark.parametrize("name", ["recipient", "channel", "purpose"])
def test_it_is_known_who_is_told_how_and_what_for(name):
    assert lacks(replace(WHOLE, **{name: " "})) == {name}
    assert lacks(replace(WHOLE, party=None)) == {"party"}


@pytest.mark.clause("151")
def test_it_begins_with_nothing_and_something_has_to_be_told():
    assert Disclosure().facts == ()
    assert lacks(replace(WHOLE, facts=(), words="\n")) == {"words"}
    assert lacks(replace(WHOLE, facts=())) == set()
    assert lacks(replace(WHOLE, words="")) == set()


@pytest.mark.clause("143")
@pytest.mark.clause("152")
def test_the_client_is_told_or_it_is_said_why_not():
    assert lacks(replace(WHOLE, telling=None)) == {"telling"}
    for one in (Telling.LATER, Telling.NOT):
        assert lacks(replace(WHOLE, telling=one, told_how="")) == {"told_how"}
    assert lacks(replace(WHOLE, told_how="")) == set()


@pytest.mark.clause("151")
def test_what_goes_out_is_what_was_chosen_and_no_more():
    assert composed(["姓名：林晚"], " 有危险。 ") == "姓名：林晚\n有危险。"
    assert composed([], "") == ""
    out = sent(replace(WHOLE, order=ORDER), ["姓名：林晚"])
    assert out.text == "姓名：林晚\n人在西湖边，有危险。"
    assert (out.order, out.where) == (Order(), WHERE)
    law = sent(replace(WHOLE, basis=Basis.LAW, order=ORDER), [])
    assert (law.order, law.where) == (ORDER, Whereabouts())
    assert disclosure_of(as_json(out)) == out
    assert disclosure_of({}) == Disclosure()


@pytest.mark.clause("110")
@pytest.mark.clause("160")
def test_what_was_left_out_is_owed_until_it_is_written_down():
    rushed = replace(WHOLE, urgent=True, alternatives="", telling=Telling.LATER)
    assert owed(WHOLE, []) == ()
    assert owed(rushed, []) == (Owed.ALTERNATIVES, Owed.TELLING)
    assert owed(rushed, [Followed(1, alternatives="请家人陪")]) == (Owed.TELLING,)
    assert owed(rushed, [Followed(1, "请家人陪", "电话里说了")]) == ()
    assert owed(replace(WHOLE, telling=Telling.NOT), []) == ()
    at = datetime(2026, 3, 1, tzinfo=UTC)
    assert not late(at, at + WITHIN)
    assert late(at, at + WITHIN + timedelta(seconds=1))


@pytest.mark.clause("110")
@pytest.mark.clause("160")
def test_an_addition_says_something():
    assert FOLLOWED.lacks(Followed(1, " ")) == ("disclosure_followed.something",)
    assert FOLLOWED.lacks(Followed(1, response="来了")) == ()
    assert followed_of(as_json(Followed(3, "甲", "乙", "丙"))) == Followed(3, "甲", "乙", "丙")


@pytest.mark.clause("161")
@pytest.mark.parametrize("name", PARTS)
def test_an_ethical_decision_has_every_part_but_when_it_is_looked_at_again(name):
    whole = EthicalDecision(**dict.fromkeys(PARTS, "甲"))
    assert ETHICS.lacks(whole) == ()
    missing = () if name == "review" else (f"ethics.{name}",)
    assert ETHICS.lacks(replace(whole, **{name: " "})) == missing
    assert ethics_of(as_json(whole)) == whole
    assert ethics_of({}) == EthicalDecision()
    assert whole.lines()[0] == ("facts", "甲")


BASES = "\n".join(
    f'[[bases]]\nkey = "{one.value}"\ntitle = "t"\nabout = "a"\nsource = "s"' for one in Basis
)
SHIPPED = f'edition = "2026-11"\nlanguage = "zh"\n{BASES}'


@pytest.mark.clause("109")
@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('language = "zh"', "", "lacks: language"),
        ('title = "t"', "", "lacks: title"),
        ('key = "law"', 'key = "danger"', "lacks one, or says one twice"),
        ("edition =", "edition", "cannot be read"),
    ],
)
def test_the_list_of_exceptions_is_whole_or_refused(was, now, said):
    assert load_disclosure_text(SHIPPED).of(Basis.LAW).source == "s"
    with pytest.raises(ValueError, match=said):
        load_disclosure_text(SHIPPED.replace(was, now, 1))
