"""The form of an intake in its groups: request, identity, who comes, who knows whom, the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.beyond_words import beyond_words
from app.domain.entry import EntryKind
from app.domain.intake import (
    CaseType,
    Identity,
    IdentityStatus,
    Intake,
    IntakeGroup,
    Request,
    Urgency,
)
from app.domain.local_time import local
from app.domain.recurrence import instant
from ui.entry_page import pair
from ui.intake_groups import GroupsForm
from ui.intake_ties import TiesForm
from ui.intake_words import status_words, type_words, wait_words
from ui.party_rows import MemberRows
from ui.question import Question
from ui.triage_form import TriageForm
from ui.widgets.button import Button
from ui.widgets.card import column, row, rule
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.textbox import TextBox
from ui.widgets.when import WhenField

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QLayout

    from app.domain.client import Place
    from app.services.intakes import IntakePage


_GROUPS: Final = {"guardians": IntakeGroup.GUARDIANS, "needs": IntakeGroup.NEEDS}
"""The groups in which a rule of the intake is met."""


class IntakeForm(QWidget):
    """Everything that is asked at the beginning; what is sensitive is switched on first."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intake = Intake()
        self._page: IntakePage | None = None
        self._times: dict[WhenField, datetime | None] = {}
        self.triage = TriageForm()
        self.asked, self.answered = (
            WhenField(self.tr("请求的时间")),
            WhenField(self.tr("首次答复的时间")),
        )
        self.now_button = Button(self.tr("现在答复了"), "link")
        self.waited = Label("", "soft")
        self.source = Field(self.tr("怎样找到您的"), placeholder=self.tr("如 朋友介绍、平台、医院"))
        self.seeks = TextBox(
            self.tr("来访者想谈什么"), rows=3, placeholder=self.tr("用来访者自己的话")
        )
        self.expects = TextBox(self.tr("对咨询的期望"), rows=2)
        self.status = Question(
            self.tr("来访者身份"),
            [(one.value, word) for one, word in status_words().items()],
            hint=self.tr("建议实名。不愿实名时可以谨慎地工作，要谈过并记下来（问 2(3)）。"),
        )
        self.how = Field(self.tr("怎样核对的"), placeholder=self.tr("如 视频里看过证件"))
        self.kind = Question(
            self.tr("个案类型"), [(one.value, word) for one, word in type_words().items()]
        )
        self.members = MemberRows()
        self._members = QWidget()
        self.ties, self.groups = TiesForm(), GroupsForm()
        self._lay_out()
        self._connect()

    def intake(self) -> Intake:
        """Return what is chosen and written; a time that cannot be read is as it was."""
        status = self.status.key()
        made = replace(
            self._intake,
            kind=CaseType(self.kind.key() or CaseType.INDIVIDUAL.value),
            identity=Identity(IdentityStatus(status) if status else None, self.how.text()),
            triage=self.triage.triage(),
            request=Request(
                self._moment(self.asked),
                self._moment(self.answered),
                self.source.text(),
                self.seeks.text(),
                self.expects.text(),
            ),
            ties=self.ties.ties(),
            members=self.members.members(),
        )
        return self.groups.put_into(made)

    def show_page(self, page: IntakePage) -> None:
        """Fill the form, which was empty; nothing is emitted."""
        self._page, self._intake = page, page.profile.intake
        asked = self._intake
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.triage.follow(page.case.mode)
        self.triage.show_triage(asked.triage)
        self._start(self.asked, asked.request.at or page.case.opened_at, asked.request.at)
        self._start(self.answered, asked.request.answered_at, asked.request.answered_at)
        self.source.set_text(asked.request.source)
        self.seeks.set_text(asked.request.seeks)
        self.expects.set_text(asked.request.expects)
        status = asked.identity.status
        self.status.choose(status.value if status else "")
        self.how.set_text(asked.identity.how)
        self.kind.choose(asked.kind.value)
        self.members.show_members(asked.members)
        self.ties.show_ties(asked.ties, page.others, page.facts.near)
        self.show_weighed(page)
        self.groups.show_intake(asked)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._follow()

    def part(self, name: str) -> QWidget:
        """Return where one writes what a rule asks for; a group that is not shown is shown."""
        if name == "grade" and self.triage.urgency.key():
            return self.triage.reasons.edit
        if name in _GROUPS:
            return self.groups.begin_group(_GROUPS[name])
        if name == "words":
            return self._beyond()
        parts: dict[str, QWidget] = {
            "answered": self.answered.line,
            "known": self.ties.known,
            "others": self.ties.other.line,
            "near": self.ties.nearest(),
            "members": self.members.add,
        }
        return parts.get(name, self.triage.urgency)

    def around(self, part: QWidget) -> tuple[QWidget, ...]:
        """Return what is to be seen with a part: the choice above it, or what it leads to."""
        if part is self.members.add:
            return (self.kind,)
        return (self.ties,) if part is self.ties.known else self.groups.around(part)

    def _beyond(self) -> QWidget:
        """Return the first of her own words that go beyond counselling (clause 137)."""
        own: tuple[tuple[TextBox | Field, QWidget], ...] = (
            (self.triage.reasons, self.triage.reasons.edit),
            (self.triage.referral, self.triage.referral.line),
            (self.expects, self.expects.edit),
            (self.groups.other, self.groups.other.line),
        )
        found = (part for words, part in own if beyond_words(words.text()))
        return next(found, self.triage.reasons.edit)

    def show_weighed(self, page: IntakePage) -> None:
        """Follow whether the relation was weighed in the file of the case."""
        self.ties.follow(weighed=EntryKind.RELATION_CHECK in page.facts.entries)

    def refuse_answer(self, words: str) -> None:
        """Say that the answer cannot have been before the request."""
        self.answered.set_error(words)

    def unread(self) -> bool:
        """Return whether a time is written that cannot be read; then it is said there."""
        wrong = [one for one in (self.asked, self.answered) if one.unread()]
        for one in wrong:
            one.refuse()
        return bool(wrong)

    def _start(self, field: WhenField, shown: datetime | None, kept: datetime | None) -> None:
        """Show a time; one that nobody wrote down is shown and not kept as long as it stands."""
        here, now = self._here(), self._now()
        wall = local(now, here).replace(tzinfo=None, second=0, microsecond=0)
        if shown is None:
            field.count_from(wall)
        else:
            at = local(shown, here).replace(tzinfo=None, second=0, microsecond=0)
            field.start(at, wall.date())
        self._times[field] = kept
        self._written(field)

    def _written(self, field: WhenField) -> None:
        field.setProperty("asShown", field.text())

    def _moment(self, field: WhenField) -> datetime | None:
        """Return the time of a field: as it is kept while nobody wrote another."""
        if field.text() == field.property("asShown") or field.unread():
            return self._times.get(field)
        wall = field.moment() if field.text().strip() else None
        return None if wall is None else instant(wall, self._here().time_zone)

    def _here(self) -> Place:
        assert self._page is not None  # noqa: S101 - for mypy: nothing is shown before
        return self._page.here

    def _now(self) -> datetime:
        assert self._page is not None  # noqa: S101 - for mypy: nothing is shown before
        return self._page.now

    def answer_at(self, now: datetime) -> None:
        """Take a moment as that of the first answer."""
        wall = local(now, self._here()).replace(tzinfo=None, second=0, microsecond=0)
        self.answered.set_text(self.answered.written(wall))

    def _follow(self) -> None:
        """Show what the answers ask for, and how long the request has waited."""
        verified = self.status.key() == IdentityStatus.VERIFIED.value
        self.how.setVisible(verified or bool(self.how.text()))
        self._members.setVisible(
            CaseType(self.kind.key() or CaseType.INDIVIDUAL.value).several
            or bool(self.members.members())
        )
        if self._page is None:
            return
        asked = self._moment(self.asked) or self._page.case.opened_at
        answered = self._moment(self.answered)
        pressing = self.triage.urgency.key() == Urgency.URGENT.value
        told = pressing if answered is None else asked <= answered
        self.waited.setText(wait_words(asked, answered, self._now()) if told else "")
        self.waited.setVisible(told)
        self.now_button.setVisible(answered is None)

    def _touched(self, *_: object) -> None:
        self._follow()
        self.changed.emit()

    def _connect(self) -> None:
        for field in (self.asked, self.answered, self.source, self.how):
            field.changed.connect(self._touched)
            field.entered.connect(self.focusNextChild)
        for box in (self.seeks, self.expects):
            box.changed.connect(self._touched)
        for question in (self.status, self.kind):
            question.chosen.connect(self._touched)
        for part in (self.triage, self.members, self.ties, self.groups):
            part.changed.connect(self._touched)

    def _lay_out(self) -> None:
        waited = row(self.waited, self.now_button, None, spacing=8)
        request = column(
            self.triage,
            column(pair(self.asked, self.answered), 6, waited),
            self.source,
            self.seeks,
            self.expects,
            spacing=16,
        )
        self._members.setLayout(column(12, self.members))
        self.setLayout(
            column(
                *_group(self.tr("请求"), request, first=True),
                *_group(self.tr("身份"), column(self.status, self.how, spacing=14)),
                *_group(self.tr("谁来"), column(self.kind, self._members)),
                *_group(self.tr("既有关系"), self.ties),
                self.groups,
            )
        )


def _group(
    title: str, inside: QLayout | QWidget, *, first: bool = False
) -> list[QWidget | QLayout | int | None]:
    """Return a group: a line above it, its title, its parts."""
    above: list[QWidget | QLayout | int | None] = [] if first else [28, rule(), 24]
    return [*above, Label(title, "name"), 16, inside]
