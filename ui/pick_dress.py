"""Dresses Qt's own file dialog: our words, icons and buttons instead of a stranger's.

Where the platform has a file dialog of its own, that one is shown and only the words reach it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QCoreApplication,
    QFileInfo,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialogButtonBox,
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QSplitter,
    QStyledItemDelegate,
    QToolButton,
    QTreeView,
)

from ui import dates
from ui.theme import icons, look
from ui.theme.style import repolish
from ui.widgets.offers import dress_offers

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QStyleOptionHeader, QStyleOptionViewItem

_NAME, _SIZE, _TYPE, _DATE = 0, 1, 2, 3
_PICTURES = {"png", "jpg", "jpeg", "webp", "bmp", "tif", "tiff"}
_TOOLS = {
    "backButton": "arrow-left",
    "forwardButton": "arrow-right",
    "toParentButton": "chevron-up",
    "newFolderButton": "plus",
    "listModeButton": "list",
    "detailModeButton": "sliders-horizontal",
}


def name_parts(dialog: QFileDialog) -> None:
    """Give every label and both buttons of a dialog their words in the screen's language."""
    label = QFileDialog.DialogLabel
    folder = dialog.fileMode() is QFileDialog.FileMode.Directory
    saves = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    name = (
        QCoreApplication.translate("FilePicker", "文件夹")
        if folder
        else QCoreApplication.translate("FilePicker", "文件名")
    )
    accept = QCoreApplication.translate("FilePicker", "打开")
    if folder:
        accept = QCoreApplication.translate("FilePicker", "选这个文件夹")
    elif saves:
        accept = QCoreApplication.translate("FilePicker", "存在这里")
    dialog.setLabelText(label.LookIn, QCoreApplication.translate("FilePicker", "位置"))
    dialog.setLabelText(label.FileName, name)
    dialog.setLabelText(label.FileType, QCoreApplication.translate("FilePicker", "类型"))
    dialog.setLabelText(label.Accept, accept)
    dialog.setLabelText(label.Reject, QCoreApplication.translate("FilePicker", "取消"))


def dress(dialog: QFileDialog) -> None:
    """Let Qt's own dialog look like the rest of the window; the platform's own is left alone."""
    tree = dialog.findChild(QTreeView, "treeView")
    if tree is None:
        return
    dialog.resize(look.px(840), look.px(520))
    layout = dialog.layout()
    if layout is not None:
        layout.setContentsMargins(*(look.px(side) for side in (24, 24, 24, 20)))
        layout.setSpacing(look.px(12))
    _dress_buttons(dialog)
    _dress_lists(dialog, tree)
    if len(dialog.nameFilters()) <= 1:  # a choice of one is none
        for part in (
            dialog.findChild(QLabel, "fileTypeLabel"),
            dialog.findChild(QComboBox, "fileTypeCombo"),
        ):
            if part is not None:
                part.hide()


def _dress_buttons(dialog: QFileDialog) -> None:
    """Give the buttons our kinds, and the tools our icons."""
    box = dialog.findChild(QDialogButtonBox, "buttonBox")
    if box is not None:
        box.setOrientation(Qt.Orientation.Horizontal)
        for button in box.buttons():
            accepts = box.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole
            button.setProperty("kind", "primary" if accepts else "quiet")
            repolish(button)
    for name, picture in _TOOLS.items():
        tool = dialog.findChild(QToolButton, name)
        if tool is not None:
            tool.setIcon(icons.icon(picture))
            tool.setIconSize(QSize(look.px(18), look.px(18)))
            tool.setAutoRaise(True)


def _dress_lists(dialog: QFileDialog, tree: QTreeView) -> None:
    """Show files with our icons, and their days as the rest of the window writes days."""
    dialog.setItemDelegate(_Files(dialog))
    side = dialog.findChild(QListView, "sidebar")
    if side is not None:
        side.setItemDelegate(_Places(side))
        side.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    combo = dialog.findChild(QComboBox, "lookInCombo")
    if combo is not None:
        combo.setIconSize(QSize(0, 0))
    _dress_offers(dialog)
    head = _Heads(Qt.Orientation.Horizontal, tree)
    tree.setHeader(head)
    tree.setColumnHidden(_TYPE, True)  # noqa: FBT003 - Qt takes it so
    head.setSectionsClickable(True)
    head.setStretchLastSection(False)
    head.setSortIndicatorShown(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
    tree.setIndentation(look.px(8))
    splitter = dialog.findChild(QSplitter, "splitter")
    if splitter is not None:
        splitter.setSizes([look.px(190), look.px(600)])


def _dress_offers(dialog: QFileDialog) -> None:
    """Show what the line offers while a name is typed as every other line shows it."""
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    completer: QCompleter | None = line.completer() if line is not None else None
    if completer is not None:
        offers = dress_offers(completer, QCoreApplication.translate("FilePicker", "文件和文件夹"))
        offers.setItemDelegate(_Offered(offers))


class _Heads(QHeaderView):
    """The heads of the columns; Qt's own Chinese word for a file's size is that of a body."""

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Say how large files are as people say it."""
        super().initStyleOptionForIndex(option, section)
        if section == _SIZE:
            option.text = QCoreApplication.translate("FilePicker", "大小")


class _Files(QStyledItemDelegate):
    """Rows of files and folders."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Show our icon before a name, and a time as the screen's language writes it."""
        super().initStyleOption(option, index)
        model = index.model()
        if not isinstance(model, QFileSystemModel):
            return
        if index.column() == _NAME:
            option.icon = icons.icon(_picture(model.fileInfo(index)), size=16)
        elif index.column() == _DATE:
            at = cast("datetime", model.lastModified(index).toPython())
            option.text = f"{dates.plain_day(at)} {dates.clock_time(at)}"


class _Places(QStyledItemDelegate):
    """Rows of the places at the side."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Show our icon before a place."""
        super().initStyleOption(option, index)
        picture = "hard-drive" if index.row() == 0 else "folder"
        option.icon = icons.icon(picture, size=16)


class _Offered(QStyledItemDelegate):
    """Rows of what the line offers."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Show our icon before a name."""
        super().initStyleOption(option, index)
        path = index.data(QFileSystemModel.Roles.FilePathRole)
        option.icon = icons.icon(_picture(QFileInfo(str(path))), size=16)


def _picture(file: QFileInfo) -> str:
    """Return the icon of a file: folders and pictures are told apart from the rest."""
    if file.isDir():
        return "folder"
    return "image" if file.suffix().lower() in _PICTURES else "file-text"
