"""The summary for supervision: choosing, deciding every place, writing files that tell nothing."""

from __future__ import annotations

import hashlib
import re
import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import docx
import msoffcrypto
import pikepdf
import pypdf
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QTextEdit,
)

from app import bootstrap
from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Profile, Relative
from app.domain.entry import EntryKind
from app.domain.note import NoteBody, NotePart
from app.domain.practice_record import Colleague
from app.domain.review import Decision, MarkedSpan, Passage, Review
from app.domain.session import SessionTime
from app.domain.summary_use import Audience, SummaryGiven, given_of
from app.services import cases, notes, reviews, vaults
from storage import keys
from storage.vault import FolderDoor
from tests import admitted
from tests.journeys.person import Person
from tests.journeys.story import look_at_details, read_docx, read_pdf
from tests.modes import mode
from ui import translation
from ui.exports import QUIET_MS, ReviewScreen
from ui.office import Office
from ui.page import ToCases
from ui.review_decide import DecidePage
from ui.review_text import lay_out
from ui.tasks import Desk
from ui.widgets.button import Button
from ui.widgets.chip import ChoiceChip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.services.reviews import KeptReview
    from app.services.tools import Tools

PASSWORD = "晴天下的一只旧木箱"
FILE_PASSWORD = "旧木箱里的 lamp 7"
NAMES = ("林晓禾", "晓禾", "陈桂芳", "青禾面包工坊")
FIRST = "林晓禾说母亲陈桂芳住在绍兴。晓禾在青禾面包工坊上班，电话 13900000017。绍兴常下雨。"
SECOND = "这次林晓禾提到王建国，也提到赵婷婷，又说起绍兴。"
COUNT = 36
"""Of FIRST as every office program counts: the telephone number is one word."""
DRAFT = "还没写完。"
ODD = "😀䶮𬱖ㄅ\u202e倒着\u202c"
LEFT, RIGHT, LIST = "原文", "交出去的样子", "逐处决定"
CREATION = datetime(2026, 5, 12, 6, 57, tzinfo=UTC)


class Clock:
    """A clock that stands."""

    def now(self) -> datetime:
        return CREATION

    def since_boot(self) -> tuple[str, float]:
        return "this boot", 1.0


@pytest.fixture(scope="module")
def furnished(tmp_path_factory) -> tuple[Path, int]:
    """A vault with one case: two signed notes and a draft; made once."""
    clock = Clock()
    tools = bootstrap.tools()
    door = FolderDoor(clock, lambda: keys.FLOOR)
    place = tmp_path_factory.mktemp("furnished") / "vault"
    vault = vaults.create(door, clock, place, PASSWORD, door.new_recovery_key()).vault
    profile = Profile(
        name="林晓禾",
        aliases=("晓禾",),
        phone="13900000017",
        employer="青禾面包工坊",
        people=(Relative("陈桂芳", "母亲"),),
    )
    case = cases.open_case(vault, clock, "禾木", ServiceMode.FACE_TO_FACE, profile)
    template = tools.note_templates["free"]
    for day, text in enumerate((FIRST, SECOND, f"{DRAFT}{ODD}"), 1):
        when = SessionTime(datetime(2026, 4, day, 6, tzinfo=UTC))
        note = notes.start(vault, clock, case.id, when, template)
        part = template.parts[0]
        body = NoteBody(template.key, template.edition, (NotePart(part.key, part.title, text),))
        notes.save_draft(vault, clock, note.id, body)
        notes.leave(vault, note.id)
        if text in (FIRST, SECOND):
            admitted.sign(vault, clock, note.id, "沈知远", PASSWORD)
    vault.close()
    return place, case.id


