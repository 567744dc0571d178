"""A sample of records in words: what was found of each item, and the paper by codes alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.case import shut_code
from app.domain.ids import CaseId
from app.domain.local_time import wall
from app.domain.record_sample import Verdict, counts
from app.domain.sheet import Sheet, SheetPart
from ui import dates
from ui.note_template_menu import window_language

if TYPE_CHECKING:
    from app.services.samples import KeptSample, SampledNote, SamplesPage

translate = QCoreApplication.translate
_RULES: Final[dict[str, object]] = {
    "sample.answered": QT_TRANSLATE_NOOP("Samples", "还有没看的项，每一项都要选（规范一(四)）。"),
    "sample.found": QT_TRANSLATE_NOOP("Samples", "请写下所见与打算（规范一(四)）。"),
}


def worded() -> frozenset[str]:
    """Return the names of the rules that have a sentence here."""
    return frozenset(_RULES)


def sample_rule_words(name: str) -> str:
    """Return what a sample lacks before it can be ended."""
    return translate("Samples", str(_RULES[name]))


def verdict_word(verdict: Verdict) -> str:
    """Return what was found of an item."""
    return {
        Verdict.THERE: translate("Samples", "有"),
        Verdict.LACKS: translate("Samples", "缺"),
        Verdict.NOT_ASKED: translate("Samples", "不适用"),
    }[verdict]


def heading() -> str:
    """Return what the paper is called."""
    return translate("Samples", "记录抽查")


def span(kept: KeptSample) -> str:
    """Return of which days a sample was drawn, and how many notes."""
    begin, end = (date.fromisoformat(one) for one in (kept.sample.begin, kept.sample.end))
    return translate("Samples", "{0}至{1}，抽了 {2} 篇").format(
        dates.plain_day(begin), dates.plain_day(end), len(kept.sample.notes)
    )


def note_word(one: SampledNote, zone: str) -> str:
    """Return which note it is: by code, number of the session and day; never by a name."""
    if one.person is None:
        return translate("Samples", "记录 №{0}，已不在").format(one.id)
    code = shut_code(CaseId(one.person.case_id)) if one.person.shut else one.person.code
    day = "" if one.at is None else dates.short_day(wall(one.at, zone).date())
    return translate("Samples", "{0} 第 {1} 次 · {2}").format(code, one.number, day)


def sheet(page: SamplesPage, kept: KeptSample) -> Sheet:
    """Return a sample as a paper: which notes, what was found of each item, and what follows."""
    sample, present = kept.sample, kept.present()
    drawn = dates.plain_day(date.fromisoformat(sample.day))
    rows = [
        (translate("Samples", "抽的时段"), span(kept)),
        (translate("Samples", "抽取日期"), drawn),
        (translate("Samples", "随机种子"), sample.seed),
        (translate("Samples", "清单版本"), sample.edition),
    ]
    if sample.done:
        ended = dates.plain_day(date.fromisoformat(sample.done))
        rows.append((translate("Samples", "看完日期"), ended))
    heads = ("", *(verdict_word(one) for one in Verdict))
    found = [
        (
            f"{item.text}（{item.source}）",
            *(str(n) for n in counts(sample, present, item.key).values()),
        )
        for item in page.items
    ]
    parts = [
        SheetPart("", tuple(rows)),
        SheetPart(translate("Samples", "各项看到了什么（篇数）"), (heads, *found)),
        SheetPart(
            translate("Samples", "抽到的记录"),
            tuple((note_word(one, page.zone), _lacking(page, kept, one)) for one in kept.notes),
        ),
        SheetPart(translate("Samples", "所见与打算"), lines=tuple(sample.found.splitlines())),
        SheetPart(
            translate("Samples", "说明"),
            lines=(
                translate(
                    "Samples",
                    "抽哪几篇只由随机种子决定，用同一个种子再抽一次，抽到的是同样几篇。"
                    "加了密码没有打开的个案不在其中。",
                ),
            ),
        ),
    ]
    subtitle = translate("Samples", "由心匣生成。只有代号，没有姓名和记录的内容。")
    return Sheet(heading(), subtitle, tuple(parts), drawn, window_language())


def _lacking(page: SamplesPage, kept: KeptSample, one: SampledNote) -> str:
    """Return what lacks in one note."""
    verdicts = {item.text: kept.sample.verdict(one.id, item.key) for item in page.items}
    lacking = [text for text, verdict in verdicts.items() if verdict is Verdict.LACKS]
    if lacking:
        semicolon = translate("Samples", "；")
        return translate("Samples", "缺：{0}").format(semicolon.join(lacking))
    if None in verdicts.values():
        return translate("Samples", "没有看完")
    return translate("Samples", "没有缺的")
