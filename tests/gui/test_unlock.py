"""The door, as a counselor meets it: with the right word, the wrong one, and in trouble."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from app.domain import errors
from app.domain.preferences import Preferences
from app.services import vaults
from storage import keys
from storage.preferences import JsonPreferences
from storage.vault import FolderDoor
from tests.gui.helpers import PASSWORD
from ui import translation
from ui.messages import message
from ui.office import Office
from ui.unlock import DoorScreen
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.tasks import Desk

ROOT = Path(__file__).parents[2]
HOLD = (
    "import pathlib, sys; from storage.holding import Holding;"
    "held = Holding(pathlib.Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


@dataclass
class SetClock:
    """A clock whose hands the test turns."""

    seconds: float = 100.0

    def now(self) -> datetime:
        return datetime(2026, 5, 12, 6, 32, tzinfo=UTC)

    def since_boot(self) -> tuple[str, float]:
        return "this boot", self.seconds


@dataclass
class House:
    """A vault behind its door, and what a screen is given."""

    office: Office
    clock: SetClock
    place: Path
    groups: tuple[str, ...]
    restarts: list[list[str]] = field(default_factory=list)


class RefusingDoor:
    """A door that says one thing to everybody."""

    def __init__(self, refusal: errors.Refusal) -> None:
        self.refusal = refusal

    def wait_left(self, place: Path) -> float:
        return float(getattr(self.refusal, "wait_seconds", 0.0))

    def open(self, place: Path, password: str) -> None:
        raise self.refusal


@pytest.fixture
def house(tmp_path: Path, desk: Desk) -> House:
    clock = SetClock()
    door = FolderDoor(clock, lambda: keys.FLOOR)
    place, groups = tmp_path / "林间咨询室", door.new_recovery_key()
    vaults.create(door, clock, place, PASSWORD, groups).vault.close()
    tools = SimpleNamespace(clock=clock)
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    store.save(Preferences(language="zh", vault=str(place)))
    restarts: list[list[str]] = []
    office = Office(desk, lambda: door, lambda: tools, store, lambda: place, restarts.append)
    return House(office, clock, place, groups, restarts)


def shown(qtbot: QtBot, house: House, reason: str = "", at: str = "") -> DoorScreen:
    screen = DoorScreen(house.office, house.place, reason, at)
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    return screen


def button(screen: DoorScreen, word: str) -> QPushButton:
    return next(
        one for one in screen.findChildren(QPushButton) if one.text() == word and one.isVisible()
    )


def password_line(screen: DoorScreen) -> QLineEdit:
    return next(one for one in screen.findChildren(QLineEdit) if one.accessibleName() == "密码")


def banner_words(screen: DoorScreen) -> list[tuple[str, str]]:
    return [
        (one.accessibleName(), one.accessibleDescription())
        for one in screen.findChildren(Banner)
        if one.isVisible()
    ]


def words(screen: DoorScreen) -> str:
    return "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


def try_word(qtbot: QtBot, screen: DoorScreen, word: str) -> None:
    qtbot.waitUntil(screen.open_button.isEnabled)
    password_line(screen).setText(word)
    qtbot.keyClick(password_line(screen), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(banner_words(screen)))


def open_with(qtbot: QtBot, screen: DoorScreen, word: str) -> object:
    password_line(screen).setText(word)
    with qtbot.waitSignal(screen.opened) as caught:
        qtbot.mouseClick(button(screen, "打开"), Qt.MouseButton.LeftButton)
    return caught.args[0]


@pytest.mark.clause("044")
def test_the_right_password_opens(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)

    opened = open_with(qtbot, screen, PASSWORD)

    assert opened.vault.name == "林间咨询室"
    assert not opened.from_copy


def test_the_same_password_opens_however_it_is_composed(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    word = "Cafe\u0301 里的两把椅子"
    other = tmp_path / "other"
    vaults.create(
        house.office.door(), house.clock, other, unicodedata.normalize("NFC", word), house.groups
    ).vault.close()
    house.place = other
    screen = shown(qtbot, house)

    opened = open_with(qtbot, screen, unicodedata.normalize("NFD", word))

    assert opened.vault.name == "other"
    house.office.desk.outside(screen, lambda: None)
    qtbot.waitUntil(lambda: house.office.preferences.load().vault == str(other))


@pytest.mark.clause("044")
def test_wrong_passwords_make_a_growing_pause_that_ends(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    try_word(qtbot, screen, "不是这一句话")
    assert screen.open_button.isEnabled()
    assert banner_words(screen)[0][0] == "密码不对。"
    assert screen._banner.width() == screen.password.width(), "it stands in the column of the form"
    try_word(qtbot, screen, "也不是这一句")
    try_word(qtbot, screen, "还不是这一句")
    qtbot.waitUntil(lambda: screen.open_button.text() == "请等 1 秒")
    house.clock.seconds += 1
    try_word(qtbot, screen, "仍不是这一句")
    qtbot.waitUntil(lambda: screen.open_button.text() == "请等 3 秒")
    assert not screen.open_button.isEnabled()
    password_line(screen).setText(PASSWORD)
    qtbot.keyClick(password_line(screen), Qt.Key.Key_Return)
    assert password_line(screen).text() == PASSWORD

    house.clock.seconds += 1.5
    qtbot.waitUntil(lambda: screen.open_button.text() == "请等 2 秒")
    house.clock.seconds += 2
    qtbot.waitUntil(screen.open_button.isEnabled)

    assert screen.open_button.text() == "打开"
    assert not banner_words(screen)
    assert open_with(qtbot, screen, PASSWORD)


@pytest.mark.clause("044")
def test_ctrl_enter_tries_a_password_once(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    tried: list[str] = []
    door = house.office.door()
    real = door.open
    door.open = lambda place, word: (tried.append(word), real(place, word))[1]  # type: ignore[method-assign]
    password_line(screen).setText("不是这个")
    qtbot.keyClick(password_line(screen), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(banner_words(screen)))
    assert tried == ["不是这个"]


def test_a_pause_outlives_the_program(qtbot: QtBot, house: House) -> None:
    door = house.office.door()
    for _ in range(7):
        with pytest.raises(errors.WrongPassword):
            door.open(house.place, "不是这一句话")
        house.clock.seconds += 60

    house.clock.seconds -= 60
    screen = shown(qtbot, house)

    qtbot.waitUntil(lambda: screen.open_button.text() == "请等 1:00")
    assert not screen.open_button.isEnabled()


@pytest.mark.clause("044")
def test_nothing_of_the_password_stays_on_the_screen(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    line = password_line(screen)
    qtbot.keyClicks(line, "not the right words")
    screen.password.eye.click()
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert line.text() == ""
    assert line.echoMode() == QLineEdit.EchoMode.Password
    assert not line.isUndoAvailable()
    line.undo()
    assert line.text() == ""
    spoken = QAccessible.queryAccessibleInterface(line)
    assert spoken.text(QAccessible.Text.Value) == ""
    assert not line.dragEnabled()
    qtbot.waitUntil(lambda: bool(banner_words(screen)))
    assert "not the right" not in words(screen)


def test_an_empty_field_asks_for_nothing(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)

    qtbot.mouseClick(button(screen, "打开"), Qt.MouseButton.LeftButton)

    assert screen.open_button.isEnabled()
    assert not banner_words(screen)


def test_the_recovery_key_opens_in_any_spacing_and_case(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    qtbot.mouseClick(button(screen, "用恢复密钥打开"), Qt.MouseButton.LeftButton)
    box = next(one for one in screen.findChildren(QTextEdit) if one.accessibleName() == "恢复密钥")
    box.setPlainText("  " + "-".join(house.groups[:4]).lower() + "\n" + "".join(house.groups[4:]))

    with qtbot.waitSignal(screen.opened):
        qtbot.keyClick(box, Qt.Key.Key_Return)

    assert box.toPlainText() == ""
    assert not box.document().isUndoAvailable()


def test_the_key_has_its_two_lines_whatever_the_hint_needs(
    qtbot: QtBot, house: House, qapp: QApplication
) -> None:
    """In English the hint below takes two lines, and took one of the key's."""
    translation.install(qapp, "en")
    try:
        screen = shown(qtbot, house, "idle", "14:32")
        qtbot.mouseClick(button(screen, "Use the recovery key"), Qt.MouseButton.LeftButton)
        edit = screen.key.edit
        qtbot.waitUntil(lambda: edit.isVisible() and edit.height() >= edit.sizeHint().height())
        assert edit.viewport().height() >= 2 * QFontMetrics(edit.document().defaultFont()).height()
    finally:
        translation.install(qapp, "zh")


