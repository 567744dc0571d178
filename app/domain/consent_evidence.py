"""How a consent is proved: by which way it was given, who can find what, and how it went."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from app.domain.blank import is_blank
from app.domain.consent_purpose import Purpose
from app.domain.errors import EvidenceIncomplete
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.case import ServiceMode


class SigningMethod(Enum):
    """How a client consented (clauses 042, 089, 090)."""

    ON_SCREEN = "on_screen"
    PAPER_SCAN = "paper_scan"
    PHOTO = "photo"
    MAIL = "mail"
    ORAL = "oral"

    @property
    def on_paper(self) -> bool:
        """Whether a paper was signed, of which a picture is kept."""
        return self in (SigningMethod.PAPER_SCAN, SigningMethod.PHOTO, SigningMethod.MAIL)


@dataclass(frozen=True)
class Oral:
    """A consent by word of mouth (一步法): who read the text, when, and where it can be heard."""

    reader: str = field(default="", repr=False)
    at: datetime | None = None
    recording: str = field(default="", repr=False)


@dataclass(frozen=True)
class Evidence:
    """What proves a consent beside its documents.

    `archive` says where the paper or the file is kept, `process` how consent came about (知情同意
    过程, clause 090).
    """

    method: SigningMethod
    archive: str = field(default="", repr=False)
    process: str = field(default="", repr=False)
    oral: Oral = field(default_factory=Oral, repr=False)


@dataclass(frozen=True)
class EvidenceFacts:
    """What is offered as proof, for which way of service and to what."""

    evidence: Evidence = field(repr=False)
    mode: ServiceMode
    purpose: Purpose = Purpose.SERVICE


EVIDENCE: Book[EvidenceFacts] = Book("evidence")
"""What is missing before a consent counts as given."""


@EVIDENCE.rule("042", "090", step=Step.CONSENT)
def archive(facts: EvidenceFacts) -> bool:
    """Return whether it is not said where the paper is kept (网络2.4, 问7·归档)."""
    return facts.evidence.method.on_paper and is_blank(facts.evidence.archive)


@EVIDENCE.rule("090", step=Step.CONSENT)
def process(facts: EvidenceFacts) -> bool:
    """Return whether it is not written down how consent came about (问7·归档)."""
    return is_blank(facts.evidence.process)


@EVIDENCE.rule("089", step=Step.CONSENT)
def reader(facts: EvidenceFacts) -> bool:
    """Return whether it is not said who read the text aloud (问7·一步法)."""
    return _oral(facts) and is_blank(facts.evidence.oral.reader)


@EVIDENCE.rule("089", step=Step.CONSENT)
def spoken_at(facts: EvidenceFacts) -> bool:
    """Return whether it is not known when consent was said (问7·一步法)."""
    return _oral(facts) and facts.evidence.oral.at is None


@EVIDENCE.rule("012", "089", step=Step.CONSENT)
def recording(facts: EvidenceFacts) -> bool:
    """Return whether it is not said where the recording is kept (热线2.5)."""
    return _oral(facts) and is_blank(facts.evidence.oral.recording)


@EVIDENCE.rule("030", "152", step=Step.CONSENT)
def written(facts: EvidenceFacts) -> bool:
    """Return whether it is spoken although face to face: there it is signed (网络1.2, 3.1)."""
    return _oral(facts) and not facts.mode.remote


@EVIDENCE.rule("018", "112", "115", step=Step.CONSENT)
def in_writing(facts: EvidenceFacts) -> bool:
    """Return whether a separate consent is only spoken: it is given in writing (2.4, 2.7, 3.6)."""
    return _oral(facts) and facts.purpose.separate


def check_evidence(
    evidence: Evidence, mode: ServiceMode, purpose: Purpose = Purpose.SERVICE
) -> None:
    """Raise `EvidenceIncomplete` with the rules that are not met."""
    found = EVIDENCE.broken(EvidenceFacts(evidence, mode, purpose))
    if found:
        raise EvidenceIncomplete(tuple(one.name for one in found))


def _oral(facts: EvidenceFacts) -> bool:
    """Return whether consent was given by word of mouth."""
    return facts.evidence.method is SigningMethod.ORAL


@dataclass(frozen=True)
class SelfRead:
    """That a client read the form alone (自助已阅, clause 087): when, and the row that says so."""

    at: datetime
    row: str = field(default="", repr=False)


@dataclass(frozen=True)
class SelfReadFacts:
    """What is offered as proof that the client read the form alone."""

    read: SelfRead = field(repr=False)
    picture: bool
    now: datetime


READING: Book[SelfReadFacts] = Book("reading")
"""What is missing before it counts that a client read the form alone."""


@READING.rule("087", step=Step.CONSENT)
def proof(facts: SelfReadFacts) -> bool:
    """Return whether neither a picture nor the row of a questionnaire shows it (问7·二步法)."""
    return not facts.picture and is_blank(facts.read.row)


@READING.rule("087", step=Step.CONSENT)
def past(facts: SelfReadFacts) -> bool:
    """Return whether it is said to have been read at a time that has not come yet."""
    return facts.read.at > facts.now


def check_self_read(read: SelfRead, now: datetime, *, picture: bool) -> None:
    """Raise `EvidenceIncomplete` with the rules that are not met (clause 087)."""
    found = READING.broken(SelfReadFacts(read, picture, now))
    if found:
        raise EvidenceIncomplete(tuple(one.name for one in found))


def evidence_to_mapping(evidence: Evidence) -> dict[str, Any]:
    """Return what proves a consent as JSON takes it, the same on every machine."""
    said = evidence.oral
    return {
        "archive": evidence.archive,
        "process": evidence.process,
        "reader": said.reader,
        "spoken_at": said.at.isoformat() if said.at else "",
        "recording": said.recording,
    }


def evidence_from_mapping(method: SigningMethod, raw: Mapping[str, Any]) -> Evidence:
    """Return the evidence that `raw` describes; missing keys are empty."""
    at = raw.get("spoken_at", "")
    oral = Oral(
        raw.get("reader", ""), datetime.fromisoformat(at) if at else None, raw.get("recording", "")
    )
    return Evidence(method, raw.get("archive", ""), raw.get("process", ""), oral)


def self_read_to_mapping(read: SelfRead | None) -> dict[str, str]:
    """Return when and how a client read the form alone, as JSON takes it."""
    return {"at": read.at.isoformat(), "row": read.row} if read else {}


def self_read_from_mapping(raw: Mapping[str, str]) -> SelfRead | None:
    """Return what `raw` describes; None where nobody read alone."""
    return SelfRead(datetime.fromisoformat(raw["at"]), raw["row"]) if raw else None
