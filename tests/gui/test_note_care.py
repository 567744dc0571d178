"""A diagnosis or a word on medication of her own is noticed quietly; nothing is ever stopped."""

from __future__ import annotations

import pytest

from tests.gui.helpers import compose, said
from tests.gui.test_notes import button, house
from ui.widgets.plain import PlainEdit

__all__ = ["house"]
SAID = "咨询师不作诊断"


def write_in(house, find, screen, section, text):
    compose(find(screen, PlainEdit, section), commit=text)


@pytest.mark.clause("137")
def test_it_is_said_beside_the_words_and_taken_back_with_them(house, find):
    screen = house.open(house.start(complaint="睡不着"))
    write_in(house, find, screen, "风险评估", "诊断为抑郁症")
    house.qtbot.waitUntil(lambda: SAID in said(screen))
    edit = find(screen, PlainEdit, "风险评估")
    edit.selectAll()
    compose(edit, commit="医院诊断为抑郁症")
    house.qtbot.waitUntil(lambda: SAID not in said(screen))
    assert not screen._side.care.isVisible()


@pytest.mark.clause("137")
def test_it_leads_to_the_referral_and_is_said_again_before_the_signature(house, find):
    screen = house.open(house.start(intervention="建议服用褪黑素"))
    assert "咨询师不荐药" in said(screen)
    button(screen, "去写转介").click()
    referral = find(screen, PlainEdit, "转介建议")
    house.qtbot.waitUntil(referral.hasFocus)
    screen._begin_to_sign()
    assert said(screen).count("咨询师不荐药") == 2, "beside the words, and before she signs"
    assert screen._sign.sign.isEnabled()


@pytest.mark.clause("137")
def test_without_a_section_for_it_the_sheet_takes_the_referral(house, find):
    screen = house.open(house.start("free", text="我开了处方"))
    button(screen, "去写转介").click()
    house.qtbot.waitUntil(screen._in_sheet)


def test_a_signed_note_is_not_looked_at(house):
    screen = house.open(house.signed(risk="诊断为抑郁症"))
    assert SAID not in said(screen)
    screen._to_referral()
    assert screen._care() is None
