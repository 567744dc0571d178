"""One consent text of the counselor's own, section by section; what must stay cannot be removed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.consent_template import places_of
from app.domain.consent_text import TemplateSection
from ui.own_page import OwnForm
from ui.widgets.button import Button, IconButton
from ui.widgets.card import bring_into_sight, column, row
from ui.widgets.chip import StateChip
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from app.domain.consent_text import ConsentTemplate

_ROWS = 4


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of what is written, one a line; empty lines are none."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


class SectionPart(QWidget):
    """One section: its heading and its paragraphs; `gone` asks to take it out."""

    gone = Signal()
    changed = Signal()

    def __init__(
        self, section: TemplateSection, labels: dict[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._section = section
        self.heading = Field(self.tr("小节标题"), show_label=False)
        self.heading.set_text(section.heading)
        self.words = TextBox(self._called(section.heading), rows=_ROWS)
        self.words.set_text("\n".join(section.paragraphs))
        places = [labels[key] for key in labels if key in places_of(section.paragraphs)]
        if places:
            said = self.tr("花括号里的词印出来会换成填写的内容：{0}").format(
                self.tr("、").join(places)
            )
            self.words.label.setToolTip(said)
        head = row(self.heading, spacing=8)
        head.setStretch(0, 1)
        if section.required:
            head.addWidget(StateChip(self.tr("必须有"), "plain", "lock"))
        else:
            remove = IconButton("x", self.tr("去掉这一节"))
            remove.clicked.connect(self.gone)
            head.addWidget(remove)
        self.words.label.hide()
        self.setLayout(column(head, self.words, spacing=6))
        for part in (self.heading, self.words):
            part.changed.connect(self.changed)

    def section(self) -> TemplateSection:
        """Return the section as it stands."""
        return replace(
            self._section,
            heading=self.heading.text().strip(),
            paragraphs=paragraphs(self.words.text()),
        )

    def _called(self, heading: str) -> str:
        return self.tr("{0}：内容").format(heading) if heading else self.tr("内容")


class ConsentTextForm(OwnForm):
    """Title, opening, sections and closing of one text."""

    def __init__(self, text: ConsentTemplate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.title = Field(self.tr("文本名"))
        self.title.set_text(text.title)
        self.opening = TextBox(self.tr("开头"), rows=_ROWS)
        self.opening.set_text("\n".join(text.opening))
        self.closing = TextBox(self.tr("结尾，在签名之前"), rows=_ROWS)
        self.closing.set_text("\n".join(text.closing))
        self.parts: list[SectionPart] = []
        self._room = column(spacing=18)
        for part in (self.title, self.opening, self.closing):
            part.changed.connect(self._touched)
        add = Button(self.tr("添加一节"), "quiet", icon="plus", sz="s")
        add.clicked.connect(self._add_new)
        said = self.tr(
            "标着「必须有」的小节可以换一种说法，不能去掉，也不能空着（网络 2.3、2.4）。"
            "花括号里的词印出来会换成填写的内容，请留着。"
        )
        for widget in (self.title, Label(said, "soft", wrap=True), self.opening):
            self.body.addWidget(widget)
        self.body.addWidget(Label(self.tr("小节，从上到下"), "strong"))
        self.body.addLayout(self._room)
        self.body.addLayout(row(add, None))
        self.body.addWidget(self.closing)
        self._end_with(self.tr("存好这份文本"), self.tr("删除文本"), new=not text.key)
        for section in text.sections:
            self._add(section)
        self.begin_at(self.title)

    def written(self) -> ConsentTemplate:
        """Return the text as it stands, line for line."""
        return replace(
            self._text,
            title=self.title.text(),
            opening=paragraphs(self.opening.text()),
            sections=tuple(one.section() for one in self.parts),
            closing=paragraphs(self.closing.text()),
        )

    def refuse(self, words: str) -> None:
        """Say why it was not stored, and bring it into sight: a text is long."""
        super().refuse(words)
        bring_into_sight(self.error)

    def _add_new(self) -> None:
        number = len(self.parts) + 1
        taken = {one.section().key for one in self.parts}
        while f"own{number}" in taken:
            number += 1
        part = self._add(TemplateSection(f"own{number}", "", ()))
        part.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(part)
        self._touched()

    def _add(self, section: TemplateSection) -> SectionPart:
        part = SectionPart(section, dict(self._text.facts))
        part.changed.connect(self._touched)
        part.gone.connect(partial(self._take_out, part))
        self.parts.append(part)
        self._room.addWidget(part)
        return part

    def _take_out(self, part: SectionPart) -> None:
        at = self.parts.index(part)
        self.parts.remove(part)
        self._room.removeWidget(part)
        part.hide()
        part.deleteLater()
        self._touched()
        self.parts[min(at, len(self.parts) - 1)].heading.setFocus(Qt.FocusReason.OtherFocusReason)
