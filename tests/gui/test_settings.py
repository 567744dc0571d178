"""The settings: what is chosen holds at once, and what is typed is kept."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from app.domain.client import Place
from app.domain.errors import DiskFull
from app.domain.practice import Practice
from app.domain.preferences import Preferences
from app.services.changes import Changes, Noun
from storage import keys
from storage.clock import SystemClock
from storage.preferences import JsonPreferences
from storage.settings import SettingRows
from storage.vault import FolderDoor
from ui import choices
from ui.choices import FollowsSystem
from ui.office import Office
from ui.page import ToCases, ToNoteTemplates, ToSettings
from ui.settings import SettingsScreen
from ui.theme import look, style
from ui.widgets.banner import Banner
from ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.made import MadeVault
    from ui.tasks import Desk

PRACTICE = Practice(
    name="林间咨询室",
    counselor="林溪",
    credentials="注册心理师 X-00-000",
    fee="每次 50 分钟 500 元",
    place=Place("杭州", "Asia/Shanghai"),
)
STRANGE = " 林间🌱咨询室 䶮𬱖ㄅ\u202e "


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path, desk: Desk, made_vault: MadeVault) -> Office:
    """An office whose vault is open and knows the practice."""
    clock = SystemClock()
    door = FolderDoor(clock, lambda: keys.FLOOR)
    tools = SimpleNamespace(clock=clock)
    place = tmp_path / "林间咨询室"
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    store.save(Preferences(language="zh", vault=str(place), theme="light"))
    office = Office(desk, lambda: door, lambda: tools, store, lambda: place, print)
    opened: list[object] = []
    desk.open(desk, lambda: made_vault.open_copy(door, place), opened.append, print)
    qtbot.waitUntil(lambda: bool(opened))
    store_practice(qtbot, office, PRACTICE)
    return office


def asked(qtbot: QtBot, office: Office, work: Callable) -> object:
    answers: list[object] = []
    office.desk.do(office.desk, work, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def store_practice(qtbot: QtBot, office: Office, practice: Practice) -> None:
    def work(vault) -> bool:
        with vault.transaction():
            vault.settings.change_practice(practice)
        return True

    asked(qtbot, office, work)


def stored(qtbot: QtBot, office: Office) -> Practice:
    return asked(qtbot, office, lambda vault: vault.settings.practice())


def shown(qtbot: QtBot, office: Office) -> SettingsScreen:
    screen = SettingsScreen(office)
    qtbot.addWidget(screen)
    screen.resize(1224, 800)
    screen.show()
    qtbot.waitUntil(lambda: line(screen, "咨询室或机构名").text() != "")
    return screen


def line(screen: SettingsScreen, name: str) -> QLineEdit:
    return next(one for one in screen.findChildren(QLineEdit) if one.accessibleName() == name)


def press(qtbot: QtBot, screen: SettingsScreen, word: str) -> None:
    found = next(
        one for one in screen.findChildren(QAbstractButton) if one.accessibleName() == word
    )
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def words(screen: QWidget) -> str:
    return "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


def test_ctrl_enter_in_a_line_saves_once_and_stays(qtbot: QtBot, office: Office) -> None:
    screen = shown(qtbot, office)
    heard: list[Changes] = []
    office.desk.changed.connect(heard.append)
    went: list[object] = []
    screen.wanted.connect(went.append)
    fee = line(screen, "收费")
    fee.setText("每次 50 分钟 600 元")
    fee.setFocus()
    for _ in range(2):
        qtbot.keyClick(fee, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "已存" in words(screen).split("\n"))
    assert stored(qtbot, office).fee == "每次 50 分钟 600 元"
    assert (heard, went) == ([Changes.of(Noun.PRACTICE)], [])


@pytest.mark.clause("008")
@pytest.mark.clause("061")
def test_the_practice_is_shown_and_saves_itself(qtbot: QtBot, office: Office) -> None:
    screen = shown(qtbot, office)
    assert line(screen, "咨询师姓名").text() == "林溪"
    assert line(screen, "时区").text() == "北京时间 Asia/Shanghai"
    assert "已存" not in words(screen).split("\n")
    heard: list[Changes] = []
    office.desk.changed.connect(heard.append)

    line(screen, "收费").setText("每次 50 分钟 600 元")
    line(screen, "所在城市").setText("上海")
    qtbot.waitUntil(lambda: "已存" in words(screen).split("\n"))

    kept = stored(qtbot, office)
    assert (kept.fee, kept.place) == ("每次 50 分钟 600 元", Place("上海", "Asia/Shanghai"))
    assert kept.counselor == "林溪"
    assert heard == [Changes.of(Noun.PRACTICE)]


@pytest.mark.clause("037")
def test_every_character_survives(qtbot: QtBot, office: Office) -> None:
    screen = shown(qtbot, office)

    line(screen, "咨询室或机构名").setText(STRANGE)
    line(screen, "资质查询链接").setText("https://example.cn/公示?号=1&名=䶮")
    screen.leave()

    kept = stored(qtbot, office)
    assert kept.name == STRANGE
    assert kept.credential_link == "https://example.cn/公示?号=1&名=䶮"


def test_leaving_saves_what_was_typed_a_moment_ago(qtbot: QtBot, office: Office) -> None:
    screen = shown(qtbot, office)
    qtbot.keyClicks(line(screen, "取向"), "CBT")

    screen.leave()
    screen.deleteLater()

    assert stored(qtbot, office).orientation == "CBT"


def test_leaving_without_a_change_writes_nothing(qtbot: QtBot, office: Office) -> None:
    screen = shown(qtbot, office)
    heard: list[Changes] = []
    office.desk.changed.connect(heard.append)

    screen.leave()

    assert stored(qtbot, office) == PRACTICE
    assert heard == []


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("北京时间", "Asia/Shanghai"),
        ("北京时间 Asia/Shanghai", "Asia/Shanghai"),
        ("伦敦", "Europe/London"),
        ("europe/paris", "Europe/Paris"),
        ("Antarctica/Troll", "Antarctica/Troll"),
        ("", ""),
    ],
)
@pytest.mark.clause("038")
def test_time_zones_are_known_by_the_names_people_use(
    qtbot: QtBot, office: Office, typed: str, zone: str
) -> None:
    screen = shown(qtbot, office)
    qtbot.waitUntil(lambda: screen.zone.line.completer().model().rowCount() > 100)

    line(screen, "时区").setText(typed)
    screen.leave()

    assert stored(qtbot, office).place.time_zone == zone


def test_our_own_time_zone_is_offered_first(qtbot: QtBot, office: Office) -> None:
    screen = shown(qtbot, office)

    model = screen.zone.line.completer().model()
    assert model.index(0, 0).data() == "北京时间 Asia/Shanghai"


def test_an_unknown_time_zone_is_said_and_the_rest_is_kept(qtbot: QtBot, office: Office) -> None:
    screen = shown(qtbot, office)

    line(screen, "时区").setText("火星")
    line(screen, "联系方式").setText("linxi@example.cn")
    qtbot.waitUntil(lambda: "您的时区没有找到" in words(screen))

    kept = stored(qtbot, office)
    assert kept.contact == "linxi@example.cn"
    assert kept.place.time_zone == "Asia/Shanghai"
    assert line(screen, "时区").text() == "火星"


def test_what_could_not_be_saved_stays_and_is_tried_again(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown(qtbot, office)

    def full(_self: SettingRows, _practice: Practice) -> None:
        raise DiskFull

    with monkeypatch.context() as disk:
        disk.setattr(SettingRows, "change_practice", full)
        line(screen, "联系方式").setText("linxi@example.cn")
        qtbot.waitUntil(lambda: bool(screen.findChildren(Banner)))
        assert screen.findChild(Banner).accessibleName() == "磁盘满了，这次没有存上。"
    assert line(screen, "联系方式").text() == "linxi@example.cn"

    screen.leave()

    assert stored(qtbot, office).contact == "linxi@example.cn"


def test_a_full_disk_at_leaving_keeps_the_page_until_its_words_are_saved(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = Workspace(office)
    qtbot.addWidget(space)
    space.resize(1224, 800)
    space.show()
    space.go(ToSettings())
    screen = space.page
    assert isinstance(screen, SettingsScreen)
    qtbot.waitUntil(lambda: line(screen, "咨询室或机构名").text() != "")

    def full(_self: SettingRows, _practice: Practice) -> None:
        raise DiskFull

    with monkeypatch.context() as disk:
        disk.setattr(SettingRows, "change_practice", full)
        line(screen, "联系方式").setText(STRANGE)
        assert screen.unsaved()
        space.go(ToCases())
        qtbot.waitUntil(lambda: not office.desk.waiting)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert shiboken6.isValid(screen)
        assert screen.unsaved()
        qtbot.waitUntil(lambda: "刚才那一页还没有存上，正在重试。" in words(space))
    # Meanwhile she goes back there and writes something else: neither goes over the other.
    store_practice(qtbot, office, replace(PRACTICE, fee="每次 600 元"))
    assert screen._timer.isActive()
    screen._timer.start(1)
    qtbot.waitUntil(lambda: not screen.unsaved())
    assert stored(qtbot, office) == replace(PRACTICE, fee="每次 600 元", contact=STRANGE)
    qtbot.waitUntil(lambda: not office.desk.waiting)


def test_words_on_their_way_into_the_vault_keep_the_page(qtbot: QtBot, office: Office) -> None:
    screen = shown(qtbot, office)
    assert not screen.unsaved()
    line(screen, "联系方式").setText("linxi@example.cn")
    screen.leave()
    assert screen.unsaved()
    qtbot.waitUntil(lambda: not screen.unsaved())
    assert stored(qtbot, office).contact == "linxi@example.cn"


def test_what_others_change_is_shown_but_never_over_what_is_typed(
    qtbot: QtBot, office: Office
) -> None:
    screen = shown(qtbot, office)
    store_practice(qtbot, office, Practice(name="溪边咨询室"))
    screen.reload(Changes.of(Noun.NOTES))
    screen.reload(Changes.of(Noun.PRACTICE))
    qtbot.waitUntil(lambda: line(screen, "咨询室或机构名").text() == "溪边咨询室")

    line(screen, "取向").setText("家庭")
    store_practice(qtbot, office, Practice(name="第三个名字"))
    screen.reload(Changes.of(Noun.PRACTICE))
    screen.leave()

    assert stored(qtbot, office) == Practice(name="第三个名字", orientation="家庭")
    screen.reload(Changes.of(Noun.PRACTICE))
    qtbot.waitUntil(lambda: line(screen, "咨询室或机构名").text() == "第三个名字")


@pytest.mark.clause("044")
def test_the_minutes_until_the_lock_are_kept(qtbot: QtBot, office: Office) -> None:
    screen = shown(qtbot, office)

    with qtbot.waitSignal(screen.preferences_changed):
        press(qtbot, screen, "10 分钟")

    assert office.preferences.load().idle_minutes == 10
    assert office.preferences.load().idle_seconds() == 600


@pytest.mark.clause("044")
def test_an_uncommon_number_of_minutes_is_shown_too(qtbot: QtBot, office: Office) -> None:
    office.preferences.save(Preferences(language="zh", idle_minutes=7))
    assert shown(qtbot, office).idle.keys() == ["7"]
    office.preferences.save(Preferences(language="zh", idle_minutes=90))
    assert shown(qtbot, office).idle.keys() == ["15"]


def test_the_theme_changes_at_once(qtbot: QtBot, office: Office, qapp: QApplication) -> None:
    screen = shown(qtbot, office)

    with qtbot.waitSignal(screen.preferences_changed):
        press(qtbot, screen, "深色")

    assert look.now().roles.name == "dark"
    assert office.preferences.load().theme == "dark"
    style.apply(qapp, "light", scale=1)


def test_the_templates_of_notes_are_reached_from_here(qtbot: QtBot, office: Office) -> None:
    screen = shown(qtbot, office)
    with qtbot.waitSignal(screen.wanted) as went:
        press(qtbot, screen, "记录模板")
    assert went.args == [ToNoteTemplates()]


@pytest.mark.parametrize(("chosen", "then"), [("system", "dark"), ("light", "light")])
def test_the_theme_turns_with_the_system_unless_one_was_chosen(
    office: Office, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, chosen: str, then: str
) -> None:
    office.preferences.save(Preferences(language="zh", theme=chosen))
    owner = QObject()
    follows = FollowsSystem(office.preferences, owner)
    choices.dress(chosen, "zh")
    assert look.now().roles.name == "light"
    monkeypatch.setattr(style, "scheme", lambda _app: Qt.ColorScheme.Dark)  # offscreen has none
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.now().roles.name == then
    qapp.styleHints().colorSchemeChanged.disconnect(follows._turn)
    style.apply(qapp, "light", scale=1)


def test_the_language_is_asked_for_at_once_and_kept(qtbot: QtBot, office: Office) -> None:
    screen = shown(qtbot, office)
    asked: list[str] = []
    screen.language.connect(asked.append)

    with qtbot.waitSignal(screen.preferences_changed):
        press(qtbot, screen, "English")

    assert asked == ["en"]

    assert office.preferences.load().language == "en"


def test_a_choice_that_cannot_be_kept_says_so(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown(qtbot, office)

    def full(_self: JsonPreferences, _preferences: Preferences) -> None:
        raise DiskFull

    monkeypatch.setattr(JsonPreferences, "save", full)
    press(qtbot, screen, "1 分钟")

    qtbot.waitUntil(lambda: bool(screen.findChildren(Banner)))


def test_where_the_vault_lies_and_what_always_holds_are_words(
    qtbot: QtBot, office: Office, tmp_path: Path
) -> None:
    said = words(shown(qtbot, office))

    assert str(tmp_path / "林间咨询室") in said
    assert "锁定会结束程序进程，内存里不留密码和记录。" in said


@pytest.mark.parametrize("size", [(1224, 800), (760, 640)])
def test_the_page_ends_where_its_words_end(qtbot, office, size):
    screen = shown(qtbot, office)
    screen.resize(*size)
    area = screen.findChild(QScrollArea)
    inside = area.widget()
    shown_words = [one for one in inside.findChildren(QLabel) if one.isVisible()]
    last = max(one.mapTo(inside, one.rect().bottomLeft()).y() for one in shown_words)
    assert inside.height() <= last + 72


def test_how_long_before_an_appointment_is_chosen(qtbot, office):
    screen = shown(qtbot, office)
    for word, minutes in (("30 分钟前", 30), ("不提醒", 0)):
        with qtbot.waitSignal(screen.preferences_changed):
            press(qtbot, screen, word)
        assert office.preferences.load().remind_minutes == minutes
    assert "只说代号" in words(screen)


def test_in_large_letters_the_settings_open_at_their_top(
    qtbot: QtBot, office: Office, qapp: QApplication
) -> None:
    style.apply(qapp, "light", scale=2.0)
    screen = shown(qtbot, office)
    screen.activateWindow()
    screen.setFocus()
    first = next(
        one for one in screen.findChildren(QAbstractButton) if one.accessibleName() == "浅色"
    )
    qtbot.waitUntil(first.hasFocus)
    bar = screen._area.verticalScrollBar()
    assert bar.maximum() > screen.height()
    assert bar.value() == 0
    style.apply(qapp, "light", scale=1.0)
