"""Qt's own file dialog: it speaks the screen's language and looks like the rest of the window."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QFileDialog,
    QFileSystemModel,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyleOptionHeaderV2,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QWidget,
)
from shiboken6 import isValid

from ui import pick, translation
from ui.theme import icons
from ui.widgets.dialog import Dialog

LATIN = re.compile("[A-Za-z]{2}")


@pytest.fixture
def spoken(qapp, qtbot):
    """The window speaks Chinese, Qt's own words too; what was spoken before comes back."""
    before = QLocale()
    translation.install(qapp, "zh")
    qtbot.waitUntil(lambda: qapp.translate("QFileDialog", "Parent Directory") != "Parent Directory")
    yield
    for one in translation._spoken:
        qapp.removeTranslator(one)
    translation._spoken.clear()
    qapp.setProperty(translation._SPOKEN, None)
    QLocale.setDefault(before)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "督导").mkdir()
    (tmp_path / "同意书.pdf").write_bytes(b"%PDF")
    (tmp_path / "照片.jpg").write_bytes(b"x")
    monkeypatch.setattr(pick, "documents", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def ask(qtbot, folder):
    """Show a dialog of a kind, and put it away afterwards."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    shown = []

    def show(which):
        got = []
        dialog = {
            "open": lambda: pick.pick_open(window, "选一张扫描", "图片 (*.pdf *.jpg)", got.append),
            "save": lambda: pick.pick_save(window, "存为文件", "摘要.pdf", got.append),
            "folder": lambda: pick.pick_folder(window, "放在哪里", got.append),
        }[which]()
        shown.append(dialog)
        qtbot.waitUntil(dialog.isVisible)
        return dialog, got

    yield show
    for dialog in shown:
        if isValid(dialog):
            dialog.reject()
            qtbot.waitUntil(lambda one=dialog: not isValid(one))


@pytest.mark.parametrize("which", ["open", "save", "folder"])
def test_no_english_word_stands_in_a_chinese_window(ask, spoken, which):
    dialog, _ = ask(which)
    said = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    said += [one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()]
    for one in dialog.findChildren(QToolButton):
        said += [one.accessibleName(), one.toolTip()] if one.isVisible() else []
    model = dialog.findChild(QFileSystemModel)
    for column in range(model.columnCount()):
        said.append(model.headerData(column, Qt.Orientation.Horizontal))
    assert len(said) > 10
    assert [word for word in said if LATIN.search(word)] == []
    size = QStyleOptionHeaderV2()
    dialog.findChild(QTreeView, "treeView").header().initStyleOptionForIndex(size, 1)
    assert size.text == "大小"  # Qt's own word is that of a body


@pytest.mark.parametrize(
    ("which", "accept"), [("open", "打开"), ("save", "存在这里"), ("folder", "选这个文件夹")]
)
def test_the_buttons_say_what_they_do_and_look_like_ours(ask, which, accept):
    dialog, _ = ask(which)
    box = dialog.findChild(QDialogButtonBox)
    kinds = {one.text().replace("&", ""): one.property("kind") for one in box.buttons()}
    assert kinds == {accept: "primary", "取消": "quiet"}
    tools = [one for one in dialog.findChildren(QToolButton) if one.isVisible()]
    assert len(tools) == 6
    assert all(one.accessibleName() for one in tools)


def test_every_part_that_can_be_reached_has_a_name(ask):
    dialog, _ = ask("open")
    for one in dialog.findChildren(QAbstractButton):
        if one.isVisible():
            assert one.accessibleName() or one.text(), one.objectName()
    labelled = {one.buddy() for one in dialog.findChildren(QLabel) if one.buddy()}
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit.accessibleName() or edit in labelled


def test_files_are_shown_with_our_icons_and_the_screens_dates(ask, qtbot, folder, spoken):
    dialog, _ = ask("open")
    model = dialog.findChild(QFileSystemModel)
    root = model.index(str(folder))
    qtbot.waitUntil(lambda: model.rowCount(root) == 3)
    shown = {}
    for name in ("督导", "同意书.pdf", "照片.jpg"):
        index = model.index(str(folder / name))
        option = QStyleOptionViewItem()
        dialog.itemDelegate().initStyleOption(option, index)
        shown[name] = option.icon.pixmap(16).toImage()
        day = QStyleOptionViewItem()
        dialog.itemDelegate().initStyleOption(day, index.siblingAtColumn(3))
        assert day.text.startswith(model.lastModified(index).toString("yyyy年M月d日 HH:mm"))
    for name, picture in {"督导": "folder", "同意书.pdf": "file-text", "照片.jpg": "image"}.items():
        assert shown[name] == icons.icon(picture, size=16).pixmap(16).toImage(), name


def test_where_there_are_no_documents_yet_it_begins_at_home(ask, folder, monkeypatch):
    monkeypatch.setattr(pick, "documents", lambda: folder / "没有这个")
    monkeypatch.setattr(Path, "home", lambda: folder / "督导")
    dialog, _ = ask("folder")
    assert Path(dialog.directory().path()) == folder / "督导"
    assert dialog.findChild(QLineEdit, "fileNameEdit").text() == ""


def test_what_is_offered_while_one_types_looks_like_ours(ask, qtbot, folder):
    (folder / "scan.pdf").write_bytes(b"%PDF")
    dialog, _ = ask("open")
    model = dialog.findChild(QFileSystemModel)
    qtbot.waitUntil(lambda: model.rowCount(model.index(str(folder))) == 4)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    qtbot.keyClicks(edit, "sc")
    offers = edit.completer().popup()
    qtbot.waitUntil(offers.isVisible)
    assert offers.property("ground") == "raised"
    option = QStyleOptionViewItem()
    offers.itemDelegate().initStyleOption(option, offers.model().index(0, 0))
    assert option.icon.pixmap(16).toImage() == icons.icon("file-text", size=16).pixmap(16).toImage()
    offers.hide()


def test_enter_takes_the_file_and_esc_takes_none(ask, qtbot, folder):
    dialog, got = ask("open")
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    edit.setText(str(folder / "同意书.pdf"))
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert got == [folder / "同意书.pdf"]
    dialog, got = ask("open")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert got == []


def test_a_saved_file_goes_over_another_only_after_a_question(ask, qtbot, folder):
    (folder / "摘要.pdf").write_bytes(b"theirs")
    dialog, got = ask("save")
    window = dialog.parentWidget()
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    edit.setText(str(folder / "摘要.pdf"))
    dialog.accept()
    qtbot.waitUntil(lambda: not isValid(dialog) and len(window.findChildren(Dialog)) == 1)
    (question,) = window.findChildren(Dialog)
    assert got == []
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(window.findChildren(QFileDialog)) == 1)
    (again,) = window.findChildren(QFileDialog)
    assert got == []
    again.findChild(QLineEdit, "fileNameEdit").setText(str(folder / "摘要.pdf"))
    again.accept()
    qtbot.waitUntil(lambda: not isValid(again) and not isValid(question))
    (question,) = window.findChildren(Dialog)
    qtbot.mouseClick(question.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: got == [folder / "摘要.pdf"])
    qtbot.waitUntil(lambda: not isValid(question))
