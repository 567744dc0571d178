"""Another password, another recovery key, and the paper tried: as she does it in the settings."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from app import bootstrap
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.errors import DiskFull, WrongPassword
from app.domain.preferences import Preferences
from app.services import case_locks, cases, vaults, ways_in
from storage import header, keys
from storage.case_locks import CaseLockRows
from storage.clock import SystemClock
from storage.files import FileShelf
from storage.preferences import JsonPreferences
from storage.vault import FolderDoor
from tests.gui.helpers import PASSWORD
from tests.journeys.person import Person
from ui.case_shut import ShutCase
from ui.new_password import NewPassword
from ui.new_recovery import NewRecovery
from ui.office import Office
from ui.page import ToNewPassword, ToNewRecovery, ToSettings
from ui.settings import SettingsScreen
from ui.widgets.banner import Banner
from ui.widgets.tiles import KeyTiles
from ui.workspace import Workspace

pytestmark = pytest.mark.clause("044", "050")

NEW = "另一只 木箱 在阁楼上"


class House:
    """An open vault and somebody in front of one of its pages."""

    def __init__(self, qtbot, folder, desk):
        self.qtbot, self.clock = qtbot, SystemClock()
        self.door, self.place = FolderDoor(self.clock, lambda: keys.FLOOR), folder / "林间咨询室"
        self.groups = self.door.new_recovery_key()
        store = JsonPreferences(folder / "choices" / "preferences.json")
        store.save(Preferences(language="zh", vault=str(self.place), theme="light"))
        tools = SimpleNamespace(clock=self.clock, papers=bootstrap.papers(), shelf=FileShelf())
        self.office = Office(
            desk, lambda: self.door, lambda: tools, store, lambda: self.place, print
        )
        opened = []
        desk.open(
            desk,
            lambda: vaults.create(self.door, self.clock, self.place, PASSWORD, self.groups),
            opened.append,
            pytest.fail,
        )
        qtbot.waitUntil(lambda: bool(opened))
        self.vault = opened[0].vault

    def at(self, page):
        self.qtbot.addWidget(page)
        page.resize(1224, 800)
        person = Person(self.qtbot.waitUntil, page)
        person.sit_down(page)
        self.settle()
        return person

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.office.desk.waiting)

    def opens(self, word):
        found, _ = header.read(self.place)
        return header.open_slot(found, header.PASSWORD, word) is not None

    def key_opens(self, groups):
        try:
            self.ask(lambda vault: vault.ways.check_recovery("".join(groups)))
        except WrongPassword:
            return False
        return True

    def ask(self, work):
        """Run work on the vault's thread; return or raise what comes of it."""
        answers, refusals = [], []
        self.office.desk.do(self.office.desk, work, answers.append, refusals.append)
        self.qtbot.waitUntil(lambda: bool(answers or refusals))
        if refusals:
            raise refusals[0]
        return answers[0]


@pytest.fixture
def house(qtbot, tmp_path, desk):
    return House(qtbot, tmp_path, desk)


def write_key(person, name, text):
    """Write a recovery key in place of what stood there."""
    edit = person.find(QTextEdit, name)
    edit.selectAll()
    edit.insertPlainText("")
    person.write_text(name, text)


def type_new(person, old=PASSWORD, new=NEW, again=NEW):
    person.write("现在的密码", old)
    person.write("新密码", new)
    person.write("再写一遍", again)


# The password.


@pytest.mark.promise(14)
def test_a_password_is_changed_by_keyboard_alone(house):
    page = NewPassword(house.office)
    person = house.at(page)
    assert person.says("又知道旧密码，连以后的也打得开")
    page.setFocus()
    for word in (PASSWORD, NEW, NEW):
        person.type(word)
        person.press(Qt.Key.Key_Return)
    person.wait_for("密码换好了。")
    assert house.opens(NEW)
    assert not house.opens(PASSWORD)
    assert person.says("以前做的备份，仍然用当时的密码打开")
    with house.qtbot.waitSignal(page.back):
        person.press(Qt.Key.Key_Return)


