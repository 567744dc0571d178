"""Every reason to lock: what the system says, two at once, work that takes long, a second start."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app import bootstrap
from app.domain.lock import WayChanging, WhyLocked
from app.domain.proof import Proof
from app.domain.session_sheet import Surroundings
from storage import header
from storage.clock import SystemClock
from storage.doorbell import FolderDoorbell
from tests.gui import test_shell
from tests.gui.test_shell import LIMIT, ODD, PASSWORD
from tests.journeys.person import CTRL
from ui import closing
from ui.endings import Endings
from ui.new_password import NewPassword
from ui.page import ToCalendar, ToCases, ToConsent, ToExport, ToNewPassword, ToNote
from ui.signs_linux import LinuxSigns
from ui.signs_macos import MacSigns
from ui.signs_windows import WindowsSigns
from ui.widgets.dialog import Dialog

furnished, house = test_shell.furnished, test_shell.house


class Signs:
    """A system that says what the test lets it say."""

    def __init__(self):
        self.told, self.delays = None, 0

    def listen(self, told):
        self.told = told

    def delay_sleep(self):
        self.delays += 1


@pytest.fixture
def system(house):
    """The system in front of which the program is started."""
    signs = Signs()
    house.signs = lambda _window: signs
    return signs


def kept(house):
    """Return the words of the draft, as the vault has them."""
    return house.look(lambda vault: vault.notes.get(house.draft)).body.parts[0].text


# What the system says.


@pytest.mark.promise(5)
@pytest.mark.promise(37)
@pytest.mark.parametrize("why", [WhyLocked.SCREEN, WhyLocked.SLEEP, WhyLocked.SWITCH])
def test_every_sign_of_the_system_locks_and_no_word_is_lost(house, system, why):
    person = house.at(ToNote(house.draft))
    person.write_text("主诉", ODD)
    system.told(why)
    house.locked(person, why.value)
    assert kept(house) == ODD


@pytest.mark.promise(5)
@pytest.mark.promise(37)
def test_the_sheet_of_a_session_is_kept_at_a_lock_to_the_character(house, system):
    person = house.at(ToNote(house.draft))
    person.press(Qt.Key.Key_J, CTRL)
    person.click("其他方式")
    person.write("怎样核实的", ODD)
    person.click("两边都好")
    system.told(WhyLocked.SCREEN)
    house.locked(person, WhyLocked.SCREEN.value)

    def look(vault):
        return vault.entries.sheet(vault.sessions.get(vault.notes.get(house.draft).session_id))

    kept_sheet = house.look(look)
    assert kept_sheet.identity_how == ODD
    assert kept_sheet.mine == kept_sheet.theirs == frozenset(Surroundings)


@pytest.mark.promise(37)
def test_sleep_waits_only_for_an_open_vault(house, system):
    person = house.start()
    person.window.listen()
    assert (system.told is None, system.delays) == (False, 0)
    house.unlock(person)
    assert system.delays == 1


@pytest.mark.promise(37)
def test_two_signs_at_once_are_one_lock(house, system):
    person = house.at(ToCases())
    system.told(WhyLocked.SCREEN)
    system.told(WhyLocked.SLEEP)
    person.window.lock("idle")
    house.locked(person, "screen")


def test_at_the_door_nothing_is_locked_that_is_locked(house, system):
    person = house.start()
    person.window.listen()
    system.told(WhyLocked.SLEEP)
    assert house.restarts == []


@pytest.mark.promise(38)
def test_a_password_that_waits_at_the_door_does_not_outlive_the_screen_lock(house, system):
    person = house.start()
    person.window.listen()
    person.write("密码", PASSWORD[:3])
    system.told(WhyLocked.SCREEN)
    assert house.restarts[0][:2] == ["--locked", "screen"]


@pytest.mark.promise(38)
def test_neither_does_a_recovery_key(house, system):
    person = house.start()
    person.window.listen()
    person.click("用恢复密钥打开")
    person.write_text("恢复密钥", "ABCDE")
    system.told(WhyLocked.SLEEP)
    assert house.restarts[0][:2] == ["--locked", "sleep"]


@pytest.mark.promise(38)
@pytest.mark.parametrize("kind", ["password", "recovery"])
def test_a_secret_that_was_typed_and_left_does_not_outlive_the_minutes(house, kind):
    person = house.start()
    door = person.window.centralWidget()
    assert not door._left_alone.isActive()
    if kind == "password":
        person.write("密码", PASSWORD[:3])
    else:
        person.click("用恢复密钥打开")
        person.write_text("恢复密钥", "ABCDE")
    # Qt's timers may be a twentieth late.
    assert LIMIT * 0.8 < door._left_alone.remainingTime() / 1000 <= LIMIT * 1.06
    door._left_alone.timeout.emit()
    assert house.restarts[0][:2] == ["--locked", "idle"]


def test_a_door_where_nothing_stands_is_left_as_it_is(house):
    person = house.start()
    person.write("密码", "x")
    person.window.centralWidget().password.clear()
    person.window.centralWidget()._left_alone.timeout.emit()
    assert house.restarts == []


@pytest.mark.promise(5)
@pytest.mark.promise(37)
@pytest.mark.parametrize("page", ["review", "calendar", "consent"])
def test_every_page_lets_itself_be_locked(house, system, page):
    place = {
        "review": ToExport(house.case_id),
        "calendar": ToCalendar(),
        "consent": ToConsent(house.consent),
    }[page]
    person = house.at(place)
    system.told(WhyLocked.SLEEP)
    house.locked(person, "sleep")


@pytest.mark.promise(37)
def test_a_vault_that_is_being_opened_is_not_open_after_the_screen_lock(house, system):
    person = house.start()
    person.window.listen()
    person.write("密码", PASSWORD)
    person.press(Qt.Key.Key_Return)
    assert person.window.workspace is None
    system.told(WhyLocked.SCREEN)
    assert house.restarts[0][:2] == ["--locked", "screen"]
    house.settle(person)


@pytest.mark.promise(37)
@pytest.mark.parametrize(
    ("platform", "kind"),
    [("linux", LinuxSigns), ("darwin", MacSigns), ("win32", WindowsSigns)],
)
def test_each_system_is_listened_to_in_its_own_way(house, monkeypatch, platform, kind):
    person = house.start()
    monkeypatch.setattr("sys.platform", platform)
    assert isinstance(bootstrap.signs(person.window), kind)


# The key.


@pytest.mark.promise(37)
def test_ctrl_l_locks_behind_a_dialog(house):
    person = house.at(ToNote(house.draft))
    person.write_text("主诉", ODD)
    dialog = Dialog("一问", "问", accept="是", parent=person.window)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_L)
    QTest.keyClick(dialog, Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert house.restarts == []
    QTest.keyClick(dialog, Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    assert kept(house) == ODD


# What goes wrong, and what takes long.


@pytest.mark.promise(37)
def test_a_page_that_fails_to_leave_keeps_nothing_from_being_locked(house, monkeypatch):
    person = house.at(ToNote(house.draft))
    person.write_text("主诉", ODD)

    class Failing:
        changing = None

        def leave(self):
            raise RuntimeError("a bug")

        def unsaved(self):
            return True

    monkeypatch.setattr(person.window.workspace, "_leaving", [Failing()])
    with pytest.raises(RuntimeError):
        person.window.lock("menu")
    assert house.restarts[0][:2] == ["--locked", "menu"]
    assert kept(house) == ODD, "at once: the process ends there"
    house.settle(person)


@pytest.fixture
def busy(house):
    """Keep the vault's thread busy until it is told to go on."""
    go_on = threading.Event()

    def begin(person):
        started = threading.Event()

        def work(_vault):
            started.set()
            go_on.wait(30)

        person.window.office.desk.do(person.window, work)
        assert started.wait(30)

    yield SimpleNamespace(begin=begin, go_on=go_on)
    go_on.set()


