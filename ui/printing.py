"""Asks for a printer: Qt's dialog in our dress, and a word where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton

from ui.theme import look
from ui.theme.style import repolish

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def ask_printer(parent: QWidget, name: str, then: Callable[[QPrinter], None]) -> bool:
    """Ask on which printer to print, then call `then` with it; False where there is no printer.

    `name` stands in the printer's queue, where others may read it: never a client's.
    """
    if not QPrinterInfo.availablePrinterNames():
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    # What becomes a file goes through our own line, which says that the file leaves the vault.
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)  # noqa: FBT003 - Qt's
    dialog.setWindowTitle(QCoreApplication.translate("Printing", "打印"))
    dialog.accepted.connect(lambda: then(printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    _dress(dialog)
    dialog.show()
    return True


def _dress(dialog: QPrintDialog) -> None:
    """Let Qt's own dialog look like the window; the platform's own has no such parts."""
    box = dialog.findChild(QDialogButtonBox)
    if box is None:
        return
    layout = dialog.layout()
    if layout is not None:
        layout.setContentsMargins(*(look.px(side) for side in (24, 20, 24, 20)))
        layout.setSpacing(look.px(12))
    for button in box.buttons():
        accepts = box.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole
        button.setProperty("kind", "primary" if accepts else "quiet")
        repolish(button)
    for push in dialog.findChildren(QPushButton):
        if not push.property("kind"):
            push.setProperty("kind", "quiet")
            repolish(push)
    for label in dialog.findChildren(QLabel):
        label.setMinimumHeight(look.px(20))
