"""Find the cases that somebody is looking for by name while searching the notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.client import Profile
from app.domain.rank import rank
from app.services import cases, names
from app.services.beside import readable
from app.services.palette import CaseEntry

if TYPE_CHECKING:
    from app.domain.case import Case
    from app.domain.rank import Spelt
    from app.ports import OpenVault

_MOST: Final = 5
_MIDDLE: Final = 4  # from here on it fits in the middle of a word only


def called(vault: OpenVault, typed: str) -> tuple[CaseEntry, ...]:
    """Return the cases whose name, other names or code are meant by what was typed, best first.

    Pinyin counts where a family name, a whole name or all initials are typed. A few at most: the
    notes are what is searched. Of a case that is shut, only its number is known.
    """
    found = []
    for case in cases.known_cases(vault)[0]:
        entry = _entry(vault, case)
        fit = _fit(typed.strip(), entry.spelt)
        if fit is not None:
            found.append((fit, names.key(entry.name, entry.code), entry))
    return tuple(entry for *_, entry in sorted(found, key=lambda one: one[:2])[:_MOST])


def _entry(vault: OpenVault, case: Case) -> CaseEntry:
    """Return a case with every way to call it; damage hides the names alone."""
    profile = readable(partial(cases.known_profile, vault, case), Profile())
    ways = (profile.name, *profile.aliases, case.code)
    spelt = names.spelt(*ways, person=bool(profile.name))
    return CaseEntry(case.id, case.code, profile.name, case.mode, spelt, case.shut)


def _fit(typed: str, spelt: Spelt) -> int | None:
    """Return how well a name fits; one letter is no name, one character in its middle neither."""
    fit = rank(typed, spelt) if typed else None
    if fit is None or fit > _MIDDLE:
        return None
    return None if len(typed) == 1 and (typed.isascii() or fit == _MIDDLE) else fit
