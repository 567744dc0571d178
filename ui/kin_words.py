"""What somebody in a genogram is to the client, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.genogram import Sex
from app.domain.kinship import Kin, kinship

if TYPE_CHECKING:
    from app.domain.genogram import Genogram

# By path: for a man, a woman, anybody else.
_PLAIN: Final[dict[str, tuple[object, object, object]]] = {
    "": (
        QT_TRANSLATE_NOOP("Kin", "来访者"),
        QT_TRANSLATE_NOOP("Kin", "来访者"),
        QT_TRANSLATE_NOOP("Kin", "来访者"),
    ),
    "p": (
        QT_TRANSLATE_NOOP("Kin", "父亲"),
        QT_TRANSLATE_NOOP("Kin", "母亲"),
        QT_TRANSLATE_NOOP("Kin", "父或母"),
    ),
    "b": (
        QT_TRANSLATE_NOOP("Kin", "弟弟"),
        QT_TRANSLATE_NOOP("Kin", "妹妹"),
        QT_TRANSLATE_NOOP("Kin", "弟弟或妹妹"),
    ),
    "b elder": (
        QT_TRANSLATE_NOOP("Kin", "哥哥"),
        QT_TRANSLATE_NOOP("Kin", "姐姐"),
        QT_TRANSLATE_NOOP("Kin", "哥哥或姐姐"),
    ),
    "h": (
        QT_TRANSLATE_NOOP("Kin", "同父或同母兄弟"),
        QT_TRANSLATE_NOOP("Kin", "同父或同母姐妹"),
        QT_TRANSLATE_NOOP("Kin", "同父或同母手足"),
    ),
    "s": (
        QT_TRANSLATE_NOOP("Kin", "伴侣"),
        QT_TRANSLATE_NOOP("Kin", "伴侣"),
        QT_TRANSLATE_NOOP("Kin", "伴侣"),
    ),
    "c": (
        QT_TRANSLATE_NOOP("Kin", "儿子"),
        QT_TRANSLATE_NOOP("Kin", "女儿"),
        QT_TRANSLATE_NOOP("Kin", "孩子"),
    ),
    "pp man": (
        QT_TRANSLATE_NOOP("Kin", "爷爷"),
        QT_TRANSLATE_NOOP("Kin", "奶奶"),
        QT_TRANSLATE_NOOP("Kin", "爷爷或奶奶"),
    ),
    "pp woman": (
        QT_TRANSLATE_NOOP("Kin", "外公"),
        QT_TRANSLATE_NOOP("Kin", "外婆"),
        QT_TRANSLATE_NOOP("Kin", "外公或外婆"),
    ),
    "pp other": (
        QT_TRANSLATE_NOOP("Kin", "祖父"),
        QT_TRANSLATE_NOOP("Kin", "祖母"),
        QT_TRANSLATE_NOOP("Kin", "祖父或祖母"),
    ),
    "pb man": (
        QT_TRANSLATE_NOOP("Kin", "叔伯"),
        QT_TRANSLATE_NOOP("Kin", "姑姑"),
        QT_TRANSLATE_NOOP("Kin", "父亲的手足"),
    ),
    "pb woman": (
        QT_TRANSLATE_NOOP("Kin", "舅舅"),
        QT_TRANSLATE_NOOP("Kin", "姨妈"),
        QT_TRANSLATE_NOOP("Kin", "母亲的手足"),
    ),
    "ps man": (
        QT_TRANSLATE_NOOP("Kin", "父亲的伴侣"),
        QT_TRANSLATE_NOOP("Kin", "父亲的伴侣"),
        QT_TRANSLATE_NOOP("Kin", "父亲的伴侣"),
    ),
    "ps woman": (
        QT_TRANSLATE_NOOP("Kin", "母亲的伴侣"),
        QT_TRANSLATE_NOOP("Kin", "母亲的伴侣"),
        QT_TRANSLATE_NOOP("Kin", "母亲的伴侣"),
    ),
    "cc": (
        QT_TRANSLATE_NOOP("Kin", "孙子或外孙"),
        QT_TRANSLATE_NOOP("Kin", "孙女或外孙女"),
        QT_TRANSLATE_NOOP("Kin", "孙辈"),
    ),
    "bc": (
        QT_TRANSLATE_NOOP("Kin", "侄子或外甥"),
        QT_TRANSLATE_NOOP("Kin", "侄女或外甥女"),
        QT_TRANSLATE_NOOP("Kin", "手足的孩子"),
    ),
    "bs": (
        QT_TRANSLATE_NOOP("Kin", "手足的伴侣"),
        QT_TRANSLATE_NOOP("Kin", "手足的伴侣"),
        QT_TRANSLATE_NOOP("Kin", "手足的伴侣"),
    ),
    "cs": (
        QT_TRANSLATE_NOOP("Kin", "孩子的伴侣"),
        QT_TRANSLATE_NOOP("Kin", "孩子的伴侣"),
        QT_TRANSLATE_NOOP("Kin", "孩子的伴侣"),
    ),
    "sp": (
        QT_TRANSLATE_NOOP("Kin", "伴侣的父亲"),
        QT_TRANSLATE_NOOP("Kin", "伴侣的母亲"),
        QT_TRANSLATE_NOOP("Kin", "伴侣的父或母"),
    ),
    "sb": (
        QT_TRANSLATE_NOOP("Kin", "伴侣的兄弟"),
        QT_TRANSLATE_NOOP("Kin", "伴侣的姐妹"),
        QT_TRANSLATE_NOOP("Kin", "伴侣的手足"),
    ),
    "pbc": (
        QT_TRANSLATE_NOOP("Kin", "堂或表兄弟"),
        QT_TRANSLATE_NOOP("Kin", "堂或表姐妹"),
        QT_TRANSLATE_NOOP("Kin", "堂亲或表亲"),
    ),
    "ppp": (
        QT_TRANSLATE_NOOP("Kin", "曾祖父"),
        QT_TRANSLATE_NOOP("Kin", "曾祖母"),
        QT_TRANSLATE_NOOP("Kin", "曾祖辈"),
    ),
}
_ELSE: Final = QT_TRANSLATE_NOOP("Kin", "家里人")
_SEXES: Final = (Sex.MAN, Sex.WOMAN, Sex.OTHER)


def kin_word(kin: Kin, sex: Sex) -> str:
    """Return what somebody of this sex is to the client."""
    via = kin.via.value if kin.via else ""
    ways = (f"{kin.path} {via}", f"{kin.path} elder" if kin.elder else "", kin.path)
    found = next((_PLAIN[way] for way in ways if way in _PLAIN and way), None)
    found = _PLAIN[""] if not kin.path else found
    word = found[_SEXES.index(sex)] if found else _ELSE
    return QCoreApplication.translate("Kin", str(word))


def kin_words(family: Genogram) -> dict[int, str]:
    """Return what each person is to the client; those called alike are numbered."""
    kin = kinship(family)
    words = {one.id: kin_word(kin.get(one.id, Kin("?")), one.sex) for one in family.people}
    every = list(words.values())
    seen: dict[str, int] = {}
    for number, word in words.items():
        if every.count(word) > 1:
            seen[word] = seen.get(word, 0) + 1
            words[number] = f"{word} {seen[word]}"
    return words
