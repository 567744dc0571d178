"""The window as a whole: it locks whatever is open, keeps what is typed, and says nothing."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QTextEdit, QWidget
from shiboken6 import isValid

from app import bootstrap, demo
from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.consent import ConsentState
from app.domain.errors import DiskFull, WrongPassword
from app.domain.ids import CaseId
from app.domain.note import NoteBody, NotePart
from app.domain.preferences import Preferences
from app.domain.proof import Proof
from app.domain.session import SessionTime
from app.services import case_forms, cases, consents, notes, vaults
from storage import header, keys
from storage.preferences import JsonPreferences
from storage.vault import FolderDoor
from tests import admitted
from tests.journeys.person import CTRL, Person
from ui import translation
from ui.cases import CasesScreen
from ui.idle import IdleWatch
from ui.notes import NoteScreen
from ui.office import Office
from ui.page import (
    ToCalendar,
    ToCaseForm,
    ToCases,
    ToConsent,
    ToExport,
    ToNewCase,
    ToNote,
    ToSearch,
    ToSettings,
    ToToday,
)
from ui.shell import Shell
from ui.tasks import Desk
from ui.today import TodayScreen
from ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ui.page import Destination

PASSWORD = "晴天下的一只旧木箱"
NAME, CODE = "许清岚", "青空"
ODD = "😀䶮𬱖㐂ㄅ\u202e倒着\u202c\u00a0好 end "
LIMIT = 300
PROFILE = Profile(
    name=NAME,
    place=Place("温哥华", "America/Vancouver"),
    counselor_place=Place("杭州", "Asia/Shanghai"),
    emergency=EmergencyContact("许建国", "父亲", "13700000000"),
)
AMENDMENT_TITLE = "写补记"


class Clock:
    """A clock that the test turns; `seconds` is the time since boot, sleep included."""

    def __init__(self) -> None:
        self.seconds = 5000.0

    def now(self) -> datetime:
        return datetime(2026, 5, 12, 6, 57, tzinfo=UTC)

    def since_boot(self) -> tuple[str, float]:
        return "this boot", self.seconds


@dataclass(frozen=True)
class Furnished:
    """A vault with a little in it, made once; every test takes a copy."""

    place: Path
    case_id: int
    draft: int
    signed: int
    consent: int
    signed_consent: int


@pytest.fixture(scope="module")
def furnished(tmp_path_factory) -> Furnished:
    clock = Clock()
    tools = replace(bootstrap.tools(), clock=clock)
    door = FolderDoor(clock, lambda: keys.FLOOR)
    place = tmp_path_factory.mktemp("furnished") / "vault"
    vault = vaults.create(door, clock, place, PASSWORD, door.new_recovery_key()).vault
    case = cases.open_case(vault, clock, CODE, ServiceMode.ONLINE, PROFILE)
    template = tools.note_templates["structured"]
    when = SessionTime(datetime(2026, 5, 12, 6, 0, tzinfo=UTC))
    signed, draft = (notes.start(vault, clock, case.id, when, template).id for _ in range(2))
    parts = tuple(
        NotePart(one.key, one.title, "雨一直下。" if one.key == "complaint" else "")
        for one in template.parts
    )
    body = NoteBody(template.key, template.edition, parts)
    notes.save_draft(vault, clock, signed, body)
    notes.leave(vault, signed)
    admitted.sign(vault, clock, signed, "沈知远", PASSWORD)
    admitted.admit(vault, clock, draft)
    consent = consents.start(vault, tools, case.id, tools.consent_templates["online.zh"]).id
    signed_consent = demo.sign_consent(vault, tools, case.id)
    vault.close()
    return Furnished(place, case.id, draft, signed, consent, signed_consent)


@dataclass
class House:
    """The vault, and the program in front of it, once or twice."""

    qtbot: object
    folder: Path
    made: Furnished
    clock: Clock = field(default_factory=Clock)
    restarts: list[list[str]] = field(default_factory=list)
    shells: list[Shell] = field(default_factory=list)
    signs: Callable | None = None
    doorbell: Callable | None = None

    def __post_init__(self) -> None:
        self.door = FolderDoor(self.clock, lambda: keys.FLOOR)
        self.tools = replace(bootstrap.tools(), clock=self.clock)
        self.place = self.folder / "林间咨询室"
        self.store = JsonPreferences(self.folder / "choices" / "preferences.json")
        self.store.save(Preferences(language="zh", vault=str(self.place)))
        shutil.copytree(self.made.place, self.place)
        self.case_id, self.draft, self.signed = self.made.case_id, self.made.draft, self.made.signed
        self.consent, self.signed_consent = self.made.consent, self.made.signed_consent

    # The program.

    def start(self, reason: str = "", at: str = "", missing: str = "") -> Person:
        """Start the program and sit down in front of it."""
        office = Office(
            Desk(), lambda: self.door, lambda: self.tools, self.store, lambda: self.place,
            self.restarts.append, signs=self.signs, doorbell=self.doorbell,
        )  # fmt: skip
        shell = Shell(office, reason, at, missing=missing)
        self.shells.append(shell)
        person = Person(self.qtbot.waitUntil, shell)
        person.sit_down(shell)
        return person

    def unlock(self, person: Person) -> None:
        """Open the door and wait until one has landed."""
        person.write("密码", PASSWORD)
        person.press(Qt.Key.Key_Return)
        shell = person.window
        person.wait(lambda: shell.workspace is not None and shell.workspace.page is not None)
        self.settle(person)

    def at(self, destination: Destination) -> Person:
        """Start, unlock, go somewhere."""
        person = self.start()
        self.unlock(person)
        self.go(person, destination)
        return person

    def go(self, person: Person, destination: Destination) -> None:
        """Go somewhere and wait until it is there."""
        person.window.workspace.go(destination)
        self.settle(person)

    def settle(self, person: Person) -> None:
        """Wait until every answer is there."""
        person.wait(lambda: not person.window.office.desk.waiting)

    def locked(self, person: Person, reason: str) -> None:
        """Wait until the program wanted to start anew, locked; then end it."""
        person.wait(lambda: bool(self.restarts))
        assert [words[:2] for words in self.restarts] == [["--locked", reason]]
        assert person.window.workspace is None
        self.end(person.window)

    def end(self, shell: Shell) -> None:
        """End the process."""
        shell.close()
        self.shells.remove(shell)
        shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def look(self, work: Callable):
        """Open the vault from outside and look into it."""
        vault = self.door.open(self.place, PASSWORD).vault
        try:
            return work(vault)
        finally:
            vault.close()


@pytest.fixture
def house(qtbot, qapp, tmp_path, furnished) -> Iterator[House]:
    translation.install(qapp, "zh")
    house = House(qtbot, tmp_path, furnished)
    yield house
    for shell in list(house.shells):
        house.end(shell)


# Nobody is there.


@pytest.fixture
def watched(qtbot):
    """A watch over a clock that the test turns, and how often it fired."""
    clock, parent, fired = Clock(), QObject(), []
    watch = IdleWatch(lambda: clock.seconds, lambda: LIMIT, parent)
    watch.idle.connect(lambda: fired.append(clock.seconds))
    return clock, watch, fired, parent


def key() -> QEvent:
    return QEvent(QEvent.Type.KeyPress)


@pytest.mark.promise(37)
def test_the_watch_fires_at_the_limit_and_once(watched):
    clock, watch, fired, _ = watched
    clock.seconds += LIMIT - 0.1
    watch.look()
    assert fired == []
    clock.seconds += 0.1
    watch.look()
    watch.look()
    assert len(fired) == 1


@pytest.mark.promise(37)
@pytest.mark.parametrize(
    "sign",
    ["KeyPress", "MouseButtonPress", "MouseMove", "Wheel", "TouchBegin", "TabletMove",
     "InputMethod"],
)  # fmt: skip
def test_every_sign_of_a_person_begins_the_minutes_anew(watched, sign):
    clock, watch, fired, parent = watched
    clock.seconds += LIMIT - 1
    assert watch.eventFilter(parent, QEvent(QEvent.Type[sign])) is False
    clock.seconds += LIMIT - 1
    watch.look()
    assert fired == []
    clock.seconds += 1
    watch.look()
    assert len(fired) == 1


@pytest.mark.promise(37)
def test_what_the_program_does_by_itself_is_no_sign_of_a_person(watched):
    clock, watch, fired, parent = watched
    clock.seconds += LIMIT - 1
    for kind in ("Timer", "Paint", "UpdateRequest", "FocusIn", "Enter"):
        watch.eventFilter(parent, QEvent(QEvent.Type[kind]))
    clock.seconds += 1
    watch.look()
    assert len(fired) == 1


@pytest.mark.promise(7)
@pytest.mark.promise(37)
def test_the_key_that_wakes_a_sleeping_laptop_locks_and_does_not_count(watched):
    clock, watch, fired, parent = watched
    clock.seconds += 3600
    watch.eventFilter(parent, key())
    assert len(fired) == 1


@pytest.mark.promise(37)
def test_the_window_locks_by_itself_when_nobody_is_there(house):
    person = house.at(ToNote(house.draft))
    house.clock.seconds += LIMIT - 1
    person.type("a", person.find(QTextEdit, "主诉"))
    house.clock.seconds += LIMIT - 1
    person.type("b", person.find(QTextEdit, "主诉"))
    assert house.restarts == []
    house.clock.seconds += LIMIT
    house.locked(person, "idle")
    assert house.look(lambda vault: vault.notes.get(house.draft)).body.parts[0].text == "ab"


@pytest.mark.promise(37)
@pytest.mark.promise(7)
def test_the_first_key_after_an_hour_of_sleep_locks(house):
    person = house.at(ToNote(house.draft))
    house.clock.seconds += 3600
    QTest.keyClick(person.find(QTextEdit, "主诉"), Qt.Key.Key_A)
    house.locked(person, "idle")


@pytest.mark.promise(37)
def test_it_locks_behind_an_open_dialog(house):
    person = house.at(ToConsent(house.signed_consent))
    person.click("撤回同意")
    person.wait(lambda: bool(person.window.findChildren(Dialog)))
    house.clock.seconds += LIMIT
    house.locked(person, "idle")
    state = house.look(lambda vault: vault.consents.get(house.signed_consent)).state
    assert state is ConsentState.SIGNED


@pytest.mark.promise(37)
def test_it_locks_behind_an_open_file_dialog(house):
    person = house.at(ToConsent(house.consent))
    person.click("纸质扫描")
    person.click("选择文件")
    person.wait(lambda: bool(person.window.findChildren(QFileDialog)))
    house.clock.seconds += LIMIT
    house.locked(person, "idle")


@pytest.mark.promise(37)
def test_it_locks_behind_an_open_menu(house):
    person = house.at(ToCases(house.case_id))
    person.click("知情同意")
    person.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    house.clock.seconds += LIMIT
    house.locked(person, "idle")
    assert QApplication.activePopupWidget() is None


@pytest.mark.promise(37)
def test_it_locks_behind_the_panel_that_asks_for_the_password(house):
    person = house.at(ToNote(house.draft))
    person.type("雨停了。", person.find(QTextEdit, "主诉"))
    person.click("签署")
    person.write("密码", PASSWORD)
    house.clock.seconds += LIMIT
    house.locked(person, "idle")
    note = house.look(lambda vault: vault.notes.get(house.draft))
    assert note.seal is None
    assert note.body.parts[0].text == "雨停了。"


@pytest.mark.promise(37)
def test_it_locks_with_words_in_the_search(house):
    person = house.at(ToSearch())
    person.write("查找记录", "雨")
    house.clock.seconds += LIMIT
    house.locked(person, "idle")


def test_the_minutes_are_those_that_were_chosen(house):
    house.store.save(replace(house.store.load(), idle_minutes=1))
    person = house.at(ToCases())
    house.clock.seconds += 60
    house.locked(person, "idle")


class CountingPreferences(JsonPreferences):
    """The real file, and how often it was read."""

    reads = 0

    def load(self) -> Preferences:
        self.reads += 1
        return super().load()


def test_no_key_and_no_move_of_the_mouse_reads_the_disk(house):
    house.store = CountingPreferences(house.folder / "choices" / "preferences.json")
    person = house.at(ToNote(house.draft))
    edit, before = person.find(QTextEdit, "主诉"), house.store.reads
    for place in range(20):
        QTest.mouseMove(edit.viewport(), edit.viewport().rect().topLeft() + QPoint(place, 2))
    person.type("雨 rain", edit)
    person.window._guard.watch.look()
    assert house.store.reads == before


@pytest.mark.promise(37)
def test_shorter_minutes_hold_as_soon_as_they_are_chosen(house):
    """Even where the page on which they were chosen is left before the disk has answered."""
    person = house.at(ToSettings())
    person.window.workspace.page._choose_idle(["1"])
    house.go(person, ToCases())
    assert house.store.load().idle_minutes == 1
    house.clock.seconds += 60
    house.locked(person, "idle")


# Where the window stands.


def test_the_window_comes_back_as_it_stood_after_a_lock_and_after_the_end(house):
    person = house.start()
    person.window.setGeometry(0, 0, 1010, 707)
    house.unlock(person)
    person.press(Qt.Key.Key_L, CTRL)
    person.wait(lambda: bool(house.restarts))
    told = house.store.load().window
    assert told.split()[2:] == ["1010", "707", "normal", "shown"]
    house.locked(person, "menu")
    again = house.start("menu", "14:57")
    # The screen of the tests is narrower than the least width of the window.
    assert again.window.height() == 707
    again.window.showMaximized()
    house.end(again.window)
    assert house.store.load().window.split()[4] == "maximised"
    third = house.start()
    assert third.window.isMaximized()


def test_the_place_of_the_window_holds_up_no_lock(house, monkeypatch):
    person = house.at(ToCases())
    person.window.resize(1000, 700)

    def full(_self: JsonPreferences, _chosen: Preferences) -> None:
        raise DiskFull

    monkeypatch.setattr(JsonPreferences, "save", full)
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")


def test_another_language_finds_the_window_where_it_stood(house):
    person = house.start()
    person.window.resize(1000, 703)
    person.click("English")
    person.wait(lambda: house.restarts == [[]])
    assert house.store.load().window.split()[3] == "703"


# What is typed is kept.


@pytest.mark.promise(5)
@pytest.mark.parametrize("way", ["keys", "rail", "closing"])
def test_a_note_that_is_being_written_is_kept_to_the_character(house, way):
    person = house.at(ToNote(house.draft))
    person.write_text("主诉", f"{ODD}\n{ODD}")
    person.write_text("下次计划", ODD)
    if way == "closing":
        house.end(person.window)
    else:
        if way == "keys":
            person.press(Qt.Key.Key_L, CTRL)
        else:
            person.click("锁定")
        house.locked(person, "menu")
    body = house.look(lambda vault: vault.notes.get(house.draft)).body
    texts = {part.key: part.text for part in body.parts if part.text}
    assert texts == {"complaint": f"{ODD}\n{ODD}", "plan": ODD}


@pytest.mark.promise(5)
def test_an_amendment_that_is_being_written_is_kept(house):
    person = house.at(ToNote(house.signed))
    person.click(AMENDMENT_TITLE)
    person.write_text(AMENDMENT_TITLE, ODD)
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    assert house.look(lambda vault: vault.notes.amendment_draft(house.signed)) == ODD
    assert house.look(lambda vault: vault.notes.amendments(house.signed)) == []


@pytest.mark.promise(5)
def test_the_form_of_a_case_is_kept(house):
    person = house.at(ToCaseForm(house.case_id))
    person.write("学校", ODD)
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    profile = house.look(lambda vault: vault.clients.of_case(house.case_id)).profile
    assert (profile.school, profile.name) == (ODD, NAME)


@pytest.mark.promise(5)
def test_an_appointment_that_is_being_written_is_kept_and_one_comes_back_to_it(house):
    person = house.at(ToCalendar("day", "2026-05-20", CaseId(house.case_id)))
    person.write("时间", "下周三下午三点")
    person.write("地点或会议号", ODD)
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    again = house.start()
    house.unlock(again)
    page = again.window.workspace.page
    again.wait(lambda: page.here() is not None and page.here().case_id == house.case_id)
    assert (page.here().view, page.here().day) == ("day", "2026-05-20")
    written = page.pane.form.written()
    assert (written["when"], written["place"]) == ("下周三下午三点", ODD)


def test_after_a_lock_from_elsewhere_one_is_not_sent_to_the_calendar(house):
    person = house.at(ToCalendar("month", "2026-05-20"))
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    again = house.start()
    house.unlock(again)
    again.wait(lambda: isinstance(again.window.workspace.page.here(), ToCalendar))
    house.restarts.clear()
    house.go(again, ToCases())
    again.press(Qt.Key.Key_L, CTRL)
    house.locked(again, "menu")
    assert house.look(lambda vault: vault.settings.calendar_place()) is None


@pytest.mark.promise(5)
def test_the_form_of_a_case_that_is_not_yet_opened_is_kept(house):
    person = house.at(ToNewCase())
    person.write("姓名", ODD)
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    kept = house.look(case_forms.unfinished)
    assert kept.profile.name == ODD
    assert house.look(lambda vault: len(vault.cases.all())) == 1
    person = house.start()
    house.unlock(person)
    person.wait(lambda: person.find(QLineEdit, "姓名").text() == ODD)
    house.go(person, ToToday())
    person.click("接着填: 有一个新个案没填完")
    person.wait(lambda: person.find(QLineEdit, "姓名").text() == ODD)


def test_what_was_put_away_comes_back_with_one_word(house):
    person = house.at(ToCases())
    house.go(person, ToNewCase())
    person.write("姓名", ODD)
    person.click("不建立")
    person.click("撤销")
    person.click("接着填没填完的新个案")
    person.wait(lambda: person.find(QLineEdit, "姓名").text() == ODD)
    person.click("放弃这份草稿")
    person.wait(lambda: person.find(QLineEdit, "姓名").text() == "")
    person.click("撤销")
    person.wait(lambda: person.find(QLineEdit, "姓名").text() == ODD)


def test_nobody_goes_back_to_a_case_that_was_removed(house):
    person = house.at(ToCases())
    house.go(person, ToNewCase())
    person.write("代号", "错开")
    person.click("一般")
    person.write_text("分级的理由", "睡得还好")
    person.click("建立个案")
    person.click("编辑资料")
    house.settle(person)
    house.go(person, ToCases())
    person.enter("个案列表")  # now 编辑资料 of this case lies one step back
    person.click("更多")
    person.choose("移除这个空个案")
    house.settle(person)
    space = person.window.workspace
    for _ in range(6):
        person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        house.settle(person)
    assert space.where() == ToToday()
    house.go(person, ToCases())
    assert "错开" not in " ".join(person.rows("个案列表"))


@pytest.mark.promise(5)
def test_the_settings_are_kept(house):
    person = house.at(ToSettings())
    person.write("咨询室或机构名", ODD)
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    assert house.look(lambda vault: vault.settings.practice()).name == ODD


@pytest.mark.promise(5)
def test_what_is_filled_into_a_consent_is_kept(house):
    person = house.at(ToConsent(house.consent))
    person.wait_for("待填")
    person.write("工作取向", ODD)
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    assert house.look(lambda v: v.consents.get(house.consent)).draft.facts["orientation"] == ODD


@pytest.mark.promise(5)
def test_a_page_left_a_moment_before_the_lock_is_kept(house):
    person = house.at(ToNote(house.draft))
    person.write_text("主诉", ODD)
    person.window.workspace.go(ToCases())
    person.window.lock("menu")
    house.locked(person, "menu")
    assert house.look(lambda vault: vault.notes.get(house.draft)).body.parts[0].text == ODD


FULL, DEAD = "PRAGMA max_page_count = 1", "PRAGMA query_only = ON"


@pytest.mark.promise(4)
@pytest.mark.promise(5)
@pytest.mark.parametrize("disk", [FULL, DEAD], ids=["full", "takes nothing"])
def test_no_disk_keeps_the_vault_open(house, disk):
    """SQLite shrinks no file: at most one page means no more pages than there are."""
    person = house.at(ToNote(house.draft))
    desk = person.window.office.desk
    desk.do(desk, lambda vault: vault.connection.execute(disk).fetchall())
    house.settle(person)
    edit = person.find(QTextEdit, "主诉")
    edit.setFocus()
    QApplication.clipboard().setText("满了的磁盘" * 20_000)
    person.press(Qt.Key.Key_V, CTRL)
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    assert house.look(lambda vault: vault.notes.get(house.draft)).body.empty


@pytest.mark.promise(5)
def test_one_comes_back_to_the_note_that_was_being_written(house):
    person = house.at(ToNote(house.draft))
    person.write_text("主诉", ODD)
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    again = house.start("menu", "14:57")
    assert again.says("您在 14:57 锁定。\n没写完的记录已加密存好，打开后接着写。")
    house.unlock(again)
    again.wait(lambda: bool(again.parts(QTextEdit, "主诉")))
    assert again.find(QTextEdit, "主诉").text() == ODD


def test_one_comes_back_to_the_day_when_nothing_was_being_written(house):
    person = house.at(ToNote(house.signed))
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    again = house.start("idle", "14:57")
    assert again.says("闲置满 5 分钟，14:57 自动锁定。\n没写完的记录已加密存好，打开后接着写。")
    house.unlock(again)
    again.wait(lambda: isinstance(again.window.workspace.page, TodayScreen))
    again.wait(again.window.workspace.page.brief.text)


def test_esc_goes_back_where_nothing_has_the_focus_any_more(house):
    person = house.at(ToCases(house.case_id))
    space = person.window.workspace
    space.go(ToNote(house.signed))
    person.wait(lambda: isinstance(space.page, NoteScreen))
    QTest.keyClick(person.window, Qt.Key.Key_Escape)
    person.wait(lambda: isinstance(space.page, CasesScreen))


# Nothing is shown that should not be.


EVERYWHERE = (
    lambda house: ToCases(house.case_id),
    lambda house: ToCaseForm(house.case_id),
    lambda house: ToNewCase(),
    lambda house: ToNote(house.draft),
    lambda house: ToNote(house.signed),
    lambda house: ToConsent(house.consent),
    lambda house: ToConsent(house.signed_consent),
    lambda house: ToExport(house.case_id),
    lambda house: ToSearch("雨"),
    lambda house: ToSettings(),
)


@pytest.mark.promise(29)
def test_no_title_and_no_object_name_holds_a_word_of_a_client(house):
    person = house.at(ToCases())
    for place in EVERYWHERE:
        house.go(person, place(house))
        assert person.window.windowTitle() == "心匣"
        parts = [person.window, *person.window.findChildren(QObject)]
        names = {one.objectName() for one in parts}
        names |= {one.windowTitle() for one in parts if isinstance(one, QWidget)}
        names |= {one.windowFilePath() for one in parts if isinstance(one, QWidget)}
        assert not [name for name in names if NAME in name or CODE in name]


class Watcher(QObject):
    """Takes down every window that shows itself."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_no_other_window_flashes_up_on_the_way_from_page_to_page(house, qapp):
    """A part that is shown before it has its place is a window for a moment, and takes the keys."""
    person = house.start()
    watcher = Watcher()
    qapp.installEventFilter(watcher)
    house.unlock(person)
    for place in EVERYWHERE:
        house.go(person, place(house))
    qapp.removeEventFilter(watcher)
    assert watcher.shown == []