@pytest.mark.promise(37)
def test_work_that_takes_long_does_not_hold_a_lock_up(house, busy):
    """Within two seconds; what nobody waits for ends with the process."""
    person = house.at(ToCases())
    busy.begin(person)
    began = time.monotonic()
    person.window.lock("menu")
    assert time.monotonic() - began < 2
    assert [words[:2] for words in house.restarts] == [["--locked", "menu"]]
    assert house.restarts[0][3:] == [], "no words were on their way"
    assert not any(one.isVisible() for one in QApplication.topLevelWidgets())
    busy.go_on.set()
    house.settle(person)


@pytest.mark.promise(5)
def test_words_on_their_way_are_waited_for_unseen(house, busy, monkeypatch):
    closed = []

    class Restarts(list):
        """Sees how the vault is left at the moment in which the process ends."""

        def append(self, words):
            closed.append(not (house.place / "vault.holder").exists())
            super().append(words)

    house.restarts = Restarts()
    person = house.at(ToNote(house.draft))
    person.write_text("主诉", ODD)
    busy.begin(person)
    vanished = []
    vanish = closing.vanish

    def vanishing():
        vanish()
        vanished.append([one for one in QApplication.topLevelWidgets() if one.isVisible()])
        threading.Timer(1.5, busy.go_on.set).start()

    monkeypatch.setattr(closing, "vanish", vanishing)
    person.window.lock("menu")
    assert (vanished, closed) == ([[]], [True])
    house.locked(person, "menu")
    assert kept(house) == ODD