def test_a_wrong_old_password_keeps_what_was_typed_anew(house):
    page = NewPassword(house.office)
    person = house.at(page)
    type_new(person, old="这不是那一句话")
    person.click("换成新密码")
    person.wait_for("密码不对。")
    house.settle()
    assert page.passwords.first.text() == NEW
    assert page.proof_box.password.text() == ""
    assert page.proof_box.password.line.hasFocus()
    assert house.opens(PASSWORD)
    person.write("现在的密码", PASSWORD)
    assert not person.says("密码不对。")
    person.click("换成新密码")
    person.wait_for("密码换好了。")


@pytest.mark.promise(22)
def test_guessing_here_makes_her_wait_as_at_the_door(house):
    person = house.at(NewPassword(house.office))
    for _ in range(3):
        type_new(person, old="这不是那一句话")
        person.click("换成新密码")
        house.settle()
    assert person.says("请等 1 秒再试。")


@pytest.mark.promise(23)
@pytest.mark.parametrize(
    ("new", "again", "reason"),
    [
        ("", "", "写好密码就可以继续"),
        ("kurz", "kurz", "这个密码还不够牢。"),
        ("password1", "password1", "这个密码还不够牢。"),
        (NEW, NEW + "x", "两遍写得一样就可以继续"),
    ],
)
def test_a_weak_or_different_pair_cannot_be_chosen(house, new, again, reason):
    person = house.at(NewPassword(house.office))
    type_new(person, new=new, again=again)
    assert not person.can_click("换成新密码")
    assert person.says(reason)


def foot_of(page):
    """Return where the button begins, from the top of the page."""
    return page.button.mapTo(page, page.button.rect().topLeft()).y()


def test_the_same_password_is_no_change(house):
    page = NewPassword(house.office)
    person = house.at(page)
    type_new(person, new=PASSWORD, again=PASSWORD)
    person.click("换成新密码")
    person.wait_for("新密码和现在的一样。")
    (banner,) = page.findChildren(Banner)
    house.qtbot.waitUntil(
        lambda: foot_of(page) - banner.mapTo(page, banner.rect().bottomLeft()).y() > 8
    )
    person.write("再写一遍", NEW)  # it spoke of what was written before
    assert not person.says("新密码和现在的一样。")


def test_the_recovery_key_may_prove_her(house):
    page = NewPassword(house.office)
    person = house.at(page)
    person.click("改用恢复密钥")
    write_key(person, "恢复密钥", " ".join(house.groups).lower())
    person.write("新密码", NEW)
    person.write("再写一遍", NEW)
    person.click("换成新密码")
    person.wait_for("密码换好了。")
    assert house.opens(NEW)
    assert house.key_opens(house.groups)


def test_another_vaults_recovery_key_is_told_from_a_misspelt_one(house):
    page = NewPassword(house.office)
    person = house.at(page)
    person.click("改用恢复密钥")
    person.write("新密码", NEW)
    person.write("再写一遍", NEW)
    other = house.door.new_recovery_key()
    write_key(person, "恢复密钥", " ".join(other))
    person.click("换成新密码")
    person.wait_for("这不是这个保险库的恢复密钥。")
    assert page.proof_box.key.text(), "what was typed is kept, to be compared with the paper"


@pytest.mark.promise(3)
def test_a_full_disk_is_said_and_the_old_password_holds(house, monkeypatch):
    def full(*_):
        raise DiskFull

    page = NewPassword(house.office)
    person = house.at(page)
    type_new(person)
    with monkeypatch.context() as patched:
        patched.setattr(header, "put", full)
        person.click("换成新密码")
        person.wait_for("磁盘满了")
    house.settle()
    assert house.opens(PASSWORD)
    person.click("换成新密码")
    person.wait_for("密码换好了。")


