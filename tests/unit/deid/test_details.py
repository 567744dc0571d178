"""Sentences that may tell who somebody is: pointed at, whole, beside what was found."""

from __future__ import annotations

import json

import pytest

from app import bootstrap
from app.deid.cases import deidentify_cases, explained, read_cases
from app.deid.details import point
from app.deid.register import Register
from app.deid.span import Kind, Layer, Span

TOLD = (
    "她左脸有一块蝶形的胎记",
    "他是村里第一个大学生",
    "那次塌方他被埋了两天，后来上过新闻",
    "姐妹是三胞胎，另两个没有留下来",
    "她是全市唯一修木偶的人",
    "他右手食指缺失",
    "本地电视台给她拍过纪录片",
    "他拿过全国冠军",
    "他在乐团吹双簧管，当地很出名",
)
PLAIN = (
    "这是她唯一的希望，第一反应是想哭",
    "第一次会谈，评估量表做完了",
    "她睡不着，觉得没有人懂她",
    "孩子把手机摔了，她很生气",
    "她把这件事告诉了朋友，哭了很久",
)


@pytest.mark.clause("157")
@pytest.mark.parametrize("sentence", TOLD)
def test_a_rare_public_or_visible_detail_is_pointed_at_whole(sentence):
    text = f"今天来得很早。{sentence}。后来谈到睡眠。"
    (found,) = point(text, [])
    assert text[found.start : found.end] == sentence
    assert (found.type, found.layer) == (Kind.QUASI, Layer.POINTED)


@pytest.mark.parametrize("sentence", PLAIN)
def test_what_everybody_says_is_not(sentence):
    assert point(f"{sentence}。", []) == []


def test_what_was_found_is_left_alone():
    text = "绍兴人龚远，左脸有一块胎记，在绍兴开店。"
    names = [
        Span(0, 2, Kind.LOCATION, Layer.MODEL),
        Span(3, 5, Kind.PERSON, Layer.MODEL),
        Span(15, 17, Kind.LOCATION, Layer.MODEL),
    ]
    (found,) = point(text, names)
    assert text[found.start : found.end] == "左脸有一块胎记，在"
    covered = [Span(0, len(text), Kind.PERSON, Layer.MODEL)]
    assert point(text, covered) == []


def test_of_two_signs_in_a_sentence_one_stretch_comes():
    text = "他上过新闻，也拿过金牌。"
    assert len(point(text, [])) == 1


def test_the_command_tells_of_them_and_leaves_them_in_the_text():
    engine = bootstrap.deidentifier()
    cases = read_cases(json.dumps({"id": "a", "text": "龚远左脸有一块胎记。", "profile": {}}))
    (one,) = deidentify_cases(cases, engine, lambda _items: None)
    told = json.loads(one.to_json())
    assert [span["type"] for span in told["pointed"]] == ["QUASI"]
    assert "胎记" in told["text"]
    assert not [span for span in told["spans"] if span["type"] == "QUASI"]
    lines = list(explained(cases[0].text, one.spans, one.pointed))
    assert lines[0].startswith("0-2\t龚远\tPERSON\t")
    assert lines[-1].endswith("\t?")


@pytest.mark.parametrize("layer", [Layer.IDENTIFIER, Layer.RULE, Layer.MODEL, Layer.PROPAGATED])
def test_a_layer_can_be_left_out(layer):
    engine = bootstrap.deidentifier()
    text = "龚远说，电话 13900000017。王老师又打来，龚远没接。"
    (spans,) = engine.find([text], Register(), frozenset({layer}))
    assert layer not in {span.layer for span in spans}
    assert spans