# The clock.


@pytest.mark.promise(7)
@pytest.mark.promise(37)
@pytest.mark.parametrize("jump", [-10 * 365 * 86400.0, 10 * 365 * 86400.0])
def test_a_wall_clock_that_jumps_neither_locks_nor_keeps_open(monkeypatch, jump):
    if not hasattr(time, "CLOCK_BOOTTIME"):
        pytest.skip("this system has no clock of its own that counts sleep")
    wall, clock = time.time(), SystemClock()
    before = clock.since_boot()
    monkeypatch.setattr(time, "time", lambda: wall + jump)
    boot, seconds = clock.since_boot()
    assert boot == before[0]
    assert 0 <= seconds - before[1] < 60
    monkeypatch.setattr(time, "clock_gettime", lambda kind: {time.CLOCK_BOOTTIME: 4711.0}[kind])
    assert clock.since_boot()[1] == 4711.0, "the clock that counts sleep"


@pytest.mark.promise(37)
@pytest.mark.clause("044")
@pytest.mark.parametrize("minutes", [1, 5, 15])
def test_the_minutes_hold_to_the_second_whatever_was_chosen(house, minutes):
    house.store.save(replace(house.store.load(), idle_minutes=minutes))
    person = house.at(ToCases())
    house.clock.seconds += minutes * 60 - 1
    person.window._guard.watch.look()
    assert house.restarts == []
    house.clock.seconds += 1
    person.window._guard.watch.look()
    house.locked(person, "idle")
    assert replace(house.store.load(), idle_minutes=5).idle_seconds() == LIMIT


# The system ends the program.


@pytest.mark.promise(5)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_to_end_is_heard_by_a_window_that_waits(qtbot, number):
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)}
    parent, asked = QObject(), []
    endings = Endings(parent)
    endings.asked.connect(lambda: asked.append(number))
    try:
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: asked == [number])
    finally:
        signal.set_wakeup_fd(-1)
        for one, handler in before.items():
            signal.signal(one, handler)
        endings.end()


@pytest.mark.promise(5)
def test_an_end_that_is_asked_for_keeps_what_is_typed(house, monkeypatch):
    ended = []
    monkeypatch.setattr(QApplication, "exit", staticmethod(ended.append))
    person = house.at(ToNote(house.draft))
    person.write_text("主诉", ODD)
    Dialog("一问", "问", accept="是", parent=person.window).open()
    person.window.finish()
    assert ended == [0]
    house.end(person.window)
    assert kept(house) == ODD


# The door says why; one window for one vault.


