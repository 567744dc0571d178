"""The example at the window: opened without a vault, marked, left, deleted; no other ever is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import bootstrap
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.errors import DiskFull
from app.domain.example import FOLDERS, PASSWORD
from app.domain.preferences import Preferences
from app.services import cases, vaults
from app.services.example import ExampleVault
from storage import keys
from storage.example import DocumentsExample
from storage.preferences import JsonPreferences
from storage.vault import FolderDoor
from tests.gui.helpers import Clock, buttons, click, said
from ui import translation
from ui.example_screen import ExampleScreen
from ui.help_page import HelpScreen
from ui.new_vault import FirstStart
from ui.office import Office
from ui.page import ToCases, ToExample, ToHelp, ToNewCase, ToToday
from ui.shell import Shell
from ui.tasks import Desk
from ui.tour import Tour
from ui.unlock import DoorScreen

OWN = "晴天下的一只旧木箱"


class Program:
    """The program on somebody's computer; `restarts` holds how it wanted to be started anew."""

    def __init__(self, qtbot, folder):
        self.qtbot, self.folder, self.clock = qtbot, folder, Clock()
        self.door = FolderDoor(self.clock, lambda: keys.FLOOR)
        self.tools = replace(bootstrap.tools(), clock=self.clock)
        self.store = JsonPreferences(folder / "choices" / "preferences.json")
        self.store.save(Preferences(language="zh"))
        self.documents = folder / "文稿"
        self.example = ExampleVault(
            (lambda: self.door, lambda: self.tools), DocumentsExample(self.documents), few
        )
        self.place = self.documents / FOLDERS["zh"]
        self.restarts, self.shells = [], []

    def start(self):
        office = Office(
            Desk(), lambda: self.door, lambda: self.tools, self.store,
            lambda: self.folder / "新", self.restarts.append, lambda: self.example,
        )  # fmt: skip
        self.desk = office.desk
        self.shell = Shell(office)
        self.shells.append(self.shell)
        self.qtbot.addWidget(self.shell)
        self.shell.resize(1440, 900)
        with self.qtbot.waitExposed(self.shell):
            self.shell.show()
        self.shell.activateWindow()
        return self.shell

    def idle(self):
        self.qtbot.waitUntil(lambda: not self.desk.waiting)

    def screen(self, kind):
        self.qtbot.waitUntil(lambda: isinstance(self.shell.centralWidget(), kind), timeout=20000)
        return self.shell.centralWidget()

    def opened(self):
        self.qtbot.waitUntil(lambda: self.shell.workspace is not None, timeout=30000)
        self.idle()
        return self.shell.workspace

    def own_vault(self):
        """Make her own vault, with a case in it, and let the door stand before it."""
        place = self.folder / "林间咨询室"
        vault = vaults.create(self.door, self.clock, place, OWN, self.door.new_recovery_key()).vault
        cases.open_case(vault, self.clock, "青空", ServiceMode.ONLINE, Profile())
        vault.close()
        self.store.save(replace(self.store.load(), vault=str(place)))
        return place

    def do(self, work):
        got = []
        self.desk.do(self.desk, work, got.append)
        self.qtbot.waitUntil(lambda: bool(got))
        return got[0]

    def press(self, key):
        self.qtbot.keyClick(QApplication.focusWidget(), key)

    def end(self):
        for shell in self.shells:
            shell.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def few(language):
    """Two cases of the practice are enough to look at."""
    raw = bootstrap.example_practice(language)
    return {**raw, "cases": raw["cases"][5:7]}


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    translation.install(qapp, "zh")
    made = Program(qtbot, tmp_path)
    yield made
    made.end()


