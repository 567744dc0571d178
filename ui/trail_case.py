"""Of which case the trail is shown: a field that knows the names, the codes and the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import CaseId
from ui.case_lock_words import called
from ui.theme import look
from ui.widgets.card import column
from ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.agenda import Person

_DIGITS: Final = 15  # a longer number is none of a row


class TrailCase(QWidget):
    """Emits `chosen` with a case, or None for all; a case that is gone is found by its number."""

    chosen = Signal(object)

    def __init__(self, case_id: CaseId | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case_id, self._ids = case_id, dict[str, CaseId]()
        self._codes: dict[str, CaseId] = {}
        self.field = Field(self.tr("哪个个案"), placeholder=self.tr("代号、称呼或编号"))
        self._names = QStringListModel(self)
        self.field.complete_from(self._names).activated.connect(self._choose)
        self.field.line.returnPressed.connect(self._choose)
        self.field.line.editingFinished.connect(self._emptied)
        self.setMaximumWidth(look.px(360))
        self.setLayout(column(self.field))

    def show_persons(self, persons: Sequence[Person]) -> None:
        """Offer these cases, as they are called now."""
        self._ids = {}
        self._codes = {one.code.casefold(): one.case_id for one in persons if one.code}
        for one in persons:
            name = called(one)
            self._ids[f"{name} №{one.case_id:d}" if name in self._ids else name] = one.case_id
        self._names.setStringList(list(self._ids))
        if self._case_id is not None:
            names = {case_id: name for name, case_id in self._ids.items()}
            self.field.set_text(names.get(self._case_id, f"{self._case_id:d}"))

    def show_case(self, case_id: CaseId | None) -> None:
        """Show one of the cases that are offered, or none; emits nothing."""
        self._case_id = case_id
        names = {known: name for name, known in self._ids.items()}
        self.field.set_text(names.get(case_id, "") if case_id is not None else "")
        self.field.set_error("")

    def _choose(self) -> None:
        """Take what is typed; say so where no case is called that."""
        typed = self.field.text().strip()
        found = self._found(typed)
        missing = bool(typed) and found is None
        self.field.set_error(self.tr("没有这个个案。") if missing else "")
        if not missing and found != self._case_id:
            self._case_id = found
            self.chosen.emit(found)

    def _emptied(self) -> None:
        """Show all again where the field was emptied and left."""
        if not self.field.text().strip():
            self._choose()

    def _found(self, typed: str) -> CaseId | None:
        folded = typed.casefold()
        near = {case_id for name, case_id in self._ids.items() if folded in name.casefold()}
        if typed in self._ids:
            return self._ids[typed]
        if folded in self._codes:
            return self._codes[folded]
        if typed and len(near) == 1:
            return near.pop()
        number = typed.removeprefix("№").strip()
        plain = number.isascii() and number.isdigit() and len(number) <= _DIGITS
        return CaseId(int(number)) if plain else None
