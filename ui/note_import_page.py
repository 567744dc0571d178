"""导入以前的记录: the files, where each note goes and on which day, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.case import ServiceMode
from app.services import note_imports
from app.services.changes import Noun
from ui.clause_link import refusal_banner
from ui.messages import message
from ui.note_import_done import NoteDoneStep, earlier
from ui.note_import_rows import NoteRowsStep
from ui.page import Page, PageKey, ToCases, ToNoteImport
from ui.pick import pick_folder, pick_open_many
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, column, put, row, under_head
from ui.widgets.dialog import Dialog
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.progress import Progress
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.domain.errors import Refusal
    from app.domain.imported_note import NoteImport
    from app.domain.note_proposal import NoteFile
    from app.services.note_imports import Chosen, Offer, Progressed
    from ui.office import Office

_WIDE: Final = 1000
_AT_ONCE: Final = 25
"""So many files are read, or notes taken in, before other work has its turn on the thread."""


class NoteImportScreen(Page):
    """Nothing goes into the vault before the last step; stopped there, nothing stays of it."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._root: Path | None = None
        self._unread: list[Path] = []
        self._files: list[NoteFile] = []
        self._waiting: list[Chosen] = []
        self._so_far: Progressed | None = None
        self._stop, self._working = False, False
        self.rows: NoteRowsStep | None = None
        self.done: NoteDoneStep | None = None
        self.progress: Progress | None = None
        head = TopBar(self.tr("导入以前的记录"))
        head.back.connect(self.back)
        self._banner_room, self._room = column(), column()
        lines = column(self._banner_room, self._room)
        lines.setStretch(1, 1)
        page = under_head(head, look.px(_WIDE), lines, margins=(40, 20, 40, 16))
        self._foot = QWidget()
        self._foot.setMaximumWidth(look.px(_WIDE))
        self._foot_room = column()
        self._foot.setLayout(self._foot_room)
        page.addLayout(row(self._foot, margins=(40, 8, 40, 14)))
        self.setLayout(page)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._further)
        self._show_first()

    def here(self) -> ToNoteImport:
        """Return where one is."""
        return ToNoteImport()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (
            PageKey("Enter", self.tr("从表到下面去改")),
            PageKey("Ctrl+Enter", self.tr("下一步")),
            PageKey("Esc", self.tr("上一步")),
        )

    def escape(self) -> None:
        """Go a step back; while files are read or notes taken in, nothing."""
        if self._working:
            return
        if self.rows is not None:
            self._show_first()
        else:
            self.back.emit()

    def show_privacy(self) -> None:
        """Show names, or numbers in their place."""
        super().show_privacy()
        if self.rows is not None:
            self.rows.fill()

    # The files.

    def _show_first(self) -> None:
        """Ask for a folder or some files; below, the imports that can be taken back."""
        self.rows, self.done, self._working = None, None, False
        self._files, self._so_far = [], None
        self._say(None)
        made = QWidget()
        self.folder = Button(self.tr("选一个文件夹…"), "primary", icon="folder-open")
        self.folder.clicked.connect(
            lambda: pick_folder(self, self.tr("以前的记录在哪个文件夹"), self.read_folder)
        )
        self.some = Button(self.tr("选几个文件…"), "quiet", icon="file-text")
        self.some.clicked.connect(self._ask_files)
        card = Card(margins=(20, 18, 20, 18), spacing=8)
        card.body.addLayout(
            column(
                Label(self.tr("第一步：选文件"), "heading"),
                Label(
                    self.tr(
                        "Word（.docx）、文本（.txt、.md）和表格（.xlsx、.csv）都行。"
                        "一个来访者一个文件夹最好认；一份文件里写了很多天的，会一天一天分开。"
                    ),
                    "body",
                    wrap=True,
                ),
                Label(
                    self.tr(
                        "文件只在这台电脑上读，不改动，也不留副本。放进去以前，每一份都先给您看；"
                        "放进去以后，也可以整次撤销。"
                    ),
                    "soft",
                    wrap=True,
                ),
                row(self.folder, self.some, None, spacing=8),
                spacing=12,
            )
        )
        self._earlier = column()
        made.setLayout(column(card, self._earlier, None, spacing=14))
        put(self._room, made)
        put(self._foot_room, None)
        self.begin_at(self.folder)
        self.setFocus()
        self.office.desk.do(self, note_imports.imports, self._show_earlier, self._refused)

    def _show_earlier(self, imports: tuple[NoteImport, ...]) -> None:
        if self.rows is None and self.done is None and not self._working and imports:
            put(self._earlier, earlier(imports, self._ask_undo))

    def _ask_files(self) -> None:
        kinds = self.tr("记录") + " (*.docx *.doc *.txt *.md *.markdown *.xlsx *.csv *.tsv)"
        pick_open_many(self, self.tr("选以前的记录"), kinds, self.read)

    def read_folder(self, folder: Path) -> None:
        """Read the files below a folder, some at a time."""
        reader = self.office.tools().old_notes
        self._begin_reading(folder)
        self.office.desk.outside(self, lambda: reader.listed(folder), self._listed, self._broke)

    def read(self, paths: Sequence[Path]) -> None:
        """Read some files, some at a time."""
        self._begin_reading(None)
        self._listed(tuple(paths))

    def _begin_reading(self, root: Path | None) -> None:
        self._root, self._files = root, []
        self._wait(self.tr("正在读这些文件"), can_stop=True)

    def _listed(self, paths: tuple[Path, ...]) -> None:
        if not paths:
            self._show_first()
            said = self.tr("这个文件夹里没有能读的记录。")
            text = self.tr("能读的有 .docx、.txt、.md、.xlsx 和 .csv。请选另一个文件夹。")
            self._say(Banner("refusal", said, text=text))
            return
        self._unread = list(paths)
        self._read_some(())

    def _read_some(self, files: tuple[NoteFile, ...]) -> None:
        """Keep what was read and read on; other work gets its turn before the next."""
        self._files += files
        if self._stop:
            self._show_first()
            return
        if self.progress is not None:
            done = len(self._files)
            self.progress.set_step(done, done + len(self._unread))
        some, self._unread = self._unread[:_AT_ONCE], self._unread[_AT_ONCE:]
        if some:
            reader, root = self.office.tools().old_notes, self._root
            self.office.desk.outside(
                self,
                lambda: note_imports.read(reader, some, root),
                self._read_some,
                self._broke,
            )
            return
        clock, read = self.office.tools().clock, tuple(self._files)
        self.office.desk.do(
            self, lambda vault: note_imports.offer(vault, clock, read), self._show_rows, self._broke
        )

    # The notes.

    def _show_rows(self, offer: Offer) -> None:
        self._working, self._files = False, []
        self._say(None)
        self.rows = NoteRowsStep(offer)
        self.rows.settled.connect(self._start)
        self.rows.again.connect(self.escape)
        foot = QWidget()
        foot.setLayout(self.rows.foot)
        self._show(self.rows, foot)

    def _start(self) -> None:
        step = self.rows
        if step is None or self._working or not step.go.isEnabled():
            return
        self._waiting = step.chosen()
        self._mode = ServiceMode(step.mode.keys()[0])
        self._wait(self.tr("正在导入"), can_stop=True)
        clock = self.office.tools().clock
        self.office.desk.do(
            self, lambda vault: note_imports.begin(vault, clock), self._take_on, self._not_begun
        )

    def _not_begun(self, refusal: Refusal) -> None:
        self._finish(message(refusal).line)

    def _take_on(self, so_far: Progressed) -> None:
        """Take some notes in; stopped, all of it goes again."""
        self._so_far = so_far
        done = len(so_far.batch.entries)
        if self.progress is not None:
            self.progress.set_step(done, done + len(self._waiting))
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        if self._stop and (some or done):
            self._undo(so_far.batch)
            return
        if not some:
            self._finish("")
            return
        clock, mode = self.office.tools().clock, self._mode
        self.office.desk.do(
            self,
            lambda vault: note_imports.take_in(vault, clock, so_far, some, mode),
            self._take_on,
            self._not_begun,
            (Noun.CASES,),
        )

    def _broke(self, refusal: Refusal) -> None:
        """Say why the files were not read."""
        self._show_first()
        self._refused(refusal)

    def _finish(self, stopped: str) -> None:
        self._working = False
        self.rows = self.progress = None
        if self._so_far is None:
            self._show_first()
            self._say(Banner("refusal", stopped))
            return
        batch = self._so_far.batch
        self.done = NoteDoneStep(batch, stopped)
        self.done.undone.connect(lambda: self._ask_undo(batch))
        self.done.more.connect(self._show_first)
        self.done.closed.connect(lambda: self.wanted.emit(ToCases()))
        self._show(self.done, None)
        announce(self, self.done.banner.accessibleName())

    # The way back.

    def _ask_undo(self, batch: NoteImport) -> None:
        """Ask once before an import goes."""
        question = Dialog(
            self.tr("撤销这次导入吗？"),
            self.tr(
                "%n 份记录从个案里拿走，这次新建的个案也一起。"
                "原来的文件不动；如果已经删掉了，这些记录就再也没有了。",
                "",
                len(batch.entries),
            ),
            accept=self.tr("撤销"),
            reject=self.tr("留着"),
            danger=True,
            parent=self,
        )
        question.accepted.connect(lambda: self._undo(batch))
        question.finished.connect(question.deleteLater)
        question.open()

    def _undo(self, batch: NoteImport) -> None:
        if not batch.entries:
            self._show_first()
            self._say(Banner("info", self.tr("停下了，什么都没有导入。")))
            return
        self._wait(self.tr("正在撤销"))
        clock = self.office.tools().clock
        self.office.desk.do(
            self,
            lambda vault: note_imports.undo(vault, clock, batch.number),
            self._undone,
            self._broke,
            (Noun.CASES,),
        )

    def _undone(self, gone: int) -> None:
        self._show_first()
        said = self.tr("撤销了，%n 份记录都拿走了。", "", gone)
        self._say(Banner("done", said, text=self.tr("原来的文件没有动。")))

    # What is to be seen.

    def _show(self, step: NoteRowsStep | NoteDoneStep, foot: QWidget | None) -> None:
        put(self._room, step)
        put(self._foot_room, foot)
        self.begin_at(step)
        step.setFocus()

    def _wait(self, words: str, *, can_stop: bool = False) -> None:
        self._working, self._stop = True, False
        self._say(None)
        self.progress = Progress(words, can_cancel=can_stop)
        self.progress.cancelled.connect(self._ask_to_stop)
        put(self._room, self.progress)
        put(self._foot_room, None)
        self._room.addStretch(1)
        if can_stop:
            self.progress.cancel.setFocus()

    def _ask_to_stop(self) -> None:
        self._stop = True

    def _further(self) -> None:
        """Do what the filled button of the step does."""
        if self._working:
            return
        if self.rows is not None:
            self._start()
        elif self.done is None:
            self.folder.click()

    def _refused(self, refusal: Refusal) -> None:
        self._say(refusal_banner(refusal))

    def _say(self, banner: Banner | None) -> None:
        put(self._banner_room, banner)
        if banner is not None:
            self._banner_room.addSpacing(look.px(12))
            announce(self, banner.accessibleName())