@dataclass
class Room:
    """The open vault and the page of a summary."""

    qtbot: object
    folder: Path
    made: tuple[Path, int]
    pages: list[ReviewScreen] = field(default_factory=list)
    quiet_ms: int = 1

    def __post_init__(self) -> None:
        place, self.case_id = self.folder / "vault", self.made[1]
        shutil.copytree(self.made[0], place)
        self.desk, door = Desk(), FolderDoor(Clock(), lambda: keys.FLOOR)
        tools: Tools = replace(bootstrap.tools(), clock=Clock())
        self.office = Office(
            self.desk, lambda: door, lambda: tools, None, lambda: place, pytest.fail
        )
        opened: list[object] = []
        self.desk.open(self.desk, lambda: door.open(place, PASSWORD), opened.append, pytest.fail)
        self.qtbot.waitUntil(lambda: bool(opened))
        self.out = self.folder / "督导材料"
        self.out.mkdir()

    def show(self) -> Person:
        """Show the page and sit down in front of it."""
        page = ReviewScreen(self.office, self.case_id, quiet_ms=self.quiet_ms)
        self.pages.append(page)
        page.resize(1280, 800)
        person = Person(self.qtbot.waitUntil, page)
        person.sit_down(page)
        person.wait(lambda: any("第 1 次咨询" in one for one in person.read()))
        return person

    def come_back(self) -> Person:
        """Show the page anew, as after a lock: it goes on where the last one was."""
        self.pages[-1].leave()
        self.pages[-1].hide()
        page = ReviewScreen(self.office, self.case_id, quiet_ms=self.quiet_ms)
        self.pages.append(page)
        page.resize(1280, 800)
        person = Person(self.qtbot.waitUntil, page)
        person.sit_down(page)
        return person

    def forget(self) -> None:
        """Let nothing be kept: the next page begins anew."""
        page = self.pages[-1]
        self.qtbot.waitUntil(lambda: not page.unsaved())
        self.ask(lambda v: reviews.forget(v, self.office.tools(), self.case_id) or True)

    def review(self) -> Person:
        """Go to the second step with both signed notes."""
        person = self.show()
        person.click("开始去标识化")
        person.wait_for("隐去 ")
        person.find(QTextEdit, RIGHT)
        return person

    def describe(self, person: Person, **other: str) -> None:
        """Go to the third step and fill everything in."""
        person.click("去写文件")
        look_at_details(person)
        for name, text in ({
            "用途": "个体督导", "交给谁": "示例督导师", "文件密码": FILE_PASSWORD,
            "放在哪个文件夹": str(self.out),
        } | other).items():  # fmt: skip
            person.write(name, text)

    def write(self, person: Person, **other: str) -> None:
        """Write both files."""
        self.describe(person, **other)
        person.click("DOCX，可以批注")
        person.click("写出文件")
        person.wait_for("已写出")

    def ask(self, work: Callable):
        got: list = []
        self.desk.do(self.desk, work, got.append)
        self.qtbot.waitUntil(lambda: bool(got))
        return got[0]

    def kept(self) -> KeptReview | None:
        """What the vault holds of the review right now."""
        return self.ask(lambda vault: reviews.kept(vault, self.office.tools(), self.case_id))

    def wait_kept(self, holds: Callable[[KeptReview], bool]) -> None:
        """Wait until the vault holds a review of which this is true."""
        self.qtbot.waitUntil(lambda: (kept := self.kept()) is not None and holds(kept))

    def register(self, **more) -> None:
        """Let the counselor add to the record of the case."""

        def work(vault):
            case, client = vault.cases.get(self.case_id), vault.clients.of_case(self.case_id)
            cases.change_case(vault, Clock(), case, replace(client.profile, **more))

        self.ask(lambda vault: work(vault) or True)

    def amend(self, words: str) -> None:
        """Add to the second note."""

        def work(vault):
            note = vault.notes.of_case(self.case_id)[1]
            return notes.amend(vault, Clock(), note.id, words, "沈知远")

        self.ask(work)

    def fill_disk(self, *, full: bool) -> None:
        """Let the file grow no more, or again: SQLite itself says that the disk is full."""

        def work(vault):
            pages = vault.connection.execute("PRAGMA page_count").fetchone()[0]
            most = pages if full else 1_000_000
            vault.connection.execute(f"PRAGMA max_page_count = {most}").fetchone()
            return True

        self.ask(work)

    def exported(self) -> int:
        kinds = self.ask(lambda vault: [line.kind for line in vault.audit.entries()])
        return kinds.count(AuditKind.SUMMARY_EXPORTED)

    def end(self) -> None:
        for page in self.pages:
            page.leave()  # as the window does: nothing of it is saved behind the closed vault
            page.close()
            page.deleteLater()
        self.desk.close(lambda vault: vault.close())
        self.qtbot.waitUntil(lambda: not self.desk.waiting)
        self.desk.end()


@pytest.fixture
def room(qtbot, qapp, tmp_path, furnished) -> Iterator[Room]:
    translation.install(qapp, "zh")
    room = Room(qtbot, tmp_path, furnished)
    yield room
    room.end()


def text(person: Person, name: str) -> str:
    return person.find(QTextEdit, name).toPlainText()


def go_to(person: Person, surface: str) -> None:
    """Go to the first place with these words, by the keyboard."""
    rows = person.rows(LIST)
    wanted = next(n for n, row in enumerate(rows) if row.startswith(f"{surface} →"))
    view = person.find(QAbstractItemView, LIST)
    view.setFocus()
    for _ in rows:
        press(person, Qt.Key.Key_K)
    for _ in range(wanted):
        press(person, Qt.Key.Key_J)
    assert view.currentIndex().row() == wanted


def press(person: Person, key: Qt.Key) -> None:
    QTest.keyClick(person.find(QAbstractItemView, LIST), key)


def row_of(person: Person, surface: str) -> list[str]:
    return [row for row in person.rows(LIST) if row.startswith(f"{surface} →")]


def tick_of(person: Person, words: str) -> QCheckBox:
    return next(one for one in person.window.findChildren(QCheckBox) if words in one.text())


def decision_on(kept: KeptReview, word: str) -> Decision | None:
    """What is kept about the first place that holds these words."""
    for passage in kept.review.passages:
        for mark in passage.spans:
            if word in passage.original[mark.start : mark.end]:
                return mark.decision
    return None


# Choosing.


def test_signed_notes_are_chosen_and_drafts_are_offered(room):
    person = room.show()
    ticks = {one.text(): one.isChecked() for one in person.window.findChildren(QCheckBox)
             if "次咨询" in one.text()}  # fmt: skip
    assert list(ticks.values()) == [True, True, False]
    assert [words.endswith(" · 草稿") for words in ticks] == [False, False, True]
    person.wait_for("已选 2 篇")


def test_a_note_is_named_as_everywhere_else(room):
    person = room.show()
    first = tick_of(person, "第 1 次咨询").text()
    assert first == f"第 1 次咨询 · 4月1日 周三 · {COUNT} 字"


