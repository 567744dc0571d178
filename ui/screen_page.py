"""The page 适宜性评估 of a case: questions, result, whom it suits, what was found before."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.domain.entry import EntryKind
from app.domain.local_time import wall
from app.domain.screen import SCREEN, Suitability, blank_screen
from app.services import palette, screens
from app.services.case_entries import draft_kind
from app.services.changes import Noun
from ui import dates
from ui.entry_page import EntryPage
from ui.note_template_menu import window_language
from ui.page import ToCases, ToConsent, ToModeChange, ToNote, ToReferral
from ui.screen_form import ScreenOutcome
from ui.screen_items import ScreenItems
from ui.screen_kept import KeptScreenCard, screen_paper
from ui.screen_words import result_word
from ui.widgets.banner import Banner
from ui.widgets.bullet import bulleted
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.screen import Screen
    from app.services.screens import ScreenPage
    from ui.office import Office
    from ui.page import Destination, PageKey


class ScreenScreen(EntryPage):
    """Asks what speaks against work from afar; a new screen stands beside the old ones.

    Once one was made the page shows it as it was answered, and asks again only when she says so.
    """

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("适宜性评估"))
        self._page: ScreenPage | None = None
        self.items: ScreenItems | None = None
        self.outcome = ScreenOutcome()
        self._note: Banner | None = None
        self._behind: Destination | None = None
        self._again = False
        self._asking = QWidget()
        self.anew = Button(self.tr("重新评估"), icon="repeat")
        self.anew.clicked.connect(self._begin_anew)
        self.act = Button(self.tr("记下评估"), "primary", icon="check")
        self.act.clicked.connect(self.submit)
        self.refer = Button(self.tr("写转介"), icon="send")
        self.refer.clicked.connect(lambda: self.wanted.emit(ToReferral(self.case_id)))
        self._ask()

    def came_from(self, behind: Destination | None) -> None:
        """Remember where one came from: she goes back there once it is entered."""
        self._behind = behind

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the form, or of what was answered."""
        return super().keys()[-1:] if self._asking.isHidden() else super().keys()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return answers and words that are not entered yet."""
        if self.items is None or self._page is None:
            return {}
        words = self.outcome.words()
        if answers := self.items.answers():
            words["answers"] = answers
        return {draft_kind(EntryKind.SCREEN): words}

    def submit(self) -> None:
        """Enter the screen, or say what is missing."""
        made = self._written()
        if made is None or not self._ready or self._asking.isHidden():
            return
        if self.unread(self.outcome.day):
            return
        if missing := SCREEN.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: screens.record(vault, tools(), case_id, made),
            partial(self._entered, made.result),
        )

    def _ask(self, done: Suitability | None = None) -> None:
        tools, case_id, language = self.office.tools, self.case_id, window_language()
        self.office.desk.do(
            self,
            lambda vault: screens.page(vault, tools(), case_id, language),
            partial(self._show, done),
            self.refuse,
        )

    def _show(self, done: Suitability | None, page: ScreenPage) -> None:
        """Show questions, help and what was found before."""
        first = self._page is None
        self._page = page
        if first:
            self.bar.add_fact(page.case.code)
            self._lay_out_form(page)
        assert self.items is not None  # noqa: S101 - for mypy: made above
        kept = page.unfinished
        self.items.show_answers(kept.get("answers", {}))
        self.outcome.show_words(kept)
        self._follow()
        self._show_before(page)
        self._open(opened=self._again or not page.kept or bool(kept))
        self.say(self._last(page) if done is None else self._done(done, page))
        self.begin(self._first(done), {draft_kind(EntryKind.SCREEN): kept})

    def _first(self, done: Suitability | None) -> QWidget:
        """Return where the keyboard goes: to the questions, the way on, or the way to ask anew.

        Where it was entered just now, its button had the keys, and lost them with the form.
        """
        assert self.items is not None  # noqa: S101 - for mypy: shown by now
        if not self._asking.isHidden():
            return self.items.first_open()
        if done is None or self._note is None:
            return self.anew
        self._note.action.setFocus()
        return self._note.action

    def _open(self, *, opened: bool) -> None:
        """Show the questions, or else the way to ask them anew."""
        self._asking.setVisible(opened)
        self.kept_words.setVisible(opened)
        self.anew.setVisible(not opened)
        kept = self._page.kept if self._page is not None else ()
        turned_away = bool(kept) and kept[0].screen.result is Suitability.UNSUITABLE
        self.refer.setVisible(turned_away and not opened)

    def _begin_anew(self) -> None:
        """Ask everything once more; what was answered before stays as it is."""
        assert self.items is not None  # noqa: S101 - for mypy: shown by now
        self._again = True
        self._open(opened=True)
        self.say(None)
        self.items.setFocus()

    def _lay_out_form(self, page: ScreenPage) -> None:
        """Put the questions, the result, and beside them whom it suits and the empty sheet."""
        self.items = ScreenItems(page.catalogue)
        self.items.changed.connect(self._changed)
        self.outcome.changed.connect(self._changed)
        self.outcome.count_from(wall(page.now, page.practice.place.time_zone))
        intro = self.tr(
            "网络咨询不适合每一个人。请一项一项问过，再写结果。"
            "精神障碍各项，只按来访者提供的医院诊断或自述回答，不自己下诊断。"
        )
        self._asking.setLayout(
            column(
                Label(intro, "soft", wrap=True),
                14,
                self.items,
                22,
                self.outcome,
                22,
                row(self.act, None),
            )
        )
        self.form.addWidget(self._asking)
        self.form.addLayout(row(self.anew, self.refer, None, spacing=10))
        self._suits(page)
        self.marks = self._marks(self.items)

    def _marks(self, items: ScreenItems) -> dict[str, Any]:
        """Return where each rule is put right."""
        outcome = self.outcome
        return {
            "screen.answered": items,
            "screen.result": outcome.result,
            "screen.not_plainly_suitable": outcome.result,
            "screen.rationale": outcome.rationale,
            "screen.safety_plan": outcome.plan,
            "screen.consultation": outcome.day,
            "screen.explanation": outcome.explanation,
            "screen.referral": outcome.to,
            "screen.referral_said": outcome.said,
        }

    def _suits(self, page: ScreenPage) -> None:
        """Say beside the form whom remote work suits (clause 099), and offer an empty sheet."""
        card = Card("wash", margins=(16, 14, 16, 14), spacing=8)
        card.body.addWidget(Label(self.tr("适合网络咨询的（问 10(1)）"), "strong", wrap=True))
        for one in page.catalogue.suits:
            card.body.addWidget(bulleted(one))
        self.aside.addWidget(card)
        self.aside.addSpacing(20)
        self.aside.addWidget(Label(self.tr("空白的评估单"), "strong"))
        self.aside.addSpacing(8)
        blank = blank_screen(page.catalogue)
        self.aside.addWidget(screen_paper(self.office, page, (blank, None)))
        self.aside.addSpacing(8)
        edition = self.tr("条目版本：{0}").format(page.catalogue.edition)
        self.aside.addWidget(Label(edition, "meta", wrap=True))

    def _show_before(self, page: ScreenPage) -> None:
        """Show the screens that were made, the newest first, and that one whole."""
        cards = [
            KeptScreenCard(self.office, page, one, whole=one is page.kept[0]) for one in page.kept
        ]
        self.show_before(self.tr("做过的评估"), cards, gaps=(28, 12))

    def _last(self, page: ScreenPage) -> Banner | None:
        """Return what the last screen came to, so that nobody takes an empty form for none."""
        if not page.kept:
            return None
        last = page.kept[0]
        day = dates.plain_day(wall(last.at, page.practice.place.time_zone))
        said = self.tr("上一次评估是 {0}：{1}。").format(day, result_word(last.screen.result)[0])
        if not self._asking.isHidden():
            return Banner("info", said, text=self.tr("这一次还没记下；以前的都留着。"))
        told = self.tr("下面是当时的回答，不再改动。情况变了，请重新评估；以前的都留着。")
        return Banner("info", said, text=told)

    def _written(self) -> Screen | None:
        """Return the screen as it is filled in."""
        if self._page is None or self.items is None:
            return None
        blank = blank_screen(self._page.catalogue)
        return self.outcome.put_into(replace(blank, asked=self.items.asked()))

    def _changed(self) -> None:
        self._follow()
        self.touched()

    def _follow(self) -> None:
        """Ask for what the answers ask for."""
        made = self._written()
        if made is not None:
            self.outcome.follow(any_yes=made.any_yes, any_risk=made.any_risk)

    def _entered(self, result: Suitability | None, _entry: CaseEntry) -> None:
        """Have the page read anew, which says that it stands in the file, and what comes next."""
        self._again = False
        self._ask(result)

    def _done(self, result: Suitability, page: ScreenPage) -> Banner:
        """Return what was entered, and what comes next: for a client it suits, the consent."""
        said = self.tr("评估已记下：{0}。").format(result_word(result)[0])
        onward = self.tr("回去签署") if self._for_a_note() else self.tr("回到个案")
        if result is Suitability.UNSUITABLE:
            told = self.tr("不再以这种方式开始正式咨询。商量好换一种方式，请记下服务方式的改变。")
            change = self.tr("改变服务方式")
            banner = Banner("done", said, text=told, clause=onward, action=change)
            banner.acted.connect(lambda: self.wanted.emit(ToModeChange(self.case_id)))
            banner.clause_asked.connect(self._go_back)
        elif page.unsigned and not self._for_a_note():
            banner = Banner("done", said, clause=onward, action=self.tr("去签同意书"))
            banner.acted.connect(self._to_consent)
            banner.clause_asked.connect(self._go_back)
        else:
            banner = Banner("done", said, action=onward)
            banner.acted.connect(self._go_back)
        self._note = banner
        return banner

    def _to_consent(self) -> None:
        """Go on with the consent to the service, or begin one in the text that fits."""
        tools, case_id, language = self.office.tools, self.case_id, window_language()
        self.office.desk.do(
            self,
            lambda vault: palette.consent(vault, tools(), case_id, language),
            lambda consent: self.wanted.emit(ToConsent(consent.id)),
            self.refuse,
            (Noun.CONSENTS,),
        )

    def _go_back(self) -> None:
        """Go back to the note that is to be signed, or to the case."""
        if self._for_a_note():
            self.back.emit()
        else:
            self.wanted.emit(ToCases(self.case_id))

    def _for_a_note(self) -> bool:
        """Return whether one was led here by a note that waits for its signature."""
        return isinstance(self._behind, ToNote) and self._behind.signing
