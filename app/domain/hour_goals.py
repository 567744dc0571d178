"""What a register or a platform asks for in hours, written in plain lines, and how far one is.

A goal is a line: a number of hours, a role, and what counts, as `400 咨询 个体 收费 面询 视频` or
`16 training ethics 3years`. Rule sets are data: they change, and nobody's list is shipped as law.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import known_in
from app.domain.blank import is_blank
from app.domain.intake import CaseType
from app.domain.practice_record import (
    HourRole,
    HourSpan,
    SupervisionForm,
    SupervisionMedium,
    SupervisorRank,
    TrainingTopic,
    YesNo,
)
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import Enum

    from app.domain.hours import HourLine

_LINE: Final = re.compile(r"\s*(\d{1,5}(?:\.\d)?)\s*(?:小时|学时|h|hours)?\s+(\S.*)")
_YEARS: Final = re.compile(r"(\d{1,2})(?:年内|years?)")
_SPLIT: Final = re.compile(r"[\s,，、;；·+/]+")


@dataclass(frozen=True)
class Goal:
    """`hours` of a role, of which only what fits counts; an empty set lets everything count.

    `years` bounds how long ago it may be, 0 for ever.
    """

    hours: float
    role: HourRole
    kinds: frozenset[CaseType] = frozenset()
    forms: frozenset[SupervisionForm] = frozenset()
    media: frozenset[SupervisionMedium] = frozenset()
    ranks: frozenset[SupervisorRank] = frozenset()
    topics: frozenset[TrainingTopic] = frozenset()
    paid: bool = False
    strict: bool = False
    years: int = 0


@dataclass(frozen=True)
class RuleSet:
    """The goals of a register or a platform, as lines; `source` says where they come from.

    `checked` says whether the original was read. `own` are those that the counselor wrote.
    """

    key: str
    edition: str
    language: str
    name: str
    source: str
    lines: tuple[str, ...]
    own: bool = False
    retired: bool = False

    def goals(self) -> tuple[Goal, ...]:
        """Return the goals that its lines say."""
        return tuple(made for made in map(goal_of, self.lines) if made is not None)


@dataclass(frozen=True)
class Progress:
    """How far one is towards a goal: minutes that count, and those of which not enough is known."""

    goal: Goal
    counted: float = 0
    unclear: float = 0

    @property
    def hours(self) -> float:
        """The hours that count."""
        return self.counted / 60

    @property
    def missing(self) -> float:
        """The hours that are missing, 0 where the goal is reached."""
        return max(0.0, self.goal.hours - self.hours)


@dataclass(frozen=True)
class RuleSetWords:
    """A rule set as it is written."""

    name: str = ""
    goals: str = ""
    source: str = ""

    @property
    def goal_lines(self) -> list[str]:
        """The lines of goals, each with something to be seen."""
        return [one.strip() for one in self.goals.splitlines() if not is_blank(one)]


HOUR_RULES: Final[Book[RuleSetWords]] = Book("hour_rules")
"""What a rule set of hers lacks before it can be used."""


@HOUR_RULES.rule("118", step=Step.PRACTICE)
def named(words: RuleSetWords) -> bool:
    """Whether it has no name."""
    return is_blank(words.name)


@HOUR_RULES.rule("118", step=Step.PRACTICE)
def goals(words: RuleSetWords) -> bool:
    """Whether it asks for nothing, or a line of it cannot be read."""
    return not words.goal_lines or unread(words) is not None


def unread(words: RuleSetWords) -> str | None:
    """Return the first line that cannot be read, or None."""
    return next((one for one in words.goal_lines if goal_of(one) is None), None)


def rules_from(words: RuleSetWords, key: str, edition: int, language: str) -> RuleSet:
    """Return the rule set that `words` make; they meet every rule of `HOUR_RULES`."""
    name, source = words.name.strip(), words.source.strip()
    lines = tuple(words.goal_lines)
    return RuleSet(key, str(edition), language, name, source, lines, own=True)


def words_of(rules: RuleSet) -> RuleSetWords:
    """Return a rule set as it is written, to write on."""
    return RuleSetWords(rules.name, "\n".join(rules.lines), rules.source)


def words_from(raw: Mapping[str, Any]) -> RuleSetWords:
    """Return what was kept of a rule set while it was written."""
    return RuleSetWords(**{key: str(one) for key, one in known_in(raw, RuleSetWords).items()})


def rule_set_of(raw: Mapping[str, Any]) -> RuleSet:
    """Return the rule set that `raw`, as made by `as_json` or read from data, describes."""
    values = known_in(raw, RuleSet)
    values["lines"] = tuple(map(str, values["lines"]))
    return RuleSet(**values)


def goal_of(line: str) -> Goal | None:
    """Return the goal that a line says; None where a word of it is not known."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    words = [one for one in _SPLIT.split(found[2].strip().casefold()) if one]
    years = [int(one[1]) for one in map(_YEARS.fullmatch, words) if one]
    words = [one for one in words if not _YEARS.fullmatch(one)]
    roles = [_ROLES[one] for one in words if one in _ROLES]
    if len(roles) != 1 or len(years) > 1 or float(found[1]) <= 0:
        return None
    said = _said(roles[0], [one for one in words if one not in _ROLES])
    return None if said is None else Goal(float(found[1]), roles[0], years=sum(years), **said)


