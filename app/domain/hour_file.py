"""The rule sets for hours that are shipped, read from data."""

from __future__ import annotations

import tomllib
from functools import partial
from typing import Final

from app.domain.data_word import data_word
from app.domain.hour_goals import RuleSet, goal_of

_word: Final = partial(data_word, "a rule set for hours")


def load_rule_set(text: str) -> RuleSet:
    """Return the rule set that the TOML in `text` describes.

    It has the words `key`, `edition`, `language`, `name` and `source`, and the list `lines`.
    Raises ValueError, in one sentence that names the rule set, where something is missing or a line
    says no goal.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"a rule set for hours cannot be read: {error}") from error
    key, edition, language = (_word(raw, name) for name in ("key", "edition", "language"))
    name, source = _word(raw, "name"), _word(raw, "source")
    lines = raw.get("lines")
    if not isinstance(lines, list) or not lines:
        raise ValueError(f"the rule set {key} asks for nothing")
    unread = next((one for one in lines if not isinstance(one, str) or goal_of(one) is None), None)
    if unread is not None:
        raise ValueError(f"the rule set {key} has a line that says no goal: {unread}")
    return RuleSet(key, edition, language, name, source, tuple(lines))