def test_without_a_note_one_cannot_go_on(room):
    person = room.show()
    for tick in [one for one in person.window.findChildren(QCheckBox) if one.isChecked()]:
        if "次咨询" in tick.text():
            QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    person.wait_for("已选 0 篇")
    assert not person.can_click("开始去标识化")


def test_a_draft_can_be_taken_along_byte_exact(room):
    person = room.show()
    draft = next(one for one in person.window.findChildren(QCheckBox) if "草稿" in one.text())
    QTest.mouseClick(draft, Qt.MouseButton.LeftButton)
    person.click("开始去标识化")
    person.wait_for("隐去 ")
    assert f"{DRAFT}{ODD}" in text(person, LEFT)
    assert f"{DRAFT}{ODD}" in text(person, RIGHT)


def test_a_case_without_notes_says_so(room):
    def work(vault):
        profile = Profile()
        return cases.open_case(vault, Clock(), "空", ServiceMode.FACE_TO_FACE, profile).id

    page = ReviewScreen(room.office, room.ask(work))
    room.pages.append(page)
    person = Person(room.qtbot.waitUntil, page)
    person.sit_down(page)
    person.wait_for("还没有记录")
    assert not person.can_click("开始去标识化")


# Deciding.


@pytest.mark.clause("157")
def test_both_texts_stand_side_by_side_and_every_known_name_is_hidden(room):
    person = room.review()
    assert FIRST in text(person, LEFT)
    assert SECOND in text(person, LEFT)
    for name in (*NAMES, "13900000017", "王建国", "赵婷婷"):
        assert name not in text(person, RIGHT), name
    left, right = person.find(QTextEdit, LEFT), person.find(QTextEdit, RIGHT)
    originals = {left.toPlainText()[one.start : one.end] for one in left.spans()}
    assert {"林晓禾", "母亲陈桂芳", "青禾面包工坊", "绍兴"} <= originals
    assert len(left.spans()) == len(right.spans()) == len(person.rows(LIST))
    hidden = len(left.spans())
    assert person.says(f"隐去 {hidden} 处，保留 0 处")


def test_where_nothing_was_found_there_is_nothing_to_decide(qtbot):
    page = DecidePage()
    qtbot.addWidget(page)
    page.show_review(Review((Passage(1, "第 1 次", "一切如常。", ()),)))
    named = {one.text(): one for one in page.findChildren(Button)}
    assert not any(named[word].isEnabled() for word in ("隐去", "保留", "全文同此"))


def test_where_nothing_was_found_the_keys_are_in_the_field_for_her_word(qtbot):
    page = DecidePage()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.show_review(Review((Passage(1, "第 1 次", "两周没睡，又过两周。", ()),)))
    page.begin()
    own = next(one for one in page.findChildren(QLineEdit) if one.isVisible())
    qtbot.waitUntil(own.hasFocus)
    places = next(one for one in page.findChildren(QAbstractItemView))
    said = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert not places.isVisible()
    assert "这里会列出要隐去的地方。现在一处也没有。" in said
    own.insert("两周")
    QTest.keyClick(own, Qt.Key.Key_Return)
    said = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert places.isVisible()
    assert "看过 2 / 2 处" in said
    assert "这里会列出要隐去的地方。现在一处也没有。" not in said


def mixed() -> Review:
    """Places of several layers: registered, a word as well, a number, found by the model, asked."""
    original = "林晓禾说高兴打139，去了青石镇，上过一次电视。"
    marks = (
        MarkedSpan(0, 3, "PERSON", "register", 1.0, "来访者"),
        MarkedSpan(4, 6, "PERSON", "register-check", 0.9, "同事A"),
        MarkedSpan(7, 10, "PHONE", "identifier", 1.0, "[电话]"),
        MarkedSpan(13, 16, "LOCATION", "model", 0.3, "某地A"),
        MarkedSpan(17, 23, "QUASI", "pointed", 0.4, "[略]", Decision.OPEN),
    )
    return Review((Passage(1, "第 1 次", original, marks),))


@pytest.mark.clause("157")
def test_one_layer_or_what_is_not_sure_is_listed_by_itself(qtbot):
    page = DecidePage()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.show_review(mixed())
    page.begin()
    places = next(one for one in page.findChildren(QAbstractItemView))

    def listed() -> list[str]:
        model = places.model()
        rows = (
            str(model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole))
            for at in range(model.rowCount())
        )
        return [row.partition(" → ")[0] for row in rows]

    def pick(words: str) -> None:
        chips = [one for one in page.findChildren(ChoiceChip) if one.text() == words]
        qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)

    shown = {one.text() for one in page.findChildren(ChoiceChip) if one.isVisible()}
    assert shown == {"全部", "等您决定", "不太确定", "登记过", "号码日期", "模型认出"}
    assert len(listed()) == 5
    pick("登记过")
    assert listed() == ["林晓禾", "高兴"]
    pick("不太确定")
    assert listed() == ["高兴", "青石镇"]
    QTest.keyClick(places, Qt.Key.Key_J)
    QTest.keyClick(places, Qt.Key.Key_N)
    review = page.review()
    assert review is not None
    assert [one.decision for one in review.passages[0].spans] == [
        *(Decision.HIDE, Decision.HIDE, Decision.HIDE, Decision.KEEP, Decision.OPEN)
    ]
    pick("等您决定")
    QTest.keyClick(places, Qt.Key.Key_Y)
    assert not places.isVisible()
    said = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert "这一类都决定了。按 F 看别的。" in said
    assert page.review().undecided == 0
    left = next(one for one in page.findChildren(QTextEdit) if one.accessibleName() == LEFT)
    patch = left.patches(left.spans()[2])[0].center().toPoint()
    qtbot.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=patch)
    assert listed() == ["林晓禾", "高兴", "139", "青石镇", "上过一次电视"]
    assert left.current() == 2
    QTest.keyClick(places, Qt.Key.Key_F)
    assert listed() == ["高兴", "青石镇"]


