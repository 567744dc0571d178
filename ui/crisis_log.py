"""An event of a crisis as it was: its steps with their times, and its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.local_time import local
from app.services import crises
from ui import dates, privacy
from ui.danger_words import step_title
from ui.note_template_menu import window_language
from ui.paper_panel import PaperPanel
from ui.widgets.card import Card
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.crisis_event import CrisisEvent, CrisisStep
    from app.domain.ids import CaseId
    from app.domain.sheet import Sheet
    from app.services.crises import CrisisPage
    from ui.office import Office

translate = QCoreApplication.translate


def crisis_paper(office: Office, case_id: CaseId, sheet: Sheet, words: str) -> PaperPanel:
    """Return what prints a card or a summary; that it left the vault is written to the trail.

    `words` are those of its button.
    """
    tools = office.tools
    panel = PaperPanel(
        office, sheet.title, lambda: tools().papers.sheet.render(sheet), guarded=True
    )
    panel.paper.setText(words)
    panel.file.setAccessibleName(translate("Danger", "{0}：存为 PDF").format(sheet.title))
    panel.write_down(lambda vault: crises.printed(vault, tools(), case_id))
    return panel


def summary_words() -> str:
    """Return what the button says that prints the summary of an event."""
    return translate("Danger", "打印小结")


def step_lines(page: CrisisPage, event: CrisisEvent) -> list[QWidget]:
    """Return the steps of an event, each with its time."""
    rows = []
    for at, step in event.steps:
        when = dates.clock_time(local(at, page.here))
        rows.append((when, _said(page, step)))
    plan = translate("Danger", "紧急预案")
    shown = KeyValues([*rows[:1], (plan, event.plan), *rows[1:]], key_width=72)
    privacy.veil(shown)
    began = dates.day_and_time(local(event.opened_at, page.here))
    head = translate("Danger", "{0} 开始").format(began)
    return [Label(head, "soft"), shown]


def _said(page: CrisisPage, step: CrisisStep) -> str:
    """Return what a step was, what was written, and when the next contact is."""
    parts = [step_title(step), step.words]
    if step.next_contact is not None:
        at = dates.day_and_time(local(step.next_contact, page.here))
        parts.append(translate("Danger", "下次联系 {0}").format(at))
    return " · ".join(part for part in parts if part.strip())


class EventCard(Card):
    """An event that is over."""

    def __init__(
        self, office: Office, case_id: CaseId, page: CrisisPage, event: CrisisEvent
    ) -> None:
        super().__init__(margins=(16, 12, 16, 14), spacing=10)
        for line in step_lines(page, event):
            self.body.addWidget(line)
        paper = crises.event_paper(event, page, window_language())
        self.body.addWidget(crisis_paper(office, case_id, paper, summary_words()))
