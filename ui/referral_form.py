"""The form of a referral: why, to whom, what the client says, and what goes along."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import ConsentId
from app.domain.referral import (
    TEXTS,
    Answer,
    Haste,
    Passed,
    PassedOn,
    Receiver,
    ReferralForm,
    ReferralReason,
)
from ui.day_field import DayField
from ui.ending_words import answer_words, choices, haste_words, passed_words, reason_words
from ui.entry_page import pair
from ui.question import Question
from ui.several import Several
from ui.widgets.button import Button
from ui.widgets.card import Card, column, put, row
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.practice_record import Resource

_REASONS: Final = "reasons"


class ReferralParts(QWidget):
    """Everything that is asked. `consent_wanted`: the client is to sign a release first."""

    changed = Signal()
    consent_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Mapping[Passed, str] = {}
        self.consent: Question | None = None
        self._offered: list[str] = []
        self._basis = column()
        self.reasons = Several(self.tr("为什么转介"), choices(reason_words()))
        self.more = Field(self.tr("补充一句（可以空着）"))
        self.haste = Question(self.tr("多快要接上"), choices(haste_words()))
        self.to = Field(self.tr("转到哪里"), placeholder=self.tr("机构、医院或同行"))
        self.person = Field(self.tr("联系人（可以空着）"))
        self.phone = Field(self.tr("电话（可以空着）"))
        self.said = TextBox(
            self.tr("怎样向来访者说明的"),
            rows=3,
            hint=self.tr("理由、有哪些去处、来访者怎样看。客观介绍，不替来访者决定。"),
        )
        self.answer = Question(self.tr("来访者怎样说"), choices(answer_words()))
        self.why_not = Field(self.tr("为什么没有取得同意"))
        self.bridge = TextBox(
            self.tr("接上以前怎样照看"),
            rows=2,
            hint=self.tr("过渡期谁联系、怎样联系、出事找谁。危机或很急的，必须写。"),
        )
        self.back_by = DayField(self.tr("回执请在哪一天以前交回（可以空着）"))
        self.ask_on = DayField(self.tr("哪一天问问接上没有（可以空着）"))
        self._make_passed()
        self._lay_out()
        self._connect()
        self._follow()

    def show_page(
        self, known: Mapping[Passed, str], released: Mapping[ConsentId, str], now: datetime
    ) -> None:
        """Take what is known of the person, and the consents that hold: when, to whom, what."""
        self._known = known
        for one in Passed:
            self.passed.offer(one.value, offered=one in known)
        self._leave.setText(
            self.tr("信里只写所选的「信息披露」同意允许的。")
            if released
            else self.tr("还没有签署的「信息披露」同意。先请来访者签，写的字会留着。")
        )
        self._show_released(released)
        self._ask_consent.setVisible(not released)
        for field in (self.back_by, self.ask_on):
            field.count_from(now)

    def _show_released(self, released: Mapping[ConsentId, str]) -> None:
        """Offer the consents that hold; one alone is the one that is meant."""
        if list(released.values()) == self._offered:
            return
        self._offered = list(released.values())
        self.consent = None
        put(self._basis, None)
        if not released:
            return
        options = [(str(one), words) for one, words in released.items()]
        self.consent = Question(self.tr("依据哪一份同意"), options)
        self.consent.choose(options[0][0] if len(options) == 1 else "")
        self.consent.chosen.connect(lambda _key: self.changed.emit())
        put(self._basis, self.consent)

    def made(self) -> ReferralForm:
        """Return what is written; days that cannot be read are none."""
        haste, answer = self.haste.key(), self.answer.key()
        back, ask = self.back_by.day(), self.ask_on.day()
        written = answer == Answer.WRITTEN.value
        chosen = self.consent.key() if self.consent is not None else ""
        return ReferralForm(
            tuple(ReferralReason(one) for one in self.reasons.keys()),  # noqa: SIM118 - no mapping
            self.more.text(),
            Haste(haste) if haste else None,
            Receiver(self.to.text(), self.person.text(), self.phone.text()),
            self.said.text(),
            Answer(answer) if answer else None,
            ConsentId(int(chosen)) if written and chosen else None,
            self.why_not.text() if answer == Answer.UNKNOWN.value else "",
            self._passed_on(),
            self.papers.text(),
            back.isoformat() if back else "",
            self.bridge.text(),
            ask.isoformat() if ask else "",
        )

    def words(self) -> dict[str, Any]:
        """Return what is written, as typed; nothing written is empty."""
        found: dict[str, Any] = {name: part.text() for name, part in self._typed().items()}
        found |= {"haste": self.haste.key(), "answer": self.answer.key()}
        found |= {_REASONS: self.reasons.keys(), "passed": self.passed.keys()}
        found["tell_why"] = self.tell_why.isChecked()
        return {name: one for name, one in found.items() if one}

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written."""
        for name, part in self._typed().items():
            part.set_text(kept.get(name, ""))
        self.haste.choose(kept.get("haste", ""))
        self.answer.choose(kept.get("answer", ""))
        self.reasons.choose(kept.get(_REASONS, ()))
        self.passed.choose(kept.get("passed", ()))
        self.tell_why.setChecked(bool(kept.get("tell_why", False)))
        self._follow()

    def take(self, one: Resource) -> None:
        """Write somebody of the directory in as the receiver."""
        self.to.set_text(one.called)
        self.phone.set_text(one.phone)
        self.changed.emit()
        self.to.line.setFocus()

    def marks(self) -> dict[str, Any]:
        """Return where each rule is put right."""
        return {
            "referral.reason": self.reasons,
            "referral.more": self.more,
            "referral.haste": self.haste,
            "referral.receiver": self.to,
            "referral.said": self.said,
            "referral.answer": self.answer,
            "referral.consent": self.answer,
            "referral.why_not": self.why_not,
            "referral.unagreed": self.passed,
            "referral.bridge": self.bridge,
        }

    def _passed_on(self) -> PassedOn:
        """Return what goes along: parts of the person as they are known now, and the words."""
        person = tuple(
            (one.value, self._known[one])
            for one in Passed
            if one.value in self.passed.keys() and one in self._known  # noqa: SIM118 - no mapping
        )
        words = {name: part.text() for name, part in self.texts.items()}
        return PassedOn(self.tell_why.isChecked(), person, **words)

    def _typed(self) -> dict[str, Field | TextBox]:
        return {
            "more": self.more,
            "to": self.to,
            "person": self.person,
            "phone": self.phone,
            "said": self.said,
            "why_not": self.why_not,
            **self.texts,
            "papers": self.papers,
            "bridge": self.bridge,
            "back_by": self.back_by,
            "ask_on": self.ask_on,
        }

    def _make_passed(self) -> None:
        """Make the part of the form that says what goes along."""
        names = {
            "situation": (self.tr("简要情况"), self.tr("接收方用得着的几句，不写经历的细节")),
            "work": (self.tr("已经做的工作"), self.tr("做了什么、几次、哪些有用")),
            "measures": (self.tr("量表与日期"), self.tr("如 PHQ-9，5月10日，14 分")),
            "risk": (self.tr("风险"), self.tr("等级、依据、安全计划在谁手里")),
            "request": (self.tr("希望接收方做的"), self.tr("如 评估是否需要用药")),
        }
        self.texts = {
            name: TextBox(names[name][0], rows=2, placeholder=names[name][1]) for name in TEXTS
        }
        self.passed = Several(
            self.tr("信里写来访者的哪几项"),
            choices(passed_words()),
            hint=self.tr("一开始什么都没有选：用得着才加（最低程度）。"),
        )
        self.tell_why = Tick(self.tr("信里写上转介的原因"))
        self.papers = Field(
            self.tr("随信的材料（可以空着）"), placeholder=self.tr("如 量表复印件一份")
        )
        self._leave = Label("", "soft", wrap=True)
        self._ask_consent = Button(self.tr("去签「信息披露」同意"), "quiet", sz="s")
        self._ask_consent.clicked.connect(self.consent_wanted)

    def _lay_out(self) -> None:
        self._along = Card("sunken", margins=(16, 14, 16, 16), spacing=14)
        head = Label(self.tr("转介信里写什么"), "name")
        self._along.body.addLayout(column(head, self._leave, spacing=6))
        self._along.body.addLayout(self._basis)
        self._along.body.addLayout(row(self._ask_consent, None))
        for part in (self.passed, self.tell_why, *self.texts.values(), self.papers):
            self._along.body.addWidget(part)
        self.setLayout(
            column(
                self.reasons,
                self.more,
                self.haste,
                self.to,
                pair(self.person, self.phone),
                self.said,
                self.answer,
                self.why_not,
                self._along,
                self.bridge,
                pair(self.back_by, self.ask_on),
                spacing=18,
            )
        )

    def _connect(self) -> None:
        for part in self._typed().values():
            part.changed.connect(lambda _text: self.changed.emit())
        for several in (self.reasons, self.passed):
            several.changed.connect(self.changed)
        self.haste.chosen.connect(lambda _key: self.changed.emit())
        self.answer.chosen.connect(lambda _key: self._answered())
        self.tell_why.toggled.connect(lambda _on: self.changed.emit())
        for field in (self.more, self.to, self.person, self.phone, self.why_not, self.papers):
            field.entered.connect(partial(self.focusNextPrevChild, True))  # noqa: FBT003 - Qt's

    def _answered(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Ask for what the answer asks for; what was written for a letter stays in sight."""
        answer = self.answer.key()
        tells = not self._passed_on().empty or bool(self.papers.text().strip())
        self._along.setVisible(answer == Answer.WRITTEN.value or tells)
        self.why_not.setVisible(answer == Answer.UNKNOWN.value)