def test_the_same_person_has_the_same_letter_in_both_notes(room):
    person = room.review()
    assert len({row.partition("→ ")[2].partition(",")[0] for row in row_of(person, "林晓禾")}) == 1
    assert len(row_of(person, "林晓禾")) == 2


def test_every_place_is_decided_with_j_k_y_n_and_a(room):
    person = room.review()
    before = text(person, RIGHT)
    go_to(person, "绍兴")
    press(person, Qt.Key.Key_N)
    assert text(person, RIGHT).count("绍兴") == 1
    assert "绍兴 → 保留" in row_of(person, "绍兴")[0]
    press(person, Qt.Key.Key_A)
    assert text(person, RIGHT).count("绍兴") == text(person, LEFT).count("绍兴") == 3
    press(person, Qt.Key.Key_Y)
    assert text(person, RIGHT).count("绍兴") == 2
    press(person, Qt.Key.Key_A)
    assert text(person, RIGHT) == before


def test_every_place_is_decided_with_the_mouse(room):
    person = room.review()
    left = person.find(QTextEdit, LEFT)
    at = next(n for n, one in enumerate(left.spans())
              if left.toPlainText()[one.start : one.end] == "绍兴")  # fmt: skip
    patch = left.patches(left.spans()[at])[0].center().toPoint()
    QTest.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=patch)
    assert left.current() == person.find(QTextEdit, RIGHT).current() == at
    person.click("保留")
    assert text(person, RIGHT).count("绍兴") == 1
    person.click("全文同此")
    assert text(person, RIGHT).count("绍兴") == 3
    person.click("隐去")
    assert text(person, RIGHT).count("绍兴") == 2


def test_the_keys_stop_at_both_ends(room):
    person = room.review()
    view = person.find(QAbstractItemView, LIST)
    press(person, Qt.Key.Key_K)
    assert view.currentIndex().row() == 0
    for _ in range(view.model().rowCount() + 3):
        press(person, Qt.Key.Key_J)
    assert view.currentIndex().row() == view.model().rowCount() - 1


def test_the_letters_are_typed_as_letters_in_the_field_for_own_words(room):
    person = room.review()
    before = text(person, RIGHT)
    person.write("还有要隐去的词", "jkyna")
    assert person.find(QLineEdit, "还有要隐去的词").text() == "jkyna"
    assert text(person, RIGHT) == before


def test_one_key_goes_through_all_three_steps(room):
    person = room.show()
    person.wait(lambda: person.can_click("开始去标识化"))
    for words in ("去写文件", "写出文件"):
        person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        person.find(Button, words)
    look_at_details(person)
    person.write("用途", "个体督导")
    person.write("交给谁", "示例督导师")
    person.write("文件密码", FILE_PASSWORD)
    person.write("放在哪个文件夹", str(room.out))
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.wait_for("已写出")


def test_a_word_of_ones_own_is_hidden_everywhere(room):
    person = room.review()
    person.write("还有要隐去的词", "下雨")
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "下雨" not in text(person, RIGHT)
    assert "绍兴常下雨" in text(person, LEFT)
    assert "您标的" in row_of(person, "下雨")[0]
    assert person.find(QLineEdit, "还有要隐去的词").text() == ""


def test_a_word_that_is_not_there_is_refused_and_stays(room):
    person = room.review()
    person.write("还有要隐去的词", "没有这个")
    person.press(Qt.Key.Key_Return)
    person.wait_for("原文里没有这个词。")
    assert person.find(QLineEdit, "还有要隐去的词").text() == "没有这个"
    person.write("还有要隐去的词", "下雨")
    person.press(Qt.Key.Key_Return)
    assert not person.says("原文里没有这个词。")


@pytest.mark.clause("157")
def test_a_word_inside_a_hidden_name_does_not_bring_the_rest_to_light(room):
    person = room.review()
    before = text(person, RIGHT)
    person.write("还有要隐去的词", "晓")
    person.press(Qt.Key.Key_Return)
    assert text(person, RIGHT) == before
    assert not row_of(person, "晓")


@pytest.mark.clause("157")
def test_a_word_that_overlaps_a_hidden_name_hides_both(room):
    person = room.review()
    person.write("还有要隐去的词", "禾说母亲陈")
    person.press(Qt.Key.Key_Return)
    assert row_of(person, "林晓禾说母亲陈桂芳")
    for part in ("林", "桂芳", "说母亲"):
        assert part not in text(person, RIGHT).splitlines()[1]


def test_a_hidden_word_stays_decided_when_one_goes_back_and_forth(room):
    person = room.review()
    go_to(person, "绍兴")
    press(person, Qt.Key.Key_N)
    person.click("去写文件")
    person.write("用途", "个体督导")
    person.click("返回")
    assert text(person, RIGHT).count("绍兴") == 1
    person.click("去写文件")
    assert person.find(QLineEdit, "用途").text() == "个体督导"