def test_a_slip_in_the_recovery_key_names_its_group(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    qtbot.mouseClick(button(screen, "用恢复密钥打开"), Qt.MouseButton.LeftButton)
    box = next(one for one in screen.findChildren(QTextEdit) if one.accessibleName() == "恢复密钥")
    third = house.groups[2]
    slipped = third[:-1] + ("2" if third[-1] != "2" else "3")
    typed = " ".join((*house.groups[:2], slipped, *house.groups[3:]))

    box.setPlainText(typed)
    assert box.accessibleDescription() == "恢复密钥第 3 组抄错了。"
    qtbot.mouseClick(button(screen, "打开"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(banner_words(screen)))

    assert banner_words(screen)[0][0] == "恢复密钥第 3 组抄错了。"
    assert box.toPlainText() == typed


def test_half_a_recovery_key_says_what_is_missing(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    qtbot.mouseClick(button(screen, "用恢复密钥打开"), Qt.MouseButton.LeftButton)
    screen.key.set_text(" ".join(house.groups[:3]))
    qtbot.mouseClick(button(screen, "打开"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(banner_words(screen)))

    assert banner_words(screen) == [("恢复密钥不完整。", "一共八组，每组五个字符。")]


def test_the_key_of_another_vault_is_told_apart_from_a_slip(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    qtbot.mouseClick(button(screen, "用恢复密钥打开"), Qt.MouseButton.LeftButton)
    screen.key.set_text(" ".join(house.office.door().new_recovery_key()))
    qtbot.mouseClick(button(screen, "打开"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(banner_words(screen)))

    assert banner_words(screen)[0][0] == "这不是这个保险库的恢复密钥。"


def test_escape_leads_back_to_the_password(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    qtbot.mouseClick(button(screen, "用恢复密钥打开"), Qt.MouseButton.LeftButton)

    qtbot.keyClick(screen.key.edit, Qt.Key.Key_Escape)

    assert password_line(screen).isVisible()
    assert not screen.key.isVisible()


def test_a_vault_open_elsewhere_says_who_has_it(qtbot: QtBot, house: House) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(house.place)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        screen = shown(qtbot, house)
        try_word(qtbot, screen, PASSWORD)

        assert str(other.pid) in banner_words(screen)[0][0]
        assert other.stdin is not None
        other.stdin.close()


def test_a_damaged_header_falls_back_to_its_copy(qtbot: QtBot, house: House) -> None:
    (house.place / "vault.header").write_bytes(b"not a header")
    screen = shown(qtbot, house)

    assert open_with(qtbot, screen, PASSWORD).from_copy


@pytest.mark.parametrize(
    "refusal",
    [
        errors.WrongPassword(),
        errors.TooManyTries(7.0),
        errors.HeaderDamaged(),
        errors.HeaderForged(),
        errors.VaultDamaged(),
        errors.VaultTooNew(9, 1),
        errors.VaultBusy("书房的电脑, 4711"),
        errors.NoVaultThere(),
        errors.NotWritable(),
        errors.DiskFull(),
        errors.EncryptionMissing(),
    ],
    ids=str,
)
def test_every_refusal_is_one_clear_sentence(
    qtbot: QtBot, house: House, refusal: errors.Refusal
) -> None:
    door = RefusingDoor(refusal)
    tools = house.office.tools
    house.office = Office(
        house.office.desk, lambda: door, tools, house.office.preferences, lambda: house.place, print
    )
    screen = shown(qtbot, house)

    try_word(qtbot, screen, PASSWORD)

    said = banner_words(screen)
    assert len(said) == 1
    assert said[0][0] == message(refusal).what
    assert said[0][1]
    assert password_line(screen).text() == ""


def test_a_missing_vault_offers_to_make_one(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    house.place = tmp_path / "nothing"
    screen = shown(qtbot, house)
    try_word(qtbot, screen, PASSWORD)

    with qtbot.waitSignal(screen.create_new):
        qtbot.mouseClick(button(screen, "新建一个保险库"), Qt.MouseButton.LeftButton)


def test_another_vault_is_looked_at_before_it_is_remembered(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    screen = shown(qtbot, house)
    first, other = house.place, tmp_path / "第二个"
    vaults.create(
        house.office.door(), house.clock, other, "另一句更长一些的话", house.groups
    ).vault.close()
    qtbot.mouseClick(button(screen, "换一个保险库"), Qt.MouseButton.LeftButton)
    path = next(
        one
        for one in screen.findChildren(QLineEdit)
        if one.accessibleName() == "保险库所在的文件夹"
    )
    path.setText(str(tmp_path))
    qtbot.keyClick(path, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(banner_words(screen)))
    assert banner_words(screen)[0][0] == "这个文件夹里没有保险库。"
    assert path.text() == str(tmp_path)
    assert house.office.preferences.load().vault == str(first)

    path.setText(str(other))
    with qtbot.waitSignal(screen.elsewhere):
        qtbot.mouseClick(button(screen, "换到这里"), Qt.MouseButton.LeftButton)

    assert house.office.preferences.load().vault == str(other)
    assert "第二个" in words(screen)
    assert open_with(qtbot, screen, "另一句更长一些的话").vault.name == "第二个"


def test_the_end_of_a_pause_takes_no_other_word_away(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    screen = shown(qtbot, house)
    for _ in range(3):
        try_word(qtbot, screen, "不是这一句话")
    qtbot.waitUntil(lambda: screen.open_button.text() == "请等 1 秒")
    qtbot.mouseClick(button(screen, "换一个保险库"), Qt.MouseButton.LeftButton)
    screen.folder.set_text(str(tmp_path))
    qtbot.mouseClick(button(screen, "换到这里"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(banner_words(screen)))
    house.clock.seconds += 1
    qtbot.waitUntil(lambda: screen._left == 0)

    assert banner_words(screen)[0][0] == "这个文件夹里没有保险库。"


@pytest.mark.parametrize(
    ("reason", "at", "said"),
    [
        ("idle", "14:32", "闲置满 5 分钟，14:32 自动锁定。"),
        ("idle", "", "闲置满 5 分钟，自动锁定。"),
        ("menu", "14:32", "您在 14:32 锁定。"),
        ("menu", "", "您锁定了它。"),
    ],
)
@pytest.mark.clause("044")
def test_the_door_says_why_it_is_locked_and_that_nothing_is_lost(
    qtbot: QtBot, house: House, reason: str, at: str, said: str
) -> None:
    screen = shown(qtbot, house, reason, at)

    assert said + "\n没写完的记录已加密存好，打开后接着写。" in words(screen)


def test_a_fresh_start_gives_no_reason(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)

    assert "心匣已锁上" in words(screen)
    assert "锁定。" not in words(screen)


def test_the_language_is_remembered_and_told(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    english = next(
        one for one in screen.findChildren(QRadioButton) if one.accessibleName() == "English"
    )

    with qtbot.waitSignal(screen.language) as caught:
        qtbot.mouseClick(english, Qt.MouseButton.LeftButton)

    assert caught.args == ["en"]
    assert house.office.preferences.load().language == "en"


def test_the_door_loads_nothing_heavy() -> None:
    heavy = (
        "sqlcipher3 cryptography reportlab app.services.vaults PySide6.QtPdf app.domain.password"
    )
    code = (
        "import sys; import ui.unlock;"
        f"print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert ran.stdout.strip() == "[]"


def test_a_door_that_is_too_low_scrolls_to_what_it_says(qtbot: QtBot, house: House) -> None:
    screen = DoorScreen(house.office, house.place)
    qtbot.addWidget(screen)
    screen.resize(960, 380)
    screen.show()
    assert not screen.findChildren(QScrollArea)

    try_word(qtbot, screen, "不是这一句话")

    qtbot.waitUntil(lambda: bool(screen.findChildren(QScrollArea)))
    area, banner = screen.findChild(QScrollArea), screen.findChild(Banner)
    qtbot.waitUntil(lambda: area.viewport().rect().contains(_within(banner, area.viewport())))
    assert password_line(screen).hasFocus()


def _within(part: QWidget, room: QWidget) -> QPoint:
    return part.mapTo(room, part.rect().center())
