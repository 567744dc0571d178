"""How a consent is signed: by hand on the screen, or on paper that is scanned or photographed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.blank import is_blank
from app.domain.consent import Signature, SigningMethod
from app.domain.ink import is_signature
from ui import pick
from ui.consent_form import section
from ui.consent_oral import OralPart
from ui.consent_times import both_times
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, column, row
from ui.widgets.chip import Choices
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.signature import SignaturePad
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from app.domain.client import Place
    from app.domain.consent import ConsentTemplate
    from ui.widgets.signature import Stroke


@dataclass(frozen=True)
class Drawing:
    """What one signer wrote, and when, unless the clock has not answered yet."""

    signer: str
    strokes: tuple[Stroke, ...] = field(repr=False)
    at: datetime | None

    def signature(self, now: datetime) -> Signature:
        """Return it as a signature, of `now` where no time is known."""
        return Signature(self.signer, self.strokes, self.at or now)


class SignerPad(QWidget):
    """One person's pad, when it was signed by both clocks, and a way to write again."""

    changed = Signal(str)
    another_way = Signal()

    def __init__(self, signer: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.signer = signer
        self.at: datetime | None = None
        self.pad = SignaturePad(name)
        self.when = Label("", "meta")
        self.again = Button(self.tr("重写"), "link")
        self.again.setAccessibleName(self.tr("{0}重写").format(signer))
        self.again.setVisible(False)
        self.pad.changed.connect(self._drawn)
        self.pad.another_way.connect(self.another_way)
        self.again.clicked.connect(self.pad.clear)
        self.setLayout(column(self.pad, row(self.when, None, self.again), spacing=4))

    def signed(self) -> bool:
        """Say whether more than dots stand on the pad."""
        return is_signature(self.pad.strokes())

    def set_time(self, at: datetime, mine: Place, theirs: Place) -> None:
        """Show when this was signed, for both parties."""
        if self.signed():
            self.at = at
            self.when.setText(both_times(at, mine, theirs, self.tr("来访者当地")))

    def _drawn(self) -> None:
        self.at = None
        slight = not self.pad.is_empty() and not self.signed()
        self.when.setText(self.tr("笔画太短，看不出是签名。") if slight else "")
        self.again.setVisible(not self.pad.is_empty())
        self.changed.emit(self.signer)


class PaperPart(Card):
    """A scan or photo of the signed paper: a path, a picker, or a file dropped here.

    `remote` says that the work is from afar, for which another rule asks the same (042).
    """

    changed = Signal()

    def __init__(self, *, remote: bool, parent: QWidget | None = None) -> None:
        super().__init__("flat", margins=(14, 12, 14, 12), spacing=10, parent=parent)
        self._remote = remote
        self.setAcceptDrops(True)
        self.path = Field(
            self.tr("签好的文件"),
            placeholder=self.tr("写路径，或把文件拖到这里"),
            hint=self.tr("JPG、PNG 或 PDF。存入前去掉照片里的地点等附加信息；原文件留在原处。"),
        )
        self.choose = Button(self.tr("选择文件"), "quiet", icon="folder-open")
        self.choose.clicked.connect(self._pick)
        self.archive = Field(
            self.tr("纸质原件放在哪里"),
            placeholder=self.tr("例如：咨询室文件柜第二层；来访者自存"),
        )
        self.body.addWidget(self.path)
        self.body.addLayout(row(self.choose, None))
        self.body.addWidget(self.archive)
        for part in (self.path, self.archive):
            part.changed.connect(lambda _text, part=part: self._typed(part))

    def file(self) -> Path:
        """Return which file was chosen."""
        return Path(self.path.text())

    def first_missing(self) -> Field | None:
        """Mark what is empty and return the first of it."""
        empty = [part for part in (self.path, self.archive) if is_blank(part.text())]
        if self.path in empty:
            self.path.set_error(self.tr("请先选文件。"))
        if self.archive in empty:
            afar = self.tr("网络规范 2.4：存档方式要写明。")
            self.archive.set_error(afar if self._remote else self.tr("存档方式要写明。"))
        return empty[0] if empty else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file from this computer."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            self.set_surface("wash")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        del event
        self.set_surface("flat")

    def dropEvent(self, event: QDropEvent) -> None:
        """Write down where the dropped file lies."""
        self.set_surface("flat")
        self.path.set_text(event.mimeData().urls()[0].toLocalFile())
        event.acceptProposedAction()

    def _pick(self) -> None:
        kinds = self.tr("图片或 PDF") + " (*.jpg *.jpeg *.png *.pdf)"
        pick.pick_open(
            self, self.tr("选择签好的文件"), kinds, lambda path: self.path.set_text(str(path))
        )

    def _typed(self, part: Field) -> None:
        part.set_error("")
        self.changed.emit()


class Signing(QWidget):
    """The part of the pane in which a consent is signed; the pads are called as on the paper.

    `oral` offers consent by word of mouth, for work from afar (012, 089). `drawn` names the signer
    who just wrote; `changed` follows everything else.
    """

    drawn = Signal(str)
    changed = Signal()

    def __init__(
        self, template: ConsentTemplate, *, oral: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        ways = [
            (SigningMethod.ON_SCREEN.value, self.tr("屏幕手写")),
            (SigningMethod.PAPER_SCAN.value, self.tr("纸质扫描")),
            (SigningMethod.PHOTO.value, self.tr("拍照回传")),
            (SigningMethod.MAIL.value, self.tr("邮寄")),
        ]
        if oral:
            ways.append((SigningMethod.ORAL.value, self.tr("口头同意")))
        self._way = Choices(ways, name=self.tr("签署方式"), parent=self)  # before the pads to Tab
        self._way.choose(SigningMethod.ON_SCREEN.value)
        self._way.chosen.connect(self._chosen)
        self._pads = {
            signer: SignerPad(signer, template.signature_of(signer)) for signer in template.signers
        }
        self._cleared = Label(self.tr("内容改过了，先前的签名已清除。"), "soft", wrap=True)
        self._cleared.setVisible(False)
        self._screen = QWidget(self)
        self._screen.setLayout(column(self._cleared, *self._pads.values(), spacing=10))
        self.paper = PaperPart(remote=template.remote)
        self.paper.changed.connect(self.changed)
        self.oral = OralPart()
        self.oral.changed.connect(self.changed)
        self._account = ""
        self.process = TextBox(
            self.tr("过程说明"),
            hint=self.tr("问7：知情同意的过程要存档。步骤记下后会写在这里，可以补充。"),
            rows=3,
        )
        for pad in self._pads.values():
            pad.changed.connect(self._drawn)
            pad.another_way.connect(self._other_way)
        rule = self.tr("依据 网络 2.4") if template.remote else self.tr("依据 守则 3.1")
        self._head = section(self.tr("签署"), note=rule)
        parts = (self._screen, self.paper, self.oral, 12, self.process)
        self.setLayout(column(self._head, 10, self._way, 12, *parts))
        self._show()

    def show_beginning(self) -> None:
        """Bring the ways of signing into sight: the pads below may be higher than the window."""
        for part in (self, self._way, self._head):
            bring_into_sight(part)

    def method(self) -> SigningMethod:
        """Return how this consent is to be signed."""
        return SigningMethod(self._way.keys()[0])

    def on_screen(self) -> bool:
        """Say whether it is signed on the screen."""
        return self.method() is SigningMethod.ON_SCREEN

    def spoken(self) -> bool:
        """Say whether consent was given by word of mouth."""
        return self.method() is SigningMethod.ORAL

    def tell_process(self, account: str, own: str = "") -> None:
        """Write how consent came about so far, unless she wrote something else; `own` was kept."""
        if self.process.text() in ("", self._account):
            self.process.set_text(own or account)
        self._account = account

    def own_process(self) -> str:
        """Return how consent came about as she wrote it; nothing where the steps say it."""
        written = self.process.text()
        return "" if written == self._account else written

    def drawings(self) -> tuple[Drawing, ...]:
        """Return what was written on the pads; empty ones and dots are left out."""
        return tuple(
            Drawing(pad.signer, pad.pad.strokes(), pad.at)
            for pad in self._pads.values()
            if pad.signed()
        )

    def unsigned(self) -> list[str]:
        """Return the signers who have not signed."""
        return [pad.signer for pad in self._pads.values() if not pad.signed()]

    def allow(self, *, ready: bool) -> None:
        """Open the pads once the words are confirmed; before that nobody can sign them."""
        for pad in self._pads.values():
            pad.pad.setEnabled(ready)

    def forget(self) -> None:
        """Clear the pads and say so: the words they were drawn for have changed."""
        drawn = [pad.pad for pad in self._pads.values() if not pad.pad.is_empty()]
        for pad in drawn:
            pad.clear()
        if drawn:
            self._cleared.setVisible(True)
            announce(self, self._cleared.text())

    def set_time(self, signer: str, at: datetime, mine: Place, theirs: Place) -> None:
        """Show when `signer` signed."""
        self._pads[signer].set_time(at, mine, theirs)

    def begin(self) -> None:
        """Put the focus on the way of signing that is chosen."""
        self._way.chip(self._way.keys()[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_first_unsigned(self) -> None:
        """Put the focus on the first pad that is not signed."""
        for pad in self._pads.values():
            if not pad.signed():
                pad.pad.setFocus(Qt.FocusReason.OtherFocusReason)
                bring_into_sight(pad)
                return

    def _drawn(self, signer: str) -> None:
        self._cleared.setVisible(False)
        self.drawn.emit(signer)

    def _chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _other_way(self) -> None:
        self._way.choose(SigningMethod.PAPER_SCAN.value)
        self._chosen()
        self.paper.path.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self._screen.setVisible(self.on_screen())
        self.paper.setVisible(self.method().on_paper)
        self.oral.setVisible(self.spoken())
