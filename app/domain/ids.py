"""Typed identifiers: never a bare int."""

from __future__ import annotations

from typing import NewType

CaseId = NewType("CaseId", int)
ClientId = NewType("ClientId", int)
SessionId = NewType("SessionId", int)
NoteId = NewType("NoteId", int)
AmendmentId = NewType("AmendmentId", int)
ConsentId = NewType("ConsentId", int)
DocumentId = NewType("DocumentId", int)
AppointmentId = NewType("AppointmentId", int)
SeriesId = NewType("SeriesId", int)
RecordingId = NewType("RecordingId", int)
EntryId = NewType("EntryId", int)
EntryDocumentId = NewType("EntryDocumentId", int)
ReflectionId = NewType("ReflectionId", int)
PracticeEntryId = NewType("PracticeEntryId", int)
PracticeDocumentId = NewType("PracticeDocumentId", int)
