"""The page 给出记录: which signed notes, to whom and why; put on record, then printed or saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.domain.entry import EntryKind
from app.domain.local_time import local
from app.domain.record_copy import RECORD_COPY, CopyFacts, Ground, RecordCopy
from app.services import record_copies
from app.services.case_entries import draft_kind
from ui import dates, privacy
from ui.entry_page import EntryPage
from ui.file_seal import FileSeal
from ui.note_template_menu import window_language
from ui.page import PageKey, ToConsents
from ui.paper_panel import PaperPanel
from ui.question import Question
from ui.record_copy_words import copy_line, ground_word, session_line, sheet, title
from ui.tab_order import follow, stop_before
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, column, put, row
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId, NoteId
    from app.ports import OpenVault
    from app.services.record_copies import CopyPage, GivenNote
    from ui.office import Office


class NotePicks(QWidget):
    """The signed notes, none ticked beforehand, and what is wrong below them (clause 151)."""

    def __init__(self, changed: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changed = changed
        self._ticks: dict[NoteId, Tick] = {}
        self._room = column(spacing=8)
        self.all = Button(self.tr("全选"), "link")
        self.all.clicked.connect(self._take_all)
        self._words, self._wrong = Label("", "meta", wrap=True), QWidget()
        self._words.set_tint("high")
        said = row(Picture("circle-alert", "high", 13), self._words, spacing=6)
        said.setStretch(1, 1)
        self._wrong.setLayout(said)
        self._wrong.hide()
        head = row(Label(self.tr("给出哪几篇"), "strong"), self.all, None, spacing=12)
        self.setLayout(column(head, self._room, self._wrong, spacing=8))

    def offer(self, page: CopyPage) -> None:
        """Offer the signed notes of a case."""
        last: QWidget = self.all
        for note_id, session in page.notes:
            made = Tick(session_line(session, page.here))
            made.toggled.connect(lambda _on: self._touched())
            self._ticks[note_id] = made
            self._room.addWidget(made)
            QWidget.setTabOrder(last, made)  # made after what stands below it
            last = made
        self.all.setVisible(len(page.notes) > 1)
        if page.drafts:
            said = self.tr("还有 %n 篇没有签署，签署以后才能给出。", "", page.drafts)
            self._room.addWidget(Label(said, "soft", wrap=True))

    def first(self) -> QWidget:
        """Return where choosing begins."""
        return next(iter(self._ticks.values()), self.all)

    def chosen(self) -> tuple[NoteId, ...]:
        """Return the notes that are ticked, oldest first."""
        return tuple(note_id for note_id, tick in self._ticks.items() if tick.isChecked())

    def choose(self, notes: tuple[int, ...]) -> None:
        """Tick these and no others."""
        for note_id, tick in self._ticks.items():
            tick.setChecked(note_id in notes)

    def set_error(self, error: str) -> None:
        """Say what is wrong; "" takes it back."""
        self._words.setText(error)
        self._wrong.setVisible(bool(error))

    def _take_all(self) -> None:
        for tick in self._ticks.values():
            tick.setChecked(True)

    def _touched(self) -> None:
        self.set_error("")
        self._changed()


class RecordCopyScreen(EntryPage):
    """Asks what is given, on what ground, to whom; then offers printer and file."""

    def __init__(
        self,
        office: Office,
        case_id: CaseId,
        note_id: NoteId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("给出记录"))
        self._page: CopyPage | None = None
        self._note_id = note_id
        self._usual: dict[str, Any] = {}
        self.picks = NotePicks(self.touched)
        self.technical = Tick(self.tr("技术准备也一起给出"))
        self.technical.hide()
        self.earlier = Tick("")
        self.earlier.hide()
        self.ground = Question(self.tr("依据"), [(one.value, ground_word(one)) for one in Ground])
        self.recipient = Field(self.tr("交给谁"))
        self.purpose = Field(self.tr("用途"))
        self.reference = Field(self.tr("文书编号"), hint=self.tr("哪个机关、哪一号文书。"))
        self.secret = FileSeal(office)
        self.password, self.bare = self.secret.password, self.secret.bare
        self._warned, self._paper = column(), column()
        self.act = Button(self.tr("记下，再打印或存为 PDF"), "primary", icon="check")
        self._lay_out_form()
        self._connect()
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (PageKey("1 … 4", self.tr("选依据")), *super().keys()[::2])

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written; nothing as it was offered."""
        words = self._words()
        return {draft_kind(EntryKind.RECORD_COPY): {} if words == self._usual else words}

    def leave(self) -> None:
        """Keep what is written; a password is never kept."""
        super().leave()
        self.password.clear()

    def submit(self) -> None:
        """Put on record what is given, or say what is missing."""
        page = self._page
        if page is None or not self._ready:
            return
        made = self._written()
        if missing := RECORD_COPY.lacks(CopyFacts(made, page.released)):
            self.mark(missing)
            return
        tools, case_id, chosen = self.office.tools, self.case_id, self.picks.chosen()
        found: list[tuple[RecordCopy, tuple[GivenNote, ...]]] = []

        def work(vault: OpenVault) -> CaseEntry:
            whole = RecordCopy(
                record_copies.counted(vault, chosen),
                made.ground,
                made.recipient,
                made.purpose,
                made.reference,
                made.technical,
                made.earlier,
            )
            entry = record_copies.record(vault, tools(), case_id, whole)
            found.append((whole, record_copies.given(vault, case_id, whole)))
            return entry

        password = self.password.text()
        self.enter(work, lambda entry: self._entered(page, entry, *found[0]))
        self.password.set_text(password)

    def _ask(self) -> None:
        tools, case_id = self.office.tools, self.case_id
        self.office.desk.do(
            self, lambda vault: record_copies.page(vault, tools(), case_id), self._show, self.refuse
        )

    def _show(self, page: CopyPage) -> None:
        """Offer the notes; what was left unfinished comes before what was asked for."""
        self._page = page
        self.bar.add_fact(page.case.code)
        self.picks.offer(page)
        self.technical.setVisible(bool(page.technical))
        self.earlier.setText(self.tr("以前的记录也一起给出（%n 份）", "", len(page.earlier)))
        self.earlier.setVisible(bool(page.earlier))
        if self._note_id is not None:
            self.picks.choose((self._note_id,))
        self._usual = self._words()
        kept = page.unfinished
        if kept:
            self._show_words(kept)
        self._chosen()
        self._show_kept(page.kept)
        self.begin(self.picks.first(), {draft_kind(EntryKind.RECORD_COPY): kept})

    def _show_kept(self, kept: tuple[tuple[datetime, RecordCopy], ...]) -> None:
        cards = [self._card(at, one) for at, one in kept]
        self.show_before(self.tr("给出过的"), cards)

    def _words(self) -> dict[str, Any]:
        return {
            "notes": [int(one) for one in self.picks.chosen()],
            "ground": self.ground.key(),
            "recipient": self.recipient.text(),
            "purpose": self.purpose.text(),
            "reference": self.reference.text(),
            "technical": self.technical.isChecked(),
            "earlier": self.earlier.isChecked(),
        }

    def _show_words(self, kept: Mapping[str, Any]) -> None:
        self.picks.choose(tuple(kept["notes"]))
        self.ground.choose(kept["ground"])
        self.recipient.set_text(kept["recipient"])
        self.purpose.set_text(kept["purpose"])
        self.reference.set_text(kept["reference"])
        self.technical.setChecked(bool(kept.get("technical")))
        self.earlier.setChecked(bool(kept.get("earlier")))

    def _written(self) -> RecordCopy:
        key = self.ground.key()
        return RecordCopy(
            tuple((one, 0) for one in self.picks.chosen()),
            Ground(key) if key else None,
            self.recipient.text(),
            self.purpose.text(),
            self.reference.text(),
            self.technical.isChecked(),
            self.earlier.isChecked(),
        )

    def _lay_out_form(self) -> None:
        told = self.tr(
            "这里给出的是原文，没有去标识化。只在来访者本人要、书面同意，或法律文书要求时给，"
            "只给用得着的几篇。先记下，再打印或存为文件；咨询师札记不在里面。"
        )
        self.form.addLayout(
            column(
                Label(told, "soft", wrap=True),
                column(self.picks, self.technical, self.earlier, spacing=12),
                column(self.ground, self._warned, spacing=6),
                self.recipient,
                self.purpose,
                self.reference,
                self.secret,
                row(self.act, None),
                self._paper,
                spacing=18,
            )
        )
        self.marks = {
            "copy.chosen": self.picks,
            "copy.ground": self.ground,
            "copy.released": self.ground,
            "copy.reference": self.reference,
            "copy.recipient": self.recipient,
            "copy.purpose": self.purpose,
        }

    def _connect(self) -> None:
        self.act.clicked.connect(self.submit)
        self.ground.chosen.connect(self._took_ground)
        self.technical.toggled.connect(self.touched)
        self.earlier.toggled.connect(self.touched)
        for field in (self.recipient, self.purpose, self.reference):
            field.changed.connect(self.touched)
            field.entered.connect(self.submit)

    def _took_ground(self, _key: str) -> None:
        self._chosen()
        self.touched()

    def _chosen(self) -> None:
        """Ask for what this ground needs, and lead to the consent where none is in force."""
        key = self.ground.key()
        self.reference.setVisible(key == Ground.LAW.value)
        waits = key == Ground.CONSENT.value and self._page is not None and not self._page.released
        put(self._warned, None)
        if waits:
            before, banner = stop_before(self.recipient.line), self._no_consent()
            self._warned.addWidget(banner)
            follow(before or self.ground, banner)

    def _no_consent(self) -> Banner:
        banner = Banner(
            "warning",
            self.tr("还没有有效的「信息披露」单独同意（例外 1）。"),
            icon="file-pen-line",
            action=self.tr("去签同意书"),
        )
        banner.acted.connect(partial(self.wanted.emit, ToConsents(self.case_id)))
        return banner

    def _entered(
        self, page: CopyPage, entry: CaseEntry, copy: RecordCopy, notes: tuple[GivenNote, ...]
    ) -> None:
        """Say that it is on record, and offer printer and file."""
        self._kept[draft_kind(EntryKind.RECORD_COPY)] = {}
        asked = (self.picks, self.technical, self.earlier, self.ground, self.recipient)
        for part in (*asked, self.purpose, self.reference):
            part.setEnabled(False)
        self.act.hide()
        tools, case_id = self.office.tools, self.case_id
        language = window_language()
        panel = PaperPanel(
            self.office,
            title(),
            lambda: tools().papers.sheet.render(sheet(page, copy, notes, language)),
            seal=self.secret.seal,
        )
        panel.write_down(lambda vault: record_copies.printed(vault, tools(), case_id, entry))
        banner = Banner("done", self.tr("已记下给了谁、为什么。现在可以打印或存为 PDF。"))
        offer = QWidget()
        offer.setLayout(column(banner, 14, panel))
        put(self._paper, offer)
        self.say(None)
        self._name_clauses(())
        announce(offer, banner.accessibleName())
        panel.paper.setFocus()
        bring_into_sight(offer)

    def _card(self, at: datetime, one: RecordCopy) -> QWidget:
        """Return one copy that was given."""
        assert self._page is not None  # noqa: S101 - for mypy: asked once it is shown
        card = Card(margins=(16, 10, 16, 10), spacing=4)
        sessions = dict(self._page.notes)
        numbers = [str(sessions[note].number) for note, _ in one.notes if note in sessions]
        day = dates.day_and_time(local(at, self._page.here))
        which = self.tr("第 {0} 次").format(self.tr("、").join(numbers))
        said = Label(copy_line(one), "soft", wrap=True)
        card.body.addLayout(
            row(Picture("printer", "soft", 15), Label(day, "strong"), Label(which, "soft"), None,
                spacing=10)
        )  # fmt: skip
        card.body.addWidget(said)
        privacy.veil(said, around=(card,))
        return card
