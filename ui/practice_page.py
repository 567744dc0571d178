"""The page 执业资料: what is published of the practice, what it records of itself, its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from app.domain.practice_record import PracticeKind
from app.services import practice
from app.services.changes import Changes, Noun
from ui.clause_link import refusal_banner
from ui.note_template_menu import window_language
from ui.own_page import KEEPING
from ui.page import Page, PageKey, ToPractice
from ui.practice_drafts import PracticeDrafts
from ui.practice_papers import Papers
from ui.practice_profile import ProfileForm
from ui.practice_register import Register
from ui.practice_words import PART_OF, kind_words, practice_rule_words
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.card import column, put, under_head
from ui.widgets.chip import Choices
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.services.practice import PracticePage
    from ui.office import Office
    from ui.page import Destination

_WIDE: Final = 820
_PROFILE: Final = "profile"
_PAPERS: Final = "papers"


class PracticeScreen(Page):
    """Everything about the practice itself; each part is one choice away."""

    def __init__(
        self, office: Office, part: str = "", at: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self._at = at
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._page: PracticePage | None = None
        self.drafts = PracticeDrafts(office, self)
        self.part: ProfileForm | Register | Papers | None = None
        self.parts = Choices(
            [
                (_PROFILE, self.tr("服务与支持")),
                *((kind.value, words) for kind, words in kind_words().items()),
                (_PAPERS, self.tr("打印")),
            ],
            name=self.tr("执业资料的部分"),
        )
        self.parts.choose(part or _PROFILE)
        self.parts.chosen.connect(lambda keys: self.open_part(keys[0]))
        self._waits, self._room = column(), column()
        head = TopBar(self.tr("执业资料"))
        head.back.connect(self.back)
        lines = column(self.parts, 16, self._waits, self._room, None)
        self.setLayout(under_head(head, look.px(_WIDE), lines))
        for keys in KEEPING:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._keep)
        self.begin_at(self.parts.chip(part or _PROFILE))
        self._ask()

    def here(self) -> ToPractice:
        """Return this page at the part that is shown."""
        return ToPractice(self.parts.keys()[0])

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (
            PageKey("← →", self.tr("换一个部分")),
            PageKey("Ctrl+S Ctrl+Enter", self.tr("存好打开的一条")),
            PageKey("Esc", self.tr("收起，或返回")),
        )

    def escape(self) -> None:
        """Put an open record away; else go back."""
        if not (isinstance(self.part, Register) and self.part.put_away()):
            self.back.emit()

    def leave(self) -> None:
        """Lend what is typed and not kept to the desk."""
        if isinstance(self.part, ProfileForm | Register):
            self.part.leave()

    def unsaved(self) -> bool:
        """Say whether typed words are still on their way."""
        profile = isinstance(self.part, ProfileForm) and self.part.unsaved()
        return profile or self.drafts.unsaved()

    def resume(self, destination: Destination) -> bool:
        """Go on with what the vault has not taken; a record that is on its way is read anew."""
        del destination
        if isinstance(self.part, ProfileForm):
            self.part.come_back()
            return True
        return isinstance(self.part, Register) and self.part.come_back()

    def begun(self) -> bool:
        """Return whether a record is open in which something is typed."""
        return isinstance(self.part, Register) and self.part.begun()

    def reload(self, changes: Changes) -> None:
        """Show what was kept, never over what is typed."""
        if Noun.PRACTICE in changes.nouns:
            self._ask()

    def open_part(self, key: str) -> None:
        """Show a part of the page."""
        self.leave()
        self.parts.choose(key)
        if self._page is not None:
            self._say_waits()
            self._put(self._made(key, self._page))

    def _ask(self) -> None:
        tools, language = self.office.tools, window_language()
        self.office.desk.do(
            self, lambda vault: practice.page(vault, tools(), language), self._show, self._refused
        )

    def _show(self, page: PracticePage) -> None:
        """Show what is kept, and what waits to be seen to."""
        first, self._page = self._page is None, page
        self._say_waits()
        if first:
            self.drafts.known.update(page.drafts)
            self._put(self._made(self.parts.keys()[0], page))
            if self._at and isinstance(self.part, ProfileForm):
                self.part.go_to(self._at)
            if isinstance(self.part, Register):
                self.part.resume()
        elif isinstance(self.part, ProfileForm):
            self.part.show_practice(page.practice)
        elif isinstance(self.part, Register):
            self.part.show_page(page)

    def _say_waits(self) -> None:
        """Say what waits in the part that is shown; the first part, where one begins, says all."""
        key = self.parts.keys()[0]
        known = self._page.waits if self._page is not None else ()
        waits = [one for one in known if key in {_PROFILE, PART_OF.get(one)}]
        said = "\n".join(practice_rule_words(one) for one in waits)
        banner = Banner("warning", self.tr("请看一下"), text=said) if waits else None
        put(self._waits, banner)
        if banner is not None:
            self._waits.addSpacing(look.px(16))

    def _made(self, key: str, page: PracticePage) -> ProfileForm | Register | Papers:
        """Return a part of the page."""
        if key == _PROFILE:
            return ProfileForm(self.office, page.practice)
        if key == _PAPERS:
            papers = Papers(self.office)
            papers.missing.connect(self._fill_in)
            return papers
        register = Register(self.office, PracticeKind(key), page, self.drafts)
        register.undoable.connect(self.undoable)
        return register

    def _put(self, part: ProfileForm | Register | Papers) -> None:
        self.part = part
        put(self._room, part)
        part.show()  # what is hidden takes no focus

    def _fill_in(self, missing: tuple[str, ...]) -> None:
        """Lead to what the service sheet lacks: the first of its fields, or the credentials."""
        if missing == ("service.credentials",):
            self.open_part(PracticeKind.CREDENTIAL.value)
            return
        self.open_part(_PROFILE)
        if isinstance(self.part, ProfileForm):
            self.part.mark(missing)

    def _keep(self) -> None:
        if isinstance(self.part, Register):
            self.part.keep()

    def _refused(self, refusal: Refusal) -> None:
        put(self._waits, refusal_banner(refusal))
