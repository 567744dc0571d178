"""The form of a rule set for hours: a line a goal, and beside it how the line is read."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from app.domain.hour_goals import RuleSetWords, goal_of
from ui.hours_words import goal_unit, goal_words
from ui.own_page import OwnForm
from ui.practice_words import practice_rule_words
from ui.widgets.card import clear, column
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

_RULES: Final = {"hour_rules.named": "name", "hour_rules.goals": "goals"}


class RuleSetForm(OwnForm):
    """`key` is that of the rule set it is of, nothing for a new one."""

    def __init__(self, key: str, words: RuleSetWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        hint = self.tr(
            "一行一个目标：数目、哪一种时数（咨询、受督、施督、培训、个人体验），"
            "再写什么才算，如 收费、设置稳定、面询、视频、个体、团体、同辈、"
            "注册督导师、伦理、3年内。"
        )
        example = self.tr("如 400 咨询 个体 收费 面询 视频")
        self.parts: dict[str, Field | TextBox] = {
            "name": Field(self.tr("名字"), placeholder=self.tr("如 我的注册目标")),
            "goals": TextBox(self.tr("目标"), placeholder=example, hint=hint, rows=5),
            "source": Field(self.tr("出处"), hint=self.tr("哪一份文件、哪一年，日后好核对。")),
        }
        for name, part in self.parts.items():
            part.set_text(getattr(words, name))
            part.changed.connect(lambda _text: self._touched())
        self.parts["goals"].changed.connect(lambda _text: self._show_read())
        self._read = column(spacing=4)
        self.body.addWidget(self.parts["name"])
        self.body.addWidget(self.parts["goals"])
        self.body.addLayout(self._read)
        self.body.addWidget(self.parts["source"])
        self._end_with(self.tr("存好这份规则"), self.tr("不再使用"), new=not key)
        self._show_read()
        self.begin_at(self.parts["name"])

    def written(self) -> RuleSetWords:
        """Return what is written."""
        return RuleSetWords(**{name: part.text() for name, part in self.parts.items()})

    def words(self) -> dict[str, str]:
        """Return what is written, byte for byte; nothing where nothing is."""
        return {name: text for name, text in asdict(self.written()).items() if text}

    def mark(self, missing: Iterable[str]) -> None:
        """Say at each part which rule it does not meet, and go to the first."""
        for part in self.parts.values():
            part.set_error("")
        found = [(self.parts[_RULES[name]], practice_rule_words(name)) for name in missing]
        for part, said in found:
            part.set_error(said)
        for part, _ in found[:1]:
            part.setFocus()

    def _show_read(self) -> None:
        """Say of each line how it is read."""
        clear(self._read)
        for line in self.written().goal_lines:
            goal = goal_of(line)
            if goal is None:
                said = self.tr("读不懂：{0}").format(line)
                self._read.addWidget(Label(said, "soft", wrap=True, tint="high"))
            else:
                said = f"{goal_unit(goal, goal.hours)} · {goal_words(goal)}"
                self._read.addWidget(Label(said, "soft", wrap=True))
