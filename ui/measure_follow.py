"""What was done about a measure, written in place: fed back, risk looked at, or not counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from app.domain.measure import Follow, FollowKind
from ui.day_field import DayField
from ui.entry_words import rule_words
from ui.widgets.button import Button
from ui.widgets.card import Card, row
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.domain.measure import KeptMeasure


class FollowBox(Card):
    """Day and words; `entered` asks to put it on record, `closed` to put it away."""

    changed = Signal()
    entered = Signal()
    closed = Signal()

    def __init__(
        self, kept: KeptMeasure, kind: FollowKind, today: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__("flat", margins=(14, 12, 14, 12), spacing=10, parent=parent)
        self.kept, self.kind = kept, kind
        asked, label, act = self._words()[kind]
        self.day = DayField(self.tr("哪一天"))
        self.day.start(today, today.date())
        self.said = TextBox(label, rows=2)
        self.act = Button(act, "primary", icon="check", sz="s")
        self.act.clicked.connect(self.entered)
        close = Button(self.tr("取消"), "ghost", sz="s")
        close.clicked.connect(self.closed)
        self.body.addWidget(Label(asked, "soft", wrap=True))
        self.body.addWidget(self.day)
        self.body.addWidget(self.said)
        self.body.addLayout(row(self.act, close, None, spacing=8))
        self.day.changed.connect(lambda _text: self.changed.emit())
        self.said.changed.connect(lambda _text: self.changed.emit())

    def made(self) -> Follow:
        """Return what is written."""
        day = self.day.day()
        on = day.isoformat() if day else ""
        return Follow(self.kept.id, self.kind, on, self.said.text())

    def mark(self, missing: tuple[str, ...]) -> bool:
        """Say at day and words which rule they do not meet; return whether there is one."""
        for name, part in (("measure_follow.when", self.day), ("measure_follow.how", self.said)):
            part.set_error(rule_words(name) if name in missing else "")
        return bool(missing)

    def words(self) -> dict[str, Any]:
        """Return what is written, as typed."""
        return {
            "measure": self.kept.id,
            "kind": self.kind.value,
            "on": self.day.text(),
            "said": self.said.text(),
        }

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written."""
        self.day.set_text(kept.get("on", ""))
        self.said.set_text(kept.get("said", ""))

    def _words(self) -> dict[FollowKind, tuple[str, str, str]]:
        """Return for each kind what is asked, how the words are called, and the button."""
        return {
            FollowKind.FED_BACK: (
                self.tr("结果是和来访者当面谈的：说清楚这是筛查，不是诊断，也听听对方怎样看。"),
                self.tr("怎样谈的（可以空着）"),
                self.tr("记下：已当面反馈"),
            ),
            FollowKind.RISK_LOOKED_AT: (
                self.tr("请先当面问过：有没有想法、计划、手段，打算什么时候，什么让他留下来。"),
                self.tr("怎样问的，评定为什么"),
                self.tr("记下：已看过风险"),
            ),
            FollowKind.NOT_COUNTED: (
                self.tr("录错了，或者没有读懂题目：这一次留在档案里，图上和比较里不再算它。"),
                self.tr("为什么不计入"),
                self.tr("记下：不计入"),
            ),
        }
