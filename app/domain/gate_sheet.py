"""What the sheet of a session must say before its note is signed, and what it should say.

The rules of `GATE` stop a signature; those of `CAUTION` are said beside it and stop nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.age import is_minor
from app.domain.attendance import roster
from app.domain.beyond_words import beyond_words
from app.domain.blank import is_blank
from app.domain.case import CONSENT_MODES, ServiceMode
from app.domain.competence import outside
from app.domain.entry import EntryKind
from app.domain.gate import GATE, GateFacts
from app.domain.intake import Urgency
from app.domain.local_time import local
from app.domain.risk_assessment import risk_of
from app.domain.rule import Book, Step
from app.domain.session_sheet import Opening, Surroundings
from app.domain.sheet_answers import FOUR, gaps, grave
from app.domain.tech_sheet import tech_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.risk import RiskLevel

CAUTION: Final[Book[GateFacts]] = Book("caution")
"""What is worth a word before a session note is signed."""
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "gate.who_came": ("came",),
    "gate.identity_checked": ("identity",),
    "gate.third_person": ("third_person_who",),
    "gate.three_fields": ("mood", "risk", "problem"),
    "gate.four_answers": FOUR,
    "gate.risk_confirmed": ("client_place", "counselor_place", "confirmed"),
}
"""The fields of the sheet that a rule asks for, in their order."""
_ALL: Final = frozenset(Surroundings)


@GATE.rule("108", step=Step.SHEET)
def who_came(facts: GateFacts) -> bool:
    """Say whether several come together, and it is not on record who of them came this time."""
    return _open(facts, "gate.who_came")


@GATE.rule("030", "105", step=Step.SHEET)
def identity_checked(facts: GateFacts) -> bool:
    """Say whether it is not on record how the client's identity was checked in this session."""
    return _open(facts, "gate.identity_checked")


@GATE.rule("077", step=Step.SHEET)
def third_person(facts: GateFacts) -> bool:
    """Say whether somebody else was there, and it is not said who and why."""
    return _open(facts, "gate.third_person")


@GATE.rule("121", step=Step.SHEET)
def three_fields(facts: GateFacts) -> bool:
    """Say whether mood, level of risk or kind of problem is missing."""
    return _open(facts, "gate.three_fields")


@GATE.rule("123", step=Step.SHEET)
def four_answers(facts: GateFacts) -> bool:
    """Say whether complaint, risk, intervention or referral has no answer; 无 is one."""
    return _open(facts, "gate.four_answers")


@GATE.rule("047", "104", step=Step.SHEET)
def risk_confirmed(facts: GateFacts) -> bool:
    """Say whether the risk is middle or high, and who and where is not confirmed for today."""
    return _open(facts, "gate.risk_confirmed")


@CAUTION.rule("031", "077", step=Step.SHEET)
def surroundings(facts: GateFacts) -> bool:
    """Say whether one side was not alone, not in quiet, or badly connected."""
    sheet = facts.sheet
    return facts.afar and not (sheet.mine >= _ALL and sheet.theirs >= _ALL)


@CAUTION.rule("092", step=Step.SHEET)
def no_recording(facts: GateFacts) -> bool:
    """Say whether the first session passed without the word that nobody records it."""
    return _first_afar(facts) and Opening.NO_RECORDING not in facts.sheet.opening


@CAUTION.rule("054", "067", step=Step.SHEET)
def remedy(facts: GateFacts) -> bool:
    """Say whether a first assessment from afar has nothing to make up for what is not seen."""
    return _first_afar(facts) and is_blank(facts.sheet.remedy)


@CAUTION.rule("051", step=Step.TECH)
def untried(facts: GateFacts) -> bool:
    """Say whether the first session from afar was held, and no connection was ever tried out."""
    sheets = (one for one in facts.entries if one.kind is EntryKind.TECH_SHEET)
    return _first_afar(facts) and not any(tech_of(one.value).tried_on for one in sheets)


@CAUTION.rule("122", "124", step=Step.RISK)
def risk_assessed(facts: GateFacts) -> bool:
    """Say whether the risk is middle or high, and no assessment was made in this session."""
    return grave(facts.sheet) and _assessed(facts) is None


@CAUTION.rule("124", step=Step.RISK)
def risk_agrees(facts: GateFacts) -> bool:
    """Say whether the sheet and the assessment made in this session say two levels."""
    assessed = _assessed(facts)
    return assessed is not None and facts.sheet.risk not in {None, assessed}


@CAUTION.rule("019", "075", step=Step.PRACTICE)
def competence(facts: GateFacts) -> bool:
    """Say whether the kind of problem is none of what she wrote she is competent in."""
    return outside(facts.sheet.problem, facts.competence)


@CAUTION.rule("075", step=Step.INTAKE)
def complex_case(facts: GateFacts) -> bool:
    """Say whether a request was graded as complex, when its first session is signed."""
    first = facts.session.number == 1 and facts.session.mode is not ServiceMode.CRISIS
    return first and facts.profile.intake.triage.urgency is Urgency.COMPLEX


@CAUTION.rule("138", "153", step=Step.CONSENT)
def guardian(facts: GateFacts) -> bool:
    """Say whether a minor by the birth date came on a consent that no guardian signed.

    The law lets some of sixteen consent alone, so it is a thought and no stop (民法典 18).
    """
    holding = [one for one in facts.agreed if one.holds(facts.session)]
    day = local(facts.session.starts_at, facts.here).date()
    young = is_minor(facts.profile.birth_date, day)
    asked = facts.session.mode in CONSENT_MODES and holding
    return bool(asked) and young and not any(one.guardian for one in holding)


@CAUTION.rule("137", step=Step.NOTE)
def doctors_words(facts: GateFacts) -> bool:
    """Say whether the note diagnoses, or advises on medicines: both are for medical institutions.

    What a client tells of a hospital is no diagnosis of hers: it is a thought, never a stop.
    """
    return bool(beyond_words(*(one.text for one in facts.note.body.parts)))


def _open(facts: GateFacts, name: str) -> bool:
    """Return whether any field that a rule asks for is open."""
    people = roster(facts.profile, facts.sheet)
    return bool({*FIELDS[name]} & {*gaps(facts.session.mode, facts.note.body, facts.sheet, people)})


def _assessed(facts: GateFacts) -> RiskLevel | None:
    """Return the level of the last assessment that was made in the session; None without one."""
    made = [
        risk_of(one.value).level
        for one in facts.entries
        if one.kind is EntryKind.RISK and one.session_id == facts.session.id
    ]
    return made[-1] if made else None


def _first_afar(facts: GateFacts) -> bool:
    return facts.afar and facts.session.number == 1