@pytest.mark.promise(37)
@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("idle", "闲置满 5 分钟，14:57 自动锁定。"),
        ("menu", "您在 14:57 锁定。"),
        ("screen", "电脑锁屏，14:57 一起锁定。"),
        ("sleep", "电脑睡眠前，14:57 自动锁定。"),
        ("switch", "电脑换了用户，14:57 自动锁定。"),
        ("shutdown", "电脑要关机或注销，14:57 自动锁定。"),
    ],
)
def test_the_door_says_why_it_is_locked(house, reason, said):
    person = house.start(reason, "14:57")
    assert person.says(said + "\n没写完的记录已加密存好")
    assert WhyLocked.of(reason) is not None


@pytest.mark.promise(5)
def test_words_that_could_not_be_waited_for_are_owned_up_to(house, busy, monkeypatch):
    monkeypatch.setattr(closing, "_WORDS_S", 0.1)
    person = house.at(ToNote(house.draft))
    person.write_text("主诉", ODD)
    busy.begin(person)
    person.window.lock("sleep")
    assert house.restarts[0][:2] == ["--locked", "sleep"]
    assert house.restarts[0][3:] == ["unstored"]
    busy.go_on.set()
    house.settle(person)
    house.end(person.window)
    again = house.start("sleep", "14:57", "unstored")
    assert again.says("最后写的几句可能不在")
    assert not again.says("已加密存好")


NEW = "另一只 木箱 在阁楼上"


def changing(house, old=PASSWORD):
    """Sit before the change of the password with everything typed, and press the button."""
    person = house.at(ToNewPassword())
    for name, word in (("现在的密码", old), ("新密码", NEW), ("再写一遍", NEW)):
        person.write(name, word)
    return person


def opens(house, word):
    found, _ = header.read(house.place)
    return header.open_slot(found, header.PASSWORD, word) is not None


@pytest.mark.promise(14)
@pytest.mark.parametrize(
    ("old", "said", "word"),
    [
        (PASSWORD, "密码已经改好了。", NEW),
        ("这不是那一句话", "密码没有改成。", PASSWORD),
    ],
)
def test_the_door_says_which_password_holds_after_a_change_was_broken_into(house, old, said, word):
    person = changing(house, old)
    person.click("换成新密码")
    person.press(Qt.Key.Key_Escape)  # nobody leaves in the midst of it
    assert isinstance(person.window.workspace.page, NewPassword)
    person.window.lock("menu")
    (missing,) = house.restarts[0][3:]
    assert missing.startswith("password:")
    house.end(person.window)
    assert opens(house, word)
    again = house.start("menu", "14:57", missing)
    again.wait_for(said)
    assert not again.says("最后写的几句可能不在")


@pytest.mark.promise(14)
def test_a_change_that_did_not_begin_in_time_is_said_to_have_failed(house, busy, monkeypatch):
    monkeypatch.setattr(closing, "_WORDS_S", 0.1)
    person = changing(house)
    busy.begin(person)
    person.click("换成新密码")
    person.window.lock("sleep")
    assert opens(house, PASSWORD)
    again = house.start("sleep", "14:57", " ".join(house.restarts[0][3:]))
    again.wait_for("旧密码仍然有效")
    assert not again.says("最后写的几句可能不在"), "nothing was typed but the passwords"
    busy.go_on.set()
    house.settle(person)


@pytest.mark.promise(14)
@pytest.mark.parametrize("recovery", [True, False])
def test_the_door_says_it_of_the_recovery_key_too_and_when_it_cannot_tell(house, recovery):
    mark = house.door.way_mark(house.place, recovery=recovery)
    name = "恢复密钥" if recovery else "密码"
    left = WayChanging(recovery, mark).word()
    assert WayChanging.among(f"unstored {left}") == WayChanging(recovery, mark)
    person = house.start("menu", "14:57", left)
    person.wait_for(f"{name}没有换成。" if recovery else f"{name}没有改成。")
    if recovery:
        groups = house.door.new_recovery_key()
        house.look(lambda vault: vault.ways.change_recovery(Proof(PASSWORD), groups))
        house.start("menu", "14:57", left).wait_for("恢复密钥已经换好了。")
    else:
        assert house.door.way_mark(house.place / "nothing", recovery=False) == ""
        house.start("menu", "14:57", "password:").wait_for("不确定密码改成了没有。")


