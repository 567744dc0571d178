"""A suitability screen in words: on the page, in the timeline, and on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.local_time import wall
from app.domain.paper_signer import signer
from app.domain.screen import Suitability
from app.domain.sheet import Sheet, SheetPart
from ui import dates
from ui.case_list import mode_word

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.screen import AskedItem, Screen, ScreenCatalogue
    from app.services.screens import ScreenPage
    from ui.theme.roles import Tone

translate = QCoreApplication.translate
_ROOM = "\u3000\n\u3000"  # for a pen: the table draws the line below


def result_word(result: Suitability | None) -> tuple[str, Tone, str]:
    """Return what a screen came to, as word, tone and icon."""
    found: dict[Suitability, tuple[str, Tone, str]] = {
        Suitability.SUITABLE: (translate("Screens", "适宜"), "low", "check"),
        Suitability.RESERVED: (translate("Screens", "有保留地继续"), "mid", "circle-alert"),
        Suitability.UNSUITABLE: (translate("Screens", "不适宜"), "high", "shield-x"),
    }
    return found[result] if result else (translate("Screens", "还没有结果"), "mid", "clock")


def facts(screen: Screen) -> list[tuple[str, str]]:
    """Return what was written in a screen beside its answers, only what holds anything."""
    other = screen.referral
    to = translate("Screens", "来访者谢绝") if other.declined else other.to
    rows = [
        (translate("Screens", "为什么可以继续"), screen.rationale),
        (translate("Screens", "安全计划"), screen.safety_plan),
        (
            translate("Screens", "同行咨询或督导"),
            " ".join((_day(screen.consulted_on), screen.consulted_with)).strip(),
        ),
        (translate("Screens", "怎样解释的"), screen.explanation),
        (translate("Screens", "转介到"), to),
        (translate("Screens", "关于转介说了什么"), other.said),
    ]
    return [(name, said) for name, said in rows if said.strip()]


def _day(iso: str) -> str:
    """Return an ISO day in words, or nothing."""
    return dates.plain_day(date.fromisoformat(iso)) if iso else ""


def answer_word(one: AskedItem, catalogue: ScreenCatalogue) -> str:
    """Return an answer in the words of a catalogue; both where none was given, for a pen."""
    if one.answer is None:
        return f"□ {catalogue.yes} / □ {catalogue.no}"
    return catalogue.yes if one.answer else catalogue.no


def answers(screen: Screen, catalogue: ScreenCatalogue) -> str:
    """Return every item with its answer, in the language in which it was asked."""
    return "\n".join(
        catalogue.answered.format(one.text, answer_word(one, catalogue)) for one in screen.asked
    )


def sheet(
    page: ScreenPage, screen: Screen, at: datetime | None, catalogue: ScreenCatalogue
) -> Sheet:
    """Return a screen as it goes on paper; without `at` it is an empty one, to fill in by pen.

    `catalogue` has the words of its answers: those of the language in which it was asked. Raises
    `PaperUnsigned` where a screen that was made would not say by whom; an empty one has a line.
    """
    code, zone = page.case.code, page.practice.place.time_zone
    counselor = page.practice.counselor
    about = [
        (translate("Screens", "个案代号"), code if at else _ROOM),
        (translate("Screens", "服务方式"), mode_word(page.case.mode) if at else _ROOM),
        (translate("Screens", "评估日期"), dates.plain_day(wall(at, zone)) if at else _ROOM),
        (translate("Screens", "咨询师"), signer(counselor) if at else counselor.strip() or _ROOM),
    ]
    items = tuple((one.source, _marked(one), answer_word(one, catalogue)) for one in screen.asked)
    outcome = _filled(screen) if at else _empty()
    parts = (
        SheetPart(rows=tuple(about)),
        SheetPart(translate("Screens", "禁忌情形（网络 4.3，问 10(2)）"), rows=items),
        SheetPart(translate("Screens", "结果"), rows=tuple(outcome)),
        SheetPart(
            rows=((translate("Screens", "签字"), _ROOM), (translate("Screens", "日期"), _ROOM))
        ),
    )
    foot = translate("Screens", "适宜性评估 · {0}").format(screen.edition)
    about_it = translate(
        "Screens",
        "网络 4.3：任何一项为是，继续以前要写明理由、安全计划和同行咨询或督导；否则解释并转介。",
    )
    return Sheet(title(), about_it, parts, foot, screen.language)


def title() -> str:
    """Return what the paper is called; it names nobody."""
    return translate("Screens", "适宜性评估")


def _marked(one: AskedItem) -> str:
    """Return an item, with a mark where somebody would be in danger."""
    return translate("Screens", "{0}（人身危险）").format(one.text) if one.risk else one.text


def _filled(screen: Screen) -> list[tuple[str, str]]:
    """Return what a screen came to."""
    return [(translate("Screens", "结果"), result_word(screen.result)[0]), *facts(screen)]


def _empty() -> list[tuple[str, str]]:
    """Return the room for a pen."""
    return [
        (
            translate("Screens", "结果"),
            translate("Screens", "□ 适宜 / □ 有保留地继续 / □ 不适宜"),
        ),
        (translate("Screens", "为什么可以继续"), f"{_ROOM}\n\u3000"),
        (translate("Screens", "安全计划"), f"{_ROOM}\n\u3000"),
        (translate("Screens", "同行咨询或督导"), _ROOM),
        (translate("Screens", "怎样解释的"), _ROOM),
        (
            translate("Screens", "转介到"),
            translate("Screens", "□ 来访者谢绝"),
        ),
        (translate("Screens", "关于转介说了什么"), _ROOM),
    ]
