"""Where the words of a note are written and read, and what saves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeVar

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QTextEdit, QWidget

from app.domain.errors import DiskFailed, DiskFull, NotWritable, Refusal
from app.domain.local_time import local
from app.domain.note import NoteBody, NotePart
from app.services.changes import Noun
from ui import dates
from ui.begin import Begins
from ui.theme import icons, look
from ui.theme.focus import RING
from ui.widgets.button import Button
from ui.widgets.card import column, row, rule
from ui.widgets.label import Label
from ui.widgets.painted import Dressed, elided, smooth, words
from ui.widgets.picture import Picture
from ui.widgets.plain import PlainEdit
from ui.widgets.writing import WIDTH, WritingSection

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from app.domain.client import Place
    from app.domain.note import Amendment, Note
    from app.ports import OpenVault
    from app.services.notes import NotePage
    from ui.page import Passage
    from ui.tasks import Desk
    from ui.theme.roles import Role

T = TypeVar("T")
Progress = Literal["written", "now", "open"]
SaveState = Literal["saved", "saving", "failed"]

RETRY_MS: Final = 10_000
_DISK: Final = (DiskFull, DiskFailed, NotWritable)
_RETURN: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True)
class Stretch:
    """Characters `start` to `end` of section number `part`."""

    part: int
    start: int
    end: int


def stretches(body: NoteBody, start: int, end: int) -> tuple[Stretch, ...]:
    """Return where characters `start` to `end` of `body.text()` stand, section by section.

    What falls on a title points at the beginning of its section, without length.
    """
    if len(body.parts) == 1:
        return (Stretch(0, start, end),)
    found: list[Stretch] = []
    at = 0
    for number, part in enumerate(body.parts):
        if not part.text:
            continue
        begin = at + len(part.title) + 1
        finish = begin + len(part.text)
        if start < finish and end > at:
            found.append(Stretch(number, max(start - begin, 0), max(min(end, finish) - begin, 0)))
        at = finish + 2
    return tuple(found)


def _units(text: str, offset: int) -> int:
    """Return the place in Qt's document of the character at `offset`: Qt counts UTF-16 units."""
    before = text[:offset].replace("\r\n", "\n")
    return len(before.encode("utf-16-le", "surrogatepass")) // 2


def mark(edit: QTextEdit, text: str, start: int, end: int) -> None:
    """Colour characters `start` to `end` of `text`, which `edit` shows, and go there.

    They are not selected: a key pressed now would replace them.
    """
    spot = edit.textCursor()
    spot.setPosition(_units(text, start))
    edit.setTextCursor(spot)
    patch = QTextEdit.ExtraSelection()
    patch.cursor = QTextCursor(spot)
    patch.cursor.setPosition(_units(text, end), QTextCursor.MoveMode.KeepAnchor)
    patch.format.setBackground(look.colour("mark"))
    patch.format.setForeground(look.colour("ink"))
    edit.setExtraSelections([patch])