@pytest.mark.promise(14)
def test_the_door_says_it_still_in_another_language(house):
    left = WayChanging(recovery=False, mark=house.door.way_mark(house.place, recovery=False)).word()
    person = house.start("sleep", "14:57", f"unstored {left}")
    person.wait_for("密码没有改成。")
    person.click("English")
    person.wait(lambda: bool(house.restarts))
    assert house.restarts == [["--locked", "sleep", "14:57", "unstored", left]]
    again = house.start("sleep", "14:57", " ".join(house.restarts[0][3:]))
    again.wait_for("密码没有改成。")
    assert again.says("最后写的几句可能不在")


@pytest.mark.promise(14)
def test_the_door_says_it_still_after_a_word_that_was_left_to_stand(house):
    left = WayChanging(recovery=False, mark=house.door.way_mark(house.place, recovery=False)).word()
    person = house.start("menu", "14:57", f"unstored {left}")
    person.write("密码", "半句")
    person.window.centralWidget().abandoned.emit()
    person.wait(lambda: bool(house.restarts))
    assert house.restarts[0][:2] == ["--locked", "idle"]
    assert house.restarts[0][3:] == ["unstored", left]


@pytest.mark.promise(14)
def test_nothing_of_it_is_said_before_another_vault(house):
    left = WayChanging(recovery=False, mark="another").word()
    person = house.start("menu", "14:57", left)
    person.wait_for("密码已经改好了。")
    other = house.folder / "别的"
    shutil.copytree(house.place, other)
    person.click("换一个保险库")
    person.write("保险库所在的文件夹", str(other))
    person.click("换到这里")
    person.wait_for("别的")
    person.click("English")
    person.wait(lambda: bool(house.restarts))
    assert house.restarts == [[]]


def test_no_other_word_is_a_change():
    assert WayChanging.among("unstored") is None
    assert WayChanging.among("elsewhere:12") is None


def test_a_reason_that_is_none_is_not_said(house):
    person = house.start("因为", "14:57")
    assert not person.says("没写完的记录已加密存好")


@pytest.mark.promise(6)
def test_the_one_window_goes_with_the_vault_it_stands_before(house):
    house.doorbell = FolderDoorbell
    person = house.start()
    person.window.listen()
    second = FolderDoorbell(house.place)
    assert not second.take()
    house.unlock(person)
    assert not second.take()
    other = house.folder / "别的"
    other.mkdir()
    (other / "vault.header").write_bytes(b"{}")
    person.window._stand_before(other)
    assert not FolderDoorbell(other).take()
    assert second.take()
    second.release()
    house.end(person.window)
    again = FolderDoorbell(other)
    assert again.take()
    again.release()


@pytest.mark.promise(6)
def test_a_second_window_that_could_not_wake_the_first_says_so(house):
    person = house.start()
    person.window.tell_second()
    person.wait_for("这个保险库已经在另一个心匣窗口里。")
    assert person.parts(QLineEdit, "密码")


@pytest.mark.promise(6)
def test_a_start_rings_and_goes_or_stays(qtbot, qapp, house, monkeypatch):
    quits, shows = [], []
    monkeypatch.setattr(type(qapp), "quit", staticmethod(lambda: quits.append(1)))
    first, second = bootstrap.doorbell(house.place), bootstrap.doorbell(house.place)
    assert first.take()
    bootstrap.call_first(second, qapp, lambda **words: shows.append(words))
    first.rung()
    first.answer(shown=True)
    qtbot.waitUntil(lambda: bool(quits))
    bootstrap.call_first(second, qapp, lambda **words: shows.append(words))
    first.rung()
    first.answer(shown=False)
    qtbot.waitUntil(lambda: bool(shows))
    assert (quits, shows) == ([1], [{"second": True}])
    first.release()
