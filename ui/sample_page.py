"""记录抽查: signed notes drawn by chance and gone through by a list, with the paper (119)."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.errors import SampleIncomplete
from app.services import samples
from app.services.changes import Noun
from ui import dates, sample_words
from ui.clause_link import refusal_banner
from ui.note_template_menu import window_language
from ui.page import Page, PageKey, ToSamples
from ui.paper_panel import PaperPanel
from ui.sample_draw import DrawCard
from ui.sample_form import SampleForm
from ui.saver import Saver
from ui.theme import look
from ui.widgets.card import Card, clear, column, put, row, under_head
from ui.widgets.chip import StateChip
from ui.widgets.label import Label
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.domain.practice_record import PracticeEntry
    from app.domain.record_sample import RecordSample
    from app.ports import OpenVault
    from app.services.samples import KeptSample, SamplesPage
    from ui.office import Office
    from ui.page import Destination

_WIDE: Final = 860
_QUIET_MS: Final = 400


class SampleScreen(Page):
    """The newest sample that is not ended is open; what is chosen and typed is kept at once."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._page: SamplesPage | None = None
        self.form: SampleForm | None = None
        self._saver: Saver[RecordSample] | None = None
        self.drawing = DrawCard()
        self.drawing.drawn.connect(self._draw)
        head = TopBar(self.tr("记录抽查"))
        head.back.connect(self.back)
        self._banner_room, self._form_room = column(spacing=8), column()
        self._kept = column(spacing=12)
        said = self.tr(
            "从签署了的记录里随机抽几篇，按清单看写得怎样（规范一(四)）。"
            "抽哪几篇由随机种子决定，种子一起保存，别人可以照着再抽一次。"
        )
        lines = column(
            Label(said, "soft", wrap=True),
            16,
            self._banner_room,
            self._form_room,
            self.drawing,
            24,
            self._kept,
            None,
        )
        self.setLayout(under_head(head, look.px(_WIDE), lines))
        self.begin_at(self.drawing.act)
        self._ask()

    def here(self) -> ToSamples:
        """Return where one is."""
        return ToSamples()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (
            PageKey("← →", self.tr("上一个、下一个答案")),
            PageKey("Space", self.tr("选这个答案")),
            PageKey("Esc", self.tr("返回，写的字会留着")),
        )

    def escape(self) -> None:
        """Go back; what was typed is kept as at every leaving."""
        self.back.emit()

    def leave(self) -> None:
        """Lend what is not yet kept to the desk."""
        if self._saver is not None and self._saver.unsaved:
            self._saver.last(lambda _vault: None)

    def unsaved(self) -> bool:
        """Return whether something is on its way into the vault, or found the disk full."""
        return self._saver is not None and self._saver.unsaved

    def resume(self, destination: Destination) -> bool:
        """Go on with words that the vault had not taken."""
        if not isinstance(destination, ToSamples) or self._saver is None:
            return False
        self._saver.go_on()
        return True

    def _ask(self) -> None:
        tools, language = self.office.tools, window_language()
        self.office.desk.do(
            self, lambda vault: samples.page(vault, tools(), language), self._show, self._refused
        )

    def _refused(self, refusal: Refusal) -> None:
        put(self._banner_room, refusal_banner(refusal))

    def _show(self, found: SamplesPage) -> None:
        self._page = found
        self.drawing.start(found.today)
        unfinished = next((one for one in found.kept if not one.sample.done), None)
        self._open(unfinished)
        self.drawing.setVisible(unfinished is None)
        clear(self._kept)
        rest = [one for one in found.kept if one is not unfinished]
        if rest:
            self._kept.addWidget(Label(self.tr("以前的抽查"), "strong", tint="soft"))
        for one in rest:
            self._kept.addWidget(self._card(found, one))

    # The sample that is open.

    def _open(self, kept: KeptSample | None) -> None:
        put(self._form_room, None)
        self.form = None
        self._saver = None
        if kept is None or self._page is None:
            return
        form = self.form = SampleForm(self._page, kept)
        self._saver = Saver(
            self.office.desk,
            read=form.sample,
            write=partial(self._write, kept),
            composing=form.composing,
            quiet_ms=_QUIET_MS,
            parent=form,
        )
        self._saver.refused.connect(self._refused)
        form.touched.connect(self._saver.touch)
        form.ended.connect(self._end)
        form.wanted.connect(self.wanted)
        self._form_room.addWidget(form)
        self._form_room.addSpacing(look.px(24))
        if key := next(iter(form.which.keys()), ""):
            self.begin_at(form.which.chip(key))

    def _write(self, kept: KeptSample, vault: OpenVault, value: RecordSample) -> datetime:
        return samples.keep(vault, self.office.tools(), kept.entry_id, value)

    def _end(self) -> None:
        """Keep the last words, then end the sample for good."""
        if self._saver is not None:
            self._saver.now(self._end_kept)

    def _end_kept(self) -> None:
        if self.form is None:
            return
        tools, number = self.office.tools, self.form.kept.entry_id
        self.office.desk.do(
            self,
            lambda vault: samples.end(vault, tools(), number),
            lambda _: self._ask(),
            self._not_ended,
            (Noun.PRACTICE,),
        )

    def _not_ended(self, refusal: Refusal) -> None:
        if isinstance(refusal, SampleIncomplete) and self.form is not None:
            said = [sample_words.sample_rule_words(one) for one in refusal.missing]
            self.form.refuse("\n".join(said))
        else:
            self._refused(refusal)

    # Another sample.

    def _draw(self, begin: date, end: date, count: int) -> None:
        tools = self.office.tools
        self.office.desk.do(
            self,
            lambda vault: samples.draw_notes(vault, tools(), begin, end, count),
            self._drawn,
            self._refused,
            (Noun.PRACTICE,),
        )

    def _drawn(self, made: PracticeEntry | None) -> None:
        if made is None:
            self.drawing.refuse(self.tr("这段时间里没有签署了的记录。"))
        else:
            self._ask()

    def _card(self, page: SamplesPage, kept: KeptSample) -> Card:
        """Return a sample that was ended, with its paper."""
        card = Card(margins=(20, 16, 20, 16), spacing=10)
        day = dates.plain_day(date.fromisoformat(kept.sample.done or kept.sample.day))
        chip = StateChip(self.tr("看完了"), "low", "check")
        span = Label(sample_words.span(kept), "soft", cut=True)
        card.body.addLayout(row(Label(day, "strong"), span, None, chip, spacing=10))
        card.body.addWidget(Label(kept.sample.found, wrap=True))
        panel = PaperPanel(
            self.office,
            sample_words.heading(),
            lambda: self.office.tools().papers.sheet.render(sample_words.sheet(page, kept)),
        )
        panel.write_down(lambda vault: samples.printed(vault, self.office.tools(), kept.entry_id))
        card.body.addWidget(panel)
        return card
