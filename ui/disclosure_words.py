"""A disclosure in words: who is told, what of the file, and how it stands on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.disclosure import Fact, Owed, Party, Telling
from app.domain.local_time import local
from app.domain.paper_signer import signer
from app.domain.sheet import Sheet, SheetPart
from ui import dates
from ui.note_template_menu import window_language
from ui.session_words import risk_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.disclosure import Disclosure
    from app.domain.disclosure_text import DisclosureText
    from app.services.disclosures import DisclosurePage, KeptDisclosure

translate = QCoreApplication.translate
_MOST = 40


def party_words() -> Mapping[Party, str]:
    """Return who can be told."""
    return {
        Party.GUARDIAN: translate("Disclosure", "法定监护人"),
        Party.THIRD: translate("Disclosure", "可确认的第三者"),
        Party.AT_RISK: translate("Disclosure", "可能受害的人"),
        Party.AUTHORITY: translate("Disclosure", "有关部门"),
        Party.COURT: translate("Disclosure", "司法机关"),
        Party.OTHER: translate("Disclosure", "其他"),
    }


def telling_words() -> Mapping[Telling, str]:
    """Return whether the client knows."""
    return {
        Telling.BEFORE: translate("Disclosure", "已经告诉"),
        Telling.LATER: translate("Disclosure", "之后告诉"),
        Telling.NOT: translate("Disclosure", "不告诉"),
    }


def fact_words() -> Mapping[Fact, str]:
    """Return what of the file can be told."""
    return {
        Fact.NAME: translate("Disclosure", "姓名"),
        Fact.BIRTH: translate("Disclosure", "出生日期"),
        Fact.PHONE: translate("Disclosure", "电话"),
        Fact.PLACE: translate("Disclosure", "所在地"),
        Fact.ADDRESS: translate("Disclosure", "住址"),
        Fact.CONTACT: translate("Disclosure", "紧急联系人"),
        Fact.SESSIONS: translate("Disclosure", "会谈日期"),
        Fact.RISK: translate("Disclosure", "风险等级"),
    }


def facts_of(page: DisclosurePage) -> dict[Fact, str]:
    """Return what the file holds of each fact, nothing for what it does not know."""
    who = page.profile
    contact = " ".join(filter(None, (who.emergency.name, who.emergency.relation)))
    days = [dates.plain_day(local(one.starts_at, page.here).date()) for one in page.sessions]
    known = {
        Fact.NAME: who.name,
        Fact.BIRTH: who.birth_date,
        Fact.PHONE: who.phone,
        Fact.PLACE: who.place.city,
        Fact.ADDRESS: who.address,
        Fact.CONTACT: " ".join(filter(None, (contact, who.emergency.phone))),
        Fact.SESSIONS: translate("Disclosure", "、").join(days[-_MOST:]),
        Fact.RISK: risk_words()[page.risk] if page.risk is not None else "",
    }
    return {fact: said.strip() for fact, said in known.items() if said.strip()}


def fact_line(fact: Fact, said: str) -> str:
    """Return a fact as it is told."""
    return translate("Disclosure", "{0}：{1}").format(fact_words()[fact], said)


def owed_words(one: Owed) -> str:
    """Return what is still to be written down."""
    if one is Owed.ALTERNATIVES:
        return translate("Disclosure", "请补记想过哪些别的办法、为什么不行（突破前）。")
    return translate("Disclosure", "请补记怎样告诉了来访者（披露前提）。")


def head_words(made: Disclosure, text: DisclosureText) -> str:
    """Return on what it was told, and to whom."""
    basis = text.of(made.basis).title if made.basis is not None else ""
    return " · ".join(filter(None, (made.recipient, basis)))


def basis_rows(made: Disclosure, text: DisclosureText) -> tuple[tuple[str, str], ...]:
    """Return everything that has to be known of a disclosure beside what was told."""
    one = text.of(made.basis) if made.basis is not None else None
    basis = translate("Disclosure", "{0}（{1}）").format(one.title, one.source) if one else ""
    party = party_words()[made.party] if made.party is not None else ""
    telling = telling_words()[made.telling] if made.telling is not None else ""
    rows = (
        (translate("Disclosure", "依据"), basis),
        (translate("Disclosure", "告诉谁"), " · ".join(filter(None, (party, made.recipient)))),
        (translate("Disclosure", "怎样告诉"), made.channel),
        (translate("Disclosure", "用途"), made.purpose),
        (translate("Disclosure", "想过的别的办法"), made.alternatives),
        (translate("Disclosure", "和谁商量"), made.consulted),
        (translate("Disclosure", "是谁"), made.where.identity),
        (translate("Disclosure", "在哪里"), made.where.place),
        (translate("Disclosure", "可以联系谁"), made.where.contact),
        (translate("Disclosure", "机关"), made.order.authority),
        (translate("Disclosure", "文号"), made.order.number),
        (translate("Disclosure", "文书日期"), made.order.day),
        (translate("Disclosure", "经办人"), made.order.officer),
        (translate("Disclosure", "原件放在"), made.order.kept),
        (translate("Disclosure", "可能的伤害"), made.order.harm),
        (translate("Disclosure", "受理编号"), made.report),
        (translate("Disclosure", "来访者"), " · ".join(filter(None, (telling, made.told_how)))),
    )
    return tuple((name, said.strip()) for name, said in rows if said.strip())


def letter(page: DisclosurePage, one: KeptDisclosure, counselor: str) -> Sheet:
    """Return what was told on paper: to whom, what for, the exact text, and a receipt to sign.

    How to reach the counselor stands on it where that is known. Raises `PaperUnsigned` where it
    would not say from whom it comes.
    """
    made, contact = one.made, page.contact.strip()
    at = dates.day_and_time(local(one.entry.at, page.here))
    order = made.order
    rows = [
        (translate("Disclosure", "致"), made.recipient),
        (translate("Disclosure", "用途"), made.purpose),
        *(
            [(translate("Disclosure", "文书"), f"{order.authority} {order.number} {order.day}")]
            if order.number.strip()
            else []
        ),
        *([(translate("Disclosure", "咨询师联系方式"), contact)] if contact else []),
    ]
    keep = translate("Disclosure", "以上只为所写的用途提供，请勿转给他人，用毕请妥善保管或销毁。")
    line = translate("Disclosure", "{0}：________________    日期：____________")
    signed = (
        line.format(translate("Disclosure", "咨询师 {0}").format(signer(counselor))),
        line.format(translate("Disclosure", "收到人签名")),
    )
    return Sheet(
        translate("Disclosure", "情况说明"),
        at,
        (
            SheetPart(rows=tuple(rows)),
            SheetPart(translate("Disclosure", "内容"), lines=tuple(made.text.splitlines())),
            SheetPart(lines=(keep,)),
            SheetPart(translate("Disclosure", "回执"), lines=signed),
        ),
        "",
        window_language(),
    )
