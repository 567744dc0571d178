"""The pages 时数 and 时数规则, as a person reads, says how cases count, proves and exports."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.audit import AuditKind
from app.domain.hours import HourFacts
from app.domain.practice import Practice
from app.domain.practice_record import (
    Supervision,
    SupervisionForm,
    SupervisionMedium,
    SupervisorRank,
    YesNo,
)
from app.services import hours, practice
from storage.files import FileShelf
from tests.gui.helpers import NASTY, click, said
from tests.gui.test_entry_pages import part, put
from ui.case_record import CaseRecord
from ui.hour_rules_page import HourRulesScreen
from ui.hours_page import HoursScreen
from ui.page import ToHourRules, ToHours, ToPractice
from ui.practice_page import PracticeScreen
from ui.question import Question
from ui.rare_pages import rare_page
from ui.widgets.table import Table

OWN = Practice(counselor="沈知远")
SUPERVISED = Supervision(
    SupervisionForm.INDIVIDUAL,
    SupervisionMedium.VIDEO,
    "2026-01-14",
    90,
    "周以宁",
    rank=SupervisorRank.SUPERVISOR,
)


@pytest.fixture
def worked(house):
    """A house with one signed session, a supervision, and files that can be written."""
    house.tools = replace(house.tools, shelf=FileShelf())
    case = house.case()
    house.worked_on = case.id
    house.note(case, signed=True)
    house.do(lambda vault: practice.keep(vault, house.tools, SUPERVISED))
    house.do(lambda vault: vault.settings.change_practice(OWN))
    return house


def show(house, kind=HoursScreen, to=ToHours):
    page = rare_page(house.office, to(), None)
    assert isinstance(page, kind)
    page.went = []
    page.wanted.connect(page.went.append)
    page.back.connect(lambda: page.went.append("back"))
    house.show(page)
    house.idle()
    return page


def choose(page, name, key):
    """Answer the question of this name."""
    next(
        one for one in page.findChildren(Question) if one.isVisible() and name in said(one)
    ).choose(key)


def of_case(house):
    return house.do(lambda vault: vault.clients.of_case(house.worked_on).profile.hours)


def test_an_empty_practice_says_where_hours_come_from(house):
    page = show(house)
    assert "还没有时数" in said(page)
    assert not page.papers.isVisible()
    click(house, page, "补记时数")
    assert page.went == [ToPractice("hours")]
    house.qtbot.keyClick(page, Qt.Key.Key_Escape)
    page.escape()
    assert page.went[-1] == "back"


@pytest.mark.clause("118")
def test_hours_are_counted_held_against_rules_and_cases_say_how_they_count(worked):
    house = worked
    page = show(house)
    assert "1.5 小时" in said(page)
    assert "已有 0 小时，要 250 小时，还差 250 小时" in said(page)
    assert "另有 0.8 小时 说不清算不算" in said(page)
    click(house, page, "修改：大多数个案")
    house.qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible())
    choose(page.form, "在谁的督导下", "registered supervisor")
    choose(page.form, "收费", "yes")
    click(house, page, "存好")
    house.qtbot.waitUntil(lambda: page.form is None)
    house.qtbot.waitUntil(lambda: "已有 0.8 小时，要 250 小时" in said(page))
    assert "说不清" not in said(page)
    (table,) = page.findChildren(Table)
    table.selectRow(0)
    table.setFocus()
    house.qtbot.keyClick(table, Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible())
    choose(page.form, "收费", "no")
    put(page, "机构", NASTY)
    page.leave()  # as a change of page does
    house.qtbot.waitUntil(lambda: of_case(house) == HourFacts(paid=YesNo.NO, institution=NASTY))
    page.escape()
    assert page.form is None
    page.rules.chip("jiandan").click()
    house.qtbot.waitUntil(lambda: "要 400 小时" in said(page))
    house.idle()
    assert house.do(lambda vault: vault.settings.hour_rules_chosen()) == "jiandan"


def test_what_the_form_of_a_case_changes_leaves_how_it_counts(worked):
    house = worked
    facts = HourFacts(paid=YesNo.NO)
    house.do(lambda vault: hours.change_case(vault, house.tools, house.worked_on, facts))
    page = CaseRecord(house.office, house.worked_on)
    house.show(page)
    house.qtbot.waitUntil(lambda: page.form.fields["phone"].text() != "")
    page.form.fields["phone"].set_text("13900000000")
    page.leave()
    house.qtbot.waitUntil(
        lambda: (
            house.do(lambda vault: vault.clients.of_case(house.worked_on).profile.phone)
            == "13900000000"
        )
    )
    assert of_case(house) == facts


def test_a_locked_case_is_named_by_its_number_and_asked_to_be_opened(worked):
    from app.services import case_locks  # noqa: PLC0415 - this test alone

    house = worked
    house.do(
        lambda vault: case_locks.set_password(
            vault, house.tools.clock, house.worked_on, "雨天的第二只箱子", recovery=False
        )
    )
    house.do(lambda vault: vault.case_locks.shut(house.worked_on))
    page = show(house)
    assert page._page.cases[0][0].facts is None
    (table,) = page.findChildren(Table)
    table.selectRow(0)
    table.setFocus()
    house.qtbot.keyClick(table, Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: "先解开这份个案" in said(page))
    assert page.form is None


def test_a_proof_names_the_supervisor_and_no_case_and_a_table_is_exported(worked, tmp_path):
    house = worked
    page = show(house)
    words = house.tools.papers.pdf_words(page.papers._render())
    assert any("时数证明" in one for one in words)
    assert not any("H-017" in one for one in words)
    page.papers._whom.chip("周以宁").click()
    words = "".join(house.tools.papers.pdf_words(page.papers._render()))
    assert "与周以宁的督导" in words.replace(" ", "")
    click(house, page, "导出为表格")
    put(page, "导出为表格", str(tmp_path / "时数.doc"))
    click(house, page, "存为文件")
    assert "请让文件名以 .xlsx 或 .csv 结尾。" in said(page)
    put(page, "导出为表格", str(tmp_path / "时数.xlsx"))
    click(house, page, "存为文件")
    house.qtbot.waitUntil(lambda: "已存成" in said(page))
    sheet = load_workbook(io.BytesIO((tmp_path / "时数.xlsx").read_bytes())).active
    assert [cell.value for cell in sheet[1]][:3] == ["日期", "开始", "分钟"]
    assert sheet.max_row == 3
    kinds = house.do(lambda vault: [one.kind for one in vault.audit.entries()])
    assert AuditKind.HOURS_EXPORTED in kinds
    assert AuditKind.HOURS_HOLD in kinds


def test_a_proof_of_nobody_is_refused_and_leads_to_the_name(worked):
    house = worked
    house.do(lambda vault: vault.settings.change_practice(Practice(counselor="\u3000")))
    page = show(house)
    click(house, page, "打印")
    house.qtbot.waitUntil(lambda: "咨询师姓名空着" in said(page))
    click(house, page, "去补上")
    (way,) = page.went
    assert (way, way.at) == (ToPractice(), "counselor")


def test_only_what_a_role_has_is_asked_of_other_hours(house):
    page = PracticeScreen(house.office, "hours")
    house.show(page)
    house.idle()
    click(house, page, "补记时数")
    house.qtbot.waitUntil(lambda: page.part.form is not None and page.part.form.isVisible())
    asked = page.part.form.parts
    assert not asked["paid"].isVisible()
    choose(page.part.form, "哪一种时数", "training")
    page.part.form._touched()
    assert asked["topic"].isVisible()
    assert not asked["form"].isVisible()
    put(page, "小时（培训写学时）", "12")
    put(page, "哪一天（累计的写到哪天为止）", "2026-01-14")
    click(house, page, "存好")
    house.idle()
    (kept,) = house.do(lambda vault: vault.practice.all())
    assert kept.record.hours == 12


@pytest.mark.clause("118")
def test_a_rule_set_is_copied_changed_kept_as_typed_and_retired(house):
    page = show(house, HourRulesScreen, ToHourRules)
    click(house, page, "抄一份来改：简单心理 新手入驻")
    house.qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible())
    assert part(page, "名字").text() == "简单心理 新手入驻"
    put(page, "目标", "400 咨询 收费\n三十 受督")
    house.qtbot.waitUntil(lambda: "读不懂：三十 受督" in said(page))
    assert "400 小时 · 咨询 · 收费" in said(page)
    click(house, page, "存好这份规则")
    assert "每行都要读得懂" in said(page)
    page.leave()
    house.idle()
    again = show(house, HourRulesScreen, ToHourRules)
    house.qtbot.waitUntil(lambda: again.form is not None)
    assert part(again, "目标").text() == "400 咨询 收费\n三十 受督"
    put(again, "目标", "400 咨询 收费\n30 受督")
    again.form.setFocus()
    house.qtbot.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier
    )
    house.qtbot.waitUntil(lambda: len(house.do(hours.own)) == 1)
    house.qtbot.waitUntil(lambda: again.form is None)
    click(house, again, "修改：简单心理 新手入驻")
    house.qtbot.waitUntil(lambda: again.form is not None and again.form.isVisible())
    click(house, again, "不再使用")
    house.qtbot.waitUntil(lambda: house.do(hours.own) == ())
