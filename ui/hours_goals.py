"""The goals of a rule set, each with a bar, what counts and what is not known well enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.hours_words import goal_words, progress_words, unclear_words
from ui.widgets.card import column
from ui.widgets.label import Label
from ui.widgets.progress import Bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.hour_goals import Progress, RuleSet

_WHOLE = 1000


class GoalRow(QWidget):
    """One goal: its words, its bar and how far one is."""

    def __init__(self, one: Progress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = progress_words(one)
        bar = Bar()
        bar.setRange(0, _WHOLE)
        bar.setValue(min(_WHOLE, round(_WHOLE * one.hours / one.goal.hours)))
        bar.setAccessibleName(f"{goal_words(one.goal)}: {said}")
        lines = [Label(goal_words(one.goal), "body", wrap=True), bar, Label(said, "soft")]
        if unclear := unclear_words(one):
            lines.append(Label(unclear, "soft", wrap=True, tint="mid"))
        self.setLayout(column(*lines, spacing=6))


class Goals(QWidget):
    """The goals of one rule set, and where it comes from."""

    def __init__(
        self, rules: RuleSet, progress: Sequence[Progress], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        lines: list[QWidget] = [GoalRow(one) for one in progress]
        edition = self.tr("{0} 版").format(rules.edition)
        if rules.own:
            edition = self.tr("您写的第 {0} 版").format(rules.edition)
        said = " · ".join(filter(None, (edition, rules.source)))
        lines.append(Label(said, "meta", wrap=True))
        self.setLayout(column(*lines, spacing=16))
