"""Says where a way to reach the counselor is one that she listed as her own private one (076)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.practice_rules import CHANNEL, ChannelFacts
from ui.practice_words import practice_rule_words

if TYPE_CHECKING:
    from collections.abc import Iterable


def private_words(channel: str, private: Iterable[str]) -> str:
    """Return the sentence about a private account, or nothing where it is none."""
    found = CHANNEL.broken(ChannelFacts(channel, tuple(private)))
    return practice_rule_words(found[0].name) if found else ""
