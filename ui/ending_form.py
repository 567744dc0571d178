"""The form of a closing: how it ended, what came of it, what is left, and asking afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ending import Ending, EndingKind, Fees
from app.domain.follow_up import FollowPlan
from ui.day_field import DayField
from ui.ending_words import choices, fees_words, kind_words, text_words
from ui.entry_page import pair
from ui.follow_form import PlanParts
from ui.question import Question
from ui.widgets.card import column, rule
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_ASKS: Final = frozenset(
    {EndingKind.CLIENT.value, EndingKind.COUNSELOR.value, EndingKind.OTHER.value}
)
_OPTIONAL: Final = frozenset({"measures", "feedback", "left", "advice", "recordings"})


class EndingParts(QWidget):
    """Everything that is asked at a closing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Question(self.tr("怎样结束的"), choices(kind_words()))
        self.day = DayField(self.tr("结案是哪一天"))
        self.why = Field(self.tr("补充一句（可以空着）"))
        self.talked = TextBox(self.tr("怎样和来访者谈结束的"), rows=3)
        self.texts = {name: self._text(name, words) for name, words in text_words().items()}
        self.fees = Question(self.tr("费用"), choices(fees_words()))
        self.fees_how = Field(self.tr("没有结清的怎么办"))
        self.settled = TextBox(self.tr("没完的事怎么办"), rows=2)
        self.plan = PlanParts()
        self._lay_out()
        self._connect()
        self._follow()

    def count_from(self, now: datetime) -> None:
        """Take the time it is, by the counselor's clock."""
        self.day.start(now, now.date())
        self.plan.count_from(now)

    def show_loose(self, *, any_left: bool) -> None:
        """Ask what becomes of what is not finished, where something is."""
        self.settled.setVisible(any_left or bool(self.settled.text().strip()))

    def made(self) -> Ending:
        """Return what is written."""
        kind, fees, day = self.kind.key(), self.fees.key(), self.day.day()
        words: dict[str, Any] = {name: part.text() for name, part in self.texts.items()}
        return Ending(
            EndingKind(kind) if kind else None,
            day.isoformat() if day else "",
            self.why.text(),
            self.talked.text(),
            fees=Fees(fees) if fees else None,
            fees_how=self.fees_how.text() if fees == Fees.OPEN.value else "",
            settled=self.settled.text(),
            **words,
        )

    def planned(self) -> FollowPlan | None:
        """Return when one asks afterwards; None where nothing is written of it."""
        made = self.plan.made()
        return None if made == FollowPlan() else made

    def words(self) -> dict[str, Any]:
        """Return what is written, as typed; the day alone is nothing."""
        found: dict[str, Any] = {name: part.text() for name, part in self._typed().items()}
        found |= {"kind": self.kind.key(), "fees": self.fees.key(), "plan": self.plan.words()}
        written = {name: one for name, one in found.items() if one}
        return written if set(written) - {"on"} else {}

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written; the day stays as it is where none was."""
        for name, part in self._typed().items():
            if part is not self.day or kept.get(name):
                part.set_text(kept.get(name, ""))
        self.kind.choose(kept.get("kind", ""))
        self.fees.choose(kept.get("fees", ""))
        self.plan.show_words(kept.get("plan", {}))
        self._follow()

    def marks(self) -> dict[str, Any]:
        """Return where each rule is put right."""
        return {
            "ending.kind": self.kind,
            "ending.referred": self.kind,
            "ending.sought": self.kind,
            "ending.crisis": self.kind,
            "ending.day": self.day,
            "ending.why": self.why,
            "ending.talked": self.talked,
            **{f"ending.{name}": part for name, part in self.texts.items()},
            "ending.fees": self.fees,
            "ending.fees_how": self.fees_how,
            "ending.settled": self.settled,
            **self.plan.marks(),
        }

    def _text(self, name: str, words: str) -> TextBox:
        """Return a text of the form: those that may stay empty say so."""
        hints = {
            "course": self.tr("几个阶段，用了什么方法，哪里转折"),
            "results": self.tr("每个目标：达成、部分、没有"),
            "measures": self.tr("如 PHQ-9：14 → 5"),
            "feedback": self.tr("尽量用来访者自己的话"),
            "left": self.tr("什么情况可能反复，那时先做什么"),
            "risk": self.tr("等级和依据；没有写「无」"),
            "advice": self.tr("靠什么，找谁；风险不低时要写"),
            "recordings": self.tr("留到什么时候，或者销毁；没有写「没有录音」"),
        }
        label = self.tr("{0}（可以空着）").format(words) if name in _OPTIONAL else words
        return TextBox(label, rows=2, placeholder=hints.get(name, ""))

    def _typed(self) -> dict[str, Field | TextBox]:
        return {
            "on": self.day,
            "why": self.why,
            "talked": self.talked,
            **self.texts,
            "fees_how": self.fees_how,
            "settled": self.settled,
        }

    def _lay_out(self) -> None:
        self.setLayout(
            column(
                self.kind,
                pair(self.day, self.why, (1, 2)),
                self.talked,
                *self.texts.values(),
                self.fees,
                self.fees_how,
                self.settled,
                rule(),
                Label(self.tr("随访（可以空着）"), "name"),
                self.plan,
                spacing=18,
            )
        )

    def _connect(self) -> None:
        for part in self._typed().values():
            part.changed.connect(lambda _text: self.changed.emit())
        self.plan.changed.connect(self.changed)
        for question in (self.kind, self.fees):
            question.chosen.connect(self._chose)

    def _chose(self, _key: str) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Ask for what the answers ask for."""
        kind = self.kind.key()
        asks = kind in _ASKS
        words = self.tr("为什么结束") if asks else self.tr("补充一句（可以空着）")
        self.why.label.setText(words)
        self.why.line.setAccessibleName(words)
        dropped = kind == EndingKind.DROPPED.value
        said = self.tr("怎样找过来访者") if dropped else self.tr("怎样和来访者谈结束的")
        self.talked.label.setText(said)
        self.talked.edit.setAccessibleName(said)
        self.fees_how.setVisible(self.fees.key() == Fees.OPEN.value)
