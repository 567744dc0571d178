"""A consent is filled, walked through, signed, printed, archived and withdrawn by hand."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image, PngImagePlugin
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, QRect, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from app import bootstrap
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.consent import ConsentDraft, ConsentState, DocumentKind
from app.domain.errors import DiskFull
from app.domain.practice import Practice
from app.services import cases, consents
from app.services.changes import Changes, Noun
from storage import keys
from storage.preferences import JsonPreferences
from storage.vault import FolderDoor
from tests.gui import test_two_clocks
from tests.gui.helpers import Clock, write
from ui import consent_times, pick, translation
from ui import consents as screens
from ui.consent_form import AccessCell, AccessMatrix, access_words
from ui.consent_signing import Signing
from ui.consent_steps import StepStrip
from ui.consent_talk import TalkPanel
from ui.consents import ConsentScreen
from ui.document_view import DocumentView, Pdf
from ui.office import Office
from ui.page import ToConsent, ToSettings
from ui.tasks import Desk
from ui.theme import look, style
from ui.widgets.banner import Banner
from ui.widgets.chip import ChoiceChip
from ui.widgets.label import Label
from ui.widgets.painted import text_width
from ui.widgets.signature import SignaturePad
from ui.widgets.tick import Tick
from ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "许清岚"
ASKED = "督导会不会知道我的名字？没有别的问题。"
OWN_WORDS = "我说的不会告诉别人，除非有人有危险，或者法律要求。"
SIGNERS = ("来访者", "来访者（单独同意）", "咨询师")
auckland = test_two_clocks.auckland
ODD = "𬱖家㐂ㄅ\u202e倒着😀"
PRACTICE = Practice(
    "林间咨询室",
    "沈知远",
    "注册心理师 X-19-214",
    "https://example.org/x19214",
    "整合取向",
    "会议软件",
    "每次 500 元，当日支付",
    "13800000000",
    Place("杭州", "Asia/Shanghai"),
)
PROFILE = Profile(
    name=NAME,
    phone="13900001111",
    place=Place("温哥华", "America/Vancouver"),
    emergency=EmergencyContact("许建国", "父亲", "13700000000"),
)


@dataclass
class Room:
    """An open vault with one consent, and its page."""

    qtbot: object
    office: Office
    clock: Clock
    consent_id: int
    page: ConsentScreen | None = None

    def ask(self, work: Callable):
        """Run work on the vault's thread and return what it gives."""
        got: list = []
        self.office.desk.do(self.office.desk, work, got.append)
        self.qtbot.waitUntil(lambda: bool(got))
        return got[0]

    def settle(self) -> None:
        """Wait until every answer is there."""
        self.qtbot.waitUntil(lambda: self.office.desk.waiting == 0)
        QCoreApplication.sendPostedEvents()  # what was put into a layout shows itself

    def show(self) -> ConsentScreen:
        """Show the page of the consent."""
        page = ConsentScreen(self.office, self.consent_id)
        self.office.desk.changed.connect(page.reload)
        self.qtbot.addWidget(page)
        page.resize(1224, 800)
        page.show()
        self.settle()
        self.page = page
        return page

    def consent(self):
        return self.ask(lambda vault: vault.consents.get(self.consent_id))

    def documents(self) -> dict[DocumentKind, list[bytes]]:
        """Return the bytes of every document by kind."""

        def read(vault):
            found: dict[DocumentKind, list[bytes]] = {}
            for one in vault.consents.documents(self.consent_id):
                found.setdefault(one.kind, []).append(vault.consents.document_bytes(one.id))
            return found

        return self.ask(read)

    def printed(self) -> int:
        kinds = self.ask(lambda vault: [line.kind for line in vault.audit.entries()])
        return kinds.count(AuditKind.CONSENT_PRINTED)

    def find(self, kind: type, name: str):
        """Return the visible part with this accessible name or text."""
        found = [
            part
            for part in self.page.findChildren(kind)
            if part.isVisible()
            and name in (part.accessibleName(), getattr(part, "text", lambda: "")())
        ]
        assert len(found) == 1, f"{len(found)} of {kind.__name__} are called {name}"
        return found[0]

    def click(self, name: str, kind: type = QPushButton) -> None:
        QTest.mouseClick(self.find(kind, name), Qt.MouseButton.LeftButton)
        self.settle()

    def says(self, words: str) -> bool:
        """Say whether these words stand on the page."""
        shown = (label for label in self.page.findChildren(Label) if label.isVisible())
        return any(words in label.text() for label in shown)

    def choose(self, menu: QMenu, text: str) -> None:
        """Choose an entry of a menu that is open, by the keyboard."""
        self.qtbot.waitUntil(menu.isVisible)
        action = next(one for one in menu.actions() if one.text() == text)
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self.settle()

    def talk_over(self) -> None:
        """Go through every point, write what was asked and how she says it herself."""
        panel = self.page.findChild(TalkPanel)
        for tick in panel.findChildren(Tick):
            if not tick.isChecked():
                QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
        for box, words in ((panel.questions, ASKED), (panel.own_words, OWN_WORDS)):
            if not box.text():
                write(box.edit, words)
        self.settle()

    def walk(self, *words: str) -> None:
        for word in words:
            if word == "已讨论":
                self.talk_over()
            self.clock.time += timedelta(hours=1)
            self.click(f"记下：{word}")

    def walk_all(self) -> None:
        self.walk("已提供", "已阅读", "已讨论", "再次确认")

    def draw(self, name: str) -> None:
        """Write on a pad with the mouse."""
        pad = self.find(SignaturePad, name)
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
        for step in range(8):
            QTest.mouseMove(pad, QPoint(70 + step * 20, 40 + step % 3 * 15))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(230, 60))
        self.settle()

    def type_into(self, name: str, text: str) -> None:
        """Replace what stands in a field, as if typed and left for a while."""
        part = self.find(QLineEdit, name)
        part.setFocus()
        part.selectAll()
        part.insert(text)


