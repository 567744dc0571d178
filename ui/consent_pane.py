"""The right side of a consent: while it is prepared, and once it is final."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.consent import (
    Consent,
    ConsentDraft,
    ConsentState,
    DocumentKind,
    SigningMethod,
    next_states,
)
from app.domain.local_time import local
from ui import dates
from ui.consent_form import AccessMatrix, FactFields, section
from ui.consent_signing import Signing
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import bring_into_sight, column, row, rule, scroll
from ui.widgets.chip import StateChip
from ui.widgets.label import Label
from ui.widgets.painted import announce, hide_unless
from ui.widgets.picture import Picture
from ui.widgets.signature import SignaturePad

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.client import Place
    from app.domain.consent import ConsentDocument
    from app.services.consents import ConsentPage

WIDTH = 424


class Pane(QWidget):
    """A raised column of fixed width: what scrolls, and a foot that stays.

    In large letters it is as wide as the page, which scrolls it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if not look.large():
            self.setFixedWidth(look.px(WIDTH))

    def fill(self, inside: QWidget, foot: QWidget) -> None:
        """Put the parts in; the foot keeps the right edge of what scrolls."""
        if look.large():
            whole = column(inside, rule(), foot)
            whole.setStretch(0, 1)
            self.setLayout(whole)
            return
        area = scroll(inside, "raised")
        bar, line = area.verticalScrollBar(), foot.layout()
        if line is not None:
            edges, wide = line.contentsMargins(), bar.sizeHint().width()
            bar.rangeChanged.connect(
                lambda _low, high: line.setContentsMargins(
                    edges + QMargins(0, 0, wide if high else 0, 0)
                )
            )
        self.setLayout(column(area, rule(), foot, margins=(1, 0, 0, 0)))


