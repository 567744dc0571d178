"""The side of a note: its facts, what to remember, how much is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui import lengths
from ui.case_list import mode_word
from ui.note_care import CareNotice
from ui.note_view import NoteView, short_moment
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import column, row, rule
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.painted import hide_unless
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from app.domain.length import Length

_PANE: Final = 288


class SidePane(QWidget):
    """The facts of this session, what to remember, how much is written."""

    def __init__(self, shown: NoteView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "right")
        self.setFixedWidth(look.px(_PANE))
        self.count = Label("", "meta")
        self.care = CareNotice()
        self.copy = Button(self.tr("打印或存为 PDF"), "link", icon="printer")
        hide_unless(shown.page.note.seal is not None, self.copy)
        self.setLayout(
            column(
                Label(self.tr("本次"), "name"),
                12,
                self._facts(shown),
                20,
                rule(),
                20,
                Label(self.tr("提醒"), "name"),
                12,
                self._reminder(shown),
                self.care,
                14,
                row(self.copy, None),
                None,
                self.count,
                margins=(24, 24, 24, 24),
            )
        )

    def show_length(self, written: Length) -> None:
        """Say how much is written."""
        self.count.setText(lengths.said(written))

    def _facts(self, shown: NoteView) -> KeyValues:
        session, note = shown.page.session, shown.page.note
        facts = [
            (self.tr("第几次"), str(session.number)),
            (self.tr("时长"), self.tr("{0} 分钟").format(session.minutes)),
            (self.tr("方式"), mode_word(session.mode)),
            (self.tr("动笔"), short_moment(note.created_at, shown.here)),
        ]
        if note.seal:
            facts.append((self.tr("签署"), short_moment(note.seal.at, shown.here)))
        if shown.template:
            facts.insert(3, (self.tr("模板"), shown.template.title))
        return KeyValues(facts)

    def _reminder(self, shown: NoteView) -> QWidget:
        signed = shown.page.note.seal is not None
        late = not signed and shown.now > shown.due
        due = short_moment(shown.due, shown.here)
        if signed:
            icon, said = "check", self.tr("已签署。要补充或更正，请写补记。")
        elif late:
            icon, said = "clock", self.tr("已过 24 小时（{0}），请尽快签署。").format(due)
        else:
            icon, said = "clock", self.tr("24 小时内签署：{0} 前就好。").format(due)
        sign = Picture(icon, "low" if signed else "mid" if late else "soft", 16)
        words = Label(said, "soft", wrap=True)
        if late:
            words.set_tint("mid")
        holder = QWidget()
        line = row(column(2, sign, None), words, spacing=10)
        line.setStretch(1, 1)
        holder.setLayout(line)
        return holder