@pytest.fixture
def room(qtbot, qapp, tmp_path, made_vault):
    """An open vault with a case in Vancouver and a consent that is filled, ready to be shown."""
    clock = Clock(datetime(2026, 5, 2, 2, 30, tzinfo=UTC))
    door = FolderDoor(clock, lambda: keys.FLOOR)
    tools = replace(bootstrap.tools(), clock=clock)
    desk = Desk()
    preferences = JsonPreferences(tmp_path / "preferences.json")
    office = Office(desk, lambda: door, lambda: tools, preferences, None, None)
    opened: list = []
    place = tmp_path / "vault"
    desk.open(
        desk,
        lambda: made_vault.open_copy(door, place),
        opened.append,
        opened.append,
    )
    qtbot.waitUntil(lambda: bool(opened))

    def start(vault):
        vault.settings.change_practice(PRACTICE)
        case = cases.open_case(vault, clock, "青岚 Q-012", ServiceMode.ONLINE, PROFILE)
        return consents.start(vault, tools, case.id, tools.consent_templates["online.zh"])

    made = Room(qtbot, office, clock, 0)
    try:
        made.consent_id = made.ask(start).id
        yield made
    finally:
        desk.close(lambda vault: vault.close())
        desk.end()


def blank(room: Room, *names: str) -> None:
    """Empty facts, or a row of the matrix, in the stored draft."""

    def change(vault):
        draft = vault.consents.get(room.consent_id).draft
        facts = {key: "" if key in names else text for key, text in draft.facts.items()}
        access = tuple(
            replace(row, records="") if row.role in names else row for row in draft.access
        )
        with vault.transaction():
            vault.consents.change(
                room.consent_id, ConsentDraft(draft.template, draft.edition, facts, access)
            )

    room.ask(change)


def sign_on_screen(room: Room) -> None:
    room.walk_all()
    for signer in SIGNERS:
        room.draw(f"{signer}签名")
    room.click("完成签署")


@pytest.mark.clause("038")
@pytest.mark.clause("045")
def test_what_is_known_is_filled_in_and_the_pages_are_shown(room):
    page = room.show()
    assert room.says("网络心理咨询知情同意书")
    assert room.says(f"{NAME} · ")
    pages = page.view.count()
    assert pages > 1
    assert room.says(f"第 1 页，共 {pages} 页")
    room.click("查看与修改填写")
    assert room.find(QLineEdit, "来访者所在地").text() == "温哥华"
    assert room.find(QLineEdit, "时差").text() == "来访者当地时间比咨询师晚 15 小时"
    assert room.find(QLineEdit, "保存期限").placeholderText() == "自最后一次咨询起十年"
    words = Pdf(page.view.data())
    assert "自最后一次咨询起十年" in "".join(words.text(n).replace("\n", "") for n in range(pages))


@pytest.mark.clause("036")
@pytest.mark.clause("037")
@pytest.mark.clause("039")
@pytest.mark.clause("040")
@pytest.mark.clause("041")
@pytest.mark.clause("046")
def test_the_pages_hold_what_a_client_must_be_told(room):
    pdf = Pdf(room.show().view.data())
    said = "".join("".join(pdf.text(page).split()) for page in range(pdf.pages()))
    for words in (
        "您可以选择网络咨询、面对面咨询，或不接受咨询",
        "https://example.org/x19214",
        "局限：",
        "风险：",
        "5分钟内没有恢复",
        "12356",
        "许建国父亲13700000000",
        "来访者承诺：不录音录像",
    ):
        assert words in said


def test_pages_are_turned_and_the_place_is_kept_when_a_word_changes(room):
    page = room.show()
    room.click("下一页")
    assert room.says("第 2 页")
    before = page.view.data()
    room.click("查看与修改填写")
    room.type_into("来访者所在地", "温哥华北岸")
    room.qtbot.waitUntil(lambda: page.view.data() != before)
    assert room.says("第 2 页")
    room.click("上一页")
    assert room.says("第 1 页")


@pytest.mark.clause("010")
@pytest.mark.clause("043")
def test_what_is_typed_is_kept_by_itself_and_byte_for_byte(room):
    room.show()
    room.click("查看与修改填写")
    room.type_into("来访者所在地", ODD)
    room.qtbot.waitUntil(lambda: room.says("已存"))
    assert room.consent().draft.facts["client_place"] == ODD
    cell = room.find(AccessCell, "同事：记录")
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Down)
    room.choose(cell.findChild(QMenu), "另签后可")
    assert cell.accessibleDescription() == "另签后可"
    room.page.leave()
    room.settle()
    assert room.consent().draft.access[0].records == "另签后可"


