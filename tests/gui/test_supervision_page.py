"""The page 督导记录, as a person writes down what was said and what became of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.as_json import as_json
from app.domain.case_supervision import ActionDone, CaseSupervision, done_of, supervised_of
from app.domain.entry import EntryKind
from app.domain.practice_record import Colleague, Supervision, SupervisionForm, SupervisionMedium
from app.domain.summary_use import Audience, SummaryGiven
from app.services import case_supervisions, practice
from tests.gui.helpers import NASTY, NOW, click, said
from tests.gui.test_entry_pages import entered, opened, part, press, put, record, tick
from ui.page import ToCases, ToExport
from ui.supervision_page import SupervisionScreen

KEYS = Qt.KeyboardModifier.ControlModifier
MADE = CaseSupervision(
    SupervisionForm.PEER,
    SupervisionMedium.IN_PERSON,
    "2026-05-11",
    45,
    "高岚",
    feedback="先问她怕什么。",
    actions=("下次问结束", "再看一遍录音同意"),
)


def page_of(house, case):
    page = opened(house, SupervisionScreen, case)
    house.qtbot.waitUntil(lambda: page._ready)
    return page


def kept(house, case):
    return [supervised_of(one) for one in entered(house, case, EntryKind.SUPERVISION)]


def made(house, case):
    return house.do(lambda vault: case_supervisions.record(vault, house.tools, case.id, MADE))


@pytest.fixture
def case(house):
    return house.case()


@pytest.mark.clause("118")
@pytest.mark.clause("056")
def test_what_was_said_is_written_down_and_counted(house, case):
    def work(vault):
        practice.keep(vault, house.tools, Colleague(name="高岚"))
        given = SummaryGiven("S-0007", Audience.INDIVIDUAL, "个体督导", "高岚", "2026-05-10")
        with vault.transaction():
            vault.entries.add(case.id, EntryKind.SUMMARY, NOW, as_json(given))

    house.do(work)
    page = page_of(house, case)
    record(house, page)
    assert "请选形式：个体、团体和同辈分开计（规范一(三)）。" in said(page)
    assert kept(house, case) == []
    tick(house, page, "个体")
    tick(house, page, "视频")
    put(page, "分钟", "五十")
    click(house, page, "督导师：高岚")
    tick(house, page, "S-0007 · 2026年5月10日")
    put(page, "带去的问题", NASTY)
    put(page, "听到的", "先问她怕什么。")
    put(page, "接下来做什么", "下次问结束\n\n 再看一遍录音同意 ")
    record(house, page)
    assert "请写一个数，例如 6 或 1.5。" in said(page)
    put(page, "分钟", "50")
    record(house, page)
    house.qtbot.waitUntil(lambda: "督导已记下。" in said(page))
    (one,) = kept(house, case)
    assert one == CaseSupervision(
        SupervisionForm.INDIVIDUAL, SupervisionMedium.VIDEO, "2026-05-12", 50, "高岚", "S-0007",
        NASTY.strip(), "先问她怕什么。", ("下次问结束", "再看一遍录音同意"),
    )  # fmt: skip
    log = house.do(lambda vault: [entry.record for entry in vault.practice.all()])
    assert [line.minutes for line in log if isinstance(line, Supervision)] == [50]
    house.qtbot.waitUntil(lambda: page._ready)
    assert "还要做的" in said(page)
    assert "带去的摘要 S-0007" in said(page)
    click(house, page, "回到个案")
    assert page.went == [ToCases(case.id)]


@pytest.mark.clause("118")
def test_what_became_of_it_takes_it_off_the_list_and_the_other_words_stay(house, case):
    entry = made(house, case)
    page = page_of(house, case)
    click(house, page, "做完了：下次问结束")
    assert "请写一句后来怎样（规范一(三)）。" in said(page)
    put(page, "后来怎样：再看一遍录音同意", "还在想")
    put(page, "后来怎样：下次问结束", "问了，她松了口气")
    press(house, Qt.Key.Key_Return, mods=KEYS)
    house.qtbot.waitUntil(lambda: "已记下后来怎样。" in said(page))
    house.qtbot.waitUntil(lambda: page._ready)
    done = [done_of(one) for one in entered(house, case, EntryKind.SUPERVISION_DONE)]
    assert done == [ActionDone(int(entry.id), 0, "问了，她松了口气")]
    assert part(page, "后来怎样：再看一遍录音同意").text() == "还在想"
    assert not [one for one in page._closing if one.endswith(".0")]
    assert "· 下次问结束 → 问了，她松了口气" in said(page)


def test_without_counting_nothing_is_put_into_the_log(house, case):
    page = page_of(house, case)
    tick(house, page, "同辈")
    tick(house, page, "当面")
    put(page, "督导师或同辈", "小组")
    put(page, "听到的", "等一等")
    page.parts.counted.setFocus()
    press(house, Qt.Key.Key_Space)
    record(house, page)
    house.qtbot.waitUntil(lambda: "督导已记下。" in said(page))
    assert house.do(lambda vault: list(vault.practice.all())) == []
    click(house, page, "去标识化")
    assert page.went == [ToExport(case.id)]