@pytest.mark.promise(33)
@pytest.mark.parametrize("way", ["lock", "closing"])
def test_a_lock_and_the_end_empty_the_clipboard_of_what_was_copied_here(house, way):
    person = house.at(ToNote(house.signed))
    text = person.find(QTextEdit, "主诉")
    text.setFocus()
    text.selectAll()
    person.press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "雨一直下。"
    if way == "closing":
        house.end(person.window)
    else:
        person.press(Qt.Key.Key_L, CTRL)
        person.wait(lambda: bool(house.restarts))
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.promise(33)
def test_a_lock_leaves_the_clipboard_of_other_programs_alone(house, monkeypatch):
    person = house.at(ToNote(house.signed))
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: False)
    QGuiApplication.clipboard().setText("别处复制的")
    person.press(Qt.Key.Key_L, CTRL)
    house.locked(person, "menu")
    assert QGuiApplication.clipboard().text() == "别处复制的"


@pytest.mark.promise(38)
def test_the_door_keeps_no_password_on_the_screen(house):
    person = house.start()
    line = person.find(QLineEdit, "密码")
    person.write("密码", PASSWORD)
    person.press(Qt.Key.Key_Return)
    assert line.text() == ""
    person.wait(lambda: person.window.workspace is not None)
    house.settle(person)