def test_ctrl_enter_and_enter_write_the_files_once_and_lead_back_to_the_case(room):
    person = room.review()
    room.describe(person)
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.wait_for("已写出")
    back = person.find(Button, "回到个案")
    room.qtbot.waitUntil(back.hasFocus)
    assert not person.can_click("写出文件"), "the same files are not written twice by one key more"
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(list(room.out.iterdir())) == 1
    person.write("用途", "团体督导")
    assert person.can_click("写出文件"), "other files may be written"
    person.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: len(list(room.out.iterdir())) == 2)
    room.qtbot.waitUntil(lambda: person.find(Button, "回到个案").hasFocus())
    with room.qtbot.waitSignal(room.pages[-1].wanted) as went:
        person.press(Qt.Key.Key_Return)
    assert went.args == [ToCases(room.case_id)]


def test_ctrl_enter_writes_nothing_where_something_is_missing(room):
    person = room.review()
    room.describe(person, 交给谁="")
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.wait_for("写明交给谁。")
    assert person.find(QLineEdit, "交给谁").hasFocus()
    person.write("交给谁", "示例督导师")
    person.write("文件密码", "短")
    button = person.find(Button, "写出文件")
    button.setFocus()
    person.press(Qt.Key.Key_Space)
    person.wait_for("这个密码还不够牢。")
    assert button.hasFocus(), "who pressed the button can press it again"
    assert list(room.out.iterdir()) == []


class Desktop(QObject):
    """Stands for the desktop: remembers which folder it was to show."""

    def __init__(self):
        super().__init__()
        self.shown = []

    @Slot(QUrl)
    def show(self, url):
        self.shown.append(url.toLocalFile())


def test_the_folder_of_the_files_is_shown_by_the_desktop(room):
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "show")
    try:
        person = room.review()
        room.write(person)
        person.click("打开文件夹")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert desktop.shown == [str(room.out)]


