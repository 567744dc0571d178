"""The versions of a formulation that were saved: to read, to compare, to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.domain.formulation import FORMULATION_CARE
from app.domain.text_changes import Change, section_changes
from app.services import formulations
from ui import privacy
from ui.formulation_words import sections, sheet, title, when
from ui.paper_panel import PaperPanel
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row
from ui.widgets.chip import StateChip
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

    from app.domain.text_changes import Piece, SectionChange
    from app.services.formulations import FormulationPage, KeptFormulation
    from ui.office import Office
    from ui.widgets.label import Tint

_SIGNS: Final[dict[Change, tuple[str, Tint]]] = {
    Change.ADDED: ("plus", "low"),
    Change.GONE: ("minus", "high"),
}


class KeptFormulationCard(Card):
    """One version as it stands in the file; `before` is the one that it followed."""

    def __init__(
        self,
        office: Office,
        page: FormulationPage,
        kept: KeptFormulation,
        before: KeptFormulation | None,
    ) -> None:
        super().__init__(margins=(18, 12, 18, 12), spacing=8)
        self._office, self._page, self._kept, self._before = office, page, kept, before
        day = when(page, kept)
        self.read = self._way(self.tr("看全文"), self.tr("看全文：{0}").format(day))
        self.compare = self._way(self.tr("和上一版比较"), self.tr("和上一版比较：{0}").format(day))
        self.paper = self._way(
            self.tr("打印或存为 PDF"), self.tr("打印或存为 PDF：{0}").format(day)
        )
        self.compare.setVisible(before is not None)
        head = row(Label(day, "strong", wrap=True), Label(kept.made.title, "meta"), spacing=10)
        head.setStretch(0, 1)
        if FORMULATION_CARE.lacks(kept.made):
            head.addWidget(StateChip(self.tr("目标或方法还空着"), "mid", "circle-alert"))
        self.body.addLayout(head)
        self.body.addLayout(row(self.read, self.compare, self.paper, None, spacing=14))
        self._room = column(spacing=10)
        self.body.addLayout(self._room)
        self._shown: Button | None = None
        self.read.clicked.connect(lambda: self._turn(self.read, self._whole))
        self.compare.clicked.connect(lambda: self._turn(self.compare, self._changes))
        self.paper.clicked.connect(lambda: self._turn(self.paper, self._print))

    def _way(self, words: str, spoken: str) -> Button:
        made = Button(words, "link")
        made.setAccessibleName(spoken)
        return made

    def _turn(self, button: Button, make: Callable[[], QWidget]) -> None:
        """Show what a link asks for, or put it away again."""
        clear(self._room)
        shown, self._shown = self._shown, None
        if shown is button:
            return
        self._shown = button
        part = make()
        self._room.addWidget(part)
        announce(part, part.accessibleName() or button.text())

    def _whole(self) -> QWidget:
        """Return every section that holds words."""
        found = [one for one in sections(self._kept.made).values() if one[1].strip()]
        lines = column(spacing=4)
        for heading, text in found:
            lines.addWidget(Label(heading, "strong"))
            lines.addWidget(Label(text, "body", wrap=True))
            lines.addSpacing(6)
        return self._veiled(lines)

    def _changes(self) -> QWidget:
        """Return what changed since the version before, section by section."""
        assert self._before is not None  # noqa: S101 - for mypy: there is no link otherwise
        found = section_changes(sections(self._before.made), sections(self._kept.made))
        lines = column(spacing=4)
        lines.addWidget(
            Label(self.tr("和 {0} 相比").format(when(self._page, self._before)), "meta")
        )
        for one in found:
            self._section(lines, one)
        if not found:
            lines.addWidget(Label(self.tr("字都一样，只是换了方式。"), "soft", wrap=True))
        return self._veiled(lines)

    def _section(self, lines: QVBoxLayout, one: SectionChange) -> None:
        """Add a section: what stayed in short, what came and went with a sign and a word."""
        room = column(Label(one.title, "strong"), spacing=3)
        for piece in one.pieces:
            if piece.text.strip():
                room.addLayout(self._piece(piece))
        lines.addSpacing(6)
        lines.addLayout(room)

    def _piece(self, piece: Piece) -> QHBoxLayout:
        text = piece.text.strip()
        if piece.change is Change.KEPT:
            return row(Label(text, "soft", wrap=True))
        icon, tint = _SIGNS[piece.change]
        added = piece.change is Change.ADDED
        said = self.tr("加上：{0}") if added else self.tr("去掉：{0}")
        line = row(
            column(3, Picture(icon, "low" if added else "high", 14), None),
            Label(said.format(text), "body", tint=tint, wrap=True),
            spacing=8,
        )
        line.setStretch(1, 1)
        return line

    def _print(self) -> QWidget:
        """Return what prints this version; it is written to the trail."""
        made, tools = sheet(self._page, self._kept), self._office.tools
        render = lambda: tools().papers.sheet.render(made)  # noqa: E731 - as a paper is handed over
        panel = PaperPanel(self._office, title(), render, guarded=True)
        case_id, entry_id = self._page.case.id, self._kept.id
        panel.write_down(lambda vault: formulations.printed(vault, tools(), case_id, entry_id))
        panel.setAccessibleName(made.subtitle)
        holder = QWidget()
        holder.setLayout(column(Label(made.subtitle, "soft", wrap=True), panel, spacing=8))
        return holder

    def _veiled(self, lines: QVBoxLayout) -> QWidget:
        holder = QWidget()
        holder.setLayout(lines)
        privacy.veil(holder, around=(self,))
        return holder
