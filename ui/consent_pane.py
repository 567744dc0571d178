"""The right side of a consent: while it is prepared, and once it is final."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.case import HOTLINES
from app.domain.consent import (
    Consent,
    ConsentDraft,
    ConsentState,
    DocumentKind,
    SigningMethod,
    next_states,
)
from app.domain.consent_renewal import NEEDS_SIGNATURE
from app.domain.consent_talk import Discussion
from app.domain.local_time import local
from app.services.consent_talks import TALKING
from ui import dates, privacy
from ui.consent_choices import ChoicesPanel
from ui.consent_form import AccessMatrix, FactFields, section
from ui.consent_rules import renewal_words
from ui.consent_signing import Signing
from ui.consent_talk import TalkPanel, spoken_points
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import Card, column, put, row, rule, scroll
from ui.widgets.chip import StateChip
from ui.widgets.label import Label
from ui.widgets.painted import announce, hide_unless
from ui.widgets.picture import Picture
from ui.widgets.signature import SignaturePad

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QBoxLayout

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

    `edited` follows every change that must be kept, `talked` what is written of the discussion,
    `sign` asks for the signature, `later` for the way back, `onward` for the step that is next:
    it is asked for with Ctrl+Enter in the discussion and in the signing, and nowhere else.
    """

    edited = Signal()
    talked = Signal()
    resized = Signal()
    sign = Signal()
    later = Signal()
    onward = Signal()
    drawn = Signal(str)

    def __init__(self, page: ConsentPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draft = page.consent.draft
        self._state, self._purpose = ConsentState.DRAFT, page.consent.purpose
        self._draft, self._text, self._moved = draft, page.template, False
        self._oral = page.case.mode.remote and not page.consent.purpose.separate
        self.facts = FactFields(page.template, draft.facts, page.suggested, page.private)
        self.choices = ChoicesPanel(
            page.raw, draft, minor=page.minor, hotline=page.case.mode in HOTLINES
        )
        self.matrix = AccessMatrix(page.template, draft.access)
        self.talk = TalkPanel(page.template.talk, page.consent.talk)
        self.signing = Signing(page.template, oral=self._oral)
        self._facts_room, self._signing_room = column(self.facts), column(self.signing)
        self.fold = Button("", "link")
        self.fold.clicked.connect(lambda: self._open(shown=self.facts.isHidden()))
        self._seen = Label(
            self.tr("来访者已经拿到这一版。这里一改，记下的步骤就不再算数，要重新提供。"),
            "meta",
            wrap=True,
        )
        self._reason = Label("", "meta", wrap=True)
        self.saved = Label("", "meta")
        self.button = Button(self.tr("完成签署"), "quiet", icon="signature")
        self._lay_out(page)
        self.facts.changed.connect(self._edited)
        self.choices.changed.connect(self._edited)
        self.matrix.changed.connect(self._edited)
        self.talk.changed.connect(self._talked)
        self._take_key(self.talk)
        self._listen_to_signing()
        self.button.clicked.connect(self.sign)
        fresh = page.consent.state is ConsentState.DRAFT and page.template.language != "zh"
        self._open(shown=fresh or bool(self.facts.missing()) or self.facts.gives_private())
        self.show_state(page)

    def draft(self) -> ConsentDraft:
        """Return what is filled in."""
        said = replace(self._draft, facts=self.facts.facts(), access=self.matrix.access())
        return self.choices.chosen(said)

    def said(self) -> Discussion:
        """Return what was discussed, and how consent came about where she wrote it herself."""
        return replace(self.talk.talk(), process=self.signing.own_process())

    def missing(self) -> list[str]:
        """Return what is empty."""
        chosen = self.choices.missing(self._draft)
        return self.facts.missing() + chosen + self.matrix.missing()

    def show_state(self, page: ConsentPage) -> None:
        """Show how far the consent has come; what is to be done next comes into sight."""
        consent, ready = page.consent, ConsentState.RECONFIRMED
        self._refit(page)
        moved, self._moved = consent.state is not self._state, False
        if moved and self.isVisible():
            self._show_next(consent.state)
        else:
            self._moved = moved
        if consent.state is ConsentState.DRAFT and self._state is not consent.state:
            self.talk.forget_ticks()
        self.talk.set_fixed(fixed=consent.state not in TALKING)
        self.signing.tell_process(page.process, consent.talk.process)
        self._state = consent.state
        self._seen.setVisible(consent.state is not ConsentState.DRAFT)
        if consent.state is not ready:
            self.signing.forget()
        self.signing.allow(ready=consent.state is ready)
        # One filled button: until here it is that of the next step, above.
        self.button.set_kind("primary" if consent.state is ready else "quiet")
        self._explain()

    def go_to_missing(self) -> None:
        """Open the places and put the cursor into the first empty one."""
        if self.facts.missing():
            self._open(shown=True)
        if self.facts.go_to_first_missing():
            return
        if self.choices.missing(self._draft):
            self.choices.go_to_first()
        else:
            self.matrix.go_to_first_missing()

    def tell_saved(self, at: datetime) -> None:
        """Say that everything typed is kept."""
        words = self.tr("已存 {0}").format(dates.clock_time(at))
        if words != self.saved.text():
            announce(self, words)
        self.saved.setText(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what is to be done next into sight, once everything has its place."""
        super().showEvent(event)
        if self._moved:
            self._moved = False
            QTimer.singleShot(0, self, lambda: self._show_next(self._state))

    def _show_next(self, state: ConsentState) -> None:
        if state is ConsentState.RECONFIRMED:
            self.signing.show_beginning()
        elif state is ConsentState.READ:
            self.talk.show_beginning()

    def _refit(self, page: ConsentPage) -> None:
        """Ask for other places, and other signatures, where other people sign now."""
        before, self._text = self._text, page.template
        if dict(page.template.facts) != dict(before.facts):
            shown = not self.facts.isHidden()
            self.facts = FactFields(page.template, self.facts.facts(), page.suggested, page.private)
            self.facts.changed.connect(self._edited)
            put(self._facts_room, self.facts)
            self._open(shown=shown or bool(self.facts.missing()))
            self.resized.emit()
        if page.template.signers != before.signers:
            self.signing = Signing(page.template, oral=self._oral)
            self._listen_to_signing()
            put(self._signing_room, self.signing)
            self.resized.emit()

    def _take_key(self, part: QWidget) -> None:
        """Let Ctrl+Enter in a part ask for the next step; held down, it asks once."""
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            made = QShortcut(QKeySequence(keys), part, self.onward.emit)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.setAutoRepeat(False)

    def _listen_to_signing(self) -> None:
        self._take_key(self.signing)
        self.signing.changed.connect(self._explain)
        self.signing.drawn.connect(self._explain)
        self.signing.drawn.connect(self.drawn)
        self.signing.process.edit.edited.connect(self._talked)

    def _lay_out(self, page: ConsentPage) -> None:
        matrix = QWidget()
        note = self.tr("依据 热线 2.3、网络 2.5")
        head = section(self.tr("这份同意包括什么"), note=note)
        matrix.setLayout(column(head, 6, self.matrix, 24))
        hide_unless(bool(page.template.roles), matrix)
        talk = QWidget()
        talk.setLayout(column(self.talk, 28))
        hide_unless(bool(page.template.talk), talk)
        inside = QWidget()
        inside.setLayout(
            column(
                section(self.tr("填写"), more=self.fold),
                self._seen,
                8,
                self._facts_room,
                18,
                self.choices,
                18,
                matrix,
                talk,
                self._signing_room,
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

    def _talked(self) -> None:
        self.saved.setText("")
        self.talked.emit()

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
        if ConsentState.SIGNED not in next_states(self._state, self._purpose):
            return self.tr("签署之前，先记下上方的步骤。")
        unsigned = self.signing.unsigned() if self.signing.on_screen() else []
        if unsigned:
            return self.tr("还差签名：{0}").format(self.tr("、").join(unsigned))
        return self.tr("签署后同意书不再改动。来访者随时可以撤回。")


class FinalPane(Pane):
    """What a signed consent allows, the documents that prove it, and how it is withdrawn.

    `opened` asks for a document by its row, `record` for the account of how consent came about,
    `renew` for a new consent in the same text; `again` says that this one was talked over again.
    """

    opened = Signal(object)
    record = Signal()
    renew = Signal()
    again = Signal()
    withdraw = Signal()

    def __init__(self, page: ConsentPage, mine: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        consent = page.consent
        self._mine, self._template = mine, page.template
        self._drawn: dict[int, SignaturePad] = {}
        hands = [one.id for one in page.documents if one.kind is DocumentKind.SIGNATURE]
        self._signers = dict(zip(hands, page.template.signers, strict=False))
        stack = column(margins=(24, 18, 24, 24))
        stack.addLayout(column(row(self._chip(consent, over=page.over), None), 6))
        for line in self._facts(consent):
            stack.addWidget(Label(line, "soft", wrap=True))
        self.talk = TalkPanel(page.template.talk, Discussion())
        stack.addLayout(self._renewal(page))
        if page.template.roles:
            stack.addLayout(column(20, section(self.tr("这份同意包括什么")), 6))
            stack.addWidget(AccessMatrix(page.template, consent.draft.access, fixed=True))
        if page.template.talk:
            stack.addLayout(self._said(page))
        stack.addLayout(column(24, section(self.tr("存档")), 4))
        stack.addWidget(self._record_row())
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

    def _said(self, page: ConsentPage) -> QBoxLayout:
        """Return what was discussed before it was signed, and each time since."""
        stack = column(20, section(self.tr("讨论")), 6, spacing=4)
        talks = [(None, page.consent.talk)] + [(one.at, one.talk) for one in page.again]
        for at, talk in talks:
            if at is not None:
                when = dates.day_and_time(local(at, self._mine))
                stack.addWidget(Label(self.tr("重温：{0}").format(when), "strong"))
            stack.addWidget(spoken_points(page.template.talk, talk))
            asked, told = self.tr("来访者提的问题"), self.tr("来访者用自己的话复述")
            for title, words in ((asked, talk.questions), (told, talk.own_words)):
                quoted = Label(self.tr("「{0}」").format(words), "soft", wrap=True)
                privacy.veil(quoted)
                stack.addLayout(column(4, Label(title, "meta"), quoted))
        return stack

    def _renewal(self, page: ConsentPage) -> QBoxLayout:
        """Return why this consent is not enough any more, and what is to be done."""
        stack = column(spacing=10)
        if not page.reasons:
            return stack
        card = Card("flat", margins=(14, 12, 14, 14), spacing=10)
        for reason in page.reasons:
            card.body.addWidget(Label(renewal_words(reason), "body", wrap=True))
        if NEEDS_SIGNATURE & set(page.reasons):
            button = Button(self.tr("另做一份新的"), "primary", icon="file-pen-line")
            button.clicked.connect(self.renew)
        else:
            about = self.tr("和来访者再谈一遍这些要点，照原话记下。签署的同意书不变。")
            card.body.addWidget(Label(about, "meta", wrap=True))
            card.body.addWidget(self.talk)
            button = Button(self.tr("记下这次重温"), "primary", icon="check")
            button.clicked.connect(self.again)
        card.body.addLayout(row(None, button))
        stack.addSpacing(12)
        stack.addWidget(card)
        return stack

    def _record_row(self) -> QWidget:
        """Return the way to the account of how consent came about (088-090)."""
        title = Label(self.tr("知情同意过程记录"), "body")
        about = Label(self.tr("步骤、讨论、凭据，可以打印"), "meta")
        button = Button(self.tr("打开"), "quiet", sz="s")
        button.setAccessibleName(self.tr("打开{0}").format(title.text()))
        button.clicked.connect(self.record)
        line = QWidget()
        words = column(title, about)
        head = row(Picture("clipboard-check", "soft", 18), words, None, button, spacing=10)
        line.setLayout(column(8, head, 8, rule()))
        return line

    def _chip(self, consent: Consent, *, over: bool) -> StateChip:
        if consent.state is ConsentState.SIGNED and not over:
            return StateChip(self.tr("已签署"), "low", "check")
        if consent.state is ConsentState.WITHDRAWN:
            return StateChip(self.tr("已撤回"), "high", "ban")
        return StateChip(self.tr("已到期"), "mid", "clock")

    def _facts(self, consent: Consent) -> list[str]:
        ways = {
            SigningMethod.ON_SCREEN: self.tr("屏幕手写"),
            SigningMethod.PAPER_SCAN: self.tr("纸质扫描"),
            SigningMethod.PHOTO: self.tr("拍照回传"),
            SigningMethod.MAIL: self.tr("邮寄"),
            SigningMethod.ORAL: self.tr("口头同意"),
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
        if consent.evidence is not None and consent.evidence.oral.recording:
            said = consent.evidence.oral
            lines.append(self.tr("谁朗读：{0}").format(said.reader))
            lines.append(self.tr("录音存放：{0}").format(said.recording))
        if consent.ends_at is not None:
            day = dates.plain_day(local(consent.ends_at, self._mine).date())
            lines.append(self.tr("有效期至：{0}").format(day))
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
            DocumentKind.SELF_READ: (self.tr("自助已阅的截图"), "image"),
        }[document.kind]

    def _foot(self, consent: Consent) -> QWidget:
        foot = QWidget()
        button = Button(self.tr("撤回同意"), "danger")
        button.clicked.connect(self.withdraw)
        hide_unless(consent.state is ConsentState.SIGNED, button)
        words = Label(self.tr("签署的文本与签名照原样存档，不能改动。"), "meta", wrap=True)
        foot.setLayout(column(words, row(None, button), margins=(24, 10, 24, 16), spacing=10))
        return foot
