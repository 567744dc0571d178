"""Says what the rules of the domain ask for: the one place with a sentence for each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Mapping


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
        QT_TRANSLATE_NOOP("Gate", "知情同意书"),
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
}


def rule_words(name: str) -> RuleWords:
    """Return what a rule asks for, in the screen's language."""
    one = WORDS[name]
    said = QCoreApplication.translate
    return RuleWords(
        said("Gate", one.what),
        said("Gate", one.thing),
        said("Gate", one.clause),
        said("Gate", one.action),
    )


def things(names: tuple[str, ...]) -> str:
    """Return what is missing as one line of words."""
    found = [rule_words(one).thing for one in names]
    return QCoreApplication.translate("Gate", "、").join(one for one in found if one)
