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


def test_the_hints_ask_for_what_was_seen_and_heard():
    hints = {part.key: part.hint for part in shipped("structured").parts}
    assert "写看到听到的" in hints["state"]
    assert all(hints.values())


def test_the_free_template_has_one_part():
    template = shipped("free")
    assert [part.title for part in template.parts] == ["正文"]
    assert empty_body(template).text() == ""
