"""What a signed consent filled in of the record, in words; and the clocks of its cities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from ui.session_words import in_a_line
from ui.widgets.zone import zone_of_city

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PLACES: Final = ("client_place", "counselor_place")


def clocks(facts: Mapping[str, str]) -> dict[str, str]:
    """Return the time zones of the cities that a consent names, where they are well known."""
    cities = [facts.get(key, "").strip() for key in _PLACES]
    return {city: zone for city in cities if (zone := zone_of_city(city))}


def learned_words(parts: Sequence[str]) -> str:
    """Return what was empty in the record and was filled in, "" where nothing was."""
    names = dict.fromkeys(in_a_line(_name(one)) for one in parts)
    if not names:
        return ""
    comma = QCoreApplication.translate("ConsentLearned", "、")
    form = QCoreApplication.translate("ConsentLearned", "资料里原来空着的，照同意书填上了：{0}。")
    return form.format(comma.join(names))


def _name(part: str) -> str:
    """Return what a part of the record is called."""
    return {
        "place": QCoreApplication.translate("ConsentLearned", "来访者所在地"),
        "counselor_place": QCoreApplication.translate("ConsentLearned", "您所在地"),
        "emergency": QCoreApplication.translate("ConsentLearned", "紧急联系人"),
    }.get(part, QCoreApplication.translate("ConsentLearned", "来访者的联系方式"))
