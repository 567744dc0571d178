"""What else belongs to the cases of the invented practice: intake, family, a couple's agreement.

Each part stands in the story where somebody has it; what stands nowhere is not made.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from app.domain import genogram
from app.domain.answer_column import guess
from app.domain.answer_table import table_of
from app.domain.formulation import Formulation, FormulationPart
from app.domain.formulation_scheme import schemes_in
from app.domain.intake import (
    CaseType,
    Identity,
    IdentityStatus,
    Intake,
    IntakeGroup,
    Member,
    Request,
    Ties,
    Triage,
    Urgency,
)
from app.domain.tech_sheet import TechSheet
from app.services import formulations, genograms, questionnaires, reflections, tech_sheets
from app.services.questionnaires import Placed
from app.services.reflections import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.genogram import Genogram
    from app.ports import OpenVault
    from app.services.tools import Tools

_ASKED: Final = timedelta(days=5)
_ANSWERED: Final = timedelta(hours=6)
_TRIED: Final = timedelta(days=1)
_JOINS: Final[Mapping[str, Callable[[Genogram, int], tuple[Genogram, int]]]] = {
    "father": genogram.add_parents,
    "partner": genogram.add_partner,
    "child": genogram.add_child,
    "sibling": genogram.add_sibling,
}


def intake(raw: Mapping[str, Any], begun: datetime) -> Intake:
    """Return what was asked before the first session, which began at `begun`."""
    if not raw:
        return Intake()
    at = begun - _ASKED
    ties = Ties(known=bool(raw.get("knows")), how=raw.get("knows", ""))
    return Intake(
        kind=CaseType(raw.get("kind", CaseType.INDIVIDUAL.value)),
        identity=Identity(IdentityStatus(raw["identity"]), raw.get("how", "")),
        triage=Triage(Urgency(raw["urgency"]), raw["reasons"]),
        request=Request(
            at, at + _ANSWERED, raw.get("source", ""), raw["seeks"], raw.get("expects", "")
        ),
        ties=ties,
        earlier=raw.get("earlier", ""),
        culture=raw.get("culture", ""),
        members=tuple(Member(**one) for one in raw.get("members", ())),
        shown=tuple(IntakeGroup(one) for one in raw.get("shown", ())),
    )


def before(vault: OpenVault, tools: Tools, case: Case, raw: Mapping[str, Any]) -> None:
    """Take in the answers of a questionnaire, and try out the connection."""
    if "answers" in raw:
        heads, said = (list(one) for one in raw["answers"])
        table = table_of([heads, said])
        placed = [Placed(table.rows[0], case.id)]
        how = questionnaires.How(guess(heads), case.mode)
        questionnaires.take_in(vault, tools.clock, placed, table, how)
    if "tech" in raw:
        tried = (tools.clock.now() - _TRIED).date().isoformat()
        tech_sheets.record(vault, tools, case.id, TechSheet(**raw["tech"], tried_on=tried))


def after(vault: OpenVault, tools: Tools, case: Case, said: tuple[Mapping[str, Any], str]) -> None:
    """Draw the family, understand the case and reflect on it, in a language."""
    raw, language = said
    if "family" in raw:
        genograms.record(vault, tools, case.id, family(raw["family"]))
    if "formulation" in raw:
        formulations.record(
            vault, tools, case.id, _formulation(tools, raw["formulation"], language)
        )
    for text in raw.get("reflections", ()):
        reflections.keep(vault, tools.clock, Writing(case.id), text)


def family(raw: Mapping[str, Any]) -> Genogram:
    """Return a family: the client first, then each as what they are `of` somebody before them.

    Bonds tie people by their names.
    """
    made = genogram.begun()
    known: dict[str, int] = {}
    for one in raw["people"]:
        made, number = _joined(made, one, known)
        known[one["name"]] = number
        person = replace(
            made.person(number),
            sex=genogram.Sex(one["sex"]),
            name=one["name"],
            age=one.get("age"),
            died=one.get("died", False),
            note=one.get("note", ""),
        )
        made = genogram.change(made, person)
    for left, right, feeling in raw.get("bonds", ()):
        bond = genogram.Feeling(feeling)
        made = genogram.change_bond(made, known[left], known[right], bond)
    return made


def _joined(
    made: Genogram, one: Mapping[str, Any], known: Mapping[str, int]
) -> tuple[Genogram, int]:
    """Return a family with somebody more, and their number; the first is the client."""
    if not known:
        return made, made.index
    to = known[one["of"]]
    if one["as"] == "mother":  # came with the father
        return made, to + 1
    join = _JOINS[one["as"]]
    return join(made, to)


def _formulation(tools: Tools, raw: Mapping[str, Any], language: str) -> Formulation:
    """Return a formulation along a scheme."""
    schemes = schemes_in(tools.formulation_schemes, language)
    scheme = next(one for one in schemes if one.key == raw["scheme"])
    texts = raw["parts"]
    parts = tuple(
        FormulationPart(one.key, one.title, texts.get(one.key.rpartition(".")[2], ""))
        for one in scheme.parts
    )
    made = Formulation(scheme.key, scheme.title, scheme.edition, scheme.language, parts)
    return replace(made, goals=raw["goals"], methods=raw["methods"])
