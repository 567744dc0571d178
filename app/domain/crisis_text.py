"""The words of the papers for a hard day, and whom the program knows to call, as data.

They have an edition, which is printed and kept with what was taken from them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.data_word import data_word
from app.domain.practice_record import Resource, ResourceSort

if TYPE_CHECKING:
    from collections.abc import Mapping

_word: Final = partial(data_word, "the words of a hard day")
NEEDED: Final = frozenset(
    {
        "resources",
        "resources_about",
        "unverified",
        "verified",
        "hours",
        "plan",
        "plan_about",
        "plan_version",
        "plan_reach",
        "plan_now",
        "plan_now_about",
        "signs",
        "coping",
        "distraction",
        "people",
        "professionals",
        "surroundings",
        "card",
        "card_about",
        "identity",
        "reach",
        "place",
        "contact",
        "may_know",
        "may_know_yes",
        "may_know_no",
        "may_know_unasked",
        "level",
        "low",
        "middle",
        "high",
        "agreed",
        "call",
        "call_abroad",
        "plan_abroad",
        "missing",
        "no_plan",
        "hidden",
        "event",
        "event_about",
        "opened",
        "what",
        "emergency_plan",
        "checklist",
        "referral",
        "assessment",
        "emergency_contact",
        "hotline",
        "in_person",
        "done",
        "not_done",
        "open",
        "log",
        "closed",
        "outcome",
        "still_open",
        "act_opened",
        "act_client",
        "act_contact",
        "act_place",
        "act_police",
        "act_medical",
        "act_consulted",
        "act_other",
        "act_done",
        "act_not_done",
        "act_closed",
        "next_contact",
        *(f"sort_{one.name.lower()}" for one in ResourceSort),
    }
)
"""The words that every language has."""


@dataclass(frozen=True)
class CrisisText:
    """The words of one language by key, and whom to call before she wrote any list of her own."""

    edition: str
    language: str
    words: Mapping[str, str] = field(repr=False)
    resources: tuple[Resource, ...] = ()


def load_crisis_text(text: str) -> CrisisText:
    """Return the words that `text` (TOML) describes; ValueError where one is missing.

    It has `edition`, `language`, `[words]` and `[[resources]]` with `sort`, `called`, `phone` and
    perhaps `hours`, `place` and `note`.
    """
    raw = tomllib.loads(text)
    edition, words = _word(raw, "edition"), raw.get("words", {})
    lacking = sorted(one for one in NEEDED if not words.get(one))
    if lacking:
        raise ValueError(f"the words of a hard day lack {', '.join(lacking)}")
    found = tuple(
        Resource(
            ResourceSort(_word(one, "sort")),
            _word(one, "called"),
            _word(one, "phone"),
            one.get("hours", ""),
            one.get("place", ""),
            one.get("note", ""),
            edition=edition,
        )
        for one in raw.get("resources", ())
    )
    return CrisisText(edition, _word(raw, "language"), words, found)
