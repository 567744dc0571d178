"""The form of a session's sheet: what is asked depends on the way of service and on the note."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from app.domain.risk import RiskLevel
from app.domain.session_sheet import (
    IdentityCheck,
    Opening,
    SessionSheet,
    Surroundings,
    sheet_from_mapping,
    sheet_to_mapping,
)
from app.domain.sheet_answers import FOUR
from ui import session_words
from ui.session_answer import AnswerLine
from ui.session_danger import SessionDanger
from ui.session_kinds import KindsList
from ui.session_line import SheetLine
from ui.session_people import PeopleLine
from ui.session_picks import PickMany, PickOne, PickWords
from ui.session_place import PlaceLine
from ui.session_sure import SureLine
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import column, row
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QLayout

    from ui.session_facts import SheetFacts

_MINUTES: Final = 88
_TAB: Final = Qt.FocusReason.TabFocusReason
_ROW_OF: Final = {"confirmed": "risk"}
"""The row in which a field stands that has none of its own."""


class SheetForm(QWidget):
    """The fields of a sheet. `edited` follows every change by her, `done` the last Enter.

    `kinds_changed` asks to keep another list of kinds of problem, `danger` for a page about danger.
    """

    edited = Signal()
    done = Signal()
    kinds_changed = Signal(list)
    danger = Signal(type)

    def __init__(self, facts: SheetFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts, self._touched = facts, False
        self._called = session_words.field_words()
        self._rows: dict[str, SheetLine] = {}
        self._wanted = False
        self._make()
        self._lay_out()
        self._show(facts.page.sheet)
        self._connect()
        self._fit()

    def sheet(self) -> SessionSheet | None:
        """Return the sheet as it stands; None while it is a proposal that nobody touched."""
        if not self._touched and not self._facts.page.kept:
            return None
        return self.shown()

    def shown(self) -> SessionSheet:
        """Return what the form shows, touched or not; what is not asked stays as it was."""
        kept = self._facts.page.sheet
        if not self._touched:
            return kept
        return replace(self._worded(self._chosen(kept)), edition=self._facts.catalogue.edition)

    def missing(self) -> tuple[str, ...]:
        """Return the fields of this form that a signature waits for."""
        return self._facts.missing(self.shown())

    def is_composing(self) -> bool:
        """Say whether an input method is still composing a word."""
        return any(one.box.edit.is_composing() for one in self.answers.values())

    def begin(self, name: str = "") -> None:
        """Let the keyboard begin at a field, at the first that is missing, or at the first.

        Who is led to a field sees it, and whatever else is missing, marked until it is filled.
        """
        if name:
            self._wanted = True
            self._mark()
            self._go_to(name)
            return
        missing = self.missing()
        stops = [name for name in self._stops() if name in missing] or self._stops()
        self._go_to(stops[0])

    # What there is.

    def _make(self) -> None:
        mode, words = self._facts.session.mode, self._facts.catalogue
        called, own = self._called, self.tr("其他")
        self.identity = PickOne(
            session_words.options(session_words.identity_words()), name=called["identity"]
        )
        self.identity_how = Field(self.tr("怎样核实的"), sz="s", show_label=False)
        self.identity_how.line.setPlaceholderText(self.tr("怎样核实的"))
        self.client_place = PlaceLine(self.tr("来访者所在城市"), self.tr("来访者时区"))
        self.counselor_place = PlaceLine(self.tr("您所在城市"), self.tr("您的时区"))
        self.channel = Field(called["channel"], sz="s", show_label=False)
        self.channel.line.setPlaceholderText(self.tr("平台或号码，例如 视频会议、专用热线"))
        several = bool(self._facts.page.people)
        self.people = PeopleLine(self._facts.page.people)
        mine = session_words.mine_words(mode, together=several)
        theirs = session_words.surroundings_words(mode, together=several)
        self.mine = PickMany(
            session_words.options(mine),
            name=session_words.alone_word(mode),
            single=False,
        )
        self.theirs = PickMany(session_words.options(theirs), name=called["theirs"], single=False)
        self.all_well = Button(
            self.tr("两边都好") if mode.remote else self.tr("都好"), "quiet", sz="s"
        )
        self.third_person = Tick(self.tr("有"))
        self.third_person.setAccessibleName(
            self.tr("有成员以外的人在场") if several else self.tr("有第三人在场")
        )
        self.third_person_who = Field(called["third_person_who"], sz="s", show_label=False)
        self.third_person_who.line.setPlaceholderText(self.tr("是谁，为什么在"))
        self.opening = PickMany(
            session_words.options(session_words.opening_words()),
            name=called["opening"],
            single=False,
        )
        self.all_done = Button(self.tr("都做了"), "quiet", sz="s")
        self.mood = PickWords(words.moods, name=called["mood"], other=own)
        self.risk = PickOne(
            session_words.options(session_words.risk_words()), name=called["risk"], deliberate=True
        )
        self.alarm = SessionDanger()
        self.sure = SureLine()
        self.problem = PickWords(self._problems(), name=called["problem"], other=own)
        self.kinds = KindsList(words.problems)
        self.answers = {name: AnswerLine(called[name]) for name in FOUR if self._facts.asked(name)}
        self.interrupted = Field(self.tr("中断几分钟"), sz="s", show_label=False, placeholder="0")
        self.interrupted.setFixedWidth(look.px(_MINUTES))
        digits = QRegularExpression("[0-9]{0,3}")
        self.interrupted.line.setValidator(QRegularExpressionValidator(digits, self))
        self.handling = Field(self.tr("怎样处理的"), sz="s", show_label=False)
        self.handling.line.setPlaceholderText(self.tr("怎样处理的，例如 改打电话"))
        self.remedy = PickWords(words.remedies, name=called["remedy"], other=own)

    def _none_seen(self) -> Label:
        """Return the word that 无 is an answer, too: the guidance knows three levels (124)."""
        return Label(self.tr("没有见到风险，也选「低」"), "meta", wrap=True)

    def _problems(self) -> list[str]:
        """Return the kinds of problem; that of last time stands first, and is not chosen."""
        last, words = self._facts.page.last_problem, self._facts.catalogue.problems
        return list(dict.fromkeys([*([last] if last else []), *words]))

    def _lay_out(self) -> None:
        remote = self._facts.session.mode.remote
        called = dict(self._called)
        called["mine"] = session_words.alone_word(self._facts.session.mode)
        called["third_person_who"] = session_words.third_word(
            together=bool(self._facts.page.people)
        )
        if not remote:
            called["counselor_place"] = self.tr("地点")
        minutes = row(self.interrupted, Label(self.tr("分钟"), "soft"), self.handling, spacing=8)
        minutes.setStretch(2, 1)
        well = row(self.mine, self.all_well, spacing=8)
        well.setStretch(0, 1)
        opened = row(self.opening, self.all_done, spacing=8)
        opened.setStretch(0, 1)
        for line, control in ((well, self.all_well), (opened, self.all_done)):
            line.setAlignment(control, Qt.AlignmentFlag.AlignTop)
        parts: dict[str, QLayout | QWidget] = {
            "came": self.people,
            "identity": column(self.identity, self.identity_how, spacing=8),
            "client_place": self.client_place,
            "counselor_place": self.counselor_place,
            "channel": self.channel,
            "mine": well,
            "theirs": self.theirs,
            "third_person_who": column(self.third_person, self.third_person_who, spacing=4),
            "opening": opened,
            "mood": self.mood,
            "risk": column(self.risk, 4, self._none_seen(), 4, self.alarm, self.sure),
            "problem": column(self.problem, self.kinds, spacing=4),
            **self.answers,
            "interrupted": minutes,
            "remedy": self.remedy,
        }
        self._rows = {name: SheetLine(called[name], part) for name, part in parts.items()}
        self.setLayout(column(*self._rows.values(), spacing=10))

    # What stands in it.

    def _show(self, sheet: SessionSheet) -> None:
        self.people.show_sheet(sheet)
        self.identity.show_value(sheet.identity.value if sheet.identity else "")
        self.client_place.show_place(sheet.client_place)
        self.counselor_place.show_place(sheet.counselor_place)
        self.mine.choose(*(one.value for one in sheet.mine))
        self.theirs.choose(*(one.value for one in sheet.theirs))
        self.opening.choose(*(one.value for one in sheet.opening))
        self.third_person.setChecked(sheet.third_person)
        self.risk.show_value(sheet.risk.value if sheet.risk else "")
        self.sure.show_sheet(sheet)
        self.interrupted.set_text(str(sheet.interrupted) if sheet.interrupted else "")
        for name, part in self._written().items():
            part.set_text(getattr(sheet, name))

    def _written(self) -> Mapping[str, Field | PickWords | AnswerLine]:
        """Return the parts that hold words, by the name of their field."""
        return {
            "identity_how": self.identity_how,
            "channel": self.channel,
            "third_person_who": self.third_person_who,
            "mood": self.mood,
            "problem": self.problem,
            "handling": self.handling,
            "remedy": self.remedy,
            **self.answers,
        }

    def _worded(self, sheet: SessionSheet) -> SessionSheet:
        """Return a sheet with the words that are written here."""
        raw = sheet_to_mapping(sheet)
        raw |= {name: part.text() for name, part in self._written().items()}
        # What belongs to an answer that was taken back is not said any more, nor signed unseen.
        spoken = {
            "identity_how": sheet.identity is IdentityCheck.OTHER,
            "third_person_who": sheet.third_person,
            "handling": bool(sheet.interrupted),
        }
        raw |= {name: "" for name, said in spoken.items() if not said}
        return sheet_from_mapping(raw)

    def _chosen(self, sheet: SessionSheet) -> SessionSheet:
        """Return a sheet with what is chosen and ticked here, and both places."""
        identity, risk = self.identity.value(), self.risk.value()
        grave = risk in _GRAVE
        return replace(
            sheet,
            identity=IdentityCheck(identity) if identity else None,
            client_place=self.client_place.place(),
            counselor_place=self.counselor_place.place(),
            mine=frozenset(map(Surroundings, self.mine.keys())),
            theirs=frozenset(map(Surroundings, self.theirs.keys())),
            opening=frozenset(map(Opening, self.opening.keys())),
            third_person=self.third_person.isChecked(),
            risk=RiskLevel(risk) if risk else None,
            confirmed=self.sure.confirmed() and grave,
            unconfirmed=self.sure.unconfirmed() if grave else "",
            interrupted=int(self.interrupted.text() or "0"),
            came=self.people.came(),
            absent=self.people.absent(),
            absence=self.people.why(),
        )

    # What follows from what.

    def _connect(self) -> None:
        places = (self.client_place, self.counselor_place)
        for part in (self.people, self.identity, self.risk, self.sure, *places):
            part.changed.connect(self._edited)
        for group in (self.mine, self.theirs, self.opening):
            group.chosen.connect(lambda _keys: self._edited())
        self.third_person.toggled.connect(lambda _on: self._edited())
        for word in self._written().values():
            word.changed.connect(self._edited)
        self.interrupted.changed.connect(lambda _text: self._edited())
        self.people.went_on.connect(partial(self._go_on, "came"))
        self.sure.went_on.connect(partial(self._go_on, "confirmed"))
        self.all_well.clicked.connect(self._say_well)
        self.all_done.clicked.connect(self._say_done)
        self.kinds.changed.connect(self._change_kinds)
        self.alarm.wanted.connect(self.danger)
        for name, stop in self._picks().items():
            stop.went_on.connect(partial(self._go_on, name))
        for line in (self.identity_how, self.channel, self.third_person_who, self.handling):
            line.entered.connect(self.focusNextChild)
        self.interrupted.entered.connect(self.focusNextChild)

    def _picks(self) -> Mapping[str, PickOne | PickWords]:
        """Return the choices that Enter goes on from, by the name of their field."""
        return {
            "identity": self.identity,
            "mood": self.mood,
            "risk": self.risk,
            "problem": self.problem,
        }

    def _edited(self, _text: str = "") -> None:
        self._touched = True
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        """Show what is asked for here, and what follows from an answer."""
        remote, kept = self._facts.session.mode.remote, self._facts.page.sheet
        self._rows["came"].setVisible(bool(self._facts.page.people))
        for name in ("identity", "client_place", "channel", "theirs", "interrupted"):
            self._rows[name].setVisible(remote)
        for name in ("mood", "problem"):
            self._rows[name].setVisible(self._facts.asked(name))
        first = remote and self._facts.session.number == 1
        self._rows["remedy"].setVisible(first or bool(kept.remedy))
        self.identity_how.setVisible(self.identity.value() == IdentityCheck.OTHER.value)
        self.third_person_who.setVisible(self.third_person.isChecked())
        self.alarm.setVisible(self.risk.value() in _GRAVE)
        self.sure.setVisible(remote and self.risk.value() in _GRAVE)
        self.handling.setVisible(bool(int(self.interrupted.text() or "0")))
        self._mark()

    def _mark(self) -> None:
        """Mark the rows that a signature waits for, once somebody was led here by it."""
        missing = {_ROW_OF.get(name, name) for name in self.missing()} if self._wanted else set()
        for name, one in self._rows.items():
            one.mark(wanted=name in missing)

    def _say_well(self) -> None:
        self.mine.choose(*(one.value for one in Surroundings))
        if self._facts.session.mode.remote:
            self.theirs.choose(*(one.value for one in Surroundings))
        self._edited()
        self._go_on("mine")

    def _say_done(self) -> None:
        self.opening.choose(*(one.value for one in Opening))
        self._edited()
        self._go_on("opening")

    def _change_kinds(self, kinds: list[str]) -> None:
        """Offer the new list here and now, and ask to keep it."""
        self.problem.offer(kinds)
        self.kinds_changed.emit(kinds)

    # Where the keyboard goes with Enter.

    def _stops(self) -> list[str]:
        """Return where Enter stops: what a session is asked every time."""
        names = (
            "came",
            "identity",
            "mine",
            "opening",
            "mood",
            "risk",
            "confirmed",
            "problem",
            *FOUR,
        )
        shown = {"confirmed"} if not self.sure.isHidden() else set()
        shown |= {name for name, one in self._rows.items() if not one.isHidden()}
        return [name for name in names if name in shown]

    def _go_on(self, name: str) -> None:
        """Go to the next stop behind `name` that says nothing yet; behind the last, be done."""
        stops = self._stops()
        later = stops[stops.index(name) + 1 :]
        unsaid = [one for one in later if self._unsaid(one)]
        if unsaid:
            self._go_to(unsaid[0])
        else:
            self.done.emit()

    def _unsaid(self, name: str) -> bool:
        sheet = self.shown()
        return not (getattr(sheet, name) or (name == "confirmed" and sheet.unconfirmed))

    def _go_to(self, name: str) -> None:
        stops: dict[str, QWidget] = {
            "mine": self.all_well,
            "opening": self.all_done,
            "confirmed": self.sure.tick,
            "third_person_who": self.third_person_who,
            "client_place": self.client_place.city,
            "counselor_place": self.counselor_place.city,
        }
        picks = self._picks()
        if name == "came":
            self.people.begin()
        elif name in picks:
            picks[name].begin()
        elif name in stops:
            stops[name].setFocus(_TAB)
        else:
            self.answers[name].box.edit.setFocus(_TAB)


_GRAVE: Final = frozenset({RiskLevel.MIDDLE.value, RiskLevel.HIGH.value})
