"""The counselor's own note templates: their sections, and which one new notes begin in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.note import NoteTemplate, TemplatePart
from app.services import note_templates
from app.services.changes import Noun
from ui.note_template_menu import template_titles, window_language
from ui.own_page import OwnForm, OwnPage, headed
from ui.page import PageKey
from ui.tab_order import follow
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, put, row
from ui.widgets.chip import Choices
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from app.domain.errors import Refusal
    from app.ports import OpenVault
    from ui.office import Office

_WIDE: Final = 760


class SectionLine(QWidget):
    """One section: its title, its hint, and the keys that move it. `moved` gives up or down."""

    moved = Signal(int)
    gone = Signal()
    changed = Signal()

    def __init__(self, part: TemplatePart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Field(self.tr("小节标题"), show_label=False)
        self.title.line.setPlaceholderText(self.tr("小节标题"))
        self.hint = Field(self.tr("提示"), show_label=False)
        self.hint.line.setPlaceholderText(self.tr("提示：写的时候看一眼，可以空着"))
        self.up = IconButton("chevron-up", self.tr("上移（Alt+↑）"))
        self.down = IconButton("chevron-down", self.tr("下移（Alt+↓）"))
        self.remove = IconButton("x", self.tr("去掉这一节"))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.gone)
        line = row(self.title, self.hint, self.up, self.down, self.remove, spacing=8)
        line.setStretch(0, 2)
        line.setStretch(1, 3)
        self.setLayout(line)
        self.show_part(part)
        for field in (self.title, self.hint):
            field.changed.connect(self.changed)

    def count(self, number: int) -> None:
        """Say to a screen reader which section each part belongs to, from 1."""
        said = self.tr("第 {0} 节").format(number)
        for one in (self.title.line, self.hint.line, self.up, self.down, self.remove):
            one.setAccessibleDescription(said)

    def part(self) -> TemplatePart:
        """Return what is written; its key follows when it is kept."""
        return TemplatePart("", self.title.text(), self.hint.text())

    def show_part(self, part: TemplatePart) -> None:
        """Show a section."""
        self.title.set_text(part.title)
        self.hint.set_text(part.hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(way)
        else:
            super().keyPressEvent(event)


class TemplateForm(OwnForm):
    """The title and sections of one template."""

    def __init__(self, template: NoteTemplate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template = template
        self.title = Field(self.tr("模板名"), placeholder=self.tr("例如 伴侣咨询记录"))
        self.title.set_text(template.title)
        self.title.changed.connect(self._touched)
        self.lines: list[SectionLine] = []
        self._room = column(spacing=8)
        add = Button(self.tr("添加一节"), "quiet", icon="plus", sz="s")
        add.clicked.connect(lambda: self._add(TemplatePart("", ""), focus=True))
        self.body.addWidget(self.title)
        self.body.addWidget(Label(self.tr("小节，从上到下"), "strong"))
        self.body.addLayout(self._room)
        self.body.addLayout(row(add, None))
        self._end_with(self.tr("存好这个模板"), self.tr("删除模板"), new=not template.key)
        for part in template.parts:
            self._add(part)
        self.begin_at(self.title)

    def written(self) -> NoteTemplate:
        """Return the template as it stands; sections without a word are left out.

        A hint without a title becomes the title: nothing typed is lost.
        """
        parts = [one.part() for one in self.lines]
        told = tuple(
            replace(part, title=part.title or part.hint)
            for part in parts
            if part.title.strip() or part.hint.strip()
        )
        return replace(self._template, title=self.title.text(), parts=told)

    def _add(self, part: TemplatePart, *, focus: bool = False) -> None:
        line = SectionLine(part)
        line.changed.connect(self._touched)
        line.moved.connect(partial(self._move, line))
        line.gone.connect(partial(self._take_out, line))
        before = self.lines[-1].remove if self.lines else self.title.line
        self.lines.append(line)
        self._room.addWidget(line)
        line.count(len(self.lines))
        follow(before, line)  # made after the buttons that stand below it
        if focus:
            line.title.setFocus()

    def _move(self, line: SectionLine, way: int) -> None:
        """Change places with the section above or below; the focus goes along."""
        at = self.lines.index(line)
        to = at + way
        if not 0 <= to < len(self.lines):
            return
        other = self.lines[to]
        mine, theirs = line.part(), other.part()
        hint_held = line.hint.line.hasFocus()
        line.show_part(theirs)
        other.show_part(mine)
        (other.hint if hint_held else other.title).setFocus()

    def _take_out(self, line: SectionLine) -> None:
        at = self.lines.index(line)
        self.lines.remove(line)
        self._room.removeWidget(line)
        line.hide()
        line.deleteLater()
        for number, one in enumerate(self.lines, 1):
            one.count(number)
        self._touched()
        rest = self.lines[min(at, len(self.lines) - 1)] if self.lines else self
        rest.setFocus()


class NoteTemplatesScreen(OwnPage[TemplateForm]):
    """Which template new notes begin in, and the templates made here."""

    nouns = (Noun.NOTES,)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._own: tuple[NoteTemplate, ...] = ()
        self._usual_room, self._list_room = column(spacing=8), column(spacing=8)
        self._lay_out()
        self._ask()

    def _work(self, form: TemplateForm) -> Callable[[OpenVault], object] | None:
        """Return what keeps a template that is left; a title alone gets a first section."""
        written = form.written()
        if not (written.parts or written.title.strip()):
            return None
        whole = replace(
            written,
            title=written.title.strip() or self.tr("未命名的模板"),
            parts=written.parts or (TemplatePart("", self.tr("正文")),),
        )
        tools = self.office.tools
        return lambda vault: note_templates.keep(vault, tools(), whole)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the templates."""
        return (
            PageKey("Alt+↑ Alt+↓", self.tr("移动一节")),
            PageKey("Ctrl+S", self.tr("存好模板")),
            PageKey("Esc", self.tr("返回")),
        )

    def _lay_out(self) -> None:
        self._stack(
            self.tr("记录模板"),
            _WIDE,
            Label(self.tr("新记录用哪个模板"), "strong", tint="soft"),
            8,
            self._usual_room,
            28,
            headed(self.tr("自己的模板"), self.tr("改了模板，已经动笔的记录不变。")),
            self._list_room,
            14,
            self._form_room,
        )

    def _ask(self) -> None:
        tools, language = self.office.tools, window_language()

        def work(vault: OpenVault) -> tuple[dict[str, NoteTemplate], str]:
            usual = note_templates.usual(vault, tools(), language)
            return note_templates.every(vault, tools()), usual.key

        self.office.desk.do(self, work, self._show, self._tell)

    def _show(self, found: tuple[dict[str, NoteTemplate], str]) -> None:
        templates, usual = found
        self._own = tuple(one for one in templates.values() if note_templates.is_own(one.key))
        choices = Choices(
            list(template_titles(templates).items()), name=self.tr("新记录用哪个模板")
        )
        choices.choose(usual)
        choices.chosen.connect(lambda keys: self._choose(keys[0]))
        put(self._usual_room, choices)
        holder = QWidget()
        buttons = [self._opener(one) for one in self._own]
        new = Button(self.tr("新建模板"), "quiet", icon="plus")
        new.clicked.connect(self._new)
        holder.setLayout(row(*buttons, new, None, spacing=8))
        put(self._list_room, holder)
        self.begin_at(new)

    def _opener(self, template: NoteTemplate) -> Button:
        made = Button(template.title, "quiet", icon="layout-template")
        made.clicked.connect(lambda: self._open(template))
        return made

    def _new(self) -> None:
        blank = TemplatePart("", "")
        self._open(NoteTemplate("", "1", "", (blank, blank, blank), window_language()))

    def _open(self, template: NoteTemplate) -> None:
        """Show a template to change it; what was typed in the one before is kept."""
        self.leave()
        self._show_form(TemplateForm(template), lambda: self._remove(template))

    def _keep(self) -> None:
        if self.form is not None:
            self._store(self.form.written(), self._kept, self._not_kept)

    def _store(
        self,
        template: NoteTemplate,
        then: Callable[[NoteTemplate], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        tools = self.office.tools
        self.office.desk.do(
            self,
            lambda vault: note_templates.keep(vault, tools(), template),
            then,
            refused,
            (Noun.NOTES,),
        )

    def _kept(self, template: NoteTemplate) -> None:
        self._close_form()
        self._toaster.say(self.tr("存好了：{0}").format(template.title))
        self._ask()

    def _remove(self, template: NoteTemplate) -> None:
        self._close_form()
        self.office.desk.do(
            self,
            lambda vault: note_templates.remove(vault, template.key),
            self._removed,
            self._tell,
            (Noun.NOTES,),
        )

    def _removed(self, gone: NoteTemplate | None) -> None:
        if gone is not None:
            said = self.tr("删除了模板：{0}").format(gone.title)
            self._toaster.say(said, undo=lambda: self._put_back(gone))
        self._ask()

    def _put_back(self, template: NoteTemplate) -> None:
        self.office.desk.do(
            self,
            lambda vault: note_templates.put_back(vault, template),
            lambda _: self._ask(),
            self._tell,
            (Noun.NOTES,),
        )

    def _choose(self, key: str) -> None:
        self.office.desk.do(
            self, lambda vault: note_templates.choose_usual(vault, key), refused=self._tell
        )
