"""What a client must have agreed to before a recording is taken, kept or heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.case import ServiceMode
from app.domain.consent import Consent, ConsentState
from app.domain.consent_purpose import Purpose
from app.domain.consent_text import ConsentDraft
from app.domain.ids import CaseId, ConsentId
from app.domain.recording import Notice, NoticeKind, RecordingKind
from app.domain.recording_consent import RECORDING, RecordingFacts, Use, withdrawn

MADE = datetime(2026, 3, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
AUDIO, VIDEO = RecordingKind.AUDIO, RecordingKind.VIDEO
WRITTEN, BEFOREHAND = "recording.written", "recording.beforehand"
NOTICED, SCOPE, SHOWN = "recording.noticed", "recording.scope", "recording.shown"
CALL, ONLINE = ServiceMode.HOTLINE_GENERAL, ServiceMode.ONLINE
TOLD = Notice(NoticeKind.SPOKEN, MADE, "本次通话会录音")


def consent(purpose=Purpose.AUDIO, scope=("self",), state=ConsentState.SIGNED, **other):
    """Return a consent, signed an hour before the recording unless said."""
    steps = ((ConsentState.SIGNED, other.pop("at", MADE - HOUR)),)
    if state is not ConsentState.SIGNED:
        steps += ((state, MADE + HOUR),)
    draft = ConsentDraft("audio.zh", "1", {}, (), scope)
    return Consent(ConsentId(1), CaseId(1), draft, state, steps, purpose=purpose, **other)


def lacks(*consents, kind=AUDIO, **other):
    """Return what stands in the way two hours after the recording."""
    facts = RecordingFacts(kind, MADE, MADE + 2 * HOUR, consents, ONLINE)
    return RECORDING.lacks(replace(facts, **other))


@pytest.mark.clause("112", "046")
@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ((), AUDIO),
        ((), VIDEO),
        ((consent(Purpose.SERVICE),), AUDIO),
        ((consent(Purpose.AUDIO),), VIDEO),
        ((consent(Purpose.VIDEO),), AUDIO),
        ((consent(state=ConsentState.WITHDRAWN),), AUDIO),
        ((consent(state=ConsentState.EXPIRED),), AUDIO),
        ((consent(ends_at=MADE + HOUR),), AUDIO),
    ],
)
def test_without_a_written_consent_of_its_own_that_holds_nothing_is_allowed(given, kind):
    assert lacks(*given, kind=kind) == (WRITTEN,)


@pytest.mark.clause("112")
def test_a_consent_signed_after_the_recording_does_not_make_it_good():
    late = consent(at=MADE + HOUR)
    assert lacks(late) == (BEFOREHAND,)
    assert lacks(late, consent()) == lacks(consent(at=MADE)) == ()


@pytest.mark.clause("009")
def test_a_hotline_may_say_it_and_nobody_else():
    video = {"kind": VIDEO, "mode": CALL, "notice": TOLD}
    assert lacks(mode=CALL, notice=TOLD) == lacks(consent(), mode=CALL) == ()
    assert lacks(mode=CALL) == (NOTICED,)
    assert lacks(mode=CALL, notice=replace(TOLD, wording=" ")) == (NOTICED,)
    assert lacks(mode=CALL, notice=replace(TOLD, at=MADE + HOUR)) == (NOTICED,)
    assert lacks(notice=TOLD) == lacks(**video) == (WRITTEN,)


@pytest.mark.clause("046")
def test_it_is_used_for_what_was_agreed_on_and_a_notice_allows_ones_own_review_alone():
    show = consent(Purpose.SHOWING, ("sound",))
    for use in Use:
        assert lacks(consent(scope=(use.value,)), show, use=use) == ()
        others = tuple(one.value for one in Use if one is not use)
        assert lacks(consent(scope=others), show, use=use) == (SCOPE,)
    assert lacks(show, use=Use.TEACHING, mode=CALL, notice=TOLD) == (SCOPE,)


@pytest.mark.clause("112", "115")
def test_to_be_heard_or_seen_by_others_it_needs_the_consent_to_showing_it():
    mine = consent(scope=("group",))
    assert lacks(mine, use=Use.GROUP_SUPERVISION) == (SHOWN,)
    picture = consent(Purpose.SHOWING, ("video",))
    assert lacks(mine, picture, use=Use.GROUP_SUPERVISION) == (SHOWN,)
    film = consent(Purpose.VIDEO, ("group",))
    assert lacks(film, picture, kind=VIDEO, use=Use.GROUP_SUPERVISION) == ()


@pytest.mark.clause("112")
def test_what_was_taken_back_is_proposed_for_destruction_unless_another_consent_stands():
    back, now = consent(state=ConsentState.WITHDRAWN), MADE + 2 * HOUR
    assert withdrawn(AUDIO, [back], now)
    assert not withdrawn(VIDEO, [back], now)
    assert not withdrawn(AUDIO, [back, consent()], now)
    assert not withdrawn(AUDIO, [consent(ends_at=MADE)], now)
