"""How a request is graded and why, and how much danger there is (clauses 073, 097)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.case import FORMAL_AFAR, ServiceMode
from app.domain.intake import CaseType, Triage, Urgency
from app.domain.risk import RiskLevel
from app.domain.rule import clauses_of
from ui.clause_link import ClauseLink
from ui.entry_words import rule_words
from ui.intake_words import type_words, urgency_words
from ui.question import Question
from ui.session_words import risk_words
from ui.tab_order import follow
from ui.widgets.banner import Banner
from ui.widgets.card import column, put, row
from ui.widgets.field import Field
from ui.widgets.painted import announce
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.intake import Intake


class TriageForm(QWidget):
    """Grade, reasons and risk. `crisis` asks for the way of service of an emergency.

    Who is in danger is not taken on from afar: that is said as soon as it is chosen. On the
    telephone (not `whole`) nobody is asked for the risk of a request that is an ordinary one.
    """

    changed = Signal()
    crisis = Signal()

    def __init__(self, parent: QWidget | None = None, *, whole: bool = True) -> None:
        super().__init__(parent)
        self._mode, self._warned, self._whole = ServiceMode.FACE_TO_FACE, False, whole
        self.urgency = Question(
            self.tr("分级"),
            [(one.value, word) for one, word in urgency_words().items()],
            hint=self.tr("按诉求的轻重缓急定。紧急的排在最前面，不必等这张表填完。"),
        )
        self.reasons = TextBox(
            self.tr("分级的理由"), rows=2, placeholder=self.tr("听到的事实，来访者的原话")
        )
        self.risk = Question(
            self.tr("就目前所知的风险（可以先空着）"),
            [(one.value, word) for one, word in risk_words().items()],
        )
        self.referral = Field(
            self.tr("转介到哪里"), placeholder=self.tr("医院急诊、危机干预机构、热线，怎样护送")
        )
        self._danger, self._risk = column(), QWidget()
        self.clauses = ClauseLink()
        self.clauses.hide()
        self._risk.setLayout(column(16, self.risk))
        self._referral = QWidget()
        self._referral.setLayout(column(14, self.referral))
        self._referral.hide()
        self.setLayout(
            column(
                self.urgency,
                16,
                self.reasons,
                self._risk,
                self._danger,
                self._referral,
                row(self.clauses, None),
            )
        )
        self.urgency.chosen.connect(self._graded)
        self.risk.chosen.connect(self._risk_chosen)
        self.reasons.changed.connect(self._reasons_typed)
        self.referral.changed.connect(self._referral_typed)
        self._follow()
        self.marks: dict[str, Question | TextBox | Field] = {
            "intake.graded": self.urgency,
            "intake.reasons": self.reasons,
            "intake.danger_afar": self.risk,
            "intake.led_on": self.referral,
        }

    def triage(self) -> Triage:
        """Return what is chosen and written."""
        urgency, risk = self.urgency.key(), self.risk.key()
        return Triage(
            Urgency(urgency) if urgency else None,
            self.reasons.text(),
            RiskLevel(risk) if risk else None,
            self.referral.text(),
        )

    def show_triage(self, triage: Triage) -> None:
        """Show what was chosen and written; nothing is emitted."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.urgency.choose(triage.urgency.value if triage.urgency else "")
        self.risk.choose(triage.risk.value if triage.risk else "")
        self.reasons.set_text(triage.reasons)
        self.referral.set_text(triage.referral)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._follow()

    def follow(self, mode: ServiceMode) -> None:
        """Ask for what the way of service asks for."""
        self._mode = mode
        self._follow()

    def mark(self, missing: Iterable[str]) -> QWidget | None:
        """Say at each part which rule it does not meet; return the first."""
        for one in self.marks.values():
            one.set_error("")
        found = [name for name in missing if name in self.marks]
        for name in found:
            self.marks[name].set_error(rule_words(name))
        self.clauses.name(clauses_of(found))
        self.clauses.setVisible(bool(found))
        return self.marks[found[0]] if found else None

    def _follow(self) -> None:
        """Say what danger asks for."""
        grave = self.urgency.key() in {Urgency.URGENT.value, Urgency.COMPLEX.value}
        self._risk.setVisible(self._whole or grave or bool(self.risk.key()))
        danger = self.risk.key() == RiskLevel.HIGH.value
        self._referral.setVisible(danger or bool(self.referral.text()))
        afar = danger and self._mode in FORMAL_AFAR
        if afar != self._warned:
            self._warned = afar
            made = self._warning() if afar else None
            put(self._danger, made)
            if made is not None and self.window().isAncestorOf(made):
                follow(self.risk.chip(RiskLevel.HIGH.value), made)

    def _warning(self) -> QWidget:
        """Return the warning that this is no case for work from afar."""
        made = Banner(
            "blocked",
            self.tr("风险高，不适合网络接案。"),
            text=self.tr("可以先做危机处置：写明理由和转介，不等同意书（问 9·2(1)）。"),
            action=self.tr("改为危机处置"),
        )
        made.acted.connect(self.crisis)
        announce(made, made.accessibleName())
        holder = QWidget()
        holder.setLayout(column(12, made))
        return holder

    def _graded(self, _key: str) -> None:
        self._follow()
        self.changed.emit()

    def _risk_chosen(self, _key: str) -> None:
        self._follow()
        self.changed.emit()

    def _reasons_typed(self, _text: str) -> None:
        self.reasons.set_error("")
        self.changed.emit()

    def _referral_typed(self, _text: str) -> None:
        self.referral.set_error("")
        self.changed.emit()


class RequestForm(QWidget):
    """What a new case asks of the request: whom it is about, and how it is graded."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Question(
            self.tr("个案类型"), [(one.value, word) for one, word in type_words().items()]
        )
        self.kind.choose(CaseType.INDIVIDUAL.value)
        self.triage = TriageForm(whole=False)
        self.setLayout(column(self.kind, 16, self.triage))
        self.kind.chosen.connect(lambda _: self.changed.emit())
        self.triage.changed.connect(self.changed)

    def put_into(self, intake: Intake) -> Intake:
        """Return an intake with what is chosen and written here."""
        return replace(intake, kind=CaseType(self.kind.key()), triage=self.triage.triage())

    def show_intake(self, intake: Intake) -> None:
        """Show what was chosen and written."""
        self.kind.choose(intake.kind.value)
        self.triage.show_triage(intake.triage)
