"""The menu of consent texts: those written for the way of service first, and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, Qt

from app.domain.case import ServiceMode
from ui.theme import look
from ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.services.consent_texts import ConsentOffer

_BELOW: Final = 4  # pixels between the button and its menu


def open_consent_menu(
    button: QWidget,
    offers: Sequence[ConsentOffer],
    mode: ServiceMode,
    take: Callable[[str], None],
    all_of_them: Callable[[], None] | None = None,
) -> Menu:
    """Open the texts below `button`; `take` gets the key of the one chosen.

    `all_of_them` leads to every consent of the case, and to those that stand beside it.
    """
    # Not the button's own: it is disabled while the choice is answered, and the menu with it.
    menu = Menu(button.parentWidget())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    reason = _fitting(mode)
    menu.setAccessibleName(f"{button.accessibleName()}　{reason}")
    _add(menu, reason, [one for one in offers if one.fits], take)
    _add(menu, _other(mode), [one for one in offers if not one.fits], take)
    if all_of_them is not None:
        menu.addSeparator()
        said = QCoreApplication.translate("ConsentMenu", "全部同意，和录音等单独同意…")
        menu.addAction(said, all_of_them)
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + look.px(_BELOW))))
    return menu


def _add(
    menu: Menu, reason: str, offers: Sequence[ConsentOffer], take: Callable[[str], None]
) -> None:
    """Add texts below the reason they stand there for."""
    if not offers:
        return
    if not menu.isEmpty():
        menu.addSeparator()
    menu.addAction(reason).setEnabled(False)
    for one in offers:
        menu.addAction(one.title.replace("&", "&&"), partial(take, one.key))


def _fitting(mode: ServiceMode) -> str:
    """Return why the first texts come first."""
    if mode is ServiceMode.FACE_TO_FACE:
        return QCoreApplication.translate("ConsentMenu", "适合面询")
    if mode is ServiceMode.ONLINE:
        return QCoreApplication.translate("ConsentMenu", "适合网络咨询")
    return QCoreApplication.translate("ConsentMenu", "适合远程工作（热线、网络）")


def _other(mode: ServiceMode) -> str:
    """Return what the other texts are written for."""
    if mode.remote:
        return QCoreApplication.translate("ConsentMenu", "写给面询的")
    return QCoreApplication.translate("ConsentMenu", "写给网络咨询的")
