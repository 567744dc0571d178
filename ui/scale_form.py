"""The form of a scale that the counselor makes: in plain lines, to be pasted from her paper."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from app.domain.own_scale import OWN_SCALE, ScaleWords, scale_from
from ui.entry_page import pair
from ui.entry_words import rule_words
from ui.measure_form import MeasureForm
from ui.own_page import OwnForm
from ui.tab_order import follow
from ui.widgets.button import Button
from ui.widgets.card import clear, column, row
from ui.widgets.field import Field
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

_RULES: Final = {
    "own_scale.named": "name",
    "own_scale.asks": "items",
    "own_scale.options": "options",
    "own_scale.turned": "turned",
    "own_scale.alert": "alert",
    "own_scale.missing": "missing",
    "own_scale.bands": "bands",
}


class ScaleForm(OwnForm):
    """`key` is that of the scale it is of, nothing for a new one."""

    def __init__(self, key: str, words: ScaleWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.parts: dict[str, Field | TextBox] = self._parts()
        for name, part in self.parts.items():
            part.set_text(getattr(words, name))
            part.changed.connect(lambda _text: self._touched())
        of = self.parts
        for name in ("name", "instruction", "items", "options"):
            self.body.addWidget(of[name])
        self.body.addLayout(pair(of["turned"], of["alert"]))
        self.body.addWidget(of["bands"])
        self.body.addLayout(pair(of["missing"], of["source"]))
        self.look = Button(self.tr("看看填起来的样子"), "quiet", icon="eye", sz="s")
        self.look.clicked.connect(self._preview)
        self._room = column()
        self.body.addLayout(row(self.look, None))
        self.body.addLayout(self._room)
        self._end_with(self.tr("存好这份量表"), self.tr("不再使用"), new=not key)
        self.begin_at(of["name"])

    def written(self) -> ScaleWords:
        """Return what is written."""
        return ScaleWords(**{name: part.text() for name, part in self.parts.items()})

    def words(self) -> dict[str, str]:
        """Return what is written, byte for byte; nothing where nothing is."""
        return {name: text for name, text in asdict(self.written()).items() if text}

    def mark(self, missing: Iterable[str]) -> None:
        """Say at each part which rule it does not meet, and go to the first."""
        found = [(self.parts[_RULES[name]], rule_words(name)) for name in missing]
        for part in self.parts.values():
            part.set_error("")
        for part, said in found:
            part.set_error(said)
        for part, _ in found[:1]:
            part.setFocus()

    def _preview(self) -> None:
        """Show the questions as they are answered; what is marked there is kept nowhere."""
        words = self.written()
        clear(self._room)
        if missing := OWN_SCALE.lacks(words):
            self.mark(missing)
            return
        shown = MeasureForm(scale_from(words, self.key or "own-0", 1, "zh"))
        self._room.addWidget(shown)
        follow(self.look, shown)

    def _parts(self) -> dict[str, Field | TextBox]:
        """Return the places to write in, by name."""
        return {
            "name": Field(self.tr("名字"), placeholder=self.tr("如 每周状态")),
            "instruction": TextBox(
                self.tr("指导语"), placeholder=self.tr("如 过去一周里，您有多少时候……"), rows=2
            ),
            "items": TextBox(self.tr("题目，一行一题"), rows=6),
            "options": TextBox(
                self.tr("答案，一行一个，分数在前"),
                placeholder=self.tr("如 0 从不"),
                rows=4,
            ),
            "turned": Field(self.tr("反向计分的题号"), placeholder=self.tr("如 3 7")),
            "alert": Field(
                self.tr("问到自伤的题号"), hint=self.tr("有人答了不是最低的一项，会当场提醒。")
            ),
            "bands": TextBox(
                self.tr("分级，一行一级"),
                placeholder=self.tr("如 0-4 轻度"),
                hint=self.tr("没有可靠的出处就空着，只显示分数。"),
                rows=3,
            ),
            "missing": Field(
                self.tr("最多几题未答还计分"), hint=self.tr("按已答各题的平均数补；空着就不补。")
            ),
            "source": Field(
                self.tr("出处"), hint=self.tr("受版权保护的量表，请先取得许可再录入。")
            ),
        }
