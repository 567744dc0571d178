"""The page 量表 of a case: one to answer, the scores over time, and what was answered before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from app.domain.entry import EntryKind
from app.domain.local_time import wall
from app.domain.measure import FOLLOW, MEASURE, Measure
from app.services import measures
from app.services.case_entries import draft_kind
from ui.entry_page import EntryPage
from ui.entry_words import rule_words
from ui.measure_form import MeasureForm
from ui.measure_paper import ScaleAside
from ui.measure_past import PastMeasures
from ui.measure_top import MeasureTop
from ui.measure_words import open_words, total_words
from ui.note_template_menu import window_language
from ui.page import PageKey, ToCases, ToRisk
from ui.tab_order import follow, last_stop
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import bring_into_sight, clear, column, put, row
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.entry import CaseEntry
    from app.domain.ids import CaseId
    from app.domain.scale import Scale
    from app.services.measures import MeasurePage
    from ui.office import Office


class MeasureScreen(EntryPage):
    """Unfinished answers are kept for each scale by itself; what was entered is final.

    While the client answers (`handed`) nothing is shown that was answered before, and no score.
    """

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, case_id, "", parent)
        self.bar.title.setText(self.tr("量表"))
        self._page: MeasurePage | None = None
        self.top: MeasureTop | None = None
        self.asked: MeasureForm | None = None
        self.past = PastMeasures(office, self)
        self.past.changed.connect(self.touched)
        self.past.entered.connect(self._enter_follow)
        self.handed = False
        self._known: dict[str, Mapping[str, Any]] = {}
        self._alarm, self._questions, self._ending = column(), column(), QWidget()
        self._told = Label("", "soft", wrap=True)
        self.remark = TextBox(self.tr("附注（可以空着）"), rows=2)
        self._asking, self._intro = QWidget(), QWidget()
        self._again = False
        self.anew = Button(self.tr("再做一次"), "primary", icon="plus")
        self.anew.clicked.connect(self._begin_anew)
        self.hand = Button(self.tr("交给来访者填"), "quiet", icon="user")
        self.hand.clicked.connect(self._hand_over)
        self.act = Button(self.tr("记下这一次"), "primary", icon="check")
        self.act.clicked.connect(self.submit)
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        first, *_, last = super().keys()
        return (
            first,
            PageKey("0 … 9", self.tr("选分数是几的答案，到下一题")),
            PageKey("↑ ↓", self.tr("上一题、下一题")),
            PageKey("Backspace", self.tr("把这一题改回未答")),
            last,
        )

    def escape(self) -> None:
        """Go back; while the client answers, to the counselor's own view."""
        if self.handed:
            self._take_back()
        else:
            super().escape()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return answers of every scale, and what is written of a measure made before."""
        if self.top is None or self.asked is None:
            return {}
        self._remember()
        answered = {key: one for key, one in self._known.items() if one}
        words: dict[str, Any] = {}
        if answered or self.remark.text():
            words = {"scale": self.asked.scale.key, "answers": answered, **self.top.words()}
            words |= {"remark": self.remark.text()} if self.remark.text() else {}
        return {
            draft_kind(EntryKind.MEASURE): words,
            draft_kind(EntryKind.MEASURE_FOLLOW): self.past.words(),
        }

    def say(self, banner: Banner | None) -> None:
        """Show a banner above everything; the Tab key comes to it first."""
        super().say(banner)
        if banner is not None:
            follow(last_stop(self.bar) or self.bar, banner)

    def submit(self) -> None:
        """Enter the answers, or say what is missing."""
        if self.top is None or self.asked is None or not self._ready or self.handed:
            return
        if self._asking.isHidden() or self.unread(self.top.day) or self.top.ahead():
            return
        made = self._written(self.top, self.asked)
        if missing := MEASURE.lacks(made):
            self.mark(missing)
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: measures.record(vault, tools(), case_id, made),
            partial(self._entered, made),
        )

    def _written(self, top: MeasureTop, asked: MeasureForm) -> Measure:
        return Measure(
            asked.scale,
            asked.answers(),
            top.chosen_way(),
            top.chosen_who(),
            top.on(),
            asked.closing_answer(),
            self.remark.text(),
        )

    def _ask(self, done: Measure | None = None) -> None:
        tools, case_id, language = self.office.tools, self.case_id, window_language()
        self.office.desk.do(
            self,
            lambda vault: measures.page(vault, tools(), case_id, language),
            partial(self._show, done),
            self.refuse,
        )

    def _show(self, done: Measure | None, page: MeasurePage) -> None:
        """Show the questions with what is unfinished, and what was answered before."""
        first = self._page is None
        self._page = page
        kept = page.unfinished[EntryKind.MEASURE]
        if first:
            self.bar.add_fact(page.case.code)
            self._lay_out_form(page)
        assert self.top is not None  # noqa: S101 - for mypy: made above
        # Entering one scale clears the draft of all: what is begun of the others is kept anew.
        others = {key: one for key, one in self._known.items() if one}
        self._known = {**others, **kept.get("answers", {})}
        held = self._in_the_questions()
        keys = {one.key for one in page.scales}
        wanted = kept.get("scale", self.top.scale.key())
        self.top.scale.choose(wanted if wanted in keys else page.scales[0].key)
        self.top.show_words(kept)
        self.remark.set_text(kept.get("remark", ""))
        self._show_scale(self.top.scale.key())
        self._show_past(page, page.unfinished[EntryKind.MEASURE_FOLLOW])
        banner = self._banner(page, done)
        self.say(banner)
        assert self.asked is not None  # noqa: S101 - for mypy: shown above
        asking = self._again or not page.kept or bool(kept) or bool(others)
        self._open(opened=asking)
        begun = {draft_kind(kind): words for kind, words in page.unfinished.items()}
        first_part = self.asked.first_open() if kept else self.top.scale
        next_to_do = self.anew if banner is None else banner.action
        first_stop = first_part if asking else next_to_do
        self.begin(first_stop, begun)
        if held:
            first_stop.setFocus()
        if others:
            self.leave()

    def _in_the_questions(self) -> bool:
        """Return whether the keyboard is in the part that goes: Qt would give it to the rail."""
        here = QApplication.focusWidget()
        return here is not None and self._asking.isAncestorOf(here)

    def _lay_out_form(self, page: MeasurePage) -> None:
        self.top = MeasureTop(page.scales, wall(page.now, page.zone))
        self.top.changed.connect(self._changed)
        self.top.scale_chosen.connect(self._other_scale)
        self.remark.changed.connect(self._changed)
        intro = self.tr(
            "量表用来筛查和看变化，不是诊断。答完当面和来访者谈结果；自助填写容易误读，请陪着。"
        )
        self._ending.setLayout(
            column(self._told, self.remark, row(self.act, self.hand, None, spacing=8), spacing=16)
        )
        self._intro.setLayout(
            column(Label(intro, "soft", wrap=True), 16, self.top, margins=(0, 0, 0, 20))
        )
        self._asking.setLayout(column(self._intro, self._questions, self._alarm, 16, self._ending))
        self.form.addWidget(self._asking)
        self.form.addLayout(row(self.anew, None))

    def _open(self, *, opened: bool) -> None:
        """Show the questions, or else the way to ask once more: what was found comes first."""
        self._asking.setVisible(opened)
        self.anew.setVisible(not opened)
        self.kept_words.setVisible(opened)

    def _begin_anew(self) -> None:
        """Ask once more; what was answered before stays as it is."""
        assert self.top is not None  # noqa: S101 - for mypy: the button stands in the form
        self._again = True
        self._open(opened=True)
        self.top.scale.setFocus()
        bring_into_sight(self.top.scale)

    def _other_scale(self, key: str) -> None:
        """Ask another scale; what was answered in this one is kept."""
        self._remember()
        self._show_scale(key)
        self.touched()

    def _in_order(self) -> None:
        """Let the Tab key go through the questions, then what was before, then what is beside."""
        if self.top is None or self.asked is None:
            return
        last: QWidget = self.top.day.line
        for part in (self.asked, self._ending):
            follow(last, part)
            last = last_stop(part) or last
        self.setTabOrder(last, self.anew)
        last = self.anew
        for part in (*self.past.cards, self._side):
            follow(last, part)
            last = last_stop(part) or last

    def _remember(self) -> None:
        if self.asked is not None:
            self._known[self.asked.scale.key] = self.asked.words()

    def _show_scale(self, key: str) -> None:
        """Put the questions of a scale."""
        assert self._page is not None  # noqa: S101 - for mypy: shown by now
        assert self.top is not None  # noqa: S101 - for mypy: shown by now
        scale = next(one for one in self._page.scales if one.key == key)
        self.asked = MeasureForm(scale)
        self.asked.show_words(self._known.get(key, {}))
        self.asked.changed.connect(self._changed)
        self.asked.ended.connect(self._ended)
        put(self._questions, self.asked)
        self._in_order()
        self.marks = {
            "measure.answered": self.asked,
            "measure.way": self.top.way,
            "measure.who": self.top.who,
            "measure.day": self.top.day,
        }
        self._show_aside(scale)
        self._follow()

    def _changed(self) -> None:
        self._follow()
        self.touched()

    def _follow(self) -> None:
        """Say how far it is, what it comes to, and at once that self-harm was answered."""
        if self.top is None or self.asked is None:
            return
        made = self._written(self.top, self.asked)
        answered = len(made.answers) - made.score.open
        said = self.tr("答了 {0} 题，共 {1} 题").format(answered, len(made.answers))
        whole = answered and made.score.total is not None
        come = self.tr("{0}：{1}").format(said, total_words(made)) if whole else said
        wanting = open_words(made) if answered else ""
        self._told.setText(come if not wanting else f"{come}\n{wanting}")
        alarming = made.alarming and not self.handed
        if alarming and not self._alarm.count():
            banner = self._harm(self.tr("自伤的一题有回应：请现在就当面问，不等填完。"))
            clear(self._alarm)
            self._alarm.addSpacing(look.px(12))
            self._alarm.addWidget(banner)
            follow(last_stop(self.asked) or self.asked, banner)
            announce(banner, banner.accessibleName())
            bring_into_sight(banner)
        elif not alarming:
            clear(self._alarm)

    def _harm(self, said: str) -> Banner:
        """Return the banner that leads to where risk is looked at."""
        place = ToRisk(self.case_id)
        banner = Banner("blocked", said, text=self.tr("问过并记下以后，它不再提醒（网络 5.2）。"),
                        action=self.tr("去看风险"))  # fmt: skip
        banner.acted.connect(lambda: self.wanted.emit(place))
        return banner

    def _ended(self) -> None:
        """Go on past the last question: to the button, or tell the client that it is done."""
        if not self.handed:
            self.remark.setFocus()
            bring_into_sight(self._ending)
            return
        banner = Banner("done", self.tr("填好了，谢谢您。请把电脑交还给咨询师。"),
                        action=self.tr("咨询师接着做"))  # fmt: skip
        banner.acted.connect(self._take_back)
        self.say(banner)
        banner.action.setFocus()

    def _hand_over(self) -> None:
        """Show the client the questions and nothing else."""
        assert self.top is not None  # noqa: S101 - for mypy: the button stands in the form
        assert self.asked is not None  # noqa: S101 - for mypy: the button stands in the form
        self.leave()
        self.handed = True
        self.top.way.choose("screen")
        self.top.who.choose("client")
        for part in (self._intro, self._ending, self._side, self.kept_words):
            part.hide()
        clear(self.before)
        self.past.put_away()
        clear(self._alarm)
        back = Banner("info", self.tr("请您来答，没有对错。可以按数字键，也可以点。"),
                      action=self.tr("咨询师接着做"))  # fmt: skip
        back.acted.connect(self._take_back)
        self.say(back)
        first = self.asked.first_open()
        first.setFocus()

    def _take_back(self) -> None:
        """Show everything again, and what the answers ask for."""
        assert self._page is not None  # noqa: S101 - for mypy: shown by now
        assert self.top is not None  # noqa: S101 - for mypy: shown by now
        self.handed = False
        for part in (self._intro, self._ending, self._side, self.kept_words):
            part.show()
        self._show_past(self._page, self.past.words())
        self.say(self._banner(self._page, None))
        self.act.setFocus()
        self._changed()

    def _banner(self, page: MeasurePage, done: Measure | None) -> Banner | None:
        """Return what is said above: self-harm before all else, then that it stands in the file."""
        if "measure_care.self_harm" in page.waits:
            return self._harm(rule_words("measure_care.self_harm"))
        if done is None:
            return None
        said = self.tr("已记下：{0}，{1}。").format(done.scale.name, total_words(done))
        banner = Banner("done", said, text=open_words(done), action=self.tr("回到个案"))
        banner.acted.connect(lambda: self.wanted.emit(ToCases(self.case_id)))
        return banner

    def _show_aside(self, scale: Scale) -> None:
        """Say whose scale it is, and offer its empty form."""
        made = ScaleAside(self.office, scale)
        made.wanted.connect(self.wanted)
        put(self.aside, made)

    def _show_past(self, page: MeasurePage, written: Mapping[str, Any]) -> None:
        """Show the scores over time, and the measures, with what is `written` at one of them."""
        self.show_before(self.tr("以前的结果"), self.past.make(page))
        self._in_order()
        self.past.reopen(written)

    def _enter_follow(self) -> None:
        """Enter what was done, or say what is missing."""
        box = self.past.box
        if box is None or not self._ready or self.unread(box.day):
            return
        made = box.made()
        if box.mark(FOLLOW.lacks(made)):
            return
        tools, case_id = self.office.tools, self.case_id
        self.enter(
            lambda vault: measures.follow(vault, tools(), case_id, made), lambda _: self._ask()
        )

    def _entered(self, made: Measure, _entry: CaseEntry) -> None:
        """Read the page anew: it stands in the file."""
        self._known.pop(made.scale.key, None)
        self.asked, self._again = None, False
        self._ask(made)
