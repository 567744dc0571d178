"""A contact outside the sessions in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.contact import Began, Purpose

if TYPE_CHECKING:
    from app.domain.contact import Contact

translate = QCoreApplication.translate


def purpose_word(purpose: Purpose | None) -> str:
    """Return what a contact was about."""
    if purpose is None:
        return ""
    return {
        Purpose.BOOKING: translate("Contacts", "预约"),
        Purpose.RESCHEDULING: translate("Contacts", "改期"),
        Purpose.INTERRUPTION: translate("Contacts", "网络中断"),
        Purpose.CRISIS: translate("Contacts", "危机"),
        Purpose.OTHER: translate("Contacts", "其他"),
    }[purpose]


def began_word(began: Began | None) -> str:
    """Return who sought a contact."""
    if began is None:
        return ""
    return {
        Began.CLIENT: translate("Contacts", "来访者"),
        Began.COUNSELOR: translate("Contacts", "您"),
    }[began]


def contact_line(contact: Contact) -> str:
    """Return who sought a contact and by which way, in a few words."""
    by = translate("Contacts", "{0}先联系").format(began_word(contact.began))
    return translate("Contacts", "{0} · {1}").format(by, contact.channel)
