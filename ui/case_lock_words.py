"""How a case with a password of its own is said in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import privacy

if TYPE_CHECKING:
    from app.services.agenda import Person

translate = QCoreApplication.translate


def titled(name: str, code: str, *, shut: bool) -> str:
    """Return what a case is called; one that is shut by its number, and that it is locked."""
    if shut:
        return translate("CaseLock", "{0} · 已加锁").format(code)
    return privacy.title(name, code)


def called(person: Person) -> str:
    """Return what a client is called, in privacy mode by code."""
    return titled(person.name, person.code, shut=person.shut)