def test_ctrl_enter_in_a_blank_takes_no_step(room):
    room.show()
    room.click("查看与修改填写")
    room.type_into("来访者所在地", ODD)
    blank_line = room.find(QLineEdit, "来访者所在地")
    for _ in range(2):
        QTest.keyClick(blank_line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.waitUntil(lambda: room.says("已存"), timeout=4000)
    assert room.consent().state is ConsentState.DRAFT
    assert room.consent().draft.facts["client_place"] == ODD


def test_leaving_keeps_what_was_typed_a_moment_ago(room):
    room.show()
    room.click("查看与修改填写")
    room.type_into("频率", "两周一次")
    room.page.leave()
    assert room.consent().draft.facts["frequency"] == "两周一次"


def test_a_full_disk_loses_nothing_and_can_be_tried_again(room, monkeypatch):
    room.show()
    room.click("查看与修改填写")
    change, refusals = consents.change, [DiskFull()]

    def full_once(*given):
        if refusals:
            raise refusals.pop()
        return change(*given)

    monkeypatch.setattr(consents, "change", full_once)
    room.type_into("频率", "两周一次")
    room.qtbot.waitUntil(lambda: room.says("磁盘满了，这次没有存上。"))
    assert room.find(QLineEdit, "频率").text() == "两周一次"
    room.click("重试")
    assert room.consent().draft.facts["frequency"] == "两周一次"
    assert not room.says("磁盘满了")


def fill_disk(room: Room, *, full: bool) -> None:
    """Let the file grow no more, or again: SQLite itself says that the disk is full."""

    def work(vault):
        pages = vault.connection.execute("PRAGMA page_count").fetchone()[0]
        most = pages if full else 1_000_000
        vault.connection.execute(f"PRAGMA max_page_count = {most}").fetchone()

    room.ask(lambda vault: work(vault) or True)


def test_a_page_left_on_a_full_disk_keeps_its_words_until_there_is_room(room, monkeypatch):
    monkeypatch.setattr(screens, "RETRY_MS", 50)
    space = Workspace(room.office)
    room.qtbot.addWidget(space)
    space.resize(1280, 800)
    space.show()
    space.go(ToConsent(room.consent_id))
    room.settle()
    room.page = space.findChild(ConsentScreen)
    assert not room.page.unsaved()
    long = "写了很久的字。" * 4000
    room.click("查看与修改填写")
    fill_disk(room, full=True)
    room.type_into("来访者所在地", long)
    space.go(ToSettings())
    room.qtbot.waitUntil(lambda: _told(space, "刚才那一页还没有存上"))
    assert isValid(room.page)
    assert room.page.unsaved()
    assert room.consent().draft.facts["client_place"] == "温哥华"
    fill_disk(room, full=False)
    room.qtbot.waitUntil(lambda: not isValid(room.page))
    assert room.consent().draft.facts["client_place"] == long


def _told(space: Workspace, words: str) -> bool:
    """Say whether these words stand in the window."""
    return any(words in one.text() for one in space.findChildren(Label) if one.isVisible())


def test_a_change_elsewhere_never_overwrites_what_is_being_typed(room):
    room.show()
    room.click("查看与修改填写")
    room.type_into("频率", "两周一次")
    room.page.reload(Changes.of(Noun.PRACTICE, Noun.CASES))
    room.settle()
    assert room.find(QLineEdit, "频率").text() == "两周一次"


def test_what_the_records_say_is_offered_and_taken(room):
    room.show()
    room.click("查看与修改填写")
    room.type_into("来访者所在地", "列治文")
    room.click("来访者所在地：用资料里的")
    assert room.find(QLineEdit, "来访者所在地").text() == "温哥华"


def test_the_fields_stay_where_they_are_once_the_offer_is_taken(room):
    room.show()
    room.click("查看与修改填写")
    room.type_into("来访者所在地", "列治文")
    offer = room.find(QPushButton, "来访者所在地：用资料里的")
    place = offer.parentWidget()
    room.qtbot.waitUntil(lambda: place.height() == place.sizeHint().height())
    needs = place.sizeHint().height()
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: not offer.isVisible())
    assert place.sizeHint().height() == needs


def test_esc_goes_back_and_keeps_what_is_typed(room):
    page = room.show()
    went = []
    page.back.connect(lambda: went.append(True))
    shown = page.keys()
    assert [one.keys for one in shown] == ["Ctrl+Enter", "Enter", "Delete", "Ctrl+P", "Esc"]
    room.qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    room.choose(page.findChild(QMenu), "存为 PDF…")
    assert page.save_panel.isVisible()
    page.escape()
    assert page.save_panel.isHidden()
    page.escape()
    assert went == [True]


def test_esc_from_within_a_field_leaves_the_page(room):
    space = Workspace(room.office)
    room.qtbot.addWidget(space)
    space.resize(1280, 800)
    space.show()
    space.go(ToSettings())
    space.go(ToConsent(room.consent_id))
    room.settle()
    room.page = space.findChild(ConsentScreen)
    room.click("查看与修改填写")
    room.type_into("来访者所在地", "列治文")
    QTest.keyClick(room.find(QLineEdit, "来访者所在地"), Qt.Key.Key_Escape)
    room.qtbot.waitUntil(lambda: not isValid(room.page))
    room.settle()
    assert room.consent().draft.facts["client_place"] == "列治文"


def test_esc_never_throws_a_drawn_signature_away(room):
    page = room.show()
    room.walk_all()
    room.draw("来访者签名")
    went = []
    page.back.connect(lambda: went.append(True))
    page.escape()
    room.settle()
    assert room.says("签名还没有存下。")
    assert not went


@pytest.mark.clause("010")
@pytest.mark.clause("043")
def test_blanks_are_named_and_lead_to_the_first_of_them(room):
    blank(room, "client_place", "emergency_contact", "督导")
    page = room.show()
    assert room.says("还有 3 处待填，填好才能打印：来访者所在地、紧急联系人、督导")
    assert room.says("来访者所在地　待填")
    room.click("去填写空着的地方")
    assert page.window().focusWidget().accessibleName() == "来访者所在地"
    room.type_into("来访者所在地", "温哥华")
    assert room.says("还有 2 处待填")
    room.type_into("紧急联系人", "许建国 13700000000")
    room.click("去填写空着的地方")
    assert page.window().focusWidget().accessibleName() == "督导：记录"
    cell = room.find(AccessCell, "督导：记录")
    QTest.keyClick(cell, Qt.Key.Key_Down)
    room.choose(cell.findChild(QMenu), "不可")
    assert not page.blanks.isVisible()


def test_the_keyboard_begins_at_the_first_empty_place_and_enter_goes_on(room):
    blank(room, "client_place", "emergency_contact")
    page = room.show()
    page.setFocus()  # as the workspace does
    room.qtbot.waitUntil(lambda: page.window().focusWidget().accessibleName() == "来访者所在地")
    room.type_into("来访者所在地", "温哥华")
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert page.window().focusWidget().accessibleName() != "来访者所在地"
    assert not room.says("这一格还空着。"), "nobody did anything wrong yet"


def test_one_button_is_filled_that_of_what_comes_next(room):
    page = room.show()
    sign = page._pane.button
    assert (page.step_button.property("kind"), sign.property("kind")) == ("primary", "quiet")
    page.setFocus()
    room.qtbot.waitUntil(page.step_button.hasFocus)
    room.walk_all()
    assert page.step_button.isHidden()
    assert sign.property("kind") == "primary"


def pages_said(data: bytes) -> list[str]:
    """Return the words of every page, without spaces."""
    pdf = Pdf(data)
    return ["".join(pdf.text(page).split()) for page in range(pdf.pages())]