# Two programs, a damaged header.


@pytest.mark.promise(6)
def test_a_second_start_says_who_holds_the_vault_and_opens_it_later(house):
    first = house.at(ToNote(house.draft))
    second = house.start()
    second.write("密码", PASSWORD)
    second.press(Qt.Key.Key_Return)
    second.wait(lambda: any("这个保险库正由另一个心匣打开着（" in one for one in second.read()))
    assert second.window.workspace is None
    first.look_back()
    first.window.lock("menu")
    house.locked(first, "menu")
    house.unlock(second)


@pytest.mark.promise(13)
def test_a_damaged_header_opens_from_its_copy_and_that_is_said(house):
    damaged = house.place / header.NAME
    damaged.write_bytes(damaged.read_bytes()[:-9] + b"xxxxxxxxx")
    person = house.at(ToCases())
    person.wait(lambda: any("保险库的钥匙文件坏了" in one for one in person.read()))
    assert any("已经照它修好" in one for one in person.read())
    assert damaged.read_bytes() == (house.place / header.COPY).read_bytes()


@pytest.mark.promise(5)
def test_of_a_header_that_was_not_mended_nobody_says_that_it_was(house):
    """The database is damaged, too: the vault is only read, and its header stays as it was."""
    damaged, database = house.place / header.NAME, house.place / "vault.db"
    damaged.write_bytes(b"bad")
    data = bytearray(database.read_bytes())
    data[-2000] ^= 1
    database.write_bytes(data)
    (house.place / "vault.damaged").write_bytes(b"")
    person = house.start()
    house.unlock(person)
    person.wait(lambda: any("坏的还没有修" in one for one in person.read()))
    assert not any("已经照它修好" in one for one in person.read())
    assert damaged.read_bytes() == b"bad"


