"""The pages over the whole practice, as a person uses them: what waits, what lacks, samples."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.due import DueGroup
from app.domain.errors import DiskFull
from app.services import due_things, samples
from storage.files import FileShelf
from tests.gui.helpers import NOW, said, the_one
from ui.completeness_page import CompletenessScreen
from ui.due_page import DueScreen
from ui.page import ToCaseForm, ToCompleteness, ToNote, ToSamples, ToStatistics
from ui.sample_page import SampleScreen
from ui.today_side import DueList
from ui.widgets.button import Button
from ui.widgets.chip import Choices
from ui.year_figures_page import StatisticsScreen


def shown(house, screen):
    screen.went = []
    screen.wanted.connect(screen.went.append)
    return house.show(screen)


def ways(screen):
    """Return the buttons that can be pressed, by what a screen reader calls them."""
    return {one.accessibleName(): one for one in screen.findChildren(Button) if one.isVisible()}


def press(house, part):
    house.qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
    house.idle()


def choices(screen, name):
    return the_one(
        lambda: [
            one
            for one in screen.findChildren(Choices)
            if one.accessibleName() == name and one.isVisible()
        ]
    )


def past_note(house, *, days=3, signed=False, code="H-017"):
    case = house.case(code)
    return case, house.note(case, starts_at=NOW - timedelta(days=days), signed=signed)


# What waits.


@pytest.mark.clause("014")
def test_each_thing_leads_to_where_it_is_done(house):
    _, note = past_note(house)
    screen = shown(house, DueScreen(house.office))
    press(house, ways(screen)["去签署: 禾木 第 1 次：记录未签署"])
    assert screen.went == [ToNote(note.id)]
    for name, place in (
        ("完整性报告", ToCompleteness()),
        ("记录抽查", ToSamples()),
        ("年度统计", ToStatistics()),
    ):
        press(house, ways(screen)[name])
        assert screen.went[-1] == place


@pytest.mark.clause("119")
def test_later_puts_a_thing_off_until_a_day_and_it_can_be_brought_back(house):
    past_note(house)
    screen = shown(house, DueScreen(house.office))
    name = "禾木 第 1 次：记录未签署"
    press(house, ways(screen)[f"以后再办：{name}"])
    (menu,) = [one for one in screen.children() if type(one).__name__ == "Menu"]
    (action,) = [one for one in menu.actions() if one.text() == "3 天后"]
    action.trigger()
    menu.close()
    house.idle()
    assert "放到以后的" in said(screen)
    assert f"去签署: {name}" not in ways(screen)
    press(house, ways(screen)[f"现在就办：{name}"])
    assert "放到以后的" not in said(screen)
    assert f"去签署: {name}" in ways(screen)


@pytest.mark.clause("072")
def test_danger_offers_no_later(house):
    house.case("H-018", profile=Profile(name="青苔"))
    screen = shown(house, DueScreen(house.office))
    names = ways(screen)
    assert "去填: 青苔：没有紧急联系人" in names
    assert "以后再办：青苔：没有紧急联系人" not in names


def test_the_day_counts_by_group_and_leads_to_all(house):
    past_note(house)
    found = house.do(lambda vault: due_things.board(vault, house.tools))
    part = DueList()
    went = []
    part.wanted.connect(went.append)
    house.show(part)
    part.show_due(found.waiting.now, found.at, found.zone, put_off=2)
    assert "另有 2 件放到以后" in said(part)
    assert any(one.kind.group is DueGroup.RECORD for one in found.waiting.now)
    press(house, part.whole)
    assert len(went) == 1


# What lacks.


@pytest.mark.clause("119")
def test_the_report_says_what_lacks_and_leads_there(house):
    case, note = past_note(house)
    screen = shown(house, CompletenessScreen(house.office))
    assert "记录过了 24 小时没有签署（热线 3.2）" in said(screen)
    press(house, ways(screen)["去补：禾木 记录过了 24 小时没有签署（热线 3.2）"])
    assert screen.went == [ToNote(note.id)]
    one = shown(house, CompletenessScreen(house.office, case.id))
    assert one.here() == ToCompleteness(case.id)
    assert "知情同意书没有签署（网络 1.2）" in said(one)


def test_the_paper_holds_codes_and_no_name(house, tmp_path):
    past_note(house)
    house.tools = replace(house.tools, shelf=FileShelf())
    screen = shown(house, CompletenessScreen(house.office))
    screen.panel.made.emit()
    house.idle()
    (line,) = house.do(lambda vault: vault.audit.entries(1))
    assert line.kind is AuditKind.COMPLETENESS_PRINTED
    words = "".join(house.tools.papers.pdf_words(screen._render()))
    assert "H-017" in words
    assert "禾木" not in words


def test_an_empty_practice_is_told_what_the_pages_are_for(house):
    assert "还没有个案" in said(shown(house, CompletenessScreen(house.office)))
    empty = shown(house, StatisticsScreen(house.office))
    assert "这一年还没有咨询" in said(empty)
    paper = "".join(house.tools.papers.pdf_words(empty._render()))
    assert "来访者的年龄" in paper
    assert "问题类型（" not in paper  # a heading with nothing below it


# Samples.


@pytest.mark.clause("119")
def test_a_sample_is_drawn_gone_through_and_ended(house):
    past_note(house, signed=True)
    screen = shown(house, SampleScreen(house.office))
    press(house, ways(screen)["抽取"])
    form = screen.form
    press(house, ways(screen)["看完了"])
    assert "还有没看的项，每一项都要选（规范一(四)）。" in said(screen)
    items = house.tools.sample_lists["zh"].items
    for item in items:
        press(house, choices(screen, item.text).chip("there"))
    form.found.edit.setFocus()
    house.qtbot.keyClicks(form.found.edit, "all there")
    press(house, ways(screen)["看完了"])
    house.idle()
    assert screen.form is None
    kept = house.do(lambda vault: samples.page(vault, house.tools, "zh")).kept
    assert kept[0].sample.done == "2026-05-12"
    assert kept[0].sample.found == "all there"
    assert "all there" in said(screen)


def test_what_was_chosen_is_there_when_one_comes_back(house):
    past_note(house, signed=True)
    first = shown(house, SampleScreen(house.office))
    press(house, ways(first)["抽取"])
    text = house.tools.sample_lists["zh"].items[0].text
    press(house, choices(first, text).chip("lacks"))
    first.leave()
    house.idle()
    again = shown(house, SampleScreen(house.office))
    assert choices(again, text).keys() == ["lacks"]


def test_without_signed_notes_it_says_so(house):
    screen = shown(house, SampleScreen(house.office))
    press(house, ways(screen)["抽取"])
    assert "这段时间里没有签署了的记录。" in said(screen)


# The figures of a year.


@pytest.mark.clause("134")
def test_the_figures_are_shown_and_written_without_small_numbers(house, tmp_path):
    for number in range(6):
        case = house.case(f"禾-{number}", mode=ServiceMode.ONLINE)
        house.note(case, starts_at=NOW - timedelta(days=number))
    house.tools = replace(house.tools, shelf=FileShelf())
    screen = shown(house, StatisticsScreen(house.office))
    assert "有的格合成一个数" not in said(screen)
    path = tmp_path / "a.csv"
    screen.write(path, "csv")
    house.idle()
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert ["咨询次数，按服务方式", "网络", "6"] in rows
    assert not any("禾" in cell for row in rows for cell in row)
    screen.write(tmp_path / "a.xlsx", "xlsx")
    house.idle()
    assert (tmp_path / "a.xlsx").stat().st_size
    words = "".join(house.tools.papers.pdf_words(screen._render()))
    assert "2026" in words
    assert "禾" not in words


@pytest.mark.clause("134")
def test_few_cases_are_not_told(house):
    case = house.case()
    house.note(case, starts_at=NOW - timedelta(days=1))
    screen = shown(house, StatisticsScreen(house.office))
    assert "不足 5，不写" in said(screen)
    assert ToCaseForm(case.id) not in screen.went


def test_a_full_disk_is_said(house, tmp_path):
    class Full:
        def write(self, *_):
            raise DiskFull

    house.note(house.case(), starts_at=NOW)
    house.tools = replace(house.tools, shelf=Full())
    screen = shown(house, StatisticsScreen(house.office))
    screen.write(tmp_path / "a.csv", "csv")
    house.idle()
    assert not (tmp_path / "a.csv").exists()
    assert "磁盘" in said(screen)
