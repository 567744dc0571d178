"""How the answers of a questionnaire are read: what is grave first, what a site added last."""

from __future__ import annotations

import pytest

from app.domain.questionnaire import Questionnaire, as_read, is_grave


@pytest.mark.clause("074")
@pytest.mark.parametrize(
    ("head", "answer", "grave"),
    [
        ("最近两周有没有伤害自己的想法", "有时有", True),
        ("最近两周有没有伤害自己的想法", "没有。", False),
        ("最近两周有没有伤害自己的想法", "", False),
        ("还想说什么", "想死，每天都想", True),
        ("Anything else", "I thought of Suicide", True),
        ("您的爱好", "没有", False),
    ],
)
def test_an_answer_that_speaks_of_self_harm_is_known_by_its_words(head, answer, grave):
    assert is_grave(head, answer) is grave


def test_what_speaks_of_self_harm_is_read_first_and_what_the_site_added_last():
    one = Questionnaire(
        (("所用时间", "98秒"), ("来自IP", "203.0.113.7"), ("爱好", "养花"), ("想过轻生吗", "偶尔"))
    )
    assert [head for head, _ in as_read(one)] == ["想过轻生吗", "爱好", "所用时间", "来自IP"]
