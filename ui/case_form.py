"""The form of a case and its client: a page that needs a code name and keeps the rest by itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    Qt,
    QTimer,
    QTimeZone,
)
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.client import Place, Profile
from app.domain.errors import CodeNameMissing, FieldInvalid
from app.domain.prefill import hours_ahead
from app.services import cases
from app.services.changes import Noun
from ui.case_list import clock_time, hours_words
from ui.case_sections import ProfileForm
from ui.messages import message
from ui.page import Page, PageKey, ToCases
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import column, row, scroll
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture
from ui.widgets.topbar import TopBar
from ui.widgets.zone import is_zone

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QScrollArea

    from app.domain.case import Case, ServiceMode
    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.ports import Clock, OpenVault
    from ui.office import Office


_SAVE_AFTER_MS: Final = 1000
_TICK_MS: Final = 20_000
_WIDE: Final = 640


@dataclass(frozen=True)
class Kept:
    """What came of saving: the case, the profile as stored, and what was refused."""

    case: Case
    profile: Profile = field(repr=False)
    refusals: tuple[Refusal, ...]
    at: datetime


def keep(
    store: Callable[[str, Profile], Case],
    wanted: tuple[str, Profile],
    before: tuple[str, Profile],
    clock: Clock,
) -> Kept:
    """Store everything that can be stored; a field that is refused keeps what it held `before`.

    One mistyped digit must not hold back the rest of a page.
    """
    code, profile = wanted
    refusals: list[Refusal] = []
    seen: set[str] = set()
    while True:
        try:
            case = store(code, profile)
        except CodeNameMissing as refusal:
            refusals.append(refusal)
            code = before[0]
        except FieldInvalid as refusal:
            source = Profile() if refusal.name in seen else before[1]
            refusals += [] if refusal.name in seen else [refusal]
            seen.add(refusal.name)
            profile = replace(profile, **{refusal.name: getattr(source, refusal.name)})
        else:
            return Kept(case, profile, tuple(refusals), clock.now())


@dataclass(frozen=True)
class _Found:
    """What the form is opened with."""

    practice: Place = field(repr=False)
    clock: Clock
    case: Case | None
    profile: Profile = field(repr=False)


class CaseForm(Page):
    """A new case, or the record of one; the record saves itself."""

    def __init__(
        self, office: Office, case_id: CaseId | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self._case_id = case_id
        self._case: Case | None = None
        self._kept: tuple[str, ServiceMode, Profile] | None = None
        self._practice = Place()
        self._clock: Clock | None = None
        self._done = False
        self.form = ProfileForm()
        self._banners = column()
        self._state = Label("", "soft")
        self._tick = Picture("check", "low", 14)
        self._create = Button(self.tr("建立个案"), "primary")
        self._drop = Button(self.tr("不建立"), "ghost")
        self._saving, self._minute = QTimer(self), QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._minute.setInterval(_TICK_MS)
        self._lay_out()
        self._connect()
        self._ask()

    def leave(self) -> None:
        """Lend what was typed and not yet saved to the desk; what is refused is said there."""
        self._saving.stop()
        if self._case_id is not None:
            self._save(leaving=True)
        elif not self._done and self._typed():
            self._keep_new()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the form."""
        back = PageKey("Esc", self.tr("返回，写的字会存好"))
        new = PageKey("Ctrl+Enter", self.tr("建立个案"))
        return (new, back) if self._case_id is None else (back,)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc; what was typed is kept as at every leaving."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        """Put the bar above, and under it the form in a column of reading width."""
        new = self._case_id is None
        self._bar = TopBar(self.tr("新个案") if new else self.tr("编辑资料"))
        self._tick.hide()
        for part in (self._tick, self._state, self._drop, self._create):
            self._bar.add_action(part)
        self._drop.setVisible(new)
        self._create.setVisible(new)
        self._create.setToolTip(self.tr("Ctrl+Enter"))
        self._state.setText(
            self.tr("离开时也会替您存好") if new else self.tr("写好就存，不用按保存")
        )
        self.form.setMaximumWidth(look.px(_WIDE))
        inside = QWidget()
        middle = row(None, self.form, None, margins=(32, 28, 32, 48))
        middle.setStretch(1, 100)
        inside.setLayout(column(middle, None))
        self._area: QScrollArea = scroll(inside, "paper")
        holder = column(self._banners, margins=(0, 0, 0, 0))
        lines = column(self._bar, holder, self._area)
        lines.setStretch(2, 1)
        self.setLayout(lines)
        self.form.setEnabled(new)
        self.setFocusProxy(self.form.fields["code"] if new else self.form.fields["name"])

    def _connect(self) -> None:
        """Save after a pause, create with Ctrl+Enter, tell the time over there."""
        self._bar.back.connect(self.back)
        self._create.clicked.connect(self._submit)
        self._drop.clicked.connect(self._give_up)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._submit)
        self.form.changed.connect(self._changed)
        self._saving.timeout.connect(self._save)
        self._minute.timeout.connect(self._show_times)

    def _ask(self) -> None:
        """Have read what the form begins with."""
        case_id, tools = self._case_id, self.office.tools

        def work(vault: OpenVault) -> _Found:
            practice, clock = vault.settings.practice().place, tools().clock
            if case_id is None:
                return _Found(practice, clock, None, Profile())
            profile = vault.clients.of_case(case_id).profile
            return _Found(practice, clock, vault.cases.get(case_id), profile)

        self.office.desk.do(self, work, self._show)

    def _show(self, found: _Found) -> None:
        """Fill the form."""
        self._practice, self._clock, self._case = found.practice, found.clock, found.case
        if found.case is not None:
            self.form.show_case(found.case, found.profile)
            self.form.setEnabled(True)
            self._kept = self._written()
            self._bar.add_fact(found.case.code)
            self.form.fields["name"].line.setFocus()
        self._show_times()
        self._minute.start()

    def _written(self) -> tuple[str, ServiceMode, Profile]:
        """Return all that the form says."""
        return self.form.code(), self.form.mode(), self.form.profile()

    def _typed(self) -> bool:
        """Return whether anything was typed into a new form."""
        return bool(self.form.code().strip()) or self.form.profile() != Profile()

    def _changed(self) -> None:
        """Tell the time over there, and save after a pause."""
        self._show_times()
        if self._case is not None:
            self._tick.hide()
            self._state.setText(self.tr("正在写"))
            self._saving.start()

    def _show_times(self) -> None:
        """Say what time it is over there."""
        theirs = Place("", self.form.fields["zone"].text().strip())
        if self._clock is None or not theirs.time_zone or not is_zone(theirs.time_zone):
            self.form.here_and_there.setText("")
            return
        now = self._clock.now()
        there = f"{now.astimezone(ZoneInfo(theirs.time_zone)):%H:%M}"
        said = [self.tr("来访者当地现在 {0}").format(there)]
        mine = self._own_zone()
        if is_zone(mine):
            said.append(hours_words(hours_ahead(Place("", mine), theirs, now)))
        self.form.here_and_there.setText(self.tr("，").join(said) + self.tr("。"))

    def _own_zone(self) -> str:
        """Return the counselor's zone: as written here, as of the practice, as of this computer."""
        typed = self.form.fields["own_zone"].text().strip()
        system = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
        return typed or self._practice.time_zone or system

    def _submit(self) -> None:
        """Open the case; a record that exists is saved at once."""
        if self._case_id is not None:
            self._saving.stop()
            self._save()
            return
        if self._done:
            return
        self._done = True
        self._create.setEnabled(False)
        code, mode, profile = self._written()
        tools = self.office.tools
        self.office.desk.do(
            self,
            lambda vault: cases.open_case(vault, tools().clock, code, mode, profile),
            lambda case: self.wanted.emit(ToCases(case.id)),
            self._refused_new,
            (Noun.CASES,),
        )

    def _refused_new(self, refusal: Refusal) -> None:
        """Say why there is no case yet, at the very field."""
        self._done = False
        self._create.setEnabled(True)
        self._explain([refusal])
        found = self.form.mark(refusal)
        if found is not None:
            found.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(found, 0, look.px(48))

    def _give_up(self) -> None:
        """Go back and keep nothing of a case that was not opened."""
        self._done = True
        self.back.emit()

    def _keep_new(self) -> None:
        """Open the case with whatever can be stored: nothing typed is lost by leaving."""
        self._done = True
        code, mode, profile = self._written()
        tools, unnamed = self.office.tools, self.tr("未命名")

        def work(vault: OpenVault) -> None:
            clock = tools().clock

            def store(code: str, profile: Profile) -> Case:
                return cases.open_case(vault, clock, code, mode, profile)

            kept = keep(store, (code.strip() or unnamed, profile), (unnamed, Profile()), clock)
            if kept.refusals:
                raise kept.refusals[0]

        self.office.desk.do(self.office.desk, work, changes=(Noun.CASES,))

    def _save(self, *, leaving: bool = False) -> None:
        """Store what changed; a refused field keeps what it held, the others are stored."""
        written = self._written()
        if self._case is None or self._kept is None or written == self._kept:
            return
        case = replace(self._case, mode=written[1])
        tools, before = self.office.tools, (self._kept[0], self._kept[2])

        def work(vault: OpenVault) -> Kept:
            clock = tools().clock

            def store(code: str, profile: Profile) -> Case:
                return cases.change_case(vault, clock, replace(case, code=code), profile)

            kept = keep(store, (written[0], written[2]), before, clock)
            if leaving and kept.refusals:
                raise kept.refusals[0]
            return kept

        if leaving:
            self._kept = written
            self.office.desk.do(self.office.desk, work, changes=(Noun.CASES,))
        else:
            self.office.desk.do(self, work, self._saved, self._not_saved, (Noun.CASES,))

    def _saved(self, kept: Kept) -> None:
        """Say that it is stored, or which field is not."""
        self._case = kept.case
        self._kept = (kept.case.code, kept.case.mode, kept.profile)
        self._explain([one for one in kept.refusals if self.form.mark(one) is None])
        self._tick.setVisible(not kept.refusals)
        said = self.tr("已存 {0}").format(clock_time(kept.at))
        if kept.refusals:
            said = self.tr("有一格还没有存，其余已存 {0}").format(clock_time(kept.at))
        if not self._saving.isActive():
            self._state.setText(said)
            announce(self._state, said)

    def _not_saved(self, refusal: Refusal) -> None:
        """Say that nothing could be stored, and offer to try again."""
        self._state.setText(self.tr("还没有存上"))
        self._explain([refusal])

    def _explain(self, refusals: list[Refusal]) -> None:
        """Show refusals that belong to no field above the form."""
        while item := self._banners.takeAt(0):
            if old := item.widget():
                old.deleteLater()
        for refusal in refusals:
            if isinstance(refusal, (CodeNameMissing, FieldInvalid)):
                continue
            said = message(refusal)
            banner = Banner("refusal", said.what, text=said.why, action=self.tr("重试"))
            banner.acted.connect(self._submit)
            self._banners.addWidget(banner)
