"""A genogram on paper: vectors and text, fonts in it, names only where they are asked for."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from app.domain import genogram as families
from app.domain.errors import GlyphsMissing
from app.domain.genogram import Feeling, Person, Sex, begun
from app.domain.genogram_figure import figure
from app.domain.genogram_sheet import GenogramSheet
from reports.genogram import GenogramPaper
from reports.protect import pdf_words

RARE = "䶮𬱖"


def family(siblings=0):
    made = families.change(begun(), Person(1, Sex.WOMAN, RARE, 29, died=True))
    for _ in range(siblings):
        made, _ = families.add_sibling(made, 1)
    made, partner = families.add_partner(made, 1)
    made = families.change(made, Person(partner, Sex.MAN, "阿远", 31))
    return families.change_bond(made, 1, partner, Feeling.DISTANT)


def sheet(made, label=RARE):
    drawn = figure(made, {1: (label, "来访者 · 译者" * 4), 2: ("", "备注")})
    return GenogramSheet("家谱图", "个案 H-017", drawn, ("方形男",), "图上的人和关系",
                         (f"来访者（{label}）：29 岁",), "家谱图")  # fmt: skip


def test_the_words_can_be_selected_and_every_font_is_in_it():
    data = GenogramPaper().render(sheet(family()))
    words = "".join(pdf_words(data))
    for one in (RARE, "29", "31", "来访者", "方形男", "图上的人和关系"):
        assert one in words
    assert data == GenogramPaper().render(sheet(family()))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/XObject" not in pdf.pages[0].Resources
        for font in pdf.pages[0].Resources.Font.values():
            within = font.get("/DescendantFonts", [font])[0]
            assert "/FontFile2" in within.FontDescriptor
        lines = [str(one.operator) for one in pikepdf.parse_content_stream(pdf.pages[0])]
        assert lines.count("l") > 20
        assert set(pdf.trailer.Info.keys()) == {"/Title"}


@pytest.mark.parametrize(("siblings", "pages"), [(2, 1), (16, 2)])
def test_a_wide_family_is_turned_and_has_a_page_for_itself(siblings, pages):
    data = GenogramPaper().render(sheet(family(siblings)))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == pages


@pytest.mark.parametrize(("sentences", "pages"), [(25, 1), (34, 2)])
def test_a_few_sentences_more_take_no_page_of_their_own(sentences, pages):
    lines = ("来访者 和 母亲 之间：亲近",) * sentences
    data = GenogramPaper().render(replace(sheet(family(1)), lines=lines))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == pages


def test_a_character_that_no_font_has_is_refused():
    with pytest.raises(GlyphsMissing):
        GenogramPaper().render(sheet(family(), "🙂"))
    with pytest.raises(GlyphsMissing):
        GenogramPaper().render(replace(sheet(family()), lines=("🙂",)))
