"""Note templates are data: what they hold, and what a spoilt one is refused for."""

from __future__ import annotations

import pytest

from app.domain.note import empty_body
from app.domain.note_template import load_note_template
from resources import resource

GOOD = """
key = "short"
edition = "2"
title = "短记录"
[[parts]]
key = "seen"
title = "看到的"
hint = "不写判断"
[[parts]]
key = "next"
title = "下次"
"""


def shipped(name):
    return load_note_template(resource(f"templates/notes/{name}.zh.toml").read_text("utf-8"))


def test_a_template_is_read():
    template = load_note_template(GOOD)
    assert (template.key, template.edition, template.title) == ("short", "2", "短记录")
    assert [(part.key, part.title, part.hint) for part in template.parts] == [
        ("seen", "看到的", "不写判断"),
        ("next", "下次", ""),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('key = "short"', ""),
        ('edition = "2"', 'edition = " "'),
        ('title = "短记录"', "title = 7"),
        ('key = "next"', 'key = "seen"'),
        ('title = "下次"', ""),
        (GOOD[GOOD.index("[[parts]]") :], ""),
    ],
)
def test_a_spoilt_template_is_refused(before, after):
    with pytest.raises(ValueError, match="note template"):
        load_note_template(GOOD.replace(before, after, 1))


@pytest.mark.clause("123")
@pytest.mark.clause("121")
@pytest.mark.clause("003")
def test_the_structured_template_asks_for_what_the_guidance_asks_for():
    titles = [part.title for part in shipped("structured").parts]
    for wanted in ("主诉", "风险评估", "干预措施", "转介建议"):
        assert wanted in titles
    for wanted in ("情绪状态", "问题类型"):
        assert wanted in titles
    assert "危机等级" not in titles, "the sheet of the session asks for it, and once is enough"
    assert any("可选方案" in title and "决定" in title for title in titles)


@pytest.mark.clause("003")
@pytest.mark.clause("034")
@pytest.mark.parametrize("name", ["structured", "intake", "firstaid", "crisis"])
def test_the_options_and_the_clients_own_decision_have_a_section(name):
    (options,) = [part for part in shipped(name).parts if part.key == "options"]
    assert (options.title, "来访者自己怎样定" in options.hint) == ("可选方案与决定", True)


@pytest.mark.clause("125")
def test_the_crisis_note_has_the_four_steps_in_their_order():
    titles = [part.title for part in shipped("crisis").parts]
    assert titles[:4] == ["冷静", "确认", "评估", "计划"]


@pytest.mark.clause("086")
def test_psychological_first_aid_has_a_section_for_each_of_its_four_principles():
    titles = [part.title for part in shipped("firstaid").parts]
    first = titles.index("聚焦当下")
    assert titles[first : first + 4] == ["聚焦当下", "行动取向", "不深度扰动", "不过度催化"]


@pytest.mark.clause("137")
@pytest.mark.parametrize("name", ["structured", "intake", "firstaid", "crisis"])
def test_no_section_is_for_a_diagnosis_of_hers(name):
    assert not any("诊断" in part.title for part in shipped(name).parts)


@pytest.mark.parametrize("name", ["intake", "firstaid", "crisis"])
def test_both_languages_have_the_same_sections(name):
    other = load_note_template(resource(f"templates/notes/{name}.en.toml").read_text("utf-8"))
    assert [part.key for part in other.parts] == [part.key for part in shipped(name).parts]
    assert all(part.hint for part in other.parts)
    assert (other.language, other.edition) == ("en", shipped(name).edition)


def test_the_hints_ask_for_what_was_seen_and_heard():
    hints = {part.key: part.hint for part in shipped("structured").parts}
    assert "写看到听到的" in hints["state"]
    assert all(hints.values())


def test_the_free_template_has_one_part():
    template = shipped("free")
    assert [part.title for part in template.parts] == ["正文"]
    assert empty_body(template).text() == ""
