"""What the catalogues that she words are called, and their sections and lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.catalogue import Kind

if TYPE_CHECKING:
    from app.domain.catalogue import Catalogue, CatalogueSection

translate = QCoreApplication.translate
_ABOUT = "_about"


def catalogue_name(shipped: Catalogue) -> str:
    """Return what a catalogue is called on screen."""
    match shipped.kind:
        case Kind.SHEET:
            return translate("Catalogues", "会谈单上可选的词")
        case Kind.SCHEME:
            return translate("Catalogues", "个案概念化：{0}").format(shipped.title)
        case Kind.CRISIS:
            return translate("Catalogues", "危机时用的几张纸")
        case Kind.SCOPE:
            return translate("Catalogues", "越界措辞的提醒")
        case _:
            return shipped.title


def catalogue_about(kind: Kind) -> str:
    """Return where the words of a catalogue are seen."""
    return {
        Kind.SHEET: translate("Catalogues", "情绪状态、问题类型和远程评估的补救。"),
        Kind.INTAKE: translate(
            "Catalogues", "第一次见面以前请来访者填的表，每个问题说明为什么问。"
        ),
        Kind.SCHEME: translate("Catalogues", "写个案概念化时分哪几栏，每栏提示什么。"),
        Kind.PAPER: translate("Catalogues", "执业资料里可以打印的一张纸。"),
        Kind.CRISIS: translate("Catalogues", "危机卡、安全计划、资源单和危机小结的标题和句子。"),
        Kind.SCOPE: translate("Catalogues", "写记录时，哪些话会轻轻提醒一句，哪些不提醒。"),
    }[kind]


def section_name(shipped: CatalogueSection) -> str:
    """Return what a section is called that has no heading on paper."""
    return {
        "moods": translate("Catalogues", "情绪状态"),
        "problems": translate("Catalogues", "问题类型"),
        "remedies": translate("Catalogues", "远程评估的补救"),
        "diagnosis": translate("Catalogues", "像是下诊断的话"),
        "medicine": translate("Catalogues", "像是荐药的话"),
        "sources": translate("Catalogues", "出自这些地方的，不提醒"),
        "speakers": translate("Catalogues", "这些人说的，不提醒"),
        "verbs": translate("Catalogues", "怎样才算是他们说的"),
        "negations": translate("Catalogues", "前面有这些字的，不提醒"),
        "words": translate("Catalogues", "标题和句子"),
        "labels": translate("Catalogues", "每一行叫什么"),
        "parts": translate("Catalogues", "小节，从上到下"),
    }.get(shipped.key, translate("Catalogues", "小节标题"))


def line_name(section: CatalogueSection, key: str) -> str:
    """Return what a line is called whose words only change: what it is, or the program's words."""
    known = {
        "title": translate("Catalogues", "标题"),
        "subtitle": translate("Catalogues", "副标题"),
        "lead": translate("Catalogues", "开头的话"),
        "urgent": translate("Catalogues", "有生命危险时"),
        "foot": translate("Catalogues", "最后的话"),
        "about": translate("Catalogues", "一句话说明"),
    }
    if key in known:
        return known[key]
    said = {one.key: one.text for one in section.lines}
    if key.endswith(_ABOUT):
        of = said[key.removesuffix(_ABOUT)]
        return translate("Catalogues", "{0}：说明").format(of)
    return said[key]


def pair_names(kind: Kind) -> tuple[str, str]:
    """Return what a line is called that stands on its own, and what is said beside it."""
    if kind is Kind.INTAKE:
        return translate("Catalogues", "问题"), translate("Catalogues", "为什么问")
    return translate("Catalogues", "小节"), translate("Catalogues", "提示")
