"""The list of cases, the page of one, and what is known beside it, on a real vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QScrollArea, QWidget

from app.domain.appointment import Booking
from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.consent import ConsentState
from app.domain.errors import DiskFull
from app.domain.local_time import half_hour
from app.domain.session import SessionTime
from app.services import appointments, consents, notes
from app.services.changes import Changes, Noun
from tests import admitted
from tests.gui.helpers import FULL, NASTY, NOW, PASSWORD, SHANGHAI, button, click, said, the_one
from ui.case_pane import Masked
from ui.case_timeline import CaseTimeline
from ui.cases import CasesScreen
from ui.excerpt import excerpt
from ui.page import ToCaseForm, ToCases, ToConsent, ToExport, ToNewCase, ToNote
from ui.theme import style
from ui.widgets.banner import Banner
from ui.widgets.chip import ChoiceChip, StateChip
from ui.widgets.rows import RowList
from ui.widgets.timeline import TimelineItem


def show(house, case=None, width=1440):
    return house.show(CasesScreen(house.office, case.id if case else None), width)


def rows(screen):
    model = screen.findChild(RowList).model()
    return [
        model.data(model.index(n), Qt.ItemDataRole.AccessibleTextRole)
        for n in range(model.rowCount())
    ]


def items(screen):
    return [one.accessibleName() for one in screen.findChildren(TimelineItem) if one.isVisible()]


def test_a_vault_without_cases_says_what_a_case_is_and_offers_the_first(house):
    screen = show(house)
    assert "一个个案，是您和一位来访者" in said(screen)
    first = button(screen, "新建第一个个案")
    house.qtbot.waitUntil(first.hasFocus)
    with house.qtbot.waitSignal(screen.wanted) as went:
        house.qtbot.keyClick(first, Qt.Key.Key_Return)
    assert went.args == [ToNewCase()]


def test_the_list_shows_who_how_when_and_what_waits(house):
    empty = house.case("N-021", Profile(), ServiceMode.FACE_TO_FACE)
    full = house.case()
    house.note(full, starts_at=NOW - timedelta(days=7))
    screen = show(house)
    assert rows(screen) == [
        "禾木, H-017, 待签署, 上次 5月5日 周二, 网络, 1 篇记录",
        "N-021, 还没有咨询, 面询",
    ]
    assert empty.id != full.id
    assert "从左边选一个个案" in said(screen)


def test_the_list_says_when_one_comes_next_before_when_one_came(house):
    def book(case, at):
        wanted = Booking(case.id, at, case.mode, 50, "Asia/Shanghai")
        house.do(lambda vault: appointments.book(vault, house.clock, wanted))

    new, known, today = house.case("A-1", Profile()), house.case("B-2"), house.case("C-3")
    house.note(known, starts_at=NOW - timedelta(days=7))
    book(new, NOW + timedelta(days=7))
    book(known, NOW + timedelta(days=2))
    book(today, NOW + timedelta(hours=1))
    shown = {row.split(", ")[0 if "A-1" in row else 1]: row for row in rows(show(house))}
    assert "下次 5月19日 周二 14:57" in shown["A-1"], "before the first note"
    assert "下次 5月14日 周四" in shown["B-2"]
    assert "今天 " in shown["C-3"]


def test_the_list_is_narrowed_by_code_and_name_as_typed(house, find):
    house.case("N-021", Profile(name="南星"))
    house.case("禾木", Profile())
    screen = show(house)
    line = find(screen, QLineEdit, "在个案中查找")
    house.qtbot.keyClicks(line, "n-0")
    assert [row.split(",")[0] for row in rows(screen)] == ["南星"]
    line.setText("禾")
    assert [row.split(",")[0] for row in rows(screen)] == ["禾木"]
    line.setText("没有的")
    assert rows(screen) == []
    assert "没有这样的个案" in said(screen)
    house.qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert len(rows(screen)) == 2


def test_arrows_and_enter_open_a_case(house, find):
    house.case("N-021", Profile(name="南星"))
    house.case("H-017", Profile(name="禾木"))
    screen = show(house)
    line = find(screen, QLineEdit, "在个案中查找")
    line.setFocus()
    house.qtbot.keyClick(line, Qt.Key.Key_Down)
    listed = screen.findChild(RowList)
    assert listed.hasFocus()
    house.qtbot.keyClick(listed, Qt.Key.Key_Down)
    house.qtbot.waitUntil(lambda: "建立个案" in said(screen))
    house.idle()
    assert screen.here() == ToCases(screen.here().case_id)
    assert find(screen.sheet.head, QWidget, "南星").isVisible()
    house.qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert button(screen, "写记录").hasFocus()


@pytest.fixture
def larger(qapp):
    style.apply(qapp, "light", scale=1.15)
    yield
    style.apply(qapp, "light", scale=1)


@pytest.fixture
def double(qapp):
    style.apply(qapp, "light", scale=2)
    yield
    style.apply(qapp, "light", scale=1)


def test_in_large_letters_head_and_timeline_scroll_as_one(double, house):
    case = house.case()
    for week in range(6):
        house.note(case, starts_at=NOW - timedelta(weeks=week))
    screen = show(house, case, 1180)
    screen.resize(1180, 760)
    screen.sheet.say(DiskFull())
    house.idle()
    bars = [one.verticalScrollBar() for one in screen.sheet.findChildren(QScrollArea)]
    assert [bar.maximum() > 0 for bar in bars] == [True]
    assert screen.minimumSizeHint().height() <= 760, "the page itself does not scroll as well"
    button(screen, "写记录").setFocus()
    screen.reload(Changes.of(Noun.NOTES))
    house.idle()
    assert button(screen, "写记录").hasFocus()
    bars[0].setValue(bars[0].maximum())
    assert button(screen, "写记录").visibleRegion().isEmpty()


def test_where_the_head_would_leave_little_room_it_scrolls_with_the_timeline(house):
    case = house.case()
    for week in range(6):
        house.note(case, starts_at=NOW - timedelta(weeks=week))
    screen = show(house, case, 1180)
    screen.resize(1180, 760)
    house.idle()
    sheet = screen.sheet
    assert not sheet.timeline.isAncestorOf(sheet.head)
    button(screen, "写记录").setFocus()
    happened = items(screen)
    assert happened
    screen.resize(1180, int(sheet.head.height() * 1.3))
    house.qtbot.waitUntil(lambda: sheet.timeline.isAncestorOf(sheet.head))
    assert button(screen, "写记录").hasFocus()
    house.qtbot.waitUntil(lambda: items(screen) == happened)
    bar = the_one(lambda: [one.verticalScrollBar() for one in sheet.findChildren(QScrollArea)])
    house.qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert button(screen, "写记录").visibleRegion().isEmpty()


def test_no_name_is_cut_for_the_sake_of_chips(larger, house):
    case = house.case("H-017", replace(FULL, name="Lin Xiaohe Anna"))
    screen = show(house, case)
    screen.resize(1180, 760)
    house.idle()
    head = screen.sheet.head
    for part in (head._name, head._code, head._where._words, head._count._words):
        assert part.isHidden() or part.width() >= part.sizeHint().width()


def test_the_page_shows_notes_amendments_consents_and_the_opening_by_month(house):
    house.clock.time = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
    case = house.case(mode=ServiceMode.HOTLINE_GENERAL)
    template = next(iter(house.tools.consent_templates.values()))
    consent = house.do(lambda vault: consents.start(vault, house.tools, case.id, template))
    house.clock.time = datetime(2026, 4, 7, 6, 0, tzinfo=UTC)
    house.note(
        case, "第一次来谈搬家。", signed=True, amendment="补充一句。", starts_at=house.clock.time
    )
    house.clock.time = NOW
    draft = house.note(case, f"{NASTY}\n第二行")
    screen = show(house, case)
    words = said(screen)
    for part in ("2026年5月", "2026年4月", "2026年3月", "已签署", "草稿", "准备中", template.title):
        assert part in words
    assert f"{NASTY} · 第二行" in words
    assert "补记 4月7日 周二  补充一句。" in words
    assert [one.split(" · ")[0].split(",")[0] for one in items(screen)] == [
        "第 2 次咨询",
        "第 1 次咨询",
        template.title,
        "建立个案",
    ]
    first, _, third, _ = [one for one in screen.findChildren(TimelineItem) if one.isVisible()]
    with house.qtbot.waitSignal(screen.wanted) as went:
        house.qtbot.keyClick(first, Qt.Key.Key_Return)
    assert went.args == [ToNote(draft.id)]
    with house.qtbot.waitSignal(screen.wanted) as went:
        house.qtbot.mouseClick(third, Qt.MouseButton.LeftButton)
    assert went.args == [ToConsent(consent.id)]


def test_an_amendment_that_was_left_unfinished_is_shown_under_its_note(house):
    case = house.case()
    note = house.note(case, "雨一直下。", signed=True, amendment="补充一句。")
    screen = show(house, case)
    assert "补记没写完" not in said(screen)
    keep = notes.save_amendment_draft
    house.do(lambda vault: keep(vault, house.clock, note.id, f"更正：是周三\n{NASTY}"))
    screen.reload(Changes.of(Noun.NOTES))
    house.qtbot.waitUntil(lambda: f"补记没写完  更正：是周三 · {NASTY}" in said(screen))
    words = said(screen)
    assert words.index("补充一句。") < words.index("补记没写完")
    signed = next(one for one in screen.findChildren(TimelineItem) if one.isVisible())
    assert f"补记没写完  更正：是周三 · {NASTY}" in signed.accessibleDescription()
    screen.grab()
    house.do(lambda vault: keep(vault, house.clock, note.id, " \n"))
    screen.reload(Changes.of(Noun.NOTES))
    house.qtbot.waitUntil(lambda: "补记没写完" not in said(screen))


def test_the_filters_leave_only_notes_or_consents(house, find):
    case = house.case()
    house.note(case)
    screen = show(house, case)
    assert len(items(screen)) == 2
    house.qtbot.mouseClick(find(screen, ChoiceChip, "记录"), Qt.MouseButton.LeftButton)
    house.qtbot.waitUntil(lambda: len(items(screen)) == 1)
    house.qtbot.mouseClick(find(screen, ChoiceChip, "同意"), Qt.MouseButton.LeftButton)
    house.qtbot.waitUntil(lambda: not items(screen))


def test_the_head_says_where_both_are_and_how_consent_stands(house, find):
    case = house.case()
    screen = show(house, case)
    where = "来访者在伦敦，您在上海，比您晚 7 小时"
    assert find(screen.sheet.head, QWidget, where).isVisible()
    assert find(screen.sheet.head, StateChip, "还没有同意书").isVisible()
    assert find(screen.sheet.head, StateChip, "网络").isVisible()
    template = next(iter(house.tools.consent_templates.values()))
    house.do(lambda vault: consents.start(vault, house.tools, case.id, template))
    screen.reload(Changes.of(Noun.CONSENTS))
    house.idle()
    assert find(screen.sheet.head, StateChip, "同意书进行中").isVisible()


@pytest.mark.clause("129")
@pytest.mark.clause("144")
def test_numbers_are_masked_until_held_and_only_filled_rows_stand_there(house, find):
    screen = show(house, house.case())
    words = said(screen.pane)
    assert "13800005678" not in words
    assert "11010519491231002X" not in words
    assert "微信" not in words
    assert "可告知咨询事实" in words
    assert "周予安、安安" in words
    phone = find(screen, Masked, "资料 电话：已登记，按住显示")
    house.qtbot.mousePress(phone, Qt.MouseButton.LeftButton)
    assert phone.text() == "13800005678"
    house.qtbot.mouseRelease(phone, Qt.MouseButton.LeftButton)
    assert phone.text() == "已登记，按住显示"
    phone.setFocus()
    house.qtbot.keyClick(phone, Qt.Key.Key_Space)
    assert phone.accessibleName() == "资料 电话：13800005678"
    house.qtbot.keyClick(phone, Qt.Key.Key_Return)
    assert phone.text() == "已登记，按住显示"
    house.qtbot.keyClick(phone, Qt.Key.Key_Space)
    screen.findChild(RowList).setFocus()
    assert phone.text() == "已登记，按住显示"


def test_a_note_begins_at_the_last_half_hour_in_the_structured_form(house, find):
    case = house.case()
    screen = show(house, case)
    with house.qtbot.waitSignal(screen.wanted) as went:
        click(house, screen, "写记录")
    note = house.do(lambda vault: vault.notes.get(went.args[0].note_id))
    session = house.do(lambda vault: vault.sessions.get(note.session_id))
    assert note.body.template == "structured"
    assert session.starts_at == datetime(2026, 5, 12, 6, 30, tzinfo=UTC)
    assert session.minutes == 50


def take(house, screen, title):
    """Take a line of the menu that is open."""
    menu = the_one(lambda: [one for one in screen.findChildren(QMenu) if one.isVisible()])
    (line,) = [one for one in menu.actions() if one.text() == title]
    line.trigger()
    menu.close()


def test_the_menu_offers_free_writing_and_the_consent_texts(house, find):
    case = house.case()
    screen = show(house, case)
    click(house, screen, "选择记录的格式")
    with house.qtbot.waitSignal(screen.wanted) as went:
        take(house, screen, "自由书写")
    assert house.do(lambda v: v.notes.get(went.args[0].note_id)).body.template == "free"
    screen = show(house, case)
    template = house.tools.consent_templates["online.zh"]
    click(house, screen, "知情同意")
    with house.qtbot.waitSignal(screen.wanted) as went:
        take(house, screen, template.title)
    consent = house.do(lambda v: v.consents.get(went.args[0].consent_id))
    assert consent.state is ConsentState.DRAFT


def lines(screen):
    """Return what the open menu says, line by line."""
    menu = the_one(lambda: [one for one in screen.findChildren(QMenu) if one.isVisible()])
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def test_a_consent_under_way_is_gone_on_with_and_another_begun_only_on_purpose(house, find):
    case = house.case()

    def begin(vault):
        made = consents.start_with(vault, house.tools, case.id, "online.zh")
        facts = {**made.draft.facts, "fee": "每次 620 元"}
        return consents.change(vault, house.tools, made.id, replace(made.draft, facts=facts))

    first = house.do(begin)
    screen = show(house, case)
    click(house, screen, "知情同意")
    said_first = lines(screen)[0]
    assert said_first == f"继续 {case.id:04d}-{first.id:04d}（等提供给来访者）"
    title = house.tools.consent_templates["online.zh"].title
    assert title not in lines(screen), "one line alone begins a second one by mistake"
    with house.qtbot.waitSignal(screen.wanted) as went:
        take(house, screen, said_first)
    assert went.args == [ToConsent(first.id)]
    assert not [one for one in items(screen) if "0001-" in one], "one alone needs no number"
    click(house, screen, "知情同意")
    with house.qtbot.waitSignal(screen.wanted) as went:
        take(house, screen, f"另做一份：{title}")
    second = house.do(lambda vault: vault.consents.get(went.args[0].consent_id))
    assert second.id != first.id
    assert second.draft.facts["fee"] == "每次 620 元"
    screen = show(house, case)
    for one in (first, second):
        number = f"{case.id:04d}-{one.id:04d}"
        assert [said for said in items(screen) if number in said], number


def test_a_time_that_has_a_note_leads_to_it_and_another_is_begun_on_purpose(house, find):
    case = house.case()
    first = house.note(case, starts_at=NOW - timedelta(minutes=20), signed=True)
    screen = show(house, case)
    went = QSignalSpy(screen.wanted)
    click(house, screen, "写记录")
    house.qtbot.waitUntil(lambda: "这个时间已经有一篇记录。" in said(screen))
    house.idle()
    assert went.count() == 0
    screen.reload(Changes.of(Noun.NOTES))
    house.idle()
    click(house, screen, "打开那一篇")
    assert went.at(0) == [ToNote(first.id)]
    click(house, screen, "写记录")
    click(house, screen, "再写一篇")
    house.qtbot.waitUntil(lambda: went.count() == 2)
    assert len(house.do(lambda vault: vault.notes.of_case(case.id))) == 2


def test_the_quiet_buttons_lead_to_summary_form_and_new_case(house, find):
    case = house.case()
    screen = show(house, case)
    went = QSignalSpy(screen.wanted)
    for name in ("督导摘要", "编辑资料"):
        click(house, screen, name)
    click(house, screen, "新个案")
    seen = [went.at(n)[0] for n in range(went.count())]
    assert seen == [ToExport(case.id), ToCaseForm(case.id), ToNewCase()]


def test_a_refusal_is_said_in_place_and_the_button_comes_back(house, find, monkeypatch):
    screen = show(house, house.case())

    def full(*_):
        raise DiskFull

    monkeypatch.setattr(notes, "start", full)
    click(house, screen, "写记录")
    house.idle()
    assert "磁盘满了" in screen.findChild(Banner).accessibleName()
    assert button(screen, "写记录").isEnabled()


def test_two_hundred_notes_are_built_as_far_as_one_looks(house, find):
    case = house.case()

    def many(vault):
        template = house.tools.note_templates["free"]
        for week in range(200):
            when = SessionTime(NOW - timedelta(days=7 * week))
            notes.start(vault, house.clock, case.id, when, template)

    house.do(many)
    screen = show(house, case)
    timeline = screen.findChild(CaseTimeline)
    house.qtbot.waitUntil(lambda: timeline.built() == 30)
    more = button(screen, "显示更早")
    house.qtbot.keyClick(more, Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: timeline.built() == 60)
    bar = timeline.findChild(QScrollArea).verticalScrollBar()
    house.qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    house.qtbot.waitUntil(lambda: timeline.built() == 90)
    here = bar.value()
    house.note(case, "又一篇。")
    screen.reload(Changes.of(Noun.NOTES))
    house.idle()
    house.qtbot.waitUntil(lambda: bar.value() == here)
    assert timeline.built() == 90


def test_a_reload_keeps_choice_and_focus(house):
    case = house.case()
    note = house.note(case)
    screen = show(house, case)
    item = next(one for one in screen.findChildren(TimelineItem) if one.isVisible())
    item.setFocus()
    house.do(lambda v: admitted.sign(v, house.clock, note.id, "沈知远", PASSWORD))
    screen.reload(Changes.of(Noun.NOTES))
    house.qtbot.waitUntil(lambda: "已签署" in said(screen))
    assert isinstance(QApplication.focusWidget(), TimelineItem)
    assert screen.findChild(RowList).current() == str(case.id)
    assert screen.here() == ToCases(case.id)


def test_a_narrow_window_folds_the_pane_away(house):
    screen = show(house, house.case(), width=900)
    assert not screen.pane.isVisible()
    screen.resize(1224, 800)
    assert screen.pane.isVisible()
    assert screen.pane.width() == 296
    assert screen.list.width() == 292


def test_the_half_hour_is_the_last_one():
    assert half_hour(NOW, SHANGHAI) == datetime(2026, 5, 12, 6, 30, tzinfo=UTC)
    on_time = NOW.replace(minute=30, second=4)
    assert half_hour(on_time, SHANGHAI) == NOW.replace(minute=30, second=0)
    # 12:42 in Kathmandu, three quarters of an hour apart from a whole one.
    kathmandu = Place("加德满都", "Asia/Kathmandu")
    assert half_hour(NOW, kathmandu) == datetime(2026, 5, 12, 6, 45, tzinfo=UTC)


def test_an_excerpt_is_short_and_on_one_line():
    assert excerpt(["", " 一\n\n二 "]) == "一 · 二"
    assert excerpt(["长" * 200]) == "长" * 76 + "…"
    assert excerpt(["长" * 76]) == "长" * 76
    assert excerpt(["She slept better. " * 20]) == ("She slept better. " * 8).rstrip() + " She…"
    assert excerpt(["x" * 200]) == "x" * 152 + "…"
