"""The second step of a summary: both texts side by side, and every place decided."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.remaining import Risk, remaining
from app.domain.review import OWN, Decision, MarkedSpan
from ui import privacy
from ui.review_left import left_words
from ui.review_legend import Legend
from ui.review_list import PlaceList, PlaceRow
from ui.review_sieve import CHECK, LOW, POINTED, Sieve, SieveChips, is_sure, lets_through
from ui.review_text import Place, Sides, lay_out
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import column, ground, row, rule
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.keycap import KeyCap
from ui.widgets.label import Label
from ui.widgets.meter import Meter
from ui.widgets.spans import Span, SpanView

if TYPE_CHECKING:
    from app.domain.review import Review

_PANE: Final = 348
_STEPS: Final = 20


class DecidePage(QWidget):
    """Both texts and the list of places; `decided` follows everything she decides."""

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._sides = Sides("", "", ())
        self._seen: set[tuple[int, int]] = set()
        self._shown: list[int] = []
        self._sieve = SieveChips()
        self._sieve.chosen.connect(self._sift)
        self._left = SpanView(self.tr("原文"))
        self._right = SpanView(self.tr("交出去的样子"))
        self._left.clicked.connect(self._choose_place)
        self._right.clicked.connect(self._choose_place)
        self._left.verticalScrollBar().valueChanged.connect(self._follow)
        self._list = PlaceList(self.tr("逐处决定"))
        self._list.went.connect(self._went_to)
        self._nothing = Label("", "soft", wrap=True, parent=self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._nothing.hide()
        self._own = Field(
            self.tr("还有要隐去的词"), placeholder=self.tr("写下原文里的词，回车"), sz="m"
        )
        self._own.entered.connect(self._hide_own)
        self._other = Field(
            self.tr("换成别的说法"), placeholder=self.tr("写下这一处换成什么，回车"), sz="m"
        )
        self._other.entered.connect(self._reword)
        self._shortcuts()
        both = row(
            self._side(self.tr("原文"), self.tr("只在您的屏幕上"), self._left, "paper"),
            rule(upright=True),
            self._side(self.tr("交出去的样子"), self.tr("督导看到的"), self._right, "raised"),
        )
        both.setStretch(0, 1)
        both.setStretch(2, 1)
        under = column()
        under.addLayout(both, 1)
        under.addWidget(Legend())
        texts = row(under, rule(upright=True), self._pane())
        texts.setStretch(0, 1)
        parts = (self._left, self._right, self._list)
        privacy.veil(*parts, around=parts)  # whoever looks at one of them decides by all three
        self.setLayout(texts)

    def review(self) -> Review | None:
        """Return the review with all that is decided so far, None before there is one."""
        return self._review

    def show_review(self, review: Review) -> None:
        """Show what was found, at the first place."""
        self._review = review
        self._seen.clear()
        self._sieve.choose(Sieve.ALL)
        self._show_places(0)

    def begin(self) -> None:
        """Put the keys to the list, where J, K, Y, N and A work; empty, to the field for a word."""
        (self._list if self.count() else self._own.line).setFocus()

    def count(self) -> int:
        """Return how many places there are."""
        return len(self._sides.places)

    def hidden(self) -> int:
        """Return how many places are hidden."""
        return sum(one.mark.decision is Decision.HIDE for one in self._sides.places)

    def _shortcuts(self) -> None:
        """Let the letters decide while the list has the keys."""
        for key, act in (
            ("J", partial(self._step, 1)),
            ("K", partial(self._step, -1)),
            ("Y", partial(self._decide, Decision.HIDE)),
            ("N", partial(self._decide, Decision.KEEP)),
            ("A", self._decide_alike),
            ("E", self._other.line.setFocus),
            ("F", self._sieve.next),
        ):
            shortcut = QShortcut(QKeySequence(key), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

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
        self._buttons = (
            self._button(self.tr("隐去"), partial(self._decide, Decision.HIDE)),
            self._button(self.tr("保留"), partial(self._decide, Decision.KEEP)),
            self._button(self.tr("全文同此"), self._decide_alike),
        )
        acts = Flow(holder := QWidget(), gap=10)
        for button, key in zip(self._buttons, "YNA", strict=True):
            pair = QWidget()
            pair.setLayout(row(button, KeyCap(key), spacing=6))
            acts.addWidget(pair)
        self._looked, self._meter = Label("", "meta"), Meter(_STEPS)
        self._left_words = Label("", "meta", wrap=True)
        head = row(Label(self.tr("逐处决定"), "strong"), None, self._looked)
        pane.setLayout(
            column(
                head, 8, self._meter, 10, self._sieve, 8, self._list, self._nothing, 12, holder, 14,
                self._other, 10, self._own, 12, self._left_words,
                margins=(20, 20, 20, 16),
            )
        )  # fmt: skip
        return pane

    def _show_looked(self) -> None:
        """Say how many places were looked at since the review was opened; her own words were."""
        count = self.count()
        seen = sum(
            one.mark.layer == OWN or (one.passage, one.mark.start) in self._seen
            for one in self._sides.places
        )
        words = self.tr("看过 {0} / {1} 处").format(seen, count) if count else ""
        self._looked.setText(words)
        self._meter.setVisible(bool(count))
        full = _STEPS * seen // max(1, count)
        self._meter.set_level(full, "low" if seen == count else "accent", words)

    def _button(self, words: str, act: object) -> Button:
        """Return a small quiet button."""
        made = Button(words, "quiet", sz="s")
        made.clicked.connect(act)
        return made

    def _show_places(self, row: int) -> None:
        """Show both texts and the list anew, at one row of the list."""
        if self._review is None:
            return
        self._sides = lay_out(self._review)
        places = self._sides.places
        self._alike = Counter(one.surface for one in places)
        self._left.show_text(
            self._sides.original, [_left_span(one) for one in places], self._sides.heads
        )
        self._right.show_text(
            self._sides.result, [_right_span(one) for one in places], self._sides.result_heads
        )
        self._list_places(row)
        self._other.setVisible(bool(places))
        self._show_looked()
        self._say_left()

    def _list_places(self, row: int) -> None:
        """List the places that are let through, at one row."""
        places, sieve = self._sides.places, self._sieve.sieve()
        self._sieve.count([one.mark for one in places])
        self._shown = [at for at, one in enumerate(places) if lets_through(sieve, one.mark)]
        rows = [self._row(places[at]) for at in self._shown]
        self._list.set_rows(rows, min(row, len(rows) - 1))
        for button in self._buttons:
            button.setEnabled(bool(rows))
        self._list.setVisible(bool(rows))
        said = self.tr("这里会列出要隐去的地方。现在一处也没有。")
        self._nothing.setText(self.tr("这一类都决定了。按 F 看别的。") if places else said)
        self._nothing.setVisible(not rows)

    def _sift(self) -> None:
        """List other places, at the one that was current where it is among them."""
        at = self._at()
        self._list_places(0)
        if at in self._shown:
            self._list.choose(self._shown.index(at))
        if self._shown:
            self._list.setFocus()

    def _at(self) -> int:
        """Return the number of the current place, -1 where none is listed."""
        row = self._list.current()
        return self._shown[row] if 0 <= row < len(self._shown) else -1

    def _say_left(self) -> None:
        """Say what of her decisions leaves together with which other, so that it may tell who."""
        assert self._review is not None  # noqa: S101 - for mypy: it is shown
        left = remaining(self._review)
        self._left_words.setText(left_words(left))
        self._left_words.set_tint("high" if left.risk is Risk.HIGH else "")

    def _changed(self, review: Review, row: int) -> None:
        """Take a decision, show it and tell it; what follows in the list stands in that row."""
        self._review = review
        self._show_places(row)
        self.decided.emit()

    def _row(self, place: Place) -> PlaceRow:
        """Return a place as the list shows it."""
        mark = place.mark
        kind = self._kinds().get(mark.kind, mark.kind)
        reason = self._reason(mark)
        more = self.tr("这样写的共 {0} 处。").format(self._alike[place.surface])
        if mark.decision is Decision.KEEP:
            return PlaceRow("minus", "soft", place.surface, self.tr("保留"), kind, reason, more)
        if mark.decision is Decision.OPEN:
            asked = self.tr("隐去、保留，还是换个说法？")
            return PlaceRow("circle-question-mark", "mid", place.surface, asked, kind, reason, more)
        if is_sure(mark):
            return PlaceRow("check", "accent", place.surface, mark.replacement, kind, reason, more)
        return PlaceRow("circle-alert", "mid", place.surface, mark.replacement, kind, reason, more)

    def _kinds(self) -> dict[str, str]:
        """Return the kinds of places in words."""
        return {
            "PERSON": self.tr("姓名"), "ORG": self.tr("机构"), "LOCATION": self.tr("地点"),
            "DATE": self.tr("日期"), "PHONE": self.tr("电话"), "EMAIL": self.tr("邮箱"),
            "ID_NUMBER": self.tr("证件"), "ACCOUNT": self.tr("账号"), "BANK": self.tr("银行"),
            "PLATE": self.tr("车牌"), "ADDRESS": self.tr("住址"), "URL": self.tr("网址"),
            "AGE_BIRTH": self.tr("年龄"), "QUASI": self.tr("细节"), OWN: self.tr("您标的"),
        }  # fmt: skip

    def _reason(self, mark: MarkedSpan) -> str:
        """Return why a place was marked."""
        reasons = {
            "register": self.tr("个案登记里有"),
            CHECK: self.tr("个案登记里有，也是常用词，请看一眼"),
            "identifier": self.tr("号码或日期"),
            "rule": self.tr("称呼的写法"),
            "model": self.tr("像是名称"),
            "propagated": self.tr("别处认出过"),
            POINTED: self.tr("少见的经历或特征，认识的人可能认得出"),
            OWN: self.tr("照您写的词找到"),
        }
        words = reasons.get(mark.layer, "")
        if mark.confidence < LOW and mark.layer != POINTED:
            words += self.tr("，不太确定")
        return words

    def _follow(self, value: int) -> None:
        """Scroll the result beside the original."""
        left, right = self._left.verticalScrollBar(), self._right.verticalScrollBar()
        if left.maximum():
            right.setValue(round(value / left.maximum() * right.maximum()))

    def _choose_place(self, index: int) -> None:
        """Go to a place that was clicked in a text."""
        if index not in self._shown:
            self._sieve.choose(Sieve.ALL)
            self._list_places(index)
        self._list.choose(self._shown.index(index))
        self._list.setFocus()

    def _went_to(self, row: int) -> None:
        """Frame the place of a row in both texts."""
        index = self._shown[row] if 0 <= row < len(self._shown) else -1
        self._left.set_current(index)
        self._right.set_current(index)
        if 0 <= index < self.count():
            one = self._sides.places[index]
            self._seen.add((one.passage, one.mark.start))
            self._show_looked()

    def _step(self, by: int) -> None:
        """Go to the next place or the one before."""
        at = self._list.current() + by
        if 0 <= at < self._list.count():
            self._list.choose(at)

    def _decide(self, decision: Decision, *, alike: bool = False) -> None:
        """Decide the present place."""
        at, row = self._at(), self._list.current()
        if self._review is None or at < 0:
            return
        one = self._sides.places[at]
        self._changed(self._review.decide(one.passage, one.span, decision, alike=alike), row)

    def _decide_alike(self) -> None:
        """Decide every equal surface as the present place is decided."""
        at = self._at()
        if at >= 0:
            self._decide(self._sides.places[at].mark.decision, alike=True)

    def take_word(self) -> bool:
        """Hide the word in the line that has the keys; False where none is being written."""
        if not self._own.line.hasFocus() or not self._own.text().strip():
            return False
        self._hide_own()
        return True

    def _reword(self) -> None:
        """Put her own words in the place of the present one."""
        at, row, words = self._at(), self._list.current(), self._other.text().strip()
        if self._review is None or not words or at < 0:
            return
        one = self._sides.places[at]
        self._other.clear()
        self._changed(self._review.reword(one.passage, one.span, words), row)
        self._list.setFocus()

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
                mark = MarkedSpan(start, end, OWN, OWN, 1.0, self.tr("[略]"))
                review = review.hide(number, mark)
                start = passage.original.find(word, end)
        if not found:
            self._own.set_error(self.tr("原文里没有这个词。"))
            return
        self._own.set_error("")
        self._own.clear()
        self._changed(review, max(0, self._list.current()))


def _left_span(place: Place) -> Span:
    """Return how a place is marked in the original."""
    kept = place.mark.decision is Decision.KEEP
    return Span(*place.left, "kept" if kept else "hidden")


def _right_span(place: Place) -> Span:
    """Return how a place is marked in the result."""
    kept = place.mark.decision is Decision.KEEP
    return Span(*place.right, "kept" if kept else "replaced")
