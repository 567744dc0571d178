"""预约登记表: the pre-intake form to print, empty or with what is known of a client (062, 144)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.intake import IntakeGroup
from app.services import intake_papers
from ui.clause_link import refusal_banner
from ui.document_view import DocumentView
from ui.names import as_written
from ui.note_template_menu import window_language
from ui.page import Page, PageKey, ToIntakePaper
from ui.paper_panel import PaperPanel
from ui.theme import look
from ui.widgets.card import Card, column, put, under_head
from ui.widgets.chip import Choices
from ui.widgets.label import Label
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.domain.intake_paper import IntakeForm
    from ui.office import Office

_WIDE: Final = 760
_HIGH: Final = 620
_LARGE: Final = "large"
_FILLED: Final = "filled"


class IntakePaperScreen(Page):
    """What is asked beside the usual is switched on here, and the paper is seen at once."""

    def __init__(
        self, office: Office, case_id: CaseId | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self.case_id = case_id
        self.of_case = case_id is not None
        self._asked = 0
        self.bar = TopBar(self.tr("预约登记表"))
        self.bar.back.connect(self.back)
        self.language = Choices([("zh", self.tr("中文")), ("en", "English")], name=self.tr("语言"))
        self.letters = Choices(
            [("usual", self.tr("普通字号")), (_LARGE, self.tr("大字"))], name=self.tr("字号")
        )
        self.groups = Choices(
            [(one.value, word) for one, word in self._group_words()],
            name=self.tr("另外问什么"),
            single=False,
        )
        self.answers = Choices(
            [(_FILLED, self.tr("填上已知的")), ("empty", self.tr("空表"))],
            name=self.tr("填不填"),
        )
        self._banner_room, self._room = column(), column()
        self._lay_out()
        self.language.choose(window_language())
        self.letters.choose("usual")
        self.answers.choose(_FILLED)
        for one in (self.language, self.letters, self.groups, self.answers):
            one.chosen.connect(lambda _: self._ask())
        self.begin_at(self.language.chip(window_language()))
        self._begin()

    def here(self) -> ToIntakePaper:
        """Return where one is."""
        return ToIntakePaper(self.case_id)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def _group_words(self) -> tuple[tuple[IntakeGroup, str], ...]:
        return (
            (IntakeGroup.GUARDIANS, self.tr("监护人")),
            (IntakeGroup.MEDICAL, self.tr("就诊和用药")),
            (IntakeGroup.EARLIER, self.tr("以前的咨询")),
            (IntakeGroup.NEEDS, self.tr("需要的便利")),
            (IntakeGroup.CULTURE, self.tr("文化和信仰")),
        )

    def _lay_out(self) -> None:
        card = Card(margins=(20, 18, 20, 18), spacing=12)
        said = self.tr(
            "每个问题旁边都用一句话说明为什么问。敏感的问题平时不印，选了才印（不窥探）。"
        )
        card.body.addWidget(Label(said, "soft", wrap=True))
        asked: list[tuple[str, Choices]] = [
            (self.tr("语言"), self.language),
            (self.tr("字号"), self.letters),
            (self.tr("另外问什么"), self.groups),
        ]
        if self.case_id is not None:
            asked.append((self.tr("填不填"), self.answers))
        for words, choices in asked:
            card.body.addLayout(column(Label(words, "strong"), choices, spacing=6))
        if self.case_id is None:
            self.answers.setParent(self)
            self.answers.hide()
        lines = column(self._banner_room, card, 16, self._room, None)
        self.setLayout(under_head(self.bar, look.px(_WIDE), lines))

    def _begin(self) -> None:
        """Switch on what the case has open, then show the paper."""
        case_id = self.case_id
        if case_id is None:
            self._ask()
            return
        self.office.desk.do(
            self,
            lambda vault: intake_papers.known_groups(vault, case_id),
            self._start,
            self._refused,
        )

    def _start(self, known: tuple[tuple[IntakeGroup, ...], bool, str]) -> None:
        groups, large, code = known
        self.bar.add_fact(as_written(code))
        self.groups.choose(*(one.value for one in groups))
        if large:
            self.letters.choose(_LARGE)
        self._ask()

    def _ask(self) -> None:
        """Have the paper made; one that was overtaken is not shown."""
        tools = self.office.tools
        self._asked += 1
        asked, language = self._asked, self.language.keys()[0]
        groups = list(map(IntakeGroup, self.groups.keys()))
        large = self.letters.keys() == [_LARGE]
        case_id = self.case_id if self.answers.keys() == [_FILLED] else None
        self.office.desk.do(
            self,
            lambda vault: intake_papers.form(
                vault, tools(), language, groups, case_id, large=large
            ),
            lambda form: self._show(form, case_id) if asked == self._asked else None,
            self._refused,
        )

    def _show(self, form: IntakeForm, case_id: CaseId | None) -> None:
        """Show the paper as it will be printed, and offer printer and file."""
        put(self._banner_room, None)
        tools, office = self.office.tools, self.office
        render = lambda: tools().papers.intake.render(form)  # noqa: E731 - made twice below
        care = self.tr(
            "这份文件没有加密，保险库管不到它，里面有来访者的资料。用不着了，请删掉它，也清空回收站。"
        )
        panel = PaperPanel(office, form.title, render)
        panel.care = care if case_id is not None else ""
        clock = tools().clock
        panel.write_down(lambda vault: intake_papers.printed(vault, clock, case_id))
        view = DocumentView()
        view.setFixedHeight(look.px(_HIGH))
        holder = QWidget()
        holder.setLayout(column(panel, 12, view))
        put(self._room, holder)
        office.desk.outside(view, render, view.show_pdf, self._refused)

    def _refused(self, refusal: Refusal) -> None:
        put(self._banner_room, refusal_banner(refusal))
        self._banner_room.addSpacing(look.px(12))
