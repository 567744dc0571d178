"""Where the answers of a session stand: on its sheet, or in a section of its note.

Some forms for notes have a section of their own for what the sheet asks. What stands there is the
answer then, and nothing is asked twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.case import FORMAL_AFAR, ServiceMode
from app.domain.risk import RiskLevel
from app.domain.session_sheet import IdentityCheck

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.note import NoteBody
    from app.domain.session_sheet import SessionSheet

FOUR: Final = ("complaint", "danger", "work", "referral")
"""The four answers of clause 123, as the sheet calls them."""
SECTIONS: Final = {
    "mood": "state",
    "problem": "topics",
    "complaint": "complaint",
    "danger": "risk",
    "work": "intervention",
    "referral": "referral",
}
"""The key of the section of a note that answers what the sheet asks."""
_GRAVE: Final = frozenset({RiskLevel.MIDDLE, RiskLevel.HIGH})


def has_section(body: NoteBody, name: str) -> bool:
    """Return whether a note has a section of its own for what the sheet calls `name`."""
    key = SECTIONS.get(name)
    return any(part.key == key for part in body.parts)


def section_titles(body: NoteBody) -> dict[str, str]:
    """Return what a note calls its own sections for what the sheet asks, by the sheet's names."""
    called = {part.key: part.title for part in body.parts if part.title.strip()}
    return {name: called[key] for name, key in SECTIONS.items() if key in called}


def answered(body: NoteBody, sheet: SessionSheet, name: str) -> bool:
    """Return whether `name`, one of `SECTIONS`, is answered in the note or on the sheet."""
    key = SECTIONS[name]
    written = (part.text for part in body.parts if part.key == key)
    return not all(map(is_blank, (getattr(sheet, name), *written)))


def grave(sheet: SessionSheet) -> bool:
    """Return whether the risk is middle or high (clause 047)."""
    return sheet.risk in _GRAVE


def gaps(
    mode: ServiceMode, body: NoteBody, sheet: SessionSheet, people: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the fields of a sheet that a signature waits for, in the order of the sheet.

    `people` are those who come together: of them it is asked who came (108). An emergency
    (危机处置) waits for none; who calls a general hotline is asked for neither identity nor place
    (clauses 011, 030, 047, 077, 104, 108, 121, 123).
    """
    if mode is ServiceMode.CRISIS:
        return ()
    came = (
        ("came",) if people and mode is not ServiceMode.HOTLINE_GENERAL and not sheet.came else ()
    )
    first = _gaps_afar(sheet) if mode in FORMAL_AFAR else ()
    risk = () if sheet.risk else ("risk",)
    rest = (*(name for name in ("mood",) if not answered(body, sheet, name)), *risk)
    last = tuple(name for name in ("problem", *FOUR) if not answered(body, sheet, name))
    sure = _unsure(sheet) if mode in FORMAL_AFAR and grave(sheet) else ()
    return (*came, *first, *rest, *sure, *last)


def _gaps_afar(sheet: SessionSheet) -> tuple[str, ...]:
    """Return what is missing of identity and company, where one sees neither (030, 077)."""
    other = sheet.identity is IdentityCheck.OTHER and is_blank(sheet.identity_how)
    found = () if sheet.identity and not other else ("identity",)
    alone = not sheet.third_person or not is_blank(sheet.third_person_who)
    return found if alone else (*found, "third_person_who")


def _unsure(sheet: SessionSheet) -> tuple[str, ...]:
    """Return what must be sure today where the risk is middle or high (clauses 047, 104).

    What cannot be had (无法取得) is said with its reason instead: of somebody who stays anonymous
    in danger, or hung up, nobody has to claim what is not known (066).
    """
    if not is_blank(sheet.unconfirmed):
        return ()
    unsure = {
        "client_place": is_blank(sheet.client_place.city),
        "counselor_place": is_blank(sheet.counselor_place.city),
        "confirmed": not sheet.confirmed,
    }
    return tuple(name for name, missing in unsure.items() if missing)
