"""The summary for supervision: choose notes, decide every place, write the files."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.review import Decision, MarkedSpan
from app.services import exports, reviews
from ui.messages import message
from ui.page import Page, PageKey
from ui.pick import documents, pick_folder
from ui.review_list import PlaceList, PlaceRow
from ui.review_text import Place, Sides, lay_out
from ui.theme import look
from ui.unlock import typed_path
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import column, ground, row, rule, scroll
from ui.widgets.empty import Empty
from ui.widgets.field import Field
from ui.widgets.keycap import KeyCap
from ui.widgets.label import Label
from ui.widgets.password import PasswordField
from ui.widgets.progress import Progress
from ui.widgets.spans import Span, SpanView
from ui.widgets.tick import Tick
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.domain.review import Review
    from app.ports import OpenVault
    from app.services.exports import Choice, Written
    from app.services.reviews import KeptReview
    from ui.office import Office

_PANE: Final = 348
_FORM: Final = 560
_OWN: Final = "MARKED"
_LOW: Final = 0.5
_CHECK: Final = "register-check"


class ReviewScreen(Page):
    """Three steps on one page: choose, decide, write."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._case_id = case_id
        self._review: Review | None = None
        self._finished = False
        self._sides = Sides("", "", ())
        self._ticks: list[tuple[Tick, Choice]] = []
        self._bar = TopBar(self.tr("督导摘要"))
        self._bar.back.connect(self._back)
        self._state = Label("", "soft")
        self._next = Button(self.tr("开始去标识化"), "primary")
        self._next.clicked.connect(self._go_on)
        self._bar.add_action(self._state)
        self._bar.add_action(self._next)
        self._banner_room = QVBoxLayout()
        self._steps = QStackedWidget()
        self._steps.addWidget(self._choose_page())
        self._steps.addWidget(self._decide_page())
        self._steps.addWidget(self._write_page())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addLayout(self._banner_room)
        whole.addWidget(self._steps, 1)
        office.desk.do(
            self,
            lambda vault: (vault.cases.get(case_id).code, exports.choices(vault, case_id)),
            self._offer,
        )
        office.desk.do(
            self, lambda vault: reviews.kept(vault, office.tools(), case_id), self._resume
        )

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the review; they work in the list of places."""
        return (
            PageKey("J K", self.tr("下一处、上一处")),
            PageKey("Y", self.tr("隐去")),
            PageKey("N", self.tr("保留")),
            PageKey("A", self.tr("全文同此")),
        )

    def leave(self) -> None:
        """Keep a review that is not finished: a lock must not throw its decisions away."""
        if self._review is None or self._finished:
            return
        review, case_id, tools = self._review, self._case_id, self.office.tools
        fields = {"purpose": self._purpose.text(), "recipient": self._recipient.text()}
        self.office.desk.do(
            self.office.desk,
            lambda vault: reviews.keep(vault, tools(), case_id, review, fields),
        )

    def _resume(self, kept: KeptReview | None) -> None:
        """Go on with the review that was not finished."""
        if kept is None:
            return
        self._purpose.set_text(kept.fields.get("purpose", ""))
        self._recipient.set_text(kept.fields.get("recipient", ""))
        self._show_review(kept.review)
        self._tell(
            Banner(
                "info",
                self.tr("接着上次没看完的摘要。"),
                text=self.tr("您的决定和标出的词都在。要重新选记录，请返回上一步。"),
            )
        )

    # The first step: which notes.

    def _choose_page(self) -> QWidget:
        """Return the page on which notes are chosen."""
        inside = ground("paper")
        self._choices = column(spacing=10)
        lead = Label(
            self.tr(
                "选好要带去督导的记录。程序先找出可能认出人的地方，您逐处看过、决定去留，再写成文件。"
            ),
            "soft",
            wrap=True,
        )
        body = QWidget()
        body.setFixedWidth(look.px(_FORM + 100))
        body.setLayout(
            column(
                Label(self.tr("带哪些记录"), "title"), 8, lead, 20, self._choices, None,
                margins=(40, 32, 40, 32),
            )
        )  # fmt: skip
        inside.setLayout(row(None, body, None))
        return scroll(inside, "paper")

    def _offer(self, found: tuple[str, list[Choice]]) -> None:
        """Show the notes that may be chosen."""
        code, choices = found
        self._bar.add_fact(code)
        if not choices:
            self._choices.addWidget(
                Empty(
                    "file-text",
                    self.tr("还没有记录"),
                    self.tr("写下并签署记录后，就能在这里做摘要。"),
                )
            )
            self._next.setEnabled(False)
            return
        for choice in choices:
            words = self.tr("第 {0} 次咨询 · {1} · {2} 字").format(
                choice.number, choice.on.isoformat(), choice.characters
            )
            if not choice.signed:
                words += self.tr(" · 草稿")
            tick = Tick(words)
            tick.setChecked(choice.signed)
            tick.toggled.connect(self._count_chosen)
            self._ticks.append((tick, choice))
            self._choices.addWidget(tick)
        self._count_chosen()

    def _count_chosen(self) -> None:
        """Say how many notes are chosen."""
        chosen = sum(tick.isChecked() for tick, _ in self._ticks)
        self._state.setText(self.tr("已选 {0} 篇").format(chosen))
        self._next.setEnabled(bool(chosen))

    def _prepare(self) -> None:
        """Let the program find what may say who somebody is."""
        chosen = [choice.note_id for tick, choice in self._ticks if tick.isChecked()]
        case_id, office = self._case_id, self.office
        self._next.setEnabled(False)
        self._tell(Progress(self.tr("正在逐字查找姓名、地点和号码……"), can_cancel=False))

        def work(vault: OpenVault) -> Review:
            tools = office.tools()
            wording = tools.summary_wordings["zh"]
            return reviews.prepare(vault, tools, case_id, chosen, wording)

        office.desk.do(self, work, self._show_review, self._refuse)

    # The second step: decide every place.

    def _decide_page(self) -> QWidget:
        """Return the page with both texts and the list of places."""
        self._left = SpanView(self.tr("原文"))
        self._right = SpanView(self.tr("交出去的样子"))
        self._left.clicked.connect(self._choose_place)
        self._right.clicked.connect(self._choose_place)
        self._left.verticalScrollBar().valueChanged.connect(self._follow)
        self._list = PlaceList(self.tr("逐处决定"))
        self._list.went.connect(self._went_to)
        self._own = Field(
            self.tr("还有要隐去的词"), placeholder=self.tr("写下原文里的词，回车"), sz="m"
        )
        self._own.entered.connect(self._hide_own)
        for key, act in (
            ("J", partial(self._step, 1)),
            ("K", partial(self._step, -1)),
            ("Y", partial(self._decide, Decision.HIDE)),
            ("N", partial(self._decide, Decision.KEEP)),
            ("A", self._decide_alike),
        ):
            shortcut = QShortcut(QKeySequence(key), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        page = QWidget()
        texts = row(
            self._side(self.tr("原文"), self.tr("只在您的屏幕上"), self._left, "paper"),
            rule(upright=True),
            self._side(self.tr("交出去的样子"), self.tr("督导看到的"), self._right, "raised"),
            rule(upright=True),
            self._pane(),
        )
        texts.setStretch(0, 1)
        texts.setStretch(2, 1)
        whole = column()
        whole.addLayout(texts, 1)
        page.setLayout(whole)
        return page

    def _side(self, title: str, meta: str, text: SpanView, kind: str) -> QWidget:
        """Return one column of text under its title."""
        side = ground("raised" if kind == "raised" else "paper")
        head = row(Label(title, "strong"), Label(meta, "meta"), None, spacing=8)
        side.setLayout(column(head, 12, text, margins=(28, 20, 20, 12)))
        return side

    def _pane(self) -> QWidget:
        """Return the list of places with the keys that decide them."""
        pane = ground("raised")
        pane.setFixedWidth(look.px(_PANE))
        keys = row(
            KeyCap("J K", self.tr("下一处、上一处")), KeyCap("Y", self.tr("隐去")),
            KeyCap("N", self.tr("保留")), None, spacing=10,
        )  # fmt: skip
        buttons = row(
            self._button(self.tr("隐去"), partial(self._decide, Decision.HIDE)),
            self._button(self.tr("保留"), partial(self._decide, Decision.KEEP)),
            self._button(self.tr("全文同此"), self._decide_alike),
            None,
            spacing=8,
        )
        pane.setLayout(
            column(
                Label(self.tr("逐处决定"), "strong"), 8, self._list, 12, buttons, 10, keys,
                row(KeyCap("A", self.tr("全文同此")), None), 14, self._own,
                margins=(20, 20, 20, 16),
            )
        )  # fmt: skip
        return pane

    def _button(self, words: str, act: object) -> Button:
        """Return a small quiet button."""
        made = Button(words, "quiet", sz="s")
        made.clicked.connect(act)
        return made

    def _show_review(self, review: Review) -> None:
        """Show what was found and go to the second step."""
        self._clear_banner()
        self._review, self._finished = review, False
        self._steps.setCurrentIndex(1)
        self._next.setText(self.tr("去写文件"))
        self._next.setEnabled(True)
        self._show_places(0)
        self._list.setFocus()
        if not self._sides.places:
            self._tell(
                Banner(
                    "warning",
                    self.tr("没有找到要隐去的地方。"),
                    text=self.tr("程序会有遗漏。请把原文逐字读一遍，要隐去的词写在右下角。"),
                )
            )

    def _show_places(self, current: int) -> None:
        """Show both texts and the list anew, at one place."""
        if self._review is None:
            return
        self._sides = lay_out(self._review)
        places = self._sides.places
        self._left.show_text(self._sides.original, [_left_span(one) for one in places])
        self._right.show_text(self._sides.result, [_right_span(one) for one in places])
        self._list.set_rows([self._row(one) for one in places], min(current, len(places) - 1))
        hidden = sum(one.mark.decision is Decision.HIDE for one in places)
        self._state.setText(
            self.tr("隐去 {0} 处，保留 {1} 处").format(hidden, len(places) - hidden)
        )

    def _row(self, place: Place) -> PlaceRow:
        """Return a place as the list shows it."""
        mark = place.mark
        kind = self._kinds().get(mark.kind, mark.kind)
        reason = self._reason(mark)
        if mark.decision is Decision.KEEP:
            return PlaceRow("minus", "soft", place.surface, self.tr("保留"), kind, reason)
        sure = mark.confidence >= _LOW and mark.layer != _CHECK
        if sure:
            return PlaceRow("check", "accent", place.surface, mark.replacement, kind, reason)
        return PlaceRow("circle-alert", "mid", place.surface, mark.replacement, kind, reason)

    def _kinds(self) -> dict[str, str]:
        """Return the kinds of places in words."""
        return {
            "PERSON": self.tr("姓名"), "ORG": self.tr("机构"), "LOCATION": self.tr("地点"),
            "DATE": self.tr("日期"), "PHONE": self.tr("电话"), "EMAIL": self.tr("邮箱"),
            "ID_NUMBER": self.tr("证件"), "ACCOUNT": self.tr("账号"), "BANK": self.tr("银行"),
            "PLATE": self.tr("车牌"), "ADDRESS": self.tr("住址"), "URL": self.tr("网址"),
            "AGE_BIRTH": self.tr("年龄"), "QUASI": self.tr("细节"), _OWN: self.tr("您标的"),
        }  # fmt: skip

    def _reason(self, mark: MarkedSpan) -> str:
        """Return why a place was marked."""
        reasons = {
            "register": self.tr("个案登记里有"),
            _CHECK: self.tr("个案登记里有，也是常用词，请看一眼"),
            "identifier": self.tr("号码或日期"),
            "rule": self.tr("称呼的写法"),
            "model": self.tr("像是名称"),
            "propagated": self.tr("别处认出过"),
            _OWN: self.tr("您标出的"),
        }
        words = reasons.get(mark.layer, "")
        if mark.confidence < _LOW:
            words += self.tr("，不太确定")
        return words

    def _follow(self, value: int) -> None:
        """Scroll the result beside the original."""
        left, right = self._left.verticalScrollBar(), self._right.verticalScrollBar()
        if left.maximum():
            right.setValue(round(value / left.maximum() * right.maximum()))

    def _choose_place(self, index: int) -> None:
        """Go to a place that was clicked in a text."""
        self._list.choose(index)
        self._list.setFocus()

    def _went_to(self, index: int) -> None:
        """Frame the place in both texts."""
        self._left.set_current(index)
        self._right.set_current(index)

    def _step(self, by: int) -> None:
        """Go to the next place or the one before."""
        at = self._list.current() + by
        if 0 <= at < self._list.count():
            self._list.choose(at)

    def _decide(self, decision: Decision, *, alike: bool = False) -> None:
        """Decide the present place."""
        at = self._list.current()
        if self._review is None or not 0 <= at < len(self._sides.places):
            return
        one = self._sides.places[at]
        self._review = self._review.decide(one.passage, one.span, decision, alike=alike)
        self._show_places(at)

    def _decide_alike(self) -> None:
        """Decide every equal surface as the present place is decided."""
        at = self._list.current()
        if 0 <= at < len(self._sides.places):
            self._decide(self._sides.places[at].mark.decision, alike=True)

    def _hide_own(self) -> None:
        """Hide every place of a word that the counselor wrote down."""
        word = self._own.text().strip()
        if not word or self._review is None:
            return
        found = False
        review = self._review
        for number, passage in enumerate(self._review.passages):
            start = passage.original.find(word)
            found = found or start >= 0
            while start >= 0:
                end = start + len(word)
                review = _hidden_too(review, number, start, end, self.tr("[略]"))
                start = passage.original.find(word, end)
        if not found:
            self._own.set_error(self.tr("原文里没有这个词。"))
            return
        self._own.set_error("")
        self._review = review
        self._own.clear()
        self._show_places(self._list.current())

    # The third step: write the files.

    def _write_page(self) -> QWidget:
        """Return the page on which the files are described."""
        self._purpose = Field(self.tr("用途"), hint=self.tr("例如 个体督导"))
        self._recipient = Field(self.tr("交给谁"), hint=self.tr("写在文件上，方便追溯"))
        self._pdf, self._docx = (
            Tick(self.tr("PDF，适合打印和阅读")),
            Tick(self.tr("DOCX，可以批注")),
        )
        self._pdf.setChecked(True)
        self._password = PasswordField(
            self.tr("文件密码"), hint=self.tr("至少 8 个字符。请用另外的途径告诉对方。")
        )
        suggest = Button(self.tr("替我想一个"), "quiet", sz="s")
        suggest.clicked.connect(self._suggest)
        self._bare = Tick(self.tr("不设密码（拿到文件的人都能读）"))
        self._bare.toggled.connect(lambda on: self._password.setEnabled(not on))
        self._folder = Field(self.tr("放在哪个文件夹"))
        self._folder.set_text(str(documents()))
        browse = Button(self.tr("选择文件夹"), "quiet", sz="s")
        browse.clicked.connect(self._browse)
        body = QWidget()
        body.setFixedWidth(look.px(_FORM + 100))
        body.setLayout(
            column(
                Label(self.tr("写成文件"), "title"), 8,
                Label(
                    self.tr("文件离开保险库后，锁不再保护它。默认加密；写出前会再查一遍登记过的姓名。"),
                    "soft", wrap=True,
                ), 20,
                self._purpose, 14, self._recipient, 14,
                row(self._pdf, self._docx, None, spacing=20), 14,
                self._password, 6, row(suggest, self._bare, None, spacing=16), 14,
                self._folder, 6, row(browse, None), None,
                margins=(40, 32, 40, 32),
            )
        )  # fmt: skip
        inside = ground("paper")
        inside.setLayout(row(None, body, None))
        return scroll(inside, "paper")

    def _suggest(self) -> None:
        """Put in a random password and show it, so that it can be copied by hand."""
        self._password.set_text(secrets.token_urlsafe(9))
        self._password.eye.setChecked(True)

    def _browse(self) -> None:
        """Ask for the folder."""
        pick_folder(self, self.tr("放在哪个文件夹"), lambda path: self._folder.set_text(str(path)))

    def _write(self) -> None:
        """Write the files; every field is taken before the work is lent."""
        review = self._review
        if review is None:
            return
        formats = tuple(
            kind
            for kind, tick in ((exports.PDF, self._pdf), (exports.DOCX, self._docx))
            if tick.isChecked()
        )
        purpose, recipient = self._purpose.text().strip(), self._recipient.text().strip()
        if not purpose or not recipient:
            self._missing(purpose)
            return
        self._purpose.set_error("")
        self._recipient.set_error("")
        folder, password = typed_path(self._folder.text()), self._password.text()
        if not folder.is_absolute():
            self._folder.set_error(self.tr("请写完整的文件夹路径。"))
            self._folder.setFocus()
            return
        self._folder.set_error("")
        bare, case_id, office = self._bare.isChecked(), self._case_id, self.office
        self._next.setEnabled(False)

        def work(vault: OpenVault) -> Written:
            tools = office.tools()
            request = exports.Request(
                purpose, recipient, tools.clock.now().date().isoformat(), formats, folder,
                "" if bare else password, bare,
            )  # fmt: skip
            order = (tools.summary_wordings["zh"], request)
            return exports.finish(vault, tools, case_id, review, order)

        office.desk.do(self, work, self._wrote, self._refuse)

    def _missing(self, purpose: str) -> None:
        """Ask for purpose or recipient: every export says for whom and why (clause 013)."""
        self._purpose.set_error("" if purpose else self.tr("写一句用途。"))
        empty = self._recipient if purpose else self._purpose
        self._recipient.set_error("" if self._recipient.text().strip() else self.tr("写明交给谁。"))
        empty.setFocus()

    def _wrote(self, written: Written) -> None:
        """Say what was written."""
        self._next.setEnabled(True)
        self._finished = True
        case_id, tools = self._case_id, self.office.tools
        self.office.desk.do(self.office.desk, lambda vault: reviews.forget(vault, tools(), case_id))
        names = self.tr("、").join(path.name for path in written.paths)
        self._tell(
            Banner(
                "done",
                self.tr("已写出 {0}。").format(names),
                text=self.tr("密码请另外告诉对方。导出已记在留痕里。"),
            )
        )

    # Between the steps.

    def _go_on(self) -> None:
        """Do what the one filled button says."""
        at = self._steps.currentIndex()
        if at == 0:
            self._prepare()
        elif at == 1:
            self._steps.setCurrentIndex(2)
            self._next.setText(self.tr("写出文件"))
            self._purpose.setFocus()
        else:
            self._write()

    def _back(self) -> None:
        """Go one step back, or leave the page from the first."""
        at = self._steps.currentIndex()
        self._clear_banner()
        if at == 0:
            self.back.emit()
            return
        self._steps.setCurrentIndex(at - 1)
        self._next.setEnabled(True)
        self._next.setText(self.tr("开始去标识化") if at == 1 else self.tr("去写文件"))

    def _refuse(self, refusal: Refusal) -> None:
        """Say a refusal in place; nothing decided is lost."""
        self._next.setEnabled(True)
        words = message(refusal)
        self._tell(Banner("refusal", words.what, text=words.why))

    def _tell(self, part: QWidget) -> None:
        """Show one banner below the bar."""
        self._clear_banner()
        self._banner_room.setContentsMargins(look.px(24), look.px(12), look.px(24), look.px(4))
        self._banner_room.addWidget(part)

    def _clear_banner(self) -> None:
        """Take the banner away."""
        self._banner_room.setContentsMargins(0, 0, 0, 0)
        while item := self._banner_room.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()


def _hidden_too(review: Review, number: int, start: int, end: int, instead: str) -> Review:
    """Return the review with one more stretch hidden; what is hidden already stays so, whole.

    A word inside a hidden name adds nothing; one that overlaps it hides both as one stretch, for
    in place of the name alone a part of it would come to light.
    """
    hidden = [
        one
        for one in review.passages[number].spans
        if one.decision is not Decision.KEEP and one.start < end and one.end > start
    ]
    if any(one.start <= start and one.end >= end for one in hidden):
        return review
    first = min([start, *(one.start for one in hidden)])
    last = max([end, *(one.end for one in hidden)])
    return review.add(number, MarkedSpan(first, last, _OWN, _OWN, 1.0, instead))


def _left_span(place: Place) -> Span:
    """Return how a place is marked in the original."""
    kept = place.mark.decision is Decision.KEEP
    return Span(*place.left, "kept" if kept else "hidden")


def _right_span(place: Place) -> Span:
    """Return how a place is marked in the result."""
    kept = place.mark.decision is Decision.KEEP
    return Span(*place.right, "kept" if kept else "replaced")
