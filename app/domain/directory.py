"""The directory of whom to call (资源目录): her own list, or else the one the program came with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.practice_record import Resource, ResourceSort
from app.domain.sheet import Sheet, SheetPart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.crisis_text import CrisisText


def shown(kept: Iterable[Resource], text: CrisisText) -> tuple[Resource, ...]:
    """Return whom to call, by sort: what she kept, or the list of the program where she kept none.

    On a hard day there is always somebody to call, also in a vault that was made today.
    """
    found = tuple(kept) or text.resources
    order = {sort: at for at, sort in enumerate(ResourceSort)}
    return tuple(sorted(found, key=lambda one: order.get(one.sort or ResourceSort.OTHER, 0)))


def offered(kept: Iterable[Resource], text: CrisisText) -> tuple[Resource, ...]:
    """Return what the list of the program holds, unless it was taken over in this edition.

    A number that she has already, be it under its name in the other language, is not among it.
    """
    mine = tuple(kept)
    if any(one.edition == text.edition for one in mine):
        return ()
    numbers = {one.phone for one in mine}
    return tuple(one for one in text.resources if one.phone not in numbers)


def _line(one: Resource, text: CrisisText, day: Callable[[str], str]) -> tuple[str, str, str]:
    """Return somebody to call as a row on paper: name, number, and the rest of what is known.

    `day` says an ISO day in the language of the paper.
    """
    words = text.words
    checked = words["verified"].format(day(one.verified_on)) if one.verified_on else ""
    rest = (
        one.place,
        words["hours"].format(one.hours) if one.hours.strip() else "",
        one.note,
        checked or words["unverified"],
    )
    return one.called, one.phone, " · ".join(part for part in rest if part.strip())


def resource_sheet(kept: Iterable[Resource], text: CrisisText, day: Callable[[str], str]) -> Sheet:
    """Return the list of whom to call as a paper, a part for each sort (clauses 027, 130)."""
    found = shown(kept, text)
    parts = []
    for sort in ResourceSort:
        rows = tuple(_line(one, text, day) for one in found if one.sort is sort)
        if rows:
            parts.append(SheetPart(text.words[f"sort_{sort.name.lower()}"], rows))
    return Sheet(
        text.words["resources"],
        text.words["resources_about"],
        tuple(parts),
        text.edition,
        text.language,
    )
