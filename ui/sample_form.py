"""A sample that is being gone through: note by note, item by item, then what follows from it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from app.domain.ids import NoteId
from app.domain.record_sample import Verdict
from ui import sample_words
from ui.names import as_written
from ui.page import ToNote
from ui.tab_order import as_laid_out
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row, rule
from ui.widgets.chip import Choices
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from app.domain.record_sample import RecordSample, SampleItem
    from app.services.samples import KeptSample, SampledNote, SamplesPage


_TICK: Final = 44


class SampleForm(Card):
    """One note at a time. `touched` says that something is to be kept, `ended` that all is seen."""

    touched = Signal()
    ended = Signal()
    wanted = Signal(object)

    def __init__(self, page: SamplesPage, kept: KeptSample, parent: QWidget | None = None) -> None:
        super().__init__("raised", margins=(20, 18, 20, 18), spacing=14, parent=parent)
        self.kept, self._page = kept, page
        self._sample = kept.sample
        there = [one for one in kept.notes if one.person is not None]
        self._notes: dict[str, SampledNote] = {str(one.id): one for one in there}
        said = [(str(one.id), as_written(sample_words.note_word(one, page.zone))) for one in there]
        self.which = Choices(said, name=self.tr("看哪一篇"))
        self._items = column(spacing=0)
        self.found = TextBox(
            self.tr("所见与打算"),
            rows=3,
            placeholder=self.tr("如 风险评估写得少，下个月再抽一次。不要写来访者的内容。"),
        )
        self.found.set_text(self._sample.found)
        self.found.changed.connect(self.touched)
        self.said = Label("", "soft", wrap=True, tint="high")
        self.said.hide()
        self.end = Button(self.tr("看完了"), "primary", icon="check")
        self.end.clicked.connect(self.ended)
        self._lay_out()

    def sample(self) -> RecordSample:
        """Return the sample as it is filled in."""
        return replace(self._sample, found=self.found.text())

    def notes(self) -> tuple[str, ...]:
        """Return the notes that can be looked at, as `which` knows them."""
        return tuple(self._notes)

    def composing(self) -> bool:
        """Return whether an input method composes a word."""
        return self.found.edit.is_composing()

    def refuse(self, words: str) -> None:
        """Say what is missing; everything chosen stays."""
        self.said.setText(words)
        self.said.show()

    def _lay_out(self) -> None:
        head = row(
            Label(self.tr("正在看的一次"), "strong"),
            Label(sample_words.span(self.kept), "soft", cut=True),
            None,
            spacing=10,
        )
        self.body.addLayout(head)
        self.body.addWidget(self.which)
        self.body.addWidget(rule())
        self.body.addLayout(self._items)
        self.body.addWidget(rule())
        self.body.addWidget(self.found)
        self.body.addWidget(self.said)
        self.body.addLayout(row(self.end, None))
        self.which.chosen.connect(lambda keys: self._show(keys[0]))
        self._count_open()
        first = next((key for key in self._notes if self._open(key)), next(iter(self._notes), ""))
        if first:
            self.which.choose(first)
            self._show(first)

    def _open(self, key: str) -> int:
        """Return how many items of a note were not looked for."""
        note = self._notes[key].id
        return sum(self._sample.verdict(note, one.key) is None for one in self._page.items)

    def _count_open(self) -> None:
        """Say behind each note how many items are still to be looked for."""
        for key in self._notes:
            self.which.chip(key).set_count(self._open(key) or None)
            self.which.chip(key).updateGeometry()

    def _show(self, key: str) -> None:
        """Show the items of a note."""
        clear(self._items)
        one = self._notes[key]
        go = Button(self.tr("打开这篇记录"), "quiet", icon="file-text", sz="s")
        go.setEnabled(one.there)
        go.clicked.connect(lambda: self.wanted.emit(ToNote(NoteId(one.id))))
        shut = "" if one.there else self.tr("加了密码，先打开个案才看得到。")
        self._items.addLayout(row(go, Label(shut, "soft"), None, spacing=10))
        self._items.addSpacing(look.px(10))
        for item in self._page.items:
            self._items.addLayout(self._line(one, item))
        as_laid_out(self)

    def _line(self, note: SampledNote, item: SampleItem) -> QHBoxLayout:
        words = [(one.value, sample_words.verdict_word(one)) for one in Verdict]
        choice = Choices(words, name=item.text)
        choice.walks = True
        given = self._sample.verdict(note.id, item.key)
        if given is not None:
            choice.choose(given.value)
        choice.chosen.connect(partial(self._answer, note.id, item.key))
        wide = sum(choice.chip(key).sizeHint().width() for key, _ in words)
        choice.setFixedWidth(wide + look.px(_TICK))  # side by side, one of them ticked
        said = column(Label(item.text, wrap=True), Label(item.source, "meta", wrap=True))
        line = row(said, choice, spacing=16, margins=(0, 8, 0, 8))
        line.setStretch(0, 1)
        return line

    def _answer(self, note: int, item: str, keys: list[str]) -> None:
        answers = self._sample.with_verdict(note, item, Verdict(keys[0]))
        self._sample = replace(self._sample, answers=answers)
        self.said.hide()
        self._count_open()
        self.touched.emit()