@pytest.mark.clause("042")
def test_what_only_the_client_knows_is_printed_as_lines_to_write_on(room, tmp_path):
    blank(room, "client_place", "emergency_contact")
    page = room.show()
    shown = pages_said(page.view.data())
    assert len(shown) > 1
    for words in shown:
        assert "横线处由来访者用笔填写" in words
        assert "草稿" not in words
    assert "咨询时您通常在：__________" in "".join(shown)
    room.click("打印")
    room.choose(page.findChild(QMenu), "存为 PDF…")
    assert room.find(QLineEdit, "存为 PDF").text().endswith("同意书草稿-0001-0001.pdf")
    path = tmp_path / "out.pdf"
    room.type_into("存为 PDF", str(path))
    QTest.keyClick(room.find(QLineEdit, "存为 PDF"), Qt.Key.Key_Return)
    room.settle()
    assert pages_said(path.read_bytes()) == shown
    assert room.printed() == 1


@pytest.mark.clause("010")
@pytest.mark.clause("042")
@pytest.mark.parametrize("way", ["存为 PDF…", "大字版：存为 PDF…", "打印机…", "大字版：打印机…"])
def test_no_paper_leaves_while_the_counselor_owes_an_answer(room, tmp_path, way):
    """On the screen it is a draft; what would leave names the empty places and leads there."""
    blank(room, "fee", "client_place")
    page = room.show()
    shown = pages_said(page.view.data())
    assert all("草稿，没有填齐，不作签署" in words for words in shown)
    room.click("打印")
    room.choose(page.findChild(QMenu), way)
    path = tmp_path / "out.pdf"
    if "PDF" in way:
        room.type_into("存为 PDF", str(path))
        QTest.keyClick(room.find(QLineEdit, "存为 PDF"), Qt.Key.Key_Return)
    room.settle()
    room.qtbot.waitUntil(lambda: room.says("同意书还有空格：费用与支付。"))
    assert room.says("网络规范 2.5")
    assert not path.exists()
    assert room.printed() == 0
    banner = next(one for one in page.findChildren(Banner) if one.isVisible())
    QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert page.window().focusWidget().accessibleName() in {"费用与支付", "来访者所在地"}


@pytest.mark.clause("042")
def test_no_step_is_recorded_while_a_place_is_empty(room):
    blank(room, "client_place", "督导")
    page = room.show()
    room.click("记下：已提供")
    assert room.says("这一步还不能记：来访者所在地、督导还空着。")
    assert room.says("网络规范 2.4")
    assert room.consent().state is ConsentState.DRAFT
    assert page.step_button.isEnabled()
    banner = next(one for one in page.findChildren(Banner) if one.isVisible())
    QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert page.window().focusWidget().accessibleName() == "来访者所在地"
    room.type_into("来访者所在地", "温哥华")
    QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert page.window().focusWidget().accessibleName() == "督导：记录"
    cell = room.find(AccessCell, "督导：记录")
    QTest.keyClick(cell, Qt.Key.Key_Down)
    room.choose(cell.findChild(QMenu), "不可")
    assert not room.says("这一步还不能记")
    room.click("记下：已提供")
    assert room.consent().state is ConsentState.PROVIDED
    assert not room.says("这一步还不能记")


@pytest.mark.clause("010")
@pytest.mark.clause("043")
@pytest.mark.parametrize("unseen", ["\u200b\u200b", "\u202e"], ids=ascii)
def test_a_place_that_only_looks_filled_is_empty(room, unseen):
    room.show()
    room.click("查看与修改填写")
    room.type_into("来访者所在地", unseen)
    assert room.says("还有 1 处待填")
    assert room.says("来访者所在地　待填")
    room.click("记下：已提供")
    assert room.says("这一步还不能记：来访者所在地还空着。")
    consent = room.consent()
    assert consent.state is ConsentState.DRAFT
    assert consent.draft.facts["client_place"] == unseen


@pytest.mark.clause("042")
def test_the_steps_come_in_order_each_with_its_date(room):
    page = room.show()
    assert [one.title for one in page.steps.steps()] == [
        "已提供",
        "已阅读",
        "已讨论",
        "再次确认",
        "签署",
    ]
    for signer in SIGNERS:
        room.draw(f"{signer}签名")
        assert room.find(SignaturePad, f"{signer}签名").is_empty()
    room.click("完成签署")
    assert room.says("还没有到这一步。")
    assert room.says("网络规范 2.4")
    room.click("去记下步骤")
    assert room.page.window().focusWidget().text() == "记下：已提供"
    room.walk("已提供")
    assert page.steps.steps()[0].note.startswith("今天")
    room.walk("已阅读", "已讨论", "再次确认")
    assert not page.step_button.isVisible()
    assert [state for state, _at in room.consent().steps][1:] == [
        ConsentState.PROVIDED,
        ConsentState.READ,
        ConsentState.DISCUSSED,
        ConsentState.RECONFIRMED,
    ]
    assert not room.documents()


@pytest.mark.clause("042")
def test_a_double_click_records_one_step_and_the_last_one_shows_where_to_sign(room):
    page = room.show()
    room.click("记下：已提供")
    QTest.mouseDClick(page.step_button, Qt.MouseButton.LeftButton)  # how a double click goes on
    QTest.mouseRelease(page.step_button, Qt.MouseButton.LeftButton)
    room.settle()
    assert page.step_button.text() == "记下：已阅读"
    assert len(room.consent().steps) == 2
    room.walk("已阅读", "已讨论", "再次确认")
    signing = page.findChild(Signing)
    room.qtbot.waitUntil(lambda: not signing.visibleRegion().isEmpty())


WALK = ("已提供", "已阅读", "已讨论", "再次确认")


