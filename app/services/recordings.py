"""Take recordings in, hear them, and let them go: only with the consent that each of it needs.

Whether something is allowed is asked before a file is opened or a byte decrypted, and a refusal is
put on the trail (clauses 009, 046, 112, 115). A file is carried into the vault away from the
vault's thread: `begin` and `keep` run on it, `carry` on another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.audit import AuditKind
from app.domain.errors import (
    RecordingEmpty,
    RecordingOtherKind,
    RecordingRefused,
    RecordingUnknown,
    Refusal,
)
from app.domain.media_kind import HEAD_BYTES, media_kind
from app.domain.recording import NewRecording, Recording
from app.domain.recording_consent import RECORDING, RecordingFacts, Use, withdrawn
from app.services import case_entries, holds
from app.services.room import with_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from app.domain.case import Case
    from app.domain.client import Place
    from app.domain.ids import CaseId, RecordingId
    from app.domain.recording import Notice, RecordingKind
    from app.ports import Clock, MediaFile, MediaFiles, OpenVault, RecordingReader, RecordingWriter

    Progress = Callable[[int, int], bool]
    """Is told bytes done and bytes in all; says whether to go on."""


@dataclass
class Arrival:
    """A recording on its way into the vault; `media_type` is known once its file was looked at."""

    case_id: CaseId
    kind: RecordingKind
    made_at: datetime
    notice: Notice | None
    writer: RecordingWriter
    media_type: str = ""


@dataclass(frozen=True)
class Standing:
    """A recording of a case, and how it stands with what its client agreed to.

    `lacks` are the rules that stand in the way of hearing it, `go`: consent was taken back, so it
    is proposed that the recording be destroyed (112).
    """

    recording: Recording
    lacks: tuple[str, ...]
    go: bool


@dataclass(frozen=True)
class RecordingsPage:
    """The recordings of a case, oldest first; `here` is by whose clock their days are said."""

    case: Case
    here: Place
    now: datetime
    rows: tuple[Standing, ...]


def page(vault: OpenVault, clock: Clock, case_id: CaseId) -> RecordingsPage:
    """Return what the page shows; raise `CaseLocked` where the case is shut."""
    case = case_entries.open_case(vault, case_id)
    rows = tuple(of_case(vault, clock, case_id))
    return RecordingsPage(case, case_entries.here(vault, case_id), clock.now(), rows)


def check(vault: OpenVault, clock: Clock, new: NewRecording) -> None:
    """Ask whether such a recording may be taken in now, before its file is even chosen.

    Raises `RecordingRefused` (112), which stands on the trail.
    """
    _check(vault, clock, new, None, Use.OWN_REVIEW)


def begin(vault: OpenVault, clock: Clock, new: NewRecording) -> Arrival:
    """Ask whether a recording may be taken in, and make the place for it; no file is opened yet.

    Raises `RecordingRefused` (112), which stands on the trail, and KeyError for an unknown case.
    """
    check(vault, clock, new)
    writer = vault.recordings.begin(clock.now())
    return Arrival(new.case_id, new.kind, new.made_at, new.notice, writer)


def carry(arrival: Arrival, files: MediaFiles, path: Path, go_on: Progress) -> bool:
    """Carry a file into its place, on any thread; return False where it was called off.

    Nothing is left of it then, nor where this raises `RecordingUnread`, `RecordingEmpty`,
    `RecordingUnknown`, `RecordingOtherKind`, `RecordingChanged`, `DiskFull`, `NotWritable` or
    `DiskFailed`.
    """
    kept = False
    try:
        file = files.open(path)
        try:
            arrival.media_type = _media_type(file, arrival.kind)
            kept = _copy(file, arrival.writer, go_on)
        finally:
            file.close()
        if kept:
            arrival.writer.finish()
    except BaseException:
        kept = False
        raise
    finally:
        if not kept:
            arrival.writer.abandon()
    return kept


def keep(vault: OpenVault, clock: Clock, arrival: Arrival, title: str = "") -> Recording:
    """Make what was carried in a recording of its case.

    Consent is asked once more, since it may have been taken back meanwhile: raises
    `RecordingRefused` (112), or `DiskFull`, and nothing is left.
    """
    new = NewRecording(
        arrival.case_id,
        arrival.kind,
        arrival.media_type,
        arrival.made_at,
        title,
        notice=arrival.notice,
    )
    now = clock.now()
    try:
        check(vault, clock, new)
        made = with_room(vault, lambda: vault.recordings.keep(arrival.writer, new, now))
    except Refusal:
        arrival.writer.abandon()
        raise
    vault.audit.record_or_hold(AuditKind.RECORDING_STORED, now, new.case_id, made.id)
    return made


def of_case(vault: OpenVault, clock: Clock, case_id: CaseId) -> list[Standing]:
    """Return the recordings of a case, oldest first, each with how it stands with the consents."""
    consents, now = vault.consents.of_case(case_id), clock.now()
    return [
        Standing(
            one,
            RECORDING.lacks(_facts(vault, clock, one, Use.OWN_REVIEW)),
            withdrawn(one.kind, consents, now),
        )
        for one in vault.recordings.of_case(case_id)
    ]


def hear(vault: OpenVault, clock: Clock, recording_id: RecordingId, use: Use) -> RecordingReader:
    """Return a reader for a use of it; no byte is decrypted before the consents are asked.

    Raises `RecordingRefused` (046, 112, 115), `RecordingMissing` or `RecordingDamaged`, and
    KeyError when there is none.
    """
    recording = vault.recordings.get(recording_id)
    _check(vault, clock, recording, recording_id, use)
    reader = vault.recordings.reader(recording_id)
    now = clock.now()
    vault.audit.record_or_hold(AuditKind.RECORDING_HEARD, now, recording.case_id, recording_id)
    return reader


def destroy(vault: OpenVault, clock: Clock, recording_id: RecordingId) -> None:
    """Destroy a recording: its key, its row and its file; backups made before still hold it.

    Raises what `holds.check_free` does for a case under legal hold (147), and KeyError.
    """
    case_id = vault.recordings.get(recording_id).case_id
    holds.check_free(vault, case_id)

    def work() -> None:
        with vault.transaction():
            vault.recordings.erase(recording_id)
            vault.audit.record(AuditKind.RECORDING_DESTROYED, clock.now(), case_id, recording_id)

    with_room(vault, work)
    vault.forget_deleted()


def _facts(
    vault: OpenVault, clock: Clock, one: NewRecording | Recording, use: Use
) -> RecordingFacts:
    """Return what the rules ask about."""
    case = vault.cases.get(one.case_id)
    consents = tuple(vault.consents.of_case(one.case_id))
    now = clock.now()
    return RecordingFacts(one.kind, one.made_at, now, consents, case.mode, one.notice, use)


def _check(
    vault: OpenVault,
    clock: Clock,
    one: NewRecording | Recording,
    recording_id: RecordingId | None,
    use: Use,
) -> None:
    """Raise `RecordingRefused` unless a use is allowed; the refusal stands on the trail."""
    missing = RECORDING.lacks(_facts(vault, clock, one, use))
    if missing:
        vault.audit.record_or_hold(
            AuditKind.RECORDING_REFUSED, clock.now(), one.case_id, recording_id
        )
        raise RecordingRefused(missing)


def _media_type(file: MediaFile, kind: RecordingKind) -> str:
    """Return what a file is; raise a refusal where it is no recording of that kind."""
    if not file.size:
        raise RecordingEmpty
    found = media_kind(file.head(HEAD_BYTES))
    if found is None:
        raise RecordingUnknown
    if found[0] is not kind:
        raise RecordingOtherKind
    return found[1]


def _copy(file: MediaFile, writer: RecordingWriter, go_on: Progress) -> bool:
    """Copy block by block; return False as soon as it is called off."""
    done = 0
    for block in file.blocks():
        writer.write(block)
        done += len(block)
        if not go_on(done, file.size):
            return False
    return True
