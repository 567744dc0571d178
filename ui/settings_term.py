"""What she calls the person who comes: a choice among the words of the codes."""

from __future__ import annotations

from app.domain.term import CHINESE, ENGLISH, Term
from ui import translation
from ui.widgets.segment import Segment


def term_choice(name: str) -> Segment:
    """Return the words to choose from, each by itself: they are named and not said."""
    english = translation.locale().name().startswith("en")
    words = {one: ENGLISH[one].capitalize() if english else CHINESE[one] for one in Term}
    return Segment([(one.value, word) for one, word in words.items()], name=name)