@pytest.mark.promise(38)
def test_nothing_typed_outlives_the_page(house):
    page = NewPassword(house.office)
    person = house.at(page)
    type_new(person)
    page.leave()
    fields = (page.passwords.first, page.passwords.second, page.proof_box.password)
    assert [one.text() for one in fields] == ["", "", ""]
    assert not any(one.line.isUndoAvailable() for one in fields)


def came_by_the_key(house):
    """Open anew with the recovery key, and stand before the page that asks for a password."""
    house.office.desk.close(lambda vault: vault.close())
    opened = []
    house.office.desk.open(
        house.office.desk,
        lambda: house.door.open_with_recovery(house.place, "".join(house.groups)),
        opened.append,
        pytest.fail,
    )
    house.qtbot.waitUntil(lambda: bool(opened))
    page = NewPassword(house.office, forgotten=True)
    person = house.at(page)
    assert not page.proof_box.isVisible()
    return page, person


def stands(house):
    return house.ask(lambda vault: vault.ways.opened_just_now())


@pytest.mark.promise(25)
def test_who_came_by_the_recovery_key_is_not_asked_for_it_again(house):
    page, person = came_by_the_key(house)
    page.setFocus()
    for word in (PASSWORD, PASSWORD):
        person.type(word)
        person.press(Qt.Key.Key_Return)
    person.wait_for("新密码和现在的一样。")
    assert stands(house)
    person.write("新密码", NEW)
    person.write("再写一遍", NEW)
    person.click("换成新密码")
    person.wait_for("密码换好了。")
    assert house.opens(NEW)
    assert not stands(house), "once"


@pytest.mark.promise(25)
def test_after_some_minutes_it_is_asked_and_the_new_password_is_kept(house):
    page, person = came_by_the_key(house)
    person.write("新密码", NEW)
    person.write("再写一遍", NEW)
    house.ask(lambda vault: vault.ways.forget_opening())
    person.click("换成新密码")
    person.wait_for("离用恢复密钥打开已经有一会儿了。")
    house.settle()
    assert house.opens(PASSWORD)
    assert page.proof_box.isVisible()
    assert page.passwords.first.text() == NEW
    write_key(person, "恢复密钥", " ".join(house.groups))
    person.click("换成新密码")
    person.wait_for("密码换好了。")
    assert house.opens(NEW)


def test_the_minutes_end_by_themselves(house):
    page, _ = came_by_the_key(house)
    assert 0 < page._over.remainingTime() < 330_000
    assert "这几分钟里不用再写一遍恢复密钥" in led(page)
    page._over.timeout.emit()
    house.qtbot.waitUntil(page.proof_box.isVisible)
    assert not stands(house)
    assert "不用" not in led(page), "it would deny the field that now stands below"
    assert "请再写一遍恢复密钥" in led(page)


def led(page):
    """Return what the banner above says."""
    return page.findChildren(Banner)[0].accessibleDescription()


@pytest.mark.promise(5)
def test_who_leaves_the_page_leaves_the_proof_behind(house):
    page, _ = came_by_the_key(house)
    assert stands(house)
    page.leave()
    house.settle()
    assert not stands(house)
    again = NewPassword(house.office, forgotten=True)
    house.at(again)
    house.qtbot.waitUntil(again.proof_box.isVisible)


# The recovery key.


def typed_back(person, page):
    for field, number in zip(page.recovery.fields, page.recovery._asked, strict=True):
        field.set_text(page.recovery.groups[number])


@pytest.mark.promise(14)
@pytest.mark.promise(25)
def test_a_recovery_key_is_renewed_after_it_was_typed_back(house):
    page = NewRecovery(house.office)
    person = house.at(page)
    house.qtbot.waitUntil(lambda: bool(page.recovery.groups))
    groups = page.recovery.groups
    assert person.says("又有旧的那张纸，连以后的也打得开")
    person.write("现在的密码", PASSWORD)
    assert not person.can_click("换成这一把"), "the paper is not proved yet"
    assert house.key_opens(house.groups)
    typed_back(person, page)
    person.click("换成这一把")
    person.wait_for("恢复密钥换好了。")
    assert house.key_opens(groups)
    assert not house.key_opens(house.groups)
    assert house.opens(PASSWORD)
    assert page.recovery.groups == ()
    assert not page.findChildren(KeyTiles) or "".join(groups) not in "".join(person.read())


