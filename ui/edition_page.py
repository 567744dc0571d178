"""A page of things that are kept as they are typed, and stored as one edition after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QTimer

from ui.own_page import OwnForm, OwnPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.ports import OpenVault
    from app.services.changes import Noun
    from ui.office import Office

_KEEP_AFTER_MS: Final = 1000

E = TypeVar("E", bound=OwnForm)
R = TypeVar("R")


class EditionPage(OwnPage[E], Generic[E, R]):
    """What is written in the open form is kept after a pause, byte for byte, whole or not."""

    altered: tuple[Noun, ...] = ()
    """What is altered by storing an edition, or by giving one up; `nouns` by what is typed."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_AFTER_MS)
        self._keeping.timeout.connect(self.leave)

    def leave(self) -> None:
        """Keep what is typed, byte for byte, whether it is whole or not."""
        self._keeping.stop()
        super().leave()

    def begun(self) -> bool:
        """Return whether something is written that is not saved."""
        return self.form is not None

    def _ask(self) -> None:
        """Ask for what the page shows."""
        raise NotImplementedError

    def _mark(self, form: E, refusal: Refusal) -> bool:
        """Say at its place what a form lacks; False where the refusal is about something else."""
        raise NotImplementedError

    def _write_on(self, form: E, remove: Callable[[], None]) -> None:
        """Show a form to write on; what was typed in the one before is kept."""
        self.leave()
        form.typed.connect(self._keeping.start)
        self._show_form(form, remove)

    def _store(self, form: E, work: Callable[[OpenVault], R]) -> None:
        """Store what a form holds as one edition."""
        self._keeping.stop()
        form.dirty = False
        self.office.desk.do(self, work, self._stored, self._not_kept, self.altered)

    def _stored(self, edition: R) -> None:
        """Close the form of what was stored, and say so."""
        self._waiting.clear()  # older words, which must not come back
        self._close_form()
        self._toaster.say(self._said(edition))
        self._ask()

    def _said(self, edition: R) -> str:
        """Return the words that say what was stored."""
        raise NotImplementedError

    def _not_kept(self, refusal: Refusal) -> None:
        """Say at its place what is missing, or else in the form; leaving keeps what is typed."""
        if self.form is None:
            return
        self.form.dirty = True
        if not self._mark(self.form, refusal):
            super()._not_kept(refusal)

    def _retire(
        self,
        work: Callable[[OpenVault], object],
        back: Callable[[OpenVault], object],
        said: str,
    ) -> None:
        """Close the form, use what it is of no more, and say so; `back` takes that back."""
        self._keeping.stop()
        self._waiting.clear()
        self._close_form()
        self._change(work)
        self._toaster.say(said, undo=lambda: self._change(back))

    def _change(self, work: Callable[[OpenVault], object]) -> None:
        self.office.desk.do(self, work, lambda _: self._ask(), self._tell, self.altered)
