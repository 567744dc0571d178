"""The computer around the vault: seen, asked, kept, and asked again after a month."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from app import bootstrap
from app.domain.audit import AuditKind
from app.domain.due import DueKind
from app.domain.errors import DiskFull
from app.domain.practice import Practice
from app.domain.program import VERSION
from app.domain.safeguard import Answer, Safeguard, Sight
from app.services import backups, case_locks, computer_safety
from storage.files import FileShelf
from tests.gui.helpers import NOW, SHANGHAI, button, buttons, click, said, the_one
from ui.consent_save import SavePanel
from ui.page import ToSecurity, ToToday
from ui.security_page import SecurityScreen
from ui.security_row import SafeguardRow
from ui.settings import SettingsScreen
from ui.today import TodayScreen
from ui.widgets.banner import Banner
from ui.widgets.chip import Choices
from ui.widgets.field import Field
from ui.widgets.picture import Picture

pytestmark = [pytest.mark.clause("049"), pytest.mark.clause("135")]
MONTH = timedelta(days=30)


REST = tuple(one.value for one in Safeguard if one is not Safeguard.LOGIN)


def _gone_through(vault, clock):
    """Answer everything, then say that all was gone through."""
    for one in Safeguard:
        computer_safety.answer(vault, clock, one, Answer.UNKNOWN)
    return computer_safety.finish(vault, clock)


class Seeing:
    """A computer that shows what it is told to."""

    def __init__(self, **sights):
        self.sights = {Safeguard(name): sight for name, sight in sights.items()}
        self.folder = None

    def look(self, folder):
        self.folder = folder
        return self.sights


def show(house, computer=None):
    if computer is not None:
        house.office = replace(house.office, computer=lambda: computer)
    screen = SecurityScreen(house.office)
    screen.went = []
    screen.back.connect(lambda: screen.went.append("back"))
    house.show(screen)
    house.qtbot.waitUntil(screen._card.isVisible)
    return screen


def question(screen, name):
    return the_one(
        lambda: [one for one in screen.findChildren(Choices) if one.accessibleName() == name]
    )


def choose(house, screen, name, answer):
    chip = question(screen, name).chip(answer.value)
    house.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    house.idle()


def safety(house):
    return house.do(lambda vault: vault.settings.computer_safety())


def test_what_is_seen_is_not_asked_and_what_is_not_is(house):
    house.do(_home)
    screen = show(house, Seeing(disk=Sight.ON, firewall=Sight.OFF))
    assert not question(screen, "磁盘加密").isVisible()
    assert "已打开，2026年5月12日程序看到的。" in said(screen)
    assert question(screen, "防火墙").isVisible()
    assert "程序没有看到它。如果您用别的办法打开了，请选“是”。" in said(screen)
    assert said(screen).count("程序看不到这一项，请您说。") == 5


def _home(vault):
    with vault.transaction():
        vault.settings.change_practice(Practice(place=SHANGHAI))


def test_an_answer_is_kept_at_once_with_its_day_and_says_how(house):
    screen = show(house)
    line = the_one(
        lambda: [
            one
            for one in screen.findChildren(SafeguardRow)
            if one.question.accessibleName() == "防病毒"
        ]
    )
    (sign,) = line.findChildren(Picture)
    assert not sign.isVisible()  # a ring before an answer would look like a choice
    choose(house, screen, "防病毒", Answer.YES)
    assert sign.isVisible()
    choose(house, screen, "磁盘加密", Answer.NOT_YET)
    choose(house, screen, "防火墙", Answer.UNKNOWN)
    words = said(screen)
    assert "2026年5月12日您说已打开。" in words
    assert "2026年5月12日您说还没有。" in words
    assert "2026年5月12日您说不清楚。" in words
    assert "BitLocker" in words
    assert "病毒和威胁防护" not in words
    again = show(house)
    assert question(again, "防病毒").chip("yes").isChecked()
    assert safety(house).findings[Safeguard.DISK].answer is Answer.NOT_YET


def test_going_through_is_written_to_the_trail_without_the_answers(house):
    screen = show(house, Seeing(**dict.fromkeys(REST, Sight.ON)))
    choose(house, screen, "开机要密码", Answer.NOT_YET)
    assert "还没有整个看过一遍。" in said(screen)
    click(house, screen, "这次看完了")
    house.idle()
    assert "上次看完：2026年5月12日。" in said(screen)
    house.qtbot.waitUntil(lambda: "记下了，一个月后再提醒您。" in said(screen))
    (line,) = [
        one
        for one in house.do(lambda vault: vault.audit.entries())
        if one.kind is AuditKind.SECURITY_CHECKED
    ]
    assert (line.case_id, line.subject) == (None, None)


@pytest.mark.clause("135")
def test_what_nobody_answered_is_not_gone_through_and_is_named(house):
    screen = show(house, Seeing(**dict.fromkeys(REST[1:], Sight.ON)))
    screen.resize(1280 - 56, 560)
    click(house, screen, "这次看完了")
    house.qtbot.waitUntil(lambda: "还有 2 项没有回答。" in said(screen))
    (banner,) = screen.findChildren(Banner)
    house.qtbot.waitUntil(lambda: banner.visibleRegion().boundingRect() == banner.rect())
    assert "请先回答：开机要密码、磁盘加密。" in said(screen)
    assert safety(house).checked_at is None
    assert not house.do(lambda vault: vault.audit.page(9, kinds=(AuditKind.SECURITY_CHECKED,)))
    click(house, screen, "去回答")
    assert question(screen, "开机要密码").chip(Answer.YES.value).hasFocus()
    choose(house, screen, "开机要密码", Answer.YES)
    choose(house, screen, "磁盘加密", Answer.UNKNOWN)
    click(house, screen, "这次看完了")
    house.qtbot.waitUntil(lambda: "记下了，一个月后再提醒您。" in said(screen))
    assert "没有回答" not in said(screen)


def test_where_the_report_is_saved_comes_into_sight(house):
    screen = show(house)
    screen.resize(1280 - 56, 600)
    house.qtbot.waitUntil(screen.report.panel.isEnabled)
    area = next(one for one in screen.findChildren(QScrollArea) if one.isAncestorOf(screen.report))
    save = button(screen, "存为 PDF")
    area.ensureWidgetVisible(save, 0, 0)  # as far as she scrolls to press it
    house.qtbot.waitUntil(lambda: save.visibleRegion().boundingRect() == save.rect())
    bar, (place,) = area.verticalScrollBar(), screen.findChildren(SavePanel)
    before = bar.maximum()
    click(house, screen, "存为 PDF")
    house.qtbot.waitUntil(lambda: bar.maximum() > before + 100)  # it has its place on the page
    house.qtbot.waitUntil(lambda: place.visibleRegion().boundingRect() == place.rect())


def test_nothing_here_counts_or_gives_marks(house):
    screen = show(house, Seeing(disk=Sight.ON))
    assert not {sign for sign in "%％分" if f"{sign}。" in said(screen)}
    assert "%" not in said(screen)


def test_the_day_reminds_every_month_and_leads_here(house):
    house.case()
    screen = TodayScreen(house.office)
    house.desk.changed.connect(screen.reload)
    screen.went = []
    screen.wanted.connect(screen.went.append)
    house.show(screen)
    assert "看看这台电脑的安全" not in said(screen)
    house.clock.time += timedelta(days=3)
    house.do(lambda vault: _gone_through(vault, house.clock))
    house.clock.time += MONTH
    screen.revisit(ToToday())
    house.idle()
    house.qtbot.waitUntil(lambda: "看看这台电脑的安全" in said(screen))
    assert "每个月看一遍" in said(screen)
    row = next(one for one in screen.due._due if one.kind is DueKind.COMPUTER)
    assert row.at is not None
    go = the_one(lambda: [one for one in buttons(screen, "去看") if one.isVisible()])
    house.qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    assert screen.went == [ToSecurity()]


def test_the_settings_say_when_and_lead_here(house):
    house.case()
    house.do(lambda vault: _gone_through(vault, house.clock))
    house.clock.time += MONTH
    screen = SettingsScreen(house.office)
    screen.went = []
    screen.wanted.connect(screen.went.append)
    house.show(screen)
    house.qtbot.waitUntil(lambda: "又过了一个月，可以再看一遍。" in said(screen))
    click(house, screen, "打开电脑安全的页面")
    assert screen.went == [ToSecurity()]


def test_a_full_disk_is_said_and_nothing_is_lost(house, monkeypatch):
    screen = show(house)

    def full(*_):
        raise DiskFull

    monkeypatch.setattr("app.services.computer_safety._keep", full)
    choose(house, screen, "防病毒", Answer.YES)
    house.qtbot.waitUntil(lambda: "磁盘" in said(screen))
    assert safety(house).findings == {}
    again = show(house)
    assert len(again.findChildren(Choices)) == 7


def test_esc_goes_back(house):
    screen = show(house)
    house.qtbot.keyClick(screen, Qt.Key.Key_Escape)
    screen.escape()
    assert "back" in screen.went
    (key,) = screen.keys()
    assert key.keys == "Esc"


def test_the_example_reminds_nobody(house):
    house.case()
    house.clock.time += MONTH

    def work(vault):
        before = computer_safety.due(vault, house.clock.now())
        with vault.transaction():
            vault.settings.mark_example("00", 1)
        return before, computer_safety.due(vault, house.clock.now())

    assert house.do(work) == (True, False)


def test_what_is_seen_and_cannot_be_kept_is_said_and_the_page_still_shows(house, monkeypatch):
    def full(*_):
        raise DiskFull

    monkeypatch.setattr("app.services.computer_safety._keep", full)
    screen = show(house, Seeing(disk=Sight.ON))
    house.qtbot.waitUntil(lambda: "磁盘" in said(screen))
    assert question(screen, "磁盘加密").isVisible()


def _tries(vault, case_id):
    """Write wrong passwords into the trail: five within the year at the door, and three more."""
    audit = vault.audit
    audit.record_or_hold(AuditKind.WRONG_TRIES, NOW - 12 * MONTH, subject=5)
    audit.record_or_hold(AuditKind.WRONG_TRIES, NOW - 13 * MONTH, subject=7)
    audit.record_or_hold(AuditKind.WRONG_TRIES, NOW, subject=2)
    audit.record_or_hold(AuditKind.CASE_REFUSED, NOW, case_id)
    audit.record_or_hold(AuditKind.WEEK_HOLDS, NOW, case_id)  # counted once, as printed


@pytest.mark.clause("135")
def test_the_report_says_how_everything_stands_and_names_nobody(house, tmp_path):
    house.do(_home)
    case = house.case("斑马-7")
    house.note(case, "很私密的一句话", signed=True)
    house.do(
        lambda vault: case_locks.set_password(
            vault, house.clock, case.id, "山里的 灯 亮着", recovery=False
        )
    )
    house.do(lambda vault: backups.backed_up(vault, NOW - timedelta(days=2)))
    house.do(lambda vault: vault.settings.remember_check(NOW - timedelta(days=3)))
    house.do(lambda vault: vault.audit.record_or_hold(AuditKind.WEEK_PRINTED, NOW))
    house.do(lambda vault: _tries(vault, case.id))
    house.tools = replace(house.tools, papers=bootstrap.papers(), shelf=FileShelf())
    screen = show(house, Seeing(disk=Sight.ON))
    choose(house, screen, "防火墙", Answer.NOT_YET)
    house.qtbot.waitUntil(screen.report.panel.isEnabled)
    click(house, screen, "存为 PDF")
    path = screen.report.panel.findChild(Field)
    house.qtbot.waitUntil(path.isVisible)
    assert path.text().endswith("信息安全自查报告.pdf")
    path.set_text(str(tmp_path / "自查.pdf"))
    click(house, screen, "存为文件")
    house.qtbot.waitUntil(lambda: "已存成" in said(screen))
    pages = bootstrap.papers().pdf_words((tmp_path / "自查.pdf").read_bytes())
    words = "".join("".join(pages).split())
    assert f"心匣{VERSION}" in words
    for said_of in (
        "磁盘加密已打开（2026年5月12日程序看到）",
        "防火墙还没有打开（2026年5月12日本人回答）",
        "加密的网络程序没有看到，也还没有回答",
        "自动锁定闲置满5分钟",
        "另加密码的个案1个",
        "上次备份2026年5月10日",
        "上次恢复演练还没有过",
        "上次检查保险库2026年5月9日",
        "一年内打印和导出1次",
        "一年内输错密码8次",
    ):
        assert said_of in words, words
    for canary in ("斑马", "禾木", "私密"):
        assert canary not in words


def test_the_version_is_that_of_the_project():
    with Path("pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["project"]["version"] == VERSION
