"""What a check of a vault or a backup finds wrong; `ui.complaints` says it in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Fault(Enum):
    """What is wrong."""

    UNREADABLE = "the database does not open"
    PAGE = "a page of the database fails its check"
    STRUCTURE = "the database does not hold together"
    TRAIL = "the audit trail does not follow from line to line"
    SIGNATURE = "a signature of a case does not hold"
    CONSENT = "a signed consent of a case is gone, or not as it was signed"
    CONTENTS = "the backup does not hold what the vault held"
    RECORDING_GONE = "the file of a recording is not there"
    RECORDING = "a recording is not as it was stored"
    COPY = "the copy of the header cannot be read, or is of another vault"
    COUNT = "the count of the header was not written by this program"
    OLDER = "the database is older than its header"
    RECORD = "a record cannot be read"
    LOG = "the log is damaged, and something saved stands behind the damage"


@dataclass(frozen=True)
class Complaint:
    """One thing that is wrong: `number` is the page, case, recording or record it speaks of.

    `detail` is what SQLite or SQLCipher said, for those who mend databases, and of a record which
    table it stands in; it holds no words.
    """

    fault: Fault
    number: int | None = None
    detail: str = ""
