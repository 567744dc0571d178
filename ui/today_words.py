"""What the page of the day says: what waits and why, what is ready, where it is done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.appointment import AppointmentState
from app.domain.case import ServiceMode
from app.domain.complaint import Fault
from app.domain.consent import ConsentState
from app.domain.disclosure import Owed
from app.domain.due import SIGN_WITHIN, DueGroup, DueKind, Standing
from app.domain.local_time import wall
from app.domain.reasons import OWED_WITHIN
from ui import dates
from ui.calendar_words import state_word
from ui.case_lock_words import called
from ui.consent_rules import renewal_words
from ui.disclosure_words import owed_words
from ui.entry_words import rule_words
from ui.intake_words import span_words
from ui.practice_words import practice_rule_words
from ui.unfinished_words import unfinished_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from app.services.due_things import Due
    from app.services.today import DayRow, WrongTries
    from ui.theme.roles import Tone

translate = QCoreApplication.translate
_HOUR: Final = timedelta(hours=1)
_HOTLINES: Final = frozenset(
    {ServiceMode.HOTLINE_GENERAL, ServiceMode.HOTLINE_REGULAR, ServiceMode.CRISIS}
)
_RECORDINGS: Final = frozenset({Fault.RECORDING.name, Fault.RECORDING_GONE.name})
_ICONS: Final[dict[DueKind, tuple[str, Tone]]] = {
    DueKind.CONTACT_OVERDUE: ("phone-missed", "high"),
    DueKind.RISK_DUTIES: ("triangle-alert", "high"),
    DueKind.SELF_HARM_SAID: ("triangle-alert", "high"),
    DueKind.CONSENT_ENDED: ("shield-x", "high"),
    DueKind.NO_CONTACT: ("phone", "high"),
    DueKind.URGENT_REASONS: ("triangle-alert", "high"),
    DueKind.URGENT_REQUEST: ("timer", "high"),
    DueKind.SCREEN_AGAIN: ("clipboard-check", "high"),
    DueKind.NOTE_UNSIGNED: ("pen-line", "mid"),
    DueKind.NO_RESULT: ("circle-question-mark", "mid"),
    DueKind.CONSENT_BLANKS: ("file-pen-line", "mid"),
    DueKind.CONSENT_STEP: ("file-pen-line", "plain"),
    DueKind.DISCLOSURE_OWED: ("send", "mid"),
    DueKind.REQUEST_OPEN: ("mail", "mid"),
    DueKind.FOLLOW_UP: ("phone", "mid"),
    DueKind.RECEIPT: ("send", "plain"),
    DueKind.GONE: ("user", "mid"),
    DueKind.FEEDBACK: ("chart-line", "mid"),
    DueKind.AGREED_OVER: ("heart-handshake", "mid"),
    DueKind.REVIEW: ("repeat", "mid"),
    DueKind.CONSENT_RENEWAL: ("refresh-cw", "mid"),
    DueKind.CHECK_FOUND: ("circle-alert", "mid"),
    DueKind.BACKUP_FOLDER: ("folder-open", "mid"),
    DueKind.BACKUP: ("hard-drive-download", "mid"),
    DueKind.COMPUTER: ("shield-check", "plain"),
    DueKind.PRACTICE: ("graduation-cap", "plain"),
    DueKind.ENTRY_BEGUN: ("pen-line", "plain"),
    DueKind.PRACTICE_BEGUN: ("graduation-cap", "plain"),
    DueKind.CASE_FORM: ("user-plus", "plain"),
}


@dataclass(frozen=True)
class DueWords:
    """Something that waits, in words: its icon, what it is, why, and what the button says."""

    icon: str
    tone: Tone
    what: str
    why: str
    action: str


def due_words(one: Due, now: datetime, zone: str) -> DueWords:
    """Return something that waits in words; the reason names its clause where there is one."""
    icon, tone = _ICONS[one.kind]
    who = called(one.person) if one.person is not None else ""
    return DueWords(icon, tone, _what(one, who), _why(one, now, zone), _action(one.kind))


def group_word(group: DueGroup) -> str:
    """Return under what things that wait stand."""
    return {
        DueGroup.DANGER: translate("Today", "风险和紧急"),
        DueGroup.RECORD: translate("Today", "记录"),
        DueGroup.CONSENT: translate("Today", "知情同意"),
        DueGroup.COURSE: translate("Today", "评估和复核"),
        DueGroup.SAFETY: translate("Today", "备份和安全"),
        DueGroup.PRACTICE: translate("Today", "执业资料"),
    }[group]


def group_counts(found: Sequence[Due]) -> str:
    """Return how many things wait in each group, the most urgent first."""
    count = Counter(one.kind.group for one in found)
    between = translate("Today", "，")
    said = (f"{group_word(one)} {count[one]}" for one in DueGroup if count[one])
    return between.join(said)


def wrong_tries(found: WrongTries, zone: str) -> str:
    """Return how many passwords were wrong since the last opening, and when: she knows her own."""
    at = wall(found.last, zone)
    return translate(
        "Today", "上次打开后有 %n 次密码输错，最近一次是 {0} {1}。", "", found.count
    ).format(dates.short_weekday(at), dates.clock_time(at))


def _what(one: Due, who: str) -> str:
    return {
        DueKind.CONTACT_OVERDUE: translate("Today", "{0}：约好的联系过了时间"),
        DueKind.RISK_DUTIES: translate("Today", "{0}：有风险，还有 {3} 件事要做"),
        DueKind.SELF_HARM_SAID: translate("Today", "{0}：量表里自伤的一题有回应"),
        DueKind.URGENT_REQUEST: translate("Today", "{0}：紧急的请求"),
        DueKind.CONSENT_ENDED: translate("Today", "{0}：同意书不再有效"),
        DueKind.NO_CONTACT: translate("Today", "{0}：没有紧急联系人"),
        DueKind.URGENT_REASONS: translate("Today", "{0} 第 {1} 次：危机处置的理由没写"),
        DueKind.SCREEN_AGAIN: translate("Today", "{0}：要重新做适宜性评估"),
        DueKind.DISCLOSURE_OWED: translate("Today", "{0}：披露还要补记"),
        DueKind.REQUEST_OPEN: translate("Today", "{0}：请求还没有答复"),
        DueKind.FOLLOW_UP: translate("Today", "{0}：该随访了"),
        DueKind.RECEIPT: translate("Today", "{0}：转介的回执还没到"),
        DueKind.GONE: translate("Today", "{0}：好久没来，也没有约"),
        DueKind.FEEDBACK: translate("Today", "{0}：量表的结果还没有反馈"),
        DueKind.AGREED_OVER: translate("Today", "{0}：约定的次数到了"),
        DueKind.REVIEW: translate("Today", "{0}：该复核了"),
        DueKind.NOTE_UNSIGNED: translate("Today", "{0} 第 {1} 次：记录未签署"),
        DueKind.NO_RESULT: translate("Today", "{0}：预约过了，没有记结果"),
        DueKind.CONSENT_BLANKS: translate("Today", "{0}：同意书还有空处"),
        DueKind.CONSENT_STEP: translate("Today", "{0}：同意书等下一步"),
        DueKind.CONSENT_RENEWAL: translate("Today", "{0}：知情同意该再谈了"),
        DueKind.CHECK_FOUND: _found(one),
        DueKind.BACKUP_FOLDER: translate("Today", "备份文件夹要选一次"),
        DueKind.BACKUP: translate("Today", "该做备份了"),
        DueKind.COMPUTER: translate("Today", "看看这台电脑的安全"),
        DueKind.PRACTICE: translate("Today", "执业资料有 %n 处要看", "", len(one.reasons)),
        DueKind.ENTRY_BEGUN: translate("Today", "{0}：{2}还没写完"),
        DueKind.PRACTICE_BEGUN: translate("Today", "执业资料有一条没写完"),
        DueKind.CASE_FORM: translate("Today", "有一个新个案没填完"),
    }[one.kind].format(
        who,
        one.number,
        "" if one.entry is None else unfinished_word(one.entry),
        len(one.reasons),
    )


def _found(one: Due) -> str:
    """Return what the last check found: recordings, or something besides."""
    if set(one.reasons) <= _RECORDINGS:
        return translate("Today", "有录音不完整")
    return translate("Today", "保险库有几处对不上")


def _why(one: Due, now: datetime, zone: str) -> str:
    if one.kind is DueKind.NOTE_UNSIGNED:
        return _unsigned(one, now)
    if one.kind is DueKind.NO_RESULT:
        at = wall(one.at or now, zone)
        when = f"{dates.short_weekday(at)} {dates.clock_time(at)}"
        return translate("Today", "{0} 来了、没来，还是取消了？").format(when)
    if one.kind in _OF_ITSELF:
        return _OF_ITSELF[one.kind](one)
    if one.kind in _SINCE:
        return _SINCE[one.kind](one, now)
    if one.kind in _LAST_TIME:
        return _LAST_TIME[one.kind](one.at, now)
    return {
        DueKind.SCREEN_AGAIN: translate(
            "Today", "服务方式改变了，正式咨询前要重新评估（问 4·1）。"
        ),
        DueKind.AGREED_OVER: translate(
            "Today", "已经是第 {0} 次。要继续，请和来访者再约定（问 5(5)）。"
        ).format(one.number),
        DueKind.REVIEW: translate("Today", "网络咨询是否仍有效，隔一段要问一次（网络 1.7）。"),
        DueKind.NO_CONTACT: translate("Today", "远程工作须有可联系的人（附录 8.3）。"),
        DueKind.CONSENT_BLANKS: translate(
            "Today", "还有 %n 处没填，填完才能交给对方（网络 2.4）。", "", one.blanks
        ),
        DueKind.ENTRY_BEGUN: translate("Today", "写的都留着，可以接着写。"),
        DueKind.PRACTICE_BEGUN: translate("Today", "写的都留着，可以接着写。"),
        DueKind.CASE_FORM: translate("Today", "写的都留着，可以接着填。"),
        DueKind.CHECK_FOUND: translate(
            "Today", "健康检查或恢复时发现的。是哪里、怎么办，写在那一页。"
        ),
        DueKind.BACKUP_FOLDER: translate(
            "Today",
            "现在的文件夹里，最新的备份不是从这个保险库接着做的，里面可能有这里没有的记录。"
            "选好以前，不会自动备份。",
        ),
    }[one.kind]


def _unsigned(one: Due, now: datetime) -> str:
    """Return until when a note is to be signed; the clause only where the work is a hotline's.

    Clause 014 (hotline 3.2) asks for timely filing and speaks of no other kind of work; the 24
    hours are the program's own and begin when the session is over.
    """
    ended = one.at or now
    if ended > now:
        return translate("Today", "这次咨询还没有结束。结束后 24 小时内签署就好。")
    hotline = one.person is not None and one.person.mode in _HOTLINES
    left = SIGN_WITHIN - (now - ended)
    if left <= timedelta():
        days = (now - ended).days
        if hotline:
            return translate("Today", "咨询已过 %n 天，请尽快签署归档（热线 3.2）。", "", days)
        return translate("Today", "咨询已过 %n 天，请尽快签署。", "", days)
    hours = max(1, round(left / _HOUR))
    if hotline:
        return translate("Today", "请在 %n 小时内签署归档（热线 3.2）。", "", hours)
    return translate("Today", "请在 %n 小时内签署。", "", hours)


def _urgent(one: Due, now: datetime) -> str:
    """Return until when the reasons of an emergency are to be written."""
    left = OWED_WITHIN - (now - (one.at or now))
    if left <= timedelta():
        return translate("Today", "已过 24 小时，请尽快补写为什么不能等（问 9·2(1)）。")
    hours = max(1, round(left / _HOUR))
    return translate("Today", "请在 %n 小时内写下为什么不能等（问 9·2(1)）。", "", hours)


def _backup(one: Due, now: datetime) -> str:
    """Return when the last one was made that counts; `reasons` say that a later one lies apart."""
    if one.at is None:
        if one.reasons:
            return translate("Today", "选好备份文件夹以后还没有备份过；放在别处的备份不能代替它。")
        return translate("Today", "还没有备份过。电脑坏了或丢了，记录就找不回来。")
    days = max(0, (now - one.at).days)
    if one.reasons:
        return translate(
            "Today", "备份文件夹里最新的一份是 %n 天前；放在别处的备份不能代替它。", "", days
        )
    return translate("Today", "上一次核对过的备份是 %n 天前。", "", days)


def _computer(last: datetime | None, now: datetime) -> str:
    if last is None:
        return translate("Today", "开机密码、磁盘加密这些，几分钟看一遍（网络 4.2）。")
    days = max(0, (now - last).days)
    return translate("Today", "上一次看是 %n 天前，每个月看一遍（网络 4.2）。", "", days)


def _request(one: Due, now: datetime) -> str:
    """Return since when an urgent request waits, and for what."""
    span = span_words(one.at or now, now)
    if one.reasons:
        return translate("Today", "{0}前请求，答复过了，还没有约时间（问 4·2(1)）。").format(span)
    return translate("Today", "已等 {0}，还没有答复，请及时回应（问 4·2(1)）。").format(span)


def _overdue(one: Due, now: datetime) -> str:
    """Return for how long a contact that was arranged has waited."""
    span = span_words(one.at or now, now)
    return translate("Today", "过了 {0}，请现在联系（问 4·1(2)）。").format(span)


_SINCE: Final = {
    DueKind.CONTACT_OVERDUE: _overdue,
    DueKind.URGENT_REASONS: _urgent,
    DueKind.URGENT_REQUEST: _request,
    DueKind.BACKUP: _backup,
}
_LAST_TIME: Final = {DueKind.COMPUTER: _computer}


def _ended(one: Due) -> str:
    if one.state is ConsentState.WITHDRAWN:
        return translate("Today", "来访者撤回了，正式咨询前须重新签署（网络 1.2）。")
    return translate("Today", "已经过期，正式咨询前须重新签署（网络 1.2）。")


def _step(state: ConsentState | None) -> str:
    return {
        ConsentState.DRAFT: translate("Today", "填好了，还没有交给来访者（网络 2.4）。"),
        ConsentState.PROVIDED: translate("Today", "交给来访者了，等对方读完（网络 2.4）。"),
        ConsentState.READ: translate("Today", "读过了，还没有一起讨论（网络 2.4）。"),
        ConsentState.DISCUSSED: translate("Today", "讨论过了，等再次确认（网络 2.4）。"),
    }.get(state or ConsentState.DRAFT, translate("Today", "确认过了，等签署（网络 2.4）。"))


def _asked(due: str) -> str:
    """Return until when a request is to be answered (clause 133)."""
    day = dates.plain_day(date.fromisoformat(due))
    return translate("Today", "{0} 以前答复（个人信息保护，规范二(四)b）。").format(day)


_OF_ITSELF: Final[dict[DueKind, Callable[[Due], str]]] = {
    DueKind.CONSENT_ENDED: _ended,
    DueKind.CONSENT_STEP: lambda one: _step(one.state),
    DueKind.CONSENT_RENEWAL: lambda one: renewal_words(one.reasons[0]),
    DueKind.PRACTICE: lambda one: practice_rule_words(one.reasons[0]),
    DueKind.RISK_DUTIES: lambda one: rule_words(one.reasons[0]),
    DueKind.DISCLOSURE_OWED: lambda one: owed_words(Owed(one.reasons[0])),
    DueKind.REQUEST_OPEN: lambda one: _asked(one.reasons[0]),
    DueKind.FOLLOW_UP: lambda one: rule_words(one.reasons[0]),
    DueKind.RECEIPT: lambda one: rule_words(one.reasons[0]),
    DueKind.GONE: lambda one: rule_words(one.reasons[0]),
    DueKind.SELF_HARM_SAID: lambda _: translate(
        "Today", "请当面问，看风险，再记下来（网络 5.2）。"
    ),
    DueKind.FEEDBACK: lambda one: rule_words(one.reasons[0]),
}


def _action(kind: DueKind) -> str:
    return {
        DueKind.CONTACT_OVERDUE: translate("Today", "去联系"),
        DueKind.RISK_DUTIES: translate("Today", "去看"),
        DueKind.URGENT_REQUEST: translate("Today", "去看"),
        DueKind.CONSENT_ENDED: translate("Today", "去看"),
        DueKind.NO_CONTACT: translate("Today", "去填"),
        DueKind.URGENT_REASONS: translate("Today", "去写"),
        DueKind.SCREEN_AGAIN: translate("Today", "去评估"),
        DueKind.DISCLOSURE_OWED: translate("Today", "去补记"),
        DueKind.REQUEST_OPEN: translate("Today", "去答复"),
        DueKind.FOLLOW_UP: translate("Today", "去记"),
        DueKind.RECEIPT: translate("Today", "去看"),
        DueKind.GONE: translate("Today", "看个案"),
        DueKind.SELF_HARM_SAID: translate("Today", "去看"),
        DueKind.FEEDBACK: translate("Today", "去看"),
        DueKind.AGREED_OVER: translate("Today", "去约定"),
        DueKind.REVIEW: translate("Today", "去复核"),
        DueKind.NOTE_UNSIGNED: translate("Today", "去签署"),
        DueKind.NO_RESULT: translate("Today", "记结果"),
        DueKind.CONSENT_BLANKS: translate("Today", "去填"),
        DueKind.CONSENT_STEP: translate("Today", "继续"),
        DueKind.CONSENT_RENEWAL: translate("Today", "去看"),
        DueKind.CHECK_FOUND: translate("Today", "去看"),
        DueKind.BACKUP_FOLDER: translate("Today", "去选"),
        DueKind.BACKUP: translate("Today", "去备份"),
        DueKind.COMPUTER: translate("Today", "去看"),
        DueKind.PRACTICE: translate("Today", "去补"),
        DueKind.ENTRY_BEGUN: translate("Today", "接着写"),
        DueKind.PRACTICE_BEGUN: translate("Today", "接着写"),
        DueKind.CASE_FORM: translate("Today", "接着填"),
    }[kind]


def row_state(row: DayRow, now: datetime) -> tuple[str, Tone, str]:
    """Return how a time of the day stands, as word, tone and icon; no word where all is well."""
    if row.note_id is not None and row.signed:
        return translate("Today", "记录已签署"), "low", "check"
    if row.note_id is not None:
        return translate("Today", "记录待签署"), "mid", "pen-line"
    one = row.appointment
    if one is not None and one.state in {AppointmentState.MISSED, AppointmentState.CANCELLED}:
        return state_word(one.state), "plain", "ban"
    if row.over <= now:
        held = one is None or one.state is AppointmentState.HELD
        if held:
            return translate("Today", "还没有记录"), "mid", "pen-line"
        return translate("Today", "还没有记结果"), "mid", "circle-question-mark"
    return consent_state(row.standing)


def consent_state(standing: Standing) -> tuple[str, Tone, str]:
    """Return how consent stands before a session; no word where it is signed."""
    return {
        Standing.SIGNED: ("", "low", ""),
        Standing.UNDERWAY: (translate("Today", "同意书待签"), "mid", "file-pen-line"),
        Standing.ENDED: (translate("Today", "同意书已不再有效"), "high", "shield-x"),
        Standing.NONE: (translate("Today", "还没有同意书"), "mid", "circle-alert"),
    }[standing]  # type: ignore[return-value]


def brief(
    count: int, done: int, next_at: datetime | None, now: datetime, *, gaps: bool = False
) -> str:
    """Return in whole sentences how many sessions there are, and when the next one begins.

    Both times are by her clock. With `gaps` damage may hide some: then it never says that there are
    none, and says so.
    """
    more = translate("Today", "保险库坏了一部分，今天可能不止这些。")
    if not count:
        return more if gaps else translate("Today", "今天没有咨询。")
    said = (
        translate("Today", "今天 %n 次咨询，已完成 {0} 次。", "", count).format(done)
        if done
        else translate("Today", "今天 %n 次咨询。", "", count)
    )
    # How two sentences follow each other: with a space, or without one.
    if next_at is not None:
        said = translate("Today", "{0}{1}").format(said, _next(next_at, now))
    return translate("Today", "{0}{1}").format(said, more) if gaps else said


def _next(at: datetime, now: datetime) -> str:
    """Return when the next one begins, as a sentence."""
    if at <= now:
        return translate("Today", "{0} 开始的这一次正在进行。").format(f"{at:%H:%M}")
    minutes = max(1, -int((now - at).total_seconds() // 60))
    hours, rest = divmod(minutes, 60)
    if not hours:
        return translate("Today", "下一次在 %n 分钟后。", "", minutes)
    if not rest:
        return translate("Today", "下一次在 %n 小时后。", "", hours)
    return translate("Today", "下一次在 {0} 小时 {1} 分钟后。").format(hours, rest)
