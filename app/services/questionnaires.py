"""Take the answers of an online questionnaire into the vault, one person after the other (062)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.domain.answer_case import Reading, content_of, fill, mark_of, own_word
from app.domain.answer_column import Becomes, guess, settled
from app.domain.answer_person import Beside, Seen, folded
from app.domain.audit import AuditKind
from app.domain.client import Profile
from app.domain.entry import EntryKind
from app.domain.errors import CaseLocked
from app.domain.local_time import counselor_place
from app.domain.near import digits
from app.domain.questionnaire import Questionnaire, questionnaire_of, questionnaire_to_mapping
from app.services import cases, trail
from app.services.beside import readable
from app.services.case_entries import open_case, was_read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from app.domain.answer_case import Filled, Why
    from app.domain.answer_table import AnswerRow, AnswerTable
    from app.domain.case import Case, ServiceMode
    from app.domain.client import Place
    from app.domain.ids import CaseId
    from app.ports import Clock, KnownAnswer, OpenVault
    from app.services.agenda import Person


class Standing(Enum):
    """How an answer stands to what is in the vault."""

    NEW = "new"
    KNOWN = "known"
    CHANGED = "changed"
    TWIN = "twin"


@dataclass(frozen=True)
class AnswerLine:
    """An answer as the list before the import shows it; `at` is its place in the table.

    `case_id` is where it was taken in before. `twin` is the row of the file that says the same
    before it; `beside` is one before it that may be of the same person. `alike` are cases whose
    client has that name or that telephone number. `stayed` names the heads whose answer
    no field can take, with why.
    """

    at: int
    number: int
    name: str = field(repr=False)
    sent: str = field(repr=False)
    standing: Standing
    case_id: CaseId | None = None
    twin: int = 0
    alike: tuple[CaseId, ...] = ()
    stayed: tuple[tuple[str, Why], ...] = field(default=(), repr=False)
    beside: Beside = field(default_factory=Beside)

    @property
    def plain(self) -> bool:
        """Whether it is new and, as far as one can see, of somebody new."""
        return self.standing is Standing.NEW and not self.alike and not self.beside.row


@dataclass(frozen=True)
class Beginning:
    """What is known of a table before anything is chosen; `remembered`: from the last time."""

    columns: tuple[Becomes, ...]
    remembered: bool
    persons: tuple[Person, ...] = field(repr=False)


@dataclass(frozen=True)
class Placed:
    """Where an answer goes: into a case that is there, or into a new one of this code name.

    `beside` is the row before it whose case it goes into, 0 for none; `case_id` is that case where
    the row was not placed together with it.
    """

    row: AnswerRow
    case_id: CaseId | None = None
    code: str = field(default="", repr=False)
    beside: int = 0


def _no_zone(_city: str) -> str:
    """Return that no time zone of a city is known."""
    return ""


@dataclass(frozen=True)
class How:
    """How answers are taken in: what the columns become, and the way of service of new cases.

    A city that comes in brings its time zone by `zone_of`, as when it is typed; "" is for one that
    nobody knows.
    """

    columns: Sequence[Becomes]
    mode: ServiceMode
    zone_of: Callable[[str], str] = _no_zone


@dataclass(frozen=True)
class TakenIn:
    """An answer that is in the vault, or whose case was `shut` meanwhile, so that it is not."""

    number: int
    case_id: CaseId
    code: str = field(repr=False)
    new: bool
    shut: bool = False
    stayed: tuple[tuple[str, Why], ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class AnswersPage:
    """The answers of a case as they are read, the last first, each with when it came in."""

    case: Case
    here: Place = field(repr=False)
    answers: tuple[tuple[datetime, Questionnaire], ...] = field(repr=False)


def begin(vault: OpenVault, table: AnswerTable) -> Beginning:
    """Return what the columns become: as chosen for these heads before, else as they sound."""
    before = settled(table.heads, vault.settings.answer_columns(table.heads))
    persons = tuple(trail.persons(vault))
    return Beginning(before or guess(table.heads), before is not None, persons)


def lines(
    vault: OpenVault, clock: Clock, table: AnswerTable, columns: Sequence[Becomes]
) -> tuple[AnswerLine, ...]:
    """Return how every answer stands, and remember what was chosen for the columns."""
    with vault.transaction():
        vault.settings.remember_answer_columns(table.heads, [one.value for one in columns])
    reading = _reading(vault, clock)
    names, phones = _people(vault)
    marks = [(mark_of(row, table.heads, columns), _content(row, table)) for row in table.rows]
    known = vault.answers.known(marks)
    first: dict[str, int] = {}
    seen = Seen()
    found = []
    for at, row in enumerate(table.rows):
        filled = fill(row, table.heads, columns, Profile(), reading)
        twin = first.setdefault(marks[at][0], row.number)
        who = filled.profile
        alike = {*names.get(folded(who.name), ()), *phones.get(digits(who.phone), ())}
        found.append(
            AnswerLine(
                at,
                row.number,
                who.name,
                own_word(row, columns, Becomes.SUBMITTED),
                _standing(known[at], twin=twin != row.number),
                known[at].case_id if known[at] else None,  # type: ignore[union-attr]
                twin if twin != row.number else 0,
                tuple(sorted(alike)),
                filled.stayed,
                seen.meet(who, row.number) if twin == row.number else Beside(),
            )
        )
    return tuple(found)


def codes(vault: OpenVault, stem: str, count: int) -> tuple[str, ...]:
    """Return so many code names that begin with `stem` and that no case has."""
    taken = {one.code for one in cases.known_cases(vault)[0]}
    found: list[str] = []
    number = 1
    while len(found) < count:
        code = f"{stem}{number:03d}"
        number += 1
        if code not in taken:
            found.append(code)
    return tuple(found)


def take_in(
    vault: OpenVault,
    clock: Clock,
    placed: Iterable[Placed],
    table: AnswerTable,
    how: How,
) -> tuple[TakenIn, ...]:
    """Take answers into the vault, each whole or not at all; what is there is written over by none.

    An answer for a case that is shut stays out. Raises as `cases.open_case` does, and as a disk
    refuses: the answers before it are in the vault then, and are recognised when they come again.
    """
    reading = _reading(vault, clock)
    cases_of: dict[int, CaseId] = {}
    found = []
    for wanted in placed:
        one = replace(wanted, case_id=cases_of.get(wanted.beside, wanted.case_id))
        try:
            with vault.transaction():
                taken = _take_one(vault, clock, one, table, (how, reading))
        except CaseLocked:
            assert one.case_id is not None  # noqa: S101 - for mypy: a new case is never shut
            taken = TakenIn(one.row.number, one.case_id, "", new=False, shut=True)
        cases_of[taken.number] = taken.case_id
        found.append(taken)
    return tuple(found)


def answers(vault: OpenVault, clock: Clock, case_id: CaseId) -> AnswersPage:
    """Return the answers of a case; raise `CaseLocked`."""
    case = open_case(vault, case_id)
    entries = vault.entries.of_case(case_id, EntryKind.QUESTIONNAIRE)
    was_read(vault, clock, case_id, AuditKind.QUESTIONNAIRES_READ, entries)
    found = tuple((one.at, questionnaire_of(one.value)) for one in reversed(entries))
    profile = vault.clients.of_case(case_id).profile
    here = counselor_place(profile, vault.settings.practice().place)
    return AnswersPage(case, here, found)


def _take_one(
    vault: OpenVault,
    clock: Clock,
    one: Placed,
    table: AnswerTable,
    means: tuple[How, Reading],
) -> TakenIn:
    """Take one answer in."""
    how, reading = means
    columns, mode, zone_of = how.columns, how.mode, how.zone_of
    if one.case_id is None:
        filled = fill(one.row, table.heads, columns, Profile(), reading)
        filled = _zoned(filled, Profile(), zone_of)
        case = cases.open_case(vault, clock, one.code, mode, filled.profile)
    else:
        case = open_case(vault, one.case_id)
        before = vault.clients.of_case(case.id).profile
        filled = _zoned(fill(one.row, table.heads, columns, before, reading), before, zone_of)
        if filled.profile != before:
            cases.change_case(vault, clock, case, filled.profile)
    now = clock.now()
    entry = vault.entries.add(
        case.id, EntryKind.QUESTIONNAIRE, now, _value(one.row, columns, filled)
    )
    vault.answers.keep(
        case.id, mark_of(one.row, table.heads, columns), content_of(one.row, table.heads)
    )
    vault.audit.record(AuditKind.QUESTIONNAIRE_TAKEN_IN, now, case.id, entry.id)
    return TakenIn(
        one.row.number, case.id, case.code, new=one.case_id is None, stayed=filled.stayed
    )


def _zoned(filled: Filled, before: Profile, zone_of: Callable[[str], str]) -> Filled:
    """Return what was filled in, a new city with its time zone where none is known."""
    place = filled.profile.place
    if place.time_zone or place.city == before.place.city:
        return filled
    place = replace(place, time_zone=zone_of(place.city))
    return replace(filled, profile=replace(filled.profile, place=place))


def _reading(vault: OpenVault, clock: Clock) -> Reading:
    """Return by which clock the answers of this practice are read."""
    zone = vault.settings.practice().place.time_zone
    here = clock.now().astimezone(ZoneInfo(zone) if zone else None)
    return Reading(zone, here.date())


def _value(row: AnswerRow, columns: Sequence[Becomes], filled: Filled) -> Mapping[str, object]:
    """Return what the file of the case keeps of an answer."""
    sent = own_word(row, columns, Becomes.SUBMITTED)
    return questionnaire_to_mapping(Questionnaire(filled.kept, sent))


def _content(row: AnswerRow, table: AnswerTable) -> str:
    return content_of(row, table.heads)


def _standing(known: KnownAnswer | None, *, twin: bool) -> Standing:
    """Return how an answer stands; that it is in the vault comes before that it is there twice."""
    if known is not None:
        return Standing.KNOWN if known.same else Standing.CHANGED
    return Standing.TWIN if twin else Standing.NEW


def _people(vault: OpenVault) -> tuple[dict[str, set[CaseId]], dict[str, set[CaseId]]]:
    """Return the cases that can be read by the names and the telephone numbers of their clients."""
    names: dict[str, set[CaseId]] = {}
    phones: dict[str, set[CaseId]] = {}
    for case in cases.known_cases(vault)[0]:
        who = readable(partial(cases.known_profile, vault, case), Profile())
        if who.name.strip():
            names.setdefault(folded(who.name), set()).add(case.id)
        if digits(who.phone):
            phones.setdefault(digits(who.phone), set()).add(case.id)
    return names, phones
