"""The page of the reasons: three answers, kept while they are written, final once entered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.entry import EntryKind
from app.services.changes import Changes, Noun
from tests.gui.helpers import NASTY, click, said, write
from tests.journeys.person import CTRL
from ui.note_missing import MissingPanel
from ui.notes import NoteScreen
from ui.page import ToReasons
from ui.reasons_page import ReasonsScreen
from ui.today import TodayScreen
from ui.widgets.plain import PlainEdit

ANSWERS = {
    "为什么不能等": f"站在天台上{NASTY}",
    "做了什么": "联系了妹妹",
    "和谁商量过": "无，夜里找不到人",
}


def answer(find, screen, answers):
    """Write answers, each into its own field."""
    for name, text in answers.items():
        write(find(screen, PlainEdit, name), text)


def kept(house, case, kind=EntryKind.URGENT_REASONS):
    """Return what stands in the file."""
    return house.do(lambda vault: vault.entries.of_case(case.id, kind))


@pytest.mark.clause("097")
def test_an_emergency_is_signed_at_once_and_its_reasons_are_written_from_today(house, find):
    case = house.case("K-003", Profile(), ServiceMode.CRISIS)
    note = house.note(case, "来电说站在天台上。", signed=True)
    today = house.show(TodayScreen(house.office))
    house.qtbot.waitUntil(lambda: "K-003 第 1 次：危机处置的理由没写" in said(today))
    assert "请在" in said(today) or "已过 24 小时" in said(today)
    with house.qtbot.waitSignal(today.wanted) as went:
        click(house, today, "去写")
    session = house.do(lambda vault: vault.notes.get(note.id)).session_id
    assert went.args == [ToReasons(case.id, EntryKind.URGENT_REASONS, session)]
    screen = house.show(ReasonsScreen(house.office, (case.id, EntryKind.URGENT_REASONS, session)))
    assert find(screen, PlainEdit, "为什么不能等").hasFocus()
    answer(find, screen, {"为什么不能等": ANSWERS["为什么不能等"]})
    house.qtbot.keyClick(screen, Qt.Key.Key_Return, CTRL)
    house.idle()
    assert kept(house, case) == []
    assert "请写下做了什么（问 9·2(1)）。" in said(screen)
    screen.leave()
    house.idle()
    screen = house.show(ReasonsScreen(house.office, (case.id, EntryKind.URGENT_REASONS, session)))
    assert find(screen, PlainEdit, "为什么不能等").text() == ANSWERS["为什么不能等"]
    answer(find, screen, {name: ANSWERS[name] for name in ("做了什么", "和谁商量过")})
    click(house, screen, "记下")
    house.qtbot.waitUntil(lambda: "已记下，不再改动。" in said(screen))
    house.idle()
    (entry,) = kept(house, case)
    assert tuple(entry.value.values()) == tuple(ANSWERS.values())
    assert entry.session_id == session
    assert find(screen, PlainEdit, "为什么不能等").text() == ""
    assert ANSWERS["为什么不能等"] in said(screen)
    with house.qtbot.waitSignal(screen.back):
        click(house, screen, "回到刚才")
    today.reload(Changes.of(Noun.NOTES))
    house.idle()
    assert "危机处置的理由没写" not in said(today)


@pytest.mark.clause("066")
def test_who_stays_anonymous_is_talked_with_instead_of_named(house, find):
    case = house.case(profile=Profile())
    note = house.show(NoteScreen(house.office, house.note(case).id))
    click(house, note, "签署")
    house.qtbot.waitUntil(lambda: note.findChild(MissingPanel).isVisible())
    with house.qtbot.waitSignal(note.wanted) as went:
        click(house, note, "匿名：记下谈过什么")
    assert went.args == [ToReasons(case.id, EntryKind.IDENTITY_TALK)]
    screen = house.show(ReasonsScreen(house.office, (case.id, EntryKind.IDENTITY_TALK, None)))
    names = ("为什么匿名", "谈过什么", "有危险时怎样找到对方")
    answer(find, screen, {name: f"{name}：说过" for name in names})
    click(house, screen, "记下")
    house.qtbot.waitUntil(lambda: len(kept(house, case, EntryKind.IDENTITY_TALK)) == 1)
    house.idle()
    click(house, note, "签署")
    house.idle()
    assert "来访者的姓名和联系方式还不全。" not in said(note)
    note.leave()
    house.idle()
