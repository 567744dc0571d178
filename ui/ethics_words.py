"""The parts of an ethical decision in words (clause 161)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.sheet import Sheet, SheetPart
from ui.note_template_menu import window_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.ethics import EthicalDecision

translate = QCoreApplication.translate


def part_words() -> Mapping[str, str]:
    """Return the parts in their order."""
    return {
        "facts": translate("Ethics", "事实"),
        "people": translate("Ethics", "相关的人"),
        "clauses": translate("Ethics", "条款和法律"),
        "options": translate("Ethics", "选项"),
        "consulted": translate("Ethics", "咨询了谁"),
        "decision": translate("Ethics", "决定"),
        "review": translate("Ethics", "复核"),
    }


def part_hints() -> Mapping[str, str]:
    """Return what each part asks for."""
    return {
        "facts": translate("Ethics", "知道的和不知道的，分开写。"),
        "people": translate("Ethics", "谁会受影响，各自要的是什么。"),
        "clauses": translate("Ethics", "守则哪一条，法律哪一条；互相冲突的也写。"),
        "options": translate("Ethics", "每个选项的好处和坏处，包括什么都不做。"),
        "consulted": translate("Ethics", "督导、同行或律师，哪一天；没有写「无」和原因。"),
        "decision": translate("Ethics", "怎么做，为什么。"),
        "review": translate("Ethics", "什么时候再看，看什么；可以空着。"),
    }


def decision_sheet(made: EthicalDecision, about: str) -> Sheet:
    """Return a decision on paper; `about` stands under the title. What is empty is left out."""
    named = part_words()
    return Sheet(
        translate("Ethics", "伦理决策记录"),
        about,
        tuple(
            SheetPart(named[name], lines=tuple(said.strip().splitlines()))
            for name, said in made.lines()
            if said.strip()
        ),
        "",
        window_language(),
    )
