"""A genogram in words: who is who, all of it in sentences, its signs explained, its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.genogram import Came, Feeling, Sex, Tie
from app.domain.genogram_figure import figure
from app.domain.genogram_sheet import GenogramSheet
from ui import translation
from ui.kin_words import kin_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.domain.genogram import Couple, Genogram, Person

translate = QCoreApplication.translate


def title() -> str:
    """Return what the page and its paper are called; it names nobody."""
    return translate("Genogram", "家谱图")


def sex_word(sex: Sex) -> str:
    """Return which sign somebody has."""
    return {
        Sex.MAN: translate("Genogram", "男"),
        Sex.WOMAN: translate("Genogram", "女"),
        Sex.OTHER: translate("Genogram", "其他或不详"),
    }[sex]


def tie_word(tie: Tie) -> str:
    """Return how a couple stands."""
    return {
        Tie.MARRIED: translate("Genogram", "已婚"),
        Tie.TOGETHER: translate("Genogram", "同居或恋爱"),
        Tie.SEPARATED: translate("Genogram", "分居"),
        Tie.DIVORCED: translate("Genogram", "离异"),
    }[tie]


def came_word(came: Came) -> str:
    """Return how a child came into the family."""
    return {
        Came.BORN: translate("Genogram", "亲生"),
        Came.ADOPTED: translate("Genogram", "收养"),
        Came.FOSTERED: translate("Genogram", "寄养"),
    }[came]


def feeling_word(feeling: Feeling) -> str:
    """Return what is between two people."""
    return {
        Feeling.CLOSE: translate("Genogram", "亲近"),
        Feeling.ENMESHED: translate("Genogram", "过于紧密"),
        Feeling.DISTANT: translate("Genogram", "疏远"),
        Feeling.CONFLICT: translate("Genogram", "冲突"),
        Feeling.CUT_OFF: translate("Genogram", "断绝来往"),
    }[feeling]


def called(family: Genogram, *, names: bool) -> dict[int, str]:
    """Return what each person is called within a sentence: by name, else by kinship."""
    kin = kin_words(family)
    return {
        one.id: (one.name.strip() if names else "") or _within(kin[one.id]) for one in family.people
    }


def _within(word: str) -> str:
    """Return a word of ours as it stands within a sentence: English begins it small there."""
    return word[:1].lower() + word[1:]


def labels(family: Genogram, *, names: bool) -> dict[int, tuple[str, str]]:
    """Return the two lines under each sign; without `names` nothing that was typed is in them."""
    kin = kin_words(family)
    found = {}
    for one in family.people:
        name = one.name.strip() if names else ""
        more = [*([kin[one.id]] if name else []), *([one.note.strip()] if names else [])]
        found[one.id] = (name or kin[one.id], " · ".join(word for word in more if word))
    return found


def sentences(family: Genogram, *, names: bool) -> list[tuple[int, str]]:
    """Return everything that is drawn, a sentence a person, then one a bond (under number 0)."""
    who = called(family, names=names)
    kin = kin_words(family)
    found = [
        (one.id, _sentence(family, one, who, kin[one.id], names=names)) for one in family.people
    ]
    return [*found, *((0, one) for one in _bonds(family, who))]


def key() -> tuple[str, ...]:
    """Return what the signs and lines mean."""
    return (
        translate(
            "Genogram", "方形男，圆形女，菱形其他或不详；双线框是来访者；打叉是已去世，里面是年龄。"
        ),
        translate(
            "Genogram",
            "横线已婚，虚线同居或恋爱，一道斜线分居，两道离异；孩子从左到右按出生，虚线收养，点线寄养。",
        ),
        translate("Genogram", "双线亲近，三线过于紧密，点线疏远，锯齿线冲突，断开的线断绝来往。"),
    )


def sheet(family: Genogram, code: str, day: str, *, names: bool) -> GenogramSheet:
    """Return a genogram as it goes on paper; without `names` it says kinship and ages alone."""
    how = (
        translate("Genogram", "印着名字和备注：请只放进您自己的档案。")
        if names
        else translate("Genogram", "只印亲属称呼和年龄，没有名字和备注。")
    )
    about = translate("Genogram", "个案 {0} · {1} · {2}").format(code, day, how)
    return GenogramSheet(
        title(),
        about,
        figure(family, labels(family, names=names)),
        key(),
        translate("Genogram", "图上的人和关系"),
        tuple(said for _, said in sentences(family, names=names)),
        title(),
        "en" if translation.locale().name().startswith("en") else "zh",
    )


def _sentence(
    family: Genogram, one: Person, who: Mapping[int, str], kin: str, *, names: bool
) -> str:
    """Return all that is drawn of somebody but bonds."""
    head = kin
    if names and one.name.strip():
        head = translate("Genogram", "{0}（{1}）").format(one.name.strip(), _within(kin))
    facts = [*_facts(one), *_descent(family, one), *_ties(family, one, who)]
    if names and one.note.strip():
        facts.append(one.note.strip())
    if not facts:
        return head
    return translate("Genogram", "{0}：{1}").format(head, translate("Genogram", "，").join(facts))


def _facts(one: Person) -> Iterator[str]:
    if one.sex is not Sex.OTHER:
        yield _within(sex_word(one.sex))
    if one.age is not None:
        told = (
            translate("Genogram", "去世时 {0} 岁") if one.died else translate("Genogram", "{0} 岁")
        )
        yield told.format(one.age)
    elif one.died:
        yield translate("Genogram", "已去世")


def _descent(family: Genogram, one: Person) -> Iterator[str]:
    parents = family.parents(one.id)
    if parents is None:
        return
    (child,) = (it for it in parents.children if it.person == one.id)
    if child.came is not Came.BORN:
        yield _within(came_word(child.came))
    if child.twin:
        yield translate("Genogram", "和前一个同胎")
    if len(parents.children) > 1:
        place = parents.children.index(child) + 1
        yield translate("Genogram", "排行第 {0}").format(place)


def _ties(family: Genogram, one: Person, who: Mapping[int, str]) -> Iterator[str]:
    for couple in family.couples_of(one.id):
        other = who[couple.beside(one.id)]
        yield translate("Genogram", "和 {0} {1}").format(other, _within(tie_word(couple.tie)))
        if couple.children:
            yield translate("Genogram", "孩子 {0}").format(_names(couple, who))


def _names(couple: Couple, who: Mapping[int, str]) -> str:
    return translate("Genogram", "、").join(who[one.person] for one in couple.children)


def _bonds(family: Genogram, who: Mapping[int, str]) -> Iterator[str]:
    said = translate("Genogram", "{0} 和 {1} 之间：{2}")
    for one in family.bonds:
        yield said.format(who[one.one], who[one.other], _within(feeling_word(one.feeling)))
