"""A recording: of which case, what kind, when it was made and how long its file is.

Its bytes lie in a file of their own, under a key of their own (`docs/recording-store.md`).
Whether it may be made, read or played at all is a matter of consent, and is asked before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.ids import CaseId, RecordingId, SessionId


class RecordingKind(Enum):
    """What was recorded."""

    AUDIO = "audio"
    VIDEO = "video"


@dataclass(frozen=True)
class NewRecording:
    """What is known of a recording before it is stored; `title` is sealed with the case."""

    case_id: CaseId
    kind: RecordingKind
    media_type: str
    made_at: datetime
    title: str = field(default="", repr=False)
    session_id: SessionId | None = None


@dataclass(frozen=True)
class Recording:
    """A stored recording; `size` is in bytes. It never changes."""

    id: RecordingId
    case_id: CaseId
    session_id: SessionId | None
    kind: RecordingKind
    media_type: str
    made_at: datetime
    stored_at: datetime
    size: int
    title: str = field(default="", repr=False)
