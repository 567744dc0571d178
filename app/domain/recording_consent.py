"""Whether a recording may be taken, kept and heard: asked before a byte of it is touched.

Sound, video and showing either to others are consents of their own, in writing (clause 112), each
with the uses that it allows (046). A hotline may record a call after it said so (009); that stands
in for the written consent there and nowhere else, and for the counselor's own review alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.case import HOTLINES
from app.domain.consent import ConsentState
from app.domain.consent_purpose import Purpose
from app.domain.recording import RecordingKind
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from app.domain.case import ServiceMode
    from app.domain.consent import Consent
    from app.domain.recording import Notice

RECORDING: Final[Book[RecordingFacts]] = Book("recording")
PURPOSES: Final = {RecordingKind.AUDIO: Purpose.AUDIO, RecordingKind.VIDEO: Purpose.VIDEO}
"""The consent that a recording of each kind needs."""
_SHOWN: Final = {RecordingKind.AUDIO: "sound", RecordingKind.VIDEO: "video"}


class Use(Enum):
    """What a recording is used for; the values are the keys of the scopes of the forms (046)."""

    OWN_REVIEW = "self"
    INDIVIDUAL_SUPERVISION = "individual"
    GROUP_SUPERVISION = "group"
    TEACHING = "teaching"
    RESEARCH = "research"

    @property
    def to_others(self) -> bool:
        """Whether somebody else than the counselor hears it."""
        return self is not Use.OWN_REVIEW


@dataclass(frozen=True)
class RecordingFacts:
    """A recording, what it is to be used for now, and what its client agreed to.

    `made_at` and `now` are aware; `consents` are all of the case.
    """

    kind: RecordingKind
    made_at: datetime
    now: datetime
    consents: tuple[Consent, ...]
    mode: ServiceMode
    notice: Notice | None = None
    use: Use = Use.OWN_REVIEW

    @property
    def allowing(self) -> tuple[Consent, ...]:
        """The consents to such a recording that are in force now."""
        return _in_force(self.consents, PURPOSES[self.kind], self.now)

    @property
    def by_notice(self) -> bool:
        """Whether a notice may stand in for the written consent: of a call to a hotline (009)."""
        return self.mode in HOTLINES and self.kind is RecordingKind.AUDIO and not self.allowing

    @property
    def showing(self) -> tuple[Consent, ...]:
        """The consents to showing such a recording to others that are in force now."""
        given = _in_force(self.consents, Purpose.SHOWING, self.now)
        return tuple(one for one in given if _SHOWN[self.kind] in one.draft.scope)


@RECORDING.rule("112", "046", step=Step.CONSENT)
def written(facts: RecordingFacts) -> bool:
    """Whether no consent in writing to such a recording is in force."""
    return not facts.allowing and not facts.by_notice


@RECORDING.rule("112", step=Step.CONSENT)
def beforehand(facts: RecordingFacts) -> bool:
    """Whether every consent to it was signed only after it was made."""
    signed = [dict(one.standing)[ConsentState.SIGNED] for one in facts.allowing]
    return bool(signed) and all(at > facts.made_at for at in signed)


@RECORDING.rule("009", step=Step.CONSENT)
def noticed(facts: RecordingFacts) -> bool:
    """Whether a caller was not told, at the beginning and in known words, of the recording."""
    told = facts.notice
    if not facts.by_notice:
        return False
    return told is None or is_blank(told.wording) or told.at > facts.made_at


@RECORDING.rule("046", step=Step.CONSENT)
def scope(facts: RecordingFacts) -> bool:
    """Whether what it is to be used for was not agreed to; a notice allows one's own review."""
    if facts.by_notice:
        return facts.use.to_others
    given = facts.allowing
    return bool(given) and not any(facts.use.value in one.draft.scope for one in given)


@RECORDING.rule("112", "115", step=Step.CONSENT)
def shown(facts: RecordingFacts) -> bool:
    """Whether others are to hear or see it without a consent to its being shown."""
    return facts.use.to_others and not facts.showing


def withdrawn(kind: RecordingKind, consents: Iterable[Consent], now: datetime) -> bool:
    """Return whether the consent was taken back and none stands: destruction is proposed (112)."""
    mine = [one for one in consents if one.purpose is PURPOSES[kind]]
    taken_back = any(one.state is ConsentState.WITHDRAWN for one in mine)
    return taken_back and not any(one.in_force(now) for one in mine)


def _in_force(consents: Iterable[Consent], purpose: Purpose, now: datetime) -> tuple[Consent, ...]:
    """Return the consents to a purpose that hold now."""
    return tuple(one for one in consents if one.purpose is purpose and one.in_force(now))