@pytest.mark.clause("042")
@pytest.mark.parametrize("reached", range(1, 5))
def test_a_word_changed_after_any_step_voids_them_all_and_they_are_walked_again(room, reached):
    page = room.show()
    room.walk(*WALK[:reached])
    room.click("查看与修改填写")
    room.clock.time += timedelta(hours=1)
    room.type_into("频率", "两周一次")
    room.qtbot.waitUntil(lambda: page.step_button.text() == "记下：已提供")
    assert page.step_button.isVisible()
    assert [one.state for one in page.steps.steps()] == ["now", "next", "next", "next", "next"]
    assert not any(one.note for one in page.steps.steps())
    assert room.says("内容改过了，先前记下的步骤不再算数。")
    assert room.consent().state is ConsentState.DRAFT
    room.click("完成签署")
    assert room.says("还没有到这一步。")
    room.click("去记下步骤")
    assert page.window().focusWidget() is page.step_button
    for number, word in enumerate(WALK):
        room.walk(word)
        assert [state for state, _at in room.consent().standing][number:] == [
            ConsentState(("provided", "read", "discussed", "reconfirmed")[number])
        ]
    assert not room.says("内容改过了")
    for signer in SIGNERS:
        room.draw(f"{signer}签名")
    room.click("完成签署")
    assert room.consent().state is ConsentState.SIGNED
    pdf = Pdf(room.documents()[DocumentKind.SIGNED_PDF][0])
    assert "两周一次" in "".join(pdf.text(n) for n in range(pdf.pages())).replace("\n", "")


@pytest.mark.clause("042")
def test_a_step_recorded_a_moment_after_a_change_is_not_recorded_for_old_words(room):
    page = room.show()
    room.walk("已提供")
    room.click("查看与修改填写")
    room.type_into("频率", "两周一次")
    room.click("记下：已阅读")
    assert room.consent().state is ConsentState.DRAFT
    assert page.step_button.text() == "记下：已提供"
    room.click("记下：已提供")
    assert room.consent().state is ConsentState.PROVIDED


@pytest.mark.clause("042")
def test_a_change_clears_the_signatures_that_were_drawn_for_the_words_before(room):
    room.show()
    room.walk_all()
    for signer in SIGNERS:
        room.draw(f"{signer}签名")
    room.click("查看与修改填写")
    assert not room.says("先前的签名已清除")
    room.type_into("频率", "两周一次")
    for signer in SIGNERS:
        assert room.find(SignaturePad, f"{signer}签名").is_empty()
    assert room.says("内容改过了，先前的签名已清除。")
    room.qtbot.waitUntil(room.page.step_button.isVisible)
    room.walk_all()
    room.click("完成签署")
    assert room.says("还缺签名。")
    assert not room.documents()
    for signer in SIGNERS:
        room.draw(f"{signer}签名")
    assert not room.says("先前的签名已清除")
    room.click("完成签署")
    assert room.consent().state is ConsentState.SIGNED


@pytest.mark.clause("042")
def test_a_dot_on_each_pad_is_no_signature(room):
    room.show()
    room.walk_all()
    for signer in SIGNERS:
        QTest.mouseClick(room.find(SignaturePad, f"{signer}签名"), Qt.MouseButton.LeftButton)
        room.settle()
    assert room.says("笔画太短，看不出是签名。")
    assert room.says("还差签名：来访者、来访者（单独同意）、咨询师")
    room.click("完成签署")
    assert room.says("还缺签名。")
    assert not room.documents()
    for signer in SIGNERS:
        room.draw(f"{signer}签名")
    assert not room.says("笔画太短")
    room.click("完成签署")
    assert room.consent().state is ConsentState.SIGNED


@pytest.mark.clause("042")
def test_words_that_are_not_kept_are_not_signed_over(room, monkeypatch):
    page = room.show()
    room.walk_all()
    room.click("查看与修改填写")

    def full(*_given):
        raise DiskFull

    monkeypatch.setattr(consents, "change", full)
    room.type_into("频率", "两周一次")
    for signer in SIGNERS:
        room.draw(f"{signer}签名")
    room.click("完成签署")
    assert room.says("磁盘满了，这次没有存上。")
    assert room.consent().state is ConsentState.RECONFIRMED
    assert not room.documents()
    assert page.steps.steps()[0].note


@pytest.mark.clause("042")
@pytest.mark.clause("090")
def test_what_a_consent_was_told_fills_what_the_record_did_not_know_and_says_so(room):
    def forget(vault):
        client = vault.clients.of_case(vault.consents.get(room.consent_id).case_id)
        vault.clients.change(replace(client, profile=Profile(name=NAME)))
        return client.case_id

    case_id = room.ask(forget)
    room.show()
    room.walk_all()
    for who in SIGNERS:
        room.draw(f"{who}签名")
    room.click("完成签署")
    known = room.ask(lambda vault: vault.clients.of_case(case_id).profile)
    assert known == replace(PROFILE, emergency=known.emergency)
    assert (known.emergency.name, known.emergency.phone) == ("许建国", "13700000000")
    room.qtbot.waitUntil(lambda: room.says("资料里原来空着的，照同意书填上了："))
    assert room.says("来访者的联系方式、来访者所在地、紧急联系人。")


def test_hours_that_a_consent_lets_another_clock_tell_say_so(room, auckland):
    # 15:00 stood at 23:00 once the form named the city of the room, and nothing said why.
    def forget(vault):
        client = vault.clients.of_case(vault.consents.get(room.consent_id).case_id)
        away = replace(client.profile, counselor_place=Place())
        vault.clients.change(replace(client, profile=away))
        vault.settings.change_practice(replace(vault.settings.practice(), place=Place()))

    room.ask(forget)
    room.show()
    room.walk_all()
    for who in SIGNERS:
        room.draw(f"{who}签名")
    room.click("完成签署")
    room.qtbot.waitUntil(lambda: room.says("从此时间都按北京时间显示"))


