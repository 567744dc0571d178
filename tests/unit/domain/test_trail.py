"""The groups of the trail: every kind of act is in one, and only in one."""

from __future__ import annotations

import pytest

from app.domain.audit import AuditKind
from app.domain.trail import Act, kinds


@pytest.mark.clause("113")
def test_every_kind_of_act_is_found_in_one_group():
    found = [kind for act in Act for kind in kinds(act)]
    assert len(found) == len(set(found)) == len(AuditKind)
    assert AuditKind.BACKED_UP in kinds(Act.KEPT)