def test_a_key_that_was_only_looked_at_changes_nothing(house):
    page = NewRecovery(house.office)
    house.at(page)
    house.qtbot.waitUntil(lambda: bool(page.recovery.groups))
    fresh = page.recovery.groups
    page.leave()
    assert page.recovery.groups == ()
    assert house.key_opens(house.groups)
    assert not house.key_opens(fresh)


def test_the_sheet_of_the_new_key_can_be_written(house, tmp_path):
    page = NewRecovery(house.office)
    person = house.at(page)
    house.qtbot.waitUntil(lambda: bool(page.recovery.groups))
    person.click("打印")
    person.click("存成 PDF")
    person.write("存成哪个文件", str(tmp_path / "纸.pdf"))
    person.click("存下")
    person.wait_for("已存成")
    assert (tmp_path / "纸.pdf").read_bytes().startswith(b"%PDF")
    person.write("存成哪个文件", str(house.place / "纸.pdf"))
    person.click("存下")
    person.wait_for("不要和保险库放在一起，请换一个地方。")


def came_of_it(house):
    acts = (AuditKind.RECOVERY_CHANGED, AuditKind.RECOVERY_PRINTED)
    return [one.kind for one in house.ask(lambda vault: vault.audit.page(9, kinds=acts))][::-1]


@pytest.mark.clause("113")
def test_the_trail_says_that_the_key_was_given_out_once_it_holds(house, tmp_path):
    page = NewRecovery(house.office)
    person = house.at(page)
    house.qtbot.waitUntil(lambda: bool(page.recovery.groups))

    def save(name):
        person.click("打印")
        person.click("存成 PDF")
        person.write("存成哪个文件", str(tmp_path / name))
        person.click("存下")
        person.wait_for("已存成")

    save("谁也打不开.pdf")
    first = page.recovery.groups
    person.click("换一组")
    house.qtbot.waitUntil(lambda: page.recovery.groups != first)
    save("纸.pdf")
    assert came_of_it(house) == [], "it opens nothing yet"
    person.write("现在的密码", PASSWORD)
    typed_back(person, page)
    person.click("换成这一把")
    person.wait_for("恢复密钥换好了。")
    assert came_of_it(house) == [AuditKind.RECOVERY_CHANGED, AuditKind.RECOVERY_PRINTED]


# The settings.


@pytest.mark.promise(25)
def test_the_paper_is_tried_and_nothing_changes(house):
    page = SettingsScreen(house.office)
    person = house.at(page)
    before = (house.place / header.NAME).read_bytes()
    person.click("试一试恢复密钥")
    write_key(person, "照着纸写恢复密钥", " ".join(house.groups)[:-1] + "#")
    person.click("核对")
    person.wait_for("恢复密钥不完整。")
    write_key(person, "照着纸写恢复密钥", " ".join(house.door.new_recovery_key()))
    person.click("核对")
    person.wait_for("这张纸打不开这个保险库。")
    write_key(person, "照着纸写恢复密钥", " ".join(house.groups))
    person.click("核对")
    person.wait_for("对的，这张纸打得开这个保险库。")
    assert page.ways.box.text() == ""
    house.settle()
    assert person.says("上次核对")
    assert (house.place / header.NAME).read_bytes() == before


def test_the_settings_say_since_when_and_lead_to_each_change(house):
    page = SettingsScreen(house.office)
    person = house.at(page)
    assert sum("起没有换过。" in one for one in person.read()) == 2
    wanted = []
    page.wanted.connect(wanted.append)
    person.click("换密码")
    person.click("换恢复密钥")
    assert wanted == [ToNewPassword(), ToNewRecovery()]