def test_everybody_signs_on_the_screen_and_the_signed_pdf_is_what_is_shown(room):
    page = room.show()
    room.walk_all()
    room.draw("来访者签名")
    assert room.says("2026年5月2日（周六）14:30，来访者当地 周五 23:30")
    room.click("完成签署")
    assert room.says("还缺签名。")
    room.click("去签名")
    pad = room.find(SignaturePad, "来访者（单独同意）签名")
    assert room.page.window().focusWidget() is pad
    room.qtbot.waitUntil(lambda: pad.visibleRegion().boundingRect() == pad.rect())
    room.draw("来访者（单独同意）签名")
    unsigned = page.view.data()
    room.draw("咨询师签名")
    room.click("咨询师重写")
    assert room.find(SignaturePad, "咨询师签名").is_empty()
    room.draw("咨询师签名")
    room.click("完成签署")
    kept = room.documents()
    assert len(kept[DocumentKind.SIGNATURE]) == len(SIGNERS)
    assert {json.loads(one)["signer"] for one in kept[DocumentKind.SIGNATURE]} == set(SIGNERS)
    assert page.view.data() == kept[DocumentKind.SIGNED_PDF][0] != unsigned
    assert room.says("方式：屏幕手写")
    assert not [one for one in page.findChildren(QTextEdit) if one.isVisible()]
    room.click("打开来访者签名")
    assert not room.find(SignaturePad, "来访者签名").is_empty()
    room.click("打开签署的同意书")
    assert page.view.heading.text() == "签署的同意书"
    room.click("回到同意书")
    assert page.view.heading.text() == "文件预览"


@pytest.mark.clause("042")
def test_a_consent_is_withdrawn_after_one_question(room):
    room.show()
    sign_on_screen(room)
    room.click("撤回同意")
    question = QApplication.activeModalWidget()
    assert question.accessibleName() == "撤回这份同意？"
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert room.consent().state is ConsentState.SIGNED
    room.click("撤回同意")
    question = QApplication.activeModalWidget()
    QTest.mouseClick(question.accept_button, Qt.MouseButton.LeftButton)
    room.settle()
    assert room.consent().state is ConsentState.WITHDRAWN
    assert room.says("撤回：2026年5月2日")
    assert not [one for one in room.page.findChildren(QPushButton) if one.text() == "撤回同意"
                and one.isVisible()]  # fmt: skip
    assert room.documents()[DocumentKind.SIGNED_PDF]


@pytest.mark.clause("132")
def test_a_signed_consent_that_was_altered_is_not_shown(room):
    room.show()
    sign_on_screen(room)

    def alter(vault):
        for name in ("document_comes_before_signature", "document_is_final"):
            vault.connection.execute(f"DROP TRIGGER {name}")
        vault.consents.add_document(
            room.consent_id, DocumentKind.SIGNED_PDF, consents.PDF, b"%PDF", room.clock.time
        )
        return True

    room.ask(alter)
    page = room.show()
    assert page.view.count() == 0
    assert room.says("这份同意书和签署时不一样了。")
    assert room.says("从备份恢复")
    shown = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
    assert "去填写" not in shown
    room.click("打开来访者签名")
    assert not [one for one in page.findChildren(SignaturePad) if one.isVisible()]


@pytest.mark.clause("042")
def test_a_newer_edition_of_the_text_is_told_and_changes_no_word(room):
    room.show()
    room.walk_all()
    tools = room.office.tools()
    text = tools.consent_templates["online.zh"]
    newer = replace(text, edition="第 2 版（2027年）", opening=("别的话",))
    later = replace(tools, consent_templates={**tools.consent_templates, text.key: newer})
    room.office = replace(room.office, tools=lambda: later)
    page = room.show()
    assert room.says("，文本已有第 2 版。")
    assert "别的话" not in "".join(pages_said(page.view.data()))
    for signer in SIGNERS:
        room.draw(f"{signer}签名")
    room.click("完成签署")
    said = "".join(pages_said(room.documents()[DocumentKind.SIGNED_PDF][0]))
    assert "别的话" not in said
    assert "".join(text.sections[0].heading.split()) in said
    assert not room.says("文本已有")


@pytest.mark.clause("152")
@pytest.mark.parametrize(
    ("text", "cited", "missing"),
    [("in_person.zh", "依据 守则 3.1", "存档方式要写明。"),
     ("online.zh", "依据 网络 2.4", "网络规范 2.4：存档方式要写明。")],
)  # fmt: skip
def test_the_signing_cites_the_rule_of_its_way_of_service(qtbot, qapp, text, cited, missing):
    translation.install(qapp, "zh")
    part = Signing(bootstrap.consent_templates()[text])
    qtbot.addWidget(part)
    assert [one.text() for one in part.findChildren(Label) if "依据" in one.text()] == [cited]
    assert part.paper.first_missing() is part.paper.path
    assert part.paper.archive.error() == missing


@pytest.mark.clause("042")
@pytest.mark.clause("090")
def test_a_text_file_is_no_scan(room, tmp_path):
    file = tmp_path / "扫描.jpg"
    file.write_text("这不是图片", encoding="utf-8")
    room.show()
    room.walk_all()
    room.click("纸质扫描", ChoiceChip)
    room.click("完成签署")
    assert room.says("请先选文件。")
    assert room.says("网络规范 2.4：存档方式要写明。")
    room.type_into("签好的文件", str(file))
    room.type_into("纸质原件放在哪里", "文件柜第二层")
    room.click("完成签署")
    assert room.says("这个文件不是能读的图片或 PDF。没有存入任何内容。")
    assert room.find(QLineEdit, "签好的文件").text() == str(file)
    room.type_into("签好的文件", str(tmp_path / "没有.png"))
    room.click("完成签署")
    assert room.says("找不到这个文件，或读不了它。")
    assert not room.documents()
    assert room.consent().state is ConsentState.RECONFIRMED


@pytest.mark.clause("042")
def test_a_file_above_the_limit_is_refused_in_place(room, tmp_path, monkeypatch):
    file = tmp_path / "big.png"
    file.write_bytes(bytes(100))
    monkeypatch.setattr(screens, "LIMIT", 50)
    room.show()
    room.walk_all()
    room.click("纸质扫描", ChoiceChip)
    room.type_into("签好的文件", str(file))
    room.type_into("纸质原件放在哪里", "文件柜")
    room.click("完成签署")
    assert room.says("这张图片太大了。")
    assert not room.documents()


