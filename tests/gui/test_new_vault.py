"""Setting up a vault, from the first choice to the open door."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from app.domain.audit import AuditKind
from app.domain.errors import NotWritable, PlaceTaken
from app.domain.recovery_key import group_matches
from storage import keys
from storage.clock import SystemClock
from storage.files import FileShelf
from storage.keeper import FolderKeeper
from storage.preferences import JsonPreferences
from storage.vault import FolderDoor
from tests.gui.helpers import PASSWORD
from ui.new_vault import FirstStart
from ui.new_vault_steps import check_place, synced_by
from ui.office import Office
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.tasks import Desk


@dataclass
class Sheets:
    """A printer of recovery sheets that keeps what it was given."""

    printed: list[tuple[tuple[str, ...], str, str, dict[str, str]]] = field(default_factory=list)

    def render(self, groups, vault_name, made_on, labels) -> bytes:
        self.printed.append((tuple(groups), vault_name, made_on, dict(labels)))
        return b"%PDF-1.7 " + " ".join(groups).encode()


@dataclass
class House:
    """What a screen is given, and the sheets it printed."""

    office: Office
    folder: Path
    sheets: Sheets


@pytest.fixture
def house(tmp_path: Path, desk: Desk) -> House:
    clock, sheets = SystemClock(), Sheets()
    door = FolderDoor(clock, lambda: keys.FLOOR)
    tools = SimpleNamespace(clock=clock, shelf=FileShelf(), papers=SimpleNamespace(recovery=sheets))
    folder = tmp_path / "文稿"
    folder.mkdir()
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    office = Office(desk, lambda: door, lambda: tools, store, lambda: folder / "林间咨询室", print)
    return House(office, folder, sheets)


def shown(qtbot: QtBot, house: House) -> FirstStart:
    screen = FirstStart(house.office)
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    return screen


def press(qtbot: QtBot, screen: FirstStart, word: str) -> None:
    found = [
        one for one in screen.findChildren(QPushButton) if one.text() == word and one.isVisible()
    ]
    assert len(found) == 1, f"{len(found)} buttons say {word}"
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def line(screen: FirstStart, name: str) -> QLineEdit:
    found = [
        one
        for one in screen.findChildren(QLineEdit)
        if one.accessibleName() == name and one.isVisible()
    ]
    assert len(found) == 1, f"{len(found)} lines are called {name}"
    return found[0]


def words(screen: FirstStart) -> str:
    return "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


def refusals(screen: FirstStart) -> list[str]:
    return [
        one.accessibleName()
        for one in screen.findChildren(Banner)
        if one.isVisible() and one.property("card") == "mid"
    ]


def to_password(qtbot: QtBot, screen: FirstStart) -> None:
    press(qtbot, screen, "继续")
    press(qtbot, screen, "继续")
    qtbot.waitUntil(screen.password_step.isVisible)


def to_recovery(qtbot: QtBot, screen: FirstStart) -> None:
    to_password(qtbot, screen)
    line(screen, "密码").setText(PASSWORD)
    line(screen, "再写一遍").setText(PASSWORD)
    press(qtbot, screen, "继续")
    qtbot.waitUntil(lambda: bool(screen.recovery_step.groups))


def asked(screen: FirstStart) -> list[tuple[QLineEdit, str]]:
    """The two lines, and the group of the key that belongs into each."""
    lines = [
        one
        for one in screen.findChildren(QLineEdit)
        if one.isVisible() and one.accessibleName().startswith("第 ")
    ]
    groups = screen.recovery_step.groups
    return [(one, groups[int(one.accessibleName().split()[1]) - 1]) for one in lines]


def type_back(screen: FirstStart) -> None:
    for one, group in asked(screen):
        one.setText(group.lower())


@pytest.mark.clause("044")
def test_a_newcomer_makes_a_vault(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    assert "把咨询记录和同意书，\n锁在您自己的电脑里。" in words(screen)
    to_recovery(qtbot, screen)
    groups = screen.recovery_step.groups
    assert all(group_matches(group, number) for number, group in enumerate(groups))
    assert not screen.next_button.isEnabled()
    assert "两组都对上后就可以继续" in words(screen)
    type_back(screen)

    with qtbot.waitSignal(screen.opened) as caught:
        press(qtbot, screen, "继续")

    place = house.folder / "林间咨询室"
    assert caught.args[0].vault.name == "林间咨询室"
    qtbot.waitUntil(lambda: house.office.preferences.load().vault == str(place))
    assert house.office.preferences.load().language == "zh"
    house.office.desk.close(lambda vault: vault.close())
    door = house.office.door()
    door.open(place, PASSWORD).vault.close()
    door.open_with_recovery(place, " ".join(groups)).vault.close()


@pytest.mark.clause("044")
def test_nothing_secret_stays_on_the_screen_when_it_is_done(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    groups = screen.recovery_step.groups
    type_back(screen)
    with qtbot.waitSignal(screen.opened):
        press(qtbot, screen, "继续")

    for one in screen.findChildren(QLineEdit):
        one.undo()
        assert PASSWORD not in one.text()
        assert one.text().upper() not in groups
    assert screen.recovery_step.groups == ()
    assert not any(
        group[:4] in screen.recovery_step.tiles.accessibleDescription() for group in groups
    )


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("", "写好密码就可以继续"),
        ("七个字还不够呢", "这个密码还不够牢。"),
        ("woaini1314", "这个密码还不够牢。"),
        ("啊啊啊啊啊啊啊啊啊啊", "这个密码还不够牢。"),
    ],
)
@pytest.mark.clause("044")
def test_a_weak_password_is_told_so(qtbot: QtBot, house: House, word: str, said: str) -> None:
    screen = shown(qtbot, house)
    to_password(qtbot, screen)

    line(screen, "密码").setText(word)
    line(screen, "再写一遍").setText(word)

    assert not screen.next_button.isEnabled()
    assert said in words(screen)


@pytest.mark.parametrize("word", ["just eight", "雨后 🌱 的小路 䶮", "a" * 4 + "b7 窗边的风 " * 30])
def test_any_writing_will_do(qtbot: QtBot, house: House, word: str) -> None:
    screen = shown(qtbot, house)
    to_password(qtbot, screen)

    line(screen, "密码").setText(word)
    line(screen, "再写一遍").setText(unicodedata.normalize("NFD", word))

    assert screen.next_button.isEnabled()


def test_two_different_passwords_are_told_apart(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    to_password(qtbot, screen)
    line(screen, "密码").setText(PASSWORD)
    line(screen, "再写一遍").setText(PASSWORD[:3])
    assert "两遍写得不一样。" not in words(screen)

    line(screen, "再写一遍").setText("晴天下的二")

    assert "两遍写得不一样。" in words(screen)
    assert not screen.next_button.isEnabled()


def test_a_taken_folder_is_refused_before_a_password_is_asked_for(
    qtbot: QtBot, house: House
) -> None:
    (house.folder / "旧照片.jpg").write_bytes(b"picture")
    screen = shown(qtbot, house)
    press(qtbot, screen, "继续")
    line(screen, "保险库的文件夹").setText(str(house.folder))

    press(qtbot, screen, "继续")
    qtbot.waitUntil(lambda: "这个文件夹里已经有别的东西。" in words(screen))

    assert "请选一个空文件夹，或写一个新的名字。" in words(screen)
    assert "会新建这个文件夹" not in words(screen), "it says one of the two"
    assert line(screen, "保险库的文件夹").text() == str(house.folder)
    line(screen, "保险库的文件夹").setText(str(house.folder / "新的"))
    assert "会新建这个文件夹" in words(screen)
    assert "已经有别的东西" not in words(screen)
    press(qtbot, screen, "继续")
    qtbot.waitUntil(screen.password_step.isVisible)


def test_places_that_cannot_be_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.write_bytes(b"")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".DS_Store").write_bytes(b"")

    check_place(tmp_path / "empty")
    check_place(tmp_path / "new" / "folder")
    with pytest.raises(PlaceTaken):
        check_place(file)
    with pytest.raises(NotWritable):
        check_place(file / "below")
    with pytest.raises(NotWritable):
        check_place(tmp_path / ("long" * 100))
    with pytest.raises(NotWritable):
        check_place(Path("not from the root"))


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - 个人/心匣", "OneDrive"),
        ("Library/Mobile Documents/心匣", "iCloud"),
        ("Dropbox/心匣", "Dropbox"),
        ("我的坚果云/心匣", "坚果云"),
        ("BaiduSyncdisk/心匣", "百度网盘"),
        ("Documents/心匣", ""),
    ],
)
def test_folders_that_others_copy_away_are_known(folder: str, service: str) -> None:
    assert synced_by(Path("/home/lin") / folder) == service


def test_a_synced_folder_is_warned_of_and_not_forbidden(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    press(qtbot, screen, "继续")

    line(screen, "保险库的文件夹").setText(str(house.folder / "OneDrive" / "心匣"))

    assert "这个文件夹由 OneDrive 同步，会传到别人的服务器上。" in words(screen)
    assert screen.next_button.isEnabled()


@pytest.mark.parametrize("typed", ["", "~nobody-of-that-name/心匣", "心匣", "\0"])
def test_half_a_path_is_asked_to_be_whole(qtbot: QtBot, house: House, typed: str) -> None:
    screen = shown(qtbot, house)
    press(qtbot, screen, "继续")

    line(screen, "保险库的文件夹").setText(typed)

    assert not screen.next_button.isEnabled()
    assert "请写一个完整的文件夹路径" in words(screen)


def test_going_back_keeps_what_was_typed(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    groups = screen.recovery_step.groups

    press(qtbot, screen, "上一步")
    assert line(screen, "密码").text() == PASSWORD
    qtbot.keyClick(line(screen, "密码"), Qt.Key.Key_Escape)
    assert line(screen, "保险库的文件夹").text() == str(house.folder / "林间咨询室")
    qtbot.keyClick(line(screen, "保险库的文件夹"), Qt.Key.Key_Return)
    qtbot.waitUntil(screen.password_step.isVisible)
    qtbot.keyClick(line(screen, "再写一遍"), Qt.Key.Key_Return)

    assert screen.recovery_step.isVisible()
    assert screen.recovery_step.groups == groups


def test_tab_goes_from_the_fields_on_before_it_goes_back(qtbot: QtBot, house: House) -> None:
    """On every step: what one writes, what goes on, then what leads back."""
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    type_back(screen)
    for step in (screen.recovery_step, screen.password_step, screen.place_step):
        assert step.isVisible()
        last = [one for one in step.findChildren(QWidget) if _takes_tab(one)][-1]
        last.setFocus()
        qtbot.keyClick(last, Qt.Key.Key_Tab)
        assert screen.next_button.hasFocus(), type(step).__name__
        qtbot.keyClick(screen.next_button, Qt.Key.Key_Tab)
        assert screen.back_button.hasFocus(), type(step).__name__
        qtbot.keyClick(screen.back_button, Qt.Key.Key_Space)


def _takes_tab(one: QWidget) -> bool:
    tab = one.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and one.isVisible() and one.isEnabled() and one.focusProxy() is None


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
)
def test_enter_in_a_line_goes_one_step_only(
    qtbot: QtBot, house: House, held: Qt.KeyboardModifier
) -> None:
    """With the key typed back already, a second step would make the vault unseen."""
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    type_back(screen)
    press(qtbot, screen, "上一步")
    second = line(screen, "再写一遍")
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return, held)
    qtbot.waitUntil(screen.recovery_step.isVisible)
    assert screen.next_button.isEnabled()
    assert not (house.folder / "林间咨询室").exists()


def test_a_slip_in_typing_back_is_named(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    (first, group), (second, other) = asked(screen)

    first.setText(group[:4] + ("2" if group[-1] != "2" else "3"))
    second.setText(" ".join(other.lower()))

    assert "对不上，请看看纸上是不是抄错了。" in words(screen)
    assert not screen.next_button.isEnabled()
    first.setText(f"{group[:2]}-{group[2:]}")
    assert screen.next_button.isEnabled()


def key_in_sight(screen: FirstStart) -> bool:
    """Whether eyes or a screen reader still find a group of the key."""
    tiles, groups = screen.recovery_step.tiles, screen.recovery_step.groups
    read = tiles.accessibleDescription().replace(" ", "")
    return tiles.isVisible() or any(group in read for group in groups)


COVERED = "已遮住，照您写下的纸来填"


@pytest.mark.promise(25)
@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize("way", ["click", "tab", "paste"])
def test_the_key_is_out_of_sight_while_it_is_typed_back(
    qtbot: QtBot, house: House, at: int, way: str
) -> None:
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    assert key_in_sight(screen)
    assert COVERED not in words(screen)
    field = asked(screen)[at][0]

    if way == "click":
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    elif way == "tab":
        field.setFocus(Qt.FocusReason.TabFocusReason)
    else:
        field.setText("A")

    assert COVERED in words(screen)
    assert not key_in_sight(screen)
    type_back(screen)
    assert not key_in_sight(screen)
    assert screen.next_button.isEnabled()


@pytest.mark.promise(25)
def test_a_second_look_empties_what_was_typed_and_asks_anew(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    step, seen = screen.recovery_step, set()
    for _ in range(30):
        seen.add(tuple(one.accessibleName() for one, _ in asked(screen)))
        type_back(screen)
        assert screen.next_button.isEnabled()
        step.cover.look.setFocus()
        press(qtbot, screen, "再看一眼")

        assert key_in_sight(screen)
        assert COVERED not in words(screen)
        assert all(one.text() == "" for one, _ in asked(screen))
        assert not screen.next_button.isEnabled()
        assert screen.focusWidget() is step.tiles
    assert len(seen) > 1
    assert all(two[0] != two[1] for two in seen)


@pytest.mark.promise(25)
def test_the_page_opens_with_the_key_and_comes_back_as_it_was_left(
    qtbot: QtBot, house: House
) -> None:
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    assert screen.focusWidget() is screen.recovery_step.tiles
    qtbot.keyClick(screen.recovery_step.tiles, Qt.Key.Key_Return)
    assert key_in_sight(screen)
    asked(screen)[0][0].setFocus()

    press(qtbot, screen, "上一步")
    press(qtbot, screen, "继续")
    qtbot.waitUntil(screen.recovery_step.isVisible)

    assert not key_in_sight(screen)
    assert screen.focusWidget() is asked(screen)[0][0]


def test_another_key_can_be_had(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    before = screen.recovery_step.groups
    type_back(screen)

    press(qtbot, screen, "换一组")
    qtbot.waitUntil(lambda: screen.recovery_step.groups != before)

    assert not screen.next_button.isEnabled()
    assert all(one.text() == "" for one, _ in asked(screen))


def test_the_pdf_is_warned_of_and_lies_only_where_it_was_told_to(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    groups = screen.recovery_step.groups
    press(qtbot, screen, "打印")
    press(qtbot, screen, "存成 PDF")
    assert "谁拿到这个文件，谁就能打开保险库。" in words(screen)
    path = line(screen, "存成哪个文件")
    assert path.text() == ""
    press(qtbot, screen, "存下")
    assert "请写完整的路径和文件名。" in words(screen)
    path.setText(str(house.folder / "林间咨询室" / "恢复密钥.pdf"))
    press(qtbot, screen, "存下")
    assert "不要和保险库放在一起，请换一个地方。" in words(screen)
    assert not house.sheets.printed

    stick = tmp_path / "stick"
    stick.mkdir()
    path.setText(str(stick / "恢复密钥.pdf"))
    press(qtbot, screen, "存下")
    qtbot.waitUntil(lambda: "已存成" in words(screen))

    assert (stick / "恢复密钥.pdf").read_bytes().startswith(b"%PDF")
    printed, vault, made_on, labels = house.sheets.printed[0]
    assert (printed, vault) == (groups, "林间咨询室")
    assert made_on.endswith("日")
    assert set(labels) == {"title", "warning", "vault", "made", "number", "keep"}

    type_back(screen)
    with qtbot.waitSignal(screen.opened) as made:
        press(qtbot, screen, "继续")
    found: list[list[AuditKind]] = []
    house.office.desk.do(
        screen, lambda _: [one.kind for one in made.args[0].vault.audit.entries()], found.append
    )
    qtbot.waitUntil(lambda: bool(found))
    assert found[0][::-1] == [AuditKind.VAULT_CREATED, AuditKind.RECOVERY_PRINTED]


def test_a_pdf_that_cannot_be_written_says_so(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    press(qtbot, screen, "打印")
    press(qtbot, screen, "存成 PDF")
    line(screen, "存成哪个文件").setText(str(tmp_path / "nowhere" / "恢复密钥.pdf"))

    press(qtbot, screen, "存下")

    qtbot.waitUntil(lambda: "这里不让写。" in refusals(screen))


def test_without_a_printer_the_hand_will_do(
    qtbot: QtBot, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    printing = pytest.importorskip("PySide6.QtPrintSupport")
    monkeypatch.setattr(printing.QPrinterInfo, "availablePrinterNames", list)
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    press(qtbot, screen, "打印")

    press(qtbot, screen, "用打印机")

    qtbot.waitUntil(lambda: "这台电脑上没有装打印机。" in words(screen))


def test_a_creation_that_fails_keeps_everything_typed(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    to_recovery(qtbot, screen)
    type_back(screen)
    place = house.folder / "林间咨询室"
    place.write_bytes(b"somebody was faster")

    press(qtbot, screen, "继续")
    qtbot.waitUntil(lambda: "这个文件夹里已经有别的东西。" in refusals(screen))

    assert screen.next_button.isEnabled()
    place.unlink()
    with qtbot.waitSignal(screen.opened):
        press(qtbot, screen, "继续")


def test_who_has_a_vault_is_led_to_its_door(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    to_password(qtbot, screen)
    line(screen, "密码").setText(PASSWORD)

    with qtbot.waitSignal(screen.elsewhere):
        press(qtbot, screen, "打开或恢复")

    assert line(screen, "密码").text() == ""


def test_the_language_changes_at_once_and_keeps_what_was_typed(qtbot: QtBot, house: House) -> None:
    screen = shown(qtbot, house)
    screen.place_step.field.set_text(str(house.folder / "别的"))

    def choose(name: str) -> None:
        radio = next(
            one
            for one in screen.findChildren(QRadioButton)
            if one.accessibleName() == name and one.isVisible()
        )
        qtbot.mouseClick(radio, Qt.MouseButton.LeftButton)

    choose("English")
    assert screen.language_step.language == "en"
    assert screen.place_step.place() == house.folder / "别的"
    choose("中文")
    assert screen.language_step.language == "zh"
    assert "放在哪里" in [step.title for step in screen._column.steps()]


@pytest.mark.parametrize(
    ("link", "way"),
    [("Open or restore", "elsewhere"), ("A new computer: restore a backup", "restore")],
)
def test_the_language_that_was_chosen_is_known_wherever_one_goes(
    qtbot: QtBot, house: House, link: str, way: str
) -> None:
    house.office = replace(house.office, keeper=FolderKeeper)
    screen = shown(qtbot, house)
    radio = next(
        one
        for one in screen.findChildren(QRadioButton)
        if one.accessibleName() == "English" and one.isVisible()
    )
    qtbot.mouseClick(radio, Qt.MouseButton.LeftButton)
    to = next(one for one in screen.findChildren(QPushButton) if one.text() == link)
    with qtbot.waitSignal(getattr(screen, way)):
        qtbot.mouseClick(to, Qt.MouseButton.LeftButton)
    assert house.office.preferences.load().language == "en"
