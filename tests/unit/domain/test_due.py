"""What is due, and how consent stands over all of a case's consents."""

from __future__ import annotations

import pytest

from app.domain import due
from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.consent import ConsentState
from app.domain.due import DueKind, Standing


@pytest.mark.clause("042")
@pytest.mark.parametrize(
    ("states", "stands"),
    [
        ((), Standing.NONE),
        ((ConsentState.DRAFT,), Standing.UNDERWAY),
        ((ConsentState.RECONFIRMED, ConsentState.EXPIRED), Standing.UNDERWAY),
        ((ConsentState.WITHDRAWN,), Standing.ENDED),
        ((ConsentState.EXPIRED, ConsentState.WITHDRAWN), Standing.ENDED),
        ((ConsentState.SIGNED, ConsentState.WITHDRAWN, ConsentState.DRAFT), Standing.SIGNED),
    ],
)
def test_a_signed_consent_counts_then_one_on_its_way(states, stands):
    assert due.standing(states) is stands


@pytest.mark.clause("104")
def test_work_from_afar_needs_identity_place_and_somebody_to_call():
    bare = Profile(name=" ", place=Place("伦敦"), emergency=EmergencyContact("禾苗"))
    assert not due.identity_known(bare)
    assert not due.identity_known(Profile(name="禾木"))
    assert due.identity_known(Profile(name="禾木", wechat="hemu"))
    assert not due.places_known(bare)
    assert due.places_known(Profile(place=Place("伦敦", "Europe/London")))
    assert due.contact_missing(ServiceMode.ONLINE, bare)
    assert not due.contact_missing(ServiceMode.FACE_TO_FACE, bare)
    known = Profile(emergency=EmergencyContact("禾苗", "妹妹", "13900001111"))
    assert not due.contact_missing(ServiceMode.ONLINE, known)


def test_what_comes_from_the_guidance_names_its_clause():
    assert {kind: kind.clause for kind in DueKind if not kind.clause} == {
        DueKind.CHECK_FOUND: "",
        DueKind.BACKUP_FOLDER: "",
        DueKind.BACKUP: "",
        DueKind.ENTRY_BEGUN: "",
        DueKind.PRACTICE_BEGUN: "",
        DueKind.CASE_FORM: "",
    }
