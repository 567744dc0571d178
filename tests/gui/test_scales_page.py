"""The page 我的量表, as a person writes a scale, changes it, looks at it and prints it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.own_scale import OWN_SCALE, ScaleWords
from app.services import scales
from storage.files import FileShelf
from tests.gui.helpers import NASTY, click, said
from tests.gui.test_entry_pages import part, put
from ui.entry_words import rule_words
from ui.measure_paper import EmptyScaleCard
from ui.page import ToScales
from ui.rare_pages import rare_page
from ui.scales_page import ScalesScreen

OWN = ScaleWords("每周状态", items="睡得踏实\n心慌", options="0 从不\n1 有时\n2 总是")


def page_of(house):
    page = ScalesScreen(house.office)
    house.show(page)
    house.qtbot.waitUntil(lambda: page._page is not None)
    return page


def own(house):
    return house.do(scales.own)


def write_one(page):
    put(page, "名字", OWN.name)
    put(page, "题目，一行一题", OWN.items)
    put(page, "答案，一行一个，分数在前", OWN.options)


@pytest.mark.clause("055")
def test_a_scale_is_written_looked_at_saved_and_changed(house):
    page = page_of(house)
    assert "辉瑞公司" in said(page)
    assert all(rule_words(name) for name in OWN_SCALE.rules)
    click(house, page, "新建量表")
    house.qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible())
    click(house, page, "存好这份量表")
    for name in ("named", "asks", "options"):
        assert rule_words(f"own_scale.{name}") in said(page)
    write_one(page)
    click(house, page, "看看填起来的样子")
    house.qtbot.waitUntil(lambda: "2. 心慌" in said(page.form))
    click(house, page, "存好这份量表")
    house.qtbot.waitUntil(lambda: len(own(house)) == 1)
    house.qtbot.waitUntil(lambda: "第 1 版" in said(page))
    click(house, page, "修改：每周状态")
    house.qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible())
    put(page, "反向计分的题号", "1")
    put(page, "分级，一行一级", "不知道")
    click(house, page, "看看填起来的样子")
    house.qtbot.waitUntil(lambda: rule_words("own_scale.bands") in said(page))
    put(page, "分级，一行一级", "0-2 轻\n3-4 重")
    page._keep()
    house.qtbot.waitUntil(lambda: own(house)[0].edition == "2")
    (scale,) = own(house)
    assert scale.items[0].turned
    assert [one.text for one in scale.bands] == ["轻", "重"]


def test_what_is_typed_is_kept_byte_for_byte_until_it_is_saved(house):
    page = page_of(house)
    click(house, page, "新建量表")
    house.qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible())
    put(page, "指导语", NASTY)
    assert page.begun()
    page.leave()
    house.idle()
    again = page_of(house)
    house.qtbot.waitUntil(lambda: again.form is not None and again.form.isVisible())
    assert part(again, "指导语").text() == NASTY
    went = []
    again.back.connect(lambda: went.append("back"))
    again.escape()
    assert went == ["back"]
    assert own(house) == ()


def test_one_that_is_used_no_more_is_taken_back(house):
    house.do(lambda vault: scales.keep(vault, house.tools, scales.NEW, OWN, "zh"))
    page = page_of(house)
    house.qtbot.waitUntil(lambda: "每周状态" in said(page))
    click(house, page, "修改：每周状态")
    house.qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible())
    click(house, page, "不再使用")
    house.qtbot.waitUntil(lambda: own(house) == ())
    click(house, page, "撤销")
    house.qtbot.waitUntil(lambda: len(own(house)) == 1)


def test_an_empty_form_is_printed_in_large_letters(house, tmp_path):
    house.tools = replace(house.tools, shelf=FileShelf())
    page = page_of(house)
    click(house, page, "印空白的量表：PHQ-9")
    house.qtbot.waitUntil(lambda: bool(page.findChildren(EmptyScaleCard)))
    (card,) = page.findChildren(EmptyScaleCard)
    sizes = []
    for name in ("plain", "large"):
        place = next(one for one in card.findChildren(object) if type(one).__name__ == "SavePanel")
        path = tmp_path / f"{name}.pdf"
        place.save.emit(path)
        house.qtbot.waitUntil(path.exists)
        house.idle()
        words = house.office.tools().papers.pdf_words(path.read_bytes())
        assert "筛查非诊断" in "".join(words)
        sizes.append(len(words))
        card.large.click()
    assert sizes[1] > sizes[0]
    assert isinstance(rare_page(house.office, ToScales(), page), ScalesScreen)