class DraftPane(Pane):
    """Places to fill, the access matrix, and the signing.

    `edited` follows every change that must be kept, `sign` asks for the signature, `later` for
    the way back.
    """

    edited = Signal()
    sign = Signal()
    later = Signal()

    def __init__(self, page: ConsentPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draft = page.consent.draft
        self._state = page.consent.state
        self._template, self._edition = draft.template, draft.edition
        self.facts = FactFields(page.template, draft.facts, page.suggested)
        self.matrix = AccessMatrix(page.template, draft.access)
        self.signing = Signing(page.template)
        self.fold = Button("", "link")
        self.fold.clicked.connect(lambda: self._open(shown=self.facts.isHidden()))
        self._seen = Label(
            self.tr("来访者已经拿到这一版。这里一改，记下的步骤就不再算数，要重新提供。"),
            "meta",
            wrap=True,
        )
        self._reason = Label("", "meta", wrap=True)
        self.saved = Label("", "meta")
        self.button = Button(self.tr("完成签署"), "primary", icon="signature")
        self._lay_out()
        self.facts.changed.connect(self._edited)
        self.matrix.changed.connect(self._edited)
        self.signing.changed.connect(self._explain)
        self.signing.drawn.connect(self._explain)
        self.button.clicked.connect(self.sign)
        fresh = page.consent.state is ConsentState.DRAFT and page.template.language != "zh"
        self._open(shown=fresh or bool(self.facts.missing()))
        self.show_state(page.consent)

    def draft(self) -> ConsentDraft:
        """Return what is filled in."""
        return ConsentDraft(self._template, self._edition, self.facts.facts(), self.matrix.access())

    def missing(self) -> list[str]:
        """Return what is empty."""
        return self.facts.missing() + self.matrix.missing()

    def show_state(self, consent: Consent) -> None:
        """Show how far the consent has come; where it is to be signed, the pads come into sight."""
        ready = ConsentState.RECONFIRMED
        if consent.state is ready and self._state is not ready:
            bring_into_sight(self.signing)
        self._state = consent.state
        self._seen.setVisible(consent.state is not ConsentState.DRAFT)
        if consent.state is not ready:
            self.signing.forget()
        self.signing.allow(ready=consent.state is ready)
        self._explain()

    def go_to_missing(self) -> None:
        """Open the places and put the cursor into the first empty one."""
        if self.facts.missing():
            self._open(shown=True)
        if not self.facts.go_to_first_missing():
            self.matrix.go_to_first_missing()

    def tell_saved(self, at: datetime) -> None:
        """Say that everything typed is kept."""
        words = self.tr("已存 {0}").format(dates.clock_time(at))
        if words != self.saved.text():
            announce(self, words)
        self.saved.setText(words)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setLayout(
            column(
                section(self.tr("填写"), more=self.fold),
                self._seen,
                8,
                self.facts,
                24,
                section(self.tr("这份同意包括什么"), note=self.tr("依据 热线 2.3、网络 2.5")),
                6,
                self.matrix,
                28,
                self.signing,
                None,
                margins=(24, 18, 24, 24),
            )
        )
        later = Button(self.tr("稍后再签"), "quiet")
        later.clicked.connect(self.later)
        said = row(self._reason, self.saved, spacing=12)
        said.setStretch(0, 1)
        foot = QWidget()
        foot.setLayout(
            column(said, row(later, None, self.button), margins=(24, 10, 24, 16), spacing=10)
        )
        self.fill(inside, foot)

    def _edited(self) -> None:
        self.signing.forget()
        self._explain()
        self.saved.setText("")
        self.edited.emit()

    def _open(self, *, shown: bool) -> None:
        self.facts.setVisible(shown)
        self.fold.setText(self.tr("收起") if shown else self.tr("查看与修改"))
        self.fold.setAccessibleName(self.tr("收起填写") if shown else self.tr("查看与修改填写"))

    def _explain(self) -> None:
        """Say what is still missing before the signature."""
        self._reason.setText(self._why_not())

    def _why_not(self) -> str:
        missing = len(self.missing())
        if missing:
            return self.tr("还有 %n 处待填。", "", missing)
        if ConsentState.SIGNED not in next_states(self._state):
            return self.tr("签署之前，先记下上方的步骤。")
        unsigned = self.signing.unsigned() if self.signing.on_screen() else []
        if unsigned:
            return self.tr("还差签名：{0}").format(self.tr("、").join(unsigned))
        return self.tr("签署后同意书不再改动。来访者随时可以撤回。")


class FinalPane(Pane):
    """What a signed consent allows, the documents that prove it, and how it is withdrawn.

    `opened` asks for a document by its row.
    """

    opened = Signal(object)
    withdraw = Signal()

    def __init__(self, page: ConsentPage, mine: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        consent = page.consent
        self._mine, self._template = mine, page.template
        self._drawn: dict[int, SignaturePad] = {}
        hands = [one.id for one in page.documents if one.kind is DocumentKind.SIGNATURE]
        self._signers = dict(zip(hands, page.template.signers, strict=False))
        stack = column(margins=(24, 18, 24, 24))
        stack.addLayout(column(row(self._chip(consent), None), 6))
        for line in self._facts(consent):
            stack.addWidget(Label(line, "soft", wrap=True))
        stack.addLayout(column(20, section(self.tr("这份同意包括什么")), 6))
        stack.addWidget(AccessMatrix(page.template, consent.draft.access, fixed=True))
        stack.addLayout(column(24, section(self.tr("存档")), 4))
        for document in page.documents:
            stack.addWidget(self._row(document))
        stack.addStretch(1)
        inside = QWidget()
        inside.setLayout(stack)
        self.fill(inside, self._foot(consent))

    def show_signature(self, document: ConsentDocument, data: bytes) -> None:
        """Show a drawn signature below its row."""
        kept = json.loads(data)
        pad = self._drawn[document.id]
        pad.set_strokes(tuple(tuple((x, y) for x, y in stroke) for stroke in kept["strokes"]))
        pad.setAccessibleName(self._template.signature_of(kept["signer"]))
        pad.setVisible(True)

    def _chip(self, consent: Consent) -> StateChip:
        if consent.state is ConsentState.SIGNED:
            return StateChip(self.tr("已签署"), "low", "check")
        if consent.state is ConsentState.WITHDRAWN:
            return StateChip(self.tr("已撤回"), "high", "ban")
        return StateChip(self.tr("已到期"), "mid", "clock")

    def _facts(self, consent: Consent) -> list[str]:
        ways = {
            SigningMethod.ON_SCREEN: self.tr("屏幕手写"),
            SigningMethod.PAPER_SCAN: self.tr("纸质扫描"),
            SigningMethod.PHOTO: self.tr("拍照回传"),
        }
        words = {
            ConsentState.SIGNED: self.tr("签署：{0}"),
            ConsentState.WITHDRAWN: self.tr("撤回：{0}"),
            ConsentState.EXPIRED: self.tr("到期：{0}"),
        }
        lines = [
            words[state].format(dates.day_and_time(local(at, self._mine)))
            for state, at in consent.steps
            if state in words
        ]
        if consent.method:
            lines.append(self.tr("方式：{0}").format(ways[consent.method]))
        if consent.archive:
            lines.append(self.tr("纸质原件：{0}").format(consent.archive))
        return lines

    def _row(self, document: ConsentDocument) -> QWidget:
        name, icon = self.name_of(document)
        title = Label(name, "body")
        about = self.tr("{0} · {1} KB").format(
            dates.day_and_time(local(document.at, self._mine)), max(1, round(document.size / 1024))
        )
        button = Button(self.tr("打开"), "quiet", sz="s")
        button.setAccessibleName(self.tr("打开{0}").format(name))
        button.clicked.connect(lambda: self.opened.emit(document))
        pad = SignaturePad("")
        pad.setEnabled(False)
        pad.setVisible(False)
        self._drawn[document.id] = pad
        line = QWidget()
        words = column(title, Label(about, "meta"))
        head = row(Picture(icon, "soft", 18), words, None, button, spacing=10)
        line.setLayout(column(8, head, 8, pad, rule()))
        return line

    def name_of(self, document: ConsentDocument) -> tuple[str, str]:
        """Return what a document is called, and its icon."""
        signer = self._signers.get(document.id)
        hand = self._template.signature_of(signer) if signer else self.tr("手写签名")
        return {
            DocumentKind.FORM_PDF: (self.tr("同意书文本"), "file-text"),
            DocumentKind.SIGNED_PDF: (self.tr("签署的同意书"), "file-check"),
            DocumentKind.SCAN: (self.tr("扫描件"), "scan-line"),
            DocumentKind.PHOTO: (self.tr("照片"), "image"),
            DocumentKind.SIGNATURE: (hand, "signature"),
        }[document.kind]

    def _foot(self, consent: Consent) -> QWidget:
        foot = QWidget()
        button = Button(self.tr("撤回同意"), "danger")
        button.clicked.connect(self.withdraw)
        hide_unless(consent.state is ConsentState.SIGNED, button)
        words = Label(self.tr("签署的文本与签名照原样存档，不能改动。"), "meta", wrap=True)
        foot.setLayout(column(words, row(None, button), margins=(24, 10, 24, 16), spacing=10))
        return foot
