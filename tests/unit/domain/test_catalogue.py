"""The lists and texts she words: what has to stay, and what her words make of each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import bootstrap
from app.domain import catalogue_kinds as kinds
from app.domain.as_json import as_json
from app.domain.catalogue import (
    CATALOGUE,
    CatalogueEdition,
    CatalogueLine,
    CatalogueSection,
    Kind,
    Shape,
    Written,
    edition_of,
    laid,
    settled,
)
from app.domain.scope_words import DIAGNOSIS, own_words

SHEET = bootstrap.sheet_catalogues()["zh"]
INTAKE = bootstrap.intake_texts()["zh"]
SCHEME = next(
    one for one in bootstrap.formulation_schemes() if (one.key, one.language) == ("cbt", "zh")
)
PAPERS = bootstrap.practice_papers()
CRISIS = bootstrap.crisis_texts()["zh"]
SCOPE = next(one for one in bootstrap.scope_words() if one.language == "zh")
ALL = (
    (SHEET, kinds.of_sheet, kinds.sheet_from),
    (INTAKE, kinds.of_intake, kinds.intake_from),
    (SCHEME, kinds.of_scheme, kinds.scheme_from),
    *((PAPERS[key, "zh"], kinds.of_paper, kinds.paper_from)
      for key in ("service", "guide", "opening", "standing")),
    (CRISIS, kinds.of_crisis, kinds.crisis_from),
    (SCOPE, kinds.of_scope, kinds.scope_from),
)  # fmt: skip


def edition(shipped, sections, **more):
    values = {"number": 2, "day": "2026-01-15", "base": shipped.edition, **more}
    return CatalogueEdition(shipped.key, sections=tuple(sections), **values)


def changed(shipped, key, **values):
    """Return the sections with one of them changed."""
    return tuple(replace(one, **values) if one.key == key else one for one in shipped.sections)


@pytest.mark.parametrize(("text", "read", "back"), ALL)
def test_a_text_that_is_only_saved_says_the_same_under_her_edition(text, read, back):
    shipped = read(text)
    assert CATALOGUE.lacks(Written(shipped, settled(shipped.sections))) == ()
    made = back(text, laid(shipped, edition(shipped, settled(shipped.sections))))
    assert made.edition == f"自己的第 2 版 2026-01-15（{text.edition}）"
    assert replace(made, edition=text.edition) == text


def test_an_english_edition_is_called_in_english():
    said = CatalogueEdition("sheet.en", 1, "2026-01-15", "1", "en").said
    assert said == "Own edition 1, 2026-01-15 (1)"


TABLE = [
    pytest.param(kinds.of_sheet(SHEET), "moods", "sheet", marks=pytest.mark.clause("121")),
    pytest.param(kinds.of_sheet(SHEET), "problems", "sheet", marks=pytest.mark.clause("121")),
    pytest.param(kinds.of_sheet(SHEET), "remedies", "sheet", marks=pytest.mark.clause("054")),
    pytest.param(
        kinds.of_intake(INTAKE), "0", "intake", marks=[pytest.mark.clause("062", "144")]
    ),
    pytest.param(kinds.of_intake(INTAKE), "words", "intake", marks=pytest.mark.clause("062")),
    pytest.param(kinds.of_scheme(SCHEME), "parts", "scheme", marks=pytest.mark.clause("085")),
    pytest.param(
        kinds.of_paper(PAPERS["service", "zh"]), "labels", "paper",
        marks=[pytest.mark.clause("008", "061")],
    ),
    pytest.param(
        kinds.of_paper(PAPERS["service", "zh"]), "0", "paper", marks=pytest.mark.clause("137")
    ),
    pytest.param(
        kinds.of_paper(PAPERS["standing", "zh"]), "0", "paper", marks=pytest.mark.clause("058")
    ),
    pytest.param(
        kinds.of_paper(PAPERS["guide", "zh"]), "0", "paper", marks=pytest.mark.clause("093")
    ),
    pytest.param(kinds.of_crisis(CRISIS), "words", "crisis", marks=pytest.mark.clause("027")),
    pytest.param(kinds.of_scope(SCOPE), "diagnosis", "scope", marks=pytest.mark.clause("137")),
]  # fmt: skip


@pytest.mark.parametrize(("shipped", "key", "rule"), TABLE)
def test_what_the_guidance_asks_for_can_not_be_left_out(shipped, key, rule):
    emptied = settled(changed(shipped, key, lines=()))
    assert CATALOGUE.lacks(Written(shipped, emptied)) == (f"catalogue.{rule}",)
    gone = tuple(one for one in shipped.sections if one.key != key)
    assert Written(shipped, gone).lost()
    there = laid(shipped, edition(shipped, emptied)).section(key)
    assert [one for one in there.lines if one.needed] == [
        one for one in shipped.section(key).lines if one.needed
    ]
    assert there.lines


def test_a_line_that_has_to_stay_may_not_be_emptied_and_another_may():
    shipped = kinds.of_intake(INTAKE)
    lines = tuple(replace(one, text="\u200b ", more="") for one in shipped.section("0").lines)
    assert Written(shipped, settled(changed(shipped, "0", lines=lines))).lost() == (
        ("0", "name"),
        ("0", "phone"),
        ("0", "city"),
    )


@pytest.mark.clause("062")
def test_questions_are_reworded_added_ordered_and_left_out():
    shipped = kinds.of_intake(INTAKE)
    first = shipped.section("0").lines
    added = CatalogueLine("own0.1", " 怎样称呼您的家人 ", "")
    told = CatalogueLine("own0.2", "", "只写了为什么")
    kept = [one for one in first if one.needed]
    mine = (added, told, replace(kept[0], text="称呼"), *kept[1:])
    later = tuple(one for one in shipped.sections if one.key not in {"0", "3"})
    sections = settled(
        (replace(shipped.section("0"), heading="关于您", lines=mine), *later,
         CatalogueSection("own9", headed=True), replace(shipped.section("3"), lines=()))
    )  # fmt: skip
    made = kinds.intake_from(INTAKE, laid(shipped, edition(shipped, sections)))
    assert made.groups[0].heading == "关于您"
    labels = [one.label for one in made.groups[0].questions]
    assert labels[:3] == ["怎样称呼您的家人", "只写了为什么", "称呼"]
    assert made.groups[0].questions[0].lines == 2
    assert made.groups[0].questions[2].why == first[0].more
    assert len(made.groups) == len(INTAKE.groups) - 1


def test_a_section_of_hers_in_a_scheme_has_a_key_of_that_scheme_alone():
    shipped = kinds.of_scheme(SCHEME)
    parts = shipped.section("parts")
    lines = (CatalogueLine("ownparts.1", "资源", "做得到的"), parts.lines[-1])
    sections = changed(shipped, "parts", lines=lines)
    made = kinds.scheme_from(SCHEME, laid(shipped, edition(shipped, sections)))
    assert [(one.key, one.title) for one in made.parts] == [
        ("cbt.ownparts.1", "资源"),
        ("understanding", "怎样理解"),
    ]


def test_a_paper_grows_and_loses_a_part_that_nothing_asks_for():
    text = PAPERS["guide", "zh"]
    shipped = kinds.of_paper(text)
    mine = CatalogueSection("own1", "停车", (CatalogueLine("0", "地下一层"),))
    sections = (*changed(shipped, "2", lines=()), mine)
    made = kinds.paper_from(text, laid(shipped, edition(shipped, sections)))
    assert made.parts[-1] == ("停车", ("地下一层",))
    assert "设备和网络" not in [heading for heading, _ in made.parts]


@pytest.mark.clause("137")
def test_her_own_words_beyond_scope_are_noticed():
    shipped = kinds.of_scope(SCOPE)
    sections = changed(shipped, DIAGNOSIS, lines=(CatalogueLine("0", "属于抑郁症"),))
    sections = tuple(replace(one, lines=()) if one.key == "sources" else one for one in sections)
    made = kinds.scope_from(SCOPE, laid(shipped, edition(shipped, sections)))
    assert own_words(["我看属于抑郁症。"], DIAGNOSIS, [made]) == "属于抑郁症"
    assert own_words(["诊断为抑郁症。"], DIAGNOSIS, [made]) == ""


def test_what_a_later_edition_brings_new_comes_with_hers():
    shipped = kinds.of_sheet(SHEET)
    sections = tuple(one for one in shipped.sections if one.key != "remedies")
    assert laid(shipped, edition(shipped, sections)).section("remedies").lines
    made = kinds.with_problems(shipped, ["论文"])
    assert made.section("problems").texts == ("论文",)
    assert made.section("moods") == shipped.section("moods")


def test_a_line_that_the_program_brings_no_more_stays_as_hers():
    shipped = kinds.of_intake(INTAKE)
    old = CatalogueLine("no-more", "以前问过")
    lines = (*shipped.section("0").lines, old)
    made = laid(shipped, edition(shipped, changed(shipped, "0", lines=lines)))
    assert made.section("0").texts[-1] == "以前问过"
    assert kinds.intake_from(INTAKE, made).groups[0].questions[-1].label == "以前问过"


def test_an_edition_comes_back_from_json_as_it_was():
    shipped = kinds.of_intake(INTAKE)
    made = edition(shipped, shipped.sections, retired=True)
    assert edition_of(as_json(made)) == made
    assert shipped.section("0").shape is Shape.LINES
    assert shipped.kind is Kind.INTAKE
