"""The menu of consents: those under way to go on with, then the texts that fit, and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, Qt

from app.domain.case import ServiceMode
from app.domain.consent import ConsentState, next_states
from app.domain.consent_progress import number
from ui import translation
from ui.theme import look
from ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.consent import Consent
    from app.domain.ids import ConsentId
    from app.services.consent_texts import ConsentOffer

_BELOW: Final = 4  # pixels between the button and its menu


def open_consent_menu(  # noqa: PLR0913 - by keyword
    button: QWidget,
    offers: Sequence[ConsentOffer],
    mode: ServiceMode,
    take: Callable[[str], None],
    all_of_them: Callable[[], None] | None = None,
    *,
    begun: Sequence[Consent] = (),
    go_on: Callable[[ConsentId], None] | None = None,
) -> Menu:
    """Open the texts below `button`; `take` gets the key of the one chosen.

    Those `begun` come first, and `go_on` gets the one chosen: another is begun only on purpose.
    `all_of_them` leads to every consent of the case, and to those that stand beside it.
    """
    # Not the button's own: it is disabled while the choice is answered, and the menu with it.
    menu = Menu(button.parentWidget())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    reason = _fitting(mode)
    menu.setAccessibleName(f"{button.accessibleName()}　{reason}")
    if go_on is not None:
        add_begun(menu, begun, go_on)
    another = bool(begun)
    _add(menu, reason, [one for one in offers if one.fits], take, another=another)
    _add(menu, _other(mode), [one for one in offers if not one.fits], take, another=another)
    if all_of_them is not None:
        menu.addSeparator()
        said = QCoreApplication.translate("ConsentMenu", "所有同意书，包括录音等单独同意…")
        menu.addAction(said, all_of_them)
    first = next((one for one in menu.actions() if one.isEnabled() and one.text()), None)
    if first is not None:
        menu.setActiveAction(first)  # so that one sees where the arrow keys begin
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + look.px(_BELOW))))
    return menu


def add_begun(menu: Menu, begun: Sequence[Consent], go_on: Callable[[ConsentId], None]) -> None:
    """Offer to go on with each consent under way, and say what it waits for."""
    form = QCoreApplication.translate("ConsentMenu", "继续 {0}（{1}）")
    for one in begun:
        menu.addAction(form.format(number(one), _awaited(one)), partial(go_on, one.id))


def another_words(offer: ConsentOffer, *, another: bool) -> str:
    """Return what the line of a text says, and its language where it is not that of the window.

    With one begun already, it says that this would be another.
    """
    title = offer.title
    if offer.language != translation.locale().name()[:2]:
        title = _in_language(title, offer.language)
    if another:
        title = QCoreApplication.translate("ConsentMenu", "另做一份：{0}").format(title)
    return title.replace("&", "&&")


def _in_language(title: str, language: str) -> str:
    """Return a title with the language of its text beside it."""
    if language == "zh":
        return QCoreApplication.translate("ConsentMenu", "{0}（中文版）").format(title)
    return QCoreApplication.translate("ConsentMenu", "{0}（英文版）").format(title)


def _awaited(one: Consent) -> str:
    """Return what a consent under way waits for."""
    return {
        ConsentState.PROVIDED: QCoreApplication.translate("ConsentMenu", "等提供给来访者"),
        ConsentState.READ: QCoreApplication.translate("ConsentMenu", "等阅读"),
        ConsentState.DISCUSSED: QCoreApplication.translate("ConsentMenu", "等讨论"),
        ConsentState.RECONFIRMED: QCoreApplication.translate("ConsentMenu", "等再次确认"),
        ConsentState.SIGNED: QCoreApplication.translate("ConsentMenu", "等签署"),
    }[next_states(one.state, one.purpose)[0]]


def _add(
    menu: Menu,
    reason: str,
    offers: Sequence[ConsentOffer],
    take: Callable[[str], None],
    *,
    another: bool,
) -> None:
    """Add texts below the reason they stand there for."""
    if not offers:
        return
    if not menu.isEmpty():
        menu.addSeparator()
    menu.addAction(reason).setEnabled(False)
    for one in offers:
        menu.addAction(another_words(one, another=another), partial(take, one.key))


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