def test_where_no_desktop_shows_folders_the_page_says_where_it_lies(room, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    person = room.review()
    room.write(person)
    person.click("打开文件夹")
    person.wait_for(str(room.out))


def test_the_keys_of_a_step_do_something_on_it(room):
    person = room.show()
    page = room.pages[-1]

    def told():
        return [one.keys for one in ReviewScreen.keys(page)]

    assert told() == ["Space", "Ctrl+Enter", "Esc"]
    person.click("开始去标识化")
    person.wait_for("隐去 ")
    assert told() == ["J K", "Y", "N", "A", "E", "F", "Ctrl+Enter", "Esc"]
    person.click("去写文件")
    assert told() == ["Ctrl+Enter", "Esc"]
    page.escape()
    assert told()[0] == "J K"
    page.escape()
    with room.qtbot.waitSignal(page.back):
        page.escape()


@pytest.mark.promise(1)
def test_a_decision_is_in_the_vault_a_moment_later_without_leaving(room):
    person = room.review()
    go_to(person, "绍兴")
    press(person, Qt.Key.Key_N)
    room.wait_kept(lambda kept: decision_on(kept, "绍兴") is Decision.KEEP)
    person.write("还有要隐去的词", "下雨")
    person.press(Qt.Key.Key_Return)
    room.wait_kept(lambda kept: decision_on(kept, "下雨") is Decision.HIDE)
    person.click("去写文件")
    person.write("用途", "个体督导")
    room.wait_kept(lambda kept: kept.fields["purpose"] == "个体督导")


def test_keys_that_rest_for_two_seconds_keep_the_review():
    assert QUIET_MS == 2000


def test_another_page_goes_on_where_this_one_was_left(room):
    room.quiet_ms = 600_000
    person = room.review()
    go_to(person, "绍兴")
    press(person, Qt.Key.Key_N)
    again = room.come_back()
    again.wait_for("接着上次没看完的摘要。")
    assert "绍兴 → 保留" in row_of(again, "绍兴")[0]
    assert not room.pages[-1].unsaved()
    again.click("返回")
    assert again.can_click("接着逐处决定")


@pytest.mark.promise(4)
def test_on_a_full_disk_the_page_stays_until_its_decisions_are_kept(room):
    person = room.review()
    page = room.pages[-1]
    room.wait_kept(bool)
    room.fill_disk(full=True)
    go_to(person, "王建国")
    press(person, Qt.Key.Key_N)
    person.click("去写文件")
    person.find(QLineEdit, "用途").setText("写不下" * 10_000)
    person.wait_for("刚才的决定还没有存上，正在重试。")
    page.leave()
    assert page.unsaved()
    room.qtbot.waitUntil(lambda: not room.desk.waiting)
    assert page.unsaved()
    room.fill_disk(full=False)
    page.leave()
    room.qtbot.waitUntil(lambda: not page.unsaved())
    assert not person.says("刚才的决定还没有存上，正在重试。")
    room.wait_kept(lambda kept: decision_on(kept, "王建国") is Decision.KEEP)


def test_a_page_on_which_nothing_changed_is_not_held(room):
    room.review()
    room.wait_kept(bool)
    page = room.pages[-1]
    room.qtbot.waitUntil(lambda: not page.unsaved())
    page.leave()
    assert not page.unsaved()


@pytest.mark.clause("157")
def test_what_is_registered_meanwhile_is_hidden_when_one_comes_back(room):
    person = room.review()
    go_to(person, "绍兴")
    press(person, Qt.Key.Key_N)
    assert "下雨" in text(person, RIGHT)
    room.wait_kept(lambda kept: decision_on(kept, "绍兴") is Decision.KEEP)
    room.register(aliases=("晓禾", "下雨"))
    again = room.come_back()
    again.wait_for("登记或记录变过，已重新查找。")
    assert any("新认出 1 处" in one for one in again.read())
    assert "下雨" not in text(again, RIGHT)
    assert "绍兴 → 保留" in row_of(again, "绍兴")[0]


def test_a_register_that_changed_for_nothing_new_says_so(room):
    room.review()
    room.wait_kept(bool)
    room.register(school="河岸中学")
    room.come_back().wait_for("您的决定都带过来了。")


def test_a_note_that_changed_meanwhile_is_decided_again_and_the_other_stays(room):
    person = room.review()
    go_to(person, "绍兴")
    press(person, Qt.Key.Key_N)
    press(person, Qt.Key.Key_A)
    room.wait_kept(lambda kept: decision_on(kept, "绍兴") is Decision.KEEP)
    room.amend("后来又去了绍兴。")
    again = room.come_back()
    again.wait_for("登记或记录变过，已重新查找。")
    assert any("有 1 篇记录改过" in one for one in again.read())
    assert [row.split("→ ")[1].startswith("保留") for row in row_of(again, "绍兴")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_going_back_to_the_choice_and_on_again_changes_no_decision(room):
    person = room.review()
    go_to(person, "绍兴")
    press(person, Qt.Key.Key_N)
    before = text(person, RIGHT)
    person.click("返回")
    person.click("接着逐处决定")
    assert text(person, RIGHT) == before


@pytest.mark.parametrize("left_out", ["第 1 次咨询", "第 2 次咨询"])
def test_another_choice_of_notes_takes_the_decisions_along(room, left_out):
    person = room.review()
    go_to(person, "绍兴")
    press(person, Qt.Key.Key_N)
    press(person, Qt.Key.Key_A)
    assert text(person, RIGHT).count("绍兴") == 3
    for count in (1, 2):
        person.click("返回")
        QTest.mouseClick(tick_of(person, left_out), Qt.MouseButton.LeftButton)
        person.click("按新的选择重新查找")
        person.wait_for("隐去 ")
        room.qtbot.waitUntil(lambda count=count: text(person, LEFT).count("次咨询") == count)
    assert text(person, RIGHT).count("绍兴") == 3


@pytest.mark.promise(5)
def test_what_is_decided_after_a_file_was_written_is_kept_again(room):
    person = room.review()
    room.describe(person)
    person.click("写出文件")
    person.wait_for("已写出")
    assert room.kept() is None
    person.click("返回")
    go_to(person, "绍兴")
    press(person, Qt.Key.Key_N)
    room.wait_kept(lambda kept: decision_on(kept, "绍兴") is Decision.KEEP)


# Who may read it.


def given(room) -> list[SummaryGiven]:
    """What stands in the case's file of summaries that left."""
    found = room.ask(lambda v: [v.entries.of_case(room.case_id, EntryKind.SUMMARY)])[0]
    return [given_of(one.value) for one in found]


@pytest.mark.clause("157")
def test_the_four_kinds_of_detail_are_looked_at_and_again_after_another_decision(room):
    person = room.review()
    room.describe(person)
    looks = next(t for t in person.window.findChildren(QCheckBox) if t.text().startswith("体貌"))
    person.click(looks.text())
    person.click("写出文件")
    person.wait_for("这份摘要还不能交出去。")
    assert person.says("四类细节请逐类看过、处理过，再一一勾上（3.6）。")
    assert list(room.out.iterdir()) == []
    assert given(room) == []
    person.click(looks.text())
    person.click("返回")
    go_to(person, "绍兴")
    press(person, Qt.Key.Key_N)
    person.click("去写文件")
    assert not looks.isChecked(), "what leaves is another text now"
    assert looks.window().focusWidget().text().startswith("姓名："), "one begins at the first"
    look_at_details(person)
    person.click("写出文件")
    person.wait_for("已写出")


@pytest.mark.clause("018")
@pytest.mark.clause("114")
@pytest.mark.clause("158")
def test_research_teaching_and_the_team_each_ask_for_more(room):
    person = room.review()
    room.describe(person)
    for audience, said in (
        ("研究或发表", "用于研究或发表，须先签署研究发表知情同意书（热线 3.6）。"),
        ("教学", "用于教学，须先签署教学使用知情同意书（2.6）。"),
        ("团队成员", "交给团队成员，对方要先登记在「执业资料 · 团队与督导」里"),
    ):
        person.click(audience)
        person.click("写出文件")
        person.wait(lambda said=said: any(said in one for one in person.read()))
    assert list(room.out.iterdir()) == []
    room.ask(
        lambda v: v.practice.add(
            Colleague("示例督导师", "团队成员", promised_on="2026-01-02"), CREATION
        )
    )
    person.click("写出文件")
    person.wait_for("已写出")
    assert [one.audience for one in given(room)] == [Audience.TEAM]


@pytest.mark.clause("013")
def test_what_left_stands_in_the_file_without_a_word_of_it(room):
    person = room.review()
    room.write(person)
    (one,) = given(room)
    assert (one.recipient, one.purpose, one.audience) == (
        "示例督导师",
        "个体督导",
        Audience.INDIVIDUAL,
    )
    assert one.hidden["PERSON"] >= 3
    made = {hashlib.sha256(path.read_bytes()).hexdigest() for path in room.out.iterdir()}
    assert set(one.digests) == made
    assert one.protected
    assert not [name for name in (*NAMES, FIRST) if name in repr(as_json(one))]


def test_a_summary_that_cannot_be_written_stands_nowhere_as_given(room):
    person = room.review()
    room.describe(person)
    room.out.rmdir()
    person.click("写出文件")
    person.wait_for("这里不让写。")
    assert given(room) == []


# Writing.


@pytest.mark.clause("013")
def test_purpose_and_recipient_are_asked_for(room):
    person = room.review()
    room.describe(person, 用途="", 交给谁="")
    person.click("写出文件")
    person.wait_for("写一句用途。")
    assert person.says("写明交给谁。")
    person.write("用途", "个体督导")
    person.click("写出文件")
    assert not person.says("写一句用途。")
    assert person.says("写明交给谁。")
    assert list(room.out.iterdir()) == []
    person.write("交给谁", "示例督导师")
    person.click("写出文件")
    person.wait_for("已写出")
    assert not person.says("写明交给谁。")


@pytest.mark.parametrize("password", ["", "短了", "1234567"])
def test_a_short_password_is_refused(room, password):
    person = room.review()
    room.describe(person, 文件密码=password)
    person.click("写出文件")
    person.wait_for("这个密码还不够牢。")
    assert person.says("至少 8 个字符。可以是一句话，任何文字都行。")
    assert list(room.out.iterdir()) == []
    assert room.exported() == 0
    person.write("文件密码", FILE_PASSWORD)
    person.click("写出文件")
    person.wait_for("已写出")


def test_a_password_is_thought_of_and_shown(room):
    person = room.review()
    room.describe(person)
    person.click("替我想一个")
    line = person.find(QLineEdit, "文件密码")
    assert len(line.text()) >= 12
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    person.click("写出文件")
    person.wait_for("已写出")
    assert "林晓禾" not in read_pdf(written(room, ".pdf"), line.text())


def test_ctrl_enter_on_the_suggesting_button_writes_and_draws_no_other_password(room):
    person = room.review()
    room.describe(person)
    button = person.find(Button, "替我想一个")
    button.setFocus()
    person.press(Qt.Key.Key_Space)
    line = person.find(QLineEdit, "文件密码")
    assert line.hasFocus()
    drawn = line.text()
    button.setFocus()
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.wait_for("已写出")
    assert line.text() == drawn
    assert "林晓禾" not in read_pdf(written(room, ".pdf"), drawn)


def test_the_keyboard_begins_at_the_list_of_notes(room):
    person = room.show()
    room.pages[-1].setFocus()  # as the workspace does
    room.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QCheckBox))
    before = person.can_click("开始去标识化")
    ticked = QApplication.focusWidget().isChecked()
    person.press(Qt.Key.Key_Space)
    assert QApplication.focusWidget().isChecked() is not ticked
    assert before


