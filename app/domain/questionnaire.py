"""The answers of a person as they stand in the file of the case: heads and words, never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Questionnaire:
    """What a person answered and no field of the case took, under its heads.

    `sent` is when, as the file says it; `serial` its number there.
    """

    answers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    sent: str = field(default="", repr=False)
    serial: str = field(default="", repr=False)


def questionnaire_of(raw: Mapping[str, Any]) -> Questionnaire:
    """Return the answers that an entry holds."""
    answers = tuple((str(head), str(answer)) for head, answer in raw.get("answers", ()))
    return Questionnaire(answers, str(raw.get("sent", "")), str(raw.get("serial", "")))


def questionnaire_to_mapping(one: Questionnaire) -> dict[str, Any]:
    """Return the answers as an entry holds them."""
    return {
        "answers": [list(answer) for answer in one.answers],
        "sent": one.sent,
        "serial": one.serial,
    }