@pytest.mark.clause("042")
@pytest.mark.clause("090")
def test_a_photo_is_kept_without_what_the_camera_wrote(room, tmp_path):
    file = tmp_path / "IMG.png"
    image = Image.new("RGB", (120, 80), "white")
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "canary-owner")
    exif = Image.Exif()
    exif[0x013B] = "canary-artist"
    image.save(file, pnginfo=said, exif=exif)
    assert b"canary" in file.read_bytes()
    page = room.show()
    room.walk_all()
    room.click("拍照回传", ChoiceChip)
    drop(room, file)
    room.type_into("纸质原件放在哪里", "来访者自存")
    room.click("完成签署")
    kept = room.documents()
    assert b"canary" not in kept[DocumentKind.PHOTO][0]
    assert Image.open(io.BytesIO(kept[DocumentKind.PHOTO][0])).size == (120, 80)
    assert page.view.data() == kept[DocumentKind.FORM_PDF][0]
    assert room.says("纸质原件：来访者自存")
    assert file.exists()
    room.click("打开照片")
    assert page.view.heading.text() == "照片"
    assert page.view.count() == 1


def drop(room: Room, file: Path) -> None:
    """Drop a file on the area for signed paper."""
    paper = next(
        one for one in room.page.findChildren(QWidget) if type(one).__name__ == "PaperPart"
    )
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    actions, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPointF(5, 5), actions, data, left, none)
    QApplication.sendEvent(paper, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(paper, QDropEvent(QPointF(5, 5), actions, data, left, none))
    assert room.find(QLineEdit, "签好的文件").text() == str(file)


def test_enter_on_a_pad_offers_another_way_to_sign(room):
    room.show()
    room.walk_all()
    QTest.keyClick(room.find(SignaturePad, "来访者签名"), Qt.Key.Key_Return)
    assert room.page.window().focusWidget().accessibleName() == "签好的文件"


def test_the_file_that_leaves_has_the_bytes_of_the_row_and_no_name(room, tmp_path):
    room.show()
    sign_on_screen(room)
    room.click("打印")
    room.choose(room.page.findChild(QMenu), "存为 PDF…")
    field = room.find(QLineEdit, "存为 PDF")
    assert Path(field.text()).name == "同意书-0001-0001.pdf"
    assert NAME not in field.text()
    assert room.says("文件离开保险库后不再加密。")
    target = tmp_path / "同意书-0001-0001.pdf"
    target.write_bytes(b"older")
    room.type_into("存为 PDF", str(target))
    typed = room.find(QLineEdit, "存为 PDF")
    QTest.keyClick(typed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert room.says("那里已有同名文件。再按一次就替换它。")
    assert target.read_bytes() == b"older"
    room.click("存为文件")
    assert target.read_bytes() == room.documents()[DocumentKind.SIGNED_PDF][0]
    assert target.stat().st_mode & 0o077 == 0
    assert room.printed() == 1
    assert room.says("这份文件没有加密")


def test_a_folder_that_cannot_be_written_is_said_in_place(room, tmp_path):
    room.show()
    room.click("打印")
    room.choose(room.page.findChild(QMenu), "存为 PDF…")
    room.type_into("存为 PDF", str(tmp_path / "no such folder" / "a.pdf"))
    room.click("存为文件")
    assert room.says("这里不让写。")
    room.type_into("存为 PDF", " ")
    room.click("存为文件")
    assert room.says("请写明存到哪里。")
    QTest.keyClick(room.find(QLineEdit, "存为 PDF"), Qt.Key.Key_Escape)
    assert not room.page.save_panel.isVisible()
    assert room.printed() == 0


def test_without_a_printer_a_pdf_is_offered(room, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    room.show()
    room.click("打印")
    room.choose(room.page.findChild(QMenu), "打印机…")
    assert room.says("这台电脑上没有装打印机。")
    room.click("存为 PDF…")
    assert room.page.window().focusWidget() is room.find(QLineEdit, "存为 PDF")
    assert room.printed() == 0


def test_the_printer_is_asked_for_and_nothing_is_written_when_it_is_not_wanted(room, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["隔壁的打印机"])
    room.show()
    room.click("打印")
    room.choose(room.page.findChild(QMenu), "打印机…")
    dialog = room.page.findChild(QPrintDialog)
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintToFile)
    assert NAME not in dialog.printer().docName()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    room.settle()
    assert room.printed() == 0


def test_every_page_is_painted_on_the_printer(room, tmp_path):
    page = room.show()
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page._print_on(page.view.data(), printer)
    room.settle()
    printed = Pdf((tmp_path / "printed.pdf").read_bytes())
    assert printed.pages() == page.view.count()
    image = printed.image(0, printed.document.pagePointSize(0).toSize())
    dark = sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )
    assert dark > 500
    assert room.printed() == 1


def test_characters_without_a_shape_are_named(room):
    room.show()
    room.click("查看与修改填写")
    room.type_into("频率", "\U000e0fff一次")
    room.qtbot.waitUntil(lambda: room.says("有的字没有字形"))
    assert room.page.view.count() == 0


def test_the_dark_theme_shows_dark_sheets_and_prints_white_ones(room, qapp):
    style.apply(qapp, "dark", scale=1)
    page = room.show()
    shown = page.view.grab().toImage()
    assert shown.pixelColor(shown.width() // 2, 80).lightness() < 80
    pdf = Pdf(page.view.data())
    assert pdf.image(0, pdf.document.pagePointSize(0).toSize()).pixelColor(2, 2).lightness() == 255


def test_a_view_says_when_there_is_nothing_to_show(qtbot):
    view = DocumentView()
    qtbot.addWidget(view)
    view.show_picture(b"no picture")
    assert view.count() == 0
    view.show_pdf(b"no pdf")
    assert view.data() == b""


def test_all_controls_have_a_name(room):
    page = room.show()
    room.click("查看与修改填写")
    for kind in (QPushButton, QLineEdit, QTextEdit, AccessCell, SignaturePad, ChoiceChip):
        for part in page.findChildren(kind):
            if part.isVisible():
                named = part.accessibleName() or getattr(part, "text", str)()
                assert named, part


@pytest.mark.parametrize("which", ["open", "save", "folder"])
def test_a_file_dialog_leaves_no_trace(qtbot, tmp_path, which):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    secret = tmp_path / NAME
    secret.mkdir()
    (secret / "scan.pdf").write_bytes(b"%PDF")
    got: list[Path] = []
    dialog = {
        "open": lambda: pick.pick_open(window, "打开", "PDF (*.pdf)", got.append),
        "save": lambda: pick.pick_save(window, "存", "同意书.pdf", got.append),
        "folder": lambda: pick.pick_folder(window, "文件夹", got.append),
    }[which]()
    dialog.setDirectory(str(secret))
    wanted = {"open": secret / "scan.pdf", "save": secret / "同意书.pdf", "folder": secret}[which]
    dialog.findChild(QLineEdit).setText(str(wanted))
    dialog.accept()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert got == [wanted]
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert not [key for key in kept.allKeys() if key.startswith(("FileDialog", "Qt/filedialog"))]
    file = Path(kept.fileName())
    assert not file.exists() or NAME.encode() not in file.read_bytes()


def test_qt_itself_would_have_kept_the_folder(qtbot, tmp_path):
    dialog = QFileDialog(None, "bare", str(tmp_path))
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not isValid(dialog))
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert [key for key in kept.allKeys() if key.startswith("FileDialog")]
    pick.forget()
    assert not [key for key in kept.allKeys() if key.startswith("FileDialog")]


@pytest.mark.clause("038")
def test_times_are_told_by_both_clocks_where_they_differ():
    at = datetime(2026, 5, 12, 2, 34, tzinfo=UTC)
    mine, away = Place("杭州", "Asia/Shanghai"), Place("温哥华", "America/Vancouver")
    both = consent_times.both_times(at, mine, away, "来访者当地")
    assert both == "2026年5月12日（周二）10:34，来访者当地 周一 19:34"
    alone = "2026年5月12日（周二）10:34"
    assert consent_times.both_times(at, mine, Place(), "来访者当地") == alone
    assert consent_times.both_times(at, mine, Place("台北", "Asia/Taipei"), "来访者当地") == alone


def test_an_english_form_is_filled_and_signed_under_its_own_words(room):
    def start(vault):
        case_id = vault.consents.get(room.consent_id).case_id
        tools = room.office.tools()
        return consents.start(vault, tools, case_id, tools.consent_templates["online.en"])

    room.consent_id = room.ask(start).id
    page = room.show()
    assert room.says("Informed consent for online counseling")
    assert room.says(f"{NAME} · Edition 1, November 2026")
    form = page._pane.facts
    assert form.minimumSizeHint().width() <= page._pane.width() - 48  # its margins
    assert room.says("这一份是英文的。从资料里填入的中文，请改成来访者读得懂的写法。")
    assert room.find(QLineEdit, "Client's contact").text() == "13900001111"
    room.walk_all()
    for signer in ("Client", "Client (separate consent)", "Counselor"):
        room.draw(f"{signer} signature")
    room.click("完成签署")
    room.click("打开Counselor signature")
    assert room.find(SignaturePad, "Counselor signature")
    room.click("打开签署的同意书")
    assert "".join(pages_said(page.view.data())).count("Date:2May2026") == 3


def test_a_long_answer_takes_two_lines_and_is_not_cut(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    texts = bootstrap.consent_templates()
    short = AccessMatrix(texts["online.zh"], texts["online.zh"].access, parent=holder)
    long = AccessMatrix(texts["online.en"], texts["online.en"].access, parent=holder)
    for matrix in (short, long):
        matrix.resize(376, 300)
    with qtbot.waitExposed(holder):
        holder.show()
    cells, metrics = long.findChildren(AccessCell), QFontMetrics(look.font(13, 500))
    longest = "With separate consent"
    assert longest in access_words(texts["online.en"])

    def needed(cell):
        room = QRect(0, 0, cell.width() - look.px(47), 400)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, longest).height()

    qtbot.waitUntil(lambda: all(needed(cell) <= cell.height() for cell in cells))
    assert cells[2].height() > short.findChildren(AccessCell)[2].height()
    long.resize(330, 400)  # where two lines are too few for it
    qtbot.waitUntil(lambda: all(needed(cell) <= cell.height() for cell in cells))
    assert not long.grab().isNull()
    long.resize(350, 400)
    metrics = QFontMetrics(look.font(13, 500))
    for cell in long.findChildren(AccessCell):
        room = QRect(0, 0, cell.width() - look.px(47), 999)
        wanted = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, cell.text())
        qtbot.waitUntil(lambda: cell.height() >= wanted.height())  # noqa: B023 - waited for at once


