"""The hours of the practice: counted from what is recorded anyway, towards what registers ask."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from app.domain.audit import AuditKind
from app.domain.errors import CaseLocked, RuleSetIncomplete, VaultDamaged
from app.domain.hour_goals import HOUR_RULES, rules_from, words_of
from app.domain.hours import (
    CaseHours,
    HourFacts,
    session_line,
    supervision_line,
    training_line,
    written_line,
)
from app.domain.local_time import wall
from app.domain.practice_record import Hours, Supervision, Training

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from app.domain.case import Case
    from app.domain.data_table import DataTable
    from app.domain.hour_goals import RuleSet, RuleSetWords
    from app.domain.hours import HourLine
    from app.domain.ids import CaseId
    from app.domain.sheet import Sheet
    from app.ports import OpenVault
    from app.services.tools import Tools

_OWN: Final = "own-"
NEW: Final = ""
"""The key of a rule set that is not kept yet."""

_FIRST: Final = datetime(1900, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class HoursPage:
    """What the page of the hours shows; `lines` have the oldest first.

    `cases` are those with sessions, the one with the most minutes first, and their minutes.
    `every` are the facts of every case, `chosen` the key of the rule set that is looked at.
    """

    counselor: str = field(repr=False)
    lines: tuple[HourLine, ...] = field(repr=False)
    cases: tuple[tuple[CaseHours, float], ...] = field(repr=False)
    every: HourFacts
    rule_sets: tuple[RuleSet, ...]
    chosen: str
    today: date

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which there are any, the last one first."""
        return tuple(sorted({int(one.day[:4]) for one in self.lines}, reverse=True))

    @property
    def supervisors(self) -> tuple[str, ...]:
        """Who supervised, in the order of their first time."""
        return tuple(dict.fromkeys(one.supervisor for one in self.lines if one.supervisor))


@dataclass(frozen=True)
class RuleSetsPage:
    """What the page of the rule sets shows; `begun` is what is written and not kept, by key."""

    shipped: tuple[RuleSet, ...]
    own: tuple[RuleSet, ...]
    begun: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)


def page(vault: OpenVault, tools: Tools, language: str) -> HoursPage:
    """Return what the page of the hours shows.

    A case that is shut or damaged counts with what its sessions alone say.
    """
    practice, now = vault.settings.practice(), tools.clock.now()
    every = vault.settings.hour_facts()
    zone = practice.place.time_zone
    found = vault.sessions.between(_FIRST, now + timedelta(days=1))
    sessions = [one for one in found if one.starts_at <= now]
    known = _cases(vault, {one.case_id for one in sessions})
    lines = [
        session_line(one, wall(one.starts_at, zone), known[one.case_id], every) for one in sessions
    ]
    lines += _recorded(vault)
    spent: dict[CaseId, float] = defaultdict(float)
    for one in sessions:
        spent[one.case_id] += one.minutes
    return HoursPage(
        practice.counselor,
        tuple(sorted(lines, key=lambda one: (one.day, one.start))),
        tuple(
            (known[case_id], minutes)
            for case_id, minutes in sorted(spent.items(), key=lambda one: -one[1])
        ),
        every,
        in_use(vault, tools, language),
        vault.settings.hour_rules_chosen(),
        wall(now, zone).date(),
    )


def choose(vault: OpenVault, key: str) -> None:
    """Remember which rule set is looked at."""
    vault.settings.choose_hour_rules(key)


def change_every(vault: OpenVault, facts: HourFacts) -> None:
    """Store how the sessions of every case count unless their case says otherwise."""
    with vault.transaction():
        vault.settings.change_hour_facts(facts)


def change_case(vault: OpenVault, tools: Tools, case_id: CaseId, facts: HourFacts) -> None:
    """Store how the sessions of a case count, under its key; raise `CaseLocked` where it is shut.

    What stands there is replaced: the whole case counts by it.
    """
    with vault.transaction():
        if vault.cases.get(case_id).shut:
            raise CaseLocked(case_id)
        client = vault.clients.of_case(case_id)
        vault.clients.change(replace(client, profile=replace(client.profile, hours=facts)))
        vault.audit.record(AuditKind.CLIENT_CHANGED, tools.clock.now(), case_id)


def in_use(vault: OpenVault, tools: Tools, language: str) -> tuple[RuleSet, ...]:
    """Return the rule sets one can look at: the shipped ones of a language, then her own."""
    shipped = (one for one in tools.hour_rules if one.language == language)
    return (*shipped, *own(vault))