def holds(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_newcomer_opens_it_looks_around_and_deletes_it(program):
    program.start()
    first = program.screen(FirstStart)
    click(program, first, "打开示例")
    space = program.opened()
    program.qtbot.waitUntil(lambda: "示例 · 虚构的人" in said(space))
    assert {line.case.code for line in program.do(cases.list_cases)} == {"远灯", "拾光"}
    assert program.store.load().vault == str(program.place)
    for place in (ToNewCase(), ToHelp()):
        space.go(place)
        program.idle()
        assert "示例 · 虚构的人" in said(space), "on every page"
    assert not buttons(space.page, "打开示例"), "one is in it already"
    click(program, space, "删除示例")
    program.qtbot.waitUntil(lambda: bool(program.restarts))
    assert program.restarts == [[]]
    assert not program.place.exists()
    assert program.store.load().vault == ""
    program.start()
    program.screen(FirstStart)


def test_after_a_lock_its_password_is_filled_in_and_said(program):
    program.start()
    click(program, program.screen(FirstStart), "打开示例")
    program.opened()
    program.shell.lock("menu")
    program.start()
    door = program.screen(DoorScreen)
    assert PASSWORD in said(door)
    program.idle()
    program.press(Qt.Key.Key_Return)
    space = program.opened()
    program.qtbot.waitUntil(lambda: "示例 · 虚构的人" in said(space))
    assert not space.findChildren(Tour), "one was shown around already"


def test_from_her_own_vault_it_is_locked_first_and_found_again(program):
    own = program.own_vault()
    before = holds(own)
    shell = program.start()
    door = program.screen(DoorScreen)
    assert PASSWORD not in said(door)
    assert not door.password.line.text()
    door.password.line.setText(OWN)
    program.idle()
    click(program, door, "打开")
    space = program.opened()
    assert "示例 ·" not in said(space)
    space.go(ToExample())
    assert program.restarts == [[]]
    assert shell.workspace is None, "her own vault is closed"
    program.start()
    program.screen(ExampleScreen)
    space = program.opened()
    program.qtbot.waitUntil(lambda: "示例 · 虚构的人" in said(space))
    assert program.store.load().own_vault == str(own)
    click(program, space, "删除示例")
    program.qtbot.waitUntil(lambda: len(program.restarts) == 2)
    assert not program.place.exists()
    assert set(holds(own)) == set(before), "nothing of hers is gone"
    program.start()
    door = program.screen(DoorScreen)
    assert door.place == own
    program.idle()
    door.password.line.setText(OWN)
    click(program, door, "打开")
    program.opened()
    assert [line.case.code for line in program.do(cases.list_cases)] == ["青空"]


def test_an_empty_vault_offers_it_beside_the_first_case(program):
    place = program.folder / "林间咨询室"
    vaults.create(
        program.door, program.clock, place, OWN, program.door.new_recovery_key()
    ).vault.close()
    program.store.save(replace(program.store.load(), vault=str(place)))
    program.start()
    door = program.screen(DoorScreen)
    program.idle()
    door.password.line.setText(OWN)
    click(program, door, "打开")
    space = program.opened()
    for page in (ToToday(), ToCases()):
        space.go(page)
        program.idle()
        program.qtbot.waitUntil(lambda: len(buttons(space, "打开示例")) == 1)
        assert buttons(space, "新建第一个个案")
    click(program, space, "打开示例")
    assert program.restarts == [[]]
    assert program.store.load().vault == str(program.place)


def test_leaving_keeps_it(program):
    own = program.own_vault()
    program.store.save(replace(program.store.load(), vault=str(program.place), own_vault=str(own)))
    program.start()
    space = program.opened()
    program.qtbot.waitUntil(lambda: "示例 · 虚构的人" in said(space))
    click(program, space, "离开示例")
    assert program.restarts == [[]]
    assert program.place.exists()
    assert program.store.load().vault == str(own)


def test_the_palette_leads_out_of_the_example_and_into_it_only_from_elsewhere(program):
    own = program.own_vault()
    program.store.save(replace(program.store.load(), vault=str(program.place), own_vault=str(own)))
    program.start()
    space = program.opened()
    program.qtbot.waitUntil(lambda: "示例 · 虚构的人" in said(space))
    space.open_palette()
    made = space.commander.palette
    made.line.setText("示例")
    titles = [one.title for one in made.list.found.rows()]
    assert {"离开示例", "删除示例"} <= set(titles)
    assert "打开示例" not in titles
    made.line.setText("离开示例")
    program.qtbot.keyClick(made.line, Qt.Key.Key_Return)
    assert program.restarts == [[]]
    assert program.place.exists()


def test_cases_of_her_own_are_spoken_of_before_they_go(program):
    program.start()
    click(program, program.screen(FirstStart), "打开示例")
    space = program.opened()
    program.qtbot.waitUntil(lambda: "示例 · 虚构的人" in said(space))
    program.do(
        lambda vault: cases.open_case(vault, program.clock, "真的", ServiceMode.ONLINE, Profile())
    )
    click(program, space, "删除示例")
    program.qtbot.waitUntil(lambda: "共 1 个" in said(space))
    assert program.place.exists()
    assert not program.restarts
    click(program, space, "都删掉")
    program.qtbot.waitUntil(lambda: bool(program.restarts))
    assert not program.place.exists()


def test_one_whose_header_was_replaced_stays_and_it_is_said(program):
    program.start()
    click(program, program.screen(FirstStart), "打开示例")
    space = program.opened()
    program.qtbot.waitUntil(lambda: "示例 · 虚构的人" in said(space))
    (program.place / "vault.header").write_bytes(b"{}")
    (program.place / "vault.header.bak").unlink(missing_ok=True)
    click(program, space, "删除示例")
    program.qtbot.waitUntil(lambda: "没有删除" in said(space))
    assert (program.place / "vault.db").is_file()
    assert not program.restarts


def test_one_that_cannot_be_made_says_why_and_leads_back(program, monkeypatch):
    def full(*_):
        raise DiskFull

    monkeypatch.setattr(program.example, "open", full)
    program.start()
    click(program, program.screen(FirstStart), "打开示例")
    screen = program.screen(ExampleScreen)
    program.qtbot.waitUntil(lambda: bool(buttons(screen, "返回")))
    program.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    program.press(Qt.Key.Key_Escape)
    program.screen(FirstStart)


def test_who_forgot_the_password_finds_help_before_the_locked_door(program):
    program.own_vault()
    program.start()
    door = program.screen(DoorScreen)
    program.idle()
    click(program, door, "帮助")
    page = program.screen(HelpScreen)
    assert page.text.toPlainText().startswith("忘记密码与恢复密钥")
    assert not buttons(page, "重看导览")
    assert not buttons(page, "打开示例")
    page.text.followed.emit("locking")
    page = program.screen(HelpScreen)
    program.qtbot.waitUntil(
        lambda: program.screen(HelpScreen).text.toPlainText().startswith("锁定")
    )
    program.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    program.press(Qt.Key.Key_Escape)
    program.screen(DoorScreen)
    program.idle()
    program.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    program.press(Qt.Key.Key_F1)
    program.screen(HelpScreen)


def test_the_first_look_around_is_quiet_and_remembered(program):
    program.start()
    click(program, program.screen(FirstStart), "打开示例")
    space = program.opened()
    program.qtbot.waitUntil(lambda: bool(space.findChildren(Tour)))
    (tour,) = space.findChildren(Tour)
    program.qtbot.waitUntil(tour.next.hasFocus)
    assert "导览 1 / 7" in said(space)
    for number in range(2, 8):
        click(program, tour, "看下一处")
        assert f"导览 {number} / 7" in said(tour)
        frame = tour._frame.geometry()
        target = tour._stops[number - 1].target
        assert frame.contains(target.mapTo(space, target.rect().center()))
        assert space.rect().contains(tour.geometry())
    space.go(ToNewCase())
    program.idle()
    assert space.childAt(tour.geometry().center()) in {tour, *tour.findChildren(QWidget)}, "on top"
    click(program, tour, "看完了")
    program.idle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not space.findChildren(Tour)
    assert program.store.load().toured


def test_esc_ends_it_and_the_help_shows_it_again(program):
    program.start()
    click(program, program.screen(FirstStart), "打开示例")
    space = program.opened()
    program.qtbot.waitUntil(lambda: bool(space.findChildren(Tour)))
    program.press(Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not space.findChildren(Tour)
    space.go(ToHelp())
    program.idle()
    click(program, space, "重看导览")
    (tour,) = space.findChildren(Tour)
    program.qtbot.waitUntil(tour.next.hasFocus)
    program.press(Qt.Key.Key_Return)
    assert "导览 2 / 7" in said(tour)
    tour.before.setFocus()
    program.press(Qt.Key.Key_Return)
    program.qtbot.waitUntil(tour.next.hasFocus)
    assert "导览 1 / 7" in said(tour)
    program.shell.resize(1100, 700)
    program.qtbot.waitUntil(lambda: space.rect().contains(tour.geometry()))
    program.press(Qt.Key.Key_Escape)
    program.qtbot.waitUntil(lambda: space.page.isAncestorOf(QApplication.focusWidget()))
