"""The groups of an intake that stay hidden until they are switched on (clause 144)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.intake import Intake, IntakeGroup, Medical, Needs
from ui.entry_page import pair
from ui.intake_words import group_words
from ui.party_rows import GuardianRows
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import bring_into_sight, column, row, rule
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.menu import Menu
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


class GroupsForm(QWidget):
    """Guardians, medical care, earlier counselling, what is needed, culture.

    A menu shows a group; one that holds words is shown anyway, so nothing known is hidden.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guardians = GuardianRows()
        self.hospital = Field(self.tr("就诊的医院"))
        self.diagnosis = Field(self.tr("医院诊断（来访者提供）"))
        self.medication = TextBox(self.tr("来访者自述用药"), rows=2)
        self.earlier = TextBox(
            self.tr("以前做过的咨询"), rows=2, hint=self.tr("什么时候，多久，有没有帮助。")
        )
        self.language = Field(self.tr("说得最自在的语言或方言"))
        self.other = Field(self.tr("还需要什么"), placeholder=self.tr("如 听力不好、要休息一次"))
        self.text = Tick(self.tr("用文字沟通"))
        self.large = Tick(self.tr("文件用大字印"))
        self.culture = TextBox(
            self.tr("来访者希望被考虑的语言、文化或信仰"),
            rows=2,
            hint=self.tr("来访者自己提起才写，不打听，也不用来筛选或排序（热线 1.1，1.6）。"),
        )
        self.menu_button = Button(self.tr("添加资料"), icon="plus", sz="s")
        self.menu_button.clicked.connect(self._choose)
        self._shown: set[IntakeGroup] = set()
        self._parts = {
            IntakeGroup.GUARDIANS: self._group(IntakeGroup.GUARDIANS, self.guardians),
            IntakeGroup.MEDICAL: self._group(IntakeGroup.MEDICAL, self._medical()),
            IntakeGroup.EARLIER: self._group(IntakeGroup.EARLIER, self.earlier),
            IntakeGroup.NEEDS: self._group(IntakeGroup.NEEDS, self._needs()),
            IntakeGroup.CULTURE: self._group(IntakeGroup.CULTURE, self.culture),
        }
        said = self.tr("与咨询有关、来访者愿意说的才添加；不问的就不出现。")
        why = row(self.menu_button, Label(said, "soft", wrap=True), spacing=12)
        why.setStretch(1, 1)
        self.setLayout(column(*self._parts.values(), 28, rule(), 24, why))
        self._connect()
        self._follow()

    def put_into(self, intake: Intake) -> Intake:
        """Return an intake with what is written here."""
        return replace(
            intake,
            guardians=self.guardians.guardians(),
            medical=Medical(self.hospital.text(), self.diagnosis.text(), self.medication.text()),
            earlier=self.earlier.text(),
            needs=Needs(
                self.language.text(),
                self.text.isChecked(),
                self.large.isChecked(),
                self.other.text(),
            ),
            culture=self.culture.text(),
            shown=tuple(one for one in IntakeGroup if one in self._shown),
        )

    def show_intake(self, intake: Intake) -> None:
        """Show what was written, and the groups that were switched on."""
        self.guardians.show_guardians(intake.guardians)
        self.hospital.set_text(intake.medical.hospital)
        self.diagnosis.set_text(intake.medical.diagnosis)
        self.medication.set_text(intake.medical.medication)
        self.earlier.set_text(intake.earlier)
        self.language.set_text(intake.needs.language)
        self.other.set_text(intake.needs.other)
        self.text.setChecked(intake.needs.text)
        self.large.setChecked(intake.needs.large_print)
        self.culture.set_text(intake.culture)
        self._shown = set(intake.open_groups())
        self._follow()

    def show_group(self, group: IntakeGroup) -> None:
        """Switch a group on, and go into it."""
        self._shown.add(group)
        self._follow()
        if group is IntakeGroup.GUARDIANS and not self.guardians.rows:
            self.guardians.put()
        self._go_into(group)
        # Once more when the menu is gone, which gives the focus back to where it was.
        QTimer.singleShot(0, self, lambda: self._go_into(group))
        self.changed.emit()

    def begin_group(self, group: IntakeGroup) -> QWidget:
        """Show a group without changing what is stored, and return where one writes in it."""
        self._shown.add(group)
        self._follow()
        if group is not IntakeGroup.GUARDIANS:
            return self._first(group)
        if not self.guardians.rows:
            self.guardians.put()
        lines = [one.line for one in self.guardians.rows[0].fields]
        return next((one for one in lines if not one.text().strip()), lines[0])

    def around(self, part: QWidget) -> tuple[QWidget, ...]:
        """Return the group that holds a part, if one does."""
        return tuple(one for one in self._parts.values() if one.isAncestorOf(part))

    def _go_into(self, group: IntakeGroup) -> None:
        """Set the keyboard into a group; all of it is in sight, at least its beginning."""
        first = self._first(group)
        first.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(self._parts[group])
        bring_into_sight(first)

    def _first(self, group: IntakeGroup) -> QWidget:
        """Return where a group begins."""
        if group is IntakeGroup.GUARDIANS:
            return self.guardians.rows[0].fields[0].line
        begins: dict[IntakeGroup, QWidget] = {
            IntakeGroup.MEDICAL: self.hospital.line,
            IntakeGroup.EARLIER: self.earlier.edit,
            IntakeGroup.NEEDS: self.language.line,
            IntakeGroup.CULTURE: self.culture.edit,
        }
        return begins[group]

    def _choose(self) -> None:
        """Offer the groups that are not shown."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.menu_button.text())
        for group, word in group_words().items():
            if group not in self._shown:
                menu.addAction(word, partial(self.show_group, group))
        below = QPoint(0, self.menu_button.height() + look.px(4))
        menu.popup(self.menu_button.mapToGlobal(below))

    def _follow(self) -> None:
        for group, part in self._parts.items():
            part.setVisible(group in self._shown)
        self.menu_button.setEnabled(len(self._shown) < len(IntakeGroup))

    def _group(self, group: IntakeGroup, inside: QLayout | QWidget) -> QWidget:
        made = QWidget(self)
        title = Label(group_words()[group], "name")
        made.setLayout(column(28, rule(), 24, title, 16, inside))
        return made

    def _medical(self) -> QLayout:
        """Return what the client tells of medical care: no diagnosis of the counselor's (137)."""
        said = self.tr("只记来访者说的。诊断和用药由医疗机构决定（规范三(一)b）。")
        return column(
            Label(said, "soft", wrap=True),
            pair(self.hospital, self.diagnosis),
            self.medication,
            spacing=16,
        )

    def _needs(self) -> QLayout:
        return column(
            self.language, self.other, row(self.text, self.large, None, spacing=24), spacing=14
        )

    def _connect(self) -> None:
        for one in (self.hospital, self.diagnosis, self.language, self.other):
            one.changed.connect(lambda _: self.changed.emit())
            one.entered.connect(self.focusNextChild)
        for box in (self.medication, self.earlier, self.culture):
            box.changed.connect(lambda _: self.changed.emit())
        for tick in (self.text, self.large):
            tick.toggled.connect(lambda _: self.changed.emit())
        self.guardians.changed.connect(self.changed)
