"""What is chosen in a consent beside its places: what it allows, how long, and who signs it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.consent_text import empty_choices
from ui.consent_form import section
from ui.widgets.card import bring_into_sight, column
from ui.widgets.chip import Choices
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from app.domain.consent import ConsentDraft
    from app.domain.consent_text import ConsentTemplate


class ChoicesPanel(QWidget):
    """Scope (046), options (150), term (145), a minor's guardian (138), a group's members (108).

    `template` is the text as it was made, not as it is worn. `minor` says that the client is one by
    the birth date on record: a form that no guardian signs says so. Options are offered at a
    `hotline`, and where they are on. `changed` follows every choice.
    """

    changed = Signal()

    def __init__(
        self,
        template: ConsentTemplate,
        draft: ConsentDraft,
        parent: QWidget | None = None,
        *,
        minor: bool = False,
        hotline: bool = False,
    ) -> None:
        super().__init__(parent)
        self._template, self._had = template, draft
        self._scope = {one.key: Tick(one.text) for one in template.scopes}
        self._options = {
            one.key: Tick(one.label)
            for one in template.options
            if hotline or one.key in draft.scope
        }
        self._term = Choices(
            [(str(months), self._term_word(months)) for months in template.terms],
            name=self.tr("期限"),
        )
        self._minor = Tick(self.tr("未满十八岁，监护人也签名"))
        words = self.tr("照资料里的生日，来访者未满十八岁：请勾上，监护人也签名（规范三(二)a）。")
        self._young, self._known_minor = Label(words, "meta", tint="mid", wrap=True), minor
        self.members = TextBox(
            self.tr("成员，一行写一位"),
            hint=self.tr("每位成员在表上有自己的一行签名。"),
            rows=4,
        )
        self._show(draft)
        self._lay_out()
        for tick in (*self._scope.values(), *self._options.values()):
            tick.toggled.connect(self.changed)
        self._term.chosen.connect(self.changed)
        self._minor.toggled.connect(self._tell_young)
        self._minor.toggled.connect(self.changed)
        self.members.changed.connect(self.changed)

    def chosen(self, draft: ConsentDraft) -> ConsentDraft:
        """Return a draft with what is chosen here."""
        keys = self._term.keys()
        return replace(
            draft,
            scope=tuple(
                key for key, tick in (self._scope | self._options).items() if tick.isChecked()
            ),
            months=int(keys[0]) if keys else self._had.months,
            minor=self._minor.isChecked(),
            members=tuple(self.members.text().split("\n")) if self.members.text() else (),
        )

    def missing(self, draft: ConsentDraft) -> list[str]:
        """Return what nobody chose yet."""
        template = self._template
        return [template.label_of(key) for key in empty_choices(template, self.chosen(draft))]

    def go_to_first(self) -> None:
        """Put the focus on the first choice."""
        part: QWidget = next(iter(self._scope.values()), self.members.edit)
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(part)

    def _show(self, draft: ConsentDraft) -> None:
        for key, tick in (self._scope | self._options).items():
            tick.setChecked(key in draft.scope)
        self._term.choose(str(draft.months))
        self._minor.setChecked(draft.minor)
        self.members.set_text("\n".join(draft.members))

    def _lay_out(self) -> None:
        stack = column(spacing=10)
        if self._scope:
            stack.addWidget(
                section(self._template.label_of("scope"), note=self.tr("依据 网络 3.3"))
            )
            stack.addLayout(column(*self._scope.values(), spacing=8))
        if len(self._template.terms) > 1:
            stack.addWidget(section(self.tr("期限")))
            stack.addWidget(self._term)
        if self._template.for_members:
            stack.addWidget(self.members)
        stack.addLayout(column(*self._options.values(), spacing=8))
        if self._template.minor is not None:
            stack.addLayout(column(self._minor, self._young, spacing=4))
        self.setLayout(stack)
        if self._template.minor is not None:
            self._tell_young()

    def _tell_young(self) -> None:
        """Say that a guardian is to sign, too, where the birth date says so and nobody does."""
        self._young.setVisible(self._known_minor and not self._minor.isChecked())

    def _term_word(self, months: int) -> str:
        return self.tr("%n 个月", "", months) if months else self.tr("直到撤回")
