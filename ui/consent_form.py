"""What is filled into a consent: its facts, and who may see records and recordings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QSizePolicy,
    QWidget,
)

from app.domain.blank import is_blank
from app.domain.consent import AccessRow
from ui.begin import Begins
from ui.private_channel import private_words
from ui.theme import icons, look
from ui.widgets.button import Button
from ui.widgets.card import bring_into_sight, column, row, rule
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.menu import Menu
from ui.widgets.painted import Dressed, ask_room, box, elided, smooth, text_width, words
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from app.domain.consent import ConsentTemplate
    from ui.theme.roles import Role

_LONG: Final = 22  # characters that a line of the pane holds
_SHOWN: Final = 16
_HALF: Final = 140  # pixels of text in a field that shares its row
_BEFORE, _AFTER = 27, 20  # pixels of a cell of the matrix for its sign, and for its arrow
_LINE: Final = 30  # pixels of a cell with one line
_HALF_LABEL: Final = 180  # pixels of a label whose field shares its row
_OPEN: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down}

_SIGNS: Final[tuple[tuple[str, Role], ...]] = (
    ("minus", "soft"),
    ("check", "low"),
    ("file-pen-line", "mid"),
    ("check", "accent"),
)

_CHANNELS: Final = frozenset({"counselor_contact", "fallback_channel", "platform"})
"""The places that say how counselor and client reach each other."""


def access_words(template: ConsentTemplate) -> tuple[str, ...]:
    """Return the answers of the access matrix, in the words that the form prints."""
    return tuple(template.labels.get("choices", "").split("|"))


class Fact(Begins, QWidget):
    """One place of the form: a line or a text, its default, and what the records suggest."""

    changed = Signal()

    def __init__(
        self,
        label: str,
        text: str,
        default: str,
        *,
        private: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label, self._default, self._suggested = label, default, ""
        self._private = private
        self.part = self._made(text)
        self.part.set_text(text)
        self.part.changed.connect(self._typed)
        self.suggestion = Button("", "link")
        self.suggestion.clicked.connect(self._take)
        self.begin_at(self.part)
        self.setLayout(column(self.part, self.suggestion, spacing=2))
        self._mark()
        self._warn_of_private()

    def text(self) -> str:
        """Return what is written, byte for byte."""
        return self.part.text()

    def label(self) -> str:
        """Return what the place is called."""
        return self._label

    def narrow(self) -> bool:
        """Say whether what stands here fits into half the pane."""
        shown = self.text() or self._default
        room = text_width(look.font(13, 500), self._label_text(empty=not self._default))
        fits = text_width(look.font(13), shown) < look.px(_HALF) and room < look.px(_HALF_LABEL)
        return bool(shown) and fits

    def missing(self) -> bool:
        """Say whether nothing would stand here on paper."""
        return is_blank(self.text()) and is_blank(self._default)

    def suggest(self, text: str) -> None:
        """Offer what practice or client record say, where it differs."""
        self._suggested = text
        self._mark()

    def _made(self, text: str) -> Field | TextBox:
        default = " ".join(self._default.split())
        if max(len(text), len(default)) > _LONG or "\n" in text:
            return TextBox(self._label, placeholder=default, rows=2)
        made = Field(self._label, placeholder=default)
        made.entered.connect(self.focusNextChild)
        return made

    def _typed(self) -> None:
        self._mark()
        self._warn_of_private()
        self.changed.emit()

    def gives_private(self) -> bool:
        """Return whether what stands here is a private account of hers."""
        return bool(private_words(self.text(), self._private))

    def _warn_of_private(self) -> None:
        """Say where what stands here is a private account of hers (076); it stops nothing."""
        self.part.set_error(private_words(self.text(), self._private))

    def _take(self) -> None:
        self.part.set_text(self._suggested)
        self._typed()
        self.part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _label_text(self, *, empty: bool) -> str:
        return self.tr("{0}　待填").format(self._label) if empty else self._label

    def _mark(self) -> None:
        empty = self.missing()
        self.part.label.setText(self._label_text(empty=empty))
        self.part.label.set_tint("mid" if empty else "")
        differs = not is_blank(self._suggested) and self._suggested != self.text()
        brief = self._suggested if len(self._suggested) <= _SHOWN else self._suggested[:15] + "…"
        self.suggestion.setText(self.tr("用资料里的：{0}").format(brief))
        self.suggestion.setAccessibleName(self.tr("{0}：用资料里的").format(self._label))
        if differs:
            self._keep_room()
        self.suggestion.setVisible(differs)

    def _keep_room(self) -> None:
        """Keep the room of the offer once it stood there: nothing below moves while one types."""
        policy = self.suggestion.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.suggestion.setSizePolicy(policy)


class FactFields(QWidget):
    """Every place of a form, filled with what is known.

    `private` are numbers and accounts that are the counselor's own and stand in no form (076).
    """

    changed = Signal()

    def __init__(
        self,
        template: ConsentTemplate,
        facts: Mapping[str, str],
        suggested: Mapping[str, str],
        private: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._other = {key: text for key, text in facts.items() if key not in template.facts}
        self._foreign = template.language != "zh"
        self._facts: dict[str, Fact] = {}
        for key, label in template.facts.items():
            own = private if key in _CHANNELS else ()
            fact = Fact(label, facts.get(key, ""), template.defaults.get(key, ""), private=own)
            fact.changed.connect(self.changed)
            self._facts[key] = fact
        self._lay_out()
        self.suggest(suggested)

    def facts(self) -> dict[str, str]:
        """Return what is written, by placeholder."""
        return self._other | {key: fact.text() for key, fact in self._facts.items()}

    def missing(self) -> list[str]:
        """Return the labels of the empty places."""
        return [fact.label() for fact in self._facts.values() if fact.missing()]

    def first_missing(self) -> QWidget | None:
        """Return the first empty place, if there is one."""
        return next((fact.part for fact in self._facts.values() if fact.missing()), None)

    def gives_private(self) -> bool:
        """Return whether a place gives an account that is the counselor's own."""
        return any(fact.gives_private() for fact in self._facts.values())

    def suggest(self, suggested: Mapping[str, str]) -> None:
        """Offer what practice and client record say now."""
        for key, fact in self._facts.items():
            fact.suggest(suggested.get(key, ""))

    def _lay_out(self) -> None:
        """Stack the places; two short ones that follow each other share a row."""
        stack, waiting = column(spacing=14), list(self._facts.values())
        stack.addWidget(Label(self.tr("灰字是默认写法，不改就照此打印。"), "meta", wrap=True))
        if self._foreign:
            said = self.tr("这一份是英文的。从资料里填入的中文，请改成来访者读得懂的写法。")
            stack.addWidget(Label(said, "meta", wrap=True))
        while waiting:
            first = waiting.pop(0)
            if waiting and first.narrow() and waiting[0].narrow():
                pair = row(spacing=12)
                for fact in (first, waiting.pop(0)):
                    pair.addWidget(fact, 1, Qt.AlignmentFlag.AlignTop)
                stack.addLayout(pair)
            else:
                stack.addWidget(first)
        self.setLayout(stack)

    def go_to_first_missing(self) -> bool:
        """Put the cursor into the first empty place; False when there is none.

        That a place is empty its label says; nothing was done wrong yet.
        """
        empty = self.first_missing()
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(empty)
        return empty is not None


