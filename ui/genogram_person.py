"""What is known of one person in a genogram, and what can be tied to them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.domain import genogram as families
from app.domain.genogram import OLDEST, Came, Child, Feeling, Sex, Tie
from ui import privacy
from ui.genogram_words import called, came_word, feeling_word, sex_word, tie_word
from ui.kin_words import kin_words
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import clear, column, row, rule
from ui.widgets.chip import ChoiceChip, Choices
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.menu import Menu
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout

    from app.domain.genogram import Bond, Couple, Genogram

_DIGITS: Final = 3


class PersonPanel(QWidget):
    """The words, ties and bonds of whoever is chosen.

    `edited` gives the drawing as it is then, and what the step was about (typing a word is one
    step); `asked` a word for what is to be done: parents, partner, child, sibling, remove.
    """

    edited = Signal(object, str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family: Genogram | None = None
        self._at = 0
        self._who: dict[int, str] = {}
        self._room = column(spacing=14)
        self.setLayout(self._room)

    def show_person(self, family: Genogram, number: int) -> None:
        """Show somebody; where the keys were in a part of the same name, they are there again."""
        held = self._held()
        self._family, self._at = family, number
        self._who = called(family, names=not privacy.on())
        clear(self._room)
        self._make_words()
        self._room.addLayout(self._adding())
        for part in (*self._couples(), *self._descent(), *self._bonds()):
            self._room.addWidget(part)
        self.bond = Button(self.tr("加一条关系"), icon="plus", sz="s")
        self.bond.clicked.connect(self.choose_bond)
        self.bond.setEnabled(len(family.people) > 1)
        self._room.addLayout(row(self.bond, None))
        privacy.veil(self.name.line, self.note.line)
        self._show_at_once()
        self._hold_again(held)

    def update_family(self, family: Genogram) -> None:
        """Take a drawing in which only what is typed here changed."""
        self._family = family

    def stops(self) -> list[QWidget]:
        """Return the parts that take the keys, as one sees them."""
        none = Qt.FocusPolicy.NoFocus
        return [one for one in _parts_in(self._room) if one.focusPolicy() is not none]

    def choose_bond(self) -> None:
        """Offer everybody with whom nothing is drawn yet; it begins as close."""
        family = self._now()
        menu = Menu(self)
        menu.setAccessibleName(self.bond.text())
        for number, word in self._who.items():
            if number != self._at and family.bond(self._at, number) is None:
                action = menu.addAction(word.replace("&", "&&"))
                action.triggered.connect(partial(self._bind, number, Feeling.CLOSE))
        menu.popup(self.bond.mapToGlobal(QPoint(0, self.bond.height() + look.px(4))))

    def _now(self) -> Genogram:
        assert self._family is not None  # noqa: S101 - for mypy: shown by now
        return self._family

    def _make_words(self) -> None:
        """Make the fields of the person."""
        one = self._now().person(self._at)
        self.name = Field(self.tr("名字或称呼（可以空着）"))
        self.name.set_text(one.name)
        self.sex = Choices([(it.value, sex_word(it)) for it in Sex], name=self.tr("性别"))
        self.sex.choose(one.sex.value)
        self.age = Field(self.tr("年龄"), limit=0)
        self.age.line.setMaxLength(_DIGITS)
        self.age.line.setMaximumWidth(look.px(96))
        self.age.set_text("" if one.age is None else str(one.age))
        self.died = Tick(self.tr("已去世（年龄写去世时的）"))
        self.died.setChecked(one.died)
        self.note = Field(self.tr("备注（可以空着）"), placeholder=self.tr("如职业、疾病、大事"))
        self.note.set_text(one.note)
        self._room.addWidget(Label(kin_words(self._now())[self._at], "name", cut=True))
        for part in (self.name, self.sex, self.age, self.died, self.note):
            self._room.addWidget(part)
        self.name.changed.connect(self._typed_name)
        self.note.changed.connect(self._typed_note)
        self.age.changed.connect(self._typed_age)
        self.sex.chosen.connect(self._chose_sex)
        self.died.toggled.connect(self._told_death)

    def _adding(self) -> QLayout:
        """Return what can be tied to the person, and the way to take them away."""
        holder = QWidget()
        flow = Flow(holder, gap=8)
        family, at = self._now(), self._at
        for word, said, icon, key in (
            ("parents", self.tr("加父母"), "chevron-up", "P"),
            ("partner", self.tr("加伴侣"), "heart", "M"),
            ("child", self.tr("加孩子"), "chevron-down", "C"),
            ("sibling", self.tr("加兄弟姐妹"), "users", "S"),
        ):
            made = Button(f"{said} {key}", icon=icon, sz="s")
            made.setAccessibleName(said)
            made.setAccessibleDescription(self.tr("在图上按 {0}").format(key))
            made.clicked.connect(partial(self.asked.emit, word))
            made.setEnabled(word != "parents" or family.parents(at) is None)
            flow.addWidget(made)
        gone = Button(self.tr("从图上移去"), "danger", icon="trash-2", sz="s")
        gone.setEnabled(at != family.index)
        gone.clicked.connect(partial(self.asked.emit, "remove"))
        flow.addWidget(gone)
        told = self.tr("字母是在图上按的键；B 加一条关系。")
        return column(holder, 6, Label(told, "meta", wrap=True))

    def _couples(self) -> list[QWidget]:
        """Return how each couple of the person stands."""
        return [self._couple(one) for one in self._now().couples_of(self._at)]

    def _couple(self, one: Couple) -> QWidget:
        name = self.tr("和 {0}").format(self._who[one.beside(self._at)])
        chips = Choices([(tie.value, tie_word(tie)) for tie in Tie], name=name)
        chips.choose(one.tie.value)
        chips.chosen.connect(
            lambda keys: self._do(families.change_tie(self._now(), one.id, Tie(keys[0])))
        )
        return _titled(name, chips)

    def _descent(self) -> list[QWidget]:
        """Return how the person came into the family, and the place among the siblings."""
        parents = self._now().parents(self._at)
        if parents is None:
            return []
        order = [one.person for one in parents.children]
        child = parents.children[order.index(self._at)]
        name = self.tr("在父母这里")
        came = Choices([(one.value, came_word(one)) for one in Came], name=name)
        came.choose(child.came.value)
        came.chosen.connect(lambda keys: self._born(replace(child, came=Came(keys[0]))))
        found = [_titled(name, came)]
        if len(order) > 1:
            found.append(self._among(child, order.index(self._at), len(order)))
        return found

    def _among(self, child: Child, place: int, many: int) -> QWidget:
        """Return the place among the siblings, and whether it is a twin's."""
        earlier = Button(self.tr("往前排"), icon="chevron-left", sz="s")
        later = Button(self.tr("往后排"), icon="chevron-right", sz="s")
        earlier.setEnabled(place > 0)
        later.setEnabled(place < many - 1)
        for button, by in ((earlier, -1), (later, 1)):
            button.clicked.connect(partial(self._move, by))
        twin = Tick(self.tr("和前一个是同胎"))
        twin.setChecked(child.twin)
        twin.setEnabled(place > 0)
        twin.toggled.connect(lambda on: self._born(replace(child, twin=on)))
        holder = QWidget()
        said = Label(self.tr("排行第 {0}，共 {1} 个").format(place + 1, many), "soft")
        line = row(said, None, earlier, later, spacing=8)
        holder.setLayout(column(line, twin, spacing=6))
        return holder

    def _bonds(self) -> list[QWidget]:
        """Return what is between the person and others."""
        mine = [one for one in self._now().bonds if one.has(self._at)]
        if not mine:
            return [rule()]
        return [rule(), *(self._bond(one) for one in mine)]

    def _bond(self, one: Bond) -> QWidget:
        number = one.other if one.one == self._at else one.one
        name = self.tr("和 {0} 之间").format(self._who[number])
        gone = Button(self.tr("去掉"), "link")
        gone.setAccessibleName(self.tr("去掉关系：{0}").format(name))
        gone.clicked.connect(lambda: self._bind(number, None))
        chips = Choices([(it.value, feeling_word(it)) for it in Feeling], name=name)
        chips.choose(one.feeling.value)
        chips.chosen.connect(lambda keys: self._bind(number, Feeling(keys[0])))
        return _titled(name, chips, gone)

    def _bind(self, number: int, feeling: Feeling | None, *_checked: bool) -> None:
        self._do(families.change_bond(self._now(), self._at, number, feeling))

    def _born(self, child: Child) -> None:
        self._do(families.change_child(self._now(), child))

    def _move(self, by: int, *_checked: bool) -> None:
        self._do(families.move_child(self._now(), self._at, by))

    def _do(self, family: Genogram, about: str = "") -> None:
        self.edited.emit(family, about)

    def _typed_name(self, text: str) -> None:
        self._tell("name", name=text)

    def _typed_note(self, text: str) -> None:
        self._tell("note", note=text)

    def _typed_age(self, text: str) -> None:
        """Take an age; what is none is said and not drawn."""
        said = text.strip()
        right = not said or (said.isascii() and said.isdecimal() and int(said) <= OLDEST)
        self.age.set_error("" if right else self.tr("请写 0 到 {0} 之间的数。").format(OLDEST))
        if right:
            self._tell("age", age=int(said) if said else None)

    def _chose_sex(self, keys: Sequence[str]) -> None:
        one = self._now().person(self._at)
        self._do(families.change(self._now(), replace(one, sex=Sex(keys[0]))))

    def _told_death(self, died: bool) -> None:  # noqa: FBT001 - as the signal gives it
        one = self._now().person(self._at)
        self._do(families.change(self._now(), replace(one, died=died)))

    def _tell(self, about: str, **words: object) -> None:
        one = replace(self._now().person(self._at), **words)  # type: ignore[arg-type]
        self._do(families.change(self._now(), one), f"{about} {self._at}")

    def _show_at_once(self) -> None:
        """Show what was put into the layout now, not at the next turn: the keys go there."""
        if not self.isVisible():
            return
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                part.show()

    def _held(self) -> str:
        """Return the name of the part that has the keys, or nothing."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        return _name_of(focused) if focused is not None and inside else ""

    def _hold_again(self, name: str) -> None:
        """Give the keys to the part of this name; where there is none, to the first."""
        if not name:
            return
        parts = [one for one in self.findChildren(QWidget) if _name_of(one) == name]
        able = [one for one in parts if one.isEnabled() and not one.isHidden()]
        (able[-1] if able else self.name.line).setFocus()


def _name_of(part: QWidget) -> str:
    """Return what tells a part from the others of the panel."""
    if isinstance(part, ChoiceChip):
        return f"{part.accessibleDescription()} {part.text()}"
    return part.accessibleName()


def _titled(title: str, part: QWidget, end: QWidget | None = None) -> QWidget:
    """Return a part under its title, with something at the title's end."""
    holder = QWidget()
    head = Label(title, "strong", cut=True)
    line = row(head, *([end] if end is not None else []), spacing=8)
    line.setStretch(0, 1)
    holder.setLayout(column(line, part, spacing=6))
    return holder


def _parts_in(room: QLayout) -> list[QWidget]:
    """Return what a layout holds, also in the layouts within it."""
    found = []
    for place in range(room.count()):
        item = room.itemAt(place)
        part, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if part is not None:
            found += [part, *part.findChildren(QWidget)]
        elif inner is not None:
            found += _parts_in(inner)
    return found
