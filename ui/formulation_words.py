"""A case formulation in words: its sections, what is compared, and its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.formulation import GOALS, METHODS
from app.domain.local_time import wall
from app.domain.sheet import Sheet, SheetPart
from ui import dates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.formulation import Formulation
    from app.services.formulations import FormulationPage, KeptFormulation

translate = QCoreApplication.translate


def title() -> str:
    """Return what the page and its paper are called; it names nobody."""
    return translate("Formulation", "个案概念化")


def goals_word() -> str:
    """Return what the goals are called."""
    return translate("Formulation", "咨询目标")


def methods_word() -> str:
    """Return what the methods are called."""
    return translate("Formulation", "方法与计划")


def sections(made: Formulation) -> Mapping[str, tuple[str, str]]:
    """Return title and text of each section by key, goals and methods last."""
    return {
        **{one.key: (one.title, one.text) for one in made.parts},
        GOALS: (goals_word(), made.goals),
        METHODS: (methods_word(), made.methods),
    }


def when(page: FormulationPage, kept: KeptFormulation) -> str:
    """Return which version it is, and when it was saved by the practice's clock."""
    number = len(page.kept) - page.kept.index(kept)
    day = dates.day_and_time(wall(kept.at, page.practice.place.time_zone))
    return translate("Formulation", "第 {0} 版 · {1}").format(number, day)


def sheet(page: FormulationPage, kept: KeptFormulation) -> Sheet:
    """Return a version as it goes on paper: under the case's code, every word as written."""
    about = (
        (translate("Formulation", "个案代号"), page.case.code),
        (translate("Formulation", "版本"), when(page, kept)),
        (translate("Formulation", "写法"), kept.made.title),
        (translate("Formulation", "咨询师"), page.practice.counselor),
    )
    written = [one for one in sections(kept.made).values() if one[1].strip()]
    parts = [SheetPart(heading, lines=tuple(text.splitlines())) for heading, text in written]
    said = translate("Formulation", "照原样印出，没有去标识化：请只放进您自己的档案。")
    rows = SheetPart(rows=tuple(one for one in about if one[1].strip()))
    return Sheet(title(), said, (rows, *parts), kept.made.edition, kept.made.language)
