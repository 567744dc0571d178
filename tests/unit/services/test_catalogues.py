"""The lists and texts she words, in a real vault: kept, laid over the shipped, put back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import bootstrap
from app.domain.audit import AuditKind
from app.domain.catalogue import CatalogueLine, Kind
from app.domain.errors import CatalogueIncomplete
from app.services import (
    catalogues,
    crises,
    formulations,
    intake_papers,
    practice,
    safety_plans,
    sheets,
)
from app.services.directory import sheet as resource_sheet

NASTY = "😀䶮𬱖ㄅ\u202e木\u202c\u00a0&<b>"


@pytest.fixture
def here(desk):
    desk.tools = replace(
        desk.tools,
        sheet_catalogues=bootstrap.sheet_catalogues(),
        intake_texts=bootstrap.intake_texts(),
        formulation_schemes=bootstrap.formulation_schemes(),
        practice_papers=bootstrap.practice_papers(),
        crisis_texts=bootstrap.crisis_texts(),
        scope_words=bootstrap.scope_words(),
    )
    return desk


def offer(desk, key):
    found = catalogues.page(desk.vault, desk.tools).offers
    return next(one for one in found if one.shipped.key == key)


def reworded(shipped, section, key, text):
    """Return the sections of a catalogue with one line that says something else."""
    return tuple(
        replace(
            one,
            lines=tuple(
                replace(line, text=text) if line.key == key else line for line in one.lines
            ),
        )
        if one.key == section
        else one
        for one in shipped.sections
    )


def keep(desk, key, section, line, text):
    one = offer(desk, key)
    sections = reworded(one.used, section, line, text)
    return catalogues.keep(desk.vault, desk.tools, one.shipped, sections)


def test_every_list_and_text_is_offered_in_both_languages_the_commonest_first(here):
    found = catalogues.page(here.vault, here.tools).offers
    assert [one.shipped.kind for one in found] == sorted(
        (one.shipped.kind for one in found), key=list(Kind).index
    ) or found[0].shipped.kind is Kind.SHEET
    assert len({one.shipped.key for one in found}) == len(found) == 26
    assert not any(one.own or one.newer for one in found)
    assert catalogues.worded(here.vault, here.tools) is here.tools


def test_each_is_used_where_it_is_printed_or_chosen_from(here):
    case = here.case()
    keep(here, "sheet.zh", "moods", "0", NASTY)
    keep(here, "intake.zh", "0", "name", NASTY)
    keep(here, "scheme.cbt.zh", "parts", "cbt.situation", NASTY)
    keep(here, "paper.guide.zh", "1", "0", NASTY)
    keep(here, "crisis.zh", "words", "card", NASTY)
    keep(here, "crisis.zh", "words", "resources", f"{NASTY}2")
    keep(here, "scope.zh", "medicine", "0", NASTY)
    assert sheets.catalogue(here.vault, here.tools, "zh").moods[0] == NASTY
    form = intake_papers.form(here.vault, here.tools, "zh", ())
    assert (form.parts[0][1][0].question.label, form.edition[:8]) == (NASTY, "自己的第 1 版")
    schemes = formulations.page(here.vault, here.tools, case, "zh").schemes
    assert NASTY in [part.title for one in schemes for part in one.parts]
    paper = practice.paper(here.vault, here.tools, "guide", "zh", hotline=False)
    assert NASTY in paper.words()
    card = crises.card_paper(crises.page(here.vault, here.tools, case, "zh"), "zh")
    assert card.title == NASTY
    assert resource_sheet(here.vault, here.tools, "zh").title == f"{NASTY}2"
    assert catalogues.worded(here.vault, here.tools).scope_words != here.tools.scope_words
    assert sheets.catalogue(here.vault, here.tools, "en").moods == (
        here.tools.sheet_catalogues["en"].moods
    )
    assert safety_plans.catalogues is catalogues


@pytest.mark.clause("062")
def test_what_has_to_stay_is_asked_for_before_anything_is_stored(here):
    one = offer(here, "intake.zh")
    sections = reworded(one.shipped, "0", "name", " ")
    with pytest.raises(CatalogueIncomplete) as refused:
        catalogues.keep(
            here.vault, here.tools, one.shipped, tuple(
                replace(it, lines=tuple(replace(line, more="") for line in it.lines))
                for it in sections
            ),
        )  # fmt: skip
    assert refused.value.missing == ("catalogue.intake",)
    assert here.vault.settings.catalogues() == ()


def test_each_save_is_an_edition_and_saving_the_same_is_none(here):
    first = keep(here, "intake.zh", "words", "lead", NASTY)
    assert (first.number, first.base) == (1, here.tools.intake_texts["zh"].edition)
    assert keep(here, "intake.zh", "words", "lead", NASTY) == first
    second = keep(here, "intake.zh", "words", "lead", "写什么都行")
    assert [one.number for one in offer(here, "intake.zh").editions] == [1, 2]
    assert offer(here, "intake.zh").used.edition == second.said
    told = [one.kind for one in here.vault.audit.entries()]
    assert told.count(AuditKind.CATALOGUE_CHANGED) == 2


def test_the_words_of_the_program_come_back_and_hers_again(here):
    keep(here, "intake.zh", "words", "lead", NASTY)
    keep(here, "crisis.zh", "words", "card", NASTY)
    one = offer(here, "intake.zh")
    assert one.own
    catalogues.put_back(here.vault, here.tools, one.shipped)
    assert not offer(here, "intake.zh").own
    assert offer(here, "crisis.zh").own
    text = catalogues.worded(here.vault, here.tools).intake_texts["zh"]
    assert text == here.tools.intake_texts["zh"]
    catalogues.put_back(here.vault, here.tools, one.shipped, retired=False)
    assert offer(here, "intake.zh").used == one.used


def test_a_newer_edition_of_the_program_is_told_until_hers_is_looked_over(here):
    keep(here, "intake.zh", "words", "lead", NASTY)
    texts = here.tools.intake_texts
    newer = {**texts, "zh": replace(texts["zh"], edition="心匣 第 2 版")}
    here.tools = replace(here.tools, intake_texts=newer)
    assert offer(here, "intake.zh").newer
    made = keep(here, "intake.zh", "words", "lead", NASTY)
    assert (made.number, made.base) == (2, "心匣 第 2 版")
    assert not offer(here, "intake.zh").newer


@pytest.mark.clause("121")
def test_kinds_of_problem_are_one_list_wherever_they_are_changed(here):
    sheets.change_problem_kinds(here.vault, ["论文", "签证"])
    one = offer(here, "sheet.zh")
    assert one.own
    assert one.used.section("problems").texts == ("论文", "签证")
    keep(here, "sheet.zh", "problems", "1", "毕业")
    assert sheets.catalogue(here.vault, here.tools, "zh").problems == ("论文", "毕业")
    catalogues.put_back(here.vault, here.tools, one.shipped)
    shipped = here.tools.sheet_catalogues["zh"].problems
    assert sheets.catalogue(here.vault, here.tools, "zh").problems == shipped
    assert not offer(here, "sheet.zh").own
    catalogues.put_back(here.vault, here.tools, one.shipped, retired=False)
    assert sheets.catalogue(here.vault, here.tools, "zh").problems == ("论文", "毕业")


def test_what_is_typed_is_kept_to_the_character_until_it_is_saved(here):
    one = offer(here, "intake.zh")
    typed = reworded(one.shipped, "words", "lead", f" {NASTY}\n ")
    empty = replace(typed[1], lines=(*typed[1].lines, CatalogueLine("own0.1")))
    typed = (typed[0], empty, *typed[2:])
    catalogues.keep_begun(here.vault, one.shipped, typed)
    catalogues.keep_begun(here.vault, offer(here, "scope.zh").shipped, typed)
    assert catalogues.page(here.vault, here.tools).begun["intake.zh"] == typed
    catalogues.keep(here.vault, here.tools, one.shipped, typed)
    assert list(catalogues.page(here.vault, here.tools).begun) == ["scope.zh"]
