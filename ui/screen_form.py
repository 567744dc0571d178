"""What a suitability screen came to, and what follows from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.screen import Referral, Suitability
from ui.day_field import DayField
from ui.entry_page import pair
from ui.question import Question
from ui.screen_words import result_word
from ui.widgets.card import column
from ui.widgets.field import Field
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.screen import Screen


class ScreenOutcome(QWidget):
    """The result; then reasons, plan and consultation, or explanation and referral."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        options = [(one.value, result_word(one)[0]) for one in Suitability]
        self.result = Question(self.tr("结果"), options)
        self.rationale = TextBox(self.tr("为什么可以继续"), rows=3)
        self.plan = TextBox(
            self.tr("安全计划"),
            rows=4,
            placeholder=self.tr("预警信号、自己能做的、可以找谁、热线和医院、危险物品怎样收好"),
        )
        self.day = DayField(self.tr("和同行或督导讨论的日期"))
        self.whom = Field(self.tr("和谁讨论"))
        self.explanation = TextBox(self.tr("怎样向来访者解释的"), rows=3)
        self.to = Field(self.tr("转介到"), placeholder=self.tr("机构、医院或同行"))
        self.declined = Tick(self.tr("来访者谢绝转介"))
        self.said = TextBox(self.tr("关于转介说了什么"), rows=3)
        self._going, self._ending, self._danger = QWidget(), QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self.follow(any_yes=False, any_risk=False)

    def count_from(self, at: datetime) -> None:
        """Count days from a wall time."""
        self.day.count_from(at)

    def follow(self, *, any_yes: bool, any_risk: bool) -> None:
        """Ask for what the answers and the result ask for, and for nothing else."""
        self.result.allow(Suitability.SUITABLE.value, allowed=not any_yes)
        if any_yes and self.result.key() == Suitability.SUITABLE.value:
            self.result.choose("")
        self._going.setVisible(self.result.key() == Suitability.RESERVED.value)
        self._ending.setVisible(self.result.key() == Suitability.UNSUITABLE.value)
        self._danger.setVisible(any_risk)

    def words(self) -> dict[str, Any]:
        """Return what is written, as typed."""
        found: dict[str, Any] = {
            "result": self.result.key(),
            "rationale": self.rationale.text(),
            "plan": self.plan.text(),
            "day": self.day.text(),
            "whom": self.whom.text(),
            "explanation": self.explanation.text(),
            "to": self.to.text(),
            "said": self.said.text(),
            "declined": self.declined.isChecked(),
        }
        return {key: one for key, one in found.items() if one}

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written."""
        self.result.choose(kept.get("result", ""))
        for name, part in self._written().items():
            part.set_text(kept.get(name, ""))
        self.declined.setChecked(bool(kept.get("declined", False)))

    def put_into(self, screen: Screen) -> Screen:
        """Return a screen with what is written here; only what the result asks for counts."""
        key = self.result.key()
        result = Suitability(key) if key else None
        day = self.day.day()
        going, ending = result is Suitability.RESERVED, result is Suitability.UNSUITABLE
        return replace(
            screen,
            result=result,
            rationale=self.rationale.text() if going else "",
            safety_plan=self.plan.text() if going and screen.any_risk else "",
            consulted_on=day.isoformat() if going and day else "",
            consulted_with=self.whom.text() if going else "",
            explanation=self.explanation.text() if ending else "",
            referral=self._referral() if ending else Referral(),
        )

    def _referral(self) -> Referral:
        declined = self.declined.isChecked()
        return Referral("" if declined else self.to.text(), self.said.text(), declined)

    def _written(self) -> dict[str, TextBox | Field]:
        return {
            "rationale": self.rationale,
            "plan": self.plan,
            "day": self.day,
            "whom": self.whom,
            "explanation": self.explanation,
            "to": self.to,
            "said": self.said,
        }

    def _lay_out(self) -> None:
        self._danger.setLayout(column(self.plan))
        days = pair(self.day, self.whom)
        self._going.setLayout(
            column(self.rationale, self._danger, days, margins=(0, 18, 0, 0), spacing=18)
        )
        self._ending.setLayout(
            column(
                self.explanation,
                column(self.to, self.declined, spacing=8),
                self.said,
                margins=(0, 18, 0, 0),
                spacing=18,
            )
        )
        self.setLayout(column(self.result, self._going, self._ending))

    def _connect(self) -> None:
        self.result.chosen.connect(lambda _key: self.changed.emit())
        self.declined.toggled.connect(self._declined)
        for part in self._written().values():
            part.changed.connect(lambda _text: self.changed.emit())

    def _declined(self, declined: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self.to.setEnabled(not declined)
        self.changed.emit()
