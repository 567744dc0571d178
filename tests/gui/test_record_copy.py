"""Giving a copy of the record: nothing ticked, a ground asked for, and a file with a password."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from app.domain.case import ServiceMode
from app.domain.entry import EntryKind
from app.domain.note_proposal import NoteFile
from app.domain.practice import Practice
from app.domain.record_copy import Ground, copy_of
from app.domain.tech_sheet import TechSheet
from app.services import note_imports, reflections, tech_sheets
from app.services.note_imports import Chosen
from app.services.reflections import Writing
from reports.protect import pdf_words
from storage.files import FileShelf
from tests.gui.helpers import buttons, click, said
from ui import paper_panel, record_copy_words
from ui.notes import NoteScreen
from ui.page import ToConsents, ToRecordCopy
from ui.record_copy_page import RecordCopyScreen
from ui.widgets.plain import PlainEdit

MARK = "斑马札记"
SECRET = "river-stone-77"


@pytest.fixture
def case(house):

    house.tools = replace(house.tools, shelf=FileShelf())
    house.do(lambda vault: vault.settings.change_practice(Practice(counselor="沈知远")))
    case = house.case()
    house.first = house.note(case, "谈到睡眠。", signed=True)
    house.note(case, "还是草稿。")
    clock = house.clock
    house.do(lambda vault: reflections.keep(vault, clock, Writing(case.id), MARK))
    return case


@pytest.fixture
def show(house):
    screens = []

    def open_(case, note_id=None):
        screen = RecordCopyScreen(house.office, case.id, note_id)
        screens.append(screen)
        house.show(screen)
        house.qtbot.waitUntil(lambda: screen._ready)
        return screen

    yield open_
    for screen in screens:
        screen.leave()
    house.idle()


def kept(house, case):
    found = house.do(lambda vault: vault.entries.of_case(case.id, EntryKind.RECORD_COPY))
    return [copy_of(one.value) for one in found]


@pytest.mark.clause("151")
@pytest.mark.clause("013")
def test_nothing_is_ticked_and_what_lacks_is_said_where_it_lacks(house, case, show):
    screen = show(case)
    assert screen.picks.chosen() == ()
    assert "还有 1 篇没有签署" in said(screen)
    screen.submit()
    house.qtbot.waitUntil(lambda: "只选用得着的（最低程度）" in said(screen))
    assert "没有依据，记录不能给出（热线 3.1）" in said(screen)
    assert kept(house, case) == []


@pytest.mark.clause("145")
def test_to_others_it_leads_to_the_consent(house, case, show):
    screen = show(case, house.first.id)
    assert screen.picks.chosen() == (house.first.id,)
    screen.ground._choices.choose("consent")
    screen.ground.chosen.emit("consent")
    house.qtbot.waitUntil(lambda: "还没有有效的「信息披露」单独同意" in said(screen))
    went = []
    screen.wanted.connect(went.append)
    click(house, screen, "去签同意书")
    assert went == [ToConsents(case.id)]
    screen.submit()
    house.qtbot.waitUntil(lambda: "先请来访者签「信息披露」" in said(screen))
    assert kept(house, case) == []


@pytest.mark.clause("051")
def test_the_technical_sheet_goes_along_only_where_it_is_ticked(house, case, show):
    screen = show(case)
    assert not screen.technical.isVisible(), "there is none"
    made = TechSheet("腾讯会议", "", "手机", "2026-05-10", "听不到声音", "换了耳机")
    house.do(lambda vault: tech_sheets.record(vault, house.tools, case.id, made))
    for ticked in (False, True):
        screen = show(case)
        assert screen.technical.isVisible()
        assert not screen.technical.isChecked()
        screen.technical.setChecked(ticked)
        give(house, screen)
        assert kept(house, case)[-1].technical is ticked
        paper = record_copy_words.sheet(screen._page, kept(house, case)[-1], (), "zh")
        rows = [row for part in paper.parts for row in part.rows]
        assert (("遇到的问题", "听不到声音") in rows) is ticked


def test_notes_from_before_the_program_go_along_only_where_they_are_ticked(house, case, show):
    file = NoteFile("2024-03-05 第1次", "H-017", "谈到搬家。")

    def bring(vault):
        (line,) = note_imports.offer(vault, house.clock, [file]).lines
        some = [Chosen(line.note, line.note.day, None, case.id)]
        begun = note_imports.begin(vault, house.clock)
        note_imports.take_in(vault, house.clock, begun, some, ServiceMode.ONLINE)

    assert not show(case).earlier.isVisible(), "there is none"
    house.do(bring)
    for ticked in (False, True):
        screen = show(case)
        assert screen.earlier.text() == "以前的记录也一起给出（1 份）"
        screen.earlier.setChecked(ticked)
        give(house, screen)
        assert kept(house, case)[-1].earlier is ticked
        paper = record_copy_words.sheet(screen._page, kept(house, case)[-1], (), "zh")
        found = [part for part in paper.parts if part.heading == "以前的记录 · 2024年3月5日 第1次"]
        assert [part.lines for part in found] == ([("谈到搬家。",)] if ticked else [])


def give(house, screen):
    screen.picks.choose((house.first.id,))
    screen.ground.choose(Ground.CLIENT.value)
    screen.recipient.set_text("本人")
    screen.submit()
    house.qtbot.waitUntil(lambda: bool(buttons(screen, "存为 PDF")))
    house.idle()


@pytest.mark.clause("013")
def test_it_is_on_record_first_and_the_file_has_a_password(house, case, show, tmp_path):
    screen = show(case)
    give(house, screen)
    assert kept(house, case)[0].recipient == "本人"
    assert not screen.begun()
    panel = screen.findChild(paper_panel.PaperPanel)
    target = tmp_path / "copy.pdf"
    panel._write(target, b"")
    house.qtbot.waitUntil(lambda: "至少 8 个字符；或者勾上不设密码。" in said(screen))
    assert not target.exists()
    screen.password.set_text(SECRET)
    click(house, screen, "存为 PDF")
    panel._place.path.set_text(str(target))
    click(house, screen, "存为文件")
    house.qtbot.waitUntil(lambda: "已存成" in said(screen))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    with pikepdf.open(target, password=SECRET) as pdf:
        pdf.save(tmp_path / "open.pdf", encryption=False)
    words = "".join(pdf_words((tmp_path / "open.pdf").read_bytes()))
    assert "谈到睡眠。" in words
    assert MARK not in words
    assert "草稿" not in words
    house.idle()
    again = show(case)
    house.qtbot.waitUntil(lambda: "来访者本人要 · 本人" in said(again))


def test_without_a_password_only_when_she_ticks_that(house, case, show, tmp_path):
    screen = show(case)
    give(house, screen)
    screen.bare.setChecked(True)
    assert not screen.password.isEnabled()
    target = tmp_path / "copy.pdf"
    screen.findChild(paper_panel.PaperPanel)._write(target, b"%PDF")
    house.qtbot.waitUntil(target.exists)
    house.idle()
    assert target.read_bytes() == b"%PDF"


def test_a_password_is_thought_of_and_never_kept(house, case, show):
    screen = show(case)
    screen.password.set_text(SECRET)
    screen.bare.setChecked(True)
    assert screen.password.text() == ""
    click(house, screen, "替我想一个")
    assert not screen.bare.isChecked()
    secret = screen.password.text()
    assert len(secret) >= 12
    screen.purpose.set_text("转诊")
    screen.picks._take_all()
    screen.leave()
    house.idle()
    assert screen.password.text() == ""
    drafts = house.do(lambda vault: dict(vault.cases.draft(case.id, "entry: record copy")))
    assert drafts["purpose"] == "转诊"
    assert secret not in str(drafts)
    again = show(case)
    assert again.purpose.text() == "转诊"
    assert again.picks.chosen() == (house.first.id,)


def test_a_signed_note_leads_to_it_and_a_draft_does_not(house, case):
    page = house.show(NoteScreen(house.office, house.first.id))
    house.qtbot.waitUntil(lambda: bool(buttons(page, "打印或存为 PDF")))
    went = []
    page.wanted.connect(went.append)
    click(house, page, "打印或存为 PDF")
    assert went == [ToRecordCopy(case.id, house.first.id)]
    page.leave()
    draft = house.note(case, "又一篇草稿")
    other = house.show(NoteScreen(house.office, draft.id))
    house.qtbot.waitUntil(lambda: bool(other.findChildren(PlainEdit)))
    house.idle()
    assert not buttons(other, "打印或存为 PDF")
    other.leave()
