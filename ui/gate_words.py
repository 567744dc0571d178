"""Says what the rules of the domain ask for: the one place with a sentence for each of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.gate_fields import CLIENT_ZONE, NAME, OWN_ZONE, REACH, TALK
from app.domain.gate_sheet import FIELDS
from ui.session_words import field_words, in_a_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

translate = QCoreApplication.translate


@dataclass(frozen=True)
class RuleWords:
    """A rule that is not met, in words.

    `what` is a sentence, `thing` names what is missing in a word or two, `clause` is what the
    guidance calls the clauses, `action` what the button says that leads there.
    """

    what: str
    thing: str
    clause: str
    action: str


def _words(what: object, thing: object, clause: object, action: object) -> RuleWords:
    """Return words that are marked for translation, and translated when they are said."""
    return RuleWords(str(what), str(thing), str(clause), str(action))


WORDS: Final[Mapping[str, RuleWords]] = {
    "gate.consent": _words(
        QT_TRANSLATE_NOOP("Gate", "还没有适合这种服务方式、签好了的知情同意书。"),
        QT_TRANSLATE_NOOP("Gate", "签好的知情同意书"),
        QT_TRANSLATE_NOOP("Gate", "守则 3.1，网络 1.2，热线 2.5"),
        QT_TRANSLATE_NOOP("Gate", "去签同意书"),
    ),
    "gate.who": _words(
        QT_TRANSLATE_NOOP("Gate", "来访者的姓名和联系方式还不全。"),
        QT_TRANSLATE_NOOP("Gate", "姓名和联系方式"),
        QT_TRANSLATE_NOOP("Gate", "附录 8.3，问 2(3)"),
        QT_TRANSLATE_NOOP("Gate", "去填姓名"),
    ),
    "gate.client_place": _words(
        QT_TRANSLATE_NOOP("Gate", "来访者所在的城市和时区还没有填全。"),
        QT_TRANSLATE_NOOP("Gate", "来访者所在地"),
        QT_TRANSLATE_NOOP("Gate", "网络 2.3(1)，附录 8.3"),
        QT_TRANSLATE_NOOP("Gate", "去填所在地"),
    ),
    "gate.counselor_place": _words(
        QT_TRANSLATE_NOOP("Gate", "您所在的城市和时区还没有填全。"),
        QT_TRANSLATE_NOOP("Gate", "您的所在地"),
        QT_TRANSLATE_NOOP("Gate", "网络 2.3(1)，附录 8.3"),
        QT_TRANSLATE_NOOP("Gate", "去填您的所在地"),
    ),
    "gate.emergency": _words(
        QT_TRANSLATE_NOOP("Gate", "紧急联系人的姓名和电话还没有填全。"),
        QT_TRANSLATE_NOOP("Gate", "紧急联系人"),
        QT_TRANSLATE_NOOP("Gate", "附录 8.3"),
        QT_TRANSLATE_NOOP("Gate", "去填紧急联系人"),
    ),
    "gate.group_agreement": _words(
        QT_TRANSLATE_NOOP("Gate", "一起来的人还没有每一位都签团体保密协议。"),
        QT_TRANSLATE_NOOP("Gate", "团体保密协议"),
        QT_TRANSLATE_NOOP("Gate", "隐私权 2.1"),
        QT_TRANSLATE_NOOP("Gate", "去签团体保密协议"),
    ),
    "gate.screen": _words(
        QT_TRANSLATE_NOOP("Gate", "还没有适宜性评估；改变服务方式以后要重新做。"),
        QT_TRANSLATE_NOOP("Gate", "适宜性评估"),
        QT_TRANSLATE_NOOP("Gate", "网络 1.1，热线 4.2，问 4·1"),
        QT_TRANSLATE_NOOP("Gate", "去评估"),
    ),
    "gate.suitable": _words(
        QT_TRANSLATE_NOOP("Gate", "这次咨询以前评估过，不适宜这种方式，之后也没有重新评估。"),
        QT_TRANSLATE_NOOP("Gate", "重新评估"),
        QT_TRANSLATE_NOOP("Gate", "网络 1.1、4.3，问 10(2)"),
        QT_TRANSLATE_NOOP("Gate", "去重新评估"),
    ),
    "gate.consent_anew": _words(
        QT_TRANSLATE_NOOP("Gate", "服务方式改变以后，还没有重新签知情同意书。"),
        QT_TRANSLATE_NOOP("Gate", "重新签的同意书"),
        QT_TRANSLATE_NOOP("Gate", "问 4·1"),
        QT_TRANSLATE_NOOP("Gate", "去签同意书"),
    ),
    "gate.who_came": _words(
        QT_TRANSLATE_NOOP("Gate", "还没有写这次谁来了、谁没来。"),
        QT_TRANSLATE_NOOP("Gate", "谁来了"),
        QT_TRANSLATE_NOOP("Gate", "隐私权 2.1"),
        QT_TRANSLATE_NOOP("Gate", "去选谁来了"),
    ),
    "gate.identity_checked": _words(
        QT_TRANSLATE_NOOP("Gate", "还没有写这次怎样核实了身份。"),
        QT_TRANSLATE_NOOP("Gate", "身份核实"),
        QT_TRANSLATE_NOOP("Gate", "网络 1.2，附录 8.4"),
        QT_TRANSLATE_NOOP("Gate", "去选怎样核实的"),
    ),
    "gate.third_person": _words(
        QT_TRANSLATE_NOOP("Gate", "有第三人在场，还没有写是谁、为什么在。"),
        QT_TRANSLATE_NOOP("Gate", "第三人是谁"),
        QT_TRANSLATE_NOOP("Gate", "问 5(2)"),
        QT_TRANSLATE_NOOP("Gate", "去写是谁"),
    ),
    "gate.three_fields": _words(
        QT_TRANSLATE_NOOP("Gate", "情绪状态、危机等级和问题类型还没有填全。"),
        QT_TRANSLATE_NOOP("Gate", "情绪、危机、问题三项"),
        QT_TRANSLATE_NOOP("Gate", "规范二(一)b"),
        QT_TRANSLATE_NOOP("Gate", "去填这几项"),
    ),
    "gate.four_answers": _words(
        QT_TRANSLATE_NOOP("Gate", "四项记录还没有写全，没有也请写「无」。"),
        QT_TRANSLATE_NOOP("Gate", "四项记录"),
        QT_TRANSLATE_NOOP("Gate", "规范二(一)d"),
        QT_TRANSLATE_NOOP("Gate", "去写这几项"),
    ),
    "gate.risk_confirmed": _words(
        QT_TRANSLATE_NOOP("Gate", "风险是中或高，今天的确认还没有做完。"),
        QT_TRANSLATE_NOOP("Gate", "今天的确认"),
        QT_TRANSLATE_NOOP("Gate", "网络 3.4，附录 8.3"),
        QT_TRANSLATE_NOOP("Gate", "去确认"),
    ),
    "caution.surroundings": _words(
        QT_TRANSLATE_NOOP("Gate", "双方的环境没有都勾上独处、安静、网络畅通。"),
        QT_TRANSLATE_NOOP("Gate", "环境"),
        QT_TRANSLATE_NOOP("Gate", "网络 1.3，问 5(2)"),
        QT_TRANSLATE_NOOP("Gate", "看会谈单"),
    ),
    "caution.no_recording": _words(
        QT_TRANSLATE_NOOP("Gate", "第一次会谈没有勾上已提醒不录音录像。"),
        QT_TRANSLATE_NOOP("Gate", "不录音录像的提醒"),
        QT_TRANSLATE_NOOP("Gate", "问 8·1(2)"),
        QT_TRANSLATE_NOOP("Gate", "看会谈单"),
    ),
    "caution.risk_assessed": _words(
        QT_TRANSLATE_NOOP("Gate", "风险是中或高，这次会谈还没有做风险评估。"),
        QT_TRANSLATE_NOOP("Gate", "风险评估"),
        QT_TRANSLATE_NOOP("Gate", "规范二(一)c、二(二)a"),
        QT_TRANSLATE_NOOP("Gate", "去评估"),
    ),
    "caution.risk_agrees": _words(
        QT_TRANSLATE_NOOP("Gate", "会谈单上的风险和这次的风险评估不一样。"),
        QT_TRANSLATE_NOOP("Gate", "风险评估"),
        QT_TRANSLATE_NOOP("Gate", "规范二(二)a"),
        QT_TRANSLATE_NOOP("Gate", "看评估"),
    ),
    "caution.competence": _words(
        QT_TRANSLATE_NOOP(
            "Gate",
            "这个问题类型不在您写下的胜任议题里。没有把握时，请和同行或督导讨论，或者转介。",
        ),
        QT_TRANSLATE_NOOP("Gate", "胜任的议题"),
        QT_TRANSLATE_NOOP("Gate", "热线 4.1，问 4·2(2)"),
        QT_TRANSLATE_NOOP("Gate", "看执业资料"),
    ),
    "caution.complex_case": _words(
        QT_TRANSLATE_NOOP(
            "Gate", "接案时分级为情况复杂：由有经验的人来做；没有把握时，请教督导或者转介。"
        ),
        QT_TRANSLATE_NOOP("Gate", "情况复杂"),
        QT_TRANSLATE_NOOP("Gate", "问 4·2(2)"),
        QT_TRANSLATE_NOOP("Gate", "看接案"),
    ),
    "caution.guardian": _words(
        QT_TRANSLATE_NOOP(
            "Gate",
            "照资料里的生日，来访者未满十八岁，而有效的同意书上没有监护人的签名。",
        ),
        QT_TRANSLATE_NOOP("Gate", "监护人的签名"),
        QT_TRANSLATE_NOOP("Gate", "规范三(二)a，守则 3.2"),
        QT_TRANSLATE_NOOP("Gate", "看同意书"),
    ),
    "caution.remedy": _words(
        QT_TRANSLATE_NOOP("Gate", "第一次远程评估没有写补救措施。"),
        QT_TRANSLATE_NOOP("Gate", "补救措施"),
        QT_TRANSLATE_NOOP("Gate", "网络 5.1，问 2(4)"),
        QT_TRANSLATE_NOOP("Gate", "看会谈单"),
    ),
    "caution.untried": _words(
        QT_TRANSLATE_NOOP("Gate", "第一次远程会谈以前没有记下试通话。"),
        QT_TRANSLATE_NOOP("Gate", "技术准备"),
        QT_TRANSLATE_NOOP("Gate", "网络 4.2(3)"),
        QT_TRANSLATE_NOOP("Gate", "去记技术准备"),
    ),
    "caution.doctors_words": _words(
        QT_TRANSLATE_NOOP(
            "Gate",
            "写的话像诊断或用药建议。是来访者或医院说的，请写明；需要时请转介到医疗机构。",
        ),
        QT_TRANSLATE_NOOP("Gate", "像诊断或用药的话"),
        QT_TRANSLATE_NOOP("Gate", "规范三(一)b"),
        QT_TRANSLATE_NOOP("Gate", "看记录"),
    ),
}


def rule_words(
    name: str, lacks: frozenset[str] = frozenset(), titles: Mapping[str, str] | None = None
) -> RuleWords:
    """Return what a rule asks for, in the screen's language.

    Of a rule that asks for several things, only those of `lacks` are named; see `gate_fields`.
    `titles` are what the note calls those that have a section there: she looks for that name.
    """
    one = WORDS[name]
    whole = RuleWords(
        translate("Gate", one.what),
        translate("Gate", one.thing),
        translate("Gate", one.clause),
        translate("Gate", one.action),
    )
    narrow = _NARROW.get(name)
    named = lacks & frozenset(FIELDS.get(name, _OF_PROFILE.get(name, ())))
    if name in _ON_THE_SHEET and named:
        return _ON_THE_SHEET[name](whole, _named(name, named, titles or {}))
    return narrow(whole, named) if narrow and named else whole


def _who(whole: RuleWords, lacks: frozenset[str]) -> RuleWords:
    """Say which of name and contact is missing, where the other one is known."""
    if {NAME, REACH} <= lacks:
        return whole
    if TALK in lacks:
        return replace(
            whole,
            what=translate("Gate", "来访者匿名，还没有写下谈过什么。"),
            thing=translate("Gate", "关于匿名的讨论"),
            action=translate("Gate", "去写谈过什么"),
        )
    if REACH in lacks:
        return replace(
            whole,
            what=translate("Gate", "还没有填来访者的联系方式：电话、微信或邮箱，有一样就好。"),
            thing=translate("Gate", "联系方式"),
            action=translate("Gate", "去填联系方式"),
        )
    return replace(
        whole,
        what=translate("Gate", "还没有填来访者的姓名。"),
        thing=translate("Gate", "姓名"),
    )


def _client_zone(whole: RuleWords, lacks: frozenset[str]) -> RuleWords:
    """Say that the client's city is there and its time zone is not."""
    del lacks
    return replace(
        whole,
        what=translate("Gate", "来访者的城市填了，还没有填那里的时区。"),
        thing=translate("Gate", "来访者的时区"),
        action=translate("Gate", "去填来访者的时区"),
    )


