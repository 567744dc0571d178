"""Asks for a file or folder, and leaves no trace of which one it was.

Qt writes the folders one went through into `QtProject.conf`, whether its own dialog was shown or
the platform's; it does so when the dialog dies, and right after that the traces are removed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from ui.pick_dress import dress, name_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def pick_open(parent: QWidget, title: str, kinds: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for one existing file of `kinds` ("图片 (*.png *.jpg)"); `then` gets its path."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    return _ask(dialog, then)


def pick_open_many(
    parent: QWidget, title: str, kinds: str, then: Callable[[list[Path]], None]
) -> QFileDialog:
    """Ask for one or more existing files of `kinds`; `then` gets their paths."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(kinds)
    dialog.filesSelected.connect(lambda paths: then([Path(path) for path in paths]))
    return _shown(dialog)


def pick_save(parent: QWidget, title: str, name: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask where to write a file, `name` being proposed; `then` gets the path.

    Where a file of that name stands already, it is asked for once more, in our own words.
    """
    dialog = _dialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(name)
    return _ask(dialog, lambda path: _unless_taken(parent, title, path, then))


def pick_folder(parent: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a folder; `then` gets its path."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _ask(dialog, then)


def documents() -> Path:
    """Return the folder where the system keeps a person's documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))


def forget() -> None:
    """Remove what Qt remembers of file dialogs: last folder, history, shortcuts."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.remove("FileDialog")
    kept.remove("Qt/filedialog")
    kept.sync()


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    """Return a dialog that begins in the documents and reads no folder's own icons.

    Where there are none yet it begins at home: Qt would write the name of what is not there.
    """
    begin = documents()
    dialog = QFileDialog(parent, title, str(begin if begin.is_dir() else Path.home()))
    dialog.setAccessibleName(title)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    return dialog


def _unless_taken(parent: QWidget, title: str, path: Path, then: Callable[[Path], None]) -> None:
    """Give `then` the path; where a file stands there, only after it was said that it may go."""
    if not path.exists():
        then(path)
        return
    from ui.widgets.dialog import Dialog  # noqa: PLC0415 - seldom needed, and the door is near

    question = Dialog(
        QCoreApplication.translate("FilePicker", "换掉已有的文件吗？"),
        QCoreApplication.translate(
            "FilePicker", "那里已经有“{0}”。换掉之后，原来的内容就没有了。"
        ).format(path.name),
        accept=QCoreApplication.translate("FilePicker", "换掉"),
        reject=QCoreApplication.translate("FilePicker", "另取一个名字"),
        danger=True,
        parent=parent,
    )
    question.accepted.connect(lambda: then(path))
    question.rejected.connect(lambda: pick_save(parent, title, path.name, then))
    question.finished.connect(question.deleteLater)
    question.open()


def _ask(dialog: QFileDialog, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for one path."""
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    return _shown(dialog)


def _shown(dialog: QFileDialog) -> QFileDialog:
    """Show the dialog without waiting; its traces go when it does."""
    name_parts(dialog)
    dress(dialog)
    dialog.finished.connect(dialog.deleteLater)
    dialog.destroyed.connect(forget)
    dialog.open()
    return dialog
