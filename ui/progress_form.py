"""The review of the work: does it still help, and if not, what then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.progress_review import Onward, ProgressReview, StillHelps
from ui.progress_words import helps_word, onward_word
from ui.question import Question
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Mapping


class ProgressForm(QWidget):
    """Asks one question; a no asks for the way on. `submitted`: it is to be entered."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.helps = Question(
            self.tr("网络咨询是否仍有效"), [(one.value, helps_word(one)) for one in StillHelps]
        )
        self.outcome = TextBox(self.tr("看得到的成效，或没有成效的地方（可以空着）"), rows=3)
        self.onward = Question(
            self.tr("不再有效，往哪里走"), [(one.value, onward_word(one)) for one in Onward]
        )
        self.discussion = TextBox(self.tr("和来访者是怎样讨论的"), rows=3)
        self.boundaries = Tick(self.tr("重新谈过边界：联系方式、时间、彼此的关系（附录 8.5）"))
        self.relations = Tick(self.tr("看过了：没有生出别的关系（网络 1.4）"))
        self.act = Button(self.tr("记下复核"), "quiet", icon="check")
        self._no = QWidget()
        self._no.setLayout(column(self.onward, self.discussion, spacing=18))
        ticks = column(self.boundaries, self.relations, spacing=6)
        self.setLayout(
            column(self.helps, self._no, self.outcome, ticks, row(self.act, None), spacing=18)
        )
        self._connect()
        self._follow()

    def review(self) -> ProgressReview:
        """Return what is written; the way on counts only after a no."""
        helps, onward = self.helps.key(), self.onward.key()
        no = helps == StillHelps.NO.value
        return ProgressReview(
            StillHelps(helps) if helps else None,
            self.outcome.text(),
            Onward(onward) if onward and no else None,
            self.discussion.text() if no else "",
            self.boundaries.isChecked(),
            self.relations.isChecked(),
        )

    def words(self) -> dict[str, Any]:
        """Return what is written, as typed."""
        found: dict[str, Any] = {
            "helps": self.helps.key(),
            "outcome": self.outcome.text(),
            "onward": self.onward.key(),
            "discussion": self.discussion.text(),
            "boundaries": self.boundaries.isChecked(),
            "relations": self.relations.isChecked(),
        }
        return {key: one for key, one in found.items() if one}

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written."""
        self.helps.choose(kept.get("helps", ""))
        self.onward.choose(kept.get("onward", ""))
        self.outcome.set_text(kept.get("outcome", ""))
        self.discussion.set_text(kept.get("discussion", ""))
        self.boundaries.setChecked(bool(kept.get("boundaries", False)))
        self.relations.setChecked(bool(kept.get("relations", False)))
        self._follow()

    def _connect(self) -> None:
        self.act.clicked.connect(self.submitted)
        for asked in (self.helps, self.onward):
            asked.chosen.connect(self._chosen)
        for part in (self.outcome, self.discussion):
            part.changed.connect(lambda _text: self.changed.emit())
        for tick in (self.boundaries, self.relations):
            tick.toggled.connect(lambda _on: self.changed.emit())

    def _chosen(self, _key: str) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Ask for the way on after a no."""
        self._no.setVisible(self.helps.key() == StillHelps.NO.value)
