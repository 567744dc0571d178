"""The answers of a person as they stand in the file of the case: heads and words, never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


_GRAVE: Final = (
    *("自杀", "自伤", "自残", "伤害自己", "想死", "轻生", "不想活", "活着没意思", "结束生命"),
    *("suicid", "self-harm", "self harm", "hurt yourself", "hurt myself", "kill myself"),
)
_NO: Final = frozenset(
    {"", "没有", "无", "否", "从不", "从来没有", "没有过", "不", "no", "none", "never"}
)
_OF_THE_SITE: Final = ("所用时间", "来源", "来自ip", "ip", "总分", "time taken", "source")


@dataclass(frozen=True)
class Questionnaire:
    """What a person answered and no field of the case took, under its heads.

    `sent` is when, as the file says it.
    """

    answers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    sent: str = field(default="", repr=False)


def questionnaire_of(raw: Mapping[str, Any]) -> Questionnaire:
    """Return the answers that an entry holds."""
    answers = tuple((str(head), str(answer)) for head, answer in raw.get("answers", ()))
    return Questionnaire(answers, str(raw.get("sent", "")))


def is_grave(head: str, answer: str) -> bool:
    """Return whether an answer speaks of suicide or self-harm, by its words; it is no finding.

    A question about it that was answered with a plain no does not count.
    """
    if any(word in answer.casefold() for word in _GRAVE):
        return True
    asked = any(word in head.casefold() for word in _GRAVE)
    return asked and answer.strip().casefold().rstrip("。.") not in _NO


def as_read(one: Questionnaire) -> tuple[tuple[str, str], ...]:
    """Return the answers in the order in which they matter.

    First what speaks of suicide or self-harm, then the other answers, last what the site added.
    """

    def rank(pair: tuple[str, str]) -> int:
        head, answer = pair
        if is_grave(head, answer):
            return 0
        return 2 if head.strip().casefold().startswith(_OF_THE_SITE) else 1

    return tuple(sorted(one.answers, key=rank))


def questionnaire_to_mapping(one: Questionnaire) -> dict[str, Any]:
    """Return the answers as an entry holds them."""
    return {"answers": [list(answer) for answer in one.answers], "sent": one.sent}