@pytest.fixture
def large(qapp):
    style.apply(qapp, "light", scale=2)
    yield
    style.apply(qapp, "light", scale=1)


def test_in_large_letters_form_and_document_take_turns_in_the_width_of_the_page(large, room):
    blank(room, "client_place")
    page = room.show()
    page.resize(1168, 800)
    assert page.minimumSizeHint().width() <= 1168, "it would scroll sideways"
    place = room.find(QLineEdit, "来访者所在地")
    assert place.isVisible()
    assert not page.view.isVisible()
    room.click("看文件")
    assert page.view.isVisible()
    assert not place.isVisible()
    room.qtbot.waitUntil(lambda: page.view.width() > 1000)
    assert page.minimumSizeHint().height() <= 800, "a second bar beside that of the document"
    room.click("去填写空着的地方")
    assert page.window().focusWidget() is place
    assert place.isVisible()
    assert not page.view.isVisible()


def test_in_large_letters_no_word_of_the_steps_is_cut(large, room):
    page = room.show()
    room.walk_all()
    steps = page.steps
    each = steps.minimumSizeHint().width() / len(steps.steps())
    assert steps.width() >= steps.minimumSizeHint().width()
    assert steps.height() >= look.px(60), "the date has no line of its own"
    for one in steps.steps():
        assert text_width(look.font(13, 500), one.title) < each
        assert text_width(look.font(12), one.note) < each


def test_no_step_can_be_recorded_before_the_consent_is_shown(qtbot, dressed):
    strip = StepStrip()
    qtbot.addWidget(strip)
    strip.show()
    assert not strip.button.isVisible()
    assert not strip.self_read.isVisible()
