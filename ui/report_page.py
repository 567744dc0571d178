"""The page 个案报告 of a case: sixteen sections for supervision, drafted from the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.case_report import CaseReport, is_empty, report_of
from app.domain.entry import EntryKind
from app.domain.errors import ReportEmpty
from app.domain.local_time import wall
from app.services import case_reports
from app.services.case_entries import draft_kind
from ui import dates, privacy
from ui.clause_link import refusal_banner
from ui.entry_page import EntryPage
from ui.note_template_menu import window_language
from ui.page import PageKey, ToExport
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, row
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.services.case_reports import KeptReport, ReportPage
    from ui.office import Office


class ReportScreen(EntryPage):
    """The last version stands in the form, to be written on; each save is one of its own.

    What the record says already is offered for a section that is empty, and put in only when she
    asks for it.
    """

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("个案报告"))
        self._page: ReportPage | None = None
        self.boxes: dict[str, TextBox] = {}
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        first, *_, last = super().keys()
        return (first, last)

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and differs from the last version."""
        if self._page is None:
            return {}
        made, kind = self._made(), draft_kind(EntryKind.CASE_REPORT)
        same = dict(made.texts) == dict(self._last().texts)
        return {kind: {} if same else as_json(made)}

    def submit(self) -> None:
        """Enter the version, or say why there is none."""
        if self._page is None or not self._ready:
            return
        made = self._made()
        if is_empty(made):
            self.say(refusal_banner(ReportEmpty()))
            next(iter(self.boxes.values())).edit.setFocus()
            return
        if not any(self.unfinished().values()):
            self._lead(self.tr("和上一版一样，没有新的可记。"))
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(lambda vault: case_reports.record(vault, tools(), case_id, made), self._entered)

    def _last(self) -> CaseReport:
        """Return the last version; an empty one where there is none."""
        return self._page.kept[0].made if self._page and self._page.kept else CaseReport()

    def _made(self) -> CaseReport:
        texts = {key: box.text().strip() for key, box in self.boxes.items()}
        return CaseReport({key: text for key, text in texts.items() if text}, window_language())

    def _ask(self) -> None:
        tools, case_id, language = self.office.tools, self.case_id, window_language()
        self.office.desk.do(
            self,
            lambda vault: case_reports.page(vault, tools(), case_id, language),
            self._show,
            self.refuse,
        )

    def _show(self, page: ReportPage) -> None:
        """Show the form with what is unfinished, or else with the last version."""
        self._page = page
        if not self.boxes:
            self.bar.add_fact(page.case.code)
            self._lay_out_form(page)
        kept = page.unfinished
        shown = report_of(kept) if kept else self._last()
        for key, box in self.boxes.items():
            if box.text() != shown.texts.get(key, ""):
                box.set_text(shown.texts.get(key, ""))
        self._show_aside(page)
        self.show_before(self.tr("记下的版本"), [self._version(one) for one in page.kept])
        first = next(iter(self.boxes.values()))
        self.begin(first.edit, {draft_kind(EntryKind.CASE_REPORT): kept})

    def _lay_out_form(self, page: ReportPage) -> None:
        intro = self.tr(
            "按督导常用的十六节写，空着的不带。这里照实写；带走以前，程序会逐节找出认得出人的地方，"
            "由您决定。"
        )
        self.form.addWidget(Label(intro, "soft", wrap=True))
        self.form.addSpacing(12)
        self.draft = Button(self.tr("从记录起草空着的小节"), icon="file-text", sz="s")
        self.draft.clicked.connect(self._draft)
        self.form.addLayout(row(self.draft, None))
        for number, one in enumerate(page.sections, 1):
            box = TextBox(f"{number}. {one['title']}", hint=one["hint"], rows=2)
            box.changed.connect(self.touched)
            self.boxes[one["key"]] = box
            self.form.addSpacing(14)
            self.form.addWidget(box)
        self.act = Button(self.tr("记下这一版"), "primary", icon="check")
        self.act.clicked.connect(self.submit)
        self.form.addSpacing(20)
        self.form.addLayout(row(self.act, None))

    def _draft(self) -> None:
        """Ask what the record says; it is read only now, for a long case holds many notes."""
        tools, case_id, language = self.office.tools, self.case_id, window_language()
        self.office.desk.do(
            self,
            lambda vault: case_reports.drafted(vault, tools(), case_id, language),
            self._fill,
            self.refuse,
        )

    def _fill(self, drafted: Mapping[str, str]) -> None:
        """Put what the record says into the empty sections; the others stay as they are."""
        filled = [key for key, box in self.boxes.items() if not box.text().strip()]
        filled = [key for key in filled if key in drafted]
        for key in filled:
            self.boxes[key].set_text(drafted[key])
        self.touched()
        said = self.tr("起草了 %n 节，请逐节看过再改。", "", len(filled))
        self.say(Banner("info", said if filled else self.tr("没有空着的小节可以起草。")))

    def _show_aside(self, page: ReportPage) -> None:
        """Lead on to de-identification, and say what goes into each paper."""
        clear(self.aside)
        card = Card("wash", margins=(16, 14, 16, 14), spacing=8)
        card.body.addWidget(Label(self.tr("带去督导"), "strong"))
        said = self.tr(
            "先记下，再去标识化。个案报告带全部十六节；简短摘要从问题和概念化开始；"
            "团体督导讲义带咨询过程，不带目标。督导以后，到「督导记录」写下听到的和要做的。"
        )
        card.body.addWidget(Label(said, "soft", wrap=True))
        go = Button(self.tr("去标识化"), icon="send", sz="s")
        go.setEnabled(bool(page.kept))
        go.clicked.connect(lambda: self.wanted.emit(ToExport(self.case_id, "report")))
        card.body.addLayout(row(go, None))
        self.aside.addWidget(card)

    def _version(self, kept: KeptReport) -> QWidget:
        """Return a version as it stands in the file, to read."""
        assert self._page is not None  # noqa: S101 - for mypy: it is shown
        day = dates.plain_day(wall(kept.at, self._page.zone))
        card = Card(margins=(18, 12, 18, 12), spacing=6)
        count = self.tr("写了 {0} 节").format(len(kept.made.texts))
        card.body.addLayout(row(Label(day, "strong"), Label(count, "meta"), None, spacing=10))
        questions = kept.made.texts.get("questions", "").strip()
        if questions:
            card.body.addWidget(Label(questions, "body", wrap=True))
        privacy.veil(card, around=(card,))
        return card

    def _entered(self, _entry: CaseEntry) -> None:
        """Say that it stands in the file and lead on."""
        self._lead(self.tr("这一版已记下。"))
        self._ask()

    def _lead(self, said: str) -> None:
        banner = Banner("done", said, action=self.tr("去标识化"))
        banner.acted.connect(lambda: self.wanted.emit(ToExport(self.case_id, "report")))
        self.say(banner)