def _own_zone(whole: RuleWords, lacks: frozenset[str]) -> RuleWords:
    """Say that the counselor's city is there and its time zone is not."""
    del lacks
    return replace(
        whole,
        what=translate("Gate", "您的城市填了，还没有填那里的时区。"),
        thing=translate("Gate", "您的时区"),
        action=translate("Gate", "去填您的时区"),
    )


def _three(whole: RuleWords, named: Sequence[str]) -> RuleWords:
    """Name those of mood, risk and kind of problem that are missing."""
    what = translate("Gate", "还没填：{0}。").format(translate("Gate", "、").join(named))
    action = translate("Gate", "去填{0}").format(named[0]) if len(named) == 1 else whole.action
    return replace(whole, what=what, action=action)


def _four(whole: RuleWords, named: Sequence[str]) -> RuleWords:
    """Name those of the four answers that are missing."""
    listed = translate("Gate", "、").join(named)
    what = translate("Gate", "还没写：{0}。没有也请写「无」。").format(listed)
    action = translate("Gate", "去写{0}").format(named[0]) if len(named) == 1 else whole.action
    return replace(whole, what=what, action=action)


def _named(rule: str, lacks: frozenset[str], titles: Mapping[str, str]) -> list[str]:
    """Return what the missing fields of a rule are called, in the order of the sheet."""
    called = {key: in_a_line(word) for key, word in field_words().items()} | dict(titles)
    return [called[one] for one in FIELDS[rule] if one in lacks]


_OF_PROFILE: Final = {
    "gate.who": (NAME, REACH, TALK),
    "gate.client_place": (CLIENT_ZONE,),
    "gate.counselor_place": (OWN_ZONE,),
}
_NARROW: Final[Mapping[str, Callable[[RuleWords, frozenset[str]], RuleWords]]] = {
    "gate.who": _who,
    "gate.client_place": _client_zone,
    "gate.counselor_place": _own_zone,
}
_ON_THE_SHEET: Final[Mapping[str, Callable[[RuleWords, Sequence[str]], RuleWords]]] = {
    "gate.three_fields": _three,
    "gate.four_answers": _four,
}


def things(names: tuple[str, ...], lacks: frozenset[str] = frozenset()) -> str:
    """Return what is missing as one line of words."""
    found = [rule_words(one, lacks).thing for one in names]
    return translate("Gate", "、").join(in_a_line(one) for one in found if one)