class DraftEditor(QWidget):
    """The sections of a draft, one below the other. `edited` follows every change."""

    edited = Signal()
    moved = Signal()

    def __init__(
        self, body: NoteBody, hints: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._body, self._here = body, 0
        rows = 12 if len(body.parts) == 1 else 1
        self.sections = tuple(
            WritingSection(part.title, hint=hints.get(part.key, ""), rows=rows)
            for part in body.parts
        )
        self.setLayout(column(*self.sections, spacing=4))
        for number, (section, part) in enumerate(zip(self.sections, body.parts, strict=True)):
            section.set_text(part.text)
            section.edit.installEventFilter(self)
            section.edited.connect(self._edited)
            section.focused.connect(lambda held, here=number: self._moved(here, held=held))

    def body(self) -> NoteBody:
        """Return what is written now."""
        parts = tuple(
            NotePart(part.key, part.title, section.text())
            for part, section in zip(self._body.parts, self.sections, strict=True)
        )
        return NoteBody(self._body.template, self._body.edition, parts)

    def is_composing(self) -> bool:
        """Say whether an input method is still composing a word."""
        return any(section.edit.is_composing() for section in self.sections)

    def texts(self) -> list[PlainEdit]:
        """Return everything that can be read here, from top to bottom."""
        return [section.edit for section in self.sections]

    def progress(self) -> list[tuple[str, Progress]]:
        """Return title and progress of each section."""
        return [(section.edit.accessibleName(), self._progress(n)) for n, section in
                enumerate(self.sections)]  # fmt: skip

    def set_read_only(self, *, read_only: bool) -> None:
        """Keep the words as they are while they are being signed."""
        for section in self.sections:
            section.set_read_only(read_only=read_only)

    def go_to(self, number: int) -> QTextEdit:
        """Write on in section `number`."""
        edit = self.sections[number].edit
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return edit

    def go_on(self) -> None:
        """Write on where the words end, or begin at the top."""
        filled = [n for n, part in enumerate(self._body.parts) if part.text]
        self._here = filled[-1] if filled else 0
        self.sections[self._here].edit.moveCursor(QTextCursor.MoveOperation.End)
        self.go_to(self._here)

    def go_back(self) -> None:
        """Write on in the section where the focus was last."""
        self.go_to(self._here)

    def mark(self, passage: Passage) -> QTextEdit | None:
        """Mark a passage of the note's text; return the section in which it begins."""
        found = stretches(self._body, passage.start, passage.end)
        for one in reversed(found):
            text = self._body.parts[one.part].text
            mark(self.sections[one.part].edit, text, one.start, one.end)
        return self.sections[found[0].part].edit if found else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Shift+Enter end a line as Enter does, not with a sign of its own (U+2028)."""
        if (
            isinstance(watched, PlainEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _RETURN
            and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            and not watched.isReadOnly()
        ):
            watched.textCursor().insertBlock()
            watched.ensureCursorVisible()
            return True
        return super().eventFilter(watched, event)

    def _progress(self, number: int) -> Progress:
        if number == self._here and self.sections[number].edit.hasFocus():
            return "now"
        return "open" if self.sections[number].edit.document().isEmpty() else "written"

    def _edited(self) -> None:
        for section in self.sections:
            if section.edit.extraSelections():
                section.edit.setExtraSelections([])
        self.edited.emit()

    def _moved(self, number: int, *, held: bool) -> None:
        if held:
            self._here = number
        self.moved.emit()


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
    """Where an amendment is written; `kept` asks to store it."""

    edited = Signal()
    kept = Signal()

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
        self.setLayout(
            column(self.section, row(None, self.keep, margins=(20, 0, 20, 0)), spacing=8)
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

    def empty(self) -> None:
        """Begin anew: the words became an amendment."""
        self.section.set_text("")


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
        self.box.setVisible(bool(page.amendment_draft))
        self.setLayout(
            column(
                *self.sections.values(),
                *self._unwritten(),
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


class SectionRow(Dressed, QAbstractButton):
    """One section in the list: tick, ringed dot or empty ring, and its title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._progress = title, "open"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_progress("open")

    def set_progress(self, progress: Progress) -> None:
        """Show how far the section is."""
        said = {
            "written": self.tr("{0}，已写"),
            "now": self.tr("{0}，正在写"),
            "open": self.tr("{0}，还空着"),
        }
        self._progress = progress
        self.setAccessibleName(said[progress].format(self._title))
        self.setToolTip(self._title)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a row, 34 high."""
        return QSize(look.px(160), look.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw sign and title."""
        del event
        signs: dict[str, tuple[str, Role, Role]] = {
            "written": ("check", "low", "ink"),
            "now": ("circle-dot", "accent", "accent"),
            "open": ("circle", "edge", "soft"),
        }
        sign, tint, ink = signs[self._progress]
        painter = smooth(self)
        icons.paint(painter, sign, (0, (self.height() - look.px(14)) / 2), tint, 14)
        left = look.px(24)
        hand = look.font(13, 500 if self._progress == "now" else 400)
        room = QRectF(left, 0, self.width() - left, self.height())
        words(painter, room, elided(hand, self._title, room.width()), (hand, ink))


class SectionList(QWidget):
    """The sections of a note, and how far each is. `went` asks to go to one."""

    went = Signal(int)

    def __init__(
        self, title: str, sections: Sequence[tuple[str, Progress]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = [SectionRow(name) for name, _ in sections]
        self.setLayout(column(Label(title, "soft"), 8, *self._rows, None))
        for number, one in enumerate(self._rows):
            one.clicked.connect(lambda _checked=False, n=number: self.went.emit(n))
        self.show_progress(sections)

    def show_progress(self, sections: Sequence[tuple[str, Progress]]) -> None:
        """Show how far each section is."""
        for one, (_, progress) in zip(self._rows, sections, strict=True):
            one.set_progress(progress)


class Saver(QObject, Generic[T]):
    """Saves what is written a moment after the last key.

    One save is on its way at a time and the newest words always win. While an input method
    composes, nothing is saved. After a refusal the words stay where they are and are tried again.
    """

    changed = Signal()
    refused = Signal(Refusal)

    def __init__(  # noqa: PLR0913 - by keyword
        self,
        desk: Desk,
        *,
        read: Callable[[], T],
        write: Callable[[OpenVault, T], datetime],
        composing: Callable[[], bool],
        quiet_ms: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._read, self._write, self._composing = desk, read, write, composing
        self._kept = read()
        self._flying, self._wanted, self._ever = False, False, False
        self._after: list[Callable[[], None]] = []
        self.refusal: Refusal | None = None
        self.at: datetime | None = None
        self._quiet = self._timer(quiet_ms)
        self._retry = self._timer(RETRY_MS)

    @property
    def state(self) -> SaveState:
        """Whether the vault holds what is on the screen."""
        if self.refusal is not None and not self._flying:
            return "failed"
        return "saving" if self._flying or self._quiet.isActive() else "saved"

    def touch(self) -> None:
        """Save when the keys have rested."""
        self._quiet.start()
        self.changed.emit()

    def now(self, then: Callable[[], None] | None = None) -> None:
        """Save at once; `then` runs when the vault holds what is on the screen."""
        if then is not None:
            self._after.append(then)
        self._rested()

    def forget(self) -> None:
        """Take what is on the screen as kept: it became something else."""
        self._rest()
        self._kept = self._read()
        self.refusal = None

    def last(self, also: Callable[[OpenVault], None]) -> None:
        """Lend what is not yet saved and `also`, without waiting: the page is being left."""
        self._rest()
        value = self._read()
        if value == self._kept and not self._flying:
            changes = (Noun.NOTES,) if self._ever else ()
            self._desk.do(self, also, changes=changes)
            return

        def work(vault: OpenVault) -> datetime:
            at = self._write(vault, value)
            also(vault)
            return at

        self._desk.do(
            self,
            work,
            then=lambda at: self._saved(value, at),
            refused=self._failed,
            changes=(Noun.NOTES,),
        )

    def _timer(self, milliseconds: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(self._rested)
        return made

    def _rest(self) -> None:
        self._quiet.stop()
        self._retry.stop()
        self._after.clear()

    def _rested(self) -> None:
        """Save now, or wait on while a word is being composed."""
        if self._composing():
            self._quiet.start()
            return
        self._quiet.stop()
        self._retry.stop()
        self._send()

    def _send(self) -> None:
        if self._flying:
            self._wanted = True
            return
        value = self._read()
        if value == self._kept:
            self._settled()
            return
        self._flying, self._wanted = True, False
        write = self._write
        self._desk.do(
            self,
            lambda vault: write(vault, value),
            then=lambda at: self._saved(value, at),
            refused=self._failed,
        )
        self.changed.emit()

    def _saved(self, value: T, at: datetime) -> None:
        self._flying, self._ever = False, True
        self._kept, self.at = value, at
        if self._wanted:
            self._wanted = False
            self._send()
        else:
            self._settled()

    def _settled(self) -> None:
        self.refusal = None
        waiting, self._after = self._after, []
        self.changed.emit()
        for then in waiting:
            then()

    def _failed(self, refusal: Refusal) -> None:
        self._flying, self._wanted = False, False
        self._after.clear()
        self.refusal = refusal
        if isinstance(refusal, _DISK):
            self._retry.start()
        self.changed.emit()
        self.refused.emit(refusal)
