"""Who of a couple, a family or a group came to a session, and who stayed away (clause 108)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.client import Profile
    from app.domain.session_sheet import SessionSheet


def who_come(profile: Profile) -> tuple[str, ...]:
    """Return the names of those who come together: the client's, then the members', as written."""
    every = (profile.name, *(one.name for one in profile.intake.members))
    return tuple(name.strip() for name in every if name.strip())


def roster(profile: Profile, sheet: SessionSheet) -> tuple[str, ...]:
    """Return everybody a sheet is to say of whether they came; nobody where one comes alone.

    Who is on record comes first, then whom the sheet names already: somebody may have left since.
    """
    if not profile.intake.kind.several:
        return ()
    known = who_come(profile)
    left = Counter(known)
    gone = []
    for name in (*sheet.came, *sheet.absent):
        if left[name] > 0:
            left[name] -= 1
        else:
            gone.append(name)
    return (*known, *gone)


def present(people: Sequence[str], came: Sequence[str]) -> tuple[bool, ...]:
    """Return of each of the people whether they are among those who came; a name counts once."""
    left = Counter(came)
    found = []
    for name in people:
        found.append(left[name] > 0)
        left[name] -= 1
    return tuple(found)
