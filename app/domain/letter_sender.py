"""What a letter to another service must say of its sender before it can be printed.

Who is asked back, and where the receipt goes, stands on the paper; what is empty is never printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from app.domain.practice import Practice

SENDER: Final[Book[Practice]] = Book("letter")
"""What the letter of a referral and its receipt lack of their sender."""


@SENDER.rule("126", step=Step.PRACTICE)
def counselor(sender: Practice) -> bool:
    """Whether it is not said who refers."""
    return is_blank(sender.counselor)


@SENDER.rule("126", step=Step.PRACTICE)
def contact(sender: Practice) -> bool:
    """Whether the receiver cannot ask back, nor send the receipt."""
    return is_blank(sender.contact)
