"""What still tells who somebody is after a review, and how much that comes to together.

A meter that explains itself: no single thing left need be rare, yet a place with an occupation, an
age and a rare event makes one person of a town (clauses 156, 157).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from app.domain.review import OWN, Decision

if TYPE_CHECKING:
    from app.domain.review import Review


class Trait(Enum):
    """What is left that narrows down who it can be."""

    NAME = "name"
    PLACE = "place"
    INSTITUTION = "institution"
    DATE = "date"
    NUMBER = "number"
    AGE = "age"
    WORK = "work"
    FAMILY = "family"
    DETAIL = "detail"


class Risk(Enum):
    """How likely somebody who knows the client recognises them; never none."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


_OF_KIND: Final = {
    "PERSON": Trait.NAME,
    "LOCATION": Trait.PLACE,
    "ADDRESS": Trait.PLACE,
    "ORG": Trait.INSTITUTION,
    "DATE": Trait.DATE,
    "AGE_BIRTH": Trait.AGE,
    "QUASI": Trait.DETAIL,
    OWN: Trait.DETAIL,
}
_AGE: Final = re.compile("[0-9一二三四五六七八九十]{1,3}岁")
_WORK: Final = re.compile(
    "教师|老师傅|医生|护士|律师|会计|程序员|工程师|设计师|警察|民警|军人|司机|厨师|编辑|记者|公务员|"
    "法官|检察官|演员|主播|画家|作家|教练|飞行员|船长|消防员|店主|老板|农民|工人|研究生|博士|教授"
)
_FAMILY: Final = re.compile(
    "双胞胎|[三四]胞胎|独生|离异|再婚|继父|继母|养父|养母|孤儿|单亲|少数民族|[一-鿿]族"
)
_DIRECT: Final = frozenset({Trait.NAME, Trait.NUMBER, Trait.INSTITUTION})
_MANY: Final = 4


@dataclass(frozen=True)
class Remaining:
    """The traits that are left, in the order of `Trait`, and what they come to."""

    traits: tuple[Trait, ...]
    risk: Risk


def remaining(review: Review) -> Remaining:
    """Return what is left in what would leave now; an open place counts as left."""
    found: set[Trait] = set()
    for passage in review.passages:
        for mark in passage.spans:
            if mark.decision is not Decision.HIDE:
                found.add(_OF_KIND.get(mark.kind, Trait.NUMBER))
        text = passage.result()
        for trait, pattern in ((Trait.AGE, _AGE), (Trait.WORK, _WORK), (Trait.FAMILY, _FAMILY)):
            if pattern.search(text):
                found.add(trait)
    return Remaining(tuple(one for one in Trait if one in found), _risk(found))


def _risk(found: set[Trait]) -> Risk:
    """Return what traits come to: what names somebody is high by itself, others together."""
    if found & _DIRECT or (Trait.DETAIL in found and len(found) > 1) or len(found) >= _MANY:
        return Risk.HIGH
    return Risk.MIDDLE if len(found) > 1 or Trait.DETAIL in found else Risk.LOW
