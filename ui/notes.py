"""The page of a note: writing it, signing it, adding to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QTextEdit, QWidget
from shiboken6 import isValid

from app.domain.errors import NoteEmpty, SessionNotFormal, TooManyTries, WrongPassword
from app.domain.gate_sheet import FIELDS
from app.domain.local_time import local
from app.domain.note_care import care_facts
from app.domain.sheet_answers import SECTIONS
from app.services import note_templates, notes, sheets
from app.services.changes import Noun
from ui import choices, dates, privacy, translation
from ui.clause_link import refusal_banner
from ui.messages import message
from ui.note_care import care_sentences
from ui.note_editor import DraftEditor
from ui.note_find import FindBar
from ui.note_head import NoteHead
from ui.note_last import LastStrip, LastWords, last_cells
from ui.note_missing import MissingPanel
from ui.note_sections import SectionList
from ui.note_side import SidePane
from ui.note_sign import SignPanel
from ui.note_signed import SignedPaper
from ui.note_time import TimePanel
from ui.note_view import NoteView, saved_at, view
from ui.page import Page, PageKey, ToNote, ToNoteTemplates, ToRecordCopy, ToReflections
from ui.saver import Saver
from ui.session_fold import SheetFold
from ui.tab_order import follow, last_stop
from ui.theme import look
from ui.widgets.card import Margins, column, ground, put, row, scroll
from ui.widgets.painted import announce
from ui.widgets.plain import PlainEdit
from ui.widgets.toast import Toaster
from ui.widgets.writing import WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from app.domain.errors import Refusal
    from app.domain.ids import CaseId, NoteId
    from app.domain.note import Amendment, NoteBody
    from app.domain.note_care import CareFacts
    from app.domain.session import Session, SessionTime
    from app.domain.session_sheet import SessionSheet
    from app.ports import OpenVault
    from ui.office import Office
    from ui.page import Destination, Passage
    from ui.widgets.banner import Banner

    Draft = tuple[NoteBody, SessionSheet | None]

QUIET_MS: Final = 2000
COUNT_MS: Final = 150
FOLD_BELOW: Final = 1300
ASKED: Final = ("complaint", "risk", "intervention", "referral")  # clause 123
_LIST: Final = 200
_LIST_ROOMY: Final = 264  # no title of ours is cut
_ROOMY_FROM: Final = 1600
_SIDE_FROM: Final = 1100  # where letters are large, the words need the room below that


class NoteScreen(Page):
    """A note: a draft is written and saves itself, a signed one is read and added to.

    `alone` asks the workspace to take the rail away, or to bring it back.
    """

    alone = Signal(bool)
    lock_wanted = Signal()

    def __init__(
        self,
        office: Office,
        note_id: NoteId,
        passage: Passage | None = None,
        parent: QWidget | None = None,
        *,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._note_id, self._passage, self._quiet_ms = note_id, passage, quiet_ms
        self._signing = False
        self._shown: NoteView | None = None
        self._editor: DraftEditor | None = None
        self._saver: Saver[Draft] | None = None
        self._sheet: SheetFold | None = None
        self._sheet_open = False
        self._amending: Saver[str] | None = None
        self._paper: SignedPaper | None = None
        self._list: SectionList | None = None
        self._side: SidePane | None = None
        self._failure: Banner | None = None
        self._alone = False
        self._toaster = Toaster(self)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNT_MS)
        self._counting.timeout.connect(self._count)
        self._build()
        self._shortcuts()
        self._load()

    def go_on_signing(self) -> None:
        """Go on where she was about to sign, once the note is shown."""
        self._signing = True

    def leave(self) -> None:
        """Lend what is not yet saved to the desk, bring the index up to date, forget passwords."""
        self._sign.end()
        note_id = self._note_id
        if self._editor is not None and self._saver is not None:
            if self._composing() or self._in_sheet():
                QGuiApplication.inputMethod().commit()
            self._saver.last(lambda vault: notes.leave(vault, note_id))
        if self._amending is not None:
            self._amending.last(lambda _vault: None)

    def save_now(self) -> None:
        """Save at once, unless a word is being composed: then as soon as it is."""
        for saver in self._savers():
            if saver is not None:
                saver.now()

    def writing(self) -> NoteId | None:
        """Return the note while it is a draft."""
        return self._note_id if self._editor is not None else None

    def begun(self) -> bool:
        """Return whether an amendment is being written, which is kept until it is put in."""
        paper = self._paper if self._amending is not None else None
        return paper is not None and bool(paper.box.text().strip())

    def here(self) -> ToNote | None:
        """Return this note as it is to be come back to from where something missing is put right.

        What is still missing is then shown anew, or she is asked to sign.
        """
        return ToNote(self._note_id, signing=True) if self._missing.isVisible() else None

    def unsaved(self) -> bool:
        """Say whether words are on their way, or were refused: then this page must be kept."""
        return any(one is not None and one.unsaved for one in self._savers())

    def resume(self, destination: Destination) -> bool:
        """Go on with the words that the vault has not taken yet, at a passage that was found."""
        for one in self._savers():
            if one is not None:
                one.go_on()
        if isinstance(destination, ToNote) and destination.passage is not None:
            self._passage = destination.passage
            QTimer.singleShot(0, self, self._land)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the list of sections in a narrow window."""
        super().resizeEvent(event)
        self._fold()

    def case_in_hand(self) -> CaseId | None:
        """Return the case that is written of, once it is known."""
        return self._shown.page.case.id if self._shown is not None else None

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of a note: fewer once it is signed."""
        both = (
            PageKey("Ctrl+F", self.tr("在这篇记录里找")),
            PageKey("F11", self.tr("专心写，再按一次回来")),
            PageKey("Ctrl+Shift+J", self.tr("咨询师札记")),
            PageKey("Esc", self.tr("返回")),
        )
        if self._editor is None:
            return (PageKey("Ctrl+Enter", self.tr("写补记，写好了存入")), *both)
        return (
            PageKey("Ctrl+S", self.tr("现在就存（平时自动存）")),
            PageKey("Ctrl+J", self.tr("会谈单：打开、收起")),
            PageKey("Ctrl+Enter", self.tr("签署")),
            *both,
        )

    def show_privacy(self) -> None:
        """Call the client by name or by code; blur what is written, or let it be read."""
        super().show_privacy()
        if self._shown is not None:
            self._head.show_note(self._shown)

    def escape(self) -> None:
        """Close the panel that is open, or go back; never in the middle of a word."""
        edits = self.findChildren(PlainEdit)
        if any(one.is_composing() for one in edits):
            return
        if self._find.isVisible():
            self._close_find()
        elif self._sign.isVisible() or self._missing.isVisible():
            self._close_sign()
        elif self._alone:
            self._turn_alone()
        elif self._time.isVisible():
            self._close_time()
        elif self._sheet is not None and self._in_sheet():
            self._turn_sheet()
        else:
            self.back.emit()

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+F for this note before it reaches the search through all of them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Find)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find in this note with Ctrl+F; everything else goes on."""
        if event.matches(QKeySequence.StandardKey.Find):
            self._open_find()
        else:
            super().keyPressEvent(event)

    # What stands where.

    def _build(self) -> None:
        self._head = NoteHead()
        self._head.back.connect(self.back)
        self._head.time_asked.connect(self._ask_time)
        self._head.sign_asked.connect(self._ask_to_sign)
        self._head.amend_asked.connect(self._begin_amendment)
        self._head.template_asked.connect(self._flush_then_change)
        self._head.templates_asked.connect(lambda: self.wanted.emit(ToNoteTemplates()))
        self._head.alone_asked.connect(self._turn_alone)
        self._head.lock_asked.connect(self.lock_wanted)
        self._head.reflections_asked.connect(self._to_reflections)
        self._find = FindBar(self._texts)
        self._find.went.connect(self._reveal)
        self._find.closed.connect(self._close_find)
        self._time = TimePanel()
        self._time.asked.connect(self._change_time)
        self._time.closed.connect(self._close_time)
        self._sign = SignPanel()
        self._sign.asked.connect(self._flush_then_sign)
        self._sign.closed.connect(self._close_sign)
        self._missing = MissingPanel(self.office, self._note_id)
        self._missing.complete.connect(self._begin_to_sign)
        self._missing.wanted.connect(self.wanted)
        self._missing.stay.connect(self._put_right)
        self._missing.refused.connect(self._tell)
        self._missing.closed.connect(self._close_sign)
        self._banner_room = column()
        notices = QWidget()
        panels = (self._find, self._time, self._missing, self._sign)
        notices.setLayout(column(self._banner_room, *panels, spacing=12))
        notices.setMaximumWidth(look.px(WIDTH))
        self._time.hide()
        self._sign.hide()
        self._area = scroll(QWidget(), "paper")
        self._area.setAccessibleName(self.tr("记录"))
        # Its room is always kept: the text stands below find bar and panels, and never shifts.
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self._area.verticalScrollBar()
        bar.setEnabled(False)
        # A page that goes while its sheet is open lays itself out once more, without its bar. What
        # is told may be of before: while it is told of one layout, the next is made.
        bar.rangeChanged.connect(
            lambda: bar.setEnabled(bar.maximum() > 0) if isValid(bar) else None
        )
        self._list_room = column(margins=(24, 32, 12, 24))
        self._list_holder = QWidget()
        self._list_holder.setFixedWidth(look.px(_LIST))
        self._list_holder.setLayout(self._list_room)
        self._side_room = column()
        middle = column(_centred(notices, (16, 20, 26, 0)), self._area)
        middle.setStretch(1, 1)
        whole = row(self._list_holder, middle, self._side_room)
        whole.setStretch(1, 1)
        self.setLayout(column(self._head, whole))

    def _shortcuts(self) -> None:
        for keys, action in (
            (("Ctrl+S",), self.save_now),
            (("Ctrl+Return", "Ctrl+Enter"), self._finish),
            (("F11", "Ctrl+Shift+F"), self._turn_alone),
            (("Ctrl+J",), self._turn_sheet),
            (("Ctrl+Shift+J",), self._to_reflections),
        ):
            made = QShortcut(self)
            made.setKeys([QKeySequence(one) for one in keys])
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(action)

    def _to_reflections(self) -> None:
        """Go to what she thinks of this session, apart from the record."""
        if self._shown is not None:
            session = self._shown.page.session
            self.wanted.emit(ToReflections(session.case_id, session.id))

    def _fold(self) -> None:
        wide = self.window().width() >= look.px(FOLD_BELOW)
        roomy = self.window().width() >= look.px(_ROOMY_FROM)
        self._list_holder.setFixedWidth(look.px(_LIST_ROOMY if roomy else _LIST))
        self._list_holder.setVisible(wide and not self._alone)
        if self._side is not None:
            beside = not look.large() or self.window().width() >= look.px(_SIDE_FROM)
            self._side.setVisible(beside and not self._alone)
            self._head.show_count(there=self._alone or not beside)

    def _load(self, *, again: bool = False) -> None:
        office, note_id = self.office, self._note_id
        language = translation.chosen(office.preferences.load().language)
        office.desk.do(
            self,
            lambda vault: view(vault, office.tools(), note_id, language, again=again),
            then=self._show,
            refused=self._tell,
        )

    def _show(self, shown: NoteView) -> None:
        """Show the note anew, as a draft or as signed."""
        self._shown = shown
        self._head.show_note(shown)
        side = self._put_side(shown)
        written = shown.page.note.body.length()
        side.show_length(written)
        self._head.show_length(written)
        for old in self._savers():
            if old is not None:
                old.deleteLater()
        self._saver = self._amending = self._editor = self._paper = self._sheet = None
        if shown.page.note.seal is None:
            self._show_draft(shown)
        else:
            self._show_signed(shown)
        self._side_last()
        self._find.search()
        QTimer.singleShot(0, self, self._land)
        if self._signing:
            self._signing = False
            QTimer.singleShot(0, self, self._ask_to_sign)

    def _put_side(self, shown: NoteView) -> SidePane:
        """Put the side of the note in place of the one before, and return it."""
        self._side = made = SidePane(shown)
        made.care.referral.connect(self._to_referral)
        made.copy.clicked.connect(self._to_copy)
        put(self._side_room, made)
        return made

    def _side_last(self) -> None:
        """Let the Tab key come to the side behind the words, which are made after it."""
        words = self._area.widget()
        last = last_stop(words) if words is not None else None
        if last is not None and self._side is not None:
            follow(last, self._side)

    def _to_copy(self) -> None:
        """Go to where a copy of this note is given."""
        if self._shown is not None:
            self.wanted.emit(ToRecordCopy(self._shown.page.case.id, self._note_id))

    def _to_referral(self) -> None:
        """Go to where a referral is written: the section of the note, or the sheet."""
        if self._editor is None or self._sheet is None:
            return
        keys = [part.key for part in self._editor.body().parts]
        if SECTIONS["referral"] in keys:
            self._reveal(self._editor.go_to(keys.index(SECTIONS["referral"])))
        else:
            self._sheet.begin("referral")

    def _care(self) -> CareFacts | None:
        """Return what is looked at of the words being written; None where none are."""
        if self._editor is None or self._sheet is None or self._shown is None:
            return None
        return care_facts(self._editor.body(), self._sheet.sheet(), self._shown.scope)

    def _show_draft(self, shown: NoteView) -> None:
        note = shown.page.note
        hints = {one.key: one.hint for one in shown.template.parts} if shown.template else {}
        editor = DraftEditor(note.body, hints)
        self._editor = editor
        sheet = self._sheet_of(shown, editor)
        self._fill_area(shown, editor)
        self._list_of(shown, editor)
        tools, note_id = self.office.tools, self._note_id
        saver = Saver(
            self.office.desk,
            read=lambda: (editor.body(), sheet.sheet()),
            write=lambda vault, draft: notes.save_draft(vault, tools().clock, note_id, *draft),
            composing=self._composing,
            quiet_ms=self._quiet_ms,
            parent=self,
        )
        self._saver = saver
        editor.edited.connect(saver.touch)
        sheet.edited.connect(saver.touch)
        sheet.edited.connect(self._counting.start)
        editor.edited.connect(self._counting.start)
        editor.edited.connect(self._show_progress)
        editor.edited.connect(self._find.search)
        editor.moved.connect(self._show_progress)
        self._watch(saver, note.updated_at)
        self._count()

    def _show_signed(self, shown: NoteView) -> None:
        paper = SignedPaper(shown.page, shown.here)
        self._paper = paper
        self._fill_area(shown, paper)
        self._list_of(shown, paper)
        tools, note_id = self.office.tools, self._note_id
        saver = Saver(
            self.office.desk,
            read=paper.box.text,
            write=lambda vault, text: notes.save_amendment_draft(
                vault, tools().clock, note_id, text
            ),
            composing=paper.box.section.edit.is_composing,
            quiet_ms=self._quiet_ms,
            parent=self,
        )
        self._amending = saver
        paper.box.edited.connect(saver.touch)
        paper.box.kept.connect(self._flush_then_amend)
        paper.box.dropped.connect(self._drop_amendment)
        self._watch(saver, None)

    def _watch(self, saver: Saver[Draft] | Saver[str], at: datetime | None) -> None:
        saver.at = at
        saver.changed.connect(self._show_state)
        saver.refused.connect(self._not_saved)
        self._show_state()

    def _fill_area(self, shown: NoteView, paper: QWidget) -> None:
        """Put the paper into the page, with the strip of last time above it."""
        words = LastWords(
            self.tr("上次约定 {0}"),
            self.tr("上次的计划 {0}"),
            self.tr("上次写的 {0}"),
            self.tr("下次"),
            self.tr("随后一次"),
            self.tr("督导定下的"),
        )
        cells = last_cells(shown, words)
        inside = QWidget()
        inside.setMaximumWidth(look.px(WIDTH))
        above = [self._strip(cells)] if cells else []
        parts = (*above, *([self._sheet] if self._sheet else []), paper)
        inside.setLayout(column(*parts, None, spacing=12))
        holder = ground("paper")
        holder.setLayout(_centred(inside, (16, 16, 16, 48)))
        privacy.veil(*paper.findChildren(QTextEdit), *holder.findChildren(LastStrip))
        self._area.setWidget(holder)

    def _strip(self, cells: Sequence[tuple[str, str]]) -> LastStrip:
        """Return the strip of last time, folded where she last folded it."""
        made = LastStrip(cells, folded=self.office.preferences.load().strip_folded)
        made.turned.connect(
            lambda folded: choices.keep(
                self.office, self, lambda chosen: replace(chosen, strip_folded=folded)
            )
        )
        return made

    def _list_of(self, shown: NoteView, paper: DraftEditor | SignedPaper) -> None:
        template = shown.template
        made = SectionList(template.title if template else self.tr("各节"), paper.progress())
        made.went.connect(self._go_to)
        self._list = made
        put(self._list_room, made)
        self._fold()

    def _go_to(self, number: int) -> None:
        paper = self._editor or self._paper
        if paper is not None:
            self._reveal(paper.go_to(number))

    def _land(self) -> None:
        """Go to the passage that was looked for, or to where the writing goes on."""
        paper = self._editor or self._paper
        found = paper.mark(self._passage) if paper is not None and self._passage else None
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal(found)
        elif self._editor is not None:
            self._editor.go_on()
        elif self.window().focusWidget() is None:  # the panel in which it was signed is gone
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal(self, edit: QTextEdit) -> None:
        """Scroll to where the cursor stands in `edit`."""
        inside = self._area.widget() or self._area
        spot = edit.viewport().mapTo(inside, edit.cursorRect().center())
        self._area.ensureVisible(spot.x(), spot.y(), 0, look.px(160))

    # Finding, and seeing nothing but the words.

    def _texts(self) -> list[PlainEdit]:
        paper = self._editor or self._paper
        return paper.texts() if paper is not None else []

    def _open_find(self) -> None:
        """Open the line that finds words, with those that are marked."""
        held = self.focusWidget()
        marked = held.textCursor().selectedText() if isinstance(held, PlainEdit) else ""
        self._find.begin("" if len(marked.splitlines()) != 1 else marked)

    def _close_find(self) -> None:
        """Write on behind the hit one stood at, or where one was."""
        edit = self._find.end()
        if edit is not None:
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal(edit)
        elif self._editor is not None:
            self._editor.go_back()

    def _turn_alone(self) -> None:
        """Take away all but the words, or bring it back; the cursor stays where it is."""
        self._alone = not self._alone
        self._fold()
        self._head.show_alone(alone=self._alone)
        self.alone.emit(self._alone)
        announce(self, self.tr("专心写") if self._alone else self.tr("不再专心写"))
        held = self.focusWidget()
        if isinstance(held, PlainEdit):
            QTimer.singleShot(0, held, lambda: self._reveal(held))
        elif self._editor is not None:
            self._editor.go_back()

    # Another template.

    def _flush_then_change(self, key: str) -> None:
        """Keep every word first, then move them into the sections of another template."""
        if self._editor is not None and self._saver is not None:
            self._editor.set_read_only(read_only=True)
            self._saver.now(lambda: self._change_template(key))

    def _change_template(self, key: str) -> None:
        tools, note_id = self.office.tools, self._note_id

        def work(vault: OpenVault) -> tuple[NoteBody, NoteBody]:
            template = note_templates.every(vault, tools())[key]
            return notes.change_template(vault, tools().clock, note_id, template)

        self.office.desk.do(self, work, self._changed, self._tell, (Noun.NOTES,))

    def _changed(self, bodies: tuple[NoteBody, NoteBody]) -> None:
        """Show the note in its new sections, and offer to take that back."""
        self._passage = None
        self._load(again=True)
        self._toaster.say(
            self.tr("换了模板，写的字都在。"), undo=lambda: self._flush_then_undo(*bodies)
        )

    def _flush_then_undo(self, before: NoteBody, after: NoteBody) -> None:
        if self._saver is None or self._editor is None:
            return
        tools, note_id = self.office.tools, self._note_id
        self._editor.set_read_only(read_only=True)
        self._saver.now(
            lambda: self.office.desk.do(
                self,
                lambda vault: notes.undo_template(vault, tools().clock, note_id, before, after),
                lambda _: self._load(again=True),
                self._tell,
                (Noun.NOTES,),
            )
        )

    # The sheet of the session.

    def show_sheet(self) -> None:
        """Open the sheet where something is missing on it."""
        if self._sheet is not None:
            self._sheet.begin()

    def _put_right(self, rule: str) -> None:
        """Go where a rule is met: to the sheet, or to the section of the note that answers it."""
        if self._sheet is None or self._editor is None:
            return
        fields = FIELDS.get(rule, ())
        open_ones = [name for name in self._sheet.missing() if name in fields]
        if open_ones:
            self._sheet.begin(open_ones[0])
        else:
            keys = [SECTIONS[name] for name in fields if name in SECTIONS]
            self._reveal(self._editor.go_to_open(keys))

    def _sheet_of(self, shown: NoteView, editor: DraftEditor) -> SheetFold:
        """Return the sheet of a draft, open where it was open before."""
        made = SheetFold(shown.sheet_facts, opened=self._sheet_open)
        made.turned.connect(self._sheet_turned)
        made.left.connect(editor.go_back)
        made.kinds_changed.connect(self._keep_kinds)
        made.danger.connect(lambda place: self.wanted.emit(place(self.case_in_hand())))
        self._sheet = made
        return made

    def _sheet_turned(self, opened: bool) -> None:  # noqa: FBT001 - connected to a signal
        self._sheet_open = opened

    def _in_sheet(self) -> bool:
        held = self.window().focusWidget()
        if self._sheet is None or not isinstance(held, QWidget):
            return False
        return self._sheet.isAncestorOf(held)

    def _turn_sheet(self) -> None:
        """Go to the sheet, or from it back to the words."""
        if self._sheet is None or self._editor is None:
            return
        if self._in_sheet():
            self._sheet.fold()
            self._editor.go_back()
        else:
            self._sheet.begin()

    def _composing(self) -> bool:
        """Say whether an input method is still composing a word."""
        parts = (self._editor, self._sheet)
        return any(one is not None and one.is_composing() for one in parts)

    def _keep_kinds(self, kinds: list[str]) -> None:
        self.office.desk.do(
            self,
            lambda vault: sheets.change_problem_kinds(vault, kinds),
            lambda _: None,
            self._tell,
        )

    # Saving.

    def _savers(self) -> tuple[Saver[Draft] | None, Saver[str] | None]:
        return self._saver, self._amending

    def _show_state(self) -> None:
        saver, state, shown = self._saver or self._amending, self._head.state, self._shown
        if saver is None or shown is None:
            return
        if saver.state == "failed":
            state.show_failed()
        elif saver.state == "saving":
            state.show_saving()
        else:
            self._clear_failure()
            unwritten = self._paper is not None and not self._paper.box.text()
            if saver.at is None or unwritten:
                state.show_signed()
            else:
                said = state.show_begun if saver is self._amending else state.show_saved
                said(saved_at(saver.at, shown))

    def _count(self) -> None:
        if self._editor is not None and self._side is not None:
            written = self._editor.body().length()
            self._side.show_length(written)
            self._head.show_length(written)
            care = self._care()
            if care is not None:
                self._side.care.show_care(care)

    def _show_progress(self) -> None:
        if self._editor is not None and self._list is not None:
            self._list.show_progress(self._editor.progress())

    def _not_saved(self, refusal: Refusal) -> None:
        """Say that the words are only on the screen, once for each try."""
        words = message(refusal)
        if self._failure is None:
            self._failure = self._banner(refusal, self.tr("重试"))
            self._failure.acted.connect(self.save_now)
            announce(self, words.what)
        self._failure.say(words.what, words.why)
        self._let_write()

    def _clear_failure(self) -> None:
        if self._failure is None:
            return
        held = self._failure.action.hasFocus()
        self._clear()
        if held and self._editor is not None:
            self._editor.go_back()

    def _tell(self, refusal: Refusal) -> None:
        """Show a refusal above the page, in place of the one before."""
        self._banner(refusal)
        self._let_write()

    def _banner(self, refusal: Refusal, action: str = "") -> Banner:
        banner = refusal_banner(refusal, action=action)
        put(self._banner_room, banner)
        QWidget.setTabOrder(self._head.amend, banner.action)
        self._failure = None
        return banner

    def _clear(self) -> None:
        put(self._banner_room, None)
        self._failure = None

    # The time of the session.

    def _ask_time(self) -> None:
        if self._shown is not None:
            now = self.office.tools().clock.now()
            self._time.show_time(self._shown.page.session, self._shown.here, now)
            self._time.show()
            self._time.when.setFocus()

    def _change_time(self, when: SessionTime) -> None:
        note_id, clock = self._note_id, self.office.tools().clock
        self.office.desk.do(
            self,
            lambda vault: notes.change_session(vault, clock, note_id, when),
            then=self._time_changed,
            refused=self._time.refuse,
            changes=(Noun.NOTES,),
        )

    def _time_changed(self, session: Session) -> None:
        if self._shown is None:
            return
        self._shown = replace(self._shown, page=replace(self._shown.page, session=session))
        self._head.show_note(self._shown)
        self._put_side(self._shown)
        self._side_last()
        self._count()
        self._fold()
        self._close_time()

    def _close_time(self) -> None:
        self._time.hide()
        self._head.when.setFocus()

    # Signing.

    def _finish(self) -> None:
        """Do what Ctrl+Enter asks for: take the time that is typed, sign, amend, or ask to."""
        if self._time.isVisible():
            self._time.ask()
        elif self._sign.isVisible():
            self._sign.ask()
        elif self._paper is None:
            self._ask_to_sign()
        elif self._paper.box.isVisible() and self._paper.box.text().strip():
            self._flush_then_amend()
        else:
            self._begin_amendment()

    def _ask_to_sign(self) -> None:
        """Ask first what is missing: no password is asked for in vain."""
        if self._editor is None or self._saver is None:
            return
        if self._editor.body().empty:
            self._tell(NoteEmpty())
            self._editor.go_back()
            return
        self._clear()
        self._saver.now(self._missing.ask)

    def _begin_to_sign(self) -> None:
        if self._editor is None or self._shown is None:
            return
        body = self._editor.body()
        missing = [part.title for part in body.parts if part.key in ASKED and not part.text.strip()]
        self._head.sign.setEnabled(False)
        care = self._care()
        said = care_sentences(care) if care is not None else []
        cautions = [*self._missing.cautions(), *said]
        self._sign.begin(self._shown.practice.counselor, missing, self._over(), cautions)

    def _over(self) -> str:
        """Return when the session will be over, by her clock; nothing once it is."""
        if self._shown is None:
            return ""
        session = self._shown.page.session
        over = session.starts_at + timedelta(minutes=session.minutes)
        if over <= self.office.tools().clock.now():
            return ""
        return dates.day_and_time(local(over, self._shown.here))

    def _close_sign(self) -> None:
        self._sign.end()
        self._missing.hide()
        self._head.sign.setEnabled(True)
        if self._editor is not None:
            self._editor.go_back()

    def _flush_then_sign(self, signer: str, password: str) -> None:
        if self._editor is not None and self._saver is not None:
            self._rest_draft(resting=True)
            self._saver.now(lambda: self._sign_now(signer, password))

    def _sign_now(self, signer: str, password: str) -> None:
        tools, note_id = self.office.tools, self._note_id

        def work(vault: OpenVault) -> None:
            notes.sign(vault, tools().clock, note_id, signer, password)
            practice = vault.settings.practice()
            if not practice.counselor:
                with vault.transaction():
                    vault.settings.change_practice(replace(practice, counselor=signer))

        self.office.desk.do(
            self, work, then=self._signed, refused=self._not_signed, changes=(Noun.NOTES,)
        )

    def _signed(self, _nothing: None) -> None:
        self._sign.end()
        self._sign.rest(resting=False)
        self._head.sign.setEnabled(True)
        self._clear()
        self._passage = None
        announce(self, self.tr("已签署"))
        self._load(again=True)

    def _not_signed(self, refusal: Refusal) -> None:
        self._let_write()
        if isinstance(refusal, WrongPassword | TooManyTries):
            self._sign.refuse(refusal)
        elif isinstance(refusal, SessionNotFormal):
            self._close_sign()
            self._missing.ask()
        else:
            self._tell(refusal)

    def _rest_draft(self, *, resting: bool) -> None:
        """Keep words and sheet as they are while they are being signed, or let them change."""
        for part in (self._editor, self._sheet):
            if part is not None:
                part.set_read_only(read_only=resting)

    def _let_write(self) -> None:
        """Let the words be changed again: the note was not signed."""
        self._sign.rest(resting=False)
        self._rest_draft(resting=False)
        if self._paper is not None:
            self._paper.box.rest(resting=False)

    # Adding to a signed note.

    def _begin_amendment(self) -> None:
        if self._paper is not None:
            self._paper.box.show()
            self._paper.box.setFocus()
            QTimer.singleShot(0, self, self._show_box)

    def _show_box(self) -> None:
        if self._paper is not None:
            self._area.ensureWidgetVisible(self._paper.box)

    def _flush_then_amend(self) -> None:
        """Keep the words as a draft first: then nothing can be lost on the way."""
        if self._paper is not None and self._amending is not None:
            self._paper.box.rest(resting=True)
            self._amending.now(self._amend)

    def _amend(self) -> None:
        shown, paper = self._shown, self._paper
        if shown is None or shown.page.note.seal is None or paper is None:
            return
        signer = shown.practice.counselor or shown.page.note.seal.signer
        text, tools, note_id = paper.box.text(), self.office.tools, self._note_id
        self.office.desk.do(
            self,
            lambda vault: notes.amend(vault, tools().clock, note_id, text, signer),
            then=self._amended,
            refused=self._tell,
            changes=(Noun.NOTES,),
        )

    def _drop_amendment(self) -> None:
        """Write no amendment; what was written can be brought back."""
        if self._paper is None or self._amending is None:
            return
        words = self._paper.box.text()
        self._rewrite_amendment("")
        self._paper.box.hide()
        if words:
            self._toaster.say(self.tr("补记不写了。"), undo=lambda: self._rewrite_amendment(words))

    def _rewrite_amendment(self, words: str) -> None:
        if self._paper is not None and self._amending is not None:
            self._paper.box.write(words)
            self._paper.box.setVisible(bool(words))
            self._amending.touch()

    def _amended(self, _amendment: Amendment) -> None:
        if self._paper is not None and self._amending is not None:
            self._paper.box.write("")
            self._amending.forget()
        self._clear()
        self._load(again=True)


def _centred(part: QWidget, margins: Margins) -> QBoxLayout:
    """Return a row in which `part` takes the middle, as wide as it may become."""
    made = row(None, part, None, margins=margins)
    made.setStretch(1, 1000)
    return made
