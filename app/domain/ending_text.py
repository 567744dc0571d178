"""The words of the referral letter, its receipt and the closing summary, with their edition."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.data_word import data_word
from app.domain.ending import EndingKind, Fees
from app.domain.referral import Haste, ReferralReason

if TYPE_CHECKING:
    from collections.abc import Mapping

_word: Final = partial(data_word, "the words of an ending")
_LETTER: Final = (
    *("letter", "letter_about", "letter_bearer", "number", "number_of", "date", "to", "person"),
    *("phone", "from", "practice", "credentials", "contact", "client", "name", "birth", "reach"),
    *("emergency", "why", "haste", "situation", "work", "measures", "risk", "request", "papers"),
    *("consent", "consent_written", "consent_spoken", "consent_unknown", "sign"),
    *("sign_counselor", "sign_client", "line", "receipt", "receipt_about", "receipt_back"),
    *("receipt_back_open", "receipt_of", "received", "received_line", "came", "came_line"),
    *("taken", "taken_line", "remark", "remark_line", "signed"),
)
_CLOSING: Final = (
    *("closing", "closing_about", "code", "closed", "kind", "reason", "span", "span_from"),
    *(
        "sessions",
        "sessions_of",
        "none_held",
        "kept_until",
        "talked",
        "problem",
        "course",
        "results",
    ),
    *("feedback", "left", "advice", "recordings", "fees", "settled", "follow", "follow_days"),
    *("follow_declined", "follow_none", "loose_unsigned", "loose_booked", "loose_begun"),
    *("loose_receipts", "join"),
)
NEEDED: Final = frozenset(
    {
        *_LETTER,
        *_CLOSING,
        *(f"reason_{one.name.lower()}" for one in ReferralReason),
        *(f"haste_{one.name.lower()}" for one in Haste),
        *(f"kind_{one.name.lower()}" for one in EndingKind),
        *(f"fees_{one.name.lower()}" for one in Fees),
    }
)
"""The words that every language has."""


@dataclass(frozen=True)
class EndingText:
    """The words of one language by key."""

    edition: str
    language: str
    words: Mapping[str, str] = field(repr=False)


def load_ending_text(text: str) -> EndingText:
    """Return the words that `text` (TOML) describes; ValueError where one is missing.

    It has `edition`, `language` and `[words]`.
    """
    raw = tomllib.loads(text)
    edition, words = _word(raw, "edition"), raw.get("words", {})
    lacking = sorted(one for one in NEEDED if not words.get(one))
    if lacking:
        raise ValueError(f"the words of an ending lack {', '.join(lacking)}")
    return EndingText(edition, _word(raw, "language"), words)
