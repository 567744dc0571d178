"""What is known beside the timeline: the client, the last risk, who to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.entry import EntryKind
from app.domain.formulation import formulation_of
from app.domain.prefill import hours_ahead
from app.domain.risk import RiskLevel
from ui import privacy
from ui.case_list import (
    hours_words,
)
from ui.entry_place import entry_place
from ui.intake_words import status_words, type_words, urgency_words
from ui.names import as_written
from ui.session_words import risk_words
from ui.unfinished_words import unfinished_word
from ui.widgets.button import Button
from ui.widgets.card import column, row, scroll
from ui.widgets.chip import StateChip
from ui.widgets.flow import Flow
from ui.widgets.keyvalue import KeyValues, level
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from app.domain.client import EmergencyContact, Profile
    from app.domain.intake import Intake, Triage
    from ui.case_view import CaseView

_KEYS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Masked(Button):
    """A number that is shown while held, or from one key press to the next (clause 129)."""

    def __init__(self, name: str, number: str) -> None:
        super().__init__("", "link")
        self._name, self._number = name, number
        self._show(shown=False)
        self.pressed.connect(lambda: self._show(shown=True))
        self.released.connect(lambda: self._show(shown=False))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show or hide with Enter or Space."""
        if event.key() in _KEYS:
            if not event.isAutoRepeat():
                self._show(shown=not self._shown)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave the number as the key press left it."""
        if event.key() not in _KEYS:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the number when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self._show(shown=False)

    def _show(self, *, shown: bool) -> None:
        self._shown = shown
        hidden = self.tr("已登记，按住显示")
        said = self._number.replace("&", "&&") if shown else hidden
        self.setText(said)
        spoken = self._number if shown else hidden
        self.setAccessibleName(self.tr("{0}：{1}").format(self._name, spoken))


class CasePane(QWidget):
    """What is known of the client: only what was filled in, numbers masked (clauses 129, 144)."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "right")
        self._area = scroll(QWidget(), "raised")
        self.setLayout(column(self._area, margins=(1, 0, 0, 0)))

    def show_view(self, view: CaseView) -> None:
        """Show the client of a case."""
        profile = view.page.client.profile
        lines = column(margins=(20, 24, 20, 24), spacing=20)
        mine = view.here
        apart = hours_words(hours_ahead(mine, profile.place, view.now))
        groups = (
            self._facts(profile, apart),
            self._asked(profile.intake),
            self._emergency(profile.emergency),
            *self._circle(profile),
            self._work(view),
        )
        shown = [group for group in groups if group is not None]
        for group in shown:
            lines.addWidget(group)
        if not shown:
            lines.addWidget(self._nothing())
        lines.addStretch(1)
        inside = QWidget()
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside.setProperty("ground", "raised")
        inside.setLayout(lines)
        level(inside.findChildren(KeyValues))
        self._area.setWidget(inside)

    def _nothing(self) -> QWidget:
        """Return words for a client of whom nothing is written."""
        said = self.tr("还没有写资料。除了代号，都可以先空着；要用到时点「编辑资料」。")
        return self._group(self.tr("资料"), Label(said, "soft", wrap=True))

    def _facts(self, profile: Profile, apart: str) -> QWidget | None:
        """Return the client's own facts; `apart` says how far both clocks are apart."""
        zone = self.tr("，").join(part for part in (profile.place.time_zone, apart) if part)
        plain = (
            (self.tr("姓名"), "" if privacy.on() else as_written(profile.name)),
            (self.tr("小名"), self.tr("、").join(map(as_written, profile.aliases))),
            (self.tr("微信"), profile.wechat),
            (self.tr("邮箱"), profile.email),
            (self.tr("所在"), profile.place.city),
            (self.tr("时区"), zone),
            (self.tr("单位"), profile.employer),
            (self.tr("学校"), profile.school),
            (self.tr("生日"), profile.birth_date),
            (self.tr("住址"), profile.address),
        )
        hidden = (
            (self.tr("电话"), profile.phone),
            (self.tr("证件"), profile.id_number),
        )
        return self._rows(self.tr("资料"), plain, hidden)

    def _asked(self, intake: Intake) -> QWidget | None:
        """Return what was asked at intake: only what was answered (clause 144)."""
        triage, status, medical = intake.triage, intake.identity.status, intake.medical
        comma = self.tr("、")
        members = comma.join(as_written(one.name) for one in intake.members)
        guardians = comma.join(as_written(one.name) for one in intake.guardians)
        plain = (
            (self.tr("类型"), type_words()[intake.kind] if intake.kind.several else ""),
            (self.tr("成员"), "" if privacy.on() else members),
            (self.tr("分级"), urgency_words()[triage.urgency] if triage.urgency else ""),
            *self._danger(triage),
            (self.tr("身份"), status_words()[status] if status else ""),
            (self.tr("监护人"), "" if privacy.on() else guardians),
            (self.tr("医院诊断"), as_written(medical.diagnosis)),
            (self.tr("自述用药"), as_written(medical.medication)),
            (self.tr("语言"), as_written(intake.needs.language)),
        )
        return self._rows(self.tr("接案"), plain)

    def _danger(self, triage: Triage) -> tuple[tuple[str, str], ...]:
        """Return the level of risk and why it was graded so, where it is middle or high."""
        if triage.risk not in {RiskLevel.MIDDLE, RiskLevel.HIGH}:
            return ()
        return (
            (self.tr("风险"), risk_words()[triage.risk]),
            (self.tr("理由"), as_written(triage.reasons)),
        )

    def _emergency(self, person: EmergencyContact) -> QWidget | None:
        """Return whom to call."""
        plain = (
            (self.tr("姓名"), as_written(person.name)),
            (self.tr("关系"), as_written(person.relation)),
        )
        return self._rows(
            self.tr("紧急联系人"), plain, ((self.tr("电话"), person.phone),), self._may(person)
        )

    def _may(self, person: EmergencyContact) -> StateChip:
        """Return whether that person may know."""
        if person.may_know is None:
            return StateChip(self.tr("还没问可不可以告知"), "mid", "circle-question-mark")
        if person.may_know:
            return StateChip(self.tr("可告知咨询事实"), "low", "check")
        return StateChip(self.tr("不可告知咨询事实"), "mid", "ban")

    def _circle(self, profile: Profile) -> list[QWidget | None]:
        """Return the people, places and institutions of the client's life."""
        people = tuple(
            (
                as_written(one.relation),
                self.tr("、").join(filter(None, map(as_written, (one.name, *one.aliases)))),
            )
            for one in profile.people
        )
        around = [(self.tr("地点"), one) for one in profile.places]
        around += [(self.tr("机构"), one) for one in profile.organisations]
        return [
            self._rows(self.tr("相关的人"), people),
            self._rows(self.tr("相关的地点和机构"), around),
        ]

    def _work(self, view: CaseView) -> QWidget | None:
        """Return goals and methods as last written (clause 085), with the way to all of it."""
        kinds = (EntryKind.FORMULATION, EntryKind.GENOGRAM)
        found = {kind: [one for one in view.page.entries if one.kind is kind] for kind in kinds}
        if not any(found.values()):
            return None
        rows: tuple[tuple[str, str], ...] = ()
        if found[EntryKind.FORMULATION]:
            last = formulation_of(found[EntryKind.FORMULATION][-1].value)
            rows = ((self.tr("目标"), last.goals), (self.tr("方法"), last.methods))
        case_id = view.page.case.id
        ways = QWidget()
        line = row(spacing=14)
        for kind in kinds:
            place = entry_place(case_id, kind)
            go = Button(unfinished_word(kind), "link")
            go.clicked.connect(lambda _checked=False, place=place: self.wanted.emit(place))
            line.addWidget(go)
        line.addStretch(1)
        ways.setLayout(line)
        facts = self._rows(self.tr("怎样理解"), rows)
        if facts is None:
            return self._group(self.tr("怎样理解"), ways)
        made = QWidget()
        made.setLayout(column(facts, 8, ways))
        return made

    def _rows(
        self,
        title: str,
        plain: Iterable[tuple[str, str]],
        hidden: Iterable[tuple[str, str]] = (),
        chip: StateChip | None = None,
    ) -> QWidget | None:
        """Return a group of facts, or None when every one is empty."""
        facts = KeyValues()
        filled = [(key, value) for key, value in plain if value.strip()]
        for key, value in filled:
            _veil(facts.add(key, value))
        masked = [(key, value) for key, value in hidden if value.strip()]
        for key, value in masked:
            holder = QWidget()
            number = Masked(f"{title} {key}", value)
            holder.setLayout(row(number, None))
            facts.add(key, holder)
            privacy.veil(holder, around=(number,))
        return self._group(title, facts, chip) if filled or masked else None

    @staticmethod
    def _group(title: str, inside: QWidget, chip: StateChip | None = None) -> QWidget:
        """Return parts under a title."""
        head, made = QWidget(), QWidget()
        flow = Flow(head, gap=8)  # the chip goes below a title that leaves it no room
        flow.addWidget(Label(title, "strong"))
        if chip is not None:
            flow.addWidget(chip)
        made.setLayout(column(head, 8, inside))
        return made


def _veil(value: QWidget) -> None:
    """Blur one value in privacy mode; the keyboard reaches it there, to read it by itself."""
    if privacy.on():
        value.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    privacy.veil(value)
