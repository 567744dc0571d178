"""A contact says when, how, by whom and what for; anything else than arranging is flagged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.as_json import as_json
from app.domain.contact import CONTACT, CONTACT_CARE, Began, Contact, Purpose, contact_of

AT = datetime(2026, 5, 12, 6, 57, tzinfo=UTC)
WHOLE = Contact(AT, "专用微信", Purpose.RESCHEDULING, Began.CLIENT, "改到周四")


@pytest.mark.clause("079")
@pytest.mark.clause("095")
@pytest.mark.clause("096")
@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({}, set()),
        ({"line": ""}, set()),
        ({"at": None}, {"when"}),
        ({"channel": " "}, {"channel"}),
        ({"purpose": None}, {"purpose"}),
        ({"began": None}, {"began"}),
        ({"purpose": Purpose.OTHER, "line": " \n"}, {"what_else"}),
        ({"purpose": Purpose.OTHER}, set()),
    ],
)
def test_it_says_what_it_was_about(changed, lacks):
    broken = CONTACT.broken(replace(WHOLE, **changed))
    assert {one.name.removeprefix("contact.") for one in broken} == lacks


@pytest.mark.clause("079")
@pytest.mark.clause("094")
@pytest.mark.clause("095")
@pytest.mark.parametrize("purpose", list(Purpose))
def test_anything_but_arranging_the_sessions_is_flagged(purpose):
    found = [one.name for one in CONTACT_CARE.broken(replace(WHOLE, purpose=purpose))]
    flagged = ["contact_care.beyond_arrangements"] if purpose is Purpose.OTHER else []
    assert found == flagged


def test_it_comes_back_as_it_was():
    nasty = replace(WHOLE, line="😀䶮𬱖ㄅ\u202e木\u202c\u00a0&<b>")
    assert contact_of(as_json(nasty)) == nasty
    empty = Contact(None)
    assert contact_of(as_json(empty)) == empty
