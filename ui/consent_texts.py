"""The counselor's own consent texts, made from those shipped; and how often one is gone through."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from app.services import consent_texts
from app.services.changes import Noun
from ui.consent_text_form import ConsentTextForm
from ui.note_template_menu import window_language
from ui.own_page import OwnPage, headed
from ui.page import PageKey
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import column, put
from ui.widgets.chip import Choices
from ui.widgets.flow import Flow
from ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.consent_text import ConsentTemplate
    from app.ports import OpenVault
    from ui.office import Office

T = TypeVar("T")
_WIDE: Final = 860


@dataclass(frozen=True)
class Texts:
    """What the page shows: her texts, the one not finished, and after how many months."""

    own: tuple[ConsentTemplate, ...]
    begun: ConsentTemplate | None
    months: int


class ConsentTextsScreen(OwnPage[ConsentTextForm]):
    """Her texts, each with its sections; a new one begins as a copy of one that is shipped."""

    nouns = (Noun.CONSENTS,)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._list_room = column(spacing=8)
        self._lay_out()
        self._ask()

    def begun(self) -> bool:
        """Return whether a text is being worded."""
        return self.form is not None

    def _work(self, form: ConsentTextForm) -> Callable[[OpenVault], object]:
        """Return what keeps a text that is left: as one where it is whole, else to be gone on."""
        written, tools = form.written(), self.office.tools
        return lambda vault: consent_texts.keep_or_wait(vault, tools(), written)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the texts."""
        return (
            PageKey("Ctrl+S", self.tr("存好文本")),
            PageKey("Esc", self.tr("返回")),
        )

    def _lay_out(self) -> None:
        self.months = Choices(
            [(str(one), self.tr("%n 个月", "", one)) for one in consent_texts.MONTHS],
            name=self.tr("多久和来访者重温一次"),
        )
        self.months.chosen.connect(lambda keys: self._choose(int(keys[0])))
        said = self.tr("改了文本，做好的同意书不变；已签署的会提醒重新签署。")
        why = self.tr("签署之后，每隔这么久提醒一次，再谈一遍保密的例外。")
        self._stack(
            self.tr("同意书文本"),
            _WIDE,
            headed(self.tr("多久和来访者重温一次"), why),
            self.months,
            28,
            headed(self.tr("自己的文本"), said),
            self._list_room,
            14,
            self._form_room,
        )

    def _ask(self) -> None:
        def work(vault: OpenVault) -> Texts:
            kept = vault.settings
            return Texts(kept.consent_texts(), kept.consent_text_begun(), kept.renewal_months())

        self.office.desk.do(self, work, self._show, self._tell)

    def _show(self, found: Texts) -> None:
        self.months.choose(str(found.months))
        holder = QWidget()
        flow = Flow(holder)
        for one in found.own:
            button = Button(one.title, "quiet", icon="file-pen-line")
            button.clicked.connect(partial(self._open, one))
            flow.addWidget(button)
        self.new = Button(self.tr("照一份现成的改"), "quiet", icon="plus")
        self.new.clicked.connect(self._offer)
        flow.addWidget(self.new)
        put(self._list_room, holder)
        self.begin_at(self.new)
        if found.begun is not None and self.form is None:
            self._open(found.begun)

    def _offer(self) -> None:
        """Offer the texts that are shipped, those in the window's language first."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.new.text())
        here = window_language()
        texts = self.office.tools().consent_templates
        for language in (here, "en" if here == "zh" else "zh"):
            if not menu.isEmpty():
                menu.addSeparator()
            for key, one in texts.items():
                if one.language == language:
                    title = one.title.replace("&", "&&")
                    menu.addAction(title, partial(self._begin, key))
        menu.popup(self.new.mapToGlobal(QPoint(0, self.new.height() + look.px(4))))

    def _begin(self, key: str) -> None:
        self._open(consent_texts.begin(self.office.tools(), key))

    def _open(self, text: ConsentTemplate) -> None:
        """Show a text to change it; what was typed in the one before is kept."""
        self.leave()
        self._show_form(ConsentTextForm(text), lambda: self._remove(text))

    def _keep(self) -> None:
        if self.form is None:
            return
        written, tools = self.form.written(), self.office.tools
        self.office.desk.do(
            self,
            lambda vault: consent_texts.keep(vault, tools(), written),
            self._kept,
            self._not_kept,
            (Noun.CONSENTS,),
        )

    def _kept(self, text: ConsentTemplate) -> None:
        self._close_form()
        self._toaster.say(self.tr("存好了：{0}").format(text.title))
        self._ask()

    def _remove(self, text: ConsentTemplate) -> None:
        self._close_form()
        self._lend(lambda vault: consent_texts.remove(vault, text.key), self._removed)

    def _removed(self, gone: ConsentTemplate | None) -> None:
        if gone is not None:
            said = self.tr("删除了文本：{0}").format(gone.title)
            self._toaster.say(said, undo=lambda: self._put_back(gone))
        self._ask()

    def _put_back(self, text: ConsentTemplate) -> None:
        self._lend(lambda vault: consent_texts.put_back(vault, text), lambda _: self._ask())

    def _choose(self, months: int) -> None:
        self._lend(lambda vault: consent_texts.choose_months(vault, months), lambda _: None)

    def _lend(self, work: Callable[[OpenVault], T], then: Callable[[T], None]) -> None:
        self.office.desk.do(self, work, then, self._tell, (Noun.CONSENTS,))
