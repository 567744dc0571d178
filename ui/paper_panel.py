"""Takes a paper out of the vault: by a printer, or as a PDF whose place she names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.clause_link import empty_field, refusal_banner
from ui.consent_save import SavePanel
from ui.file_seal import FileSeal
from ui.messages import message
from ui.widgets.button import Button
from ui.widgets.card import bring_into_sight, column, put, row
from ui.widgets.label import Label
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from app.domain.errors import Refusal
    from app.ports import OpenVault
    from ui.office import Office


class PaperPanel(QWidget):
    """Two buttons and what came of them. `make` returns the PDF and runs away from the window.

    `made` tells that a paper left the vault.
    `seal` returns what is done to a PDF before it is saved, or None while it cannot be; `guarded`
    asks for a password here, beside the file's place: what holds words of a client is protected
    unless she says otherwise.
    `care` is what is said of a file that was saved, beside its place.
    `name` stands in the printer's queue and is proposed as the file's name: never a client's.
    """

    made = Signal()

    def __init__(  # noqa: PLR0913 - by keyword
        self,
        office: Office,
        name: str,
        make: Callable[[], bytes],
        parent: QWidget | None = None,
        *,
        seal: Callable[[], Callable[[bytes], bytes] | None] | None = None,
        guarded: bool = False,
    ) -> None:
        super().__init__(parent)
        self.secret = FileSeal(office) if guarded else None
        if self.secret is not None:
            self.secret.hide()
            seal = self.secret.seal
        self._office, self._name, self._make, self._seal = office, name, make, seal
        self.care = ""
        self.paper = Button(self.tr("打印"), "quiet", icon="printer")
        self.paper.clicked.connect(lambda: self._render(self._print))
        self.file = Button(self.tr("存为 PDF"), "quiet", icon="download")
        self.file.clicked.connect(self._ask_place)
        hint = self.tr("文件用上面的密码加密，离开保险库后锁不再保护它；文件名里不写姓名。")
        self._place = SavePanel(hint=hint if seal is not None else "")
        self._place.hide()
        self._place.closed.connect(self._close_place)
        self._place.save.connect(lambda path: self._render(lambda pdf: self._write(path, pdf)))
        self.said = Label("", "soft", wrap=True)
        self.said.hide()
        asked = (self._place,) if self.secret is None else (self.secret, self._place)
        buttons = row(self.paper, self.file, None, spacing=8)
        self._empty = column()
        self.setLayout(column(buttons, *asked, self.said, self._empty, spacing=10))

    def write_down(self, act: Callable[[OpenVault], object]) -> None:
        """Let `act` write in the vault, each time a paper leaves it, that one did."""
        self.made.connect(lambda: self._office.desk.do(self, act))

    def say(self, words: str) -> None:
        """Say what came of it."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            bring_into_sight(self.said)
            announce(self.said, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close what asks for place and password with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._place.isVisible():
            self._close_place()
        else:
            super().keyPressEvent(event)

    def _ask_place(self) -> None:
        self.say("")
        self._place.show()
        self._place.propose(f"{self._name}.pdf")
        if self.secret is not None:
            self.secret.show()
            self.secret.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_place(self) -> None:
        self.file.setFocus(Qt.FocusReason.OtherFocusReason)  # first: what is hidden passes it on
        self._place.hide()
        if self.secret is not None:
            self.secret.hide()
            self.secret.password.clear()

    def _render(self, then: Callable[[bytes], None]) -> None:
        put(self._empty, None)
        self._office.desk.outside(self, self._make, then, self._refused)

    def _print(self, pdf: bytes) -> None:
        """Offer the printers of this computer."""
        from ui.printing import ask_printer  # noqa: PLC0415 - only who prints pays for it

        if not ask_printer(self, self._name, lambda printer: self._paint(pdf, printer)):
            self.say(self.tr("这台电脑上没有装打印机。可以存成 PDF，拿到别处打印。"))

    def _paint(self, pdf: bytes, printer: object) -> None:
        from ui.document_view import print_pages  # noqa: PLC0415 - loads the PDF module

        print_pages(pdf, printer)  # type: ignore[arg-type]
        self.say(self.tr("已经送到打印机。请把纸收好。"))
        self.made.emit()

    def _write(self, path: Path, pdf: bytes) -> None:
        """Write the file where she said."""
        tools = self._office.tools
        close = self._seal() if self._seal is not None else bytes
        if close is None:
            return
        said = "\n".join(filter(None, (self.tr("已存成 {0}").format(path), self.care)))

        def written(_: None) -> None:
            self._close_place()
            self.say(said)
            self.made.emit()

        self._office.desk.outside(
            self, lambda: tools().shelf.write(path, close(pdf)), written, self._refused
        )

    def _refused(self, refusal: Refusal) -> None:
        """Say why there is no paper, and lead to what is empty; everything typed stays."""
        if empty_field(refusal) is not None:
            self._close_place()
            self.say("")
            banner = refusal_banner(refusal)
            put(self._empty, banner)
            announce(banner, banner.accessibleName())
            return
        said = message(refusal).line
        if self._place.isVisible():
            self._place.refuse(said)
        else:
            self.say(said)
