"""A case formulation: schemes as data, versions that lose no word, and what is reminded of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.formulation import (
    FORMULATION,
    FORMULATION_CARE,
    Formulation,
    FormulationPart,
    formulation_of,
    in_scheme,
)
from app.domain.formulation_scheme import load_scheme, schemes_in
from app.domain.text_changes import Change, changes, section_changes, sentences

ODD = "䶮 𬱖 ㄅ \u202e 👩‍👧 「心」\n\n尾"
WHOLE = Formulation(
    "5p",
    "5P",
    "1",
    "zh",
    (FormulationPart("5p.presenting", "呈现问题", ODD),),
    "睡得好",
    "行为激活",
)
ZH = {one.key: one for one in schemes_in(bootstrap.formulation_schemes(), "zh")}


def names(book, made):
    return {one.removeprefix(f"{book.name}.") for one in book.lacks(made)}


@pytest.mark.clause("085")
def test_the_shipped_schemes_ask_the_same_in_both_languages():
    english = schemes_in(bootstrap.formulation_schemes(), "en")
    assert list(ZH) == ["free", "5p", "cbt", "dynamic", "family"]
    for zh, en in zip(ZH.values(), english, strict=True):
        assert (zh.key, [one.key for one in zh.parts]) == (en.key, [one.key for one in en.parts])
        assert zh.edition
        assert en.edition
        assert "understanding" in {one.key for one in zh.parts}


@pytest.mark.clause("085")
@pytest.mark.parametrize(
    ("made", "stops", "reminds"),
    [
        (WHOLE, set(), set()),
        (replace(WHOLE, parts=()), set(), set()),
        (replace(WHOLE, goals=" \u200b"), set(), {"goals"}),
        (replace(WHOLE, methods="\u3000"), set(), {"methods"}),
        (replace(WHOLE, goals="", methods=""), set(), {"goals", "methods"}),
        (Formulation("free", parts=(FormulationPart("a", "一", " \n"),)), {"written"},
         {"goals", "methods"}),
    ],
)  # fmt: skip
def test_goals_and_methods_are_reminded_of_and_nothing_at_all_is_no_version(made, stops, reminds):
    assert names(FORMULATION, made) == stops
    assert names(FORMULATION_CARE, made) == reminds


def test_a_version_comes_back_as_it_was_and_from_another_edition():
    assert formulation_of(as_json(WHOLE)) == WHOLE
    other = {"scheme": "x", "parts": [{"key": "a", "title": "一"}], "of tomorrow": 1}
    assert formulation_of(other) == Formulation("x", parts=(FormulationPart("a", "一"),))
    assert "睡得好" not in repr(WHOLE)


def test_another_scheme_keeps_every_word():
    parts = (
        FormulationPart("understanding", "怎样理解", "连起来"),
        FormulationPart("5p.presenting", "呈现问题", ODD),
        FormulationPart("5p.protective", "保护因素", " "),
    )
    found = in_scheme(parts, ZH["cbt"])
    assert [one.key for one in found] == [*(one.key for one in ZH["cbt"].parts), "5p.presenting"]
    texts = {one.key: one.text for one in found}
    assert (texts["understanding"], texts["5p.presenting"]) == ("连起来", ODD)
    assert {one.key: one.text for one in in_scheme(found, ZH["5p"])} == {
        **dict.fromkeys((one.key for one in ZH["5p"].parts), ""),
        "understanding": "连起来",
        "5p.presenting": ODD,
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        'key="a"\nedition="1"\nlanguage="zh"\ntitle="一"\nabout="二"',
        '[[parts]]\nkey="a"\ntitle="一"\nhint="二"',
        *(
            'key="a"\nedition="1"\nlanguage="zh"\ntitle="一"\nabout="二"\n'
            f'\n[[parts]]\nkey="{first}"\ntitle="一"\nhint="二"'
            '\n[[parts]]\nkey="b"\ntitle="一"\nhint="二"'
            for first in ("b", "goals", "methods")
        ),
    ],
)
def test_a_scheme_that_would_lose_words_is_refused(text):
    with pytest.raises(ValueError, match="scheme"):
        load_scheme(text)


@given(
    st.text(alphabet="一二。！\n；a」”", max_size=40), st.text(alphabet="一二。\n；b", max_size=40)
)
def test_what_is_compared_is_both_texts_and_nothing_else(before, after):
    assert "".join(sentences(before)) == before
    found = changes(before, after)
    said = {kind: "".join(one.text for one in found if one.change is not kind) for kind in Change}
    assert said[Change.ADDED] == before
    assert said[Change.GONE] == after


def test_only_sections_that_changed_are_told():
    before = {"a": ("一", "同。"), "b": ("二", "睡不好。怕。"), "c": ("三", "没了")}
    after = {"b": ("二", "睡不好。好些。"), "a": ("一", "同。"), "d": ("四", "新")}
    found = section_changes(before, after)
    assert [one.title for one in found] == ["二", "四", "三"]
    assert [(one.change, one.text) for one in found[0].pieces] == [
        (Change.KEPT, "睡不好。"), (Change.GONE, "怕。"), (Change.ADDED, "好些。")
    ]  # fmt: skip
    assert found[2].pieces[0].change is Change.GONE
