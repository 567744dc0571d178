"""What the pages share on which a way into the vault is changed: the frame, the proof, the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.errors import OpeningTooOld
from app.domain.lock import WayChanging
from app.domain.proof import OPENING
from ui.messages import message
from ui.page import Page, PageKey
from ui.proof_box import ProofBox
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import bring_into_sight, column, put, row, under_head
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.progress import Progress
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from app.domain.errors import Refusal
    from app.domain.proof import Proof
    from app.ports import OpenVault
    from ui.new_vault_steps import Step
    from ui.office import Office

WIDTH: Final = 620
_RETURN: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class KeysPage(Page):
    """One step of the new thing, then who she is, then one button.

    Nothing typed here outlives the page: it is a secret, and no draft of it is kept.
    """

    of_recovery = False
    """Whether it is the recovery key that is changed here."""

    def __init__(
        self, office: Office, step: Step, *, recovery: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self.step, self._busy, self._proof_first = step, False, False
        self._opening = False
        self.proof_box = ProofBox(recovery=recovery)
        self.proof_box.changed.connect(self._typed)
        self.proof_box.entered.connect(self._proof_entered)
        step.changed.connect(self._typed)
        step.entered.connect(self._step_entered)
        self._room = column()
        self.button = Button("", "primary")
        self.button.clicked.connect(self.submit)
        self.later = Button(self.tr("以后再说"), "ghost")
        self.later.clicked.connect(self.escape)
        self._why = Label("", "meta")
        self._progress = Progress(
            self.tr("正在换。算钥匙要一两秒，这是有意放慢的。"), can_cancel=False
        )
        keep = self._progress.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(keep)
        self._progress.hide()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Enter", self.button.text()), PageKey("Esc", self.tr("返回")))

    def escape(self) -> None:
        """Go back; not while it is being changed, or nobody would say what holds."""
        if not self._busy:
            self.back.emit()

    def unsaved(self) -> bool:
        """Return whether the change is under way: the page lives on until that is answered."""
        return self._busy

    def leave(self) -> None:
        """Leave nothing of what was typed."""
        self._wipe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the button says."""
        if event.key() in _RETURN:
            self.submit()
        else:
            super().keyPressEvent(event)

    def lay_out(
        self,
        title: str,
        words: str,
        act: str,
        *,
        before: QWidget | None = None,
        proof_first: bool = False,
    ) -> None:
        """Put everything in its place; `act` is what the button does, in words."""
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        head = TopBar(title)
        head.back.connect(self.escape)
        self.button.setText(act)
        self._inside = QWidget()
        foot = row(self.later, None, self._why, self.button, spacing=12)
        above: tuple[QWidget | int, ...] = (before, 20) if before is not None else ()
        asked = self.tr("先确认是您") if proof_first else self.tr("再确认是您")
        self._proof_part = QWidget()
        below = (0, 0, 0, 28) if proof_first else (0, 28, 0, 0)
        self._proof_part.setLayout(
            column(Label(asked, "heading"), 12, self.proof_box, margins=below)
        )
        form = (self._proof_part, self.step) if proof_first else (self.step, self._proof_part)
        said = Label(words, "soft", wrap=True)
        self._inside.setLayout(
            column(*above, *form, 20, said, 20, self._room, foot, 8, self._progress, None)
        )
        self._place = column(self._inside)
        self.setLayout(under_head(head, look.px(WIDTH), self._place))
        self._proof_first = proof_first
        self.begin_at(self.proof_box if proof_first else self.step)
        self._show_state()

    def ask_proof(self, *, opening: bool = False) -> None:
        """Ask who she is, or not: `opening` says that the recovery key did so just now."""
        self._opening = opening
        self._proof_part.setVisible(not opening)
        self.begin_at(self.proof_box if self._proof_first and not opening else self.step)
        self._show_state()

    def submit(self) -> None:
        """Change it, unless something is missing."""
        if self._busy or not self.button.isEnabled():
            return
        self._busy = True
        self.changing = self._underway()
        put(self._room, None)
        self._show_state()
        work = self.work(OPENING if self._opening else self.proof_box.proof())
        self.office.desk.do(self, work, self._answered, self._refused)

    def take(self, answer: object) -> None:
        """Take what the work answered, for the words at the end."""

    def work(self, proof: Proof) -> Callable[[OpenVault], object]:
        """Return the change, with everything it needs taken out of the fields."""
        raise NotImplementedError

    def done_words(self) -> tuple[str, str]:
        """Return what was done, and what to know from now on."""
        raise NotImplementedError

    def _step_entered(self) -> None:
        """Go on to the proof, or do it where that was given."""
        if self._unproved() and not self.step.reason():
            self.proof_box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.submit()

    def _proof_entered(self) -> None:
        """Go on to the new thing, or do it where that is there."""
        if self.step.reason():
            self.step.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.submit()

    def _unproved(self) -> bool:
        """Return whether it is still open who she is."""
        return not self._opening and self.proof_box.empty()

    def _typed(self) -> None:
        """Take away why it was refused: that spoke of what was written before."""
        put(self._room, None)
        self._show_state()

    def _show_state(self) -> None:
        """Say on the button's side what is missing."""
        reason = self.step.reason()
        if self._unproved() and (self._proof_first or not reason):
            reason = self.tr("写密码或恢复密钥，确认是您")
        self.button.setEnabled(not reason and not self._busy)
        self._why.setText("" if self._busy else reason)
        self._progress.setVisible(self._busy)

    def _refused(self, refusal: Refusal) -> None:
        """Say why nothing changed; what was typed anew stays."""
        self._busy, self.changing = False, None
        if isinstance(refusal, OpeningTooOld):
            self.ask_proof()
        if not self.proof_box.refuse(refusal):
            words = message(refusal)
            banner = Banner("refusal", words.what, text=words.why)
            put(self._room, banner)
            self._room.addSpacing(look.px(16))
            announce(self, words.line)
            bring_into_sight(banner)
        self._show_state()

    def _underway(self) -> WayChanging:
        """Return what is about to be changed, and how to tell afterwards whether it was."""
        place = Path(self.office.preferences.load().vault)
        mark = self.office.door().way_mark(place, recovery=self.of_recovery)
        return WayChanging(self.of_recovery, mark)

    def _answered(self, answer: object) -> None:
        self._busy, self.changing = False, None
        self.take(answer)
        self._done()

    def _done(self) -> None:
        """Say what holds now, in place of the form."""
        self._wipe()
        what, more = self.done_words()
        banner = Banner("done", what, text=more)
        good = Button(self.tr("好"), "primary")
        good.clicked.connect(self.back)
        end = QWidget()
        end.setLayout(column(banner, 20, row(good, None), None))
        self._inside.hide()
        self._place.insertWidget(0, end)
        self.begin_at(good)
        good.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{what} {more}")

    def _wipe(self) -> None:
        self.proof_box.wipe()
        self.step.wipe()
