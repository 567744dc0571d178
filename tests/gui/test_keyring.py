"""The keyring as she meets it: off, switched on, once after a start, and never after a lock."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton

from app.domain.errors import KeyringFailed
from app.domain.preferences import Preferences
from app.services import vaults
from storage import keys
from storage.preferences import JsonPreferences
from storage.vault import FolderDoor
from tests.gui.helpers import NOW, PASSWORD
from tests.journeys.person import Person
from ui import translation
from ui.office import Office
from ui.page import ToSettings
from ui.shell import Shell
from ui.tasks import Desk

pytestmark = [pytest.mark.promise(24), pytest.mark.clause("044")]

SWITCH = "用这台电脑的钥匙串打开"


@dataclass
class Clock:
    """A clock whose computer can be started anew."""

    boot: str = "first start"
    running: float = 1000.0

    def now(self):
        return NOW

    def since_boot(self):
        return self.boot, self.running


@dataclass
class Ring:
    """The port of the keyring in memory; the real one has tests of its own."""

    kept: dict = field(default_factory=dict)
    failing: str = ""

    def keep(self, name, secret):
        self._fail()
        self.kept[name] = secret

    def take(self, name):
        self._fail()
        return self.kept.pop(name, None)

    def _fail(self):
        if self.failing:
            raise KeyringFailed(self.failing)


class House:
    """A vault, a keyring, and the program in front of them."""

    def __init__(self, qtbot, folder):
        self.qtbot, self.clock, self.ring = qtbot, Clock(), Ring()
        self.door, self.place = FolderDoor(self.clock, lambda: keys.FLOOR), folder / "林间咨询室"
        self.groups = self.door.new_recovery_key()
        self.store = JsonPreferences(folder / "choices" / "preferences.json")
        self.store.save(Preferences(language="zh", vault=str(self.place), toured=True))
        vaults.create(self.door, self.clock, self.place, PASSWORD, self.groups).vault.close()
        self.restarts, self.shells = [], []

    def start(self, *reason):
        tools = SimpleNamespace(clock=self.clock, consent_templates={})
        office = Office(
            Desk(), lambda: self.door, lambda: tools, self.store, lambda: self.place,
            self.restarts.append, keychain=lambda: self.ring,
        )  # fmt: skip
        shell = Shell(office, *reason)
        self.shells.append(shell)
        person = Person(self.qtbot.waitUntil, shell)
        person.sit_down(shell)
        person.wait(lambda: shell.centralWidget()._looked)  # the door was painted
        for _ in range(2):  # and what it asks then was asked and answered
            self.settle(person)
        return person

    def settle(self, person):
        """Wait until everything that was asked before is answered."""
        desk, answered = person.window.office.desk, []
        desk.outside(desk, lambda: True, answered.append)
        person.wait(lambda: bool(answered) and not desk.waiting)

    def landed(self, person):
        shell = person.window
        person.wait(lambda: shell.workspace is not None and shell.workspace.page is not None)
        self.settle(person)

    def unlock(self, person):
        person.write("密码", PASSWORD)
        person.press(Qt.Key.Key_Return)
        self.landed(person)

    def offers(self, person):
        return bool(person.parts(QAbstractButton, SWITCH))

    def switch_on(self, person, password=PASSWORD):
        person.window.workspace.go(ToSettings())
        self.settle(person)
        person.click(SWITCH)
        person.write("现在的密码", password)
        person.click("开启")
        self.settle(person)

    def switched(self, person):
        return person.find(QAbstractButton, SWITCH).isChecked()

    def close(self, person):
        shell = person.window
        shell.close()
        self.shells.remove(shell)
        shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def house(qtbot, qapp, tmp_path):
    translation.install(qapp, "zh")
    house = House(qtbot, tmp_path)
    yield house
    for shell in list(house.shells):
        house.close(SimpleNamespace(window=shell))


def test_it_is_off_until_she_asks_and_gives_her_password(house):
    person = house.start()
    assert not house.offers(person)
    house.unlock(person)
    house.switch_on(person, password="这不是那一句话")
    person.wait_for("密码不对。")
    assert not house.switched(person)
    assert house.store.load().keyring == ""
    person.write("现在的密码", PASSWORD)
    person.click("开启")
    person.wait_for("开好了。")
    assert house.switched(person)
    assert house.ring.kept == {}, "nothing lies in the keyring while the vault is open"
    house.close(person)
    assert len(house.ring.kept) == 1


def test_it_opens_the_first_time_after_the_computer_was_started(house):
    person = house.start()
    house.unlock(person)
    house.switch_on(person)
    house.close(person)

    house.clock.boot = "second start"
    person = house.start()
    person.wait(lambda: house.offers(person))
    person.click(SWITCH)
    house.landed(person)
    assert house.ring.kept == {}
    house.close(person)

    person = house.start()  # the same start of the computer
    person.wait(lambda: house.offers(person))
    person.click(SWITCH)
    person.wait_for("开机后已经打开过一次。")
    assert not house.offers(person)
    house.unlock(person)


@pytest.mark.promise(36)
def test_after_a_lock_nothing_but_the_password_opens(house):
    person = house.start()
    house.unlock(person)
    house.switch_on(person)
    house.close(person)
    house.clock.boot = "second start"
    person = house.start()
    person.wait(lambda: house.offers(person))
    house.unlock(person)  # by password: the ticket is taken out all the same
    assert house.ring.kept == {}
    person.window.lock("idle")
    assert house.ring.kept == {}
    house.close(person)
    house.clock.boot = "third start"
    person = house.start("idle", "14:32")
    assert not house.offers(person)
    person = house.start()  # somebody ended the locked program and starts another
    person.wait(lambda: house.offers(person))
    person.click(SWITCH)
    person.wait_for("系统钥匙串里没有这个保险库的钥匙。")
    house.unlock(person)


@pytest.mark.parametrize("reason", ["absent", "locked", "silent"])
def test_a_keyring_that_fails_leads_back_to_the_password(house, reason):
    person = house.start()
    house.unlock(person)
    house.switch_on(person)
    house.close(person)
    house.clock.boot, house.ring.failing = "second start", reason
    person = house.start()
    person.wait(lambda: house.offers(person))
    person.click(SWITCH)
    person.wait_for("请用密码打开。")
    assert not house.offers(person)
    house.unlock(person)
    # It did not give the ticket back: the slot is gone, and she is told.
    person.wait_for("系统钥匙串没有把钥匙交还")
    house.ring.failing = ""
    person.window.workspace.go(ToSettings())
    house.settle(person)
    assert not house.switched(person)
    house.close(person)
    house.clock.boot = "third start"
    assert not house.offers(house.start())


def test_a_keyring_that_is_not_there_cannot_be_switched_on(house):
    person = house.start()
    house.unlock(person)
    house.ring.failing = "absent"
    house.switch_on(person)
    person.wait_for("这台电脑上没有会加密的系统钥匙串。")
    assert person.says("没有开启，什么都没有改。")
    assert not house.switched(person)


def test_switching_off_is_at_once_and_leaves_nothing(house):
    person = house.start()
    house.unlock(person)
    house.switch_on(person)
    person.click(SWITCH)
    house.settle(person)
    assert not house.switched(person)
    assert house.store.load().keyring == ""
    house.close(person)
    assert house.ring.kept == {}
    assert not house.offers(house.start())


def test_giving_up_leaves_it_off_and_nothing_typed(house):
    person = house.start()
    house.unlock(person)
    person.window.workspace.go(ToSettings())
    house.settle(person)
    person.click(SWITCH)
    person.write("现在的密码", PASSWORD)
    person.click("不开了")
    part = person.window.workspace.page.ways.keyring
    assert part.proof_box.password.text() == ""
    assert not house.switched(person)
    assert part.switch.hasFocus()
