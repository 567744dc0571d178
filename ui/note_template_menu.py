"""The menu of note templates: what fits the session, hers, then those in the window's language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, Qt

from app.services import note_templates
from ui import translation
from ui.theme import look
from ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.note import NoteTemplate

_BELOW: Final = 4  # pixels between the button and its menu


def window_language() -> str:
    """Return the language in which a note begins here: the window's."""
    return "en" if translation.locale().name().startswith("en") else "zh"


def template_titles(
    templates: Mapping[str, NoteTemplate], fit: tuple[str, ...] = ()
) -> dict[str, str]:
    """Return titles by key in the order of the menu; another language is named beside its title.

    The kinds of `fit` come first.
    """
    here = window_language()
    ordered = note_templates.in_language(templates, here, fit)
    return {one.key: _title(one, here) for one in ordered.values()}


def offer_templates(
    button: QWidget,
    titles: Mapping[str, str],
    present: str,
    take: Callable[[str], None],
    manage: Callable[[], None],
) -> Menu:
    """Open the templates below `button`; `take` gets the key of another one than `present`."""
    menu = Menu(button.parentWidget())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(button.accessibleName())
    for key, title in titles.items():
        action = menu.addAction(title.replace("&", "&&"))
        action.setCheckable(bool(present))
        action.setChecked(key == present)
        if key != present:
            action.triggered.connect(partial(_taken, take, key))
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("NoteTemplates", "记录模板…"), manage)
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + look.px(_BELOW))))
    return menu


def _taken(take: Callable[[str], None], key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own argument
    take(key)


def _title(template: NoteTemplate, here: str) -> str:
    if note_templates.is_own(template.key) or template.language == here:
        return template.title
    chinese = QCoreApplication.translate("NoteTemplates", "中文")
    name = "English" if template.language == "en" else chinese
    return f"{template.title} · {name}"
