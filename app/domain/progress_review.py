"""The review every so many sessions: does the work still help, and if not, what then."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

EVERY: Final = 6
"""After how many sessions a review is due, unless she says otherwise."""
MOST: Final = 99


class StillHelps(Enum):
    """The answer to 网络咨询是否仍有效."""

    YES = "yes"
    NO = "no"


class Onward(Enum):
    """Where one goes on when it does not help any more (clauses 035, 106)."""

    IN_PERSON = "in person"
    REFERRAL = "referral"
    CLOSING = "closing"


@dataclass(frozen=True)
class ProgressReview:
    """A review after session number `sessions`.

    `boundaries` and `relations` tell that the boundaries of the work were talked about again
    (clause 106), and that no other relation has grown beside it (clause 032).
    """

    helps: StillHelps | None = None
    outcome: str = field(default="", repr=False)
    onward: Onward | None = None
    discussion: str = field(default="", repr=False)
    boundaries: bool = False
    relations: bool = False
    sessions: int = 0


REVIEW: Final[Book[ProgressReview]] = Book("review")
"""What a review lacks before it stands in the file."""


REVIEW_CARE: Final[Book[ProgressReview]] = Book("review_care")
"""What is reminded of in a review; it never stops one."""


def review_of(raw: Mapping[str, Any]) -> ProgressReview:
    """Return the review that an entry holds."""
    return ProgressReview(
        **{
            **raw,
            "helps": StillHelps(raw["helps"]) if raw["helps"] else None,
            "onward": Onward(raw["onward"]) if raw["onward"] else None,
        }
    )


@REVIEW.rule("035", step=Step.COURSE)
def answered(review: ProgressReview) -> bool:
    """Whether the question is open."""
    return review.helps is None


@REVIEW.rule("035", "106", step=Step.COURSE)
def onward(review: ProgressReview) -> bool:
    """Whether it helps no more and nothing follows."""
    return review.helps is StillHelps.NO and review.onward is None


@REVIEW.rule("035", step=Step.COURSE)
def discussion(review: ProgressReview) -> bool:
    """Whether it helps no more and nobody talked about it."""
    return review.helps is StillHelps.NO and not review.discussion.strip()


@REVIEW_CARE.rule("032", step=Step.COURSE)
def relations_unseen(review: ProgressReview) -> bool:
    """Whether nobody looked if another relation has grown beside the work."""
    return not review.relations


@REVIEW_CARE.rule("106", step=Step.COURSE)
def boundaries_unsaid(review: ProgressReview) -> bool:
    """Whether the boundaries of the work were not talked about again."""
    return not review.boundaries
