"""The page 接案 of a case: what was asked at the beginning; it saves itself as one writes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.case import CaseState
from app.domain.entry import EntryKind
from app.domain.errors import FieldInvalid
from app.domain.local_time import local
from app.domain.profile_check import check_intake
from app.services import declines, intakes
from app.services.changes import Noun
from ui import dates
from ui.entry_page import EntryPage
from ui.entry_words import rule_words
from ui.intake_form import IntakeForm
from ui.intake_ways import intake_way
from ui.page import PageKey, ToDecline, ToHold, ToIntake, ToIntakePaper, ToModeChange, ToReasons
from ui.saver import OF_THE_DISK
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, clear, column, row
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.domain.intake import Intake
    from app.domain.intake_rules import IntakeFacts
    from app.domain.rule import Rule
    from app.ports import OpenVault
    from app.services.intakes import IntakePage
    from ui.office import Office

_SAVE_AFTER_MS: Final = 1000
_RETRY_MS: Final = 10_000
_ABOVE: Final = 56  # what stands above and below the panel beside the form


class IntakeScreen(EntryPage):
    """The form of an intake; beside it what is to be looked at, and the way not to take it on."""

    def __init__(
        self,
        office: Office,
        case_id: CaseId,
        at: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(office, case_id, "", parent)
        self._at = at
        self.bar.title.setText(self.tr("接案"))
        self.kept_words.setText(self.tr("写好就存，不用按保存"))
        self._page: IntakePage | None = None
        self._stored: Intake | None = None
        self._sent: Intake | None = None
        self._waits = self._wrong = False
        self.parts = IntakeForm()
        self.parts.setEnabled(False)
        self.form.addWidget(self.parts)
        self.cares = column(spacing=10)
        self._saving, self._retry = self._timer(_SAVE_AFTER_MS), self._timer(_RETRY_MS)
        self._saving.timeout.connect(self.submit)
        self._retry.timeout.connect(self.submit)
        self.parts.changed.connect(self.touched)
        self.parts.now_button.clicked.connect(self._answered_now)
        self.parts.ties.weigh.clicked.connect(self._weigh)
        self.parts.triage.crisis.connect(lambda: self.wanted.emit(ToModeChange(self.case_id)))
        self._area.verticalScrollBar().valueChanged.connect(self._follow_sight)
        self._area.verticalScrollBar().rangeChanged.connect(self._follow_sight)
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (
            PageKey("1 … 9", self.tr("选第几个答案")),
            PageKey("Esc", self.tr("返回，写的字会存好")),
        )

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return nothing: what is written here is stored, not entered."""
        return {}

    def touched(self, *_words: object) -> None:
        """Save after a pause."""
        if self._ready:
            self.kept_words.setText(self.tr("正在写"))
            self._saving.start()

    def leave(self) -> None:
        """Lend what was typed and not yet saved to the desk."""
        self.submit()

    def unsaved(self) -> bool:
        """Say whether the last words are still on their way, or found the disk full."""
        return self._sent is not None or self._waits

    def begun(self) -> bool:
        """Return whether something is written that is not stored yet."""
        return self.unsaved() or self._saving.isActive()

    def submit(self) -> None:
        """Store what changed; a time that cannot be kept stays as it was, the rest is stored."""
        self._saving.stop()
        self._retry.stop()
        if not self._ready or self._page is None:
            return
        written = self._written()
        if written in (self._stored, self._sent):
            self._waits = False
            return
        self._sent = written
        tools, case_id = self.office.tools, self.case_id

        def work(vault: OpenVault) -> IntakePage:
            intakes.change(vault, tools().clock, case_id, written)
            return intakes.page(vault, tools().clock, case_id)

        self.office.desk.do(self, work, self._saved, self._not_saved, (Noun.CASES,))

    def _written(self) -> Intake:
        """Return what is written; where a time is wrong it is said there, and both are as kept."""
        self.parts.answered.set_error("")
        self._wrong = self.parts.unread()
        written = self.parts.intake()
        try:
            check_intake(written)
        except FieldInvalid:
            self._wrong = True
            self.parts.refuse_answer(self.tr("答复不能早于请求。"))
            before = (self._stored or written).request
            times = replace(written.request, at=before.at, answered_at=before.answered_at)
            return replace(written, request=times)
        return written

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: intakes.page(vault, tools().clock, case_id), self._show, self.refuse
        )

    def _show(self, page: IntakePage) -> None:
        """Fill the form once; later only what stands beside it."""
        if self._page is None:
            self.bar.add_fact(page.case.code)
            self.aside.addLayout(self.cares)
            self.parts.show_page(page)
            self.parts.setEnabled(not page.held)
            self._stored = self.parts.intake()
        self._page = page
        self._show_closed(page)
        self._show_cares(page)
        first = self.parts.part(self._at)
        self.begin(first, {})
        if page.held:
            self._hold_still()
        elif self._at:
            self._go_to(first)

    def _hold_still(self) -> None:
        """Say why the intake is read and not written: a legal hold stands in the case (147)."""
        said = Banner(
            "info", self.tr("法律保全中：接案资料不能改（例外 3）。"), action=self.tr("看法律保全")
        )
        said.acted.connect(lambda: self.wanted.emit(ToHold(self.case_id)))
        self.kept_words.setText("")
        self.say(said)
        said.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, part: QWidget) -> None:
        """Set the keyboard into a part, and bring it into sight."""
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once more when what was shown for it just now has its place.
        QTimer.singleShot(0, part, part.setFocus)
        for one in self.parts.around(part):
            bring_into_sight(one)
        bring_into_sight(part)

    def _weigh(self) -> None:
        self.wanted.emit(ToReasons(self.case_id, EntryKind.RELATION_CHECK))

    def _follow_sight(self, *_: int) -> None:
        """Keep what is to be looked at beside the part of the form that is in sight."""
        beside = self._sides.direction() == QBoxLayout.Direction.LeftToRight
        tall = self.aside.sizeHint().height()
        hidden = max(0, tall + look.px(_ABOVE) - self._area.viewport().height())
        down = min(
            self._area.verticalScrollBar().value() - hidden,
            self.parts.height() - tall,
        )
        inside = self._side.layout()
        if inside is not None:
            inside.setContentsMargins(0, max(0, down) if beside else 0, 0, 0)

    def _saved(self, page: IntakePage) -> None:
        """Say that it is stored, and what is to be looked at now."""
        self._stored, self._sent, self._waits = self._sent, None, False
        self._page = page
        self.parts.show_weighed(page)
        self.say(None)
        self._show_cares(page)
        at = dates.clock_time(local(page.now, page.here))
        said = self.tr("已存 {0}").format(at)
        if self._wrong:
            said = self.tr("有一格还没有存，其余已存 {0}").format(at)
        if not self._saving.isActive():
            self.kept_words.setText(said)
            announce(self.kept_words, said)

    def _not_saved(self, refusal: Refusal) -> None:
        """Say why it is not stored; it is tried again, also where one went on meanwhile."""
        self._sent = None
        self.kept_words.setText(self.tr("还没有存上"))
        self.refuse(refusal)
        self._waits = isinstance(refusal, OF_THE_DISK)
        if self._waits:
            self._retry.start()
        elif self.isHidden():
            self.office.desk.refused.emit(refusal)

    def _answered_now(self) -> None:
        self.parts.answer_at(self.office.tools().clock.now())

    def _show_cares(self, page: IntakePage) -> None:
        """Show what is to be looked at, a line each with the way to it."""
        clear(self.cares)
        card = Card(margins=(16, 14, 16, 14), spacing=12)
        card.body.addWidget(Label(self.tr("要看的"), "strong"))
        for one in page.cares:
            card.body.addWidget(self._care(one))
        if not page.cares:
            looked = Label(self.tr("都看过了。"), "soft")
            done = row(Picture("circle-check", "low", 16), looked, None, spacing=8)
            card.body.addLayout(done)
        self.cares.addWidget(card)
        asked = page.facts.practice.requirements.strip()
        if asked:
            self.cares.addWidget(self._published(asked))
        if page.case.state is CaseState.OPEN:
            self.cares.addLayout(row(self._paper(), 16, self._declining(), None))

    def _care(self, one: Rule[IntakeFacts]) -> QWidget:
        """Return one thing to be looked at."""
        words = rule_words(one.name)
        said = Label(words, "soft", wrap=True)
        line = row(column(2, Picture("circle-alert", "mid", 15), None), said, spacing=8)
        line.setStretch(1, 1)
        lines = column(line, spacing=2)
        way = intake_way(one, self.case_id)
        go = Button(self.tr("去写") if isinstance(way, ToReasons) else self.tr("去看"), "link")
        go.setAccessibleName(self.tr("{0}：{1}").format(go.text(), words))
        if isinstance(way, ToIntake):
            go.clicked.connect(lambda: self._go_to(self.parts.part(way.at)))
        else:
            go.clicked.connect(partial(self.wanted.emit, way))
        lines.addLayout(row(go, None, margins=(23, 0, 0, 0)))
        made = QWidget()
        made.setLayout(lines)
        return made

    def _published(self, asked: str) -> QWidget:
        """Return whom she takes on, as she published it (clause 061)."""
        made = Card(margins=(16, 14, 16, 14), spacing=4)
        made.body.addWidget(Label(self.tr("您公布的来访者条件（问 1·3）"), "strong", wrap=True))
        made.body.addWidget(Label(asked, "soft", wrap=True))
        return made

    def _paper(self) -> Button:
        """Return the way to the form on paper, with what is known."""
        made = Button(self.tr("预约登记表"), "link")
        made.clicked.connect(lambda: self.wanted.emit(ToIntakePaper(self.case_id)))
        return made

    def _declining(self) -> Button:
        """Return the way not to take somebody on."""
        made = Button(self.tr("不接案…"), "link")
        made.clicked.connect(lambda: self.wanted.emit(ToDecline(self.case_id)))
        return made

    def _show_closed(self, page: IntakePage) -> None:
        """Say that the case was closed, and offer to open it again."""
        if page.case.state is CaseState.OPEN:
            return
        banner = Banner(
            "refusal",
            self.tr("这个个案没有接，已经关闭。"),
            text=self.tr("写下的理由和转介留在个案里。"),
            action=self.tr("重新打开"),
        )
        banner.acted.connect(self._take_up)
        self.say(banner)

    def _take_up(self) -> None:
        tools, case_id = self.office.tools, self.case_id

        def work(vault: OpenVault) -> IntakePage:
            declines.take_up(vault, tools().clock, case_id)
            return intakes.page(vault, tools().clock, case_id)

        def then(page: IntakePage) -> None:
            self.say(None)
            self._show(page)

        self.office.desk.do(self, work, then, self.refuse, (Noun.CASES,))

    def _timer(self, milliseconds: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        return made
