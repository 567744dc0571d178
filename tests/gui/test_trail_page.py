"""The trail on the screen: what was done, of which case, page by page, whole or not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.errors import DiskFailed
from app.domain.ids import CaseId
from app.domain.trail import Act, ChainMark
from app.services import case_locks, consents, notes, reviews, trail
from tests.gui.helpers import FULL, NOW, PASSWORD, button, click, said, the_one, write
from ui import privacy, trail_words
from ui.cases import CasesScreen
from ui.page import ToHealth, ToTrail
from ui.settings import SettingsScreen
from ui.trail_page import TrailScreen
from ui.widgets.chip import Choices
from ui.widgets.table import Table

pytestmark = pytest.mark.clause("113")
LOCK = "另一句只有她知道的话"


@pytest.fixture(autouse=True)
def names_shown():
    yield
    privacy.switch(to=False)


def show(house, case_id=None):
    screen = TrailScreen(house.office, case_id)
    screen.went = []
    screen.wanted.connect(screen.went.append)
    house.show(screen)
    house.qtbot.waitUntil(lambda: screen.chain.text() != "正在核对")
    house.idle()
    return screen


def rows(screen):
    """Return the words of every row, from the top."""
    model = screen.findChild(Table).model()
    columns = range(model.columnCount())
    return [
        tuple(model.index(line, at).data() or "" for at in columns)
        for line in range(model.rowCount())
    ]


def acts(screen):
    return [one[1] for one in rows(screen)]


def choose(house, screen, act):
    choices = the_one(
        lambda: [one for one in screen.findChildren(Choices) if one.accessibleName() == "看哪一类"]
    )
    house.qtbot.mouseClick(choices.chip(act), Qt.MouseButton.LeftButton)
    house.idle()


def kinds_of(house, case_id):
    lines = house.do(lambda vault: vault.audit.page(1000, None, case_id))
    return [one.kind for one in lines][::-1]


def test_every_kind_has_words_and_no_two_the_same():
    entry = None

    class Line:
        subject = 1

    words = []
    for kind in AuditKind:
        entry = Line()
        entry.kind = kind
        words.append(trail_words.what(entry, trail_words.acts()))
    assert all(words)
    assert len(set(words)) == len(words)


def test_it_says_when_what_and_which_newest_first_and_that_somebody_looked(house):
    case = house.case()
    note = house.note(case, "谈到睡眠，面包店。", signed=True)
    screen = show(house)
    top, *rest = rows(screen)
    assert top[1] == "看了留痕"
    assert rest[0][1:] == ("签署了记录", "禾木", f"记录 №{note.id}")
    assert rest[0][0].startswith("2026年5月12日 ")
    assert acts(screen)[-2:] == ["建了个案", "建了保险库"]
    assert "睡眠" not in str(rows(screen))
    assert screen.chain.text() == "完整"


def test_of_one_case_only_its_own_lines_are_shown_and_the_look_is_of_that_case(house):
    first, second = house.case(), house.case("B-2", Profile(name="周予安"))
    house.note(second)
    screen = show(house, first.id)
    assert {one[2] for one in rows(screen)} == {"禾木"}
    assert acts(screen) == ["看了留痕", "建了个案"]
    assert screen.here() == ToTrail(first.id)


def test_privacy_mode_shows_codes_at_once(house):
    house.case()
    screen = show(house)
    assert "禾木" in str(rows(screen))
    privacy.switch(to=True)
    screen.show_privacy()
    assert "禾木" not in str(rows(screen))
    assert "H-017" in str(rows(screen))


def test_a_locked_case_stands_under_its_number(house):
    case = house.case()

    def lock(vault):
        case_locks.set_password(vault, house.clock, case.id, LOCK, recovery=False)
        case_locks.shut(vault, house.clock, case.id)

    house.do(lock)
    screen = show(house)
    assert "禾木" not in str(rows(screen)) + said(screen)
    assert "H-017" not in str(rows(screen))
    assert f"№ {case.id} · 已加锁" in str(rows(screen))


def test_one_kind_of_act_can_be_seen_alone(house):
    house.note(house.case(mode=ServiceMode.HOTLINE_GENERAL), signed=True)
    screen = show(house)
    choose(house, screen, Act.WRITTEN.value)
    assert set(acts(screen)) == {"建了个案", "新建了记录", "写了记录", "签署了记录"}
    choose(house, screen, Act.GIVEN_OUT.value)
    assert rows(screen) == []
    assert "没有这样的留痕。" in said(screen)
    choose(house, screen, "all")
    assert "看了留痕" in acts(screen)


def test_a_case_is_found_by_name_code_number_and_all_again_when_emptied(house):
    first, second = house.case(), house.case("B-2", Profile(name="周予安"))
    screen = show(house)

    def look_for(typed):
        screen.case.field.set_text("")
        write(screen.case.field.line, typed)
        house.qtbot.keyClick(screen.case.field.line, Qt.Key.Key_Return)
        house.idle()

    look_for("予安")
    assert screen.here() == ToTrail(second.id)
    look_for(f"№ {first.id}")
    assert screen.here() == ToTrail(first.id)
    look_for("没有这个人")
    assert "没有这个个案。" in said(screen)
    look_for("9" * 40)
    assert "没有这个个案。" in said(screen)
    screen.case.field.set_text("")
    house.qtbot.keyClick(screen.case.field.line, Qt.Key.Key_Return)
    house.idle()
    assert screen.here() == ToTrail(None)
    assert {"禾木", "周予安"} <= {one[2] for one in rows(screen)}


def test_two_of_one_name_are_told_apart(house):
    house.case()
    second = house.case("B-2")
    screen = show(house)
    assert second.id != 1
    assert len(screen.case._ids) == 2


def test_a_long_trail_is_read_a_page_at_a_time(house):
    def many(vault):
        with vault.transaction():
            for _ in range(450):
                vault.audit.record(AuditKind.LOCKED, NOW)

    house.do(many)
    screen = show(house)
    assert len(rows(screen)) == trail.PAGE
    assert not button(screen, "较新的").isEnabled()
    first = rows(screen)
    click(house, screen, "较早的")
    house.idle()
    assert len(rows(screen)) == trail.PAGE
    click(house, screen, "较早的")
    house.idle()
    assert acts(screen)[-1] == "建了保险库"
    assert not button(screen, "较早的").isEnabled()
    click(house, screen, "较新的")
    house.idle()
    click(house, screen, "较新的")
    house.idle()
    assert rows(screen) == first


def test_a_chain_with_a_line_missing_is_said_and_leads_to_the_check(house):
    house.note(house.case())

    def take_away(vault):
        vault._connection.execute("DROP TRIGGER audit_stays")
        with vault.transaction():
            vault._connection.execute("DELETE FROM audit WHERE id = 2")

    house.do(take_away)
    screen = show(house)
    assert screen.chain.text() == "对不上"
    house.qtbot.waitUntil(lambda: "第 1 行之后" in said(screen))
    click(house, screen, "健康检查")
    assert screen.went == [ToHealth()]


def test_on_a_low_page_the_table_does_not_lie_over_the_line_below(house):
    def take_away(vault):
        vault._connection.execute("DROP TRIGGER audit_stays")
        with vault.transaction():
            vault._connection.execute("DELETE FROM audit WHERE id = 2")

    house.note(house.case())
    house.do(take_away)
    screen = show(house)
    screen.resize(1080, 480)
    house.idle()
    house.qtbot.waitUntil(lambda: screen.table.height() >= 240)
    assert screen.table.geometry().bottom() < screen.newer.geometry().top()


def test_a_chain_is_followed_in_steps_and_sees_a_line_missing_at_the_end(house):
    def work(vault):
        whole = [ChainMark()]
        while not whole[-1].ended:
            whole.append(vault.audit.follow(whole[-1], 1))
        vault._connection.execute("DROP TRIGGER audit_stays")
        with vault.transaction():
            vault.audit.record(AuditKind.LOCKED, NOW)
            vault._connection.execute("DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)")
        return whole, vault.audit.follow(ChainMark(), 100)

    whole, cut = house.do(work)
    assert len(whole) > 2
    assert whole[-1].whole
    assert (cut.whole, cut.ended) == (False, True)


def test_a_case_that_is_gone_keeps_its_number(house):
    def work(vault):
        with vault.transaction():
            vault.audit.record(AuditKind.CASE_DESTROYED, NOW, CaseId(77))

    house.do(work)
    screen = show(house, CaseId(77))
    assert rows(screen)[-1][1:3] == ("销毁了个案", "№ 77 · 已不在")
    assert screen.case.field.text() == "77"


def test_what_cannot_be_read_is_said(house, monkeypatch):
    def failing(*_):
        raise DiskFailed

    monkeypatch.setattr("app.services.trail.page", failing)
    screen = TrailScreen(house.office)
    house.show(screen)
    house.qtbot.waitUntil(lambda: "磁盘" in said(screen))


# Every act leaves a line.


def test_writing_in_a_draft_leaves_one_line_for_each_time_it_was_opened(house):
    case = house.case()
    note = house.note(case)

    def work(vault):
        for text in ("一", "二", "三"):
            part = replace(note.body.parts[0], text=text)
            notes.save_draft(vault, house.clock, note.id, replace(note.body, parts=(part,)))
        notes.page(vault, house.clock, note.id)
        notes.save_draft(vault, house.clock, note.id, note.body)

    house.do(work)
    assert kinds_of(house, case.id) == [
        AuditKind.CASE_OPENED,
        AuditKind.NOTE_STARTED,
        AuditKind.NOTE_CHANGED,
        AuditKind.NOTE_READ,
        AuditKind.NOTE_CHANGED,
    ]


def test_reading_and_filling_in_a_consent_leave_a_line_each(house):
    case = house.case()
    template = house.tools.consent_templates["online.zh"]

    def work(vault):
        made = consents.start(vault, house.tools, case.id, template)
        consents.page(vault, house.tools, made.id)
        consents.page(vault, house.tools, made.id, again=True)
        for word in ("每周一次", "每两周一次"):
            facts = {**made.draft.facts, "fee": word}
            consents.change(vault, house.tools, made.id, replace(made.draft, facts=facts))

    house.do(work)
    assert kinds_of(house, case.id)[1:] == [
        AuditKind.CONSENT_STARTED,
        AuditKind.CONSENT_READ,
        AuditKind.CONSENT_CHANGED,
    ]


def test_the_numbers_say_what_they_count():
    class Line:
        def __init__(self, kind, subject):
            self.kind, self.subject = kind, subject

    said_of = {
        (AuditKind.CONSENT_PRINTED, 4): "同意书 №4",
        (AuditKind.DOCUMENT_READ, 3): "文件 №3",
        (AuditKind.BACKED_UP, 9): "第 9 份备份",
        (AuditKind.SUCCESSION_MADE, 2): "2 位来访者",
        (AuditKind.READABLE_EXPORTED, 3): "3 个个案",
        (AuditKind.WRITTEN_LATER, 5): "5 行",
        (AuditKind.WRONG_TRIES, 4): "4 次",
        (AuditKind.CHECKED, 0): "",
        (AuditKind.CHECKED, 1): "1 处不对",
        (AuditKind.SALVAGED, 0): "",
        (AuditKind.SALVAGED, 6): "缺 6 份",
        (AuditKind.APPOINTMENT_BOOKED, 8): "",
        (AuditKind.LOCKED, None): "",
    }
    assert {key: trail_words.which(Line(*key)) for key in said_of} == said_of


def test_a_summary_reads_notes_and_says_so(house):
    case = house.case()
    house.do(lambda vault: reviews._prepared(vault, house.tools, case.id))
    assert kinds_of(house, case.id)[-1] is AuditKind.SUMMARY_PREPARED


# The ways here.


def test_the_case_leads_here_and_so_do_the_settings(house):
    case = house.case("H-017", FULL)
    screen = CasesScreen(house.office, case.id)
    screen.went = []
    screen.wanted.connect(screen.went.append)
    house.show(screen)
    screen.sheet.head.trail.emit()
    assert screen.went == [ToTrail(case.id)]
    click(house, screen, "更多")
    (menu,) = screen.sheet.head.findChildren(QMenu)
    assert [one.text() for one in menu.actions()][-1] == "留痕"
    menu.close()
    settings = SettingsScreen(house.office)
    settings.went = []
    settings.wanted.connect(settings.went.append)
    house.show(settings)
    click(house, settings, "打开留痕")
    assert settings.went == [ToTrail()]


def test_esc_goes_back(house):
    screen = show(house)
    gone = []
    screen.back.connect(lambda: gone.append(True))
    screen.escape()
    assert gone
    (key,) = screen.keys()
    assert key.keys == "Esc"
    assert PASSWORD not in said(screen)
