"""What ended and what was told outside in a year, counted for its figures (119, 134)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.domain.disclosure import Basis, disclosure_of
from app.domain.ending import EndingKind, ending_of
from app.domain.entry import EntryKind
from app.domain.follow_up import Reached, follow_up_of
from app.domain.local_time import wall
from app.domain.referral import referral_of
from app.domain.year_figures import UNKNOWN, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime
    from enum import Enum

    from app.domain.case import Case
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.year_figures import Tally
    from app.ports import OpenVault
    from app.services.beside import Beside

GOES, STAYS = "goes", "stays"
"""Whether a client who was referred goes there, or declined."""


@dataclass(frozen=True)
class YearSpan:
    """A year by the clock of the practice: from `begin`, and before `end`."""

    year: int
    begin: datetime
    end: datetime
    zone: str


@dataclass(frozen=True)
class _Count:
    """A table of entries: of a kind, under what each stands, and the ISO day that it names."""

    key: str
    kind: EntryKind
    order: tuple[str, ...]
    said: Callable[[Mapping[str, Any]], str]
    day: Callable[[Mapping[str, Any]], str] = lambda _: ""


def _word(one: Enum | None) -> str:
    return UNKNOWN if one is None else str(one.value)


_COUNTS: Final = (
    _Count(
        "closings",
        EntryKind.ENDING,
        (*(one.value for one in EndingKind), UNKNOWN),
        lambda raw: _word(ending_of(raw).kind),
        lambda raw: ending_of(raw).on,
    ),
    _Count(
        "referrals",
        EntryKind.REFERRAL,
        (GOES, STAYS, UNKNOWN),
        lambda raw: GOES if referral_of(raw).goes else STAYS,
    ),
    _Count(
        "follow-ups",
        EntryKind.FOLLOW_UP,
        (*(one.value for one in Reached), UNKNOWN),
        lambda raw: _word(follow_up_of(raw).reached),
        lambda raw: follow_up_of(raw).on,
    ),
    _Count(
        "disclosures",
        EntryKind.DISCLOSURE,
        (*(one.value for one in Basis), UNKNOWN),
        lambda raw: _word(disclosure_of(raw).basis),
    ),
)


def tables(
    vault: OpenVault, span: YearSpan, cases: Mapping[CaseId, Case], beside: Beside
) -> tuple[Tally, ...]:
    """Return closings, referrals, follow-ups and disclosures of a year, counted by what they are.

    An entry counts in the year of the day that it names, or else in which it was made. Of a case
    that is shut or damaged only the latter is known; there it is `UNKNOWN`.
    """
    kinds = tuple(one.kind for one in _COUNTS)
    nothing: list[tuple[CaseId, datetime]] = []
    made = {kind: beside.part(partial(vault.entries.made, kind), nothing) for kind in kinds}
    begun = dict.fromkeys(case_id for every in made.values() for case_id, _ in every)
    read = {one: _entries(vault, cases.get(one), kinds, beside) for one in begun}
    return tuple(_counted(one, made[one.kind], read, span) for one in _COUNTS)


def _entries(
    vault: OpenVault, case: Case | None, kinds: Sequence[EntryKind], beside: Beside
) -> Sequence[CaseEntry] | None:
    """Return the entries of a case of these kinds; None where nobody can read them."""
    if case is None or case.shut:
        return None
    nothing: Sequence[CaseEntry] | None = None
    return beside.part(lambda: vault.entries.of_case(case.id, *kinds), nothing)


def _counted(
    what: _Count,
    made: Sequence[tuple[CaseId, datetime]],
    read: Mapping[CaseId, Sequence[CaseEntry] | None],
    span: YearSpan,
) -> Tally:
    """Return one table."""
    found: dict[str, list[int]] = defaultdict(list)
    hidden = [one for one, at in made if read[one] is None and span.begin <= at < span.end]
    found[UNKNOWN].extend(hidden)
    for case_id, entries in read.items():
        for word in _words(what, entries or (), span):
            found[word].append(case_id)
    return counted(what.key, found, what.order)


def _words(what: _Count, entries: Sequence[CaseEntry], span: YearSpan) -> Iterator[str]:
    """Yield under what the entries of a case stand, of those that count in the year."""
    for one in entries:
        if one.kind is what.kind:
            day = what.day(one.value)
            on = date.fromisoformat(day) if day else wall(one.at, span.zone).date()
            if on.year == span.year:
                yield what.said(one.value)