@pytest.mark.clause("044", "050")
@pytest.mark.promise(14)
@pytest.mark.promise(25)
def test_whoever_forgot_the_password_is_led_to_a_new_one_and_back_to_her_note(house):
    """She was writing; the recovery key opens, a new password is asked for, then the note."""
    first = house.at(ToNote(house.draft))
    first.window.lock("menu")
    house.locked(first, "menu")
    groups = house.door.new_recovery_key()
    one = house.door.open(house.place, PASSWORD).vault
    one.ways.change_recovery(Proof(PASSWORD), groups)
    one.close()
    house.restarts.clear()
    person = house.start("menu", "14:32")
    person.click("用恢复密钥打开")
    person.write_text("恢复密钥", " ".join(groups))
    person.press(Qt.Key.Key_Return)
    person.wait_for("您这次是用恢复密钥打开的，请设一个新密码。")
    house.settle(person)  # the forty characters are not asked twice
    person.write("新密码", "一句 没有用过的 话")
    person.write("再写一遍", "一句 没有用过的 话")
    person.click("换成新密码")
    person.wait_for("密码换好了。")
    assert "换成新密码" not in person.read()
    person.click("好")
    house.settle(person)
    assert person.window.workspace.writing() == house.draft
    house.end(person.window)
    house.door.open(house.place, "一句 没有用过的 话").vault.close()
    with pytest.raises(WrongPassword):
        house.door.open(house.place, PASSWORD)


