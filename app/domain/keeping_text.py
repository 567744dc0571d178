"""The profiles of retention and the words of the answer to a client's request, as data.

They have an edition, which is shown beside the profiles and printed at the foot of the answer.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.domain.data_word import data_word
from app.domain.retention import RetentionProfile

if TYPE_CHECKING:
    from collections.abc import Mapping

_word: Final = partial(data_word, "the words of keeping")
NEEDED: Final = frozenset(
    {
        "answer",
        "answer_about",
        "request",
        "kind",
        "received",
        "asker",
        "identity",
        "asked",
        "answered",
        "decision",
        "done",
        "reason",
        "law",
        "rights",
        "rights_about",
        "how",
        "signing",
        "counselor",
        "contact",
        "signature",
        "date",
        "see",
        "correct",
        "copy",
        "delete",
        "client",
        "guardian",
        "proxy",
        "in_person",
        "document",
        "called_back",
        "authority",
        "granted",
        "partly",
        "refused",
        "with_name",
    }
)


@dataclass(frozen=True)
class KeepingText:
    """The profiles in their order, and words by name, in one language."""

    edition: str
    language: str
    profiles: tuple[RetentionProfile, ...]
    words: Mapping[str, str] = field(repr=False)

    def profile(self, key: str) -> RetentionProfile | None:
        """Return the profile of a key; None for a term of her own, or one of another edition."""
        return next((one for one in self.profiles if one.key == key), None)


def load_keeping_text(text: str) -> KeepingText:
    """Return the data of a TOML text; ValueError where it is not as it should be."""
    raw = tomllib.loads(text)
    words = raw.get("words", {})
    if set(words) != NEEDED:
        raise ValueError(f"words missing or unknown: {sorted(set(words) ^ NEEDED)}")
    profiles = tuple(_profile(one) for one in raw.get("profiles", ()))
    if len({one.key for one in profiles}) != len(profiles) or not profiles:
        raise ValueError("profiles have keys of their own, and there is one at least")
    return KeepingText(_word(raw, "edition"), _word(raw, "language"), profiles, words)


def _profile(raw: Mapping[str, Any]) -> RetentionProfile:
    return RetentionProfile(
        _word(raw, "key"),
        _word(raw, "name"),
        int(raw["years"]),
        int(raw["minor_years"]),
        _word(raw, "about"),
        _word(raw, "source"),
        law=bool(raw.get("law", False)),
    )
