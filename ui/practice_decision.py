"""An ethical decision of the practice on paper, as one of a case is (clause 161)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.ethics import PARTS, EthicalDecision
from app.domain.paper_day import said_day
from app.services import practice
from ui.ethics_words import decision_sheet
from ui.note_template_menu import window_language
from ui.paper_panel import PaperPanel

if TYPE_CHECKING:
    from app.domain.practice_record import PracticeDecision
    from app.domain.sheet import Sheet
    from ui.office import Office


def sheet(made: PracticeDecision) -> Sheet:
    """Return a decision as it is kept; what it is about and its day stand under the title."""
    about = (made.title.strip(), said_day(made.day, window_language()))
    weighed = EthicalDecision(**{name: getattr(made, name) for name in PARTS})
    return decision_sheet(weighed, " · ".join(about))


def panel(office: Office, made: PracticeDecision) -> PaperPanel:
    """Return the way to paper of a decision that is kept."""
    tools, paper = office.tools, sheet(made)
    found = PaperPanel(
        office, paper.title, lambda: tools().papers.sheet.render(paper), guarded=True
    )
    found.write_down(lambda vault: practice.printed(vault, tools()))
    return found
