"""From a refusal to the clause it comes from: its paraphrase in the help, which is all inside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.errors import PaperUnsigned, ReferralUnsendable
from app.domain.letter_sender import SENDER
from ui import translation
from ui.help_topics import CLAUSES, clause
from ui.messages import message
from ui.page import Page, ToHelp, ToPractice
from ui.widgets.banner import Banner
from ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from ui.page import Destination

translate = QCoreApplication.translate


def clause_names(numbers: Iterable[str]) -> str:
    """Return what the guidance calls clauses, by their numbers in our list."""
    language = translation.chosen(translation.locale().name()[:2])
    found = (clause(language, one).name for one in dict.fromkeys(numbers))
    return translate("Clauses", "、").join(found)


def to_clauses(numbers: Iterable[str]) -> ToHelp:
    """Return the place in the help where clauses are told, the first of them in sight."""
    return ToHelp(CLAUSES, clauses=tuple(dict.fromkeys(numbers)))


def read_clauses(part: QWidget, numbers: Iterable[str]) -> None:
    """Have the page that `part` stands on lead to clauses."""
    _lead(part, to_clauses(numbers))


def empty_field(refusal: Refusal) -> str | None:
    """Return the field of the practice's profile that a paper waits for; None where for none."""
    if isinstance(refusal, PaperUnsigned):
        return "counselor"
    if isinstance(refusal, ReferralUnsendable) and refusal.missing:
        return refusal.missing[0].removeprefix(f"{SENDER.name}.")
    return None


def _lead(part: QWidget, place: Destination) -> None:
    """Have the page that `part` stands on lead to a place."""
    above: QWidget | None = part
    while above is not None and not isinstance(above, Page):
        above = above.parentWidget()
    if above is not None:
        above.wanted.emit(place)


class ClauseLink(Button):
    """Names clauses, and opens them at their paraphrase."""

    def __init__(
        self, numbers: Iterable[str] = (), said: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", "link", parent=parent)
        self.numbers: tuple[str, ...] = ()
        self.clicked.connect(lambda: read_clauses(self, self.numbers))
        self.name(numbers, said)

    def name(self, numbers: Iterable[str], said: str = "") -> None:
        """Name other clauses, in the words `said` where there are any; without one, hide."""
        self.numbers = tuple(dict.fromkeys(numbers))
        words = said or clause_names(self.numbers)
        self.setText(words.replace("&", "&&"))  # the guidance has a Q&A: no letter to press
        self.setAccessibleName(translate("Clauses", "看条文：{0}").format(words))


def refusal_banner(
    refusal: Refusal, *, action: str = "", text: str = "", clauses: Iterable[str] = ()
) -> Banner:
    """Return a refusal as a banner, with the way to its clause where the guidance refuses.

    `text` is said in place of its reasons; `clauses` are those of the rules that are not met. Where
    a paper waits for a field of the practice, the banner leads there, unless it has an `action`.
    """
    words = message(refusal)
    numbers = tuple(clauses) or ((words.clause,) if words.clause else ())
    field = empty_field(refusal)
    read = translate("Clauses", "看条文") if numbers else ""
    said = action or (translate("Clauses", "去补上") if field is not None else "")
    made = Banner("refusal", words.what, text=text or words.why, clause=read, action=said)
    made.clause.setAccessibleDescription(clause_names(numbers))
    made.clause_asked.connect(partial(read_clauses, made, numbers))
    if field is not None and not action:
        made.acted.connect(partial(_lead, made, ToPractice(at=field)))
    return made