def test_what_was_typed_of_the_paper_goes_with_the_page(house):
    page = SettingsScreen(house.office)
    person = house.at(page)
    person.click("试一试恢复密钥")
    write_key(person, "照着纸写恢复密钥", " ".join(house.groups))
    page.leave()
    assert page.ways.box.text() == ""
    page.revisit(ToSettings())
    assert not page.ways.box.isVisible()


def test_the_workspace_knows_both_pages_and_the_way_back(house):
    space = Workspace(house.office)
    person = house.at(space)
    space.go(ToSettings())
    for wanted, kind in ((ToNewPassword(), NewPassword), (ToNewRecovery(), NewRecovery)):
        space.go(wanted)
        house.settle()
        assert isinstance(space.page, kind)
        person.press(Qt.Key.Key_Escape)
        assert isinstance(space.page, SettingsScreen)
    house.settle()


@pytest.mark.promise(25, 26)
def test_a_new_recovery_key_says_which_locked_cases_still_know_the_old_one(house):
    def lock(vault):
        case = cases.open_case(vault, house.clock, "A-1", ServiceMode.ONLINE, Profile()).id
        case_locks.set_password(vault, house.clock, case, NEW, recovery=True)
        case_locks.shut(vault, house.clock, case)
        return case

    case = house.ask(lock)
    page = NewRecovery(house.office)
    person = house.at(page)
    house.qtbot.waitUntil(lambda: bool(page.recovery.groups))
    groups = page.recovery.groups
    person.write("现在的密码", PASSWORD)
    typed_back(person, page)
    person.click("换成这一把")
    person.wait_for("恢复密钥换好了。")
    said = "".join(person.read())
    assert f"旧的那张纸仍打得开它们：№ {case}。" in said
    assert house.key_opens(groups)
    assert house.ask(lambda vault: vault.case_locks.stale()) == [case]
    person = house.at(SettingsScreen(house.office))
    person.click("试一试恢复密钥")
    write_key(person, "照着纸写恢复密钥", " ".join(groups))
    person.click("核对")
    person.wait_for("对的，这张纸打得开这个保险库。")
    assert f"还只认换之前的那张纸：№ {case}。" in "".join(person.read())


@pytest.mark.promise(14, 25)
def test_a_change_that_the_disk_broke_off_says_that_the_new_paper_is_to_be_tried(
    house, monkeypatch
):
    def lock(vault):
        case = cases.open_case(vault, house.clock, "A-1", ServiceMode.ONLINE, Profile()).id
        case_locks.set_password(vault, house.clock, case, NEW, recovery=True)
        case_locks.shut(vault, house.clock, case)
        return case

    def full(*_):
        raise DiskFull

    case = house.ask(lock)
    page = NewRecovery(house.office)
    person = house.at(page)
    house.qtbot.waitUntil(lambda: bool(page.recovery.groups))
    typed = "".join(page.recovery.groups)
    person.write("现在的密码", PASSWORD)
    typed_back(person, page)
    with monkeypatch.context() as now:
        now.setattr(CaseLockRows, "renew_recovery", full)
        person.click("换成这一把")
        person.wait_for("恢复密钥换好了。")
    said = "".join(person.read())
    assert f"旧的那张纸仍打得开它们：№ {case}。请先到「设置」里用新的那张纸" in said
    door = ShutCase(house.office)
    person = house.at(door)
    door.show_page(house.ask(lambda vault: case_locks.page(vault, case)))
    assert person.says("请先到「设置」里「试一试恢复密钥」")
    house.ask(lambda vault: ways_in.try_recovery(vault, house.clock, typed))
    door.show_page(house.ask(lambda vault: case_locks.page(vault, case)))
    assert person.says("用密码打开一次以后，新的恢复密钥才能打开它")