def test_without_a_password_only_when_she_says_so(room):
    person = room.review()
    room.describe(person, 文件密码="")
    person.click("不设密码（拿到文件的人都能读）")
    assert not person.find(QLineEdit, "文件密码").isEnabled()
    person.click("写出文件")
    person.wait_for("已写出")
    words = pypdf.PdfReader(written(room, ".pdf")).pages[0].extract_text()
    assert "督导" in words
    assert "林晓禾" not in words


def test_a_password_that_is_thought_of_protects_the_files_that_were_to_have_none(room):
    person = room.review()
    room.describe(person)
    person.click("不设密码（拿到文件的人都能读）")
    line = person.find(QLineEdit, "文件密码")
    assert line.text() == ""
    person.click("替我想一个")
    assert line.isEnabled()
    assert not person.find(QCheckBox, "不设密码（拿到文件的人都能读）").isChecked()
    person.click("写出文件")
    person.wait_for("已写出")
    assert person.says("密码请另外告诉对方。导出已记在留痕里。")
    assert pypdf.PdfReader(written(room, ".pdf")).is_encrypted


def test_of_files_without_a_password_none_is_spoken_of(room):
    person = room.review()
    room.describe(person)
    person.click("替我想一个")
    person.click("不设密码（拿到文件的人都能读）")
    assert person.find(QLineEdit, "文件密码").text() == ""
    person.click("写出文件")
    person.wait_for("已写出")
    assert person.says("文件没有密码，拿到的人都能读。导出已记在留痕里。")
    assert not person.says("密码请另外告诉对方。导出已记在留痕里。")


def test_nothing_is_written_where_no_kind_of_file_is_chosen(room):
    person = room.review()
    room.describe(person)
    person.click("PDF，适合打印和阅读")
    person.click("写出文件")
    person.wait(lambda: any("请至少选一" in one for one in person.read()))
    assert list(room.out.iterdir()) == []


@pytest.mark.parametrize("folder", ["", "督导材料", "./这里"])
def test_a_folder_without_a_whole_path_is_asked_for_again(room, folder, monkeypatch):
    monkeypatch.chdir(room.out)
    person = room.review()
    room.describe(person, 放在哪个文件夹=folder)
    person.click("写出文件")
    person.wait_for("请写完整的文件夹路径。")
    assert list(room.out.iterdir()) == []