def _said(role: HourRole, words: Iterable[str]) -> dict[str, Any] | None:
    """Return what words let count; None where one is not known for that role."""
    sets: dict[str, set[Enum]] = {}
    flags: dict[str, bool] = {}
    known = {**_COMMON, **_OF_ROLE[role]}
    for one in words:
        if one in _FLAGS and role is HourRole.COUNSELING:
            flags[_FLAGS[one]] = True
        elif one in known:
            name, value = known[one]
            sets.setdefault(name, set()).add(value)
        else:
            return None
    return {**flags, **{name: frozenset(values) for name, values in sets.items()}}


def counts(goal: Goal, line: HourLine, today: date) -> bool | None:
    """Return whether a line counts towards a goal; None where not enough is known of it."""
    if line.role is not goal.role:
        return False
    said = [
        _fits(goal.kinds, line.kind),
        _fits(goal.forms, line.form),
        _fits(goal.media, line.medium),
        _fits(goal.ranks, line.rank),
        _fits(goal.topics, line.topic),
        _fits(frozenset({YesNo.YES}) if goal.paid else frozenset(), line.paid),
        _fits(frozenset({YesNo.YES}) if goal.strict else frozenset(), line.strict),
        _recent(goal, line, today),
    ]
    if False in said:
        return False
    return None if None in said else True


def progress(rules: RuleSet, lines: Iterable[HourLine], today: date) -> tuple[Progress, ...]:
    """Return how far one is towards each goal of a rule set."""
    held = list(lines)
    return tuple(_towards(goal, held, today) for goal in rules.goals())


def _towards(goal: Goal, lines: list[HourLine], today: date) -> Progress:
    said = [(counts(goal, one, today), one.minutes) for one in lines]
    counted = sum(minutes for answer, minutes in said if answer)
    unclear = sum(minutes for answer, minutes in said if answer is None)
    return Progress(goal, counted, unclear)


def _fits(wanted: frozenset[Any], found: Enum | None) -> bool | None:
    if not wanted:
        return True
    return None if found is None else found in wanted


def _recent(goal: Goal, line: HourLine, today: date) -> bool | None:
    """Return whether a line is recent enough; of a sum nobody knows how old its parts are."""
    if not goal.years:
        return True
    if line.span is HourSpan.SUM:
        return None
    return date.fromisoformat(line.day) > _before(today, goal.years)


