from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.deid.engine import Deidentifier, rewrite
from app.deid.register import Register, RegisteredPerson
from app.deid.span import Kind, Layer, Span
from tests.unit.deid.support import SilentTagger, lexicon

REGISTER = Register(name="祁望舒", aliases=("团团",), people=(RegisteredPerson("龚远", "丈夫"),))
QUIET = Deidentifier(SilentTagger(), lexicon())
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "祁望舒", "团团", "龚远", "139 0000 1111", "，", "。\n", "😀", "\u202e",
                "王老师", "Trevor", "杭州市", "4月5日", "安",
            ]
        ),
        st.text(max_size=5),
    ),
    max_size=15,
)  # fmt: skip


@settings(max_examples=60)
@given(PIECES)
def test_spans_are_in_order_inside_the_text_and_apart(pieces):
    text = "".join(pieces)
    spans = QUIET.find([text], REGISTER)[0]
    ends = [0]
    for span in spans:
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)


@settings(max_examples=60)
@given(PIECES)
def test_rewriting_changes_nothing_outside_the_spans(pieces):
    text = "".join(pieces)
    spans = QUIET.find([text], REGISTER)[0]
    kept = "".join(c for i, c in enumerate(text) if not any(s.start <= i < s.end for s in spans))
    marked = [Span(s.start, s.end, s.type, s.layer, s.confidence, "\ue000") for s in spans]
    assert rewrite(text, marked).replace("\ue000", "") == kept.replace("\ue000", "")


def test_rewrite_refuses_overlapping_spans():
    spans = [Span(0, 2, Kind.PERSON, Layer.RULE), Span(1, 3, Kind.PERSON, Layer.RULE)]
    with pytest.raises(ValueError, match="overlap"):
        rewrite("祁望舒", spans)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "。", "😀", "\u202e", "䶮", "𬱖"])
def test_texts_of_nearly_nothing(engine, text):
    assert engine.find([text], Register()) == [[]]


def test_no_text_at_all(engine):
    assert engine.find([], Register()) == []


@pytest.mark.clause("156")
def test_names_places_and_institutions_without_a_register(engine):
    text = (
        "来访者的丈夫蒋屿川在杭州市上班，婆婆董桂芳上月从桐庐县过来。班主任王老师来自望江第二中学，"
        "网友“苦瓜”不回消息，外国同事Trevor也不回。孩子小名汤圆，澹台明哲是她的上司。"
    )
    hidden = " ".join(text[s.start : s.end] for s in engine.find([text], Register())[0])
    for name in (
        "蒋屿川",
        "杭州",
        "董桂芳",
        "桐庐",
        "王老师",
        "望江第二中学",
        "苦瓜",
        "Trevor",
        "汤圆",
        "澹台明哲",
    ):
        assert name in hidden


@pytest.mark.parametrize(
    "text",
    [
        "心理咨询师：萨提亚和Lewy的观点不同，我们用森田疗法。",
        "她服用舍曲林50mg，PHQ-9 14分，否认自杀意念。",
        "弗洛伊德、荣格、温尼科特都谈过这个问题，谢谢老师。",
        "妈妈和婆婆都很着急，爸爸没有说话。",
        "大学毕业以后去了一家公司，周末常去医院看外婆。",
    ],
)
def test_clinical_words_stay(engine, text):
    assert engine.find([text], Register())[0] == []


def test_a_name_found_once_is_hidden_in_every_text_of_the_case(engine):
    texts = ["同事蒋屿川今天没有来。", "她又提到屿川，说蒋屿川变了。"]
    spans = engine.find(texts, Register())
    assert [texts[1][s.start : s.end] for s in spans[1]] == ["屿川", "蒋屿川"]


def test_a_title_never_spreads_as_a_given_name(engine):
    text = "王老师来了。老师们都在，大夫也在，太太没有来。李大夫走了。"
    surfaces = [text[s.start : s.end] for s in engine.find([text], Register())[0]]
    assert surfaces == ["王老师", "李大夫"]


def test_a_long_text_takes_no_longer_than_it_should(engine):
    text = "1" * 30000 + "路" * 3000 + "1-" * 3000 + "a." * 3000
    assert engine.find([text], Register()) is not None


def test_the_order_of_texts_is_kept(engine):
    random.seed(7)
    texts = [f"她叫{name}。" for name in ("祁望舒", "龚远", "")]
    found = engine.find(texts, REGISTER)
    assert [[t[s.start : s.end] for s in spans] for t, spans in zip(texts, found, strict=True)] == [
        ["祁望舒"], ["龚远"], [],
    ]  # fmt: skip
