"""What of the form of other hours is asked: it depends on what they were spent as."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.practice_record import HourRole
from ui.question import Question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

_WORK: Final = frozenset({"kind", "medium", "paid", "strict", "rank"})
_SUPERVISION: Final = frozenset({"form", "medium", "rank"})
_ASKED: Final[Mapping[str, frozenset[str]]] = {
    "": frozenset(),
    HourRole.COUNSELING.value: _WORK,
    HourRole.SUPERVISED.value: _SUPERVISION,
    HourRole.SUPERVISING.value: frozenset({"form", "medium"}),
    HourRole.TRAINING.value: frozenset({"topic"}),
    HourRole.OWN.value: frozenset({"kind", "medium"}),
}
_SOME: Final = _WORK | _SUPERVISION | {"topic"}


def fit_role(parts: Mapping[str, QWidget]) -> None:
    """Show what is asked of the role that is chosen; an answer that stands stays in sight."""
    role = parts["role"]
    assert isinstance(role, Question)  # noqa: S101 - for mypy
    for name in _SOME:
        part = parts[name]
        answered = isinstance(part, Question) and bool(part.key())
        part.setVisible(answered or name in _ASKED[role.key()])