def test_the_first_start_is_shown_where_no_vault_is_known(house):
    house.store.save(Preferences(language="zh"))
    person = house.start()
    person.click("打开或恢复")
    person.find(QLineEdit, "保险库所在的文件夹")


def test_f1_in_the_first_start_opens_the_help_and_loses_nothing_typed(house):
    house.store.save(Preferences(language="zh"))
    person = house.start()
    person.click("继续")
    place = person.find(QLineEdit, "保险库的文件夹")
    typed = str(house.folder / ODD)
    place.setText(typed)
    place.setFocus()
    person.press(Qt.Key.Key_F1)
    person.find(QLineEdit, "在帮助中查找")
    person.press(Qt.Key.Key_Escape)
    person.wait(place.isVisible)
    assert place.text() == typed
    person.wait(lambda: person.window.isAncestorOf(QApplication.focusWidget()))
    person.press(Qt.Key.Key_Escape)
    person.wait(lambda: not place.isVisible())
    assert not person.says("保险库的文件夹"), "the keys still reach it: one step back"


def test_the_title_follows_the_language(house, qapp):
    person = house.start()
    assert person.window.windowTitle() == "心匣"
    translation.install(qapp, "en")
    person.wait(lambda: person.window.windowTitle() == "Xinxia")
    translation.install(qapp, "zh")
    person.wait(lambda: person.window.windowTitle() == "心匣")


