"""Scales on paper: forms in both languages and in large print, as answered, and the chart."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pikepdf
import pytest

from app import bootstrap
from app.domain.errors import GlyphsMissing
from app.domain.ids import EntryId
from app.domain.measure import KeptMeasure, Measure, Way, Who
from app.domain.measure_chart import Event, EventKind, chart
from app.domain.own_scale import ScaleWords, scale_from
from app.domain.scale_sheet import ChartSheet, answered_sheet, empty_sheet
from reports.measure_chart import ChartPaper
from reports.protect import pdf_words
from reports.scale import ScalePaper

TEXTS = bootstrap.scale_texts()
SCALES = {(one.key, one.language): one for one in bootstrap.scales()}
PHQ9 = SCALES["phq9", "zh"]


def text_of(data):
    return "".join("".join(pdf_words(data)).split())


def pages(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


@pytest.mark.clause("055")
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(("key", "language"), sorted(SCALES))
def test_every_form_can_be_printed_in_both_languages_and_large(key, language, large):
    scale = SCALES[key, language]
    data = ScalePaper().render(empty_sheet(scale, TEXTS[language], large=large))
    words = text_of(data)
    for one in (scale.instruction, TEXTS[language].screening, *(it.text for it in scale.items)):
        assert "".join(one.split()) in words
    assert "".join(scale.reading.split()) not in words
    assert large or pages(data) == 1
    assert data == ScalePaper().render(empty_sheet(scale, TEXTS[language], large=large))


@pytest.mark.clause("055")
def test_an_answered_form_shows_what_was_marked_and_the_band_only_where_asked_for():
    made = Measure(PHQ9, (2,) * 8 + (None,), Way.PAPER, Who.CLIENT, "2026-05-12", 2)
    plain, banded = (
        ScalePaper().render(answered_sheet(made, TEXTS["zh"], "H-017", made.on, bands=bands))
        for bands in (False, True)
    )
    for data in (plain, banded):
        assert "H-017" in text_of(data)
        assert "18/27" in text_of(data)
        assert "■非常困难" in text_of(data)
    assert "中重度" not in text_of(plain)
    assert "中重度" in text_of(banded)
    empty = ScalePaper().render(empty_sheet(PHQ9, TEXTS["zh"]))
    assert _crosses(plain) - _crosses(empty) == 16


def _crosses(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [str(one.operator) for one in pikepdf.parse_content_stream(pdf.pages[0])]
    return found.count("l")


def test_a_scale_of_hers_with_many_answers_and_no_instruction_is_printed_too():
    words = ScaleWords(
        "每天", items="䶮𬱖", options="\n".join(f"{at} 程度{at}" for at in range(11))
    )
    own = scale_from(words, "own-1", 1, "zh")
    assert "䶮𬱖" in text_of(ScalePaper().render(empty_sheet(own, TEXTS["zh"])))
    bad = replace(own, name="\U00018b00", title="\U00018b00")
    with pytest.raises(GlyphsMissing):
        ScalePaper().render(empty_sheet(bad, TEXTS["zh"]))


def test_the_chart_is_vectors_and_words_and_says_that_it_screens():
    kept = [
        KeptMeasure(
            EntryId(at),
            datetime(2026, 5, 12, tzinfo=UTC),
            Measure(PHQ9, answers, Way.PAPER, Who.CLIENT, on),
        )
        for at, (on, answers) in enumerate(
            [
                ("2026-03-01", (3,) * 9),
                ("2026-04-01", (1,) * 8 + (None,)),
                ("2026-05-01", (None,) * 9),
            ]
        )
    ]
    events = [
        Event(date(2026, 3, 2), EventKind.SESSION, "第 1 次会谈"),
        Event(date(2026, 3, 9), EventKind.MODE, "改为网络，从此以后都在网上，不再面询" * 8),
        Event(date(2026, 3, 20), EventKind.RISK, "风险高"),
    ]
    drawn = chart(PHQ9, kept, events, 560, 300)
    sheet = ChartSheet(
        "PHQ-9 的变化", "个案 H-017", drawn, ("图例",), "每一次的分数", ("一句话",),
        tuple(on.isoformat() for _, on in drawn.days), TEXTS["zh"].screening, "PHQ-9",
    )  # fmt: skip
    data = ChartPaper().render(sheet)
    words = text_of(data)
    for one in ("27*", "风险高", "中重度", "2026-03-01", "图例", "一句话", "筛查非诊断"):
        assert one in words
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/XObject" not in pdf.pages[0].Resources
        assert set(pdf.trailer.Info.keys()) == {"/Title"}
    assert pages(data) == 1
    with pytest.raises(GlyphsMissing):
        ChartPaper().render(replace(sheet, lines=("\U00018b00",)))
