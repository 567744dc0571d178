"""A referral as it stands in the file: what was written, what happened since, and its papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal

from app.domain.local_time import local
from app.domain.referral import Passed
from app.domain.referral_course import ReferralAct, ReferralFacts, ReferralStep, receipt_late
from app.services import referrals
from ui import dates, privacy
from ui.day_field import DayField
from ui.ending_words import (
    act_words,
    answer_words,
    choices,
    day_words,
    haste_words,
    passed_words,
    reason_words,
)
from ui.entry_words import rule_words
from ui.note_template_menu import window_language
from ui.paper_panel import PaperPanel
from ui.question import Question
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, put, row
from ui.widgets.chip import Choices, StateChip
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.domain.ids import EntryId
    from app.domain.referral_course import ReferralCourse
    from app.domain.sheet import Sheet
    from app.ports import OpenVault
    from app.services.referrals import ReferralPage
    from ui.office import Office

translate = QCoreApplication.translate


def form_lines(course: ReferralCourse) -> list[tuple[str, str]]:
    """Return what a referral says, a pair of name and words a line; what is empty is left out."""
    form = course.form
    reasons = [*(reason_words()[one] for one in form.reasons), form.more]
    receiver = (form.receiver.to, form.receiver.person, form.receiver.phone)
    passed = [f"{passed_words()[Passed(key)]} {words}" for key, words in form.passed.person]
    every = (
        (
            translate("Referral", "为什么"),
            translate("Referral", "、").join(filter(str.strip, reasons)),
        ),
        (translate("Referral", "缓急"), haste_words()[form.haste] if form.haste else ""),
        (translate("Referral", "转到"), " ".join(one for one in receiver if one.strip())),
        (translate("Referral", "怎样说明的"), form.said),
        (translate("Referral", "没有取得同意"), form.why_not),
        (translate("Referral", "信里的人"), "\n".join(passed)),
        (translate("Referral", "简要情况"), form.passed.situation),
        (translate("Referral", "已经做的"), form.passed.work),
        (translate("Referral", "量表"), form.passed.measures),
        (translate("Referral", "风险"), form.passed.risk),
        (translate("Referral", "希望"), form.passed.request),
        (translate("Referral", "材料"), form.papers),
        (translate("Referral", "怎样照看"), form.bridge),
        (translate("Referral", "回执"), day_words(form.back_by)),
        (translate("Referral", "回访"), day_words(form.ask_on)),
    )
    return [(name, words) for name, words in every if words.strip()]


class StepBox(Card):
    """What happened to a referral: `entered` asks to put it on record, `closed` to put it away."""

    changed = Signal()
    entered = Signal()
    closed = Signal()

    def __init__(
        self, course: ReferralCourse, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__("flat", margins=(14, 12, 14, 12), spacing=12, parent=parent)
        self.referral = course.id
        self.act = Question(self.tr("发生了什么"), choices(act_words()))
        self.day = DayField(self.tr("哪一天"))
        self.day.start(now, now.date())
        self.said = TextBox(self.tr("补充几句（可以空着）"), rows=2)
        self.keep = Button(self.tr("记下这一步"), "primary", icon="check", sz="s")
        self.keep.clicked.connect(self.entered)
        close = Button(self.tr("取消"), "ghost", sz="s")
        close.clicked.connect(self.closed)
        for part in (self.act, self.day, self.said):
            self.body.addWidget(part)
        self.body.addLayout(row(self.keep, close, None, spacing=8))
        self.act.chosen.connect(lambda _key: self.changed.emit())
        self.day.changed.connect(lambda _text: self.changed.emit())
        self.said.changed.connect(lambda _text: self.changed.emit())

    def made(self) -> ReferralStep:
        """Return what is written."""
        act, day = self.act.key(), self.day.day()
        on = day.isoformat() if day else ""
        return ReferralStep(self.referral, ReferralAct(act) if act else None, on, self.said.text())

    def mark(self, missing: tuple[str, ...]) -> bool:
        """Say at each part which rule it does not meet; return whether there is one."""
        parts = (
            ("referral_step.act", self.act),
            ("referral_step.on", self.day),
            ("referral_step.why", self.said),
        )
        for name, part in parts:
            part.set_error(rule_words(name) if name in missing else "")
        return bool(missing)

    def words(self) -> dict[str, Any]:
        """Return what is written, as typed; an act or a word has to be there."""
        if not (self.act.key() or self.said.text().strip()):
            return {}
        return {
            "referral": self.referral,
            "act": self.act.key(),
            "on": self.day.text(),
            "words": self.said.text(),
        }

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written."""
        self.act.choose(kept.get("act", ""))
        self.day.set_text(kept.get("on", ""))
        self.said.set_text(kept.get("words", ""))