def test_another_language_starts_the_program_anew(house):
    person = house.start()
    person.click("English")
    person.wait(lambda: house.restarts == [[]])
    assert house.store.load().language == "en"


@pytest.mark.parametrize(
    ("part", "chosen"),
    [
        ("languages", ("zh", "en")),
        ("scales", ("100", "115")),
        ("terms", ("client", "caller")),
    ],
)
def test_a_choice_that_builds_the_window_anew_keeps_the_keys(house, part, chosen):
    person = house.at(ToSettings())
    old = person.window.workspace
    segment = getattr(old.page, part)
    assert segment.current() == chosen[0]
    segment.part().setFocus()
    person.press(Qt.Key.Key_Right)
    person.wait(lambda: person.window.workspace is not old)
    house.settle(person)
    again = getattr(person.window.workspace.page, part)
    assert again.current() == chosen[1]
    assert again.part().hasFocus()
    person.press(Qt.Key.Key_Left)
    person.wait(lambda: getattr(person.window.workspace.page, part) is not again)
    house.settle(person)
    assert getattr(person.window.workspace.page, part).current() == chosen[0]


def test_the_language_changes_in_place_and_no_word_is_lost(house):
    """From a page where something was just typed: it is there again, in the other language."""
    person = house.at(ToSettings())
    person.write("咨询室或机构名", ODD)
    old = person.window.workspace
    person.click("English")
    person.wait(lambda: person.window.workspace is not old)
    house.settle(person)
    again = person.window.workspace
    assert again.where() == ToSettings()
    person.wait(lambda: person.says("Settings"))
    assert not house.restarts
    stored = []
    person.window.office.desk.do(again, lambda vault: vault.settings.practice().name, stored.append)
    person.wait(lambda: bool(stored))
    assert stored == [ODD]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    person.wait(lambda: not isValid(old))
    person.click("中文")
    person.wait(lambda: person.says("设置"))
