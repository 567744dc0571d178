"""What happened to a case in the calendar and on paper, as rows of its timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.appointment import Appointment, Move
from app.domain.audit import AuditEntry, AuditKind
from app.domain.consent import ConsentDocument, DocumentKind
from app.domain.ids import CaseId, ConsentId
from app.domain.local_time import local
from ui import dates
from ui.calendar_words import SIGNS, state_word
from ui.case_list import day
from ui.page import (
    ToCalendar,
    ToConsent,
    ToCrisis,
    ToDisclosure,
    ToEthics,
    ToFormulation,
    ToGenogram,
    ToMeasures,
    ToSafetyPlan,
    ToScreen,
    ToTrail,
)
from ui.trail_words import acts
from ui.widgets.button import Button
from ui.widgets.card import row
from ui.widgets.chip import StateChip
from ui.widgets.timeline import TimelineItem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from app.services.case_events import CaseEvents
    from ui.case_view import CaseView
    from ui.page import Destination

translate = QCoreApplication.translate
Event = Appointment | Move | AuditEntry | ConsentDocument
_QUIET_ACTS: Final = frozenset({AuditKind.CALENDAR_HOLDS, AuditKind.WEEK_HOLDS})
_QUIET_PAPERS: Final = frozenset({DocumentKind.FORM_PDF, DocumentKind.SIGNED_PDF})

_PRINTED: Final[Mapping[AuditKind, Callable[[CaseId], Destination]]] = {
    AuditKind.SCREEN_PRINTED: ToScreen,
    AuditKind.FORMULATION_PRINTED: ToFormulation,
    AuditKind.GENOGRAM_PRINTED: ToGenogram,
    AuditKind.MEASURE_PRINTED: ToMeasures,
    AuditKind.SAFETY_PLAN_PRINTED: ToSafetyPlan,
    AuditKind.CRISIS_PRINTED: ToCrisis,
    AuditKind.DISCLOSURE_PRINTED: ToDisclosure,
    AuditKind.ETHICS_PRINTED: ToEthics,
}


def events(found: CaseEvents) -> list[Event]:
    """Return everything that has a row, in no order."""
    return [*found.coming, *found.past, *found.moves, *found.given_out, *found.documents]


def happened(event: Event) -> datetime:
    """Return when it was, or will be."""
    return event.starts_at if isinstance(event, Appointment) else event.at


def key(event: Event) -> tuple[str, object]:
    """Return the filter that shows it, and what tells it from every other."""
    if isinstance(event, Appointment):
        return ("appointment", event.which)
    if isinstance(event, Move):
        return ("appointment", (event.at, event.from_at, event.to_at))
    return ("paper", (type(event).__name__, event.id))


def quiet(event: Event) -> bool:
    """Return whether it is shown among papers alone.

    A consent stands for its own text; and a week that is printed every week would drown the rest.
    """
    if isinstance(event, AuditEntry):
        return event.kind in _QUIET_ACTS
    return isinstance(event, ConsentDocument) and event.kind in _QUIET_PAPERS


def place(event: Event, view: CaseView) -> Destination:
    """Return where it is read."""
    if isinstance(event, Appointment):
        return ToCalendar("week", _iso(event.starts_at, view), which=event.which)
    if isinstance(event, Move):
        return ToCalendar("week", _iso(event.to_at, view))
    if isinstance(event, ConsentDocument):
        return ToConsent(event.consent_id)
    return _told(event, view.page.case.id)


def item(event: Event, view: CaseView) -> TimelineItem:
    """Return it as a row."""
    if isinstance(event, Appointment):
        return _appointment(event, view)
    if isinstance(event, Move):
        return _move(event, view)
    if isinstance(event, ConsentDocument):
        word, icon = _paper(event.kind)
        return TimelineItem(icon, word, meta=_when(event.at, view))
    icon = "printer" if event.kind is AuditKind.WEEK_HOLDS else "upload"
    return TimelineItem(icon, acts()[event.kind], meta=_when(event.at, view))


def _appointment(one: Appointment, view: CaseView) -> TimelineItem:
    icon, tone = SIGNS[one.state]
    when = translate("CaseTimeline", "{0} · {1} 分钟").format(
        _when(one.starts_at, view), one.minutes
    )
    said = "\n".join(words for words in (one.place.strip(), one.remark.strip()) if words)
    title = translate("CaseTimeline", "预约")
    word = state_word(one.state)
    open_end = _open_end(one, view)
    if open_end:
        word, icon, tone = translate("Today", "还没有记结果"), "circle-question-mark", "mid"
    made = TimelineItem(icon, title, tone=tone, meta=when, text=said)
    made.add_chip(StateChip(word, tone, icon))
    if open_end:
        made.add(_result_line(made, when))
    return made


def _open_end(one: Appointment, view: CaseView) -> bool:
    """Return whether its hour is over, and nobody said whether the client came."""
    return one.state.standing and one.session_id is None and one.ends_at <= view.now


def _result_line(made: TimelineItem, when: str) -> QWidget:
    """Return the way to where it is said whether the client came."""
    button = Button(translate("Today", "记结果"), "link")
    button.setAccessibleName(translate("CaseTimeline", "记结果：{0}").format(when))
    button.clicked.connect(made.opened)
    holder = QWidget()
    holder.setLayout(row(button, None))
    return holder


def _move(one: Move, view: CaseView) -> TimelineItem:
    """Return a change of time: which time it was, and which it became."""
    before, after = _when(one.from_at, view), _when(one.to_at, view)
    said = translate("CaseTimeline", "{0} 改到 {1}").format(before, after)
    if one.following:
        said = translate("CaseTimeline", "{0}，之后每次也是").format(said)
    title = translate("CaseTimeline", "改了预约时间")
    return TimelineItem("repeat", title, meta=_when(one.at, view), text=said)


def _paper(kind: DocumentKind) -> tuple[str, str]:
    """Return what a document is, as word and icon."""
    return {
        DocumentKind.FORM_PDF: (translate("FinalPane", "同意书文本"), "file-text"),
        DocumentKind.SIGNED_PDF: (translate("FinalPane", "签署的同意书"), "file-check"),
        DocumentKind.SCAN: (translate("FinalPane", "扫描件"), "scan-line"),
        DocumentKind.PHOTO: (translate("FinalPane", "照片"), "image"),
        DocumentKind.SELF_READ: (translate("FinalPane", "自助已阅的截图"), "image"),
    }[kind]


def _told(entry: AuditEntry, case_id: CaseId) -> Destination:
    """Return where one reads what was given out."""
    if entry.kind is AuditKind.CONSENT_PRINTED and entry.subject is not None:
        return ToConsent(ConsentId(entry.subject))
    return _PRINTED.get(entry.kind, ToTrail)(case_id)


def _iso(at: datetime, view: CaseView) -> str:
    """Return a day as the calendar takes it."""
    return local(at, view.practice).date().isoformat()


def _when(at: datetime, view: CaseView) -> str:
    """Return day and time by the counselor's clock for this case."""
    here = local(at, view.here)
    return f"{day(here, view.now)} {dates.clock_time(here)}"
