"""The pre-intake form: what a case has open is on it, and the trail knows that it left."""

from __future__ import annotations

import pytest

from app.domain.audit import AuditKind
from app.domain.client import Profile
from app.domain.errors import CaseLocked
from app.domain.intake import Intake, IntakeGroup, Medical, Needs
from app.services import case_locks, intake_papers

pytestmark = pytest.mark.clause("062")
KNOWN = Profile(
    name="韩梅梅", intake=Intake(medical=Medical("三院"), needs=Needs(large_print=True))
)
LOCK = "雨天窗台上的三盆绿萝"


def test_what_the_case_has_open_is_offered(desk):
    case = desk.case("L-07", KNOWN)
    groups, large, code = intake_papers.known_groups(desk.vault, case)
    assert (groups, large, code) == ((IntakeGroup.MEDICAL, IntakeGroup.NEEDS), True, "L-07")


def test_the_form_is_empty_or_of_a_case(desk):
    case = desk.case("L-07", KNOWN)
    empty = intake_papers.form(desk.vault, desk.tools, "zh", ())
    filled = intake_papers.form(
        desk.vault, desk.tools, "en", (IntakeGroup.MEDICAL,), case, large=True
    )
    assert "韩梅梅" not in empty.words()
    assert {"韩梅梅", "三院"} <= set(filled.words())
    assert (empty.language, filled.language, filled.large) == ("zh", "en", True)


def test_only_a_form_of_a_case_is_in_the_trail(desk):
    case = desk.case("L-07", KNOWN)
    intake_papers.printed(desk.vault, desk.clock)
    intake_papers.printed(desk.vault, desk.clock, case)
    kinds = [(one.kind, one.case_id) for one in desk.vault.audit.entries()]
    assert [one for one in kinds if one[0] is AuditKind.INTAKE_FORM_PRINTED] == [
        (AuditKind.INTAKE_FORM_PRINTED, case)
    ]


def test_of_a_shut_case_nothing_is_printed(desk):
    case = desk.case("L-07", KNOWN)
    case_locks.set_password(desk.vault, desk.clock, case, LOCK, recovery=False)
    case_locks.shut(desk.vault, desk.clock, case)
    with pytest.raises(CaseLocked):
        intake_papers.known_groups(desk.vault, case)
    with pytest.raises(CaseLocked):
        intake_papers.form(desk.vault, desk.tools, "zh", (), case)
