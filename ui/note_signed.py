"""A signed note as it is read, and the box in which it is amended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTextEdit, QWidget

from app.domain.local_time import local
from ui import dates
from ui.begin import Begins
from ui.note_marks import mark, stretches
from ui.session_paper import SheetPaper
from ui.theme import look
from ui.theme.focus import RING
from ui.widgets.button import Button
from ui.widgets.card import column, row, rule
from ui.widgets.label import Label
from ui.widgets.picture import Picture
from ui.widgets.plain import PlainEdit
from ui.widgets.writing import WIDTH, WritingSection

if TYPE_CHECKING:
    from app.domain.client import Place
    from app.domain.note import Amendment, Note
    from app.services.notes import NotePage
    from ui.note_sections import Progress
    from ui.page import Passage


class ReadSection(QWidget):
    """A title, a fainter word beside it, and a text that can be selected and not changed."""

    def __init__(
        self, title: str, text: str, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = text
        self.title = title
        self.edit = PlainEdit(marks=True)
        self.edit.setReadOnly(True)
        self.edit.hide_marks()
        self.edit.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        self.edit.setAccessibleName(title)
        self.edit.setAccessibleDescription(note)
        self.edit.set_text(text)
        self.setMaximumWidth(look.px(WIDTH))
        head = row(Label(title, "strong", tint="soft"), None, Label(note, "meta"))
        self.setLayout(column(head, self.edit, margins=(20, 14, 20, 12), spacing=4))

    def mark(self, start: int, end: int) -> QTextEdit:
        """Mark a stretch of the text."""
        mark(self.edit, self._text, start, end)
        return self.edit


class AmendmentBox(Begins, QWidget):
    """Where an amendment is written; `kept` asks to store it, `dropped` to write none."""

    edited = Signal()
    kept = Signal()
    dropped = Signal()

    def __init__(self, draft: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = WritingSection(
            self.tr("写补记"), hint=self.tr("存入后排在原文下面，不再改动"), rows=3
        )
        self.section.set_text(draft)
        self.section.edited.connect(self.edited)
        self.section.edited.connect(lambda: self.section.edit.setExtraSelections([]))
        self.keep = Button(self.tr("存入补记"), "primary", icon="check")
        self.keep.clicked.connect(self.kept)
        self.keep.setToolTip(self.tr("存入补记（Ctrl+Enter）"))
        self.drop = Button(self.tr("不写了"), "ghost")
        self.drop.clicked.connect(self.dropped)
        self.setLayout(
            column(
                self.section,
                row(None, self.drop, self.keep, margins=(20, 0, 20, 0), spacing=8),
                spacing=8,
            )
        )
        self.setMaximumWidth(look.px(WIDTH))
        self.begin_at(self.section)

    def text(self) -> str:
        """Return what is written."""
        return self.section.text()

    def mark(self, start: int, end: int) -> QTextEdit | None:
        """Mark a stretch of the words; None where they are shorter by now."""
        text = self.text()
        if end > len(text):
            return None
        mark(self.section.edit, text, start, end)
        return self.section.edit

    def rest(self, *, resting: bool) -> None:
        """Keep the words as they are while they are being stored."""
        self.section.set_read_only(read_only=resting)
        self.keep.setEnabled(not resting)
        self.drop.setEnabled(not resting)

    def write(self, text: str) -> None:
        """Write `text` in place of what stands there; none once the words became an amendment."""
        self.section.set_text(text)


class SignedPaper(QWidget):
    """A signed note as it stands, with what was added to it."""

    def __init__(self, page: NotePage, here: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body, self._place = page.note.body, here
        self.sections = {
            n: ReadSection(part.title, part.text)
            for n, part in enumerate(self._body.parts)
            if part.text
        }
        self.amendments = {
            one.id: self._amendment(one, number)
            for number, one in enumerate(page.amendments, start=1)
        }
        self.box = AmendmentBox(page.amendment_draft)
        if not page.amendment_draft:
            self.box.hide()
        self.setLayout(
            column(
                *self.sections.values(),
                *self._unwritten(),
                *self._sheet(page),
                self._stamp(page.note),
                *self.amendments.values(),
                8,
                self.box,
                spacing=4,
            )
        )

    def texts(self) -> list[PlainEdit]:
        """Return everything that can be read here, from top to bottom."""
        box = [] if self.box.isHidden() else [self.box.section.edit]
        return [*(one.edit for one in self._all()), *box]

    def progress(self) -> list[tuple[str, Progress]]:
        """Return the titles of what was written, then of what was added."""
        return [(one.title, "written") for one in self._all()]

    def go_to(self, number: int) -> QTextEdit:
        """Read section `number`."""
        edit = self._all()[number].edit
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return edit

    def mark(self, passage: Passage) -> QTextEdit | None:
        """Mark a passage; return the text in which it begins."""
        if passage.unfinished:
            return self.box.mark(passage.start, passage.end)
        if passage.amendment_id is not None:
            added = self.amendments.get(passage.amendment_id)
            return added.mark(passage.start, passage.end) if added else None
        found = stretches(self._body, passage.start, passage.end)
        for one in reversed(found):
            self.sections[one.part].mark(one.start, one.end)
        return self.sections[found[0].part].edit if found else None

    def _all(self) -> list[ReadSection]:
        return [*self.sections.values(), *self.amendments.values()]

    def _amendment(self, one: Amendment, number: int) -> ReadSection:
        by = f"{one.seal.signer} · {dates.day_and_time(local(one.seal.at, self._place))}"
        return ReadSection(self.tr("补记 {0}").format(number), one.text, by)

    def _unwritten(self) -> list[QWidget]:
        titles = [part.title for part in self._body.parts if not part.text]
        if not titles:
            return []
        said = self.tr("没有写：{0}").format(self.tr("、").join(titles))
        holder = QWidget()
        holder.setLayout(row(Label(said, "meta", wrap=True), margins=(20, 6, 20, 6)))
        return [holder]

    def _sheet(self, page: NotePage) -> list[QWidget]:
        """Return the sheet of the session, where one was signed with the note."""
        sheet = page.sheet.sheet
        return [] if sheet.empty else [SheetPaper(sheet, page.session.mode)]

    def _stamp(self, note: Note) -> QWidget:
        """Return the line that says who signed and when."""
        if note.seal is None:
            return QWidget()
        at = dates.day_and_time(local(note.seal.at, self._place))
        said = self.tr("{0} 签署于 {1}").format(note.seal.signer, at)
        holder = QWidget()
        inner = row(Picture("signature", "low", 16), Label(said, "strong"), None, spacing=8)
        holder.setLayout(column(rule(), 10, inner, 10, rule(), margins=(20, 12, 20, 8)))
        holder.setAccessibleName(said)
        return holder