def test_a_folder_that_vanished_is_a_sentence_and_nothing_is_lost(room):
    person = room.review()
    room.describe(person)
    room.out.rmdir()
    person.click("写出文件")
    person.wait_for("这里不让写。")
    assert person.find(QLineEdit, "用途").text() == "个体督导"
    assert room.exported() == 0
    room.out.mkdir()
    person.click("写出文件")
    person.wait_for("已写出")
    assert room.exported() == 1


@pytest.mark.promise(34)
@pytest.mark.clause("157")
def test_both_files_open_only_with_the_password_and_say_no_name(room):
    person = room.review()
    room.write(person)
    pdf, word = written(room, ".pdf"), written(room, ".docx")
    for path in (pdf, word):
        assert re.fullmatch(r"summary-20260512-001\.(pdf|docx)", path.name)
        assert mode(path) == 0o600
    for words in (read_pdf(pdf, FILE_PASSWORD), read_docx(word, FILE_PASSWORD)):
        assert "示例督导师" in words
        for name in (*NAMES, "13900000017", "禾木", "王建国", "沈知远"):
            assert name not in words, name
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(pdf, password="不是这个密码")
    with word.open("rb") as file:
        found = msoffcrypto.OfficeFile(file)
        with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
            found.load_key(password="不是这个密码", verify_password=True)
    with pytest.raises(Exception, match=r"(?i)zip|package|file"):
        docx.Document(str(word))
    assert person.says("密码请另外告诉对方。导出已记在留痕里。")


@pytest.mark.clause("157")
def test_a_name_that_stands_in_the_purpose_blocks_the_file(room):
    person = room.review()
    room.describe(person, 用途="林晓禾的督导")
    person.click("写出文件")
    person.wait_for("用途这一栏里写着 1 处登记过的姓名或信息。")
    assert person.says("伦理守则 3.6")
    assert list(room.out.iterdir()) == []
    assert room.exported() == 0
    person.write("用途", "个体督导")
    person.click("写出文件")
    person.wait_for("已写出")


def test_a_name_that_she_keeps_on_purpose_may_leave(room):
    person = room.review()
    go_to(person, "母亲陈桂芳")
    press(person, Qt.Key.Key_N)
    room.write(person)
    assert "陈桂芳" in read_pdf(written(room, ".pdf"), FILE_PASSWORD)
    assert "林晓禾" not in read_pdf(written(room, ".pdf"), FILE_PASSWORD)


@pytest.mark.clause("157")
def test_two_summaries_of_a_case_cannot_be_laid_side_by_side(room):
    """The letters are dealt anew: over many exports, they do not stay the same."""
    letters = set()
    for _ in range(12):
        page = room.review()
        pair = [row_of(page, name)[0].partition("→ ")[2] for name in ("王建国", "赵婷婷")]
        assert pair[0] != pair[1]
        letters.add(tuple(pair))
        room.pages[-1].hide()
        room.forget()
    assert len(letters) > 1


def test_two_files_of_a_day_have_two_numbers(room):
    person = room.review()
    room.describe(person)
    for count in (1, 2):
        person.write("交给谁", f"示例督导师{count}")
        person.click("写出文件")
        room.qtbot.waitUntil(lambda count=count: room.exported() == count)
    names = sorted(path.name for path in room.out.iterdir())
    assert names == ["summary-20260512-001.pdf", "summary-20260512-002.pdf"]


@pytest.mark.promise(29)
def test_the_page_puts_no_word_where_others_could_read_it(room):
    person = room.review()
    parts = [person.window, *person.window.findChildren(QObject)]
    assert not [one for one in parts if any(name in one.objectName() for name in NAMES)]
    assert person.window.windowTitle() == ""


def written(room: Room, ending: str) -> Path:
    (found,) = room.out.glob(f"*{ending}")
    return found


# The texts, as values.


def review_of(*passages: tuple[str, list[tuple[int, int, str, Decision]]]) -> Review:
    return Review(
        tuple(
            Passage(1, "一", original, tuple(
                MarkedSpan(start, end, "PERSON", "register", 1.0, instead, decision)
                for start, end, instead, decision in spans
            ))
            for original, spans in passages
        )
    )  # fmt: skip


def test_places_lie_where_their_words_stand_on_both_sides():
    hide, keep = Decision.HIDE, Decision.KEEP
    sides = lay_out(
        review_of(
            ("甲说乙。", [(0, 1, "来访者", hide), (2, 3, "母亲", keep)]),
            ("😀乙来了", [(1, 2, "母亲", hide)]),
        )
    )
    assert sides.original == "一\n甲说乙。\n一\n😀乙来了"
    assert sides.result == "一\n来访者说乙。\n一\n😀母亲来了"
    assert [sides.original[slice(*one.left)] for one in sides.places] == ["甲", "乙", "乙"]
    assert [sides.result[slice(*one.right)] for one in sides.places] == ["来访者", "乙", "母亲"]


def test_titles_of_notes_and_of_their_sections_are_headings_and_sentences_are_not():
    words = "主诉\n睡不着。\n\n风险评估\n无\n\n她说：\n好。"
    sides = lay_out(review_of((words, [])))
    found = [(sides.original[one.start : one.end], one.first) for one in sides.heads]
    assert found == [("一", True), ("主诉", False), ("风险评估", False)]
    assert sides.heads == sides.result_heads
