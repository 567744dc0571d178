"""Changing the template of a begun note: whatever the two forms are, every word is still there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bootstrap import note_templates
from app.domain.errors import FieldInvalid
from app.domain.note import NoteBody, NotePart, NoteTemplate, TemplatePart
from app.domain.note_template import checked, fitted, template_of

SHIPPED = note_templates()
WORDS = st.text(alphabet="睡眠😀䶮\u202e \n*ab", max_size=12)


def written(key, **texts):
    template = SHIPPED[key]
    parts = tuple(NotePart(p.key, p.title, texts.get(p.key, "")) for p in template.parts)
    return NoteBody(template.key, template.edition, parts)


def by_key(body):
    return {part.key: part.text for part in body.parts}


@given(data=st.data(), old=st.sampled_from(sorted(SHIPPED)), new=st.sampled_from(sorted(SHIPPED)))
def test_no_word_is_lost_between_any_two_templates(data, old, new):
    texts = {part.key: data.draw(WORDS) for part in SHIPPED[old].parts}
    before = written(old, **texts)
    after = fitted(before, SHIPPED[new])
    whole = "\n".join(part.text for part in after.parts)
    assert all(text in whole for text in texts.values())
    again = fitted(after, SHIPPED[old])
    whole = "\n".join(part.text for part in again.parts)
    assert all(text in whole for text in texts.values())


def test_what_both_forms_know_stays_in_its_section_and_the_rest_goes_below():
    after = fitted(written("structured", complaint="睡不着", plan="回顾"), SHIPPED["soap"])
    assert [part.title for part in after.parts][-1] == "其他"
    assert by_key(after) == {
        "subjective": "",
        "objective": "",
        "assessment": "",
        "plan": "回顾",
        "other": "主诉\n睡不着",
    }
    assert (after.template, after.edition) == ("soap", "1")


def test_the_other_section_speaks_the_language_of_the_new_form():
    after = fitted(written("free", text="睡不着"), SHIPPED["soap.en"])
    assert (after.parts[-1].title, after.parts[-1].text) == ("Other", "睡不着")


def test_all_sections_become_free_writing_with_their_titles():
    after = fitted(written("soap", subjective="睡不着", plan="回顾"), SHIPPED["free"])
    assert by_key(after) == {"text": "主观（S）\n睡不着\n\n计划（P）\n回顾"}
    back = fitted(after, SHIPPED["free.en"])
    assert by_key(back) == by_key(after)


def test_an_empty_note_gets_no_other_section():
    assert len(fitted(written("structured"), SHIPPED["dap"]).parts) == 3


def test_a_note_tells_its_form():
    body = written("dap", data="甲")
    assert fitted(body, template_of(body)) == body


@pytest.mark.parametrize("key", ["soap", "dap", "birp", "structured", "free"])
def test_each_shipped_template_is_there_in_both_languages_with_the_same_sections(key):
    chinese, english = SHIPPED[key], SHIPPED[f"{key}.en"]
    assert (chinese.language, english.language) == ("zh", "en")
    assert [part.key for part in chinese.parts] == [part.key for part in english.parts]
    assert all(part.hint for part in (*chinese.parts, *english.parts))


def test_a_template_of_ones_own_is_trimmed_and_needs_a_title_and_sections():
    parts = (TemplatePart("", " 看到的 ", " 不写判断 "),)
    whole = checked(NoteTemplate("", "1", " 伴侣 ", parts))
    assert (whole.title, whole.parts[0].title, whole.parts[0].hint) == (
        "伴侣",
        "看到的",
        "不写判断",
    )
    for title, sections, name in (
        (" ", parts, "template title"),
        ("伴侣", (), "template parts"),
        ("伴侣", (TemplatePart("", " ", "提示"),), "template parts"),
    ):
        with pytest.raises(FieldInvalid) as refused:
            checked(NoteTemplate("", "1", title, sections))
        assert refused.value.name == name
