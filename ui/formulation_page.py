"""The page 个案概念化 of a case: the next version to write, and those that were saved."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from app.domain.as_json import as_json
from app.domain.entry import EntryKind
from app.domain.errors import FormulationIncomplete
from app.domain.formulation import FORMULATION, Formulation, formulation_of
from app.domain.local_time import wall
from app.services import formulations
from app.services.case_entries import draft_kind
from ui import dates
from ui.clause_link import refusal_banner
from ui.entry_page import EntryPage
from ui.entry_words import rule_words
from ui.formulation_form import FormulationForm
from ui.formulation_kept import KeptFormulationCard
from ui.formulation_words import title
from ui.note_template_menu import window_language
from ui.page import PageKey, ToCases, ToGenogram
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, row
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.services.formulations import FormulationPage
    from ui.office import Office


class FormulationScreen(EntryPage):
    """The last version stands in the form, to be written on; each save is one of its own."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(title())
        self._page: FormulationPage | None = None
        self.fields: FormulationForm | None = None
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        first, *_, last = super().keys()
        return (first, last)

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is written and differs from the last version."""
        if self.fields is None:
            return {}
        made = self.fields.made()
        kind, last = draft_kind(EntryKind.FORMULATION), self._last()
        same = made.texts() == _texts_like(made, last) and made.scheme in {last.scheme, ""}
        nothing = not last.scheme and bool(FORMULATION.lacks(made))
        return {kind: {} if same or nothing else as_json(made)}

    def submit(self) -> None:
        """Enter the version, or say why there is none."""
        if self.fields is None or not self._ready:
            return
        made = self.fields.made()
        if FORMULATION.lacks(made):
            self.say(refusal_banner(FormulationIncomplete(FORMULATION.lacks(made))))
            self.fields.boxes()[0].edit.setFocus()
            return
        if not any(self.unfinished().values()):
            self.say(Banner("info", self.tr("和上一版一样，没有新的可记。")))
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(lambda vault: formulations.record(vault, tools(), case_id, made), self._entered)

    def _last(self) -> Formulation:
        """Return the last version; an empty one where there is none."""
        return self._page.kept[0].made if self._page and self._page.kept else Formulation()

    def _ask(self) -> None:
        tools, case_id, language = self.office.tools, self.case_id, window_language()
        self.office.desk.do(
            self,
            lambda vault: formulations.page(vault, tools(), case_id, language),
            self._show,
            self.refuse,
        )

    def _show(self, page: FormulationPage) -> None:
        """Show the form with what is unfinished, or else with the last version."""
        self._page = page
        if self.fields is None:
            self.bar.add_fact(page.case.code)
            self._lay_out_form(page)
        assert self.fields is not None  # noqa: S101 - for mypy: made above
        kept = page.unfinished
        self.fields.show_made(formulation_of(kept) if kept else self._last())
        self._show_aside(page)
        pairs = zip_longest(page.kept, page.kept[1:])
        cards = [KeptFormulationCard(self.office, page, one, before) for one, before in pairs]
        self.show_before(self.tr("记下的版本"), cards)
        self.begin(self.fields.boxes()[0].edit, {draft_kind(EntryKind.FORMULATION): kept})

    def _lay_out_form(self, page: FormulationPage) -> None:
        self.fields = FormulationForm(page.schemes)
        self.fields.changed.connect(self.touched)
        self.fields.submitted.connect(self.submit)
        intro = self.tr(
            "怎样理解这一位来访者，往哪里走。每记下一次就是新的一版，以前的都留着，不再改动。"
        )
        self.form.addWidget(Label(intro, "soft", wrap=True))
        self.form.addSpacing(14)
        self.form.addWidget(self.fields)

    def _show_aside(self, page: FormulationPage) -> None:
        """Lead to the genogram, and say which edition the sections are."""
        clear(self.aside)
        card = Card("wash", margins=(16, 14, 16, 14), spacing=8)
        card.body.addWidget(Label(self.tr("家谱图"), "strong"))
        if page.drawn is None:
            said = self.tr("家里有谁、谁和谁亲近或疏远，画出来一眼就看得见。")
        else:
            day = dates.plain_day(wall(page.drawn, page.practice.place.time_zone))
            said = self.tr("最近一版记在 {0}。").format(day)
        card.body.addWidget(Label(said, "soft", wrap=True))
        go = Button(
            self.tr("打开家谱图") if page.drawn else self.tr("画家谱图"), icon="network", sz="s"
        )
        go.clicked.connect(lambda: self.wanted.emit(ToGenogram(self.case_id)))
        card.body.addLayout(row(go, None))
        self.aside.addWidget(card)

    def _entered(self, _entry: CaseEntry) -> None:
        """Say that it stands in the file, and what is still open."""
        assert self.fields is not None  # noqa: S101 - for mypy: it was entered there
        care = "\n".join(rule_words(one) for one in self.fields.care())
        banner = Banner("done", self.tr("这一版已记下。"), text=care, action=self.tr("回到个案"))
        banner.acted.connect(lambda: self.wanted.emit(ToCases(self.case_id)))
        self.say(banner)
        self._ask()


def _texts_like(made: Formulation, last: Formulation) -> dict[str, str]:
    """Return the texts of `last` under the keys that `made` has; "" where it has none."""
    texts = last.texts()
    return {
        **{key: texts.get(key, "") for key in made.texts()},
        **{k: t for k, t in texts.items() if t},
    }
