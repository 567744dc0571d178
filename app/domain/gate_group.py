"""Several people in one session: each signs what they agree on confidentiality first (108)."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from app.domain.attendance import who_come
from app.domain.case import CONSENT_MODES
from app.domain.gate import GATE
from app.domain.rule import Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.gate import GateFacts, Together


@GATE.rule("108", step=Step.GROUP)
def group_agreement(facts: GateFacts) -> bool:
    """Whether a couple, a family or a group met before each of them signed the group agreement.

    Those who come are the client and the members on record; once the sheet says who came to this
    session, they alone. Where nobody is named, one agreement is asked for all the same.
    """
    if facts.session.mode not in CONSENT_MODES or not facts.profile.intake.kind.several:
        return False
    holding = [one for one in facts.together if one.holds(facts.session)]
    people = facts.sheet.came or who_come(facts.profile)
    return not holding or bool(unsigned(people, holding))


def unsigned(people: Iterable[str], holding: Iterable[Together]) -> tuple[str, ...]:
    """Return who of these people stands in none of the agreements, each as written on record.

    Two who bear one name need two lines of one agreement: it could be one person's twice.
    """
    signed: Counter[str] = Counter()
    for one in holding:
        signed |= Counter(_same(name) for name in one.members if name.strip())
    found = []
    for name in people:
        signed[_same(name)] -= 1
        if signed[_same(name)] < 0:
            found.append(name)
    return tuple(found)


def _same(name: str) -> str:
    """Return a name without what tells nobody apart: width, case, and the spaces in it."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