def _before(today: date, years: int) -> date:
    """Return the day `years` ago; the last of February stands for a leap day."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return today.replace(year=today.year - years, day=28)


_ROLES: Final[Mapping[str, HourRole]] = {
    "咨询": HourRole.COUNSELING,
    "counseling": HourRole.COUNSELING,
    "受督": HourRole.SUPERVISED,
    "supervised": HourRole.SUPERVISED,
    "施督": HourRole.SUPERVISING,
    "supervising": HourRole.SUPERVISING,
    "培训": HourRole.TRAINING,
    "training": HourRole.TRAINING,
    "个人体验": HourRole.OWN,
    "own-therapy": HourRole.OWN,
}
_FLAGS: Final[Mapping[str, str]] = {
    "收费": "paid", "paid": "paid", "设置稳定": "strict", "strict": "strict",
}  # fmt: skip
_COMMON: Final[Mapping[str, tuple[str, Enum]]] = {
    "面询": ("media", SupervisionMedium.IN_PERSON),
    "当面": ("media", SupervisionMedium.IN_PERSON),
    "in-person": ("media", SupervisionMedium.IN_PERSON),
    "视频": ("media", SupervisionMedium.VIDEO),
    "video": ("media", SupervisionMedium.VIDEO),
    "语音": ("media", SupervisionMedium.VOICE),
    "voice": ("media", SupervisionMedium.VOICE),
    "文字": ("media", SupervisionMedium.TEXT),
    "text": ("media", SupervisionMedium.TEXT),
    "注册督导师": ("ranks", SupervisorRank.SUPERVISOR),
    "registered-supervisor": ("ranks", SupervisorRank.SUPERVISOR),
    "注册心理师": ("ranks", SupervisorRank.REGISTERED),
    "registered-psychologist": ("ranks", SupervisorRank.REGISTERED),
}
_KINDS: Final[Mapping[str, tuple[str, Enum]]] = {
    "个体": ("kinds", CaseType.INDIVIDUAL),
    "individual": ("kinds", CaseType.INDIVIDUAL),
    "伴侣": ("kinds", CaseType.COUPLE),
    "couple": ("kinds", CaseType.COUPLE),
    "家庭": ("kinds", CaseType.FAMILY),
    "family": ("kinds", CaseType.FAMILY),
    "团体": ("kinds", CaseType.GROUP),
    "group": ("kinds", CaseType.GROUP),
}
_FORMS: Final[Mapping[str, tuple[str, Enum]]] = {
    "个体": ("forms", SupervisionForm.INDIVIDUAL),
    "individual": ("forms", SupervisionForm.INDIVIDUAL),
    "团体": ("forms", SupervisionForm.GROUP),
    "group": ("forms", SupervisionForm.GROUP),
    "同辈": ("forms", SupervisionForm.PEER),
    "peer": ("forms", SupervisionForm.PEER),
}
_TOPICS: Final[Mapping[str, tuple[str, Enum]]] = {
    "伦理": ("topics", TrainingTopic.ETHICS),
    "ethics": ("topics", TrainingTopic.ETHICS),
    "危机": ("topics", TrainingTopic.CRISIS),
    "crisis": ("topics", TrainingTopic.CRISIS),
    "热线": ("topics", TrainingTopic.HOTLINE),
    "hotline": ("topics", TrainingTopic.HOTLINE),
    "网络": ("topics", TrainingTopic.ONLINE),
    "online": ("topics", TrainingTopic.ONLINE),
    "基础": ("topics", TrainingTopic.BASIC),
    "basic": ("topics", TrainingTopic.BASIC),
}
_OF_ROLE: Final[Mapping[HourRole, Mapping[str, tuple[str, Enum]]]] = {
    HourRole.COUNSELING: _KINDS,
    HourRole.SUPERVISED: _FORMS,
    HourRole.SUPERVISING: _FORMS,
    HourRole.TRAINING: _TOPICS,
    HourRole.OWN: _KINDS,
}
