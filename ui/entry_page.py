"""What the pages share that enter something into the file of a case, final once it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QWidget

from app.domain.errors import EntryIncomplete
from app.domain.rule import clauses_of
from app.services.changes import Noun
from ui import privacy
from ui.calendar_draft import AppointmentDrafts
from ui.clause_link import ClauseLink, refusal_banner
from ui.entry_words import rule_words
from ui.page import Page, PageKey
from ui.tab_order import as_laid_out, last_stop
from ui.theme import look
from ui.widgets.banner import Banner, stand_above
from ui.widgets.card import bring_into_sight, clear, column, put, row, scroll
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.plain import PlainEdit
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.domain.entry import CaseEntry
    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from ui.office import Office
    from ui.page import Destination
    from ui.widgets.when import WhenField

_KEEP_AFTER_MS: Final = 1000
_READING: Final = 640
_NAMED: Final = 5  # clauses in the line below a form
_ASIDE: Final = 300
_BESIDE: Final = 1060


def pair(left: QWidget, right: QWidget, shares: tuple[int, int] = (1, 1)) -> QHBoxLayout:
    """Return two fields side by side, their lines level whatever is said below one of them."""
    line = row(left, right, spacing=16)
    for place, part in enumerate((left, right)):
        line.setStretch(place, shares[place])
        line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
    return line


class Part(Protocol):
    """A part of a form that says what is wrong with it."""

    def set_error(self, error: str) -> None:
        """Say what is wrong; "" takes it back."""


class EntryPage(Page):
    """A form whose unfinished words are kept, what stands beside it, and what was entered before.

    `form` and `aside` are filled by the page, `before` by `show_before`. Esc goes back, Ctrl+Enter
    is `submit`.
    """

    of_case = True

    def __init__(
        self, office: Office, case_id: CaseId, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self.case_id = case_id
        self.marks: dict[str, Part] = {}
        self.form, self.aside, self.before = column(), column(), column()
        self._banners, self._clauses = column(), column()
        self.bar = TopBar(title)
        self.bar.back.connect(self.back)
        self.kept_words = Label(self.tr("没记下以前，写的也会留着"), "soft")
        self.bar.add_action(self.kept_words)
        self._kept: dict[str, Mapping[str, Any]] = {}
        self._ready = self._veiled = False
        self._drafts = AppointmentDrafts(office, self)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_AFTER_MS)
        self._keeping.timeout.connect(self._keep)
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.submit)

    def submit(self) -> None:
        """Do what Ctrl+Enter asks for."""
        raise NotImplementedError

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """Return what is typed and not entered, by the kind of draft; nothing typed is empty."""
        raise NotImplementedError

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (
            PageKey("Ctrl+Enter", self.tr("记下")),
            PageKey("1 … 9", self.tr("选第几个答案")),
            PageKey("Esc", self.tr("返回，写的字会留着")),
        )

    def escape(self) -> None:
        """Go back; what was typed is kept as at every leaving."""
        self.back.emit()

    def leave(self) -> None:
        """Lend what was typed and not yet kept to the desk."""
        self._keeping.stop()
        self._keep()

    def unsaved(self) -> bool:
        """Say whether the last words are still on their way, or found the disk full."""
        return self._drafts.unsaved()

    def resume(self, destination: Destination) -> bool:
        """Go on with the words that the vault has not taken yet."""
        del destination
        return True

    def begun(self) -> bool:
        """Return whether something is written that is not entered yet."""
        words = self.unfinished() if self._ready else self._kept
        return any(words.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands beside the form below it where the room is short."""
        super().resizeEvent(event)
        wide = self.width() >= look.px(_BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if wide else down)
        self._side.setMaximumWidth(look.px(_ASIDE if wide else _READING))

    def begin(self, first: QWidget, kept: Mapping[str, Mapping[str, Any]]) -> None:
        """Let one write, beginning at `first`; `kept` is what was unfinished, by kind."""
        self._kept = {key: dict(words) for key, words in kept.items()}
        self._ready = True
        self._side.setVisible(self.aside.count() > 0)
        self.in_order()
        held = self.hasFocus()
        self.begin_at(first)
        if held:
            first.setFocus()
        top = self._banners.itemAt(0)
        said = top.widget() if top is not None else None
        if said is not None:  # what was just said is read first
            bring_into_sight(said)
        elif held:
            bring_into_sight(first)
        if not self._veiled:
            self._veiled = True
            edits = self._inside.findChildren(PlainEdit)
            privacy.veil(*self._inside.findChildren(QLineEdit), *edits)

    def in_order(self) -> None:
        """Let the Tab key read what was put on the page later where it stands."""
        as_laid_out(self._inside)

    def touched(self, *_words: object) -> None:
        """Keep what is typed after a pause."""
        if self._ready:
            self._keeping.start()

    def enter(
        self,
        work: Callable[[OpenVault], CaseEntry],
        then: Callable[[CaseEntry], None],
        nouns: tuple[Noun, ...] = (Noun.CASES,),
    ) -> None:
        """Keep what is typed, then enter it; it is taken from the drafts by the same work."""
        self.leave()
        self.mark(())  # what was missing at the last try is there now
        self._ready = False

        def refused(refusal: Refusal) -> None:
            self._ready = True
            self.refuse(refusal)

        self.office.desk.do(self, work, then, refused, nouns)

    def refuse(self, refusal: Refusal) -> None:
        """Say why something was not entered: what is missing where it is missing."""
        if isinstance(refusal, EntryIncomplete) and self.mark(refusal.missing):
            return
        self.say(refusal_banner(refusal))

    def mark(self, missing: Iterable[str]) -> bool:
        """Say at each part which rule it does not meet, and go to the first; False: at none."""
        for one in self.marks.values():
            one.set_error("")
        found = [(self.marks[name], name) for name in missing if name in self.marks]
        self._name_clauses([name for _, name in found])
        for part, name in reversed(found):
            part.set_error(rule_words(name))
        for part, _ in found[:1]:
            if isinstance(part, QWidget):
                part.setFocus()
                bring_into_sight(part)
        return bool(found)

    def _name_clauses(self, names: Sequence[str]) -> None:
        """Lead below the form to the clauses of rules that are not met; to none where all are."""
        put(self._clauses, None)
        if not names:
            return
        # Each part names its own; so many in one line would be cut.
        link = ClauseLink(clauses_of(names)[:_NAMED])
        self._clauses.addSpacing(look.px(10))
        self._clauses.addLayout(row(Label(self.tr("条文"), "meta"), link, None, spacing=8))
        last = last_stop(self._formed)
        if last is not None:
            QWidget.setTabOrder(last, link)

    def unread(self, field: WhenField) -> bool:
        """Return whether what is written in a field cannot be read; then it is said there."""
        if not field.unread():
            return False
        field.refuse()
        field.setFocus()
        return True

    def show_before(
        self, title: str, cards: Sequence[QWidget], gaps: tuple[int, int] = (36, 10)
    ) -> None:
        """Show below the form what was entered before; `gaps` are above the title and the cards."""
        clear(self.before)
        if not cards:
            return
        self.before.addSpacing(gaps[0])
        self.before.addWidget(Label(title, "name"))
        for card in cards:
            self.before.addSpacing(gaps[1])
            self.before.addWidget(card)

    def say(self, banner: Banner | None) -> None:
        """Show a banner above the form, or take it away."""
        clear(self._banners)
        if banner is not None:
            stand_above(self._banners, banner)
            announce(banner, banner.accessibleName())
            self._area.verticalScrollBar().setValue(0)

    def _keep(self) -> None:
        """Keep what changed since it was last kept."""
        if not self._ready:
            return
        for kind, words in self.unfinished().items():
            if words != self._kept.get(kind, {}):
                self._kept[kind] = words
                self._drafts.keep(self.case_id, kind, words)

    def _lay_out(self) -> None:
        """Put the form in a column of reading width, and what is said beside it at its right."""
        self._inside, self._side = QWidget(), QWidget()
        reading = QWidget(self._inside)
        reading.setMaximumWidth(look.px(_READING))
        self._formed = QWidget(reading)
        self._formed.setLayout(self.form)
        reading.setLayout(column(self._banners, self._formed, self._clauses, self.before, None))
        self._side.setLayout(column(self.aside, None))
        self._sides = row(reading, self._side, spacing=40)
        self._sides.setStretch(0, 1)
        middle = row(None, self._sides, None, margins=(32, 28, 32, 48))
        middle.setStretch(1, 100)
        self._inside.setLayout(column(middle, None))
        self._area = scroll(self._inside, "paper")
        lines = column(self.bar, self._area)
        lines.setStretch(1, 1)
        self.setLayout(lines)