class ReferralCard(Card):
    """`step_wanted` asks to write what happened since; `refused` has a refusal of its papers.

    `grown` tells that something to act on was added to the card.
    """

    step_wanted = Signal(object)
    refused = Signal(object)
    grown = Signal()

    def __init__(
        self,
        office: Office,
        page: ReferralPage,
        course: ReferralCourse,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(margins=(16, 12, 16, 14), spacing=10, parent=parent)
        self._office, self._case_id, self.course = office, page.case.id, course
        at = local(course.at, page.here)
        head = row(Label(dates.plain_day(at.date()), "strong"), spacing=10)
        if course.form.answer is not None:
            head.addWidget(StateChip(answer_words()[course.form.answer]))
        head.addWidget(self._receipt(page))
        head.addStretch(1)
        self.body.addLayout(head)
        said = KeyValues(form_lines(course), key_width=84)
        self.body.addWidget(said)
        shown: list[QWidget] = [said]
        if course.steps:
            rows = [(day_words(one.on), self._step(one)) for _, one in course.steps]
            steps = KeyValues(rows, key_width=84)
            self.body.addWidget(Label(self.tr("之后"), "strong"))
            self.body.addWidget(steps)
            shown.append(steps)
        privacy.veil(*shown, around=(self,))
        self._papers = column(spacing=10)
        if course.form.goes:
            self._lay_out_acts()
        self.step_room = column()
        self.body.addLayout(self.step_room)
        self.body.addLayout(self._papers)

    def _lay_out_acts(self) -> None:
        """Put the ways on: what happened since, and the papers."""
        self.step = Button(self.tr("记一步"), "quiet", icon="plus", sz="s")
        self.step.clicked.connect(lambda: self.step_wanted.emit(self))
        self.paper = Button(self.tr("转介信与回执"), "quiet", icon="printer", sz="s")
        self.paper.clicked.connect(self._show_papers)
        self.body.addLayout(row(self.step, self.paper, None, spacing=8))

    def _receipt(self, page: ReferralPage) -> StateChip:
        """Return how the receipt stands."""
        acts = {one.act for _, one in self.course.steps}
        today = local(page.now, page.here).date()
        if ReferralAct.RECEIPT in acts:
            return StateChip(self.tr("回执已收到"), "low", "check")
        if receipt_late.broken(ReferralFacts(self.course, today)):
            return StateChip(self.tr("回执还没有回来"), "mid", "clock")
        if self.course.waits:
            return StateChip(self.tr("等回执"), "plain", "clock")
        return StateChip(self.tr("不等回执"))

    def _step(self, one: ReferralStep) -> str:
        said = act_words()[one.act] if one.act is not None else ""
        return " · ".join(part for part in (said, one.words) if part.strip())

    def _show_papers(self) -> None:
        """Offer letter and receipt, in the language that is chosen."""
        clear(self._papers)
        language = Choices(
            [("zh", self.tr("中文")), ("en", "English")], name=self.tr("纸上用哪种语言")
        )
        language.choose(window_language())
        letter, receipt = column(), column()
        self._papers.addWidget(language)
        for words, room in ((self.tr("转介信"), letter), (self.tr("回执"), receipt)):
            self._papers.addWidget(Label(words, "strong"))
            self._papers.addLayout(room)
        language.chosen.connect(lambda keys: self._make(keys[0], letter, receipt))
        self._make(window_language(), letter, receipt)
        self.paper.setEnabled(False)
        language.chip(window_language()).setFocus()

    def _make(self, language: str, letter: Any, receipt: Any) -> None:  # noqa: ANN401 - layouts
        tools, case_id, which = self._office.tools, self._case_id, self.course.id

        def both(vault: OpenVault) -> tuple[Sheet, Sheet]:
            return (
                referrals.letter(vault, tools(), case_id, which, language),
                referrals.receipt(vault, tools(), case_id, which, language),
            )

        def offer(found: tuple[Sheet, Sheet]) -> None:
            put(letter, self._panel(found[0], which, guarded=self.course.form.tells))
            put(receipt, self._panel(found[1], which, guarded=False))
            self.grown.emit()

        def refused(refusal: Refusal) -> None:
            clear(self._papers)
            self.paper.setEnabled(True)
            self.refused.emit(refusal)

        self._office.desk.do(self, both, offer, refused)

    def _panel(self, sheet: Sheet, which: EntryId, *, guarded: bool) -> PaperPanel:
        tools, case_id = self._office.tools, self._case_id
        render = partial(tools().papers.sheet.render, sheet)
        panel = PaperPanel(self._office, sheet.title, render, guarded=guarded)
        panel.paper.setAccessibleName(self.tr("打印{0}").format(sheet.title))
        panel.file.setAccessibleName(self.tr("{0}：存为 PDF").format(sheet.title))
        panel.write_down(lambda vault: referrals.printed(vault, tools(), case_id, which))
        return panel
