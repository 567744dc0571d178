"""What the palette finds of the cases, and the consent it opens."""

from __future__ import annotations

import pytest

from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.consent import ConsentState
from app.domain.rank import rank
from app.services import consents, palette


def test_every_case_is_there_in_the_order_of_the_names(desk):
    for code, name in (("Z", "张三"), ("O", "区大相"), ("阿一", "")):
        desk.case(code, Profile(name=name))
    found = palette.entries(desk.vault)
    assert [(one.name, one.code) for one in found] == [("", "阿一"), ("区大相", "O"), ("张三", "Z")]
    assert [rank("oudaxiang", one.spelt) is not None for one in found] == [False, True, False]
    assert rank("ayi", found[0].spelt) is not None
    assert found[0].mode is ServiceMode.ONLINE
    assert "区" not in repr(found)


@pytest.mark.clause("036")
def test_the_consent_that_holds_is_opened_and_only_then_a_new_one_begun(desk, tools):
    case = desk.case()
    first = desk.consent(case, ConsentState.RECONFIRMED)
    assert palette.consent(desk.vault, tools, case).id == first
    consents.sign_on_screen(desk.vault, desk.tools, first, desk.signatures())
    assert palette.consent(desk.vault, tools, case).id == first
    consents.step(desk.vault, desk.tools, first, ConsentState.WITHDRAWN)
    anew = palette.consent(desk.vault, tools, case).id
    assert anew != first
    assert palette.consent(desk.vault, tools, case).id == anew


def test_of_two_consents_under_way_the_furthest_is_opened(desk, tools):
    case = desk.case()
    far = desk.consent(case, ConsentState.DISCUSSED)
    desk.consent(case, ConsentState.DRAFT)
    assert palette.consent(desk.vault, tools, case).id == far
