"""Measures in words: how they were made, what they came to, and what changed since."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.case import ServiceMode
from app.domain.measure import Way, Who
from app.domain.measure_chart import Event, EventKind
from app.domain.risk import RiskLevel
from app.domain.scale import changed, reliable_points
from ui import dates
from ui.case_list import mode_word
from ui.session_words import risk_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.measure import KeptMeasure, Measure
    from app.domain.scale import Scale
    from app.services.measures import Happening
    from ui.theme.roles import Tone

translate = QCoreApplication.translate
_MIDDLE, _HIGH = 2, 3


def way_words() -> dict[Way, str]:
    """Return how a scale is filled in."""
    return {
        Way.SCREEN: translate("Measures", "在屏幕上填"),
        Way.PAPER: translate("Measures", "从纸上录入"),
    }


def who_words() -> dict[Who, str]:
    """Return who answers."""
    return {
        Who.CLIENT: translate("Measures", "来访者自己"),
        Who.READ_OUT: translate("Measures", "咨询师念，来访者答"),
        Who.OTHER: translate("Measures", "别人代答"),
    }


def tone(made: Measure) -> Tone:
    """Return how grave its band is."""
    grade = made.band.grade if made.band else 0
    return "high" if grade > _HIGH else "mid" if grade >= _MIDDLE else "plain"


def total_words(made: Measure) -> str:
    """Return the score, or that there is none."""
    found = made.score
    if found.total is None:
        return translate("Measures", "不计分")
    said = translate("Measures", "{0} 分（满分 {1}）").format(found.total, made.scale.most)
    return translate("Measures", "约 {0}").format(said) if found.made_up else said


def open_words(made: Measure) -> str:
    """Return what open answers did to the score; nothing where there is none."""
    found, scale = made.score, made.scale
    if not found.open:
        return ""
    if found.made_up:
        said = translate("Measures", "有 {0} 题未答，按已答各题的平均数补上：{1}。")
        return said.format(found.open, scale.missing_source or translate("Measures", "您定的"))
    if scale.missing:
        said = translate("Measures", "有 {0} 题未答，最多只能补 {1} 题（{2}），所以不计分。")
        source = scale.missing_source or translate("Measures", "您定的")
        return said.format(found.open, scale.missing, source)
    said = translate("Measures", "有 {0} 题未答。这份量表的来源没有说怎样补，所以不计分。")
    return said.format(found.open)


def change_words(before: Measure, after: Measure, since: str) -> str:
    """Return what changed between two measures of a scale; nothing where one has no score."""
    old, new = before.score.total, after.score.total
    if old is None or new is None:
        return ""
    if old == new:
        return translate("Measures", "和{0}一样").format(since)
    said = (
        translate("Measures", "比{0}低 {1} 分")
        if new < old
        else translate("Measures", "比{0}高 {1} 分")
    ).format(since, abs(new - old))
    reliably = changed(after.scale, old, new)
    if reliably is None:
        return said
    more = (
        translate("Measures", "超出测量误差")
        if reliably
        else translate("Measures", "还在测量误差以内")
    )
    return translate("Measures", "{0}，{1}").format(said, more)


def reliable_words(scale: Scale) -> str:
    """Return from how many points on a change is reliable, and whose figures say so."""
    points = reliable_points(scale)
    if points is None or scale.reliable is None:
        return translate("Measures", "没有查到可靠的重测数据，所以不说变化是否超出误差。")
    said = translate(
        "Measures",
        "两次相差 {0} 分或更多，才超出测量误差（Jacobson–Truax，95%，{1:.1f} 分；{2}）。",
    )
    return said.format(int(points) + 1, points, scale.reliable.source)


def answer_rows(made: Measure) -> list[tuple[str, str]]:
    """Return every question with its answer."""
    texts = {one.value: one.text for one in made.scale.options}
    pairs = zip(made.scale.items, made.answers, strict=True)
    open_ = translate("Measures", "未答")
    found = [
        (
            f"{at}. {item.text}",
            open_ if answer is None else f"{answer}  {texts.get(answer, '')}",
        )
        for at, (item, answer) in enumerate(pairs, start=1)
    ]
    if made.scale.closing:
        said = open_ if made.closing is None else made.scale.closing_options[made.closing]
        found.append((made.scale.closing, said))
    return found


def day_words(on: str) -> str:
    """Return an ISO day."""
    return dates.plain_day(date.fromisoformat(on))


def lines(kept: Sequence[KeptMeasure]) -> list[str]:
    """Return the measures of one scale in sentences, the oldest first."""
    found = []
    for at, one in enumerate(kept):
        band = one.made.band
        parts = [total_words(one.made), *([band.text] if band else [])]
        if at:
            parts.append(change_words(kept[at - 1].made, one.made, translate("Measures", "上一次")))
        if one.made.alarming:
            parts.append(translate("Measures", "自伤一题有回应"))
        said = translate("Measures", "，").join(part for part in parts if part)
        found.append(translate("Measures", "{0}：{1}").format(day_words(one.made.on), said))
    return found


def events(happenings: Sequence[Happening]) -> list[Event]:
    """Return what happened meanwhile, each with its word."""
    return [_event(one) for one in happenings]


def event_lines(found: Sequence[Event]) -> list[str]:
    """Return in sentences what is not a session: those are many, and in the timeline."""
    pair = translate("Measures", "{0}：{1}")
    told = [one for one in found if one.kind is not EventKind.SESSION]
    return [pair.format(dates.plain_day(one.on), one.word) for one in told]


def _event(one: Happening) -> Event:
    if isinstance(one.what, ServiceMode):
        said = translate("Measures", "改为{0}").format(mode_word(one.what))
        return Event(one.on, EventKind.MODE, said)
    if isinstance(one.what, RiskLevel):
        said = translate("Measures", "风险{0}").format(risk_words()[one.what])
        return Event(one.on, EventKind.RISK, said)
    said = translate("Measures", "第 {0} 次会谈").format(one.what)
    return Event(one.on, EventKind.SESSION, said)
