"""What the file of a case holds beside notes and consents, as rows of its timeline."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.agreement import agreement_of
from app.domain.case_report import report_of
from app.domain.case_supervision import done_of, supervised_of
from app.domain.consent_talk import talk_from_mapping
from app.domain.contact import Purpose, contact_of
from app.domain.crisis_event import step_of
from app.domain.decline import decline_of
from app.domain.disclosure import Telling, disclosure_of, followed_of
from app.domain.ending import ending_of
from app.domain.entry import EntryKind
from app.domain.ethics import ethics_of
from app.domain.follow_up import follow_plan_of, follow_up_of
from app.domain.formulation import FORMULATION_CARE, formulation_of
from app.domain.ids import ConsentId
from app.domain.imported_note import imported_of
from app.domain.measure import measure_of
from app.domain.mode_change import mode_change_of
from app.domain.progress_review import StillHelps, review_of
from app.domain.questionnaire import as_read, is_grave, questionnaire_of
from app.domain.record_copy import copy_of
from app.domain.referral import referral_of
from app.domain.referral_course import referral_step_of
from app.domain.risk_assessment import risk_of
from app.domain.safety_plan import plan_of
from app.domain.screen import screen_of
from app.domain.summary_use import given_of
from app.domain.tech_sheet import tech_of
from ui import dates, timeline_keeping
from ui.case_list import mode_word
from ui.contact_words import contact_line, purpose_word
from ui.danger_words import level_chip, step_title
from ui.ending_words import act_words, answer_words, day_words, kind_words, reached_words
from ui.entry_place import entry_place
from ui.intake_words import decline_words
from ui.measure_words import tone, total_words
from ui.names import as_written
from ui.page import ToConsent
from ui.practice_words import choice_words
from ui.progress_words import helps_word
from ui.reasons_words import reasons_words
from ui.record_copy_words import copy_line
from ui.review_write import audience_words
from ui.screen_words import result_word
from ui.tech_words import tried_words
from ui.widgets.chip import StateChip
from ui.widgets.timeline import TimelineItem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from app.domain.entry import CaseEntry
    from ui.page import Destination

translate = QCoreApplication.translate
_FEW: Final = 3
_LONG: Final = 80


def shown(entry: CaseEntry) -> bool:
    """Return whether an entry has a row in the timeline."""
    return entry.kind in _MAKERS


def happened(entry: CaseEntry) -> datetime:
    """Return when what an entry tells of happened: a contact is often logged later."""
    at = contact_of(entry.value).at if entry.kind is EntryKind.CONTACT else None
    return at or entry.at


def place(entry: CaseEntry) -> Destination:
    """Return where an entry is read."""
    if entry.kind is EntryKind.CONSENT_TALK:
        return ToConsent(ConsentId(entry.value["consent"]))
    return entry_place(entry.case_id, entry.kind)


def item(entry: CaseEntry, meta: str) -> TimelineItem:
    """Return an entry as a row; `meta` is when it was."""
    return _MAKERS[entry.kind](entry, meta)


def _reasons(entry: CaseEntry, meta: str) -> TimelineItem:
    words = reasons_words(entry.kind)
    said = str(entry.value.get(words.questions[0][0], "")).strip()
    return TimelineItem("pen-line", words.title, meta=meta, text=said)


def _contact(entry: CaseEntry, meta: str) -> TimelineItem:
    one = contact_of(entry.value)
    title = translate("CaseTimeline", "联系：{0}").format(purpose_word(one.purpose))
    said = "\n".join(text for text in (contact_line(one), one.line.strip()) if text)
    other = one.purpose is Purpose.OTHER
    tone = "mid" if other else "plain"
    return TimelineItem("phone-call", title, meta=meta, text=said, tone=tone)  # type: ignore[arg-type]


def _screen(entry: CaseEntry, meta: str) -> TimelineItem:
    result = screen_of(entry.value).result
    word, tone, icon = result_word(result)
    title = translate("CaseTimeline", "适宜性评估")
    made = TimelineItem("clipboard-check", title, meta=meta, tone=tone)
    made.add_chip(StateChip(word, tone, icon))
    return made


def _questionnaire(entry: CaseEntry, meta: str) -> TimelineItem:
    """Return the first answers; all of them are read on their own page."""
    one = questionnaire_of(entry.value)
    pair = translate("CaseTimeline", "{0}：{1}")
    first = (pair.format(as_written(head), _one_line(said)) for head, said in as_read(one)[:_FEW])
    title = translate("CaseTimeline", "答卷")
    made = TimelineItem("list-checks", title, meta=meta, text="\n".join(first))
    count = translate("CaseTimeline", "%n 个回答", "", len(one.answers))
    made.add_chip(StateChip(count, "plain"))
    if any(is_grave(head, said) for head, said in one.answers):
        grave = translate("CaseTimeline", "有自伤或自杀的话，请先看")
        made.add_chip(StateChip(grave, "high", "circle-alert"))
    return made


def _one_line(answer: str) -> str:
    words = " ".join(answer[: 2 * _LONG].split())
    return f"{words[:_LONG]}…" if len(words) > _LONG else words


def _decline(entry: CaseEntry, meta: str) -> TimelineItem:
    one = decline_of(entry.value)
    said = one.more.strip() or one.referral.said.strip()
    made = TimelineItem("ban", translate("CaseTimeline", "没有接案"), meta=meta, text=said)
    if one.reason is not None:
        made.add_chip(StateChip(decline_words()[one.reason]))
    return made


def _mode_change(entry: CaseEntry, meta: str) -> TimelineItem:
    one = mode_change_of(entry.value)
    title = translate("CaseTimeline", "改为{0}").format(mode_word(one.after or one.before))
    return TimelineItem("arrow-right", title, meta=meta, text=one.decision.strip())


def _agreement(entry: CaseEntry, meta: str) -> TimelineItem:
    one = agreement_of(entry.value)
    title = translate("CaseTimeline", "约定 {0} 次").format(one.count)
    said = translate("CaseTimeline", "到第 {0} 次").format(one.limit)
    return TimelineItem("heart-handshake", title, meta=meta, text=said)


def _consent_talk(entry: CaseEntry, meta: str) -> TimelineItem:
    title = translate("CaseTimeline", "重温了知情同意")
    said = talk_from_mapping(entry.value["talk"]).own_words.strip()
    return TimelineItem("refresh-cw", title, meta=meta, text=said)


def _record_copy(entry: CaseEntry, meta: str) -> TimelineItem:
    one = copy_of(entry.value)
    title = translate("CaseTimeline", "给出了 %n 篇记录", "", len(one.notes))
    return TimelineItem("printer", title, meta=meta, text=copy_line(one))


def _formulation(entry: CaseEntry, meta: str) -> TimelineItem:
    one = formulation_of(entry.value)
    title = translate("CaseTimeline", "个案概念化：{0}").format(one.title)
    said = one.goals.strip() or next((it.text.strip() for it in one.parts if it.text.strip()), "")
    made = TimelineItem("lightbulb", title, meta=meta, text=said)
    if FORMULATION_CARE.lacks(one):
        made.add_chip(
            StateChip(translate("CaseTimeline", "目标或方法还空着"), "mid", "circle-alert")
        )
    return made


def _genogram(entry: CaseEntry, meta: str) -> TimelineItem:
    people = len(entry.value["people"])
    title = translate("CaseTimeline", "家谱图")
    said = translate("CaseTimeline", "图上 %n 人", "", people)
    return TimelineItem("network", title, meta=meta, text=said)


def _tech(entry: CaseEntry, meta: str) -> TimelineItem:
    one = tech_of(entry.value)
    said = "\n".join(text for text in (one.platform.strip(), one.problems.strip()) if text)
    made = TimelineItem("monitor", translate("CaseTimeline", "技术准备"), meta=meta, text=said)
    tone, icon = ("low", "check") if one.tried_on else ("mid", "circle-alert")
    made.add_chip(StateChip(tried_words(one), tone, icon))  # type: ignore[arg-type]
    return made


def _measure(entry: CaseEntry, meta: str) -> TimelineItem:
    one = measure_of(entry.value)
    made = TimelineItem(
        "chart-line", one.scale.name, meta=meta, text=total_words(one), tone="plain"
    )
    if one.band is not None:
        made.add_chip(StateChip(one.band.text, tone(one)))
    if one.alarming:
        said = translate("CaseTimeline", "自伤一题有回应")
        made.add_chip(StateChip(said, "high", "circle-alert"))
    return made


def _review(entry: CaseEntry, meta: str) -> TimelineItem:
    one = review_of(entry.value)
    word = helps_word(one.helps) if one.helps else ""
    no = one.helps is StillHelps.NO
    made = TimelineItem(
        "repeat",
        translate("CaseTimeline", "复核：网络咨询是否仍有效"),
        meta=meta,
        text=one.outcome.strip(),
        tone="mid" if no else "plain",
    )
    made.add_chip(StateChip(word, "mid" if no else "low", "circle-alert" if no else "check"))
    return made


def _risk(entry: CaseEntry, meta: str) -> TimelineItem:
    one = risk_of(entry.value)
    title = translate("CaseTimeline", "风险评估")
    made = TimelineItem("gauge", title, meta=meta, text=one.basis.strip())
    if one.level is not None:
        made.add_chip(StateChip(*level_chip(one.level)))
    return made


def _safety_plan(entry: CaseEntry, meta: str) -> TimelineItem:
    title = translate("CaseTimeline", "安全计划")
    said = plan_of(entry.value).signs.strip()
    return TimelineItem("heart-handshake", title, meta=meta, text=said)


def _crisis(entry: CaseEntry, meta: str) -> TimelineItem:
    one = step_of(entry.value)
    title = translate("CaseTimeline", "危机：{0}").format(step_title(one))
    return TimelineItem("phone-call", title, meta=meta, text=one.words.strip(), tone="high")


def _disclosure(entry: CaseEntry, meta: str) -> TimelineItem:
    one = disclosure_of(entry.value)
    title = translate("CaseTimeline", "披露：{0}").format(one.recipient.strip())
    made = TimelineItem("send", title, meta=meta, text=one.text.strip(), tone="mid")
    if one.telling is not None and one.telling is not Telling.BEFORE:
        made.add_chip(
            StateChip(translate("CaseTimeline", "来访者当时不知道"), "mid", "circle-alert")
        )
    return made


def _disclosed_later(entry: CaseEntry, meta: str) -> TimelineItem:
    one = followed_of(entry.value)
    said = "\n".join(filter(None, (one.alternatives.strip(), one.told_how.strip(), one.response)))
    return TimelineItem("send", translate("CaseTimeline", "披露的补记"), meta=meta, text=said)


def _ethics(entry: CaseEntry, meta: str) -> TimelineItem:
    said = ethics_of(entry.value).decision.strip()
    return TimelineItem("scale", translate("CaseTimeline", "伦理决策"), meta=meta, text=said)


def _referral(entry: CaseEntry, meta: str) -> TimelineItem:
    one = referral_of(entry.value)
    where = one.receiver.to.strip() if one.goes else ""
    title = translate("CaseTimeline", "转介")
    made = TimelineItem("send", title, meta=meta, text=where or one.said.strip())
    if one.answer is not None:
        made.add_chip(StateChip(answer_words()[one.answer]))
    return made


def _referral_step(entry: CaseEntry, meta: str) -> TimelineItem:
    one = referral_step_of(entry.value)
    said = act_words()[one.act] if one.act is not None else ""
    title = translate("CaseTimeline", "转介：{0}").format(said)
    return TimelineItem("send", title, meta=meta, text=one.words.strip())


def _ending(entry: CaseEntry, meta: str) -> TimelineItem:
    one = ending_of(entry.value)
    title = translate("CaseTimeline", "结案")
    made = TimelineItem("archive", title, meta=meta, text=one.results.strip())
    if one.kind is not None:
        made.add_chip(StateChip(kind_words()[one.kind]))
    return made


def _reopening(entry: CaseEntry, meta: str) -> TimelineItem:
    title = translate("CaseTimeline", "重新打开")
    return TimelineItem("undo-2", title, meta=meta, text=str(entry.value.get("why", "")).strip())


def _follow_plan(entry: CaseEntry, meta: str) -> TimelineItem:
    one = follow_plan_of(entry.value)
    days = translate("CaseTimeline", "、").join(day_words(day) for day in one.days)
    said = translate("CaseTimeline", "来访者不愿意") if one.declined else days
    title = translate("CaseTimeline", "约好的随访")
    return TimelineItem("calendar", title, meta=meta, text=said)


def _follow_up(entry: CaseEntry, meta: str) -> TimelineItem:
    one = follow_up_of(entry.value)
    title = translate("CaseTimeline", "随访")
    made = TimelineItem("phone", title, meta=meta, text=one.found.strip())
    if one.reached is not None:
        made.add_chip(StateChip(reached_words()[one.reached]))
    return made


def _imported(entry: CaseEntry, meta: str) -> TimelineItem:
    """Return a note from before the program, whole: it is read here.

    The noon of one whose hour nobody knows is not said.
    """
    one = imported_of(entry.value)
    title = translate("CaseTimeline", "以前的记录")
    said = meta if one.at else dates.day(date.fromisoformat(one.day))
    made = TimelineItem("file-text", title, meta=said, text=one.text.strip())
    if one.turn:
        made.add_chip(StateChip(as_written(one.turn), "plain"))
    made.add_chip(StateChip(translate("CaseTimeline", "导入的"), "plain"))
    return made


def _report(entry: CaseEntry, meta: str) -> TimelineItem:
    """Return a version of the case report, with the questions that are brought."""
    texts = report_of(entry.value).texts
    said = texts.get("questions", "").strip() or next(iter(texts.values()), "").strip()
    title = translate("CaseTimeline", "个案报告")
    return TimelineItem("clipboard-check", title, meta=meta, text=said)


def _supervision(entry: CaseEntry, meta: str) -> TimelineItem:
    """Return a supervision with its feedback, or with what is to be done where none is written."""
    one = supervised_of(entry.value)
    title = translate("CaseTimeline", "督导记录")
    made = TimelineItem("messages-square", title, meta=meta, text=one.feedback or one.actions[0])
    if one.form is not None:
        made.add_chip(StateChip(choice_words()[one.form], "plain"))
    return made


def _supervision_done(entry: CaseEntry, meta: str) -> TimelineItem:
    title = translate("CaseTimeline", "督导定下的事，后来怎样")
    return TimelineItem("check", title, meta=meta, text=done_of(entry.value).outcome)


def _summary(entry: CaseEntry, meta: str) -> TimelineItem:
    """Return a summary that left: for whom and why, and how much was hidden; no word of it."""
    one = given_of(entry.value)
    title = translate("CaseTimeline", "交出去的摘要：{0}").format(one.recipient)
    hidden = translate("CaseTimeline", "隐去 %n 处", "", sum(one.hidden.values()))
    said = translate("CaseTimeline", " · ").join((one.number, one.purpose, hidden))
    made = TimelineItem("send", title, meta=meta, text=said)
    made.add_chip(StateChip(audience_words()[one.audience]))
    if not one.protected:
        made.add_chip(StateChip(translate("CaseTimeline", "没有密码"), "mid", "circle-alert"))
    return made


_MAKERS: Final[Mapping[EntryKind, Callable[[CaseEntry, str], TimelineItem]]] = {
    EntryKind.CONTACT: _contact,
    EntryKind.SCREEN: _screen,
    EntryKind.MODE_CHANGE: _mode_change,
    EntryKind.AGREEMENT: _agreement,
    EntryKind.QUESTIONNAIRE: _questionnaire,
    EntryKind.REVIEW: _review,
    EntryKind.FORMULATION: _formulation,
    EntryKind.GENOGRAM: _genogram,
    EntryKind.TECH_SHEET: _tech,
    EntryKind.MEASURE: _measure,
    EntryKind.URGENT_REASONS: _reasons,
    EntryKind.IDENTITY_TALK: _reasons,
    EntryKind.RELATION_CHECK: _reasons,
    EntryKind.DECLINE: _decline,
    EntryKind.CONSENT_TALK: _consent_talk,
    EntryKind.RECORD_COPY: _record_copy,
    EntryKind.RISK: _risk,
    EntryKind.SAFETY_PLAN: _safety_plan,
    EntryKind.CRISIS: _crisis,
    EntryKind.DISCLOSURE: _disclosure,
    EntryKind.DISCLOSURE_FOLLOW: _disclosed_later,
    EntryKind.ETHICS: _ethics,
    EntryKind.REFERRAL: _referral,
    EntryKind.REFERRAL_STEP: _referral_step,
    EntryKind.ENDING: _ending,
    EntryKind.REOPENING: _reopening,
    EntryKind.FOLLOW_PLAN: _follow_plan,
    EntryKind.FOLLOW_UP: _follow_up,
    EntryKind.RETENTION: timeline_keeping.retention,
    EntryKind.LEGAL_HOLD: timeline_keeping.hold,
    EntryKind.HOLD_LIFTED: timeline_keeping.lift,
    EntryKind.CLIENT_REQUEST: timeline_keeping.request,
    EntryKind.REQUEST_ANSWER: timeline_keeping.answer,
    EntryKind.IMPORTED: _imported,
    EntryKind.SUMMARY: _summary,
    EntryKind.CASE_REPORT: _report,
    EntryKind.SUPERVISION: _supervision,
    EntryKind.SUPERVISION_DONE: _supervision_done,
}