def own(vault: OpenVault) -> tuple[RuleSet, ...]:
    """Return the last edition of each rule set that the counselor wrote and still uses."""
    last = {one.key: one for one in vault.settings.hour_rules()}
    return tuple(one for one in last.values() if not one.retired)


def rule_sets(vault: OpenVault, tools: Tools, language: str) -> RuleSetsPage:
    """Return what the page of the rule sets shows."""
    shipped = tuple(one for one in tools.hour_rules if one.language == language)
    return RuleSetsPage(shipped, own(vault), vault.settings.hour_rules_begun())


def keep(vault: OpenVault, key: str, words: RuleSetWords, language: str) -> RuleSet:
    """Store a rule set, or the next edition of the one that `key` names, and return it.

    One that says the same as its last edition makes no other. Raises `RuleSetIncomplete` where a
    rule is not met.
    """
    missing = HOUR_RULES.lacks(words)
    if missing:
        raise RuleSetIncomplete(missing)
    known = vault.settings.hour_rules()
    before = [one for one in known if one.key == key and key]
    with vault.transaction():
        vault.settings.keep_hour_rules_begun(key, {})
        if before and not before[-1].retired and words_of(before[-1]) == words:
            return before[-1]
        edition = int(before[-1].edition) + 1 if before else 1
        made = rules_from(words, key or _new_key(known), edition, language)
        vault.settings.change_hour_rules([*known, made])
    return made


def retire(vault: OpenVault, key: str, *, retired: bool = True) -> None:
    """Use a rule set no more, or again."""
    with vault.transaction():
        known = vault.settings.hour_rules()
        vault.settings.change_hour_rules(
            [replace(one, retired=retired) if one.key == key else one for one in known]
        )


def keep_begun(vault: OpenVault, key: str, words: Mapping[str, str]) -> None:
    """Keep what is written of a rule set, byte for byte; no words keep nothing."""
    vault.settings.keep_hour_rules_begun(key, words)


def export(
    vault: OpenVault,
    tools: Tools,
    path: Path,
    table: DataTable,
    cases: Iterable[CaseId] = (),
) -> None:
    """Write a table (.xlsx, else CSV) and into the trail which `cases` are named in it."""
    writer = tools.papers.xlsx if path.suffix.casefold() == ".xlsx" else tools.papers.csv
    data = writer.render(table)
    now = tools.clock.now()
    with vault.transaction():
        vault.audit.record(AuditKind.HOURS_EXPORTED, now)
        for case_id in dict.fromkeys(cases):
            vault.audit.record(AuditKind.HOURS_HOLD, now, case_id)
        tools.shelf.write(path, data)


def printed(vault: OpenVault, tools: Tools) -> None:
    """Write that a proof of hours left the vault; it names no case."""
    vault.audit.record_or_hold(AuditKind.HOURS_PRINTED, tools.clock.now())


def render(tools: Tools, sheet: Sheet) -> bytes:
    """Return a proof of hours as a PDF; raise `GlyphsMissing` rather than print a box."""
    return tools.papers.sheet.render(sheet)


def _recorded(vault: OpenVault) -> list[HourLine]:
    """Return the lines of what the practice records of itself."""
    made: list[HourLine] = []
    for entry in vault.practice.all():
        record = entry.record
        if isinstance(record, Supervision):
            made.append(supervision_line(record))
        elif isinstance(record, Training):
            made.append(training_line(record))
        elif isinstance(record, Hours):
            made.append(written_line(record))
    return made


def _cases(vault: OpenVault, wanted: set[CaseId]) -> dict[CaseId, CaseHours]:
    """Return what is known of cases, by number; of one that cannot be read its number alone."""
    readable, damaged = vault.cases.one_by_one()
    found = {one.id: _case(vault, one) for one in readable if one.id in wanted}
    return {**{one: CaseHours(one, f"№ {one:d}") for one in (*damaged, *wanted)}, **found}


def _case(vault: OpenVault, case: Case) -> CaseHours:
    if case.shut:
        return CaseHours(case.id, case.code)
    try:
        profile = vault.clients.of_case(case.id).profile
    except (KeyError, VaultDamaged):
        return CaseHours(case.id, case.code)
    return CaseHours(case.id, case.code, profile.intake.kind, profile.hours)


def _new_key(known: Sequence[RuleSet]) -> str:
    numbers = [int(one.key.removeprefix(_OWN)) for one in known]
    return f"{_OWN}{max(numbers, default=0) + 1}"
