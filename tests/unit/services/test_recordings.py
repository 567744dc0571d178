"""Recordings are taken in, heard and destroyed only as their client agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app import bootstrap
from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.consent import ConsentState
from app.domain.errors import (
    CaseOnHold,
    DiskFull,
    RecordingChanged,
    RecordingEmpty,
    RecordingOtherKind,
    RecordingRefused,
    RecordingUnknown,
    RecordingUnread,
)
from app.domain.legal_hold import LegalHold
from app.domain.recording import NewRecording, Notice, NoticeKind, RecordingKind
from app.domain.recording_consent import Use
from app.services import cases, consents, holds, recordings
from storage.media_file import DiskMedia
from tests.unit.services.test_consent_kinds import whole

WAV = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0" + bytes(range(256)) * 1200
HOUR = timedelta(hours=1)


def always(done, size):
    """Go on."""
    return True


class Counted(DiskMedia):
    """The real disk, counting how many files were opened."""

    opened = 0

    def open(self, path):
        """Open and count."""
        self.opened += 1
        return super().open(path)


@pytest.fixture
def at(desk, tmp_path):
    """A counselor with the shipped texts, and a recording on her disk."""
    desk.tools = replace(desk.tools, consent_templates=bootstrap.consent_templates())
    desk.path = tmp_path / "sound.wav"
    desk.path.write_bytes(WAV)
    desk.files = Counted()
    desk.folder = desk.vault.folder / "media"
    return desk


def new(at, case, **other):
    """Return what is known of a recording that was made just now."""
    at.clock.pass_(60)
    return replace(NewRecording(case, RecordingKind.AUDIO, "", at.clock.at), **other)


def take(at, one, go_on=always):
    """Take the file in, the way the screen does."""
    arrival = recordings.begin(at.vault, at.clock, one)
    if not recordings.carry(arrival, at.files, at.path, go_on):
        return None
    return recordings.keep(at.vault, at.clock, arrival, "第一次录音")


def agreed(at, key="audio.zh"):
    """Return a case whose client signed the consent, and the consent."""
    case = at.case()
    return case, whole(at, case, key)


def said(at, kind):
    """Return how often something stands on the trail."""
    return sum(one.kind is kind for one in at.vault.audit.entries())


def left(at):
    """Return what lies in the folder of recordings."""
    return sorted(one.name for one in at.folder.iterdir()) if at.folder.exists() else []


@pytest.mark.clause("112", "046")
def test_with_consent_it_is_stored_byte_by_byte_and_heard(at):
    case, _ = agreed(at)
    seen = []
    made = take(at, new(at, case), lambda done, size: seen.append((done, size)) or True)
    assert seen[-1] == (len(WAV), len(WAV))
    assert (made.media_type, made.size, made.title) == ("audio/wav", len(WAV), "第一次录音")
    reader = recordings.hear(at.vault, at.clock, made.id, Use.OWN_REVIEW)
    assert reader.read_at(0, len(WAV)) == WAV
    reader.close()
    assert said(at, AuditKind.RECORDING_STORED) == said(at, AuditKind.RECORDING_HEARD) == 1
    found = recordings.page(at.vault, at.clock, case)
    (row,) = found.rows
    assert (row.recording, row.lacks, row.go) == (made, (), False)
    assert (found.case.id, found.now) == (case, at.clock.at)


@pytest.mark.clause("112")
def test_without_consent_no_file_is_opened_and_the_refusal_is_on_the_trail(at):
    case = at.case()
    one = new(at, case)
    with pytest.raises(RecordingRefused) as refused:
        recordings.check(at.vault, at.clock, one)
    assert refused.value.missing == ("recording.written",)
    with pytest.raises(RecordingRefused):
        take(at, one)
    assert at.files.opened == 0
    assert left(at) == []
    assert said(at, AuditKind.RECORDING_REFUSED) == 2


@pytest.mark.clause("112")
def test_a_consent_that_is_taken_back_blocks_at_once_and_proposes_destruction(at):
    case, consent = agreed(at)
    made = take(at, new(at, case))
    late = recordings.begin(at.vault, at.clock, new(at, case))
    assert recordings.carry(late, at.files, at.path, always)
    at.clock.pass_(60)
    consents.step(at.vault, at.tools, consent.id, ConsentState.WITHDRAWN)
    with pytest.raises(RecordingRefused):
        recordings.keep(at.vault, at.clock, late)
    with pytest.raises(RecordingRefused) as refused:
        recordings.hear(at.vault, at.clock, made.id, Use.OWN_REVIEW)
    assert refused.value.missing == ("recording.written",)
    (row,) = recordings.of_case(at.vault, at.clock, case)
    assert row.go
    assert len(left(at)) == 1
    recordings.destroy(at.vault, at.clock, made.id)
    assert left(at) == recordings.of_case(at.vault, at.clock, case) == []
    assert said(at, AuditKind.RECORDING_DESTROYED) == 1


@pytest.mark.clause("115", "046")
def test_nobody_else_hears_it_without_the_use_and_the_showing_agreed_on(at):
    case, _ = agreed(at)
    made = take(at, new(at, case))
    with pytest.raises(RecordingRefused) as refused:
        recordings.hear(at.vault, at.clock, made.id, Use.TEACHING)
    assert refused.value.missing == ("recording.scope", "recording.shown")


@pytest.mark.clause("009")
def test_a_call_to_a_hotline_is_kept_with_the_words_that_announced_it(at):
    case = cases.open_case(
        at.vault, at.clock, "H-01", ServiceMode.HOTLINE_GENERAL, cases.Profile()
    ).id
    with pytest.raises(RecordingRefused):
        take(at, new(at, case))
    told = Notice(NoticeKind.ANNOUNCED, at.clock.at, "为保证服务质量，通话会录音。")
    made = take(at, new(at, case, notice=told))
    assert at.vault.recordings.get(made.id).notice == told


@pytest.mark.clause("147")
def test_under_a_legal_hold_nothing_is_destroyed(at):
    case, _ = agreed(at)
    made = take(at, new(at, case))
    order = LegalHold("某区人民法院", "1号", at.clock.at.date().isoformat(), "诉讼")
    holds.place(at.vault, at.tools, case, order)
    with pytest.raises(CaseOnHold):
        recordings.destroy(at.vault, at.clock, made.id)
    assert len(recordings.of_case(at.vault, at.clock, case)) == 1


@pytest.mark.promise(39)
@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", RecordingEmpty),
        ("咨询记录".encode(), RecordingUnknown),
        (b"\0\0\0\x20ftypisomiso2" + bytes(99), RecordingOtherKind),
        (None, RecordingUnread),
    ],
)
def test_what_is_no_such_recording_is_refused_and_leaves_nothing(at, data, refusal):
    case, _ = agreed(at)
    at.path.unlink()
    if data is not None:
        at.path.write_bytes(data)
    with pytest.raises(refusal):
        take(at, new(at, case))
    assert left(at) == recordings.of_case(at.vault, at.clock, case) == []


def test_called_off_or_cut_short_nothing_is_left(at, monkeypatch):
    case, _ = agreed(at)
    assert take(at, new(at, case), lambda done, size: False) is None

    def grow(done, size):
        at.path.write_bytes(WAV + b"more")
        return True

    with pytest.raises(RecordingChanged):
        take(at, new(at, case), grow)

    def full(self, *_):
        raise DiskFull

    at.path.write_bytes(WAV)
    with monkeypatch.context() as late:
        late.setattr("storage.recordings.RecordingRows.keep", full)
        with pytest.raises(DiskFull):
            take(at, new(at, case))
    assert left(at) == []
    monkeypatch.setattr("storage.media.MediaWriter.finish", full)
    at.path.write_bytes(WAV)
    with pytest.raises(DiskFull):
        take(at, new(at, case))
    assert left(at) == recordings.of_case(at.vault, at.clock, case) == []
