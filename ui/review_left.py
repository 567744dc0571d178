"""What is still left after the decisions so far, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.remaining import Risk, Trait

if TYPE_CHECKING:
    from app.domain.remaining import Remaining

translate = QCoreApplication.translate


def left_words(left: Remaining) -> str:
    """Return which combination is left and what it means, or that the reader has the last word."""
    named = translate("ReviewLeft", "、").join(_traits()[one] for one in left.traits)
    if left.risk is Risk.LOW and not left.traits:
        return translate("ReviewLeft", "没有留下明显的线索。最后还要您通读一遍。")
    if left.risk is Risk.LOW:
        return translate("ReviewLeft", "还留着：{0}。单看不容易认出。").format(named)
    if left.risk is Risk.MIDDLE:
        return translate("ReviewLeft", "还留着：{0}。放在一起，认识的人可能想得到是谁。").format(
            named
        )
    return translate(
        "ReviewLeft", "还留着：{0}。认识的人很可能认得出，请再隐去或换个说法。"
    ).format(named)


def _traits() -> dict[Trait, str]:
    return {
        Trait.NAME: translate("ReviewLeft", "姓名"),
        Trait.PLACE: translate("ReviewLeft", "地点"),
        Trait.INSTITUTION: translate("ReviewLeft", "机构"),
        Trait.DATE: translate("ReviewLeft", "日期"),
        Trait.NUMBER: translate("ReviewLeft", "号码"),
        Trait.AGE: translate("ReviewLeft", "年龄"),
        Trait.WORK: translate("ReviewLeft", "职业"),
        Trait.FAMILY: translate("ReviewLeft", "家庭情况"),
        Trait.DETAIL: translate("ReviewLeft", "少见的细节"),
    }
