"""The parts of a disclosure: where the client is, the document of the law, and what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.disclosure import Fact, Order, Whereabouts, composed
from ui import privacy
from ui.disclosure_words import fact_line
from ui.entry_page import pair
from ui.tab_order import follow, last_stop
from ui.widgets.card import Card, clear, column
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Mapping


class WhereForm(QWidget):
    """Who, where, whom to call; what cannot be had is said with its reason (clause 016)."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        why = self.tr("拿不到就写「无法取得」和原因")
        self.identity = Field(self.tr("是谁"), placeholder=why)
        self.place = Field(self.tr("此刻确切在哪里"), placeholder=why)
        self.contact = Field(self.tr("可以联系谁"), placeholder=why)
        self.setLayout(column(pair(self.identity, self.contact), self.place, spacing=14))
        for one in (self.identity, self.place, self.contact):
            one.changed.connect(lambda _text: self.changed.emit())

    def made(self) -> Whereabouts:
        """Return what is written."""
        return Whereabouts(self.identity.text(), self.place.text(), self.contact.text())

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written."""
        for name, part in self._parts().items():
            part.set_text(str(kept.get(name, "")))

    def _parts(self) -> dict[str, Field]:
        return {"identity": self.identity, "place": self.place, "contact": self.contact}


class OrderForm(QWidget):
    """The document of the law; without it nothing goes out (clauses 111, 146)."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.authority = Field(self.tr("机关"), placeholder=self.tr("如 某区人民法院"))
        self.number = Field(self.tr("文号"))
        self.day = Field(self.tr("文书日期"), placeholder=self.tr("如 2026-03-20"))
        self.officer = Field(self.tr("经办人"), placeholder=self.tr("姓名、证件号"))
        self.kept = Field(self.tr("原件放在哪里"), placeholder=self.tr("如 办公室锁柜，第 3 夹"))
        self.harm = TextBox(
            self.tr("会给来访者和咨询关系带来什么，怎样减轻"),
            rows=2,
            hint=self.tr("只给文书要求的；可以请求出具书面意见代替原始记录。"),
        )
        self.setLayout(
            column(
                pair(self.authority, self.number),
                pair(self.day, self.officer),
                self.kept,
                self.harm,
                spacing=14,
            )
        )
        for one in self._parts().values():
            one.changed.connect(lambda _text: self.changed.emit())

    def made(self) -> Order:
        """Return what is written."""
        return Order(**{name: one.text() for name, one in self._parts().items()})

    def show_words(self, kept: Mapping[str, Any]) -> None:
        """Show what was written."""
        for name, part in self._parts().items():
            part.set_text(str(kept.get(name, "")))

    def _parts(self) -> dict[str, Field | TextBox]:
        return {
            "authority": self.authority,
            "number": self.number,
            "day": self.day,
            "officer": self.officer,
            "kept": self.kept,
            "harm": self.harm,
        }


class TellForm(QWidget):
    """What is told: nothing to begin with, each fact ticked by itself, and words (clause 151)."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[Fact, str] = {}
        self.ticks: dict[Fact, Tick] = {}
        self._room = column(spacing=8)
        self.words = TextBox(
            self.tr("还要说的，一句一句写"),
            rows=4,
            hint=self.tr("只写对方做这件事用得着的；不写咨询里谈了什么。"),
        )
        self.words.changed.connect(lambda _text: self.changed.emit())
        none = self.tr("一项都没有替您选。对方用不着的，就不要给。")
        self.setLayout(column(Label(none, "soft", wrap=True), self._room, self.words, spacing=12))

    def offer(self, known: Mapping[Fact, str]) -> None:
        """Offer what the file holds; none of it is ticked."""
        chosen = self.facts()
        self._known, self.ticks = dict(known), {}
        clear(self._room)
        before: QWidget | None = None
        for fact, said in known.items():
            tick = Tick(fact_line(fact, said))
            tick.setChecked(fact in chosen)
            tick.toggled.connect(lambda _on: self.changed.emit())
            self.ticks[fact] = tick
            self._room.addWidget(tick)
            privacy.veil(tick)
            if before is not None:
                follow(before, tick)
            before = tick
        if before is not None:
            follow(last_stop(before) or before, self.words)

    def facts(self) -> tuple[Fact, ...]:
        """Return what is ticked, in the order in which it is told."""
        return tuple(fact for fact, tick in self.ticks.items() if tick.isChecked())

    def lines(self) -> tuple[str, ...]:
        """Return what is ticked as it is told."""
        return tuple(fact_line(fact, self._known[fact]) for fact in self.facts())

    def text(self) -> str:
        """Return the exact text as it would be told now."""
        return composed(self.lines(), self.words.text())

    def show_words(self, facts: tuple[str, ...], words: str) -> None:
        """Show what was ticked and written."""
        for fact, tick in self.ticks.items():
            tick.setChecked(fact.value in facts)
        self.words.set_text(words)

    def set_error(self, error: str) -> None:
        """Say what is missing."""
        self.words.set_error(error)


class Preview(Card):
    """The exact text, as it grows; empty as long as nothing is told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", margins=(16, 14, 16, 14), spacing=8, parent=parent)
        self._text = Label("", "body", wrap=True)
        self.body.addWidget(Label(self.tr("对方会读到的全部"), "strong"))
        self.body.addWidget(self._text)
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Show what would be told now."""
        none = self.tr("还什么都没有。")
        self._text.setText(text or none)
        self._text.set_tint("" if text else "soft")
        privacy.veil(self._text, around=(self,))
