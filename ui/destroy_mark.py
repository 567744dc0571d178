"""The first step to the end of a case: how its term stands, why it goes, and what was weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.destruction import PROPOSAL, Ground, Proposal, ProposalFacts
from ui import destroy_words
from ui.begin import Begins
from ui.entry_words import rule_words
from ui.question import Question
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.services.destruction import Prospect


class MarkForm(Begins, QWidget):
    """Asks why the case goes; before its time also that a duty to keep it was weighed (015, 155).

    `proposed` gives the proposal once no rule stands against it.
    """

    proposed = Signal(object)
    asked_holds = Signal()

    def __init__(self, seen: Prospect, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = seen.over
        stands, means = destroy_words.term_words(seen)
        self.ground = Question(
            self.tr("为什么销毁"),
            [(one.value, destroy_words.ground_word(one)) for one in Ground],
        )
        self.weighed = Tick(
            self.tr("我查过了：没有法律、法规，也没有和来访者的约定，要求继续保存。")
        )
        self.weighed.setVisible(not self._over)
        self._wrong = Label("", "soft", wrap=True, tint="high")
        self._wrong.hide()
        self.act = Button(self.tr("标记为待销毁"), "quiet", icon="trash-2")
        self.act.clicked.connect(self._propose)
        self.act.setEnabled(not seen.holds)
        if seen.requested:
            self.ground.choose(Ground.REQUEST.value)
        elif self._over:
            self.ground.choose(Ground.TERM_OVER.value)
        banner = Banner("info" if self._over else "warning", stands, text=means, icon="clock")
        about = self.tr("分两步：先标记，看清楚了再确认。标记以后随时可以取消，个案照常能用。")
        self.setLayout(
            column(
                banner,
                *(self._held() if seen.holds else ()),
                self.ground,
                self.weighed,
                self._wrong,
                Label(about, "soft", wrap=True),
                row(self.act, None),
                spacing=14,
            )
        )
        self.begin_at(self.ground)

    def refuse(self, missing: Iterable[str]) -> None:
        """Say what stands against it."""
        names = tuple(missing)
        said = [rule_words(one) for one in names if one != "proposal.ground"]
        self.ground.set_error(rule_words("proposal.ground") if "proposal.ground" in names else "")
        self._wrong.setText("\n".join(said))
        self._wrong.setVisible(bool(said))

    def _held(self) -> tuple[QWidget, ...]:
        """Return what is said where a legal hold stands."""
        banner = Banner(
            "refusal",
            self.tr("这个个案在法律保全中，不能销毁（例外 3）。"),
            text=self.tr("解除保全以后，才能标记。"),
            action=self.tr("看法律保全"),
        )
        banner.acted.connect(self.asked_holds)
        return (banner,)

    def _propose(self) -> None:
        key = self.ground.key()
        made = Proposal(Ground(key) if key else None, weighed=self.weighed.isChecked())
        missing = PROPOSAL.lacks(ProposalFacts(made, self._over))
        self.refuse(missing)
        if missing:
            self.ground.setFocus()
        else:
            self.proposed.emit(made)
