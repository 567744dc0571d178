"""The crisis card, and what is done in a crisis: each step logged, the five settled, the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import as_json
from app.domain.audit import AuditKind
from app.domain.client import Profile
from app.domain.crisis_card import (
    CARD,
    CrisisCard,
    Whereabouts,
    card_sheet,
    event_sheet,
    outside,
)
from app.domain.crisis_event import CLOSING, STEP, Closing, CrisisAct, events_of, step_of
from app.domain.entry import EntryKind
from app.domain.errors import CrisisIncomplete
from app.domain.local_time import counselor_place, local
from app.domain.paper_day import said_day
from app.domain.practice import Practice
from app.domain.safety_plan import plan_of
from app.services import agenda, case_entries, catalogues, directory, risks
from app.services.beside import Beside, readable
from app.services.standings import standings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.client import Place
    from app.domain.crisis_event import CrisisEvent, CrisisStep
    from app.domain.crisis_text import CrisisText
    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.risk_course import RiskStanding
    from app.domain.rule import Rule
    from app.domain.session import Session
    from app.domain.sheet import Sheet
    from app.ports import OpenVault
    from app.services.agenda import Person
    from app.services.risks import Signs
    from app.services.tools import Tools

OFFERED: Final = 9
"""How many cases are offered, a digit each."""
_LONG_AGO: Final = 0.0


@dataclass(frozen=True)
class CrisisPage:
    """What the page of a crisis shows: the card with what it lacks, and the events, newest first.

    `duties` are the rules that the level of danger asks for and that are not met; `texts` are the
    words of its papers by language.
    """

    card: CrisisCard = field(repr=False)
    lacks: tuple[str, ...]
    here: Place = field(repr=False)
    duties: tuple[Rule[RiskStanding], ...]
    events: tuple[CrisisEvent, ...] = field(repr=False)
    unfinished: Mapping[str, Any] = field(repr=False)
    texts: Mapping[str, CrisisText] = field(default_factory=dict, repr=False)


def client_abroad(vault: OpenVault, case_id: CaseId) -> bool:
    """Return whether the client is known to be where the numbers of the mainland do not reach."""
    profile = readable(lambda: vault.clients.of_case(case_id).profile, Profile())
    return outside(_places(risks.signs(vault, case_id), profile), profile)


def page(vault: OpenVault, tools: Tools, case_id: CaseId, language: str) -> CrisisPage:
    """Return what the page shows, and write that it was read; that never fails on a full disk.

    Where damage hides something of it, the card says so and shows the rest. Raises `CaseLocked`
    where the case is shut.
    """
    code = readable(lambda: case_entries.open_case(vault, case_id).code, f"#{case_id}")
    about = Beside()
    profile = about.part(lambda: vault.clients.of_case(case_id).profile, Profile())
    now, signs = tools.clock.now(), risks.signs(vault, case_id)
    plans = [one for one in signs.entries if one.kind is EntryKind.SAFETY_PLAN]
    card = CrisisCard(
        now,
        code,
        profile,
        _places(signs, profile),
        directory.shown(vault, tools, language),
        plan_of(plans[-1].value) if plans else None,
        plans[-1].at if plans else None,
        signs.standing(now).level or profile.intake.triage.risk,
        signs.hidden or about.hidden,
        about.hidden,
    )
    vault.audit.record_or_hold(AuditKind.CRISIS_CARD_READ, now, case_id)
    return CrisisPage(
        card,
        CARD.lacks(card),
        counselor_place(profile, readable(vault.settings.practice, Practice()).place),
        signs.duties(now),
        tuple(reversed(events_of(signs.entries))),
        readable(lambda: case_entries.unfinished(vault, case_id, EntryKind.CRISIS), {}),
        readable(lambda: catalogues.worded(vault, tools), tools).crisis_texts,
    )


def log(vault: OpenVault, tools: Tools, case_id: CaseId, step: CrisisStep) -> CaseEntry:
    """Store a step for good.

    Raises `CrisisIncomplete` where a rule is not met: of the step, or, at the end of an event, of
    the five (clause 098). KeyError where the event is none of this case, or ended before.
    """
    events = {one.id: one for one in _events(vault, case_id) if not one.closed_at}
    missing = STEP.lacks(step)
    if step.act is CrisisAct.CLOSED:
        missing += CLOSING.lacks(Closing(events[step.event], step))
    elif step.act is not CrisisAct.OPENED and step.event not in events:
        raise KeyError(step.event)
    if missing:
        raise CrisisIncomplete(missing)
    what = (EntryKind.CRISIS, AuditKind.CRISIS_LOGGED)
    return case_entries.enter(vault, tools.clock, case_id, what, as_json(step))


def card_paper(found: CrisisPage, language: str) -> Sheet:
    """Return the card as a paper."""
    when = partial(_when, here=found.here, language=language)
    return card_sheet(found.card, found.texts[language], when)


def event_paper(event: CrisisEvent, found: CrisisPage, language: str) -> Sheet:
    """Return the summary of an event as a paper."""
    when = partial(_when, here=found.here, language=language)
    return event_sheet(event, found.card.code, found.texts[language], when)


def printed(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Write that a card or a summary left the vault."""
    vault.audit.record_or_hold(AuditKind.CRISIS_PRINTED, tools.clock.now(), case_id)


@dataclass(frozen=True)
class Chance:
    """A case to choose, and whether something waits there because of danger."""

    person: Person
    grave: bool


def choices(vault: OpenVault, tools: Tools) -> tuple[Chance, ...]:
    """Return the cases to choose from: those in danger first, then those seen last."""
    states = standings(vault)
    nobody: dict[CaseId, Session] = {}
    last = states.part(vault.sessions.last, nobody)
    grave = {one.case_id for one in risks.due(vault, tools.clock.now(), states, last)}

    def seen(case_id: CaseId) -> float:
        held = last.get(case_id)
        return _LONG_AGO if held is None else held.starts_at.timestamp()

    order = sorted(states.cases, key=lambda one: (one not in grave, -seen(one)))
    return tuple(Chance(agenda.person_beside(vault, one), one in grave) for one in order[:OFFERED])


def _events(vault: OpenVault, case_id: CaseId) -> tuple[CrisisEvent, ...]:
    return events_of(vault.entries.of_case(case_id, EntryKind.CRISIS, EntryKind.RISK))


def _places(signs: Signs, profile: Profile) -> tuple[Whereabouts, ...]:
    """Return where the client was known to be, the newest first; the address last."""
    steps = [(one.at, step_of(one.value)) for one in signs.entries if one.kind is EntryKind.CRISIS]
    found = [
        Whereabouts(step.words, at, confirmed=True)
        for at, step in steps
        if step.act is CrisisAct.PLACE
    ]
    if signs.held is not None and signs.sheet is not None:
        there = signs.sheet.client_place
        met = Whereabouts(there.city, signs.held.starts_at, zone=there.time_zone)
        found += [met] if there.city.strip() else []
    dated = sorted(found, key=lambda one: one.at.timestamp() if one.at else 0.0)[::-1][:2]
    known = (profile.address, profile.place.city)
    return (*dated, *(Whereabouts(one) for one in known if one.strip()))


def _when(at: datetime, here: Place, language: str) -> str:
    shown = local(at, here)
    gap = ", " if language == "en" else " "
    return f"{said_day(shown.date().isoformat(), language)}{gap}{shown:%H:%M}"
