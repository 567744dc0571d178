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


class NoticeKind(Enum):
    """How a caller of a hotline was told that the call is recorded (clause 009)."""

    ANNOUNCED = "announced"
    SPOKEN = "spoken"
    WRITTEN = "written"


@dataclass(frozen=True)
class Notice:
    """A caller was told that the call is recorded: how, when, and in which wording (009)."""

    kind: NoticeKind
    at: datetime
    wording: str = field(repr=False)


@dataclass(frozen=True)
class NewRecording:
    """What is known of a recording before it is stored; its words are sealed with the case.

    `notice` is what stands for a consent in writing where a hotline recorded a call.
    """

    case_id: CaseId
    kind: RecordingKind
    media_type: str
    made_at: datetime
    title: str = field(default="", repr=False)
    session_id: SessionId | None = None
    notice: Notice | None = None


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
    notice: Notice | None = None
