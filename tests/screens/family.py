"""An invented family and its formulation, for the pictures of the two pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain import genogram as families
from app.domain.formulation import Formulation, FormulationPart
from app.domain.genogram import Child, Feeling, Genogram, Person, Sex, Tie, begun
from app.services import formulations, genograms

if TYPE_CHECKING:
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools


def family() -> Genogram:
    """Return three generations with a divorce, a second marriage, twins and a quarrel."""
    made = families.change(begun(), Person(1, Sex.WOMAN, "林晓禾", 29, note="译者"))
    made, father = families.add_parents(made, 1)
    mother = father + 1
    made = families.change(made, Person(father, Sex.MAN, "林立诚", 58, note="工程师"))
    made = families.change(made, Person(mother, Sex.WOMAN, "陈桂芳", 56, note="退休教师"))
    made = families.change_tie(made, made.couples[0].id, Tie.DIVORCED)
    made, brother = families.add_sibling(made, 1)
    made = families.change(made, Person(brother, Sex.MAN, "", 22))
    made, sister = families.add_sibling(made, brother)
    made = families.change(made, Person(sister, Sex.WOMAN, "", 22))
    made = families.change_child(made, Child(sister, twin=True))
    made, grandfather = families.add_parents(made, mother)
    made = families.change(made, Person(grandfather, Sex.MAN, "", 71, died=True))
    made = families.change(made, Person(grandfather + 1, Sex.WOMAN, "", 80, note="带大来访者"))
    made, aunt = families.add_sibling(made, mother)
    made = families.change(made, Person(aunt, Sex.WOMAN, "", 50))
    made, second = families.add_partner(made, father)
    made = families.change(made, Person(second, Sex.WOMAN, "", 45))
    made, half = families.add_child(made, second)
    made = families.change(made, Person(half, Sex.MAN, "", 9))
    made, partner = families.add_partner(made, 1, Tie.TOGETHER)
    made = families.change(made, Person(partner, Sex.MAN, "阿远", 31))
    for one, other, feeling in (
        (1, father, Feeling.CUT_OFF),
        (1, grandfather + 1, Feeling.CLOSE),
        (father, mother, Feeling.CONFLICT),
        (1, mother, Feeling.ENMESHED),
        (brother, father, Feeling.DISTANT),
    ):
        made = families.change_bond(made, one, other, feeling)
    return made


def understand(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Write two versions of a formulation, and draw the family."""
    scheme = next(
        one for one in tools.formulation_schemes if (one.key, one.language) == ("5p", "zh")
    )
    texts = {
        "5p.presenting": "三个月来入睡困难，每周四五晚；白天交稿拖延，怕客户的邮件。",
        "5p.precipitating": "换了新的审校，第一次被整段退回。",
        "5p.perpetuating": "反复查看，不敢交；白天补觉。",
        "understanding": "一被挑错，就像小时候被父亲当众纠正：先躲开，再熬夜补。",
    }
    parts = tuple(FormulationPart(it.key, it.title, texts.get(it.key, "")) for it in scheme.parts)
    first = Formulation(scheme.key, scheme.title, scheme.edition, scheme.language, parts)
    formulations.record(vault, tools, case_id, first)
    later = tuple(
        replace(it, text=it.text.replace("白天补觉。", "请同事先看一遍，能交出去。"))
        if it.key == "5p.perpetuating"
        else replace(it, text="外婆每晚来电；翻译做得细。")
        if it.key == "5p.protective"
        else it
        for it in parts
    )
    second = replace(first, parts=later, goals="一周里有五晚十二点前睡着；稿子按时交。")
    formulations.record(vault, tools, case_id, second)
    genograms.record(vault, tools, case_id, family())
