"""How full the days are, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.caseload import CASELOAD
from ui.calendar_words import day_words
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.caseload import Ceilings, Load

translate = QCoreApplication.translate
_WORDS: Final[Mapping[str, object]] = {
    "caseload.full_day": QT_TRANSLATE_NOOP(
        "Caseload", "{0} 有 {1} 次，超过您定的每天 {2} 次（热线 4.3）。"
    ),
    "caseload.full_week": QT_TRANSLATE_NOOP(
        "Caseload", "{0} 那一周有 {1} 次，超过您定的每周 {2} 次（热线 4.3）。"
    ),
}


def worded() -> frozenset[str]:
    """Return the names of the rules that have a sentence here."""
    return frozenset(_WORDS)


def load_words(name: str, found: Load) -> str:
    """Return the sentence of a rule."""
    ceilings = found.ceilings
    said = {
        "caseload.full_day": (day_words(found.day), found.in_day, ceilings.day),
        "caseload.full_week": (day_words(found.week), found.in_week, ceilings.week),
    }
    return translate("Caseload", str(_WORDS[name])).format(*said[name])


def load_banner(found: Load | None) -> Banner | None:
    """Return what is worth a word about how full the days become; it may be booked all the same."""
    if found is None:
        return None
    said = [load_words(one, found) for one in CASELOAD.lacks(found)]
    if not said:
        return None
    more = [*said[1:], translate("Caseload", "仍然可以约。")]
    return Banner("warning", said[0], text="\n".join(more), icon="gauge")


def load_line(found: Load) -> str:
    """Return how full today and this week are, and what she means them to hold."""
    now = translate("Caseload", "今天 {0} 次，这一周 {1} 次").format(found.in_day, found.in_week)
    return translate("Caseload", "{0} · 上限 {1}").format(now, ceiling_words(found.ceilings))


def ceiling_words(ceilings: Ceilings) -> str:
    """Return the ceilings that are set."""
    day = translate("Caseload", "每天 {0} 次").format(ceilings.day) if ceilings.day else ""
    week = translate("Caseload", "每周 {0} 次").format(ceilings.week) if ceilings.week else ""
    return translate("Caseload", "、").join(one for one in (day, week) if one)