class AccessCell(Dressed, QAbstractButton):
    """One answer of the matrix: sign and word, never a bare tick; a menu changes it."""

    changed = Signal()

    def __init__(
        self, name: str, options: tuple[str, ...], answer: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        known = answer in options or is_blank(answer)
        self._options = options if known else (*options, answer)
        self._over = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._menu = Menu(self)
        self._menu.setAccessibleName(name)
        for number, option in enumerate(self._options):
            action = self._menu.addAction(option)
            action.triggered.connect(lambda _on=False, option=option: self._choose(option))
            action.setIcon(icons.icon(*self._sign(number), 14))
        self.clicked.connect(self.open_menu)
        self._write(answer)

    def answer(self) -> str:
        """Return the word chosen, or nothing."""
        return self._answer

    def open_menu(self) -> None:
        """Offer the four answers below the cell."""
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        here = self._options.index(self._answer) if self._answer in self._options else 0
        self._menu.setActiveAction(self._menu.actions()[here])

    def sizeHint(self) -> QSize:
        """Return the room for the longest word."""
        wide = max(text_width(look.font(13), word) for word in self._options)
        return QSize(wide + look.px(48), self._tall())

    def minimumSizeHint(self) -> QSize:
        """Be narrower if need be."""
        return QSize(look.px(84), self._tall())

    def _tall(self) -> int:
        """Return the height for the longest answer, on as many lines as the width asks for."""
        metrics, flags = QFontMetricsF(look.font(13, 500)), Qt.TextFlag.TextWordWrap.value
        room = QRectF(0, 0, max(1, self.width() - look.px(_BEFORE + _AFTER)), look.px(400))
        tall = max(metrics.boundingRect(room, flags, word).height() for word in self._options)
        return max(look.px(_LINE), round(tall) + look.px(4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the new width needs, once the layout has given out widths."""
        super().resizeEvent(event)
        if self._tall() != self.height():
            QTimer.singleShot(0, self, lambda: ask_room(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the answers with Enter, Space or the arrow down."""
        if event.key() in _OPEN:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the answer can be changed."""
        super().enterEvent(event)
        self._hover(over=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer has gone."""
        super().leaveEvent(event)
        self._hover(over=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw sign, word and, where it can be changed, a small arrow."""
        del event
        painter, area = smooth(self), QRectF(self.rect())
        if self.isEnabled():
            box(painter, area, fill="hover" if self._over else None,
                line="edge" if self._over else "line", radius=look.px(6))  # fmt: skip
        icon, ink = self._now()
        icons.paint(painter, icon, (look.px(8), (self.height() - look.px(14)) / 2), ink, 14)
        after = look.px(_AFTER if self.isEnabled() else 2)
        room = area.adjusted(look.px(_BEFORE), 0, -after, 0)
        font = look.font(13, 500 if ink in {"mid", "low", "accent"} else 400)
        said = self._answer or self.tr("请选")
        if text_width(font, said) > room.width() and self.height() > look.px(_LINE):
            painter.setFont(font)
            painter.setPen(look.colour(ink))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, said)
        else:
            words(painter, room, elided(font, said, room.width()), (font, ink))
        if self.isEnabled():
            corner = (self.width() - look.px(18), (self.height() - look.px(12)) / 2)
            icons.paint(painter, "chevron-down", corner, "faint", 12)

    def _now(self) -> tuple[str, Role]:
        if self._answer not in self._options:
            return "circle-alert", "mid"
        return self._sign(self._options.index(self._answer))

    def _sign(self, number: int) -> tuple[str, Role]:
        return _SIGNS[number] if number < len(_SIGNS) else ("check", "soft")

    def _hover(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def _choose(self, answer: str) -> None:
        self._write(answer)
        self.changed.emit()

    def _write(self, answer: str) -> None:
        self._answer = "" if is_blank(answer) else answer
        self.setText(self._answer)
        self.setAccessibleDescription(self._answer or self.tr("还没有选"))
        self.updateGeometry()
        self.update()


class AccessMatrix(QWidget):
    """Roles by records and recordings (clauses 010, 043): a word in every cell."""

    changed = Signal()

    def __init__(
        self,
        template: ConsentTemplate,
        access: tuple[AccessRow, ...],
        *,
        fixed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cells: dict[str, tuple[AccessCell, AccessCell]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(look.px(3))
        grid.setHorizontalSpacing(look.px(8))
        for stretch, at in ((8, 0), (13, 1), (13, 2)):
            grid.setColumnStretch(at, stretch)
        # In the language of the text, as rows and answers are: so the client reads it.
        labels = template.labels
        heads = (
            labels.get("access", self.tr("谁可以接触")),
            labels.get("records", self.tr("记录")),
            labels.get("recordings", self.tr("录音")),
        )
        for at, head in enumerate(heads):
            # Broken where it is long: the room is that of the answers.
            label = Label(head, "meta", wrap=not at)
            label.setContentsMargins(look.px(8) if at else 0, 0, 0, 0)
            grid.addWidget(label, 0, at)
        given, of = {one.role: one for one in access}, self.tr("{0}：{1}")
        options = access_words(template)
        for number, role in enumerate(template.roles, 1):
            had = given.get(role, AccessRow(role, "", ""))
            grid.addWidget(rule(), number * 2 - 1, 0, 1, 3)
            grid.addWidget(Label(role, "body", wrap=True), number * 2, 0)
            pair = (
                self._cell(of.format(role, heads[1]), options, had.records, fixed=fixed),
                self._cell(of.format(role, heads[2]), options, had.recordings, fixed=fixed),
            )
            self._cells[role] = pair
            grid.addWidget(pair[0], number * 2, 1)
            grid.addWidget(pair[1], number * 2, 2)

    def access(self) -> tuple[AccessRow, ...]:
        """Return the matrix as it stands."""
        return tuple(
            AccessRow(role, records.answer(), recordings.answer())
            for role, (records, recordings) in self._cells.items()
        )

    def missing(self) -> list[str]:
        """Return the roles without both answers."""
        return [one.role for one in self.access() if not (one.records and one.recordings)]

    def go_to_first_missing(self) -> None:
        """Put the focus on the first cell without an answer."""
        for pair in self._cells.values():
            for cell in pair:
                if not cell.answer():
                    cell.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    def _cell(self, name: str, options: tuple[str, ...], answer: str, *, fixed: bool) -> AccessCell:
        cell = AccessCell(name, options, answer)
        cell.setEnabled(not fixed)
        cell.changed.connect(self.changed)
        return cell


def section(title: str, *, note: str = "", more: QWidget | None = None) -> QWidget:
    """Return the head of a part of the pane: title at the left, a note or button at the right."""
    head = QWidget()
    head.setLayout(row(Label(title, "name"), None, Label(note, "meta"), more or 0))
    return head
