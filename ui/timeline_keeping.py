"""What is done about the file of a case, as rows of its timeline: term, hold, requests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.client_request import answer_of, request_of
from app.domain.legal_hold import hold_of, lift_of
from app.domain.retention import keeping_of
from ui import dates
from ui.keeping_words import decision_chip, kind_words
from ui.widgets.chip import StateChip
from ui.widgets.timeline import TimelineItem

if TYPE_CHECKING:
    from app.domain.entry import CaseEntry

translate = QCoreApplication.translate


def retention(entry: CaseEntry, meta: str) -> TimelineItem:
    """Return a choice of how long the case is kept."""
    one = keeping_of(entry.value)
    title = translate("CaseTimeline", "保存期限：{0} 年").format(one.years)
    return TimelineItem("archive", title, meta=meta, text=one.why.strip())


def hold(entry: CaseEntry, meta: str) -> TimelineItem:
    """Return the beginning of a legal hold."""
    one = hold_of(entry.value)
    title = translate("CaseTimeline", "法律保全开始")
    said = " · ".join(part.strip() for part in (one.authority, one.number) if part.strip())
    return TimelineItem("lock", title, meta=meta, text=said, tone="high")


def lift(entry: CaseEntry, meta: str) -> TimelineItem:
    """Return the end of a legal hold."""
    title = translate("CaseTimeline", "法律保全解除")
    return TimelineItem("lock", title, meta=meta, text=lift_of(entry.value).why.strip())


def request(entry: CaseEntry, meta: str) -> TimelineItem:
    """Return a request of the client, with the day by which it is answered."""
    one = request_of(entry.value)
    kind = kind_words()[one.kind] if one.kind else ""
    title = translate("CaseTimeline", "来访者的请求：{0}").format(kind)
    made = TimelineItem("mail", title, meta=meta, text=one.said.strip())
    if one.due:
        day = dates.plain_day(date.fromisoformat(one.due))
        made.add_chip(StateChip(translate("CaseTimeline", "{0} 以前答复").format(day), "plain"))
    return made


def answer(entry: CaseEntry, meta: str) -> TimelineItem:
    """Return the answer to a request."""
    one = answer_of(entry.value)
    title = translate("CaseTimeline", "答复来访者的请求")
    made = TimelineItem("mail", title, meta=meta, text=(one.said or one.reason).strip())
    made.add_chip(StateChip(*decision_chip(one.decision)))
    return made
